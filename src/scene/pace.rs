//! Time to scale: above the touchpoints a ruler from each to the next, with the time that it takes. The columns are as wide as
//! that time; where one is not, its ruler is dashed (the time is shorter) or broken (it is longer).

use super::context::Context;
use super::headings;
use super::layers::{Fit, Gap};
use super::passage::Align;
use super::prim::{PathSeg, Stroke};
use super::sketch::{Sketch, dashed};
use super::style::WAY;
use crate::base::Rect;
use crate::base::geom::pt;
use crate::scene::Element;
use crate::tr;

const HEIGHT: f32 = 38.0;
/// From the row's upper end to the ruler.
const LINE: f32 = 28.0;
/// Half the height of a ruler's ends.
const END: f32 = 4.0;

/// The row of rulers, with its heading; gives its lower end, which is `top` without the layer.
pub(super) fn row(sketch: &mut Sketch<'_>, context: &Context<'_>, top: f32) -> f32 {
    let Some(pace) = context.pace() else { return top };
    let heading = headings::layer(sketch, context, (&tr!("scene-pace"), &pace.note), top);
    let bottom = heading.max(top + HEIGHT);
    let y = top + LINE;
    for pair in context.columns.columns.windows(2) {
        let [here, next] = pair else { continue };
        let Some(gap) = pace.gaps.get(&here.touchpoint.id) else { continue };
        // A part of the map may leave out what lies between.
        if gap.to != next.touchpoint.id {
            continue;
        }
        let (left, right) = (here.box_left() + 1.0, next.box_left() - 3.0);
        let rect = Rect { min: pt(left, top + 6.0), max: pt(right, y + 2.0 * END) };
        let element = Element::Wait(here.touchpoint.id);
        sketch.node(element, rect, gap.spoken.as_str(), |sketch| {
            ruler(sketch, (gap, pace.is_stale), (left, right), y);
        });
    }
    bottom
}

fn ruler(sketch: &mut Sketch<'_>, (gap, is_stale): (&Gap, bool), (left, right): (f32, f32), y: f32) {
    let theme = sketch.theme;
    let (color, words) = if is_stale {
        (theme.text_muted.faded(0.4), theme.text_faint)
    } else {
        (theme.text_muted, theme.text_body)
    };
    let firm = Stroke { color, width: 1.3, dash: None };
    for x in [left, right] {
        sketch.line(pt(x, y - END), pt(x, y + END), firm);
    }
    match gap.fit {
        Fit::True => sketch.horizontal(left, right, y, firm),
        Fit::Shorter => sketch.horizontal(left, right, y, dashed(color, 1.3, 3.0, 3.0)),
        Fit::Cut => {
            let middle = f32::midpoint(left, right);
            sketch.horizontal(left, middle - 4.0, y, firm);
            sketch.horizontal(middle + 4.0, right, y, firm);
            for x in [middle - 4.0, middle + 4.0] {
                let stroke = vec![PathSeg::Move(pt(x - 2.5, y + 5.0)), PathSeg::Line(pt(x + 2.5, y - 5.0))];
                sketch.path(stroke, None, Some(firm));
            }
        }
    }
    let label = sketch.wrap_short(&gap.label, WAY, right - left - 4.0, 1);
    sketch.paragraph(&label, pt(f32::midpoint(left, right), y - 9.0), Align::Middle, words);
}
