//! Events over time, and the ranges of time that the figures are computed over. Drag over the bars to choose one, drag its
//! ends to change it and its name to move it; with Shift the range before is drawn. Double-click for everything.

use super::periods::{active_side, set_active_side};
use super::style::{c, line};
use super::widgets::chart_menu_ui;
use super::{Context, Out};
use crate::base::{Size, Timestamp};
use crate::canvas::paint_at;
use crate::measure::Histogram;
use crate::model::{Edit, Source};
use crate::scene::Scene;
use crate::scene::chart::{AXIS_PT, events_over_time};
use crate::session::{Action, Days, Side, range_of, range_step, source_step, with_range};
use crate::text::Face;
use crate::tr;
use egui::{
    Color32, CursorIcon, Id, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, WidgetInfo,
    accesskit::Role, pos2, vec2,
};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// How near to an end of a range a drag takes hold of it.
const GRAB: f32 = 7.0;
/// Height of a range's name, by which it is moved.
const NAME: f32 = 15.0;
/// Between two lines of a hatched range.
const HATCH: f32 = 7.0;

/// What a drag does.
#[derive(Clone, Copy)]
enum Brush {
    /// From the fixed end to the pointer.
    Draw(Side, Timestamp),
    /// The range as it was, and where it was taken hold of.
    Move(Side, Days, Timestamp),
}

impl Brush {
    fn side(self) -> Side {
        match self {
            Self::Draw(side, _) | Self::Move(side, ..) => side,
        }
    }
}

pub fn histogram_ui(ui: &mut Ui, whole: Days, source: &Source, cx: &Context<'_>, out: &mut Out) {
    let Some(histogram) = cx.view.data.and_then(|data| data.measures).map(|measures| &measures.histogram)
    else {
        return;
    };
    let size = vec2(ui.available_width(), ui.available_height() - 4.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    let plot = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - AXIS_PT));
    if histogram.slice <= 0 || histogram.all.is_empty() {
        return;
    }
    let axis = Axis::of(histogram, plot, whole);
    let spoken = spoken(source, whole);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &spoken));
    let before = cx.view.data.and_then(|data| data.before);
    let before = before.map(|before| before.measures.histogram.selected.as_slice()).unwrap_or_default();
    let scene = chart(ui, histogram, before, rect, cx);
    paint_at(ui.painter(), rect, &scene);
    chart_menu_ui(&response, cx.theme, out, || (*scene).clone());
    for side in [Side::Before, Side::After] {
        if let Some(range) = range_of(source, side, whole) {
            paint_range(ui.painter(), &axis, side, range, source.before.is_some(), cx);
        }
    }
    brush(ui, &response, &axis, source, out);
}

fn spoken(source: &Source, whole: Days) -> String {
    let words = |side| range_of(source, side, whole).unwrap_or(whole).words();
    match source.before {
        Some(_) => tr!("ui-time-ranges", before = words(Side::Before), after = words(Side::After)),
        None => tr!("ui-time-range", range = words(Side::After)),
    }
}

/// The range after is tinted and has firm ends; the one before is hatched and has dashed ones. Both carry their name.
fn paint_range(painter: &Painter, axis: &Axis, side: Side, range: Days, named: bool, cx: &Context<'_>) {
    let theme = cx.theme;
    let plot = axis.plot;
    let (left, right) = (axis.x_of(range.from), axis.x_of(range.to));
    let area = Rect::from_min_max(pos2(left, plot.top()), pos2(right, plot.bottom()));
    let accent = c(theme.accent);
    match side {
        Side::After => {
            painter.rect_filled(area, 6.0, c(theme.accent.faded(0.09)));
            for x in [left, right] {
                let handle = Rect::from_center_size(pos2(x, plot.center().y), vec2(5.0, plot.height()));
                painter.rect_filled(handle, 2.5, accent);
            }
        }
        Side::Before => {
            let clipped = painter.with_clip_rect(area.intersect(painter.clip_rect()));
            let stroke = Stroke::new(1.0, c(theme.text_faint.faded(0.4)));
            let mut x = area.left() - area.height();
            while x < area.right() {
                clipped.line_segment([pos2(x, area.bottom()), pos2(x + area.height(), area.top())], stroke);
                x += HATCH;
            }
            for x in [left, right] {
                let ends = [pos2(x, plot.top()), pos2(x, plot.bottom())];
                painter.extend(Shape::dashed_line(&ends, Stroke::new(2.5, accent), 5.0, 3.0));
            }
        }
    }
    if !named {
        return;
    }
    let name = match side {
        Side::Before => tr!("ui-side-before"),
        Side::After => tr!("ui-side-after"),
    };
    let galley = painter.layout_job(line(
        &name,
        Face::SemiBold,
        10.5,
        theme.accent_text,
        (right - left - 12.0).max(0.0),
    ));
    if right - left < 24.0 {
        return;
    }
    let place = Rect::from_min_size(pos2(left + 5.0, plot.top() + 1.0), galley.size() + vec2(8.0, 2.0));
    painter.rect_filled(place, 4.0, c(theme.panel));
    painter.galley(place.min + vec2(4.0, 1.0), galley, Color32::PLACEHOLDER);
}

/// The chart of these counts in this room, laid out anew only when one of them changes.
fn chart(ui: &Ui, histogram: &Histogram, before: &[u64], room: Rect, cx: &Context<'_>) -> Arc<Scene> {
    let size = Size { width: room.width(), height: room.height() };
    let mut hasher = DefaultHasher::new();
    (&histogram.all, &histogram.selected, before, histogram.start, histogram.slice, cx.theme.dark)
        .hash(&mut hasher);
    (size.width.to_bits(), size.height.to_bits()).hash(&mut hasher);
    let (id, key) = (Id::unique("events over time"), hasher.finish());
    if let Some((known, scene)) = ui.data(|data| data.get_temp::<(u64, Arc<Scene>)>(id))
        && known == key
    {
        return scene;
    }
    let scene = Arc::new(events_over_time(histogram, before, size, cx.theme, cx.fonts));
    ui.data_mut(|data| data.insert_temp(id, (key, Arc::clone(&scene))));
    scene
}

/// What a drag from here would do: take an end, move a range by its name, or draw one anew.
fn brush_at(ui: &Ui, at: Pos2, axis: &Axis, source: &Source) -> Brush {
    let sides = [active_side(ui, source), Side::After, Side::Before];
    let ranges = sides.into_iter().filter_map(|side| Some((side, range_of(source, side, axis.whole)?)));
    for (side, range) in ranges.clone() {
        let near = |end: Timestamp| (axis.x_of(end) - at.x).abs() <= GRAB;
        // Taking hold of one end leaves the other where it is.
        if near(range.from) {
            return Brush::Draw(side, Timestamp(range.to.0 - 1));
        } else if near(range.to) {
            return Brush::Draw(side, range.from);
        }
    }
    let is_at_name = source.before.is_some() && at.y < axis.plot.top() + NAME;
    let under = |(_, range): &(Side, Days)| axis.x_of(range.from) < at.x && at.x < axis.x_of(range.to);
    if let Some((side, range)) = ranges.clone().find(under).filter(|_| is_at_name) {
        return Brush::Move(side, range, axis.time_at(at.x));
    }
    let is_before = ui.input(|input| input.modifiers.shift);
    let side = if is_before { Side::Before } else { active_side(ui, source) };
    Brush::Draw(side, axis.time_at(at.x))
}

fn brush(ui: &Ui, response: &Response, axis: &Axis, source: &Source, out: &mut Out) {
    let id = Id::unique("time range");
    if let Some(at) = response.hover_pos() {
        match brush_at(ui, at, axis, source) {
            Brush::Move(..) => ui.set_cursor_icon(CursorIcon::Grab),
            Brush::Draw(side, anchor) => {
                let range = range_of(source, side, axis.whole);
                let takes_end = |range: Days| anchor == range.from || anchor.0 == range.to.0 - 1;
                if range.is_some_and(takes_end) {
                    ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
                }
            }
        }
    }
    if response.double_clicked() {
        let side = active_side(ui, source);
        out.actions.push(Action::Edit(source_step(range_step(side), with_range(source, side, None))));
        return;
    }
    let Some(pointer) = response.interact_pointer_pos() else { return };
    if response.drag_started() {
        let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or(pointer);
        let brush = brush_at(ui, origin, axis, source);
        ui.data_mut(|data| data.insert_temp(id, brush));
        set_active_side(ui, brush.side());
        out.actions.push(Action::BeginGesture(range_step(brush.side())));
    }
    let Some(brush) = ui.data(|data| data.get_temp::<Brush>(id)) else { return };
    if response.dragged() {
        let here = axis.time_at(pointer.x);
        let range = match brush {
            Brush::Draw(_, anchor) => Days::of(anchor, here),
            Brush::Move(_, range, from) => range.moved(days_between(from, here), axis.whole),
        };
        let source = with_range(source, brush.side(), Some(range));
        out.actions.push(Action::UpdateGesture(Edit::SetSource(source)));
    }
    if response.drag_stopped() {
        ui.data_mut(|data| data.remove::<Brush>(id));
        out.actions.push(Action::CommitGesture);
    }
}

fn days_between(from: Timestamp, to: Timestamp) -> i64 {
    (to.0 - from.0 + crate::base::time::DAY / 2).div_euclid(crate::base::time::DAY)
}

/// Time across the plot.
struct Axis {
    start: Timestamp,
    end: Timestamp,
    plot: Rect,
    /// All days of the data.
    whole: Days,
}

#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)] // pixels
impl Axis {
    fn of(histogram: &Histogram, plot: Rect, whole: Days) -> Self {
        let length = histogram.slice * histogram.all.len() as i64;
        Self { start: histogram.start, end: Timestamp(histogram.start.0 + length), plot, whole }
    }

    fn x_of(&self, time: Timestamp) -> f32 {
        let share = (time.0 - self.start.0) as f64 / (self.end.0 - self.start.0).max(1) as f64;
        self.plot.left() + self.plot.width() * share.clamp(0.0, 1.0) as f32
    }

    /// Within the data.
    fn time_at(&self, x: f32) -> Timestamp {
        let share = f64::from((x - self.plot.left()) / self.plot.width()).clamp(0.0, 1.0);
        let time = self.start.0 + ((self.end.0 - self.start.0) as f64 * share) as i64;
        Timestamp(time.clamp(self.whole.from.0, self.whole.to.0 - 1))
    }
}
