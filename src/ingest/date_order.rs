//! Whether the day or the month comes first, told by the whole column where its first rows do not tell.

use super::IngestError;
use super::open::Opened;
use super::row::Item;
use super::times;
use crate::base::Progress;
use crate::model::DateOrder;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// So many dates that read in one way only are enough; one alone may be a slip.
const ENOUGH: u32 = 100;

/// The order by which more dates of a column read in one way only; none when every date reads both ways.
pub(super) fn of_column(
    opened: &mut Opened,
    index: usize,
    progress: &Progress,
) -> Result<Option<DateOrder>, IngestError> {
    Ok(decide(opened, &[index], progress)?.into_values().next())
}

/// The same for every column whose first rows leave it open, in one pass.
pub(super) fn of_columns(
    opened: &mut Opened,
    progress: &Progress,
) -> Result<BTreeMap<usize, DateOrder>, IngestError> {
    let columns = opened.table.columns().len();
    let is_undecided = |index: &usize| {
        let values = opened.sample.iter().map(|row| row.cell(*index)).filter(|value| !value.is_empty());
        times::guess(values).is_some_and(|guessed| guessed.is_undecided)
    };
    let undecided: Vec<usize> = (0..columns).filter(is_undecided).collect();
    decide(opened, &undecided, progress)
}

fn decide(
    opened: &mut Opened,
    columns: &[usize],
    progress: &Progress,
) -> Result<BTreeMap<usize, DateOrder>, IngestError> {
    let all_seen = opened.rows_exact && opened.rows <= opened.sample.len() as u64;
    if columns.is_empty() || all_seen {
        return Ok(BTreeMap::new());
    }
    // Dates with the day first and with the month first, per column.
    let mut counts = vec![(0_u32, 0_u32); columns.len()];
    opened.table.scan(progress, &mut |item| {
        let Item::Row(row) = item else { return Ok(ControlFlow::Continue(())) };
        for (index, (day_first, month_first)) in columns.iter().zip(&mut counts) {
            match times::decisive_order(row.cell(*index)) {
                Some(DateOrder::Dmy) => *day_first += 1,
                Some(_) => *month_first += 1,
                None => {}
            }
        }
        let done = counts.iter().all(|(day_first, month_first)| day_first + month_first >= ENOUGH);
        Ok(if done { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    })?;
    let order = |(day_first, month_first): (u32, u32)| match day_first.cmp(&month_first) {
        std::cmp::Ordering::Greater => Some(DateOrder::Dmy),
        std::cmp::Ordering::Less => Some(DateOrder::Mdy),
        std::cmp::Ordering::Equal => None,
    };
    let decided = columns.iter().zip(counts).filter_map(|(index, counts)| Some((*index, order(counts)?)));
    Ok(decided.collect())
}
