//! The count-down, large enough for the back of the room, and what comes next.

use crate::session::{Command, Countdown};
use crate::text::Face;
use crate::theme::Theme;
use crate::tr;
use crate::ui::keys::label_with_keys;
use crate::ui::style::{c, text};
use crate::ui::widgets::button_ui;
use crate::ui::{Context, Out};
use egui::{Color32, Frame, Label, Margin, Ui, accesskit::Role};
use std::time::Duration;

/// The last part of a step, in which the timer changes colour.
const LAST_SECS: i64 = 60;
/// How often a running clock is looked at.
const LOOK_AGAIN: Duration = Duration::from_millis(250);

pub fn timer_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let (mode, agenda, theme) = (cx.view.workshop, &cx.view.map.workshop.agenda, cx.theme);
    let Some((item, countdown)) = agenda.get(mode.step()).zip(mode.countdown(agenda)) else { return };
    let frame = Frame::new().fill(background(theme, countdown)).corner_radius(12);
    frame.inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let name = if item.name.is_empty() { tr!("ui-step-unnamed") } else { item.name.clone() };
        ui.add(Label::new(text(name, Face::SemiBold, 17.0, theme.text)).wrap());
        let size = (ui.available_width() / 3.4).clamp(64.0, 150.0);
        let color = if countdown.left_secs < 0 { theme.error } else { theme.text };
        let time = clock(countdown.left_secs);
        let shown = ui.add(Label::new(text(&time, Face::Bold, size, color)).extend());
        let spoken = tr!("ui-time-left", time = time);
        shown.widget_info(|| egui::WidgetInfo::labeled(Role::Timer, true, &spoken));
        if countdown.left_secs <= 0 {
            ui.label(text(tr!("ui-time-is-up"), Face::SemiBold, 15.0, theme.error));
        }
        buttons_ui(ui, countdown, cx, out);
        let next = agenda.get(mode.step() + 1).map(|next| next.name.clone());
        let next = next.map_or_else(|| tr!("ui-last-step"), |name| tr!("ui-next-is", name = name));
        ui.add(Label::new(text(next, Face::Regular, 13.0, theme.text_body)).wrap());
    });
    ui.add_space(6.0);
    if countdown.running {
        ui.ctx().request_repaint_after(LOOK_AGAIN);
    }
}

fn buttons_ui(ui: &mut Ui, countdown: Countdown, cx: &Context<'_>, out: &mut Out) {
    ui.horizontal_wrapped(|ui| {
        let toggle = if countdown.running { tr!("ui-timer-pause") } else { tr!("ui-timer-start") };
        for (label, command) in [
            (toggle, Command::ToggleTimer),
            (tr!("ui-timer-add", minutes = 1), Command::AddMinute),
            (tr!("ui-timer-add", minutes = 5), Command::AddFiveMinutes),
            (tr!("ui-timer-next"), Command::NextStep),
        ] {
            let enabled = cx.session.can_run(command);
            let button = ui.add_enabled_ui(enabled, |ui| button_ui(ui, &label)).inner;
            if button.on_hover_text(label_with_keys(ui.ctx(), command)).clicked() {
                out.command(command);
            }
        }
    });
}

/// Minutes and seconds; beyond the end with a minus sign.
fn clock(secs: i64) -> String {
    let sign = if secs < 0 { "−" } else { "" };
    let secs = secs.unsigned_abs();
    format!("{sign}{}:{:02}", secs / 60, secs % 60)
}

/// Quiet, then warmer in the last minute, then at the end of the time.
fn background(theme: &Theme, countdown: Countdown) -> Color32 {
    c(match countdown.left_secs {
        ..=0 => theme.error_soft,
        1..=LAST_SECS if countdown.running => theme.warning_soft,
        _ => theme.panel_inset,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_beyond_the_end_has_a_minus() {
        assert_eq!([clock(605), clock(59), clock(0), clock(-61)], ["10:05", "0:59", "0:00", "−1:01"]);
    }
}
