//! The words of the map that are not the team's own: headings, notes of cards, and names for screen readers.

use super::card::Facts;
use super::columns::Column;
use super::context::Context;
use super::label::Label;
use crate::base::fmt::NumberFormat;
use crate::model::{CardKind, Curve, Evidence, Lane, LaneKind, Pain, Persona, Side, Stage, Touchpoint};
use crate::tr;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A lane's own name, else its kind's.
#[must_use]
pub fn lane_name(lane: &Lane) -> String {
    if !lane.name.trim().is_empty() {
        return lane.name.clone();
    }
    match lane.kind {
        LaneKind::Channels => tr!("scene-channels"),
        LaneKind::Emotion => tr!("scene-emotion"),
        LaneKind::Exits => tr!("scene-exits"),
        LaneKind::Satisfaction => tr!("scene-satisfaction"),
        LaneKind::Pains => tr!("scene-pains"),
        LaneKind::Opportunities => tr!("scene-opportunities"),
        LaneKind::Quotes => tr!("scene-quotes"),
        LaneKind::Thoughts => tr!("scene-thoughts"),
        LaneKind::Notes => tr!("scene-notes"),
        LaneKind::Backstage => tr!("scene-backstage"),
        LaneKind::Metrics => tr!("scene-metrics"),
        LaneKind::Images => tr!("scene-images"),
    }
}

/// What a kind of lane shows, in a few words.
pub(super) fn lane_explanation(kind: LaneKind, emotion_measured: bool) -> String {
    match kind {
        LaneKind::Channels => tr!("scene-channels-what"),
        LaneKind::Emotion if emotion_measured => tr!("scene-emotion-what"),
        LaneKind::Emotion => tr!("scene-emotion-what-drawn"),
        LaneKind::Exits => tr!("scene-exits-what"),
        LaneKind::Satisfaction => tr!("scene-satisfaction-what"),
        LaneKind::Pains => tr!("scene-pains-what"),
        LaneKind::Opportunities => tr!("scene-opportunities-what"),
        LaneKind::Quotes => tr!("scene-quotes-what"),
        LaneKind::Thoughts => tr!("scene-thoughts-what"),
        LaneKind::Notes => tr!("scene-notes-what"),
        LaneKind::Backstage => tr!("scene-backstage-what"),
        LaneKind::Metrics => tr!("scene-metrics-what"),
        LaneKind::Images => tr!("scene-images-what"),
    }
}

/// The second line of a card.
pub(super) fn card_note(facts: &Facts<'_>) -> Option<String> {
    let card = &*facts.card;
    let note = match &card.kind {
        CardKind::Pain(pain) => {
            let frequency = pain_frequency(facts, pain);
            match pain.side {
                Side::Customer => frequency,
                Side::Staff => join([tr!("scene-staff-side"), frequency]),
            }
        }
        CardKind::Opportunity(opportunity) => join([
            format!("{} / {}", opportunity.impact, opportunity.effort),
            opportunity.owner.clone(),
            opportunity.due.clone(),
        ]),
        CardKind::Quote { source } => source.clone(),
        // The figure is the card's main text then, and its words explain it.
        CardKind::Metric { value } if !value.is_empty() => card.text.clone(),
        CardKind::Note
        | CardKind::Thought
        | CardKind::Backstage
        | CardKind::Metric { .. }
        | CardKind::Image { .. } => String::new(),
    };
    Some(note).filter(|note| !note.trim().is_empty())
}

/// Measured, else typed in; a rule that waits for data says so.
fn pain_frequency(facts: &Facts<'_>, pain: &Pain) -> String {
    match (facts.measured.as_deref(), pain.frequency) {
        (Some(label), _) => label.to_owned(),
        (None, Some(share)) => {
            tr!("scene-pain-assumed", share = facts.format.percent(share, 0))
        }
        (None, None) if facts.waits_for_data => tr!("scene-pain-no-data"),
        (None, None) => String::new(),
    }
}

fn join<const N: usize>(parts: [String; N]) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
    parts.join(" · ")
}

/// Parts of a sentence that is read out; what is empty is left out.
pub fn sentence(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
    parts.join(", ")
}

/// `plus 0.5`, `minus 1.3`, `0`: signs are not read out reliably.
pub(super) fn spoken_emotion(value: f64, format: NumberFormat) -> String {
    let size = format.decimals(value.abs(), if value.fract() == 0.0 { 0 } else { 1 });
    if value > 0.0 {
        tr!("scene-spoken-plus", value = size)
    } else if value < 0.0 {
        tr!("scene-spoken-minus", value = size)
    } else {
        size
    }
}

pub(super) fn spoken_percent(share: f64, format: NumberFormat) -> String {
    tr!("scene-spoken-percent", value = format.decimals(share * 100.0, 0))
}

/// Words that are made only where they are said.
pub(super) fn when(said: bool, words: impl FnOnce() -> String) -> String {
    if said { words() } else { String::new() }
}

pub(super) fn stage(stage: &Stage) -> String {
    tr!("scene-label-stage", name = stage.name.as_str(), touchpoints = stage.touchpoints.len())
}

pub(super) fn lane(lane: &Lane, explanation: &str) -> String {
    sentence([
        tr!("scene-label-lane", name = lane_name(lane), what = explanation),
        when(lane.collapsed, || tr!("scene-label-collapsed")),
        when(lane.pinned, || tr!("scene-label-pinned")),
    ])
}

/// What a collapsed lane says of what it does not show.
pub(super) fn held_back(context: &Context<'_>, lane: &Lane) -> String {
    match lane.kind {
        LaneKind::Channels => tr!("scene-collapsed-channels", count = context.map.channels.len()),
        LaneKind::Emotion => {
            let shown = context.persona.map(|persona| persona.id);
            tr!("scene-collapsed-curves", count = context.map.personas_of(lane, shown).len())
        }
        kind if kind.holds_cards() => tr!("scene-label-cards", count = context.cards_of(lane.id).len()),
        kind => lane_explanation(kind, false),
    }
}

/// Stands for a touchpoint's name; nobody can type it.
const NAME: &str = "\u{E000}";
/// Stands for the name of the last touchpoint of several.
const LAST: &str = "\u{E001}";

pub(super) fn drawn_emotion(
    (persona, curve): (&Persona, Curve),
    touchpoint: &Touchpoint,
    value: f64,
    format: NumberFormat,
) -> String {
    let (persona, touchpoint) = (persona.name.as_str(), touchpoint.name.as_str());
    let value = spoken_emotion(value, format);
    match curve {
        Curve::AsIs => {
            tr!("scene-label-drawn-dot", persona = persona, touchpoint = touchpoint, value = value)
        }
        Curve::ToBe => {
            tr!("scene-label-to-be-dot", persona = persona, touchpoint = touchpoint, value = value)
        }
    }
}

/// What stands at the end of a curve: whose it is and, where both are drawn, which of the two.
pub(super) fn curve_name(persona: &Persona, curve: Option<Curve>) -> String {
    let curve = curve.map(|curve| match curve {
        Curve::AsIs => tr!("scene-as-is"),
        Curve::ToBe => tr!("scene-to-be"),
    });
    join([persona.short_name().to_owned(), curve.unwrap_or_default()])
}

/// Messages that go into the names of hundreds of cells and cards: they cost more than all else of them, so each is made once.
#[derive(Debug)]
pub(super) struct Words {
    one: String,
    several: String,
    /// How many cards a cell has, by their number.
    cards: BTreeMap<usize, String>,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            one: tr!("scene-label-at", touchpoint = NAME),
            several: tr!("scene-label-from-to", first = NAME, last = LAST),
            cards: BTreeMap::new(),
        }
    }
}

impl Words {
    /// Where a card is that stands at one touchpoint.
    pub fn at(&self, touchpoint: &str) -> Arc<str> {
        self.one.replace(NAME, touchpoint).into()
    }

    /// Where a card is that covers these columns.
    pub fn place(&self, covered: &[Column<'_>]) -> Arc<str> {
        match covered {
            [] => Arc::default(),
            [only] => Arc::clone(&only.at),
            [first, .., last] => self.several.replace(LAST, &last.name).replace(NAME, &first.name).into(),
        }
    }

    /// For the names of a lane's cells.
    pub fn cells_of(&mut self, lane: &Lane) -> CellWords<'_> {
        let place = tr!("scene-label-cell", lane = lane_name(lane), touchpoint = NAME);
        let (before, after) = place.split_once(NAME).unwrap_or((&place, ""));
        let cards = lane.kind.holds_cards().then_some(&mut self.cards);
        CellWords { before: before.into(), after: after.to_owned(), cards, after_of: BTreeMap::new() }
    }
}

/// The words for the cells of a lane.
pub(super) struct CellWords<'a> {
    /// What stands before and after the touchpoint's name.
    before: Arc<str>,
    after: String,
    /// None in lanes without cards.
    cards: Option<&'a mut BTreeMap<usize, String>>,
    /// What stands after it and how many cards there are, by their number.
    after_of: BTreeMap<usize, Arc<str>>,
}

impl CellWords<'_> {
    /// `cards` is how many it holds, those included that reach into it from the left.
    pub fn label(&mut self, touchpoint: &Arc<str>, cards: usize) -> Label {
        let Self { before, after, cards: known, after_of } = self;
        let after = after_of.entry(cards).or_insert_with(|| match known {
            Some(known) => {
                let words = known.entry(cards).or_insert_with(|| tr!("scene-label-cards", count = cards));
                format!("{after}, {words}").into()
            }
            None => after.as_str().into(),
        });
        Label::of_pieces([before, touchpoint, after])
    }
}

/// The full name of a card but for its place: what stands before and after it.
#[derive(Debug)]
pub(super) struct CardWords {
    before: Arc<str>,
    after: Arc<str>,
}

impl CardWords {
    pub fn of(facts: &Facts<'_>) -> Self {
        let card = &*facts.card;
        let text = card.text.as_str();
        let (what, details) = match &card.kind {
            CardKind::Pain(pain) => {
                (tr!("scene-label-pain", text = text), tr!("scene-label-severity", value = pain.severity))
            }
            CardKind::Opportunity(opportunity) => (
                tr!("scene-label-opportunity", text = text),
                tr!("scene-label-impact-effort", impact = opportunity.impact, effort = opportunity.effort),
            ),
            CardKind::Quote { source } => (tr!("scene-label-quote", text = text), source.clone()),
            CardKind::Thought => (tr!("scene-label-thought", text = text), String::new()),
            CardKind::Note => (tr!("scene-label-note", text = text), String::new()),
            CardKind::Backstage => (tr!("scene-label-backstage", text = text), String::new()),
            CardKind::Metric { value } => (tr!("scene-label-metric", text = text), value.clone()),
            CardKind::Image { png, alt } => {
                let broken =
                    if png.size_px().is_none() { tr!("scene-picture-broken") } else { String::new() };
                (tr!("scene-label-image", text = text), sentence([alt.clone(), broken]))
            }
        };
        let frequency = match &card.kind {
            CardKind::Pain(pain) => pain_frequency(facts, pain),
            _ => String::new(),
        };
        let votes = if card.votes > 0 { tr!("scene-label-votes", count = card.votes) } else { String::new() };
        let evidence = match facts.evidence {
            Evidence::Assumed if card.evidence.is_none() => String::new(),
            Evidence::Assumed => tr!("scene-label-assumed"),
            Evidence::Quoted => tr!("scene-label-quoted"),
            Evidence::Measured => tr!("scene-label-measured"),
        };
        let tags = card.tags.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        let tags = if tags.is_empty() { tags } else { tr!("scene-label-tags", names = tags) };
        let after = sentence([frequency, votes, evidence, tags]);
        let after = if after.is_empty() { after } else { format!(", {after}") };
        Self { before: format!("{}, ", sentence([what, details])).into(), after: after.into() }
    }

    /// The name of the card at a place.
    pub fn at(&self, place: &Arc<str>) -> Label {
        Label::of_pieces([&self.before, place, &self.after])
    }
}
