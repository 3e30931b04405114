//! Letters that no font here has, with the font that would have them.

use super::{Check, Checked, Finding, runs};
use crate::scene::Element;
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
            let (letters, _) = missing.entry(font_with(letter)).or_insert((Vec::new(), at));
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

/// A free font that has a letter, by the block that the letter is in.
fn font_with(letter: char) -> &'static str {
    match u32::from(letter) {
        0x0530..=0x058F => "Noto Sans Armenian",
        0x0590..=0x05FF | 0xFB1D..=0xFB4F => "Noto Sans Hebrew",
        0x0600..=0x06FF | 0x0750..=0x077F | 0x08A0..=0x08FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFE => {
            "Noto Sans Arabic"
        }
        0x0900..=0x097F => "Noto Sans Devanagari",
        0x0980..=0x09FF => "Noto Sans Bengali",
        0x0B80..=0x0BFF => "Noto Sans Tamil",
        0x0E00..=0x0E7F => "Noto Sans Thai",
        0x10A0..=0x10FF => "Noto Sans Georgian",
        0x1100..=0x11FF | 0x3130..=0x318F | 0xAC00..=0xD7AF => "Noto Sans CJK KR",
        0x2E80..=0x303F | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF => {
            "Noto Sans CJK SC"
        }
        0x3040..=0x30FF => "Noto Sans CJK JP",
        0x1F000..=0x1FAFF | 0x2600..=0x27BF | 0x2B00..=0x2BFF | 0xFE0F => "Noto Color Emoji",
        0x20000..=0x3FFFF => "Noto Sans CJK SC",
        _ => "Noto Sans",
    }
}
