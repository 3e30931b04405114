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
use crate::text::FontFile;
use krilla::geom::Transform;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::tagging::TagTree;
use krilla::text::Font;
use krilla::{Document, SerializeSettings};
use std::collections::HashMap;

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

/// The fonts as the document embeds them, each read when it comes up.
#[derive(Default)]
struct Faces(HashMap<FontFile, Option<Font>>);

impl Faces {
    /// None for a font that can't be embedded.
    fn of(&mut self, file: FontFile) -> Option<Font> {
        self.0.entry(file).or_insert_with(|| Font::new(file.data.into(), file.index)).clone()
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
    let mut faces = Faces::default();
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
            let spoken = paint::sheet(&mut surface, scene, sheet, &mut faces, cancel);
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
