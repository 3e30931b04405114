//! Where words stand: what another program writes, word by word, beside what the scene has. A picture tells a text that is missing;
//! one that is moved by the height of a letter is told here.

use pathlight::base::Rect;
use pathlight::base::geom::pt;
use pathlight::scene::{Prim, Scene, TextRun};
use std::path::Path;
use std::process::Command;

/// Shorter ones stand in many places.
const LETTERS: usize = 4;

/// A word and its place in pixels.
pub struct Word {
    text: String,
    left: f32,
    middle: f32,
}

/// The words of each page of a document by Poppler, in the pixels of pages so wide.
pub fn words(document: &Path, width: f32) -> Vec<Vec<Word>> {
    let output = Command::new("pdftotext").arg("-bbox").arg(document).arg("-").output();
    let output = output.unwrap_or_else(|error| panic!("pdftotext: {error}; install poppler-utils"));
    assert!(output.status.success(), "pdftotext: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let page = |page: &str| {
        let scale = width / attribute(page, "width").expect("a width");
        let word = |line: &str| {
            let (_, text) = line.split_once("\">")?;
            let text = text.split("</word>").next()?;
            let text =
                text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
            let middle = (attribute(line, "yMin")? + attribute(line, "yMax")?) / 2.0;
            Some(Word { text, left: attribute(line, "xMin")? * scale, middle: middle * scale })
        };
        page.split("<word ").skip(1).filter_map(word).collect()
    };
    text.split("<page ").skip(1).map(page).collect()
}

fn attribute(tag: &str, name: &str) -> Option<f32> {
    tag.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse().ok()
}

/// The words of the scene that stand elsewhere, with how far from where they should, in pixels of so many to the point.
pub fn elsewhere(
    scene: &Scene,
    shown: &[Word],
    scale: f32,
    left_out: &[Rect],
    limit: f32,
) -> Vec<(String, f32)> {
    let is_left_out = |run: &TextRun| {
        let at = pt(run.origin.x + run.width / 2.0, run.origin.y - 0.3 * run.size);
        left_out.iter().any(|rect| rect.contains(at))
    };
    let runs = scene.items.iter().filter_map(|item| match &item.prim {
        Prim::Text(run) if run.font.is_none() && !is_left_out(run) => Some(run),
        _ => None,
    });
    let mut wrong = Vec::new();
    for run in runs {
        // A word that is too long for its line is broken where whoever shows it likes.
        let is_whole = |word: &str| run.passage.text.split_whitespace().any(|whole| whole == word);
        for word in run.text.split_whitespace().filter(|word| is_looked_for(word) && is_whole(word)) {
            let start = word.as_ptr() as usize - run.text.as_ptr() as usize;
            let Some((left, _)) = run.extent_of(&(start..start + word.len())) else { continue };
            let left = (run.origin.x + left) * scale;
            // Half of what is between the highest and the lowest letters of Inter.
            let middle = (run.origin.y - 0.364 * run.size) * scale;
            let away = |word: &Word| (word.left - left).abs().max((word.middle - middle).abs());
            let nearest =
                shown.iter().filter(|shown| shown.text == word).map(away).fold(f32::INFINITY, f32::min);
            if nearest > limit {
                wrong.push((word.to_owned(), nearest));
            }
        }
    }
    wrong
}

fn is_looked_for(word: &str) -> bool {
    word.chars().count() >= LETTERS && word.chars().all(char::is_alphabetic)
}
