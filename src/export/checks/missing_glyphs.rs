//! Letters that no font here has, with the font that would have them.

use super::{Check, Checked, Finding, runs};
use crate::scene::Element;
use crate::text::font_for;
use crate::tr;
use std::collections::BTreeMap;

/// So many letters are named.
const MOST_NAMED: usize = 12;

/// One for each font that would help.
pub(super) fn find(of: &Checked<'_>) -> Vec<Finding> {
    let mut missing: BTreeMap<&str, (Vec<char>, Option<Element>)> = BTreeMap::new();
    for (_, _, run, at) in runs(of) {
        for glyph in run.glyphs.iter().filter(|glyph| glyph.glyph == 0) {
            let letter = run.text.get(glyph.cluster as usize..).and_then(|rest| rest.chars().next());
            let Some(letter) = letter.filter(|letter| !letter.is_whitespace() && !letter.is_control()) else {
                continue;
            };
            let (letters, _) = missing.entry(font_for(letter)).or_insert((Vec::new(), at));
            if !letters.contains(&letter) {
                letters.push(letter);
            }
        }
    }
    let finding = |(font, (letters, at)): (&str, (Vec<char>, Option<Element>))| {
        let named: String = letters.iter().take(MOST_NAMED).collect();
        let named = if letters.len() > MOST_NAMED { format!("{named}…") } else { named };
        let words = tr!("export-check-missing-glyphs", count = letters.len(), letters = named, font = font);
        Finding { check: Check::MissingGlyphs, words, at }
    };
    missing.into_iter().map(finding).collect()
}
