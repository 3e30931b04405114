//! The pages that a manager reads, and personas, by accessible name.

use super::window::Window;
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use pathlight::measure::Measures;
use pathlight::model::{
    CardKind, Document, Edit, JourneyMap, LaneKind, Pain, PainRule, Persona, PersonaId, Side, Target,
    TouchpointId, TrendFigure,
};
use pathlight::session::{Answer, InsightsPage};
use std::fmt::Write as _;

/// A shop over a year: gold customers buy, basic ones rarely do and complain about the cart.
fn data() -> String {
    let mut csv = "customer,ts,event,channel,score,comment,revenue,wait,agent,outcome,plan\n".to_owned();
    for month in 1..=12_u32 {
        for customer in 0..120_u32 {
            if (customer + month) % 3 == 0 {
                continue;
            }
            let is_gold = customer % 2 == 1;
            let plan = if is_gold { "gold" } else { "basic" };
            let day = 1 + customer % 26;
            let channel = if customer % 5 == 0 { "app" } else { "web" };
            let mut line = |minute: u32, event: &str, rest: &str| {
                let _ = writeln!(
                    csv,
                    "c{customer},2024-{month:02}-{day:02} 10:{minute:02}:00,{event},{channel},{rest},{plan}"
                );
            };
            line(0, "Search", "4,the search is quick and lovely to use,,,,");
            line(2, "Blog", ",,,,,");
            let (score, comment) = if is_gold {
                (5, "great cart and easy to use")
            } else {
                (1, "the cart button is broken again")
            };
            line(5, "Cart", &format!("{score},{comment},,{},a{},done", 60 + customer, customer % 4));
            let pays = if is_gold { (customer + month) % 4 != 0 } else { (customer + month) % 4 == 0 };
            if pays {
                line(9, "Pay", &format!(",,{},,,", 10 + customer));
            }
        }
    }
    csv
}

fn touchpoint(map: &JourneyMap, name: &str) -> TouchpointId {
    map.touchpoints.iter().find(|touchpoint| touchpoint.name == name).expect("a touchpoint").id
}

/// Its window, with two personas whose rules fit, all customers measured; the folder is to be kept as long.
fn shop() -> (Window, tempfile::TempDir) {
    shop_with(|_| ())
}

/// The same with more on its map.
fn shop_with(change: impl FnOnce(&mut Document)) -> (Window, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let (csv, path) = (folder.path().join("shop.csv"), folder.path().join("map.journey.ron"));
    std::fs::write(&csv, data()).expect("written");
    let mut draft = std::process::Command::new(env!("CARGO_BIN_EXE_pathlight"));
    let roles = "--customer customer --time ts --event event --channel channel --score score --scale 1..5 --text comment \
        --revenue revenue --wait wait --agent agent --outcome outcome --segment plan --gap 5d --open 5d \
        --goal Pay --contact Cart";
    let drafted = draft.arg("draft").arg(&csv).arg("-o").arg(&path).args(roles.split_whitespace());
    let drafted = drafted.output().expect("ran");
    assert!(drafted.status.success(), "{}", String::from_utf8_lossy(&drafted.stderr));
    let mut document = Document::opened(pathlight::store::load(&path).expect("a map"));
    let blog = touchpoint(document.map(), "Blog");
    let mut edit = |edit: Edit| {
        document.edit(&edit).expect("an edit");
    };
    edit(Edit::RemoveTouchpoints { touchpoints: vec![blog] });
    for plan in ["gold", "basic"] {
        let segments = [("plan".to_owned(), [plan.to_owned()].into())].into();
        edit(Edit::AddPersona(Persona { segments, ..Persona::new(PersonaId(0), format!("Ms {plan}")) }));
    }
    change(&mut document);
    pathlight::store::save(&path, document.map()).expect("saved");
    let window = Window::open(Some(&path), None);
    assert!(window.session().data.as_ref().is_some_and(|data| data.measures.is_some()));
    (window, folder)
}

fn map(window: &Window) -> &JourneyMap {
    window.session().document.map()
}

fn figures(window: &Window) -> &Measures {
    window.session().data.as_ref().and_then(|data| data.measures.as_deref()).expect("figures")
}

/// Opens a page by its command in the palette, and waits for its answer.
fn shows(window: &Window, words: &str) -> bool {
    window.0.query_all_by_label_contains(words).next().is_some()
}

/// Shows a persona.
fn choose(window: &mut Window, persona: &str) {
    window.click("Choose persona");
    window.click(persona);
}

/// Writes into a field, in place of what is there.
fn write(window: &mut Window, field: &str, words: &str) {
    window.0.get_by_role_and_label(Role::TextInput, field).focus();
    window.settle();
    window.press(Modifiers::COMMAND, Key::A);
    window.0.event(Event::Text(words.to_owned()));
    window.0.run_ok();
    window.press(Modifiers::NONE, Key::Enter);
}

#[test]
fn signs_have_limits_that_are_kept_and_a_sheet_to_print() {
    let (mut window, _folder) = shop();
    window.open_insights("nine signs", InsightsPage::Signs);
    assert!(shows(&window, "Outdated journey") && shows(&window, "No goals"));
    window.0.get_by_role_and_label(Role::Image, "Nine signs");
    write(&mut window, "% bounce at most", "12,5");
    assert_eq!(map(&window).about.review.thresholds.bounce, 0.125);
    window.0.get_by_label("Reviewed today").click();
    window.settle();
    let today = map(&window).about.review.reviewed.clone().expect("reviewed");
    assert_eq!(today.len(), 10, "{today}");
    window.wait_until(|window| !window.session().insights().is_stale(InsightsPage::Signs));
    assert!(window.0.query_by_label("Reviewed today").is_none(), "it has been reviewed today");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(map(&window).about.review.reviewed, None);
}

#[test]
fn pains_are_ranked_by_what_they_cost_and_open_their_card() {
    let (mut window, _folder) = shop_with(|document| {
        let cart = touchpoint(document.map(), "Cart");
        let pains = |lane: &&pathlight::model::Lane| lane.kind == LaneKind::Pains;
        let lane = document.map().lanes_in_order().find(pains).expect("a lane").id;
        let mut add = |text: &str, side, rule| {
            let kind = CardKind::Pain(Pain { severity: 4, frequency: Some(0.9), side, rule });
            let (text, slot) = (text.to_owned(), usize::MAX);
            let edit = Edit::AddCard { lane, touchpoint: cart, slot, text, kind };
            document.edit(&edit).expect("added");
        };
        add("No tips", Side::Customer, None);
        add("Button broken", Side::Customer, Some(PainRule::ScoreAtMost(2.0)));
        add("Two screens", Side::Staff, None);
    });
    window.open_insights("show pains", InsightsPage::Pains);
    window.0.get_by_label("1. Button broken");
    window.0.get_by_label("2. No tips");
    window.0.get_by_label("1. Two screens");
    assert!(shows(&window, "May explain") && shows(&window, "The data disagrees"));
    window.0.get_by_role_and_label(Role::Image, "Pain points: how bad and how often");
    let Some(Answer::Pains(pains)) = window.session().insights().answer(InsightsPage::Pains) else {
        panic!()
    };
    let first = pains.customers[0].clone();
    assert_eq!(first.measured.expect("measured").count, first.journeys.count());
    window.click("1. Button broken");
    let selected = window.session().selection.first().copied();
    assert_eq!(selected, Some(pathlight::scene::Element::Card(first.card)));
}

#[test]
fn quotes_are_put_on_the_map_in_one_step_and_words_get_moods() {
    let (mut window, _folder) = shop();
    window.open_insights("what customers say", InsightsPage::Voice);
    assert!(shows(&window, "estimated from words"));
    let quotes = |window: &Window| {
        map(window).cards.iter().filter(|card| matches!(card.kind, CardKind::Quote { .. })).count()
    };
    let before = quotes(&window);
    window.0.get_all_by_label("Put on the map").next().expect("a quote").click();
    window.settle();
    assert_eq!(quotes(&window), before + 1);
    let is_there = window.0.query_all_by_label("On the map").next().is_some();
    assert!(is_there, "it says so, also where the same was said twice");
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(quotes(&window), before, "row and card are one step");
    // Further down than there is room for.
    window.0.get_by_label_contains("Moods of your own words").click_accesskit();
    window.settle();
    write(&mut window, "Add a word", "Broken");
    assert_eq!(map(&window).about.word_moods.get("broken"), Some(&0));
}

#[test]
fn worth_shows_its_curves_and_the_strips_beside_each_other() {
    let (mut window, _folder) = shop();
    window.open_insights("satisfaction is worth", InsightsPage::Worth);
    for name in [
        "What satisfied customers spend",
        "How many satisfied customers come again",
        "Satisfaction beside what the house does",
    ] {
        window.0.get_by_role_and_label(Role::Image, name);
    }
    let page = |window: &Window| match window.session().insights().answer(InsightsPage::Worth) {
        Some(Answer::Worth(page)) => page.clone(),
        _ => panic!("the page"),
    };
    let all = page(&window);
    assert_eq!((all.at, all.scored.len()), (None, 2));
    let cart = touchpoint(map(&window), "Cart");
    window.0.get_by_role_and_label(Role::ComboBox, "Scores at").click();
    window.settle();
    window.click("Cart");
    window.wait_until(|window| !window.session().insights().is_stale(InsightsPage::Worth));
    assert_eq!(page(&window).at, Some(cart));
    let bins = |of: &pathlight::session::pages::worth::WorthPage| format!("{:?}", of.worth.revenue);
    assert_ne!(bins(&page(&window)), bins(&all), "other bins of other scores");
}

#[test]
fn targets_are_added_changed_followed_and_removed() {
    let (mut window, _folder) = shop();
    window.open_insights("show goals", InsightsPage::Goals);
    window.click("Add a target");
    let fresh = |window: &Window| !window.session().insights().is_stale(InsightsPage::Goals);
    window.wait_until(fresh);
    let [Target { figure, touchpoint: None, .. }] = &map(&window).about.targets[..] else { panic!() };
    assert_eq!(*figure, TrendFigure::GoalRate);
    write(&mut window, "Target", "95");
    assert_eq!(map(&window).about.targets[0].value, 0.95);
    write(&mut window, "Day", "2025-03-31");
    assert_eq!(map(&window).about.targets[0].by, "2025-03-31");
    window.wait_until(fresh);
    window.settle();
    window.0.get_by_role_and_label(Role::Image, "Target 1 over time");
    assert!(
        shows(&window, "Forecast for the period from") && shows(&window, "journeys in the last whole period")
    );
    let Some(Answer::Goals(goals)) = window.session().insights().answer(InsightsPage::Goals) else {
        panic!()
    };
    let now = goals.targets[0].progress.now.expect("a figure");
    assert_eq!(now.n, goals.targets[0].journeys.count(), "all of the last whole period are closed");
    window.click("Remove target");
    assert!(map(&window).about.targets.is_empty());
}

#[test]
fn figures_follow_the_persona_within_the_data_bar() {
    let (mut window, _folder) = shop();
    let all = figures(&window).journeys.total;
    choose(&mut window, "Ms gold");
    assert_eq!(figures(&window).journeys.total * 2, all, "half of the customers");
    window.0.get_by_label("only plan = gold");
    assert!(shows(&window, "figures of Ms gold alone"));
    let footer = &window.session().data.as_ref().and_then(|data| data.overlay.clone()).expect("shown").footer;
    assert!(footer.contains("gold"), "{footer}");
    window.run("measure all customers");
    assert_eq!(figures(&window).journeys.total, all);
    assert!(!shows(&window, "figures of Ms gold alone"));
}

#[test]
fn the_rule_of_a_persona_says_how_many_journeys_it_has() {
    let (mut window, _folder) = shop();
    choose(&mut window, "Ms gold");
    let (of_rule, all) = (figures(&window).journeys.total, figures(&window).all_journeys);
    window.click("Choose persona");
    window.click("Edit persona…");
    assert!(shows(&window, &format!("{of_rule} of {all} journeys now")));
    window.click("Remove plan");
    window.click("Done");
    assert_eq!(figures(&window).journeys.total, all, "without a rule all are measured");
}

#[test]
fn two_personas_stand_beside_each_other() {
    let (mut window, _folder) = shop();
    window.open_insights("personas beside", InsightsPage::Personas);
    window.0.get_by_role_and_label(Role::Image, "Exit rate by persona");
    window.click("Satisfied");
    window.0.get_by_role_and_label(Role::Image, "Satisfied by persona");
    assert!(shows(&window, "Goal rate of ●"));
    let on_map = |window: &Window| {
        let nodes = window.session().scene.nodes.iter();
        nodes.filter(|node| node.label.to_string().starts_with("Measured emotion of two personas")).count()
    };
    assert_eq!(on_map(&window), 2, "where there are scores");
    let exits = |window: &Window| {
        let nodes = window.session().scene.nodes.iter();
        nodes.filter(|node| node.label.to_string().starts_with("Exit rates of two personas")).count()
    };
    assert!(exits(&window) > 2, "where somebody left");
    assert!(shows(&window, "answers, Ms"), "each with what was measured of it");
    window.click("Both on the map");
    assert_eq!((on_map(&window), exits(&window)), (0, 0));
    window.click("Both on the map");
    assert_eq!(on_map(&window), 2);
    window.open_insights("findings: what", InsightsPage::Findings);
    assert_eq!(on_map(&window), 0, "only while they are looked at");
    window.open_insights("personas beside", InsightsPage::Personas);
    let Some(Answer::Personas(page)) = window.session().insights().answer(InsightsPage::Personas) else {
        panic!()
    };
    assert_eq!(page.parts.len(), 2);
    for part in &page.parts {
        let measures = &part.figures.measures;
        assert_eq!(part.figures.journeys.count(), measures.journeys.total);
        assert_eq!(part.goals.count(), measures.goal_rate.expect("a rate").count);
        for (place, of) in part.places.iter().zip(&measures.touchpoints) {
            assert_eq!(place.exits.count(), of.exits, "{:?}", of.touchpoint);
        }
    }
}

#[test]
fn suggestions_are_accepted_and_undone_in_one_step() {
    let (mut window, _folder) = shop();
    window.open_insights("suggestions for the map", InsightsPage::Suggestions);
    assert!(shows(&window, "have “Blog”"));
    let before = (map(&window).touchpoints.len(), window.session().source().expect("data").rules.len());
    window.click("Add touchpoint");
    window.wait_until(|window| !window.session().insights().is_stale(InsightsPage::Suggestions));
    let after = (map(&window).touchpoints.len(), window.session().source().expect("data").rules.len());
    assert_eq!(after, (before.0 + 1, before.1 + 1));
    let blog = touchpoint(map(&window), "Blog");
    assert!(figures(&window).at(blog).expect("figures").visits > 0, "its rule takes the events");
    assert!(!shows(&window, "have “Blog”"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(map(&window).touchpoints.len(), before.0);
    assert_eq!(window.session().source().expect("data").rules.len(), before.1);
}
