//! What the team drew and guessed against what is measured: both curves on one slide, the largest gaps on the next.

use super::frame::Frame;
use super::{Deck, Slide};
use crate::base::geom::pt;
use crate::base::{Color, Rect};
use crate::model::{LaneKind, Stage, Touchpoint, TouchpointId};
use crate::scene::passage::Align;
use crate::scene::roomy::in_rows;
use crate::scene::sketch::{Sketch, solid};
use crate::scene::style::TextStyle;
use crate::scene::{Element, SceneOptions, Stroke, build};
use crate::text::{Face, Fonts};
use crate::theme::Theme;
use crate::tr;
use std::collections::BTreeSet;

const NAME: TextStyle = TextStyle { face: Face::SemiBold, size_pt: 25.0, line_height_pt: 31.0 };
const LONG_NAME: TextStyle = TextStyle { face: Face::SemiBold, size_pt: 20.0, line_height_pt: 24.0 };
const STAGE: TextStyle = TextStyle { face: Face::Regular, size_pt: 18.0, line_height_pt: 24.0 };
const FIGURE: TextStyle = TextStyle { face: Face::SemiBold, size_pt: 20.0, line_height_pt: 26.0 };
const SIZE: TextStyle = TextStyle { face: Face::Bold, size_pt: 34.0, line_height_pt: 40.0 };
const PLACE: TextStyle = TextStyle { face: Face::Bold, size_pt: 20.0, line_height_pt: 26.0 };

/// A slide shows so many gaps, in rows of three.
const MOST: usize = 9;
const IN_A_ROW: usize = 3;
const GAP: f32 = 22.0;
const PADDING: f32 = 24.0;
/// Room of a dot before words.
const DOT: f32 = 22.0;

/// How far what was drawn or guessed is from what is measured.
pub(super) struct Gap<'a> {
    stage: &'a Stage,
    touchpoint: &'a Touchpoint,
    /// Drawn or guessed, in words.
    ours: String,
    measured: String,
    /// The distance, with its sign.
    label: String,
    /// It is worse for customers than the team thought.
    is_worse: bool,
    /// Places on their scale of what was drawn or guessed and what is measured, 0…1.
    places: (f64, f64),
}

/// All gaps, the largest first.
pub(super) fn all<'a>(deck: &Deck<'a>) -> Vec<Gap<'a>> {
    let mut gaps: Vec<_> = feelings(deck);
    gaps.extend(guesses(deck));
    gaps.sort_by(|one, other| other.size().total_cmp(&one.size()));
    gaps
}

/// A gap in words.
pub struct GapWords {
    /// Where.
    pub place: String,
    /// What the team drew or guessed.
    pub ours: String,
    /// What is measured.
    pub measured: String,
    /// How far apart they are.
    pub distance: String,
}

/// The largest gaps, so many at most.
#[must_use]
pub fn gaps_in_words(deck: &Deck<'_>, most: usize) -> Vec<GapWords> {
    let words = |gap: Gap<'_>| GapWords {
        place: gap.touchpoint.name.trim().to_owned(),
        ours: gap.ours,
        measured: gap.measured,
        distance: gap.label,
    };
    all(deck).into_iter().take(most).map(words).collect()
}

/// Between the drawn curve and the measured one.
fn feelings<'a>(deck: &Deck<'a>) -> Vec<Gap<'a>> {
    let (Some(persona), Some(overlay)) = (deck.persona(), deck.overlay) else { return Vec::new() };
    let signed = |value| deck.format.signed(value, 1);
    let gap = |(stage, touchpoint): (&'a Stage, &'a Touchpoint)| {
        let drawn = persona.emotions.get(&touchpoint.id)?.value();
        let measured = overlay.touchpoints.get(&touchpoint.id)?.emotion.as_ref()?.value;
        let distance = measured - drawn;
        Some(Gap {
            stage,
            touchpoint,
            ours: tr!("scene-slide-drawn", value = signed(drawn)),
            measured: tr!("scene-slide-measured", value = signed(measured)),
            label: signed(distance),
            is_worse: distance < 0.0,
            places: ((drawn + 2.0) / 4.0, (measured + 2.0) / 4.0),
        })
    };
    deck.map.touchpoints_in_order().filter_map(gap).collect()
}

/// Between the mean of what teams guessed and the measured exit rate.
fn guesses<'a>(deck: &Deck<'a>) -> Vec<Gap<'a>> {
    let Some(overlay) = deck.overlay else { return Vec::new() };
    let teams = &deck.map.workshop.guesses;
    let gap = |(stage, touchpoint): (&'a Stage, &'a Touchpoint)| {
        let bar = overlay.touchpoints.get(&touchpoint.id)?.exit.as_ref()?;
        let guessed: Vec<f64> = teams.values().filter_map(|team| team.get(&touchpoint.id).copied()).collect();
        #[allow(clippy::cast_precision_loss)] // teams in a room
        let mean = (!guessed.is_empty()).then(|| guessed.iter().sum::<f64>() / guessed.len() as f64)?;
        let distance = bar.value - mean;
        Some(Gap {
            stage,
            touchpoint,
            ours: tr!("scene-slide-exit-guessed", share = deck.format.percent(mean, 0)),
            measured: tr!("scene-slide-measured", value = bar.label.as_str()),
            label: tr!("scene-slide-points", points = deck.format.signed(100.0 * distance, 0)),
            is_worse: distance > 0.0,
            places: (mean, bar.value),
        })
    };
    deck.map.touchpoints_in_order().filter_map(gap).collect()
}

/// Both curves over the whole map; none without one of them.
pub(super) fn curves(deck: &Deck<'_>, theme: &Theme, fonts: &Fonts, number: usize) -> Option<Slide> {
    let gaps = feelings(deck);
    if gaps.is_empty() {
        return None;
    }
    let worse = gaps.iter().filter(|gap| gap.is_worse).count();
    let better = gaps.len() - worse;
    let title = if worse >= better {
        tr!("scene-slide-worse", worse = worse, count = gaps.len())
    } else {
        tr!("scene-slide-better", better = better, count = gaps.len())
    };
    let persona = deck.persona().map(|persona| persona.name.clone()).unwrap_or_default();
    let mut frame = Frame::new(deck, (theme, fonts), (&title, &persona), Some(number));
    let is_shown = |kind| matches!(kind, LaneKind::Emotion | LaneKind::Satisfaction);
    let lanes = deck.map.lanes_in_order().filter(|lane| is_shown(lane.kind)).map(|lane| lane.id);
    let lanes: BTreeSet<_> = lanes.collect();
    let room = frame.room;
    let columns: Vec<TouchpointId> =
        deck.map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).collect();
    let rows = in_rows(room, &columns, |part, column_width_pt| {
        let options = SceneOptions {
            persona: deck.persona,
            touchpoints: Some(part.iter().copied().collect()),
            lanes: Some(lanes.clone()),
            column_width_pt,
            format: deck.format,
            ..SceneOptions::default()
        };
        build(deck.map, deck.overlay, &options, theme, fonts)
    });
    for gap in &gaps {
        frame.note(gap.words());
    }
    for (top, scene) in rows {
        frame.sketch.embed(scene, pt(room.min.x, top));
    }
    Some(frame.finish(deck))
}

/// The largest gaps as cards; none without any.
pub(super) fn largest(deck: &Deck<'_>, theme: &Theme, fonts: &Fonts, number: usize) -> Option<Slide> {
    let mut gaps = all(deck);
    gaps.truncate(MOST);
    if gaps.is_empty() {
        return None;
    }
    let title = tr!("scene-slide-gaps", count = gaps.len());
    let subtitle = tr!("scene-slide-gaps-what");
    let mut frame = Frame::new(deck, (theme, fonts), (&title, &subtitle), Some(number));
    let room = frame.room;
    #[allow(clippy::cast_precision_loss)] // three
    let across = IN_A_ROW as f32;
    let width = (room.width() - GAP * (across - 1.0)) / across;
    let height = (room.height() - GAP * (across - 1.0)) / across;
    frame.sketch.section(title.clone(), |sketch| {
        for (place, gap) in gaps.iter().enumerate() {
            #[allow(clippy::cast_precision_loss)] // nine
            let (column, row) = ((place % IN_A_ROW) as f32, (place / IN_A_ROW) as f32);
            let corner = pt(room.min.x + column * (width + GAP), room.min.y + row * (height + GAP));
            let rect = Rect::from_xywh(corner.x, corner.y, width, height);
            sketch.node(Element::Touchpoint(gap.touchpoint.id), rect, gap.words(), |sketch| {
                gap.paint(sketch, rect, place + 1);
            });
        }
    });
    for gap in &gaps {
        frame.note(gap.words());
    }
    Some(frame.finish(deck))
}

impl Gap<'_> {
    /// Share of its scale.
    fn size(&self) -> f64 {
        let (ours, measured) = self.places;
        (measured - ours).abs()
    }

    /// The scale with both places on it, an open dot and a full one, and the way between them.
    #[allow(clippy::cast_possible_truncation)] // places on a slide
    fn scale(&self, sketch: &mut Sketch<'_>, (left, right, y): (f32, f32, f32), color: Color) {
        let theme = sketch.theme;
        let at = |place: f64| left + (right - left) * place.clamp(0.0, 1.0) as f32;
        let (ours, measured) = (at(self.places.0), at(self.places.1));
        sketch.horizontal(left, right, y, Stroke { color: theme.border_strong, width: 2.0, dash: None });
        sketch.horizontal(ours, measured, y, Stroke { color, width: 5.0, dash: None });
        sketch.circle(pt(ours, y), 9.0, theme.card, solid(theme.drawn, 4.0));
        sketch.circle(pt(measured, y), 9.0, theme.measured, None);
    }

    fn words(&self) -> String {
        let Self { touchpoint, ours, measured, label, .. } = self;
        format!("{}: {ours}, {measured} ({label})", touchpoint.name.trim())
    }

    fn paint(&self, sketch: &mut Sketch<'_>, rect: Rect, place: usize) {
        let theme = sketch.theme;
        let color = if self.is_worse { theme.exit_text } else { theme.ok_text };
        let size_width = sketch.fonts.width(&self.label, SIZE.face, SIZE.size_pt);
        let room = rect.width() - 2.0 * PADDING;
        let name = &self.touchpoint.name;
        let is_long = sketch.wrap(name, NAME, room - 44.0).lines.len() > 2;
        let name = sketch.wrap_short(name, if is_long { LONG_NAME } else { NAME }, room - 44.0, 3);
        sketch.rect(rect, 14.0, theme.card, solid(theme.card_border, 1.5));
        let left = rect.min.x + PADDING;
        sketch.paragraph_on_rect(&name, pt(left + 44.0, rect.min.y + 44.0), Align::Start, theme.text);
        sketch.text(&place.to_string(), PLACE, pt(left, rect.min.y + 43.0), Align::Start, theme.text_muted);
        let stage = sketch.wrap_short(&self.stage.name, STAGE, room - 44.0, 1);
        let at = pt(left + 44.0, rect.min.y + 44.0 + name.drop() + if is_long { 25.0 } else { 30.0 });
        sketch.paragraph(&stage, at, Align::Start, theme.text_muted);
        let right = rect.max.x - PADDING;
        self.scale(sketch, (left + 12.0, right - 12.0, rect.max.y - 108.0), color);
        sketch.text(&self.label, SIZE, pt(right, rect.max.y - 34.0), Align::End, color);
        // Dots as on the scale say which is which; words in the drawn colour would be too faint on white.
        let figures = room - size_width - 16.0 - DOT;
        let below = [(&self.ours, 58.0, true), (&self.measured, 30.0, false)];
        for (words, up, is_ours) in below {
            let words = sketch.wrap_short(words, FIGURE, figures, 1);
            let y = rect.max.y - up;
            let middle = pt(left + 7.0, y - 0.36 * FIGURE.size_pt);
            if is_ours {
                sketch.circle(middle, 5.5, theme.card, solid(theme.drawn, 3.0));
            } else {
                sketch.circle(middle, 7.0, theme.measured, None);
            }
            sketch.paragraph(&words, pt(left + DOT, y), Align::Start, theme.text_body);
        }
    }
}
