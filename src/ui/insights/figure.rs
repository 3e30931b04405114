//! A chart on a page whose figures can be pointed at: each tells what it is and opens its journeys. On the page it is as wide as
//! there is room; copied and saved it is a picture of its own, with title and source, and small groups hidden.

use super::chart::picture_links_ui;
use crate::base::Size;
use crate::base::hash::stamp;
use crate::canvas::paint_at;
use crate::scene::{Element, Scene};
use crate::ui::style::c;
use crate::ui::{Context, Out};
use egui::{Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, vec2};
use std::sync::Arc;

/// Charts with more figures than these are walked through by pointer and screen reader, not by Tab.
const MOST_TAB_STOPS: usize = 81;
/// From the frame to the chart.
const MARGIN: f32 = 10.0;

/// A chart and how it is made.
pub struct Chart<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Stands for all that it is made from, theme aside.
    pub made_from: u64,
    /// For the page, so wide.
    pub panel: &'a dyn Fn(f32) -> Option<Scene>,
    /// As a picture of its own, with a footer.
    pub page: &'a dyn Fn(&str) -> Option<Scene>,
}

/// Shows the chart; gives the number of the figure that was clicked.
pub fn figure_ui(
    ui: &mut Ui,
    salt: &str,
    chart: &Chart<'_>,
    cx: &Context<'_>,
    out: &mut Out,
) -> Option<usize> {
    match clickable_ui(ui, salt, chart, cx, out)? {
        Element::Figure(number) => Some(number as usize),
        _ => None,
    }
}

/// Shows the chart; gives what was clicked: a figure, or a card of the map.
pub fn clickable_ui(
    ui: &mut Ui,
    salt: &str,
    chart: &Chart<'_>,
    cx: &Context<'_>,
    out: &mut Out,
) -> Option<Element> {
    let width = (ui.available_width() - 2.0 * MARGIN).floor();
    let scene = laid_out(ui, salt, chart, width, cx)?;
    let Size { width, height } = scene.size;
    let (frame, response) =
        ui.allocate_exact_size(vec2(width, height) + 2.0 * vec2(MARGIN, MARGIN), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, chart.name));
    let stroke = Stroke::new(1.0, c(cx.theme.border));
    ui.painter().rect(frame, 8.0, c(cx.theme.card), stroke, StrokeKind::Inside);
    let place = frame.shrink(MARGIN);
    paint_at(&ui.painter().with_clip_rect(place.intersect(ui.clip_rect())), place, &scene);
    let mut clicked = None;
    let sense = if scene.nodes.len() > MOST_TAB_STOPS { Sense::CLICK } else { Sense::click() };
    for (place_of_node, node) in scene.nodes.iter().enumerate() {
        if !matches!(node.element, Element::Figure(_) | Element::Card(_)) {
            continue;
        }
        let rect = Rect::from_min_max(
            place.min + vec2(node.rect.min.x, node.rect.min.y),
            place.min + vec2(node.rect.max.x, node.rect.max.y),
        );
        if !ui.is_rect_visible(rect) {
            continue;
        }
        let figure = ui.interact(rect, ui.scope_id().with((salt, place_of_node)), sense);
        let enabled = ui.is_enabled();
        figure.widget_info(|| WidgetInfo::labeled(Role::Link, enabled, node.label.text()));
        if figure.hovered() || figure.has_focus() {
            let stroke = Stroke::new(1.5, c(cx.theme.accent));
            ui.painter().rect_stroke(rect, 3.0, stroke, StrokeKind::Inside);
        }
        if figure.on_hover_text(node.label.text()).clicked() {
            clicked = Some(node.element);
        }
    }
    picture_links_ui(ui, chart.name, cx, out, || {
        let footer = cx.view.data.and_then(|data| data.overlay).map_or("", |overlay| &overlay.footer);
        (chart.page)(footer).map(Arc::new)
    });
    clicked
}

/// The chart as it was laid out last, unless what it is made from has changed.
fn laid_out(ui: &Ui, salt: &str, chart: &Chart<'_>, width: f32, cx: &Context<'_>) -> Option<Arc<Scene>> {
    let id = Id::unique(("figures of insights", salt.to_owned()));
    let key = stamp(&format!("{} {} {width}", chart.made_from, cx.theme.dark));
    if let Some((known, scene)) = ui.data(|data| data.get_temp::<(u64, Option<Arc<Scene>>)>(id))
        && known == key
    {
        return scene;
    }
    let scene = (chart.panel)(width).map(Arc::new);
    ui.data_mut(|data| data.insert_temp(id, (key, scene.clone())));
    scene
}
