//! What an export will look like, and what may be wrong with it, each with the way to its place.

use super::form::ExportForm;
use super::ground;
use crate::canvas;
use crate::export::ExportFormat;
use crate::export::checks::Finding;
use crate::interchange::{mermaid_losses, open_journey_losses};
use crate::session::Action;
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, text};
use crate::ui::{Context, Out};
use egui::{Align, Button, Frame, Label, Layout, Margin, ScrollArea, Ui, vec2};

/// Height of the findings with their heading.
const FINDINGS_HEIGHT: f32 = 132.0;
/// Height of the row that leads from slide to slide.
const PAGES_HEIGHT: f32 = 34.0;

/// True when a place on the map was chosen, for which the dialog has to go.
pub(super) fn preview_ui(
    ui: &mut Ui,
    form: &mut ExportForm,
    cx: &Context<'_>,
    height: f32,
    out: &mut Out,
) -> bool {
    if !form.format.is_picture() {
        about_text_ui(ui, form, cx, height);
        return false;
    }
    let preview = form.preview.clone();
    let pictures = preview.as_ref().map_or(&[][..], |preview| &preview.pictures);
    let pages = if pictures.len() > 1 { PAGES_HEIGHT } else { 0.0 };
    let room = vec2(ui.available_width(), height - FINDINGS_HEIGHT - pages - 8.0);
    ground(cx).show(ui, |ui| {
        ui.allocate_ui(room, |ui| {
            ui.set_min_size(room);
            match pictures.get(form.shown) {
                Some(picture) => {
                    let name = tr!("ui-preview");
                    canvas::preview_ui(ui, &picture.scene, &mut form.painted, room, &name);
                }
                None => drop(ui.centered_and_justified(|ui| ui.spinner())),
            }
        });
    });
    if pictures.len() > 1 {
        pages_ui(ui, form, cx, pictures.len(), pictures.get(form.shown).map_or("", |picture| &picture.title));
    }
    findings_ui(ui, preview.as_ref().map(|preview| &*preview.findings), cx, out)
}

/// From slide to slide.
fn pages_ui(ui: &mut Ui, form: &mut ExportForm, cx: &Context<'_>, count: usize, title: &str) {
    ui.horizontal(|ui| {
        ui.set_min_height(PAGES_HEIGHT - 6.0);
        let step = |ui: &mut Ui, sign: &str, name: String, possible: bool| {
            let button = ui.add_enabled(possible, Button::new(sign).min_size(vec2(28.0, 26.0)));
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, possible, &name));
            button.on_hover_text(name).clicked()
        };
        if step(ui, "‹", tr!("ui-export-slide-before"), form.shown > 0) {
            form.shown -= 1;
        }
        if step(ui, "›", tr!("ui-export-slide-after"), form.shown + 1 < count) {
            form.shown += 1;
        }
        let place = tr!("ui-export-slide-of", place = form.shown + 1, count = count, title = title);
        ui.add(Label::new(text(place, Face::Regular, 12.0, cx.theme.text_muted)).truncate());
    });
}

fn findings_ui(ui: &mut Ui, findings: Option<&[Finding]>, cx: &Context<'_>, out: &mut Out) -> bool {
    let theme = cx.theme;
    let mut gone = false;
    ui.add_space(4.0);
    let heading = |count: usize| tr!("ui-export-checks", count = count);
    let words = findings.map_or_else(|| tr!("ui-export-checking"), |findings| heading(findings.len()));
    ui.label(text(words, Face::SemiBold, 12.0, theme.text_muted));
    let list = ScrollArea::vertical().id_salt("findings").max_height(FINDINGS_HEIGHT - 34.0);
    list.auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for finding in findings.unwrap_or_default() {
            gone |= finding_ui(ui, finding, cx, out);
        }
    });
    gone
}

/// True when its place is to be shown.
fn finding_ui(ui: &mut Ui, finding: &Finding, cx: &Context<'_>, out: &mut Out) -> bool {
    const BESIDE_DOT: i8 = 16;
    let theme = cx.theme;
    let words = text(&finding.words, Face::Regular, 12.0, theme.text_body);
    let frame = Frame::new().inner_margin(Margin { left: BESIDE_DOT, ..Margin::ZERO });
    let row = frame.show(ui, |ui| match finding.at {
        Some(at) => {
            ui.spacing_mut().button_padding = vec2(0.0, 1.0);
            ui.spacing_mut().interact_size.y = 18.0;
            let row = ui.add(Button::new(words).frame(false).wrap());
            row.on_hover_text(tr!("ui-export-show-place")).clicked().then_some(at)
        }
        None => {
            ui.add(Label::new(words).wrap());
            None
        }
    });
    let color = if finding.check.is_note() { theme.text_faint } else { theme.warning };
    let dot = row.response.rect.left_top() + vec2(6.0, 9.0);
    ui.painter().circle_filled(dot, 3.5, c(color));
    out.actions.extend(row.inner.map(Action::GoTo));
    row.inner.is_some()
}

/// What a file of the chosen format is like, and what it does not hold of this map.
fn about_text_ui(ui: &mut Ui, form: &ExportForm, cx: &Context<'_>, height: f32) {
    let theme = cx.theme;
    let losses = match form.format {
        ExportFormat::Mermaid => mermaid_losses(cx.view.map),
        ExportFormat::OpenJourney => open_journey_losses(cx.view.map),
        _ => Vec::new(),
    };
    Frame::new().fill(c(theme.panel_inset)).corner_radius(8).inner_margin(24.0).show(ui, |ui| {
        ui.set_min_size(vec2(ui.available_width(), height - 48.0));
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.add(Label::new(text(form.format.about(), Face::Medium, 13.0, theme.text)).wrap());
            if losses.is_empty() {
                return;
            }
            ui.add_space(12.0);
            ui.label(text(tr!("ui-not-held"), Face::SemiBold, 12.5, theme.text_body));
            for loss in losses {
                ui.add(Label::new(text(format!("– {loss}"), Face::Regular, 12.5, theme.text_body)).wrap());
            }
        });
    });
}
