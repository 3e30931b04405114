//! A strip under the top bar when something stands between the map and its file.

use super::style::{c, text};
use super::widgets::{button_ui, link_ui};
use super::{Context, Out};
use crate::base::Color;
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
    strip_ui(ui, "data banner", cx.theme.warning_soft, &unread.reason, cx, |ui| {
        if link_ui(ui, cx.theme, &tr!("ui-try-again")).clicked() {
            out.requests.push(Request::LoadData(unread.source));
        }
        if !unread.was_stopped && button_ui(ui, &tr!("ui-locate")).clicked() {
            out.requests.push(Request::Pick(Pick::Locate(unread.source)));
        }
    });
}

/// Somebody else has the file, or unsaved work is not kept.
fn file_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let (words, save) = match (cx.session.read_only(), cx.session.keeping_trouble()) {
        (Some(holder), _) => (tr!("ui-read-only", who = who(holder)), tr!("ui-save-copy")),
        (None, Some(trouble)) => (tr!("ui-not-kept", reason = trouble), Command::SaveAs.label()),
        (None, None) => return,
    };
    strip_ui(ui, "banner", cx.theme.accent_soft, &words, cx, |ui| {
        if cx.session.can_take_over() && link_ui(ui, cx.theme, &tr!("ui-take-over")).clicked() {
            out.requests.push(Request::TakeOver);
        }
        if button_ui(ui, &save).clicked() {
            out.command(Command::SaveAs);
        }
    });
}

/// Words as far as there is room, and buttons from the right.
fn strip_ui(
    ui: &mut Ui,
    name: &'static str,
    fill: Color,
    words: &str,
    cx: &Context<'_>,
    buttons: impl FnOnce(&mut Ui),
) {
    let frame = Frame::new().fill(c(fill)).inner_margin(Margin::symmetric(14, 6));
    Panel::top(name).resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                buttons(ui);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let label = text(words, Face::Medium, 12.5, cx.theme.text);
                    ui.add(Label::new(label).truncate()).on_hover_text(words);
                });
            });
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
