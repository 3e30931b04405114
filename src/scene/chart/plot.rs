//! Where `plotters` meets the sketch: what it draws belongs to the node that is being painted.

use super::backend::{Backend, pixels};
use crate::base::geom::pt;
use crate::base::{Color, Rect, Size};
use crate::scene::sketch::Sketch;
use crate::scene::style::{TextStyle, style};
use crate::text::Face;
use plotters::chart::{ChartContext, ChartState};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::prelude::*;
use plotters::style::Color as _;
use std::convert::Infallible;
use std::ops::Range;

pub const NAME: TextStyle = style(Face::SemiBold, 13.0, 16.0);
pub const STAGE: TextStyle = style(Face::Regular, 11.0, 14.0);
pub const VALUE: TextStyle = style(Face::Bold, 13.0, 16.0);
pub const NOTE: TextStyle = style(Face::Regular, 11.0, 14.0);
/// Size of the labels of axes.
const LABEL_PT: f32 = 11.0;
/// Height of an axis with its labels.
pub const AXIS_HEIGHT: f32 = 24.0;

pub type Plane = Cartesian2d<RangedCoordf64, RangedCoordf64>;
pub type Drawn = Result<(), DrawingAreaErrorKind<Infallible>>;

pub fn rgb(color: Color) -> RGBAColor {
    RGBAColor(color.r, color.g, color.b, f64::from(color.a) / 255.0)
}

/// A line of so many points.
pub fn line(color: Color, width_pt: f32) -> ShapeStyle {
    rgb(color).stroke_width(u32::try_from(pixels(width_pt)).unwrap_or(1))
}

pub fn filled(color: Color) -> ShapeStyle {
    rgb(color).filled()
}

/// Axes that have been drawn, into which marks are drawn.
pub struct Axes {
    state: ChartState<Plane>,
    size: Size,
    /// Where the marks are.
    pub plot: Rect,
    x: Range<f64>,
    y: Range<f64>,
}

/// How axes look.
pub struct AxesLook<'f> {
    /// The picture's size.
    pub size: Size,
    /// Where the marks are within it.
    pub plot: Rect,
    /// From the left end to the right one.
    pub x: Range<f64>,
    /// From the lower end to the upper one.
    pub y: Range<f64>,
    /// Which axis is labelled, with about how many labels.
    pub labels: (Axis, usize),
    /// What is written at a value of it.
    pub words: &'f dyn Fn(f64) -> String,
}

/// The axis of values.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    X,
    Y,
}

impl Axes {
    /// Draws the axis of values with its lines; none when there is no room.
    pub fn draw(sketch: &mut Sketch<'_>, look: &AxesLook<'_>) -> Option<Self> {
        let (theme, node) = (sketch.theme, sketch.current_node());
        let AxesLook { size, plot, .. } = *look;
        let area = Backend::new(sketch.fonts, size, &mut sketch.items, node).into_drawing_area();
        let (label_x, label_y) = match look.labels.0 {
            Axis::X => (AXIS_HEIGHT, 0.0),
            Axis::Y => (0.0, plot.min.x.max(1.0)),
        };
        let chart = ChartBuilder::on(&area)
            .margin_left(pixels(plot.min.x - label_y))
            .margin_right(pixels(size.width - plot.max.x))
            .margin_top(pixels(plot.min.y))
            .margin_bottom(pixels((size.height - plot.max.y - label_x).max(0.0)))
            .x_label_area_size(pixels(label_x))
            .y_label_area_size(pixels(label_y))
            .build_cartesian_2d(look.x.clone(), look.y.clone());
        let mut chart = chart.ok()?;
        let label = ("Inter", pixels(LABEL_PT)).into_font().color(&rgb(theme.text_faint));
        let words = |value: &f64| (look.words)(*value);
        let mut mesh = chart.configure_mesh();
        mesh.light_line_style(TRANSPARENT)
            .bold_line_style(line(theme.border, 1.0))
            .axis_style(line(theme.border_strong, 1.0))
            .label_style(label)
            .set_all_tick_mark_size(0);
        let is_drawn = match look.labels.0 {
            Axis::X => mesh
                .disable_y_mesh()
                .disable_y_axis()
                .x_labels(look.labels.1)
                .x_label_formatter(&words)
                .set_tick_mark_size(LabelAreaPosition::Bottom, pixels(5.0))
                .draw(),
            Axis::Y => mesh
                .disable_x_mesh()
                .disable_x_axis()
                .y_labels(look.labels.1)
                .y_label_formatter(&words)
                .set_tick_mark_size(LabelAreaPosition::Left, pixels(8.0))
                .draw(),
        };
        is_drawn.ok()?;
        Some(Self { state: chart.into_chart_state(), size, plot, x: look.x.clone(), y: look.y.clone() })
    }

    /// Draws marks; they belong to the node that is being painted.
    pub fn marks(
        &self,
        sketch: &mut Sketch<'_>,
        draw: impl for<'a> FnOnce(&mut ChartContext<'a, Backend<'a>, Plane>) -> Drawn,
    ) {
        let node = sketch.current_node();
        let area = Backend::new(sketch.fonts, self.size, &mut sketch.items, node).into_drawing_area();
        let mut chart = self.state.clone().restore(&area);
        // The backend can't fail.
        let _ = draw(&mut chart);
    }

    /// Where a value of the horizontal axis is.
    #[allow(clippy::cast_possible_truncation)] // places in a picture
    pub fn x_of(&self, value: f64) -> f32 {
        let share = (value - self.x.start) / (self.x.end - self.x.start);
        self.plot.min.x + self.plot.width() * share as f32
    }

    /// Where a value of the vertical axis is.
    #[allow(clippy::cast_possible_truncation)] // places in a picture
    pub fn y_of(&self, value: f64) -> f32 {
        let share = (value - self.y.start) / (self.y.end - self.y.start);
        self.plot.max.y - self.plot.height() * share as f32
    }

    /// What lies between two places.
    pub fn rect(&self, (left, right): (f64, f64), (top, bottom): (f64, f64)) -> Rect {
        let min = pt(self.x_of(left), self.y_of(top));
        Rect { min, max: pt(self.x_of(right), self.y_of(bottom)) }
    }
}
