//! Personas and the emotion the team drew for them.

use super::id::{PersonaId, TouchpointId};
use super::source::Filter;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Whose journey it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Persona {
    /// Id.
    pub id: PersonaId,
    /// Name, perhaps with age and role.
    pub name: String,
    /// A sentence that characterises them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quote: String,
    /// Drawn emotion at each touchpoint.
    #[serde(default)]
    pub emotions: BTreeMap<TouchpointId, Emotion>,
    /// Emotion as it should be, drawn beside the present one.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub to_be: BTreeMap<TouchpointId, Emotion>,
    /// The part of the data this persona stands for: by segment column one of these values, in all of the columns; empty =
    /// none in particular.
    #[serde(
        default,
        alias = "segment",
        deserialize_with = "segments",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub segments: Segments,
}

/// Segment column → allowed values.
pub type Segments = BTreeMap<String, BTreeSet<String>>;

/// Also as it was once written: one column with one value.
fn segments<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Segments, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        One(String, String),
        Many(Segments),
    }
    Ok(match Written::deserialize(deserializer)? {
        Written::One(column, value) => Segments::from([(column, BTreeSet::from([value]))]),
        Written::Many(segments) => segments,
    })
}

impl Persona {
    /// The name without what follows a comma, dot or dash: `Elif Yılmaz` of `Elif Yılmaz, 34 · shops at night`.
    #[must_use]
    pub fn short_name(&self) -> &str {
        let end = self.name.find([',', '·', '(', '–', '—', '|']).unwrap_or(self.name.len());
        self.name[..end].trim()
    }

    /// For the avatar: the first letters of first and last word of [`Persona::short_name`], one letter where it
    /// is a single word, none where no word begins with a letter.
    #[must_use]
    pub fn initials(&self) -> String {
        let first_letter =
            |word: &str| word.chars().find(|c| c.is_alphanumeric()).filter(|c| c.is_alphabetic());
        let mut letters = self.short_name().split_whitespace().filter_map(first_letter);
        let ends = [letters.next(), letters.next_back()];
        ends.into_iter().flatten().flat_map(char::to_uppercase).collect()
    }

    /// A persona for whom nothing is drawn yet.
    #[must_use]
    pub fn new(id: PersonaId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            quote: String::new(),
            emotions: BTreeMap::new(),
            to_be: BTreeMap::new(),
            segments: Segments::new(),
        }
    }

    /// A filter that lets pass only the journeys of those this persona stands for, as far as it stands for any.
    #[must_use]
    pub fn filter(&self, filter: &Filter) -> Filter {
        let mut filter = filter.clone();
        for (column, values) in &self.segments {
            let allowed = filter.segments.entry(column.clone()).or_insert_with(|| values.clone());
            // Values of which both approve; none at all lets no journey pass.
            allowed.retain(|value| values.contains(value));
        }
        filter
    }

    /// The rule in words that need no language: `plan = gold, silver; country = PL`.
    #[must_use]
    pub fn segments_text(&self) -> String {
        let one = |(column, values): (&String, &BTreeSet<String>)| {
            let values: Vec<_> = values.iter().map(String::as_str).collect();
            format!("{column} = {}", values.join(", "))
        };
        self.segments.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    /// One of the two curves.
    #[must_use]
    pub fn curve(&self, curve: Curve) -> &BTreeMap<TouchpointId, Emotion> {
        match curve {
            Curve::AsIs => &self.emotions,
            Curve::ToBe => &self.to_be,
        }
    }

    /// One of the two curves, to change.
    pub fn curve_mut(&mut self, curve: Curve) -> &mut BTreeMap<TouchpointId, Emotion> {
        match curve {
            Curve::AsIs => &mut self.emotions,
            Curve::ToBe => &mut self.to_be,
        }
    }
}

/// The two curves that can be drawn for a persona.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Curve {
    /// What they feel today.
    #[default]
    AsIs,
    /// What they should feel.
    ToBe,
}

impl Curve {
    /// Both.
    pub const ALL: [Self; 2] = [Self::AsIs, Self::ToBe];
}

/// A drawn emotion, −2 … +2, kept in hundredths so that it compares and prints exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "f64", into = "f64")]
pub struct Emotion(i16);

impl Emotion {
    /// From −2 … +2; clamped and rounded to hundredths, not-a-number becomes 0.
    #[must_use]
    #[allow(clippy::cast_possible_truncation)] // −200 … 200
    pub fn new(value: f64) -> Self {
        Self((value.clamp(-2.0, 2.0) * 100.0).round() as i16)
    }

    /// −2 … +2.
    #[must_use]
    pub fn value(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl From<f64> for Emotion {
    fn from(value: f64) -> Self {
        Self::new(value)
    }
}

impl From<Emotion> for f64 {
    fn from(emotion: Emotion) -> Self {
        emotion.value()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_the_first_letters_of_first_and_last_name() {
        let cases = [
            ("Elif Yılmaz, 34", "EY"),
            ("Elif, 34 · returning shopper", "E"),
            ("Anna Maria Łucka – nurse", "AŁ"),
            ("İlker Şahin", "İŞ"),
            ("łukasz", "Ł"),
            ("“Tom” O’Neill", "TO"),
            ("Type 2", "T"),
            (", 34", ""),
            ("", ""),
        ];
        for (name, initials) in cases {
            let persona = Persona::new(PersonaId(1), name.to_owned());
            assert_eq!(persona.initials(), initials, "{name}");
        }
    }
}
