//! `pathlight insights`, `patterns`, `compare` and `signs`: what the figures mean, as JSON or to read.

use super::data::{self, Measurable};
use super::error::CliError;
use super::insight_args::{Compare, Insights, Patterns, Signs, Told};
use super::output::to_stdout;
use super::resolved::touchpoint_named;
use crate::base::Cancel;
use crate::base::fmt::NumberFormat;
use crate::export;
use crate::insights::Inputs;
use crate::insights::changes::{Ranges, changes, usual_ranges};
use crate::insights::findings::{Teller, find};
use crate::insights::patterns::{Question, patterns};
use crate::insights::signs::signs;
use crate::measure::Keep;
use crate::measure::small_groups::SmallGroups;
use crate::model::{JourneyMap, Period, TouchpointId};
use serde_json::Value;
use std::io::IsTerminal;

/// The ranked findings.
pub fn findings(args: &Insights, quiet: bool) -> Result<(), CliError> {
    told(&args.told, quiet, |of| {
        let found = find(&of.inputs, &Cancel::new(), &mut |_| ())?;
        of.write(
            |teller, small| export::insights_json(&found, teller, small),
            |teller, _| export::insights_markdown(&found, teller),
        )
    })
}

/// Patterns ahead of exits.
pub fn ahead_of_exits(args: &Patterns, quiet: bool) -> Result<(), CliError> {
    told(&args.told, quiet, |of| {
        let base = args.touchpoint.as_deref().map(|name| base(of.inputs.map, name)).transpose()?;
        let question = Question {
            base,
            items: args.items.iter().copied().map(Into::into).collect(),
            window: args.window.into(),
            longest: args.length.into(),
            least_journeys: args.least_journeys,
            least_exits: args.least_exits,
            most_listed: usize::MAX,
        };
        let Some(found) = patterns(&of.inputs, &question, &Cancel::new())? else {
            let headline =
                format!("{}: there are no paths to a goal to compare exits with", args.told.map.display());
            let hint = "Say which touchpoint is the goal with --goal TOUCHPOINT; surveys and summaries have no paths.";
            return Err(CliError::input(headline, "", hint));
        };
        of.write(
            |teller, small| export::patterns_json(&found, teller, small),
            |teller, small| export::patterns_markdown(&found, teller, small),
        )
    })
}

fn base(map: &JourneyMap, name: &str) -> Result<TouchpointId, CliError> {
    match touchpoint_named(map, name, "--touchpoint")?.as_slice() {
        [one] => Ok(*one),
        _ => {
            let headline = format!("--touchpoint: the map has several touchpoints `{name}`");
            Err(CliError::input(headline, "", "Give them different names first."))
        }
    }
}

/// Before and after.
pub fn compare(args: &Compare, quiet: bool) -> Result<(), CliError> {
    told(&args.told, quiet, |of| {
        let period = |(from, to): &(String, String)| Period { from: from.clone(), to: to.clone() };
        let given = args.before.as_ref().zip(args.after.as_ref());
        let ranges = given
            .map(|(before, after)| Ranges { before: period(before), after: period(after) })
            .or_else(|| usual_ranges(&of.inputs));
        let Some(ranges) = ranges else {
            let headline = format!("{}: the data has no two weeks to compare", args.told.map.display());
            return Err(CliError::input(
                headline,
                "",
                "Give both ranges with --before FROM..TO --after FROM..TO.",
            ));
        };
        let found = changes(&of.inputs, ranges, &Cancel::new())?;
        of.write(
            |_, small| export::changes_json(&found, small),
            |teller, small| export::changes_markdown(&found, teller, small),
        )
    })
}

/// The nine signs.
pub fn nine_signs(args: &Signs, quiet: bool) -> Result<(), CliError> {
    told(&args.told, quiet, |of| {
        let found = signs(&of.inputs, &Cancel::new())?;
        of.write(
            |teller, small| export::signs_json(&found, teller, small),
            |teller, _| export::signs_markdown(&found, teller),
        )
    })
}

/// What is told of, and how.
struct Of<'a> {
    inputs: Inputs<'a>,
    teller: Teller<'a>,
    is_markdown: bool,
    smallest_group: Option<u32>,
}

impl Of<'_> {
    /// Writes one of the two forms. What other programs read is exact unless asked otherwise, what is read is shared.
    fn write(
        &self,
        json: impl Fn(&Teller<'_>, SmallGroups) -> Value,
        markdown: impl Fn(&Teller<'_>, SmallGroups) -> String,
    ) -> Result<(), CliError> {
        let text = if self.is_markdown {
            let smallest = self.smallest_group.unwrap_or(self.inputs.map.about.smallest_group);
            markdown(&self.teller, SmallGroups(smallest))
        } else {
            format!("{:#}\n", json(&self.teller, SmallGroups(self.smallest_group.unwrap_or(0))))
        };
        to_stdout(&text)
    }
}

/// Reads map and data and measures.
fn told(
    args: &Told,
    quiet: bool,
    tell: impl FnOnce(&Of<'_>) -> Result<(), CliError>,
) -> Result<(), CliError> {
    args.options.need_table_name()?;
    let map = data::load_map(&args.map)?;
    let Some(measurable) = data::of_map(&args.map, map, args.data.as_deref(), &args.options, quiet)? else {
        return Err(data::no_data(&args.map));
    };
    let Measurable { map, source, loaded } = &measurable;
    let inputs = Inputs::new(&Keep::default(), (&loaded.log, map, source), &Cancel::new())?;
    tell(&Of {
        inputs,
        teller: Teller { map, log: &loaded.log, format: NumberFormat::default() },
        is_markdown: args.md || (!args.json && std::io::stdout().is_terminal()),
        smallest_group: args.options.smallest_group,
    })
}
