//! A finding in as few words as a card of the map has room for: the place is told by where the card stands.

use super::super::strata::Stratum;
use super::{Finding, Teller, Told, hidden};
use crate::base::Timestamp;
use crate::base::fmt::date;
use crate::base::time::DAY;
use crate::tr;

impl Teller<'_> {
    /// What was found, for a card; where it rests on counts that are not told, its kind alone.
    #[must_use]
    pub fn on_card(&self, finding: &Finding) -> String {
        if !self.is_told(finding) {
            return format!("{}. {}", self.kind(finding), hidden());
        }
        match &finding.told {
            Told::Slump(slump) => tr!(
                "insights-card-slump",
                among = if slump.among == Stratum::All { "all" } else { "group" },
                group = self.group(&slump.among),
                within = self.share(&slump.within),
                otherwise = self.share(&slump.otherwise),
                from = date(slump.from),
                to = date(Timestamp(slump.to.0 - DAY))
            ),
            Told::Change { shift, .. } => tr!(
                "insights-card-change",
                figure = self.figure_of_change(shift.figure),
                before = self.share_of(shift.change.before),
                after = self.share_of(shift.change.after)
            ),
            Told::Pattern { figures, without, .. } => tr!(
                "insights-card-pattern",
                share = self.share_of(figures.confidence),
                pattern = self.trail(&figures.items),
                others = self.share(without)
            ),
            Told::Pain { pain, with, without } => tr!(
                "insights-card-pain",
                pain = self.map.cards.get(pain.card).map_or("", |card| card.text.trim()),
                with = self.share(with),
                without = self.share(without)
            ),
            Told::Exits { here, elsewhere } => {
                tr!("insights-card-exits", here = self.share(here), elsewhere = self.share(elsewhere))
            }
            Told::Group { group, rate, others } => tr!(
                "insights-card-group",
                group = self.group(group),
                share = self.share(rate),
                others = self.share(others)
            ),
            Told::Satisfaction { here, elsewhere } => {
                tr!("insights-card-satisfaction", here = self.share(here), elsewhere = self.share(elsewhere))
            }
        }
    }
}
