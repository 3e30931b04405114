//! Texts as they were before they were broken into lines, and the parts that a picture is made of: for painters whose
//! readers go on writing and moving things, who need more of a picture than its look.

use std::ops::Range;
use std::sync::Arc;

/// A text that one or several runs are the lines of. Runs that share it by [`Arc`] follow each other in a scene. It has no
/// place of its own: that is where its runs are.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// All of it, with its own line ends.
    pub text: Arc<str>,
    /// Which point of its lines stays where it is while it is written in.
    pub align: Align,
    /// The width it was broken to, in ems of its runs; none = it is one line, however long.
    pub room_em: Option<f32>,
    /// From one baseline to the next, in ems of its runs.
    pub line_height_em: f32,
    /// It is written on the rectangle that was painted just before it.
    pub on_rect: bool,
    /// There was no room for all of it: the end is left out.
    pub is_shortened: bool,
}

impl Passage {
    /// A text that stands alone on one line.
    #[must_use]
    pub fn line(text: Arc<str>, align: Align) -> Self {
        Self { text, align, room_em: None, line_height_em: 1.25, on_rect: false, is_shortened: false }
    }
}

/// Which point of a line of text stands at a given x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// A part of a picture: the items that one lane, the stages or the legend consist of.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// What a reader calls it.
    pub name: Arc<str>,
    /// Its items; those of all sections ascend and do not overlap.
    pub items: Range<usize>,
}

impl Section {
    /// The same part behind so many further items.
    pub(super) fn shifted(self, by: usize) -> Self {
        Self { items: self.items.start + by..self.items.end + by, ..self }
    }
}
