//! What a record says, field by field, as text that can stand in a list.

use super::settings;
use crate::model::card::{Card, CardKind, Side};
use crate::model::id::TouchpointId;
use crate::model::lane::Lane;
use crate::model::persona::Persona;
use crate::model::records::{Channel, JourneyMap, MapKind, Stage, Touchpoint};
use crate::model::source::Source;
use crate::tr;
use std::collections::BTreeMap;

/// A field of a record; [`Field::label`] names it for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // as in the records
pub enum Field {
    Name,
    Description,
    Owner,
    Channels,
    Goal,
    Contact,
    MomentOfTruth,
    Tags,
    Text,
    Kind,
    Severity,
    Side,
    Frequency,
    Impact,
    Effort,
    Due,
    Source,
    Value,
    Votes,
    Evidence,
    Quote,
    Segment,
    Hidden,
    Pinned,
    Collapsed,
    Curves,
    Color,
    Width,
    Rule,
    Picture,
    SmallestGroup,
    Path,
    EventRules,
    Filter,
    Agenda,
    Guesses,
    Parking,
    Before,
    SelfService,
    Targets,
    WordMoods,
}

impl Field {
    /// What the field is called.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Name => tr!("model-field-name"),
            Self::Description => tr!("model-field-description"),
            Self::Owner => tr!("model-field-owner"),
            Self::Channels => tr!("model-field-channels"),
            Self::Goal => tr!("model-field-goal"),
            Self::Contact => tr!("model-field-contact"),
            Self::MomentOfTruth => tr!("model-field-moment-of-truth"),
            Self::Tags => tr!("model-field-tags"),
            Self::Text => tr!("model-field-text"),
            Self::Kind => tr!("model-field-kind"),
            Self::Severity => tr!("model-field-severity"),
            Self::Side => tr!("model-field-side"),
            Self::Frequency => tr!("model-field-frequency"),
            Self::Impact => tr!("model-field-impact"),
            Self::Effort => tr!("model-field-effort"),
            Self::Due => tr!("model-field-due"),
            Self::Source => tr!("model-field-source"),
            Self::Value => tr!("model-field-value"),
            Self::Votes => tr!("model-field-votes"),
            Self::Evidence => tr!("model-field-evidence"),
            Self::Quote => tr!("model-field-quote"),
            Self::Segment => tr!("model-field-segment"),
            Self::Hidden => tr!("model-field-hidden"),
            Self::Pinned => tr!("model-field-pinned"),
            Self::Collapsed => tr!("model-field-collapsed"),
            Self::Curves => tr!("model-field-curves"),
            Self::Color => tr!("model-field-color"),
            Self::Width => tr!("model-field-width"),
            Self::Rule => tr!("model-field-rule"),
            Self::Picture => tr!("model-field-picture"),
            Self::SmallestGroup => tr!("model-field-smallest-group"),
            Self::Path => tr!("model-field-path"),
            Self::EventRules => tr!("model-field-event-rules"),
            Self::Filter => tr!("model-field-filter"),
            Self::Agenda => tr!("model-field-agenda"),
            Self::Guesses => tr!("model-field-guesses"),
            Self::Parking => tr!("model-field-parking"),
            Self::Before => tr!("model-field-before"),
            Self::SelfService => tr!("model-field-self-service"),
            Self::Targets => tr!("model-field-targets"),
            Self::WordMoods => tr!("model-field-word-moods"),
        }
    }
}

/// A field that says something else now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDifference {
    /// Which field.
    pub field: Field,
    /// As it was; empty = nothing.
    pub before: String,
    /// As it is; empty = nothing.
    pub after: String,
}

/// What a record is known by.
pub(super) trait Named {
    fn name(&self) -> &str;
}

macro_rules! named {
    ($($record:ident $field:ident),*) => {
        $(impl Named for $record {
            fn name(&self) -> &str {
                &self.$field
            }
        })*
    };
}
named!(Stage name, Touchpoint name, Lane name, Card text, Persona name, Channel name, Source name);

type Fields = Vec<(Field, String)>;

/// Fields that only one of the two has are compared with nothing.
fn differing(before: &Fields, after: &Fields) -> Vec<FieldDifference> {
    let value = |fields: &Fields, field: Field| {
        fields.iter().find(|(other, _)| *other == field).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let mut all: Vec<Field> = after.iter().map(|(field, _)| *field).collect();
    all.extend(
        before.iter().map(|(field, _)| *field).filter(|field| !after.iter().any(|(other, _)| other == field)),
    );
    let pairs = all.into_iter().map(|field| FieldDifference {
        field,
        before: value(before, field),
        after: value(after, field),
    });
    pairs.filter(|difference| difference.before != difference.after).collect()
}

pub(super) fn stage(before: &Stage, after: &Stage) -> Vec<FieldDifference> {
    let fields =
        |stage: &Stage| vec![(Field::Name, stage.name.clone()), (Field::Color, palette(stage.palette))];
    differing(&fields(before), &fields(after))
}

pub(super) fn touchpoint(
    before: (&JourneyMap, &Touchpoint),
    after: (&JourneyMap, &Touchpoint),
) -> Vec<FieldDifference> {
    let fields = |(map, touchpoint): (&JourneyMap, &Touchpoint)| {
        let channels = touchpoint.channels.iter().filter_map(|id| Some(map.channels.get(*id)?.name.clone()));
        vec![
            (Field::Name, touchpoint.name.clone()),
            (Field::Description, touchpoint.description.clone()),
            (Field::Owner, touchpoint.owner.clone()),
            (Field::Channels, channels.collect::<Vec<_>>().join(", ")),
            (Field::Goal, yes(touchpoint.goal)),
            (Field::Contact, yes(touchpoint.contact)),
            (Field::MomentOfTruth, yes(touchpoint.moment_of_truth)),
            (Field::Tags, joined(&touchpoint.tags)),
        ]
    };
    differing(&fields(before), &fields(after))
}

pub(super) fn lane(before: (&JourneyMap, &Lane), after: (&JourneyMap, &Lane)) -> Vec<FieldDifference> {
    let fields = |(map, lane): (&JourneyMap, &Lane)| {
        let curves = lane.personas.iter().filter_map(|id| Some(map.personas.get(*id)?.name.clone()));
        vec![
            (Field::Name, lane.name.clone()),
            (Field::Hidden, yes(lane.hidden)),
            (Field::Pinned, yes(lane.pinned)),
            (Field::Collapsed, yes(lane.collapsed)),
            (Field::Curves, curves.collect::<Vec<_>>().join(", ")),
        ]
    };
    differing(&fields(before), &fields(after))
}

pub(super) fn persona(before: &Persona, after: &Persona) -> Vec<FieldDifference> {
    let fields = |persona: &Persona| {
        vec![
            (Field::Name, persona.name.clone()),
            (Field::Quote, persona.quote.clone()),
            (Field::Segment, persona.segments_text()),
        ]
    };
    differing(&fields(before), &fields(after))
}

pub(super) fn channel(before: &Channel, after: &Channel) -> Vec<FieldDifference> {
    let fields = |channel: &Channel| {
        let color = channel.color.map(|color| color.to_string()).unwrap_or_default();
        vec![
            (Field::Name, channel.name.clone()),
            (Field::Color, color),
            (Field::SelfService, yes(channel.self_service)),
        ]
    };
    differing(&fields(before), &fields(after))
}

pub(super) fn card(before: &Card, after: &Card) -> Vec<FieldDifference> {
    let fields = |card: &Card| {
        let mut fields = vec![(Field::Text, card.text.clone())];
        fields.extend(kind(&card.kind));
        let votes = if card.votes == 0 { String::new() } else { card.votes.to_string() };
        fields.push((Field::Votes, votes));
        fields.push((Field::Evidence, card.evidence.map(evidence).unwrap_or_default()));
        fields.push((Field::Tags, joined(&card.tags)));
        fields.push((Field::Width, (card.span + 1).to_string()));
        fields.push((Field::Color, palette(card.palette)));
        fields
    };
    let mut fields = differing(&fields(before), &fields(after));
    if let (CardKind::Image { png: then, .. }, CardKind::Image { png: now, .. }) = (&before.kind, &after.kind)
        && then != now
    {
        let (before, after) = (tr!("model-picture-before"), tr!("model-picture-after"));
        fields.push(FieldDifference { field: Field::Picture, before, after });
    }
    fields
}

pub(super) fn map(before: &JourneyMap, after: &JourneyMap) -> Vec<FieldDifference> {
    let fields = |map: &JourneyMap| {
        let about = &map.about;
        let kind = match about.kind {
            MapKind::AsIs => tr!("model-map-as-is"),
            MapKind::ToBe => tr!("model-map-to-be"),
        };
        vec![
            (Field::Name, about.title.clone()),
            (Field::Kind, kind),
            (Field::Description, about.description.clone()),
            (Field::SmallestGroup, about.smallest_group.to_string()),
            (Field::Targets, settings::targets(map)),
            (Field::WordMoods, settings::word_moods(map)),
        ]
    };
    differing(&fields(before), &fields(after))
}

pub(super) fn source(
    before: (&JourneyMap, &Source),
    after: (&JourneyMap, &Source),
    touchpoints: &BTreeMap<TouchpointId, TouchpointId>,
) -> Vec<FieldDifference> {
    let fields = |source: &Source| {
        vec![
            (Field::Name, source.name.clone()),
            (Field::Path, source.path.clone()),
            (Field::Filter, settings::filter(&source.filter)),
            (Field::Before, settings::before(source)),
        ]
    };
    let mut fields = differing(&fields(before.1), &fields(after.1));
    fields.extend(settings::event_rules(before, after, touchpoints));
    fields
}

fn kind(kind: &CardKind) -> Fields {
    let (name, mut fields) = match kind {
        CardKind::Note => (tr!("model-card-note"), Vec::new()),
        CardKind::Thought => (tr!("model-card-thought"), Vec::new()),
        CardKind::Backstage => (tr!("model-card-backstage"), Vec::new()),
        CardKind::Pain(pain) => {
            let side = match pain.side {
                Side::Customer => tr!("model-side-customer"),
                Side::Staff => tr!("model-side-staff"),
            };
            let share = pain.frequency.map(|share| format!("{} %", (share * 1000.0).round() / 10.0));
            let fields = vec![
                (Field::Severity, pain.severity.to_string()),
                (Field::Side, side),
                (Field::Frequency, share.unwrap_or_default()),
                (Field::Rule, pain.rule.as_ref().map(settings::pain_rule).unwrap_or_default()),
            ];
            (tr!("model-card-pain"), fields)
        }
        CardKind::Opportunity(opportunity) => {
            let fields = vec![
                (Field::Impact, opportunity.impact.to_string()),
                (Field::Effort, opportunity.effort.to_string()),
                (Field::Owner, opportunity.owner.clone()),
                (Field::Due, opportunity.due.clone()),
            ];
            (tr!("model-card-opportunity"), fields)
        }
        CardKind::Quote { source } => (tr!("model-card-quote"), vec![(Field::Source, source.clone())]),
        CardKind::Metric { value } => (tr!("model-card-metric"), vec![(Field::Value, value.clone())]),
        CardKind::Image { alt, .. } => (tr!("model-card-image"), vec![(Field::Description, alt.clone())]),
    };
    fields.insert(0, (Field::Kind, name));
    fields
}

fn evidence(evidence: crate::model::card::Evidence) -> String {
    use crate::model::card::Evidence;
    match evidence {
        Evidence::Assumed => tr!("model-evidence-assumed"),
        Evidence::Quoted => tr!("model-evidence-quoted"),
        Evidence::Measured => tr!("model-evidence-measured"),
    }
}

/// The place of a colour in the palette as people count, from 1.
fn palette(index: Option<u8>) -> String {
    index.map(|index| (u16::from(index) + 1).to_string()).unwrap_or_default()
}

fn yes(on: bool) -> String {
    if on { tr!("model-yes") } else { String::new() }
}

fn joined(tags: &std::collections::BTreeSet<String>) -> String {
    tags.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}
