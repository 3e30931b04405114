//! What a screen reader tells of a page: its texts and named parts in the order in which one reads a map, stage by stage,
//! touchpoint by touchpoint, from top to bottom.

use super::paint::Spoken;
use crate::scene::{Element, Scene};
use krilla::tagging::{Tag, TagGroup, TagKind, TagTree};
use std::collections::BTreeMap;
use std::num::NonZeroU16;

/// Where something is told: part of the page, stage, column, row, and then as it was painted.
type Place = (u8, usize, usize, usize, u32);

/// Adds the pieces of a page to the tree.
pub(super) fn grow(tree: &mut TagTree, scene: &Scene, spoken: Vec<Spoken>) {
    let mut parts: BTreeMap<Place, Vec<Spoken>> = BTreeMap::new();
    let mut others = Vec::new();
    for piece in spoken {
        match piece.node {
            Some(node) => parts.entry(place(scene, node)).or_default().push(piece),
            None => others.push(piece),
        }
    }
    for ((.., node), pieces) in parts {
        let Some(node) = scene.nodes.get(node as usize) else { continue };
        let label = node.label.to_string();
        let has_text = pieces.iter().any(|piece| piece.is_text);
        let mut group = match node.element {
            Element::Title => TagGroup::new(heading(1, label)),
            Element::Stage(_) => TagGroup::new(heading(2, label)),
            Element::Touchpoint(_) => TagGroup::new(heading(3, label)),
            Element::Lane(_) | Element::Card(_) if has_text => {
                TagGroup::new(Tag::P.with_alt_text(Some(label)))
            }
            // Bars, dots and pictures say nothing of themselves.
            Element::Lane(_)
            | Element::Card(_)
            | Element::Emotion(_)
            | Element::Measured(..)
            | Element::Cell(..)
            | Element::Step(..)
            | Element::Wait(_)
            | Element::Figure(_) => TagGroup::new(Tag::Figure(Some(label))),
        };
        pieces.into_iter().for_each(|piece| group.push(piece.piece));
        tree.push(group);
    }
    for piece in others {
        tree.push(TagGroup::with_children(Tag::P, vec![piece.piece.into()]));
    }
}

fn heading(level: u16, title: String) -> TagKind {
    let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    Tag::Hn(level, Some(title.clone())).with_alt_text(Some(title)).into()
}

/// Where a node is told.
fn place(scene: &Scene, index: u32) -> Place {
    let Some(node) = scene.nodes.get(index as usize) else { return (u8::MAX, 0, 0, 0, index) };
    let grid = &scene.grid;
    let center = node.rect.center();
    let row = || {
        grid.rows.iter().position(|row| center.y >= row.top && center.y < row.bottom).map_or(0, |row| row + 1)
    };
    let column =
        |x: f32| grid.columns.iter().position(|column| x < column.right).unwrap_or(grid.columns.len());
    let stage_of = |column: usize| {
        let stage = grid.columns.get(column).map(|column| column.stage);
        grid.stages.iter().position(|known| Some(known.stage) == stage).unwrap_or(grid.stages.len())
    };
    match node.element {
        Element::Title => (0, 0, 0, 0, index),
        Element::Figure(_) => (2, 0, 0, 0, index),
        Element::Lane(_) => (1, 0, 0, row(), index),
        Element::Stage(stage) => {
            let stage = grid.stages.iter().position(|known| known.stage == stage).unwrap_or(0);
            (2, stage, 0, 0, index)
        }
        Element::Touchpoint(_) | Element::Step(..) | Element::Wait(_) => {
            let column = column(center.x);
            (2, stage_of(column), column + 1, 0, index)
        }
        Element::Card(_) | Element::Emotion(_) | Element::Measured(..) | Element::Cell(..) => {
            // A card that spans several touchpoints is told at its first.
            let column = column(node.rect.min.x + 1.0);
            (2, stage_of(column), column + 1, row().max(1), index)
        }
    }
}
