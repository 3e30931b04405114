//! Reads a whole source as its description says.

use super::date_order;
use super::fields::{self, Field};
use super::guess;
use super::moment::Moment;
use super::open::{Opened, open};
use super::report::{LoadReport, Loaded, Role};
use super::row::{Item, Row};
use super::times::{self, Shape, TimeReader, Zone};
use super::{IngestError, rejects, survey_rows};
use crate::base::{Cancel, Progress, Scale, Timestamp, Warning};
use crate::events::{LogBuilder, LogShape, RawEvent};
use crate::model::Source;
use crate::tr;
use std::ops::ControlFlow;
use std::path::Path;

/// Rows between two looks at the stop flag: well under 50 ms.
const ROWS_PER_CHECK: u64 = 2048;

/// Reads a whole source as its description says; relative paths are taken from `base_dir`.
///
/// # Errors
/// [`IngestError`]; a few bad rows are no error but part of the report.
pub fn load(
    source: &Source,
    base_dir: &Path,
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Loaded, IngestError> {
    cancel.check()?;
    let path = base_dir.join(&source.path);
    let mut opened = open(&path, &source.read, cancel)?;
    let plan = Plan::new(&path, source, &mut opened)?;
    match &source.survey {
        Some(survey) => survey_rows::load(&path, source, survey, plan, &mut opened, cancel, progress),
        None => load_events(&path, plan, &mut opened, cancel, progress),
    }
}

/// The columns in use, found in the table.
pub(super) struct Plan {
    pub decimal: char,
    pub scale: Option<Scale>,
    pub customer: Option<Field>,
    pub time: Option<Moment>,
    pub event: Option<Field>,
    pub journey: Option<Field>,
    pub channel: Option<Field>,
    pub score: Option<Field>,
    pub sentiment: Option<Field>,
    pub text: Option<Field>,
    pub wait: Option<Field>,
    pub agent: Option<Field>,
    pub outcome: Option<Field>,
    pub revenue: Option<Field>,
    pub segments: Vec<Field>,
    keep: Vec<(Field, Vec<String>)>,
}

impl Plan {
    fn new(path: &Path, source: &Source, opened: &mut Opened) -> Result<Self, IngestError> {
        let columns = &opened.table.columns().to_vec();
        let field = |name: &str, option: &str| {
            Field::find(columns, name, source).ok_or_else(|| no_such_column(path, name, option, columns))
        };
        let find = |name: &Option<String>, role: Role| {
            name.as_deref().map(|name| field(name, guess::option_of(role))).transpose()
        };
        let roles = &source.roles;
        let time = match find(&roles.time, Role::Time)? {
            Some(time) => {
                let reader = time_reader(path, source, opened, &time)?;
                Some(Moment {
                    date: time,
                    clock: find(&roles.clock, Role::Clock)?,
                    reader,
                    joined: String::new(),
                })
            }
            None => None,
        };
        let keep = source
            .keep_rows
            .iter()
            .map(|(column, values)| Ok((field(column, "--keep-rows")?, values.iter().cloned().collect())));
        Ok(Self {
            decimal: opened.decimal,
            scale: source.scale,
            customer: find(&roles.customer, Role::Customer)?,
            time,
            event: find(&roles.event, Role::Event)?,
            journey: find(&roles.journey, Role::Journey)?,
            channel: find(&roles.channel, Role::Channel)?,
            score: find(&roles.score, Role::Score)?,
            sentiment: find(&roles.sentiment, Role::Sentiment)?,
            text: find(&roles.text, Role::Text)?,
            wait: find(&roles.wait, Role::Wait)?,
            agent: find(&roles.agent, Role::Agent)?,
            outcome: find(&roles.outcome, Role::Outcome)?,
            revenue: find(&roles.revenue, Role::Revenue)?,
            segments: roles
                .segments
                .iter()
                .map(|name| field(name, guess::option_of(Role::Segment)))
                .collect::<Result<_, _>>()?,
            keep: keep.collect::<Result<_, IngestError>>()?,
        })
    }

    /// The log's columns, without the score of survey tables.
    pub(super) fn shape(&self) -> LogShape {
        LogShape {
            journey: self.journey.is_some(),
            channel: self.channel.is_some(),
            score: self.score.is_some(),
            sentiment: self.sentiment.is_some(),
            text: self.text.is_some(),
            wait: self.wait.is_some(),
            agent: self.agent.is_some(),
            outcome: self.outcome.is_some(),
            revenue: self.revenue.is_some(),
            segments: self.segments.iter().map(|field| field.name.clone()).collect(),
            ..LogShape::default()
        }
    }

    /// False for rows that the source leaves out.
    pub(super) fn keeps(&self, row: &Row) -> bool {
        let keeps = |(field, values): &(Field, Vec<String>)| {
            let cell = row.cell(field.index);
            values.iter().any(|value| value.eq_ignore_ascii_case(cell))
        };
        self.keep.iter().all(keeps)
    }
}

fn no_such_column(path: &Path, name: &str, option: &str, columns: &[String]) -> IngestError {
    let detail = format!("Its columns are: {}.", columns.join(", "));
    let hint = format!("Name one of them with {option}.");
    IngestError::unusable(path, format!("there is no column `{name}`"), detail, hint)
}

/// How the time column is read: as the options say, else as its first rows show.
fn time_reader(
    path: &Path,
    source: &Source,
    opened: &mut Opened,
    field: &Field,
) -> Result<TimeReader, IngestError> {
    let read = &source.read;
    let zone = read.timezone.as_deref().unwrap_or("UTC");
    let zone = Zone::named(zone).ok_or_else(|| {
        let headline = format!("there is no time zone called `{zone}`");
        IngestError::unusable(path, headline, "", "Give --timezone as in Europe/Istanbul.")
    })?;
    if let Some(format) = &read.time_format {
        return Ok(TimeReader::new(Shape::Format(format.clone()), zone));
    }
    let values = opened.sample.iter().filter_map(|row| field.text(row));
    let guessed = times::guess(values.clone()).or_else(|| times::guess_serials(values));
    let order = match &guessed {
        Some(guessed) if read.date_order.is_none() && guessed.is_undecided => {
            date_order::of_column(opened, field.index)?
        }
        _ => None,
    };
    let guessed = guessed.map(|guessed| guessed.with_order(order));
    let shape = match (guessed, read.date_order) {
        (Some(guessed), None) => match guess::date_doubt(&field.name, &guessed) {
            Some(doubt) => {
                return Err(IngestError::unusable(
                    path,
                    "dates read in more than one way",
                    doubt.message,
                    doubt.remedy,
                ));
            }
            None => guessed.shape,
        },
        (Some(guessed), Some(order)) => match guessed.shape {
            Shape::Calendar(_) => Shape::Calendar(order),
            shape => shape,
        },
        (None, Some(order)) => Shape::Calendar(order),
        (None, None) => {
            let headline = format!("`{}` holds no times that can be read", field.name);
            let example = opened.sample.iter().find_map(|row| field.text(row)).unwrap_or_default();
            let detail = format!("Its first value is `{example}`.");
            let hint = "Name another column with --time, or say how times are written with --time-format.";
            return Err(IngestError::unusable(path, headline, detail, hint));
        }
    };
    Ok(TimeReader::new(shape, zone))
}

fn load_events(
    path: &Path,
    mut plan: Plan,
    opened: &mut Opened,
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Loaded, IngestError> {
    let absent = |role| no_column_for(path, role, opened);
    let mut time = plan.time.take().ok_or_else(|| absent(Role::Time))?;
    let customer = plan.customer.take().ok_or_else(|| absent(Role::Customer))?;
    let event = plan.event.take().ok_or_else(|| absent(Role::Event))?;
    let mut builder = LogBuilder::new(plan.shape());
    let mut report = LoadReport::default();
    opened.table.scan(progress, &mut |item| {
        report.rows += 1;
        if report.rows % ROWS_PER_CHECK == 0 {
            cancel.check()?;
        }
        let row = match item {
            Item::Row(row) => row,
            Item::Bad(warning) => {
                reject(&mut report, warning);
                return Ok(ControlFlow::Continue(()));
            }
        };
        if !plan.keeps(row) {
            report.left_out += 1;
            return Ok(ControlFlow::Continue(()));
        }
        match required(row, &customer, &event, &mut time) {
            Ok((customer, name, time)) => {
                note_garbled(&mut report, row);
                push_event(&mut builder, &mut report, &plan, row, customer, name, time);
            }
            Err(warning) => reject(&mut report, warning),
        }
        Ok(ControlFlow::Continue(()))
    })?;
    cancel.check()?;
    Ok(Loaded { log: builder.finish(), report })
}

pub(super) fn reject(report: &mut LoadReport, warning: Warning) {
    report.rejected += 1;
    report.problems.push(warning);
}

/// Counts a row that is taken although some of its characters could not be decoded.
pub(super) fn note_garbled(report: &mut LoadReport, row: &Row) {
    if row.is_garbled() {
        report.garbled += 1;
        report.problems.push(rejects::garbled(row));
    }
}

fn no_column_for(path: &Path, role: Role, opened: &Opened) -> IngestError {
    let columns = opened.table.columns().join(", ");
    let (headline, mut detail) = match role {
        Role::Time => (
            "there is no time column, so this is no log of interactions",
            "Each row must say when something happened. Without times the table may serve as customer attributes."
                .to_owned(),
        ),
        Role::Customer => ("there is no customer column", "Each row must say whose interaction it is.".to_owned()),
        _ => ("there is no event column", "Each row must say what happened.".to_owned()),
    };
    detail += &format!(" Its columns are: {columns}.");
    IngestError::unusable(path, headline, detail, format!("Name the column with {}.", guess::option_of(role)))
}

/// Customer, event name and time, or why the row can't be taken.
fn required<'a>(
    row: &'a Row,
    customer: &Field,
    event: &Field,
    time: &mut Moment,
) -> Result<(&'a str, &'a str, Timestamp), Warning> {
    let missing = |kind, field: &Field| rejects::missing(kind, row.line, &field.name);
    let customer = customer.text(row).ok_or_else(|| missing("no-customer", customer))?;
    let at = time.read(row)?;
    let name = event.text(row).ok_or_else(|| missing("no-event", event))?;
    Ok((customer, name, at))
}

fn push_event(
    builder: &mut LogBuilder,
    report: &mut LoadReport,
    plan: &Plan,
    row: &Row,
    customer: &str,
    name: &str,
    time: Timestamp,
) {
    let text = |field: &Option<Field>| field.as_ref().and_then(|field| field.text(row));
    let (mut score, mut sentiment, mut wait_secs, mut revenue) = (None, None, None, None);
    let mut take = |field: &Option<Field>,
                    kind,
                    wanted: &dyn Fn() -> String,
                    read: &mut dyn FnMut(&str, char) -> bool| {
        if let Some(field) = field
            && let Some(value) = field.text(row)
            && !read(value, row.decimal_at(field.index, plan.decimal))
        {
            report.field_errors += 1;
            report.problems.push(rejects::unreadable(kind, row.line, &field.name, value, &wanted()));
        }
    };
    take(&plan.score, "bad-score", &|| score_wanted(plan.scale), &mut |value, decimal| {
        score = fields::score(value, decimal, plan.scale);
        score.is_some()
    });
    take(&plan.sentiment, "bad-sentiment", &|| tr!("ingest-wanted-mood"), &mut |value, decimal| {
        sentiment = fields::sentiment(value, decimal);
        sentiment.is_some()
    });
    take(&plan.wait, "bad-wait", &|| tr!("ingest-wanted-seconds"), &mut |value, decimal| {
        wait_secs = fields::wait_secs(value, decimal);
        wait_secs.is_some()
    });
    take(&plan.revenue, "bad-revenue", &|| tr!("ingest-wanted-amount"), &mut |value, decimal| {
        revenue = super::numbers::parse(value, decimal);
        revenue.is_some()
    });
    let segments: Vec<Option<&str>> = plan.segments.iter().map(|field| field.text(row)).collect();
    report.events += 1;
    builder.push(&RawEvent {
        customer,
        time,
        name,
        journey: text(&plan.journey),
        channel: text(&plan.channel),
        score,
        sentiment,
        text: text(&plan.text),
        wait_secs,
        agent: text(&plan.agent),
        outcome: text(&plan.outcome),
        revenue,
        segments: &segments,
    });
}

/// What a score should be, in a sentence.
pub(super) fn score_wanted(scale: Option<Scale>) -> String {
    match scale {
        Some(scale) => tr!("ingest-wanted-score", min = scale.min, max = scale.max),
        None => tr!("ingest-wanted-number"),
    }
}
