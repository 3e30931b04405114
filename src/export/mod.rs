//! Scenes into pictures (PNG, SVG) and figures into tables (JSON, CSV, workbooks, plain text). Everything goes into a writer or
//! a string; putting it into a file whole or not at all is the affair of `store`.

pub mod checks;
mod choices;
mod format;
mod glyphs;
mod html;
mod insights;
mod json;
mod markdown;
mod paper;
mod pdf;
mod png;
mod pptx;
mod problems;
mod svg;
mod table;
mod tables;
mod xml;

pub use choices::{Choices, PngSize, Shape};
pub use format::{Content, ExportFormat};
pub use html::{HtmlMap, HtmlReport, HtmlTheme, html, report_html};
pub use insights::{
    ChannelPage, LayerTeller, WaysChoice, changes_json, changes_markdown, channels_json, channels_markdown,
    ghost, hours_shown, insights_json, insights_markdown, pace, paths_json, paths_markdown, patterns_json,
    patterns_markdown, route, shown_switches, signs_json, signs_markdown, story_json, story_markdown,
    switch_matrix, switching_channels, two_personas, ways, what_if_json, what_if_markdown,
};
pub use json::{Account, FORMAT, figures_json, map_json};
pub use markdown::markdown;
pub use paper::Paper;
pub use pdf::{DocumentInfo, PdfLayout, pdf, scale_on_paper};
pub use png::{Background, PngOptions, pixels, png};
pub use pptx::{PptxOptions, pptx};
pub use problems::problems_csv;
pub use svg::{SvgText, svg, svg_sheet};
pub use table::{figures_csv, figures_table};
pub use tables::{Workbook, actions_csv, cards_csv, xlsx};

use crate::base::Cancelled;

/// Language of texts whose letters do not tell it: that of the program's words.
pub const DOCUMENT_LANGUAGE: &str = "en-US";

/// Why nothing was exported. No partial file is left.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Stopped by the user.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// The picture would be empty or larger than can be made.
    #[error("a picture of {width} × {height} pixels can't be made")]
    BadSize {
        /// Pixels.
        width: u64,
        /// Pixels.
        height: u64,
    },
    /// The format holds figures alone, and there are none.
    #[error("there are no figures to write without data")]
    NoFigures,
    /// The archive of a presentation or a workbook could not be made.
    #[error("the file could not be put together: {0}")]
    Archive(String),
    /// The encoder failed, or the output does not take its bytes.
    #[error("the picture could not be written: {0}")]
    Encode(String),
}
