//! Find and replace over all texts of a map. Letter case, accents and dotted or dotless i do not count unless asked.

use super::card::CardKind;
use super::edit::{Edit, EditName};
use super::id::{CardId, ChannelId, LaneId, PersonaId, StageId, TouchpointId};
use super::records::JourneyMap;
use crate::base::key::fold_letter;
use std::ops::Range;

/// A text of a map that can be searched and changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextPlace {
    /// The map's title.
    Title,
    /// The map's scenario.
    Description,
    /// A stage's name.
    Stage(StageId),
    /// A touchpoint's name.
    Touchpoint(TouchpointId),
    /// What a touchpoint is about.
    TouchpointDescription(TouchpointId),
    /// Who answers for a touchpoint.
    TouchpointOwner(TouchpointId),
    /// A lane's own name.
    Lane(LaneId),
    /// What a card says.
    Card(CardId),
    /// A quote's source, an opportunity's owner, a metric's figure, a picture's description.
    CardDetail(CardId),
    /// A persona's name.
    Persona(PersonaId),
    /// A persona's sentence.
    PersonaQuote(PersonaId),
    /// A channel's name.
    Channel(ChannelId),
    /// A place of the parking lot.
    Parked(usize),
}

/// What is searched and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The words; none are found nowhere.
    pub words: String,
    /// Letters must be the same in case and accents.
    pub exact: bool,
    /// Not within a longer word.
    pub whole_words: bool,
}

/// One place where the words were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// In which text.
    pub place: TextPlace,
    /// Bytes of the text, at letters' borders.
    pub range: Range<usize>,
}

/// Everything found, in the order of the map: from the title to the parking lot, each text from its beginning.
#[must_use]
pub fn find(map: &JourneyMap, query: &Query) -> Vec<Found> {
    let found = texts(map)
        .into_iter()
        .flat_map(|(place, text)| ranges(text, query).into_iter().map(move |range| Found { place, range }));
    found.collect()
}

/// The edit that puts `with` in all these places, as one step; none when there are none. Places that the map no
/// longer has are passed over.
#[must_use]
pub fn replace(map: &JourneyMap, found: &[Found], with: &str) -> Option<Edit> {
    let edits: Vec<_> = texts(map)
        .into_iter()
        .filter_map(|(place, text)| {
            let mut ranges: Vec<_> =
                found.iter().filter(|found| found.place == place).map(|found| &found.range).collect();
            ranges.sort_by_key(|range| range.start);
            let mut new = String::new();
            let mut copied = 0;
            for range in ranges.into_iter().filter(|range| text.get((*range).clone()).is_some()) {
                new += text.get(copied..range.start)?;
                new += with;
                copied = range.end;
            }
            new += text.get(copied..)?;
            (new != text).then(|| set(map, place, new)).flatten()
        })
        .collect();
    let name = EditName { key: "model-edit-replace", count: edits.len() };
    (!edits.is_empty()).then_some(Edit::Batch { name, edits })
}

/// All texts, in the order of the map.
fn texts(map: &JourneyMap) -> Vec<(TextPlace, &str)> {
    let mut texts: Vec<(TextPlace, &str)> =
        vec![(TextPlace::Title, &map.about.title), (TextPlace::Description, &map.about.description)];
    for stage in map.stages_in_order() {
        texts.push((TextPlace::Stage(stage.id), &stage.name));
    }
    for (_, touchpoint) in map.touchpoints_in_order() {
        let id = touchpoint.id;
        texts.push((TextPlace::Touchpoint(id), &touchpoint.name));
        texts.push((TextPlace::TouchpointDescription(id), &touchpoint.description));
        texts.push((TextPlace::TouchpointOwner(id), &touchpoint.owner));
    }
    for lane in map.lanes_in_order() {
        texts.push((TextPlace::Lane(lane.id), &lane.name));
        for (_, touchpoint) in map.touchpoints_in_order().filter(|_| lane.kind.holds_cards()) {
            for card in map.cell(lane.id, touchpoint.id) {
                texts.push((TextPlace::Card(card.id), &card.text));
                texts.extend(detail(&card.kind).map(|detail| (TextPlace::CardDetail(card.id), detail)));
            }
        }
    }
    for persona in map.personas_in_order() {
        texts.push((TextPlace::Persona(persona.id), &persona.name));
        texts.push((TextPlace::PersonaQuote(persona.id), &persona.quote));
    }
    texts.extend(map.channels.iter().map(|channel| (TextPlace::Channel(channel.id), channel.name.as_str())));
    let parking = map.workshop.parking.iter().enumerate();
    texts.extend(parking.map(|(at, parked)| (TextPlace::Parked(at), parked.text.as_str())));
    texts
}

fn detail(kind: &CardKind) -> Option<&str> {
    match kind {
        CardKind::Quote { source: detail }
        | CardKind::Metric { value: detail }
        | CardKind::Image { alt: detail, .. } => Some(detail),
        CardKind::Opportunity(opportunity) => Some(&opportunity.owner),
        CardKind::Note | CardKind::Pain(_) | CardKind::Thought | CardKind::Backstage => None,
    }
}

/// The edit that sets a text.
fn set(map: &JourneyMap, place: TextPlace, text: String) -> Option<Edit> {
    Some(match place {
        TextPlace::Title => Edit::SetTitle(text),
        TextPlace::Description => Edit::SetDescription(text),
        TextPlace::Stage(stage) => Edit::RenameStage { stage, name: text },
        TextPlace::Touchpoint(touchpoint) => Edit::RenameTouchpoint { touchpoint, name: text },
        TextPlace::TouchpointDescription(touchpoint) => {
            Edit::SetTouchpointDescription { touchpoint, description: text }
        }
        TextPlace::TouchpointOwner(touchpoint) => Edit::SetOwner { touchpoint, owner: text },
        TextPlace::Lane(lane) => Edit::RenameLane { lane, name: text },
        TextPlace::Card(card) => Edit::SetCardText { card, text },
        TextPlace::CardDetail(card) => {
            let mut kind = map.cards.get(card)?.kind.clone();
            match &mut kind {
                CardKind::Quote { source: detail }
                | CardKind::Metric { value: detail }
                | CardKind::Image { alt: detail, .. } => *detail = text,
                CardKind::Opportunity(opportunity) => opportunity.owner = text,
                CardKind::Note | CardKind::Pain(_) | CardKind::Thought | CardKind::Backstage => return None,
            }
            Edit::SetCardKind { card, kind }
        }
        TextPlace::Persona(persona) => Edit::RenamePersona { persona, name: text },
        TextPlace::PersonaQuote(persona) => Edit::SetPersonaQuote { persona, quote: text },
        TextPlace::Channel(channel) => {
            Edit::SetChannel { channel, name: text, color: map.channels.get(channel)?.color }
        }
        TextPlace::Parked(at) => {
            let parked = map.workshop.parking.get(at)?.clone();
            Edit::SetParked { at, parked: super::workshop::Parked { text, ..parked } }
        }
    })
}

/// A letter as it is compared, with the bytes it came from.
struct Letter {
    letter: char,
    range: Range<usize>,
}

fn letters(text: &str, exact: bool) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for (start, letter) in text.char_indices() {
        let range = start..start + letter.len_utf8();
        let before = letters.len();
        if exact {
            letters.push(Letter { letter, range });
            continue;
        }
        fold_letter(letter, |folded| letters.push(Letter { letter: folded, range: range.clone() }));
        // An accent of its own belongs to the letter before it.
        if letters.len() == before
            && let Some(carrier) = letters.last_mut()
        {
            carrier.range.end = range.end;
        }
    }
    letters
}

/// Where the words are in a text, from its beginning, without overlaps: bytes at letters' borders.
#[must_use]
pub fn ranges(text: &str, query: &Query) -> Vec<Range<usize>> {
    let words: Vec<char> =
        letters(&query.words, query.exact).into_iter().map(|letter| letter.letter).collect();
    let letters = letters(text, query.exact);
    let mut ranges: Vec<Range<usize>> = Vec::new();
    if words.is_empty() {
        return ranges;
    }
    for window in letters.windows(words.len()) {
        let (Some(first), Some(last)) = (window.first(), window.last()) else { continue };
        let range = first.range.start..last.range.end;
        let is_free = ranges.last().is_none_or(|before| before.end <= range.start);
        let is_same = window.iter().zip(&words).all(|(letter, word)| letter.letter == *word);
        if is_free && is_same && (!query.whole_words || stands_alone(text, &range)) {
            ranges.push(range);
        }
    }
    ranges
}

fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    let after = text.get(range.end..).and_then(|after| after.chars().next());
    !before.into_iter().chain(after).any(char::is_alphanumeric)
}
