//! Personas and the emotion the team drew for them.

use super::id::{PersonaId, TouchpointId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// The segment of the data this persona stands for: column and value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segment: Option<(String, String)>,
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
            segment: None,
        }
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
