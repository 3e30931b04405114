//! What the presenter sees: this step and the next, notes, the time, and buttons.

use super::{act, title};
use crate::canvas::{PaintCache, step_preview_ui};
use crate::session::{Command, Picture, PresentAction, Presenting, Step, notes};
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, text};
use crate::ui::widgets::{button_ui, chip_ui, enabled_button_ui, eyebrow_ui, primary_button_ui};
use crate::ui::{Context, Out, workshop};
use egui::{CentralPanel, Frame, Label, Margin, Panel, Role, ScrollArea, Ui, WidgetInfo, vec2};

/// Height of a picture for its width.
const SHAPE: f32 = 9.0 / 16.0;

/// Sizes of the notes, in points.
const NOTE_SIZES: std::ops::RangeInclusive<f32> = 12.0..=32.0;

/// What the presenter's window remembers.
pub struct PresenterView {
    note_size: f32,
    this: PaintCache,
    next: PaintCache,
}

impl Default for PresenterView {
    fn default() -> Self {
        Self { note_size: 17.0, this: PaintCache::default(), next: PaintCache::default() }
    }
}

/// How many screens there are to present on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screens {
    /// The audience's and the presenter's.
    Two,
    /// One, or nobody can tell.
    One,
}

pub fn presenter_ui(
    ui: &mut Ui,
    view: &mut PresenterView,
    presenting: &Presenting,
    screens: Screens,
    (cx, out): (&Context<'_>, &mut Out),
) {
    let theme = cx.theme;
    let bar = Frame::new().fill(c(theme.panel)).inner_margin(Margin::symmetric(18, 10));
    Panel::top("presenter's time").frame(bar).resizable(false).show(ui, |ui| {
        time_ui(ui, presenting, cx);
    });
    Panel::bottom("presenter's buttons").frame(bar).resizable(false).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| buttons_ui(ui, presenting, screens, cx, out));
    });
    let ground = Frame::new().fill(c(theme.canvas)).inner_margin(Margin::symmetric(18, 14));
    let width = (ui.available_width() * 0.4).clamp(220.0, 620.0);
    Panel::right("presenter's notes")
        .exact_size(width)
        .resizable(false)
        .frame(ground.fill(c(theme.panel)))
        .show(ui, |ui| {
            workshop::timer_ui(ui, cx, out);
            notes_ui(ui, view, presenting.step(), cx);
        });
    CentralPanel::default().frame(ground).show(ui, |ui| pictures_ui(ui, view, presenting, cx));
}

/// How long it has been going on, and which step it is.
fn time_ui(ui: &mut Ui, presenting: &Presenting, cx: &Context<'_>) {
    let theme = cx.theme;
    ui.horizontal(|ui| {
        let elapsed = clock(presenting.elapsed_secs(cx.session.now()));
        let label = ui.label(text(&elapsed, Face::Bold, 28.0, theme.text));
        let spoken = tr!("ui-presenter-elapsed", time = elapsed);
        label.widget_info(|| WidgetInfo::labeled(Role::Timer, true, &spoken));
        ui.add_space(14.0);
        let (at, count) = (presenting.at() + 1, presenting.steps().len());
        let words = tr!("ui-presenter-step", at = at, count = count);
        ui.label(text(words, Face::Medium, 15.0, theme.text_muted));
    });
}

fn pictures_ui(ui: &mut Ui, view: &mut PresenterView, presenting: &Presenting, cx: &Context<'_>) {
    let theme = cx.theme;
    let room = ui.available_size();
    let headings = 76.0;
    // The next one is about half as large.
    let height = ((room.y - headings) / 1.55).max(60.0);
    let width = room.x.min(height / SHAPE);
    let this = presenting.step();
    ui.add(Label::new(text(title(cx, this), Face::Bold, 18.0, theme.text)).truncate());
    picture_ui(ui, this, &mut view.this, width, (&tr!("ui-presenter-this"), cx));
    ui.add_space(10.0);
    let Some(next) = presenting.next() else {
        ui.label(text(tr!("ui-presenter-last"), Face::Medium, 15.0, theme.text_muted));
        return;
    };
    let words = tr!("ui-presenter-next", name = title(cx, next));
    ui.add(Label::new(text(words, Face::SemiBold, 15.0, theme.text_body)).truncate());
    picture_ui(ui, next, &mut view.next, width * 0.52, (&tr!("ui-presenter-next-picture"), cx));
}

fn picture_ui(ui: &mut Ui, step: Step, cache: &mut PaintCache, width: f32, (name, cx): (&str, &Context<'_>)) {
    let size = vec2(width, width * SHAPE);
    step_preview_ui(ui, (cx.view.scene, step), cache, (size, cx.theme.canvas), name);
}

fn notes_ui(ui: &mut Ui, view: &mut PresenterView, step: Step, cx: &Context<'_>) {
    let theme = cx.theme;
    let size = view.note_size;
    ui.horizontal(|ui| {
        eyebrow_ui(ui, theme, &tr!("ui-presenter-notes"));
        for (label, by) in [(tr!("ui-presenter-smaller"), -2.0), (tr!("ui-presenter-larger"), 2.0)] {
            let wanted = size + by;
            if enabled_button_ui(ui, NOTE_SIZES.contains(&wanted), &label).clicked() {
                view.note_size = wanted;
            }
        }
    });
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let notes = notes(&cx.view, step);
        if notes.is_empty() {
            ui.label(text(tr!("ui-presenter-no-notes"), Face::Regular, size, theme.text_muted));
        }
        for note in notes {
            if !note.heading.is_empty() {
                ui.add_space(size * 0.35);
                ui.add(Label::new(text(note.heading, Face::SemiBold, size * 0.8, theme.text_muted)).wrap());
            }
            for line in note.lines {
                ui.add(Label::new(text(line, Face::Regular, size, theme.text)).wrap());
            }
        }
    });
}

fn buttons_ui(ui: &mut Ui, presenting: &Presenting, screens: Screens, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    if button_ui(ui, &tr!("ui-present-previous")).clicked() {
        act(out, PresentAction::Previous);
    }
    if primary_button_ui(ui, theme, &tr!("ui-present-next")).clicked() {
        act(out, PresentAction::Next);
    }
    if button_ui(ui, &tr!("ui-present-first")).clicked() {
        act(out, PresentAction::First);
    }
    for (label, picture, action) in [
        (tr!("ui-present-black"), Picture::Black, PresentAction::Black),
        (tr!("ui-present-white"), Picture::White, PresentAction::White),
    ] {
        if chip_ui(ui, theme, &label, presenting.picture == picture).clicked() {
            act(out, action);
        }
    }
    let commands =
        [(Command::ToggleReveal, cx.view.reveal), (Command::ToggleStagesOnly, cx.parts.stages_only)];
    for (command, on) in commands.into_iter().filter(|(command, _)| cx.session.can_run(*command)) {
        if chip_ui(ui, theme, &command.label(), on).clicked() {
            out.command(command);
        }
    }
    if screens == Screens::Two && button_ui(ui, &Command::SwapScreens.label()).clicked() {
        out.command(Command::SwapScreens);
    }
    if button_ui(ui, &tr!("ui-present-end")).clicked() {
        act(out, PresentAction::Leave);
    }
}

/// Minutes and seconds, and hours when there are any.
fn clock(secs: u32) -> String {
    let (hours, minutes, secs) = (secs / 3600, secs / 60 % 60, secs % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{secs:02}") } else { format!("{minutes}:{secs:02}") }
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn hours_are_told_when_there_are_any() {
        assert_eq!([clock(0), clock(65), clock(3_599), clock(7_325)], ["0:00", "1:05", "59:59", "2:02:05"]);
    }
}
