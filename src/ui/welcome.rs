//! The page before a map is open: recent maps, samples, templates, and ways to bring one's own.

use super::icons::paint_logo;
use super::style::{c, font, text};
use super::unsaved::{Unsaved, unsaved_ui};
use super::widgets::{button_ui, link_ui, primary_button_ui};
use super::{Context, Out};
use crate::base::Color;
use crate::session::{Command, Leave, Request, TemplateOffer};
use crate::store::EXTENSION;
use crate::text::Face;
use crate::tr;
use egui::{
    CentralPanel, Frame, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    accesskit::Role, pos2, text::LayoutJob, vec2,
};
use std::path::{Path, PathBuf};

/// A map opened before.
#[derive(Clone, Debug)]
pub struct RecentMap {
    /// Its file.
    pub path: PathBuf,
    /// False when it is known not to be where it was.
    pub exists: bool,
}

impl RecentMap {
    /// A map that is where it was, as far as one knows.
    #[must_use]
    pub fn of(path: PathBuf) -> Self {
        Self { path, exists: true }
    }
}

/// A map that comes with the program.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SampleMap {
    /// Its title.
    pub title: String,
    /// The first sentence of its description.
    pub note: String,
    /// Its file.
    pub path: PathBuf,
}

/// What the page offers; the app has looked it up.
#[derive(Clone, Debug, Default)]
pub struct Welcome {
    /// Work that was not saved when the program ended.
    pub unsaved: Unsaved,
    /// Maps opened before, last one first.
    pub recent: Vec<RecentMap>,
    /// Maps that come with the program.
    pub samples: Vec<SampleMap>,
    /// Templates, the user's own first.
    pub templates: Vec<TemplateOffer>,
}

const TILE: egui::Vec2 = vec2(208.0, 92.0);

pub fn welcome_ui(ui: &mut Ui, welcome: &Welcome, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    CentralPanel::default().frame(Frame::new().fill(c(theme.canvas))).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
            let width = 900.0_f32.min(ui.available_width() - 48.0);
            let side = ((ui.available_width() - width) / 2.0).max(0.0);
            let top = ((ui.available_height() - 640.0) / 2.0).clamp(24.0, 120.0);
            ui.add_space(top);
            ui.horizontal_top(|ui| {
                ui.add_space(side);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    page_ui(ui, welcome, cx, out);
                });
            });
            ui.add_space(24.0);
        });
    });
}

fn page_ui(ui: &mut Ui, welcome: &Welcome, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(52.0, 52.0), Sense::hover());
        paint_logo(ui.painter(), rect, theme);
        ui.add_space(6.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.label(text(tr!("ui-app-name"), Face::Bold, 26.0, theme.text));
            ui.label(text(tr!("ui-tagline"), Face::Regular, 13.5, theme.text_muted));
        });
    });
    ui.add_space(16.0);
    ui.horizontal(|ui| {
        if primary_button_ui(ui, theme, &tr!("ui-new-map")).clicked() {
            out.requests.push(Request::Leave(Leave::NewMap));
        }
        if button_ui(ui, &Command::OpenFile.label()).clicked() {
            out.command(Command::OpenFile);
        }
        if button_ui(ui, &Command::ImportData.label()).clicked() {
            out.command(Command::ImportData);
        }
        ui.label(text(tr!("ui-drop-hint"), Face::Regular, 12.0, theme.text_faint));
    });
    if !welcome.unsaved.leftovers.is_empty() {
        heading_ui(ui, &tr!("ui-left-over"), cx);
        unsaved_ui(ui, &welcome.unsaved, cx, out);
    }
    if !welcome.recent.is_empty() {
        heading_ui(ui, &tr!("ui-recent"), cx);
        for recent in &welcome.recent {
            recent_ui(ui, recent, cx, out);
        }
    }
    if !welcome.samples.is_empty() {
        heading_ui(ui, &tr!("ui-samples"), cx);
        tiles_ui(ui, welcome.samples.len(), |ui, index| {
            let sample = &welcome.samples[index];
            if tile_ui(ui, &sample.title, &sample.note, index, cx).clicked() {
                out.requests.push(Request::Leave(Leave::Open(sample.path.clone())));
            }
        });
    }
    let own = welcome.templates.partition_point(|template| template.is_own);
    let (own, built_in) = welcome.templates.split_at(own);
    templates_ui(ui, &tr!("ui-own-templates"), own, cx, out);
    templates_ui(ui, &tr!("ui-templates"), built_in, cx, out);
}

fn templates_ui(ui: &mut Ui, heading: &str, templates: &[TemplateOffer], cx: &Context<'_>, out: &mut Out) {
    if templates.is_empty() {
        return;
    }
    heading_ui(ui, heading, cx);
    tiles_ui(ui, templates.len(), |ui, index| {
        let template = &templates[index];
        ui.vertical(|ui| {
            if tile_ui(ui, &template.title, &template.description, index + 3, cx).clicked() {
                out.requests.push(Request::Leave(Leave::Template(template.name.clone())));
            }
            if template.is_own {
                own_template_ui(ui, template, cx, out);
            }
        });
    });
}

/// What can be done to one of the user's own templates; it is gone only after a second click.
fn own_template_ui(ui: &mut Ui, template: &TemplateOffer, cx: &Context<'_>, out: &mut Out) {
    let id = egui::Id::unique(("remove template", &template.name));
    let asked = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or_default();
    ui.horizontal(|ui| {
        if link_ui(ui, cx.theme, &tr!("ui-template-rename")).clicked() {
            let (name, title) = (template.name.clone(), template.title.clone());
            out.requests.push(Request::AskTemplateName { name, title });
        }
        let label = if asked { tr!("ui-template-remove-for-good") } else { tr!("ui-template-remove") };
        if link_ui(ui, cx.theme, &label).clicked() {
            ui.data_mut(|data| data.insert_temp(id, !asked));
            if asked {
                out.requests.push(Request::RemoveTemplate(template.name.clone()));
            }
        }
    });
}

fn heading_ui(ui: &mut Ui, words: &str, cx: &Context<'_>) {
    ui.add_space(22.0);
    ui.label(text(words, Face::SemiBold, 14.0, cx.theme.text));
    ui.add_space(4.0);
}

fn recent_ui(ui: &mut Ui, recent: &RecentMap, cx: &Context<'_>, out: &mut Out) {
    let path = &recent.path;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.strip_suffix(EXTENSION).and_then(|name| name.strip_suffix('.')).unwrap_or(&name);
    let folder = path.parent().unwrap_or(Path::new("")).to_string_lossy();
    ui.horizontal(|ui| {
        if recent.exists {
            let words = text(name, Face::Medium, 13.0, cx.theme.accent_text);
            if ui.add(egui::Button::new(words).frame(false)).clicked() {
                out.requests.push(Request::Leave(Leave::Open(path.to_owned())));
            }
        } else {
            ui.label(text(name, Face::Medium, 13.0, cx.theme.text_faint)).on_hover_text(tr!("ui-missing"));
            let forget = link_ui(ui, cx.theme, &tr!("ui-forget"));
            if forget.on_hover_text(tr!("ui-missing")).clicked() {
                out.requests.push(Request::Forget(path.to_owned()));
            }
        }
        let folder = text(folder.as_ref(), Face::Regular, 12.0, cx.theme.text_faint);
        ui.add(egui::Label::new(folder).truncate());
    });
}

/// Tiles in as many columns as fit.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few columns
fn tiles_ui(ui: &mut Ui, count: usize, mut tile: impl FnMut(&mut Ui, usize)) {
    let columns = ((ui.available_width() + 12.0) / (TILE.x + 12.0)).floor().max(1.0) as usize;
    for row in 0..count.div_ceil(columns) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            for index in row * columns..((row + 1) * columns).min(count) {
                tile(ui, index);
            }
        });
        ui.add_space(6.0);
    }
}

/// A card to click: stage colours, a name and a sentence.
fn tile_ui(ui: &mut Ui, name: &str, note: &str, place: usize, cx: &Context<'_>) -> Response {
    let theme = cx.theme;
    let (rect, response) = ui.allocate_exact_size(TILE, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let active = response.hovered() || response.has_focus();
    let border = if active { theme.accent } else { theme.card_border };
    let painter = ui.painter_at(rect.expand(2.0));
    painter.rect(rect, 10.0, c(theme.card), Stroke::new(1.0, c(border)), StrokeKind::Inside);
    let band = Rect::from_min_size(rect.min + vec2(12.0, 12.0), vec2(TILE.x - 24.0, 8.0));
    let part = band.width() / 4.0;
    for index in 0..4 {
        let left = band.left() + part * index as f32;
        let piece = Rect::from_min_size(pos2(left, band.top()), vec2(part - 3.0, band.height()));
        painter.rect_filled(piece, 3.0, c(theme.stage(None, place + index).band));
    }
    let at = |y: f32| rect.min + vec2(12.0, y);
    let words = |words: &str, font, color: Color, rows, top| {
        let mut job = LayoutJob::simple(words.to_owned(), font, c(color), TILE.x - 24.0);
        job.wrap.max_rows = rows;
        painter.galley(at(top), painter.layout_job(job), c(color));
    };
    words(name, font(Face::SemiBold, 13.0), theme.text, 1, 30.0);
    words(note, font(Face::Regular, 11.5), theme.text_muted, 2, 50.0);
    response
}
