//! What a reader without any knowledge of maps finds in the picture: tesseract reads the PNG as it would be shown on a screen.

use super::{maps, painters};
use image::GrayImage;
use image::imageops::{self, FilterType};
use pathlight::base::{Cancel, Progress, Rect};
use pathlight::export::{PngOptions, pixels};
use pathlight::scene::{Element, Node, Scene};
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// Width of a screen.
const WIDTH_PX: u32 = 1920;

/// A word that was read, and the middle of the place where it stands, in pixels.
struct Word {
    text: String,
    x: f32,
    y: f32,
    height: f32,
}

/// Letters and digits alone: readers are not asked where words end.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// All words in a picture; none when there is no reader.
fn read(folder: &Path, image: &GrayImage) -> Option<Vec<Word>> {
    let path = folder.join("shown.png");
    image.save(&path).expect("saved");
    // Words that stand anywhere, in no order.
    let arguments = ["stdout", "--psm", "11", "-l", "eng", "tsv"];
    let output = Command::new("tesseract").arg(&path).args(arguments).output().ok()?;
    assert!(output.status.success(), "tesseract: {}", String::from_utf8_lossy(&output.stderr));
    let table = String::from_utf8(output.stdout).expect("a text");
    let word = |row: &str| {
        let cells: Vec<&str> = row.split('\t').collect();
        let [left, top, width, height] = [6, 7, 8, 9].map(|cell| cells.get(cell)?.parse::<f32>().ok());
        let text = cells.get(11)?.trim();
        let (x, y) = (left? + width? / 2.0, top? + height? / 2.0);
        (!text.is_empty()).then(|| Word { text: text.to_owned(), x, y, height: height.unwrap_or(0.0) })
    };
    Some(table.lines().skip(1).filter_map(word).collect())
}

/// What was read within a part of the picture, line by line.
fn read_within(words: &[Word], place: Rect) -> String {
    let is_within = |word: &&Word| {
        (place.min.x..place.max.x).contains(&word.x) && (place.min.y..place.max.y).contains(&word.y)
    };
    let mut words: Vec<&Word> = words.iter().filter(is_within).collect();
    words.sort_by(|one, other| one.y.total_cmp(&other.y));
    let lines = words.chunk_by_mut(|above, below| below.y - above.y < 0.5 * above.height);
    let mut read = String::new();
    for line in lines {
        line.sort_by(|one, other| one.x.total_cmp(&other.x));
        line.iter().for_each(|word| read += &letters(&word.text));
    }
    read
}

fn scaled(rect: Rect, scale: f32) -> Rect {
    Rect::from_xywh(rect.min.x * scale, rect.min.y * scale, rect.width() * scale, rect.height() * scale)
}

fn place_of(scene: &Scene, is_it: impl Fn(&Node) -> bool) -> Rect {
    scene.nodes.iter().find(|node| is_it(node)).expect("on the map").rect
}

/// White letters on colours: readers of print want them black on white, and large.
fn as_print(image: &GrayImage, place: Rect) -> GrayImage {
    let px = |points: f32| points.round() as u32;
    let (width, height) = (px(place.width()), px(place.height()));
    let part = imageops::crop_imm(image, px(place.min.x), px(place.min.y), width, height).to_image();
    let mut part = imageops::resize(&part, width * 3, height * 3, FilterType::CatmullRom);
    imageops::invert(&mut part);
    part
}

#[test]
fn a_reader_finds_the_title_all_stages_and_nearly_all_touchpoints() {
    let fonts = painters::fonts();
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    for name in maps::SAMPLES {
        let pictured = maps::sample(name);
        let (map, scene) = (&pictured.map, pictured.page(&fonts));
        let picture = pixels(&scene, &PngOptions::with_width(WIDTH_PX), &Cancel::new(), &Progress::new())
            .expect("painted");
        let image = image::RgbaImage::from_raw(picture.width_px, picture.height_px, picture.rgba);
        let image = imageops::grayscale(&image.expect("its pixels"));
        let Some(words) = read(folder, &image) else {
            eprintln!(
                "\nNOT TESTED: there is no tesseract, so nobody reads the pictures; install tesseract-ocr\n"
            );
            return;
        };
        let scale = WIDTH_PX as f32 / scene.size.width;
        let at = |place: Rect| read_within(&words, scaled(place, scale));

        let title = at(place_of(&scene, |node| node.element == Element::Title));
        assert!(title.contains(&letters(&map.about.title)), "{name}: the title is read as {title}");
        for (stage, shown) in map.stages_in_order().zip(&scene.grid.stages) {
            let band = as_print(&image, scaled(shown.band.expanded(-4.0), scale));
            let read: String =
                read(folder, &band).expect("as before").iter().map(|word| &*word.text).collect();
            assert!(
                letters(&read).contains(&letters(&stage.name)),
                "{name}: {} is read as {read}",
                stage.name
            );
        }
        let read_at = |id| at(place_of(&scene, |node| node.element == Element::Touchpoint(id)));
        let lost: Vec<_> = map
            .touchpoints_in_order()
            .map(|(_, touchpoint)| (&touchpoint.name, read_at(touchpoint.id)))
            .filter(|(name, read)| !read.contains(&letters(name)))
            .collect();
        assert!(lost.len() * 20 <= map.touchpoints.len(), "{name}: read otherwise: {lost:?}");
    }
}
