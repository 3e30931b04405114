//! Silent dissatisfaction: low scores after which nobody asked for help.

use crate::base::time::DAY;
use crate::base::{Cancel, Cancelled, Micros, Timestamp};
use crate::insights::walk::{self, Passage};
use crate::insights::{Inputs, JourneySet};
use crate::measure::{Rate, Rated};
use crate::model::Filter;

/// How soon after a low score a contact answers it.
pub const SILENT_WITHIN: Micros = 14 * DAY;

/// Low scores at touchpoints whose 14 days have been observed.
#[derive(Clone, Debug, PartialEq)]
pub struct Silent {
    /// Low scores without a contact of the same customer within 14 days ÷ low scores.
    pub rate: Rate,
    /// Journeys with a low score that nobody heard more of.
    pub silent: JourneySet,
    /// Journeys with a low score.
    pub low: JourneySet,
}

#[derive(Default)]
struct Part {
    count: u64,
    silent_count: u64,
    silent: Vec<u32>,
    low: Vec<u32>,
}

/// Over the selected journeys; contacts count whether they are selected or not. None without low scores, without a contact
/// touchpoint and for data without times.
///
/// # Errors
/// [`Cancelled`].
pub fn silent(of: &Inputs<'_>, cancel: &Cancel) -> Result<Option<Silent>, Cancelled> {
    let is_contact = of.prepared.contacts();
    if !is_contact.contains(&true) || of.log.is_undated {
        return Ok(None);
    }
    let contacts = contacts(of, &is_contact, cancel)?;
    let until = of.prepared.observed_until().0;
    let each = |part: &mut Part, passage: &Passage<'_>| {
        for visit in passage.visits {
            let time = of.log.time(visit.event);
            let rated = of.prepared.unit_score(of.log, visit.event).map(Rated::of);
            let is_low = rated == Some(Rated::Dissatisfied);
            if !is_low || time.0.saturating_add(SILENT_WITHIN) > until {
                continue;
            }
            part.count += 1;
            part.low.push(passage.number);
            let after = contacts.partition_point(|contact| *contact <= (passage.customer, time));
            let answered = contacts.get(after).is_some_and(|(customer, contact)| {
                *customer == passage.customer && contact.0 - time.0 <= SILENT_WITHIN
            });
            if !answered {
                part.silent_count += 1;
                part.silent.push(passage.number);
            }
        }
    };
    let join = |all: &mut Part, part: Part| {
        all.count += part.count;
        all.silent_count += part.silent_count;
        all.silent.extend(part.silent);
        all.low.extend(part.low);
    };
    let part = walk::fold(of, cancel, Part::default, each, join)?;
    let rate = Rate::of(part.silent_count, part.count);
    Ok(rate.map(|rate| Silent {
        rate,
        silent: JourneySet::from(part.silent),
        low: JourneySet::from(part.low),
    }))
}

/// Customers and times of all contacts of the whole source, in order.
fn contacts(
    of: &Inputs<'_>,
    is_contact: &[bool],
    cancel: &Cancel,
) -> Result<Vec<(u32, Timestamp)>, Cancelled> {
    let all = of.prepared.selected(of.log, &Filter::default(), cancel);
    // A filter that selects all can't be wrong: only a stop is left.
    let all = JourneySet::from(all.map_err(|_| Cancelled)?);
    let each = |contacts: &mut Vec<(u32, Timestamp)>, passage: &Passage<'_>| {
        let visits = passage.visits.iter().filter(|visit| is_contact[visit.touchpoint as usize]);
        contacts.extend(visits.map(|visit| (passage.customer, of.log.time(visit.event))));
    };
    let mut contacts = walk::fold_journeys(of, &all, cancel, Vec::new, each, |all, part| all.extend(part))?;
    // Journeys of a customer may run side by side.
    contacts.sort_unstable();
    Ok(contacts)
}
