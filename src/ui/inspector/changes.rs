//! Before and after: what a figure was, what it is, the difference with its interval, and whether chance may do as much.

use crate::measure::Measures;
use crate::measure::compare::{Before, Change};
use crate::model::TouchpointId;
use crate::text::Face;
use crate::tr;
use crate::ui::Context;
use crate::ui::style::text;
use crate::ui::widgets::{card_ui, muted_ui, row_ui};
use egui::{Label, Ui};

/// How a figure is written.
#[derive(Clone, Copy)]
enum Unit {
    /// A share, as percent; its difference in points.
    Share,
    /// A score.
    Score,
}

/// The changes of a touchpoint.
pub fn of_touchpoint_ui(
    ui: &mut Ui,
    id: TouchpointId,
    measures: &Measures,
    before: &Before,
    cx: &Context<'_>,
) {
    let visits = |measures: &Measures| measures.at(id).map_or(0, |figures| figures.visits);
    card_ui(ui, cx.theme, &tr!("ui-changes"), |ui| {
        counts_ui(ui, &tr!("ui-change-visits"), visits(&before.measures), visits(measures), cx);
        let changes = before.comparison.touchpoints.iter().find(|changes| changes.touchpoint == id);
        let changes = changes.map(|changes| {
            [
                (tr!("ui-change-exit-rate"), changes.exit_rate, Unit::Share),
                (tr!("ui-change-satisfied"), changes.satisfied, Unit::Share),
                (tr!("ui-change-score"), changes.satisfaction, Unit::Score),
                (tr!("ui-change-contacted-again"), changes.contacted_again, Unit::Share),
            ]
        });
        changes_ui(ui, changes.into_iter().flatten(), cx);
    });
}

/// The changes over all journeys.
pub fn of_map_ui(ui: &mut Ui, measures: &Measures, before: &Before, cx: &Context<'_>) {
    card_ui(ui, cx.theme, &tr!("ui-changes"), |ui| {
        let (then, now) = (before.measures.journeys.total, measures.journeys.total);
        counts_ui(ui, &tr!("ui-change-journeys"), then, now, cx);
        let changes = [
            (tr!("ui-change-goal-rate"), before.comparison.goal_rate, Unit::Share),
            (tr!("ui-change-bounce-rate"), before.comparison.bounce_rate, Unit::Share),
        ];
        if measures.is_survey {
            muted_ui(ui, cx.theme, tr!("ui-no-change-of-surveys"));
        } else {
            changes_ui(ui, changes.into_iter(), cx);
        }
        if let Some(drift) = before.comparison.drift {
            let value = cx.format.decimals(drift, 2);
            row_ui(ui, cx.theme, &tr!("ui-change-drift"), &value, &tr!("ui-def-drift"));
        }
    });
}

fn counts_ui(ui: &mut Ui, name: &str, before: u64, after: u64, cx: &Context<'_>) {
    let (before, after) = (cx.format.count(before), cx.format.count(after));
    row_ui(ui, cx.theme, name, &tr!("ui-change-values", before = before, after = after), "");
}

fn changes_ui(ui: &mut Ui, changes: impl Iterator<Item = (String, Option<Change>, Unit)>, cx: &Context<'_>) {
    let mut any = false;
    for (name, change, unit) in changes {
        let Some(change) = change else { continue };
        any = true;
        change_ui(ui, &name, &change, unit, cx);
    }
    if !any {
        muted_ui(ui, cx.theme, tr!("ui-no-change-known"));
    }
}

fn change_ui(ui: &mut Ui, name: &str, change: &Change, unit: Unit, cx: &Context<'_>) {
    let format = cx.format;
    let value = |value: f64| match unit {
        Unit::Share => format.percent(value, 1),
        Unit::Score => format.decimals(value, 2),
    };
    let difference = |value: f64| match unit {
        Unit::Share => format.signed(100.0 * value, 1),
        Unit::Score => format.signed(value, 2),
    };
    let values = tr!("ui-change-values", before = value(change.before), after = value(change.after));
    row_ui(ui, cx.theme, name, &values, "");
    let (low, high) = (difference(change.low), difference(change.high));
    let by = match unit {
        Unit::Share => tr!("ui-change-points", points = difference(change.difference)),
        Unit::Score => difference(change.difference),
    };
    let (words, face, color) = if change.is_marked() {
        (tr!("ui-change-surely", difference = by, low = low, high = high), Face::SemiBold, cx.theme.text)
    } else {
        (tr!("ui-change-maybe", difference = by, low = low, high = high), Face::Regular, cx.theme.text_muted)
    };
    ui.add(Label::new(text(words, face, 11.5, color)).wrap());
}
