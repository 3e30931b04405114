//! Where customers come from and where they go next.

use super::touchpoint_name;
use crate::measure::{Measures, TransitionFigures};
use crate::model::TouchpointId;
use crate::tr;
use crate::ui::Context;
use crate::ui::widgets::{card_ui, row_ui};
use egui::Ui;

/// As many as are worth reading.
const SHOWN: usize = 5;

pub fn transitions_ui(ui: &mut Ui, id: TouchpointId, measures: &Measures, cx: &Context<'_>) {
    let came = |transition: &&TransitionFigures| transition.to == id;
    let went = |transition: &&TransitionFigures| transition.from == id;
    let before: Vec<_> = measures.transitions.iter().filter(came).collect();
    let after: Vec<_> = measures.transitions.iter().filter(went).collect();
    list_ui(ui, &tr!("ui-before"), &before, |transition| transition.from, cx);
    list_ui(ui, &tr!("ui-after"), &after, |transition| transition.to, cx);
}

fn list_ui(
    ui: &mut Ui,
    title: &str,
    transitions: &[&TransitionFigures],
    other: impl Fn(&TransitionFigures) -> TouchpointId,
    cx: &Context<'_>,
) {
    let total: u64 = transitions.iter().map(|transition| transition.count).sum();
    if total == 0 {
        return;
    }
    card_ui(ui, cx.theme, title, |ui| {
        for transition in transitions.iter().take(SHOWN) {
            let name = touchpoint_name(cx, other(transition));
            #[allow(clippy::cast_precision_loss)] // a share
            let share = cx.format.percent(transition.count as f64 / total as f64, 0);
            let value = format!("{} · {share}", cx.format.count(transition.count));
            let hint = tr!(
                "ui-transition-hint",
                journeys = cx.format.count(transition.journeys),
                median = cx.format.duration(transition.median_secs),
                p90 = cx.format.duration(transition.p90_secs)
            );
            row_ui(ui, cx.theme, &name, &value, &hint);
        }
        if transitions.len() > SHOWN {
            let rest = tr!("ui-and-more", count = transitions.len() - SHOWN);
            crate::ui::widgets::muted_ui(ui, cx.theme, rest);
        }
    });
}
