//! The figures themselves. Rates are 0…1, counts are counts, times in seconds; none = not defined.
//! Each field is named as in `docs/measures.md`.

use crate::base::Scale;
use crate::base::Timestamp;
use crate::model::{CardId, TouchpointId};

/// A share with its 95 % Wilson interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// Numerator.
    pub count: u64,
    /// Denominator, over 0.
    pub of: u64,
    /// count ÷ of.
    pub value: f64,
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
}

impl Rate {
    /// A share; none when there is nothing to take it of.
    #[must_use]
    pub fn of(count: u64, of: u64) -> Option<Self> {
        let (low, high) = super::stats::wilson(count, of)?;
        Some(Self { count, of, value: count as f64 / of as f64, low, high })
    }
}

/// Everything measured over the selected journeys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measures {
    /// True for survey tables: no paths, so path figures are none and `journeys` counts respondents.
    pub is_survey: bool,
    /// True for summary tables: only what the table says is known, and `events` are its rows. Visits, journeys and
    /// everything over time are 0 or none.
    pub is_summary: bool,
    /// Journeys by status.
    pub journeys: JourneyCounts,
    /// Journeys of the whole source, whatever the filter.
    pub all_journeys: u64,
    /// Distinct customers with a counted journey.
    pub customers: u64,
    /// Events in the whole source, mapped or not.
    pub events: u64,
    /// Events of the whole source that no rule takes.
    pub unmapped_events: u64,
    /// First event of the whole source.
    pub first: Option<Timestamp>,
    /// Last event of the whole source.
    pub last: Option<Timestamp>,
    /// Until when the source is complete.
    pub observed_until: Option<Timestamp>,
    /// First event of the selected journeys.
    pub selected_first: Option<Timestamp>,
    /// Last event of the selected journeys.
    pub selected_last: Option<Timestamp>,
    /// Closed journeys with a goal ÷ closed journeys.
    pub goal_rate: Option<Rate>,
    /// Closed journeys without a goal and with exactly one mapped event ÷ closed journeys.
    pub bounce_rate: Option<Rate>,
    /// How long journeys with a goal are; none when there are none.
    pub goal_lengths: Option<GoalLengths>,
    /// Customers who come again in the next month, by month; months without customers are left out.
    pub retention: Vec<RetentionFigures>,
    /// What agents get done, per channel by number of events; empty without columns for agent and outcome.
    pub handled: Vec<HandledFigures>,
    /// Net promoter score over all scored events on a 0–10 scale.
    pub nps: Option<f64>,
    /// No touchpoint of the map is marked as goal.
    pub no_goal_set: bool,
    /// In map order.
    pub touchpoints: Vec<TouchpointFigures>,
    /// By count, then by name.
    pub transitions: Vec<TransitionFigures>,
    /// By count, then by name.
    pub channel_switches: Vec<SwitchFigures>,
    /// Transitions with both channels known.
    pub transitions_with_channels: u64,
    /// Over all contact touchpoints together.
    pub contacted_again: Option<Rate>,
    /// Names of events that no rule takes, by count, then by name.
    pub unmapped: Vec<UnmappedEvent>,
    /// Touchpoints to which no event of the whole source belongs, whatever the filter, in map order.
    pub never_hit: Vec<TouchpointId>,
    /// Pain points with a rule.
    pub pains: Vec<PainFigures>,
    /// Events of the source over time, for the data bar.
    pub histogram: Histogram,
}

impl Measures {
    /// The figures of a touchpoint; none where the map that was measured did not have it.
    #[must_use]
    pub fn at(&self, touchpoint: TouchpointId) -> Option<&TouchpointFigures> {
        self.touchpoints.iter().find(|figures| figures.touchpoint == touchpoint)
    }
}

/// Journeys by status; goal + open + returned + left = total, closed = all that have waited long enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // the statuses
pub struct JourneyCounts {
    pub total: u64,
    pub closed: u64,
    pub goal: u64,
    pub open: u64,
    pub returned: u64,
    pub left: u64,
}

/// Visits and distinct touchpoints of the journeys that reached a goal.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct GoalLengths {
    pub journeys: u64,
    pub visits_mean: f64,
    pub visits_median: f64,
    pub touchpoints_mean: f64,
    pub touchpoints_median: f64,
}

/// Customers of a calendar month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RetentionFigures {
    /// Year of the month.
    pub year: i32,
    /// The month, 1–12.
    pub month: u8,
    /// Customers with a selected journey that starts in it.
    pub customers: u64,
    /// Those of them who start a further journey in the next month; none while that month is not over.
    pub retained: Option<Rate>,
}

/// What agents get done in a channel.
#[derive(Clone, Debug, PartialEq)]
pub struct HandledFigures {
    /// Name in the data; none = the events have no channel.
    pub channel: Option<String>,
    /// Events with an agent and an outcome.
    pub events: u64,
    /// Distinct pairs of an agent and a clock hour with an event of theirs.
    pub agent_hours: u64,
    /// events ÷ agent hours.
    pub per_hour: f64,
}

/// Figures of one touchpoint.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // named as in docs/measures.md
pub struct TouchpointFigures {
    pub touchpoint: TouchpointId,
    pub visits: u64,
    pub customers: u64,
    pub reached: u64,
    pub closed: u64,
    pub left: u64,
    pub returned: u64,
    pub exits: u64,
    pub open_here: u64,
    /// exits ÷ closed journeys that reached it; none for surveys and when that is 0.
    pub exit_rate: Option<Rate>,
    /// exits ÷ visits in closed journeys.
    pub exit_rate_of_visits: Option<f64>,
    /// 1 − closed journeys that go on to the next touchpoint of the drawn line ÷ closed journeys here.
    pub drop_off: Option<f64>,
    pub satisfaction: Option<SatisfactionFigures>,
    pub sentiment: Option<SentimentFigures>,
    pub wait: Option<WaitFigures>,
    pub channels: Vec<ChannelFigures>,
    pub contacted_again: Option<Rate>,
    pub several_agents: Option<Rate>,
    /// scored visits ÷ visits.
    pub response_rate: Option<f64>,
}

/// Satisfaction of scored visits.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct SatisfactionFigures {
    pub n: u64,
    pub scale: Scale,
    /// In the source's own scale.
    pub mean: f64,
    /// −2 … +2.
    pub emotion: f64,
    /// Only on a 0–10 scale, −100 … 100.
    pub nps: Option<f64>,
    /// What only the single scores tell; none for a summary table.
    pub spread: Option<Spread>,
}

impl SatisfactionFigures {
    /// 95 % interval of the mean by Student's t; none when n < 2 and where only the mean is known.
    #[must_use]
    pub fn interval(&self) -> Option<(f64, f64)> {
        self.spread.as_ref()?.interval
    }
}

/// How scores are spread.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Spread {
    /// Sample variance of the scores; 0 for a single one.
    pub variance: f64,
    /// 95 % interval of the mean by Student's t; none when n < 2.
    pub interval: Option<(f64, f64)>,
    pub satisfied: u64,
    pub neutral: u64,
    pub dissatisfied: u64,
    /// Wilson interval of the satisfied share.
    pub satisfied_rate: Rate,
    /// Count per distinct score, ascending; at most 20, else empty.
    pub distribution: Vec<(f64, u64)>,
}

/// Sentiment of visits.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct SentimentFigures {
    pub positive: u64,
    pub neutral: u64,
    pub negative: u64,
    /// (positive − negative) ÷ all three.
    pub net: f64,
}

/// Waiting time in seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct WaitFigures {
    pub n: u64,
    pub median_secs: f64,
    pub p90_secs: f64,
}

/// A channel at a touchpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelFigures {
    /// Name in the data; none = the event has no channel.
    pub channel: Option<String>,
    /// Visits in it.
    pub visits: u64,
    /// Scored visits.
    pub score_n: u64,
    /// Their mean.
    pub score_mean: Option<f64>,
    /// Exits whose last mapped event is here in this channel.
    pub exits: u64,
}

/// B directly after A among a journey's mapped events.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct TransitionFigures {
    pub from: TouchpointId,
    pub to: TouchpointId,
    pub count: u64,
    pub journeys: u64,
    pub median_secs: f64,
    pub p90_secs: f64,
}

/// A transition between two known, different channels.
#[derive(Clone, Debug, PartialEq)]
pub struct SwitchFigures {
    /// Channel before.
    pub from: String,
    /// Channel after.
    pub to: String,
    /// How often.
    pub count: u64,
    /// Exits ÷ closed journeys that made it.
    pub exit_rate: Option<f64>,
}

/// Events that no rule takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnmappedEvent {
    /// Event name.
    pub event: String,
    /// How many.
    pub count: u64,
}

/// A pain point with a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct PainFigures {
    /// Its card.
    pub card: CardId,
    /// Visits that meet the rule.
    pub visits: u64,
    /// Journeys with the pain.
    pub journeys: u64,
    /// journeys ÷ reached.
    pub share: Option<Rate>,
    /// (exit rate with − exit rate without) × journeys with: exits it may explain.
    pub exits_explained: Option<f64>,
    /// Exit rate with ÷ exit rate without, with its 95 % interval by the log method.
    pub risk_ratio: Option<(f64, f64, f64)>,
}

/// Events per equal slice of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Histogram {
    /// Start of the first slice.
    pub start: Timestamp,
    /// Width of a slice in microseconds; 0 when there are no events.
    pub slice: i64,
    /// Events per slice, of the whole source.
    pub all: Vec<u64>,
    /// Events per slice, of the selected journeys.
    pub selected: Vec<u64>,
}
