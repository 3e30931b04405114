//! A chart on a page: laid out once for what it is made from, painted as in every export, to be copied and saved.

use crate::canvas::{self, PaintCache};
use crate::scene::Scene;
use crate::scene::chart::{NARROW_ROOM, panel_room};
use crate::session::Request;
use crate::tr;
use crate::ui::style::c;
use crate::ui::widgets::link_ui;
use crate::ui::{Context, Out};
use egui::{Frame, Id, Margin, Stroke, Ui};
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

/// A chart as it was laid out last.
struct Drawn {
    made_from: u64,
    scene: Option<Arc<Scene>>,
    painted: PaintCache,
}

/// From the frame to the chart.
const MARGIN: i8 = 4;

/// Shows a chart as wide as there is room, with what can be done with it below. `made_from` stands for all that it is made
/// from, theme aside: as long as that stays, `make` is not called again. Where there is nothing to show, nothing is shown.
pub fn chart_ui(
    ui: &mut Ui,
    (name, id): (&str, impl Hash + std::fmt::Debug),
    made_from: u64,
    cx: &Context<'_>,
    out: &mut Out,
    make: impl FnOnce() -> Option<Scene>,
) {
    let kept = |shown: &Arc<Scene>| Some(with_ground(Scene::clone(shown), cx));
    two_sizes_ui(ui, (name, id), made_from, cx, out, (make, kept));
}

/// The same for a chart that `make` lays out in any room: here in that of the panel, so that its words are as large as others,
/// for others in the usual one.
pub fn fitting_chart_ui(
    ui: &mut Ui,
    (name, id): (&str, impl Hash + std::fmt::Debug),
    made_from: u64,
    cx: &Context<'_>,
    out: &mut Out,
    make: impl Fn(f32) -> Option<Scene>,
) {
    let room = panel_room((ui.available_width() - 2.0 * f32::from(MARGIN)).floor());
    let made_from = made_from.rotate_left(16) ^ u64::from(room.to_bits());
    let for_others = |_: &Arc<Scene>| make(NARROW_ROOM).map(|scene| with_ground(scene, cx));
    two_sizes_ui(ui, (name, id), made_from, cx, out, (|| make(room), for_others));
}

fn with_ground(scene: Scene, cx: &Context<'_>) -> Arc<Scene> {
    let background = scene.background.or(Some(cx.theme.canvas));
    Arc::new(Scene { background, ..scene })
}

/// The same with another picture for others than the one that fits into the panel; it is laid out when it is wanted.
pub fn two_sizes_ui(
    ui: &mut Ui,
    (name, id): (&str, impl Hash + std::fmt::Debug),
    made_from: u64,
    cx: &Context<'_>,
    out: &mut Out,
    (make, for_others): (impl FnOnce() -> Option<Scene>, impl Fn(&Arc<Scene>) -> Option<Arc<Scene>>),
) {
    let id = Id::unique(("chart of insights", format!("{id:?}")));
    let kept: Option<Arc<Mutex<Drawn>>> = ui.data(|data| data.get_temp(id));
    let made_from = made_from.wrapping_mul(2) + u64::from(cx.theme.dark);
    let fresh = || Drawn { made_from: !made_from, scene: None, painted: PaintCache::default() };
    let kept = kept.unwrap_or_else(|| Arc::new(Mutex::new(fresh())));
    {
        let mut drawn = kept.lock().unwrap_or_else(PoisonError::into_inner);
        if drawn.made_from != made_from {
            *drawn = Drawn { made_from, scene: make().map(Arc::new), painted: PaintCache::default() };
        }
        let Drawn { scene: Some(scene), painted, .. } = &mut *drawn else { return };
        let frame = Frame::new()
            .fill(c(cx.theme.canvas))
            .stroke(Stroke::new(1.0, c(cx.theme.border)))
            .corner_radius(8);
        frame.inner_margin(Margin::same(MARGIN)).show(ui, |ui| canvas::fitted_ui(ui, scene, painted, name));
        picture_links_ui(ui, name, cx, out, || for_others(scene));
    }
    ui.data_mut(|data| data.insert_temp(id, kept));
}

/// What can be done with the picture of a chart. Where there is none that others may see, that is said.
pub fn picture_links_ui(
    ui: &mut Ui,
    name: &str,
    cx: &Context<'_>,
    out: &mut Out,
    picture: impl Fn() -> Option<Arc<Scene>>,
) {
    ui.horizontal(|ui| {
        let copy = link_ui(ui, cx.theme, &tr!("ui-chart-copy")).clicked();
        let save = link_ui(ui, cx.theme, &tr!("ui-chart-save")).clicked();
        if copy || save {
            out.requests.push(match picture() {
                Some(scene) if copy => Request::CopyChart(scene),
                Some(scene) => Request::SaveChart { title: name.to_owned(), scene },
                None => Request::Tell(tr!("ui-chart-withheld", smallest = cx.view.map.about.smallest_group)),
            });
        }
    });
}
