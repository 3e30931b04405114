//! Presenting by accessible name: keys and clicks, black, editing on the way, the presenter's window, and back.

use super::window::Window;
use super::workshop::with_touchpoint;
use egui::{
    Context, Event, FullOutput, Key, Modifiers, Plugin, Pos2, RawInput, ViewportCommand, ViewportInfo,
};
use egui_kittest::kittest::{NodeT, Queryable};
use pathlight::model::{Card, CardId, CardKind, LaneKind};
use pathlight::session::{Picture, Presenting, Step};
use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;

const NONE: Modifiers = Modifiers::NONE;

fn presenting(window: &Window) -> &Presenting {
    window.session().presenting().expect("a presentation")
}

fn sample() -> Window {
    let mut window = Window::welcome();
    window.click("Hotel stay");
    window
}

/// What the step that is shown is called when it is read out.
fn spoken(window: &Window) -> String {
    let node = window.0.get_by_label_contains(", step ");
    node.accesskit_node().label().expect("a name")
}

fn steps(window: &Window) -> usize {
    presenting(window).steps().len()
}

#[test]
fn keys_of_clickers_go_through_the_map_and_each_step_is_read_out() {
    let mut window = sample();
    let map = window.session().document.map().clone();
    let mut names = vec![map.about.title.clone()];
    for stage in map.stages_in_order() {
        names.push(stage.name.clone());
        let touchpoints = stage.touchpoints.iter().filter_map(|id| map.touchpoints.get(*id));
        names.extend(touchpoints.map(|touchpoint| format!("{} › {}", stage.name, touchpoint.name)));
    }
    window.press(NONE, Key::F5);
    let on = [Key::PageDown, Key::Space, Key::ArrowRight, Key::Enter, Key::ArrowDown];
    for (index, name) in names.iter().enumerate() {
        assert_eq!(spoken(&window), format!("{name}, step {} of {}", index + 1, names.len()));
        window.press(NONE, on[index % on.len()]);
    }
    assert_eq!(presenting(&window).at(), names.len() - 1, "the end is the end");
    for (key, at) in [
        (Key::PageUp, names.len() - 2),
        (Key::Home, 0),
        (Key::End, names.len() - 1),
        (Key::Backspace, names.len() - 2),
        (Key::ArrowLeft, names.len() - 3),
        (Key::F5, 0),
    ] {
        window.press(NONE, key);
        assert_eq!(presenting(&window).at(), at, "{key:?}");
    }
    for key in [Key::Num1, Key::Num0, Key::Enter] {
        window.press(NONE, key);
    }
    assert_eq!(presenting(&window).at(), 9);
}

#[test]
fn shift_and_f5_begins_with_what_is_selected() {
    let mut window = sample();
    let map = window.session().document.map();
    let (_, touchpoint) = map.touchpoints_in_order().nth(3).expect("a touchpoint");
    let (id, name) = (touchpoint.id, touchpoint.name.clone());
    window.0.get_by_label_contains(&format!("Touchpoint {name}")).click_accesskit();
    window.settle();
    let selection = window.session().selection.clone();
    window.press(Modifiers::SHIFT, Key::F5);
    assert_eq!(presenting(&window).step(), Step::Touchpoint(id));
    assert!(window.session().selection.is_empty(), "nothing distracts");
    window.press(NONE, Key::Escape);
    assert_eq!(window.session().selection, selection);
}

#[test]
fn black_hides_the_map_until_the_next_key() {
    let mut window = sample();
    window.press(NONE, Key::F5);
    window.press(NONE, Key::PageDown);
    window.press(NONE, Key::B);
    window.0.get_by_label("Black screen");
    assert_eq!(presenting(&window).picture, Picture::Black);
    window.press(NONE, Key::PageDown);
    assert_eq!(
        (presenting(&window).picture, presenting(&window).at()),
        (Picture::Map, 1),
        "seen again first"
    );
    for (key, picture) in [
        (Key::Period, Picture::Black),
        (Key::W, Picture::White),
        (Key::Comma, Picture::Map),
        (Key::B, Picture::Black),
        (Key::B, Picture::Map),
    ] {
        window.press(NONE, key);
        assert_eq!(presenting(&window).picture, picture, "{key:?}");
    }
}

/// Where a node of the map is.
fn place(window: &Window, label: &str) -> egui::Rect {
    window.0.get_all_by_label_contains(label).next().expect("on the map").rect()
}

#[test]
fn the_camera_and_the_panels_are_as_they_were_afterwards() {
    let mut window = sample();
    window.press(Modifiers::COMMAND, Key::Plus);
    window.press(Modifiers::COMMAND, Key::I);
    let map = window.session().document.map();
    let name = map.touchpoints_in_order().nth(2).map(|(_, of)| format!("Touchpoint {},", of.name));
    let name = name.expect("a touchpoint");
    let before = place(&window, &name);
    window.0.get_by_label("Export");
    window.press(NONE, Key::F5);
    assert!(window.0.query_by_label("Export").is_none(), "nothing but the map");
    for _ in 0..5 {
        window.press(NONE, Key::PageDown);
    }
    assert_ne!(place(&window, &name), before);
    window.press(NONE, Key::Escape);
    assert!(window.session().presenting().is_none());
    assert_eq!(place(&window, &name), before);
    assert!(window.0.query_by_label("Persona").is_none(), "the inspector stays away");
    window.0.get_by_label("Export");
}

#[test]
fn every_touchpoint_comes_into_the_view_and_the_camera_flies_there() {
    let mut window = sample();
    window.press(NONE, Key::F5);
    let room = egui::Rect::from_min_size(Pos2::ZERO, egui::vec2(1440.0, 900.0));
    for _ in 1..steps(&window) {
        window.press(NONE, Key::PageDown);
        let Step::Touchpoint(id) = presenting(&window).step() else { continue };
        let name = window.session().document.map().touchpoints.get(id).expect("on the map").name.clone();
        let shown = place(&window, &format!("Touchpoint {name},"));
        assert!(room.contains_rect(shown), "{name}: {shown:?}");
    }
    window.press(NONE, Key::Home);
    window.0.key_press(Key::PageDown);
    let name = window.session().document.map().stages_in_order().next().expect("a stage").name.clone();
    let label = format!("Stage {name}");
    let first = place(&window, &label);
    window.0.step();
    window.0.step();
    let (midway, end) = (place(&window, &label), {
        window.settle();
        place(&window, &label)
    });
    assert!(first != end && midway != end, "{first:?} {midway:?} {end:?}");
}

#[test]
fn a_touchpoint_higher_than_the_screen_is_gone_through_before_the_next_step() {
    let folder = tempfile::tempdir().expect("a folder");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_maps/airport.journey.ron");
    let mut map = pathlight::store::load(&sample).expect("a sample map");
    let (touchpoint, name) = {
        let (_, first) = map.touchpoints_in_order().next().expect("a touchpoint");
        (first.id, first.name.clone())
    };
    let lane = map.lanes.iter().find(|lane| lane.kind == LaneKind::Quotes).expect("a lane").id;
    let note = |slot: u32| {
        let quote = CardKind::Quote { source: String::new() };
        let card = Card::new(CardId(9_000 + slot), (lane, touchpoint), format!("Heard {slot}."), quote);
        Card { slot, ..card }
    };
    map.cards = map.cards.iter().cloned().chain((0..60).map(note)).collect();
    map.about.next_id = 10_000;
    let path = folder.path().join("tall.journey.ron");
    pathlight::store::save(&path, &map).expect("saved");
    let mut window = Window::open(Some(&path), None);
    window.0.get_by_label_contains(&format!("Touchpoint {name},")).click_accesskit();
    window.settle();
    window.press(Modifiers::SHIFT, Key::F5);
    let at = presenting(&window).at();
    let last_card = |window: &Window| place(window, "Heard 59.").bottom();
    assert!(last_card(&window) > 900.0, "it begins at the top");
    let mut presses = 0;
    while last_card(&window) > 900.0 {
        let before = last_card(&window);
        window.press(NONE, Key::Space);
        assert_eq!(presenting(&window).at(), at, "the rest comes first");
        assert!(last_card(&window) < before);
        presses += 1;
    }
    assert!(presses > 0);
    window.press(NONE, Key::Space);
    assert_eq!(presenting(&window).at(), at + 1);
}

#[test]
fn with_reduced_motion_the_next_step_is_there_at_once() {
    let mut window = sample();
    window.0.get_by_label("View").click();
    window.0.run_ok();
    window.0.get_by_label_contains("Reduce motion").click();
    window.settle();
    window.press(NONE, Key::F5);
    let name = window.session().document.map().stages_in_order().next().expect("a stage").name.clone();
    let label = format!("Stage {name}");
    window.0.key_press(Key::PageDown);
    window.0.step();
    window.0.step();
    let at_once = place(&window, &label);
    window.settle();
    assert_eq!(place(&window, &label), at_once);
}

/// Time for a click not to become a double click.
fn wait(window: &mut Window) {
    for _ in 0..8 {
        window.0.step();
    }
    window.settle();
}

fn click_at(window: &mut Window, at: Pos2) {
    window.0.hover_at(at);
    window.0.step();
    window.0.drag_at(at);
    window.0.drop_at(at);
    window.0.step();
}

#[test]
fn a_click_goes_on_and_a_double_click_edits_what_it_is_on() {
    let mut window = with_touchpoint("Sees cost");
    // A frame of a test takes a quarter of a second.
    window.0.ctx.options_mut(|options| options.input_options.max_double_click_delay = 1.0);
    window.press(NONE, Key::F5);
    let at = place(&window, "Touchpoint Sees cost").center();
    click_at(&mut window, at);
    wait(&mut window);
    assert_eq!(presenting(&window).at(), 1);
    assert!(window.session().selection.is_empty());

    let at = place(&window, "Touchpoint Sees cost").center();
    click_at(&mut window, at);
    window.0.drag_at(at);
    window.0.drop_at(at);
    wait(&mut window);
    assert_eq!(presenting(&window).at(), 1, "no step");
    assert!(window.session().editing.is_some());
    window.type_text("Sees the whole price");
    // While one types, keys type.
    window.press(NONE, Key::Space);
    window.press(NONE, Key::B);
    assert_eq!((presenting(&window).at(), presenting(&window).picture), (1, Picture::Map));
    window.press(Modifiers::COMMAND, Key::Enter);
    let has = |window: &Window, name: &str| {
        let map = window.session().document.map();
        map.touchpoints.iter().any(|touchpoint| touchpoint.name == name)
    };
    assert!(has(&window, "Sees the whole price") && !has(&window, "Sees cost"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(has(&window, "Sees cost") && !has(&window, "Sees the whole price"));
    assert!(window.session().presenting().is_some());
}

#[test]
fn f2_edits_what_the_step_shows_and_letters_draw_nothing() {
    let mut window = with_touchpoint("Sees cost");
    window.press(NONE, Key::F5);
    window.press(NONE, Key::PageDown);
    window.press(NONE, Key::F2);
    window.type_text("Buy");
    window.press(Modifiers::COMMAND, Key::Enter);
    let map = window.session().document.map();
    assert_eq!(map.stages_in_order().next().map(|stage| stage.name.as_str()), Some("Buy"));
    let revision = window.session().document.revision();
    for key in [Key::T, Key::S, Key::N, Key::G, Key::M] {
        window.press(NONE, key);
    }
    assert_eq!(window.session().document.revision(), revision);
    assert_eq!(presenting(&window).at(), 1);
}

#[test]
fn a_touchpoint_that_goes_away_is_no_step_any_more() {
    let mut window = with_touchpoint("Sees cost");
    window.press(NONE, Key::F5);
    window.press(NONE, Key::End);
    let all = steps(&window);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!((steps(&window), presenting(&window).at()), (all - 1, all - 2));
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(steps(&window), all);
}

#[test]
fn the_reveal_is_a_step_where_figures_are_hidden_and_goes_back_at_the_end() {
    let (mut window, _folder) = Window::with_figures();
    if window.session().reveal {
        window.press(NONE, Key::R);
    }
    window.press(NONE, Key::F5);
    assert!(presenting(&window).steps().contains(&Step::Reveal));
    assert!(window.0.query_by_label_contains("Exit rate at ").is_none());
    window.press(NONE, Key::PageDown);
    assert_eq!(presenting(&window).step(), Step::Reveal);
    assert!(spoken(&window).starts_with("What was measured, step 2 of "));
    window.wait_until(|window| !window.session().is_revealing());
    window.0.run_ok();
    assert!(window.0.query_all_by_label_contains("Exit rate at ").next().is_some());
    window.press(NONE, Key::PageUp);
    assert!(!window.session().reveal, "as it was at that step");
    window.press(NONE, Key::End);
    window.press(NONE, Key::Escape);
    window.press(NONE, Key::Escape);
    assert!(window.session().presenting().is_none() && !window.session().reveal);
    window.press(NONE, Key::R);
    window.press(NONE, Key::F5);
    assert!(!presenting(&window).steps().contains(&Step::Reveal), "there is nothing to reveal");
}

#[test]
fn the_presenter_sees_this_step_the_next_notes_and_the_time() {
    let mut window = sample();
    let map = window.session().document.map();
    let card = map.cards.iter().find(|card| !card.text.is_empty()).expect("a card").clone();
    let touchpoint = map.touchpoints.get(card.touchpoint).expect("on the map").clone();
    window.0.get_by_label_contains(&format!("Touchpoint {}", touchpoint.name)).click_accesskit();
    window.settle();
    window.press(Modifiers::SHIFT, Key::F5);
    assert!(window.0.query_by_label("Picture of this step").is_none());
    window.press(NONE, Key::P);
    window.0.get_by_label("Picture of this step");
    window.0.get_by_label("Picture of the next step");
    window.0.get_by_label_contains("Presenting for 0:");
    let (at, count) = (presenting(&window).at() + 1, steps(&window));
    window.0.get_by_label(&format!("Step {at} of {count}"));
    let next = presenting(&window).next().expect("another step").name(window.session().document.map());
    let line = window.0.get_by_label_contains("Next: ");
    let words = line.accesskit_node().label().or_else(|| line.value()).expect("words");
    assert!(words.ends_with(&next), "{words}");
    assert!(window.0.query_all_by_label_contains(&card.text).count() > 1, "on the map and among the notes");
    window.click("First step");
    assert_eq!(presenting(&window).at(), 0);
    window.click("White");
    assert_eq!(presenting(&window).picture, Picture::White);
    window.press(NONE, Key::P);
    assert!(window.0.query_by_label("Picture of this step").is_none());
}

#[test]
fn the_timer_of_a_workshop_is_beside_the_notes() {
    let mut window = sample();
    window.press(NONE, Key::F4);
    window.click("Use the usual agenda");
    window.press(NONE, Key::F5);
    window.press(NONE, Key::P);
    window.0.get_by_label("Time left 10:00");
}

#[test]
fn going_by_stages_is_remembered() {
    let home = tempfile::tempdir().expect("a folder");
    let mut window = Window::open(None, Some(home.path()));
    window.click("Hotel stay");
    window.press(NONE, Key::F5);
    let all = steps(&window);
    window.press(NONE, Key::P);
    window.click("Stop at stages only");
    let stages = window.session().document.map().about.stages.len();
    assert_eq!(steps(&window), stages + 1);
    assert!(all > stages + 1);
    let mut again = Window::open(None, Some(home.path()));
    again.click("Hotel stay");
    again.press(NONE, Key::F5);
    assert_eq!(steps(&again), stages + 1);
}

#[test]
fn the_buttons_can_be_reached_without_a_mouse() {
    let mut window = sample();
    window.press(NONE, Key::F5);
    window.click("Next step");
    assert_eq!(presenting(&window).at(), 1);
    window.click("Previous step");
    assert_eq!(presenting(&window).at(), 0);
    window.0.get_by_label("Next step").focus();
    window.0.run_ok();
    window.press(NONE, Key::Space);
    assert_eq!(presenting(&window).at(), 1, "the button is pressed once");
    window.click("End presentation");
    assert!(window.session().presenting().is_none());
}

/// What the window system is asked for.
#[derive(Default)]
struct Asked(Vec<ViewportCommand>);

impl Plugin for Asked {
    fn debug_name(&self) -> &'static str {
        "what the window system is asked for"
    }

    fn output_hook(&mut self, _: &Context, output: &mut FullOutput) {
        self.0.extend(output.viewport_output.values().flat_map(|of| of.commands.clone()));
    }
}

#[test]
fn the_whole_screen_is_asked_for_and_given_back() {
    let mut window = sample();
    window.0.ctx.add_plugin(Asked::default());
    let asked = |window: &Window| std::mem::take(&mut window.0.ctx.plugin::<Asked>().lock().0);
    window.press(NONE, Key::F5);
    let on = asked(&window);
    assert!(on.contains(&ViewportCommand::Fullscreen(true)), "{on:?}");
    window.press(NONE, Key::Escape);
    let off = asked(&window);
    assert!(off.contains(&ViewportCommand::Fullscreen(false)), "{off:?}");
}

/// The presenter's window as one of its own, which gets these keys in the next frame.
fn with_presenter_window(window: &mut Window, keys: &Rc<RefCell<Vec<Event>>>) {
    window.0.ctx.set_embed_viewports(false);
    let keys = Rc::clone(keys);
    Context::set_immediate_viewport_renderer(move |ctx, mut shown| {
        let mut input = RawInput { viewport_id: shown.ids.this, ..RawInput::default() };
        input.viewports.insert(shown.ids.this, ViewportInfo::default());
        input.events = std::mem::take(&mut keys.borrow_mut());
        let mut output = ctx.run_ui(input, |ui| (shown.viewport_ui_cb)(ui));
        output.textures_delta.clear();
    });
}

#[test]
fn keys_in_the_presenters_window_that_edit_bring_the_map_to_the_front() {
    let mut window = sample();
    window.0.ctx.add_plugin(Asked::default());
    let asked = |window: &Window| std::mem::take(&mut window.0.ctx.plugin::<Asked>().lock().0);
    let keys = Rc::new(RefCell::new(Vec::new()));
    with_presenter_window(&mut window, &keys);
    let press = |window: &mut Window, key| {
        let event = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: NONE };
        keys.borrow_mut().push(event);
        window.0.run_ok();
    };
    window.press(NONE, Key::F5);
    window.press(NONE, Key::P);
    press(&mut window, Key::ArrowRight);
    assert_eq!(presenting(&window).at(), 1, "it goes on from there");
    assert!(!asked(&window).contains(&ViewportCommand::Focus), "which needs no other window");
    press(&mut window, Key::F2);
    assert!(asked(&window).contains(&ViewportCommand::Focus));
    assert!(window.session().view().editing.is_some(), "the name of what the step shows");
}
