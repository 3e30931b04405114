//! How large a picture is: pixels, paper, slides.

use super::around::chooser_ui;
use super::form::ExportForm;
use crate::export::{Choices, ExportFormat, Paper, PngSize, SvgText};
use crate::scene::slides::SlideSize;
use crate::tr;
use crate::ui::Context;
use crate::ui::widgets::{muted_ui, section_ui};
use egui::{DragValue, Ui};

/// What a picture begins with when another way to say its size is chosen.
const FIRST_WIDTH: u32 = 3840;
const FIRST_SCALE: f32 = 2.0;
const FIRST_DPI: u32 = 300;

pub(super) fn size_ui(ui: &mut Ui, form: &mut ExportForm, cx: &Context<'_>) {
    // A page is as large as the window in which it is read.
    if form.format == ExportFormat::Html {
        return;
    }
    section_ui(ui, cx.theme, &tr!("ui-export-size"));
    let before = form.choices();
    let mut choices = before.clone();
    ui.checkbox(&mut choices.slides, tr!("ui-all-slides")).on_hover_text(tr!("ui-all-slides-hint"));
    if choices.slides {
        ui.checkbox(&mut choices.charts, tr!("ui-chart-slides"));
    }
    if choices.slides || form.format == ExportFormat::Pptx {
        ui.horizontal(|ui| {
            ui.radio_value(&mut choices.slide_size, SlideSize::Wide, "16 : 9");
            ui.radio_value(&mut choices.slide_size, SlideSize::Standard, "4 : 3");
        });
    }
    if form.format != ExportFormat::Pptx && (form.format == ExportFormat::Pdf || !choices.slides) {
        paper_ui(ui, form.format, &mut choices);
    }
    if form.format == ExportFormat::Png {
        pixels_ui(ui, &mut choices);
        if let Some(picture) = form.preview.as_ref().and_then(|preview| preview.pictures.first()) {
            let width = choices.png_options(&picture.scene).width_px;
            let height = f64::from(width) * f64::from(picture.scene.size.height)
                / f64::from(picture.scene.size.width.max(1.0));
            let height = height.round().to_string();
            muted_ui(ui, cx.theme, tr!("ui-export-pixels", width = width.to_string(), height = height));
        }
    }
    if form.format == ExportFormat::Svg {
        let words = |letters| match letters {
            SvgText::Embedded => tr!("ui-export-letters-embedded"),
            SvgText::Outlines => tr!("ui-export-letters-outlines"),
        };
        for letters in SvgText::ALL {
            ui.radio_value(&mut choices.letters, letters, words(letters));
        }
    }
    if choices != before {
        form.choose(|chosen| *chosen = choices);
    }
}

/// The sheet, and over how many of them the map goes.
fn paper_ui(ui: &mut Ui, format: ExportFormat, choices: &mut Choices) {
    let papers: Vec<_> = std::iter::once(None).chain(Paper::ALL.map(Some)).collect();
    let before = choices.paper;
    chooser_ui(ui, &tr!("ui-paper-size"), &mut choices.paper, &papers, |paper| {
        paper.map_or_else(|| tr!("ui-paper-fitted"), |paper| paper.name().to_owned())
    });
    if format == ExportFormat::Png && before.is_none() && choices.paper.is_some() {
        (choices.size, choices.dpi) = (PngSize::Resolution, Some(FIRST_DPI));
    }
    if format == ExportFormat::Pdf && choices.paper.is_some() {
        ui.horizontal(|ui| {
            let label = ui.label(tr!("ui-sheets-across"));
            ui.add(DragValue::new(&mut choices.sheets_across).range(1..=20)).labelled_by(label.id);
        });
    }
}

/// How many pixels, and how many an inch.
fn pixels_ui(ui: &mut Ui, choices: &mut Choices) {
    let same = |one: &PngSize, other: PngSize| std::mem::discriminant(one) == std::mem::discriminant(&other);
    for (size, dpi, words) in [
        (PngSize::Width(FIRST_WIDTH), None, tr!("ui-width")),
        (PngSize::Scale(FIRST_SCALE), None, tr!("ui-export-scale")),
        (PngSize::Resolution, Some(FIRST_DPI), tr!("ui-export-dpi")),
    ] {
        ui.horizontal(|ui| {
            let is_chosen = same(&choices.size, size);
            if ui.radio(is_chosen, &words).clicked() && !is_chosen {
                (choices.size, choices.dpi) = (size, dpi);
            }
            if !is_chosen {
                return;
            }
            let value = |ui: &mut Ui, value: DragValue<'_>| {
                let _named = ui.add(value).accessible_name(&words);
            };
            match &mut choices.size {
                PngSize::Width(width) => value(ui, DragValue::new(width).range(320..=32_000).suffix(" px")),
                PngSize::Scale(scale) => {
                    value(
                        ui,
                        DragValue::new(scale).range(1.0..=4.0).speed(0.02).max_decimals(1).suffix(" ×"),
                    );
                }
                PngSize::Resolution => {
                    let dpi = choices.dpi.get_or_insert(FIRST_DPI);
                    value(ui, DragValue::new(dpi).range(36..=1200));
                }
            }
        });
    }
}
