//! What may be wrong with a picture, found before it is saved: each check looks at the laid-out pictures and the map, and
//! names the place to go to. None of them changes anything.

mod contrast;
mod cut_off;
mod empty_cells;
mod missing_glyphs;
mod small_groups;
mod small_text;

use crate::base::fmt::NumberFormat;
use crate::base::{Cancel, Cancelled, Color};
use crate::measure::Measures;
use crate::model::JourneyMap;
use crate::scene::slides::Slide;
use crate::scene::{Element, Item, Scene, TextRun};

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Check {
    /// Letters that can't be read at the size at which the picture is looked at.
    SmallText,
    /// Texts that are shortened or reach out of where they stand.
    CutOff,
    /// Texts that hardly stand out from their ground.
    Contrast,
    /// Letters that no font here has.
    MissingGlyphs,
    /// Figures that may point at single people.
    SmallGroups,
    /// Places in which nothing stands.
    EmptyCells,
}

impl Check {
    /// True for what may well be as it should be, and is only worth knowing.
    #[must_use]
    pub const fn is_note(self) -> bool {
        matches!(self, Self::SmallGroups | Self::EmptyCells)
    }
}

/// Something that a check has found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// By which check.
    pub check: Check,
    /// What it is, in a sentence.
    pub words: String,
    /// Where it is, or the first of several places.
    pub at: Option<Element>,
}

/// What checks look at.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// The pictures as they will be painted.
    pub pictures: &'a [Slide],
    /// The part of the map that is on them.
    pub map: &'a JourneyMap,
    /// Its figures, if they are shown.
    pub measures: Option<&'a Measures>,
    /// How many points a point of a picture has where it is looked at.
    pub points_per_point: f32,
    /// What a picture without a ground of its own most likely stands on.
    pub ground: Color,
    /// How numbers are written.
    pub format: NumberFormat,
}

/// Everything that the checks find, the gravest first.
///
/// # Errors
/// [`Cancelled`] between two checks.
pub fn findings(of: &Checked<'_>, cancel: &Cancel) -> Result<Vec<Finding>, Cancelled> {
    let checks: [fn(&Checked<'_>) -> Vec<Finding>; 6] = [
        small_text::find,
        cut_off::find,
        contrast::find,
        missing_glyphs::find,
        small_groups::find,
        empty_cells::find,
    ];
    let mut found = Vec::new();
    for check in checks {
        cancel.check()?;
        found.extend(check(of));
    }
    Ok(found)
}

/// The element that an item belongs to.
fn element_of(scene: &Scene, item: &Item) -> Option<Element> {
    Some(scene.nodes.get(item.node? as usize)?.element)
}

/// All runs of text of all pictures, each with its picture, its place among the items, and its element.
fn runs<'a>(
    of: &Checked<'a>,
) -> impl Iterator<Item = (&'a Scene, usize, &'a TextRun, Option<Element>)> + use<'a> {
    let scenes = of.pictures.iter().map(|picture| &picture.scene);
    scenes.flat_map(|scene| {
        scene.items.iter().enumerate().filter_map(move |(index, item)| match &item.prim {
            crate::scene::Prim::Text(run) => Some((scene, index, run, element_of(scene, item))),
            _ => None,
        })
    })
}

/// The beginning of a text, to name it by.
fn quoted(text: &str) -> String {
    const MOST_LETTERS: usize = 40;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MOST_LETTERS {
        return line;
    }
    let start: String = line.chars().take(MOST_LETTERS - 1).collect();
    format!("{}…", start.trim_end())
}
