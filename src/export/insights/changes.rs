//! Before and after.

use super::row;
use crate::export::FORMAT;
use crate::insights::changes::{Changes, ShareShift, Shift};
use crate::insights::findings::Teller;
use crate::measure::compare::Change;
use crate::measure::small_groups::SmallGroups;
use crate::model::{Period, TrendFigure};
use crate::tr;
use serde_json::{Value, json};

/// All figures with their differences.
#[must_use]
pub fn changes_json(changes: &Changes, small: SmallGroups) -> Value {
    let period = |of: &Period| json!({"from": of.from, "to": of.to});
    let change = |of: &Change| {
        json!({
            "before": of.before,
            "after": of.after,
            "difference": of.difference,
            "low": of.low,
            "high": of.high,
            "q": of.p,
            "marked": of.is_marked(),
        })
    };
    let shift = |of: &Shift| {
        let mut value = change(&of.change);
        if is_hidden(of, small) {
            value = json!({"hidden": true});
        }
        value["figure"] = figure_key(of.figure).into();
        value["touchpoint"] = of.touchpoint.map(|id| id.to_string()).into();
        value["p"] = of.raw_p.into();
        value["n_before"] = json!(small.count(of.n.0));
        value["n_after"] = json!(small.count(of.n.1));
        value["detectable"] = of.detectable.into();
        value
    };
    fn shares<T>(list: &[ShareShift<T>], of: impl Fn(&ShareShift<T>) -> Value) -> Vec<Value> {
        list.iter().map(of).collect()
    }
    json!({
        "format": FORMAT,
        "before": period(&changes.ranges.before),
        "after": period(&changes.ranges.after),
        "journeys": {"before": small.count(changes.before.count()), "after": small.count(changes.after.count())},
        "drift": changes.comparison.drift,
        "figures": changes.shifts.iter().map(shift).collect::<Vec<_>>(),
        "channels": shares(&changes.channels, |of| json!({"channel": of.of, "share": change(&of.change)})),
        "entries": shares(&changes.entries, |of| json!({"touchpoint": of.of.to_string(), "share": change(&of.change)})),
    })
}

/// True where one of the two shares would tell a small group.
fn is_hidden(of: &Shift, small: SmallGroups) -> bool {
    let is_share = of.figure != TrendFigure::Satisfaction;
    let hidden = |value: f64, n: u64| {
        if is_share { small.share(value, n).is_hidden() } else { small.hides(n) }
    };
    hidden(of.change.before, of.n.0) || hidden(of.change.after, of.n.1)
}

fn figure_key(figure: TrendFigure) -> &'static str {
    match figure {
        TrendFigure::Journeys => "journeys",
        TrendFigure::Customers => "customers",
        TrendFigure::GoalRate => "goal_rate",
        TrendFigure::BounceRate => "bounce_rate",
        TrendFigure::Visits => "visits",
        TrendFigure::ExitRate => "exit_rate",
        TrendFigure::DropOff => "drop_off",
        TrendFigure::Satisfaction => "satisfaction",
        TrendFigure::Satisfied => "satisfied",
        TrendFigure::Sentiment => "sentiment",
        TrendFigure::Wait => "wait",
        TrendFigure::ContactedAgain => "contacted_again",
    }
}

/// A table of all figures; what has surely changed is marked.
#[must_use]
pub fn changes_markdown(changes: &Changes, teller: &Teller<'_>, small: SmallGroups) -> String {
    let format = &teller.format;
    let ranges = &changes.ranges;
    let mut text = format!(
        "# {}\n\n",
        tr!(
            "export-changes-title",
            before = format!("{} – {}", ranges.before.from, ranges.before.to),
            after = format!("{} – {}", ranges.after.from, ranges.after.to)
        )
    );
    text += &row([
        tr!("export-changes-touchpoint"),
        tr!("export-changes-figure"),
        tr!("export-changes-before"),
        tr!("export-changes-after"),
        tr!("export-changes-difference"),
        tr!("export-changes-detectable"),
        String::new(),
    ]);
    text += "| --- | --- | --: | --: | --: | --: | --- |\n";
    for of in changes.shifts.iter().filter(|of| !is_hidden(of, small)) {
        let is_share = of.figure != TrendFigure::Satisfaction;
        let value = |value: f64| if is_share { format.percent(value, 1) } else { format.decimals(value, 2) };
        let step = |value: f64| {
            if is_share { format.signed(100.0 * value, 1) } else { format.signed(value, 2) }
        };
        let Change { before, after, difference, low, high, .. } = of.change;
        text += &row([
            of.touchpoint.map(|id| teller.touchpoint(id).to_owned()).unwrap_or_default(),
            of.figure.label(),
            value(before),
            value(after),
            format!("{} [{}, {}]", step(difference), step(low), step(high)),
            of.detectable.map(|least| step(least).replace('+', "±")).unwrap_or_default(),
            if of.change.is_marked() { tr!("export-changes-marked") } else { String::new() },
        ]);
    }
    text
}
