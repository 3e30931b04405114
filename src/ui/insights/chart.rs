//! A chart on a page: laid out once for what it is made from, painted as in every export, to be copied and saved.

use crate::canvas::{self, PaintCache};
use crate::scene::Scene;
use crate::session::Request;
use crate::tr;
use crate::ui::style::c;
use crate::ui::widgets::link_ui;
use crate::ui::{Context, Out};
use egui::{Frame, Id, Stroke, Ui, vec2};
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

/// A chart as it was laid out last.
struct Drawn {
    made_from: u64,
    scene: Option<Arc<Scene>>,
    painted: PaintCache,
}

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
        frame.show(ui, |ui| {
            let width = ui.available_width();
            let height = width * scene.size.height / scene.size.width.max(1.0);
            canvas::preview_ui(ui, scene, painted, vec2(width, height), name);
        });
        ui.horizontal(|ui| {
            if link_ui(ui, cx.theme, &tr!("ui-chart-copy")).clicked() {
                out.requests.push(Request::CopyChart(Arc::clone(scene)));
            }
            if link_ui(ui, cx.theme, &tr!("ui-chart-save")).clicked() {
                out.requests.push(Request::SaveChart { title: name.to_owned(), scene: Arc::clone(scene) });
            }
        });
    }
    ui.data_mut(|data| data.insert_temp(id, kept));
}
