//! Two personas beside each other on the map: their measured emotions as curves, their exit rates as bars. On the screen and in
//! pictures for others alike; there small groups are hidden.

use super::layers::LayerTeller;
use crate::measure::Measures;
use crate::overlay::{Bar, exits_of_two, measured_emotion};
use crate::scene::{TwoBars, TwoCurves, TwoDots, TwoExits, TwoPersonas, sentence};
use crate::tr;
use std::collections::BTreeMap;

/// A persona's name and its figures.
type Named<'a> = (&'a str, &'a Measures);

/// What is measured of two personas, each by its name; none when there is nothing to draw of either.
#[must_use]
pub fn two_personas(both: [Named<'_>; 2], teller: &LayerTeller<'_>) -> Option<TwoPersonas> {
    let (curves, exits) = (curves(both, teller), exits(both, teller));
    (curves.is_some() || exits.is_some()).then_some(TwoPersonas { is_stale: false, curves, exits })
}

fn curves(both: [Named<'_>; 2], teller: &LayerTeller<'_>) -> Option<TwoCurves> {
    let format = &teller.format;
    let mut dots = BTreeMap::new();
    for (_, touchpoint) in teller.map.touchpoints_in_order() {
        let emotions = both.map(|(_, measures)| measured_emotion(measures.at(touchpoint.id)?, teller.small));
        if emotions.iter().all(Option::is_none) {
            continue;
        }
        let told = [0, 1].map(|place| {
            let (name, emotion) = (both[place].0, emotions[place].as_ref());
            emotion.map_or_else(String::new, |of| {
                let value = format.signed(of.value, 1);
                tr!("export-two-said", name = name, value = value, n = of.n, count = format.count(of.n))
            })
        });
        let place = tr!("export-two-spoken", place = touchpoint.name.trim());
        let spoken = sentence([place, told[0].clone(), told[1].clone()]);
        dots.insert(touchpoint.id, TwoDots { emotions, told, spoken });
    }
    let names = both.map(|(name, _)| tr!("export-two-name", name = name));
    let note = tr!("export-two-note", one = both[0].0, other = both[1].0);
    (!dots.is_empty()).then_some(TwoCurves { note, names, dots })
}

fn exits(both: [Named<'_>; 2], teller: &LayerTeller<'_>) -> Option<TwoExits> {
    let format = &teller.format;
    let (axis_max, rates) = exits_of_two(both.map(|(_, measures)| measures), teller.small, format);
    let said = |name: &str, bar: &Bar| {
        let interval = (format.decimals(100.0 * bar.low, 1), format.percent(bar.high, 1));
        let words = tr!(
            "export-two-exit-said",
            name = name,
            rate = bar.label.as_str(),
            low = interval.0,
            high = interval.1
        );
        // The interval has been told; of how few must be, too.
        if bar.small { sentence([words, bar.note.clone()]) } else { words }
    };
    let bars = teller.map.touchpoints_in_order().filter_map(|(_, touchpoint)| {
        let bars = rates.get(&touchpoint.id)?.clone();
        let told = [0, 1].map(|at| bars[at].as_ref().map_or_else(String::new, |bar| said(both[at].0, bar)));
        let [one, other] = told;
        let spoken = sentence([tr!("export-two-exits-spoken", place = touchpoint.name.trim()), one, other]);
        Some((touchpoint.id, TwoBars { bars, spoken }))
    });
    let bars: BTreeMap<_, _> = bars.collect();
    let note = tr!("export-two-exits-note", one = both[0].0, other = both[1].0);
    (!bars.is_empty()).then_some(TwoExits { note, axis_max, bars })
}
