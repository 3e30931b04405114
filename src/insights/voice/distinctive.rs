//! Words that are said at one touchpoint more than elsewhere: log-odds with an informative Dirichlet prior (Monroe, Colaresi
//! and Quinn, 2008).

use super::vocabulary::Vocabulary;
use crate::base::{Cancel, Cancelled};
use crate::insights::walk::{self, Passage};
use crate::insights::{Inputs, JourneySet};
use hashbrown::HashMap;

/// How much the prior weighs: so many words, spread as in all comments together.
const PRIOR_WORDS: f64 = 500.0;
/// Words in fewer comments tell of single people.
const LEAST_COMMENTS: u64 = 5;
/// Surely more frequent here than elsewhere.
const LEAST_Z: f64 = 1.96;

/// A word that is said here more than elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct DistinctiveWord {
    /// In small letters.
    pub word: String,
    /// Comments here that have it.
    pub comments: u64,
    /// Comments elsewhere that have it.
    pub elsewhere: u64,
    /// How much more than elsewhere, in standard errors.
    pub z: f64,
    /// Who said it here.
    pub journeys: JourneySet,
}

/// By touchpoint: comments with each word, once a comment, and who wrote them.
type Counts = HashMap<(u32, u32), (u64, Vec<u32>)>;

/// The most distinctive words of each touchpoint, in map order; at most `most` of each.
///
/// # Errors
/// [`Cancelled`].
pub fn distinctive_words(
    of: &Inputs<'_>,
    vocabulary: &Vocabulary,
    most: usize,
    cancel: &Cancel,
) -> Result<Vec<Vec<DistinctiveWord>>, Cancelled> {
    let each = |counts: &mut Counts, passage: &Passage<'_>| {
        for visit in passage.visits {
            let Some(text) = of.log.text(visit.event) else { continue };
            for word in vocabulary.of_text(text) {
                let (comments, journeys) = counts.entry((visit.touchpoint, *word)).or_default();
                *comments += 1;
                if journeys.last() != Some(&passage.number) {
                    journeys.push(passage.number);
                }
            }
        }
    };
    let join = |all: &mut Counts, part: Counts| {
        for (place, (comments, journeys)) in part {
            let of_place = all.entry(place).or_default();
            of_place.0 += comments;
            of_place.1.extend(journeys);
        }
    };
    let counts = walk::fold(of, cancel, Counts::new, each, join)?;
    let mut of_word = vec![0_u64; vocabulary.len()];
    let mut of_touchpoint = vec![0_u64; of.touchpoints().len()];
    for ((touchpoint, word), (comments, _)) in &counts {
        of_word[*word as usize] += comments;
        of_touchpoint[*touchpoint as usize] += comments;
    }
    let all: u64 = of_word.iter().sum();
    let mut found = vec![Vec::new(); of_touchpoint.len()];
    for ((touchpoint, word), (comments, journeys)) in counts {
        let (here, total) = (of_touchpoint[touchpoint as usize], of_word[word as usize]);
        let z = log_odds_z((comments, here), (total - comments, all - here), (total, all));
        if comments >= LEAST_COMMENTS && z >= LEAST_Z {
            found[touchpoint as usize].push(DistinctiveWord {
                word: vocabulary.word(word).to_owned(),
                comments,
                elsewhere: total - comments,
                z,
                journeys: JourneySet::from(journeys),
            });
        }
    }
    for words in &mut found {
        words.sort_by(|one, other| other.z.total_cmp(&one.z).then_with(|| one.word.cmp(&other.word)));
        words.truncate(most);
    }
    Ok(found)
}

/// How much more frequent a word is in one group of words than in the other, in standard errors: counts of the word and of all
/// words in each, and in the two together, from which the prior is made.
fn log_odds_z(one: (u64, u64), other: (u64, u64), all: (u64, u64)) -> f64 {
    if one.1 == 0 || other.1 == 0 {
        return 0.0;
    }
    let prior = PRIOR_WORDS * all.0 as f64 / all.1 as f64;
    let log_odds = |(count, n): (u64, u64)| {
        let with = count as f64 + prior;
        (with / (n as f64 + PRIOR_WORDS - with)).ln()
    };
    let variance = 1.0 / (one.0 as f64 + prior) + 1.0 / (other.0 as f64 + prior);
    (log_odds(one) - log_odds(other)) / variance.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_place_stand_out_and_words_of_all_do_not() {
        assert!(log_odds_z((30, 1000), (5, 4000), (35, 5000)) > 4.0);
        assert!(log_odds_z((10, 1000), (40, 4000), (50, 5000)).abs() < 0.2);
        assert!(log_odds_z((0, 1000), (50, 4000), (50, 5000)) < -1.0);
        // By hand: prior 500 · 35 ÷ 5000 = 3.5; odds 33.5 ÷ 1466.5 and 8.5 ÷ 4491.5; variance 1/33.5 + 1/8.5.
        let z = ((33.5_f64 / 1466.5).ln() - (8.5_f64 / 4491.5).ln()) / (1.0_f64 / 33.5 + 1.0 / 8.5).sqrt();
        assert!((log_odds_z((30, 1000), (5, 4000), (35, 5000)) - z).abs() < 1e-12);
    }
}
