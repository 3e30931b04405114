//! `pathlight export`: a picture or a table, by the ending of the file's name.

use super::args::Export;
use super::bar::with_bar;
use super::data::{self, Measurable};
use super::error::CliError;
use super::measure::{before_of, measures_of};
use super::output::{check_free, to_stderr};
use super::slides;
use crate::base::Timestamp;
use crate::base::fmt::{self, NumberFormat};
use crate::export::{
    Account, DocumentInfo, Paper, PdfLayout, PngOptions, figures_csv, figures_json, map_json, markdown, pdf,
    png, svg,
};
use crate::interchange;
use crate::jobs::SlidesTask;
use crate::measure::Measures;
use crate::measure::compare::Before;
use crate::measure::small_groups::SmallGroups;
use crate::model::JourneyMap;
use crate::overlay::{Overlay, Provenance, overlay};
use crate::scene::{self, Page, Scene, SceneOptions};
use crate::store::atomic::{self, Existing, WriteError};
use crate::text::Fonts;
use crate::theme::Theme;
use std::path::Path;

/// Around the map in a picture.
const MARGIN_PT: f32 = 24.0;

/// What can be written.
#[derive(Clone, Copy)]
enum Format {
    Png,
    Svg,
    Pdf,
    Csv,
    Json,
    Pptx,
    Markdown,
    Mermaid,
    OpenJourney,
}

/// The endings of the formats, as they are told.
const ENDINGS: &str = ".png, .svg, .pdf, .pptx, .csv, .json, .md, .mmd and .ojf";

impl Format {
    fn of(path: &Path) -> Result<Self, CliError> {
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        match ending.as_str() {
            "png" => Ok(Self::Png),
            "svg" => Ok(Self::Svg),
            "pdf" => Ok(Self::Pdf),
            "csv" => Ok(Self::Csv),
            "json" => Ok(Self::Json),
            "pptx" => Ok(Self::Pptx),
            "md" => Ok(Self::Markdown),
            "mmd" => Ok(Self::Mermaid),
            "ojf" => Ok(Self::OpenJourney),
            "" => Err(CliError::Usage(format!(
                "the file to write needs an ending that says what it is; there are {ENDINGS}"
            ))),
            other => Err(CliError::Usage(format!("there is no export to .{other}; there are {ENDINGS}"))),
        }
    }
}

impl Format {
    /// True for formats into which no figure goes.
    const fn holds_no_figures(self) -> bool {
        matches!(self, Self::Mermaid | Self::OpenJourney)
    }
}

/// What is exported: the map and, if there is data, its figures.
struct Content {
    map: JourneyMap,
    figures: Option<(Measures, Account)>,
    /// What the figures are compared with.
    before: Option<Before>,
}

/// Makes and writes the file.
pub fn run(args: &Export, quiet: bool) -> Result<(), CliError> {
    args.options.need_table_name()?;
    let path = &args.output.output;
    let format = Format::of(path)?;
    match (format, args.slides) {
        // Each picture has a name of its own.
        (Format::Png, true) => {}
        (Format::Pdf | Format::Pptx, _) | (_, false) => check_free(path, args.output.force)?,
        (_, true) => return Err(CliError::Usage("--slides goes with .pptx, .pdf and .png".to_owned())),
    }
    let content = content(args, format, quiet)?;
    let existing = Existing::with_force(args.output.force);
    let small = SmallGroups(content.map.about.smallest_group);
    match format {
        Format::Png if args.slides => slides::write_pngs(args, &slides_of(&content, args), quiet),
        Format::Png => {
            let scene = scene_of(&content, args);
            let options = PngOptions::with_width(args.width);
            with_bar("Painting", quiet, |cancel, progress| {
                atomic::write(path, existing, |out| {
                    png(&scene, &options, out, cancel, progress).map_err(CliError::from)
                })
            })
        }
        Format::Svg => {
            let scene = scene_of(&content, args);
            write_text(path, existing, &svg(&scene, &content.map.about.title))
        }
        Format::Pptx => slides::write_pptx(args, &slides_of(&content, args), quiet),
        Format::Pdf => write_pdf(path, existing, &content, args, quiet),
        Format::Markdown => {
            let overlay = overlay_of(&content, args);
            write_text(path, existing, &markdown(&content.map, overlay.as_ref(), &NumberFormat::default()))
        }
        Format::Mermaid => {
            tell_losses(path, &interchange::mermaid_losses(&content.map), quiet);
            write_text(path, existing, &interchange::write_mermaid(&content.map))
        }
        Format::OpenJourney => {
            tell_losses(path, &interchange::open_journey_losses(&content.map), quiet);
            write_text(path, existing, &interchange::write_open_journey(&content.map, &scene::lane_name))
        }
        Format::Csv => {
            let Some((measures, _)) = &content.figures else {
                let headline = format!("{}: there are no figures to write without data", args.map.display());
                return Err(CliError::input(headline, "", "Give the data with --data FILE."));
            };
            write_text(path, existing, &figures_csv(&content.map, measures, small))
        }
        Format::Json => {
            let figures = content.figures.as_ref();
            let figures =
                figures.map(|(measures, account)| figures_json(&content.map, measures, account, small));
            let json = map_json(&content.map, figures)
                .map_err(|error| CliError::input(format!("{}: {error}", args.map.display()), "", ""))?;
            write_text(path, existing, &format!("{json:#}\n"))
        }
    }
}

/// How a PDF is put on paper.
fn layout(args: &Export) -> Result<PdfLayout, CliError> {
    let Some(name) = &args.paper else {
        return match args.sheets {
            None => Ok(PdfLayout::Fitted),
            Some(_) => Err(CliError::Usage("--sheets needs --paper, the size of the sheets".to_owned())),
        };
    };
    let known = || Paper::ALL.map(Paper::name).join(", ");
    let paper = Paper::named(name)
        .ok_or_else(|| CliError::Usage(format!("there is no paper `{name}`; there are {}", known())))?;
    Ok(args.sheets.map_or(PdfLayout::OneSheet(paper), |across| PdfLayout::Sheets { paper, across }))
}

fn write_text(path: &Path, existing: Existing, text: &str) -> Result<(), CliError> {
    atomic::write_bytes(path, existing, text.as_bytes()).map_err(|error: WriteError| error.into())
}

fn content(args: &Export, format: Format, quiet: bool) -> Result<Content, CliError> {
    let map = data::load_map(&args.map)?;
    if args.no_data || format.holds_no_figures() {
        return Ok(Content { map: args.options.override_map(map, None)?, figures: None, before: None });
    }
    match data::of_map(&args.map, map.clone(), args.data.as_deref(), &args.options, quiet)? {
        None => Ok(Content { map: args.options.override_map(map, None)?, figures: None, before: None }),
        Some(measurable) => {
            let measures = measures_of(&measurable)?;
            let before = before_of(&measurable, &measures)?;
            let Measurable { map, source, loaded } = measurable;
            let account = Account {
                name: source.name,
                rows: loaded.report.rows,
                rejected: loaded.report.rejected,
                left_out: loaded.report.left_out,
                field_errors: loaded.report.field_errors,
                filter: source.filter,
            };
            Ok(Content { map, figures: Some((measures, account)), before })
        }
    }
}

/// The day under the picture: as given, else today (UTC).
fn date_shown(given: Option<&str>) -> String {
    match given {
        Some("none") => String::new(),
        Some(day) => day.to_owned(),
        None => fmt::date(Timestamp::now()),
    }
}

/// What the format does not hold, before it is written.
fn tell_losses(path: &Path, losses: &[String], quiet: bool) {
    if !quiet && !losses.is_empty() {
        to_stderr(&format!("note: {} does not hold: {}\n", path.display(), losses.join("; ")));
    }
}

/// What the data says, ready to be shown.
fn overlay_of(content: &Content, args: &Export) -> Option<Overlay> {
    content.figures.as_ref().map(|(measures, account)| {
        let provenance = Provenance {
            source_name: account.name.clone(),
            rows: account.rows,
            date: date_shown(args.date.as_deref()),
            smallest_group: content.map.about.smallest_group,
        };
        let format = NumberFormat::default();
        let overlay = overlay(&content.map, measures, &provenance, &format);
        match &content.before {
            Some(before) => overlay.beside(before, &provenance, &format),
            None => overlay,
        }
    })
}

fn theme_of(args: &Export) -> Theme {
    if args.dark { Theme::dark() } else { Theme::light() }
}

/// The map laid out as a page, with what the data says.
fn scene_of(content: &Content, args: &Export) -> Scene {
    let overlay = overlay_of(content, args);
    let options = SceneOptions {
        show_measured: overlay.is_some(),
        page: Some(Page { header: true, footer: true, margin_pt: MARGIN_PT }),
        ..SceneOptions::default()
    };
    scene::build(&content.map, overlay.as_ref(), &options, &theme_of(args), &Fonts::bundled())
}

fn write_pdf(
    path: &Path,
    existing: Existing,
    content: &Content,
    args: &Export,
    quiet: bool,
) -> Result<(), CliError> {
    let layout = layout(args)?;
    let scenes = if args.slides {
        let slides = slides_of(content, args).slides(&Fonts::bundled());
        slides.into_iter().map(|slide| slide.scene).collect()
    } else {
        vec![scene_of(content, args)]
    };
    let scenes: Vec<&Scene> = scenes.iter().collect();
    let info = DocumentInfo::of(&content.map);
    let bytes =
        with_bar("Painting", quiet, |cancel, progress| pdf(&scenes, &layout, &info, cancel, progress))?;
    atomic::write_bytes(path, existing, &bytes).map_err(|error: WriteError| error.into())
}

/// What slides are made from.
fn slides_of(content: &Content, args: &Export) -> SlidesTask {
    SlidesTask {
        map: content.map.clone(),
        measures: content.figures.as_ref().map(|(measures, _)| measures.clone()),
        overlay: overlay_of(content, args),
        persona: None,
        format: NumberFormat::default(),
        theme: theme_of(args),
        size: args.size,
        is_set: args.slides,
    }
}
