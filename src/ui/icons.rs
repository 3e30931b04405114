//! Icons as vector shapes, drawn around the middle of a square.

use crate::base::Color;
use crate::theme::Theme;
use crate::ui::style::c;
use egui::epaint::{PathShape, PathStroke};
use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Icon {
    Select,
    Stage,
    Touchpoint,
    Pain,
    Opportunity,
    Quote,
    Star,
    Note,
    Check,
    Cross,
}

/// Draws an icon into a rectangle.
pub fn paint_icon(painter: &Painter, rect: Rect, icon: Icon, on: bool, enabled: bool, theme: &Theme) {
    let tone = |color: Color| if enabled { c(color) } else { c(color.faded(0.62)) };
    let grey = tone(if on { theme.accent_text } else { theme.text_faint });
    let o = rect.center();
    let at = |x: f32, y: f32| o + vec2(x, y);
    match icon {
        Icon::Select => {
            let points = vec![
                at(-8.0, -9.0),
                at(-8.0, 9.0),
                at(-3.0, 4.0),
                at(1.0, 12.0),
                at(4.0, 10.0),
                at(0.0, 3.0),
                at(7.0, 2.0),
            ];
            // Not convex: filled as the arrow head and its tail.
            let head = [at(-8.0, -9.0), at(7.0, 2.0), at(-3.0, 4.0), at(-8.0, 9.0)];
            painter.add(Shape::convex_polygon(head[..3].to_vec(), grey, Stroke::NONE));
            painter.add(Shape::convex_polygon(vec![head[0], head[2], head[3]], grey, Stroke::NONE));
            let tail = vec![at(-3.0, 4.0), at(0.0, 3.0), at(4.0, 10.0), at(1.0, 12.0)];
            painter.add(Shape::convex_polygon(tail, grey, Stroke::NONE));
            outline(painter, points, grey, 1.6);
        }
        Icon::Stage => {
            let faint = grey.gamma_multiply(0.45);
            painter.rect_filled(Rect::from_min_size(at(-9.0, -9.0), vec2(18.0, 6.0)), 2.0, grey);
            painter.rect_filled(Rect::from_min_size(at(-9.0, 0.0), vec2(8.0, 9.0)), 2.0, faint);
            painter.rect_filled(Rect::from_min_size(at(1.0, 0.0), vec2(8.0, 9.0)), 2.0, faint);
        }
        Icon::Touchpoint => {
            let square = Rect::from_center_size(o, vec2(18.0, 18.0));
            painter.rect_stroke(square, 4.0, Stroke::new(1.8, grey), StrokeKind::Middle);
        }
        Icon::Pain => {
            let points = vec![
                at(2.0, -10.0),
                at(-6.0, 1.0),
                at(0.0, 1.0),
                at(-2.0, 10.0),
                at(6.0, -1.0),
                at(0.0, -1.0),
            ];
            outline(painter, points, tone(theme.exit), 1.6);
        }
        Icon::Opportunity => {
            let stroke = Stroke::new(1.8, tone(theme.ok));
            painter.circle_stroke(at(0.0, -2.0), 7.0, stroke);
            painter.line_segment([at(-3.0, 9.0), at(3.0, 9.0)], stroke);
        }
        Icon::Quote => {
            let points = vec![
                at(-9.0, -8.0),
                at(9.0, -8.0),
                at(9.0, 4.0),
                at(-1.0, 4.0),
                at(-6.0, 9.0),
                at(-6.0, 4.0),
                at(-9.0, 4.0),
            ];
            outline(painter, points, grey, 1.7);
        }
        Icon::Star => outline(painter, star(o, 9.0), tone(theme.star_border), 1.6),
        Icon::Note => {
            let points = vec![at(-8.0, -8.0), at(8.0, -8.0), at(8.0, 3.0), at(3.0, 8.0), at(-8.0, 8.0)];
            outline(painter, points, grey, 1.7);
            let fold = vec![at(8.0, 3.0), at(3.0, 3.0), at(3.0, 8.0)];
            painter.add(Shape::line(fold, Stroke::new(1.5, grey)));
        }
        Icon::Check => {
            let line = vec![at(-5.0, 0.0), at(-1.5, 4.0), at(5.0, -4.0)];
            painter.add(Shape::line(line, Stroke::new(2.0, tone(theme.ok))));
        }
        Icon::Cross => {
            let stroke = Stroke::new(2.0, tone(theme.text_faint));
            painter.line_segment([at(-4.0, -4.0), at(4.0, 4.0)], stroke);
            painter.line_segment([at(-4.0, 4.0), at(4.0, -4.0)], stroke);
        }
    }
}

/// The logo: a white curve on an accent square.
pub fn paint_logo(painter: &Painter, rect: Rect, theme: &Theme) {
    painter.rect_filled(rect, rect.width() * 0.27, c(theme.accent));
    let unit = rect.width() / 26.0;
    let at = |x: f32, y: f32| rect.min + vec2(x, y) * unit;
    let curve = egui::epaint::CubicBezierShape::from_points_stroke(
        [at(6.0, 18.0), at(10.0, 4.0), at(14.0, 22.0), at(20.0, 7.0)],
        false,
        Color32::TRANSPARENT,
        Stroke::new(2.4 * unit, c(theme.on_accent)),
    );
    painter.add(curve);
}

fn outline(painter: &Painter, points: Vec<Pos2>, color: Color32, width: f32) {
    painter.add(PathShape {
        points,
        closed: true,
        fill: Color32::TRANSPARENT,
        stroke: PathStroke::new(width, color),
    });
}

fn star(center: Pos2, radius: f32) -> Vec<Pos2> {
    let corner = |index: i32| {
        let angle = std::f32::consts::PI * (index as f32 / 5.0 - 0.5);
        let radius = if index % 2 == 0 { radius } else { radius * 0.42 };
        pos2(center.x + radius * angle.cos(), center.y + radius * angle.sin())
    };
    (0..10).map(corner).collect()
}
