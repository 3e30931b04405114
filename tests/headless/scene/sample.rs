//! Maps and figures for the tests of the scene.

use pathlight::model::{
    About, Card, CardId, CardKind, Channel, ChannelId, Curve, Emotion, JourneyMap, Lane, LaneId, LaneKind,
    Opportunity, Pain, Persona, PersonaId, Stage, StageId, Touchpoint, TouchpointId,
};
use pathlight::overlay::{Bar, MeasuredEmotion, Overlay, SatisfactionBar, Shares, TouchpointOverlay};
use pathlight::scene::{Element, EmotionDot};
use std::collections::BTreeMap;

pub const PERSONA: PersonaId = PersonaId(60);

/// Name, stage, channels, drawn emotion, star.
type Step = (&'static str, usize, &'static [usize], f64, bool);

const STAGES: [&str; 5] = ["Discover", "Choose", "Buy", "Receive", "Get help"];
const CHANNELS: [&str; 6] = ["web", "app", "social", "store", "chat", "phone"];
const STEPS: [Step; 9] = [
    ("Sees the ad", 0, &[2], 0.6, false),
    ("Searches shoes", 0, &[0, 1], 0.9, false),
    ("Compares pairs", 1, &[0, 1], 1.1, false),
    ("Adds to cart", 1, &[1, 0], 1.3, false),
    ("Sees delivery cost", 2, &[0], 0.5, true),
    ("Pays", 2, &[0], 0.2, false),
    ("Parcel arrives", 3, &[3], 1.6, true),
    ("Chats with support", 4, &[4], 0.4, false),
    ("Asks for refund", 4, &[5, 4], -0.8, false),
];

pub fn touchpoint(index: u32) -> TouchpointId {
    TouchpointId(10 + index)
}

pub fn lane(kind: LaneKind) -> LaneId {
    let place = LaneKind::ALL.iter().position(|one| *one == kind).unwrap_or_default();
    LaneId(30 + u32::try_from(place).unwrap_or_default())
}

/// The dot of the persona's drawn curve.
pub fn dot(touchpoint: TouchpointId) -> Element {
    let lane = lane(LaneKind::Emotion);
    Element::Emotion(EmotionDot { lane, persona: PERSONA, curve: Curve::AsIs, touchpoint })
}

fn lanes(kinds: &[LaneKind]) -> impl Iterator<Item = Lane> {
    kinds.iter().map(|kind| Lane::new(lane(*kind), *kind))
}

pub fn card(id: u32, kind: LaneKind, column: u32, slot: u32, text: &str) -> Card {
    let cell = (lane(kind), touchpoint(column));
    Card { slot, ..Card::new(CardId(id), cell, text, CardKind::for_lane(kind)) }
}

fn pain(id: u32, column: u32, slot: u32, text: &str, severity: u8) -> Card {
    let kind = CardKind::Pain(Pain { severity, ..Pain::default() });
    Card { kind, ..card(id, LaneKind::Pains, column, slot, text) }
}

fn opportunity(id: u32, column: u32, text: &str, impact: u8, effort: u8) -> Card {
    let kind = CardKind::Opportunity(Opportunity { impact, effort, ..Opportunity::default() });
    Card { kind, votes: 3, ..card(id, LaneKind::Opportunities, column, 0, text) }
}

/// A shop's map with nine touchpoints in five stages and six lanes.
pub fn map() -> JourneyMap {
    let kinds =
        [LaneKind::Channels, LaneKind::Emotion, LaneKind::Exits, LaneKind::Pains, LaneKind::Opportunities];
    let steps = || (0_u32..).zip(STEPS);
    let stage = |(place, name): (u32, &str)| Stage {
        id: StageId(place + 1),
        name: name.to_owned(),
        touchpoints: steps()
            .filter(|(_, step)| step.1 == place as usize)
            .map(|(i, _)| touchpoint(i))
            .collect(),
        palette: None,
    };
    let emotions: BTreeMap<_, _> = steps().map(|(i, step)| (touchpoint(i), Emotion::new(step.3))).collect();
    JourneyMap {
        about: About {
            title: "Online order & care".to_owned(),
            description:
                "A returning shopper orders running shoes for Friday and needs help with the return."
                    .to_owned(),
            stages: (1..=5).map(StageId).collect(),
            lanes: kinds.map(lane).into(),
            personas: vec![PERSONA],
            next_id: 200,
            ..About::default()
        },
        stages: (0_u32..).zip(STAGES).map(stage).collect(),
        touchpoints: steps()
            .map(|(i, (name, _, channels, _, star))| Touchpoint {
                channels: channels.iter().map(|place| ChannelId(50 + *place as u32)).collect(),
                moment_of_truth: star,
                goal: name == "Pays",
                contact: name == "Chats with support",
                ..Touchpoint::new(touchpoint(i), name)
            })
            .collect(),
        lanes: lanes(&kinds).collect(),
        cards: [
            pain(101, 1, 0, "Too many filters", 2),
            pain(102, 4, 0, "Cost shown late", 5),
            pain(103, 4, 1, "No Friday option", 4),
            pain(104, 5, 0, "Card declined", 3),
            pain(105, 7, 0, "Repeats the issue", 4),
            pain(106, 8, 0, "Waits 9 min", 5),
            opportunity(107, 4, "Show cost on product", 5, 2),
            opportunity(108, 6, "Live parcel map", 3, 3),
            opportunity(109, 7, "One case, all channels", 5, 4),
        ]
        .into_iter()
        .collect(),
        personas: [Persona {
            quote: "Needs shoes before Friday; compares on the phone, buys on the laptop.".to_owned(),
            emotions,
            ..Persona::new(PERSONA, "Elif, 34 · returning shopper")
        }]
        .into_iter()
        .collect(),
        channels: (0_u32..)
            .zip(CHANNELS)
            .map(|(i, name)| Channel::new(ChannelId(50 + i), name.to_owned()))
            .collect(),
        ..JourneyMap::default()
    }
}

/// Figures for [`map`].
pub fn overlay() -> Overlay {
    let exits = [0.18, 0.22, 0.31, 0.25, 0.464, 0.098, 0.27, 0.22, 0.61];
    let emotions = [0.3, 0.5, 0.6, 0.4, -1.25, 0.1, 1.2, -0.7, -1.6];
    let half = [0.14, 0.1, 0.1, 0.12, 0.12, 0.17, 0.19, 0.24, 0.31];
    let visits = ["1.03 M", "2.10 M", "2.41 M", "1.02 M", "561 k", "281 k", "212 k", "148 k", "61 k"];
    let at = |i: usize| TouchpointOverlay {
        visits_label: format!("{} visits", visits[i]),
        unvisited: false,
        never_hit: false,
        before: Default::default(),
        exit: Some(Bar {
            value: exits[i],
            low: exits[i] - 0.002,
            high: exits[i] + 0.002,
            label: format!("{} %", (exits[i] * 1000.0).round() / 10.0),
            note: "± 0.2".to_owned(),
            strong: exits[i] > 0.4,
            small: false,
        }),
        emotion: Some(MeasuredEmotion {
            value: emotions[i],
            interval: Some((emotions[i] - half[i], emotions[i] + half[i])),
            small: false,
            n: 1_000,
        }),
        satisfaction: Some(SatisfactionBar {
            shares: Some(Shares { satisfied: 0.24, neutral: 0.2, dissatisfied: 0.56 }),
            mean_unit: 0.35,
            label: "2.4 · n 123 480".to_owned(),
            small: false,
        }),
    };
    let touchpoints = (0..9_usize).map(|i| (TouchpointId(10 + i as u32), at(i))).collect();
    let pains =
        [(102, "46 % leave"), (103, "11 %"), (104, "3.1 %"), (105, "38 % twice"), (106, "p90 14 min")];
    Overlay {
        touchpoints,
        pains: pains.map(|(id, label)| (CardId(id), label.to_owned())).into(),
        measured_cards: [CardId(102)].into(),
        is_partial: false,
        is_growing: false,
        exit_axis_max: 0.65,
        before: None,
        footer:
            "orders.db · 10 119 691 events · 1 Apr – 30 Jun 2024 · 95 % intervals · groups under 5 hidden"
                .to_owned(),
    }
}
