//! `pathlight insights`, `patterns`, `compare` and `signs`: what the figures mean, as JSON or to read.

use super::data::{self, Measurable};
use super::error::CliError;
use super::insight_args::{Channels, Compare, Insights, Journey, Paths, Patterns, Signs, Told, WhatIf};
use super::output::to_stdout;
use super::resolved::touchpoint_named;
use crate::base::Cancel;
use crate::base::fmt::NumberFormat;
use crate::export;
use crate::insights::Inputs;
use crate::insights::changes::{Ranges, changes, usual_ranges};
use crate::insights::channels::{channels, contained, same_touchpoint, solved_in_first_channel, switches};
use crate::insights::customer::{Identity, find as find_customer, story};
use crate::insights::findings::{Teller, find};
use crate::insights::paths::paths;
use crate::insights::patterns::{Question, patterns};
use crate::insights::pseudonym::Pseudonyms;
use crate::insights::signs::signs;
use crate::insights::what_if::Chain;
use crate::measure::small_groups::SmallGroups;
use crate::measure::{Keep, MeasureError};
use crate::model::{JourneyMap, Period, TouchpointId};
use serde_json::Value;
use std::io::IsTerminal;

/// The ranked findings.
pub fn findings(args: &Insights, quiet: bool) -> Result<(), CliError> {
    told(&args.told, quiet, |of| {
        let found = find(&of.inputs, &Cancel::new(), &mut |_| ())?;
        of.write(
            |teller, _| export::insights_json(&found, teller),
            |teller, _| export::insights_markdown(&found, teller),
        )
    })
}

/// Patterns ahead of exits.
pub fn ahead_of_exits(args: &Patterns, quiet: bool) -> Result<(), CliError> {
    told(&args.told, quiet, |of| {
        let base =
            args.touchpoint.as_deref().map(|name| base(of.inputs.map, name, "--touchpoint")).transpose()?;
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

fn base(map: &JourneyMap, name: &str, option: &str) -> Result<TouchpointId, CliError> {
    match touchpoint_named(map, name, option)?.as_slice() {
        [one] => Ok(*one),
        _ => {
            let headline = format!("{option}: the map has several touchpoints `{name}`");
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
            |teller, small| export::signs_markdown(&found, teller, small),
        )
    })
}

/// The ways customers really take.
pub fn ways(args: &Paths, quiet: bool) -> Result<(), CliError> {
    told(&args.told, quiet, |of| {
        let found = paths(&of.inputs, args.top, &Cancel::new()).map_err(MeasureError::from)?;
        of.write(
            |_, small| export::paths_json(&found, small),
            |teller, small| export::paths_markdown(&found, teller, small),
        )
    })
}

/// One customer's journey.
pub fn one_customer(args: &Journey, quiet: bool) -> Result<(), CliError> {
    told(&args.told, quiet, |of| {
        let names = Pseudonyms::of(&of.inputs);
        let journeys = find_customer(&of.inputs, &names, &args.who).unwrap_or_default();
        let identity = if args.show_identity { Identity::Shown } else { Identity::Hidden };
        let journey = args.number.checked_sub(1).and_then(|place| journeys.get(place));
        let Some(found) = journey.and_then(|journey| story(&of.inputs, journey, (&names, identity))) else {
            let headline = format!("{}: the customer has {} selected journeys", args.who, journeys.len());
            let hint =
                "Write the id exactly as it is in the data, or the pseudonym; filters select journeys, too.";
            return Err(CliError::input(headline, "", hint));
        };
        of.write(|_, _| export::story_json(&found), |teller, _| export::story_markdown(&found, teller))
    })
}

/// What happens in each channel.
pub fn channel_page(args: &Channels, quiet: bool) -> Result<(), CliError> {
    told(&args.told, quiet, |of| {
        let (of_map, cancel) = (&of.inputs, Cancel::new());
        let page = || {
            Ok::<_, MeasureError>(export::ChannelPage {
                channels: channels(of_map, &cancel)?,
                switches: switches(of_map, &cancel)?,
                uneven: same_touchpoint(of_map, &cancel)?,
                solved: solved_in_first_channel(of_map, &cancel)?,
                contained: contained(of_map, &cancel)?,
            })
        };
        let page = page()?;
        of.write(
            |_, small| export::channels_json(&page, small),
            |teller, small| export::channels_markdown(&page, teller, small),
        )
    })
}

/// What fewer exits would be worth.
pub fn what_if(args: &WhatIf, quiet: bool) -> Result<(), CliError> {
    told(&args.told, quiet, |of| {
        let Some(chain) = Chain::new(&of.inputs, &Cancel::new()).map_err(MeasureError::from)? else {
            let headline = format!("{}: there are no paths to a goal", args.told.map.display());
            let hint = "Say which touchpoint is the goal with --goal TOUCHPOINT; surveys and summaries have no paths.";
            return Err(CliError::input(headline, "", hint));
        };
        let lower =
            |(name, points): &(String, f64)| Ok((base(of.inputs.map, name, "--lower")?, points / 100.0));
        let lower: Vec<_> = args.lower.iter().map(lower).collect::<Result<_, CliError>>()?;
        let asked = if lower.is_empty() { None } else { Some(chain.would_be(&lower)) };
        if asked == Some(None) {
            let headline =
                "nobody can say what would follow: all who come to one of these touchpoints leave there";
            return Err(CliError::input(headline.to_owned(), "", "Leave it out."));
        }
        let (worth, asked) = (chain.worth(), asked.flatten());
        of.write(
            |teller, small| export::what_if_json(&worth, asked.as_ref(), teller, small),
            |teller, small| export::what_if_markdown(&worth, asked.as_ref(), teller, small),
        )
    })
}

/// What is told of, and how.
struct Of<'a> {
    inputs: Inputs<'a>,
    teller: Teller<'a>,
    is_markdown: bool,
    small: SmallGroups,
}

impl Of<'_> {
    /// Writes one of the two forms. What other programs read is exact unless asked otherwise, what is read is shared.
    fn write(
        &self,
        json: impl Fn(&Teller<'_>, SmallGroups) -> Value,
        markdown: impl Fn(&Teller<'_>, SmallGroups) -> String,
    ) -> Result<(), CliError> {
        let text = if self.is_markdown {
            markdown(&self.teller, self.small)
        } else {
            format!("{:#}\n", json(&self.teller, self.small))
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
    let is_markdown = args.md || (!args.json && std::io::stdout().is_terminal());
    // What is read by people hides as the map says, what is read by programs as it is asked to.
    let usual = if is_markdown { map.about.smallest_group } else { 0 };
    let small = SmallGroups(args.options.smallest_group.unwrap_or(usual));
    tell(&Of {
        inputs,
        teller: Teller { map, log: &loaded.log, format: NumberFormat::default(), small },
        is_markdown,
        small,
    })
}
