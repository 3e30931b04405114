//! The workshop mode by accessible name: agenda, timer, parking lot.

use super::window::Window;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use pathlight::base::Timestamp;
use pathlight::model::{Card, CardKind, Workshop};
use pathlight::scene::Element;

pub fn workshop(window: &Window) -> &Workshop {
    &window.session().document.map().workshop
}

#[test]
fn the_usual_agenda_counts_down_and_the_presenter_sees_what_comes_next() {
    let mut window = Window::new_map();
    window.press(Modifiers::NONE, Key::F4);
    window.click("Use the usual agenda");
    window.0.get_by_label("Time left 10:00");
    window.0.get_by_label("Next: Collect stages and touchpoints, 30 min");
    window.click("+5 min");
    window.0.get_by_label("Time left 15:00");
    window.press(Modifiers::NONE, Key::F7);
    window.0.get_by_label("Time left 30:00");
    window.press(Modifiers::NONE, Key::F4);
    assert!(window.0.query_by_label("Time left 30:00").is_none(), "the inspector is back");
}

#[test]
fn a_step_of_the_agenda_is_renamed_moved_and_the_moving_undone() {
    let mut window = Window::new_map();
    window.press(Modifiers::NONE, Key::F4);
    window.click("Add step");
    window.click("Add step");
    window.0.get_by_label("Step 2").click();
    window.0.run_ok();
    window.0.event(egui::Event::Text("Draw".to_owned()));
    window.press(Modifiers::NONE, Key::Enter);
    window.click("Move step 2 up");
    let names =
        |window: &Window| workshop(window).agenda.iter().map(|step| step.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&window), ["Draw", ""]);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(names(&window), ["", "Draw"]);
}

#[test]
fn a_thought_is_parked_by_keyboard_from_anywhere_and_becomes_a_card() {
    let mut window = Window::new_map();
    window.press(Modifiers::NONE, Key::S);
    window.0.event(egui::Event::Text("Dream".to_owned()));
    window.0.run_ok();
    window.press(Modifiers::COMMAND, Key::J);
    window.0.event(egui::Event::Text("Returns by post?".to_owned()));
    window.0.run_ok();
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.0.query_by_label("Park").is_none(), "the dialog has closed");
    let parked: Vec<_> = workshop(&window).parking.iter().map(|parked| parked.text.clone()).collect();
    assert_eq!(parked, ["Returns by post?"]);
    window.press(Modifiers::NONE, Key::F4);
    window.click("Parking lot");
    window.click("Remove");
    assert!(workshop(&window).parking.is_empty());
}

/// A map with one stage and one touchpoint, typed in.
pub fn with_touchpoint(name: &str) -> Window {
    let mut window = Window::new_map();
    for (key, name) in [(Key::S, "Dream"), (Key::T, name)] {
        window.press(Modifiers::NONE, key);
        window.type_text(name);
        window.press(Modifiers::NONE, Key::Enter);
        window.press(Modifiers::NONE, Key::Escape);
    }
    window
}

fn guesses(window: &Window) -> Vec<f64> {
    workshop(window).guesses.values().flat_map(|team| team.values().copied()).collect()
}

#[test]
fn a_guess_is_dragged_and_undone_at_once() {
    let mut window = with_touchpoint("Sees cost");
    window.press(Modifiers::NONE, Key::F4);
    window.click("Guesses");
    let rail = window.0.get_by_label("Slide the guess of Sees cost").rect();
    let at = |share: f32| rail.lerp_inside(egui::vec2(share, 0.5));
    window.0.hover_at(at(0.0));
    window.0.step();
    window.0.drag_at(at(0.1));
    window.0.step();
    for share in [0.2, 0.35, 0.5] {
        window.0.hover_at(at(share));
        window.0.step();
    }
    window.0.drop_at(at(0.5));
    window.0.run_ok();
    assert_eq!(guesses(&window), [0.5]);
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(guesses(&window).is_empty());
}

#[test]
fn a_guess_is_typed_beside_its_touchpoint_on_the_map() {
    let mut window = with_touchpoint("Sees cost");
    window.press(Modifiers::NONE, Key::F4);
    window.click("Guesses");
    let fields = || window.0.get_all_by_label("Guessed exit rate of Sees cost");
    let (on_map, in_panel) = (fields().next().expect("on the map").rect(), fields().last().expect("panel"));
    assert!(on_map.right() < 1000.0 || in_panel.rect().right() < 1000.0, "one of the two is on the map");
    let field = fields().min_by(|a, b| a.rect().left().total_cmp(&b.rect().left())).expect("a field");
    field.click();
    window.0.run_ok();
    window.type_text("37,5");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(guesses(&window), [0.375]);
    window.click("Take back the guess of Sees cost");
    assert!(guesses(&window).is_empty());
}

#[test]
fn each_team_has_guesses_of_its_own() {
    let mut window = with_touchpoint("Sees cost");
    window.press(Modifiers::NONE, Key::F4);
    window.click("Guesses");
    window.click("Another team guesses");
    window.type_text("İzmir ekibi");
    window.press(Modifiers::NONE, Key::Enter);
    let slider = window.0.get_by_label("Slide the guess of Sees cost");
    slider.focus();
    window.0.run_ok();
    window.press(Modifiers::NONE, Key::ArrowRight);
    assert!(window.session().editing.is_none(), "Enter in a field is not Enter on the map");
    assert_eq!(workshop(&window).guesses.keys().collect::<Vec<_>>(), ["İzmir ekibi"]);
    window.click("The whole room");
    assert_eq!(window.session().workshop.team, "");
}

/// Everything that is written in the window or read out.
fn all_words(window: &Window) -> String {
    let nodes = window.0.root().children_recursive();
    let words = nodes.flat_map(|node| [node.accesskit_node().label(), node.accesskit_node().value()]);
    words.flatten().collect::<Vec<_>>().join("\n")
}

/// Exit rates as the map and the inspector write them.
fn exit_rates(window: &Window) -> Vec<String> {
    let data = window.session().data.as_ref().expect("data");
    let measures = data.measures.as_ref().expect("figures");
    let rates = measures.touchpoints.iter().filter_map(|of| of.exit_rate);
    let format = pathlight::base::fmt::NumberFormat::default();
    rates.map(|rate| format.percent(rate.value, 1)).collect()
}

#[test]
fn nothing_measured_can_be_read_before_the_reveal() {
    let (mut window, _folder) = Window::with_figures();
    // Time stands still, so that the figures are coming in however slow the computer is.
    let app = window.0.state_mut().take().map(|app| app.with_clock(|| Timestamp(0)));
    *window.0.state_mut() = app;
    let rates = exit_rates(&window);
    let is_told = |window: &Window| {
        let words = all_words(window);
        // Spoken as `exit rate 46 percent`; `Guessed exit rate of …` tells nothing.
        let spoken =
            words.split("exit rate ").skip(1).any(|after| after.starts_with(|c: char| c.is_ascii_digit()));
        spoken || rates.iter().any(|rate| words.contains(rate)) || words.contains("measured emotion")
    };
    let touchpoint =
        window.session().document.map().touchpoints_in_order().nth(3).map(|(_, t)| t.name.clone());
    let touchpoint = touchpoint.expect("a touchpoint");
    let select = |window: &mut Window| {
        window
            .0
            .get_all_by_label_contains(&format!("Touchpoint {touchpoint}"))
            .next()
            .expect("on the map")
            .click();
        window.0.run_ok();
    };
    select(&mut window);
    assert!(is_told(&window), "without a workshop the inspector tells");
    window.press(Modifiers::NONE, Key::F4);
    assert!(!is_told(&window), "on the agenda's page");
    window.click("Guesses");
    assert!(!is_told(&window), "while guessing");
    window.press(Modifiers::COMMAND, Key::K);
    assert!(!is_told(&window), "in the palette");
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::NONE, Key::F4);
    assert!(
        window.0.query_all_by_label("Hidden until you reveal the data").next().is_some() && !is_told(&window),
        "in the inspector"
    );
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!is_told(&window), "in the map's inspector");
    window.press(Modifiers::NONE, Key::F4);
    window.click("Guesses");
    window.0.get_by_label("Reveal").click();
    while !window.session().reveal {
        window.0.step();
    }
    assert!(window.session().is_revealing());
    window.press(Modifiers::NONE, Key::R);
    assert!(!window.session().is_revealing() && window.session().reveal, "a key skips and does nothing else");
    assert!(is_told(&window));
}

#[test]
fn revealed_guesses_are_scored_and_their_gaps_lead_to_the_map() {
    let (mut window, _folder) = Window::with_figures();
    window.press(Modifiers::NONE, Key::F4);
    window.click("Guesses");
    let measures = window.session().data.as_ref().and_then(|data| data.measures.clone()).expect("figures");
    let worst = measures.touchpoints.iter().filter(|of| of.exit_rate.is_some());
    let worst = worst.max_by(|a, b| a.exits.cmp(&b.exits)).expect("a touchpoint").touchpoint;
    let name = window.session().document.map().touchpoints.get(worst).expect("on the map").name.clone();
    window.0.get_by_label(&format!("Slide the guess of {name}")).focus();
    window.0.run_ok();
    window.press(Modifiers::NONE, Key::ArrowRight);
    assert!(window.0.query_by_label("Largest gaps").is_none());
    window.click("Reveal");
    window.press(Modifiers::NONE, Key::Escape);
    window.0.get_by_label_contains("points on average");
    window.0.get_by_label_contains(&format!("{name}: guess ")).click();
    window.0.run_ok();
    let selected: Vec<_> = window.session().selection.iter().copied().collect();
    assert_eq!(selected, [Element::Touchpoint(worst)]);
    window.press(Modifiers::NONE, Key::F4);
    window.0.get_by_label_contains("→ measured");
}

#[test]
fn the_timer_fills_the_window_and_gives_it_back() {
    let mut window = Window::new_map();
    window.press(Modifiers::NONE, Key::F4);
    window.click("Use the usual agenda");
    let small = window.0.get_by_label("Time left 10:00").rect();
    window.press(Modifiers::SHIFT, Key::F6);
    let big = window.0.get_by_label("Time left 10:00").rect();
    assert!(big.width() > 800.0 && big.height() > 2.0 * small.height(), "{big:?}");
    window.0.get_by_label("Next: Collect stages and touchpoints, 30 min");
    window.click("Back to the map");
    assert_eq!(window.0.get_by_label("Time left 10:00").rect(), small);
    window.press(Modifiers::SHIFT, Key::F6);
    assert_eq!(window.0.get_by_label("Time left 10:00").rect(), big);
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.0.get_by_label("Time left 10:00").rect(), small);
}

#[test]
fn the_bell_can_be_switched_off() {
    let mut window = Window::new_map();
    window.press(Modifiers::NONE, Key::F4);
    let is_on = |window: &Window| {
        let switch = window.0.get_by_label("Bell at the end of a step");
        switch.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    };
    assert!(is_on(&window));
    window.click("Bell at the end of a step");
    assert!(!is_on(&window));
}

/// A sample map with pain points and opportunities, the workshop's page open.
pub fn template_at(page: &str) -> Window {
    let mut window = Window::welcome();
    window.click("Hotel stay");
    window.press(Modifiers::NONE, Key::F4);
    window.click(page);
    window
}

pub fn first_card(window: &Window, is_wanted: impl Fn(&CardKind) -> bool) -> Card {
    let map = window.session().document.map();
    map.cards.iter().find(|card| is_wanted(&card.kind)).expect("a card").clone()
}

#[test]
fn dots_are_given_on_cards_counted_in_secret_and_told_at_the_end() {
    let mut window = template_at("Dots");
    let pain = first_card(&window, |kind| matches!(kind, CardKind::Pain(_)));
    window.click("Open the vote");
    window.click("Who casts dots now?");
    window.type_text("Ayşe");
    window.press(Modifiers::NONE, Key::Enter);
    let give = format!("Give a dot to {}", pain.text);
    window.click(&give);
    window.0.get_by_label(&give).focus();
    window.0.run_ok();
    window.press(Modifiers::NONE, Key::Enter);
    window.0.get_by_label("3 of 5 dots left");
    window.press(Modifiers::SHIFT, Key::Enter);
    window.0.get_by_label("4 of 5 dots left");
    assert!(!all_words(&window).contains(&format!("{} – ", pain.text)), "no result yet");
    assert_eq!(first_card(&window, |kind| matches!(kind, CardKind::Pain(_))).votes, 0);
    window.click("Close the vote and count");
    window.click(&format!("1. {} – 1 vote", pain.text));
    let selected: Vec<_> = window.session().selection.iter().copied().collect();
    assert_eq!(selected, [Element::Card(pain.id)]);
}

#[test]
fn dots_from_paper_are_typed_in_person_by_person() {
    let mut window = template_at("Dots");
    let pain = first_card(&window, |kind| matches!(kind, CardKind::Pain(_)));
    window.click("Open the vote");
    window.click("Type in dots from paper…");
    window.type_text("Jan");
    window.0.get_by_label(&format!("Dots on {}", pain.text)).click();
    window.0.run_ok();
    window.type_text("9");
    window.press(Modifiers::NONE, Key::Tab);
    window.0.get_by_label("9 dots, but each person has 5: take some back");
    window.0.get_by_label(&format!("Dots on {}", pain.text)).click();
    window.0.run_ok();
    window.type_text("4");
    window.press(Modifiers::NONE, Key::Tab);
    window.click("Save and next");
    window.click("Close");
    let voting = window.session().open_voting().expect("an open vote");
    assert_eq!(voting.ballot("Jan").map(|ballot| ballot.votes.clone()), Some([(pain.id, 4)].into()));
}

#[test]
fn opportunities_are_moved_on_the_matrix_by_drag_and_by_keys_in_one_step_each() {
    let mut window = template_at("Priorities");
    let is_opportunity = |kind: &CardKind| matches!(kind, CardKind::Opportunity(_));
    let card = first_card(&window, is_opportunity);
    let grades = |window: &Window| match first_card(window, is_opportunity).kind {
        CardKind::Opportunity(of) => (of.impact, of.effort),
        other => panic!("{other:?}"),
    };
    let before = grades(&window);
    let steps = window.session().document.history().position();
    let on_matrix = |window: &Window| {
        window.0.get_all_by_label_contains(&format!("{}, impact ", card.text)).next().expect("on it").rect()
    };
    let from = on_matrix(&window).center();
    window.0.hover_at(from);
    window.0.step();
    window.0.drag_at(from);
    window.0.step();
    for to in [egui::pos2(300.0, 300.0), egui::pos2(140.0, 140.0)] {
        window.0.hover_at(to);
        window.0.step();
    }
    window.0.drop_at(egui::pos2(140.0, 140.0));
    window.0.run_ok();
    assert_eq!(grades(&window), (5, 1));
    assert_eq!(window.session().document.history().position(), steps + 1, "one step");
    window.0.get_all_by_label_contains("Quick wins").next().expect("its quarter");
    window.0.get_all_by_label_contains(&format!("{}, impact ", card.text)).next().expect("on it").focus();
    window.0.run_ok();
    window.press(Modifiers::NONE, Key::ArrowRight);
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(grades(&window), (4, 2));
    for _ in 0..3 {
        window.press(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(grades(&window), before);
}

#[test]
fn owner_and_due_date_are_typed_in_the_list_and_a_day_that_is_none_is_told_in_place() {
    let mut window = template_at("Priorities");
    let is_opportunity = |kind: &CardKind| matches!(kind, CardKind::Opportunity(_));
    let card = first_card(&window, is_opportunity);
    let due =
        |window: &Window| match window.session().document.map().cards.get(card.id).map(|card| &card.kind) {
            Some(CardKind::Opportunity(of)) => of.due.clone(),
            other => panic!("{other:?}"),
        };
    let due_field = format!("Due of {}", card.text);
    let hint = window.0.get_by_label(&due_field).accesskit_node().placeholder().map(str::to_owned);
    assert_eq!(hint.as_deref(), Some("Due"), "the card's name stands above it");
    let before = due(&window);
    let type_due = |window: &mut Window, typed: &str| {
        window.click(&format!("Due of {}", card.text));
        window.press(Modifiers::COMMAND, Key::A);
        window.type_text(typed);
        window.press(Modifiers::NONE, Key::Enter);
    };
    type_due(&mut window, "30.2.2027");
    assert_eq!(due(&window), before);
    assert!(window.0.query_by_label_contains("No such day").is_some());
    type_due(&mut window, "28.2.2027");
    assert_eq!(due(&window), "2027-02-28");
    assert!(window.0.query_by_label_contains("No such day").is_none());
}

#[test]
fn what_is_parked_is_dragged_onto_the_map() {
    let mut window = template_at("Parking lot");
    window.press(Modifiers::COMMAND, Key::J);
    window.type_text("Returns by post?");
    window.press(Modifiers::NONE, Key::Enter);
    let pain = first_card(&window, |kind| matches!(kind, CardKind::Pain(_)));
    let target = window.0.get_by_label_contains(&format!("Pain point {}", pain.text)).rect().center();
    let grip = window.0.get_by_label("Drag parked 1 onto the map").rect().center();
    window.0.hover_at(grip);
    window.0.step();
    window.0.drag_at(grip);
    window.0.step();
    for to in [grip.lerp(target, 0.5), target] {
        window.0.hover_at(to);
        window.0.step();
    }
    window.0.drop_at(target);
    window.0.run_ok();
    assert!(workshop(&window).parking.is_empty());
    let map = window.session().document.map();
    let card = map.cards.iter().find(|card| card.text == "Returns by post?").expect("a card");
    assert_eq!((card.lane, card.touchpoint), (pain.lane, pain.touchpoint));
}
