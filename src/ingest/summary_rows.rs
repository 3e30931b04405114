//! Reads a summary table: each row is a touchpoint with figures that somebody else has counted.

use super::IngestError;
use super::audience::Audience;
use super::fields::{self, Field};
use super::load::{Plan, Taken, event_column, note_garbled, reject, score_wanted};
use super::open::Opened;
use super::rejects;
use super::report::LoadReport;
use super::row::{Item, Row};
use crate::events::{LogBuilder, LogShape, SummaryRow};
use crate::tr;
use std::ops::ControlFlow;
use std::path::Path;

/// Reads every row.
pub(super) fn load(
    path: &Path,
    mut plan: Plan,
    opened: &mut Opened,
    audience: &Audience<'_>,
) -> Result<Taken, IngestError> {
    let name = event_column(path, &mut plan, opened)?;
    let shape = LogShape { is_summary: true, is_undated: true, ..LogShape::default() };
    let mut builder = LogBuilder::new(shape);
    let mut report = LoadReport::default();
    opened.table.scan(audience.progress, &mut |item| {
        report.rows += 1;
        audience.cancel.check()?;
        match item {
            Item::Bad(warning) => reject(&mut report, warning),
            Item::Row(row) if !plan.keeps(row) => report.left_out += 1,
            Item::Row(row) => match name.text(row) {
                None => reject(&mut report, rejects::missing("no-event", row.line, &name.name)),
                Some(name) => match figures(&plan, row, &mut report) {
                    Some(figures) => {
                        note_garbled(&mut report, row);
                        report.events += 1;
                        builder.push_summary(name, figures);
                    }
                    None => reject(&mut report, rejects::no_figures(row.line, name)),
                },
            },
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(Taken { builder, report, ..Taken::default() })
}

/// What the row says; none when it says nothing.
fn figures(plan: &Plan, row: &Row, report: &mut LoadReport) -> Option<SummaryRow> {
    let mut wrong = |field: &Field, kind, value: &str, wanted: String| {
        report.field_errors += 1;
        report.problems.push(rejects::unreadable(kind, row.line, &field.name, value, &wanted));
    };
    let mut count = |field: &Option<Field>| {
        let field = field.as_ref()?;
        let value = field.text(row)?;
        let count = fields::count(value, row.decimal_at(field.index, plan.decimal));
        if count.is_none() {
            wrong(field, "bad-count", value, tr!("ingest-wanted-count"));
        }
        count
    };
    let (reached, mut exits, answers) = (count(&plan.reached), count(&plan.exits), count(&plan.answers));
    if let (Some(some), Some(all), Some(field)) = (exits, reached, &plan.exits)
        && some > all
    {
        wrong(field, "bad-count", &some.to_string(), tr!("ingest-wanted-exits", reached = all));
        exits = None;
    }
    let mean = plan.score.as_ref().and_then(|field| {
        let value = field.text(row)?;
        let mean = fields::score(value, row.decimal_at(field.index, plan.decimal), plan.scale);
        if mean.is_none() {
            wrong(field, "bad-score", value, score_wanted(plan.scale));
        }
        mean
    });
    let scores = answers.filter(|answers| *answers > 0).zip(mean);
    // Of how many answers a mean is decides how much it says.
    if let (Some(mean), None, Some(field)) = (mean, answers, &plan.score) {
        wrong(field, "no-answers", &mean.to_string(), tr!("ingest-wanted-answers"));
    }
    (reached.is_some() || exits.is_some() || scores.is_some() || answers.is_some()).then(|| SummaryRow {
        reached,
        exits,
        scores,
        ..SummaryRow::default()
    })
}
