//! What has to be told: pictures that are nearly right.

use pathlight::scene::{Element, Item, Node, Prim, Scene};

/// Nodes all of whose letters are Inter's.
fn is_in_inter(scene: &Scene, node: u32) -> bool {
    let is_other = |item: &Item| matches!(&item.prim, Prim::Text(run) if run.font.is_some());
    !scene.items.iter().any(|item| item.node == Some(node) && is_other(item))
}

/// A scene without one of its cards.
pub fn without_a_card(scene: &Scene) -> Scene {
    let is_card = |node: &Node| matches!(node.element, Element::Card(_));
    let cards: Vec<u32> = (0..)
        .zip(&scene.nodes)
        .filter(|(index, node)| is_card(node) && is_in_inter(scene, *index))
        .map(|(index, _)| index)
        .collect();
    let gone = cards[cards.len() / 2];
    let mut scene = scene.clone();
    scene.items.retain(|item| item.node != Some(gone));
    scene
}

/// A scene with one text a little to the right.
pub fn with_a_text_moved(scene: &Scene, by_pt: f32) -> Scene {
    let is_long = |item: &Item| {
        let Prim::Text(run) = &item.prim else { return false };
        run.text.chars().count() > 8 && item.node.is_some_and(|node| is_in_inter(scene, node))
    };
    let texts: Vec<usize> = (0..scene.items.len()).filter(|index| is_long(&scene.items[*index])).collect();
    let mut scene = scene.clone();
    if let Prim::Text(run) = &mut scene.items[texts[texts.len() / 2]].prim {
        run.origin.x += by_pt;
    }
    scene
}
