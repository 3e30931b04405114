//! A word that something is done, shown at the window's lower edge for a while.

use super::Context;
use super::style::{c, text};
use super::widgets::link_ui;
use crate::text::Face;
use crate::tr;
use egui::{Align2, Area, Frame, Id, Label, Margin, Order, Stroke, vec2};

/// How long it stays.
const SHOWN_SECS: f64 = 8.0;

/// Above the status bar; the touchpoints, which are at the top, stay in sight.
const BOTTOM_PT: f32 = 34.0;

/// Something that is done.
#[derive(Clone, Debug)]
pub struct Notice {
    words: String,
    /// When it was first shown, in the window's time.
    since_secs: Option<f64>,
}

impl Notice {
    /// A notice that has not been shown yet.
    #[must_use]
    pub const fn new(words: String) -> Self {
        Self { words, since_secs: None }
    }
}

pub fn notice_ui(ctx: &egui::Context, notice: &mut Option<Notice>, cx: &Context<'_>) {
    let Some(shown) = notice else { return };
    let now = ctx.input(|input| input.time);
    let left_secs = SHOWN_SECS - (now - *shown.since_secs.get_or_insert(now));
    if left_secs <= 0.0 {
        *notice = None;
        return;
    }
    let theme = cx.theme;
    let area = Area::new(Id::unique("notice"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -BOTTOM_PT));
    let dismissed = area.show(ctx, |ui| {
        let frame = Frame::popup(ui.style()).inner_margin(Margin::symmetric(14, 8)).corner_radius(8);
        let frame = frame.fill(c(theme.panel)).stroke(Stroke::new(1.0, c(theme.border_strong)));
        frame
            .show(ui, |ui| {
                ui.set_max_width((ctx.content_rect().width() * 0.6).max(240.0));
                ui.horizontal(|ui| {
                    ui.add(Label::new(text(shown.words.clone(), Face::Medium, 12.5, theme.text)).wrap());
                    link_ui(ui, theme, &tr!("ui-close")).clicked()
                })
                .inner
            })
            .inner
    });
    if dismissed.inner {
        *notice = None;
    } else {
        ctx.request_repaint_after(std::time::Duration::from_secs_f64(left_secs));
    }
}
