//! The ranges of time above the histogram: how many journeys begin in each, days to type, and keys that move them.

use super::style::{c, line, text};
use super::widgets::{bare_day_field_ui, chip_ui, link_ui, muted_ui};
use super::{Context, Out};
use crate::base::time::DAY;
use crate::base::{Timestamp, fmt};
use crate::model::Source;
use crate::session::{Action, Command, Days, Side, proposed, range_of, range_step, source_step, with_range};
use crate::text::Face;
use crate::tr;
use egui::{
    Button, Color32, EventFilter, Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, Response, Role, Sense,
    Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

const HEIGHT: f32 = 22.0;
/// Side of the sign by which a range is known in the histogram.
const SIGN: f32 = 10.0;

/// Which range a drag over the histogram draws anew.
pub fn active_side(ui: &Ui, source: &Source) -> Side {
    let side = ui.data(|data| data.get_temp(active_id()));
    side.filter(|_| source.before.is_some()).unwrap_or(Side::After)
}

pub fn set_active_side(ui: &Ui, side: Side) {
    ui.data_mut(|data| data.insert_temp(active_id(), side));
}

fn active_id() -> Id {
    Id::unique("active range of time")
}

pub fn periods_ui(ui: &mut Ui, whole: Days, source: &Source, cx: &Context<'_>, out: &mut Out) {
    ui.horizontal(|ui| {
        ui.set_height(HEIGHT);
        ui.spacing_mut().item_spacing.x = 6.0;
        if source.before.is_none() {
            pill_ui(ui, Side::After, whole, source, ui.available_width() * 0.6, cx, out);
            if link_ui(ui, cx.theme, &tr!("ui-compare-with-before")).clicked() {
                out.command(Command::ComparePeriods);
            }
            return;
        }
        let room = (ui.available_width() - 34.0) / 2.0;
        pill_ui(ui, Side::Before, whole, source, room, cx, out);
        pill_ui(ui, Side::After, whole, source, room, cx, out);
        let sign = text("×", Face::Medium, 17.0, cx.theme.text_muted);
        let end = ui.add(Button::new(sign).frame(false)).on_hover_text(tr!("ui-compare-end"));
        end.widget_info(|| WidgetInfo::labeled(Role::Button, true, tr!("ui-compare-end")));
        if end.clicked() {
            out.command(Command::ComparePeriods);
        }
    });
}

/// How many journeys begin in a range.
fn journeys_in(side: Side, cx: &Context<'_>) -> Option<u64> {
    let data = cx.view.data?;
    match side {
        Side::After => Some(data.measures?.journeys.total),
        Side::Before => Some(data.before?.measures.journeys.total),
    }
}

/// A range as words: whose, from when to when, how many journeys.
fn words_of(side: Side, range: Option<Days>, compares: bool, cx: &Context<'_>) -> String {
    let range = range.map_or_else(|| tr!("ui-all-time"), Days::words);
    let count = journeys_in(side, cx).map_or_else(|| "…".to_owned(), |count| cx.format.count(count));
    match side {
        Side::After if !compares => tr!("ui-period", range = range, count = count),
        Side::After => tr!("ui-period-after", range = range, count = count),
        Side::Before => tr!("ui-period-before", range = range, count = count),
    }
}

/// One range: a click opens its days, arrow keys move it while it has the keyboard.
fn pill_ui(
    ui: &mut Ui,
    side: Side,
    whole: Days,
    source: &Source,
    room: f32,
    cx: &Context<'_>,
    out: &mut Out,
) {
    let theme = cx.theme;
    let range = range_of(source, side, whole);
    let words = words_of(side, range, source.before.is_some(), cx);
    let galley =
        ui.painter().layout_job(line(&words, Face::Medium, 11.5, theme.text_body, room - SIGN - 26.0));
    let size = vec2(galley.size().x + SIGN + 26.0, HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &words));
    let is_active = source.before.is_some() && active_side(ui, source) == side;
    let border = if response.has_focus() || is_active { theme.accent } else { theme.border_strong };
    let fill = if response.hovered() { theme.hover } else { theme.panel };
    let width = if response.has_focus() { 2.0 } else { 1.0 };
    ui.painter().rect(rect, HEIGHT / 2.0, c(fill), Stroke::new(width, c(border)), StrokeKind::Inside);
    let sign =
        Rect::from_center_size(pos2(rect.left() + 9.0 + SIGN / 2.0, rect.center().y), vec2(SIGN, SIGN));
    paint_sign(ui, sign, side, cx);
    let at = pos2(sign.right() + 6.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, Color32::PLACEHOLDER);
    if response.clicked() || response.gained_focus() {
        set_active_side(ui, side);
    }
    if response.has_focus() {
        move_by_keys(ui, &response, (side, range.unwrap_or(whole)), whole, source, out);
    }
    Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            days_ui(ui, side, whole, source, cx, out);
        });
    response.on_hover_text(tr!("ui-range-hint"));
}

/// As the bars of the range are drawn: full, or an outline.
fn paint_sign(ui: &Ui, rect: Rect, side: Side, cx: &Context<'_>) {
    let color = c(cx.theme.histogram_selected);
    match side {
        Side::After => {
            ui.painter().rect_filled(rect, 2.5, color);
        }
        Side::Before => {
            ui.painter().rect_stroke(rect, 2.5, Stroke::new(1.5, color), StrokeKind::Inside);
        }
    }
}

/// Arrow keys move the range by a day, with Shift its end, with Ctrl its beginning; Page keys go seven times as far.
fn move_by_keys(
    ui: &Ui,
    response: &Response,
    (side, range): (Side, Days),
    whole: Days,
    source: &Source,
    out: &mut Out,
) {
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let steps = [(Key::ArrowLeft, -1), (Key::ArrowRight, 1), (Key::PageUp, -7), (Key::PageDown, 7)];
    for (key, days) in steps {
        // Keys without modifiers match those with modifiers too, so they come last.
        for modifiers in [Modifiers::SHIFT, Modifiers::COMMAND, Modifiers::NONE] {
            if !ui.input_mut(|input| input.consume_key(modifiers, key)) {
                continue;
            }
            let moved = if modifiers.shift {
                range.stretched(0, days, whole)
            } else if modifiers.command {
                range.stretched(days, 0, whole)
            } else {
                range.moved(days, whole)
            };
            if moved != range {
                let source = with_range(source, side, Some(moved));
                out.actions.push(Action::Edit(source_step(range_step(side), source)));
            }
        }
    }
}

/// First and last day to type, and ranges that are often wanted.
fn days_ui(ui: &mut Ui, side: Side, whole: Days, source: &Source, cx: &Context<'_>, out: &mut Out) {
    ui.set_width(300.0);
    let range = range_of(source, side, whole).unwrap_or(whole);
    let title = match side {
        Side::Before => tr!("ui-range-before"),
        Side::After => tr!("ui-range-after"),
    };
    ui.label(text(title, Face::SemiBold, 12.5, cx.theme.text));
    let mut set = |range: Option<Days>| {
        let source = with_range(source, side, range);
        out.actions.push(Action::Edit(source_step(range_step(side), source)));
    };
    ui.horizontal(|ui| {
        let day = |time: Timestamp| fmt::date(time);
        let last = Timestamp(range.to.0 - DAY);
        let (id, name) = (Id::unique((side, "first day")), tr!("ui-first-day"));
        let first = bare_day_field_ui(ui, cx, (id, &name, &name), &day(range.from), 104.0);
        ui.label("–");
        let (id, name) = (Id::unique((side, "last day")), tr!("ui-last-day"));
        let typed = bare_day_field_ui(ui, cx, (id, &name, &name), &day(last), 104.0);
        if let Some(first) = first.as_deref().and_then(crate::session::day_of) {
            set(Some(Days::of(first, last.max(first))));
        }
        if let Some(last) = typed.as_deref().and_then(crate::session::day_of) {
            set(Some(Days::of(range.from.min(last), last)));
        }
    });
    ui.horizontal_wrapped(|ui| {
        for (words, proposed) in proposals(side, whole, source) {
            if chip_ui(ui, cx.theme, &words, range_of(source, side, whole) == proposed).clicked() {
                set(proposed);
            }
        }
    });
    let other = match side {
        Side::Before => Side::After,
        Side::After => Side::Before,
    };
    if source.before.is_some() && range_of(source, other, whole).is_none_or(|other| other.overlaps(range)) {
        muted_ui(ui, cx.theme, tr!("ui-ranges-overlap"));
    }
    muted_ui(ui, cx.theme, tr!("ui-period-keys"));
}

fn proposals(side: Side, whole: Days, source: &Source) -> Vec<(String, Option<Days>)> {
    let weeks = |count: i64| {
        let from = Timestamp((whole.to.0 - count * 7 * DAY).max(whole.from.0));
        Some(Days { from, to: whole.to })
    };
    match side {
        Side::After => {
            let mut offered = vec![(tr!("ui-all-time"), None)];
            let fits = [4, 13].into_iter().filter(|count| whole.count() > count * 7);
            offered.extend(fits.map(|count| (tr!("ui-last-weeks", count = count), weeks(count))));
            offered.push((tr!("ui-last-half"), Some(proposed(whole, None).1)));
            offered
        }
        Side::Before => {
            let after = range_of(source, Side::After, whole).unwrap_or(whole);
            let year_ago = Timestamp(after.from.0 - 364 * DAY);
            let mut offered = vec![(tr!("ui-same-length-before"), Some(after.preceding()))];
            if year_ago >= whole.from {
                let length = after.to.0 - after.from.0;
                let days = Days { from: year_ago, to: Timestamp(year_ago.0 + length) };
                offered.push((tr!("ui-year-earlier"), Some(days)));
            }
            offered
        }
    }
}
