//! Fonts of the system, for letters that the bundled faces lack. The system is not asked before such a letter comes up.

use crate::text::{FontFile, OtherFamily, OtherFont, font_for};
use fontdb::{Database, FaceInfo, Source, Stretch, Style};
use hashbrown::HashMap;
use skrifa::{FontRef, MetadataProvider};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// Families that look well beside Inter, best first; all others come behind them, by name.
const PREFERRED: [&str; 30] = [
    "Apple Color Emoji",
    "Segoe UI Emoji",
    "Noto Color Emoji",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Hiragino Sans",
    "Yu Gothic",
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
    "Noto Sans CJK TC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
    "Segoe UI",
    "Helvetica Neue",
    "Arial",
    "Nirmala UI",
    "DejaVu Sans",
];
/// Weights that the heavy faces can be stood in for with.
const BOLD: std::ops::RangeInclusive<u16> = 600..=800;

/// The fonts of the system as they were when the first letter came up.
static INSTALLED: LazyLock<Database> = LazyLock::new(|| {
    let mut installed = Database::new();
    installed.load_system_fonts();
    installed
});

/// Families that have the letters, as far as there are any; each is read whole.
#[must_use]
pub fn find(letters: &[char]) -> Vec<OtherFamily> {
    find_in(&INSTALLED, letters)
}

fn find_in(installed: &Database, letters: &[char]) -> Vec<OtherFamily> {
    let mut faces: Vec<&FaceInfo> = installed.faces().filter(|face| face.style == Style::Normal).collect();
    faces.sort_by_cached_key(|face| rank(face));
    let mut found = Vec::new();
    let mut left: Vec<char> = letters.to_vec();
    while let Some(letter) = left.pop() {
        let is_emoji = font_for(letter) == font_for('😀');
        // Signs in colours are for emoji, which others stand in for.
        let suits = |font: &OtherFont| font.is_colored() == is_emoji;
        let having =
            || faces.iter().filter(|face| has(installed, face, letter)).filter_map(|face| read(face));
        let Some(regular) = having().find(suits).or_else(|| having().next()) else { continue };
        left.retain(|letter| !regular.has(*letter));
        let is_bold = |face: &&&FaceInfo| BOLD.contains(&face.weight.0) && name(face) == regular.family();
        let bold = faces
            .iter()
            .filter(is_bold)
            .find(|face| has(installed, face, letter))
            .and_then(|face| read(face));
        let bold = bold.filter(|bold| *bold != regular).map(Arc::new);
        found.push(OtherFamily { regular: Arc::new(regular), bold });
    }
    found
}

/// Lower comes first: known families, plain ones, those of usual weight and width, then by name.
fn rank(face: &FaceInfo) -> (usize, bool, u16, bool, String, u32) {
    let name = name(face);
    let preferred = PREFERRED.iter().position(|known| *known == name).unwrap_or(PREFERRED.len());
    let unusual = face.stretch != Stretch::Normal;
    (preferred, face.monospaced, face.weight.0.abs_diff(400), unusual, name.to_owned(), face.index)
}

/// The family's English name.
fn name(face: &FaceInfo) -> &str {
    face.families.first().map_or("", |(name, _)| name)
}

fn has(installed: &Database, face: &FaceInfo, letter: char) -> bool {
    let has = |data: &[u8], index| {
        FontRef::from_index(data, index).is_ok_and(|font| font.charmap().map(letter).is_some())
    };
    installed.with_face_data(face.id, has).unwrap_or(false)
}

fn read(face: &FaceInfo) -> Option<OtherFont> {
    let (Source::File(path) | Source::SharedFile(path, _)) = &face.source else { return None };
    OtherFont::read(name(face), FontFile { data: kept(path)?, index: face.index })
}

/// A font file in memory. It stays there as long as the program runs, since shaper, painters and window all read from it, and
/// which of them is last can't be said; few files are ever read, and each only once.
fn kept(path: &Path) -> Option<&'static [u8]> {
    static KEPT: LazyLock<Mutex<HashMap<PathBuf, &'static [u8]>>> = LazyLock::new(Mutex::default);
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(data) = kept.get(path) {
        return Some(data);
    }
    let data: &'static [u8] = Box::leak(fs::read(path).ok()?.into_boxed_slice());
    kept.insert(path.to_owned(), data);
    Some(data)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_found_in_the_fonts_that_have_them() {
        let mut installed = Database::new();
        installed.load_fonts_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/fonts"));
        let found = |letters: &[char]| -> Vec<String> {
            let found = find_in(&installed, letters);
            found.iter().map(|family| family.regular.family().to_owned()).collect()
        };
        assert_eq!(found(&['東', '物']), ["Droid Sans Fallback"], "one font for both");
        assert_eq!(found(&['😀']), ["Noto Color Emoji"]);
        assert_eq!(found(&['ש', 'ل']), ["DejaVu Sans"]);
        assert_eq!(found(&['\u{10FFFF}']), Vec::<String>::new());
        assert_eq!(found(&['東', '😀']).len(), 2);
    }
}
