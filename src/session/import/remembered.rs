//! What was decided for a file holds for the next one of its shape: the same kind of file with the same columns.

use super::{Import, Phase};
use crate::base::name_key;
use crate::ingest::{Doubt, EVERY_ROW, Role};
use crate::model::{ReadOptions, Source};

impl Import {
    /// Names the shape of the file: what kind it is, and its columns in any order.
    #[must_use]
    pub fn shape(&self) -> String {
        let profile = &self.profile;
        let mut columns: Vec<String> = profile.columns.iter().map(|column| name_key(&column.name)).collect();
        columns.sort_unstable();
        let kind = match profile.format.as_str() {
            "csv" | "xlsx" => "table",
            other => other,
        };
        format!("{kind}: {}", columns.join(" | "))
    }

    /// What has been decided, without anything that concerns this file or this map alone.
    #[must_use]
    pub fn decisions(&self) -> Source {
        let source = self.source();
        let ReadOptions { date_order, time_format, timezone, .. } = source.read;
        let read = ReadOptions { date_order, time_format, timezone, ..ReadOptions::default() };
        let roles = source.roles;
        let survey = source.survey.map(|survey| crate::model::Survey { date: None, ..survey });
        Source {
            read,
            roles,
            survey,
            scale: source.scale,
            missing: source.missing,
            keep_rows: source.keep_rows,
            ..Source::of_file("", "")
        }
    }

    /// Takes over what was decided for a file of this shape. Gives how the file is to be looked at anew, where that
    /// differs.
    pub fn take_over(&mut self, before: &Source) -> Option<ReadOptions> {
        self.is_remembered = true;
        self.forget_loaded();
        for (index, column) in self.profile.columns.iter().enumerate() {
            let role = role_in(before, &column.name);
            if let Some(place) = self.roles.get_mut(index) {
                *place = role;
            }
            self.given.push((column.name.clone(), role));
        }
        self.scale = before.scale;
        self.codes.clone_from(&before.missing);
        let kept = self.phase_column().and_then(|column| before.keep_rows.get(&column)?.first().cloned());
        self.phase = kept.map(|value| if value == EVERY_ROW { Phase::All } else { Phase::Only(value) });
        let read = self.read();
        let is_open = |guess: &crate::ingest::UnsafeGuess| guess.doubt == Doubt::DateOrder;
        let date_order =
            before.read.date_order.filter(|_| self.profile.guess.unsafe_guesses.iter().any(is_open));
        let anew = ReadOptions {
            date_order: date_order.or(read.date_order),
            time_format: before.read.time_format.clone().or_else(|| read.time_format.clone()),
            timezone: before.read.timezone.clone().or_else(|| read.timezone.clone()),
            ..read.clone()
        };
        (anew != *read).then_some(anew)
    }

    /// True when it was read as a file of the same shape before.
    #[must_use]
    pub const fn is_remembered(&self) -> bool {
        self.is_remembered
    }

    /// Drops everything decided about the columns; gives how the file is to be looked at anew.
    pub fn guess_anew(&mut self) -> ReadOptions {
        *self = Self::new(self.path.clone(), self.profile.clone());
        let ReadOptions { entry, also, attributes, object_type, table, query, .. } = self.read().clone();
        ReadOptions { entry, also, attributes, object_type, table, query, ..ReadOptions::default() }
    }
}

/// What a column was. A case that stands for the customer as well is the case.
fn role_in(source: &Source, column: &str) -> Option<Role> {
    let mut roles = source.roles.clone();
    let mut has =
        |role: Role| role.place_in(&mut roles).is_some_and(|place| place.as_deref() == Some(column));
    if has(Role::Journey) {
        return Some(Role::Journey);
    }
    if let Some(role) = Role::SINGLE.into_iter().find(|role| has(*role)) {
        return Some(role);
    }
    let mut ratings = source.survey.iter().flat_map(|survey| &survey.ratings);
    if ratings.any(|rating| rating.column == column) {
        return Some(Role::Rating);
    }
    source.roles.segments.iter().any(|name| name == column).then_some(Role::Segment)
}
