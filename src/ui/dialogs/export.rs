//! A picture or a table of the map for others: format, width, theme, with or without data, with a preview.

use super::frame::{buttons_ui, dialog_ui};
use crate::canvas::{self, PaintCache};
use crate::export::{Paper, PdfLayout};
use crate::interchange::{mermaid_losses, open_journey_losses};
use crate::jobs::ExportFormat;
use crate::scene::Scene;
use crate::scene::slides::SlideSize;
use crate::session::{Pick, Request};
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, text};
use crate::ui::widgets::{button_ui, muted_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{ComboBox, DragValue, Frame, Stroke, Ui, vec2};
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
    /// Of a PDF; none = one page as large as the map.
    pub paper: Option<Paper>,
    /// Of a PDF on paper: how many sheets side by side.
    pub sheets_across: u16,
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
            paper: None,
            sheets_across: 1,
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
            let possible = !form.needs_data() || cx.session.whole_measures().is_some();
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
    /// A picture, not a table or text.
    #[must_use]
    pub fn is_picture(&self) -> bool {
        match self.format {
            ExportFormat::Png | ExportFormat::Svg | ExportFormat::Pdf | ExportFormat::Pptx => true,
            ExportFormat::Csv
            | ExportFormat::Json
            | ExportFormat::Markdown
            | ExportFormat::Mermaid
            | ExportFormat::OpenJourney => false,
        }
    }

    /// There is nothing to write without figures.
    #[must_use]
    pub const fn needs_data(&self) -> bool {
        matches!(self.format, ExportFormat::Csv | ExportFormat::Json)
    }

    /// How a PDF is put on paper.
    #[must_use]
    pub const fn layout(&self) -> PdfLayout {
        match (self.paper, self.sheets_across) {
            (None, _) => PdfLayout::Fitted,
            (Some(paper), 0 | 1) => PdfLayout::OneSheet(paper),
            (Some(paper), across) => PdfLayout::Sheets { paper, across },
        }
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
            ExportFormat::Pdf => "pdf",
            ExportFormat::Pptx => "pptx",
            ExportFormat::Csv => "csv",
            ExportFormat::Json => "json",
            ExportFormat::Markdown => "md",
            ExportFormat::Mermaid => "mmd",
            ExportFormat::OpenJourney => "ojf",
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
        (ExportFormat::Pdf, tr!("ui-format-pdf"), false),
        (ExportFormat::Pptx, tr!("ui-format-pptx"), false),
        (ExportFormat::Csv, tr!("ui-format-csv"), true),
        (ExportFormat::Json, tr!("ui-format-json"), true),
        (ExportFormat::Markdown, tr!("ui-format-md"), false),
        (ExportFormat::Mermaid, tr!("ui-format-mmd"), false),
        (ExportFormat::OpenJourney, tr!("ui-format-ojf"), false),
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
    if form.format == ExportFormat::Pdf {
        paper_ui(ui, form);
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

/// The paper of a PDF, and over how many sheets of it the map goes.
fn paper_ui(ui: &mut Ui, form: &mut ExportForm) {
    let words =
        |paper: Option<Paper>| paper.map_or_else(|| tr!("ui-paper-fitted"), |paper| paper.name().to_owned());
    ui.horizontal(|ui| {
        ui.label(tr!("ui-paper-size"));
        let combo = ComboBox::from_id_salt("paper").selected_text(words(form.paper)).show_ui(ui, |ui| {
            for paper in std::iter::once(None).chain(Paper::ALL.map(Some)) {
                ui.selectable_value(&mut form.paper, paper, words(paper));
            }
        });
        let _named = combo.response.accessible_name(tr!("ui-paper-size"));
    });
    if form.paper.is_some() {
        ui.horizontal(|ui| {
            let label = ui.label(tr!("ui-sheets-across"));
            ui.add(DragValue::new(&mut form.sheets_across).range(1..=20)).labelled_by(label.id);
        });
    }
}

/// What a file of the chosen format is like, and what it does not hold of this map.
fn about_text_ui(ui: &mut Ui, form: &ExportForm, cx: &Context<'_>) {
    let theme = cx.theme;
    let (words, losses) = match form.format {
        ExportFormat::Markdown => (tr!("ui-about-md"), Vec::new()),
        ExportFormat::Mermaid => (tr!("ui-about-mmd"), mermaid_losses(cx.view.map)),
        ExportFormat::OpenJourney => (tr!("ui-about-ojf"), open_journey_losses(cx.view.map)),
        _ => (tr!("ui-table-preview"), Vec::new()),
    };
    Frame::new().inner_margin(24.0).show(ui, |ui| {
        ui.label(text(words, Face::Regular, 12.5, theme.text_body));
        if !losses.is_empty() {
            ui.add_space(8.0);
            ui.label(text(tr!("ui-not-held"), Face::SemiBold, 12.5, theme.text_body));
            for loss in losses {
                ui.label(text(format!("– {loss}"), Face::Regular, 12.5, theme.text_body));
            }
        }
    });
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
                about_text_ui(ui, form, cx);
                return;
            }
            canvas::preview_ui(ui, &form.preview, &mut form.painted, size, &tr!("ui-preview"));
        });
    });
}
