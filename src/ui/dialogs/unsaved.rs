//! Unsaved work before leaving a map: save, don't save, cancel.

use super::frame::{buttons_ui, dialog_ui};
use crate::session::{Leave, Request};
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, primary_button_ui};
use crate::ui::{Context, Out};

pub fn unsaved_ui(ctx: &egui::Context, leave: &Leave, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let title = &cx.view.map.about.title;
    let name = if title.trim().is_empty() { tr!("ui-untitled") } else { title.clone() };
    let headline = tr!("ui-unsaved-headline", name = name);
    let dismissed = dialog_ui(ctx, cx.theme, "unsaved", &headline, 440.0, |ui| {
        ui.label(text(tr!("ui-unsaved-detail"), Face::Regular, 13.0, cx.theme.text_body));
        buttons_ui(ui, |ui| {
            let mut leave_now = |save| {
                out.requests.push(Request::LeaveNow { leave: leave.clone(), save });
                close = true;
            };
            if primary_button_ui(ui, cx.theme, &tr!("ui-save")).clicked() {
                leave_now(true);
            }
            if button_ui(ui, &tr!("ui-dont-save")).clicked() {
                leave_now(false);
            }
            if button_ui(ui, &tr!("ui-cancel")).clicked() {
                close = true;
            }
        });
    });
    close || dismissed
}
