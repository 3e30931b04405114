//! How wide the room of a text is in a presentation: programs break lines by themselves, so that texts can be written in. The
//! room is one in which they break them where the scene does, although their letters are not as wide to a hair.

use super::groups::Words;
use crate::scene::TextRun;
use crate::text::Face;

/// A text that has a line to itself, or to which lines could be added, gets so much more than it needs.
const SPARE_ROOM: f32 = 0.04;
/// Letters behind which programs begin a new line although no blank stands there.
const BREAKS_BEHIND: [char; 8] = ['-', '/', '–', '—', '?', '!', '|', '\u{ad}'];

/// Width of the room for a text that is broken into lines, in points.
///
/// A line of it must fit, and so must not what the next line begins with. The room of the scene lies between the two, often
/// close to one of them, and a little wider letter would make another line; so it keeps away from both, as far as there is space.
pub(super) fn room_pt(words: &Words<'_>) -> f32 {
    let Words { passage, first, rest } = words;
    let lines = lines_of(std::iter::once(*first).chain(rest.iter().copied()));
    let wider = wider_than_in_scene(first.face);
    let longest = lines.iter().map(|line| line.width_pt).fold(0.0, f32::max) * wider;
    let mut text = &*passage.text;
    let mut too_wide = f32::INFINITY;
    for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
        let Some((line_text, after)) = text.split_at_checked(line.bytes()) else { break };
        let blank = after.len() - after.trim_start().len();
        let (blanks, following) = after.split_at(blank);
        if !blanks.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
            let is_within_word = blanks.is_empty() && !line_text.ends_with(BREAKS_BEHIND);
            too_wide = too_wide.min((line.width_pt + next.beginning_pt(is_within_word)) * wider);
        }
        text = following;
    }
    let room = passage.room_em.unwrap_or(0.0) * first.size;
    let space = (SPARE_ROOM * longest).min((too_wide - longest) / 2.0).max(0.0);
    // Not `clamp`: where nothing lies between the two, the line that has to fit counts.
    room.min(too_wide - space).max(longest + space)
}

/// How much wider letters are in the weight that stands in: presentations know only regular and bold ones.
const fn wider_than_in_scene(face: Face) -> f32 {
    match face {
        Face::Regular | Face::Bold => 1.0,
        Face::Medium => 0.985,
        Face::SemiBold => 1.015,
    }
}

/// The runs of one line.
struct Line<'s> {
    runs: Vec<&'s TextRun>,
    width_pt: f32,
}

/// True when two runs stand on the same line.
pub(super) fn is_level(run: &TextRun, first: &TextRun) -> bool {
    (run.origin.y - first.origin.y).abs() < 0.1 * first.size
}

fn lines_of<'s>(runs: impl Iterator<Item = &'s TextRun>) -> Vec<Line<'s>> {
    let mut lines: Vec<Line<'s>> = Vec::new();
    for run in runs {
        let line = lines.last_mut().filter(|line| line.runs.iter().all(|known| is_level(known, run)));
        match line {
            Some(line) => {
                line.runs.push(run);
                line.width_pt += run.width;
            }
            None => lines.push(Line { runs: vec![run], width_pt: run.width }),
        }
    }
    lines
}

impl Line<'_> {
    fn bytes(&self) -> usize {
        self.runs.iter().map(|run| run.text.len()).sum()
    }

    /// Width of what could have stood on the line before: of a line that goes on within a word its first letter, else its first
    /// word, or the part of it behind which a line may end.
    fn beginning_pt(&self, is_within_word: bool) -> f32 {
        let Some(first) = self.runs.first().filter(|run| !run.is_rtl) else { return self.width_pt };
        let ends = |(at, letter): (usize, char)| {
            let behind = at + letter.len_utf8();
            (is_within_word || letter.is_whitespace() || BREAKS_BEHIND.contains(&letter)).then_some(behind)
        };
        let end = first.text.char_indices().find_map(ends).unwrap_or(first.text.len());
        first.extent_of(&(0..end)).map_or(self.width_pt, |(_, right)| right)
    }
}
