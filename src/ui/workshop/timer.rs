//! The count-down, large enough for the back of the room, and what comes next.

use crate::model::AgendaItem;
use crate::session::{Command, Countdown};
use crate::text::Face;
use crate::tr;
use crate::ui::keys::label_with_keys;
use crate::ui::style::{c, font, text};
use crate::ui::widgets::enabled_button_ui;
use crate::ui::{Context, Out};
use egui::{Color32, Frame, Galley, Id, Label, Margin, Sense, Ui, accesskit::Role, vec2};
use std::sync::Arc;
use std::time::Duration;

/// The last part of a step, in which the timer changes colour.
const LAST_SECS: i64 = 60;
/// How long the end of a step flashes.
const FLASHES_SECS: i64 = 4;
/// Half of a flash: slower than what harms anybody.
const FLASH: Duration = Duration::from_millis(400);

pub fn timer_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let Some(shown) = Shown::of(cx) else { return };
    let theme = cx.theme;
    let frame = Frame::new().fill(shown.background(ui, cx)).corner_radius(12);
    frame.inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(Label::new(text(&shown.name, Face::SemiBold, 17.0, theme.text)).wrap());
        // A low window needs its height for the page below.
        let most = (ui.ctx().content_rect().height() / 8.0).max(64.0);
        let size = (ui.available_width() / 3.4).clamp(64.0, 150.0).min(most);
        clock_ui(ui, &shown, size, cx);
        if shown.countdown.left_secs <= 0 {
            ui.label(text(tr!("ui-time-is-up"), Face::SemiBold, 15.0, theme.error));
        }
        buttons_ui(ui, shown.countdown, cx, out);
        ui.add(Label::new(text(shown.next, Face::Regular, 13.0, theme.text_body)).wrap());
    });
    ui.add_space(6.0);
}

/// The timer in the whole window: step, count-down and what comes next, to be read across the room.
pub fn big_timer_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let Some(shown) = Shown::of(cx) else { return };
    let theme = cx.theme;
    let room = ui.available_rect_before_wrap();
    ui.painter().rect_filled(room, 0.0, shown.background(ui, cx));
    let (width, height) = (room.width(), room.height());
    // Six characters such as `−10:05` fill the width.
    let size = (width / 3.6).min(height * 0.5);
    let words = (height * 0.07).clamp(22.0, 64.0);
    let used = size * 1.25 + words * 3.4 + 60.0;
    ui.vertical_centered(|ui| {
        ui.add_space(((height - used) / 2.0).max(8.0));
        ui.add(Label::new(text(&shown.name, Face::Bold, words, theme.text)).truncate());
        clock_ui(ui, &shown, size, cx);
        let state = if shown.countdown.left_secs <= 0 { tr!("ui-time-is-up") } else { String::new() };
        ui.label(text(state, Face::SemiBold, words * 0.7, theme.error));
        ui.add(Label::new(text(&shown.next, Face::Regular, words * 0.7, theme.text_body)).truncate());
        ui.add_space(12.0);
        centered_ui(ui, "timer buttons", |ui| buttons_ui(ui, shown.countdown, cx, out));
    });
}

/// What there is to tell of the present step.
struct Shown {
    name: String,
    next: String,
    countdown: Countdown,
}

impl Shown {
    /// None when the agenda is empty or over.
    fn of(cx: &Context<'_>) -> Option<Self> {
        let (mode, agenda) = (cx.view.workshop, &cx.view.map.workshop.agenda);
        let (item, countdown) = agenda.get(mode.step()).zip(mode.countdown(agenda))?;
        let next = agenda.get(mode.step() + 1).map_or_else(
            || tr!("ui-last-step"),
            |next| tr!("ui-next-is", name = name_of(next), minutes = next.planned_minutes),
        );
        Some(Self { name: name_of(item), next, countdown })
    }

    /// Quiet, then warmer in the last minute, then red; for a moment after the end it flashes, for those who hear nothing.
    fn background(&self, ui: &Ui, cx: &Context<'_>) -> Color32 {
        let (theme, countdown) = (cx.theme, self.countdown);
        let is_fresh = countdown.running && (-FLASHES_SECS..=0).contains(&countdown.left_secs);
        if is_fresh && !cx.parts.reduced_motion {
            ui.ctx().request_repaint_after(FLASH);
            if ui.input(|input| (input.time / FLASH.as_secs_f64()) as i64 % 2 == 0) {
                return c(theme.panel);
            }
        }
        c(match countdown.left_secs {
            ..=0 => theme.error_soft,
            1..=LAST_SECS if countdown.running => theme.warning_soft,
            _ => theme.panel_inset,
        })
    }
}

fn name_of(item: &AgendaItem) -> String {
    if item.name.is_empty() { tr!("ui-step-unnamed") } else { item.name.clone() }
}

fn clock_ui(ui: &mut Ui, shown: &Shown, size: f32, cx: &Context<'_>) {
    let left = shown.countdown.left_secs;
    let color = if left < 0 { cx.theme.error } else { cx.theme.text };
    let glyph = |ui: &Ui, letter: char| {
        ui.painter().layout_no_wrap(letter.to_string(), font(Face::Bold, size), c(color))
    };
    // All digits take as much room, so that the others stand still when one changes.
    let digit = ('0'..='9').map(|digit| glyph(ui, digit).size().x).fold(0.0_f32, f32::max);
    let letters: Vec<_> = clock(left).chars().map(|letter| (letter, glyph(ui, letter))).collect();
    let room_of = |(letter, galley): &(char, Arc<Galley>)| match letter.is_ascii_digit() {
        true => digit,
        false => galley.size().x,
    };
    let height = letters.first().map_or(size, |(_, galley)| galley.size().y);
    let size = vec2(letters.iter().map(room_of).sum(), height);
    let (place, label) = ui.allocate_exact_size(size, Sense::hover());
    let mut at = place.min;
    for letter in letters {
        let room = room_of(&letter);
        let inset = (room - letter.1.size().x) / 2.0;
        ui.painter().galley(at + vec2(inset, 0.0), letter.1, c(color));
        at.x += room;
    }
    let spoken = if left < 0 {
        tr!("ui-time-over", time = clock(-left))
    } else {
        tr!("ui-time-left", time = clock(left))
    };
    label.widget_info(|| egui::WidgetInfo::labeled(Role::Timer, true, &spoken));
}

fn buttons_ui(ui: &mut Ui, countdown: Countdown, cx: &Context<'_>, out: &mut Out) {
    let is_big = cx.view.workshop.big_timer;
    ui.horizontal_wrapped(|ui| {
        let toggle = if countdown.running { tr!("ui-timer-pause") } else { tr!("ui-timer-start") };
        for (label, command) in [
            (toggle, Command::ToggleTimer),
            (tr!("ui-timer-add", minutes = 1), Command::AddMinute),
            (tr!("ui-timer-add", minutes = 5), Command::AddFiveMinutes),
            (tr!("ui-timer-next"), Command::NextStep),
            (if is_big { tr!("ui-timer-small") } else { tr!("ui-timer-big") }, Command::ToggleBigTimer),
        ] {
            let button = enabled_button_ui(ui, cx.session.can_run(command), &label);
            if button.on_hover_text(label_with_keys(ui.ctx(), command)).clicked() {
                out.command(command);
            }
        }
    });
}

/// A row in the middle, as wide as it was the last time.
fn centered_ui(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    let id = Id::unique(name);
    let width: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(480.0);
    let room = ui.available_width();
    let shown = ui.horizontal(|ui| {
        ui.add_space(((room - width) / 2.0).max(0.0));
        ui.scope(content).response.rect.width()
    });
    if (shown.inner - width).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, shown.inner));
        ui.ctx().request_repaint();
    }
}

/// Minutes and seconds that are left; beyond the end those that were too many, with a plus sign.
fn clock(left_secs: i64) -> String {
    let sign = if left_secs < 0 { "+" } else { "" };
    let secs = left_secs.unsigned_abs();
    format!("{sign}{}:{:02}", secs / 60, secs % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_beyond_the_end_counts_up_with_a_plus() {
        assert_eq!([clock(605), clock(59), clock(0), clock(-61)], ["10:05", "0:59", "0:00", "+1:01"]);
    }
}
