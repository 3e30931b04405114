//! What a facilitator does in the room, by accessible name: pages by key, steps dragged, the bell, the vote by keyboard,
//! ties, the matrix and its list, a thought parked whatever is open, big text, evidence.

use super::window::Window;
use super::workshop::{first_card, template_at, with_touchpoint, workshop};
use egui::{Key, Modifiers, Pos2, pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use pathlight::app::{Bell, DesktopMotion};
use pathlight::model::{AgendaItem, Card, CardKind, Document, Edit, Evidence, JourneyMap, LaneKind};
use pathlight::scene::Element;
use pathlight::session::WorkshopPage;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

fn is_opportunity(kind: &CardKind) -> bool {
    matches!(kind, CardKind::Opportunity(_))
}

fn is_pain(kind: &CardKind) -> bool {
    matches!(kind, CardKind::Pain(_))
}

/// Clicks on a card of the map.
fn select(window: &mut Window, card: &Card) {
    let node = window.0.get_all_by_label_contains(&card.text).find(|node| {
        node.accesskit_node()
            .label()
            .is_some_and(|label| label.starts_with("Pain point") || label.starts_with("Opportunity"))
    });
    node.expect("on the map").click();
    window.0.run_ok();
    assert!(window.session().selection.contains(&Element::Card(card.id)));
}

/// Presses, moves step by step and lets go.
fn drag(window: &mut Window, from: Pos2, to: Pos2) {
    window.0.hover_at(from);
    window.0.step();
    window.0.drag_at(from);
    window.0.step();
    for share in [0.1, 0.5, 0.9, 1.0] {
        window.0.hover_at(from.lerp(to, share));
        window.0.step();
    }
    window.0.drop_at(to);
    window.0.run_ok();
}

#[test]
fn every_page_has_a_key_and_tab_goes_on_from_there() {
    let mut window = template_at("Agenda");
    let pages = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
    for (key, page) in pages.into_iter().zip(WorkshopPage::ALL) {
        window.press(Modifiers::COMMAND, key);
        assert_eq!(window.session().workshop.page, *page);
        let focused = window.0.ctx.memory(|memory| memory.focused());
        assert!(focused.is_some(), "{page:?} has the keyboard");
    }
    window.press(Modifiers::COMMAND, Key::Num4);
    let best =
        window.0.get_all_by_label_contains(", impact ").find(|node| node.accesskit_node().is_focused());
    assert!(best.is_some(), "the matrix gives the keyboard to its first card");
}

#[test]
fn a_step_is_dragged_to_another_place() {
    let mut window = Window::new_map();
    window.press(Modifiers::NONE, Key::F4);
    window.click("Use the usual agenda");
    let names = |window: &Window| {
        workshop(window).agenda.iter().map(|step| step.name.clone()).take(4).collect::<Vec<_>>()
    };
    let before = names(&window);
    let grip = |window: &Window, step: usize| {
        window.0.get_by_label(&format!("Drag step {step} to another place")).rect().center()
    };
    let (first, third) = (grip(&window, 1), grip(&window, 3));
    drag(&mut window, first, third + egui::vec2(0.0, 8.0));
    assert_eq!(names(&window), [1, 2, 0, 3].map(|at| before[at].clone()));
    assert_eq!(window.session().workshop.step(), 2, "the step that is being done stays so");
    let (second, first) = (grip(&window, 2), grip(&window, 1));
    drag(&mut window, second, first - egui::vec2(0.0, 8.0));
    assert_eq!(names(&window), [2, 1, 0, 3].map(|at| before[at].clone()));
    window.press(Modifiers::COMMAND, Key::Z);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(names(&window), before);
}

struct Counted(Arc<AtomicUsize>);

impl Bell for Counted {
    fn ring(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn is_mute(&self) -> bool {
        self.0.load(Ordering::Relaxed) > 0
    }
}

/// A window with another bell or desktop.
fn fitted(mut window: Window, fit: impl FnOnce(pathlight::app::App) -> pathlight::app::App) -> Window {
    let app = window.0.state_mut().take().map(fit);
    *window.0.state_mut() = app;
    window.0.run_ok();
    window
}

#[test]
fn the_bell_rings_once_when_the_time_is_up_and_a_computer_without_sound_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let map = folder.path().join("map.journey.ron");
    let mut document = Document::opened(JourneyMap::default());
    // Its time has been used up before.
    let used = AgendaItem { name: "Draw".into(), planned_minutes: 1, actual_seconds: 60 };
    document.edit(&Edit::SetAgenda(vec![used])).expect("an agenda");
    pathlight::store::save(&map, document.map()).expect("saved");
    let rung = Arc::new(AtomicUsize::new(0));
    let mut window =
        fitted(Window::open(Some(&map), None), |app| app.with_bell(Box::new(Counted(Arc::clone(&rung)))));
    let mute = "This computer plays no sound";
    window.press(Modifiers::NONE, Key::F4);
    assert_eq!(rung.load(Ordering::Relaxed), 0, "the timer does not run yet");
    window.click("Start");
    for _ in 0..5 {
        window.0.step();
    }
    assert_eq!(rung.load(Ordering::Relaxed), 1);
    window.0.get_by_label("Time is up");
    window.0.get_by_label_contains(mute);
    window.click("Pause");
    window.click("Try the bell");
    assert_eq!(rung.load(Ordering::Relaxed), 2);
    window.click("+1 min");
    window.click("Bell at the end of a step");
    assert!(window.0.query_by_label("Time is up").is_none());
}

#[test]
fn a_vote_goes_by_keyboard_alone_and_ties_share_a_rank() {
    let mut window = Window::welcome();
    window.click("Hotel stay");
    let pains: Vec<Card> = {
        let map = window.session().document.map();
        let pains = map.touchpoints_in_order().flat_map(|(_, touchpoint)| {
            map.lanes_in_order().flat_map(move |lane| map.cell(lane.id, touchpoint.id))
        });
        pains.filter(|card| is_pain(&card.kind)).take(2).cloned().collect()
    };
    let [first, second] = &pains[..] else { panic!("two pain points") };
    assert_eq!((first.lane, first.touchpoint), (second.lane, second.touchpoint), "one below the other");
    window.press(Modifiers::NONE, Key::F9);
    window.type_text("Ola");
    window.press(Modifiers::NONE, Key::Enter);
    window.0.get_by_label("Ola casts dots");
    let is_at = |window: &Window, card: &Card| window.session().selection.contains(&Element::Card(card.id));
    window.run(&first.text);
    assert!(is_at(&window, first), "the palette leads there");
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert!(is_at(&window, second));
    window.press(Modifiers::NONE, Key::Enter);
    window.0.get_by_label("3 of 5 dots left");
    window.press(Modifiers::NONE, Key::Enter);
    window.press(Modifiers::SHIFT, Key::Enter);
    window.0.get_by_label("3 of 5 dots left");
    window.press(Modifiers::SHIFT, Key::F9);
    window.type_text("Ali");
    window.press(Modifiers::NONE, Key::Enter);
    window.0.get_by_label("Ali casts dots");
    window.press(Modifiers::NONE, Key::F9);
    for card in [first, second] {
        window.0.get_by_label(&format!("1. (tied) {} – 1 vote", card.text));
        let votes = window.session().document.map().cards.get(card.id).map(|card| card.votes);
        assert_eq!(votes, Some(1));
    }
}

#[test]
fn totals_of_a_wall_are_typed_in_and_counted() {
    let mut window = template_at("Dots");
    let pain = first_card(&window, is_pain);
    window.click("Open the vote");
    window.click("Type in dots from paper…");
    window.click("Totals of a wall");
    window.0.get_by_label(&format!("Dots on {}", pain.text)).click();
    window.0.run_ok();
    window.type_text("12");
    window.press(Modifiers::NONE, Key::Tab);
    window.click("Count them");
    assert!(window.session().open_voting().is_none());
    window.0.get_by_label(&format!("1. {} – 12 votes", pain.text));
}

#[test]
fn what_the_inspector_says_of_an_opportunity_moves_it_on_the_matrix() {
    let mut window = template_at("Priorities");
    let card = first_card(&window, is_opportunity);
    let place = |window: &Window| {
        let words = format!("{}, impact ", card.text);
        let mut nodes = window.0.get_all_by_label_contains(&words);
        nodes.next().expect("on it").rect().center()
    };
    let target = pos2(place(&window).x, 600.0);
    let from = place(&window);
    drag(&mut window, from, target);
    let low = place(&window);
    window.press(Modifiers::NONE, Key::F4);
    select(&mut window, &card);
    window.click("Impact 5");
    window.press(Modifiers::COMMAND, Key::Num4);
    assert!(place(&window).y < low.y - 100.0, "it is at the top now");
}

#[test]
fn the_action_list_is_written_where_the_dialog_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("eylemler.csv");
    let mut window = template_at("Priorities");
    let card = first_card(&window, is_opportunity);
    window.click(&format!("Owner of {}", card.text));
    window.press(Modifiers::COMMAND, Key::A);
    window.type_text("Łucja");
    window.press(Modifiers::NONE, Key::Enter);
    window.click("Export actions…");
    window.press(Modifiers::COMMAND, Key::A);
    window.type_text(&path.to_string_lossy());
    window.press(Modifiers::NONE, Key::Enter);
    window.settle();
    let table = std::fs::read_to_string(&path).expect("written");
    let line = table.lines().find(|line| line.contains(&card.text)).expect("the card is in it");
    assert!(line.contains("Łucja"), "{line}");
}

#[test]
fn a_thought_is_parked_while_a_dialog_is_open_and_the_dialog_goes_on_as_it_was() {
    let mut window = template_at("Dots");
    window.click("Open the vote");
    window.click("Type in dots from paper…");
    window.type_text("Jan");
    window.press(Modifiers::COMMAND, Key::J);
    window.type_text("Returns by post?");
    window.press(Modifiers::NONE, Key::Enter);
    let parked: Vec<_> = workshop(&window).parking.iter().map(|parked| parked.text.clone()).collect();
    assert_eq!(parked, ["Returns by post?"]);
    window.type_text("ek");
    let name = window.0.get_by_label("Whose dots");
    assert_eq!(name.accesskit_node().value().as_deref(), Some("Janek"));
    window.press(Modifiers::COMMAND, Key::J);
    window.press(Modifiers::NONE, Key::Escape);
    window.0.get_by_label("Whose dots");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.0.query_by_label("Whose dots").is_none());
}

#[test]
fn a_thought_is_parked_while_typing_and_what_was_typed_is_kept() {
    let mut window = with_touchpoint("Sees cost");
    window.press(Modifiers::NONE, Key::P);
    window.type_text("Too dear");
    window.press(Modifiers::COMMAND, Key::J);
    window.type_text("Later");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(workshop(&window).parking.len(), 1);
    let pain = first_card(&window, is_pain);
    assert_eq!(pain.text, "Too dear");
    assert!(window.session().selection.contains(&Element::Card(pain.id)), "Enter goes on with it");
}

#[test]
fn big_text_enlarges_the_panels_too_and_gives_everything_back() {
    let mut window = template_at("Guesses");
    let zoom = |window: &Window| window.0.ctx.zoom_factor();
    assert_eq!(zoom(&window), 1.0);
    window.press(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::B);
    assert!((1.1..=1.4).contains(&zoom(&window)), "{}", zoom(&window));
    window.press(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::B);
    assert_eq!(zoom(&window), 1.0);
}

#[test]
fn cards_are_graded_together_and_the_header_counts_them() {
    let mut window = Window::welcome();
    window.click("Hotel stay");
    let share = |window: &Window| {
        let pill = window.0.get_by_label_contains("% evidence").accesskit_node().label();
        pill.expect("words").chars().filter(char::is_ascii_digit).collect::<String>()
    };
    let card = first_card(&window, is_pain);
    let count = window.session().document.map().cards.iter().count();
    select(&mut window, &card);
    window.press(Modifiers { shift: true, ..Modifiers::COMMAND }, Key::A);
    let selected = window.session().selection.len();
    assert!(selected > 1 && selected < count);
    let run = |window: &mut Window, words: &str| {
        window.run(words);
    };
    run(&mut window, "Evidence: assumed by the team");
    let assumed: usize = share(&window).parse().expect("a number");
    run(&mut window, "Evidence: measured");
    let graded = |window: &Window| first_card(window, is_pain).evidence;
    assert_eq!(graded(&window), Some(Evidence::Measured));
    let measured: usize = share(&window).parse().expect("a number");
    let expected = assumed as f64 + 100.0 * selected as f64 / count as f64;
    assert!((measured as f64 - expected).abs() <= 1.0, "{assumed} and then {measured}, not {expected}");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(graded(&window), Some(Evidence::Assumed), "all of them in one step");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(graded(&window), None);
}

#[test]
fn a_desktop_that_wants_little_motion_is_followed_until_the_user_says_otherwise() {
    let still = fitted(Window::welcome(), |app| app.with_motion_of(DesktopMotion::answered(true)));
    let animation = |window: &Window| window.0.ctx.global_style().animation_time;
    assert!(still.session().reduced_motion && animation(&still) == 0.0);
    let mut window = still;
    window.click("New map");
    assert!(window.session().reduced_motion);
    window.click("View");
    window.0.get_by_label_contains("Reduce motion").click();
    window.0.run_ok();
    assert!(!window.session().reduced_motion && animation(&window) > 0.0);
}

#[test]
fn letters_typed_faster_than_the_window_draws_are_all_kept() {
    let mut window = with_touchpoint("Sees cost");
    let map = window.session().document.map();
    let pains = map.lanes_in_order().find(|lane| lane.kind == LaneKind::Pains).expect("its lane").id;
    let touchpoint = map.touchpoints_in_order().last().expect("one").1.id;
    let before = (map.about.stages.len(), map.touchpoints_in_order().count());
    for _ in 0..12 {
        if !window.session().selection.contains(&Element::Cell(pains, touchpoint)) {
            window.press(Modifiers::NONE, Key::ArrowDown);
        }
    }
    assert!(window.session().selection.contains(&Element::Cell(pains, touchpoint)));
    for (key, letter) in [(Key::T, "T"), (Key::C, "c"), (Key::S, "s"), (Key::M, "m")] {
        window.0.key_press(key);
        window.0.event(egui::Event::Text(letter.to_owned()));
        window.0.step();
    }
    window.0.run_ok();
    window.press(Modifiers::COMMAND, Key::Enter);
    assert_eq!(first_card(&window, is_pain).text, "Tcsm");
    let map = window.session().document.map();
    assert_eq!((map.about.stages.len(), map.touchpoints_in_order().count()), before, "no shortcut ran");
}
