//! The ways customers really take.

use super::{count_words, row};
use crate::export::FORMAT;
use crate::insights::findings::Teller;
use crate::insights::paths::{ArcKind, Paths};
use crate::measure::small_groups::SmallGroups;
use crate::tr;
use serde_json::{Value, json};

/// Steps that the map does not have, listed to read at most.
const MOST_ARCS: usize = 20;

const fn key(kind: ArcKind) -> &'static str {
    match kind {
        ArcKind::Drawn => "drawn",
        ArcKind::Skip => "skip",
        ArcKind::Loop => "loop",
        ArcKind::Back => "back",
    }
}

/// Variants, arcs and the time between columns.
#[must_use]
pub fn paths_json(paths: &Paths, small: SmallGroups) -> Value {
    let variants = paths.variants.iter().map(|way| {
        let [goals, not] = small.parts([way.goals, way.closed.saturating_sub(way.goals)]);
        json!({
            "touchpoints": way.touchpoints.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "journeys": small.count(way.journeys.count()), "goals": goals, "without_goal": not,
        })
    });
    let arcs = paths.arcs.iter().map(|arc| {
        json!({
            "from": arc.from.to_string(), "to": arc.to.to_string(), "kind": key(arc.kind),
            "count": small.count(arc.count), "journeys": small.count(arc.journeys.count()),
        })
    });
    let columns = paths.columns.iter().map(|gap| {
        let is_hidden = small.hides(gap.journeys.count());
        let secs = |secs: Option<f64>| secs.filter(|_| !is_hidden);
        json!({
            "from": gap.from.to_string(), "to": gap.to.to_string(), "journeys": small.count(gap.journeys.count()),
            "median_seconds": secs(gap.median_secs), "p90_seconds": secs(gap.p90_secs),
        })
    });
    json!({
        "format": FORMAT,
        "journeys": paths.journeys,
        "variant_count": paths.variant_count,
        "variants": variants.collect::<Vec<_>>(),
        "arcs": arcs.collect::<Vec<_>>(),
        "columns": columns.collect::<Vec<_>>(),
    })
}

/// The commonest ways, and the commonest steps that the map does not have.
#[must_use]
pub fn paths_markdown(paths: &Paths, teller: &Teller<'_>, small: SmallGroups) -> String {
    let format = &teller.format;
    let count = |count: u64| count_words(small.count(count), format);
    let mut text = format!("# {}\n\n", tr!("export-paths-title"));
    let (ways, journeys) = (format.count(paths.variant_count), format.count(paths.journeys));
    text += &tr!("export-paths-ways", ways = ways, journeys = journeys);
    text += "\n\n";
    text += &row([tr!("export-paths-journeys"), tr!("export-paths-way")]);
    text += "| --: | --- |\n";
    for way in &paths.variants {
        let names: Vec<_> = way.touchpoints.iter().map(|id| teller.touchpoint(*id)).collect();
        text += &row([count(way.journeys.count()), names.join(" → ")]);
    }
    text += &format!("\n## {}\n\n", tr!("export-paths-missing"));
    text += &row([
        tr!("export-paths-count"),
        tr!("export-paths-journeys"),
        tr!("export-paths-step"),
        String::new(),
    ]);
    text += "| --: | --: | --- | --- |\n";
    for arc in paths.arcs.iter().filter(|arc| arc.kind.is_missing()).take(MOST_ARCS) {
        let step = format!("{} → {}", teller.touchpoint(arc.from), teller.touchpoint(arc.to));
        text += &row([count(arc.count), count(arc.journeys.count()), step, arc.kind.label()]);
    }
    text
}
