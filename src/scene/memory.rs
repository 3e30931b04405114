//! What has been laid out before. A map is laid out anew at every letter typed and every step of a drag, and all of its
//! cards but few are then made from what they were made from before: these are taken as they are.

use super::card::{Facts, LaidOut, lay_out};
use super::sketch::Sketch;
use crate::base::fmt::NumberFormat;
use crate::model::{Card, CardId, Evidence};
use crate::theme::Theme;
use hashbrown::HashMap;
use std::sync::Arc;

/// Cards that are not on the map are forgotten when there are so many times more of them than of others: until then
/// undo may bring them back.
const MOST_UNUSED: usize = 2;

/// What [`build_again`](super::build_again) keeps from one layout to the next. Faces and language never change while the program runs.
#[derive(Debug, Default)]
pub struct Memory {
    cards: HashMap<CardId, Known>,
    theme: Option<Theme>,
    /// Counts layouts.
    layout: u64,
}

/// A card, and what it was made from.
#[derive(Debug)]
struct Known {
    facts: OwnFacts,
    laid_out: Arc<LaidOut>,
    used_in: u64,
}

/// As [`Facts`].
#[derive(Debug)]
struct OwnFacts {
    card: Card,
    width: f32,
    evidence: Evidence,
    measured: Option<String>,
    concealed: bool,
    touchpoint: String,
    last: Option<String>,
    format: NumberFormat,
}

impl Memory {
    /// Begins a layout.
    pub(super) fn begin(&mut self, theme: &Theme) {
        if self.theme.as_ref() != Some(theme) {
            self.cards.clear();
            self.theme = Some(theme.clone());
        }
        let used = self.cards.values().filter(|known| known.used_in == self.layout).count();
        if self.cards.len() > used * (1 + MOST_UNUSED) {
            self.cards.retain(|_, known| known.used_in == self.layout);
        }
        self.layout += 1;
    }

    /// A card as it was laid out before, else laid out now.
    pub(super) fn card(&mut self, sketch: &Sketch<'_>, facts: &Facts<'_>) -> Arc<LaidOut> {
        let id = facts.card.id;
        if let Some(known) = self.cards.get_mut(&id).filter(|known| known.facts.borrowed() == *facts) {
            known.used_in = self.layout;
            return Arc::clone(&known.laid_out);
        }
        let laid_out = Arc::new(lay_out(sketch, facts));
        let known =
            Known { facts: OwnFacts::of(facts), laid_out: Arc::clone(&laid_out), used_in: self.layout };
        self.cards.insert(id, known);
        laid_out
    }
}

impl OwnFacts {
    fn of(facts: &Facts<'_>) -> Self {
        let Facts { card, width, evidence, measured, concealed, touchpoint, last, format } = *facts;
        Self {
            card: card.clone(),
            width,
            evidence,
            measured: measured.map(str::to_owned),
            concealed,
            touchpoint: touchpoint.to_owned(),
            last: last.map(str::to_owned),
            format,
        }
    }

    fn borrowed(&self) -> Facts<'_> {
        Facts {
            card: &self.card,
            width: self.width,
            evidence: self.evidence,
            measured: self.measured.as_deref(),
            concealed: self.concealed,
            touchpoint: &self.touchpoint,
            last: self.last.as_deref(),
            format: self.format,
        }
    }
}
