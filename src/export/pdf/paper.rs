//! Which part of a scene goes where on which sheet of paper.

use crate::base::geom::pt;
use crate::base::{Point, Rect, Size};
use crate::export::{ExportError, Paper};
use crate::scene::Scene;

/// PDF readers take no page longer than this (ISO 32000, annex C).
const LONGEST_PAGE_PT: f32 = 14_400.0;
/// What most printers leave white, and room for glue and marks: 10 mm.
const MARGIN_PT: f32 = 28.35;

/// How a scene is put on paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PdfLayout {
    /// One page, as large as the scene.
    #[default]
    Fitted,
    /// One sheet of this size, upright or across as the scene is.
    OneSheet(Paper),
    /// Spread over so many sheets side by side, and as many below each other as that takes, with marks to cut and glue by.
    Sheets {
        /// Size of each.
        paper: Paper,
        /// How many side by side, at least 1.
        across: u16,
    },
}

/// A sheet with its part of a scene.
pub(super) struct Sheet {
    /// Points.
    pub size: Size,
    /// Points of paper per point of the scene.
    pub scale: f32,
    /// Where the scene's upper left corner comes to lie.
    pub offset: Point,
    /// The part of the sheet that is painted.
    pub area: Rect,
    /// The area is cut out and glued to its neighbours.
    pub is_tile: bool,
}

impl Sheet {
    /// The part of the scene that is seen on it.
    pub(super) fn shown(&self) -> Rect {
        let back = |at: Point| pt((at.x - self.offset.x) / self.scale, (at.y - self.offset.y) / self.scale);
        Rect { min: back(self.area.min), max: back(self.area.max) }
    }
}

/// How many points of paper a point of a scene takes; none for a scene without extent.
#[must_use]
pub fn scale_on_paper(scene: &Scene, layout: &PdfLayout) -> Option<f32> {
    Some(sheets(scene, layout).ok()?.first()?.scale)
}

/// The sheets of a scene, row by row.
pub(super) fn sheets(scene: &Scene, layout: &PdfLayout) -> Result<Vec<Sheet>, ExportError> {
    let Size { width, height } = scene.size;
    let has_extent = |length: f32| length.is_finite() && length >= 1.0;
    if !has_extent(width) || !has_extent(height) {
        return Err(ExportError::BadSize { width: width as u64, height: height as u64 });
    }
    Ok(match *layout {
        PdfLayout::Fitted => {
            let scale = (LONGEST_PAGE_PT / width.max(height)).min(1.0);
            let size = Size { width: width * scale, height: height * scale };
            let area = Rect::from_xywh(0.0, 0.0, size.width, size.height);
            vec![Sheet { size, scale, offset: pt(0.0, 0.0), area, is_tile: false }]
        }
        PdfLayout::OneSheet(paper) => {
            let size = paper.size_pt().turned(width > height);
            let room = Size { width: size.width - 2.0 * MARGIN_PT, height: size.height - 2.0 * MARGIN_PT };
            let scale = (room.width / width).min(room.height / height);
            let offset = pt((size.width - width * scale) / 2.0, (size.height - height * scale) / 2.0);
            let area = Rect::from_xywh(offset.x, offset.y, width * scale, height * scale);
            vec![Sheet { size, scale, offset, area, is_tile: false }]
        }
        PdfLayout::Sheets { paper, across } => {
            let across = across.max(1);
            // The way that needs less paper.
            let ways =
                [true, false].map(|is_wide| tiles(scene.size, paper.size_pt().turned(is_wide), across));
            let [wide, upright] = ways;
            if upright.len() < wide.len() { upright } else { wide }
        }
    })
}

/// The scene as wide as so many sheets without their margins.
fn tiles(scene: Size, paper: Size, across: u16) -> Vec<Sheet> {
    let room = Size { width: paper.width - 2.0 * MARGIN_PT, height: paper.height - 2.0 * MARGIN_PT };
    let scale = room.width * f32::from(across) / scene.width;
    let down = (scene.height * scale / room.height - 0.001).ceil().max(1.0) as u16;
    let mut sheets = Vec::new();
    for row in 0..down {
        for column in 0..across {
            let offset =
                pt(MARGIN_PT - room.width * f32::from(column), MARGIN_PT - room.height * f32::from(row));
            // The last row is painted only as far as the scene goes.
            let rest = (scene.height * scale - room.height * f32::from(row)).min(room.height);
            let area = Rect::from_xywh(MARGIN_PT, MARGIN_PT, room.width, rest);
            sheets.push(Sheet { size: paper, scale, offset, area, is_tile: true });
        }
    }
    sheets
}
