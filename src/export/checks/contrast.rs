//! Texts that hardly stand out from their ground, by the contrast of WCAG 2, level AA.

use super::{Check, Checked, Finding, quoted, runs};
use crate::base::geom::pt;
use crate::base::{Color, Point};
use crate::scene::{Element, Prim, Scene, TextRun};
use crate::text::Face;
use crate::tr;
use std::collections::BTreeMap;

/// What ordinary text needs.
const NEEDED: f64 = 4.5;
/// What large text needs.
const NEEDED_LARGE: f64 = 3.0;
/// Text is large from this size, bold text from the other.
const LARGE_PT: f32 = 18.0;
const LARGE_BOLD_PT: f32 = 14.0;

/// Texts of the same colour on the same ground.
struct Alike<'a> {
    ratio: f64,
    needed: f64,
    count: usize,
    run: &'a TextRun,
    at: Option<Element>,
}

/// One for each pair of colours, the worst first.
pub(super) fn find(of: &Checked<'_>) -> Vec<Finding> {
    let mut alike: BTreeMap<(Color, Color), Alike<'_>> = BTreeMap::new();
    for (scene, index, run, at) in runs(of) {
        let Some(ground) = ground(scene, index, middle(run), of.ground) else { continue };
        let ratio = run.color.over(ground).contrast(ground);
        let needed = needed(run, of.points_per_point);
        if ratio < needed {
            let entry = alike.entry((run.color, ground));
            entry.or_insert(Alike { ratio, needed, count: 0, run, at }).count += 1;
        }
    }
    let mut alike: Vec<_> = alike.into_values().collect();
    alike.sort_by(|one, other| one.ratio.total_cmp(&other.ratio));
    let finding = |alike: Alike<'_>| Finding {
        check: Check::Contrast,
        words: tr!(
            "export-check-contrast",
            count = alike.count,
            text = quoted(&alike.run.passage.text),
            ratio = of.format.decimals(alike.ratio, 1),
            needed = of.format.decimals(alike.needed, 1)
        ),
        at: alike.at,
    };
    alike.into_iter().map(finding).collect()
}

fn needed(run: &TextRun, points_per_point: f32) -> f64 {
    let large = match run.face {
        Face::Bold | Face::SemiBold => LARGE_BOLD_PT,
        Face::Regular | Face::Medium => LARGE_PT,
    };
    if run.size * points_per_point >= large { NEEDED_LARGE } else { NEEDED }
}

/// The middle of its small letters.
fn middle(run: &TextRun) -> Point {
    pt(run.origin.x + run.width / 2.0, run.origin.y - 0.25 * run.size)
}

/// The colour below an item at a place; none on a picture, of which nobody can say.
fn ground(scene: &Scene, index: usize, at: Point, behind: Color) -> Option<Color> {
    // From the top down to what nothing shines through.
    let mut layers = Vec::new();
    let below = scene.items.get(..index).unwrap_or_default();
    for item in below.iter().rev() {
        match &item.prim {
            Prim::Rect(rect) if rect.rect.contains(at) => {
                layers.extend(rect.fill);
                if rect.fill.is_some_and(|fill| fill.a == 255) {
                    break;
                }
            }
            Prim::Image(image) if image.rect.contains(at) => return None,
            // Curves and signs are too thin to be a ground.
            Prim::Rect(_) | Prim::Image(_) | Prim::Path(_) | Prim::Text(_) => {}
        }
    }
    let bottom = scene.background.unwrap_or(behind);
    Some(layers.into_iter().rev().fold(bottom, |below, layer| layer.over(below)))
}
