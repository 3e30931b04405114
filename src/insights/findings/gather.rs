//! Looks for findings, kind by kind.

use super::super::changes::{changes, usual_ranges};
use super::super::pains::pains;
use super::super::patterns::{Item, ItemKind, PatternFigures, Patterns, Question, Windows};
use super::super::slumps::slumps;
use super::super::strata::{Strata, Stratum};
use super::{Finding, Inputs, Told};
use crate::base::Cancel;
use crate::base::fmt::date;
use crate::insights::{Behind, Here, JourneySet};
use crate::measure::stats::{TwoByTwo, newcombe};
use crate::measure::{MeasureError, Rate, TouchpointFigures};
use crate::model::{JourneyStatus, TouchpointId, TrendFigure};

/// Groups of fewer are not compared.
const LEAST: u64 = 30;

/// What has been found so far.
#[derive(Default)]
pub struct Found {
    /// Whatever their p.
    pub list: Vec<Finding>,
    /// p-values of what was tested beside.
    pub others: Vec<f64>,
}

/// Two shares of which the first is compared with the second; the higher the better, or the other way round.
struct Compared {
    one: Rate,
    other: Rate,
    is_better_high: bool,
}

impl Compared {
    fn p(&self) -> f64 {
        let rest = |rate: &Rate| rate.of - rate.count;
        TwoByTwo { a: self.one.count, b: rest(&self.one), c: self.other.count, d: rest(&self.other) }
            .p_value()
    }

    /// Above 0 = good.
    fn effect(&self) -> (f64, f64, f64) {
        let (one, other) = (&self.one, &self.other);
        let (value, low, high) =
            newcombe(one.count, one.of, other.count, other.of).unwrap_or((0.0, 0.0, 0.0));
        if self.is_better_high { (value, low, high) } else { (-value, -high, -low) }
    }
}

impl Found {
    fn add(
        &mut self,
        key: String,
        (told, touchpoint): (Told, Option<TouchpointId>),
        compared: &Compared,
        journeys: JourneySet,
    ) {
        self.list.push(Finding {
            key,
            told,
            touchpoint,
            effect: compared.effect(),
            n: compared.one.of,
            p: compared.p(),
            q: 1.0,
            weight: 0.0,
            journeys,
        });
    }
}

/// Where more leave, who reaches the goal less often, where fewer are satisfied, which pains go along with leaving.
pub fn standing(inputs: &Inputs<'_>, found: &mut Found, cancel: &Cancel) -> Result<(), MeasureError> {
    let figures = &inputs.measures.touchpoints;
    exits(inputs, figures, found, cancel)?;
    satisfied(inputs, figures, found, cancel)?;
    groups(inputs, found);
    cancel.check()?;
    pains_found(inputs, found);
    Ok(())
}

/// Each share against all others together.
fn against_others(
    figures: &[TouchpointFigures],
    rate: impl Fn(&TouchpointFigures) -> Option<Rate>,
) -> Vec<(TouchpointId, Rate, Rate)> {
    let rates: Vec<_> = figures.iter().filter_map(|of| Some((of.touchpoint, rate(of)?))).collect();
    let (count, of) = rates.iter().fold((0, 0), |sum, (_, rate)| (sum.0 + rate.count, sum.1 + rate.of));
    let large = rates.into_iter().filter(|(_, rate)| rate.of >= LEAST);
    large
        .filter_map(|(touchpoint, rate)| {
            Some((touchpoint, rate, Rate::of(count - rate.count, of - rate.of)?))
        })
        .collect()
}

fn exits(
    inputs: &Inputs<'_>,
    figures: &[TouchpointFigures],
    found: &mut Found,
    cancel: &Cancel,
) -> Result<(), MeasureError> {
    let is_goal = |id| inputs.map.touchpoints.get(id).is_some_and(|touchpoint| touchpoint.goal);
    let figures: Vec<_> = figures.iter().filter(|of| !is_goal(of.touchpoint)).cloned().collect();
    for (touchpoint, here, elsewhere) in against_others(&figures, |of| of.exit_rate) {
        let compared = Compared { one: here, other: elsewhere, is_better_high: false };
        // Where few leave is no news.
        if compared.effect().0 >= 0.0 {
            found.others.push(compared.p());
            continue;
        }
        let journeys = Behind::At(touchpoint, Here::Closed).journeys(inputs, cancel)?;
        let told = Told::Exits { here, elsewhere };
        found.add(format!("exits-{touchpoint}"), (told, Some(touchpoint)), &compared, journeys);
    }
    Ok(())
}

fn satisfied(
    inputs: &Inputs<'_>,
    figures: &[TouchpointFigures],
    found: &mut Found,
    cancel: &Cancel,
) -> Result<(), MeasureError> {
    let rate = |of: &TouchpointFigures| Some(of.satisfaction.as_ref()?.spread.as_ref()?.satisfied_rate);
    for (touchpoint, here, elsewhere) in against_others(figures, rate) {
        let compared = Compared { one: here, other: elsewhere, is_better_high: true };
        let journeys = Behind::At(touchpoint, Here::Scored).journeys(inputs, cancel)?;
        let told = Told::Satisfaction { here, elsewhere };
        found.add(format!("satisfaction-{touchpoint}"), (told, Some(touchpoint)), &compared, journeys);
    }
    Ok(())
}

fn groups(inputs: &Inputs<'_>, found: &mut Found) {
    let Some(all) = inputs.measures.goal_rate.filter(|_| !inputs.measures.no_goal_set) else { return };
    let strata = Strata::new(inputs, LEAST);
    let mut sums = vec![(0_u64, 0_u64, Vec::new()); strata.list.len()];
    let mut own = Vec::new();
    for journey in inputs.views(&inputs.journeys).filter(|journey| journey.is_closed()) {
        strata.put_groups(inputs, &journey, &mut own);
        for group in own.iter().filter(|group| **group > 0) {
            let (n, goals, journeys) = &mut sums[*group];
            *n += 1;
            *goals += u64::from(journey.status() == Some(JourneyStatus::Goal));
            journeys.push(journey.number());
        }
    }
    for (group, (n, goals, journeys)) in strata.list.into_iter().zip(sums) {
        let rates = Rate::of(goals, n).zip(Rate::of(all.count - goals, all.of - n));
        let Some((rate, others)) = rates.filter(|(rate, _)| rate.of >= LEAST) else { continue };
        let compared = Compared { one: rate, other: others, is_better_high: true };
        let key = format!("group-{}", stratum_key(&group));
        found.add(key, (Told::Group { group, rate, others }, None), &compared, journeys.into());
    }
}

fn stratum_key(stratum: &Stratum) -> String {
    match stratum {
        Stratum::All => "all".to_owned(),
        Stratum::Channel(channel) => format!("channel-{channel}"),
        Stratum::Segment { column, value } => format!("{column}-{value}"),
    }
}

fn pains_found(inputs: &Inputs<'_>, found: &mut Found) {
    for pain in pains(inputs).customers {
        let Some(figures) = inputs.measures.at(pain.touchpoint).filter(|_| !inputs.measures.is_survey) else {
            continue;
        };
        let place = inputs.place(pain.touchpoint);
        let (mut met, mut exits) = (Vec::new(), 0);
        for journey in inputs.views(&pain.journeys).filter(|journey| journey.is_closed()) {
            met.push(journey.number());
            let last = journey.visits().next_back().map(|visit| visit.touchpoint);
            exits += u64::from(journey.is_exit() && last == place);
        }
        let closed = met.len() as u64;
        let rest = figures.exits.checked_sub(exits).zip(figures.closed.checked_sub(closed));
        let without = rest.and_then(|(exits, closed)| Rate::of(exits, closed));
        let Some((with, without)) = Rate::of(exits, closed).zip(without) else { continue };
        let compared = Compared { one: with, other: without, is_better_high: false };
        if with.of < LEAST || compared.effect().0 >= 0.0 {
            found.others.push(compared.p());
            continue;
        }
        let (key, at) = (format!("pain-{}", pain.card), pain.touchpoint);
        found.add(key, (Told::Pain { pain, with, without }, Some(at)), &compared, met.into());
    }
}

/// Before and after.
pub fn changed(inputs: &Inputs<'_>, found: &mut Found, cancel: &Cancel) -> Result<(), MeasureError> {
    let Some(ranges) = usual_ranges(inputs) else { return Ok(()) };
    let changes = changes(inputs, ranges, cancel)?;
    for shift in changes.shifts {
        let n = shift.n.1;
        // Means have another unit; the satisfied share tells the same.
        if shift.figure == TrendFigure::Satisfaction || n < LEAST || shift.n.0 < LEAST {
            found.others.push(shift.raw_p);
            continue;
        }
        cancel.check()?;
        let change = &shift.change;
        let effect = if shift.figure.is_better_low() {
            (-change.difference, -change.high, -change.low)
        } else {
            (change.difference, change.low, change.high)
        };
        let at = shift.touchpoint;
        let place = at.map_or_else(|| "map".to_owned(), |at| at.to_string());
        let journeys = shift.behind(&changes.after).journeys(inputs, cancel)?;
        found.list.push(Finding {
            key: format!("change-{:?}-{place}", shift.figure).to_lowercase(),
            touchpoint: at,
            effect,
            n,
            p: shift.raw_p,
            q: 1.0,
            weight: 0.0,
            journeys,
            told: Told::Change {
                before: changes.ranges.before.clone(),
                after: changes.ranges.after.clone(),
                shift,
            },
        });
    }
    Ok(())
}

/// Patterns over the whole map.
pub fn ahead_of_exits(inputs: &Inputs<'_>, found: &mut Found, cancel: &Cancel) -> Result<(), MeasureError> {
    let question = question(inputs, None);
    if let Some(windows) = Windows::new(inputs, &question.items, question.window, cancel)? {
        add_patterns(inputs, windows.patterns(&question, cancel)?, found);
    }
    Ok(())
}

/// Patterns at each touchpoint.
pub fn ahead_at_each(inputs: &Inputs<'_>, found: &mut Found, cancel: &Cancel) -> Result<(), MeasureError> {
    let of_whole = question(inputs, None);
    let Some(windows) = Windows::new(inputs, &of_whole.items, of_whole.window, cancel)? else {
        return Ok(());
    };
    for (touchpoint, exits) in windows.bases() {
        if exits as u64 >= LEAST {
            add_patterns(inputs, windows.patterns(&question(inputs, Some(touchpoint)), cancel)?, found);
        }
    }
    Ok(())
}

/// Short patterns of touchpoints, and of everything else that hurts, as far as the data has it.
fn question(inputs: &Inputs<'_>, base: Option<TouchpointId>) -> Question {
    let scored = inputs.measures.touchpoints.iter().any(|of| of.satisfaction.is_some());
    let waited = inputs.measures.touchpoints.iter().any(|of| of.wait.is_some());
    let extra = [
        (ItemKind::LongWait, waited),
        (ItemKind::LowScore, scored),
        (ItemKind::ContactedAgain, inputs.measures.contacted_again.is_some()),
    ];
    let extra = extra.into_iter().filter(|(_, has)| *has).map(|(kind, _)| kind);
    let items = std::iter::once(ItemKind::Touchpoint).chain(extra).collect();
    Question { base, items, longest: 2, most_listed: 40, ..Question::default() }
}

fn add_patterns(inputs: &Inputs<'_>, patterns: Patterns, found: &mut Found) {
    let Patterns { base, list, tested, .. } = patterns;
    let listed = list.len();
    for figures in list {
        let TwoByTwo { a, b, c, d } = figures.table;
        let rates = Rate::of(a, a + c).zip(Rate::of(b, b + d));
        let told = rates.filter(|_| !figures.is_structure && figures.odds_ratio.1 > 1.0 && figures.q <= 0.05);
        let Some((with, without)) = told else {
            found.others.push(figures.p);
            continue;
        };
        let compared = Compared { one: with, other: without, is_better_high: false };
        let at =
            figures.items.last().and_then(|item| item.place()).or(base.and_then(|base| inputs.place(base)));
        let touchpoint = at.and_then(|place| inputs.prepared.touchpoint_ids().get(place as usize).copied());
        let journeys = figures.exits.or(&figures.controls);
        let key = pattern_key(inputs, base, &figures);
        found.add(key, (Told::Pattern { base, figures, without }, touchpoint), &compared, journeys);
    }
    // The rest were tested too; they are not listed because their odds ratio is low.
    found.others.extend(std::iter::repeat_n(1.0, tested.saturating_sub(listed)));
}

/// By ids, which stay when touchpoints are moved.
fn pattern_key(inputs: &Inputs<'_>, base: Option<TouchpointId>, figures: &PatternFigures) -> String {
    let ids = inputs.prepared.touchpoint_ids();
    let id = |place: &u32| ids.get(*place as usize).map_or_else(String::new, ToString::to_string);
    let channel = |code: &u32| inputs.log.channels.text(*code);
    let item = |item: &Item| match item {
        Item::Touchpoint(place) => id(place),
        Item::WithChannel { touchpoint, channel: code } => format!("{}@{}", id(touchpoint), channel(code)),
        Item::Switch { from, to } => format!("{}>{}", channel(from), channel(to)),
        Item::LongWait(place) => format!("wait@{}", id(place)),
        Item::LowScore(place) => format!("low@{}", id(place)),
        Item::ContactedAgain(place) => format!("again@{}", id(place)),
    };
    let base = base.map_or_else(|| "map".to_owned(), |base| base.to_string());
    format!("pattern-{base}-{}", figures.items.iter().map(item).collect::<Vec<_>>().join("-"))
}

/// Times in which it went worse.
pub fn went_worse(inputs: &Inputs<'_>, found: &mut Found, cancel: &Cancel) -> Result<(), MeasureError> {
    let slumps = slumps(inputs, cancel)?;
    // Those of all other touchpoints and groups were tested too, and are told by none of the slumps found.
    found.others.extend(std::iter::repeat_n(1.0, slumps.tested.saturating_sub(slumps.list.len())));
    for slump in slumps.list {
        // One that comes later is another one, which nobody has put aside.
        let days = format!("{}-{}", date(slump.from), date(slump.to));
        found.list.push(Finding {
            key: format!("slump-{}-{}-{days}", slump.touchpoint, stratum_key(&slump.among)),
            touchpoint: Some(slump.touchpoint),
            effect: slump.difference,
            n: slump.within.of,
            p: slump.raw_p,
            q: 1.0,
            weight: 0.0,
            journeys: slump.journeys.clone(),
            told: Told::Slump(slump),
        });
    }
    Ok(())
}
