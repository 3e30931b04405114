//! The map for others: which format, what is on it, what stands around it, with a preview and what may be wrong with it.

mod around;
mod form;
mod part;
mod preview;
mod size;

pub use form::{Asked, ExportForm};

use super::frame::{buttons_ui, dialog_ui};
use crate::session::{Pick, Request};
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, text};
use crate::ui::widgets::{button_ui, muted_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{Button, Frame, ScrollArea, Stroke, Ui, vec2};

const WIDTH: f32 = 1140.0;
const FORMATS_WIDTH: f32 = 176.0;
const OPTIONS_WIDTH: f32 = 284.0;
/// What of the window's height is above, below and around the columns.
const BESIDE_COLUMNS: f32 = 226.0;

pub fn export_ui(ctx: &egui::Context, form: &mut ExportForm, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let theme = cx.theme;
    let height = (ctx.content_rect().height() - BESIDE_COLUMNS).clamp(260.0, 600.0);
    let dismissed = dialog_ui(ctx, theme, "export", &tr!("ui-export"), WIDTH, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            column_ui(ui, "formats", vec2(FORMATS_WIDTH, height), |ui| formats_ui(ui, form, cx));
            column_ui(ui, "options", vec2(OPTIONS_WIDTH, height), |ui| options_ui(ui, form, cx, out));
            ui.vertical(|ui| {
                ui.set_width(ui.available_width());
                close |= preview::preview_ui(ui, form, cx, height, out);
            });
        });
        buttons_ui(ui, |ui| {
            let possible = !form.format.needs_figures() || cx.session.whole_measures().is_some();
            let save =
                ui.add_enabled_ui(possible, |ui| primary_button_ui(ui, theme, &tr!("ui-export-to"))).inner;
            if save.clicked() {
                let file_name = format!("{}.{}", cx.session.file_stem(), form.format.ending());
                out.requests.push(Request::Pick(Pick::Export { file_name }));
            }
            close |= button_ui(ui, &tr!("ui-cancel")).clicked();
        });
    });
    close || dismissed
}

/// A column that scrolls where it is higher than its room.
fn column_ui(ui: &mut Ui, name: &str, size: egui::Vec2, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui(size, |ui| {
        ui.set_min_size(size);
        ui.set_max_width(size.x);
        ScrollArea::vertical()
            .id_salt(name)
            .max_height(size.y)
            .min_scrolled_height(size.y)
            .auto_shrink([false, false])
            .show(ui, |ui| {
                ui.vertical(|ui| {
                    // The bar that floats over the column covers nothing.
                    ui.set_width(size.x - 12.0);
                    content(ui);
                });
            });
    });
}

fn formats_ui(ui: &mut Ui, form: &mut ExportForm, cx: &Context<'_>) {
    let theme = cx.theme;
    let has_figures = cx.session.whole_measures().is_some();
    ui.spacing_mut().item_spacing.y = 2.0;
    for format in crate::export::ExportFormat::ALL {
        let is_chosen = form.format == *format;
        let (face, color) =
            if is_chosen { (Face::SemiBold, theme.accent_text) } else { (Face::Regular, theme.text_body) };
        let words = text(format.label(), face, 12.5, color);
        let (fill, line) = if is_chosen {
            (c(theme.accent_soft), Stroke::new(1.0, c(theme.accent_soft_border)))
        } else {
            (egui::Color32::TRANSPARENT, Stroke::NONE)
        };
        let button = Button::selectable(is_chosen, words).fill(fill).stroke(line).corner_radius(8);
        let is_possible = has_figures || !format.needs_figures();
        let row = ui.add_enabled(is_possible, button.min_size(vec2(ui.available_width(), 28.0)));
        if row.clicked() {
            form.format = *format;
        }
    }
    if cx.view.data.is_some_and(|data| data.part.is_some()) {
        ui.add_space(6.0);
        muted_ui(ui, theme, tr!("ui-export-partial"));
    }
}

fn options_ui(ui: &mut Ui, form: &mut ExportForm, cx: &Context<'_>, out: &mut Out) {
    ui.spacing_mut().interact_size.y = 22.0;
    ui.spacing_mut().item_spacing.y = 4.0;
    if form.format.is_picture() {
        size::size_ui(ui, form, cx);
    }
    part::part_ui(ui, form, cx);
    if form.format.is_picture() {
        around::around_ui(ui, form, cx, out);
    }
    part::data_ui(ui, form, cx);
}

/// A framed ground on which sheets can be seen, light or dark.
fn ground(cx: &Context<'_>) -> Frame {
    let border = c(cx.theme.border);
    Frame::new().fill(border).stroke(Stroke::new(1.0, border)).corner_radius(8)
}
