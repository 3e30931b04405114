//! What is chosen about a picture is in its scene, so that every painter and the preview show it.

use super::super::scene::sample;
use super::{WHITE, read_xml};
use pathlight::base::Size;
use pathlight::base::fmt::NumberFormat;
use pathlight::export::{Choices, ExportFormat, Paper, PngSize, Shape, SvgText, svg, svg_sheet};
use pathlight::jobs::Subject;
use pathlight::model::{Excerpt, JourneyMap, LaneKind, Png};
use pathlight::overlay::{FooterPart, FooterParts, Overlay};
use pathlight::scene::slides::{Slide, SlideSize};
use pathlight::scene::{Ground, Prim, Scene, SceneOptions};
use pathlight::text::Fonts;
use pathlight::theme::{Theme, ThemeName};
use std::sync::{Arc, LazyLock};

static FONTS: LazyLock<Arc<Fonts>> = LazyLock::new(|| Arc::new(Fonts::bundled()));

fn overlay() -> Overlay {
    Overlay { footer: "orders.csv · 9 rows".to_owned(), ..sample::overlay() }
}

fn subject(choices: &Choices, map: JourneyMap, title: Option<&str>, logo: Option<Png>) -> Subject {
    let options = SceneOptions {
        page: Some(choices.page(title.map(str::to_owned), logo)),
        format: choices.number_format(NumberFormat::default()),
        ..SceneOptions::default()
    };
    Subject {
        map,
        measures: None,
        overlay: Some(overlay()),
        account: None,
        options,
        theme: Theme::named(choices.theme),
        fonts: Arc::clone(&FONTS),
        data: None,
        periods: Arc::default(),
    }
}

fn pictures(format: ExportFormat, choices: &Choices) -> Vec<Slide> {
    subject(choices, sample::map(), None, None).pictures(format, choices)
}

fn picture(choices: &Choices) -> Scene {
    pictures(ExportFormat::Svg, choices).remove(0).scene
}

fn words(scene: &Scene) -> String {
    let runs = scene.items.iter().filter_map(|item| match &item.prim {
        Prim::Text(run) => Some(&*run.passage.text),
        _ => None,
    });
    runs.collect::<Vec<_>>().join("\n")
}

/// A picture of one colour, twice as wide as high.
fn logo() -> Png {
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, 40, 20);
    encoder.set_color(::png::ColorType::Grayscale);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&[0; 800]).expect("pixels");
    writer.finish().expect("an end");
    Png::new(bytes).expect("a PNG")
}

#[test]
fn what_stands_around_the_map_comes_and_goes() {
    let usual = picture(&Choices::default());
    let shown = words(&usual);
    for expected in ["Online order & care", "Elif, 34 · returning shopper", "drawn by the team", "orders.csv"]
    {
        assert!(shown.to_lowercase().contains(&expected.to_lowercase()), "{expected}: {shown}");
    }
    let bare = Choices { header: false, legend: false, ..Choices::default() };
    let bare = picture(&bare);
    let shown = words(&bare);
    assert!(!shown.contains("Online order & care") && !shown.contains("drawn by the team"), "{shown}");
    assert!(shown.contains("Sees delivery cost"), "the map is there");
    assert!(bare.size.height < usual.size.height, "and nothing stands where the rest was");
}

#[test]
fn another_title_and_a_logo_stand_above_the_map_and_on_slides() {
    let choices = Choices::default();
    let with = subject(&choices, sample::map(), Some("Çevrim içi sipariş ve iade"), Some(logo()));
    let slides = Choices::usual(ExportFormat::Pptx);
    let all = [with.pictures(ExportFormat::Svg, &choices), with.pictures(ExportFormat::Pptx, &slides)];
    for first in all.iter().map(|pictures| &pictures[0]) {
        assert_eq!(first.title, "Çevrim içi sipariş ve iade");
        assert!(words(&first.scene).contains("Çevrim içi sipariş ve iade"));
        assert!(!words(&first.scene).contains("Online order & care"));
    }
    for slide in all.iter().flatten() {
        let image = slide.scene.items.iter().find_map(|item| match &item.prim {
            Prim::Image(image) => Some(image.rect),
            _ => None,
        });
        let rect = image.expect("the logo");
        assert!((rect.width() / rect.height() - 2.0).abs() < 0.01, "as it is, not squeezed");
        assert!(rect.max.x <= slide.scene.size.width && rect.min.x > slide.scene.size.width / 2.0);
    }
    let without = Choices { logo: false, ..choices };
    let scene = subject(&without, sample::map(), None, Some(logo())).pictures(ExportFormat::Png, &without);
    assert!(!scene[0].scene.items.iter().any(|item| matches!(item.prim, Prim::Image(_))));
}

#[test]
fn ground_border_and_colours_are_those_that_were_chosen() {
    let of = |ground, theme| picture(&Choices { ground, theme, ..Choices::default() });
    let light = Theme::light();
    assert_eq!(of(Ground::Theme, ThemeName::Light).background, Some(light.canvas));
    assert_eq!(of(Ground::Theme, ThemeName::Dark).background, Some(Theme::dark().canvas));
    assert_eq!(of(Ground::Theme, ThemeName::Print).background, Some(WHITE));
    assert_eq!(of(Ground::White, ThemeName::Light).background, Some(WHITE));
    let clear = of(Ground::Transparent, ThemeName::Light);
    assert_eq!(clear.background, None);
    read_xml(&svg(&clear, "A map", SvgText::default()));
    let edges = |scene: &Scene| {
        let Size { width, height } = scene.size;
        let is_edge = |prim: &Prim| {
            matches!(prim, Prim::Rect(rect)
                if rect.fill.is_none() && rect.rect.width() > width - 2.0 && rect.rect.height() > height - 2.0)
        };
        scene.items.iter().filter(|item| is_edge(&item.prim)).count()
    };
    assert_eq!(edges(&of(Ground::Theme, ThemeName::Light)), 0);
    let bordered = Choices { border: true, ..Choices::default() };
    assert_eq!(edges(&picture(&bordered)), 1);
    let poster = Choices { paper: Some(Paper::A3), ..bordered.clone() };
    assert_eq!(edges(&picture(&poster)), 1, "around the sheet, not the map on it");
    for slide in pictures(ExportFormat::Pptx, &Choices { slides: true, ..bordered }) {
        assert_eq!(edges(&slide.scene), 1, "{}", slide.title);
    }
}

#[test]
fn only_the_part_that_is_wanted_is_shown_in_its_own_colours() {
    let choices = Choices { left_out: [LaneKind::Pains].into(), ..Choices::default() };
    let map = sample::map();
    let buy = map.about.stages[2];
    let touchpoints = Some(map.touchpoints_of(&[buy].into()));
    let part = map.excerpt(&Excerpt { touchpoints, lanes: choices.lanes(&map) });
    let band = |map: &JourneyMap| {
        let scene =
            subject(&choices, map.clone(), None, None).pictures(ExportFormat::Svg, &choices).remove(0).scene;
        let node = scene
            .nodes
            .iter()
            .position(|node| matches!(node.element, pathlight::scene::Element::Stage(id) if id == buy));
        let node = u32::try_from(node.expect("the stage")).expect("few");
        let color = scene.items.iter().find_map(|item| match &item.prim {
            Prim::Rect(rect) if item.node == Some(node) => rect.fill,
            _ => None,
        });
        (color.expect("a band"), words(&scene))
    };
    let (color, shown) = band(&part);
    assert_eq!(color, band(&map).0, "the third stage has its colour though it stands first");
    assert!(shown.contains("Sees delivery cost") && !shown.contains("Parcel arrives"), "{shown}");
    assert!(!shown.contains("Cost shown late") && !shown.contains("Pain points"), "{shown}");
    assert!(shown.contains("Show cost on product"));
    let hidden = Excerpt { lanes: Some([sample::lane(LaneKind::Pains)].into()), touchpoints: None };
    let (_, shown) = band(&map.excerpt(&hidden));
    assert!(shown.contains("Cost shown late") && !shown.contains("Show cost on product"), "{shown}");
}

#[test]
fn numbers_are_written_as_in_the_language_that_was_chosen() {
    let decimal = |language: Option<&str>| {
        let choices = Choices { language: language.map(str::to_owned), ..Choices::default() };
        choices.number_format(NumberFormat::default()).decimal
    };
    assert_eq!((decimal(None), decimal(Some("tr")), decimal(Some("en"))), ('.', ',', '.'));
}

#[test]
fn a_poster_has_exactly_the_size_of_its_sheet_and_the_map_fills_it() {
    for paper in [Paper::A3, Paper::A0, Paper::Letter] {
        let choices = Choices { paper: Some(paper), size: PngSize::Resolution, ..Choices::default() };
        assert_eq!(choices.shape(ExportFormat::Png), Shape::Poster(paper));
        let scene = pictures(ExportFormat::Png, &choices).remove(0).scene;
        assert_eq!(scene.size, paper.size_pt().turned(true));
        let used = scene.nodes.iter().map(|node| node.rect).reduce(|all, rect| all.union(&rect));
        let used = used.expect("nodes");
        assert!(
            used.width() > 0.75 * scene.size.width || used.height() > 0.75 * scene.size.height,
            "{used:?}"
        );
        let svg = svg_sheet(&scene, "A map", SvgText::Embedded);
        let millimetres = |points: f32| format!("{}mm", (points * 25.4 / 72.0).round());
        if paper != Paper::Letter {
            let [width, height] = [scene.size.width, scene.size.height].map(millimetres);
            assert!(svg.contains(&format!("width=\"{width}\" height=\"{height}\" viewBox=\"0 0 ")));
        }
        let options = choices.png_options(&scene);
        let inches = scene.size.width / 72.0;
        assert!((options.width_px as f32 - 300.0 * inches).abs() <= 1.0, "300 pixels an inch unless told");
        assert_eq!(options.pixels_per_metre, Some(11_811));
    }
}

#[test]
fn pixels_are_so_many_or_so_many_a_point_or_an_inch() {
    let scene = Scene { size: Size { width: 720.0, height: 360.0 }, ..Scene::default() };
    let of = |size, dpi| {
        let options = Choices { size, dpi, ..Choices::default() }.png_options(&scene);
        (options.width_px, options.pixels_per_metre)
    };
    assert_eq!(of(PngSize::Width(1234), None), (1234, None));
    assert_eq!(of(PngSize::Scale(3.0), None), (2160, None));
    assert_eq!(of(PngSize::Resolution, Some(150)), (1500, Some(5906)));
    assert_eq!(of(PngSize::Width(1000), Some(72)), (1000, Some(2835)), "written, but the width counts");
}

#[test]
fn presentations_are_slides_and_all_else_is_the_map_unless_told() {
    let shapes: Vec<_> =
        ExportFormat::ALL.iter().map(|format| (*format, Choices::usual(*format).shape(*format))).collect();
    for (format, shape) in shapes {
        let expected = match format {
            ExportFormat::Pptx => Shape::Slides(SlideSize::Wide),
            _ => Shape::Map,
        };
        assert_eq!(shape, expected, "{format:?}");
    }
    let alone = Choices { slides: false, ..Choices::usual(ExportFormat::Pptx) };
    assert_eq!(pictures(ExportFormat::Pptx, &alone).len(), 1);
    assert!(pictures(ExportFormat::Pptx, &Choices::usual(ExportFormat::Pptx)).len() > 5);
}

#[test]
fn a_text_is_as_high_in_points_as_it_is_where_it_is_looked_at() {
    let scene = Scene { size: Size { width: 1000.0, height: 500.0 }, ..Scene::default() };
    let of = |format, choices: &Choices| choices.points_per_point(format, &scene);
    let near =
        |value: f32, expected: f32| assert!((value - expected).abs() < 0.01, "{value} is not {expected}");
    let usual = Choices::default();
    near(of(ExportFormat::Pdf, &usual), 1.0);
    near(of(ExportFormat::Pptx, &Choices::usual(ExportFormat::Pptx)), 0.5);
    near(of(ExportFormat::Pdf, &Choices { paper: Some(Paper::A4), ..usual.clone() }), 0.785);
    near(of(ExportFormat::Png, &Choices { size: PngSize::Width(2000), ..usual.clone() }), 1.5);
    let print = Choices { size: PngSize::Width(2000), dpi: Some(300), ..usual };
    near(of(ExportFormat::Png, &print), 0.48);
}

#[test]
fn what_was_chosen_is_remembered_by_format() {
    let folder = tempfile::tempdir().expect("a folder");
    let config = folder.path().join("not/yet");
    let chosen = [
        (
            "png".to_owned(),
            Choices {
                left_out: [LaneKind::Notes].into(),
                footer: FooterParts([FooterPart::Rows, FooterPart::Date].into()),
                theme: ThemeName::Print,
                language: Some("tr".to_owned()),
                size: PngSize::Scale(2.0),
                ..Choices::default()
            },
        ),
        ("pdf".to_owned(), Choices { paper: Some(Paper::A3), sheets_across: 3, ..Choices::default() }),
    ];
    let chosen: std::collections::BTreeMap<_, _> = chosen.into();
    assert!(pathlight::store::choices::load::<Choices>(&config).is_empty());
    pathlight::store::choices::save(&config, &chosen).expect("kept");
    assert_eq!(pathlight::store::choices::load(&config), chosen);
    // Another version of the program knows other fields.
    std::fs::write(config.join("exports.ron"), "{\"svg\": (border: true, sparkle: 7)}").expect("written");
    let read: std::collections::BTreeMap<String, Choices> = pathlight::store::choices::load(&config);
    assert_eq!(read["svg"], Choices { border: true, ..Choices::default() });
    std::fs::write(config.join("exports.ron"), "torn").expect("written");
    assert!(pathlight::store::choices::load::<Choices>(&config).is_empty());
}
