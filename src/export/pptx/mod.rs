//! Slides as a PowerPoint file that can be written in: every stage, touchpoint and card is one shape with its own text,
//! curves and bars are shapes, all grouped as the picture is. Places, sizes and colours are those of the scenes.
//! The same slides give the same bytes.

mod geometry;
mod groups;
mod lines;
mod notes;
mod package;
mod presentation;
mod shapes;
mod slide;
mod text;

use super::ExportError;
use crate::base::{Cancel, Progress};
use crate::scene::slides::{Slide, SlideSize};
use geometry::Scale;
use package::{Package, Relations, content, relation};

/// Properties of the whole file.
#[derive(Clone, Debug, PartialEq)]
pub struct PptxOptions {
    /// Title of the document.
    pub title: String,
    /// How wide its slides are for their height; that of all slides.
    pub size: SlideSize,
    /// Language of texts whose letters do not tell it, such as `en-US`.
    pub language: String,
}

/// Writes slides as a presentation. Progress counts slides.
///
/// # Errors
/// [`ExportError`]: cancelled, or the archive could not be made.
pub fn pptx(
    slides: &[Slide],
    options: &PptxOptions,
    cancel: &Cancel,
    progress: &Progress,
) -> Result<Vec<u8>, ExportError> {
    progress.expect(slides.len() as u64);
    let mut package = Package::default();
    presentation::put(&mut package, slides.len(), options)?;
    let scale = Scale::of(options.size);
    for (number, slide) in (1..).zip(slides) {
        cancel.check()?;
        let mut relations = Relations::default();
        relations.add(relation::LAYOUT, "../slideLayouts/slideLayout1.xml");
        relations.add(relation::NOTES, &format!("../notesSlides/notesSlide{number}.xml"));
        let xml = slide::xml(slide, scale, &options.language, |png| package.picture(png, &mut relations))?;
        package.put(&format!("ppt/slides/slide{number}.xml"), content::SLIDE, &xml)?;
        package.relate(&format!("ppt/slides/_rels/slide{number}.xml.rels"), &relations)?;
        notes::put(&mut package, number, &slide.notes, &options.language)?;
        progress.advance(1);
    }
    package.finish()
}
