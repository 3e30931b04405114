//! The figures per touchpoint as a CSV table for spreadsheets and as an aligned table for a terminal.

use super::json::touchpoints_json;
use crate::base::fmt::{NumberFormat, period};
use crate::measure::small_groups::SmallGroups;
use crate::measure::{Measures, Rate};
use crate::model::JourneyMap;
use crate::tr;
use serde_json::Value;
use unicode_segmentation::UnicodeSegmentation;

/// Columns of the CSV table, and where each stands in the JSON of a touchpoint.
const CSV_COLUMNS: [(&str, &str); 31] = [
    ("id", "/id"),
    ("stage", "/stage"),
    ("touchpoint", "/name"),
    ("visits", "/visits"),
    ("customers", "/customers"),
    ("reached", "/reached"),
    ("closed", "/closed"),
    ("left", "/left"),
    ("returned", "/returned"),
    ("exits", "/exits"),
    ("open", "/open"),
    ("exit_rate", "/exit_rate/value"),
    ("exit_rate_low", "/exit_rate/low"),
    ("exit_rate_high", "/exit_rate/high"),
    ("exit_rate_visits", "/exit_rate_visits"),
    ("score_n", "/satisfaction/n"),
    ("score_mean", "/satisfaction/mean"),
    ("score_low", "/satisfaction/low"),
    ("score_high", "/satisfaction/high"),
    ("satisfied", "/satisfaction/satisfied"),
    ("neutral", "/satisfaction/neutral"),
    ("dissatisfied", "/satisfaction/dissatisfied"),
    ("emotion", "/satisfaction/emotion"),
    ("nps", "/satisfaction/nps"),
    ("sentiment_positive", "/sentiment/positive"),
    ("sentiment_neutral", "/sentiment/neutral"),
    ("sentiment_negative", "/sentiment/negative"),
    ("wait_median_seconds", "/wait/median"),
    ("wait_p90_seconds", "/wait/p90"),
    ("contacted_again", "/contacted_again"),
    ("several_agents", "/several_agents"),
];

/// One line per touchpoint with all its figures, comma-separated; rates 0…1, missing = empty. Small groups
/// are hidden as in the JSON, from which the table is made, so that the two can't differ.
#[must_use]
pub fn figures_csv(map: &JourneyMap, measures: &Measures, small: SmallGroups) -> String {
    let mut out = csv::Writer::from_writer(Vec::new());
    // Writing into memory can't fail, and all records have the header's length.
    let _ = out.write_record(CSV_COLUMNS.map(|(name, _)| name));
    for touchpoint in touchpoints_json(map, measures, small) {
        let _ = out.write_record(CSV_COLUMNS.map(|(_, place)| cell(touchpoint.pointer(place))));
    }
    out.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// What one wants to see at a glance, as aligned lines.
#[must_use]
pub fn figures_table(map: &JourneyMap, measures: &Measures, format: &NumberFormat) -> String {
    let mut lines = summary(measures, format);
    let mut rows = vec![vec![
        tr!("export-column-stage"),
        tr!("export-column-touchpoint"),
        tr!("export-column-visits"),
        tr!("export-column-reached"),
        tr!("export-column-exits"),
        tr!("export-column-exit-rate"),
        tr!("export-column-score"),
        tr!("export-column-score-n"),
    ]];
    for figures in &measures.touchpoints {
        let name = map.touchpoints.get(figures.touchpoint).map(|touchpoint| touchpoint.name.clone());
        let stage = map.stage_of(figures.touchpoint).map(|stage| stage.name.clone());
        let satisfaction = figures.satisfaction.as_ref();
        rows.push(vec![
            stage.unwrap_or_default(),
            name.unwrap_or_default(),
            if measures.is_summary { dash() } else { format.count(figures.visits) },
            format.count(figures.reached),
            if measures.is_survey { dash() } else { format.count(figures.exits) },
            figures.exit_rate.as_ref().map_or_else(dash, |rate| with_interval(rate, format)),
            satisfaction.map_or_else(dash, |figures| format.decimals(figures.mean, 2)),
            satisfaction.map_or_else(dash, |figures| format.count(figures.n)),
        ]);
    }
    lines.push(String::new());
    lines.extend(aligned(&rows));
    if !measures.unmapped.is_empty() {
        lines.push(String::new());
        lines.push(tr!("export-unmapped", count = format.count(measures.unmapped_events)));
        let names = measures.unmapped.iter();
        lines.extend(names.map(|name| format!("  {}  {}", format.count(name.count), name.event)));
    }
    lines.join("\n") + "\n"
}

fn summary(measures: &Measures, format: &NumberFormat) -> Vec<String> {
    let counts = &measures.journeys;
    if measures.is_summary {
        return vec![tr!("export-summary-given", rows = format.count(measures.events))];
    }
    if measures.is_survey {
        return vec![tr!("export-summary-survey", respondents = format.count(counts.total))];
    }
    let mut lines = vec![tr!(
        "export-summary-journeys",
        total = format.count(counts.total),
        customers = format.count(measures.customers),
        goal = format.count(counts.goal),
        left = format.count(counts.left),
        returned = format.count(counts.returned),
        open = format.count(counts.open),
    )];
    if let (Some(first), Some(last)) = (measures.first, measures.last) {
        let events = format.count(measures.events);
        lines.push(tr!("export-summary-events", events = events, period = period(first, last)));
    }
    let rates = [
        (measures.goal_rate, tr!("export-goal-rate")),
        (measures.bounce_rate, tr!("export-bounce-rate")),
        (measures.contacted_again, tr!("export-contacted-again")),
    ];
    for (rate, name) in rates {
        if let Some(rate) = rate {
            let of = format!("{} / {}", format.count(rate.count), format.count(rate.of));
            lines.push(format!("{name}: {} ({of})", with_interval(&rate, format)));
        }
    }
    if measures.no_goal_set {
        lines.push(tr!("export-no-goal"));
    }
    lines
}

fn dash() -> String {
    "–".to_owned()
}

/// `46.4 % [46.2, 46.6]`.
fn with_interval(rate: &Rate, format: &NumberFormat) -> String {
    let percent = |share: f64| format.percent(share, 1);
    let bare = |share: f64| format.decimals(share * 100.0, 1);
    format!("{} [{}, {}]", percent(rate.value), bare(rate.low), bare(rate.high))
}

/// Columns of equal width, the first two to the left, figures to the right.
fn aligned(rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width_of =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max();
    let widths: Vec<usize> = (0..columns).map(|column| width_of(column).unwrap_or(0)).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, widest))| {
            let blanks = " ".repeat(widest - width(cell));
            if column < 2 { format!("{cell}{blanks}") } else { format!("{blanks}{cell}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

fn width(cell: &str) -> usize {
    cell.graphemes(true).count()
}

#[cfg(test)]
mod tests {
    use super::aligned;

    #[test]
    fn names_stand_left_and_figures_right() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let lines = aligned(&[row(["Stage", "Name", "n"]), row(["Ödeme", "x", "1 234"])]);
        assert_eq!(lines, ["Stage  Name      n", "Ödeme  x     1 234"]);
    }
}
