//! A line into pieces of one font, one script and one direction each, in the order in which they stand from left to right.

use super::other::OtherFont;
use harfrust::{Script, unicode};
use std::ops::Range;
use std::sync::Arc;
use unicode_bidi::ParagraphBidiInfo;
use unicode_segmentation::UnicodeSegmentation;

/// Asks for a picture rather than a sign: ❤ becomes red.
pub(super) const AS_EMOJI: char = '\u{FE0F}';

/// What letters are written in.
#[derive(PartialEq)]
pub(super) enum Hand {
    /// The face itself.
    Face,
    /// The font that stands in.
    Other(Arc<OtherFont>),
    /// No font has them: the face's mark for that stands in their place.
    Nothing,
}

/// A part of a line.
pub(super) struct Piece {
    /// Bytes of the text.
    pub range: Range<usize>,
    pub hand: Hand,
    pub is_rtl: bool,
    script: Option<Script>,
}

/// True for letters that are not seen, which every font can do without.
pub(super) const fn is_ignorable(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// The pieces of a part of a paragraph; `order` tells the directions of the whole paragraph's letters, `hand` what to
/// write a letter (all that a reader takes for one) in.
pub(super) fn pieces(
    paragraph: &str,
    line: Range<usize>,
    order: &ParagraphBidiInfo<'_>,
    hand: impl Fn(&str) -> Hand,
) -> Vec<Piece> {
    let (levels, runs) = order.visual_runs(line);
    let mut pieces = Vec::new();
    for run in runs {
        let is_rtl = levels.get(run.start).is_some_and(unicode_bidi::Level::is_rtl);
        let mut of_run = in_order_of_reading(paragraph.get(run.clone()).unwrap_or_default(), &hand);
        for piece in &mut of_run {
            piece.range = piece.range.start + run.start..piece.range.end + run.start;
            piece.is_rtl = is_rtl;
        }
        if is_rtl {
            of_run.reverse();
        }
        pieces.extend(of_run);
    }
    pieces
}

fn in_order_of_reading(text: &str, hand: &impl Fn(&str) -> Hand) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (start, letter) in text.grapheme_indices(true) {
        let range = start..start + letter.len();
        let script = letter.chars().map(|one| unicode::script(one.into())).find(is_real);
        let hand = hand(letter);
        match pieces.last_mut().filter(|last| last.goes_on(letter, script, &hand)) {
            Some(last) => {
                last.range.end = range.end;
                last.script = last.script.or(script);
            }
            None => pieces.push(Piece { range, hand, is_rtl: false, script }),
        }
    }
    pieces
}

fn is_real(script: &Script) -> bool {
    ![Script::COMMON, Script::INHERITED, Script::UNKNOWN].contains(script)
}

impl Piece {
    /// True when a letter belongs to it as well.
    fn goes_on(&self, letter: &str, script: Option<Script>, hand: &Hand) -> bool {
        match &self.hand {
            // Words of one script are not cut at the blanks between them.
            Hand::Other(known) if letter == " " => !known.is_colored() && known.has(' '),
            Hand::Other(_) => {
                self.hand == *hand && self.script.zip(script).is_none_or(|(last, this)| last == this)
            }
            // The faces hold scripts that need nothing of each other.
            Hand::Face | Hand::Nothing => self.hand == *hand,
        }
    }
}
