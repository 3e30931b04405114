//! The window without eyes and without a mouse: names, roles, focus, sliders, and a map made by keyboard alone.

use super::window::Window;
use egui::accesskit::{Action, Role};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use pathlight::model::Curve;
use pathlight::scene::Element;
use pathlight::store;
use std::path::{Path, PathBuf};

impl Window {
    /// The sample map with its figures revealed.
    fn sample(home: &Path) -> Self {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample_maps");
        let map = home.join("online-shop.journey.ron");
        for file in ["online-shop.journey.ron", "online-shop.db"] {
            std::fs::copy(folder.join(file), home.join(file)).expect("a copy of the sample");
        }
        let mut window = Self::open(Some(&map), Some(home));
        assert!(window.session().data.as_ref().is_some_and(|data| data.overlay.is_some()));
        if !window.session().reveal {
            window.press(Modifiers::NONE, Key::R);
        }
        window.0.run_ok();
        window
    }

    fn selected(&self) -> Vec<Element> {
        self.session().selection.iter().copied().collect()
    }

    /// The name of what a screen reader is at.
    fn focused(&self) -> Option<String> {
        let mut all = self.0.root().children_recursive();
        all.find(|node| node.is_focused()).and_then(|node| node.accesskit_node().label())
    }

    /// What can be operated and has no name.
    fn nameless(&self) -> Vec<String> {
        let all = self.0.root().children_recursive();
        let nameless = all.filter(|node| {
            let data = node.accesskit_node().data();
            let is_operable = data.supports_action(Action::Click) || data.supports_action(Action::Focus);
            let name = node.accesskit_node().label().or(node.value());
            // The toolkit's scroll bars are known by their role.
            let is_known = node.accesskit_node().role() == Role::ScrollBar;
            is_operable && !is_known && name.is_none_or(|name| name.trim().is_empty())
        });
        nameless.map(|node| format!("{:?} at {:?}", node.accesskit_node().role(), node.rect())).collect()
    }
}

fn home() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

#[test]
fn nothing_that_can_be_operated_is_nameless() {
    let home = home();
    let mut window = Window::sample(home.path());
    let map = window.session().document.map();
    let touchpoint = map.touchpoints_in_order().next().map(|(_, touchpoint)| touchpoint.name.clone());
    let card = map.cards.iter().next().map(|card| card.text.clone());
    assert_eq!(window.nameless(), [""; 0], "the map's own panel");
    for name in [touchpoint.expect("a touchpoint"), card.expect("a card"), "Lane Exits".to_owned()] {
        window.0.get_all_by_label_contains(&name).last().expect("a node").click_accesskit();
        window.0.run_ok();
        assert_eq!(window.nameless(), [""; 0], "{name} selected");
    }
    for (modifiers, key, what) in [
        (Modifiers::NONE, Key::F1, "shortcuts"),
        (Modifiers::COMMAND, Key::K, "palette"),
        (Modifiers::COMMAND, Key::E, "export"),
        (Modifiers::COMMAND, Key::J, "parking"),
        (Modifiers::NONE, Key::F4, "workshop"),
    ] {
        window.press(modifiers, key);
        assert_eq!(window.nameless(), [""; 0], "{what}");
        window.press(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn every_part_of_the_map_has_a_node_with_its_name_also_out_of_view() {
    let home = home();
    let window = Window::sample(home.path());
    let scene = &window.session().scene;
    assert!(
        scene.nodes.iter().any(|node| matches!(node.element, Element::Measured(..))),
        "figures are shown"
    );
    for node in &scene.nodes {
        assert!(window.0.query_all_by_label(&node.label.text()).next().is_some(), "{}", node.label);
    }
    let node = window.0.get_by_label_contains("Touchpoint Enters the delivery, stage ");
    let name = node.accesskit_node().label().expect("a name");
    assert!(name.contains(", emotion plus 0.2, exit rate 9 percent, "), "{name}");
    let role = |name: &str| {
        let mut nodes = window.0.query_all_by_label_contains(name);
        nodes.next().map(|node| node.accesskit_node().role())
    };
    assert_eq!(role("Lane Exits"), Some(Role::RowHeader));
    assert_eq!(role("Exit rate at "), Some(Role::Image));
    assert_eq!(role("Emotion of "), Some(Role::Slider));
}

#[test]
fn hidden_figures_are_not_read_out_either() {
    let home = home();
    let mut window = Window::sample(home.path());
    window.press(Modifiers::NONE, Key::R);
    assert!(!window.session().reveal);
    assert!(window.0.query_by_label_contains(", exit rate ").is_none());
    assert!(window.0.query_by_label_contains("Exit rate at ").is_none());
}

#[test]
fn arrow_keys_reach_everything_and_the_screen_reader_follows() {
    let home = home();
    let mut window = Window::sample(home.path());
    let (mut reached, mut kinds) = (Vec::new(), [false; 4]);
    window.press(Modifiers::NONE, Key::ArrowRight);
    window.press(Modifiers::NONE, Key::ArrowUp);
    window.press(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(window.selected(), [Element::Title]);
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert!(matches!(window.selected()[..], [Element::Stage(_)]));
    window.press(Modifiers::NONE, Key::ArrowDown);
    // Then down a column that holds a card; each row's heading lies at its left end.
    let map = window.session().document.map();
    let column = map.cards.iter().next().expect("a card").touchpoint;
    while window.selected() != [Element::Touchpoint(column)] {
        window.press(Modifiers::NONE, Key::ArrowRight);
    }
    loop {
        window.press(Modifiers::NONE, Key::ArrowDown);
        let selected = window.selected();
        if reached.last() == selected.first() {
            break;
        }
        assert_eq!(window.focused(), window.selected().first().map(|element| label(&window, *element)));
        reached.extend(selected);
    }
    for element in &reached {
        match element {
            Element::Cell(..) => kinds[0] = true,
            Element::Card(_) => kinds[1] = true,
            Element::Emotion(..) => kinds[2] = true,
            Element::Measured(..) => kinds[3] = true,
            other => panic!("{other:?} below a touchpoint"),
        }
    }
    assert_eq!(kinds, [true; 4], "{reached:?}");
    while !matches!(window.selected()[..], [Element::Lane(_)]) {
        window.press(Modifiers::NONE, Key::ArrowLeft);
    }
    assert!(window.focused().is_some_and(|name| name.starts_with("Lane ")), "{:?}", window.focused());
}

fn label(window: &Window, element: Element) -> String {
    window.session().scene.node(element).map(|node| node.label.to_string()).unwrap_or_default()
}

#[test]
fn a_dot_of_the_curve_is_a_slider_and_a_second_click_edits() {
    let home = home();
    let mut window = Window::sample(home.path());
    let before = emotion(&window);
    let dot = |window: &Window| {
        let nodes = window.0.query_all_by_role(Role::Slider);
        nodes
            .filter(|node| node.accesskit_node().label().is_some_and(|label| label.contains("Emotion of ")))
            .count()
    };
    assert!(dot(&window) > 3);
    window.0.get_all_by_label_contains("Emotion of ").next().expect("a dot").increment_accesskit();
    window.0.run_ok();
    assert!((emotion(&window) - before - 0.5).abs() < 0.011, "{before} → {}", emotion(&window));
    window.0.get_all_by_label_contains("Emotion of ").next().expect("a dot").set_value_accesskit(-1.25);
    window.0.run_ok();
    assert!((emotion(&window) + 1.25).abs() < f64::EPSILON);
    window.press(Modifiers::COMMAND, Key::Z);
    window.press(Modifiers::COMMAND, Key::Z);
    assert!((emotion(&window) - before).abs() < f64::EPSILON);

    let click = |window: &mut Window| {
        let name = "Touchpoint Enters the delivery, stage ";
        window.0.get_by_label_contains(name).click_accesskit();
        window.0.run_ok();
    };
    click(&mut window);
    assert!(window.session().editing.is_none());
    click(&mut window);
    assert!(window.session().editing.is_some());
}

/// What the persona feels at the first touchpoint that has a dot.
fn emotion(window: &Window) -> f64 {
    let session = window.session();
    let persona = session.shown_persona().expect("a persona");
    let drawn = persona.curve(Curve::AsIs);
    let mut touchpoints = session.document.map().touchpoints_in_order();
    touchpoints.find_map(|(_, touchpoint)| drawn.get(&touchpoint.id)).expect("a dot").value()
}

#[test]
fn a_map_is_made_and_saved_without_a_mouse() {
    let home = home();
    let file = home.path().join("by keyboard.journey.ron");
    let mut window = Window::open(None, Some(home.path()));
    window.press(Modifiers::COMMAND, Key::N);
    window.press(Modifiers::NONE, Key::S);
    window.type_text("Dream");
    window.press(Modifiers::NONE, Key::Enter);
    window.type_text("Sees the offer");
    window.press(Modifiers::COMMAND, Key::Enter);
    window.press(Modifiers::NONE, Key::Num5);
    window.press(Modifiers::NONE, Key::M);
    window.press(Modifiers::NONE, Key::P);
    window.type_text("Too many choices");
    window.press(Modifiers::COMMAND, Key::Enter);
    window.press(Modifiers::COMMAND, Key::S);
    window.press(Modifiers::COMMAND, Key::A);
    window.type_text(&file.display().to_string());
    window.press(Modifiers::NONE, Key::Enter);
    let map = store::load(&file).expect("the map is saved");
    let touchpoint = map.touchpoints.iter().find(|touchpoint| touchpoint.name == "Sees the offer");
    let touchpoint = touchpoint.expect("the touchpoint is in it");
    assert!(touchpoint.moment_of_truth);
    assert_eq!(map.stage_of(touchpoint.id).map(|stage| stage.name.as_str()), Some("Dream"));
    let drawn = map.personas.iter().find_map(|persona| persona.curve(Curve::AsIs).get(&touchpoint.id));
    assert_eq!(drawn.map(|emotion| emotion.value()), Some(2.0));
    let card = map.cards.iter().find(|card| card.text == "Too many choices").expect("the card is in it");
    assert_eq!(card.touchpoint, touchpoint.id);
    assert!(!window.session().document.is_dirty());
}

#[test]
fn reduced_motion_is_a_preference_with_a_tick() {
    let home = home();
    let animation = |window: &Window| window.0.ctx.global_style().animation_time;
    let mut window = Window::open(None, Some(home.path()));
    assert!(animation(&window) > 0.0);
    window.press(Modifiers::COMMAND, Key::N);
    for expected in [true, false, true] {
        window.0.get_by_label("View").click();
        window.0.run_ok();
        window.0.get_by_label_contains("Reduce motion").click();
        window.0.run_ok();
        assert_eq!(window.session().reduced_motion, expected);
        assert_eq!(animation(&window) == 0.0, expected);
    }
    window.0.get_by_label("View").click();
    window.0.run_ok();
    let entry = window.0.get_by_label_contains("Reduce motion");
    assert_eq!(entry.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    let again = Window::open(None, Some(home.path()));
    assert!(animation(&again) == 0.0, "it is remembered");
    assert!(again.session().reduced_motion);
}
