//! The text of map files, and what is said when it is not one.

use crate::model::sample;
use pathlight::model::check::check;
use pathlight::store::format::{from_text, to_text};
use std::path::Path;

#[test]
fn a_map_survives_its_text() {
    let map = sample::map();
    assert_eq!(check(&map), []);
    let text = to_text(&map).expect("text");
    let read = from_text(Path::new("a.journey.ron"), &text).expect("map");
    assert_eq!(read, map);
    assert_eq!(to_text(&read).expect("text"), text);
}
