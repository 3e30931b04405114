//! A strip under the top bar when something stands between the map and its file.

use super::style::{c, text};
use super::widgets::{button_ui, link_ui};
use super::{Context, Out};
use crate::session::{Command, Pick, Request};
use crate::store::lock::Holder;
use crate::text::Face;
use crate::tr;
use egui::{Align, Frame, Label, Layout, Margin, Panel, Ui};

/// Shows nothing when all is well.
pub fn banner_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    file_ui(ui, cx, out);
    data_ui(ui, cx, out);
}

/// The map's data could not be read: where is it?
fn data_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let Some(unread) = cx.session.unread() else { return };
    let frame = Frame::new().fill(c(cx.theme.warning_soft)).inner_margin(Margin::symmetric(14, 6));
    Panel::top("data banner").resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if link_ui(ui, cx.theme, &tr!("ui-try-again")).clicked() {
                    out.requests.push(Request::LoadData(unread.source));
                }
                if button_ui(ui, &tr!("ui-locate")).clicked() {
                    out.requests.push(Request::Pick(Pick::Locate(unread.source)));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let words = text(&unread.reason, Face::Medium, 12.5, cx.theme.text);
                    ui.add(Label::new(words).truncate()).on_hover_text(&unread.reason);
                });
            });
        });
    });
}

/// Somebody else has the file, or unsaved work is not kept.
fn file_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let words = match (cx.session.read_only(), cx.session.keeping_trouble()) {
        (Some(holder), _) => tr!("ui-read-only", who = who(holder)),
        (None, Some(trouble)) => tr!("ui-not-kept", reason = trouble),
        (None, None) => return,
    };
    let frame = Frame::new().fill(c(cx.theme.accent_soft)).inner_margin(Margin::symmetric(14, 6));
    Panel::top("banner").resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(text(words, Face::Medium, 12.5, cx.theme.text));
            let is_read_only = cx.session.read_only().is_some();
            let save = if is_read_only { tr!("ui-save-copy") } else { Command::SaveAs.label() };
            if button_ui(ui, &save).clicked() {
                out.command(Command::SaveAs);
            }
            if cx.session.can_take_over() && link_ui(ui, cx.theme, &tr!("ui-take-over")).clicked() {
                out.requests.push(Request::TakeOver);
            }
        });
    });
}

/// As far as it is known.
fn who(holder: &Holder) -> String {
    match (holder.user.is_empty(), holder.host.is_empty()) {
        (true, true) => tr!("ui-somebody"),
        (false, true) => holder.user.clone(),
        (true, false) => tr!("ui-somebody-on", host = holder.host.clone()),
        (false, false) => tr!("ui-user-on", user = holder.user.clone(), host = holder.host.clone()),
    }
}
