//! Behaviour or demographics: which segment column tells more about who leaves.

use super::Inputs;
use crate::base::{Cancel, Cancelled, name_key};
use crate::measure::stats::{Uncertainty, uncertainty};
use crate::model::{Nature, Source};
use rayon::prelude::*;

/// How much a column tells.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnTells {
    /// Its name.
    pub column: String,
    /// What it says of customers: as marked, else by its name.
    pub nature: Nature,
    /// Of closed journeys' exits; none where the column has one value or all journeys end alike.
    pub tells: Option<Uncertainty>,
}

impl ColumnTells {
    /// What it tells beyond chance, 0 where that is nothing.
    #[must_use]
    pub fn corrected(&self) -> f64 {
        self.tells.filter(|tells| tells.p <= 0.05).map_or(0.0, |tells| tells.corrected)
    }
}

/// All segment columns, those that tell most first.
///
/// # Errors
/// [`Cancelled`].
pub fn behaviour(inputs: &Inputs<'_>, cancel: &Cancel) -> Result<Vec<ColumnTells>, Cancelled> {
    let log = inputs.log;
    let mut groups: Vec<Vec<(u64, u64)>> =
        log.segments.iter().map(|segment| vec![(0, 0); segment.values.len()]).collect();
    if !inputs.measures.is_survey {
        for journey in inputs.views(&inputs.journeys).filter(|journey| journey.is_closed()) {
            for (column, groups) in groups.iter_mut().enumerate() {
                if let Some(group) = journey.segment(column).and_then(|code| groups.get_mut(code as usize)) {
                    group.0 += 1;
                    group.1 += u64::from(journey.is_exit());
                }
            }
        }
    }
    let tells = log.segments.par_iter().zip(&groups).map(|(segment, groups)| {
        Ok(ColumnTells {
            column: segment.name.clone(),
            nature: nature(inputs.source, &segment.name),
            tells: uncertainty(groups, cancel)?,
        })
    });
    let mut columns: Vec<ColumnTells> = tells.collect::<Result<_, Cancelled>>()?;
    columns.sort_by(|one, other| {
        let corrected = |of: &ColumnTells| of.tells.map_or(-1.0, |tells| tells.corrected);
        corrected(other).total_cmp(&corrected(one)).then_with(|| one.column.cmp(&other.column))
    });
    Ok(columns)
}

/// Words in column names that say who customers are, in the languages of our users.
const DEMOGRAPHIC: [&str; 31] = [
    "age",
    "gender",
    "sex",
    "country",
    "nation",
    "city",
    "region",
    "state",
    "zip",
    "postal",
    "postcode",
    "income",
    "education",
    "marital",
    "language",
    "birth",
    "residence",
    "ethnic",
    "race",
    "household",
    "occupation",
    "yas",
    "cinsiyet",
    "ulke",
    "sehir",
    "gelir",
    "wiek",
    "plec",
    "kraj",
    "miasto",
    "dochod",
];

/// What a column says of customers: as the source marks it, else guessed by the words in its name.
#[must_use]
pub fn nature(source: &Source, column: &str) -> Nature {
    if let Some(nature) = source.natures.get(column) {
        return *nature;
    }
    let key = name_key(column);
    let mut words = key.split(|letter: char| !letter.is_alphanumeric());
    let is_demographic = words.any(|word| DEMOGRAPHIC.contains(&word));
    if is_demographic { Nature::Demographic } else { Nature::Behavioural }
}
