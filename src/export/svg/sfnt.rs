//! Font files as browsers take them: the glyphs that are used, and under which letters.

use crate::text::FontFile;
use skrifa::raw::types::Tag;
use skrifa::{FontRef, raw::TableProvider as _};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// What comes before the tables in a file, and of it for each table.
const HEADER_BYTES: usize = 12;
const RECORD_BYTES: usize = 16;
/// The whole file has this checksum when `head` says so.
const CHECKSUM_OF_ALL: u32 = 0xB1B0_AFBA;
/// Where `head` says it.
const ADJUSTMENT: std::ops::Range<usize> = 8..12;

type Tables = BTreeMap<[u8; 4], Vec<u8>>;

/// A font with these glyphs alone, each shown for a letter; none for fonts that can't be cut.
pub(super) fn cut(file: FontFile, letters: &BTreeMap<char, u16>) -> Option<Vec<u8>> {
    let mut glyphs = GlyphRemapper::new();
    let shown: Vec<(char, u16)> =
        letters.iter().map(|(letter, glyph)| (*letter, glyphs.remap(*glyph))).collect();
    let cut = subsetter::subset(file.data, file.index, &glyphs).ok()?;
    let mut tables = tables(&cut)?;
    // What embedding in documents does without, and browsers do not.
    let whole = FontRef::from_index(file.data, file.index).ok()?;
    tables.insert(*b"OS/2", whole.data_for_tag(Tag::new(b"OS/2"))?.as_bytes().to_vec());
    tables.insert(*b"cmap", letter_table(&shown)?);
    assemble(*cut.first_chunk()?, tables)
}

/// The tables of a font file.
fn tables(font: &[u8]) -> Option<Tables> {
    let count = usize::from(u16::from_be_bytes([*font.get(4)?, *font.get(5)?]));
    let records = font.get(HEADER_BYTES..HEADER_BYTES + count * RECORD_BYTES)?;
    let table = |record: &[u8]| {
        let number = |at: usize| Some(u32::from_be_bytes(*record.get(at..)?.first_chunk()?) as usize);
        let (start, length) = (number(8)?, number(12)?);
        Some((*record.first_chunk()?, font.get(start..start.checked_add(length)?)?.to_vec()))
    };
    records.chunks_exact(RECORD_BYTES).map(table).collect()
}

/// A `cmap` of format 12: a range of one letter each.
fn letter_table(shown: &[(char, u16)]) -> Option<Vec<u8>> {
    const ALL_OF_UNICODE_ON_WINDOWS: [u16; 2] = [3, 10];
    let count = u32::try_from(shown.len()).ok()?;
    let mut table = Vec::new();
    // Version, one subtable, and where it is.
    [0, 1].iter().chain(&ALL_OF_UNICODE_ON_WINDOWS).for_each(|value: &u16| table.extend(value.to_be_bytes()));
    table.extend(12_u32.to_be_bytes());
    // Format 12 with its length, of no language.
    [12_u16, 0].iter().for_each(|value| table.extend(value.to_be_bytes()));
    [16 + 12 * count, 0, count].iter().for_each(|value| table.extend(value.to_be_bytes()));
    for (letter, glyph) in shown {
        let letter = u32::from(*letter);
        [letter, letter, u32::from(*glyph)].iter().for_each(|value| table.extend(value.to_be_bytes()));
    }
    Some(table)
}

/// A font file of tables.
fn assemble(version: [u8; 4], mut tables: Tables) -> Option<Vec<u8>> {
    tables.get_mut(b"head")?.get_mut(ADJUSTMENT)?.fill(0);
    let count = u16::try_from(tables.len()).ok()?;
    let power = u16::try_from(count.checked_ilog2()?).ok()?;
    let searched = 16 << power;
    let mut font = version.to_vec();
    [count, searched, power, count * 16 - searched].iter().for_each(|value| font.extend(value.to_be_bytes()));
    let mut start = HEADER_BYTES + tables.len() * RECORD_BYTES;
    let mut adjusted = None;
    for (tag, table) in &tables {
        if tag == b"head" {
            adjusted = Some(start + ADJUSTMENT.start);
        }
        font.extend(tag);
        for value in [checksum(table), u32::try_from(start).ok()?, u32::try_from(table.len()).ok()?] {
            font.extend(value.to_be_bytes());
        }
        start += table.len().next_multiple_of(4);
    }
    for table in tables.values() {
        font.extend(table);
        font.resize(font.len().next_multiple_of(4), 0);
    }
    let adjustment = CHECKSUM_OF_ALL.wrapping_sub(checksum(&font)).to_be_bytes();
    font.get_mut(adjusted?..)?.get_mut(..4)?.copy_from_slice(&adjustment);
    Some(font)
}

/// The sum of a table's numbers of four bytes, zeros behind its end.
fn checksum(bytes: &[u8]) -> u32 {
    let numbers = bytes.chunks(4).map(|part| {
        let mut number = [0; 4];
        number.iter_mut().zip(part).for_each(|(to, from)| *to = *from);
        u32::from_be_bytes(number)
    });
    numbers.fold(0, u32::wrapping_add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Face;
    use skrifa::MetadataProvider;

    #[test]
    fn a_cut_font_shows_its_letters_and_no_others() {
        let file = Face::SemiBold.file();
        let whole = FontRef::new(file.data).expect("a font");
        let glyph = |letter: char| whole.charmap().map(letter).expect("a letter").to_u32() as u16;
        // Under a letter lies the glyph that is asked for, even that of another.
        let letters = [('a', glyph('a')), ('ğ', glyph('ğ')), ('x', glyph('×'))].into();
        let bytes = cut(file, &letters).expect("it can be cut");
        assert!(bytes.len() < file.data.len() / 10, "{} bytes", bytes.len());
        let font = FontRef::new(&bytes).expect("a font");
        assert_eq!(checksum(&bytes), CHECKSUM_OF_ALL);
        assert_eq!(font.charmap().map('b'), None);
        for (shown, letter) in [('a', 'a'), ('ğ', 'ğ'), ('x', '×')] {
            let advance = |font: &FontRef<'_>, letter| {
                let glyph = font.charmap().map(letter).expect("a letter");
                font.glyph_metrics(
                    skrifa::instance::Size::unscaled(),
                    skrifa::instance::LocationRef::default(),
                )
                .advance_width(glyph)
            };
            assert_eq!(advance(&font, shown), advance(&whole, letter));
        }
    }
}
