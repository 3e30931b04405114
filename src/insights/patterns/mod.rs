//! Before they leave: what happens ahead of exits, and how often the same happens ahead of the goal.

mod figures;
mod items;
mod mining;
mod windows;

pub use figures::{PatternFigures, Patterns};
pub use items::{Item, ItemKind};
pub use windows::Windows;

use super::Inputs;
use crate::base::Cancel;
use crate::measure::MeasureError;
use crate::model::TouchpointId;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Journeys that passed this touchpoint; none = all.
    pub base: Option<TouchpointId>,
    /// What patterns are made of.
    pub items: Vec<ItemKind>,
    /// How many visits before the end, or before the goal, are looked at.
    pub window: usize,
    /// Most items of a pattern.
    pub longest: usize,
    /// A pattern is tested when so many journeys have it …
    pub least_journeys: u64,
    /// … and so many of these are exits.
    pub least_exits: u64,
    /// So many patterns are listed at most; all are tested.
    pub most_listed: usize,
}

impl Default for Question {
    fn default() -> Self {
        Self {
            base: None,
            items: vec![ItemKind::Touchpoint],
            window: 6,
            longest: 3,
            least_journeys: 30,
            least_exits: 10,
            most_listed: 200,
        }
    }
}

/// Patterns ahead of exits over the journeys that pass the filter; none where there are no paths, or no goal to compare with.
///
/// # Errors
/// [`MeasureError::Cancelled`].
pub fn patterns(
    inputs: &Inputs<'_>,
    question: &Question,
    cancel: &Cancel,
) -> Result<Option<Patterns>, MeasureError> {
    let Some(windows) = Windows::new(inputs, &question.items, question.window, cancel)? else {
        return Ok(None);
    };
    Ok(Some(windows.patterns(question, cancel)?))
}
