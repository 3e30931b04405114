//! One card, from top to bottom: picture, words, note with marks beside it, tags. It is made from [`Facts`] alone, so that
//! it need not be made again while they are the same, wherever it is moved.

use super::card_look::{Look, look};
use super::chips::{ChipStyle, Chips};
use super::context::Context;
use super::labels::{self, CardWords};
use super::marks::{self, Dots};
use super::passage::Align;
use super::picture::Picture;
use super::prim::Prim;
use super::sketch::{Paragraph, Sketch};
use super::style::{CARD_NOTE, TAG};
use crate::base::Rect;
use crate::base::fmt::NumberFormat;
use crate::base::geom::pt;
use crate::model::{Card, CardKind, Evidence};
use std::borrow::Cow;

/// From a card's left and right end to its words.
const PADDING: f32 = 9.0;
/// Words may come closer to the right end, since few lines reach it.
const PADDING_RIGHT: f32 = 6.0;
/// What the words of a coloured card make room for at the left.
const STRIPE: f32 = 4.0;
const FIRST_BASELINE: f32 = 18.0;
/// From the last baseline to the card's lower end.
const BELOW_LAST: f32 = 10.0;
/// From the words' last baseline to the note's first.
const NOTE_BELOW_WORDS: f32 = 17.0;
/// From the last baseline to the tags.
const TAGS_BELOW_LAST: f32 = 7.0;
const TAGS: ChipStyle = ChipStyle { words: TAG, height: 16.0, padding: 6.0, gap: 3.0 };
/// What dots stand above the baseline they share with a note.
const DOTS_ABOVE_BASELINE: f32 = 3.6;
/// Side of the evidence mark.
const EVIDENCE: f32 = 12.0;
/// Between two marks.
const MARK_GAP: f32 = 6.0;

const SEVERITY: Dots = Dots { radius: 2.4, step: 7.0 };
const VOTES: Dots = Dots { radius: 3.6, step: 10.0 };
/// More votes are written as a number beside one dot.
const MOST_VOTE_DOTS: u32 = 5;

/// All that a card is made from, besides theme, faces and language. Equal facts make equal cards.
#[derive(Clone, Debug)]
pub(super) struct Facts<'a> {
    pub card: Cow<'a, Card>,
    /// Width of the whole card.
    pub width: f32,
    pub evidence: Evidence,
    /// How often a pain was measured, in words.
    pub measured: Option<Cow<'a, str>>,
    /// It has a rule that finds nothing, since there are no figures.
    pub waits_for_data: bool,
    pub format: NumberFormat,
}

impl<'a> Facts<'a> {
    /// What is known of a card.
    pub fn of(context: &'a Context<'_>, card: &'a Card, width: f32) -> Self {
        let has_rule = matches!(&card.kind, CardKind::Pain(pain) if pain.rule.is_some());
        Self {
            card: Cow::Borrowed(card),
            width,
            evidence: context.evidence(card),
            measured: context.overlay.and_then(|overlay| overlay.pains.get(&card.id)).map(Cow::from),
            waits_for_data: has_rule && !context.concealed,
            format: context.format,
        }
    }

    /// The same, to be kept.
    fn into_owned(self) -> Facts<'static> {
        Facts {
            card: Cow::Owned(self.card.into_owned()),
            width: self.width,
            evidence: self.evidence,
            measured: self.measured.map(|words| Cow::Owned(words.into_owned())),
            waits_for_data: self.waits_for_data,
            format: self.format,
        }
    }
}

impl PartialEq for Facts<'_> {
    fn eq(&self, other: &Self) -> bool {
        let Self { card, width, evidence, measured, waits_for_data, format } = self;
        // All of a card but where it stands.
        let Card {
            id: _,
            lane: _,
            touchpoint: _,
            slot: _,
            span: _,
            text,
            kind,
            evidence: graded,
            votes,
            palette,
            tags,
        } = &**card;
        *text == other.card.text
            && *kind == other.card.kind
            && *graded == other.card.evidence
            && *votes == other.card.votes
            && *palette == other.card.palette
            && *tags == other.card.tags
            && (width, evidence, measured) == (&other.width, &other.evidence, &other.measured)
            && (waits_for_data, format) == (&other.waits_for_data, &other.format)
    }
}

/// A card laid out but for its place.
#[derive(Debug)]
pub(super) struct LaidOut {
    facts: Facts<'static>,
    pub height: f32,
    /// Its full name but for its place.
    pub words: CardWords,
    /// As it is with its upper left corner at (0, 0).
    pub prims: Vec<Prim>,
}

impl LaidOut {
    /// True when it would be laid out in the same way.
    pub fn is_of(&self, facts: &Facts<'_>) -> bool {
        self.facts == *facts
    }
}

/// Lays a card out.
pub(super) fn lay_out(sketch: &Sketch<'_>, facts: &Facts<'_>) -> LaidOut {
    let content = Content::new(sketch, facts);
    let mut inside = Sketch::new(sketch.fonts, sketch.theme);
    content.paint(&mut inside, Rect::from_xywh(0.0, 0.0, facts.width, content.height));
    let prims = inside.items.into_iter().map(|item| item.prim).collect();
    LaidOut { facts: facts.clone().into_owned(), height: content.height, words: CardWords::of(facts), prims }
}

/// A card measured.
struct Content {
    look: Look,
    picture: Option<Picture>,
    words: Option<Paragraph>,
    note: Option<Paragraph>,
    marks: Vec<Mark>,
    tags: Chips,
    /// From the left end to the words.
    left: f32,
    /// Width of note, marks and tags.
    room: f32,
    /// Height of the whole card.
    height: f32,
}

/// What stands at the right below the words.
#[derive(Clone, Copy)]
enum Mark {
    Evidence(Evidence),
    Severity(u32),
    Votes(u32),
}

impl Content {
    fn new(sketch: &Sketch<'_>, facts: &Facts<'_>) -> Self {
        let (card, width) = (&*facts.card, facts.width);
        let look = look(sketch, card);
        let left = PADDING + if look.stripe.is_some() { STRIPE } else { 0.0 };
        let room = width - left - PADDING;
        let picture = match &card.kind {
            CardKind::Image { png, alt } => Some(Picture::new(sketch, png, alt, width)),
            _ => None,
        };
        let text = match &card.kind {
            CardKind::Metric { value } if !value.is_empty() => value,
            _ => &card.text,
        };
        // A picture without a caption needs no line for one; any other card has room for its first word.
        let words = (picture.is_none() || !text.is_empty())
            .then(|| sketch.wrap(text, look.words, width - left - PADDING_RIGHT));
        // A figure has room for the words that explain it, also before they are there.
        let is_figure = matches!(&card.kind, CardKind::Metric { value } if !value.is_empty());
        let note = labels::card_note(facts).or_else(|| is_figure.then(String::new));
        let note = note.map(|note| sketch.wrap(&note, CARD_NOTE, room));
        let tags = Chips::new(sketch, card.tags.iter().map(String::as_str), TAGS, room);
        let marks = marks_of(facts);
        let mut content = Self { look, picture, words, note, marks, tags, left, room, height: 0.0 };
        content.height = content.foot(sketch);
        content
    }

    /// From the card's upper end to the words' last baseline; to where it would be when there are no words.
    fn words_end(&self) -> f32 {
        let picture = self.picture.as_ref().map_or(0.0, Picture::height);
        match &self.words {
            Some(words) => picture + FIRST_BASELINE + words.drop(),
            None => picture,
        }
    }

    /// From the card's upper end to its lower one.
    fn foot(&self, sketch: &Sketch<'_>) -> f32 {
        let last = self.words_end() + self.lower_baselines(sketch).last().copied().unwrap_or(0.0);
        let tags = if self.tags.height > 0.0 { TAGS_BELOW_LAST + self.tags.height - 2.0 } else { 0.0 };
        last + tags + BELOW_LAST
    }

    /// Baselines below the words' last one: the note's first, when there is one, then one for each mark, then the
    /// lowest of all. Marks stand beside the note where there is room for all of them, else below it.
    fn lower_baselines(&self, sketch: &Sketch<'_>) -> Vec<f32> {
        let mut baselines = Vec::new();
        let (mut last, mut taken) = (0.0, self.room);
        if let Some(note) = &self.note {
            baselines.push(NOTE_BELOW_WORDS);
            last = NOTE_BELOW_WORDS + note.drop();
            taken = note.last_width();
        }
        let widths: Vec<f32> = self.marks.iter().map(|mark| mark.width(sketch) + MARK_GAP).collect();
        let all: f32 = widths.iter().sum();
        if taken + all > self.room && all <= self.room {
            last += NOTE_BELOW_WORDS;
            taken = 0.0;
        }
        for width in widths {
            if taken + width > self.room {
                last += NOTE_BELOW_WORDS;
                taken = 0.0;
            }
            taken += width;
            baselines.push(last);
        }
        baselines.push(last);
        baselines
    }

    /// Paints the card at its place.
    fn paint(&self, sketch: &mut Sketch<'_>, rect: Rect) {
        let look = &self.look;
        sketch.rect(rect, look.radius, look.fill, Some(look.border));
        let left = rect.min.x + self.left;
        let last = rect.min.y + self.words_end();
        if let Some(words) = &self.words {
            let first = pt(left, last - words.drop());
            sketch.paragraph_on_rect(words, first, Align::Start, look.words_color);
        }
        if let Some(stripe) = look.stripe {
            let place = Rect {
                min: pt(rect.min.x + 4.0, rect.min.y + 7.0),
                max: pt(rect.min.x + 7.0, rect.max.y - 7.0),
            };
            sketch.rect(place, 1.5, stripe, None);
        }
        if let Some(picture) = &self.picture {
            picture.paint(sketch, rect.min);
        }
        let baselines = self.lower_baselines(sketch);
        let mut below = baselines.iter().copied();
        if let Some(note) = &self.note {
            let first = last + below.next().unwrap_or(NOTE_BELOW_WORDS);
            sketch.paragraph(note, pt(left, first), Align::Start, look.note_color);
        }
        let (mut right, mut line) = (rect.max.x - PADDING, f32::NAN);
        for (mark, below) in self.marks.iter().zip(below) {
            let baseline = last + below;
            #[allow(clippy::float_cmp)] // the same line is exactly the same number
            if baseline != line {
                (right, line) = (rect.max.x - PADDING, baseline);
            }
            right = mark.paint(sketch, right, baseline) - MARK_GAP;
        }
        let tags_top = last + baselines.last().copied().unwrap_or(0.0) + TAGS_BELOW_LAST;
        let colors = (look.border.color, sketch.theme.text_body);
        self.tags.paint(sketch, pt(left, tags_top), |_| colors);
    }
}

/// Marks from right to left.
fn marks_of(facts: &Facts<'_>) -> Vec<Mark> {
    let (card, evidence) = (&*facts.card, facts.evidence);
    let mut marks = Vec::new();
    if let CardKind::Pain(pain) = &card.kind {
        marks.push(Mark::Severity(u32::from(pain.severity.clamp(1, 5))));
    }
    if card.votes > 0 {
        marks.push(Mark::Votes(card.votes));
    }
    // That nobody has graded a card yet needs no mark on every one of them.
    if evidence != Evidence::Assumed || card.evidence.is_some() {
        marks.push(Mark::Evidence(evidence));
    }
    marks
}

impl Mark {
    fn width(self, sketch: &Sketch<'_>) -> f32 {
        match self {
            Self::Evidence(_) => EVIDENCE,
            Self::Severity(count) => SEVERITY.width(count),
            Self::Votes(count) if count <= MOST_VOTE_DOTS => VOTES.width(count),
            Self::Votes(count) => {
                let number = sketch.fonts.width(&count.to_string(), CARD_NOTE.face, CARD_NOTE.size_pt);
                VOTES.width(1) + 4.0 + number
            }
        }
    }

    /// Paints it ending at `right`; gives its left end.
    fn paint(self, sketch: &mut Sketch<'_>, right: f32, baseline: f32) -> f32 {
        let (accent, pain) = (sketch.theme.accent, sketch.theme.exit);
        let middle = baseline - DOTS_ABOVE_BASELINE;
        match self {
            Self::Evidence(evidence) => {
                let (left, top) = (right - EVIDENCE, middle - EVIDENCE / 2.0);
                marks::evidence(sketch, Rect::from_xywh(left, top, EVIDENCE, EVIDENCE), evidence);
                left
            }
            Self::Severity(count) => marks::dots(sketch, pt(right, middle), count, SEVERITY, pain),
            Self::Votes(count) if count <= MOST_VOTE_DOTS => {
                marks::dots(sketch, pt(right, middle), count, VOTES, accent)
            }
            Self::Votes(count) => {
                let color = sketch.theme.text_body;
                sketch.text(&count.to_string(), CARD_NOTE, pt(right, baseline), Align::End, color);
                let left = right - self.width(sketch);
                marks::dots(sketch, pt(left + VOTES.width(1), middle), 1, VOTES, accent)
            }
        }
    }
}
