//! What of a scene becomes which shape, and which shapes belong together: a rectangle with the text written on it is one
//! shape, and so is a text with all its lines; what belongs to one card or one touchpoint is a group within its lane.

use crate::scene::{Element, ImagePrim, Item, Node, Passage, PathPrim, Prim, RectPrim, Scene, TextRun};
use std::ops::Range;
use std::sync::Arc;

/// A shape to be.
pub(super) enum Piece<'s> {
    /// A rectangle, and what is written on it.
    Box(&'s RectPrim, Option<Words<'s>>),
    /// A text that stands free.
    Free(Words<'s>),
    /// Lines and curves.
    Path(&'s PathPrim),
    /// A picture.
    Image(&'s ImagePrim),
}

/// A text with where its lines are.
pub(super) struct Words<'s> {
    pub passage: &'s Passage,
    pub first: &'s TextRun,
    /// The other runs.
    pub rest: Vec<&'s TextRun>,
}

/// Pieces of one node, or one without a node.
pub(super) struct Cluster<'s> {
    pub node: Option<&'s Node>,
    pub pieces: Vec<Piece<'s>>,
}

/// A named part of the slide; what is in no section has no name.
pub(super) struct Part<'s> {
    pub name: Option<&'s str>,
    pub clusters: Vec<Cluster<'s>>,
}

/// The title of a slide, which is not part of any group, and all else.
pub(super) struct Parts<'s> {
    pub title: Option<Words<'s>>,
    pub parts: Vec<Part<'s>>,
}

pub(super) fn of_scene(scene: &Scene) -> Parts<'_> {
    let mut parts = Vec::new();
    let mut done = 0;
    for section in &scene.sections {
        parts.push(part(scene, None, done..section.items.start));
        parts.push(part(scene, Some(&section.name), section.items.clone()));
        done = section.items.end;
    }
    parts.push(part(scene, None, done..scene.items.len()));
    let title = parts.iter_mut().flat_map(|part| &mut part.clusters).find_map(take_title);
    for part in &mut parts {
        part.clusters.retain(|cluster| !cluster.pieces.is_empty());
    }
    parts.retain(|part| !part.clusters.is_empty());
    Parts { title, parts }
}

fn take_title<'s>(cluster: &mut Cluster<'s>) -> Option<Words<'s>> {
    let is_title = cluster.node.is_some_and(|node| node.element == Element::Title);
    let place = cluster.pieces.iter().position(|piece| is_title && matches!(piece, Piece::Free(_)))?;
    match cluster.pieces.remove(place) {
        Piece::Free(words) => Some(words),
        Piece::Box(..) | Piece::Path(_) | Piece::Image(_) => None,
    }
}

fn part<'s>(scene: &'s Scene, name: Option<&'s str>, items: Range<usize>) -> Part<'s> {
    let mut clusters: Vec<Cluster<'s>> = Vec::new();
    let mut items = scene.items.get(items).unwrap_or_default();
    while let Some((item, rest)) = items.split_first() {
        let (piece, rest) = piece(item, rest);
        items = rest;
        let node = item.node.and_then(|index| scene.nodes.get(index as usize));
        match clusters.last_mut() {
            Some(last) if node.is_some() && same(last.node, node) => last.pieces.push(piece),
            _ => clusters.push(Cluster { node, pieces: vec![piece] }),
        }
    }
    Part { name, clusters }
}

fn same(one: Option<&Node>, other: Option<&Node>) -> bool {
    one.zip(other).is_some_and(|(one, other)| std::ptr::eq(one, other))
}

/// A piece and the items behind it.
fn piece<'s>(item: &'s Item, rest: &'s [Item]) -> (Piece<'s>, &'s [Item]) {
    match &item.prim {
        Prim::Rect(shape) => {
            let written = rest.split_first().and_then(|(next, after)| match &next.prim {
                Prim::Text(run) if run.passage.on_rect && next.node == item.node => {
                    Some(words(run, next, after))
                }
                Prim::Text(_) | Prim::Rect(_) | Prim::Path(_) | Prim::Image(_) => None,
            });
            match written {
                Some((words, rest)) => (Piece::Box(shape, Some(words)), rest),
                None => (Piece::Box(shape, None), rest),
            }
        }
        Prim::Text(run) => {
            let (words, rest) = words(run, item, rest);
            (Piece::Free(words), rest)
        }
        Prim::Path(path) => (Piece::Path(path), rest),
        Prim::Image(image) => (Piece::Image(image), rest),
    }
}

/// All runs of a passage, and the items behind them.
fn words<'s>(first: &'s TextRun, item: &Item, rest: &'s [Item]) -> (Words<'s>, &'s [Item]) {
    let belongs = |next: &'s Item| match &next.prim {
        Prim::Text(run) if Arc::ptr_eq(&run.passage, &first.passage) && next.node == item.node => Some(run),
        Prim::Text(_) | Prim::Rect(_) | Prim::Path(_) | Prim::Image(_) => None,
    };
    let others: Vec<&TextRun> = rest.iter().map_while(belongs).collect();
    let after = rest.get(others.len()..).unwrap_or_default();
    (Words { passage: &first.passage, first, rest: others }, after)
}
