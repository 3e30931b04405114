//! Documents, read back by Poppler: their text, their pages, and how they look.

use crate::scene::sample;
use pathlight::base::{Cancel, Progress};
use pathlight::export::{DocumentInfo, ExportError, Paper, PdfLayout, PngOptions, pdf, pixels};
use pathlight::model::JourneyMap;
use pathlight::scene::{Page, Scene, SceneOptions, build};
use pathlight::text::Fonts;
use pathlight::theme::Theme;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A map with what the data says, as a page.
fn page(map: &JourneyMap) -> Scene {
    let options = SceneOptions { page: Some(Page::with_margin(24.0)), ..SceneOptions::default() };
    build(map, Some(&sample::overlay()), &options, &Theme::light(), &Fonts::bundled())
}

fn info() -> DocumentInfo {
    DocumentInfo { title: "Çok güzel".to_owned(), description: String::new(), language: "tr".to_owned() }
}

fn bytes(scene: &Scene, layout: PdfLayout) -> Vec<u8> {
    pdf(&[scene], &layout, &info(), &Cancel::new(), &Progress::new()).expect("a document")
}

/// What one of Poppler's programs says of a document.
fn poppler(program: &str, args: &[&str], document: &[u8]) -> (TempDir, String) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("map.pdf");
    std::fs::write(&path, document).expect("written");
    let output = Command::new(program).args(args).arg(&path).arg(folder.path().join("out")).output();
    let output = output.unwrap_or_else(|error| panic!("{program}: {error}; install poppler-utils"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (folder, String::from_utf8_lossy(&output.stdout).into_owned())
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_name_can_be_searched_and_the_same_map_gives_the_same_bytes() {
    let map = sample::map();
    let scene = page(&map);
    let document = bytes(&scene, PdfLayout::Fitted);
    assert!(document == bytes(&scene, PdfLayout::Fitted));
    let (folder, _) = poppler("pdftotext", &["-raw"], &document);
    let text = words(&std::fs::read_to_string(folder.path().join("out")).expect("its text"));
    let touchpoints = map.touchpoints.iter().map(|touchpoint| &touchpoint.name);
    for name in touchpoints.chain(map.stages.iter().map(|stage| &stage.name)) {
        assert!(text.contains(&words(name)), "{name} is not in: {text}");
    }
}

#[test]
fn a_page_looks_as_the_picture_does() {
    let scene = page(&sample::map());
    let picture = pixels(&scene, &PngOptions::with_scale(&scene, 1.0), &Cancel::new(), &Progress::new())
        .expect("painted");
    let (folder, _) =
        poppler("pdftoppm", &["-r", "72", "-png", "-singlefile"], &bytes(&scene, PdfLayout::Fitted));
    let page = image::open(folder.path().join("out.png")).expect("a page").to_rgba8();
    assert!(page.width().abs_diff(picture.width_px) <= 1 && page.height().abs_diff(picture.height_px) <= 1);
    let (mut total, mut far, mut count) = (0_u64, 0_u64, 0_u64);
    for y in 0..page.height().min(picture.height_px) {
        for x in 0..page.width().min(picture.width_px) {
            let at = (y as usize * picture.width_px as usize + x as usize) * 4;
            let apart = (0..3).map(|part| page.get_pixel(x, y)[part].abs_diff(picture.rgba[at + part])).max();
            let apart = u64::from(apart.unwrap_or(0));
            total += apart;
            far += u64::from(apart > 96);
            count += 1;
        }
    }
    // Edges of letters are painted in another way; nothing else is.
    assert!(total < 3 * count, "mean difference {} of 255", total as f64 / count as f64);
    assert!(far * 100 < count, "{far} of {count} pixels are far off");
}

#[test]
fn sheets_have_the_size_of_their_paper() {
    let scene = page(&sample::map());
    let pages = |layout| {
        let document = bytes(&scene, layout);
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("map.pdf");
        std::fs::write(&path, document).expect("written");
        let output =
            Command::new("pdfinfo").arg(Path::new(&path)).output().expect("pdfinfo of poppler-utils");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let line = |key: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default();
            line.trim().to_owned()
        };
        assert_eq!((line("Title:").as_str(), line("Tagged:").as_str()), ("Çok güzel", "yes"));
        (line("Pages:"), line("Page size:"))
    };
    let (count, size) = pages(PdfLayout::OneSheet(Paper::A3));
    assert_eq!(count, "1");
    assert!(size.starts_with("1190.55 x 841.89"), "{size}");
    let (count, size) = pages(PdfLayout::Sheets { paper: Paper::Letter, across: 3 });
    assert_eq!(count.parse::<u32>().expect("a number") % 3, 0);
    assert!(size.starts_with("612 x 792") || size.starts_with("792 x 612"), "{size}");
}

#[test]
fn what_has_no_extent_or_was_stopped_gives_no_document() {
    let none = pdf(&[&Scene::default()], &PdfLayout::Fitted, &info(), &Cancel::new(), &Progress::new());
    assert!(matches!(none, Err(ExportError::BadSize { .. })));
    let scene = page(&sample::map());
    let cancel = Cancel::new();
    cancel.raise();
    let stopped = pdf(&[&scene], &PdfLayout::Fitted, &info(), &cancel, &Progress::new());
    assert!(matches!(stopped, Err(ExportError::Cancelled(_))));
}
