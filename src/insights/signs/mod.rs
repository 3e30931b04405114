//! Nine signs that the customer experience needs work, as one page that is read in a minute.

mod agents;
mod customers;
mod drawing;
mod experience;
mod told;
mod words;

pub use told::{ToldSign, told};

use super::behaviour::ColumnTells;
use super::{Inputs, JourneySet};
use crate::base::{Cancel, Micros, Timestamp};
use crate::measure::{MeasureError, Rate};
use crate::model::TouchpointId;

/// Which sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // named as in docs/insights.md
pub enum SignKind {
    OutdatedJourney,
    LowRetention,
    HighBounce,
    WeakSatisfaction,
    DemographicsOnly,
    InconsistentService,
    CustomersDriftingAway,
    StaffDriftingAway,
    NoGoals,
}

impl SignKind {
    /// All, in their order.
    pub const ALL: [Self; 9] = [
        Self::OutdatedJourney,
        Self::LowRetention,
        Self::HighBounce,
        Self::WeakSatisfaction,
        Self::DemographicsOnly,
        Self::InconsistentService,
        Self::CustomersDriftingAway,
        Self::StaffDriftingAway,
        Self::NoGoals,
    ];

    /// From 1, as in the list.
    #[must_use]
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// The key in machine-readable output.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::OutdatedJourney => "outdated_journey",
            Self::LowRetention => "low_retention",
            Self::HighBounce => "high_bounce",
            Self::WeakSatisfaction => "weak_satisfaction",
            Self::DemographicsOnly => "demographics_only",
            Self::InconsistentService => "inconsistent_service",
            Self::CustomersDriftingAway => "customers_drifting_away",
            Self::StaffDriftingAway => "staff_drifting_away",
            Self::NoGoals => "no_goals",
        }
    }
}

/// How it stands, from good to bad; no data stands apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It cannot be told.
    NoData,
    /// Nothing to do.
    Fine,
    /// Half way to where it needs work, or not yet sure.
    Watch,
    /// Over the threshold, and chance does not explain it.
    NeedsWork,
}

/// What would settle a sign that cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The day on which the map was last reviewed.
    DayOfReview,
    /// Columns with the time and the customer.
    Times,
    /// Customers of whom one could know whether they come again.
    Returns,
    /// More whole months of data.
    Months,
    /// Journeys that have ended.
    ClosedJourneys,
    /// A column with scores.
    Scores,
    /// A segment column.
    Segments,
    /// Columns with the channel and with scores.
    ChannelsAndScores,
    /// A column with the agent.
    Agents,
}

/// What is read off, and against what. Shares are 0…1.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // the fields are figures
pub enum Reading {
    /// Since the review.
    DaysSinceReview {
        days: f64,
        threshold: f64,
    },
    /// Of visits over touchpoints, before and since the review.
    Drift {
        distance: f64,
        threshold: f64,
    },
    /// Of the last month that can be judged, against the three before.
    Retention {
        month: (i32, u8),
        now: Rate,
        before: Rate,
        difference: (f64, f64, f64),
        target: Option<f64>,
    },
    Bounce {
        rate: Rate,
        threshold: f64,
    },
    Satisfied {
        rate: Rate,
        threshold: f64,
    },
    /// Of the satisfied share, in points per week.
    WeeklyTrend {
        weeks: usize,
        slope: f64,
        p: f64,
    },
    /// The best of each kind of columns.
    Tells {
        behaviour: Option<ColumnTells>,
        demographics: Option<ColumnTells>,
        threshold: f64,
    },
    /// Personas and filters bound to segment columns, and those of them bound to demographic ones.
    Bound {
        all: usize,
        demographic: usize,
    },
    /// A touchpoint at which two channels are told to be unlike, with the difference of mean scores.
    Uneven {
        touchpoint: TouchpointId,
        better: String,
        worse: String,
        difference: (f64, f64, f64),
        q: f64,
    },
    /// Of journeys with a contact, those that the customer followed up in another channel within seven days.
    TwoChannels {
        rate: Rate,
    },
    /// Of active customers, in customers per month.
    MonthlyTrend {
        months: usize,
        slope: f64,
        p: f64,
    },
    /// Customers silent for over twice their own median time between journeys.
    Silent {
        rate: Rate,
    },
    /// Agents of the month before who were not seen in the last one.
    AgentsLeft {
        month: (i32, u8),
        rate: Rate,
        threshold: f64,
    },
    /// Contacts per agent and hour in the month before and the last.
    Load {
        before: f64,
        now: f64,
        threshold: f64,
    },
    /// Votes on pain points of staff.
    StaffVotes {
        pains: usize,
        votes: u32,
    },
    /// Goal touchpoints on the map, and targets.
    Goals {
        touchpoints: usize,
        targets: usize,
        missed: usize,
    },
}

/// A sign as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign {
    /// Which.
    pub kind: SignKind,
    /// How it stands.
    pub verdict: Verdict,
    /// What it rests on, the deciding one first.
    pub readings: Vec<Reading>,
    /// What would settle it, when it cannot be told.
    pub missing: Option<Missing>,
    /// Where on the map it points.
    pub touchpoints: Vec<TouchpointId>,
    /// The journeys that it speaks of, where it speaks of some.
    pub journeys: JourneySet,
}

impl Sign {
    fn no_data(kind: SignKind, missing: Missing, journeys: JourneySet) -> Self {
        Self { missing: Some(missing), ..Self::told(kind, Verdict::NoData, Vec::new(), journeys) }
    }

    fn told(kind: SignKind, verdict: Verdict, readings: Vec<Reading>, journeys: JourneySet) -> Self {
        Self { kind, verdict, readings, missing: None, touchpoints: Vec::new(), journeys }
    }
}

/// All nine, over the journeys that pass the filter.
///
/// # Errors
/// [`MeasureError`]; partial results are never given.
pub fn signs(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<Vec<Sign>, MeasureError> {
    Ok(vec![
        drawing::outdated(inputs, cancel)?,
        customers::retention(inputs),
        experience::bounce(inputs),
        experience::satisfaction(inputs, cancel)?,
        drawing::demographics(inputs, cancel)?,
        experience::consistency(inputs, cancel)?,
        customers::drifting(inputs, cancel)?,
        agents::drifting(inputs, cancel)?,
        drawing::goals(inputs, cancel)?,
    ])
}

/// The month of a time: year × 12 + month − 1.
fn month_of(time: Timestamp) -> i32 {
    let (year, month, _) = time.ymd();
    year * 12 + i32::from(month) - 1
}

/// Year and month from 1 of such a number.
fn month_name(month: i32) -> (i32, u8) {
    (month.div_euclid(12), month.rem_euclid(12) as u8 + 1)
}

/// The last month that is over by then.
fn last_whole_month(observed_until: Timestamp) -> i32 {
    /// Data to the last second of a month has all of it.
    const NEARLY: Micros = crate::base::time::DAY / 2;
    month_of(Timestamp(observed_until.0.saturating_add(NEARLY))) - 1
}
