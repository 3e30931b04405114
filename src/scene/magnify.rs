//! A laid-out map made larger: everything grows alike, so that words and boxes still fit each other.

use super::prim::{Grid, PathPrim, PathSeg, Prim, Scene, Stroke};
use crate::base::geom::pt;
use crate::base::{Point, Rect, Size};
use crate::text::GlyphPos;

impl Scene {
    /// The same picture, `factor` times as large.
    #[must_use]
    pub fn magnified(mut self, factor: f32) -> Self {
        self.size = Size { width: self.size.width * factor, height: self.size.height * factor };
        self.items.iter_mut().for_each(|item| magnify_prim(&mut item.prim, factor));
        self.nodes.iter_mut().for_each(|node| node.rect = rect(node.rect, factor));
        magnify_grid(&mut self.grid, factor);
        self
    }
}

fn magnify_prim(prim: &mut Prim, factor: f32) {
    match prim {
        Prim::Rect(shape) => {
            shape.rect = rect(shape.rect, factor);
            shape.radius *= factor;
            shape.stroke = shape.stroke.map(|line| stroke(line, factor));
        }
        Prim::Path(path) => magnify_path(path, factor),
        Prim::Text(run) => {
            run.origin = point(run.origin, factor);
            run.size *= factor;
            run.width *= factor;
            run.glyphs =
                run.glyphs.iter().map(|at| GlyphPos { x: at.x * factor, y: at.y * factor, ..*at }).collect();
        }
        Prim::Image(image) => image.rect = rect(image.rect, factor),
    }
}

fn magnify_path(path: &mut PathPrim, factor: f32) {
    let at = |place| point(place, factor);
    for segment in &mut path.segments {
        *segment = match *segment {
            PathSeg::Move(to) => PathSeg::Move(at(to)),
            PathSeg::Line(to) => PathSeg::Line(at(to)),
            PathSeg::Cubic(first, second, to) => PathSeg::Cubic(at(first), at(second), at(to)),
            PathSeg::Close => PathSeg::Close,
        };
    }
    path.stroke = path.stroke.map(|line| stroke(line, factor));
}

fn magnify_grid(grid: &mut Grid, factor: f32) {
    grid.left *= factor;
    grid.touchpoint_row = rect(grid.touchpoint_row, factor);
    for stage in &mut grid.stages {
        (stage.band, stage.area) = (rect(stage.band, factor), rect(stage.area, factor));
    }
    for column in &mut grid.columns {
        (column.left, column.right) = (column.left * factor, column.right * factor);
    }
    for row in &mut grid.rows {
        (row.top, row.bottom) = (row.top * factor, row.bottom * factor);
        row.emotion_axis = row.emotion_axis.map(|(top, bottom)| (top * factor, bottom * factor));
    }
}

fn point(at: Point, factor: f32) -> Point {
    pt(at.x * factor, at.y * factor)
}

fn rect(of: Rect, factor: f32) -> Rect {
    Rect { min: point(of.min, factor), max: point(of.max, factor) }
}

fn stroke(line: Stroke, factor: f32) -> Stroke {
    let dash = line.dash.map(|(dash, gap)| (dash * factor, gap * factor));
    Stroke { width: line.width * factor, dash, ..line }
}
