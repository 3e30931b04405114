//! Exports of a map in any format: what they are made from, and how they get into files. Preview, window and command line
//! share it; it lays maps out many times over and paints them, which is no work for the window's thread.

use super::tasks::MeasureTask;
use super::{ExportFailure, with_fonts_of_system};
use crate::base::{Cancel, Cancelled, Progress};
use crate::export::checks::{Checked, Finding, findings};
use crate::export::{
    self, Account, Choices, DOCUMENT_LANGUAGE, DocumentInfo, ExportError, ExportFormat, HtmlMap, HtmlTheme,
    PdfLayout, PngOptions, PptxOptions, Shape, SvgText, Workbook, figures_csv, figures_json, map_json,
    markdown,
};
use crate::ingest::LoadReport;
use crate::insights::Inputs;
use crate::insights::findings::Teller;
use crate::insights::signs::{ToldSign, signs, told};
use crate::interchange::{write_mermaid, write_open_journey};
use crate::measure::Measures;
use crate::measure::small_groups::SmallGroups;
use crate::measure::trend::Period;
use crate::model::{JourneyMap, Source};
use crate::overlay::Overlay;
use crate::scene::chart::{ChartKind, Charted, chart};
use crate::scene::signs::sheet;
use crate::scene::slides::{Deck, DeckCharts, Slide, SlideSize, overview, picture_alone, slides};
use crate::scene::{Page, Scene, SceneOptions, build, lane_name, poster};
use crate::store::atomic::{self, Existing, WriteError};
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What an export is made from.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The part of the map that is shown.
    pub map: JourneyMap,
    /// Its figures; none = the drawing alone.
    pub measures: Option<Measures>,
    /// What pictures show of them, small groups hidden; there when there are measures.
    pub overlay: Option<Overlay>,
    /// Where they come from; there when there are measures.
    pub account: Option<Account>,
    /// Whose curve is drawn, what is compared, how numbers are written, what stands around.
    pub options: SceneOptions,
    /// Colours.
    pub theme: Theme,
    /// Faces, and what stands in for them; more is looked for where letters are missing.
    pub fonts: Arc<Fonts>,
    /// What is measured in each period, for charts over time; empty = there are none.
    pub periods: Arc<[Period]>,
    /// The data itself, for what is computed of it only where it is told; none = the nine signs are not.
    pub data: Option<Arc<MeasureTask>>,
}

/// What became of a source's rows.
#[must_use]
pub fn account(source: &Source, report: &LoadReport) -> Account {
    Account {
        name: source.name.clone(),
        rows: report.rows,
        rejected: report.rejected,
        left_out: report.left_out,
        field_errors: report.field_errors,
        filter: source.filter.clone(),
    }
}

impl Subject {
    /// The figures as far as they are shown.
    #[must_use]
    pub fn shown_measures(&self) -> Option<&Measures> {
        self.overlay.as_ref().and(self.measures.as_ref())
    }

    /// What stands below about the data; empty without.
    pub(super) fn source(&self) -> &str {
        self.overlay.as_ref().map_or("", |overlay| overlay.footer.trim())
    }

    /// The nine signs with their words, counts of small groups hidden; none without data, and where they can't be computed.
    pub(super) fn signs(&self, cancel: &Cancel) -> Vec<ToldSign> {
        let Some(task) = self.data.as_deref().filter(|_| self.overlay.is_some()) else { return Vec::new() };
        let MeasureTask { loaded, map, source, keep, .. } = task;
        let found = Inputs::new(keep, (&loaded.log, map, source), cancel);
        let found = found.and_then(|inputs| signs(&inputs, cancel)).unwrap_or_default();
        let small = SmallGroups(map.about.smallest_group);
        told(&found, &Teller { map, log: &loaded.log, format: self.options.format, small }, small)
    }

    /// The nine signs on a sheet of paper; none without data.
    #[must_use]
    pub fn signs_sheet(&self, cancel: &Cancel) -> Option<Slide> {
        let signs = self.signs(cancel);
        let of = (self.title(), self.source());
        let scene =
            with_fonts_of_system(Arc::clone(&self.fonts), |fonts| sheet(&signs, of, &self.theme, fonts));
        (!signs.is_empty()).then(|| Slide { title: tr!("scene-signs"), scene, notes: String::new() })
    }

    /// What slides are made from.
    pub(super) fn deck<'a>(&'a self, choices: &Choices, signs: &'a [ToldSign]) -> Deck<'a> {
        Deck {
            map: &self.map,
            measures: self.measures.as_ref(),
            overlay: self.overlay.as_ref(),
            persona: self.options.persona,
            format: self.options.format,
            size: choices.slide_size,
            page: self.options.page.as_ref().unwrap_or(Page::full()),
            charts: DeckCharts {
                kinds: if choices.charts { &ChartKind::ALL } else { &[] },
                periods: &self.periods,
                signs,
            },
        }
    }

    /// The pictures: one, or the slides of a set; none for formats that are no pictures.
    #[must_use]
    pub fn pictures(&self, format: ExportFormat, choices: &Choices) -> Vec<Slide> {
        if !format.is_picture() {
            return Vec::new();
        }
        with_fonts_of_system(Arc::clone(&self.fonts), |fonts| self.pictures_with(fonts, format, choices))
    }

    fn pictures_with(&self, fonts: &Fonts, format: ExportFormat, choices: &Choices) -> Vec<Slide> {
        let (overlay, theme) = (self.overlay.as_ref(), &self.theme);
        let alone = |scene| vec![Slide { title: self.title().to_owned(), scene, notes: String::new() }];
        match choices.shape(format) {
            Shape::Map if format == ExportFormat::Html => alone(self.within_page(theme, fonts)),
            Shape::Map => alone(build(&self.map, overlay, &self.options, theme, fonts)),
            Shape::Poster(paper) => {
                alone(poster(&self.map, overlay, &self.options, paper.size_pt(), theme, fonts))
            }
            Shape::Slide(_) => vec![overview(&self.deck(choices, &[]), theme, fonts)],
            Shape::Slides(_) => {
                let signs = self.signs(&Cancel::new());
                slides(&self.deck(choices, &signs), theme, fonts)
            }
        }
    }

    /// What may be wrong with its pictures.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn findings(
        &self,
        pictures: &[Slide],
        (format, choices): (ExportFormat, &Choices),
        cancel: &Cancel,
    ) -> Result<Vec<Finding>, Cancelled> {
        let Some(first) = pictures.first() else { return Ok(Vec::new()) };
        let checked = Checked {
            pictures,
            map: &self.map,
            measures: self.shown_measures(),
            points_per_point: choices.points_per_point(format, &first.scene),
            ground: self.theme.canvas,
            format: self.options.format,
        };
        findings(&checked, cancel)
    }

    fn title(&self) -> &str {
        self.options.page.as_ref().unwrap_or(Page::full()).title_of(&self.map).trim()
    }

    /// A chart; none when there is nothing to show.
    #[must_use]
    pub fn chart(&self, kind: ChartKind) -> Option<Scene> {
        let of = Charted {
            map: &self.map,
            measures: self.measures.as_ref()?,
            overlay: self.overlay.as_ref()?,
            periods: &self.periods,
            format: self.options.format,
        };
        with_fonts_of_system(Arc::clone(&self.fonts), |fonts| chart(kind, &of, &self.theme, fonts))
    }

    /// The map as a web page, in the theme of whoever reads it unless a dark one is wanted. The picture is laid out already;
    /// what it looks like in the other theme is not.
    fn html(&self, picture: &Scene) -> String {
        let other_theme = if self.theme.dark { Theme::light() } else { Theme::dark() };
        let other =
            with_fonts_of_system(Arc::clone(&self.fonts), |fonts| self.within_page(&other_theme, fonts));
        let (light, dark) = if self.theme.dark { (&other, picture) } else { (picture, &other) };
        export::html(&HtmlMap {
            title: self.title(),
            map: &self.map,
            measures: self.shown_measures(),
            source: self.source(),
            light,
            dark,
            theme: if self.theme.dark { HtmlTheme::Dark } else { HtmlTheme::Auto },
            format: self.options.format,
        })
    }

    /// The map without the title, which the web page around it has.
    fn within_page(&self, theme: &Theme, fonts: &Fonts) -> Scene {
        let page = self.options.page.clone().unwrap_or_else(|| Page::full().clone());
        let options = SceneOptions { page: Some(Page { header: false, ..page }), ..self.options.clone() };
        build(&self.map, self.overlay.as_ref(), &options, theme, fonts)
    }

    fn workbook(&self) -> Workbook<'_> {
        Workbook { map: &self.map, measures: self.shown_measures(), source: self.source() }
    }

    /// The text of a format that is no picture; none when there are no figures and it holds nothing else.
    fn text(&self, format: ExportFormat) -> Result<Option<String>, ExportError> {
        let small = SmallGroups(self.map.about.smallest_group);
        Ok(match format {
            ExportFormat::Png
            | ExportFormat::Svg
            | ExportFormat::Html
            | ExportFormat::Pdf
            | ExportFormat::Pptx
            | ExportFormat::Xlsx => None,
            ExportFormat::Csv => {
                self.measures.as_ref().map(|measures| figures_csv(&self.map, measures, small))
            }
            ExportFormat::Json => {
                let figures = self.measures.as_ref().zip(self.account.as_ref());
                let figures =
                    figures.map(|(measures, account)| figures_json(&self.map, measures, account, small));
                let json = map_json(&self.map, figures);
                let json = json.map_err(|error| ExportError::Encode(error.to_string()))?;
                Some(format!("{json:#}\n"))
            }
            ExportFormat::Markdown => Some(markdown(&self.map, self.overlay.as_ref(), &self.options.format)),
            ExportFormat::Mermaid => Some(write_mermaid(&self.map)),
            ExportFormat::OpenJourney => Some(write_open_journey(&self.map, &lane_name)),
        })
    }
}

/// Writes an export: one file, or several numbered ones for pictures of slides. Each comes whole or not at all, and none
/// when one of several is in the way. Gives the files.
///
/// # Errors
/// [`ExportFailure`]; what was there before is then untouched.
pub fn write(
    (subject, pictures): (&Subject, &[Slide]),
    (format, choices): (ExportFormat, &Choices),
    (path, existing): (&Path, Existing),
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Vec<PathBuf>, ExportFailure> {
    let bytes = |bytes: &[u8]| -> Result<Vec<PathBuf>, ExportFailure> {
        atomic::write_bytes(path, existing, bytes)?;
        Ok(vec![path.to_owned()])
    };
    if format == ExportFormat::Xlsx {
        return bytes(&export::xlsx(&subject.workbook())?);
    }
    if !format.is_picture() {
        let text = subject.text(format)?.ok_or(ExportError::NoFigures)?;
        return bytes(text.as_bytes());
    }
    match format {
        ExportFormat::Html => {
            let html = pictures.first().map(|picture| subject.html(&picture.scene));
            bytes(html.unwrap_or_default().as_bytes())
        }
        ExportFormat::Pdf => {
            let scenes: Vec<&Scene> = pictures.iter().map(|picture| &picture.scene).collect();
            let info = DocumentInfo { title: subject.title().to_owned(), ..DocumentInfo::of(&subject.map) };
            bytes(&export::pdf(&scenes, &choices.pdf_layout(), &info, cancel, progress)?)
        }
        ExportFormat::Pptx => {
            let (title, language) = (subject.title().to_owned(), DOCUMENT_LANGUAGE.to_owned());
            let options = PptxOptions { title, size: choices.slide_size, language };
            bytes(&export::pptx(pictures, &options, cancel, progress)?)
        }
        _ => write_pictures(pictures, (format, choices), (path, existing), cancel, progress),
    }
}

/// A file for each picture; a single one has the name itself.
fn write_pictures(
    pictures: &[Slide],
    (format, choices): (ExportFormat, &Choices),
    (path, existing): (&Path, Existing),
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Vec<PathBuf>, ExportFailure> {
    let is_set = choices.is_set(format);
    let path_of = |number| if is_set { numbered(path, number) } else { path.to_owned() };
    let paths: Vec<_> = (1..=pictures.len()).map(path_of).collect();
    if let Some(taken) = paths.iter().find(|path| existing == Existing::Refuse && path.is_file()) {
        return Err(WriteError::Exists(taken.clone()).into());
    }
    progress.expect_parts(pictures.len() as u64);
    for (picture, path) in pictures.iter().zip(&paths) {
        cancel.check().map_err(ExportError::from)?;
        progress.begin_part(1);
        atomic::write(path, existing, |out| -> Result<(), ExportFailure> {
            if format == ExportFormat::Svg {
                let is_sheet = matches!(choices.shape(format), Shape::Poster(_));
                let svg = if is_sheet { export::svg_sheet } else { export::svg };
                let svg = svg(&picture.scene, &picture.title, choices.letters);
                let written = out.write_all(svg.as_bytes());
                return written.map_err(|source| WriteError::io(path, source).into());
            }
            let options = choices.png_options(&picture.scene);
            Ok(export::png(&picture.scene, &options, out, cancel, progress)?)
        })?;
    }
    Ok(paths)
}

/// The path with a number before its ending: `shop-01.png`.
fn numbered(path: &Path, number: usize) -> PathBuf {
    let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    path.with_file_name(format!("{}-{number:02}.{}", part(path.file_stem()), part(path.extension())))
}

/// Width of a chart as a picture: sharp on a slide.
const CHART_WIDTH_PX: u32 = 1920;

/// Writes a chart as a drawing, a document or, whatever the ending of the file's name is else, a picture.
pub(super) fn write_chart(
    (scene, info): (&Scene, &DocumentInfo),
    (path, existing): (&Path, Existing),
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Vec<PathBuf>, ExportFailure> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
    let mut bytes = Vec::new();
    match ExportFormat::of_ending(&ending) {
        Some(ExportFormat::Svg) => bytes.extend(export::svg(scene, &info.title, SvgText::Embedded).bytes()),
        Some(ExportFormat::Pdf) => {
            bytes = export::pdf(&[scene], &PdfLayout::Fitted, info, cancel, progress)?;
        }
        Some(ExportFormat::Pptx) => {
            let (title, language, size) = (info.title.clone(), DOCUMENT_LANGUAGE.to_owned(), SlideSize::Wide);
            let slide = picture_alone(scene, &title);
            bytes = export::pptx(&[slide], &PptxOptions { title, size, language }, cancel, progress)?;
        }
        _ => export::png(scene, &PngOptions::with_width(CHART_WIDTH_PX), &mut bytes, cancel, progress)?,
    }
    atomic::write_bytes(path, existing, &bytes)?;
    Ok(vec![path.to_owned()])
}
