//! What is said of single columns: why each is what it is, what its values are read as, and which mean "no answer".

use super::Import;
use crate::base::fmt::NumberFormat;
use crate::ingest::{self, Reading, Role};
use crate::model::Rating;
use crate::tr;
use std::collections::BTreeSet;

impl Import {
    /// Why a column has its role.
    #[must_use]
    pub fn why(&self, column: usize) -> Option<String> {
        let role = self.roles.get(column).copied().flatten()?;
        let name = &self.profile.columns.get(column)?.name;
        let reasons = &self.profile.guess.reasons;
        let guessed = reasons.iter().find(|(of, its, _)| of == name && *its == role);
        let is_given =
            self.given.iter().rev().find(|(of, _)| of == name).is_some_and(|(_, its)| *its == Some(role));
        match (guessed, is_given) {
            (_, true) if self.is_remembered => Some(tr!("session-as-before")),
            (Some((.., reason)), _) => Some(reason.clone()),
            (None, _) => Some(tr!("session-chosen")),
        }
    }

    /// What the first values of a column are read as; none for a column that is taken as it is written.
    #[must_use]
    pub fn readings(&self, column: usize, format: &NumberFormat) -> Option<&[Reading]> {
        let all = self.readings.get_or_init(|| self.all_readings(format));
        all.get(column)?.as_deref()
    }

    fn all_readings(&self, format: &NumberFormat) -> Vec<Option<Vec<Reading>>> {
        let source = self.source();
        let of_column = |(index, role): (usize, &Option<Role>)| {
            let rows = self.profile.preview.iter();
            let values = rows.map(|row| row.get(index).map_or("", String::as_str));
            let readings = ingest::readings(&self.profile, &source, (index, (*role)?), values, format);
            readings.iter().any(|reading| *reading != Reading::AsWritten).then_some(readings)
        };
        self.roles.iter().enumerate().map(of_column).collect()
    }

    /// The values of a column that mean "no answer".
    #[must_use]
    pub fn codes(&self, column: usize) -> Vec<String> {
        let Some(column) = self.profile.columns.get(column) else { return Vec::new() };
        let guessed = self.profile.guess.source.as_ref().and_then(|source| source.missing.get(&column.name));
        self.codes.get(&column.name).or(guessed).into_iter().flatten().cloned().collect()
    }

    /// Says which values of a column mean "no answer".
    pub fn set_codes(&mut self, column: usize, codes: BTreeSet<String>) {
        if let Some(column) = self.profile.columns.get(column) {
            self.codes.insert(column.name.clone(), codes);
            self.forget_loaded();
        }
    }

    /// The day of a survey's answers; empty = not known.
    #[must_use]
    pub fn survey_day(&self) -> &str {
        self.survey_day.as_deref().unwrap_or_default()
    }

    /// Says on which day a survey was answered: an ISO date, or nothing.
    pub fn set_survey_day(&mut self, day: String) {
        self.survey_day = Some(day).filter(|day| !day.is_empty());
        self.forget_loaded();
    }

    /// The columns with numbers whose names fit a pattern such as `Q7*`, or one of several between commas.
    #[must_use]
    pub fn ratings_like(&self, patterns: &str) -> Vec<Rating> {
        let patterns = patterns.split([',', ';']).map(str::trim).filter(|pattern| !pattern.is_empty());
        ingest::ratings_like(&self.profile, &patterns.map(str::to_owned).collect::<Vec<String>>())
    }

    /// Takes the columns of [`Self::ratings_like`] for the ratings, and no others; nothing changes when there are none.
    pub fn set_ratings(&mut self, patterns: &str) {
        let ratings = self.ratings_like(patterns);
        if ratings.is_empty() {
            return;
        }
        for index in 0..self.roles.len() {
            let name = self.profile.columns.get(index).map(|column| column.name.as_str());
            let fits = ratings.iter().any(|rating| Some(rating.column.as_str()) == name);
            let was = self.roles.get(index).copied().flatten();
            if fits && was != Some(Role::Rating) {
                self.set_role(index, Some(Role::Rating));
            } else if !fits && was == Some(Role::Rating) {
                self.set_role(index, None);
            }
        }
    }
}
