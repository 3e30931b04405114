//! Comments that say well what many say, to be put on the map as cards, under a pseudonym.

use super::distinctive::DistinctiveWord;
use super::moods::TextMoods;
use super::vocabulary::Vocabulary;
use crate::base::{Cancel, Cancelled, Timestamp};
use crate::events::Sentiment;
use crate::insights::Inputs;
use crate::insights::pseudonym::{Pseudonyms, masked};
use crate::insights::walk::{self, Passage};
use crate::model::edit::EditName;
use crate::model::{CardKind, Edit, JourneyMap, LaneId, LaneKind, TouchpointId};
use crate::tr;
use hashbrown::{HashMap, HashSet};

/// A quote fits a card and says something.
const LENGTHS: std::ops::RangeInclusive<usize> = 20..=240;

/// A comment of a customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// Without what tells who wrote it.
    pub text: String,
    /// Who wrote it, under a pseudonym.
    pub customer: String,
    /// Where.
    pub touchpoint: TouchpointId,
    /// Through which channel.
    pub channel: Option<String>,
    /// When; none in data without times.
    pub time: Option<Timestamp>,
    /// In the source's scale.
    pub score: Option<f64>,
    /// Its mood, and whether that is estimated from words.
    pub mood: Option<(Sentiment, bool)>,
    /// The journey it stands in.
    pub journey: u32,
    /// The event.
    pub event: usize,
}

/// A candidate: how well it says it, touchpoint, journey, customer and event.
#[derive(Clone, Copy)]
struct Candidate {
    value: f64,
    journey: u32,
    customer: u32,
    event: usize,
}

/// Quotes of each touchpoint in map order, at most `most` of each: those with the most distinctive words for their length, one
/// of a customer, moods in turn where there are several.
///
/// # Errors
/// [`Cancelled`].
pub fn quotes(
    of: &Inputs<'_>,
    (moods, vocabulary): (&TextMoods, &Vocabulary),
    distinctive: &[Vec<DistinctiveWord>],
    most: usize,
    cancel: &Cancel,
) -> Result<Vec<Vec<Quote>>, Cancelled> {
    let weight = |word: &DistinctiveWord| Some((vocabulary.number(&word.word)?, word.z));
    let weights: Vec<HashMap<u32, f64>> =
        distinctive.iter().map(|words| words.iter().filter_map(weight).collect()).collect();
    let touchpoints = distinctive.len();
    let each = |found: &mut Vec<Vec<Candidate>>, passage: &Passage<'_>| {
        for visit in passage.visits {
            let Some(code) = of.log.text(visit.event) else { continue };
            let text = of.log.texts.text(code);
            let letters = text.chars().count();
            if !LENGTHS.contains(&letters) {
                continue;
            }
            let weights = &weights[visit.touchpoint as usize];
            let value: f64 = vocabulary.of_text(code).iter().filter_map(|word| weights.get(word)).sum();
            let value = value / (letters as f64 + 30.0).sqrt();
            let (journey, customer, event) = (passage.number, passage.customer, visit.event);
            found[visit.touchpoint as usize].push(Candidate { value, journey, customer, event });
        }
    };
    let join = |all: &mut Vec<Vec<Candidate>>, part: Vec<Vec<Candidate>>| {
        all.iter_mut().zip(part).for_each(|(all, part)| all.extend(part));
    };
    let found = walk::fold(of, cancel, || vec![Vec::new(); touchpoints], each, join)?;
    let names = Pseudonyms::of(of);
    let ids = of.prepared.touchpoint_ids();
    let told = |(mut found, touchpoint): (Vec<Candidate>, TouchpointId)| {
        // The best first, by the log where they are as good.
        found.sort_by(|one, other| other.value.total_cmp(&one.value).then(one.event.cmp(&other.event)));
        let mut customers = HashSet::new();
        let mut by_mood: [Vec<Candidate>; 4] = Default::default();
        for candidate in found {
            let mood = moods.of_event(of.log, candidate.event);
            let list = &mut by_mood[mood.map_or(3, |(mood, _)| super::mood_place(mood))];
            if list.len() < most && customers.insert(candidate.customer) {
                list.push(candidate);
            }
        }
        let mut turns: Vec<(usize, usize, Candidate)> = Vec::new();
        for (mood, list) in by_mood.into_iter().enumerate() {
            turns.extend(list.into_iter().enumerate().map(|(turn, candidate)| (turn, mood, candidate)));
        }
        turns.sort_by_key(|(turn, mood, _)| (*turn, *mood));
        turns.truncate(most);
        turns.into_iter().map(|(.., candidate)| quote(of, moods, &names, touchpoint, candidate)).collect()
    };
    Ok(found.into_iter().zip(ids).map(told).collect())
}

fn quote(
    of: &Inputs<'_>,
    moods: &TextMoods,
    names: &Pseudonyms,
    touchpoint: TouchpointId,
    candidate: Candidate,
) -> Quote {
    let (log, event) = (of.log, candidate.event);
    let id = log.customers.text(candidate.customer);
    let text = log.text(event).map(|code| log.texts.text(code)).unwrap_or_default();
    Quote {
        text: masked(text.trim(), id),
        customer: names.name(id),
        touchpoint,
        channel: log.channel(event).map(|code| log.channels.text(code).to_owned()),
        time: (!log.is_undated).then(|| log.time(event)),
        score: log.score(event),
        mood: moods.of_event(log, event),
        journey: candidate.journey,
        event,
    }
}

impl Quote {
    /// The words in quotation marks, as they stand on the map.
    #[must_use]
    pub fn quoted(&self) -> String {
        tr!("insights-quoted", words = self.text.as_str())
    }
}

/// Puts a quote on the map as a card at the end of its cell, in one step, with a row for quotes where there is none.
#[must_use]
pub fn quote_edit(map: &JourneyMap, quote: &Quote) -> Edit {
    let known = map.lanes_in_order().find(|lane| lane.kind == LaneKind::Quotes).map(|lane| lane.id);
    // A new row takes the next id.
    let lane = known.unwrap_or(LaneId(map.about.next_id));
    let who = tr!("insights-customer", name = quote.customer.as_str());
    let day = quote.time.map(crate::base::fmt::date);
    let source =
        [Some(who), quote.channel.clone(), day].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let card = Edit::AddCard {
        lane,
        touchpoint: quote.touchpoint,
        slot: u32::MAX as usize,
        text: quote.quoted(),
        kind: CardKind::Quote { source },
    };
    if known.is_some() {
        return card;
    }
    let row = Edit::AddLane { kind: LaneKind::Quotes, name: String::new(), at: map.about.lanes.len() };
    Edit::Batch { name: EditName { key: "model-edit-add-card", count: 1 }, edits: vec![row, card] }
}
