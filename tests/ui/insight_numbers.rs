//! Numbers of insights on the sample of two years open what they count: in what changed, and in the matrix of pains.

use super::window::Window;
use egui::{Key, Modifiers, MouseWheelUnit, Role, vec2};
use egui_kittest::kittest::Queryable;
use pathlight::scene::Element;
use pathlight::session::{Answer, InsightsPage};
use std::path::Path;

/// The sample, from a folder of its own.
fn years() -> (Window, tempfile::TempDir) {
    let home = tempfile::tempdir().expect("a folder");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_maps");
    for file in ["airport-years.journey.ron", "airport-2017-2018.csv.gz"] {
        std::fs::copy(samples.join(file), home.path().join(file)).expect("a copy of the sample");
    }
    let mut window = Window::open(Some(&home.path().join("airport-years.journey.ron")), None);
    window.wait_until(|window| window.session().data.as_ref().is_some_and(|data| data.measures.is_some()));
    (window, home)
}

fn open(window: &mut Window, command: &str, page: InsightsPage) {
    window.press(Modifiers::COMMAND, Key::K);
    window.type_text(command);
    window.press(Modifiers::NONE, Key::Enter);
    window.wait_until(|window| {
        let state = window.session().insights();
        state.page() == page && state.answer(page).is_some() && !state.is_stale(page)
    });
    window.settle();
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
        open(&mut window, "What changed", InsightsPage::Changes);
        window.0.get_all_by_label_contains(words).next().expect("a number").click();
        window.settle();
        assert_eq!(listed(&mut window), many, "{words}");
    }
}

#[test]
fn a_pain_in_the_matrix_opens_its_journeys_or_its_card() {
    let (mut window, _home) = years();
    let chip = |window: &mut Window, words: &str| {
        open(window, "Show pains", InsightsPage::Pains);
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
    open(&mut window, "Show pains", InsightsPage::Pains);
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
