//! Two ranges of time in the data bar, by accessible name.

use super::window::Window;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use pathlight::model::{Filter, Period, Source};
use pathlight::session::Command;

fn source(window: &Window) -> &Source {
    window.session().source().expect("data")
}

fn compare(window: &mut Window) {
    window.click("Compare with before…");
}

#[test]
fn both_ranges_show_how_many_journeys_begin_in_them() {
    let (mut window, _folder) = Window::with_figures();
    let all =
        window.session().data.as_ref().and_then(|data| data.measures.as_ref()).expect("figures").all_journeys;
    compare(&mut window);
    let data = window.session().data.as_ref().expect("data");
    let (after, before) = (data.measures.as_ref().expect("figures"), data.before.as_ref().expect("compared"));
    let (after, before) = (after.journeys.total, before.measures.journeys.total);
    assert!(before > 0 && after > 0 && before + after <= all);
    let Period { from, to } = source(&window).before.clone().expect("a range");
    assert_eq!(source(&window).filter.from.as_ref(), Some(&to), "side by side");
    window.0.get_by_label_contains(&format!("Before {from}"));
    window.0.get_by_label_contains(&format!("· {before}"));
    window.0.get_by_label("Before and after");
    window.0.get_by_label_contains(&format!("{after} of {all} journeys"));
    window.click("Reset");
    assert_eq!((source(&window).before.clone(), source(&window).filter.clone()), (None, Filter::default()));
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(source(&window).before.is_some(), "one step back");
}

#[test]
fn a_range_is_moved_and_stretched_by_keys() {
    let (mut window, _folder) = Window::with_figures();
    compare(&mut window);
    let first = source(&window).filter.clone();
    window.0.get_by_label_contains("After ").focus();
    window.settle();
    window.press(Modifiers::NONE, Key::ArrowLeft);
    let moved = source(&window).filter.clone();
    assert!(moved.from < first.from && moved.to < first.to, "{first:?} {moved:?}");
    window.press(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!((&source(&window).filter.from, &source(&window).filter.to), (&moved.from, &first.to));
    window.press(Modifiers::COMMAND, Key::ArrowRight);
    assert_eq!(source(&window).filter.from, first.from);
    assert_eq!(source(&window).before.as_ref().map(|before| &before.to), first.from.as_ref(), "it stays");
}

#[test]
fn days_are_typed() {
    let (mut window, _folder) = Window::with_figures();
    compare(&mut window);
    window.0.get_by_label_contains("Before 2").click();
    window.settle();
    window.0.get_by_label("Last day").focus();
    window.settle();
    window.press(Modifiers::COMMAND, Key::A);
    window.type_text("2026-03-05");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(source(&window).before.as_ref().map(|before| before.to.as_str()), Some("2026-03-06"));
}

#[test]
fn filters_hold_for_both_ranges() {
    let (mut window, _folder) = Window::with_figures();
    compare(&mut window);
    let both = |window: &Window| {
        let data = window.session().data.as_ref().expect("data");
        let before = data.before.as_ref().expect("compared").measures.journeys.total;
        (before, data.measures.as_ref().expect("figures").journeys.total)
    };
    let unfiltered = both(&window);
    window.click("phone");
    let filtered = both(&window);
    assert!(filtered.0 < unfiltered.0 && filtered.1 <= unfiltered.1, "{unfiltered:?} {filtered:?}");
    assert!(source(&window).before.is_some() && !source(&window).filter.channels.is_empty());
}

#[test]
fn what_is_counted_is_told_without_the_data_bar() {
    let (mut window, _folder) = Window::with_figures();
    compare(&mut window);
    window.press(Modifiers::COMMAND, Key::D);
    let total = window
        .session()
        .data
        .as_ref()
        .and_then(|data| data.measures.as_ref())
        .expect("figures")
        .journeys
        .total;
    window.0.get_by_label_contains(&format!("{total} of "));
    assert!(window.session().can_run(Command::ComparePeriods));
}

#[test]
fn over_the_chart_a_drag_chooses_the_range_and_with_shift_the_one_before() {
    let (mut window, _folder) = Window::with_figures();
    let chart = |window: &Window| window.0.get_by_label_contains("Events over time").rect();
    let at = |window: &Window, share: f32| {
        let chart = chart(window);
        egui::pos2(chart.left() + chart.width() * share, chart.center().y)
    };
    let (from, to) = (at(&window, 0.6), at(&window, 0.9));
    window.drag(from, to, Modifiers::NONE);
    let after = source(&window).filter.clone();
    assert!(after.from.is_some() && after.to.is_some());
    let (from, to) = (at(&window, 0.1), at(&window, 0.4));
    window.drag(from, to, Modifiers::SHIFT);
    let before = source(&window).before.clone().expect("a range before");
    assert!(Some(&before.to) < after.from.as_ref(), "{before:?} {after:?}");
    assert_eq!(source(&window).filter, after, "the other range stays");
    let step = window.session().document.history().next_undo().map(|step| step.name.text());
    assert_eq!(step.as_deref(), Some("Choose range before"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(source(&window).before, None, "the drag was one step");
}
