//! The map as text, in the order in which one reads it: for those who can't see the picture, for search, and for notes.
//! It says what the picture shows, small groups hidden as there.

use crate::base::fmt::NumberFormat;
use crate::model::{Card, CardKind, Curve, Evidence, JourneyMap, Lane, LaneKind, MapKind, Side, Touchpoint};
use crate::overlay::{Overlay, TouchpointOverlay};
use crate::scene::lane_name;
use crate::tr;

/// The map in CommonMark; `overlay` is what the data says, if there is any.
#[must_use]
pub fn markdown(map: &JourneyMap, overlay: Option<&Overlay>, format: &NumberFormat) -> String {
    let mut text = Text(String::new());
    let writer = Writer { map, overlay, format };
    writer.about(&mut text);
    let mut number = 0;
    for (index, stage) in map.stages_in_order().enumerate() {
        text.heading(2, &tr!("export-md-stage", number = index + 1, name = named(&stage.name)));
        for touchpoint in stage.touchpoints.iter().filter_map(|id| map.touchpoints.get(*id)) {
            number += 1;
            writer.touchpoint(&mut text, number, touchpoint);
        }
    }
    if let Some(overlay) = overlay {
        text.0.push_str("---\n\n");
        text.paragraph(&escaped(&overlay.footer));
    }
    text.0.truncate(text.0.trim_end().len());
    text.0.push('\n');
    text.0
}

/// What has been written.
struct Text(String);

impl Text {
    fn heading(&mut self, level: usize, text: &str) {
        self.0 += &format!("{} {}\n\n", "#".repeat(level), inline(text));
    }

    /// Of Markdown, which the caller has escaped.
    fn paragraph(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.0 += &format!("{}\n\n", text.trim().replace('\n', "\\\n"));
        }
    }

    /// A list entry of Markdown; its further lines belong to it.
    fn entry(&mut self, depth: usize, text: &str) {
        let indent = "  ".repeat(depth);
        self.0 += &format!("{indent}- {}\n", text.trim().replace('\n', &format!("\\\n{indent}  ")));
    }
}

struct Writer<'a> {
    map: &'a JourneyMap,
    overlay: Option<&'a Overlay>,
    format: &'a NumberFormat,
}

impl Writer<'_> {
    fn about(&self, text: &mut Text) {
        let about = &self.map.about;
        text.heading(1, &named(&about.title));
        let kind = match about.kind {
            MapKind::AsIs => tr!("export-md-as-is"),
            MapKind::ToBe => tr!("export-md-to-be"),
        };
        text.paragraph(&escaped(&kind));
        text.paragraph(&escaped(&about.description));
        for persona in self.map.personas_in_order() {
            let name = format!("**{}**", escaped(&named(&persona.name)));
            let quote = persona.quote.trim();
            text.paragraph(&if quote.is_empty() { name } else { format!("{name}: {}", escaped(quote)) });
        }
    }

    fn touchpoint(&self, text: &mut Text, number: usize, touchpoint: &Touchpoint) {
        let star = if touchpoint.moment_of_truth { " ★" } else { "" };
        let name = named(&touchpoint.name);
        text.heading(3, &tr!("export-md-touchpoint", number = number, name = format!("{name}{star}")));
        text.paragraph(&escaped(&touchpoint.description));
        if touchpoint.goal {
            text.entry(0, &escaped(&tr!("export-md-goal")));
        }
        if touchpoint.moment_of_truth {
            text.entry(0, &escaped(&tr!("export-md-moment-of-truth")));
        }
        let measured = self.overlay.and_then(|overlay| overlay.touchpoints.get(&touchpoint.id));
        if let Some(measured) = measured.filter(|measured| !measured.visits_label.is_empty()) {
            text.entry(0, &escaped(&measured.visits_label));
        }
        for lane in self.map.lanes_in_order().filter(|lane| !lane.hidden) {
            self.lane(text, lane, touchpoint, measured);
        }
        text.0.push('\n');
    }

    fn lane(
        &self,
        text: &mut Text,
        lane: &Lane,
        touchpoint: &Touchpoint,
        measured: Option<&TouchpointOverlay>,
    ) {
        let said = match lane.kind {
            LaneKind::Channels => {
                let channels = touchpoint.channels.iter().filter_map(|id| self.map.channels.get(*id));
                channels.map(|channel| inline(&channel.name)).collect::<Vec<_>>().join(", ")
            }
            LaneKind::Emotion => self.emotion(lane, touchpoint, measured),
            LaneKind::Exits => measured.and_then(exit).unwrap_or_default(),
            LaneKind::Satisfaction => measured.and_then(satisfaction).unwrap_or_default(),
            _ => return self.cards(text, lane, touchpoint),
        };
        if !said.is_empty() {
            text.entry(0, &format!("{}: {said}", heading(lane)));
        }
    }

    /// Each persona's dots, and what was measured.
    fn emotion(&self, lane: &Lane, touchpoint: &Touchpoint, measured: Option<&TouchpointOverlay>) -> String {
        let personas = self.map.personas_of(lane, None);
        let mut parts = Vec::new();
        for persona in &personas {
            for curve in Curve::ALL {
                let Some(emotion) = persona.curve(curve).get(&touchpoint.id) else { continue };
                let value = self.format.signed(emotion.value(), 1);
                let words = match curve {
                    Curve::AsIs => tr!("export-md-drawn", value = value),
                    Curve::ToBe => tr!("export-md-drawn-to-be", value = value),
                };
                let whose =
                    if personas.len() > 1 { format!("{} ", persona.short_name()) } else { String::new() };
                parts.push(inline(&format!("{whose}{words}")));
            }
        }
        if let Some(emotion) = measured.and_then(|measured| measured.emotion.as_ref()) {
            let value = self.format.signed(emotion.value, 1);
            let n = self.format.count(emotion.n);
            parts.push(inline(&tr!("export-md-measured", value = value, n = n)));
        }
        parts.join(", ")
    }

    fn cards(&self, text: &mut Text, lane: &Lane, touchpoint: &Touchpoint) {
        let cards = self.map.cell(lane.id, touchpoint.id);
        if cards.is_empty() {
            return;
        }
        text.entry(0, &format!("{}:", heading(lane)));
        for card in cards {
            text.entry(1, &self.card(card));
        }
    }

    /// What a card says, and in brackets what else is known of it.
    fn card(&self, card: &Card) -> String {
        let mut notes = Vec::new();
        let mut words = card.text.trim().to_owned();
        match &card.kind {
            CardKind::Pain(pain) => {
                notes.push(tr!("export-md-severity", severity = pain.severity));
                if pain.side == Side::Staff {
                    notes.push(tr!("export-md-staff"));
                }
                let measured = self.overlay.and_then(|overlay| overlay.pains.get(&card.id)).cloned();
                let typed = || {
                    pain.frequency
                        .map(|share| tr!("export-md-frequency", share = self.format.percent(share, 0)))
                };
                notes.extend(measured.or_else(typed));
            }
            CardKind::Opportunity(opportunity) => {
                notes.push(tr!("export-md-impact", impact = opportunity.impact, effort = opportunity.effort));
                notes.extend(
                    [&opportunity.owner, &opportunity.due]
                        .into_iter()
                        .filter(|note| !note.is_empty())
                        .cloned(),
                );
            }
            CardKind::Quote { source } => {
                words = format!("“{words}”");
                notes.extend(Some(source.clone()).filter(|source| !source.is_empty()));
            }
            CardKind::Metric { value } if !value.is_empty() => words = format!("{value} {words}"),
            CardKind::Image { alt, .. } => {
                words = tr!("export-md-picture", what = if alt.is_empty() { &words } else { alt })
            }
            CardKind::Note | CardKind::Thought | CardKind::Backstage | CardKind::Metric { .. } => {}
        }
        if card.span > 0 {
            notes.push(tr!("export-md-span", count = card.span));
        }
        if card.votes > 0 {
            notes.push(tr!("export-md-votes", count = card.votes));
        }
        let is_measured = self.overlay.is_some_and(|overlay| overlay.measured_cards.contains(&card.id));
        match (card.evidence, is_measured) {
            (Some(Evidence::Measured), _) | (None, true) => notes.push(tr!("export-md-evidence-measured")),
            (Some(Evidence::Quoted), _) => notes.push(tr!("export-md-evidence-quoted")),
            (Some(Evidence::Assumed) | None, _) => {}
        }
        notes.extend(card.tags.iter().map(|tag| format!("#{tag}")));
        let words = escaped(&words);
        if notes.is_empty() { words } else { format!("{words} ({})", inline(&notes.join(", "))) }
    }
}

fn exit(measured: &TouchpointOverlay) -> Option<String> {
    let bar = measured.exit.as_ref()?;
    let was = measured.before.exit.as_ref().map(|was| format!(", {}", was.label)).unwrap_or_default();
    Some(inline(&format!("{} ({}){was}", bar.label, bar.note)))
}

fn satisfaction(measured: &TouchpointOverlay) -> Option<String> {
    let bar = measured.satisfaction.as_ref()?;
    let was = measured.before.satisfaction.as_ref().map(|was| format!(", {}", was.label)).unwrap_or_default();
    Some(inline(&format!("{}{was}", bar.label)))
}

fn heading(lane: &Lane) -> String {
    format!("**{}**", inline(&lane_name(lane)))
}

/// A name on one line; what has none is a dash.
fn named(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { "–".to_owned() } else { name }
}

/// Text within a line that Markdown takes for nothing but text.
fn inline(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#' | '&') {
            safe.push('\\');
        }
        safe.push(letter);
    }
    safe
}

/// The same for text that begins a line: it begins no list and underlines no heading.
fn escaped(text: &str) -> String {
    let lines = text.split('\n').map(|line| {
        let line = inline(line.trim_start());
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let sign_at = if line.starts_with(['+', '-', '=']) {
            Some(0)
        } else {
            Some(digits).filter(|digits| *digits > 0)
        };
        match sign_at.filter(|at| line[*at..].starts_with(['+', '-', '=', '.', ')'])) {
            Some(at) => format!("{}\\{}", &line[..at], &line[at..]),
            None => line,
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("a_b *c* [d](e) #f <g>"), r"a\_b \*c\* \[d\](e) \#f \<g\>");
        assert_eq!(escaped("1. Pay\n- now\n20) later, 3.5"), "1\\. Pay\n\\- now\n20\\) later, 3.5");
        assert_eq!(escaped("3 of 5"), "3 of 5");
    }
}
