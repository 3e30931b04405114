//! Snapshots, differences, and what a workshop leaves in the map.

use super::sample::{self, make};
use crate::overlay::figures;
use pathlight::measure::guesses::score;
use pathlight::measure::{Measures, PainFigures};
use pathlight::model::check::check;
use pathlight::model::compare::{Field, Item, compare};
use pathlight::model::edit::{Created, EditError};
use pathlight::model::ranking::{actions, by_votes};
use pathlight::model::{
    Ballot, CardId, Curve, Edit, Emotion, Evidence, JourneyMap, LaneId, LaneKind, MapKind, Parked, PersonaId,
    Png, StageId, TouchpointId,
};
use pathlight::overlay::evidence::{evidence_of, evidence_share, measured_pains};
use pathlight::store::format::{from_text, to_text};
use std::path::Path;

const SEES: TouchpointId = TouchpointId(3);
const PAYS: TouchpointId = TouchpointId(4);
const CALLS: TouchpointId = TouchpointId(5);
const WAITS: CardId = CardId(9);
const ASKS: CardId = CardId(10);
const CALL_BACK: CardId = CardId(11);

#[test]
fn a_snapshot_brings_everything_back_but_ids() {
    let mut document = sample::document();
    let before = document.map().clone();
    let take = |made: &str| Edit::TakeSnapshot { name: "after".into(), made: made.into() };
    assert!(matches!(document.edit(&take("yesterday")), Err(EditError::Invalid(_))));
    let Created::Snapshot(snapshot) = make(&mut document, take("2026-01-31")) else { panic!("none taken") };
    document.edit(&Edit::RemoveTouchpoints { touchpoints: vec![CALLS, SEES] }).expect("removed");
    document.edit(&Edit::AddStage { name: "New".into(), at: 0 }).expect("added");
    let next_id = document.map().about.next_id;
    document.edit(&Edit::RestoreSnapshot { snapshot }).expect("restored");
    let mut restored = document.map().without_snapshots();
    assert_eq!(restored.about.next_id, next_id);
    restored.about.next_id = before.about.next_id;
    assert_eq!(restored, before);
    assert_eq!(document.map().snapshots.len(), 1);
    assert_eq!(check(document.map()), []);
    let text = to_text(document.map()).expect("text");
    assert_eq!(&from_text(Path::new("a"), &text).expect("map"), document.map());
}

#[test]
fn a_to_be_map_starts_from_the_hoped_for() {
    let mut document = sample::document();
    let hope = Edit::SetEmotion {
        persona: PersonaId(14),
        curve: Curve::ToBe,
        touchpoint: CALLS,
        emotion: Some(Emotion::new(2.0)),
    };
    document.edit(&hope).expect("drawn");
    let map = document.map().as_to_be();
    assert_eq!(map.about.kind, MapKind::ToBe);
    let persona = map.personas.get(PersonaId(14)).expect("persona");
    assert_eq!((persona.emotions[&CALLS].value(), persona.emotions[&SEES].value()), (2.0, 1.0));
    assert!(persona.to_be.is_empty() && map.sources.is_empty());
    assert_eq!(check(&map), []);
    assert_eq!(compare(document.map(), &map).curves[0].after, Some(Emotion::new(2.0)));
}

fn changed() -> (JourneyMap, JourneyMap) {
    let mut document = sample::document();
    let before = document.map().clone();
    let edits = [
        Edit::RenameTouchpoint { touchpoint: PAYS, name: "Pays".into() },
        Edit::MoveTouchpoints { touchpoints: vec![SEES], stage: StageId(2), at: 9 },
        Edit::RemoveCards { cards: vec![ASKS] },
        Edit::MoveCards { cards: vec![WAITS], lane: LaneId(7), touchpoint: SEES, slot: 0 },
        Edit::SetVotes { cards: vec![CALL_BACK], votes: 4 },
        Edit::AddStage { name: "Extra".into(), at: 0 },
        Edit::SetEmotion { persona: PersonaId(14), curve: Curve::AsIs, touchpoint: SEES, emotion: None },
    ];
    for edit in edits {
        document.edit(&edit).expect("edit");
    }
    (before, document.map().clone())
}

#[test]
fn differences_are_told_by_id() {
    let (before, after) = changed();
    assert_eq!(compare(&before, &before), Default::default());
    let found = compare(&before, &after);
    let of = |item: Item| {
        found.items.iter().find(|difference| difference.after.or(difference.before) == Some(item))
    };
    let pays = of(Item::Touchpoint(PAYS)).expect("renamed");
    assert_eq!((pays.moved, pays.fields[0].field), (false, Field::Name));
    assert_eq!((&*pays.fields[0].before, &*pays.fields[0].after), ("Öder", "Pays"));
    assert!(of(Item::Touchpoint(SEES)).expect("moved").moved);
    assert_eq!(of(Item::Touchpoint(CALLS)), None, "it stayed where it was");
    assert_eq!(of(Item::Card(ASKS)).expect("removed").after, None);
    assert!(of(Item::Card(WAITS)).expect("moved").moved);
    assert_eq!(of(Item::Card(CALL_BACK)).expect("voted").fields[0].field, Field::Votes);
    assert_eq!(found.items.iter().filter(|difference| difference.before.is_none()).count(), 1);
    assert_eq!(found.items.len(), 6);
    let [curve] = &found.curves[..] else { panic!("{:?}", found.curves) };
    assert_eq!((curve.touchpoint, curve.before, curve.after), (SEES, Some(Emotion::new(1.0)), None));
}

#[test]
fn maps_of_other_origin_are_compared_by_name() {
    let before = sample::map();
    // Drawn anew: the same stages under other ids, in other letters.
    let mut document = pathlight::model::Document::default();
    make(&mut document, Edit::AddLane { kind: LaneKind::Metrics, name: String::new(), at: 0 });
    for stage in before.stages_in_order() {
        make(&mut document, Edit::AddStage { name: stage.name.to_uppercase(), at: 99 });
    }
    let found = compare(&before, document.map());
    // Both stages are found again by name; all else is gone.
    let stages = found.items.iter().filter(|difference| matches!(difference.before, Some(Item::Stage(_))));
    assert!(stages.clone().all(|difference| difference.after.is_some() && !difference.moved), "{stages:?}");
    let gone = found.items.iter().filter(|difference| difference.after.is_none()).count();
    let records = before.touchpoints.len() + before.lanes.len() + before.cards.len();
    assert_eq!(gone, records + before.personas.len() + before.channels.len() + before.sources.len());
}

#[test]
fn dots_are_secret_counted_and_ranked() {
    let mut document = sample::document();
    let ballot = |name: &str, votes: &[(CardId, u32)]| {
        Edit::CastVotes(Ballot { name: name.into(), votes: votes.iter().copied().collect() })
    };
    assert_eq!(document.edit(&ballot("Jan", &[])), Err(EditError::VotingClosed));
    document.edit(&Edit::OpenVoting { votes_per_person: 3 }).expect("opened");
    let too_many = document.edit(&ballot("Jan", &[(WAITS, 2), (ASKS, 2)]));
    assert_eq!(too_many, Err(EditError::TooManyVotes { name: "Jan".into(), cast: 4, allowed: 3 }));
    for edit in [
        ballot("Jan", &[(CALL_BACK, 3)]),
        ballot("Jan ", &[(WAITS, 2), (ASKS, 0)]),
        ballot("Ayşe", &[(ASKS, 2), (CALL_BACK, 1)]),
        ballot("Ola", &[(ASKS, 3)]),
        Edit::RemoveBallot { name: "Ola".into() },
    ] {
        document.edit(&edit).expect("cast");
    }
    assert_eq!(by_votes(document.map()), [], "nothing is told while the vote is open");
    document.edit(&Edit::CloseVoting).expect("closed");
    let ranked: Vec<_> =
        by_votes(document.map()).iter().map(|of| (of.card, of.votes, of.rank, of.tied)).collect();
    assert_eq!(ranked, [(WAITS, 2, 1, true), (ASKS, 2, 1, true), (CALL_BACK, 1, 3, false)]);
    assert_eq!(document.edit(&Edit::CloseVoting), Err(EditError::VotingClosed));
    document.edit(&Edit::RemoveCards { cards: vec![ASKS] }).expect("removed");
    assert_eq!(check(document.map()), [], "ballots forget cards that are gone");
}

#[test]
fn what_is_parked_can_become_a_card() {
    let mut document = sample::document();
    let parked = |text: &str, when: &str| Parked { text: text.into(), who: "Ola".into(), when: when.into() };
    assert!(document.edit(&Edit::Park(parked("x", "soon"))).is_err());
    document.edit(&Edit::Park(parked("later", "2026-01-31T10:00"))).expect("parked");
    document.edit(&Edit::Park(parked("much later", ""))).expect("parked");
    let lane = LaneId(7);
    let to_card = |at| Edit::ParkedToCard { at, lane, touchpoint: SEES };
    assert_eq!(document.edit(&to_card(2)), Err(EditError::NothingParked(2)));
    let Created::Card(card) = make(&mut document, to_card(0)) else { panic!("no card") };
    assert_eq!(document.map().cards.get(card).expect("card").text, "later");
    assert_eq!(document.map().workshop.parking, [parked("much later", "")]);
}

#[test]
fn actions_come_by_day_and_gain() {
    let map = sample::map();
    let [action] = &actions(&map)[..] else { panic!("one opportunity") };
    assert_eq!((&*action.owner, &*action.due, action.touchpoint), ("Ayşe", "2025-01-31", CALLS));
}

#[test]
fn guesses_are_scored_where_exits_were_measured() {
    let measures = Measures {
        touchpoints: vec![figures(3, 1, 4, [0; 3]), figures(4, 1, 2, [0; 3]), figures(5, 0, 0, [0; 3])],
        ..Measures::default()
    };
    let guessed = score(&[(SEES, 0.5), (PAYS, 0.0), (CALLS, 1.0)].into(), &measures).expect("a score");
    assert_eq!(guessed.mean_absolute_error, 0.375);
    let gaps: Vec<_> = guessed.gaps.iter().map(|gap| (gap.touchpoint, gap.gap)).collect();
    assert_eq!(gaps, [(PAYS, -0.5), (SEES, 0.25)]);
    assert_eq!(score(&[(CALLS, 0.5)].into(), &measures), None);
}

#[test]
fn evidence_is_graded_or_found() {
    let map = sample::map();
    let pain = |visits| PainFigures {
        card: WAITS,
        visits,
        journeys: visits,
        share: None,
        exits_explained: None,
        risk_ratio: None,
    };
    let measured = |visits| measured_pains(&Measures { pains: vec![pain(visits)], ..Measures::default() });
    let grade = |card, visits| evidence_of(map.cards.get(card).expect("card"), &measured(visits));
    assert_eq!((grade(WAITS, 0), grade(WAITS, 1)), (Evidence::Assumed, Evidence::Measured));
    assert_eq!(grade(ASKS, 0), Evidence::Quoted, "the team's own grade");
    assert_eq!(evidence_share(&map, &measured(1)), Some(2.0 / 3.0));
    assert_eq!(evidence_share(&JourneyMap::default(), &measured(1)), None);
}

#[test]
fn pictures_are_base64_in_the_file() {
    let bytes = b"\x89PNG\r\n\x1a\nrest";
    let png = Png::new(&bytes[..]).expect("a picture");
    let text = String::from(png.clone());
    assert_eq!(text, "iVBORw0KGgpyZXN0");
    assert_eq!(Png::try_from(text), Ok(png));
    assert!(Png::new(&b"GIF89a"[..]).is_err());
    assert!(Png::try_from("***".to_owned()).is_err());
}

#[test]
fn what_holds_nothing_is_not_written() {
    let text = to_text(&sample::map()).expect("text");
    for field in ["workshop", "snapshots", "span", "to_be", "pinned", "collapsed", "tags", "palette"] {
        assert!(!text.contains(&format!("{field}:")), "{field}");
    }
}
