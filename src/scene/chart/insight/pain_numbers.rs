//! Pain points by how bad and how often where there is no room for their words: each is the number under which the list has it.

use super::pains::{assumed, band_name, bands, box_of, depth};
use crate::base::fmt::NumberFormat;
use crate::base::geom::pt;
use crate::base::{Point, Rect, Size};
use crate::insights::pains::{Pains, RankedPain};
use crate::model::JourneyMap;
use crate::scene::chart::plot::{NAME, NOTE};
use crate::scene::chart::rows::scene_of;
use crate::scene::passage::Align;
use crate::scene::prim::{Element, Scene};
use crate::scene::sketch::Sketch;
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;

const LEFT: f32 = 26.0;
const GAP: f32 = 3.0;
const PADDING: f32 = 5.0;
/// Of a number.
const CHIP: Size = Size { width: 24.0, height: 22.0 };
const CHIP_GAP: f32 = 4.0;
const LEAST_ROW: f32 = 34.0;
/// Over the rows, for what they are.
const TOP: f32 = 20.0;

/// The matrix of customers' pains, a number each; none when there are none. A number says on hover what it is.
#[must_use]
pub fn pain_numbers(
    pains: &Pains,
    map: &JourneyMap,
    format: NumberFormat,
    width: f32,
    (theme, fonts): (&Theme, &Fonts),
) -> Option<Scene> {
    if pains.customers.is_empty() {
        return None;
    }
    let bands = bands(pains);
    let mut sketch = Sketch::new(fonts, theme);
    #[allow(clippy::cast_precision_loss)] // five at most
    let cell_width = (width - LEFT) / bands.len() as f32;
    let a_row = (((cell_width - GAP - 2.0 * PADDING + CHIP_GAP) / (CHIP.width + CHIP_GAP)) as usize).max(1);
    sketch.text(&tr!("scene-chart-severity"), NOTE, pt(0.0, 11.0), Align::Start, theme.text_muted);
    let mut top = TOP;
    for severity in (1..=5_u8).rev() {
        let cells: Vec<Vec<(usize, &RankedPain)>> = bands
            .iter()
            .map(|band| {
                let here =
                    |(_, pain): &(usize, &RankedPain)| pain.severity == severity && pain.band() == *band;
                (1..).zip(&pains.customers).filter(here).collect()
            })
            .collect();
        let most = cells.iter().map(|cell| cell.len().div_ceil(a_row)).max().unwrap_or_default();
        #[allow(clippy::cast_precision_loss)] // a few rows
        let needed = most as f32 * (CHIP.height + CHIP_GAP) - CHIP_GAP + 2.0 * PADDING + GAP;
        let height = needed.max(LEAST_ROW);
        let name = pt(LEFT - 12.0, top + height / 2.0 + 4.5);
        sketch.text(&severity.to_string(), NAME, name, Align::End, theme.text);
        let mut left = LEFT;
        for (band, cell) in bands.iter().zip(&cells) {
            let rect = Rect::from_xywh(left + GAP / 2.0, top + GAP / 2.0, cell_width - GAP, height - GAP);
            sketch.rect(rect, 5.0, depth(*band, severity, theme), None);
            for (place, (number, pain)) in cell.iter().enumerate() {
                #[allow(clippy::cast_precision_loss)] // a few in a cell
                let (column, row) = ((place % a_row) as f32, (place / a_row) as f32);
                let at = pt(
                    rect.min.x + PADDING + column * (CHIP.width + CHIP_GAP),
                    rect.min.y + PADDING + row * (CHIP.height + CHIP_GAP),
                );
                chip(&mut sketch, (*number, pain), at, (map, format));
            }
            left += cell_width;
        }
        top += height;
    }
    let mut bottom = top;
    let mut left = LEFT;
    for band in &bands {
        let name = sketch.wrap_short(&band_name(*band, format), NOTE, cell_width - 4.0, 3);
        let first = pt(left + cell_width / 2.0, top + 15.0);
        bottom = sketch.paragraph(&name, first, Align::Middle, theme.text_body).max(bottom);
        left += cell_width;
    }
    let axis = sketch.wrap_short(&tr!("scene-chart-pain-axis"), NOTE, width - LEFT, 2);
    let first = pt(LEFT + (width - LEFT) / 2.0, bottom + 18.0);
    bottom = sketch.paragraph(&axis, first, Align::Middle, theme.text_muted);
    Some(scene_of(sketch, Size { width, height: bottom + 5.0 }))
}

fn chip(
    sketch: &mut Sketch<'_>,
    (number, pain): (usize, &RankedPain),
    at: Point,
    (map, format): (&JourneyMap, NumberFormat),
) {
    let theme = sketch.theme;
    let words = map.cards.get(pain.card).map_or("", |card| card.text.trim());
    let measured = pain.measured.map(|rate| format.percent(rate.value, 1));
    let often =
        measured.or_else(|| assumed(pain, format)).map(|often| format!(" · {often}")).unwrap_or_default();
    let rect = Rect::from_xywh(at.x, at.y, CHIP.width, CHIP.height);
    sketch.node(Element::Card(pain.card), rect, format!("{number}. {words}{often}"), |sketch| {
        box_of(sketch, rect, pain);
        let middle = pt(rect.min.x + CHIP.width / 2.0, rect.min.y + CHIP.height / 2.0 + 4.5);
        sketch.text_on_rect(&number.to_string(), NAME, middle, Align::Middle, theme.pain_text);
    });
}
