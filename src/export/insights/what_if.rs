//! What fewer exits would be worth.

use super::{rate, row};
use crate::export::FORMAT;
use crate::insights::findings::Teller;
use crate::insights::what_if::{Worth, WouldBe};
use crate::insights::words::what_if_assumption;
use crate::measure::small_groups::SmallGroups;
use crate::tr;
use serde_json::{Value, json};

/// What one point is worth at each touchpoint, and what would follow from all that was asked for at once.
#[must_use]
pub fn what_if_json(
    worth: &[Worth],
    asked: Option<&WouldBe>,
    teller: &Teller<'_>,
    small: SmallGroups,
) -> Value {
    let worth = worth.iter().map(|of| {
        json!({
            "touchpoint": of.touchpoint.to_string(), "name": teller.touchpoint(of.touchpoint),
            "exit_rate": rate(&of.exit_rate, small), "gain_per_point": of.gain_per_point,
        })
    });
    json!({
        "format": FORMAT,
        "assumption": what_if_assumption(),
        "one_point_is_worth": worth.collect::<Vec<_>>(),
        "goal_rate": asked.map(|asked| {
            json!({"now": asked.now, "then": asked.then, "more_goals": asked.more_goals})
        }),
    })
}

/// The same as a table.
#[must_use]
pub fn what_if_markdown(
    worth: &[Worth],
    asked: Option<&WouldBe>,
    teller: &Teller<'_>,
    small: SmallGroups,
) -> String {
    let format = &teller.format;
    let mut text = format!("# {}\n\n{}\n\n", tr!("export-what-if-title"), what_if_assumption());
    if let Some(asked) = asked {
        text += &format!("**{}**\n\n", asked.sentence(format));
    }
    text += &row([
        tr!("export-what-if-touchpoint"),
        tr!("export-what-if-exit-rate"),
        tr!("export-what-if-worth"),
    ]);
    text += "| --- | --: | --: |\n";
    for of in worth {
        let shown = small.rate(of.exit_rate).value();
        text += &row([
            teller.touchpoint(of.touchpoint).to_owned(),
            shown.map_or_else(|| "–".to_owned(), |rate| format.percent(rate.value, 1)),
            format.decimals(100.0 * of.gain_per_point, 2),
        ]);
    }
    text
}
