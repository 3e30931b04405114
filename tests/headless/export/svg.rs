//! Letters of SVG: real text with fonts that come along, outlines, pictures.

use super::{Pixels, paint, read_xml, scene, texts};
use crate::fonts::with_others;
use crate::same_picture::{maps, with_a_text_moved};
use base64::Engine as _;
use pathlight::export::{PngOptions, SvgText, svg};
use pathlight::scene::{Prim, Scene, TextRun};
use pathlight::text::Fonts;
use skrifa::{FontRef, MetadataProvider};

fn of(fonts: &Fonts, words: &str) -> Scene {
    let runs = texts(fonts, words, 10.0, 40.0, 30.0).into_iter().map(Prim::Text).collect();
    scene(400.0, 60.0, runs)
}

/// The fonts of an SVG: family and file.
fn fonts_of(xml: &str) -> Vec<(String, Vec<u8>)> {
    let faces = xml.split("@font-face{").skip(1);
    let face = |face: &str| {
        let between = |from: &str, to: &str| face.split(from).nth(1)?.split(to).next().map(str::to_owned);
        let data = between("base64,", ")").expect("data");
        let font = base64::engine::general_purpose::STANDARD.decode(data).expect("base64");
        (between("font-family:'", "'").expect("a name"), font)
    };
    faces.map(face).collect()
}

fn words_of(xml: &str) -> Vec<String> {
    read_xml(xml).into_iter().filter(|(name, _)| name == "text").map(|(_, words)| words).collect()
}

#[test]
fn text_is_text_and_brings_the_letters_it_uses() {
    let xml = svg(&of(&Fonts::bundled(), "Sipariş 12:30 → AVA"), "t", SvgText::Embedded);
    assert_eq!(words_of(&xml), ["Sipariş 12:30 → AVA"]);
    let fonts = fonts_of(&xml);
    assert_eq!(fonts.len(), 1);
    let font = FontRef::new(&fonts[0].1).expect("a font");
    assert!("Sipariş 12:30→AV".chars().all(|letter| font.charmap().map(letter).is_some()));
    assert_eq!(font.charmap().map('q'), None);
    assert!(xml.contains(" dx=\""), "A and V stand closer than their advances say");
}

fn words_in_xml(run: &TextRun) -> String {
    run.text.replace('&', "&amp;").replace('"', "&quot;")
}

/// Texts of the scene that the drawing has elsewhere.
fn elsewhere(scene: &Scene, xml: &str) -> Vec<String> {
    let number = |line: &str, name: &str| -> Option<f32> {
        line.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?.parse().ok()
    };
    let text = |line: &str| {
        let words = line.split_once('>')?.1.split("</text>").next()?.to_owned();
        Some((words, number(line, "x")?, number(line, "y")?, number(line, "textLength")))
    };
    let texts: Vec<_> = xml.split("<text").skip(1).filter_map(text).collect();
    let is_there = |run: &TextRun| {
        let words = words_in_xml(run);
        texts.iter().any(|(text, x, y, width)| {
            let is_near = |one: f32, other: f32| (one - other).abs() < 0.01;
            *text == words
                && is_near(*x, run.origin.x)
                && is_near(*y, run.origin.y)
                && width.is_none_or(|width| is_near(width, run.width))
        })
    };
    let runs = scene.items.iter().filter_map(|item| match &item.prim {
        Prim::Text(run) if run.font.is_none() => Some(run),
        _ => None,
    });
    // A line in which one letter has two shapes is drawn.
    let (written, drawn): (Vec<_>, Vec<_>) =
        runs.partition(|run| texts.iter().any(|(text, ..)| *text == words_in_xml(run)));
    assert!(
        drawn.len() * 20 < written.len(),
        "{} of {} are text",
        written.len(),
        drawn.len() + written.len()
    );
    written.iter().filter(|run| !is_there(run)).map(|run| run.text.to_string()).collect()
}

#[test]
fn each_text_stands_where_the_scene_has_it() {
    let fonts = with_others();
    for pictured in maps::all() {
        let scene = pictured.page(&fonts);
        let xml = svg(&scene, "t", SvgText::Embedded);
        assert_eq!(elsewhere(&scene, &xml), [""; 0], "{}", pictured.name);
        assert_eq!(elsewhere(&with_a_text_moved(&scene, 1.0), &xml).len(), 1, "one that is moved is told");
    }
}

#[test]
fn outlines_need_no_font() {
    let xml = svg(&of(&Fonts::bundled(), "Sipariş"), "t", SvgText::Outlines);
    assert!(words_of(&xml).is_empty() && fonts_of(&xml).is_empty());
    assert!(xml.contains("<path d=\"M"));
}

#[test]
fn other_fonts_come_along_emoji_are_pictures_and_joined_letters_are_drawn() {
    let fonts = with_others();
    let xml = svg(&of(&fonts, "Ok 配送料 😀"), "t", SvgText::Embedded);
    assert_eq!(words_of(&xml), ["Ok ", "配送料 "]);
    let families: Vec<String> = fonts_of(&xml).into_iter().map(|(family, _)| family).collect();
    assert_eq!(families, ["Pathlight", "Pathlight 2"]);
    assert!(xml.contains("font-family=\"'Pathlight 2', 'Droid Sans Fallback'"));
    assert_eq!(xml.matches("<image").count(), 1);
    let drawn = svg(&of(&fonts, "سلام"), "t", SvgText::Embedded);
    assert!(words_of(&drawn).is_empty());
    assert!(drawn.contains("<path d=\"M"));
}

#[test]
fn emoji_have_their_colours_in_pictures() {
    let scene = of(&with_others(), "😀");
    let pixels = Pixels::of(&paint(&scene, &PngOptions::with_width(400)));
    let yellow = (0..60)
        .flat_map(|y| (0..60).map(move |x| (x, y)))
        .filter(|(x, y)| matches!(pixels.at(*x, *y), [r, g, b] if *r > 200 && *g > 150 && *b < 110));
    assert!(yellow.count() > 300, "a yellow face");
}
