//! Colours, frame and type of a card: by its kind, or in the colour that it was given.

use super::prim::Stroke;
use super::sketch::{Sketch, dashed};
use super::style::{CARD_TEXT, CARD_TITLE, METRIC_VALUE, TextStyle};
use crate::base::Color;
use crate::model::{Card, CardKind};

/// How a card looks.
pub(super) struct Look {
    pub fill: Color,
    pub border: Stroke,
    pub radius: f32,
    pub words: TextStyle,
    pub words_color: Color,
    pub note_color: Color,
    /// Down the left side of a card with a colour of its own.
    pub stripe: Option<Color>,
}

/// The look of a card: its own colour replaces that of its kind but for type and frame.
pub(super) fn look(sketch: &Sketch<'_>, card: &Card) -> Look {
    let theme = sketch.theme;
    let mut look = look_of_kind(sketch, &card.kind);
    if let Some(palette) = card.palette {
        let tint = theme.card_tint(palette);
        look.fill = tint.fill;
        look.border.color = tint.border;
        look.stripe = Some(theme.stage(Some(palette), 0).band);
        (look.words_color, look.note_color) = (theme.text_body, theme.text_body);
    }
    look
}

fn look_of_kind(sketch: &Sketch<'_>, kind: &CardKind) -> Look {
    let theme = sketch.theme;
    let plain = |fill, border| Look {
        fill,
        border: Stroke { color: border, width: 1.0, dash: None },
        radius: 7.0,
        words: CARD_TEXT,
        words_color: theme.text_body,
        note_color: theme.text_muted,
        stripe: None,
    };
    match kind {
        CardKind::Pain(_) => Look {
            words: CARD_TITLE,
            words_color: theme.pain_text,
            note_color: theme.pain_note,
            ..plain(theme.pain_fill, theme.pain_border)
        },
        CardKind::Opportunity(_) => Look {
            words: CARD_TITLE,
            words_color: theme.opportunity_text,
            note_color: theme.opportunity_note,
            ..plain(theme.opportunity_fill, theme.opportunity_border)
        },
        CardKind::Quote { .. } => plain(theme.quote_fill, theme.quote_border),
        CardKind::Thought => Look {
            border: dashed(theme.border_strong, 1.0, 3.0, 3.0),
            radius: 12.0,
            ..plain(theme.card, theme.border_strong)
        },
        CardKind::Image { .. } => plain(theme.card, theme.card_border),
        CardKind::Note => plain(theme.note_fill, theme.note_border),
        CardKind::Backstage => plain(theme.field, theme.border_strong),
        CardKind::Metric { value } => {
            let words = if value.is_empty() { CARD_TEXT } else { METRIC_VALUE };
            Look { words, words_color: theme.text, ..plain(theme.card, theme.card_border) }
        }
    }
}
