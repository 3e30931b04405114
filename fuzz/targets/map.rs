//! Any text as a map file: what opens is laid out, saved, and opens again as the same map.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pathlight::scene::{self, SceneOptions};
use pathlight::store::format;
use pathlight::text::Fonts;
use pathlight::theme::Theme;
use std::path::Path;
use std::sync::LazyLock;

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::bundled);
static THEME: LazyLock<Theme> = LazyLock::new(Theme::light);

fuzz_target!(|text: &str| {
    let path = Path::new("fuzz.journey.ron");
    let Ok(map) = format::from_text(path, text) else { return };
    let saved = format::to_text(&map).expect("what was read can be written");
    let again = format::from_text(path, &saved).expect("what was written can be read");
    assert_eq!(saved, format::to_text(&again).expect("what was read can be written"));
    std::hint::black_box(scene::build(&map, None, &SceneOptions::default(), &THEME, &FONTS));
});
