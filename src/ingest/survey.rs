//! Survey tables, one row per respondent: which columns are ratings, on which scale, with which codes for "no answer".

use super::guess::Sample;
use super::report::{ColumnInfo, ColumnKind, Guess, Profile, Role};
use super::roles;
use super::stats::{Column, means_no_value};
use crate::base::{Scale, name_key};
use crate::model::{Rating, Source, Survey};
use crate::tr;
use std::collections::{BTreeMap, BTreeSet};

/// Rating columns with their common scale.
#[derive(Default)]
pub(super) struct Ratings {
    pub ratings: Vec<Rating>,
    pub scale: Option<Scale>,
    /// Codes beside the scale, per column.
    pub missing: BTreeMap<String, BTreeSet<String>>,
}

/// A column that may be a rating.
struct Candidate<'a> {
    column: &'a Column<'a>,
    scale: Scale,
    /// Beside the scale.
    codes: BTreeSet<String>,
    /// Mean place on the scale, 0…1.
    mean: f64,
}

/// The rating columns: whole numbers that use all of one small scale, and at most codes beside it.
pub(super) fn guess_ratings(sample: &Sample<'_>) -> Ratings {
    let mut ratings = Ratings::default();
    let candidates: Vec<Candidate<'_>> =
        sample.columns.iter().filter_map(|column| candidate(column)).collect();
    let Some(scale) = commonest_scale(&candidates) else { return ratings };
    ratings.scale = Some(scale);
    for candidate in &candidates {
        let alike = candidates
            .iter()
            .filter(|other| {
                other.scale == candidate.scale
                    && group_of(other.column.name) == group_of(candidate.column.name)
            })
            .count();
        let is_named_so =
            roles::suggested(candidate.column.name).iter().any(|(role, _)| *role == Role::Score);
        let is_recommendation = candidate.scale.max - candidate.scale.min > 9.5;
        // Codes for kinds of things start low; what people rate, they mostly rate above the middle.
        let is_rating = is_named_so
            || (candidate.scale == scale && (alike >= 2 || candidate.mean >= 0.5))
            || (is_recommendation && candidate.mean >= 0.5);
        if !is_rating {
            continue;
        }
        let column = candidate.column.name.to_owned();
        if !candidate.codes.is_empty() {
            ratings.missing.insert(column.clone(), candidate.codes.clone());
        }
        let own = (candidate.scale != scale).then_some(candidate.scale);
        ratings.ratings.push(Rating { column, scale: own });
    }
    ratings
}

/// The columns with numbers whose names fit one of the patterns, each on its scale; `*` and `?` stand for any letters,
/// letter case does not matter.
#[must_use]
pub fn ratings_like(profile: &Profile, patterns: &[String]) -> Vec<Rating> {
    let usual = profile.guess.source.as_ref().and_then(|source| source.scale);
    let guessed = profile.guess.source.as_ref().and_then(|source| source.survey.as_ref());
    let rating = |column: &ColumnInfo| {
        let known =
            guessed.and_then(|survey| survey.ratings.iter().find(|known| known.column == column.name));
        let own = column.scale.filter(|scale| Some(*scale) != usual);
        known.cloned().unwrap_or(Rating { column: column.name.clone(), scale: own })
    };
    let is_number =
        |column: &&ColumnInfo| matches!(column.kind, ColumnKind::WholeNumber | ColumnKind::Number);
    let fits = |column: &&ColumnInfo| patterns.iter().any(|pattern| fits_glob(&column.name, pattern));
    profile.columns.iter().filter(is_number).filter(fits).map(rating).collect()
}

/// `*` stands for any letters, `?` for one.
fn fits_glob(name: &str, pattern: &str) -> bool {
    let (name, pattern): (Vec<char>, Vec<char>) =
        (name_key(name).chars().collect(), name_key(pattern).chars().collect());
    let mut fits = vec![false; name.len() + 1];
    fits[0] = true;
    for sign in pattern {
        let mut next = vec![false; name.len() + 1];
        next[0] = sign == '*' && fits[0];
        for (at, letter) in name.iter().enumerate() {
            next[at + 1] = match sign {
                '*' => fits[at + 1] || next[at],
                '?' => fits[at],
                _ => fits[at] && sign == *letter,
            };
        }
        fits = next;
    }
    fits.last() == Some(&true)
}

fn candidate<'a>(column: &'a Column<'a>) -> Option<Candidate<'a>> {
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    let mut codes = BTreeSet::new();
    for (text, count) in &column.values {
        match column.number(text) {
            #[allow(clippy::cast_possible_truncation)] // a small whole number
            Some(number) if number.fract() == 0.0 && (0.0..=99.0).contains(&number) => {
                *counts.entry(number as i64).or_default() += count;
            }
            None if means_no_value(text) => {
                codes.insert((*text).to_owned());
            }
            _ => return None,
        }
    }
    let answers: usize = counts.values().sum();
    if answers < 30 {
        return None;
    }
    let scales = [(1, 5), (0, 10), (1, 7), (1, 10)];
    let (min, max) = scales.into_iter().find(|(min, max)| {
        let uses_all = (*min..=*max).all(|step| counts.contains_key(&step));
        // Beside a scale stand at most a zero, the next number and the usual 88, 98, 99.
        let beside = |number: &i64| *number == 0 || *number == max + 1 || [88, 97, 98, 99].contains(number);
        uses_all && counts.keys().all(|number| (*min..=*max).contains(number) || beside(number))
    })?;
    let (mut total, mut steps) = (0, 0);
    for (number, count) in &counts {
        if (min..=max).contains(number) {
            total += (number - min) * i64::try_from(*count).ok()?;
            steps += count;
        } else {
            codes.insert(number.to_string());
        }
    }
    #[allow(clippy::cast_precision_loss)] // a mean of small numbers
    let (mean, scale) =
        (total as f64 / (steps as f64 * (max - min) as f64), Scale { min: min as f64, max: max as f64 });
    Some(Candidate { column, scale, codes, mean })
}

fn commonest_scale(candidates: &[Candidate<'_>]) -> Option<Scale> {
    let uses = |scale: Scale| candidates.iter().filter(|candidate| candidate.scale == scale).count();
    candidates.iter().map(|candidate| candidate.scale).max_by_key(|scale| uses(*scale))
}

/// What the names of one block of questions share: `q7` of `Q7FOOD`, `rating` of `rating_food`.
fn group_of(name: &str) -> String {
    let key = name_key(name);
    let letters = key.find(|letter: char| !letter.is_alphabetic()).unwrap_or(key.len());
    let digits = key.get(letters..).unwrap_or_default();
    let digits = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
    key.get(..letters + digits).unwrap_or_default().to_owned()
}

/// A survey's time is when it was answered. A column that merely holds times, such as that of a flight, is not it.
pub(super) fn drop_unsure_time(sample: &Sample<'_>, chosen: &mut BTreeMap<Role, usize>, guess: &mut Guess) {
    let is_named = |column: &Column<'_>| {
        let roles = roles::suggested(column.name);
        roles::is_known_name(column.name) && roles.iter().any(|(role, _)| *role == Role::Time)
    };
    let time = chosen.get(&Role::Time).and_then(|index| sample.columns.get(*index));
    if let Some(column) = time
        && !is_named(column)
    {
        chosen.remove(&Role::Time);
        guess.reasons.retain(|(name, role, _)| *role != Role::Time || name != column.name);
    }
}

/// What is rated may be called as something else: `Q9_staff` is no agent. Only who answered is told by a name alone.
pub(super) fn free_ratings(
    sample: &Sample<'_>,
    ratings: &Ratings,
    chosen: &mut BTreeMap<Role, usize>,
    guess: &mut Guess,
) {
    let is_rating = |index: usize| {
        let name = sample.columns.get(index).map(|column| column.name);
        ratings.ratings.iter().any(|rating| Some(rating.column.as_str()) == name)
    };
    let freed: Vec<(Role, usize)> = chosen
        .iter()
        .map(|(role, index)| (*role, *index))
        .filter(|(role, index)| *role != Role::Customer && is_rating(*index))
        .collect();
    for (role, index) in freed {
        chosen.remove(&role);
        let column = sample.columns.get(index).map(|column| column.name);
        guess.reasons.retain(|(name, of, _)| *of != role || Some(name.as_str()) != column);
    }
}

/// Turns a guessed source into one of a survey table.
pub(super) fn describe(
    sample: &Sample<'_>,
    ratings: Ratings,
    chosen: &BTreeMap<Role, usize>,
    source: &mut Source,
    guess: &mut Guess,
) {
    for rating in &ratings.ratings {
        let scale = rating.scale.or(ratings.scale).unwrap_or(Scale::ONE_TO_FIVE);
        let reason = tr!("ingest-whole-numbers", min = scale.min, max = scale.max);
        guess.reasons.push((rating.column.clone(), Role::Rating, reason));
    }
    let is_rating = |name: &str| ratings.ratings.iter().any(|rating| rating.column == name);
    source.roles.segments = sample
        .columns
        .iter()
        .enumerate()
        .filter(|(index, column)| !chosen.values().any(|taken| taken == index) && !is_rating(column.name))
        .filter(|(_, column)| column.is_segment_like())
        .map(|(_, column)| {
            let reason = tr!("ingest-different-texts", count = column.values.len());
            guess.reasons.push((column.name.to_owned(), Role::Segment, reason));
            column.name.to_owned()
        })
        .collect();
    source.scale = ratings.scale;
    source.missing = ratings.missing;
    // What concerns event logs alone is settled.
    guess.unsafe_guesses.retain(|known| !["--time", "--event", "--customer"].contains(&known.option));
    source.survey = Some(Survey { ratings: ratings.ratings, date: None });
}
