//! Tests of `export`: pictures by their pixels, SVG by reading it back as XML.

mod browsers;
mod checks;
mod office;
mod options;
mod pdf;
mod pptx;
mod svg;

use pathlight::base::fmt::NumberFormat;
use pathlight::base::geom::pt;
use pathlight::base::{Cancel, Color, Progress, Rect, Size};
use pathlight::export::{Background, ExportError, PngOptions, SvgText, actions_csv, png, svg};
use pathlight::model::{Card, CardKind, Document, Edit, Opportunity, TouchpointId};
use pathlight::scene::{
    Align, Element, ImagePrim, Item, Node, Passage, PathPrim, PathSeg, Prim, RectPrim, Scene, SetText,
    Stroke, TextRun,
};
use pathlight::text::{Face, Fonts, Run};
use std::sync::Arc;

const RED: Color = Color::rgb(217, 45, 74);
const WHITE: Color = Color::rgb(255, 255, 255);

fn scene(width: f32, height: f32, prims: Vec<Prim>) -> Scene {
    Scene {
        size: Size { width, height },
        background: Some(WHITE),
        items: prims.into_iter().map(|prim| Item { prim, node: None }).collect(),
        ..Scene::default()
    }
}

fn rect(rect: Rect, fill: Color) -> Prim {
    Prim::Rect(RectPrim { rect, radius: 0.0, fill: Some(fill), stroke: None })
}

fn line(from: (f32, f32), to: (f32, f32), width: f32, dash: Option<(f32, f32)>) -> Prim {
    let segments = vec![PathSeg::Move(pt(from.0, from.1)), PathSeg::Line(pt(to.0, to.1))];
    Prim::Path(PathPrim { segments, fill: None, stroke: Some(Stroke { color: RED, width, dash }) })
}

fn text(words: &str, x: f32, y: f32, size: f32) -> TextRun {
    texts(&Fonts::bundled(), words, x, y, size).remove(0)
}

/// The runs of a line.
fn texts(fonts: &Fonts, words: &str, x: f32, y: f32, size: f32) -> Vec<TextRun> {
    let shaped = fonts.shape(words, Face::SemiBold, size);
    let passage = Arc::new(Passage::line(shaped.text.clone(), Align::Start));
    let run = |run: &Run| {
        let text = SetText {
            passage: passage.clone(),
            text: run.text.clone(),
            face: Face::SemiBold,
            size,
            width: run.width,
            glyphs: run.glyphs.clone(),
            font: run.font.clone(),
            is_rtl: run.is_rtl,
        };
        TextRun::new(text, pt(x + run.x, y), Color::rgb(0, 0, 0))
    };
    shaped.runs.iter().map(run).collect()
}

/// A bit of everything, with edges that fall between pixels.
fn motley() -> Scene {
    let mut prims = vec![
        rect(Rect::from_xywh(3.3, 2.7, 120.4, 61.9), Color::rgba(79, 70, 229, 90)),
        Prim::Rect(RectPrim {
            rect: Rect::from_xywh(20.2, 11.1, 60.0, 40.0),
            radius: 9.0,
            fill: Some(Color::rgb(220, 252, 231)),
            stroke: Some(Stroke { color: RED, width: 1.3, dash: Some((4.0, 3.0)) }),
        }),
        Prim::Path(PathPrim {
            segments: vec![
                PathSeg::Move(pt(2.0, 70.0)),
                PathSeg::Cubic(pt(40.0, -30.0), pt(90.0, 130.0), pt(150.0, 12.5)),
            ],
            fill: None,
            stroke: Some(Stroke { color: Color::rgb(13, 148, 136), width: 2.5, dash: None }),
        }),
        line((0.0, 33.3), (160.0, 33.3), 0.4, None),
    ];
    prims.push(Prim::Text(text("Ağrı · żółć", 12.0, 66.0, 15.0)));
    scene(160.0, 90.0, prims)
}

fn paint(scene: &Scene, options: &PngOptions) -> Vec<u8> {
    let mut bytes = Vec::new();
    png(scene, options, &mut bytes, &Cancel::new(), &Progress::new()).expect("it can be painted");
    bytes
}

struct Pixels {
    width: u32,
    height: u32,
    channels: usize,
    bytes: Vec<u8>,
}

impl Pixels {
    fn of(file: &[u8]) -> Self {
        let mut reader = ::png::Decoder::new(std::io::Cursor::new(file)).read_info().expect("a PNG");
        let mut bytes = vec![0; reader.output_buffer_size().expect("a sane size")];
        let info = reader.next_frame(&mut bytes).expect("a whole picture");
        Self { width: info.width, height: info.height, channels: info.color_type.samples(), bytes }
    }

    fn at(&self, x: u32, y: u32) -> &[u8] {
        let start = (y as usize * self.width as usize + x as usize) * self.channels;
        &self.bytes[start..start + self.channels]
    }
}

#[test]
fn a_red_rectangle_is_red_inside_and_white_outside() {
    let scene = scene(10.0, 5.0, vec![rect(Rect::from_xywh(2.0, 1.0, 4.0, 2.0), RED)]);
    let pixels = Pixels::of(&paint(&scene, &PngOptions::with_width(100)));
    assert_eq!((pixels.width, pixels.height), (100, 50));
    for (x, y, inside) in
        [(20, 10, true), (59, 29, true), (40, 20, true), (19, 20, false), (60, 20, false), (40, 9, false)]
    {
        let expected: &[u8] = if inside { &[217, 45, 74] } else { &[255, 255, 255] };
        assert_eq!(pixels.at(x, y), expected, "at {x}, {y}");
    }
}

#[test]
fn a_circle_has_the_area_of_a_circle() {
    let circle = Prim::Rect(RectPrim {
        rect: Rect::from_xywh(10.0, 10.0, 80.0, 80.0),
        radius: 40.0,
        fill: Some(Color::rgb(0, 0, 0)),
        stroke: None,
    });
    let pixels = Pixels::of(&paint(&scene(100.0, 100.0, vec![circle]), &PngOptions::with_width(100)));
    let ink: f64 = pixels.bytes.iter().map(|value| f64::from(255 - value) / 255.0 / 3.0).sum();
    let area = std::f64::consts::PI * 40.0 * 40.0;
    assert!((ink - area).abs() < 0.005 * area, "{ink} for {area}");
}

#[test]
fn bands_of_any_height_join_without_a_seam() {
    let scene = motley();
    let whole = PngOptions { band_rows: 10_000, ..PngOptions::with_width(431) };
    let expected = paint(&scene, &whole);
    assert!(paint(&scene, &whole) == expected, "the same scene gives the same bytes");
    for band_rows in [1, 7, 64] {
        let banded = Pixels::of(&paint(&scene, &PngOptions { band_rows, ..whole }));
        assert!(banded.bytes == Pixels::of(&expected).bytes, "bands of {band_rows} rows differ");
    }
}

#[test]
fn a_hairline_is_one_crisp_row_at_any_scale() {
    let scene = scene(100.0, 20.0, vec![line((-5.0, 7.3), (105.0, 7.3), 0.5, None)]);
    for width in [60, 100, 200] {
        let pixels = Pixels::of(&paint(&scene, &PngOptions::with_width(width)));
        let inked: Vec<u32> =
            (0..pixels.height).filter(|y| pixels.at(width / 2, *y) != [255, 255, 255]).collect();
        assert_eq!(inked.len(), 1, "rows {inked:?} at {width} pixels");
    }
}

#[test]
fn dashes_leave_gaps() {
    let scene = scene(100.0, 20.0, vec![line((0.0, 10.0), (100.0, 10.0), 2.0, Some((10.0, 10.0)))]);
    let pixels = Pixels::of(&paint(&scene, &PngOptions::with_width(100)));
    assert_eq!(pixels.at(5, 10), [217, 45, 74]);
    assert_eq!(pixels.at(15, 10), [255, 255, 255]);
    assert_eq!(pixels.at(25, 10), [217, 45, 74]);
}

#[test]
fn text_has_ink_inside_its_box_and_none_outside() {
    let run = text("Mix", 20.0, 40.0, 30.0);
    let (left, right) = (20, (20.0 + run.width).ceil() as u32);
    let pixels = Pixels::of(&paint(&scene(120.0, 60.0, vec![Prim::Text(run)]), &PngOptions::with_width(120)));
    let dark = |x: u32, y: u32| pixels.at(x, y)[0] < 128;
    let inside =
        (left..right).flat_map(|x| (15..42).map(move |y| (x, y))).filter(|(x, y)| dark(*x, *y)).count();
    assert!(inside > 150, "only {inside} dark pixels in the run's box");
    let all = (0..120).flat_map(|x| (0..60).map(move |y| (x, y))).filter(|(x, y)| dark(*x, *y)).count();
    assert_eq!(all, inside, "ink outside the run's box");
    // The dot of the i stands above its stem: nothing is upside down.
    assert!((left..right).any(|x| dark(x, 39)), "no stem on the baseline");
}

#[test]
fn pictures_are_placed_and_averaged() {
    let mut chequered = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut chequered, 2, 2);
    encoder.set_color(::png::ColorType::Grayscale);
    let mut writer = encoder.write_header().expect("header");
    writer.write_image_data(&[0, 255, 255, 0]).expect("data");
    writer.finish().expect("end");
    let image = |x, side| {
        let rect = Rect::from_xywh(x, 0.0, side, side);
        Prim::Image(ImagePrim { rect, png: chequered.clone().into() })
    };
    let scene = scene(40.0, 20.0, vec![image(0.0, 20.0), image(30.0, 1.0)]);
    let pixels = Pixels::of(&paint(&scene, &PngOptions::with_width(40)));
    assert_eq!(pixels.at(4, 4), [0, 0, 0]);
    assert_eq!(pixels.at(15, 4), [255, 255, 255]);
    assert_eq!(pixels.at(4, 15), [255, 255, 255]);
    assert_eq!(pixels.at(30, 0), [128, 128, 128], "four texels in one pixel");
    // What is no picture leaves its place empty and harms nothing.
    let broken =
        Prim::Image(ImagePrim { rect: Rect::from_xywh(0.0, 0.0, 5.0, 5.0), png: vec![1, 2, 3].into() });
    assert_eq!(
        Pixels::of(&paint(&self::scene(5.0, 5.0, vec![broken]), &PngOptions::with_width(5))).at(2, 2),
        [255; 3]
    );
}

#[test]
fn a_transparent_picture_keeps_straight_colours() {
    let half = Color::rgba(200, 100, 50, 128);
    let scene = scene(4.0, 4.0, vec![rect(Rect::from_xywh(0.0, 0.0, 2.0, 4.0), half)]);
    let options = PngOptions { background: Background::Transparent, ..PngOptions::with_width(4) };
    let pixels = Pixels::of(&paint(&scene, &options));
    assert_eq!(pixels.at(3, 0), [0, 0, 0, 0]);
    let painted = pixels.at(0, 0);
    assert_eq!(painted[3], 128);
    for (channel, expected) in painted.iter().zip([200_u8, 100, 50]) {
        assert!(channel.abs_diff(expected) <= 1, "{painted:?}");
    }
}

#[test]
fn sizes_that_cannot_be_made_are_refused() {
    let flat = scene(10.0, 0.0, vec![]);
    let wide = scene(10.0, 5.0, vec![]);
    for (scene, width) in [(&flat, 100), (&Scene::default(), 100), (&wide, 0), (&wide, 70_000)] {
        let mut bytes = Vec::new();
        let result = png(scene, &PngOptions::with_width(width), &mut bytes, &Cancel::new(), &Progress::new());
        assert!(matches!(result, Err(ExportError::BadSize { .. })), "{result:?}");
        assert!(bytes.is_empty());
    }
}

#[test]
fn progress_counts_rows_and_cancel_stops() {
    let (cancel, progress) = (Cancel::new(), Progress::new());
    png(&motley(), &PngOptions::with_width(160), &mut Vec::new(), &cancel, &progress).expect("painted");
    assert_eq!((progress.done(), progress.total()), (90, 90));
    cancel.raise();
    let result = png(&motley(), &PngOptions::with_width(160), &mut Vec::new(), &cancel, &Progress::new());
    assert!(matches!(result, Err(ExportError::Cancelled(_))));
}

/// All texts and attribute values of an SVG, which must be well-formed.
pub fn read_xml(xml: &str) -> Vec<(String, String)> {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut found, mut depth) = (Vec::new(), 0_i32);
    let mut words = String::new();
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(tag) => {
                depth += 1;
                words.clear();
                found.extend(attributes(&tag));
            }
            Event::Empty(tag) => found.extend(attributes(&tag)),
            Event::Text(part) => words.push_str(&part),
            Event::GeneralRef(entity) => words.push(match &*entity {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                other => panic!("entity {other}"),
            }),
            Event::End(tag) => {
                depth -= 1;
                let name = tag.name().as_ref().to_owned();
                found.push((name, std::mem::take(&mut words)));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "every element is closed");
    found
}

fn attributes(tag: &quick_xml::events::BytesStart<'_>) -> Vec<(String, String)> {
    let attributes = tag.attributes().map(|attribute| attribute.expect("a sound attribute"));
    attributes
        .map(|attribute| {
            let key = format!("@{}", attribute.key.as_ref());
            (key, attribute.value.into_owned())
        })
        .collect()
}

#[test]
fn svg_is_well_formed_whatever_the_names() {
    let nasty = "Say \"<b>\" & 'go'\u{1}\u{8} ]]> İŞ żółć 漢字 😀";
    let mut scene = motley();
    scene.nodes.push(Node {
        element: Element::Touchpoint(TouchpointId(3)),
        rect: Rect::from_xywh(0.0, 0.0, 10.0, 10.0),
        label: nasty.into(),
    });
    let mut run = text("x", 1.0, 2.0, 12.0);
    run.text = nasty.into();
    scene.items.push(Item { prim: Prim::Text(run), node: Some(0) });
    let xml = svg(&scene, nasty, SvgText::Embedded);
    let clean = nasty.replace(['\u{1}', '\u{8}'], "");
    let found = read_xml(&xml);
    assert!(found.contains(&("text".to_owned(), clean.clone())), "{found:?}");
    assert_eq!(found.iter().filter(|(name, words)| name == "title" && *words == clean).count(), 2);
    assert!(
        found.iter().any(|(name, value)| name == "@font-family" && value.starts_with("Pathlight, Inter,"))
    );
    assert!(found.contains(&("@font-weight".to_owned(), "600".to_owned())));
    assert!(found.contains(&("@stroke-dasharray".to_owned(), "4 3".to_owned())));
    assert_eq!(xml, svg(&scene, nasty, SvgText::Embedded), "the same scene gives the same text");
}

#[test]
fn the_action_list_is_a_table_that_spreadsheets_open_right() {
    let mut document = Document::opened(pathlight::draft::template("hotel-stay").expect("a template"));
    let is_opportunity = |card: &&Card| matches!(card.kind, CardKind::Opportunity(_));
    let card = document.map().cards.iter().find(is_opportunity).expect("an opportunity").clone();
    let opportunity =
        Opportunity { impact: 5, effort: 2, owner: "Łucja, Ş.".into(), due: "2026-01-31".into() };
    let kind = CardKind::Opportunity(opportunity);
    let text = "=say \"hello\"".to_owned();
    for edit in [
        Edit::SetCardKind { card: card.id, kind },
        Edit::SetCardText { card: card.id, text },
        Edit::SetVotes { cards: vec![card.id], votes: 7 },
    ] {
        document.edit(&edit).expect("edited");
    }
    let table = actions_csv(document.map(), &NumberFormat::default());
    let lines: Vec<_> = table.split("\r\n").collect();
    assert_eq!(lines[0], "\u{feff}Action,Owner,Due,Impact,Effort,Votes,Stage,Touchpoint,Pain points there");
    let begins = "\"'=say \"\"hello\"\"\",\"Łucja, Ş.\",2026-01-31,5,2,7,";
    assert!(lines[1].starts_with(begins), "due first comes first, and no formula: {}", lines[1]);
    let polish = actions_csv(document.map(), &NumberFormat::of("pl-PL"));
    assert!(
        polish.starts_with("\u{feff}Action;Owner;Due;"),
        "Excel expects semicolons where the comma is taken"
    );
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let touchpoint = document.map().touchpoints.get(card.touchpoint).expect("there").name.clone();
    let record = reader.records().next().expect("a line").expect("sound");
    assert_eq!((record.len(), &record[7]), (9, touchpoint.as_str()));
}
