//! A report of a map: what one hands to those who were not in the room. Its content is a list of chapters, which is laid out
//! on A4 pages here and as a web page by `export`.

mod content;
mod flow;
mod paper;

pub use content::chapters;
pub use paper::pages;

use super::prim::Scene;

/// A part of the report with a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    /// Its heading.
    pub title: String,
    /// What follows, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A piece of a chapter.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A smaller heading.
    Heading(String),
    /// Sentences.
    Words(String),
    /// Explanations, less prominent.
    Note(String),
    /// A picture, and what it shows in a few words.
    Picture(Scene, String),
    /// A table.
    Table(Table),
    /// Names and what is to say of each.
    Facts(Vec<(String, String)>),
}

/// A table of words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The cells, a line per thing.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// Its share of the width beside others.
    pub weight: f32,
    /// Figures stand below each other at the right.
    pub is_figure: bool,
}
