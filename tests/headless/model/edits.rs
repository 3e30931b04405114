//! What each edit does to a map: places are clamped, what hangs on a removed record goes with it, ids are not
//! given out again, and what can't be done leaves everything as it was.

use super::sample::{self, make};
use pathlight::base::Scale;
use pathlight::model::edit::{Created, EditError, EditName};
use pathlight::model::persona::Segments;
use pathlight::model::{
    CardId, CardKind, ChannelId, Curve, Document, Edit, Emotion, Filter, JourneyMap, LaneId, LaneKind, Pain,
    PainRule, Pattern, PersonaId, SourceId, StageId, Target, TouchpointId, TrendFigure,
};

// The sample's records.
const BUY: StageId = StageId(1);
const HELP: StageId = StageId(2);
const SEES: TouchpointId = TouchpointId(3);
const PAYS: TouchpointId = TouchpointId(4);
const CALLS: TouchpointId = TouchpointId(5);
const EMOTIONS: LaneId = LaneId(6);
const PAINS: LaneId = LaneId(7);
const WAITS: CardId = CardId(9);
const ASKS: CardId = CardId(10);
const CALL_BACK: CardId = CardId(11);
const WEB: ChannelId = ChannelId(12);
const PHONE: ChannelId = ChannelId(13);
const IRENA: PersonaId = PersonaId(14);
const SHOP: SourceId = SourceId(15);

/// The sample after an edit that must succeed.
fn after(edit: &Edit) -> JourneyMap {
    let mut document = sample::document();
    document.edit(edit).expect("edit");
    document.map().clone()
}

/// The error of an edit that must fail and change nothing.
fn error(edit: &Edit) -> EditError {
    let mut document = sample::document();
    let (before, revision) = (document.map().clone(), document.revision());
    let error = document.edit(edit).expect_err("an error");
    assert_eq!(document.map(), &before);
    assert_eq!(document.revision(), revision);
    error
}

fn missing(kind: &'static str, id: &str) -> EditError {
    EditError::Missing { kind, id: id.to_owned() }
}

fn touchpoints(map: &JourneyMap, stage: StageId) -> Vec<TouchpointId> {
    map.stages.get(stage).expect("stage").touchpoints.clone()
}

/// The cards of a cell from top to bottom, whose slots must count from 0.
fn cell(map: &JourneyMap, lane: LaneId, touchpoint: TouchpointId) -> Vec<CardId> {
    let cards = map.cell(lane, touchpoint);
    assert!(cards.iter().enumerate().all(|(slot, card)| card.slot as usize == slot), "{cards:?}");
    cards.iter().map(|card| card.id).collect()
}

#[test]
fn names_are_trimmed() {
    let map = after(&Edit::SetTitle("  İade \n".into()));
    assert_eq!(map.about.title, "İade");
    let map = after(&Edit::RenameTouchpoint { touchpoint: PAYS, name: "\tPłaci ".into() });
    assert_eq!(map.touchpoints.get(PAYS).expect("touchpoint").name, "Płaci");
}

#[test]
fn places_are_clamped() {
    let mut document = sample::document();
    let Created::Stage(last) = make(&mut document, Edit::AddStage { name: "Last".into(), at: 1000 }) else {
        panic!("no stage")
    };
    assert_eq!(document.map().about.stages, [BUY, HELP, last]);
    document.edit(&Edit::MoveStage { stage: last, at: 0 }).expect("moved");
    assert_eq!(document.map().about.stages, [last, BUY, HELP]);
    document.edit(&Edit::MoveStage { stage: last, at: 1 }).expect("moved");
    assert_eq!(document.map().about.stages, [BUY, last, HELP]);
    let lane = EMOTIONS;
    document.edit(&Edit::MoveLane { lane, at: 99 }).expect("moved");
    assert_eq!(document.map().about.lanes.last(), Some(&lane));
}

#[test]
fn moving_nothing_away_is_no_step() {
    let mut document = Document::opened(sample::map());
    document.edit(&Edit::MoveStage { stage: BUY, at: 0 }).expect("moved");
    document.edit(&Edit::SetTitle(document.map().about.title.clone())).expect("named");
    assert!(!document.is_dirty());
    assert_eq!(document.undo(), None);
}

#[test]
fn touchpoints_move_in_map_order_across_stages() {
    // Given backwards and twice, they arrive in map order, each once.
    let touchpoints_moved = vec![CALLS, SEES, CALLS];
    let map = after(&Edit::MoveTouchpoints { touchpoints: touchpoints_moved, stage: BUY, at: 1 });
    assert_eq!(touchpoints(&map, BUY), [PAYS, SEES, CALLS]);
    assert_eq!(touchpoints(&map, HELP), []);
    let map = after(&Edit::MoveTouchpoints { touchpoints: vec![SEES, PAYS], stage: HELP, at: 0 });
    assert_eq!(touchpoints(&map, HELP), [SEES, PAYS, CALLS]);
    let map = after(&Edit::MoveTouchpoints { touchpoints: vec![SEES], stage: BUY, at: 99 });
    assert_eq!(touchpoints(&map, BUY), [PAYS, SEES]);
}

#[test]
fn cards_stay_with_a_touchpoint_that_moves() {
    let map = after(&Edit::MoveTouchpoints { touchpoints: vec![CALLS], stage: BUY, at: 0 });
    assert_eq!(cell(&map, PAINS, CALLS), [ASKS, WAITS]);
}

#[test]
fn a_removed_touchpoint_takes_along_what_hangs_on_it() {
    let map = after(&Edit::RemoveTouchpoints { touchpoints: vec![CALLS] });
    assert!(map.touchpoints.get(CALLS).is_none());
    assert_eq!(touchpoints(&map, HELP), []);
    assert!(map.cards.is_empty());
    let emotions = &map.personas.get(IRENA).expect("persona").emotions;
    assert_eq!(emotions.keys().copied().collect::<Vec<_>>(), [SEES]);
    let rules = &map.sources.get(SHOP).expect("source").rules;
    assert_eq!(rules.iter().map(|rule| rule.touchpoint).collect::<Vec<_>>(), [SEES, PAYS]);
}

#[test]
fn a_removed_stage_takes_its_touchpoints_along() {
    let map = after(&Edit::RemoveStage { stage: BUY });
    assert_eq!(map.about.stages, [HELP]);
    assert_eq!(map.touchpoints.iter().map(|touchpoint| touchpoint.id).collect::<Vec<_>>(), [CALLS]);
    assert_eq!(map.sources.get(SHOP).expect("source").rules.len(), 1);
}

#[test]
fn a_removed_lane_takes_its_cards_along() {
    let map = after(&Edit::RemoveLane { lane: PAINS });
    assert!(!map.about.lanes.contains(&PAINS));
    assert_eq!(map.cards.iter().map(|card| card.id).collect::<Vec<_>>(), [CALL_BACK]);
}

#[test]
fn a_removed_channel_leaves_all_touchpoints() {
    let map = after(&Edit::RemoveChannel { channel: WEB });
    assert_eq!(map.touchpoints.get(CALLS).expect("touchpoint").channels, [PHONE]);
}

#[test]
fn ids_are_not_given_out_again() {
    let mut document = sample::document();
    document.edit(&Edit::RemoveSource { source: SHOP }).expect("removed");
    let source = sample::map().sources.get(SHOP).expect("source").clone();
    assert_eq!(make(&mut document, Edit::AddSource(source)), Created::Source(SourceId(16)));
}

#[test]
fn cards_are_inserted_and_close_up() {
    let mut document = sample::document();
    let add = |slot| Edit::AddCard {
        lane: PAINS,
        touchpoint: CALLS,
        slot,
        text: " new ".into(),
        kind: CardKind::Note,
    };
    let Created::Card(middle) = make(&mut document, add(1)) else { panic!("no card") };
    let Created::Card(last) = make(&mut document, add(77)) else { panic!("no card") };
    assert_eq!(cell(document.map(), PAINS, CALLS), [ASKS, middle, WAITS, last]);
    assert_eq!(document.map().cards.get(last).expect("card").text, "new");
    document.edit(&Edit::RemoveCards { cards: vec![middle, ASKS, middle] }).expect("removed");
    assert_eq!(cell(document.map(), PAINS, CALLS), [WAITS, last]);
}

#[test]
fn removed_cards_leave_no_gap() {
    let map = after(&Edit::RemoveCards { cards: vec![ASKS] });
    assert_eq!(cell(&map, PAINS, CALLS), [WAITS]);
}

#[test]
fn cards_move_in_the_given_order() {
    let moved = |cards: &[CardId], touchpoint, slot| {
        after(&Edit::MoveCards { cards: cards.to_vec(), lane: PAINS, touchpoint, slot })
    };
    // Within their cell, counted without them.
    assert_eq!(cell(&moved(&[ASKS], CALLS, 1), PAINS, CALLS), [WAITS, ASKS]);
    assert_eq!(cell(&moved(&[WAITS, ASKS], CALLS, 5), PAINS, CALLS), [WAITS, ASKS]);
    // From two lanes into a third place; what is left closes up.
    let map = moved(&[CALL_BACK, ASKS], SEES, 0);
    assert_eq!(cell(&map, PAINS, SEES), [CALL_BACK, ASKS]);
    assert_eq!(cell(&map, PAINS, CALLS), [WAITS]);
}

#[test]
fn cards_need_a_lane_for_cards() {
    let edit = Edit::MoveCards { cards: vec![WAITS], lane: EMOTIONS, touchpoint: SEES, slot: 0 };
    assert_eq!(error(&edit), EditError::LaneWithoutCards(EMOTIONS));
    let kind = CardKind::Note;
    let edit = Edit::AddCard { lane: EMOTIONS, touchpoint: SEES, slot: 0, text: "x".into(), kind };
    assert_eq!(error(&edit), EditError::LaneWithoutCards(EMOTIONS));
}

#[test]
fn grades_are_clamped() {
    let pain = |severity, frequency| {
        let kind = CardKind::Pain(Pain { severity, frequency, ..Pain::default() });
        let map = after(&Edit::SetCardKind { card: WAITS, kind });
        let CardKind::Pain(pain) = map.cards.get(WAITS).expect("card").kind.clone() else {
            panic!("no pain")
        };
        (pain.severity, pain.frequency)
    };
    assert_eq!(pain(0, Some(-0.5)), (1, Some(0.0)));
    assert_eq!(pain(9, Some(1.5)), (5, Some(1.0)));
    assert_eq!(pain(3, Some(f64::NAN)), (3, None));
    let rule = Some(PainRule::WaitOver(f64::INFINITY));
    let kind = CardKind::Pain(Pain { rule, ..Pain::default() });
    assert!(matches!(error(&Edit::SetCardKind { card: WAITS, kind }), EditError::Invalid(_)));
}

#[test]
fn emotions_are_drawn_and_removed() {
    let set = |emotion| {
        let map = after(&Edit::SetEmotion { persona: IRENA, curve: Curve::AsIs, touchpoint: SEES, emotion });
        map.personas.get(IRENA).expect("persona").emotions.get(&SEES).copied()
    };
    assert_eq!(set(Some(Emotion::new(-5.0))).map(Emotion::value), Some(-2.0));
    assert_eq!(set(None), None);
}

#[test]
fn roles_are_set_for_all_touchpoints_at_once() {
    let map = after(&Edit::SetRolesOfTouchpoints { goals: vec![SEES], contacts: vec![PAYS] });
    let flags: Vec<_> =
        map.touchpoints.iter().map(|touchpoint| (touchpoint.goal, touchpoint.contact)).collect();
    assert_eq!(flags, [(true, false), (false, true), (false, false)]);
}

#[test]
fn channels_of_a_touchpoint_come_once_each() {
    let map = after(&Edit::SetChannels { touchpoint: SEES, channels: vec![WEB, PHONE, WEB] });
    assert_eq!(map.touchpoints.get(SEES).expect("touchpoint").channels, [WEB, PHONE]);
}

#[test]
fn what_is_not_there_is_named() {
    let nowhere = TouchpointId(99);
    let edits = [
        (Edit::RemoveStage { stage: StageId(99) }, missing("stage", "s99")),
        (Edit::AddTouchpoint { stage: StageId(5), at: 0, name: "x".into() }, missing("stage", "s5")),
        (Edit::RemoveTouchpoints { touchpoints: vec![SEES, nowhere] }, missing("touchpoint", "t99")),
        (
            Edit::MoveCards { cards: vec![WAITS, CardId(99)], lane: PAINS, touchpoint: SEES, slot: 0 },
            missing("card", "c99"),
        ),
        (Edit::SetChannels { touchpoint: SEES, channels: vec![ChannelId(99)] }, missing("channel", "n99")),
        (
            Edit::SetEmotion { persona: IRENA, curve: Curve::AsIs, touchpoint: nowhere, emotion: None },
            missing("touchpoint", "t99"),
        ),
        (Edit::MoveLane { lane: LaneId(99), at: 0 }, missing("lane", "l99")),
        (Edit::RemovePersona { persona: PersonaId(99) }, missing("persona", "p99")),
        (Edit::RemoveSource { source: SourceId(99) }, missing("data source", "d99")),
        (
            Edit::SetRolesOfTouchpoints { goals: vec![nowhere], contacts: vec![] },
            missing("touchpoint", "t99"),
        ),
    ];
    for (edit, expected) in edits {
        assert_eq!(error(&edit), expected, "{edit:?}");
    }
}

#[test]
fn sources_that_could_not_be_used_are_refused() {
    let source = sample::map().sources.get(SHOP).expect("source").clone();
    let mut bad = source.clone();
    bad.rules[0].event = Pattern::Regex("(".into());
    let EditError::Invalid(problem) = error(&Edit::SetSource(bad)) else { panic!("not refused") };
    assert!(problem.message.contains("not a regular expression (unclosed group)"), "{problem}");
    let mut bad = source.clone();
    bad.scale = Some(Scale { min: 1.0, max: 1.0 });
    assert!(matches!(error(&Edit::AddSource(bad)), EditError::Invalid(_)));
    let mut bad = source;
    bad.rules[0].touchpoint = TouchpointId(99);
    assert_eq!(error(&Edit::AddSource(bad)), missing("touchpoint", "t99"));
}

#[test]
fn a_batch_happens_whole_or_not_at_all() {
    let name = EditName { key: "model-edit-remove-cards", count: 2 };
    let good = Edit::AddLane { kind: LaneKind::Notes, name: String::new(), at: 0 };
    let bad = Edit::RemoveCards { cards: vec![CardId(99)] };
    let batch = |edits| Edit::Batch { name: name.clone(), edits };
    assert_eq!(error(&batch(vec![good.clone(), bad])), missing("card", "c99"));

    let mut document = sample::document();
    let before = document.map().clone();
    let rename = Edit::SetTitle("x".into());
    let created = document.edit(&batch(vec![good, rename])).expect("batch");
    assert_eq!(created, Some(Created::Lane(LaneId(16))));
    assert_eq!(document.undo(), Some(name));
    assert_eq!(document.map(), &before);
}

#[test]
fn ids_run_out_with_an_error() {
    let mut map = sample::map();
    map.about.next_id = u32::MAX;
    let mut document = Document::opened(map.clone());
    let edit = Edit::AddStage { name: "x".into(), at: 0 };
    assert_eq!(document.edit(&edit), Err(EditError::OutOfIds));
    assert_eq!(document.map(), &map);
}

fn wants_fewer_exits() -> Target {
    let (figure, by) = (TrendFigure::ExitRate, "2026-12-31".to_owned());
    Target { figure, touchpoint: Some(PAYS), value: 0.2, by }
}

#[test]
fn targets_are_of_figures_that_there_are_and_go_with_their_touchpoint() {
    let target = wants_fewer_exits();
    let wanted = |target: Target| Edit::AddTarget(target);
    assert_eq!(after(&wanted(target.clone())).about.targets, std::slice::from_ref(&target));
    let unsound = [
        Target { touchpoint: None, ..target.clone() },
        Target { figure: TrendFigure::GoalRate, ..target.clone() },
        Target { value: f64::NAN, ..target.clone() },
        Target { by: "next year".into(), ..target.clone() },
    ];
    for unsound in unsound {
        assert!(matches!(error(&wanted(unsound)), EditError::Invalid(_)));
    }
    let unknown = Target { touchpoint: Some(TouchpointId(999)), ..target.clone() };
    assert!(matches!(error(&wanted(unknown)), EditError::Missing { .. }));
    assert_eq!(error(&Edit::SetTarget { at: 0, target: target.clone() }), EditError::NoTarget(0));
    assert_eq!(error(&Edit::RemoveTarget { at: 0 }), EditError::NoTarget(0));

    let mut document = sample::document();
    document.edit(&wanted(target.clone())).expect("a target");
    let lower = Target { value: 0.1, ..target };
    document.edit(&Edit::SetTarget { at: 0, target: lower.clone() }).expect("another value");
    assert_eq!(document.map().about.targets, std::slice::from_ref(&lower));
    document.edit(&Edit::MergeTouchpoints { touchpoints: vec![SEES, PAYS] }).expect("a merge");
    assert_eq!(document.map().about.targets[0].touchpoint, Some(SEES), "what was wanted of the part");
    document.edit(&Edit::RemoveTouchpoints { touchpoints: vec![SEES] }).expect("a removal");
    assert_eq!(document.map().about.targets, []);
    document.undo();
    assert_eq!(document.map().about.targets.len(), 1);
}

#[test]
fn channels_are_marked_as_self_service_and_words_get_moods() {
    assert!(after(&Edit::SetSelfService { channel: WEB, on: true }).channels.get(WEB).unwrap().self_service);
    let mood = |word: &str, mood| Edit::SetWordMood { word: word.into(), mood };
    let map = after(&mood(" Queue ", Some(-2)));
    assert_eq!(map.about.word_moods, [("queue".to_owned(), -2)].into());
    assert_eq!(after(&mood("queue", None)).about.word_moods.len(), 0);
    assert!(matches!(error(&mood("queue", Some(6))), EditError::Invalid(_)));
    assert!(matches!(error(&mood("  ", Some(1))), EditError::Invalid(_)));
}

#[test]
fn a_persona_stands_for_some_values_of_some_columns() {
    let segments: Segments = [
        ("plan".to_owned(), ["gold".to_owned(), "silver".to_owned()].into()),
        ("country".to_owned(), ["PL".to_owned()].into()),
        ("empty".to_owned(), [].into()),
    ]
    .into();
    let (name, quote) = ("Irena".to_owned(), String::new());
    let map = after(&Edit::SetPersona { persona: IRENA, name, quote, segments });
    let irena = map.personas.get(IRENA).unwrap();
    assert_eq!(irena.segments_text(), "country = PL; plan = gold, silver");
    let chosen = Filter {
        segments: [("plan".into(), ["gold".into(), "basic".into()].into())].into(),
        ..Filter::default()
    };
    let filter = irena.filter(&chosen);
    assert_eq!(filter.segments["plan"], ["gold".to_owned()].into(), "what both let pass");
    assert_eq!(filter.segments["country"], ["PL".to_owned()].into());
}
