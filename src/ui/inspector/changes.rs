//! Before and after: what a figure was, what it is, the difference with its interval, and whether chance may do as much.

use crate::insights::{Behind, Here};
use crate::measure::compare::{Before, Change};
use crate::measure::{Measures, Rated};
use crate::model::TouchpointId;
use crate::text::Face;
use crate::tr;
use crate::ui::insights::behind_row;
use crate::ui::style::text;
use crate::ui::widgets::{card_ui, muted_ui, row_ui};
use crate::ui::{Context, Out};
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
    out: &mut Out,
) {
    let at = |here| Behind::At(id, here);
    let visits = |measures: &Measures| measures.at(id).map_or(0, |figures| figures.visits);
    card_ui(ui, cx.theme, &tr!("ui-changes"), |ui| {
        let counts = (visits(&before.measures), visits(measures));
        let name = if measures.is_survey { tr!("ui-answers-name") } else { tr!("ui-change-visits") };
        counts_ui(ui, &name, counts, &at(Here::Reached), cx, out);
        let changes = before.comparison.touchpoints.iter().find(|changes| changes.touchpoint == id);
        let changes = changes.map(|changes| {
            [
                (tr!("ui-change-exit-rate"), changes.exit_rate, Unit::Share, at(Here::Exits)),
                (
                    tr!("ui-change-satisfied"),
                    changes.satisfied,
                    Unit::Share,
                    at(Here::Rated(Rated::Satisfied)),
                ),
                (tr!("ui-change-score"), changes.satisfaction, Unit::Score, at(Here::Scored)),
                (
                    tr!("ui-change-contacted-again"),
                    changes.contacted_again,
                    Unit::Share,
                    at(Here::ContactedAgain),
                ),
            ]
        });
        changes_ui(ui, changes.into_iter().flatten(), cx, out);
    });
}

/// The changes over all journeys.
pub fn of_map_ui(ui: &mut Ui, measures: &Measures, before: &Before, cx: &Context<'_>, out: &mut Out) {
    card_ui(ui, cx.theme, &tr!("ui-changes"), |ui| {
        let counts = (before.measures.journeys.total, measures.journeys.total);
        let name = if measures.is_survey { tr!("ui-respondents-name") } else { tr!("ui-change-journeys") };
        counts_ui(ui, &name, counts, &Behind::All, cx, out);
        let changes = [
            (tr!("ui-change-goal-rate"), before.comparison.goal_rate, Unit::Share, Behind::ClosedGoal),
            (tr!("ui-change-bounce-rate"), before.comparison.bounce_rate, Unit::Share, Behind::Bounced),
        ];
        if measures.is_survey {
            muted_ui(ui, cx.theme, tr!("ui-no-change-of-surveys"));
        } else {
            changes_ui(ui, changes.into_iter(), cx, out);
        }
        if let Some(drift) = before.comparison.drift {
            let value = cx.format.decimals(drift, 2);
            row_ui(ui, cx.theme, &tr!("ui-change-drift"), &value, &tr!("ui-def-drift"));
        }
    });
}

fn counts_ui(
    ui: &mut Ui,
    name: &str,
    (before, after): (u64, u64),
    behind: &Behind,
    cx: &Context<'_>,
    out: &mut Out,
) {
    sides_ui(ui, name, (&cx.format.count(before), &cx.format.count(after)), behind, cx, out);
}

/// What was and what is; each opens the journeys of its own range.
fn sides_ui(
    ui: &mut Ui,
    name: &str,
    (before, after): (&str, &str),
    behind: &Behind,
    cx: &Context<'_>,
    out: &mut Out,
) {
    let title = |side: String| tr!("ui-changes-side-of", name = name, side = side);
    let then = (before, &*title(tr!("ui-side-before")), Behind::Earlier(Box::new(behind.clone())));
    let now = (&*tr!("ui-change-now", after = after), &*title(tr!("ui-side-after")), behind.clone());
    behind_row(ui, cx, (name, ""), &[then, now], out);
}

fn changes_ui(
    ui: &mut Ui,
    changes: impl Iterator<Item = (String, Option<Change>, Unit, Behind)>,
    cx: &Context<'_>,
    out: &mut Out,
) {
    let mut any = false;
    for (name, change, unit, behind) in changes {
        let Some(change) = change else { continue };
        any = true;
        change_ui(ui, (&name, &change, unit), &behind, cx, out);
    }
    if !any {
        muted_ui(ui, cx.theme, tr!("ui-no-change-known"));
    }
}

fn change_ui(
    ui: &mut Ui,
    (name, change, unit): (&str, &Change, Unit),
    behind: &Behind,
    cx: &Context<'_>,
    out: &mut Out,
) {
    let format = cx.format;
    let value = |value: f64| match unit {
        Unit::Share => format.percent(value, 1),
        Unit::Score => format.decimals(value, 2),
    };
    let difference = |value: f64| match unit {
        Unit::Share => format.signed(100.0 * value, 1),
        Unit::Score => format.signed(value, 2),
    };
    sides_ui(ui, name, (&value(change.before), &value(change.after)), behind, cx, out);
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
