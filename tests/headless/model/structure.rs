//! Touchpoints and stages split, merged, doubled and moved; cards as blocks and across touchpoints.

use super::sample::{self, make};
use pathlight::model::edit::{Created, EditError};
use pathlight::model::{
    CardId, Curve, Document, Edit, Emotion, JourneyMap, LaneId, PersonaId, SourceId, StageId, TouchpointId,
};

const SEES: TouchpointId = TouchpointId(3);
const PAYS: TouchpointId = TouchpointId(4);
const CALLS: TouchpointId = TouchpointId(5);
const PAINS: LaneId = LaneId(7);
const IDEAS: LaneId = LaneId(8);
const WAITS: CardId = CardId(9);
const ASKS: CardId = CardId(10);
const CALL_BACK: CardId = CardId(11);

fn after(edits: &[Edit]) -> JourneyMap {
    let mut document = sample::document();
    for edit in edits {
        document.edit(edit).expect("edit");
    }
    document.map().clone()
}

fn ids(map: &JourneyMap, lane: LaneId, touchpoint: TouchpointId) -> Vec<CardId> {
    map.cell(lane, touchpoint).iter().map(|card| card.id).collect()
}

fn columns(map: &JourneyMap) -> Vec<Vec<u32>> {
    map.stages_in_order().map(|stage| stage.touchpoints.iter().map(|id| id.0).collect()).collect()
}

fn span(map: &JourneyMap, card: CardId) -> u32 {
    map.cards.get(card).expect("card").span
}

#[test]
fn touchpoints_move_by_places_across_stages() {
    let moved = |touchpoints: &[TouchpointId], places| {
        columns(&after(&[Edit::MoveTouchpointsBy { touchpoints: touchpoints.to_vec(), places }]))
    };
    assert_eq!(moved(&[SEES], 1), [vec![4, 3], vec![5]]);
    assert_eq!(moved(&[SEES], 2), [vec![4], vec![3, 5]]);
    assert_eq!(moved(&[SEES], 99), [vec![4], vec![5, 3]]);
    assert_eq!(moved(&[CALLS], -1), [vec![3, 4, 5], vec![]]);
    assert_eq!(moved(&[CALLS], -99), [vec![5, 3, 4], vec![]]);
    assert_eq!(moved(&[CALLS, SEES], -1), [vec![3, 5, 4], vec![]]);
    assert_eq!(moved(&[CALLS, SEES], 0), [vec![3, 4], vec![5]]);
}

#[test]
fn a_split_stage_keeps_what_is_before_and_merging_brings_it_back() {
    let mut document = sample::document();
    let before = columns(document.map());
    let edit = Edit::SplitStage { touchpoint: PAYS, name: "Pay".into() };
    let Created::Stage(new) = make(&mut document, edit) else { panic!("no stage") };
    assert_eq!(columns(document.map()), [vec![3], vec![4], vec![5]]);
    document.edit(&Edit::MergeStages { stages: vec![new, StageId(1)] }).expect("merged");
    assert_eq!(columns(document.map()), before);
}

#[test]
fn a_merged_touchpoint_has_all_of_its_parts() {
    let to_be = |touchpoint, value| Edit::SetEmotion {
        persona: PersonaId(14),
        curve: Curve::ToBe,
        touchpoint,
        emotion: Some(Emotion::new(value)),
    };
    let guess = |touchpoint, rate| Edit::SetGuess { team: String::new(), touchpoint, exit_rate: Some(rate) };
    let map = after(&[
        Edit::MoveCards { cards: vec![ASKS], lane: PAINS, touchpoint: SEES, slot: 0 },
        to_be(SEES, 2.0),
        to_be(PAYS, 1.0),
        guess(SEES, 0.25),
        guess(CALLS, 0.75),
        Edit::MergeTouchpoints { touchpoints: vec![CALLS, SEES] },
    ]);
    assert_eq!(columns(&map), [vec![3, 4], vec![]]);
    assert_eq!((ids(&map, PAINS, SEES), ids(&map, IDEAS, SEES)), (vec![ASKS, WAITS], vec![CALL_BACK]));
    let merged = map.touchpoints.get(SEES).expect("touchpoint");
    assert!(merged.contact);
    assert_eq!(merged.channels.len(), 2);
    let persona = map.personas.get(PersonaId(14)).expect("persona");
    // 1 and −1.25 were drawn.
    assert_eq!(persona.emotions.get(&SEES).map(|emotion| emotion.value()), Some(-0.13));
    assert_eq!(persona.to_be.get(&SEES).map(|emotion| emotion.value()), Some(2.0));
    let rules = &map.sources.get(SourceId(15)).expect("source").rules;
    assert_eq!(rules.iter().map(|rule| rule.touchpoint).collect::<Vec<_>>(), [SEES, PAYS, SEES]);
    assert_eq!(map.workshop.guesses[""], [(SEES, 0.5)].into());
}

#[test]
fn copies_have_cards_and_emotions_but_no_votes_and_rules() {
    let map = after(&[
        Edit::SetVotes { cards: vec![WAITS], votes: 3 },
        Edit::DuplicateTouchpoints { touchpoints: vec![CALLS] },
    ]);
    let copy = *map.stages.get(StageId(2)).expect("stage").touchpoints.last().expect("copy");
    assert_eq!(
        map.cell(PAINS, copy).iter().map(|card| (&*card.text, card.votes)).collect::<Vec<_>>(),
        [("Asks twice", 0), ("Czeka zbyt długo", 0)]
    );
    assert_eq!(map.personas.get(PersonaId(14)).expect("persona").emotions[&copy].value(), -1.25);
    assert_eq!(map.sources.get(SourceId(15)).expect("source").rules.len(), 3);
    let map = after(&[Edit::DuplicateStage { stage: StageId(1) }]);
    assert_eq!(columns(&map).iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 1]);
    let map = after(&[Edit::DuplicateLane { lane: PAINS }]);
    assert_eq!(map.about.lanes[1], PAINS);
    assert_eq!(ids(&map, map.about.lanes[2], CALLS).len(), 2);
    let map = after(&[Edit::DuplicateCards { cards: vec![ASKS, WAITS] }]);
    let texts: Vec<_> = map.cell(PAINS, CALLS).iter().map(|card| card.text.clone()).collect();
    assert_eq!(texts, ["Asks twice", "Asks twice", "Czeka zbyt długo", "Czeka zbyt długo"]);
}

#[test]
fn cards_move_as_a_block_that_stays_on_the_map() {
    let to = |columns, lanes| after(&[Edit::MoveCardsBy { cards: vec![CALL_BACK, WAITS], columns, lanes }]);
    let map = to(-1, 0);
    assert_eq!((ids(&map, PAINS, PAYS), ids(&map, IDEAS, PAYS)), (vec![WAITS], vec![CALL_BACK]));
    assert_eq!(ids(&map, PAINS, CALLS), [ASKS]);
    let map = to(-99, 99);
    assert_eq!((ids(&map, PAINS, SEES), ids(&map, IDEAS, SEES)), (vec![WAITS], vec![CALL_BACK]));
    // Newcomers come after those that are there.
    let map = after(&[Edit::MoveCardsBy { cards: vec![WAITS], columns: 0, lanes: 1 }]);
    assert_eq!(ids(&map, IDEAS, CALLS), [CALL_BACK, WAITS]);
}

#[test]
fn a_wide_card_follows_touchpoints_that_come_and_go() {
    let wide = [
        Edit::MoveCards { cards: vec![WAITS], lane: PAINS, touchpoint: SEES, slot: 0 },
        Edit::SetSpan { card: WAITS, span: 99 },
    ];
    let with = |edit: Edit| span(&after(&[&wide[..], &[edit]].concat()), WAITS);
    let map = after(&wide);
    assert_eq!(map.covered(map.cards.get(WAITS).expect("card")), [SEES, PAYS, CALLS]);
    assert_eq!(with(Edit::SplitTouchpoint { touchpoint: PAYS, name: "x".into() }), 3);
    assert_eq!(with(Edit::SplitTouchpoint { touchpoint: CALLS, name: "x".into() }), 2);
    assert_eq!(with(Edit::AddTouchpoint { stage: StageId(1), at: 0, name: "x".into() }), 2);
    assert_eq!(with(Edit::RemoveTouchpoints { touchpoints: vec![PAYS] }), 1);
    assert_eq!(with(Edit::MergeTouchpoints { touchpoints: vec![SEES, PAYS] }), 1);
    assert_eq!(with(Edit::MoveTouchpointsBy { touchpoints: vec![SEES], places: 9 }), 0);
}

#[test]
fn only_emotion_lanes_choose_personas() {
    let personas = vec![PersonaId(14)];
    let map = after(&[Edit::SetLanePersonas { lane: LaneId(6), personas: personas.clone() }]);
    assert_eq!(map.lanes.get(LaneId(6)).expect("lane").personas, personas);
    let error = sample::document().edit(&Edit::SetLanePersonas { lane: PAINS, personas });
    assert_eq!(error, Err(EditError::LaneWithoutCurves(PAINS)));
}

#[test]
fn tags_are_given_and_taken_one_by_one() {
    let tag = |tag: &str, on| Edit::SetTag {
        cards: vec![WAITS, WAITS],
        touchpoints: vec![SEES],
        tag: tag.into(),
        on,
    };
    let map = after(&[tag(" urgent ", true), tag("late", true), tag("urgent", false), tag("  ", true)]);
    assert_eq!(map.cards.get(WAITS).expect("card").tags, ["late".to_owned()].into());
    assert_eq!(map.touchpoints.get(SEES).expect("touchpoint").tags, ["late".to_owned()].into());
}

#[test]
fn the_history_can_be_jumped_in() {
    let mut document = Document::opened(sample::map());
    for title in ["a", "b", "c"] {
        document.edit(&Edit::SetTitle(title.into())).expect("titled");
    }
    document.go_to(1);
    assert_eq!((&*document.map().about.title, document.history().position()), ("a", 1));
    document.go_to(99);
    assert_eq!((&*document.map().about.title, document.history().steps().len()), ("c", 3));
    document.go_to(0);
    assert!(!document.is_dirty());
}
