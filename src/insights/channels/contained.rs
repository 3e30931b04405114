//! Is one channel enough: contacts solved in the first one, and self-service that needs nobody's help.

use super::super::walk::{self, Passage};
use super::super::{Inputs, JourneySet};
use super::Known;
use crate::base::{Cancel, Cancelled};
use crate::measure::Rate;

/// Closed journeys of a kind, and those among them that went well.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// The share.
    pub rate: Rate,
    /// Those that went well: as many as the rate counts.
    pub well: JourneySet,
    /// Those that did not.
    pub not: JourneySet,
}

#[derive(Default)]
struct Part {
    well: Vec<u32>,
    not: Vec<u32>,
}

/// Sorts the closed journeys for which `went_well` says something.
fn share(
    of: &Inputs<'_>,
    cancel: &Cancel,
    went_well: impl Fn(&Passage<'_>) -> Option<bool> + Sync,
) -> Result<Option<Share>, Cancelled> {
    let each = |part: &mut Part, passage: &Passage<'_>| {
        if let Some(well) = Some(passage).filter(|passage| passage.closed).and_then(&went_well) {
            let side = if well { &mut part.well } else { &mut part.not };
            side.push(passage.number);
        }
    };
    let join = |all: &mut Part, part: Part| {
        all.well.extend(part.well);
        all.not.extend(part.not);
    };
    let Part { well, not } = walk::fold(of, cancel, Part::default, each, join)?;
    let (well, not) = (JourneySet::from(well), JourneySet::from(not));
    let rate = Rate::of(well.count(), well.count() + not.count());
    Ok(rate.map(|rate| Share { rate, well, not }))
}

/// Closed journeys whose first contact is in a known channel: those without a further channel after it ÷ all of them. None
/// when there are none, as where no touchpoint is marked as contact.
///
/// # Errors
/// [`Cancelled`].
pub fn solved_in_first_channel(of: &Inputs<'_>, cancel: &Cancel) -> Result<Option<Share>, Cancelled> {
    let known = Known::new(of.log, of.map);
    let contacts = of.prepared.contacts();
    share(of, cancel, |passage| {
        let first = passage.visits.iter().position(|visit| contacts[visit.touchpoint as usize])?;
        let from_here = &passage.visits[first..];
        let channel = known.place(from_here[0].channel)?;
        let mut channels = from_here.iter().filter_map(|visit| known.place(visit.channel));
        Some(channels.all(|other| other == channel))
    })
}

/// Closed journeys that touch a channel marked as self-service: those that never touch another ÷ all of them. None when there
/// are none.
///
/// # Errors
/// [`Cancelled`].
pub fn contained(of: &Inputs<'_>, cancel: &Cancel) -> Result<Option<Share>, Cancelled> {
    let known = Known::new(of.log, of.map);
    share(of, cancel, |passage| {
        let channels = || passage.visits.iter().filter_map(|visit| known.place(visit.channel));
        let touches = channels().any(|channel| known.is_self_service(channel));
        touches.then(|| channels().all(|channel| known.is_self_service(channel)))
    })
}
