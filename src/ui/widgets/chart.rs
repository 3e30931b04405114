//! What can be done with any chart of the window.

use crate::scene::Scene;
use crate::session::Request;
use crate::theme::Theme;
use crate::tr;
use crate::ui::Out;
use egui::Response;
use std::sync::Arc;

/// The menu of a chart: it can be taken to the clipboard as a picture, on the ground that it has in the window.
pub fn chart_menu_ui(response: &Response, theme: &Theme, out: &mut Out, chart: impl FnOnce() -> Scene) {
    response.context_menu(|ui| {
        if ui.button(tr!("ui-copy-chart")).clicked() {
            let chart = Scene { background: Some(theme.panel), ..chart() };
            out.requests.push(Request::CopyChart(Arc::new(chart)));
            ui.close();
        }
    });
}
