//! Reads a survey table: each answered rating of a respondent becomes an event with a score.

use super::audience::Audience;
use super::fields::{self, Field};
use super::load::{Plan, Taken, note_garbled, reject, score_wanted};
use super::open::Opened;
use super::report::LoadReport;
use super::row::{Item, Row};
use super::{IngestError, rejects, times};
use crate::base::{Scale, Timestamp, Warning};
use crate::events::{LogBuilder, LogShape, RawEvent};
use crate::model::{Source, Survey};
use std::ops::ControlFlow;
use std::path::Path;

/// A rating column with its scale.
struct Question {
    field: Field,
    scale: Option<Scale>,
}

/// Reads every respondent. A rating column that the table lacks is an error naming it.
pub(super) fn load(
    path: &Path,
    source: &Source,
    survey: &Survey,
    mut plan: Plan,
    opened: &mut Opened,
    audience: &Audience<'_>,
) -> Result<Taken, IngestError> {
    let questions = questions(path, source, survey, opened)?;
    let day = match &survey.date {
        Some(date) => times::read_iso(date).ok_or_else(|| {
            let headline = format!("the day of the answers, `{date}`, is not a date");
            IngestError::unusable(path, headline, "", "Write it like 2024-04-01.").option("--survey-date")
        })?,
        None => Timestamp::default(),
    };
    let own_scales = |question: &Question| {
        let own = question.scale.filter(|scale| Some(*scale) != source.scale)?;
        Some((question.field.name.clone(), own))
    };
    let shape = LogShape {
        score: true,
        is_survey: true,
        is_undated: plan.time.is_none() && survey.date.is_none(),
        own_scales: questions.iter().filter_map(own_scales).collect(),
        ..plan.shape()
    };
    let mut builder = LogBuilder::new(shape);
    let (mut report, rows_before) = (LoadReport::default(), plan.rows_before);
    opened.table.scan(audience.progress, &mut |item| {
        report.rows += 1;
        if report.rows % 256 == 0 {
            audience.look(path, &builder, &report)?;
        }
        match item {
            Item::Bad(warning) => reject(&mut report, warning),
            Item::Row(row) if !plan.keeps(row) => report.left_out += 1,
            Item::Row(row) => match respondent(row, &mut plan, day, rows_before + report.rows) {
                Ok((customer, time)) => {
                    report.respondents += 1;
                    note_garbled(&mut report, row);
                    push_answers(&mut builder, &mut report, &plan, &questions, row, &customer, time);
                }
                Err(warning) => reject(&mut report, warning),
            },
        }
        Ok(ControlFlow::Continue(()))
    })?;
    audience.cancel.check()?;
    Ok(Taken { builder, report, ..Taken::default() })
}

fn questions(
    path: &Path,
    source: &Source,
    survey: &Survey,
    opened: &Opened,
) -> Result<Vec<Question>, IngestError> {
    let columns = opened.table.columns();
    let question = |rating: &crate::model::Rating| {
        let field = Field::find(columns, &rating.column, source).ok_or_else(|| {
            let headline = format!("there is no rating column `{}`", rating.column.trim());
            let detail = format!("Its columns are: {}.", columns.join(", "));
            IngestError::unusable(
                path,
                headline,
                detail,
                "Take the column out of the source's ratings, or rename it.",
            )
        })?;
        Ok(Question { field, scale: rating.scale.or(source.scale) })
    };
    survey.ratings.iter().map(question).collect()
}

/// Who answered, and when: the row's number and the survey's day where no column says it.
fn respondent(
    row: &Row,
    plan: &mut Plan,
    day: Timestamp,
    number: u64,
) -> Result<(String, Timestamp), Warning> {
    let customer = match &plan.customer {
        Some(field) => {
            field.text(row).ok_or_else(|| rejects::missing("no-customer", row.line, &field.name))?.to_owned()
        }
        None => number.to_string(),
    };
    let time = match &mut plan.time {
        Some(time) => time.read(row)?,
        None => day,
    };
    Ok((customer, time))
}

fn push_answers(
    builder: &mut LogBuilder,
    report: &mut LoadReport,
    plan: &Plan,
    questions: &[Question],
    row: &Row,
    customer: &str,
    time: Timestamp,
) {
    let segments = plan.segments(row, customer);
    for question in questions {
        let Some(value) = question.field.text(row) else { continue };
        let name = question.field.name.as_str();
        let Some(score) =
            fields::score(value, row.decimal_at(question.field.index, plan.decimal), question.scale)
        else {
            report.field_errors += 1;
            let wanted = score_wanted(question.scale);
            report.problems.push(rejects::unreadable("bad-score", row.line, name, value, &wanted));
            continue;
        };
        report.events += 1;
        let event = plan.event(row, (customer, name, time), &segments);
        builder.push(&RawEvent { score: Some(score), ..event });
    }
}
