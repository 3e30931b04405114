//! A map into a diagram.

use super::{NEUTRAL, score_key};
use crate::model::{Emotion, JourneyMap, Persona, Touchpoint};
use crate::tr;

/// Words with which no task may begin: it would be read as one of these.
const KEYWORDS: &[&str] = &["title", "section", "journey", "acctitle", "accdescr"];

/// The map as a Mermaid `journey` diagram, for any version that knows journeys.
#[must_use]
pub fn write(map: &JourneyMap) -> String {
    let mut out = String::from("journey\n");
    let title = plain(&map.about.title);
    if !title.is_empty() {
        out += &format!("    title {title}\n");
    }
    if !map.about.description.trim().is_empty() {
        out += &format!("    accDescr {{\n{}    }}\n", description(&map.about.description));
    }
    let mut last_section = None;
    for stage in map.stages_in_order() {
        let mut name = name_of(&stage.name);
        // A section of the same name would be drawn as one with the section before it.
        if last_section.as_ref() == Some(&name) {
            name += " (2)";
        }
        out += &format!("    section {name}\n");
        last_section = Some(name);
        for touchpoint in stage.touchpoints.iter().filter_map(|id| map.touchpoints.get(*id)) {
            out += &format!("      {}\n", task(map, touchpoint));
        }
    }
    out
}

/// What a diagram of this map does not hold, a sentence for each.
#[must_use]
pub fn losses(map: &JourneyMap) -> Vec<String> {
    let mut losses = Vec::new();
    let mut add = |count: usize, words: &dyn Fn(usize) -> String| {
        if count > 0 {
            losses.push(words(count));
        }
    };
    add(map.cards.len(), &|count| tr!("interchange-loss-cards", count = count));
    let with_channels = map.touchpoints.iter().filter(|touchpoint| !touchpoint.channels.is_empty()).count();
    add(with_channels, &|count| tr!("interchange-loss-channels", count = count));
    let stars = map.touchpoints.iter().filter(|touchpoint| touchpoint.moment_of_truth).count();
    add(stars, &|count| tr!("interchange-loss-stars", count = count));
    let without_emotion =
        map.touchpoints.iter().filter(|touchpoint| feelers(map, touchpoint).is_empty()).count();
    add(without_emotion, &|count| tr!("interchange-loss-neutral", count = count));
    let others = map.touchpoints.iter().filter(|touchpoint| feels_otherwise(map, touchpoint)).count();
    add(others, &|count| tr!("interchange-loss-other-emotions", count = count));
    let to_be = map.personas.iter().filter(|persona| !persona.to_be.is_empty()).count();
    add(to_be, &|count| tr!("interchange-loss-to-be", count = count));
    let altered = map.touchpoints.iter().map(|touchpoint| &touchpoint.name);
    let altered =
        altered.chain(map.stages.iter().map(|stage| &stage.name)).filter(|name| name_of(name) != **name);
    add(altered.count(), &|count| tr!("interchange-loss-names", count = count));
    add(map.sources.len(), &|count| tr!("interchange-loss-data", count = count));
    losses
}

/// `Name: score: actors`.
fn task(map: &JourneyMap, touchpoint: &Touchpoint) -> String {
    let name = task_name(&touchpoint.name);
    let feelers = feelers(map, touchpoint);
    let Some((_, emotion)) = feelers.first() else { return format!("{name}: {NEUTRAL}") };
    let agreed = feelers.iter().filter(|(_, other)| other == emotion);
    let actors: Vec<String> = agreed.map(|(persona, _)| actor(&persona.name)).collect();
    format!("{name}: {}: {}", score(map, touchpoint, *emotion), actors.join(", "))
}

/// The personas with an emotion at a touchpoint, in order.
fn feelers<'a>(map: &'a JourneyMap, touchpoint: &Touchpoint) -> Vec<(&'a Persona, Emotion)> {
    let emotion = |persona: &Persona| persona.emotions.get(&touchpoint.id).copied();
    map.personas_in_order().filter_map(|persona| Some((persona, emotion(persona)?))).collect()
}

fn feels_otherwise(map: &JourneyMap, touchpoint: &Touchpoint) -> bool {
    let feelers = feelers(map, touchpoint);
    feelers.iter().any(|(_, emotion)| Some(*emotion) != feelers.first().map(|(_, first)| *first))
}

/// The score as it was read, while the emotion is still the one that it became.
fn score(map: &JourneyMap, touchpoint: &Touchpoint, emotion: Emotion) -> String {
    let kept = map.foreign.get(&score_key(touchpoint.id));
    let is_same =
        |text: &&String| text.parse::<f64>().is_ok_and(|score| Emotion::new(score - NEUTRAL) == emotion);
    kept.filter(is_same).cloned().unwrap_or_else(|| {
        let hundredths = (emotion.value() + NEUTRAL) * 100.0;
        (hundredths.round() / 100.0).to_string()
    })
}

/// Text on one line without the signs that end a token or begin a comment.
fn plain(text: &str) -> String {
    let mut safe = text.replace('#', "№").replace(';', ",");
    while safe.contains("%%") {
        safe = safe.replace("%%", "%");
    }
    // The mark of byte order is a blank to JavaScript, not to Unicode: what begins with it would begin with the word behind it.
    let is_blank = |letter: char| letter.is_whitespace() || letter == '\u{feff}';
    safe.split(is_blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A name that is read back as one; never empty.
fn name_of(name: &str) -> String {
    let name = plain(name).replace(": ", " – ").replace(':', "∶");
    if name.is_empty() { "–".to_owned() } else { name }
}

/// A name that is taken neither for a keyword nor for a comment, which one `%` begins.
fn task_name(name: &str) -> String {
    let name = name_of(name);
    let lower = name.to_lowercase();
    let is_taken = name.starts_with('%') || KEYWORDS.iter().any(|word| lower.starts_with(word));
    if is_taken { format!("“{name}”") } else { name }
}

fn actor(name: &str) -> String {
    name_of(&name.replace(',', " "))
}

/// The lines within the braces.
fn description(text: &str) -> String {
    let lines = text.lines().map(|line| plain(line).replace('{', "(").replace('}', ")"));
    lines.filter(|line| !line.is_empty()).map(|line| format!("        {line}\n")).collect()
}
