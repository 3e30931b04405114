//! Presentations of every map as other programs take them: nothing in them breaks the rules by which Microsoft's SDK validates,
//! python-pptx finds each stage and each card as one shape, and what it has edited and saved still opens.

use crate::fonts;
use crate::same_picture::maps;
use pathlight::base::fmt::NumberFormat;
use pathlight::base::{Cancel, Progress};
use pathlight::export::{PptxOptions, pptx};
use pathlight::model::{CardKind, JourneyMap};
use pathlight::overlay::Overlay;
use pathlight::scene::Page;
use pathlight::scene::slides::{Deck, DeckCharts, SlideSize, slides};
use pathlight::theme::Theme;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn office(arguments: &[&str]) -> Output {
    // `scripts/test` makes one that has what is needed.
    let python = std::env::var("PATHLIGHT_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/headless/export/office.py");
    let output = Command::new(&python).arg(script).args(arguments).output();
    output.unwrap_or_else(|error| panic!("{python}: {error}"))
}

fn is_there() -> bool {
    let python = std::env::var("PATHLIGHT_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let is_there =
        Command::new(python).arg("--version").output().is_ok() && office(&["probe"]).status.success();
    if !is_there {
        eprintln!(
            "\nNOT TESTED: Python lacks python-pptx or openxml-audit, so nobody else reads presentations; run scripts/test\n"
        );
    }
    is_there
}

fn succeeded(output: Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("a text")
}

fn read(path: &Path) -> Value {
    let said = succeeded(office(&["read", &path.display().to_string()]));
    serde_json::from_str(&said).expect("JSON")
}

/// All slides of a map.
fn write(path: &Path, map: &JourneyMap, overlay: Option<&Overlay>, size: SlideSize) {
    let deck = Deck {
        map,
        measures: None,
        overlay,
        persona: None,
        format: NumberFormat::default(),
        size,
        page: Page::full(),
        charts: DeckCharts::default(),
    };
    let slides = slides(&deck, &Theme::light(), &fonts::with_others());
    let options = PptxOptions { title: map.about.title.clone(), size, language: "en-US".to_owned() };
    let bytes = pptx(&slides, &options, &Cancel::new(), &Progress::new()).expect("a presentation");
    std::fs::write(path, bytes).expect("written");
}

/// How often each text stands on a slide.
fn counted(slide: &Value) -> BTreeMap<&str, usize> {
    let mut counted = BTreeMap::new();
    for text in slide.as_array().into_iter().flatten().filter_map(Value::as_str) {
        *counted.entry(text).or_default() += 1;
    }
    counted
}

#[test]
fn presentations_keep_the_rules_and_each_stage_and_card_is_one_shape() {
    if !is_there() {
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("map.pptx");
    for pictured in maps::all() {
        let map = &pictured.map;
        for size in [SlideSize::Standard, SlideSize::Wide] {
            write(&path, map, pictured.overlay.as_ref(), size);
            let said = read(&path);
            assert_eq!(said["wrong"], Value::Array(Vec::new()), "{} {size:?}", pictured.name);
        }
        let said = read(&path);
        let mut shapes = counted(&said["slides"][0]);
        let stages = map.stages.iter().map(|stage| stage.name.as_str());
        let cards = map.cards.iter().filter(|card| !matches!(card.kind, CardKind::Metric { .. }));
        for text in stages.chain(cards.map(|card| card.text.as_str())) {
            let left =
                shapes.get_mut(text).unwrap_or_else(|| panic!("{}: no shape says `{text}`", pictured.name));
            assert!(*left > 0, "{}: too few shapes say `{text}`", pictured.name);
            *left -= 1;
        }
    }
}

#[test]
fn a_card_that_was_edited_elsewhere_and_saved_still_opens() {
    if !is_there() {
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let (path, edited) = (folder.path().join("map.pptx"), folder.path().join("edited.pptx"));
    let pictured = maps::sample("airport");
    write(&path, &pictured.map, pictured.overlay.as_ref(), SlideSize::Wide);
    let (old, new) = ("Queue of unknown length", "Kuyruğun uzunluğu bilinmiyor");
    assert!(pictured.map.cards.iter().any(|card| card.text == old), "the card that is edited");
    let paths = [&path, &edited].map(|path| path.display().to_string());
    succeeded(office(&["edit", &paths[0], old, new, &paths[1]]));
    let (before, after) = (read(&path), read(&edited));
    assert_eq!(after["wrong"], Value::Array(Vec::new()));
    let (before, after) = (counted(&before["slides"][0]), counted(&after["slides"][0]));
    assert_eq!((before.get(old), after.get(old)), (Some(&1), None));
    assert_eq!((before.get(new), after.get(new)), (None, Some(&1)));
    assert_eq!(before.len(), after.len(), "all else is as it was");
}

#[test]
fn what_breaks_the_rules_is_told() {
    if !is_there() {
        return;
    }
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("broken.pptx");
    let pictured = maps::sample("airport");
    write(&path, &pictured.map, None, SlideSize::Wide);
    let mut zip = zip::ZipArchive::new(std::fs::File::open(&path).expect("a file")).expect("an archive");
    let mut broken = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut bytes).expect("read");
        if name == "ppt/slides/slide1.xml" {
            let xml = String::from_utf8(bytes).expect("UTF-8");
            bytes = xml.replacen("algn=\"l\"", "algn=\"left\"", 1).into_bytes();
        }
        broken.start_file(name, zip::write::SimpleFileOptions::default()).expect("begun");
        std::io::Write::write_all(&mut broken, &bytes).expect("written");
    }
    std::fs::write(&path, broken.finish().expect("whole").into_inner()).expect("written");
    let said = read(&path)["wrong"].to_string();
    assert!(said.contains("algn"), "{said}");
}
