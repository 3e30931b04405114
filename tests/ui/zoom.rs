//! Zoom and the overview: what is under the pointer stays there, fit and 100 %, and a click in the overview.

use crate::canvas::{Bench, click, sample, touchpoint, window};
use crate::window::Window;
use egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2, Rect, TouchDeviceId,
    TouchId, TouchPhase, vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use pathlight::scene::Element;
use pathlight::session::Action;

const OVERVIEW: &str = "Overview of the map";

fn wheel(delta: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, delta),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::COMMAND | Modifiers::CTRL,
    }
}

/// Where an element is on the screen, and the part of the screen in which it is seen.
fn place(harness: &Harness<'_, Bench>, element: Element) -> (Rect, Rect) {
    let bench = harness.state();
    bench.canvas.place_of(&bench.session.view(), element).expect("it is on the map")
}

fn zoom(harness: &Harness<'_, Bench>) -> f32 {
    harness.state().canvas.zoom()
}

/// The point of a rectangle that lies at so much of its width and height.
fn share_of(rect: Rect, at: Pos2) -> egui::Vec2 {
    (at - rect.min) / rect.size()
}

#[test]
fn ctrl_and_wheel_or_a_pinch_keep_the_point_under_the_pointer() {
    let (session, sample) = sample();
    let cell = Element::Cell(sample.pains, sample.touchpoints[1]);
    for (gesture, grows) in
        [(wheel(60.0), true), (wheel(-60.0), false), (Event::Zoom(1.4), true), (Event::Zoom(0.8), false)]
    {
        let mut harness = window(pathlight::session::Session::of_new(session.document.map().clone()));
        let (rect, _) = place(&harness, cell);
        let pointer = rect.min + rect.size() * vec2(0.8, 0.3);
        let before = zoom(&harness);
        harness.hover_at(pointer);
        harness.step();
        harness.event(gesture.clone());
        harness.run();
        let after = zoom(&harness);
        assert!(if grows { after > before * 1.05 } else { after < before * 0.95 }, "{before} {after}");
        let share = share_of(place(&harness, cell).0, pointer);
        assert!((share - vec2(0.8, 0.3)).length() < 0.01, "{gesture:?}: {share:?}");
    }
}

/// A finger on the screen. The first one is a pointer as well.
fn finger(harness: &Harness<'_, Bench>, id: u64, phase: TouchPhase, pos: Pos2) {
    harness.event(Event::Touch { device_id: TouchDeviceId(1), id: TouchId(id), phase, pos, force: None });
    if id == 0 {
        harness.event(Event::PointerMoved(pos));
        let button = |pressed| Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        match phase {
            TouchPhase::Start => harness.event(button(true)),
            TouchPhase::Move => {}
            TouchPhase::End | TouchPhase::Cancel => {
                harness.event(button(false));
                harness.event(Event::PointerGone);
            }
        }
    }
}

#[test]
fn two_fingers_move_and_zoom_the_map_and_drag_nothing_on_it() {
    let (session, sample) = sample();
    let mut harness = window(session);
    let cell = Element::Cell(sample.pains, sample.touchpoints[1]);
    let before = (zoom(&harness), harness.state().session.document.map().clone());
    let (rect, _) = place(&harness, cell);
    // The first finger lies on a touchpoint and has begun to drag it when the second one comes.
    let (touchpoint, _) = place(&harness, Element::Touchpoint(sample.touchpoints[1]));
    let middle = rect.center();
    let from = [touchpoint.center(), middle + (middle - touchpoint.center())];
    finger(&harness, 0, TouchPhase::Start, from[0] - vec2(12.0, 0.0));
    harness.step();
    finger(&harness, 0, TouchPhase::Move, from[0]);
    harness.step();
    finger(&harness, 1, TouchPhase::Start, from[1]);
    harness.step();
    let moved = vec2(40.0, -30.0);
    for share in [0.25, 0.5, 1.0] {
        for (id, from) in from.iter().enumerate() {
            let to = *from + moved * share + (*from - middle) * 0.5 * share;
            finger(&harness, id as u64, TouchPhase::Move, to);
        }
        harness.step();
    }
    let after = zoom(&harness);
    assert!((after / before.0 - 1.5).abs() < 0.01, "{before:?} {after}", before = before.0);
    let share = share_of(place(&harness, cell).0, middle + moved);
    assert!(
        (share - vec2(0.5, 0.5)).length() < 0.02,
        "what lay between the fingers went with them: {share:?}"
    );
    // One is lifted, the other goes on alone and means nothing.
    finger(&harness, 1, TouchPhase::End, from[1] + moved);
    harness.step();
    finger(&harness, 0, TouchPhase::Move, from[0] + vec2(200.0, 60.0));
    harness.step();
    finger(&harness, 0, TouchPhase::End, from[0] + vec2(200.0, 60.0));
    harness.run();
    let state = harness.state();
    assert_eq!(state.session.document.map(), &before.1, "nothing was dropped elsewhere");
    assert!(!state.canvas.is_dragging());
    assert_eq!(zoom(&harness), after);
}

#[test]
fn fit_shows_the_whole_map_however_far_it_was_zoomed_in() {
    let (session, sample) = sample();
    let mut harness = window(session);
    harness.state_mut().canvas.set_zoom(5.0);
    harness.run();
    let is_seen = |harness: &Harness<'_, Bench>, element| {
        let (rect, clip) = place(harness, element);
        clip.contains_rect(rect)
    };
    let last = Element::Cell(sample.pains, sample.touchpoints[2]);
    assert!(!is_seen(&harness, last));
    harness.state_mut().canvas.zoom_to_fit();
    harness.run();
    assert!(is_seen(&harness, last) && is_seen(&harness, Element::Lane(sample.emotion)));
}

#[test]
fn commands_zoom_to_100_percent_and_to_everything() {
    let mut window = Window::new_map();
    let zoom = |window: &Window| {
        let scene = &window.session().scene;
        let is_touchpoint = |node: &&pathlight::scene::Node| matches!(node.element, Element::Touchpoint(_));
        let node = scene.nodes.iter().find(is_touchpoint).expect("a touchpoint");
        window.0.get_by_label(&node.label.text()).rect().width() / node.rect.width()
    };
    window.press(Modifiers::COMMAND, Key::Minus);
    window.press(Modifiers::COMMAND, Key::Minus);
    let small = zoom(&window);
    window.press(Modifiers::NONE, Key::F);
    let fitted = zoom(&window);
    assert!(fitted > small * 1.05 && (fitted - 1.0).abs() > 0.01, "{small} {fitted}");
    window.press(Modifiers::COMMAND, Key::Num0);
    assert!((zoom(&window) - 1.0).abs() < 0.001, "{}", zoom(&window));
    window.press(Modifiers::NONE, Key::F);
    assert!((zoom(&window) - fitted).abs() < 0.001);
}

#[test]
fn a_long_map_has_an_overview_and_a_click_in_it_moves_the_view() {
    let (mut session, _) = sample();
    assert!(window(sample().0).query_by_label(OVERVIEW).is_none(), "a short map needs none");
    let stage = session.document.map().about.stages[1];
    let added: Vec<_> = (0..30).map(|at| touchpoint(&mut session, stage, &format!("Step {at}"))).collect();
    let last = Element::Touchpoint(*added.last().expect("thirty"));
    let mut harness = window(session);
    let is_seen = |harness: &Harness<'_, Bench>| {
        let (rect, clip) = place(harness, last);
        clip.contains_rect(rect)
    };
    assert!(!is_seen(&harness));
    let overview = harness.get_by_label(OVERVIEW).rect();
    let zoom_before = zoom(&harness);
    click(&mut harness, Pos2::new(overview.right() - 8.0, overview.center().y), PointerButton::Primary);
    harness.run();
    assert!(is_seen(&harness), "{:?}", place(&harness, last));
    assert_eq!(zoom(&harness), zoom_before);
    assert!(harness.state().session.selection.is_empty(), "the map below has not been clicked");

    harness.state_mut().canvas.allow_minimap(false);
    harness.run();
    assert!(harness.query_by_label(OVERVIEW).is_none());
}

#[test]
fn whether_there_is_an_overview_is_remembered_and_the_zoom_is_said() {
    let home = tempfile::tempdir().expect("a folder");
    let map =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/templates/telecom-care.journey.ron");
    let copy = home.path().join("map.journey.ron");
    std::fs::copy(map, &copy).expect("copied");
    let shown = |window: &Window| window.0.query_by_label(OVERVIEW).is_some();
    let mut window = Window::open(Some(&copy), Some(home.path()));
    window.press(Modifiers::COMMAND, Key::Num0);
    window.0.get_by_label_contains(", Zoom to 100");
    for _ in 0..4 {
        window.press(Modifiers::COMMAND, Key::Plus);
    }
    assert!(shown(&window));
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::M);
    assert!(!shown(&window));
    drop(window);
    let mut again = Window::open(Some(&copy), Some(home.path()));
    for _ in 0..4 {
        again.press(Modifiers::COMMAND, Key::Plus);
    }
    assert!(!shown(&again));
}

#[test]
fn what_is_selected_is_shown_as_large_as_it_goes() {
    let (mut session, sample) = sample();
    let wanted = Element::Touchpoint(sample.touchpoints[2]);
    session.apply(Action::Select { elements: vec![wanted], extend: false });
    let mut harness = window(session);
    let before = zoom(&harness);
    harness.state_mut().canvas.zoom_to_selection();
    harness.run();
    let (rect, clip) = place(&harness, wanted);
    assert!(zoom(&harness) > before && clip.contains_rect(rect), "{before} {rect} in {clip}");
}
