//! Findings, patterns and groups in plain sentences.

use super::super::patterns::Item;
use super::super::strata::Stratum;
use super::{Finding, FindingKind, Told};
use crate::base::Timestamp;
use crate::base::fmt::{NumberFormat, date};
use crate::base::time::DAY;
use crate::events::EventLog;
use crate::measure::Rate;
use crate::measure::small_groups::{Shown, SmallGroups};
use crate::model::{JourneyMap, TouchpointId, TrendFigure};
use crate::tr;

/// Knows the names of what findings speak of, and how numbers are written.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// Names touchpoints.
    pub map: &'a JourneyMap,
    /// Names channels.
    pub log: &'a EventLog,
    /// Writes numbers.
    pub format: NumberFormat,
    /// Counts that are not told: none on the team's own screen, small groups in all that leaves the program.
    pub small: SmallGroups,
}

impl Teller<'_> {
    /// The name of a touchpoint; empty when the map no longer has it.
    #[must_use]
    pub fn touchpoint(&self, id: TouchpointId) -> &str {
        self.map.name_of(id)
    }

    /// The name of the touchpoint at a place in map order.
    fn at(&self, place: u32) -> &str {
        let mut touchpoints = self.map.touchpoints_in_order();
        touchpoints.nth(place as usize).map_or("", |(_, touchpoint)| touchpoint.name.as_str())
    }

    /// An item of a pattern.
    #[must_use]
    pub fn item(&self, item: Item) -> String {
        let channel = |code: u32| self.log.channels.text(code);
        match item {
            Item::Touchpoint(place) => tr!("insights-item-touchpoint", name = self.at(place)),
            Item::WithChannel { touchpoint, channel: code } => {
                tr!("insights-item-with-channel", name = self.at(touchpoint), channel = channel(code))
            }
            Item::Switch { from, to } => {
                tr!("insights-item-switch", from = channel(from), to = channel(to))
            }
            Item::LongWait(place) => tr!("insights-item-long-wait", name = self.at(place)),
            Item::LowScore(place) => tr!("insights-item-low-score", name = self.at(place)),
            Item::ContactedAgain(place) => tr!("insights-item-contacted-again", name = self.at(place)),
        }
    }

    /// A pattern: its items one after the other.
    #[must_use]
    pub fn pattern(&self, items: &[Item]) -> String {
        items.iter().map(|item| self.item(*item)).collect::<Vec<_>>().join(" → ")
    }

    /// The same in little room: `Search › Product › Cart`.
    #[must_use]
    pub fn trail(&self, items: &[Item]) -> String {
        let short = |item: &Item| match item {
            Item::Touchpoint(place) => self.at(*place).to_owned(),
            other => self.item(*other),
        };
        items.iter().map(short).collect::<Vec<_>>().join(" › ")
    }

    /// Journeys of a group.
    #[must_use]
    pub fn group(&self, group: &Stratum) -> String {
        match group {
            Stratum::All => tr!("insights-group-all"),
            Stratum::Channel(channel) => tr!("insights-group-channel", channel = channel.as_str()),
            Stratum::Segment { column, value } => {
                tr!("insights-group-segment", column = column.as_str(), value = value.as_str())
            }
        }
    }

    /// What a figure that changed is called.
    pub(super) fn figure_of_change(&self, figure: TrendFigure) -> String {
        match figure {
            TrendFigure::Satisfied => tr!("insights-share-satisfied"),
            other => other.label(),
        }
    }

    pub(super) fn share(&self, rate: &Rate) -> String {
        self.share_of(rate.value)
    }

    /// Whole per cent, as precise as a sentence needs.
    pub(super) fn share_of(&self, share: f64) -> String {
        self.format.percent(share, if share > 0.0 && share < 0.0995 { 1 } else { 0 })
    }

    fn count(&self, count: u64) -> String {
        match self.small.count(count) {
            Shown::Value(count) => self.format.count(count),
            Shown::Below(smallest) => format!("<{smallest}"),
            Shown::Withheld => "–".to_owned(),
        }
    }

    /// False where a finding rests on counts so small that neither they nor what would tell them may be said.
    #[must_use]
    pub fn is_told(&self, finding: &Finding) -> bool {
        let of_shares = self.shares(finding).is_none_or(|of| self.tells(&of));
        of_shares && !self.small.hides(finding.n) && !self.small.hides(finding.journeys.count())
    }

    /// What was found; where it rests on counts that are not told, where alone.
    #[must_use]
    pub fn sentence(&self, finding: &Finding) -> String {
        if self.is_told(finding) {
            self.whole_sentence(finding)
        } else {
            format!("{}. {}", self.heading(finding), hidden())
        }
    }

    fn whole_sentence(&self, finding: &Finding) -> String {
        let name = finding.touchpoint.map(|id| self.touchpoint(id)).unwrap_or_default();
        match &finding.told {
            Told::Slump(slump) => tr!(
                "insights-slump",
                from = date(slump.from),
                to = date(Timestamp(slump.to.0 - DAY)),
                group = self.group(&slump.among),
                n = self.count(slump.within.of),
                name = self.touchpoint(slump.touchpoint),
                within = self.share(&slump.within),
                otherwise = self.share(&slump.otherwise)
            ),
            Told::Change { shift, before, after } => {
                let values = (self.share_of(shift.change.before), self.share_of(shift.change.after));
                let points = self.format.signed(100.0 * shift.change.difference, 1);
                tr!(
                    "insights-change",
                    figure = self.figure_of_change(shift.figure),
                    place = if shift.touchpoint.is_some() { "touchpoint" } else { "map" },
                    name = name,
                    before = values.0,
                    after = values.1,
                    points = points,
                    from = day(&before.from),
                    to = day(&after.from)
                )
            }
            Told::Pattern { base, figures, .. } => tr!(
                "insights-pattern",
                base = if base.is_some() { "touchpoint" } else { "map" },
                name = base.map(|base| self.touchpoint(base)).unwrap_or_default(),
                pattern = self.pattern(&figures.items),
                share = self.share_of(figures.confidence),
                odds = self.format.decimals(figures.odds_ratio.0, 1),
                n = self.count(figures.table.a + figures.table.c)
            ),
            Told::Pain { pain, with, without } => {
                let card = self.map.cards.get(pain.card).map_or("", |card| card.text.as_str());
                tr!(
                    "insights-pain",
                    pain = card,
                    name = name,
                    n = self.count(with.of),
                    with = self.share(with),
                    without = self.share(without)
                )
            }
            Told::Exits { here, elsewhere } => tr!(
                "insights-exits",
                name = name,
                n = self.count(here.of),
                here = self.share(here),
                elsewhere = self.share(elsewhere)
            ),
            Told::Group { group, rate, others } => tr!(
                "insights-group",
                group = self.group(group),
                n = self.count(rate.of),
                share = self.share(rate),
                others = self.share(others)
            ),
            Told::Satisfaction { here, elsewhere } => tr!(
                "insights-satisfaction",
                name = name,
                n = self.count(here.of),
                here = self.share(here),
                elsewhere = self.share(elsewhere)
            ),
        }
    }

    /// How sure it is: difference with interval, n, q; empty where it rests on counts that are not told. The difference is
    /// that of the shares that the sentence tells: more who leave are more, though it is not good.
    #[must_use]
    pub fn evidence(&self, finding: &Finding) -> String {
        if !self.is_told(finding) {
            return String::new();
        }
        let points = |value: f64| self.format.signed(100.0 * value, 1);
        let (value, low, high) = match self.shares(finding) {
            Some(of) if of.is_better_low => {
                let (value, low, high) = finding.effect;
                (-value, -high, -low)
            }
            _ => finding.effect,
        };
        tr!(
            "insights-evidence",
            value = points(value),
            low = points(low),
            high = points(high),
            n = self.count(finding.n),
            small = if finding.n < 30 { "yes" } else { "no" },
            q = self.format.chance(finding.q)
        )
    }

    /// By which definition it was found.
    #[must_use]
    pub fn rule(&self, kind: FindingKind) -> String {
        match kind {
            FindingKind::Slump => tr!("insights-rule-slump"),
            FindingKind::Change => tr!("insights-rule-change"),
            FindingKind::Pattern => tr!("insights-rule-pattern"),
            FindingKind::Pain => tr!("insights-rule-pain"),
            FindingKind::Exits => tr!("insights-rule-exits"),
            FindingKind::Group => tr!("insights-rule-group"),
            FindingKind::Satisfaction => tr!("insights-rule-satisfaction"),
        }
    }
}

/// What is said in place of a finding that rests on counts that are not told.
#[must_use]
pub fn hidden() -> String {
    tr!("insights-finding-hidden")
}

/// The day of an ISO date or time.
fn day(text: &str) -> &str {
    text.get(..10).unwrap_or(text)
}
