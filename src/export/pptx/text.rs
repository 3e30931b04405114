//! Texts as paragraphs that can be written in, broken into lines by whoever shows them, at the width of the scene.

use super::geometry::{Scale, text_inset};
use super::groups::Words;
use super::lines::{is_level, room_pt};
use super::shapes::solid_fill;
use crate::base::geom::pt;
use crate::base::{Point, Rect};
use crate::export::xml::escaped;
use crate::scene::{Align, RectPrim, TextRun};
use crate::text::Face;

/// The font of the theme, so that all texts change with it.
const FONT: &str = "<a:latin typeface=\"+mn-lt\"/>";
/// How far a line reaches below its baseline, in ems of Inter.
const DESCENT_EM: f32 = 0.241;
/// The smallest size that the format knows.
const LEAST_CENTIPOINTS: i64 = 100;

/// Where a text is, from its lines.
struct Block {
    /// What the lines are broken in.
    room: Rect,
    wraps: bool,
}

/// The frame of a text that stands free, with the text.
pub(super) fn free(words: &Words<'_>, scale: Scale, language: &str) -> (Rect, String) {
    let block = block(words);
    let body = body(words, [0.0; 4], block.wraps, scale, language);
    (block.room, body)
}

/// A text on a rectangle.
pub(super) fn on_rect(words: &Words<'_>, shape: &RectPrim, scale: Scale, language: &str) -> String {
    let rect = &shape.rect;
    let Rect { min, max } = block(words).room;
    // Outlines keep texts off their round corners by themselves.
    let kept_off = text_inset(shape);
    let insets = [min.x - rect.min.x, min.y - rect.min.y, rect.max.x - max.x, kept_off];
    let insets = insets.map(|inset| (inset - kept_off).max(0.0));
    // What is in the middle stays there when it grows.
    let [left, top, right, bottom] = insets;
    let insets = match words.passage.align {
        Align::Start | Align::End => insets,
        Align::Middle => [left.min(right), top, left.min(right), bottom],
    };
    body(words, insets, words.passage.room_em.is_some(), scale, language)
}

fn block(words: &Words<'_>) -> Block {
    let Words { passage, first, rest } = words;
    let line_height = passage.line_height_em * first.size;
    let on_first_line = rest.iter().filter(|run| is_level(run, first)).map(|run| right_of(run));
    let (left, right) = (first.origin.x, on_first_line.fold(right_of(first), f32::max));
    let room = passage.room_em.map_or(right - left, |_| room_pt(words));
    let (left, right) = match passage.align {
        Align::Start => (left, left + room),
        Align::Middle => ((left + right - room) / 2.0, (left + right + room) / 2.0),
        Align::End => (right - room, right),
    };
    let top = first.origin.y + DESCENT_EM * first.size - line_height;
    let lowest = rest.iter().map(|run| run.origin.y).fold(first.origin.y, f32::max);
    let bottom = lowest + DESCENT_EM * first.size;
    Block { room: Rect { min: pt(left, top), max: pt(right, bottom) }, wraps: passage.room_em.is_some() }
}

fn right_of(run: &TextRun) -> f32 {
    let Point { x, .. } = run.origin;
    x + run.width
}

/// Insets are those at left, top, right and bottom.
fn body(words: &Words<'_>, insets: [f32; 4], wraps: bool, scale: Scale, language: &str) -> String {
    let [left, top, right, bottom] = insets.map(|inset| scale.emu(inset));
    let wrap = if wraps { "square" } else { "none" };
    format!(
        "<p:txBody><a:bodyPr wrap=\"{wrap}\" lIns=\"{left}\" tIns=\"{top}\" rIns=\"{right}\" bIns=\"{bottom}\" \
         rtlCol=\"0\" anchor=\"t\"><a:noAutofit/></a:bodyPr><a:lstStyle/>{}</p:txBody>",
        paragraphs(words, scale, language)
    )
}

fn paragraphs(words: &Words<'_>, scale: Scale, language: &str) -> String {
    let Words { passage, first, .. } = words;
    let align = match passage.align {
        Align::Start => "l",
        Align::Middle => "ctr",
        Align::End => "r",
    };
    let spacing = scale.centipoints(passage.line_height_em * first.size).max(LEAST_CENTIPOINTS);
    let size = scale.centipoints(first.size).max(LEAST_CENTIPOINTS);
    // The style of titles is bold already, so that what is not has to say so.
    let bold = match first.face {
        Face::Regular | Face::Medium => " b=\"0\"",
        Face::SemiBold | Face::Bold => " b=\"1\"",
    };
    let fill = solid_fill(first.color);
    let paragraph = |line: &str| {
        let language = language_of(line, language);
        let rtl = if is_right_to_left(line) { " rtl=\"1\"" } else { "" };
        let properties = format!("lang=\"{language}\" sz=\"{size}\"{bold} dirty=\"0\"");
        let run = if line.is_empty() {
            format!("<a:endParaRPr {properties}>{fill}{FONT}</a:endParaRPr>")
        } else {
            format!("<a:r><a:rPr {properties}>{fill}{FONT}</a:rPr><a:t>{}</a:t></a:r>", escaped(line))
        };
        format!(
            "<a:p><a:pPr algn=\"{align}\"{rtl}><a:lnSpc><a:spcPts val=\"{spacing}\"/></a:lnSpc>\
             <a:spcBef><a:spcPts val=\"0\"/></a:spcBef><a:spcAft><a:spcPts val=\"0\"/></a:spcAft></a:pPr>{run}</a:p>"
        )
    };
    lines(&passage.text).map(paragraph).collect()
}

/// A text without a look of its own.
pub(super) fn plain_paragraphs(text: &str, language: &str) -> String {
    let paragraph = |line: &str| {
        if line.is_empty() {
            return "<a:p/>".to_owned();
        }
        let language = language_of(line, language);
        format!("<a:p><a:r><a:rPr lang=\"{language}\" dirty=\"0\"/><a:t>{}</a:t></a:r></a:p>", escaped(line))
    };
    lines(text).map(paragraph).collect()
}

/// The lines of a text as it was typed, whatever ends them.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let ends = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let mut after_return = false;
    text.split_inclusive(ends).chain(text.ends_with(ends).then_some("")).filter_map(move |line| {
        // A line feed behind a carriage return ends no further line.
        let is_second_half = after_return && line == "\n";
        after_return = line.ends_with('\r');
        (!is_second_half).then(|| line.trim_end_matches(ends))
    })
}

/// The language that letters tell, for spelling and for the fonts that stand in; else the one given.
fn language_of<'l>(text: &str, otherwise: &'l str) -> &'l str {
    let told = text.chars().find_map(|letter| match letter {
        'ğ' | 'Ğ' | 'ş' | 'Ş' | 'ı' | 'İ' => Some("tr-TR"),
        'ą' | 'Ą' | 'ę' | 'Ę' | 'ł' | 'Ł' | 'ś' | 'Ś' | 'ź' | 'Ź' | 'ż' | 'Ż' => Some("pl-PL"),
        '\u{370}'..='\u{3ff}' => Some("el-GR"),
        '\u{400}'..='\u{4ff}' => Some("ru-RU"),
        '\u{590}'..='\u{5ff}' => Some("he-IL"),
        '\u{600}'..='\u{6ff}' => Some("ar-SA"),
        '\u{3040}'..='\u{30ff}' => Some("ja-JP"),
        '\u{ac00}'..='\u{d7af}' => Some("ko-KR"),
        '\u{4e00}'..='\u{9fff}' => Some("zh-CN"),
        _ => None,
    });
    told.unwrap_or(otherwise)
}

/// The first letter that has a direction goes to the left.
fn is_right_to_left(text: &str) -> bool {
    let first = text.chars().find(|letter| letter.is_alphabetic());
    first.is_some_and(
        |letter| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        lines(text).collect()
    }

    #[test]
    fn lines_are_those_that_were_typed() {
        assert_eq!(split("one"), ["one"]);
        assert_eq!(split("one\ntwo\r\nthree\rfour"), ["one", "two", "three", "four"]);
        assert_eq!(split("one\n\n"), ["one", "", ""]);
        assert_eq!(split("\r\n"), ["", ""]);
        assert_eq!(split("\r\r\n"), ["", "", ""]);
    }

    #[test]
    fn letters_tell_the_language() {
        let told = ["İade isteği", "Żółć", "Parcel", "荷物が届く"].map(|text| language_of(text, "en-GB"));
        assert_eq!(told, ["tr-TR", "pl-PL", "en-GB", "zh-CN"]);
    }
}
