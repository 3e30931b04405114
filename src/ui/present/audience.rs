//! What the audience sees: the map in the whole window, above it what the step is called. Buttons and the number of the
//! step come with the pointer and go when it rests.

use super::{act, title};
use crate::canvas::Canvas;
use crate::session::{Command, Picture, PresentAction, Presenting};
use crate::text::Face;
use crate::tr;
use crate::ui::keys::label_with_keys;
use crate::ui::style::{c, text};
use crate::ui::widgets::button_ui;
use crate::ui::{Context, Out};
use egui::{
    Align, Align2, Area, CentralPanel, Color32, CursorIcon, Frame, Id, Label, Layout, Margin, Order, Panel,
    Stroke, Ui, accesskit, vec2,
};
use std::time::Duration;

/// How long the number of the step and the buttons stay.
const SHOWN_SECS: f64 = 2.5;

/// Size of the words above the map as a share of the window's height, and its limits in points.
const CAPTION: f32 = 0.028;
const CAPTIONS: std::ops::RangeInclusive<f32> = 18.0..=44.0;

/// What the window remembers while presenting.
#[derive(Default)]
pub struct Audience {
    /// The step that was shown last, counted, and since when.
    shown: Option<(u32, f64)>,
}

pub fn audience_ui(
    ui: &mut Ui,
    audience: &mut Audience,
    canvas: &mut Canvas,
    presenting: &Presenting,
    (cx, out): (&Context<'_>, &mut Out),
) {
    let ground = Frame::new().fill(c(cx.view.scene.background.unwrap_or(cx.theme.canvas)));
    let fresh = audience.fresh(ui, presenting);
    let size = (ui.available_height() * CAPTION).clamp(*CAPTIONS.start(), *CAPTIONS.end());
    Panel::top("presented step")
        .exact_size(size * 2.2)
        .resizable(false)
        .show_separator_line(false)
        .frame(ground.inner_margin(Margin::symmetric(24, 0)))
        .show(ui, |ui| caption_ui(ui, presenting, (size, fresh.step || fresh.pointer), cx));
    CentralPanel::no_frame().show(ui, |ui| canvas.ui(ui, &cx.view, cx.theme, &mut out.actions));
    cover_ui(ui, presenting.picture);
    buttons_ui(ui, fresh.pointer, cx, out);
    announce(ui, presenting, cx);
}

/// What has just happened.
#[derive(Clone, Copy)]
struct Fresh {
    /// A step was gone to.
    step: bool,
    /// The pointer moved.
    pointer: bool,
}

impl Audience {
    /// What is true for a while after a step and while the pointer moves; a pointer at rest is hidden.
    fn fresh(&mut self, ui: &Ui, presenting: &Presenting) -> Fresh {
        let now = ui.input(|input| input.time);
        let since = match self.shown {
            Some((shown, since)) if shown == presenting.shown => since,
            _ => self.shown.insert((presenting.shown, now)).1,
        };
        let moved_secs: f64 = ui.input(|input| {
            let pointer = &input.pointer;
            pointer.hover_pos().map_or(f64::INFINITY, |_| pointer.time_since_last_movement().into())
        });
        let (step_secs, pointer_secs) = (SHOWN_SECS - (now - since), SHOWN_SECS - moved_secs);
        if pointer_secs <= 0.0 {
            ui.ctx().set_cursor_icon(CursorIcon::None);
        }
        for left_secs in [step_secs, pointer_secs].into_iter().filter(|left| *left > 0.0) {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(left_secs));
        }
        Fresh { step: step_secs > 0.0, pointer: pointer_secs > 0.0 }
    }
}

/// What the step is called, and which it is.
fn caption_ui(ui: &mut Ui, presenting: &Presenting, (size, is_fresh): (f32, bool), cx: &Context<'_>) {
    let theme = cx.theme;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let count = tr!("ui-present-count", at = presenting.at() + 1, count = presenting.steps().len());
        let count = match presenting.number {
            Some(number) => tr!("ui-present-goes-to", number = number),
            None => count,
        };
        ui.scope(|ui| {
            let is_seen = is_fresh || presenting.number.is_some();
            ui.multiply_opacity(ui.ctx().animate_bool(Id::unique("presented number"), is_seen));
            ui.label(text(count, Face::Medium, size * 0.7, theme.text_muted));
        });
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let words = text(title(cx, presenting.step()), Face::Bold, size, theme.text);
            ui.add(Label::new(words).truncate());
        });
    });
}

/// Black or white over everything.
fn cover_ui(ui: &Ui, picture: Picture) {
    let color = match picture {
        Picture::Map => return,
        Picture::Black => Color32::BLACK,
        Picture::White => Color32::WHITE,
    };
    let room = ui.ctx().content_rect();
    let layer = egui::LayerId::new(Order::Middle, Id::unique("presentation covered"));
    ui.ctx().layer_painter(layer).rect_filled(room, 0.0, color);
    ui.ctx().set_cursor_icon(CursorIcon::None);
}

/// At the lower edge; they can be reached by Tab and by screen readers also while they are not seen.
fn buttons_ui(ui: &Ui, is_pointed_at: bool, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let area = Area::new(Id::unique("presentation buttons"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -20.0));
    let id = Id::unique("presentation buttons seen");
    let has_focus = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    let seen = ui.ctx().animate_bool(id, is_pointed_at || has_focus);
    let focused = area.show(ui.ctx(), |ui| {
        ui.multiply_opacity(seen);
        let frame = Frame::popup(ui.style()).inner_margin(Margin::symmetric(12, 8)).corner_radius(12);
        let frame = frame.fill(c(theme.panel)).stroke(Stroke::new(1.0, c(theme.border_strong)));
        frame.show(ui, |ui| ui.horizontal(|ui| row_ui(ui, cx, out)).inner).inner
    });
    ui.data_mut(|data| data.insert_temp(id, focused.inner));
}

/// Gives whether one of the buttons has the keyboard.
fn row_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut has_focus = false;
    for (label, action) in [
        (tr!("ui-present-previous"), PresentAction::Previous),
        (tr!("ui-present-next"), PresentAction::Next),
        (tr!("ui-present-black"), PresentAction::Black),
    ] {
        let button = button_ui(ui, &label);
        has_focus |= button.has_focus();
        if button.clicked() {
            act(out, action);
        }
    }
    for command in [Command::ToggleReveal, Command::TogglePresenterView] {
        if !cx.session.can_run(command) {
            continue;
        }
        let button = button_ui(ui, &command.label());
        has_focus |= button.has_focus();
        if button.on_hover_text(label_with_keys(ui.ctx(), command)).clicked() {
            out.command(command);
        }
    }
    let end = button_ui(ui, &tr!("ui-present-end"));
    if end.clicked() {
        act(out, PresentAction::Leave);
    }
    has_focus || end.has_focus()
}

/// Each step is read out as it comes.
fn announce(ui: &Ui, presenting: &Presenting, cx: &Context<'_>) {
    let words = match presenting.picture {
        Picture::Black => tr!("ui-present-is-black"),
        Picture::White => tr!("ui-present-is-white"),
        Picture::Map => {
            let (at, count) = (presenting.at() + 1, presenting.steps().len());
            tr!("ui-present-spoken", name = title(cx, presenting.step()), at = at, count = count)
        }
    };
    let _ = ui.ctx().accesskit_node_builder(Id::unique("presented step spoken"), |node| {
        node.set_role(accesskit::Role::Status);
        node.set_live(accesskit::Live::Assertive);
        node.set_label(words);
    });
}
