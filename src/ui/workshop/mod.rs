//! The workshop's panel, in the inspector's place: the timer above, one page below it.

mod actions;
mod agenda;
mod dots;
mod guess_field;
mod guesses;
mod map_dots;
mod map_guesses;
mod matrix;
mod parking;
mod timer;

pub use matrix::{has_matrix, matrix_ui};
pub use timer::{big_timer_ui, timer_ui};

use super::keys::label_with_keys;
use super::style::c;
use super::widgets::chip_ui;
use super::{Context, Out};
use crate::canvas::Canvas;
use crate::model::Edit;
use crate::session::{Action, Command, WorkshopPage};
use egui::{Frame, Id, Margin, Panel, ScrollArea, Ui};

pub fn workshop_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let width = (ui.available_width() * 0.29).clamp(388.0, 460.0);
    Panel::right("workshop")
        .default_size(width)
        .size_range(300.0..=680.0)
        .frame(Frame::new().fill(c(cx.theme.panel)))
        .show(ui, |ui| panel_ui(ui, cx, out));
}

fn panel_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let (page, asked) = (cx.view.workshop.page, cx.view.workshop.asked);
    let takes_keyboard = is_asked_anew(ui, "panel", asked) && !has_matrix(cx);
    ScrollArea::vertical().id_salt(page).auto_shrink([false, false]).show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(16, 14)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            timer::timer_ui(ui, cx, out);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                for other in WorkshopPage::ALL {
                    let command = shows(*other);
                    let chip = chip_ui(ui, cx.theme, &command.label(), *other == page);
                    if takes_keyboard && *other == page {
                        chip.request_focus();
                    }
                    if chip.on_hover_text(label_with_keys(ui.ctx(), command)).clicked() {
                        out.command(command);
                    }
                }
            });
            ui.add_space(6.0);
            match page {
                WorkshopPage::Agenda => agenda::agenda_ui(ui, cx, out),
                WorkshopPage::Guesses => guesses::guesses_ui(ui, cx, out),
                WorkshopPage::Dots => dots::dots_ui(ui, cx, out),
                WorkshopPage::Priorities => actions::actions_ui(ui, cx, out),
                WorkshopPage::ParkingLot => parking::parking_ui(ui, cx, out),
            }
        });
    });
}

/// What stands over the map while a page is open.
pub fn over_map_ui(ui: &mut Ui, canvas: &Canvas, cx: &Context<'_>, out: &mut Out) {
    match cx.view.workshop.page {
        _ if !cx.view.workshop.on || cx.view.editing.is_some() => {}
        WorkshopPage::Guesses if !cx.view.reveal => map_guesses::map_guesses_ui(ui, canvas, cx, out),
        WorkshopPage::Dots => map_dots::map_dots_ui(ui, canvas, cx, out),
        WorkshopPage::ParkingLot => parking::drop_ui(ui, canvas, cx, out),
        WorkshopPage::Agenda | WorkshopPage::Guesses | WorkshopPage::Priorities => {}
    }
}

/// True once after something was asked for that is to get the keyboard, by how often it was asked for: Tab goes on from
/// there. A window that has just been opened leaves the keyboard with the map.
fn is_asked_anew(ui: &Ui, who: &str, asked: u32) -> bool {
    let id = Id::unique(("asked", who));
    let before: u32 = ui.data(|data| data.get_temp(id)).unwrap_or(0);
    if before != asked {
        ui.data_mut(|data| data.insert_temp(id, asked));
    }
    before != asked
}

/// The command that shows a page.
const fn shows(page: WorkshopPage) -> Command {
    match page {
        WorkshopPage::Agenda => Command::ShowAgenda,
        WorkshopPage::Guesses => Command::ShowGuesses,
        WorkshopPage::Dots => Command::ShowDots,
        WorkshopPage::Priorities => Command::ShowPriorities,
        WorkshopPage::ParkingLot => Command::ShowParkingLot,
    }
}

fn edit(out: &mut Out, edit: Edit) {
    out.actions.push(Action::Edit(edit));
}
