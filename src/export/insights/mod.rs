//! Insights for other programs (JSON) and to read (Markdown). Counts of small groups are hidden as in all that is shared.

mod changes;
mod channels;
mod charts;
mod findings;
mod layers;
mod patterns;
mod signs;
mod story;
mod two_personas;
mod ways;
mod what_if;

pub use changes::{changes_json, changes_markdown};
pub use channels::{ChannelPage, channels_json, channels_markdown};
pub use charts::{hours_shown, shown_switches, switch_matrix, switching_channels};
pub use findings::{insights_json, insights_markdown};
pub use layers::{LayerTeller, WaysChoice, ghost, pace, route, ways};
pub use patterns::{patterns_json, patterns_markdown};
pub use signs::{signs_json, signs_markdown};
pub use story::{story_json, story_markdown};
pub use two_personas::two_personas;
pub use ways::{paths_json, paths_markdown};
pub use what_if::{what_if_json, what_if_markdown};

use crate::base::fmt::NumberFormat;
use crate::measure::Rate;
use crate::measure::small_groups::{Shown, SmallGroups};
use serde_json::{Value, json};

/// A value with its interval.
fn interval((value, low, high): (f64, f64, f64)) -> Value {
    json!({"value": value, "low": low, "high": high})
}

/// A share with its interval and what it is of, or why it is hidden.
fn rate(rate: &Rate, small: SmallGroups) -> Value {
    match small.rate(*rate) {
        Shown::Value(Rate { count, of, value, low, high }) => {
            json!({"count": count, "of": of, "value": value, "low": low, "high": high})
        }
        Shown::Below(smallest) => json!(Shown::<u64>::Below(smallest)),
        Shown::Withheld => json!(Shown::<u64>::Withheld),
    }
}

/// A count to read, or what is told in place of that of a small group.
fn count_words(count: Shown<u64>, format: &NumberFormat) -> String {
    match count {
        Shown::Value(count) => format.count(count),
        Shown::Below(smallest) => format!("<{smallest}"),
        Shown::Withheld => "–".to_owned(),
    }
}

/// A row of a table, with what would end a cell written otherwise.
fn row(cells: impl IntoIterator<Item = String>) -> String {
    let cells: Vec<_> = cells.into_iter().map(|cell| cell.replace('|', "\\|").replace('\n', " ")).collect();
    format!("| {} |\n", cells.join(" | "))
}
