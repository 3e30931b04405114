//! What pages of figures have in common: links to places of the map, marks of verdicts, numbers as people type them.

use crate::base::hash::stamp;
use crate::insights::signs::Verdict;
use crate::model::TouchpointId;
use crate::scene::Element;
use crate::scene::signs::{VerdictMark, verdict_colors, verdict_mark};
use crate::session::Action;
use crate::text::Face;
use crate::theme::Theme;
use crate::ui::style::{c, text};
use crate::ui::widgets::link_ui;
use crate::ui::{Context, Out};
use egui::{Sense, Shape, Stroke, Ui, vec2};

/// Stands for all that the charts of a page are made from: its answer, the map's names and how numbers are written.
pub fn made_from(cx: &Context<'_>) -> u64 {
    stamp(&(cx.session.insights().taken(), cx.view.document.revision(), cx.format.decimal))
}

/// A link of more than one line is higher.
const ONE_LINE: f32 = 28.0;

/// Touchpoints by name; a click goes there.
pub fn places_ui(ui: &mut Ui, touchpoints: &[TouchpointId], cx: &Context<'_>, out: &mut Out) {
    for id in touchpoints {
        let Some(touchpoint) = cx.view.map.touchpoints.get(*id) else { continue };
        let link = link_ui(ui, cx.theme, touchpoint.name.trim());
        // In a row that wraps, the lines after a name of several would be as high as it.
        if link.rect.height() > ONE_LINE {
            ui.end_row();
        }
        if link.clicked() {
            out.actions.push(Action::GoTo(Element::Touchpoint(*id)));
        }
    }
}

/// A shape for each verdict with its word, so that colour is not needed to tell them apart.
pub fn verdict_mark_ui(ui: &mut Ui, verdict: Verdict, theme: &Theme) {
    let (color, words) = verdict_colors(theme, verdict);
    let (rect, _) = ui.allocate_exact_size(vec2(12.0, 16.0), Sense::hover());
    let shape = match verdict_mark(verdict) {
        VerdictMark::Corners(corners) => {
            let corners = corners.iter().map(|(x, y)| rect.center() + vec2(*x, *y)).collect();
            Shape::convex_polygon(corners, c(color), Stroke::NONE)
        }
        VerdictMark::Disc(radius) => Shape::circle_filled(rect.center(), radius, c(color)),
        VerdictMark::Ring(radius, width) => {
            Shape::circle_stroke(rect.center(), radius, Stroke::new(width, c(color)))
        }
    };
    ui.painter().add(shape);
    ui.label(text(verdict.label(), Face::SemiBold, 11.5, words));
}

/// A number as typed, with a point or a comma, perhaps with a per cent sign.
pub fn number(words: &str) -> Option<f64> {
    let words = words.trim().trim_end_matches('%').trim().replace(',', ".").replace('−', "-");
    words.parse().ok().filter(|value: &f64| value.is_finite())
}
