//! The canvas shows what the painter of PNGs paints: its triangles, painted without a graphics card, beside the picture.
//! The other formats are compared in `tests/headless/same_picture.rs`.

#[path = "../headless/same_picture/damage.rs"]
mod damage;
#[path = "../headless/same_picture/likeness.rs"]
mod likeness;
#[path = "../headless/same_picture/maps.rs"]
mod maps;
#[path = "../headless/same_picture/torture.rs"]
mod torture;
mod triangles;

use super::fonts;
use damage::{with_a_text_moved, without_a_card};
use egui::{Context, RawInput, Rect, Vec2, pos2, vec2};
use likeness::{Likeness, Picture};
use pathlight::base::{Cancel, Color, Progress, Size};
use pathlight::canvas::paint_at;
use pathlight::export::{PngOptions, pixels};
use pathlight::scene::{Item, Prim, RectPrim, Scene};
use pathlight::text::Fonts;
use pathlight::ui;
use triangles::Screen;

/// Pixels to the point.
const SCALE: f32 = 1.0;
/// A window is at most so wide and so high, points: larger maps are looked at part by part.
const WINDOW: Vec2 = vec2(1600.0, 1200.0);
/// As many parts tell all that there is: the words of the largest map begin anew with every sixth touchpoint.
const MOST_PARTS: usize = 2;

/// A part of a scene as the canvas shows it.
fn shown(scene: &Scene, part: Rect, fonts: &Fonts) -> Picture {
    let context = Context::default();
    ui::install_fonts(&context, fonts);
    context.set_theme(egui::Theme::Light);
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), part.size())),
        max_texture_side: Some(8192),
        ..RawInput::default()
    };
    let viewport = input.viewports.entry(input.viewport_id).or_default();
    viewport.native_pixels_per_point = Some(SCALE);
    let map =
        Rect::from_min_size(pos2(0.0, 0.0) - part.min.to_vec2(), vec2(scene.size.width, scene.size.height));
    let ground = scene.background.unwrap_or(Color::rgb(255, 255, 255));
    let mut screen = Screen::new(part.size() * SCALE, [ground.r, ground.g, ground.b]);
    // The second frame has the glyphs of the first.
    for is_last in [false, true] {
        let mut output = context.run_ui(input.clone(), |ui| paint_at(ui.painter(), map, scene));
        screen.take_textures(&output.textures_delta);
        let triangles = context.tessellate(output.shapes, SCALE);
        if is_last {
            screen.paint(&triangles, SCALE);
        }
        screen.free_textures(&output.textures_delta);
        output.textures_delta.clear();
    }
    screen.picture()
}

/// The whole picture.
fn painted(scene: &Scene) -> Picture {
    let options = PngOptions::with_scale(scene, SCALE);
    let pixels = pixels(scene, &options, &Cancel::new(), &Progress::new()).expect("painted");
    Picture::of_rgba(pixels.width_px, pixels.height_px, &pixels.rgba)
}

/// Parts of a scene, each no larger than the window, in whole points, from the left.
fn parts(scene: &Scene) -> Vec<Rect> {
    let (width, height) = (scene.size.width.floor(), scene.size.height.floor());
    let starts = |end: f32, step: f32| {
        let count = (end / step).ceil() as usize;
        (0..count).map(move |index| index as f32 * step)
    };
    let part = |x: f32, y: f32| {
        Rect::from_min_max(pos2(x, y), pos2((x + WINDOW.x).min(width), (y + WINDOW.y).min(height)))
    };
    let all = starts(width, WINDOW.x).flat_map(|x| starts(height, WINDOW.y).map(move |y| part(x, y)));
    all.take(MOST_PARTS).collect()
}

/// The worst difference anywhere.
fn worst(likeness: Likeness, picture: &Picture, screens: &[(Rect, Picture)]) -> f32 {
    let apart = |(part, screen): &(Rect, Picture)| {
        let [left, top, right, bottom] =
            [part.min.x, part.min.y, part.max.x, part.max.y].map(|points| (points * SCALE) as usize);
        likeness.worst(&picture.part(left..right, top..bottom), screen)
    };
    screens.iter().map(apart).fold(0.0, f32::max)
}

#[test]
fn the_canvas_looks_like_the_png() {
    let fonts = fonts::with_others();
    let likeness = Likeness { blur: 2, limit: 22.0, notices_px: Some(5.0) };
    let mut wrong = Vec::new();
    for pictured in maps::all() {
        let (name, scene) = (pictured.name, pictured.page(&fonts));
        let screens: Vec<_> =
            parts(&scene).into_iter().map(|part| (part, shown(&scene, part, &fonts))).collect();
        let picture = painted(&scene);
        let found = worst(likeness, &picture, &screens);
        println!("{name}: {found:.1} of at most {}", likeness.limit);
        if found > likeness.limit {
            let kept = std::env::temp_dir().join("pathlight-same-picture");
            picture.save(&kept, &format!("{name}-canvas-reference.png"));
            for (index, (_, screen)) in screens.iter().enumerate() {
                screen.save(&kept, &format!("{name}-canvas-{index}.png"));
            }
            wrong.push(format!("{name}: {found:.1}; both are in {}", kept.display()));
        }
        if name == maps::SAMPLES[0] {
            let moved = with_a_text_moved(&scene, likeness.notices_px.unwrap_or_default() / SCALE);
            for (damage, damaged) in
                [("a card is missing", without_a_card(&scene)), ("a text is moved", moved)]
            {
                let found = worst(likeness, &painted(&damaged), &screens);
                println!("{name}: {damage}, told by {found:.1}");
                if found <= likeness.limit {
                    wrong.push(format!("{name}: {damage}, and that is told by {found:.1} only"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn small_dots_stay_round() {
    let fonts = fonts::with_others();
    let red = Some(Color::rgb(255, 0, 0));
    for radius in [1.5, 1.8, 2.4, 3.0] {
        let side = 2.0 * radius;
        let rect = pathlight::base::Rect::from_xywh(10.0 - radius, 10.0 - radius, side, side);
        let dot = Prim::Rect(RectPrim { rect, radius, fill: red, stroke: None });
        let scene = Scene {
            size: Size { width: 20.0, height: 20.0 },
            background: Some(Color::rgb(255, 255, 255)),
            items: vec![Item { prim: dot, node: None }],
            ..Scene::default()
        };
        let part = Rect::from_min_size(pos2(0.0, 0.0), vec2(20.0, 20.0));
        let (covered, round) = (shown(&scene, part, &fonts).ink(), std::f32::consts::PI * radius * radius);
        // A square has 1.27 times as much.
        assert!((covered - round).abs() < 0.15 * round, "{radius}: {covered} of {round}");
    }
}
