//! One customer: a journey's events over all channels in time, under a pseudonym unless asked otherwise.

use super::pseudonym::{Pseudonyms, masked};
use super::{Inputs, JourneySet, walk};
use crate::base::Timestamp;
use crate::events::Sentiment;
use crate::measure::JourneyView;
use crate::model::{JourneyStatus, TouchpointId};

/// Is it shown who the customer is?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Identity {
    /// A pseudonym, and comments without what tells who wrote them.
    #[default]
    Hidden,
    /// The id as it is in the data.
    Shown,
}

/// A journey told from event to event.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// The journey's number among all of the log.
    pub journey: u32,
    /// The customer's pseudonym, or id where that is shown.
    pub customer: String,
    /// Which one of the customer's selected journeys it is, from 1, and how many there are.
    pub place: (usize, usize),
    /// How it stands.
    pub status: JourneyStatus,
    /// In time order, whether a rule takes the event or not.
    pub moments: Vec<Moment>,
}

/// An event of a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// When; none in data without times.
    pub time: Option<Timestamp>,
    /// Where; none when no rule takes the event.
    pub touchpoint: Option<TouchpointId>,
    /// As in the data.
    pub event: String,
    /// Through which channel.
    pub channel: Option<String>,
    /// The channel differs from that of the event before.
    pub is_switch: bool,
    /// Seconds waited.
    pub wait_secs: Option<f64>,
    /// In the source's scale.
    pub score: Option<f64>,
    /// Mood.
    pub sentiment: Option<Sentiment>,
    /// What the customer said.
    pub comment: Option<String>,
    /// How it ended.
    pub outcome: Option<String>,
    /// Money.
    pub revenue: Option<f64>,
}

/// The story of a journey; none for one that is not counted.
#[must_use]
pub fn story(of: &Inputs<'_>, journey: u32, (names, identity): (&Pseudonyms, Identity)) -> Option<Story> {
    let log = of.log;
    let touchpoints = of.prepared.touchpoint_ids();
    walk::with(of, journey, |passage| {
        let id = log.customers.text(passage.customer);
        let mut visits = passage.visits.iter().peekable();
        let mut before = None;
        let moment = |event: usize| {
            let visit = visits.next_if(|visit| visit.event == event);
            let channel = log.channel(event);
            let last = channel.and_then(|channel| before.replace(channel));
            let comment = log.text(event).map(|code| log.texts.text(code));
            Moment {
                time: (!log.is_undated).then(|| log.time(event)),
                touchpoint: visit.and_then(|visit| touchpoints.get(visit.touchpoint as usize)).copied(),
                event: log.names.text(log.name(event)).to_owned(),
                channel: channel.map(|code| log.channels.text(code).to_owned()),
                is_switch: last.is_some() && last != channel,
                wait_secs: log.wait_secs(event),
                score: log.score(event),
                sentiment: log.sentiment(event),
                comment: comment.map(|text| match identity {
                    Identity::Hidden => masked(text, id),
                    Identity::Shown => text.to_owned(),
                }),
                outcome: log.outcome(event).map(|code| log.outcomes.text(code).to_owned()),
                revenue: log.revenue(event),
            }
        };
        let view = of.journey(journey);
        let moments = view.iter().flat_map(JourneyView::events).map(moment).collect();
        let all = walk::of_customer(of, passage.customer);
        let place =
            all.numbers().binary_search(&journey).ok().map_or((0, all.len()), |place| (place + 1, all.len()));
        Story {
            journey,
            customer: match identity {
                Identity::Hidden => names.name(id),
                Identity::Shown => id.to_owned(),
            },
            place,
            status: passage.status,
            moments,
        }
    })
}

/// The selected journeys of the customer with this id, exactly as it is in the data, or with this pseudonym; none when there
/// is none.
#[must_use]
pub fn find(of: &Inputs<'_>, names: &Pseudonyms, typed: &str) -> Option<JourneySet> {
    let (log, typed) = (of.log, typed.trim());
    let customer = log.customers.code(typed).or_else(|| {
        let wanted = typed.to_uppercase();
        let is_wanted = |id: &str| names.name(id) == wanted;
        log.customers.iter().position(is_wanted).map(|code| code as u32)
    })?;
    Some(walk::of_customer(of, customer)).filter(|journeys| !journeys.is_empty())
}
