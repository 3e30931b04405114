//! Sizes of the map at 100 %, in points: text styles and the places that several parts share.

use crate::text::Face;

/// Face, size and line height of a kind of text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct TextStyle {
    pub face: Face,
    pub size_pt: f32,
    pub line_height_pt: f32,
}

impl TextStyle {
    /// Line height in ems.
    pub fn line_height_em(self) -> f32 {
        self.line_height_pt / self.size_pt
    }
}

/// A text style in a line.
pub(super) const fn style(face: Face, size_pt: f32, line_height_pt: f32) -> TextStyle {
    TextStyle { face, size_pt, line_height_pt }
}

pub(super) const PAGE_TITLE: TextStyle = style(Face::Bold, 26.0, 32.0);
pub(super) const PERSONA_NAME: TextStyle = style(Face::SemiBold, 14.0, 18.0);
pub(super) const PERSONA_QUOTE: TextStyle = style(Face::Regular, 12.5, 18.0);
pub(super) const INITIALS: TextStyle = style(Face::Bold, 12.0, 16.0);
pub(super) const DESCRIPTION: TextStyle = style(Face::Regular, 12.5, 18.0);
pub(super) const BADGE: TextStyle = style(Face::SemiBold, 12.0, 16.0);
pub(super) const LEGEND: TextStyle = style(Face::Regular, 11.5, 20.0);
pub(super) const FOOTER: TextStyle = style(Face::Regular, 10.5, 15.0);

pub(super) const STAGE: TextStyle = style(Face::SemiBold, 13.0, 17.0);
pub(super) const LANE_NAME: TextStyle = style(Face::SemiBold, 13.5, 17.0);
pub(super) const LANE_EXPLANATION: TextStyle = style(Face::Regular, 11.5, 15.0);
pub(super) const TOUCHPOINT: TextStyle = style(Face::SemiBold, 12.8, 16.0);
pub(super) const VISITS: TextStyle = style(Face::SemiBold, 11.0, 14.0);
pub(super) const PILL: TextStyle = style(Face::SemiBold, 11.0, 14.0);
pub(super) const AXIS: TextStyle = style(Face::Medium, 10.5, 14.0);
pub(super) const LINE_END: TextStyle = style(Face::Medium, 11.0, 14.0);
pub(super) const HINT: TextStyle = style(Face::Regular, 11.5, 15.0);
pub(super) const WAY: TextStyle = style(Face::Medium, 10.5, 14.0);
pub(super) const BAR_VALUE: TextStyle = style(Face::Bold, 12.5, 15.0);
pub(super) const BAR_NOTE: TextStyle = style(Face::Regular, 10.0, 12.0);
pub(super) const BEFORE_CHANGED: TextStyle = style(Face::SemiBold, 10.0, 12.0);
pub(super) const SHARE_LABEL: TextStyle = style(Face::SemiBold, 11.0, 14.0);
pub(super) const SHARE_NOTE: TextStyle = style(Face::Medium, 10.5, 13.0);
pub(super) const CARD_TITLE: TextStyle = style(Face::SemiBold, 11.8, 16.0);
pub(super) const CARD_TEXT: TextStyle = style(Face::Regular, 11.8, 16.0);
pub(super) const TAG: TextStyle = style(Face::Medium, 9.8, 12.0);
pub(super) const CARD_NOTE: TextStyle = style(Face::Regular, 10.5, 14.0);
pub(super) const METRIC_VALUE: TextStyle = style(Face::Bold, 15.0, 19.0);

/// Left end of the lane headings' text.
pub(super) const HEADING_LEFT: f32 = 18.0;
/// Right end of the lane headings' column: the first stage begins here.
pub(super) const GRID_LEFT: f32 = 153.0;
/// Left end of the lines between rows.
pub(super) const HAIRLINE_LEFT: f32 = 8.0;
/// Between two stages.
pub(super) const STAGE_GAP: f32 = 6.0;
/// From a column's left end to its boxes.
pub(super) const BOX_INSET: f32 = 4.0;
/// What a column is wider than its boxes.
pub(super) const BOX_MARGIN: f32 = 14.0;
/// Above the stage bands and right of the last stage.
pub(super) const MAP_MARGIN: f32 = 10.0;
/// From a row's upper end to its cards or pills.
pub(super) const ROW_PADDING: f32 = 12.0;
/// From a row's upper end to the baseline of its heading.
pub(super) const HEADING_BASELINE: f32 = 26.0;
/// Height of a row that holds nothing.
pub(super) const MIN_ROW_HEIGHT: f32 = 58.0;
