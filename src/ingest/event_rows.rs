//! Reads an event log: each row becomes an event. A text file in memory is read by all cores, part by part, with the
//! same result as row by row.

use super::IngestError;
use super::audience::Audience;
use super::fields::{self, Field};
use super::joining::{Joining, ReadPart};
use super::lifecycle::Watch;
use super::load::{Plan, Taken, note_garbled, reject, score_wanted};
use super::moment::Moment;
use super::moods::MoodReader;
use super::open::Opened;
use super::report::LoadReport;
use super::row::{Item, Part, Parts, Row};
use super::{numbers, rejects};
use crate::base::{Timestamp, Warning};
use crate::events::{LogBuilder, RawEvent};
use crate::tr;
use rayon::prelude::*;
use std::ops::ControlFlow;
use std::path::Path;

/// Rows between two looks at the stop flag: well under 50 ms.
const ROWS_PER_CHECK: u64 = 2048;

/// The columns that an event log can't do without, and the others.
#[derive(Clone)]
pub(super) struct EventPlan {
    pub customer: Field,
    pub time: Moment,
    pub event: Field,
    pub moods: MoodReader,
    pub others: Plan,
    /// Columns that may tell start from end, about which nothing is said.
    pub phases: Watch,
}

/// Reads every row of the table of a file.
pub(super) fn load(
    path: &Path,
    plan: EventPlan,
    opened: &mut Opened,
    part_bytes: usize,
    audience: &Audience<'_>,
) -> Result<Taken, IngestError> {
    if let Some(parts) = opened.table.parts(part_bytes, audience.progress)?
        && let Some(taken) = load_parts(path, &plan, parts, audience)?
    {
        return Ok(taken);
    }
    load_in_order(path, plan, opened, audience)
}

fn load_in_order(
    path: &Path,
    plan: EventPlan,
    opened: &mut Opened,
    audience: &Audience<'_>,
) -> Result<Taken, IngestError> {
    let mut rows = EventRows::new(plan);
    opened.table.scan(audience.progress, &mut |item| {
        if rows.take(item) {
            audience.look(path, &rows.builder, &rows.report)?;
        }
        Ok(ControlFlow::Continue(()))
    })?;
    audience.cancel.check()?;
    Ok(rows.taken())
}

/// Reads parts at the same time and joins them in order; none when a quote is left open, which only reading from the
/// beginning can judge.
fn load_parts(
    path: &Path,
    plan: &EventPlan,
    parts: Parts,
    audience: &Audience<'_>,
) -> Result<Option<Taken>, IngestError> {
    /// Why the parts are not read to the end.
    enum Stop {
        OpenQuote,
        Error(IngestError),
    }
    let joining = Joining::new(path, EventRows::new(plan.clone()), audience);
    let read = |part: &dyn Part| -> Result<Option<ReadPart>, IngestError> {
        let mut rows = EventRows::new(plan.clone());
        let mut is_open = false;
        let lines = part.scan(&mut |item| {
            is_open |= matches!(&item, Item::Bad(warning) if warning.kind == rejects::UNCLOSED_QUOTE);
            if is_open {
                return Ok(ControlFlow::Break(()));
            }
            if rows.take(item) {
                audience.cancel.check()?;
            }
            Ok(ControlFlow::Continue(()))
        })?;
        let counted = part.uncounted();
        Ok((!is_open).then_some(ReadPart { rows, lines, counted }))
    };
    let stopped = parts.enumerate().par_bridge().try_for_each(|(number, part)| {
        audience.cancel.check().map_err(|cancelled| Stop::Error(cancelled.into()))?;
        let read = part.and_then(|part| read(&*part)).map_err(Stop::Error)?.ok_or(Stop::OpenQuote)?;
        joining.take(number, read).map_err(Stop::Error)
    });
    match stopped {
        Ok(()) => joining.finish().map(Some),
        Err(Stop::OpenQuote) => Ok(None),
        Err(Stop::Error(error)) => Err(error),
    }
}

/// Takes rows and keeps account of them.
pub(super) struct EventRows {
    plan: EventPlan,
    pub builder: LogBuilder,
    pub report: LoadReport,
}

impl EventRows {
    fn new(plan: EventPlan) -> Self {
        let builder = LogBuilder::new(plan.others.shape());
        Self { plan, builder, report: LoadReport::default() }
    }

    /// What was taken.
    pub(super) fn taken(self) -> Taken {
        Taken { builder: self.builder, report: self.report, phases: self.plan.phases }
    }

    /// Adds the rows that follow, whose lines were counted from their own first.
    pub(super) fn append(&mut self, next: Self, lines_before: u64) {
        self.builder.append(next.builder);
        self.report.append(next.report, lines_before);
        self.plan.phases.merge(next.plan.phases);
    }

    /// Takes a row. True when it is time to look at the stop flag.
    fn take(&mut self, item: Item<'_>) -> bool {
        let report = &mut self.report;
        report.rows += 1;
        if let Item::Row(row) = item
            && !self.plan.phases.is_idle()
            && self.plan.others.keeps(row)
        {
            self.plan.phases.note(row);
        }
        match item {
            Item::Bad(warning) => reject(report, warning),
            Item::Row(row) if !self.plan.others.keeps(row) => report.left_out += 1,
            Item::Row(row) => match required(row, &mut self.plan) {
                Ok((customer, name, time)) => {
                    note_garbled(report, row);
                    push_event(&mut self.builder, report, &mut self.plan, row, customer, name, time);
                }
                Err(warning) => reject(report, warning),
            },
        }
        report.rows.is_multiple_of(ROWS_PER_CHECK)
    }
}

/// Customer, event name and time, or why the row can't be taken.
fn required<'a>(row: &'a Row, plan: &mut EventPlan) -> Result<(&'a str, &'a str, Timestamp), Warning> {
    let EventPlan { customer, time, event, .. } = plan;
    let missing = |kind, field: &Field| rejects::missing(kind, row.line, &field.name);
    let customer = customer.text(row).ok_or_else(|| missing("no-customer", customer))?;
    let at = time.read(row)?;
    let name = event.text(row).ok_or_else(|| missing("no-event", event))?;
    Ok((customer, name, at))
}

fn push_event(
    builder: &mut LogBuilder,
    report: &mut LoadReport,
    plan: &mut EventPlan,
    row: &Row,
    customer: &str,
    name: &str,
    time: Timestamp,
) {
    let EventPlan { others: plan, moods, .. } = plan;
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
        sentiment = moods.read(value, decimal);
        sentiment.is_some()
    });
    take(&plan.wait, "bad-wait", &|| tr!("ingest-wanted-seconds"), &mut |value, decimal| {
        wait_secs = fields::wait_secs(value, decimal);
        wait_secs.is_some()
    });
    take(&plan.revenue, "bad-revenue", &|| tr!("ingest-wanted-amount"), &mut |value, decimal| {
        revenue = numbers::parse(value, decimal);
        revenue.is_some()
    });
    let segments = plan.segments(row, customer);
    report.events += 1;
    let event = plan.event(row, (customer, name, time), &segments);
    builder.push(&RawEvent { score, sentiment, wait_secs, revenue, ..event });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Cancel, Progress};
    use crate::ingest::load::{Plan, event_plan};
    use crate::ingest::open::{Depth, open};
    use crate::ingest::profile;
    use crate::model::ReadOptions;
    use proptest::prelude::*;

    /// Everything that a log and a report hold, in words.
    fn told(taken: Taken) -> String {
        let (log, report) = (taken.builder.finish(), taken.report);
        let names = [&log.customers, &log.names, &log.channels];
        let names: Vec<Vec<&str>> = names.iter().map(|names| names.iter().collect()).collect();
        let event = |event: usize| {
            let codes = (log.customer(event), log.name(event), log.channel(event), log.segment(0, event));
            (codes, log.time(event), log.score(event))
        };
        let events: Vec<_> = (0..log.len()).map(event).collect();
        format!("{names:?} {events:?} {report:?}")
    }

    fn read(text: &str, part_bytes: Option<usize>) -> String {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), text).unwrap();
        let options = ReadOptions { delimiter: Some(','), ..ReadOptions::default() };
        let mut source =
            profile(file.path(), &options, &Cancel::new(), &Progress::new()).unwrap().guess.source.unwrap();
        let roles = &mut source.roles;
        roles.customer = Some("customer".to_owned());
        roles.time = Some("time".to_owned());
        roles.event = Some("event".to_owned());
        roles.channel = Some("channel".to_owned());
        roles.score = Some("score".to_owned());
        roles.segments = vec!["plan".to_owned()];
        source.survey = None;
        source.read.date_order = Some(crate::model::DateOrder::Ymd);
        let mut opened =
            open(file.path(), &source.read, Depth::Beginning, &Cancel::new(), &Progress::new()).unwrap();
        let plan = Plan::new(file.path(), &source, &mut opened, None, &Progress::new()).unwrap();
        let plan = event_plan(file.path(), plan, &opened, Watch::default()).unwrap();
        let (cancel, progress) = (Cancel::new(), Progress::new());
        let audience = Audience::new(&cancel, &progress);
        let taken = match part_bytes {
            Some(part_bytes) => load(file.path(), plan, &mut opened, part_bytes, &audience),
            None => load_in_order(file.path(), plan, &mut opened, &audience),
        };
        told(taken.unwrap())
    }

    fn row() -> impl Strategy<Value = String> {
        let plain = (0..5_u8, 1..29_u8, 0..4_u8, 0..3_u8, 0..7_u8, 0..3_u8).prop_map(
            |(customer, day, event, channel, score, plan)| {
                format!("c{customer},2024-01-{day:02},e{event},ch{channel},{score},p{plan}\n")
            },
        );
        prop_oneof![
            20 => plain,
            1 => Just("a,2024-01-01,\"two\nlines, \"\"quoted\"\"\",web,4,gold\r\n".to_owned()),
            1 => Just("a,2024-01-01,5\" pipe,web,4,gold\n".to_owned()),
            1 => Just("a,never,x,web,4,gold\n\n".to_owned()),
            1 => Just("a,2024-01-01,\"x,web,4,gold\n".to_owned()),
            1 => Just("too,few\n".to_owned()),
            1 => Just("Łucja,2024-01-02,İade,web,many,gold\n".to_owned()),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(150))]

        #[test]
        fn parts_give_what_reading_in_order_gives(
            rows in prop::collection::vec(row(), 1..60),
            part_bytes in 1_usize..600,
        ) {
            let text = format!("customer,time,event,channel,score,plan\n{}", rows.concat());
            prop_assert_eq!(read(&text, Some(part_bytes)), read(&text, None));
        }
    }
}
