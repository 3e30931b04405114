//! What a finding compares: two shares, the second of which is that of all others.

use super::{Finding, Teller, Told};
use crate::insights::{Behind, Here};
use crate::measure::Rate;
use crate::model::{Period, TrendFigure};
use crate::tr;

/// Two shares, and what they are shares of.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// What is counted: `Share that left here`.
    pub what: String,
    /// What it is about, then what it is compared with.
    pub shares: [(String, Rate); 2],
    /// A lower share is the better one.
    pub is_better_low: bool,
}

/// What became of those that a share counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // as their names say
pub enum Outcome {
    Left,
    Bounced,
    Goal,
}

impl Finding {
    /// How many of its journeys its first share counts, what became of them, and how they are found. None where the share is
    /// not one of journeys, but of answers or contacts.
    #[must_use]
    pub fn counted(&self) -> Option<(u64, Outcome, Behind)> {
        let here = |figure| self.touchpoint.map(|at| Behind::At(at, figure));
        let left_here = here(Here::Exits).map(|behind| (Outcome::Left, behind));
        let goal = Some((Outcome::Goal, Behind::ClosedGoal));
        let (count, found) = match &self.told {
            Told::Slump(slump) => (slump.within.count, goal),
            Told::Change { shift, .. } => {
                let found = match shift.figure {
                    TrendFigure::GoalRate => goal,
                    TrendFigure::BounceRate => Some((Outcome::Bounced, Behind::Bounced)),
                    TrendFigure::ExitRate => left_here,
                    _ => None,
                };
                (rate_of(shift.change.after, shift.n.1)?.count, found)
            }
            Told::Pattern { figures, .. } => (figures.table.a, Some((Outcome::Left, Behind::Exits))),
            Told::Pain { with, .. } => (with.count, left_here),
            Told::Exits { here, .. } => (here.count, left_here),
            Told::Group { rate, .. } => (rate.count, goal),
            Told::Satisfaction { .. } => return None,
        };
        let (outcome, behind) = found?;
        Some((count, outcome, Behind::Among(self.journeys.clone(), Box::new(behind))))
    }
}

impl Teller<'_> {
    /// May both shares be told?
    pub(super) fn tells(&self, of: &Shares) -> bool {
        of.shares.iter().all(|(_, rate)| !self.small.rate(*rate).is_hidden())
    }

    /// What a finding compares.
    #[must_use]
    pub fn shares(&self, finding: &Finding) -> Option<Shares> {
        let name = finding.touchpoint.map(|id| self.touchpoint(id).to_owned()).unwrap_or_default();
        let two = |one: (String, Rate), other: (String, Rate)| [one, other];
        let (left, goal) = (tr!("insights-share-left"), tr!("insights-share-goal"));
        let (what, shares, is_better_low) = match &finding.told {
            Told::Slump(slump) => {
                let others = (tr!("insights-other-times"), slump.otherwise);
                (goal, two((tr!("insights-these-days"), slump.within), others), false)
            }
            Told::Change { shift, before, after } => {
                let then = rate_of(shift.change.before, shift.n.0)?;
                let now = rate_of(shift.change.after, shift.n.1)?;
                let days = |of: &Period| tr!("insights-range", from = day(&of.from));
                (
                    shift.figure.label(),
                    two((days(after), now), (days(before), then)),
                    shift.figure.is_better_low(),
                )
            }
            Told::Pattern { figures, without, .. } => {
                let with = Rate::of(figures.table.a, figures.table.a + figures.table.c)?;
                let (named, others) = (self.trail(&figures.items), tr!("insights-others"));
                (left, two((named, with), (others, *without)), true)
            }
            Told::Pain { pain, with, without } => {
                let card = self.map.cards.get(pain.card).map_or(String::new(), |card| card.text.clone());
                (left, two((card, *with), (tr!("insights-others"), *without)), true)
            }
            Told::Exits { here, elsewhere } => {
                (left, two((name, *here), (tr!("insights-elsewhere"), *elsewhere)), true)
            }
            Told::Group { group, rate, others } => {
                (goal, two((self.group(group), *rate), (tr!("insights-others"), *others)), false)
            }
            Told::Satisfaction { here, elsewhere } => {
                let what = tr!("insights-share-satisfied");
                (what, two((name, *here), (tr!("insights-elsewhere"), *elsewhere)), false)
            }
        };
        Some(Shares { what, shares, is_better_low })
    }

    /// Of which kind it is, in a few words: `Worse than before`.
    #[must_use]
    pub fn kind(&self, finding: &Finding) -> String {
        let is_good = finding.is_good();
        match finding.told {
            Told::Slump(_) => tr!("insights-kind-slump"),
            Told::Change { .. } if is_good => tr!("insights-kind-better"),
            Told::Change { .. } => tr!("insights-kind-worse"),
            Told::Pattern { .. } => tr!("insights-kind-pattern"),
            Told::Pain { .. } => tr!("insights-kind-pain"),
            Told::Exits { .. } => tr!("insights-kind-exits"),
            Told::Group { .. } if is_good => tr!("insights-kind-group-better"),
            Told::Group { .. } => tr!("insights-kind-group-worse"),
            Told::Satisfaction { .. } if is_good => tr!("insights-kind-satisfied-better"),
            Told::Satisfaction { .. } => tr!("insights-kind-satisfied-worse"),
        }
    }

    /// The kind with the place: `Worse than before: Security`.
    #[must_use]
    pub fn heading(&self, finding: &Finding) -> String {
        let name = finding.touchpoint.map(|id| self.touchpoint(id)).filter(|name| !name.is_empty());
        match name {
            Some(name) => tr!("insights-heading", kind = self.kind(finding), name = name),
            None => self.kind(finding),
        }
    }
}

/// A share of which only the value is at hand.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // a count below n
fn rate_of(share: f64, n: u64) -> Option<Rate> {
    Rate::of((share * n as f64).round().clamp(0.0, n as f64) as u64, n)
}

/// The day of an ISO date or time.
fn day(text: &str) -> &str {
    text.get(..10).unwrap_or(text)
}
