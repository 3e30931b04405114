//! Reads a whole source as its description says.

use super::attributes::AttributeTable;
use super::audience::Audience;
use super::date_order;
use super::event_rows::{self, EventPlan};
use super::fields::Field;
use super::guess;
use super::lifecycle::{EVERY_ROW, Lifecycle, Watch};
use super::moment::Moment;
use super::moods::MoodReader;
use super::open::{Depth, Opened, open};
use super::parts::PART_BYTES;
use super::report::{LoadReport, Loaded, Role};
use super::row::Row;
use super::several::files;
use super::times::{self, Shape, TimeReader, Zone};
use super::{IngestError, header, rejects, several, stamp, summary_rows, survey_rows};
use crate::base::{Cancel, Progress, Scale, Timestamp, Warning};
use crate::events::{LogBuilder, LogShape, RawEvent};
use crate::model::Source;
use crate::tr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

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
    load_before(source, base_dir, &Audience::new(cancel, progress))
}

/// As [`load`], before those who wait for it. What they see meanwhile does not change what comes in the end.
///
/// # Errors
/// [`IngestError`].
pub fn load_before(source: &Source, base_dir: &Path, audience: &Audience<'_>) -> Result<Loaded, IngestError> {
    let cancel = audience.cancel;
    cancel.check()?;
    let path = base_dir.join(&source.path);
    let stamps = stamp::stamps(&path, source);
    let attributes = match &source.read.attributes {
        Some(attributes) => Some(Arc::new(AttributeTable::read(&path, attributes, cancel)?)),
        None => None,
    };
    let files: Vec<PathBuf> = files(&path, &source.read).collect();
    let mut columns = Vec::new();
    let mut taken: Option<Taken> = None;
    let are_several = files.len() > 1;
    if are_several {
        audience.progress.expect_parts(files.iter().map(|path| several::bytes_of(path)).sum());
    }
    for path in &files {
        if are_several {
            audience.progress.begin_part(several::bytes_of(path));
        }
        let (found, mut next) = load_file(path, source, attributes.clone(), taken.as_ref(), audience)?;
        if are_several {
            next.report.problems = next.report.problems.of_file(&several::name_of(path));
        }
        match &mut taken {
            None => (columns, taken) = (found, Some(next)),
            Some(taken) => {
                if let Some(warning) = several::difference(path, &columns, &found) {
                    taken.report.problems.push(warning);
                }
                taken.builder.append(next.builder);
                taken.report.append(next.report, 0);
                taken.phases.merge(next.phases);
                audience.look(path, &taken.builder, &taken.report)?;
            }
        }
    }
    let Taken { builder, mut report, phases } = taken.unwrap_or_default();
    if let Some(found) = phases.found() {
        return Err(both_phases(&path, found));
    }
    let log = builder.finish_unless(cancel)?;
    if let Some(attributes) = attributes {
        report.problems.append(attributes.problems.clone());
        let missed = attributes.missed(log.customers.iter());
        if missed > 0 {
            report
                .problems
                .push(rejects::of_file("no-attributes", tr!("ingest-no-attributes", count = missed)));
        }
    }
    Ok(Loaded::new(log, report, stamps))
}

/// The columns of a file and what was taken of it, after what was taken of the files before.
fn load_file(
    path: &Path,
    source: &Source,
    attributes: Option<Arc<AttributeTable>>,
    before: Option<&Taken>,
    audience: &Audience<'_>,
) -> Result<(Vec<String>, Taken), IngestError> {
    let read = several::options_of(&source.read, before.is_none());
    let mut opened = open(path, &read, Depth::Beginning, audience.cancel, audience.progress)?;
    if opened.may_have_more_columns && lacks_columns(&opened, source) {
        opened = open(path, &read, Depth::Whole, audience.cancel, audience.progress)?;
    }
    let columns = opened.table.columns().to_vec();
    let mut plan = Plan::new(path, source, &mut opened, attributes, audience.progress)?;
    plan.rows_before = before.map_or(0, |taken| taken.report.rows);
    let unseen = audience.unseen();
    let audience = if before.is_none() { audience } else { &unseen };
    let taken = match &source.survey {
        Some(survey) => survey_rows::load(path, source, survey, plan, &mut opened, audience)?,
        None if source.is_summary() => summary_rows::load(path, plan, &mut opened, audience)?,
        None => {
            let phases = Watch::of(&opened, Some(source));
            if let Some(found) = phases.found() {
                return Err(both_phases(path, found));
            }
            let plan = event_plan(path, plan, &opened, phases)?;
            event_rows::load(path, plan, &mut opened, PART_BYTES, audience)?
        }
    };
    Ok((columns, taken))
}

/// A column in use is not among those that were found.
fn lacks_columns(opened: &Opened, source: &Source) -> bool {
    let mut roles = source.roles.clone();
    let single = Role::SINGLE.into_iter().filter_map(|role| role.place_in(&mut roles)?.take());
    let mut used = single.collect::<Vec<String>>().into_iter().chain(source.roles.segments.iter().cloned());
    used.any(|name| header::position(opened.table.columns(), &name).is_none())
}

/// Rows that were taken, and the account of them.
#[derive(Default)]
pub(super) struct Taken {
    pub builder: LogBuilder,
    pub report: LoadReport,
    /// Columns that may tell start from end, about which nothing is said.
    pub phases: Watch,
}

/// The columns in use, found in the table.
#[derive(Clone)]
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
    pub reached: Option<Field>,
    pub exits: Option<Field>,
    pub answers: Option<Field>,
    segments: Vec<Field>,
    /// What another table says of the customers: further segments.
    attributes: Option<Arc<AttributeTable>>,
    /// Rows of the files read before.
    pub rows_before: u64,
    keep: Vec<(Field, Vec<String>)>,
}

impl Plan {
    pub(super) fn new(
        path: &Path,
        source: &Source,
        opened: &mut Opened,
        attributes: Option<Arc<AttributeTable>>,
        progress: &Progress,
    ) -> Result<Self, IngestError> {
        let columns = &opened.table.columns().to_vec();
        let field = |name: &str, option: &'static str| {
            Field::find(columns, name, source).ok_or_else(|| no_such_column(path, name, option, columns))
        };
        let find = |name: &Option<String>, role: Role| {
            name.as_deref().map(|name| field(name, guess::option_of(role))).transpose()
        };
        let roles = &source.roles;
        let time = match find(&roles.time, Role::Time)? {
            Some(time) => {
                let reader = time_reader(path, source, opened, &time, progress)?;
                Some(Moment {
                    date: time,
                    clock: find(&roles.clock, Role::Clock)?,
                    reader,
                    joined: String::new(),
                })
            }
            None => None,
        };
        let keep =
            source.keep_rows.iter().filter(|(_, values)| !values.contains(EVERY_ROW)).map(
                |(column, values)| Ok((field(column, "--keep-rows")?, values.iter().cloned().collect())),
            );
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
            reached: find(&roles.reached, Role::Reached)?,
            exits: find(&roles.exits, Role::Exits)?,
            answers: find(&roles.answers, Role::Answers)?,
            segments: roles
                .segments
                .iter()
                .map(|name| field(name, guess::option_of(Role::Segment)))
                .collect::<Result<_, _>>()?,
            attributes,
            rows_before: 0,
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
            segments: self.segment_names(),
            ..LogShape::default()
        }
    }

    /// Columns of the data, then those of the table of customers; a name that is taken is told apart.
    fn segment_names(&self) -> Vec<String> {
        let of_rows = self.segments.iter().map(|field| field.name.as_str());
        let of_customers = self.attributes.iter().flat_map(|table| &table.columns).map(String::as_str);
        header::names(of_rows.chain(of_customers))
    }

    /// Values of a row and its customer, in the order of [`LogShape::segments`].
    pub(super) fn segments<'a>(&'a self, row: &'a Row, customer: &'a str) -> Vec<Option<&'a str>> {
        let mut values: Vec<_> = self.segments.iter().map(|field| field.text(row)).collect();
        if let Some(table) = &self.attributes {
            values.extend(table.of(customer));
        }
        values
    }

    /// What a row says in words; its numbers are still to be read. `segments` are those of [`Plan::segments`].
    pub(super) fn event<'a>(
        &'a self,
        row: &'a Row,
        (customer, name, time): (&'a str, &'a str, Timestamp),
        segments: &'a [Option<&'a str>],
    ) -> RawEvent<'a> {
        let text = |field: &'a Option<Field>| field.as_ref().and_then(|field| field.text(row));
        RawEvent {
            customer,
            time,
            name,
            journey: text(&self.journey),
            channel: text(&self.channel),
            text: text(&self.text),
            agent: text(&self.agent),
            outcome: text(&self.outcome),
            segments,
            ..RawEvent::default()
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

/// Starts and ends would both be counted.
fn both_phases(path: &Path, found: Lifecycle) -> IngestError {
    let headline = "each step stands in the data with its start and its end";
    let hint = "Say which rows count: those of one phase, or every row.";
    let doubt = found.doubt();
    IngestError::unusable(path, headline, doubt.message, hint).option(doubt.option)
}

fn no_such_column(path: &Path, name: &str, option: &'static str, columns: &[String]) -> IngestError {
    let detail = format!("Its columns are: {}.", columns.join(", "));
    IngestError::unusable(path, format!("there is no column `{name}`"), detail, "Choose one of them.")
        .option(option)
}

/// How the time column is read: as the options say, else as its first rows show.
fn time_reader(
    path: &Path,
    source: &Source,
    opened: &mut Opened,
    field: &Field,
    progress: &Progress,
) -> Result<TimeReader, IngestError> {
    let read = &source.read;
    let zone = read.timezone.as_deref().unwrap_or("UTC");
    let zone = Zone::named(zone).ok_or_else(|| {
        let headline = format!("there is no time zone called `{zone}`");
        IngestError::unusable(path, headline, "", "Write it as in Europe/Istanbul.").option("--timezone")
    })?;
    if let Some(format) = &read.time_format {
        return Ok(TimeReader::new(Shape::Format(format.clone()), zone));
    }
    let values = opened.sample.iter().filter_map(|row| field.text(row));
    let guessed = times::guess(values.clone()).or_else(|| times::guess_serials(values));
    let order = match &guessed {
        Some(guessed) if read.date_order.is_none() && guessed.is_undecided => {
            date_order::of_column(opened, field.index, progress)?
        }
        _ => None,
    };
    let guessed = guessed.map(|guessed| guessed.with_order(order));
    let shape = match (guessed, read.date_order) {
        (Some(guessed), None) => match guess::date_doubt(&field.name, &guessed) {
            Some(doubt) => {
                let (headline, hint) =
                    ("dates read in more than one way", "Say in which order day, month and year stand.");
                return Err(IngestError::unusable(path, headline, doubt.message, hint).option(doubt.option));
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
            let hint = "Choose another column, or say how times are written.";
            return Err(IngestError::unusable(path, headline, detail, hint).option("--time or --time-format"));
        }
    };
    Ok(TimeReader::new(shape, zone))
}

/// What an event log can't do without must be there.
pub(super) fn event_plan(
    path: &Path,
    mut plan: Plan,
    opened: &Opened,
    phases: Watch,
) -> Result<EventPlan, IngestError> {
    let absent = |role| no_column_for(path, role, opened);
    Ok(EventPlan {
        time: plan.time.take().ok_or_else(|| absent(Role::Time))?,
        customer: plan.customer.take().ok_or_else(|| absent(Role::Customer))?,
        event: event_column(path, &mut plan, opened)?,
        moods: MoodReader::default(),
        others: plan,
        phases,
    })
}

/// The column of event names, taken out of the plan.
pub(super) fn event_column(path: &Path, plan: &mut Plan, opened: &Opened) -> Result<Field, IngestError> {
    plan.event.take().ok_or_else(|| no_column_for(path, Role::Event, opened))
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
    IngestError::unusable(path, headline, detail, "Say which column it is.").option(guess::option_of(role))
}

/// What a score should be, in a sentence.
pub(super) fn score_wanted(scale: Option<Scale>) -> String {
    match scale {
        Some(scale) => tr!("ingest-wanted-score", min = scale.min, max = scale.max),
        None => tr!("ingest-wanted-number"),
    }
}
