//! Targets: what a figure should be by a day, where it is, where it is heading; added, changed and removed here.

use super::chart::fitting_chart_ui;
use super::count::count_link;
use super::frame::{made_from, number};
use crate::base::time::DAY;
use crate::base::{Timestamp, fmt};
use crate::insights::targets::Course;
use crate::measure::small_groups::SmallGroups;
use crate::measure::trend::{TrendValue, Unit};
use crate::model::{Edit, Target, TouchpointId, TrendFigure};
use crate::scene::chart::{goal_chart, narrow};
use crate::session::Action;
use crate::session::pages::goals::{Goals, Standing};
use crate::text::Face;
use crate::theme::Theme;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{bare_day_field_ui, bare_field_ui, card_ui, link_ui, muted_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{Align, ComboBox, Id, Label, Layout, Ui};

/// How far ahead a new target is set: half a year.
const AHEAD: i64 = 182 * DAY;
/// Height of a list of figures or touchpoints.
const LIST: f32 = 420.0;
/// Fewer are marked.
const SMALL: u64 = 30;

pub fn goals_ui(ui: &mut Ui, page: &Goals, cx: &Context<'_>, out: &mut Out) {
    if cx.view.map.about.targets.is_empty() {
        ui.add(Label::new(text(tr!("ui-goals-none"), Face::Regular, 13.0, cx.theme.text_body)).wrap());
    }
    for (at, target) in cx.view.map.about.targets.iter().enumerate() {
        // What was changed a moment ago is computed anew; until then there is nothing to say of it.
        let standing = page.targets.get(at).filter(|standing| standing.progress.target == *target);
        ui.push_id(at, |ui| {
            card_ui(ui, cx.theme, "", |ui| {
                target_ui(ui, at, target, cx, out);
                if let Some(standing) = standing {
                    standing_ui(ui, (at, standing, page), cx, out);
                }
            });
        });
    }
    ui.add_space(4.0);
    if primary_button_ui(ui, cx.theme, &tr!("ui-goals-add")).clicked() {
        out.actions.push(Action::Edit(Edit::AddTarget(new_target(cx))));
    }
}

/// A little more than is now.
fn new_target(cx: &Context<'_>) -> Target {
    let measures = cx.view.data.and_then(|data| data.measures);
    let small = SmallGroups(0);
    let now = |figure: TrendFigure| measures.and_then(|of| figure.of(of, None, small)).map(|of| of.value);
    // From the newest data on: what is foretold begins there.
    let newest = measures.and_then(|of| of.observed_until).unwrap_or_else(Timestamp::now);
    let by = fmt::date(Timestamp(newest.0.saturating_add(AHEAD)));
    let touchpoint = None;
    match now(TrendFigure::GoalRate) {
        Some(rate) => {
            let value = ((rate + 0.05) * 100.0).round().min(100.0) / 100.0;
            Target { figure: TrendFigure::GoalRate, touchpoint, value, by }
        }
        None => {
            let first = cx.view.map.touchpoints_in_order().next().map(|(_, touchpoint)| touchpoint.id);
            let figure = if first.is_some() { TrendFigure::Satisfied } else { TrendFigure::Journeys };
            Target { figure, touchpoint: first, value: if first.is_some() { 0.8 } else { 1.0 }, by }
        }
    }
}

/// What should be, where and by when: each can be changed.
fn target_ui(ui: &mut Ui, at: usize, target: &Target, cx: &Context<'_>, out: &mut Out) {
    let mut new = target.clone();
    ui.horizontal(|ui| {
        let combo = ComboBox::from_id_salt("figure").selected_text(target.figure.label()).width(160.0);
        // All figures at once.
        let combo = combo.height(LIST);
        let combo = combo.show_ui(ui, |ui| {
            for figure in TrendFigure::ALL {
                if ui.selectable_label(figure == target.figure, figure.label()).clicked() {
                    new = of_figure(figure, target, cx);
                }
            }
        });
        let _named = combo.response.accessible_name(tr!("ui-goals-figure"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if link_ui(ui, cx.theme, &tr!("ui-goals-remove")).clicked() {
                out.actions.push(Action::Edit(Edit::RemoveTarget { at }));
            }
        });
    });
    if target.figure.is_at_touchpoint() {
        place_ui(ui, target.touchpoint, &mut new, cx);
    }
    ui.horizontal(|ui| {
        let words =
            if target.figure.is_better_low() { tr!("ui-goals-at-most") } else { tr!("ui-goals-at-least") };
        muted_ui(ui, cx.theme, words);
        let (times, unit) = unit_of(target.figure);
        let shown = plain(target.value * times, cx);
        let id = Id::unique(("value of a target", at));
        if let Some(typed) = bare_field_ui(ui, id, &tr!("ui-goals-value"), &shown, 60.0)
            && let Some(value) = number(&typed)
        {
            new.value = value / times;
        }
        muted_ui(ui, cx.theme, tr!("ui-goals-by", unit = unit));
        let id = Id::unique(("day of a target", at));
        let (name, hint) = (tr!("ui-goals-day"), String::new());
        if let Some(day) = bare_day_field_ui(ui, cx, (id, &name, &hint), &target.by, 96.0)
            && !day.is_empty()
        {
            new.by = day;
        }
    });
    if new != *target {
        out.actions.push(Action::Edit(Edit::SetTarget { at, target: new }));
    }
}

fn place_ui(ui: &mut Ui, place: Option<TouchpointId>, new: &mut Target, cx: &Context<'_>) {
    let chosen = place.and_then(|id| cx.view.map.touchpoints.get(id)).map(|at| at.name.clone());
    let combo = ComboBox::from_id_salt("place")
        .selected_text(chosen.unwrap_or_else(|| tr!("ui-none")))
        .width(ui.available_width().min(280.0))
        .truncate()
        .height(LIST);
    let combo = combo.show_ui(ui, |ui| {
        for (_, touchpoint) in cx.view.map.touchpoints_in_order() {
            if ui.selectable_label(place == Some(touchpoint.id), &touchpoint.name).clicked() {
                new.touchpoint = Some(touchpoint.id);
            }
        }
    });
    let _named = combo.response.accessible_name(tr!("ui-goals-place"));
}

/// The same target of another figure, with a value that this one can have.
fn of_figure(figure: TrendFigure, target: &Target, cx: &Context<'_>) -> Target {
    let first = || cx.view.map.touchpoints_in_order().next().map(|(_, touchpoint)| touchpoint.id);
    let touchpoint = if figure.is_at_touchpoint() { target.touchpoint.or_else(first) } else { None };
    let measures = cx.view.data.and_then(|data| data.measures);
    let now = measures.and_then(|of| figure.of(of, touchpoint, SmallGroups(0))).map(|of| of.value);
    // Where it is now is the best guess to begin with.
    let value = now.unwrap_or(if figure.limits() == (Some(0.0), Some(1.0)) { 0.5 } else { 1.0 });
    let digits = if unit_of(figure).0 > 1.0 { 100.0 } else { 10.0 };
    Target { figure, touchpoint, value: (value * digits).round() / digits, by: target.by.clone() }
}

/// By what a value is multiplied to be written, and what stands behind it.
fn unit_of(figure: TrendFigure) -> (f64, String) {
    match figure {
        TrendFigure::GoalRate
        | TrendFigure::BounceRate
        | TrendFigure::ExitRate
        | TrendFigure::DropOff
        | TrendFigure::Satisfied
        | TrendFigure::ContactedAgain => (100.0, "%".to_owned()),
        TrendFigure::Wait => (1.0, tr!("ui-goals-seconds")),
        TrendFigure::Journeys
        | TrendFigure::Customers
        | TrendFigure::Visits
        | TrendFigure::Satisfaction
        | TrendFigure::Sentiment => (1.0, String::new()),
    }
}

/// As few decimals as tell it.
fn plain(value: f64, cx: &Context<'_>) -> String {
    let decimals = (0..3).find(|decimals| {
        let factor = 10_f64.powi(*decimals);
        ((value * factor).round() / factor - value).abs() < 1e-9
    });
    cx.format.decimals(value, decimals.map_or(2, |decimals| decimals as usize))
}

/// Now with its interval, trend, forecast, and whether it will be reached.
fn standing_ui(
    ui: &mut Ui,
    (at, standing, page): (usize, &Standing, &Goals),
    cx: &Context<'_>,
    out: &mut Out,
) {
    let (theme, progress) = (cx.theme, &standing.progress);
    ui.horizontal_wrapped(|ui| {
        let words = format!("{} {}", course_sign(progress.course), progress.course.label());
        ui.label(text(words, Face::SemiBold, 13.0, course_color(progress.course, theme)));
        if let Some(now) = &progress.now {
            ui.label(text(now_words(now, cx), Face::Regular, 12.0, theme.text_body));
        }
    });
    if let (Some(trend), Some(now)) = (progress.trend, &progress.now) {
        let change = signed(trend, now.unit, cx);
        muted_ui(ui, theme, tr!("ui-goals-trend", change = change));
    }
    match (progress.forecast.last(), &progress.now) {
        (Some(((year, month, day), then)), Some(now)) => {
            // Of a day far ahead only what comes before it can be foretold, so the period is named.
            let words = tr!(
                "ui-goals-forecast",
                day = format!("{year:04}-{month:02}-{day:02}"),
                value = exact(then.value, now.unit, cx),
                low = exact(then.low, now.unit, cx),
                high = exact(then.high, now.unit, cx)
            );
            muted_ui(ui, theme, words);
        }
        (None, Some(_)) => drop(muted_ui(ui, theme, tr!("ui-goals-too-few", count = progress.past.len()))),
        _ => drop(muted_ui(ui, theme, tr!("ui-goals-not-measured"))),
    }
    if !standing.journeys.is_empty() {
        let count = cx.format.count(standing.journeys.count());
        let title = tr!("ui-goals-journeys-of", figure = progress.target.figure.label());
        count_link(ui, &tr!("ui-goals-journeys", count = count), &title, &standing.journeys, out);
    }
    let name = tr!("ui-goals-chart", number = at + 1);
    fitting_chart_ui(ui, (&name, ("goal", at)), made_from(cx), cx, out, |room| {
        let small = SmallGroups(cx.view.map.about.smallest_group);
        // A picture may leave the program: periods in which few were counted are left out of it.
        let mut shown = progress.clone();
        shown.past.retain(|point| !small.hides(point.value.n));
        let words = (cx.view.map, *cx.format);
        let body = goal_chart(&shown, page.step, words, room, (cx.theme, cx.fonts))?;
        let source = cx.view.data?.overlay.map_or("", |overlay| overlay.footer.as_str());
        Some(narrow(body, source, cx.theme, cx.fonts))
    });
}

const fn course_sign(course: Course) -> &'static str {
    match course {
        Course::Reached | Course::OnCourse => "▲",
        Course::Uncertain | Course::NotReachedYet | Course::NoData => "◆",
        Course::OffCourse | Course::Missed => "▼",
    }
}

const fn course_color(course: Course, theme: &Theme) -> crate::base::Color {
    match course {
        Course::Reached | Course::OnCourse => theme.ok_text,
        Course::Uncertain | Course::NotReachedYet => theme.warning_text,
        Course::OffCourse | Course::Missed => theme.exit_text,
        Course::NoData => theme.text_muted,
    }
}

fn exact(value: f64, unit: Unit, cx: &Context<'_>) -> String {
    match unit {
        Unit::Share => cx.format.percent(value, 1),
        Unit::Score(_) => cx.format.decimals(value, 2),
        Unit::Net => cx.format.signed(value, 2),
        Unit::Seconds => cx.format.duration(value),
        Unit::Count => cx.format.decimals(value, 0),
    }
}

/// A change from period to period.
fn signed(change: f64, unit: Unit, cx: &Context<'_>) -> String {
    match unit {
        Unit::Share => tr!("ui-goals-points", points = cx.format.signed(100.0 * change, 1)),
        Unit::Seconds => tr!("ui-goals-change-seconds", change = cx.format.signed(change, 0)),
        Unit::Score(_) | Unit::Net => cx.format.signed(change, 2),
        Unit::Count => cx.format.signed(change, 0),
    }
}

fn now_words(now: &TrendValue, cx: &Context<'_>) -> String {
    let value = exact(now.value, now.unit, cx);
    let mut words = match now.interval {
        Some((low, high)) => tr!(
            "ui-goals-now-interval",
            value = value,
            low = exact(low, now.unit, cx),
            high = exact(high, now.unit, cx),
            n = cx.format.count(now.n)
        ),
        None => tr!("ui-goals-now", value = value, n = cx.format.count(now.n)),
    };
    if now.n < SMALL {
        words = format!("{words} · {}", tr!("ui-small"));
    }
    words
}
