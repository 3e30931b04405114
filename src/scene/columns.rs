//! Where stages and touchpoints stand from left to right.

use super::labels::Words;
use super::layers::Pace;
use super::style::{BOX_INSET, BOX_MARGIN, GRID_LEFT, STAGE_GAP};
use crate::model::{JourneyMap, Stage, Touchpoint, TouchpointId};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A touchpoint's column.
pub(super) struct Column<'a> {
    pub touchpoint: &'a Touchpoint,
    pub stage: &'a Stage,
    pub left: f32,
    pub right: f32,
    /// Width that boxes and cards are made for: where the column is wider, time passes behind them.
    pub usual: f32,
    /// The touchpoint's name, and what says in the name of a card that it stands there: for names of many things.
    pub name: Arc<str>,
    pub at: Arc<str>,
}

impl Column<'_> {
    /// Left end of boxes and cards.
    pub fn box_left(&self) -> f32 {
        self.left + BOX_INSET
    }

    /// Width of boxes and cards.
    pub fn box_width(&self) -> f32 {
        self.usual - BOX_MARGIN
    }

    /// Right end of boxes and cards.
    pub fn box_right(&self) -> f32 {
        self.box_left() + self.box_width()
    }

    /// The middle of boxes, dots and bars.
    pub fn middle(&self) -> f32 {
        self.box_left() + self.box_width() / 2.0
    }
}

/// A stage's span.
pub(super) struct Span<'a> {
    pub stage: &'a Stage,
    /// Place among the stages.
    pub place: usize,
    pub left: f32,
    pub right: f32,
}

/// Stages and columns of a map.
pub(super) struct Columns<'a> {
    pub stages: Vec<Span<'a>>,
    pub columns: Vec<Column<'a>>,
    /// Right end of the last stage; that of one column when there is none.
    pub right: f32,
}

impl<'a> Columns<'a> {
    /// Columns of the touchpoints shown (none = all), of equal width unless time is to scale; an empty stage is as wide as
    /// one column.
    pub fn new(
        map: &'a JourneyMap,
        shown: Option<&BTreeSet<TouchpointId>>,
        pace: Option<&Pace>,
        (offset, width): (f32, f32),
        words: &Words,
    ) -> Self {
        let longer = |id: TouchpointId| pace.and_then(|pace| pace.gaps.get(&id)).map_or(1.0, |gap| gap.width);
        let mut left = offset + GRID_LEFT;
        let (mut stages, mut columns) = (Vec::new(), Vec::new());
        let is_shown = |id: &TouchpointId| shown.is_none_or(|shown| shown.contains(id));
        let shows_some = |stage: &Stage| shown.is_none() || stage.touchpoints.iter().any(is_shown);
        for (place, stage) in map.stages_in_order().enumerate().filter(|(_, stage)| shows_some(stage)) {
            let stage_left = left;
            let ids = stage.touchpoints.iter().filter(|id| is_shown(id));
            for touchpoint in ids.filter_map(|id| map.touchpoints.get(*id)) {
                let right = left + width * longer(touchpoint.id);
                let (name, at) = (touchpoint.name.as_str().into(), words.at(&touchpoint.name));
                columns.push(Column { touchpoint, stage, left, right, usual: width, name, at });
                left = right;
            }
            if left <= stage_left {
                left += width;
            }
            stages.push(Span { stage, place, left: stage_left, right: left - STAGE_GAP });
        }
        let right = stages.last().map_or(left + width, |span| span.right);
        Self { stages, columns, right }
    }
}
