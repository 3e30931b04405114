//! Patterns ahead of exits.

use super::{count_words, interval, row};
use crate::export::FORMAT;
use crate::insights::findings::Teller;
use crate::insights::patterns::{Item, Patterns};
use crate::measure::small_groups::{Shown, SmallGroups};
use crate::measure::stats::TwoByTwo;
use crate::tr;
use serde_json::{Value, json};

/// Counts with and without a pattern; where one would tell a small group, so would its rest.
fn counts(table: TwoByTwo, small: SmallGroups) -> [Shown<u64>; 4] {
    let [a, b] = small.parts([table.a, table.b]);
    let [c, d] = small.parts([table.c, table.d]);
    [a, b, c, d]
}

/// All patterns that are listed.
#[must_use]
pub fn patterns_json(patterns: &Patterns, teller: &Teller<'_>, small: SmallGroups) -> Value {
    let mut touchpoints = teller.map.touchpoints_in_order();
    let ids: Vec<String> = touchpoints.by_ref().map(|(_, touchpoint)| touchpoint.id.to_string()).collect();
    let id = |place: u32| ids.get(place as usize);
    let channel = |code: u32| teller.log.channels.text(code);
    let item = |item: &Item| match *item {
        Item::Touchpoint(place) => json!({"kind": "touchpoint", "touchpoint": id(place)}),
        Item::WithChannel { touchpoint, channel: code } => {
            json!({"kind": "with_channel", "touchpoint": id(touchpoint), "channel": channel(code)})
        }
        Item::Switch { from, to } => json!({"kind": "switch", "from": channel(from), "to": channel(to)}),
        Item::LongWait(place) => json!({"kind": "long_wait", "touchpoint": id(place)}),
        Item::LowScore(place) => json!({"kind": "low_score", "touchpoint": id(place)}),
        Item::ContactedAgain(place) => json!({"kind": "contacted_again", "touchpoint": id(place)}),
    };
    let list = patterns.list.iter().map(|of| {
        let [exits, _, controls, _] = counts(of.table, small);
        let is_hidden = exits.is_hidden() || controls.is_hidden();
        let shown = |value: Value| if is_hidden { json!("hidden") } else { value };
        json!({
            "items": of.items.iter().map(item).collect::<Vec<_>>(),
            "text": teller.pattern(&of.items),
            "exits": exits,
            "controls": controls,
            "confidence": shown(json!(of.confidence)),
            "lift": shown(json!(of.lift)),
            "odds_ratio": shown(interval(of.odds_ratio)),
            "p": of.p,
            "q": of.q,
            "structure": of.is_structure,
        })
    });
    json!({
        "format": FORMAT,
        "touchpoint": patterns.base.map(|base| base.to_string()),
        "exits": small.count(patterns.exits.count()),
        "controls": small.count(patterns.controls.count()),
        "tested": patterns.tested,
        "significant": patterns.significant,
        "patterns": list.collect::<Vec<_>>(),
    })
}

/// A table of the patterns with q ≤ 0.05.
#[must_use]
pub fn patterns_markdown(patterns: &Patterns, teller: &Teller<'_>, small: SmallGroups) -> String {
    let format = &teller.format;
    let count = |shown: Shown<u64>| count_words(shown, format);
    let name = patterns.base.map_or("", |base| teller.touchpoint(base));
    let place = if patterns.base.is_some() { "touchpoint" } else { "map" };
    let mut text = format!("# {}\n\n", tr!("export-patterns-title", place = place, name = name));
    text += &tr!(
        "export-patterns-tested",
        exits = count(small.count(patterns.exits.count())),
        controls = count(small.count(patterns.controls.count())),
        tested = format.count(patterns.tested as u64),
        significant = format.count(patterns.significant as u64)
    );
    text += "\n\n";
    text += &row([
        tr!("export-patterns-pattern"),
        tr!("export-patterns-exits"),
        tr!("export-patterns-controls"),
        tr!("export-patterns-left"),
        tr!("export-patterns-lift"),
        tr!("export-patterns-odds"),
        "q".to_owned(),
    ]);
    text += "| --- | --: | --: | --: | --: | --: | --: |\n";
    for of in patterns.list.iter().filter(|of| of.q <= 0.05) {
        let [exits, _, controls, _] = counts(of.table, small);
        let is_hidden = exits.is_hidden() || controls.is_hidden();
        let shown = |text: String| if is_hidden { "–".to_owned() } else { text };
        let (ratio, low, high) = of.odds_ratio;
        let mark =
            if of.is_structure { format!(" ({})", tr!("export-patterns-structure")) } else { String::new() };
        text += &row([
            teller.pattern(&of.items) + &mark,
            count(exits),
            count(controls),
            shown(format.percent(of.confidence, 0)),
            shown(format.decimals(of.lift, 2)),
            shown(format!(
                "{} [{}, {}]",
                format.decimals(ratio, 2),
                format.decimals(low, 2),
                format.decimals(high, 2)
            )),
            format.decimals(of.q, 4),
        ]);
    }
    text
}
