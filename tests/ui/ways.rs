//! What is laid over the map, and the pages about ways, channels, changes and what-ifs, by accessible name.

use super::window::Window;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable};
use pathlight::model::CardKind;
use pathlight::scene::Element;
use pathlight::session::{Answer, InsightsPage};

/// Opens a page of insights through the palette.
fn page(window: &mut Window, name: &str) {
    window.run(name);
    assert!(window.session().insights().is_on(), "{name}");
}

/// Runs a command through the palette.
fn arcs(window: &Window) -> usize {
    let nodes = window.session().scene.nodes.iter();
    nodes.filter(|node| matches!(node.element, Element::Step(..))).count()
}

#[test]
fn arcs_are_drawn_by_a_command_and_open_their_journeys() {
    let (mut window, _folder) = Window::with_figures();
    assert_eq!(arcs(&window), 0);
    window.run("Show paths on the map");
    let shown = arcs(&window);
    assert!(shown > 2, "{shown}");
    let paths = window.session().paths().expect("they have come");
    let arc = paths.arcs.iter().find(|arc| arc.kind.is_missing()).expect("not as drawn").clone();
    let map = window.session().document.map();
    let name = |id| map.touchpoints.get(id).expect("on the map").name.clone();
    let label = format!("From “{}” to “{}”", name(arc.from), name(arc.to));
    let node = window.0.get_by_label_contains(&label);
    assert!(node.accesskit_node().label().is_some_and(|label| label.contains("not on the map")));
    node.click();
    window.settle();
    let insights = window.session().insights();
    assert_eq!(insights.page(), InsightsPage::Journeys);
    let Some(Answer::Journeys(list)) = insights.answer(InsightsPage::Journeys) else { panic!("the list") };
    assert_eq!(list.rows.len() as u64, arc.journeys.count(), "as many as the arc says");
    window.run("Fewer paths");
    assert!(arcs(&window) <= shown);
    window.run("Show paths on the map");
    assert_eq!(arcs(&window), 0);
}

#[test]
fn the_page_of_paths_lists_ways_and_shows_one_on_the_map() {
    let (mut window, _folder) = Window::with_figures();
    page(&mut window, "Actual paths");
    window.0.get_by_label_contains("different ways of");
    window.click("Arcs of actual paths");
    assert!(arcs(&window) > 0);
    window.click("Only what the map lacks");
    let paths = window.session().paths().expect("known").clone();
    let missing = paths.arcs.iter().filter(|arc| arc.kind.is_missing()).count();
    assert_eq!(arcs(&window), missing.min(12));
    window.0.get_all_by_label("Show on the map").next().expect("a way").click();
    window.settle();
    let choice = window.session().layers().ways.clone().expect("shown");
    let way = choice.highlighted.expect("stands out");
    assert!(paths.variants.iter().any(|variant| variant.touchpoints == way));
    window.click("Time to scale");
    assert!(window.session().layers().time_to_scale);
    let waits = window.session().scene.nodes.iter().filter(|node| matches!(node.element, Element::Wait(_)));
    assert!(waits.count() > 0, "rulers tell the times");
}

#[test]
fn exports_follow_what_is_laid_over_the_map_and_hide_small_groups() {
    let (mut window, _folder) = Window::with_figures();
    window.run("Show paths on the map");
    let theme = pathlight::theme::Theme::light();
    let fonts = pathlight::text::Fonts::bundled();
    let picture = |window: &Window, with_data| {
        let scene = window.session().picture(&theme, &fonts, with_data);
        scene.nodes.iter().filter(|node| matches!(node.element, Element::Step(..))).count()
    };
    let told = |window: &Window| {
        let paths = window.session().paths().expect("known");
        paths.arcs.iter().filter(|arc| arc.journeys.count() >= 5).count()
    };
    assert_eq!(picture(&window, true), told(&window), "fewer than five journeys are not told");
    assert_eq!(picture(&window, false), 0);
    assert!(arcs(&window) > told(&window));
}

#[test]
fn what_ifs_are_thought_on_the_page_and_kept_only_when_asked() {
    let (mut window, _folder) = Window::with_figures();
    page(&mut window, "What if");
    let revision = window.session().document.revision();
    let slider = window.0.get_all_by_label_contains("Points fewer leave at").next().expect("a slider");
    slider.focus();
    window.settle();
    for _ in 0..6 {
        window.press(Modifiers::NONE, Key::ArrowRight);
    }
    let lower = window.session().layers().lower.clone();
    assert_eq!(lower.len(), 1, "{lower:?}");
    assert_eq!(window.session().document.revision(), revision, "thinking is no edit");
    let would_be = window.session().would_be().expect("an answer");
    assert!(would_be.then >= would_be.now);
    let heading =
        window.session().scene.nodes.iter().any(|node| node.label.text().contains("what if. Goal rate"));
    assert!(heading, "the lane of exits says it");
    let cards = |window: &Window| {
        let cards = window.session().document.map().cards.iter();
        cards.filter(|card| matches!(card.kind, CardKind::Opportunity(_))).count()
    };
    let before = cards(&window);
    if window.session().lane_for_opportunities().is_none() {
        window.run("Add lane: opportunities");
        page(&mut window, "What if");
    }
    window.click("Keep as opportunities");
    assert_eq!(cards(&window), before + 1);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(cards(&window), before, "one step");
    window.click("Reset");
    assert!(window.session().layers().lower.is_empty());
}

#[test]
fn the_page_of_channels_opens_journeys_and_sets_self_service() {
    let (mut window, _folder) = Window::with_figures();
    page(&mut window, "Channels");
    let Some(Answer::Channels(found)) = window.session().insights().answer(InsightsPage::Channels) else {
        panic!("channels");
    };
    let first = found.channels.used.first().expect("channels").clone();
    assert!(first.drawn.is_some(), "the draft has drawn it");
    window.0.get_all_by_label("Self-service").next().expect("a box").click();
    window.settle();
    let map = window.session().document.map();
    assert!(first.drawn.and_then(|id| map.channels.get(id)).is_some_and(|channel| channel.self_service));
    let Some(Answer::Channels(found)) = window.session().insights().answer(InsightsPage::Channels) else {
        panic!("channels");
    };
    assert!(found.contained.is_some(), "computed anew");
    let words = format!("Journeys through {}", first.channel);
    window.0.get_by_label_contains(&words).click();
    window.settle();
    let Some(Answer::Journeys(list)) = window.session().insights().answer(InsightsPage::Journeys) else {
        panic!("a list");
    };
    assert_eq!(list.rows.len() as u64, first.journeys.count());
}

#[test]
fn the_page_of_changes_tells_both_ranges_and_what_could_be_shown() {
    let (mut window, _folder) = Window::with_figures();
    page(&mut window, "What changed");
    window.0.get_by_label_contains("The last whole weeks against as many before");
    window.click("Show on the map");
    assert!(window.session().source().is_some_and(|source| source.before.is_some()));
    window.0.get_by_label_contains("The map shows these two ranges");
    assert!(window.0.query_all_by_label_contains("can show ±").next().is_some());
}
