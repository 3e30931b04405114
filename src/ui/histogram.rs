//! Events over time, and the range of time that the figures are computed over: drag over the bars to choose
//! one, drag its ends to change it, double-click for everything.

use super::style::c;
use super::{Context, Out};
use crate::base::time::DAY;
use crate::base::{Size, Timestamp, fmt};
use crate::canvas::paint_at;
use crate::measure::Histogram;
use crate::model::{Edit, Filter, Source};
use crate::scene::Scene;
use crate::scene::chart::{AXIS_PT, events_over_time};
use crate::session::Action;
use crate::tr;
use egui::{CursorIcon, Id, Pos2, Rect, Response, Sense, Ui, WidgetInfo, accesskit::Role, pos2, vec2};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// How near to an end of the range a drag takes hold of it.
const GRAB: f32 = 7.0;

/// The moving and the fixed end of the range under the pointer.
#[derive(Clone, Copy)]
struct Brush {
    anchor: Timestamp,
}

#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)] // pixels
pub fn histogram_ui(ui: &mut Ui, histogram: &Histogram, source: &Source, cx: &Context<'_>, out: &mut Out) {
    let size = vec2(ui.available_width(), ui.available_height() - 4.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    let plot = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - AXIS_PT));
    if histogram.slice <= 0 || histogram.all.is_empty() {
        return;
    }
    let axis = Axis::of(histogram, plot);
    let range = range_of(&source.filter, &axis);
    let spoken = tr!("ui-time-range", range = fmt::period(range.0, Timestamp(range.1.0 - 1)));
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &spoken));

    let theme = cx.theme;
    let chart = chart(ui, histogram, rect, cx);
    paint_at(ui.painter(), rect, &chart);
    if source.filter.from.is_some() || source.filter.to.is_some() {
        let (left, right) = (axis.x_of(range.0), axis.x_of(range.1));
        let area = Rect::from_min_max(pos2(left, plot.top()), pos2(right, plot.bottom()));
        ui.painter().rect_filled(area, 6.0, c(theme.accent.faded(0.09)));
        for x in [left, right] {
            let handle = Rect::from_center_size(pos2(x, plot.center().y), vec2(5.0, plot.height()));
            ui.painter().rect_filled(handle, 2.5, c(theme.accent));
        }
    }
    brush(ui, &response, &axis, range, source, out);
}

/// The chart of these counts in this room, laid out anew only when one of them changes.
fn chart(ui: &Ui, histogram: &Histogram, room: Rect, cx: &Context<'_>) -> Arc<Scene> {
    let size = Size { width: room.width(), height: room.height() };
    let mut hasher = DefaultHasher::new();
    (&histogram.all, &histogram.selected, histogram.start, histogram.slice, cx.theme.dark).hash(&mut hasher);
    (size.width.to_bits(), size.height.to_bits()).hash(&mut hasher);
    let (id, key) = (Id::unique("events over time"), hasher.finish());
    if let Some((known, scene)) = ui.data(|data| data.get_temp::<(u64, Arc<Scene>)>(id))
        && known == key
    {
        return scene;
    }
    let scene = Arc::new(events_over_time(histogram, size, cx.theme, cx.fonts));
    ui.data_mut(|data| data.insert_temp(id, (key, Arc::clone(&scene))));
    scene
}

fn brush(
    ui: &Ui,
    response: &Response,
    axis: &Axis,
    range: (Timestamp, Timestamp),
    source: &Source,
    out: &mut Out,
) {
    let id = Id::unique("time range");
    let edge_at = |pointer: Pos2| {
        let near = |end: Timestamp| (axis.x_of(end) - pointer.x).abs() <= GRAB;
        // Taking hold of one end leaves the other where it is.
        if near(range.0) {
            Some(range.1)
        } else if near(range.1) {
            Some(range.0)
        } else {
            None
        }
    };
    if response.hover_pos().and_then(edge_at).is_some() {
        ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
    }
    if response.double_clicked() {
        set_range(source, None, out);
        return;
    }
    let Some(pointer) = response.interact_pointer_pos() else { return };
    if response.drag_started() {
        let origin = ui.input(|input| input.pointer.press_origin()).unwrap_or(pointer);
        let anchor = edge_at(origin).unwrap_or_else(|| axis.time_at(origin.x));
        ui.data_mut(|data| data.insert_temp(id, Brush { anchor }));
        out.actions.push(Action::BeginGesture(Edit::SetSource(source.clone()).name()));
    }
    let Some(Brush { anchor }) = ui.data(|data| data.get_temp(id)) else { return };
    if response.dragged() {
        let end = axis.time_at(pointer.x);
        let (from, to) = day_range(anchor.min(end), anchor.max(end));
        let filter = Filter { from: Some(from), to: Some(to), ..source.filter.clone() };
        out.actions.push(Action::UpdateGesture(Edit::SetSource(Source { filter, ..source.clone() })));
    }
    if response.drag_stopped() {
        ui.data_mut(|data| data.remove::<Brush>(id));
        out.actions.push(Action::CommitGesture);
    }
}

fn set_range(source: &Source, range: Option<(String, String)>, out: &mut Out) {
    let (from, to) = range.unzip();
    let filter = Filter { from, to, ..source.filter.clone() };
    out.actions.push(Action::Edit(Edit::SetSource(Source { filter, ..source.clone() })));
}

/// Whole days: from the day of the first to the day after the last, at least one day.
fn day_range(first: Timestamp, last: Timestamp) -> (String, String) {
    let from = Timestamp(first.0.div_euclid(DAY) * DAY);
    let to = Timestamp((last.0 + DAY / 2).div_euclid(DAY) * DAY);
    (fmt::date(from), fmt::date(to.max(Timestamp(from.0 + DAY))))
}

/// The range of a filter, as far as the data reaches.
fn range_of(filter: &Filter, axis: &Axis) -> (Timestamp, Timestamp) {
    let date = |text: &Option<String>| text.as_deref().and_then(parse_date);
    (date(&filter.from).unwrap_or(axis.start), date(&filter.to).unwrap_or(axis.end))
}

/// `2024-04-01`, with whatever time of day follows left out.
fn parse_date(text: &str) -> Option<Timestamp> {
    let mut parts = text.get(..10)?.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok().filter(|month| (1..=12).contains(month))?;
    let day = parts.next()?.parse().ok().filter(|day| (1..=31).contains(day))?;
    Some(Timestamp::from_ymd(year, month, day))
}

/// Time across the plot.
struct Axis {
    start: Timestamp,
    end: Timestamp,
    plot: Rect,
}

#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)] // pixels
impl Axis {
    fn of(histogram: &Histogram, plot: Rect) -> Self {
        let length = histogram.slice * histogram.all.len() as i64;
        Self { start: histogram.start, end: Timestamp(histogram.start.0 + length), plot }
    }

    fn x_of(&self, time: Timestamp) -> f32 {
        let share = (time.0 - self.start.0) as f64 / (self.end.0 - self.start.0).max(1) as f64;
        self.plot.left() + self.plot.width() * share.clamp(0.0, 1.0) as f32
    }

    fn time_at(&self, x: f32) -> Timestamp {
        let share = f64::from((x - self.plot.left()) / self.plot.width()).clamp(0.0, 1.0);
        Timestamp(self.start.0 + ((self.end.0 - self.start.0) as f64 * share) as i64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_whole_days() {
        let first = Timestamp::from_ymd(2024, 4, 1).at(15, 0, 0);
        let last = Timestamp::from_ymd(2024, 6, 30).at(20, 0, 0);
        assert_eq!(day_range(first, last), ("2024-04-01".to_owned(), "2024-07-01".to_owned()));
        assert_eq!(day_range(first, first), ("2024-04-01".to_owned(), "2024-04-02".to_owned()));
    }

    #[test]
    fn dates_with_a_time_of_day_count_from_midnight() {
        assert_eq!(parse_date("2024-04-01T10:00:00"), Some(Timestamp::from_ymd(2024, 4, 1)));
        assert_eq!(parse_date("2024-13-01"), None);
        assert_eq!(parse_date("soon"), None);
    }
}
