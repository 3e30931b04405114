//! What a person chooses about an export, the same for the window and the command line. The window remembers it for each format.

use super::{ExportFormat, Paper, PdfLayout, PngOptions, SvgText};
use crate::base::fmt::NumberFormat;
use crate::model::{JourneyMap, LaneId, LaneKind, Png};
use crate::overlay::FooterParts;
use crate::scene::slides::SlideSize;
use crate::scene::{Ground, Page, Scene};
use crate::theme::ThemeName;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Around the map in a picture.
const MARGIN_PT: f32 = 24.0;
/// What printers print sharply.
const PRINT_DPI: u32 = 300;
/// What a pixel of a picture or drawing without a resolution is taken for: a hundredth of an inch, or nearly so (CSS).
const SCREEN_DPI: f32 = 96.0;
const POINTS_PER_INCH: f32 = 72.0;
const METRES_PER_INCH: f64 = 0.0254;
/// A slide of 1080 points is shown 7.5 inches high by presentation programs.
const SLIDE_SCALE: f32 = 0.5;

/// What is chosen. Fields that another version of the program wrote are passed over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// With the measured figures, where there are some.
    pub with_data: bool,
    /// Kinds of lanes that are left out.
    pub left_out: BTreeSet<LaneKind>,
    /// Title, description and persona above the map.
    pub header: bool,
    /// The logo in the corner, where there is one.
    pub logo: bool,
    /// What the signs mean, below the map.
    pub legend: bool,
    /// Where the figures come from, below everything.
    pub footer: FooterParts,
    /// A line around everything.
    pub border: bool,
    /// What is behind everything.
    pub ground: Ground,
    /// Colours.
    pub theme: ThemeName,
    /// Tag of the language whose marks numbers have; none = those of the program.
    pub language: Option<String>,
    /// All slides, not the map alone.
    pub slides: bool,
    /// Slides for the charts, too.
    pub charts: bool,
    /// How wide slides are for their height.
    pub slide_size: SlideSize,
    /// The sheet that the map fills; none = as large as the map.
    pub paper: Option<Paper>,
    /// Of a PDF on paper: how many sheets side by side.
    pub sheets_across: u16,
    /// How many pixels a PNG has.
    pub size: PngSize,
    /// Pixels an inch, written into a PNG.
    pub dpi: Option<u32>,
    /// How the letters of an SVG are kept.
    pub letters: SvgText,
}

/// How many pixels a PNG has.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum PngSize {
    /// So many from left to right.
    Width(u32),
    /// So many a point.
    Scale(f32),
    /// As many as the resolution says for its size on paper.
    Resolution,
}

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The map, as large as it is.
    Map,
    /// The map on a sheet that it fills.
    Poster(Paper),
    /// The map on a slide.
    Slide(SlideSize),
    /// All slides.
    Slides(SlideSize),
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            with_data: true,
            left_out: BTreeSet::new(),
            header: true,
            logo: true,
            legend: true,
            footer: FooterParts::default(),
            border: false,
            ground: Ground::Theme,
            theme: ThemeName::Light,
            language: None,
            slides: false,
            charts: false,
            slide_size: SlideSize::Wide,
            paper: None,
            sheets_across: 1,
            size: PngSize::Width(3840),
            dpi: None,
            letters: SvgText::Embedded,
        }
    }
}

impl Choices {
    /// What is usual for a format: presentations are slides, all else is the map.
    #[must_use]
    pub fn usual(format: ExportFormat) -> Self {
        Self { slides: format == ExportFormat::Pptx, ..Self::default() }
    }

    /// What a picture of this format shows.
    #[must_use]
    pub fn shape(&self, format: ExportFormat) -> Shape {
        match (format, self.slides, self.paper) {
            (ExportFormat::Html, ..) => Shape::Map,
            (_, true, _) => Shape::Slides(self.slide_size),
            (ExportFormat::Pptx, false, _) => Shape::Slide(self.slide_size),
            (ExportFormat::Png | ExportFormat::Svg, false, Some(paper)) => Shape::Poster(paper),
            _ => Shape::Map,
        }
    }

    /// True when each picture is a file of its own, numbered: slides in a format that holds one picture.
    #[must_use]
    pub fn is_set(&self, format: ExportFormat) -> bool {
        matches!(format, ExportFormat::Png | ExportFormat::Svg)
            && matches!(self.shape(format), Shape::Slides(_))
    }

    /// What stands around the map; `title` is another one than its own.
    #[must_use]
    pub fn page(&self, title: Option<String>, logo: Option<Png>) -> Page {
        Page {
            header: self.header,
            title,
            logo: logo.filter(|_| self.logo),
            legend: self.legend,
            footer: true,
            border: self.border,
            ground: self.ground,
            margin_pt: MARGIN_PT,
        }
    }

    /// How numbers are written, `usual` being the program's way.
    #[must_use]
    pub fn number_format(&self, usual: NumberFormat) -> NumberFormat {
        self.language.as_deref().map_or(usual, NumberFormat::of)
    }

    /// The lanes of a map that are shown; none = all that are not hidden.
    #[must_use]
    pub fn lanes(&self, map: &JourneyMap) -> Option<BTreeSet<LaneId>> {
        let shown = map.lanes.iter().filter(|lane| !lane.hidden && !self.left_out.contains(&lane.kind));
        (!self.left_out.is_empty()).then(|| shown.map(|lane| lane.id).collect())
    }

    /// How a PDF is put on paper.
    #[must_use]
    pub const fn pdf_layout(&self) -> PdfLayout {
        match (self.paper, self.sheets_across) {
            (None, _) => PdfLayout::Fitted,
            (Some(paper), 0 | 1) => PdfLayout::OneSheet(paper),
            (Some(paper), across) => PdfLayout::Sheets { paper, across },
        }
    }

    /// How a PNG of a scene is made.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)] // `as` saturates
    pub fn png_options(&self, scene: &Scene) -> PngOptions {
        let dpi = self.resolution();
        let width_px = match self.size {
            PngSize::Width(width) => width,
            PngSize::Scale(scale) => (scene.size.width * scale).round() as u32,
            PngSize::Resolution => {
                (scene.size.width / POINTS_PER_INCH * dpi.unwrap_or(PRINT_DPI) as f32).round() as u32
            }
        };
        let pixels_per_metre = dpi.map(|dpi| (f64::from(dpi) / METRES_PER_INCH).round() as u32);
        PngOptions { pixels_per_metre, ..PngOptions::with_width(width_px) }
    }

    /// Pixels an inch that are written into a PNG.
    fn resolution(&self) -> Option<u32> {
        self.dpi.or((self.size == PngSize::Resolution).then_some(PRINT_DPI))
    }

    /// How many points a point of a scene has where it is looked at: on paper, on a slide, or on a screen.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // pixels
    pub fn points_per_point(&self, format: ExportFormat, scene: &Scene) -> f32 {
        match (format, self.shape(format)) {
            (ExportFormat::Pdf, Shape::Slides(_)) if self.paper.is_none() => SLIDE_SCALE,
            (ExportFormat::Pdf, _) => super::scale_on_paper(scene, &self.pdf_layout()).unwrap_or(1.0),
            (ExportFormat::Png, _) => {
                let dpi = self.resolution().map_or(SCREEN_DPI, |dpi| dpi as f32);
                self.png_options(scene).width_px as f32 / dpi * POINTS_PER_INCH / scene.size.width.max(1.0)
            }
            (_, Shape::Slide(_) | Shape::Slides(_)) => SLIDE_SCALE,
            (_, Shape::Poster(_)) => 1.0,
            (_, Shape::Map) => POINTS_PER_INCH / SCREEN_DPI,
        }
    }
}
