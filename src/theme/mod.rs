//! Colours by meaning, from `assets/theme/*.ron`. Colours exist nowhere else.

use crate::base::Color;
use serde::{Deserialize, Serialize};

/// All tokens of one theme.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)] // the names say it; each is a colour of that thing
pub struct Theme {
    pub dark: bool,
    /// Behind everything.
    pub canvas: Color,
    /// Panels, bars, dialogs.
    pub panel: Color,
    /// Groups within a panel.
    pub panel_inset: Color,
    /// Input fields, quiet pills.
    pub field: Color,
    pub hover: Color,
    pub border: Color,
    pub border_strong: Color,
    pub grid_line: Color,
    /// Titles and names.
    pub text: Color,
    /// Body text.
    pub text_body: Color,
    /// Second lines, explanations.
    pub text_muted: Color,
    /// Axis labels and hints; still 4.5 : 1.
    pub text_faint: Color,
    pub accent: Color,
    pub on_accent: Color,
    /// Accent as the colour of words.
    pub accent_text: Color,
    pub accent_soft: Color,
    pub accent_soft_border: Color,
    /// Behind selected words and chosen entries.
    pub selection: Color,
    /// What the team drew.
    pub drawn: Color,
    pub on_drawn: Color,
    /// What was measured.
    pub measured: Color,
    /// Exits and pain.
    pub exit: Color,
    pub exit_light: Color,
    pub exit_text: Color,
    /// The value of the worst exits.
    pub exit_strong_text: Color,
    pub exit_interval: Color,
    /// Between drawn and measured.
    pub gap: Color,
    pub card: Color,
    pub card_border: Color,
    pub card_shadow: Color,
    pub pain_fill: Color,
    pub pain_border: Color,
    pub pain_text: Color,
    pub pain_note: Color,
    pub opportunity_fill: Color,
    pub opportunity_border: Color,
    pub opportunity_text: Color,
    pub opportunity_note: Color,
    pub note_fill: Color,
    pub note_border: Color,
    pub quote_fill: Color,
    pub quote_border: Color,
    /// Behind the tick of what the data shows.
    pub evidence_fill: Color,
    pub star: Color,
    pub star_border: Color,
    pub satisfied: Color,
    pub rather_satisfied: Color,
    pub neutral: Color,
    pub rather_dissatisfied: Color,
    pub dissatisfied: Color,
    pub returned: Color,
    pub still_open: Color,
    pub ok: Color,
    pub ok_soft: Color,
    pub ok_text: Color,
    pub warning: Color,
    pub warning_soft: Color,
    pub warning_text: Color,
    pub error: Color,
    pub error_soft: Color,
    /// Over words that a search has found.
    pub found: Color,
    /// Over those that are looked at.
    pub found_current: Color,
    pub avatar: Color,
    pub on_avatar: Color,
    pub tooltip: Color,
    pub on_tooltip: Color,
    pub tooltip_drawn: Color,
    pub tooltip_measured: Color,
    pub histogram: Color,
    pub histogram_selected: Color,
    /// By stage, cycling.
    pub stages: Vec<StageColors>,
    /// By channel name (normalised), then cycling through the rest.
    pub channels: Vec<ChannelColor>,
}

/// Colours of a stage.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct StageColors {
    pub band: Color,
    pub on_band: Color,
    /// The columns below the band.
    pub area: Color,
}

/// Colours of a card with a colour of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct CardTint {
    pub fill: Color,
    pub border: Color,
}

/// Colour of a channel.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ChannelColor {
    pub name: String,
    pub color: Color,
}

/// The themes of pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeName {
    /// For most purposes.
    #[default]
    Light,
    /// For dark slides and pages.
    Dark,
    /// For paper: black on white, with little ink.
    Print,
}

impl ThemeName {
    /// All of them, the usual one first.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];

    /// As the command line calls it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
        }
    }
}

fn channel_key(name: &str) -> String {
    name.trim().to_lowercase()
}

const LIGHT: &str = include_str!("../../assets/theme/light.ron");
const DARK: &str = include_str!("../../assets/theme/dark.ron");
const PRINT: &str = include_str!("../../assets/theme/print.ron");

impl Theme {
    /// The light theme; also that of pictures.
    ///
    /// # Panics
    /// Never: a test parses the bundled file.
    #[must_use]
    pub fn light() -> Self {
        ron::from_str(LIGHT).expect("the bundled light theme parses")
    }

    /// The dark theme.
    ///
    /// # Panics
    /// Never: a test parses the bundled file.
    #[must_use]
    pub fn dark() -> Self {
        ron::from_str(DARK).expect("the bundled dark theme parses")
    }

    /// The theme for paper.
    ///
    /// # Panics
    /// Never: a test parses the bundled file.
    #[must_use]
    pub fn print() -> Self {
        ron::from_str(PRINT).expect("the bundled theme for paper parses")
    }

    /// The theme of this name.
    #[must_use]
    pub fn named(name: ThemeName) -> Self {
        match name {
            ThemeName::Light => Self::light(),
            ThemeName::Dark => Self::dark(),
            ThemeName::Print => Self::print(),
        }
    }

    /// Colours of a stage by its own palette index or its place.
    #[must_use]
    pub fn stage(&self, palette: Option<u8>, place: usize) -> &StageColors {
        &self.stages[palette.map_or(place, usize::from) % self.stages.len()]
    }

    /// Colours of a card that was given one from the stage palette; `text_body` can be read on them.
    #[must_use]
    pub fn card_tint(&self, palette: u8) -> CardTint {
        let strong = self.stage(Some(palette), 0).band;
        let (fill, border) = if self.dark { (0.30, 0.85) } else { (0.13, 0.45) };
        let over_card = |share: f32| strong.faded(share).over(self.card);
        CardTint { fill: over_card(fill), border: over_card(border) }
    }

    /// Colour of a channel by name; unknown names get one by their letters, always the same.
    #[must_use]
    pub fn channel(&self, name: &str) -> Color {
        self.channel_among(name, [])
    }

    /// Colour of a channel beside others: unknown names get colours that no other of them has, as far as there are
    /// enough; those that stand earlier choose first.
    #[must_use]
    pub fn channel_among<'a>(&self, name: &str, all: impl IntoIterator<Item = &'a str>) -> Color {
        let key = channel_key(name);
        if let Some(known) = self.known_channel(&key) {
            return known;
        }
        let all: Vec<_> = all.into_iter().map(channel_key).collect();
        let mut taken: Vec<_> = all.iter().filter_map(|other| self.known_channel(other)).collect();
        let earlier = all.iter().take_while(|other| **other != key);
        for other in earlier.filter(|other| self.known_channel(other).is_none()) {
            taken.push(self.free_channel_color(other, &taken));
        }
        self.free_channel_color(&key, &taken)
    }

    fn known_channel(&self, key: &str) -> Option<Color> {
        self.channels.iter().find(|known| known.name == key).map(|known| known.color)
    }

    /// The colour at the place that the letters give, or the next one that is not taken.
    fn free_channel_color(&self, key: &str, taken: &[Color]) -> Color {
        let sum = key.bytes().fold(7_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
        let place = sum % self.channels.len();
        let (before, from) = self.channels.split_at(place);
        let free = from.iter().chain(before).find(|channel| !taken.contains(&channel.color));
        free.unwrap_or(&self.channels[place]).color
    }
}
