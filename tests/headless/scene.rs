//! Tests of `scene`.

mod again;
pub(crate) mod cards;
mod chart;
mod content;
mod curves;
pub(crate) mod insight;
mod layers;
pub(crate) mod layout;
mod report;
pub(crate) mod sample;
mod slides;
mod theme;
mod torture;

use pathlight::model::JourneyMap;
use pathlight::overlay::Overlay;
use pathlight::scene::{Page, Prim, Scene, SceneOptions, TextRun, build};
use pathlight::text::Fonts;
use pathlight::theme::Theme;
use std::sync::LazyLock;

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::bundled);

fn scene_with(map: &JourneyMap, overlay: Option<&Overlay>, options: &SceneOptions) -> Scene {
    build(map, overlay, options, &Theme::light(), &FONTS)
}

fn scene(map: &JourneyMap, overlay: Option<&Overlay>) -> Scene {
    scene_with(map, overlay, &SceneOptions::default())
}

fn page() -> SceneOptions {
    SceneOptions { page: Some(Page::with_margin(32.0)), ..SceneOptions::default() }
}

fn runs(scene: &Scene) -> impl Iterator<Item = &TextRun> {
    scene.items.iter().filter_map(|item| match &item.prim {
        Prim::Text(run) => Some(run),
        Prim::Rect(_) | Prim::Path(_) | Prim::Image(_) => None,
    })
}

fn shows(scene: &Scene, text: &str) -> bool {
    runs(scene).any(|run| run.text.contains(text))
}
