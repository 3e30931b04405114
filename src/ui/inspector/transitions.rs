//! Where customers come from and where they go next.

use super::touchpoint_name;
use crate::insights::Behind;
use crate::measure::{Measures, TransitionFigures};
use crate::model::TouchpointId;
use crate::tr;
use crate::ui::insights::behind_row;
use crate::ui::widgets::card_ui;
use crate::ui::{Context, Out};
use egui::Ui;

/// As many as are worth reading.
const SHOWN: usize = 5;

pub fn transitions_ui(ui: &mut Ui, id: TouchpointId, measures: &Measures, cx: &Context<'_>, out: &mut Out) {
    let came = |transition: &&TransitionFigures| transition.to == id;
    let went = |transition: &&TransitionFigures| transition.from == id;
    let before: Vec<_> = measures.transitions.iter().filter(came).collect();
    let after: Vec<_> = measures.transitions.iter().filter(went).collect();
    list_ui(ui, &tr!("ui-before"), &before, |transition| transition.from, cx, out);
    list_ui(ui, &tr!("ui-after"), &after, |transition| transition.to, cx, out);
}

fn list_ui(
    ui: &mut Ui,
    title: &str,
    transitions: &[&TransitionFigures],
    other: impl Fn(&TransitionFigures) -> TouchpointId,
    cx: &Context<'_>,
    out: &mut Out,
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
            let journeys = cx.format.count(transition.journeys);
            let value = format!("{journeys} · {share}");
            let hint = tr!(
                "ui-transition-hint",
                count = cx.format.count(transition.count),
                journeys = journeys,
                median = cx.format.duration(transition.median_secs),
                p90 = cx.format.duration(transition.p90_secs)
            );
            let (from, to) = (touchpoint_name(cx, transition.from), touchpoint_name(cx, transition.to));
            let step = tr!("session-journeys-step", from = from, to = to);
            let behind = Behind::Step { from: transition.from, to: transition.to };
            behind_row(ui, cx, (&name, &hint), &[(&value, &step, behind)], out);
        }
        if transitions.len() > SHOWN {
            let rest = tr!("ui-and-more", count = transitions.len() - SHOWN);
            crate::ui::widgets::muted_ui(ui, cx.theme, rest);
        }
    });
}
