//! Selecting many things, and what is done to all of them at once.

use super::{names, select, shop, type_text};
use pathlight::model::{CardKind, Curve, Emotion, JourneyMap, LaneId, LaneKind, TouchpointId};
use pathlight::scene::{Element, EmotionDot};
use pathlight::session::{Action, AfterText, Command, Menu, Panel, Request, Session};

fn run(session: &mut Session, command: Command) {
    assert!(session.can_run(command), "{command:?} can be run");
    session.apply(Action::Command(command));
}

fn map(session: &Session) -> &JourneyMap {
    session.document.map()
}

fn columns(session: &Session) -> Vec<TouchpointId> {
    map(session).touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).collect()
}

fn select_all(session: &mut Session, elements: &[Element]) {
    session.apply(Action::Select { elements: elements.to_vec(), extend: false });
}

fn selected(session: &Session) -> Vec<Element> {
    session.selection.iter().copied().collect()
}

/// What the last step is called.
fn undo_name(session: &Session) -> String {
    session.document.history().next_undo().expect("a step").name.text()
}

/// Lanes of the template that hold cards, from the top.
fn card_lanes(session: &Session) -> Vec<LaneId> {
    map(session).lanes_in_order().filter(|lane| lane.kind.holds_cards()).map(|lane| lane.id).collect()
}

/// A card with this text at the end of a cell.
fn card(session: &mut Session, lane: LaneId, touchpoint: TouchpointId, text: &str) -> Element {
    select(session, Element::Cell(lane, touchpoint));
    let kind = CardKind::for_lane(map(session).lanes.get(lane).expect("the lane").kind);
    let add = pathlight::model::Edit::AddCard { lane, touchpoint, slot: 99, text: text.into(), kind };
    session.apply(Action::Edit(add));
    selected(session)[0]
}

fn texts(session: &Session, lane: LaneId, touchpoint: TouchpointId) -> Vec<String> {
    map(session).cell(lane, touchpoint).iter().map(|card| card.text.clone()).collect()
}

/// Two touchpoints in each of two stages; a lane of notes and one of pain points, without cards.
fn small() -> Session {
    use pathlight::model::Edit;
    let mut session = Session::of_new(JourneyMap::default());
    for (stage, steps) in [("Buy", ["a", "b"]), ("Use", ["c", "d"])] {
        session.apply(Action::Edit(Edit::AddStage { name: stage.into(), at: 99 }));
        let stage = *map(&session).about.stages.last().expect("the stage");
        for name in steps {
            session.apply(Action::Edit(Edit::AddTouchpoint { stage, at: 99, name: name.into() }));
        }
    }
    for kind in [LaneKind::Emotion, LaneKind::Notes, LaneKind::Pains] {
        session.apply(Action::Edit(Edit::AddLane { kind, name: String::new(), at: 99 }));
    }
    let persona = pathlight::model::Persona::new(pathlight::model::PersonaId(0), "Elif");
    session.apply(Action::Edit(Edit::AddPersona(persona)));
    session.apply(Action::Command(Command::SelectNone));
    session
}

#[test]
fn shift_selects_a_stretch_from_where_the_selection_began() {
    let mut session = shop();
    let all = columns(&session);
    select(&mut session, Element::Touchpoint(all[3]));
    session.apply(Action::SelectTo(Element::Touchpoint(all[5])));
    let stretch = |from: usize, to: usize| -> Vec<Element> {
        let mut inside: Vec<_> = all[from..=to].iter().copied().map(Element::Touchpoint).collect();
        inside.sort();
        inside
    };
    assert_eq!(selected(&session), stretch(3, 5));
    session.apply(Action::SelectTo(Element::Touchpoint(all[1])));
    assert_eq!(selected(&session), stretch(1, 3), "it turns around where it began");
    run(&mut session, Command::ExtendLeft);
    assert_eq!(selected(&session), stretch(0, 3));
    run(&mut session, Command::ExtendRight);
    run(&mut session, Command::ExtendRight);
    assert_eq!(selected(&session), stretch(2, 3));
}

#[test]
fn shift_selects_the_cards_in_a_rectangle_and_within_a_cell() {
    let mut session = small();
    let (all, lanes) = (columns(&session), card_lanes(&session));
    let top = card(&mut session, lanes[0], all[0], "top");
    let middle = card(&mut session, lanes[0], all[0], "middle");
    let bottom = card(&mut session, lanes[0], all[0], "bottom");
    let beside = card(&mut session, lanes[0], all[1], "beside");
    let below = card(&mut session, lanes[1], all[1], "below");
    card(&mut session, lanes[1], all[2], "far");
    select(&mut session, top);
    session.apply(Action::SelectTo(middle));
    assert_eq!(selected(&session), [top, middle]);
    session.apply(Action::SelectTo(below));
    assert_eq!(selected(&session), [top, middle, bottom, beside, below]);
    session.apply(Action::SelectTo(Element::Cell(lanes[0], all[1])));
    assert_eq!(selected(&session), [top, middle, bottom, beside], "an empty place is a corner too");
}

#[test]
fn lanes_stages_and_kinds_are_selected_whole() {
    let mut session = small();
    let (all, lanes) = (columns(&session), card_lanes(&session));
    let note = card(&mut session, lanes[0], all[0], "note");
    let other = card(&mut session, lanes[0], all[3], "other");
    let pain = card(&mut session, lanes[1], all[0], "pain");
    select(&mut session, note);
    run(&mut session, Command::SelectLane);
    assert_eq!(selected(&session), [note, other]);
    select(&mut session, pain);
    run(&mut session, Command::SelectStage);
    let stage = [Element::Touchpoint(all[0]), Element::Touchpoint(all[1]), note, pain];
    assert_eq!(selected(&session), stage);
    select(&mut session, note);
    run(&mut session, Command::SelectSameKind);
    assert_eq!(selected(&session), [note, other], "a pain point is another kind");
    select(&mut session, Element::Touchpoint(all[2]));
    run(&mut session, Command::SelectSameKind);
    assert_eq!(session.selection.len(), 4);
    run(&mut session, Command::SelectAll);
    assert_eq!(session.selection.len(), 4 + 3);
}

#[test]
fn what_is_selected_moves_together_as_one_named_step() {
    let mut session = small();
    let (all, lanes) = (columns(&session), card_lanes(&session));
    let cards: Vec<_> = ["x", "y", "z"].map(|text| card(&mut session, lanes[0], all[0], text)).to_vec();
    let before = map(&session).clone();
    select_all(&mut session, &cards);
    run(&mut session, Command::MoveRight);
    assert_eq!(texts(&session, lanes[0], all[1]), ["x", "y", "z"]);
    assert_eq!(undo_name(&session), "Move 3 cards");
    assert_eq!(selected(&session), cards, "and stays selected");
    run(&mut session, Command::MoveDown);
    assert_eq!(texts(&session, lanes[1], all[1]), ["x", "y", "z"]);
    run(&mut session, Command::Undo);
    run(&mut session, Command::Undo);
    assert_eq!(*map(&session), before);

    select_all(&mut session, &[Element::Touchpoint(all[1]), cards[0]]);
    run(&mut session, Command::MoveRight);
    assert_eq!(names(&session), ["a", "b", "c", "d"], "the border of the stage is a place too");
    assert_eq!(map(&session).stages_in_order().map(|s| s.touchpoints.len()).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(texts(&session, lanes[0], all[1]), ["x"]);
    assert_eq!(undo_name(&session), "Move 2 things");
}

#[test]
fn cards_go_up_and_down_within_their_cell_before_they_leave_it() {
    let mut session = small();
    let (all, lanes) = (columns(&session), card_lanes(&session));
    let first = card(&mut session, lanes[0], all[0], "1");
    for text in ["2", "3"] {
        card(&mut session, lanes[0], all[0], text);
    }
    card(&mut session, lanes[1], all[0], "there");
    select(&mut session, first);
    run(&mut session, Command::MoveDown);
    assert_eq!(texts(&session, lanes[0], all[0]), ["2", "1", "3"]);
    run(&mut session, Command::MoveDown);
    run(&mut session, Command::MoveDown);
    assert_eq!(texts(&session, lanes[0], all[0]), ["2", "3"]);
    assert_eq!(texts(&session, lanes[1], all[0]), ["1", "there"]);
    run(&mut session, Command::MoveUp);
    assert_eq!(texts(&session, lanes[0], all[0]), ["2", "3", "1"]);
    run(&mut session, Command::MoveUp);
    assert_eq!(texts(&session, lanes[0], all[0]), ["2", "1", "3"]);
}

#[test]
fn stages_and_lanes_move_as_blocks_and_past_hidden_ones() {
    let mut session = shop();
    let stages = map(&session).about.stages.clone();
    select_all(&mut session, &[Element::Stage(stages[0]), Element::Stage(stages[1])]);
    run(&mut session, Command::MoveRight);
    assert_eq!(map(&session).about.stages[..3], [stages[2], stages[0], stages[1]]);
    run(&mut session, Command::MoveLeft);
    assert_eq!(map(&session).about.stages, stages);
    assert!(!session.can_run(Command::MoveLeft), "there is no place before the first");

    let lanes = map(&session).about.lanes.clone();
    select(&mut session, Element::Lane(lanes[1]));
    run(&mut session, Command::HideLane);
    select(&mut session, Element::Lane(lanes[2]));
    run(&mut session, Command::MoveUp);
    assert_eq!(map(&session).about.lanes[..3], [lanes[2], lanes[0], lanes[1]]);
    run(&mut session, Command::MoveDown);
    let shown: Vec<_> = map(&session).lanes_in_order().filter(|lane| !lane.hidden).map(|l| l.id).collect();
    assert_eq!(shown[..2], [lanes[0], lanes[2]]);
}

#[test]
fn copies_become_the_selection() {
    let mut session = small();
    let (all, lanes) = (columns(&session), card_lanes(&session));
    let cards = [card(&mut session, lanes[0], all[0], "x"), card(&mut session, lanes[1], all[2], "y")];
    select_all(&mut session, &cards);
    run(&mut session, Command::Duplicate);
    assert_eq!(texts(&session, lanes[0], all[0]), ["x", "x"]);
    assert_eq!(session.selection.len(), 2);
    assert!(cards.iter().all(|card| !session.selection.contains(card)));
    assert_eq!(undo_name(&session), "Duplicate 2 cards");

    select_all(&mut session, &[Element::Touchpoint(all[0]), Element::Touchpoint(all[1]), cards[0]]);
    run(&mut session, Command::Duplicate);
    assert_eq!(names(&session), ["a", "b", "a", "b", "c", "d"]);
    assert_eq!(session.selection.len(), 2, "{:?}", session.selection);
    let stage = map(&session).about.stages[1];
    select(&mut session, Element::Stage(stage));
    run(&mut session, Command::Duplicate);
    assert_eq!(names(&session)[4..], ["c", "d", "c", "d"]);
    assert!(matches!(selected(&session)[..], [Element::Stage(copy)] if copy != stage));
    select(&mut session, Element::Lane(lanes[0]));
    run(&mut session, Command::Duplicate);
    assert!(matches!(selected(&session)[..], [Element::Lane(copy)] if copy != lanes[0]));
}

#[test]
fn touchpoints_and_stages_are_split_and_merged() {
    let mut session = small();
    let all = columns(&session);
    select(&mut session, Element::Touchpoint(all[0]));
    run(&mut session, Command::SplitTouchpoint);
    type_text(&mut session, "a2", AfterText::Stay);
    assert_eq!(names(&session), ["a", "a2", "b", "c", "d"]);
    assert_eq!(undo_name(&session), "Split touchpoint");
    select_all(&mut session, &[Element::Touchpoint(all[0]), Element::Touchpoint(all[1])]);
    run(&mut session, Command::MergeTouchpoints);
    assert_eq!(names(&session), ["a", "a2", "c", "d"]);
    assert_eq!(selected(&session), [Element::Touchpoint(all[0])]);

    select(&mut session, Element::Touchpoint(all[0]));
    assert!(!session.can_run(Command::SplitStage), "nothing would stay before it");
    select(&mut session, Element::Touchpoint(all[3]));
    run(&mut session, Command::SplitStage);
    type_text(&mut session, "Love", AfterText::Stay);
    let stages: Vec<_> = map(&session).stages_in_order().map(|stage| stage.name.clone()).collect();
    assert_eq!(stages, ["Buy", "Use", "Love"]);
    let stages = map(&session).about.stages.clone();
    select_all(&mut session, &[Element::Stage(stages[1]), Element::Stage(stages[2])]);
    run(&mut session, Command::MergeStages);
    assert_eq!(map(&session).about.stages, stages[..2]);
    assert_eq!(undo_name(&session), "Merge 2 stages");
}

#[test]
fn cards_widen_to_the_end_of_the_map_and_narrow_to_one() {
    let mut session = small();
    let (all, lanes) = (columns(&session), card_lanes(&session));
    let wide = card(&mut session, lanes[0], all[2], "wide");
    select(&mut session, wide);
    assert!(!session.can_run(Command::NarrowCard));
    run(&mut session, Command::WidenCard);
    assert!(!session.can_run(Command::WidenCard), "the map ends there");
    let Element::Card(id) = wide else { unreachable!("a card") };
    assert_eq!(map(&session).cards.get(id).map(|card| card.span), Some(1));
    run(&mut session, Command::NarrowCard);
    assert_eq!(map(&session).cards.get(id).map(|card| card.span), Some(0));
    assert_eq!(undo_name(&session), "Change width of card");
}

#[test]
fn many_are_coloured_and_tagged_at_once() {
    let mut session = small();
    let (all, lanes) = (columns(&session), card_lanes(&session));
    let cards = [card(&mut session, lanes[0], all[0], "x"), card(&mut session, lanes[1], all[2], "y")];
    let stage = map(&session).about.stages[0];
    select_all(&mut session, &[cards[0], cards[1], Element::Stage(stage)]);
    run(&mut session, Command::ColorGreen);
    assert!(map(&session).cards.iter().all(|card| card.palette == Some(3)));
    assert_eq!(map(&session).stages.get(stage).and_then(|stage| stage.palette), Some(3));
    run(&mut session, Command::Undo);
    assert!(map(&session).cards.iter().all(|card| card.palette.is_none()), "one step");
    run(&mut session, Command::Redo);
    run(&mut session, Command::ColorAuto);
    assert!(map(&session).cards.iter().all(|card| card.palette.is_none()));
    let colors = pathlight::theme::Theme::light().stages.len();
    assert_eq!(Menu::COLORS.len(), colors + 1, "every colour has a name");

    select_all(&mut session, &[cards[0], Element::Touchpoint(all[1])]);
    run(&mut session, Command::Tag);
    assert!(matches!(session.take_requests().last(), Some(Request::Show(Panel::Tags))));
    let (tagged, touchpoints) = session.tagged();
    let tag = |on| pathlight::model::Edit::SetTag {
        cards: tagged.clone(),
        touchpoints: touchpoints.clone(),
        tag: "çok acil".into(),
        on,
    };
    session.apply(Action::Edit(tag(true)));
    assert_eq!(undo_name(&session), "Add tag to 2 things");
    assert_eq!(session.tags_in_use().get("çok acil"), Some(&2));
    select(&mut session, cards[1]);
    assert_eq!(session.tags_in_use().get("çok acil"), Some(&0), "known, but not on this one");
    session.apply(Action::Edit(tag(false)));
    assert!(session.tags_in_use().is_empty());
}

#[test]
fn lanes_of_every_kind_are_added_hidden_pinned_and_collapsed() {
    let mut session = small();
    let notes = card_lanes(&session)[0];
    for kind in LaneKind::ALL {
        select(&mut session, Element::Lane(notes));
        let command = Command::add_lane(kind);
        if kind == LaneKind::Channels {
            run(&mut session, command);
            assert!(!session.can_run(command), "a second one would show the same");
            continue;
        }
        run(&mut session, command);
        let Some(Element::Lane(lane)) = session.selection.first().copied() else { panic!("a lane") };
        assert_eq!(map(&session).lanes.get(lane).map(|lane| lane.kind), Some(kind));
        let order = &map(&session).about.lanes;
        let place = |lane| order.iter().position(|id| *id == lane).expect("its place");
        assert_eq!(place(lane), place(notes) + 1, "below the selected one");
    }
    let lane = |session: &Session| map(session).lanes.get(notes).cloned().expect("the lane");
    select(&mut session, Element::Lane(notes));
    run(&mut session, Command::PinLane);
    run(&mut session, Command::CollapseLane);
    assert!(lane(&session).pinned && lane(&session).collapsed);
    run(&mut session, Command::CollapseLane);
    run(&mut session, Command::HideLane);
    assert!(lane(&session).hidden && !lane(&session).collapsed);
    assert_eq!(undo_name(&session), "Hide lane");
    run(&mut session, Command::ShowHiddenLanes);
    assert!(!lane(&session).hidden);
    assert!(!session.can_run(Command::ShowHiddenLanes));
}

#[test]
fn the_to_be_curve_begins_as_a_copy_and_is_drawn_of_its_own() {
    let mut session = small();
    let all = columns(&session);
    assert!(!session.can_run(Command::BeginToBe), "nothing is drawn yet");
    select_all(&mut session, &[Element::Touchpoint(all[0]), Element::Touchpoint(all[1])]);
    run(&mut session, Command::EmotionMinus1);
    assert_eq!(undo_name(&session), "Draw 2 emotions");
    run(&mut session, Command::BeginToBe);
    let curve = |session: &Session, curve| {
        let persona = session.shown_persona().expect("a persona");
        all.iter().map(|id| persona.curve(curve).get(id).map(|e| e.value())).collect::<Vec<_>>()
    };
    assert_eq!(curve(&session, Curve::ToBe), curve(&session, Curve::AsIs));
    assert_eq!(session.drawn_curve(), Curve::ToBe);
    run(&mut session, Command::EmotionPlus2);
    assert_eq!(curve(&session, Curve::ToBe)[..2], [Some(2.0), Some(2.0)]);
    assert_eq!(curve(&session, Curve::AsIs)[..2], [Some(-1.0), Some(-1.0)]);
    run(&mut session, Command::ToggleCurve);
    run(&mut session, Command::EmotionZero);
    assert_eq!(curve(&session, Curve::AsIs)[0], Some(0.0));
    assert_eq!(curve(&session, Curve::ToBe)[0], Some(2.0));
    run(&mut session, Command::Undo);
    run(&mut session, Command::Undo);
    run(&mut session, Command::Undo);
    assert_eq!(session.drawn_curve(), Curve::AsIs, "without a second curve there is but one to draw");
}

#[test]
fn a_key_raises_and_lowers_the_dots_that_are_selected() {
    let mut session = small();
    let all = columns(&session);
    select(&mut session, Element::Touchpoint(all[0]));
    run(&mut session, Command::EmotionZero);
    let persona = session.shown_persona().expect("a persona").id;
    let lane = map(&session).lanes_in_order().find(|lane| lane.kind == LaneKind::Emotion).expect("a lane").id;
    let dot = |curve| EmotionDot { lane, persona, curve, touchpoint: all[0] };
    select(&mut session, Element::Emotion(dot(Curve::AsIs)));
    run(&mut session, Command::MoveUp);
    let drawn = |session: &Session| session.shown_persona().and_then(|p| p.emotions.get(&all[0]).copied());
    assert_eq!(drawn(&session), Some(Emotion::new(0.1)));
    run(&mut session, Command::MoveDown);
    run(&mut session, Command::MoveDown);
    assert_eq!(drawn(&session), Some(Emotion::new(-0.1)));
    run(&mut session, Command::BeginToBe);
    select(&mut session, Element::Emotion(dot(Curve::ToBe)));
    run(&mut session, Command::Delete);
    assert_eq!(drawn(&session), Some(Emotion::new(-0.1)), "the other curve is left alone");
    select(&mut session, Element::Emotion(dot(Curve::AsIs)));
    run(&mut session, Command::Delete);
    assert_eq!(drawn(&session), None);
}

#[test]
fn at_the_edge_of_the_map_nothing_moves_and_the_menus_say_so() {
    let mut session = small();
    let (all, lanes) = (columns(&session), card_lanes(&session));
    let sides = [Command::MoveLeft, Command::MoveRight, Command::MoveUp, Command::MoveDown];
    let can = |session: &Session| sides.map(|side| session.can_run(side));
    assert_eq!(can(&session), [false; 4], "nothing is selected");
    select_all(&mut session, &[Element::Touchpoint(all[0]), Element::Touchpoint(all[1])]);
    assert_eq!(can(&session), [false, true, false, false]);
    select_all(&mut session, &[Element::Touchpoint(all[0]), Element::Touchpoint(all[2])]);
    assert_eq!(can(&session), [true, true, false, false], "the second of them has room");
    select(&mut session, Element::Touchpoint(all[2]));
    assert_eq!(can(&session), [true, true, false, false], "the first of its stage goes into the one before");
    select(&mut session, Element::Touchpoint(all[3]));
    assert_eq!(can(&session), [true, false, false, false]);

    let first = card(&mut session, lanes[0], all[0], "1");
    select(&mut session, first);
    assert_eq!(can(&session), [false, true, false, true]);
    let last = card(&mut session, lanes[1], all[3], "2");
    select(&mut session, last);
    assert_eq!(can(&session), [true, false, true, false]);
    select_all(&mut session, &[first, last]);
    assert_eq!(can(&session), [false; 4], "as a block they have no room");

    let order = map(&session).about.lanes.clone();
    select(&mut session, Element::Lane(order[0]));
    assert_eq!(can(&session), [false, false, false, true]);
    select(&mut session, Element::Touchpoint(all[0]));
    run(&mut session, Command::EmotionPlus2);
    let persona = map(&session).personas_in_order().next().expect("a persona").id;
    let dot = EmotionDot { lane: order[0], persona, curve: Curve::AsIs, touchpoint: all[0] };
    select(&mut session, Element::Emotion(dot));
    assert_eq!(can(&session), [false, false, false, true], "the scale ends at +2");
}

#[test]
fn arrows_pass_over_the_cells_of_a_collapsed_lane_but_reach_its_heading() {
    let mut session = small();
    let (all, order) = (columns(&session), map(&session).about.lanes.clone());
    select_all(&mut session, &[Element::Lane(order[0]), Element::Lane(order[1])]);
    run(&mut session, Command::CollapseLane);
    select(&mut session, Element::Touchpoint(all[0]));
    run(&mut session, Command::GoDown);
    assert_eq!(selected(&session), [Element::Cell(order[2], all[0])]);
    run(&mut session, Command::GoUp);
    assert_eq!(selected(&session), [Element::Touchpoint(all[0])]);
    run(&mut session, Command::GoLeft);
    assert_eq!(selected(&session), [Element::Lane(order[0])]);
    run(&mut session, Command::GoDown);
    assert_eq!(selected(&session), [Element::Lane(order[1])]);
    run(&mut session, Command::GoRight);
    assert_eq!(selected(&session), [Element::Lane(order[1])], "it has no cells");
}
