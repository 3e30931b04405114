//! What a row or column of another program holds, told by its heading in English, Turkish or Polish.

use crate::base::key::name_key;
use crate::model::LaneKind;

/// Beginnings of words that tell what a row holds; the first that fits wins.
const KINDS: &[(LaneKind, &[&str])] = &[
    (LaneKind::Pains, &["pain", "friction", "frustration", "problem", "agri", "sikinti", "bole", "bolaczk"]),
    (
        LaneKind::Opportunities,
        &["opportunit", "idea", "solution", "improvement", "firsat", "cozum", "szans", "pomysl"],
    ),
    (LaneKind::Quotes, &["quote", "verbatim", "voice", "alinti", "cytat"]),
    (LaneKind::Thoughts, &["think", "thought", "dusunce", "mysl"]),
    (LaneKind::Emotion, &["emotion", "feeling", "experience", "sentiment", "mood", "duygu", "emocj"]),
    (LaneKind::Channels, &["channel", "medium", "kanal"]),
    (LaneKind::Backstage, &["backstage", "internal", "support process", "staff", "perde arkasi", "zaplecze"]),
    (LaneKind::Metrics, &["metric", "kpi", "measure", "olcut", "wskaznik"]),
];

/// The kind of lane that a heading speaks of; none = anything.
pub(super) fn lane_kind(heading: &str) -> Option<LaneKind> {
    let key = name_key(heading);
    let is_there = |word: &&str| key.starts_with(*word) || key.contains(&format!(" {word}"));
    KINDS.iter().find(|(_, words)| words.iter().any(is_there)).map(|(kind, _)| *kind)
}

/// True for headings of what the customer does: the columns of the map.
pub(super) fn is_touchpoints(heading: &str) -> bool {
    const WORDS: &[&str] = &[
        "touchpoint",
        "touch point",
        "step",
        "action",
        "activit",
        "interaction",
        "doing",
        "temas",
        "adim",
        "krok",
        "czynnosc",
        "punkt styku",
    ];
    let key = name_key(heading);
    WORDS.iter().any(|word| key.starts_with(word) || key.contains(&format!(" {word}")))
}

/// True for headings of the chapters of a journey.
pub(super) fn is_stages(heading: &str) -> bool {
    const WORDS: &[&str] = &["stage", "phase", "section", "episode", "asama", "evre", "etap", "faza"];
    let key = name_key(heading);
    WORDS.iter().any(|word| key.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_three_languages_tell_what_they_hold() {
        let kinds = [
            "Pain points",
            "Customer feelings",
            "Fırsatlar",
            "Bolączki",
            "Kanał",
            "Backstage actions",
            "Weather",
        ];
        let found = kinds.map(lane_kind);
        let expected = [
            Some(LaneKind::Pains),
            Some(LaneKind::Emotion),
            Some(LaneKind::Opportunities),
            Some(LaneKind::Pains),
            Some(LaneKind::Channels),
            Some(LaneKind::Backstage),
            None,
        ];
        assert_eq!(found, expected);
        assert!(
            is_touchpoints("User Action") && is_touchpoints("Temas noktası") && !is_touchpoints("Fraction")
        );
        assert!(is_stages("Aşama") && is_stages("Phase") && !is_stages("Backstage"));
    }
}
