//! Scenes into PDF: vectors, text that can be searched and copied, only the letters used of each face, and tags that say in
//! which order and under which names a screen reader tells it. The same scenes give the same bytes.

mod outline;
mod paint;
mod paper;
mod tags;

pub use paper::{PdfLayout, scale_on_paper};

use super::{DOCUMENT_LANGUAGE, ExportError};
use crate::base::{Cancel, Progress};
use crate::model::{About, JourneyMap};
use crate::scene::Scene;
use crate::text::{Face, Fonts};
use krilla::geom::Transform;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::tagging::TagTree;
use krilla::text::Font;
use krilla::{Document, SerializeSettings};

/// What readers show of a document besides its pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentInfo {
    /// Name of the map.
    pub title: String,
    /// The scenario in a sentence or two.
    pub description: String,
    /// Language of its texts as a tag such as `en`.
    pub language: String,
}

impl DocumentInfo {
    /// Of a map.
    #[must_use]
    pub fn of(map: &JourneyMap) -> Self {
        let About { title, description, .. } = &map.about;
        Self {
            title: title.trim().to_owned(),
            description: description.trim().to_owned(),
            language: DOCUMENT_LANGUAGE.to_owned(),
        }
    }
}

/// The faces as the document embeds them, in the order of [`Face::ALL`].
struct Faces(Vec<Font>);

impl Faces {
    /// # Errors
    /// [`ExportError::Encode`], which no bundled face gives.
    fn bundled() -> Result<Self, ExportError> {
        let font = |face| Font::new(Fonts::data(face).into(), 0);
        let fonts: Option<Vec<Font>> = Face::ALL.into_iter().map(font).collect();
        fonts.map(Self).ok_or_else(|| ExportError::Encode("the fonts can't be embedded".to_owned()))
    }

    fn of(&self, face: Face) -> Option<Font> {
        self.0.get(face as usize).cloned()
    }
}

/// Writes scenes as PDF, each on as many pages as its layout makes of it.
///
/// # Errors
/// [`ExportError::BadSize`] for a scene without extent, [`ExportError::Encode`] when the document can't be put together,
/// [`ExportError::Cancelled`].
pub fn pdf(
    scenes: &[&Scene],
    layout: &PdfLayout,
    info: &DocumentInfo,
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Vec<u8>, ExportError> {
    let faces = Faces::bundled()?;
    let mut document =
        Document::new_with(SerializeSettings { enable_tagging: true, ..SerializeSettings::default() });
    let metadata = Metadata::new()
        .title(info.title.clone())
        .description(info.description.clone())
        .language(info.language.clone())
        .creator("Pathlight".to_owned());
    document.set_metadata(metadata);

    let sheets = scenes.iter().map(|scene| Ok((*scene, paper::sheets(scene, layout)?)));
    let sheets = sheets.collect::<Result<Vec<_>, ExportError>>()?;
    progress.expect(sheets.iter().map(|(_, sheets)| sheets.len() as u64).sum());
    let mut tree = TagTree::new().with_lang(Some(info.language.clone()));
    let mut bookmarks = outline::Bookmarks::default();
    let mut number = 0;
    for (scene, sheets) in sheets {
        for sheet in &sheets {
            cancel.check()?;
            let bad_size =
                || ExportError::BadSize { width: sheet.size.width as u64, height: sheet.size.height as u64 };
            let settings = PageSettings::from_wh(sheet.size.width, sheet.size.height).ok_or_else(bad_size)?;
            let mut page = document.start_page_with(settings);
            let mut surface = page.surface();
            let spoken = paint::sheet(&mut surface, scene, sheet, &faces, cancel);
            surface.finish();
            page.finish();
            tags::grow(&mut tree, scene, spoken?);
            bookmarks.add(scene, sheet, number);
            number += 1;
            progress.advance(1);
        }
    }
    document.set_tag_tree(tree);
    document.set_outline(bookmarks.outline());
    document.finish().map_err(|error| ExportError::Encode(format!("{error:?}")))
}

/// The way from the scene to the sheet.
fn transform(sheet: &paper::Sheet) -> Transform {
    Transform::from_row(sheet.scale, 0.0, 0.0, sheet.scale, sheet.offset.x, sheet.offset.y)
}
