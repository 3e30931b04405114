//! The panel of insights by accessible name: findings, the journeys behind numbers, one customer.

use super::window::Window;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable};
use pathlight::insights::findings::Teller;
use pathlight::measure::small_groups::SmallGroups;
use pathlight::model::LaneKind;
use pathlight::scene::Element;
use pathlight::session::{Answer, InsightsPage};

/// The online shop with its findings.
fn shop() -> Window {
    let mut window = Window::welcome();
    window.click("Online order and care");
    window.wait_until(|window| window.session().whole_measures().is_some());
    window.settle();
    window.click("Insights");
    window.settle();
    window
}

/// The sentences of the findings, in their order.
fn sentences(window: &Window) -> Vec<String> {
    let view = window.session().view();
    let Some(Answer::Findings(page)) = window.session().insights().answer(InsightsPage::Findings) else {
        return Vec::new();
    };
    let data = view.data.expect("data");
    let teller = Teller { map: view.map, log: &data.loaded.log, format: view.format, small: SmallGroups(0) };
    let parted = page.parted(&view.map.about.review.dismissed);
    parted.findings.iter().map(|finding| teller.sentence(finding)).collect()
}

fn listed(window: &Window) -> usize {
    match window.session().insights().answer(InsightsPage::Journeys) {
        Some(Answer::Journeys(list)) => list.rows.len(),
        _ => 0,
    }
}

#[test]
fn without_data_the_panel_says_what_would_be_there() {
    let mut window = Window::new_map();
    window.click("Insights");
    assert!(window.0.query_by_label_contains("With data, this says what stands out").is_some());
    assert!(window.0.query_all_by_label("Import data…").count() > 1, "beside the data bar's");
    window.click("Close insights");
    assert!(!window.session().insights().is_on());
}

#[test]
fn the_shop_tells_its_findings_which_lead_to_map_journeys_and_charts() {
    let mut window = shop();
    let told = sentences(&window);
    let is_told =
        |words: &[&str]| told.iter().take(5).any(|sentence| words.iter().all(|word| sentence.contains(word)));
    assert!(is_told(&["only", "“Enters the payment”", "all journeys"]), "the payment incident: {told:#?}");
    assert!(is_told(&["only", "“Enters the delivery”", "journeys in mobile"]), "the checkout bug: {told:#?}");
    // On the screen they stand as they are told.
    window.0.get_by_role_and_label(Role::Button, &told[0]);
    let Some(Answer::Findings(page)) = window.session().insights().answer(InsightsPage::Findings) else {
        panic!("findings")
    };
    let first = page.list()[0].clone();
    window.0.get_by_role_and_label(Role::Button, &told[0]).click();
    window.settle();
    let place = Element::Touchpoint(first.touchpoint.expect("a place"));
    assert!(window.session().selection.contains(&place));
    window.0.get_all_by_label("Chart").next().expect("its chart").click();
    window.settle();
    assert!(window.0.query_all_by_role(Role::Image).count() > 0);
    let count = window.session().view().format.count(first.journeys.count());
    let link = format!("{count} journeys: {}", told[0]);
    window.0.get_by_label(&link).click();
    window.settle();
    assert_eq!(listed(&window), first.journeys.len());
    window.click("‹ Findings");
    assert_eq!(window.session().insights().page(), InsightsPage::Findings);
}

#[test]
fn a_finding_becomes_a_card_and_a_slide_and_is_put_aside_and_taken_back() {
    let mut window = shop();
    let told = sentences(&window);
    let cards = |window: &Window| window.session().document.map().cards.len();
    let before = cards(&window);
    let more = |window: &mut Window| {
        window.0.get_all_by_label("More…").next().expect("a finding").click();
        window.settle();
    };
    more(&mut window);
    window.click("Pin to the map as a card");
    assert_eq!(cards(&window), before + 1);
    let map = window.session().document.map();
    let words = "Only 36\u{202f}% reached the goal, 85\u{202f}% at other times (2024-05-19 to 2024-06-08)";
    let card = map.cards.iter().find(|card| card.text == words).expect("the card");
    assert_eq!(card.evidence, Some(pathlight::model::Evidence::Measured));
    assert_eq!(map.lanes.get(card.lane).expect("its lane").kind, LaneKind::Pains);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(cards(&window), before, "one step");
    more(&mut window);
    window.click("Put on a slide");
    assert_eq!(window.session().document.map().about.review.slides[0].sentence, told[0]);
    window.0.get_by_label("On a slide");
    more(&mut window);
    window.click("Put aside");
    assert_eq!(sentences(&window), told[1..]);
    window.0.get_by_label_contains("Put aside (1)").scroll_to_me();
    window.settle();
    window.0.get_by_label_contains("Put aside (1)").click();
    window.settle();
    window.0.get_by_label("Take back").scroll_to_me();
    window.settle();
    window.click("Take back");
    assert_eq!(sentences(&window), told);
}

#[test]
fn the_inspectors_counts_open_as_many_journeys() {
    let mut window = shop();
    window.click("Close insights");
    window.press(Modifiers::NONE, Key::Escape);
    let total = window.session().whole_measures().expect("figures").journeys.total;
    let shown = window.session().view().format.count(total);
    window.0.get_by_label(&format!("{shown}: Journeys")).click();
    window.settle();
    assert_eq!(listed(&window) as u64, total);
}

#[test]
fn what_happens_before_they_leave_stands_in_the_inspector_and_opens_its_journeys() {
    let mut window = shop();
    window.click("Close insights");
    window.press(Modifiers::NONE, Key::Escape);
    window.settle();
    window.0.get_by_label("Before they leave");
    let found = window.session().insights().before_exits(None).expect("patterns").clone();
    let first = found.list.iter().find(|of| of.q <= 0.05 && of.lift > 1.0).expect("a pattern").clone();
    let lift = format!("{:.1}×", first.lift);
    window.0.get_all_by_label_contains(&format!(": {lift}")).next().expect("its row").click();
    window.settle();
    assert_eq!(listed(&window) as u64, first.table.a + first.table.c);
}

#[test]
fn a_customer_is_found_followed_and_the_next_one_shown() {
    let mut window = shop();
    window.run("journeys and customers");
    let Some(Answer::Journeys(list)) = window.session().insights().answer(InsightsPage::Journeys) else {
        panic!("a list")
    };
    let rows = list.rows.clone();
    let log = &window.session().data.as_ref().expect("data").loaded.log;
    let id = log.customers.text(rows[0].customer).to_owned();
    let pseudonym = list.names.name(&id);
    assert!(window.0.query_all_by_label_contains(&id).next().is_none(), "under a pseudonym");
    let first = window.0.get_all_by_role(Role::Button).find(|row| {
        let label = row.accesskit_node().label();
        label.is_some_and(|label| label.contains(&pseudonym))
    });
    first.expect("the first row").click();
    window.settle();
    assert_eq!(window.session().shown_journey().expect("a story").journey, rows[0].journey);
    assert!(!window.session().selection.is_empty(), "its touchpoints are selected");
    window.press(Modifiers::ALT, Key::PageDown);
    assert_eq!(window.session().shown_journey().expect("the next").journey, rows[1].journey);
    window.click("Previous journey");
    assert_eq!(window.session().shown_journey().expect("the first").journey, rows[0].journey);
    window.click("Show who customers are");
    assert!(window.0.query_all_by_label(&id).next().is_some());
    window.0.get_by_label_contains("mind who sees the screen");
}

#[test]
fn a_column_is_taken_for_demographic_when_the_team_says_so() {
    let mut window = shop();
    window.0.get_by_label("Page of insights").click();
    window.settle();
    window.click("Behaviour or demographics");
    let Some(Answer::Behaviour(page)) = window.session().insights().answer(InsightsPage::Behaviour) else {
        panic!("an answer")
    };
    let column = page.columns[0].column.clone();
    let nature = page.columns[0].nature;
    let other = match nature {
        pathlight::model::Nature::Behavioural => "Demographics",
        pathlight::model::Nature::Demographic => "Behaviour",
    };
    window.0.get_by_label(&format!("What “{column}” says")).click();
    window.settle();
    window.0.get_all_by_label(other).last().expect("the other").click();
    window.settle();
    let source = window.session().source().expect("its source");
    assert_ne!(source.natures.get(&column).copied().expect("set"), nature);
}
