//! What customers say: moods as the data gives them or estimated from words, distinctive words, quotes, and the silent ones.

mod distinctive;
mod lists;
mod moods;
mod quotes;
mod silent;
mod vader;
mod vocabulary;

pub use distinctive::DistinctiveWord;
pub use lists::Language;
pub use moods::{TextMoods, estimate, sentiment, usual_language};
pub use quotes::{Quote, quote_edit};
pub use silent::{SILENT_WITHIN, Silent, silent};

use self::distinctive::distinctive_words;
use self::quotes::quotes;
use self::vocabulary::Vocabulary;
use super::walk::{self, Passage};
use super::{Inputs, JourneySet};
use crate::base::{Cancel, Cancelled};
use crate::events::Sentiment;
use crate::model::TouchpointId;

/// Words and quotes told of each touchpoint at most.
const MOST_WORDS: usize = 12;
const MOST_QUOTES: usize = 4;

/// What is said at each touchpoint, and all that goes with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// In map order.
    pub touchpoints: Vec<TouchpointVoice>,
    /// Low scores without a contact after them; none without scores or without a contact touchpoint.
    pub silent: Option<Silent>,
    /// The language of most comments.
    pub language: Language,
}

/// What is said at a touchpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct TouchpointVoice {
    /// Where.
    pub touchpoint: TouchpointId,
    /// Visits with a comment.
    pub comments: u64,
    /// Who wrote them.
    pub journeys: JourneySet,
    /// Moods of visits: bad, neither, good.
    pub moods: [Mood; 3],
    /// (good − bad) ÷ all three; none without any.
    pub net: Option<f64>,
    /// Scored visits ÷ visits.
    pub response_rate: Option<f64>,
    /// The most distinctive first.
    pub words: Vec<DistinctiveWord>,
    /// Comments that say well what many say.
    pub quotes: Vec<Quote>,
}

/// Visits of a mood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mood {
    /// How many.
    pub visits: u64,
    /// How many of them are estimated from words; the others are as the data says.
    pub estimated: u64,
    /// Whose they are.
    pub journeys: JourneySet,
}

#[derive(Clone, Default)]
struct Sum {
    visits: u64,
    estimated: u64,
    journeys: Vec<u32>,
}

impl Sum {
    fn add(&mut self, journey: u32, is_estimated: bool) {
        self.visits += 1;
        self.estimated += u64::from(is_estimated);
        if self.journeys.last() != Some(&journey) {
            self.journeys.push(journey);
        }
    }
}

/// By touchpoint: comments, then bad, neither and good moods.
type Sums = Vec<[Sum; 4]>;

/// Everything customers say in the selected journeys; none where the data has neither texts nor moods.
///
/// # Errors
/// [`Cancelled`].
pub fn voice(of: &Inputs<'_>, cancel: &Cancel) -> Result<Option<Voice>, Cancelled> {
    let silent = silent(of, cancel)?;
    if !of.log.has_texts() && !of.log.has_sentiments() && silent.is_none() {
        return Ok(None);
    }
    let moods = TextMoods::new(of.log, &of.map.about.word_moods, cancel)?;
    let ids = of.prepared.touchpoint_ids();
    let each = |sums: &mut Sums, passage: &Passage<'_>| {
        for visit in passage.visits {
            let sums = &mut sums[visit.touchpoint as usize];
            if of.log.text(visit.event).is_some() {
                sums[0].add(passage.number, false);
            }
            if let Some((mood, is_estimated)) = moods.of_event(of.log, visit.event) {
                sums[1 + mood_place(mood)].add(passage.number, is_estimated);
            }
        }
    };
    let join = |all: &mut Sums, part: Sums| {
        for (sum, more) in all.iter_mut().flatten().zip(part.into_iter().flatten()) {
            sum.visits += more.visits;
            sum.estimated += more.estimated;
            sum.journeys.extend(more.journeys);
        }
    };
    let sums = walk::fold(of, cancel, || vec![Default::default(); ids.len()], each, join)?;
    let vocabulary = Vocabulary::new(of.log, &moods, cancel)?;
    let words = distinctive_words(of, &vocabulary, MOST_WORDS, cancel)?;
    let mut quotes = quotes(of, (&moods, &vocabulary), &words, MOST_QUOTES, cancel)?.into_iter();
    let told =
        |((touchpoint, [comments, sums @ ..]), words): ((TouchpointId, [Sum; 4]), Vec<DistinctiveWord>)| {
            let all: u64 = sums.iter().map(|sum| sum.visits).sum();
            let net = (sums[2].visits as f64 - sums[0].visits as f64) / all as f64;
            TouchpointVoice {
                touchpoint,
                comments: comments.visits,
                journeys: JourneySet::from(comments.journeys),
                moods: sums.map(|sum| Mood {
                    visits: sum.visits,
                    estimated: sum.estimated,
                    journeys: JourneySet::from(sum.journeys),
                }),
                net: (all > 0).then_some(net),
                response_rate: of.measures.at(touchpoint).and_then(|figures| figures.response_rate),
                words,
                quotes: quotes.next().unwrap_or_default(),
            }
        };
    let touchpoints = ids.into_iter().zip(sums).zip(words).map(told).collect();
    Ok(Some(Voice { touchpoints, silent, language: usual_language(of.log) }))
}

/// Bad, neither, good.
const fn mood_place(mood: Sentiment) -> usize {
    match mood {
        Sentiment::Negative => 0,
        Sentiment::Neutral => 1,
        Sentiment::Positive => 2,
    }
}
