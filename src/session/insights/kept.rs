//! What of findings stays: a card on the map, a slide.

use crate::insights::findings::{Finding, Teller};
use crate::model::{CardKind, Edit, Evidence, FindingSlide, LaneKind, Pain, SlideShare, TouchpointId};
use crate::session::Session;

impl Session {
    /// The edit that pins a finding to the map: what is worse than it should be as a pain point, the rest as a figure. None
    /// where the map has no touchpoint.
    #[must_use]
    pub fn pin_finding(&self, finding: &Finding, teller: &Teller<'_>) -> Option<Edit> {
        let touchpoint = finding.touchpoint.or_else(|| self.place_of_whole())?;
        let shares = teller.shares(finding).filter(|_| teller.is_told(finding));
        let (lane, kind) = if finding.is_good() {
            let value = shares.map(|of| teller.format.percent(of.shares[0].1.value, 0)).unwrap_or_default();
            (LaneKind::Metrics, CardKind::Metric { value })
        } else {
            (LaneKind::Pains, CardKind::Pain(Pain::default()))
        };
        let text = teller.on_card(finding);
        let mut cards = self.document.map().cards.iter();
        if cards.any(|card| card.touchpoint == touchpoint && card.text == text) {
            return None;
        }
        Some(Edit::PinCard { lane, touchpoint, text, kind, evidence: Evidence::Measured })
    }

    /// Where that stands which is true of the whole map: what is selected, else the first goal, else the first touchpoint.
    fn place_of_whole(&self) -> Option<TouchpointId> {
        let touchpoints = || self.document.map().touchpoints_in_order().map(|(_, touchpoint)| touchpoint);
        let goal = touchpoints().find(|touchpoint| touchpoint.goal).map(|goal| goal.id);
        let selected = self.selected_touchpoints().first().copied();
        selected.or(goal).or_else(|| touchpoints().next().map(|first| first.id))
    }

    /// The edit that gives a finding a slide, as it is now.
    #[must_use]
    pub fn slide_of_finding(&self, finding: &Finding, teller: &Teller<'_>) -> Edit {
        let shares = teller.shares(finding).filter(|_| teller.is_told(finding));
        let source = self.data.as_ref().and_then(|data| data.overlay.as_ref());
        let share = |(name, rate): &(String, crate::measure::Rate)| SlideShare {
            name: name.clone(),
            count: rate.count,
            of: rate.of,
        };
        let slide = FindingSlide {
            finding: finding.key.clone(),
            title: teller.heading(finding),
            sentence: teller.sentence(finding),
            evidence: teller.evidence(finding),
            what: shares.as_ref().map(|of| of.what.clone()).unwrap_or_default(),
            is_better_low: shares.as_ref().is_some_and(|of| of.is_better_low),
            shares: shares.iter().flat_map(|of| of.shares.iter().map(share)).collect(),
            source: source.map(|overlay| overlay.footer.trim().to_owned()).unwrap_or_default(),
        };
        Edit::SetFindingSlide { finding: finding.key.clone(), slide: Some(Box::new(slide)) }
    }
}
