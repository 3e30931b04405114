//! A picture or a table of the map for others: format, width, theme, with or without data, with a preview.

use super::frame::{buttons_ui, dialog_ui};
use crate::canvas::{self, PaintCache};
use crate::jobs::ExportFormat;
use crate::scene::Scene;
use crate::scene::slides::SlideSize;
use crate::session::{Pick, Request};
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, text};
use crate::ui::widgets::{button_ui, muted_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{DragValue, Frame, Stroke, Ui, vec2};
use std::sync::Arc;

/// What is to be exported.
pub struct ExportForm {
    /// Kind of file.
    pub format: ExportFormat,
    /// Of a PNG, in pixels.
    pub width_px: u32,
    /// In the dark theme.
    pub dark: bool,
    /// With the measured figures.
    pub with_data: bool,
    /// The picture as it will be; the app keeps it up to date.
    pub preview: Arc<Scene>,
    /// Slides: all of them, not the map alone.
    pub all_slides: bool,
    /// Slides: how wide for their height.
    pub slide_size: SlideSize,
    /// What the preview was made from.
    pub previewed: Option<Previewed>,
    painted: PaintCache,
}

/// What a preview is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Previewed {
    /// In the dark theme.
    pub dark: bool,
    /// With the measured figures.
    pub with_data: bool,
    /// On a slide of this size.
    pub slide: Option<SlideSize>,
}

impl ExportForm {
    /// A wide picture of what is on the screen.
    #[must_use]
    pub fn new(with_data: bool) -> Self {
        Self {
            format: ExportFormat::Png,
            width_px: 3840,
            dark: false,
            with_data,
            all_slides: true,
            slide_size: SlideSize::Wide,
            preview: Arc::default(),
            previewed: None,
            painted: PaintCache::default(),
        }
    }
}

pub fn export_ui(ctx: &egui::Context, form: &mut ExportForm, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let theme = cx.theme;
    let dismissed = dialog_ui(ctx, theme, "export", &tr!("ui-export"), 820.0, |ui| {
        ui.horizontal_top(|ui| {
            ui.allocate_ui(vec2(240.0, 340.0), |ui| {
                ui.set_min_size(vec2(240.0, 340.0));
                ui.vertical(|ui| options_ui(ui, form, cx));
            });
            preview_ui(ui, form, cx);
        });
        buttons_ui(ui, |ui| {
            let possible = form.is_picture() || cx.session.whole_measures().is_some();
            let save =
                ui.add_enabled_ui(possible, |ui| primary_button_ui(ui, theme, &tr!("ui-export-to"))).inner;
            if save.clicked() {
                let ending = form.ending();
                let title = cx.view.map.about.title.trim();
                let stem =
                    if title.is_empty() { tr!("ui-file-name") } else { title.replace(['/', '\\', ':'], "-") };
                let file_name = format!("{stem}.{ending}");
                out.requests.push(Request::Pick(Pick::Export { file_name }));
            }
            close = button_ui(ui, &tr!("ui-cancel")).clicked();
        });
    });
    close || dismissed
}

impl ExportForm {
    /// A picture, not a table.
    #[must_use]
    pub fn is_picture(&self) -> bool {
        matches!(self.format, ExportFormat::Png | ExportFormat::Svg | ExportFormat::Pptx)
    }

    /// The size of the slide that the picture is on, if it is on one.
    #[must_use]
    pub fn slide(&self) -> Option<SlideSize> {
        (self.format == ExportFormat::Pptx).then_some(self.slide_size)
    }

    /// How the file's name ends.
    #[must_use]
    pub const fn ending(&self) -> &'static str {
        match self.format {
            ExportFormat::Png => "png",
            ExportFormat::Svg => "svg",
            ExportFormat::Pptx => "pptx",
            ExportFormat::Csv => "csv",
            ExportFormat::Json => "json",
        }
    }
}

fn options_ui(ui: &mut Ui, form: &mut ExportForm, cx: &Context<'_>) {
    let theme = cx.theme;
    let has_data = cx.view.data.is_some_and(|data| data.part.is_none());
    ui.label(text(tr!("ui-format"), Face::Medium, 11.5, theme.text_muted));
    for (format, words, needs_data) in [
        (ExportFormat::Png, tr!("ui-format-png"), false),
        (ExportFormat::Svg, tr!("ui-format-svg"), false),
        (ExportFormat::Pptx, tr!("ui-format-pptx"), false),
        (ExportFormat::Csv, tr!("ui-format-csv"), true),
        (ExportFormat::Json, tr!("ui-format-json"), true),
    ] {
        ui.add_enabled_ui(has_data || !needs_data, |ui| ui.radio_value(&mut form.format, format, words));
    }
    if cx.view.data.is_some_and(|data| data.part.is_some()) {
        muted_ui(ui, theme, tr!("ui-export-partial"));
    }
    if !form.is_picture() {
        return;
    }
    ui.add_space(8.0);
    if form.format == ExportFormat::Png {
        ui.horizontal(|ui| {
            let label = ui.label(text(tr!("ui-width"), Face::Regular, 12.5, theme.text_body));
            ui.add(DragValue::new(&mut form.width_px).range(320..=16_000).suffix(" px"))
                .labelled_by(label.id);
        });
    }
    if form.format == ExportFormat::Pptx {
        ui.checkbox(&mut form.all_slides, tr!("ui-all-slides")).on_hover_text(tr!("ui-all-slides-hint"));
        ui.horizontal(|ui| {
            ui.radio_value(&mut form.slide_size, SlideSize::Wide, "16 : 9");
            ui.radio_value(&mut form.slide_size, SlideSize::Standard, "4 : 3");
        });
    }
    ui.checkbox(&mut form.dark, tr!("ui-dark-picture"));
    ui.add_enabled_ui(has_data, |ui| ui.checkbox(&mut form.with_data, tr!("ui-with-data")));
    if form.with_data && has_data {
        let smallest = cx.view.map.about.smallest_group;
        if smallest > 1 {
            muted_ui(ui, theme, tr!("ui-hides-small", smallest = smallest));
        }
    }
}

fn preview_ui(ui: &mut Ui, form: &mut ExportForm, cx: &Context<'_>) {
    let theme = cx.theme;
    // A ground on which the sheet can be seen, light or dark.
    let frame = Frame::new().fill(c(theme.border)).stroke(Stroke::new(1.0, c(theme.border))).corner_radius(8);
    frame.show(ui, |ui| {
        let size = vec2(ui.available_width(), 340.0);
        ui.allocate_ui(size, |ui| {
            ui.set_min_size(size);
            if !form.is_picture() {
                ui.centered_and_justified(|ui| {
                    ui.label(text(tr!("ui-table-preview"), Face::Regular, 12.5, theme.text_muted))
                });
                return;
            }
            canvas::preview_ui(ui, &form.preview, &mut form.painted, size, &tr!("ui-preview"));
        });
    });
}
