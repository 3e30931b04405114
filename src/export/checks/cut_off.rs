//! Texts that are shortened, reach out of the rectangle they stand on, or out of the picture.

use super::{Check, Checked, Finding, element_of, quoted};
use crate::base::Rect;
use crate::base::geom::pt;
use crate::scene::{Passage, Prim, Scene, TextRun};
use crate::tr;
use std::sync::Arc;

/// Less than this is rounding.
const TOLERANCE_PT: f32 = 1.5;

/// One for each text.
pub(super) fn find(of: &Checked<'_>) -> Vec<Finding> {
    of.pictures.iter().flat_map(|picture| in_scene(&picture.scene)).collect()
}

fn in_scene(scene: &Scene) -> Vec<Finding> {
    let whole = Rect::from_xywh(0.0, 0.0, scene.size.width, scene.size.height);
    let mut found: Vec<Finding> = Vec::new();
    let mut last_rect = None;
    // The rectangle that the passage in hand stands on: all of its lines stand on the same.
    let mut below: Option<(&Arc<Passage>, Option<Rect>)> = None;
    let mut last_found: Option<&Arc<Passage>> = None;
    for item in &scene.items {
        let run = match &item.prim {
            Prim::Rect(rect) => {
                last_rect = Some(rect.rect);
                continue;
            }
            Prim::Text(run) => run,
            Prim::Path(_) | Prim::Image(_) => continue,
        };
        if below.is_none_or(|(passage, _)| !Arc::ptr_eq(passage, &run.passage)) {
            below = Some((&run.passage, last_rect.filter(|_| run.passage.on_rect)));
        }
        let rect = below.and_then(|(_, rect)| rect);
        let words = if !reaches_into(run, &whole) {
            tr!("export-check-out-of-picture", text = quoted(&run.passage.text))
        } else if run.passage.is_shortened {
            tr!("export-check-shortened", text = quoted(&run.passage.text))
        } else if rect.is_some_and(|rect| !reaches_into(run, &rect)) {
            tr!("export-check-out-of-shape", text = quoted(&run.passage.text))
        } else {
            continue;
        };
        if last_found.is_none_or(|passage| !Arc::ptr_eq(passage, &run.passage)) {
            last_found = Some(&run.passage);
            found.push(Finding { check: Check::CutOff, words, at: element_of(scene, item) });
        }
    }
    found
}

/// True when a run lies within a rectangle: its width, and from its capitals to its baseline.
fn reaches_into(run: &TextRun, rect: &Rect) -> bool {
    let (left, right) = (run.origin.x, run.origin.x + run.width);
    let room = rect.expanded(TOLERANCE_PT);
    [pt(left, run.origin.y - 0.7 * run.size), pt(right, run.origin.y)]
        .into_iter()
        .all(|at| (room.min.x..=room.max.x).contains(&at.x) && (room.min.y..=room.max.y).contains(&at.y))
}
