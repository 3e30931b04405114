//! Findings: what stands out, as one ranked list.
//!
//! Every kind of finding compares two shares: how journeys (or answers) went with something, and how they went without it.
//! All that were tested are corrected together. Those that remain are ranked by what is at stake:
//!
//! weight = limit of the difference that lies nearest to 0 × √n × interest ÷ (1 + half the number of stronger ones of its kind)
//!
//! The limit rather than the difference, since a guess from few journeys must not outrank a sure thing; the root of n, since
//! neither the size of a group nor the size of an effect alone is what matters; less for each further finding of a kind, so
//! that the first ones tell different things. Interest is 2 for what happened at some time (there is a cause to look for), 1 for what
//! goes along with leaving, ½ for standing differences, which the map shows anyway, and half of that for good news.

mod card;
mod compared;
mod gather;
mod rank;
mod words;

pub use compared::{Outcome, Shares};
pub use words::{Teller, hidden};

use super::changes::Shift;
use super::pains::RankedPain;
use super::patterns::PatternFigures;
use super::slumps::Slump;
use super::strata::Stratum;
use super::{Inputs, JourneySet};
use crate::base::Cancel;
use crate::measure::{MeasureError, Rate};
use crate::model::{Period, TouchpointId};

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// A time in which it went worse.
    Slump(Slump),
    /// A figure has changed between two ranges.
    Change {
        /// The figure.
        shift: Shift,
        /// The ranges.
        before: Period,
        /// The later one.
        after: Period,
    },
    /// What happens ahead of exits, among the journeys that passed a touchpoint (none = all).
    Pattern {
        /// Which touchpoint they passed.
        base: Option<TouchpointId>,
        /// The pattern.
        figures: PatternFigures,
        /// Of the journeys without it, those that left.
        without: Rate,
    },
    /// Journeys with a pain leave more often.
    Pain {
        /// The pain.
        pain: RankedPain,
        /// Exits here ÷ closed journeys with it.
        with: Rate,
        /// The same without it.
        without: Rate,
    },
    /// More leave here than at the other touchpoints.
    Exits {
        /// Here.
        here: Rate,
        /// All other touchpoints together.
        elsewhere: Rate,
    },
    /// Fewer, or more, of these reach the goal than of all others.
    Group {
        /// Who.
        group: Stratum,
        /// Goal rate of these.
        rate: Rate,
        /// Goal rate of the others.
        others: Rate,
    },
    /// Fewer, or more, are satisfied here than at the other touchpoints.
    Satisfaction {
        /// Here.
        here: Rate,
        /// All other touchpoints together.
        elsewhere: Rate,
    },
}

/// Kinds of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // as the variants of what is told
pub enum FindingKind {
    Slump,
    Change,
    Pattern,
    Pain,
    Exits,
    Group,
    Satisfaction,
}

impl FindingKind {
    /// The key in machine-readable output.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Slump => "slump",
            Self::Change => "change",
            Self::Pattern => "pattern",
            Self::Pain => "pain",
            Self::Exits => "exits",
            Self::Group => "group",
            Self::Satisfaction => "satisfaction",
        }
    }

    /// How much a finding of this kind interests whoever is to do something.
    const fn interest(self) -> f64 {
        match self {
            Self::Slump | Self::Change => 2.0,
            Self::Pattern | Self::Pain => 1.0,
            Self::Exits | Self::Group | Self::Satisfaction => 0.5,
        }
    }
}

/// A finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Tells it from all others of the map, also when it is computed anew: what is put aside is known by it.
    pub key: String,
    /// What was found.
    pub told: Told,
    /// Where on the map; none = the whole.
    pub touchpoint: Option<TouchpointId>,
    /// Difference of the two shares that are compared, with its 95 % interval; above 0 = good.
    pub effect: (f64, f64, f64),
    /// How many journeys or answers it speaks of.
    pub n: u64,
    /// As if it were the only one.
    pub p: f64,
    /// Adjusted for all that were tested.
    pub q: f64,
    /// By which it is ranked.
    pub weight: f64,
    /// The journeys that it speaks of: as many as `n`, unless that counts answers or contacts.
    pub journeys: JourneySet,
}

impl Finding {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> FindingKind {
        match self.told {
            Told::Slump(_) => FindingKind::Slump,
            Told::Change { .. } => FindingKind::Change,
            Told::Pattern { .. } => FindingKind::Pattern,
            Told::Pain { .. } => FindingKind::Pain,
            Told::Exits { .. } => FindingKind::Exits,
            Told::Group { .. } => FindingKind::Group,
            Told::Satisfaction { .. } => FindingKind::Satisfaction,
        }
    }

    /// True for what is as one would wish.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.effect.0 > 0.0
    }
}

/// What stands out, as far as it has been looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Insights {
    /// With q ≤ 0.05, those that matter most first; those put aside are left out.
    pub findings: Vec<Finding>,
    /// Put aside by the team.
    pub dismissed: Vec<Finding>,
    /// How many were tested and corrected together.
    pub tested: usize,
    /// Everything has been looked for.
    pub is_whole: bool,
}

/// Looks for findings over the journeys that pass the filter: what is quick to find first. Each time more is known, all of it is
/// handed to `on_more`, ranked anew.
///
/// # Errors
/// [`MeasureError`].
pub fn find(
    inputs: &Inputs<'_>,
    cancel: &Cancel,
    on_more: &mut dyn FnMut(&Insights),
) -> Result<Insights, MeasureError> {
    let mut found = gather::Found::default();
    let dismissed = &inputs.map.about.review.dismissed;
    let steps = [
        gather::standing,
        gather::changed,
        gather::ahead_of_exits,
        gather::went_worse,
        gather::ahead_at_each,
    ];
    for step in steps {
        step(inputs, &mut found, cancel)?;
        on_more(&rank::ranked(&found, dismissed, false));
    }
    Ok(rank::ranked(&found, dismissed, true))
}
