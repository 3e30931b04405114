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
    /// The segment of the data this persona stands for: column and value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segment: Option<(String, String)>,
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
