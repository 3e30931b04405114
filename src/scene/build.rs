//! The map from top to bottom: header, stage bands, touchpoints, lanes, footer. Each part is laid out where the
//! one above it ends; the stages' areas are known last and go behind everything.

use super::context::Context;
use super::memory::Memory;
use super::passage::Align;
use super::prim::{Element, Grid, GridColumn, GridRow, GridStage, Scene, Stroke};
use super::sketch::Sketch;
use super::style::{GRID_LEFT, HAIRLINE_LEFT, MAP_MARGIN, STAGE};
use super::{
    Page, SceneOptions, cards, channels, differences, emotion, exits, headings, labels, pace, page,
    satisfaction, touchpoints, ways,
};
use crate::base::geom::pt;
use crate::base::{Rect, Size};
use crate::model::{JourneyMap, Lane, LaneKind};
use crate::overlay::Overlay;
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;
use std::ops::Range;

/// A row that has been laid out.
pub(super) struct Row {
    pub bottom: f32,
    pub emotion_axis: Option<(f32, f32)>,
}

impl Row {
    pub fn ending(bottom: f32) -> Self {
        Self { bottom, emotion_axis: None }
    }
}

/// Lays a map out.
#[must_use]
pub fn build(
    map: &JourneyMap,
    overlay: Option<&Overlay>,
    options: &SceneOptions,
    theme: &Theme,
    fonts: &Fonts,
) -> Scene {
    build_again(&mut Memory::default(), map, overlay, options, theme, fonts)
}

/// Lays a map out that is much like the one laid out before with the same memory. The scene is the same with any memory.
#[must_use]
pub fn build_again(
    memory: &mut Memory,
    map: &JourneyMap,
    overlay: Option<&Overlay>,
    options: &SceneOptions,
    theme: &Theme,
    fonts: &Fonts,
) -> Scene {
    memory.begin(theme);
    let plain = Page::default();
    let page = options.page.as_ref().unwrap_or(&plain);
    let context = Context::new(memory, map, overlay, options, page);
    let mut sketch = Sketch::new(fonts, theme);
    memory.make_room(&mut sketch);
    // What lies behind everything is known last: an area for each stage, a line for each lane, and that around the page.
    let behind = context.columns.stages.len() + context.lanes.len() + usize::from(page.border);
    sketch.section(tr!("scene-section-background"), |sketch| sketch.leave_room(behind));
    let mut top = page.margin_pt;
    if page.header || page.logo.is_some() {
        top = sketch.section(tr!("scene-section-header"), |sketch| page::above(sketch, &context, top));
    }
    let (grid, bottom) = map_part(&mut sketch, &context, memory, top);
    if let Some(differences) = context.differences {
        sketch.section(tr!("scene-section-changes"), |sketch| differences::paint(sketch, differences));
    }
    let mut end = bottom + MAP_MARGIN;
    if page.legend || page.footer {
        end = sketch.section(tr!("scene-section-footer"), |sketch| page::below(sketch, &context, end));
    }
    let size = Size {
        width: context.columns.right + context.gutter() + MAP_MARGIN + page.margin_pt,
        height: end + page.margin_pt,
    };

    let mut backdrop = Sketch::new(fonts, theme);
    areas(&mut backdrop, &context, &grid);
    hairlines(&mut backdrop, &context, &grid);
    page::border(&mut backdrop, page, size);
    sketch.items.splice(..behind, backdrop.items);
    let Sketch { items, nodes, sections, .. } = sketch;
    let scene = Scene { size, background: page.ground_color(theme), items, nodes, sections, grid };
    memory.end(&scene);
    scene
}

/// Bands, touchpoints and lanes; gives the grid and the lower end.
fn map_part(sketch: &mut Sketch<'_>, context: &Context<'_>, memory: &mut Memory, top: f32) -> (Grid, f32) {
    let bands =
        sketch.section(tr!("scene-section-stages"), |sketch| stage_bands(sketch, context, top + MAP_MARGIN));
    let area_top = bands + 4.0;
    let mut top_of_boxes = area_top;
    if context.pace().is_some() {
        top_of_boxes = sketch.section(tr!("scene-pace"), |sketch| pace::row(sketch, context, top_of_boxes));
    }
    if context.ways().is_some() {
        top_of_boxes = sketch.section(tr!("scene-ways"), |sketch| ways::above(sketch, context, top_of_boxes));
    }
    let touchpoint_row = sketch
        .section(tr!("scene-section-touchpoints"), |sketch| touchpoint_row(sketch, context, top_of_boxes));
    let mut rows = Vec::with_capacity(context.lanes.len());
    let mut row_top = touchpoint_row.max.y;
    if context.ways().is_some() {
        row_top = sketch.section(tr!("scene-ways-back"), |sketch| ways::below(sketch, context, row_top));
    }
    for lane in &context.lanes {
        let row = sketch.section(labels::lane_name(lane), |sketch| {
            lane_with_heading(sketch, context, memory, lane, row_top)
        });
        row_top = row.bottom;
        rows.push(row);
    }
    let columns = context.columns.columns.iter().map(|column| GridColumn {
        touchpoint: column.touchpoint.id,
        stage: column.stage.id,
        left: column.left,
        right: column.right,
    });
    let stages = context.columns.stages.iter().map(|span| GridStage {
        stage: span.stage.id,
        band: Rect { min: pt(span.left, top + MAP_MARGIN), max: pt(span.right, bands) },
        area: Rect { min: pt(span.left, area_top), max: pt(span.right, row_top) },
    });
    let grid = Grid {
        left: context.left + GRID_LEFT,
        stages: stages.collect(),
        columns: columns.collect(),
        rows,
        touchpoint_row,
    };
    (grid, row_top)
}

/// The touchpoints' boxes and what their row is called; gives the row.
fn touchpoint_row(sketch: &mut Sketch<'_>, context: &Context<'_>, top: f32) -> Rect {
    let boxes_top = top + touchpoints::ROW_TOP;
    let boxes_bottom = headings::steps(sketch, context, top + 6.0) - touchpoints::ROW_BOTTOM;
    let words = touchpoints::words(sketch, context);
    let boxes = touchpoints::height(&words).max(boxes_bottom - boxes_top);
    // Nodes lie back to front: the touchpoints come before what lies in the rows.
    touchpoints::paint(sketch, context, &words, (boxes_top, boxes));
    Rect {
        min: pt(context.left + GRID_LEFT, top),
        max: pt(context.columns.right, boxes_top + boxes + touchpoints::ROW_BOTTOM),
    }
}

/// A lane from its heading to its cards or figures.
fn lane_with_heading(
    sketch: &mut Sketch<'_>,
    context: &Context<'_>,
    memory: &mut Memory,
    lane: &Lane,
    top: f32,
) -> GridRow {
    let heading_bottom = headings::lane(sketch, context, lane, top);
    let grid_row =
        |bottom, emotion_axis| GridRow { lane: lane.id, top, bottom, emotion_axis, pinned: lane.pinned };
    if lane.collapsed {
        return grid_row(heading_bottom, None);
    }
    let cells = cells(sketch, context, memory, lane, top);
    let row = lane_row(sketch, context, memory, lane, top);
    let bottom = row.bottom.max(heading_bottom);
    sketch.end_nodes(cells, bottom);
    grid_row(bottom, row.emotion_axis)
}

/// The coloured headings of the stages; gives their lower end.
fn stage_bands(sketch: &mut Sketch<'_>, context: &Context<'_>, top: f32) -> f32 {
    const PADDING: f32 = 13.0;
    let names: Vec<_> = context
        .columns
        .stages
        .iter()
        .map(|span| (span, sketch.wrap(&span.stage.name, STAGE, span.right - span.left - 2.0 * PADDING)))
        .collect();
    let drop = names.iter().map(|(_, name)| name.drop()).fold(0.0, f32::max);
    let bottom = top + 30.0 + drop;
    for (span, name) in names {
        let colors = sketch.theme.stage(span.stage.palette, span.place).clone();
        let rect = Rect { min: pt(span.left, top), max: pt(span.right, bottom) };
        sketch.node(Element::Stage(span.stage.id), rect, labels::stage(span.stage), |sketch| {
            sketch.rect(rect, 8.0, colors.band, None);
            let first = pt(span.left + PADDING, top + 20.0 + (drop - name.drop()) / 2.0);
            sketch.paragraph_on_rect(&name, first, Align::Start, colors.on_band);
        });
    }
    bottom
}

fn lane_row(
    sketch: &mut Sketch<'_>,
    context: &Context<'_>,
    memory: &mut Memory,
    lane: &Lane,
    top: f32,
) -> Row {
    match lane.kind {
        LaneKind::Channels => channels::row(sketch, context, top),
        LaneKind::Emotion => emotion::row(sketch, context, lane, top),
        LaneKind::Exits => exits::row(sketch, context, lane, top),
        LaneKind::Satisfaction => satisfaction::row(sketch, context, lane, top),
        LaneKind::Pains
        | LaneKind::Opportunities
        | LaneKind::Quotes
        | LaneKind::Thoughts
        | LaneKind::Notes
        | LaneKind::Backstage
        | LaneKind::Metrics
        | LaneKind::Images => cards::row(sketch, context, memory, lane, top),
    }
}

/// A node for every cell of a row, beneath what lies in it, which decides where they end.
fn cells(
    sketch: &mut Sketch<'_>,
    context: &Context<'_>,
    memory: &mut Memory,
    lane: &Lane,
    top: f32,
) -> Range<usize> {
    let first = sketch.nodes.len();
    let mut counts = vec![0; context.columns.columns.len()];
    for card in context.cards_of(lane.id) {
        counts.iter_mut().take(card.last + 1).skip(card.first).for_each(|count| *count += 1);
    }
    let mut words = memory.words().cells_of(lane);
    for (column, cards) in context.columns.columns.iter().zip(counts) {
        let rect = Rect { min: pt(column.left, top), max: pt(column.right, top) };
        let label = words.label(&column.name, cards);
        sketch.bare_node(Element::Cell(lane.id, column.touchpoint.id), rect, label);
    }
    first..sketch.nodes.len()
}

fn areas(sketch: &mut Sketch<'_>, context: &Context<'_>, grid: &Grid) {
    for (span, stage) in context.columns.stages.iter().zip(&grid.stages) {
        let area = sketch.theme.stage(span.stage.palette, span.place).area;
        sketch.rect(stage.area, 10.0, area, None);
    }
}

fn hairlines(sketch: &mut Sketch<'_>, context: &Context<'_>, grid: &Grid) {
    let line = Stroke { color: sketch.theme.border, width: 1.0, dash: None };
    for row in &grid.rows {
        sketch.horizontal(context.left + HAIRLINE_LEFT, context.columns.right, row.top, line);
    }
}
