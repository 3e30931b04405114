//! Dialogs about work that could be lost: left over by a former run, or changed by others meanwhile.

use super::frame::{buttons_ui, dialog_ui};
use crate::session::{Command, Leave, OthersWork, Request};
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::unsaved::{Unsaved, unsaved_ui};
use crate::ui::widgets::{button_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{Label, ScrollArea};
use std::path::PathBuf;

/// What is left over, to open or to discard.
pub fn recovery_ui(ctx: &egui::Context, unsaved: &Unsaved, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let dismissed = dialog_ui(ctx, cx.theme, "recovery", &tr!("ui-left-over"), 620.0, |ui| {
        ui.label(text(tr!("ui-left-over-detail"), Face::Regular, 13.0, cx.theme.text_body));
        ui.add_space(8.0);
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| unsaved_ui(ui, unsaved, cx, out));
        buttons_ui(ui, |ui| close = primary_button_ui(ui, cx.theme, &tr!("ui-later")).clicked());
    });
    close || dismissed
}

/// Somebody else has written the file: overwrite, save elsewhere, or take theirs.
pub fn changed_ui(ctx: &egui::Context, then: &Option<Leave>, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let path = cx.view.path;
    let name = path.and_then(|path| path.file_name()).unwrap_or_default().to_string_lossy();
    let headline = tr!("ui-changed-headline", name = name.into_owned());
    let dismissed = dialog_ui(ctx, cx.theme, "changed", &headline, 520.0, |ui| {
        ui.label(text(tr!("ui-changed-detail"), Face::Regular, 13.0, cx.theme.text_body));
        buttons_ui(ui, |ui| {
            if primary_button_ui(ui, cx.theme, &Command::SaveAs.label()).clicked() {
                out.requests.push(Request::SaveAs { then: then.clone() });
                close = true;
            }
            let overwrite = button_ui(ui, &tr!("ui-overwrite"));
            if let Some(path) = path.filter(|_| overwrite.clicked()) {
                let (path, others) = (path.to_owned(), OthersWork::Overwrite);
                out.requests.push(Request::SaveTo { path, others, then: then.clone() });
                close = true;
            }
            let reload = button_ui(ui, &tr!("ui-reload")).on_hover_text(tr!("ui-reload-hint"));
            if let Some(path) = path.filter(|_| reload.clicked()) {
                let leave = Leave::Open(path.to_owned());
                out.requests.push(Request::LeaveNow { leave, save: false });
                close = true;
            }
            if button_ui(ui, &tr!("ui-cancel")).clicked() {
                close = true;
            }
        });
    });
    close || dismissed
}

/// Saving that went wrong, with what is needed to do it again.
pub struct SaveFailed {
    /// Where to.
    pub path: PathBuf,
    /// What of others' work was to be done.
    pub others: OthersWork,
    /// Where to go after it.
    pub then: Option<Leave>,
    /// Why it failed.
    pub detail: String,
}

/// The map could not be saved: elsewhere, or again.
pub fn save_failed_ui(ctx: &egui::Context, failed: &SaveFailed, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let dismissed = dialog_ui(ctx, cx.theme, "save failed", &tr!("ui-save-failed"), 520.0, |ui| {
        let detail = text(&failed.detail, Face::Regular, 13.0, cx.theme.text_body);
        ui.add(Label::new(detail).wrap().selectable(true));
        ui.add_space(6.0);
        // Only what is true: without a journal a crash would take it.
        let is_kept = cx.session.keeping_trouble().is_none();
        let hint = if is_kept { tr!("ui-save-failed-kept") } else { tr!("ui-save-failed-not-kept") };
        ui.label(text(hint, Face::Regular, 13.0, cx.theme.text));
        buttons_ui(ui, |ui| {
            if primary_button_ui(ui, cx.theme, &Command::SaveAs.label()).clicked() {
                out.requests.push(Request::SaveAs { then: failed.then.clone() });
                close = true;
            }
            if button_ui(ui, &tr!("ui-try-again")).clicked() {
                let SaveFailed { path, others, then, .. } = failed;
                let (path, others, then) = (path.clone(), *others, then.clone());
                out.requests.push(Request::SaveTo { path, others, then });
                close = true;
            }
            close |= button_ui(ui, &tr!("ui-cancel")).clicked();
        });
    });
    close || dismissed
}
