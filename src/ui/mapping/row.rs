//! One event name of the list: how often it occurs and where it goes, or a suggestion that one click accepts.

use crate::model::TouchpointId;
use crate::session::{EventRow, EventTable, Likest};
use crate::text::Face;
use crate::tr;
use crate::ui::Context;
use crate::ui::style::{c, line};
use egui::{
    Color32, Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

/// How rows look in a list.
pub struct RowLook {
    pub height: f32,
    /// With the share of all events and where they go; else with what is most needed to recognise them.
    pub is_wide: bool,
    /// Rows can be dragged out of the list.
    pub drags: bool,
}

/// Width of the count, of the share with its bar, and of what accepts a suggestion.
const COUNT: f32 = 78.0;
const SHARE: f32 = 104.0;
const ACCEPT: f32 = 62.0;
/// Where they go takes so much of a wide row.
const GOES: f32 = 0.4;
const INSET: f32 = 10.0;

/// A row, with its state (selected, under the cursor); true when its suggestion was accepted.
pub fn row_ui(
    ui: &mut Ui,
    row: &EventRow,
    (is_selected, has_cursor): (bool, bool),
    table: &EventTable,
    look: &RowLook,
    cx: &Context<'_>,
) -> (Response, bool) {
    let theme = cx.theme;
    let sense = if look.drags { Sense::click_and_drag() } else { Sense::CLICK };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), look.height), sense);
    let goes = goes_words(row, cx);
    response.widget_info(|| {
        let count = cx.format.count(row.count);
        let words = tr!("ui-event-row", name = row.name.as_str(), count = count, goes = goes.as_str());
        WidgetInfo::selected(Role::ListItem, true, is_selected, words)
    });
    if !ui.is_rect_visible(rect) {
        return (response, false);
    }
    let painter = ui.painter().clone();
    let inner = rect.shrink2(vec2(2.0, 1.0));
    if is_selected {
        painter.rect_filled(inner, 7.0, c(theme.accent_soft));
    } else if response.hovered() {
        painter.rect_filled(inner, 7.0, c(theme.hover));
    }
    if has_cursor {
        painter.rect_stroke(inner, 7.0, Stroke::new(1.5, c(theme.accent)), StrokeKind::Inside);
    }
    let mut accepts = false;
    let mut right = inner.right() - INSET;
    if look.is_wide {
        let width = inner.width() * GOES;
        let place = Rect::from_min_max(pos2(right - width, inner.top()), pos2(right, inner.bottom()));
        accepts = goes_ui(ui, row, &goes, place, &response, cx);
        right -= width + 14.0;
        share_ui(
            &painter,
            row,
            table,
            Rect::from_min_max(pos2(right - SHARE, inner.top()), pos2(right, inner.bottom())),
            cx,
        );
        right -= SHARE + 8.0;
    }
    let color = if is_selected { theme.accent_text } else { theme.text_muted };
    let count = painter.layout_job(line(&cx.format.count(row.count), Face::Regular, 12.5, color, COUNT));
    let at = pos2(right - count.size().x, rect.center().y - count.size().y / 2.0);
    painter.galley(at, count, Color32::PLACEHOLDER);
    let room = right - COUNT - inner.left() - INSET;
    let middle = if look.is_wide { rect.center().y } else { rect.center().y - 8.0 };
    let name = if row.name.trim().is_empty() { tr!("ui-event-without-name") } else { row.name.clone() };
    paint_line(&painter, pos2(inner.left() + INSET, middle), &name, Face::Medium, 12.5, theme.text, room);
    if !look.is_wide {
        let room = inner.width() - 2.0 * INSET;
        let at = pos2(inner.left() + INSET, rect.center().y + 9.0);
        paint_line(&painter, at, &goes, Face::Regular, 11.5, theme.text_muted, room);
    }
    // What does not fit is read on hover.
    (response.on_hover_text(format!("{name}\n{goes}")), accepts)
}

/// A line that begins at a place, in the middle of its height; gives its right end.
fn paint_line(
    painter: &Painter,
    at: Pos2,
    words: &str,
    face: Face,
    size: f32,
    color: crate::base::Color,
    room: f32,
) -> f32 {
    let galley = painter.layout_job(line(words, face, size, color, room));
    let right = at.x + galley.size().x;
    painter.galley(pos2(at.x, at.y - galley.size().y / 2.0), galley, Color32::PLACEHOLDER);
    right
}

#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)] // pixels of a share
fn share_ui(painter: &Painter, row: &EventRow, table: &EventTable, place: Rect, cx: &Context<'_>) {
    let share = row.count as f64 / table.events.max(1) as f64;
    let middle = place.center().y;
    let words = if share > 0.0 && share < 0.0005 {
        tr!("ui-share-below", share = cx.format.percent(0.001, 1))
    } else {
        cx.format.percent(share, 1)
    };
    let bar = Rect::from_min_size(pos2(place.left(), middle - 2.5), vec2(52.0, 5.0));
    painter.rect_filled(bar, 2.5, c(cx.theme.field));
    let width = (bar.width() * share as f32).max(1.5);
    painter.rect_filled(Rect::from_min_size(bar.min, vec2(width, 5.0)), 2.5, c(cx.theme.measured));
    let galley = painter.layout_job(line(&words, Face::Regular, 12.0, cx.theme.text_muted, 48.0));
    let at = pos2(place.right() - galley.size().x, middle - galley.size().y / 2.0);
    painter.galley(at, galley, Color32::PLACEHOLDER);
}

/// Where the events go; true when the suggestion was accepted.
fn goes_ui(ui: &Ui, row: &EventRow, goes: &str, place: Rect, response: &Response, cx: &Context<'_>) -> bool {
    let theme = cx.theme;
    let painter = ui.painter();
    let suggestion = row.suggestion();
    let is_open = row.unmapped() > 0;
    let mut room = place.width();
    let mut accepts = false;
    if let Some(likest) = suggestion {
        room -= ACCEPT + 8.0;
        let button =
            Rect::from_center_size(pos2(place.right() - ACCEPT / 2.0, place.center().y), vec2(ACCEPT, 24.0));
        let accept = ui.interact(button, response.id.with("accept"), Sense::CLICK);
        let name = touchpoint_name(cx, likest.touchpoint);
        accept.widget_info(|| {
            let words = tr!("ui-accept-one", touchpoint = name.as_str(), event = row.name.as_str());
            WidgetInfo::labeled(Role::Button, true, words)
        });
        let fill = if accept.hovered() || accept.has_focus() { theme.accent_soft } else { theme.panel };
        painter.rect(button, 7.0, c(fill), Stroke::new(1.0, c(theme.accent_soft_border)), StrokeKind::Inside);
        let words =
            painter.layout_job(line(&tr!("ui-accept"), Face::Medium, 12.0, theme.accent_text, ACCEPT));
        painter.galley(button.center() - words.size() / 2.0, words, Color32::PLACEHOLDER);
        accepts = accept.clicked();
    }
    // A ring where something is open, a dot where all is well: told apart without colour.
    let mark = pos2(place.left() + 5.0, place.center().y);
    if is_open {
        painter.circle_stroke(mark, 3.5, Stroke::new(1.5, c(theme.warning)));
    } else {
        painter.circle_filled(mark, 4.0, c(theme.measured));
    }
    let color = if is_open { theme.warning_text } else { theme.text_body };
    let at = pos2(place.left() + 16.0, place.center().y);
    // The ring says that it is not mapped yet; the room is for what it may be.
    let suggested = suggestion.map(|likest| tr!("ui-suggestion", suggestion = likest_words(likest, cx)));
    let goes = suggested.as_deref().unwrap_or(goes);
    paint_line(painter, at, goes, Face::Regular, 12.5, color, room - 16.0);
    accepts
}

/// `Checkout`, `Checkout 72 %, not mapped 28 %`, `not mapped – Checkout is 92 % alike`.
#[allow(clippy::cast_precision_loss)] // a share
pub fn goes_words(row: &EventRow, cx: &Context<'_>) -> String {
    let mut sums: Vec<(Option<TouchpointId>, u64)> = Vec::new();
    for (rule, count) in &row.takers {
        let rules = cx.session.source().map_or(&[][..], |source| source.rules.as_slice());
        let touchpoint = rule.and_then(|rule| rules.get(rule)).map(|rule| rule.touchpoint);
        match sums.iter_mut().find(|(other, _)| *other == touchpoint) {
            Some((_, sum)) => *sum += count,
            None => sums.push((touchpoint, *count)),
        }
    }
    let name = |touchpoint: Option<TouchpointId>| {
        touchpoint.map_or_else(|| tr!("ui-not-mapped"), |id| touchpoint_name(cx, id))
    };
    let goes = match sums.as_slice() {
        [(touchpoint, _)] => name(*touchpoint),
        sums => {
            let part = |(touchpoint, count): &(Option<TouchpointId>, u64)| {
                let share = *count as f64 / row.count.max(1) as f64;
                format!("{} {}", name(*touchpoint), cx.format.percent(share, 0))
            };
            sums.iter().map(part).collect::<Vec<_>>().join(", ")
        }
    };
    match row.suggestion() {
        Some(likest) => tr!("ui-goes-suggestion", goes = goes, suggestion = likest_words(likest, cx)),
        None => goes,
    }
}

/// `Checkout 92 %`.
pub fn likest_words(likest: Likest, cx: &Context<'_>) -> String {
    let likeness = cx.format.percent(likest.likeness, 0);
    tr!("ui-likest", touchpoint = touchpoint_name(cx, likest.touchpoint), likeness = likeness)
}

pub fn touchpoint_name(cx: &Context<'_>, id: TouchpointId) -> String {
    cx.view.map.name_of(id).to_owned()
}
