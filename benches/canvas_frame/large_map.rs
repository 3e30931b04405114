//! The map of the benchmark: 60 touchpoints, 14 lanes, 1 500 cards, two personas and measured figures.

use pathlight::events::{LogBuilder, LogShape};
use pathlight::ingest::{LoadReport, Loaded};
use pathlight::measure::Keep;
use pathlight::model::edit::Created;
use pathlight::model::{
    CardKind, Document, Edit, Emotion, JourneyMap, LaneId, LaneKind, Persona, PersonaId, Source, TouchpointId,
};
use pathlight::overlay::{Bar, MeasuredEmotion, Overlay, SatisfactionBar, Shares, TouchpointOverlay};
use pathlight::session::{Data, Session};
use std::sync::Arc;

pub const CARDS: usize = 1500;

fn created(document: &mut Document, edit: Edit) -> Created {
    document.edit(&edit).expect("an edit that fits").expect("something new")
}

/// The map with so many cards.
pub fn large_map(cards: usize) -> JourneyMap {
    let mut document = Document::default();
    let mut touchpoints: Vec<TouchpointId> = Vec::new();
    for place in 0..10 {
        let name = format!("Stage {place}");
        let Created::Stage(stage) = created(&mut document, Edit::AddStage { name, at: place }) else {
            continue;
        };
        for at in 0..6 {
            let name = format!("Touchpoint {} of the journey", place * 6 + at);
            if let Created::Touchpoint(id) = created(&mut document, Edit::AddTouchpoint { stage, at, name }) {
                touchpoints.push(id);
            }
        }
    }
    let notes = [LaneKind::Notes; 3];
    let mut card_lanes: Vec<(LaneId, LaneKind)> = Vec::new();
    for (at, kind) in LaneKind::ALL.into_iter().chain(notes).enumerate() {
        if let Created::Lane(id) = created(&mut document, Edit::AddLane { kind, name: String::new(), at })
            && kind.holds_cards()
        {
            card_lanes.push((id, kind));
        }
    }
    for number in 0..cards {
        let (lane, kind) = card_lanes[number % card_lanes.len()];
        let touchpoint = touchpoints[number / card_lanes.len() % touchpoints.len()];
        let text = format!("Card {number}: what customers told us");
        let kind = CardKind::for_lane(kind);
        created(&mut document, Edit::AddCard { lane, touchpoint, slot: usize::MAX, text, kind });
    }
    for (name, shift) in [("Elif", 0), ("Marek", 2)] {
        let emotions = touchpoints.iter().zip((0..5).cycle().skip(shift));
        let emotions = emotions.map(|(id, value)| (*id, Emotion::new(f64::from(value) - 2.0))).collect();
        created(&mut document, Edit::AddPersona(Persona { emotions, ..Persona::new(PersonaId(0), name) }));
    }
    created(&mut document, Edit::AddSource(Source::of_file("Orders", "orders.csv")));
    document.map().clone()
}

/// The map open, perhaps with figures at every touchpoint.
pub fn session(map: &JourneyMap, with_figures: bool) -> Session {
    let mut session = Session::of_new(map.clone());
    let source = map.sources.iter().next().map(|source| source.id);
    session.data = source.filter(|_| with_figures).map(|source| Data {
        source,
        loaded: Arc::new(loaded(LogBuilder::new(LogShape::default()))),
        part: None,
        keep: Keep::default(),
        tally: Default::default(),
        measures: None,
        before: None,
        overlay: Some(Arc::new(figures(map))),
        shown_part: None,
        update_took: None,
        is_outdated: false,
    });
    session
}

/// Data as if it had been read from a file.
pub fn loaded(log: LogBuilder) -> Loaded {
    let (log, report) = (log.finish(), LoadReport::default());
    Loaded { log, report, name_counts: Vec::new(), files: Vec::new(), fingerprint: String::new() }
}

fn figures(map: &JourneyMap) -> Overlay {
    let touchpoints = map.touchpoints_in_order().zip((1_u32..=9).cycle());
    let touchpoints = touchpoints.map(|((_, touchpoint), number)| {
        let share = f64::from(number) / 10.0;
        let figures = TouchpointOverlay {
            visits_label: format!("{number}61 k visits"),
            unvisited: false,
            never_hit: false,
            before: Default::default(),
            exit: Some(Bar {
                value: share,
                low: share - 0.05,
                high: share + 0.05,
                label: format!("{number}0.4 %"),
                note: "±5.0".to_owned(),
                strong: number > 7,
                small: number == 3,
            }),
            emotion: Some(MeasuredEmotion {
                value: share * 4.0 - 2.0,
                interval: Some((share * 4.0 - 2.3, share * 4.0 - 1.7)),
                small: number == 3,
                n: 2364,
            }),
            satisfaction: Some(SatisfactionBar {
                shares: Some(Shares { satisfied: share, neutral: 0.0, dissatisfied: 1.0 - share }),
                mean_unit: share,
                label: format!("3.{number} · n 2 364"),
                small: number == 3,
            }),
        };
        (touchpoint.id, figures)
    });
    Overlay { touchpoints: touchpoints.collect(), exit_axis_max: 1.0, ..Overlay::default() }
}
