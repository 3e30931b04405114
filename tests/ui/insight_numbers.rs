//! Numbers of insights open what they count: in findings, in what changed, in the matrix of pains, in the inspector; and charts
//! that tell too small groups do not leave the program.

use super::window::{Window, own_samples};
use egui::{Modifiers, MouseWheelUnit, Role, vec2};
use egui_kittest::kittest::Queryable;
use pathlight::model::JourneyMap;
use pathlight::scene::Element;
use pathlight::session::{Answer, InsightsPage};
use pathlight::store;
use tempfile::TempDir;

/// A sample with its data, from a folder of its own, with something changed.
fn sample(name: &str, change: impl FnOnce(&mut JourneyMap)) -> (Window, TempDir) {
    let home = own_samples();
    let path = home.path().join(name);
    let mut map = store::load(&path).expect("a map");
    change(&mut map);
    store::save(&path, &map).expect("saved");
    let mut window = Window::open(Some(&path), None);
    window.wait_until(|window| window.session().data.as_ref().is_some_and(|data| data.measures.is_some()));
    (window, home)
}

fn years() -> (Window, TempDir) {
    sample("airport-years.journey.ron", |_| ())
}

fn shop(smallest_group: u32) -> (Window, TempDir) {
    sample("online-shop.journey.ron", |map| map.about.smallest_group = smallest_group)
}

fn listed(window: &mut Window) -> usize {
    window.wait_until(|window| {
        let state = window.session().insights();
        state.page() == InsightsPage::Journeys && !state.is_coming(InsightsPage::Journeys)
    });
    match window.session().insights().answer(InsightsPage::Journeys) {
        Some(Answer::Journeys(list)) => list.rows.len(),
        _ => 0,
    }
}

#[test]
fn both_years_open_as_many_as_they_count() {
    let (mut window, _home) = years();
    for (words, many) in
        [("2\u{202f}407 before", 2407), ("2\u{202f}364 after", 2364), ("2\u{202f}827 respondents", 2827)]
    {
        window.open_insights("What changed", InsightsPage::Changes);
        window.0.get_all_by_label_contains(words).next().expect("a number").click();
        window.settle();
        assert_eq!(listed(&mut window), many, "{words}");
    }
}

#[test]
fn a_pain_in_the_matrix_opens_its_journeys_or_its_card() {
    let (mut window, _home) = years();
    let chip = |window: &mut Window, words: &str| {
        window.open_insights("Show pains", InsightsPage::Pains);
        for _ in 0..40 {
            if window.0.query_by_role_and_label(Role::Link, words).is_some() {
                break;
            }
            let over = window.0.get_by_label_contains("Close insights").rect().center() + vec2(-60.0, 200.0);
            window.0.hover_at(over);
            window.0.event(egui::Event::MouseWheel {
                unit: MouseWheelUnit::Point,
                delta: vec2(0.0, -120.0),
                phase: egui::TouchPhase::Move,
                modifiers: Modifiers::NONE,
                source: egui::MouseWheelSource::Unknown,
            });
            window.settle();
        }
        window.0.get_by_role_and_label(Role::Link, words).click();
        window.settle();
    };
    window.open_insights("Show pains", InsightsPage::Pains);
    let Some(Answer::Pains(pains)) = window.session().insights().answer(InsightsPage::Pains) else {
        panic!("pains");
    };
    let first = pains.customers[0].clone();
    let format = window.session().view().format;
    let share = format.percent(first.measured.expect("measured").value, 1);
    chip(&mut window, &format!("1. Queue of unknown length · {share}"));
    assert_eq!(listed(&mut window) as u64, first.journeys.count());
    let guess = pathlight::tr!("scene-pain-assumed", share = format.percent(0.5, 0));
    chip(&mut window, &format!("8. Shoes, belts and laptops out, again · {guess}"));
    let selected = window.session().selection.iter().next().copied();
    let Some(Element::Card(card)) = selected else { panic!("{selected:?}") };
    let text = window.session().document.map().cards.get(card).map(|card| card.text.clone());
    assert_eq!(text.as_deref(), Some("Shoes, belts and laptops out, again"));
}

#[test]
fn what_became_of_the_journeys_of_a_finding_opens_as_many() {
    let (mut window, _home) = shop(0);
    window.open_insights("Findings", InsightsPage::Findings);
    for words in ["139 journeys: ", "50 reached the goal: "] {
        window.0.get_all_by_label_contains(words).next().expect("a number").click();
        window.settle();
        let many: usize = words.split(' ').next().and_then(|count| count.parse().ok()).expect("a count");
        assert_eq!(listed(&mut window), many);
        window.click("‹ Findings");
    }
}

#[test]
fn a_share_of_the_mix_opens_the_journeys_of_its_range() {
    let (mut window, _home) = shop(0);
    window.open_insights("What changed", InsightsPage::Changes);
    let Some(Answer::Changes(Some(changes))) = window.session().insights().answer(InsightsPage::Changes)
    else {
        panic!("changes")
    };
    let entry = changes.entries[0].clone();
    let map = window.session().document.map();
    let name = map.name_of(entry.of).to_owned();
    let sides = [
        ("Before", entry.change.before, changes.before.len()),
        ("After", entry.change.after, changes.after.len()),
    ];
    for (side, share, of) in sides {
        window.open_insights("What changed", InsightsPage::Changes);
        let shown = window.session().view().format.percent(share, 1);
        let link = format!("{shown}: {side}: {name}");
        window.0.get_by_label(&link).scroll_to_me();
        window.settle();
        window.0.get_by_label(&link).click();
        window.settle();
        assert_eq!(listed(&mut window), (share * of as f64).round() as usize, "{link}");
    }
}

#[test]
fn shares_in_the_inspector_open_what_they_count_and_what_they_are_of() {
    let (mut window, _home) = shop(0);
    let rate = window.session().whole_measures().and_then(|of| of.goal_rate).expect("a goal");
    let format = window.session().view().format;
    let share = format!("{}: Goal rate", format.percent(rate.value, 1));
    let all = format!("n = {}: Goal rate: all of which it is a share", format.count(rate.of));
    for (link, many) in [(share, rate.count), (all, rate.of)] {
        window.0.get_by_label(&link).click();
        window.settle();
        assert_eq!(listed(&mut window) as u64, many, "{link}");
        window.click("Close insights");
        window.settle();
    }
}

#[test]
fn a_chart_of_too_small_groups_is_not_copied_and_that_is_said() {
    let (mut window, _home) = shop(200);
    window.open_insights("Findings", InsightsPage::Findings);
    window.0.get_all_by_label("Chart").next().expect("the first finding").click();
    window.settle();
    for button in ["Copy picture", "Save as…"] {
        window.click(button);
        window.settle();
        window.0.get_by_label_contains(
            "counts below 200, which are hidden in everything that leaves the program",
        );
        window.click("Close");
        window.settle();
    }
}
