//! The account of the rows, as it stands wherever data is shown.

use crate::base::fmt::NumberFormat;
use crate::ingest::LoadReport;
use crate::tr;

/// Every row is either taken, rejected or left out: `100 rows = 97 taken + 3 rejected`.
#[must_use]
pub fn account_words(report: &LoadReport, format: &NumberFormat) -> String {
    let count = |count| format.count(count);
    let taken = report.rows - report.rejected - report.left_out;
    let (rows, taken, rejected) = (count(report.rows), count(taken), count(report.rejected));
    if report.left_out == 0 {
        tr!("ui-account", rows = rows, taken = taken, rejected = rejected)
    } else {
        let left_out = count(report.left_out);
        tr!("ui-account-left-out", rows = rows, taken = taken, rejected = rejected, left = left_out)
    }
}
