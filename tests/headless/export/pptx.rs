//! Presentations, read back as the programs that open them do: parts that refer to each other, and shapes with their texts.

use crate::scene::{cards, layout, sample};
use pathlight::base::fmt::NumberFormat;
use pathlight::base::{Cancel, Progress};
use pathlight::export::{PptxOptions, pptx};
use pathlight::model::{Card, CardId, CardKind, JourneyMap, Lane, LaneKind, Stage, StageId};
use pathlight::overlay::Overlay;
use pathlight::scene::Page;
use pathlight::scene::slides::{Deck, DeckCharts, Slide, SlideSize, overview, slides};
use pathlight::text::Fonts;
use pathlight::theme::Theme;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use std::sync::LazyLock;

static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::bundled);

/// An element of an XML file.
#[derive(Debug, Default)]
struct Xml {
    name: String,
    attributes: BTreeMap<String, String>,
    children: Vec<Xml>,
    text: String,
}

impl Xml {
    fn of(element: &BytesStart<'_>) -> Self {
        let attribute = |attribute: Result<quick_xml::events::attributes::Attribute<'_>, _>| {
            let attribute = attribute.expect("an attribute");
            let value = quick_xml::escape::unescape(&attribute.value).expect("known entities").into_owned();
            (attribute.key.as_ref().to_owned(), value)
        };
        let attributes = element.attributes().map(attribute).collect();
        Self { name: element.name().as_ref().to_owned(), attributes, ..Self::default() }
    }

    fn parse(text: &str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        let mut open = vec![Self::default()];
        loop {
            let top = open.last_mut().expect("an element");
            match reader.read_event().expect("well-formed XML") {
                Event::Start(element) => open.push(Self::of(&element)),
                Event::End(_) => {
                    let done = open.pop().expect("an element");
                    open.last_mut().expect("one around it").children.push(done);
                }
                Event::Text(piece) => top.text.push_str(&piece),
                Event::GeneralRef(entity) => {
                    let written = format!("&{};", &*entity);
                    top.text.push_str(&quick_xml::escape::unescape(&written).expect("a known entity"));
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(open.len(), 1, "all elements end");
        open.pop().and_then(|mut root| root.children.pop()).expect("a root")
    }

    fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// It and all within it.
    fn all(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.children.iter().flat_map(Self::all)).collect()
    }

    fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.all().into_iter().filter(move |element| element.name == name)
    }

    /// The text of a shape as readers put it together: its paragraphs, one a line.
    fn words(&self) -> Option<String> {
        let paragraphs = self.child("p:txBody")?.children.iter().filter(|child| child.name == "a:p");
        let line =
            |paragraph: &Self| paragraph.named("a:t").map(|text| text.text.as_str()).collect::<String>();
        Some(paragraphs.map(line).collect::<Vec<_>>().join("\n"))
    }

    fn shape_name(&self) -> Option<(&str, &str)> {
        let properties = self.children.first()?.child("p:cNvPr")?;
        Some((properties.attributes.get("name")?, properties.attributes.get("descr")?))
    }
}

/// The parts of a file.
struct File(BTreeMap<String, Vec<u8>>);

impl File {
    fn read(bytes: Vec<u8>) -> Self {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut parts = BTreeMap::new();
        for index in 0..zip.len() {
            let mut part = zip.by_index(index).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("readable");
            parts.insert(part.name().expect("a name").into_owned(), bytes);
        }
        Self(parts)
    }

    fn xml(&self, path: &str) -> Xml {
        let bytes = self.0.get(path).unwrap_or_else(|| panic!("no part {path}"));
        Xml::parse(std::str::from_utf8(bytes).expect("UTF-8"))
    }

    fn slide(&self, number: usize) -> Xml {
        self.xml(&format!("ppt/slides/slide{number}.xml"))
    }
}

fn deck<'a>(map: &'a JourneyMap, overlay: Option<&'a Overlay>) -> Deck<'a> {
    let (format, size) = (NumberFormat::default(), SlideSize::Wide);
    let charts = DeckCharts::default();
    Deck { map, measures: None, overlay, persona: None, format, size, page: Page::full(), charts }
}

fn options(size: SlideSize) -> PptxOptions {
    PptxOptions { title: "A <map> & more".to_owned(), size, language: "en-US".to_owned() }
}

fn bytes(slides: &[Slide], size: SlideSize) -> Vec<u8> {
    pptx(slides, &options(size), &Cancel::new(), &Progress::new()).expect("it can be written")
}

fn write(slides: &[Slide]) -> File {
    File::read(bytes(slides, SlideSize::Wide))
}

fn map_slide(map: &JourneyMap, overlay: Option<&Overlay>) -> File {
    write(&[overview(&deck(map, overlay), &Theme::light(), &FONTS)])
}

/// Texts of the shapes of a slide.
fn texts(slide: &Xml) -> Vec<String> {
    slide.named("p:sp").filter_map(Xml::words).filter(|words| !words.is_empty()).collect()
}

/// Lines are paragraphs whatever ends them, and tabs are blanks.
fn as_shown(text: &str) -> String {
    text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{b}'], "\n").replace('\t', " ")
}

#[test]
fn every_stage_touchpoint_and_card_is_one_shape_with_its_text() {
    for map in [sample::map(), layout::crowd()] {
        let slide = map_slide(&map, None).slide(1);
        let texts = texts(&slide);
        let mut left: BTreeMap<&str, usize> = BTreeMap::new();
        for text in &texts {
            *left.entry(text).or_default() += 1;
        }
        let names = map.stages.iter().map(|stage| &stage.name);
        let names = names.chain(map.touchpoints.iter().map(|touchpoint| &touchpoint.name));
        let cards = map.cards.iter().map(|card| match &card.kind {
            CardKind::Metric { value } if !value.is_empty() => value,
            _ => &card.text,
        });
        for text in names.chain(cards) {
            let text = as_shown(text);
            let count = left.get_mut(text.as_str()).unwrap_or_else(|| panic!("no shape says `{text}`"));
            assert!(*count > 0, "too few shapes say `{text}`");
            *count -= 1;
        }
    }
}

#[test]
fn shapes_are_grouped_by_lane_under_its_name() {
    let map = sample::map();
    let slide = map_slide(&map, Some(&sample::overlay())).slide(1);
    let tree = slide.named("p:spTree").next().expect("a tree of shapes");
    let group = |name: &str| {
        let mut groups = tree.children.iter().filter(|child| child.name == "p:grpSp");
        groups.find(|group| group.shape_name().is_some_and(|(of, _)| of == name))
    };
    for (lane, words) in [
        ("Pain points", Some("Cost shown late")),
        ("Opportunities", Some("Show cost on product")),
        ("Emotion", None),
        ("Exits", Some("46.4 %")),
        ("Channels", Some("web")),
        ("Stages", Some("Buy")),
    ] {
        let group = group(lane).unwrap_or_else(|| panic!("no group {lane}"));
        let texts: Vec<_> = group.named("p:sp").filter_map(Xml::words).collect();
        assert!(words.is_none_or(|words| texts.iter().any(|text| text == words)), "{lane}: {texts:?}");
    }
    let curves = group("Emotion").expect("a lane").named("a:cubicBezTo").count();
    assert!(curves >= 16, "two curves over nine touchpoints, {curves}");
    let bars = group("Exits").expect("a lane").named("a:prstGeom");
    let round = bars.filter(|bar| bar.attributes.get("prst").is_some_and(|kind| kind == "roundRect"));
    assert!(round.count() >= 9, "a bar for each touchpoint");
}

#[test]
fn numbers_are_unique_and_every_shape_can_be_read_out() {
    let file = write(&slides(&deck(&sample::map(), Some(&sample::overlay())), &Theme::dark(), &FONTS));
    let count = file.0.keys().filter(|path| path.starts_with("ppt/slides/slide")).count();
    assert!(count > 10, "{count} slides");
    for number in 1..=count {
        let slide = file.slide(number);
        let mut ids = BTreeSet::new();
        for properties in slide.named("p:cNvPr") {
            assert!(ids.insert(properties.attributes["id"].clone()), "{properties:?}");
            let is_tree = properties.attributes["id"] == "1";
            assert!(is_tree || !properties.attributes["descr"].is_empty(), "{properties:?}");
        }
        for run in slide.named("a:rPr") {
            assert!(run.attributes["lang"].len() == 5, "{run:?}");
            assert!(run.attributes["sz"].parse::<u32>().expect("a size") >= 100);
        }
        let titles = slide.named("p:ph").filter(|of| of.attributes["type"] == "title").count();
        assert_eq!(titles, 1, "slide {number}");
    }
}

/// The path that a reference from a part leads to.
fn resolved(part: &str, target: &str) -> String {
    let mut path: Vec<&str> = part.split('/').collect();
    path.pop();
    for step in target.split('/') {
        if step == ".." { path.pop().map(|_| ()).expect("a folder above") } else { path.push(step) }
    }
    path.join("/")
}

#[test]
fn every_part_is_declared_and_every_reference_leads_somewhere() {
    let file = write(&slides(&deck(&sample::map(), Some(&sample::overlay())), &Theme::light(), &FONTS));
    let types = file.xml("[Content_Types].xml");
    let declared: BTreeSet<String> = types
        .named("Override")
        .map(|part| part.attributes["PartName"].trim_start_matches('/').to_owned())
        .collect();
    let parts = file.0.keys().filter(|path| path.ends_with(".xml") && *path != "[Content_Types].xml");
    assert_eq!(declared, parts.cloned().collect::<BTreeSet<_>>());
    for path in file.0.keys().filter(|path| path.ends_with(".rels")) {
        let of = path.replace("_rels/", "").trim_end_matches(".rels").to_owned();
        assert!(of.is_empty() || file.0.contains_key(&of), "{path} belongs to nothing");
        for reference in file.xml(path).named("Relationship") {
            let target = resolved(&of, &reference.attributes["Target"]);
            assert!(file.0.contains_key(&target), "{path} refers to {target}");
        }
    }
    for (path, bytes) in file.0.iter().filter(|(path, _)| path.ends_with(".xml")) {
        let xml = Xml::parse(std::str::from_utf8(bytes).expect("UTF-8"));
        let used: Vec<_> = xml.all().iter().flat_map(|element| &element.attributes).collect::<Vec<_>>();
        let used = used.into_iter().filter(|(name, _)| name.starts_with("r:")).map(|(_, id)| id);
        let relations = path.rsplit_once('/').map(|(folder, name)| format!("{folder}/_rels/{name}.rels"));
        let known: Vec<String> = relations
            .filter(|path| file.0.contains_key(path))
            .map(|path| file.xml(&path).named("Relationship").map(|of| of.attributes["Id"].clone()).collect())
            .unwrap_or_default();
        for id in used {
            assert!(known.contains(id), "{path} uses {id}");
        }
    }
}

/// The order in which the schema wants the children of elements, as far as they are written.
const ORDERS: &[(&str, &[&str])] = &[
    ("p:sp", &["p:nvSpPr", "p:spPr", "p:style", "p:txBody"]),
    ("p:pic", &["p:nvPicPr", "p:blipFill", "p:spPr", "p:style"]),
    ("p:cxnSp", &["p:nvCxnSpPr", "p:spPr", "p:style"]),
    ("p:nvSpPr", &["p:cNvPr", "p:cNvSpPr", "p:nvPr"]),
    ("p:nvGrpSpPr", &["p:cNvPr", "p:cNvGrpSpPr", "p:nvPr"]),
    ("p:spPr", &["a:xfrm", "a:custGeom", "a:prstGeom", "a:noFill", "a:solidFill", "a:ln", "a:effectLst"]),
    ("a:xfrm", &["a:off", "a:ext", "a:chOff", "a:chExt"]),
    ("a:custGeom", &["a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst", "a:rect", "a:pathLst"]),
    ("a:ln", &["a:noFill", "a:solidFill", "a:prstDash", "a:custDash", "a:round", "a:headEnd", "a:tailEnd"]),
    ("p:txBody", &["a:bodyPr", "a:lstStyle", "a:p"]),
    ("a:p", &["a:pPr", "a:r", "a:endParaRPr"]),
    ("a:pPr", &["a:lnSpc", "a:spcBef", "a:spcAft", "a:buNone"]),
    ("a:rPr", &["a:ln", "a:solidFill", "a:latin", "a:ea", "a:cs"]),
    ("p:cSld", &["p:bg", "p:spTree"]),
    ("p:sld", &["p:cSld", "p:clrMapOvr"]),
    (
        "p:presentation",
        &[
            "p:sldMasterIdLst",
            "p:notesMasterIdLst",
            "p:sldIdLst",
            "p:sldSz",
            "p:notesSz",
            "p:defaultTextStyle",
        ],
    ),
    ("p:sldMaster", &["p:cSld", "p:clrMap", "p:sldLayoutIdLst", "p:txStyles"]),
    ("p:notesMaster", &["p:cSld", "p:clrMap", "p:notesStyle"]),
];

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    let overlay = sample::overlay();
    let file = write(&[overview(&deck(&with_picture(), Some(&overlay)), &Theme::light(), &FONTS)]);
    for (path, bytes) in file.0.iter().filter(|(path, _)| path.ends_with(".xml")) {
        let xml = Xml::parse(std::str::from_utf8(bytes).expect("UTF-8"));
        for element in xml.all() {
            let Some((_, order)) = ORDERS.iter().find(|(name, _)| *name == element.name) else { continue };
            let places: Vec<_> = element
                .children
                .iter()
                .map(|child| order.iter().position(|name| *name == child.name))
                .map(|place| {
                    place.unwrap_or_else(|| panic!("{path}: {} holds something unknown", element.name))
                })
                .collect();
            assert!(places.is_sorted(), "{path}: {} is out of order", element.name);
        }
    }
}

/// The sample with a lane of pictures, of which two show the same one.
fn with_picture() -> JourneyMap {
    let mut map = sample::map();
    let lane = Lane::new(sample::lane(LaneKind::Images), LaneKind::Images);
    map.about.lanes.push(lane.id);
    map.lanes = map.lanes.iter().cloned().chain([lane]).collect();
    let picture = |id, column| {
        let kind = CardKind::Image { png: cards::png(40, 30), alt: "The cart".to_owned() };
        Card { kind, ..sample::card(id, LaneKind::Images, column, 0, "As it looks") }
    };
    let broken = CardKind::Image { png: cards::broken_png(), alt: "Lost".to_owned() };
    let broken = Card { kind: broken, ..sample::card(303, LaneKind::Images, 4, 0, "Broken") };
    map.cards = map.cards.iter().cloned().chain([picture(301, 2), picture(302, 3), broken]).collect();
    map
}

#[test]
fn pictures_are_pictures_and_equal_ones_are_there_once() {
    let file = map_slide(&with_picture(), None);
    let media: Vec<_> = file.0.iter().filter(|(path, _)| path.starts_with("ppt/media/")).collect();
    assert_eq!(media.len(), 1);
    assert_eq!(media[0].1.as_slice(), &**cards::png(40, 30).bytes());
    let slide = file.slide(1);
    let pictures: Vec<_> = slide.named("p:pic").collect();
    assert_eq!(pictures.len(), 2);
    let (_, description) = pictures[0].shape_name().expect("a name");
    assert!(description.contains("The cart"), "{description}");
    assert_eq!(texts(&slide).iter().filter(|text| *text == "As it looks").count(), 2);
}

#[test]
fn odd_letters_come_through_and_letters_that_xml_forbids_do_not() {
    let mut map = sample::map();
    let odd = "İade isteği & <b>\"żółć\"</b>\u{7}\u{0}\nsecond 'line' 👍";
    map.cards = [sample::card(400, LaneKind::Pains, 0, 0, odd)].into_iter().collect();
    let slide = map_slide(&map, None).slide(1);
    let expected = "İade isteği & <b>\"żółć\"</b>\nsecond 'line' 👍";
    assert!(texts(&slide).iter().any(|text| text == expected), "{:?}", texts(&slide));
    let language = |of: &str| {
        let run = slide.named("a:r").find(|run| run.named("a:t").any(|text| text.text.contains(of)));
        run.and_then(|run| run.child("a:rPr")).map(|properties| properties.attributes["lang"].clone())
    };
    assert_eq!(language("İade").as_deref(), Some("tr-TR"));
    assert_eq!(language("second").as_deref(), Some("en-US"));
}

#[test]
fn the_same_slides_give_the_same_bytes() {
    let slides = slides(&deck(&sample::map(), Some(&sample::overlay())), &Theme::light(), &FONTS);
    assert!(bytes(&slides, SlideSize::Wide) == bytes(&slides, SlideSize::Wide));
}

#[test]
fn a_speaker_has_title_figures_and_source_before_them() {
    let file = map_slide(&sample::map(), Some(&sample::overlay()));
    let notes = file.xml("ppt/notesSlides/notesSlide1.xml");
    let words = notes.named("p:sp").filter_map(Xml::words).collect::<String>();
    for part in ["Online order & care", "Sees delivery cost", "exit rate 46 percent", "Source: orders.db"] {
        assert!(words.contains(part), "{part} is not in {words}");
    }
}

#[test]
fn slides_have_the_shape_that_was_asked_for() {
    let map = sample::map();
    for (size, width) in [(SlideSize::Wide, "12192000"), (SlideSize::Standard, "9144000")] {
        let deck = Deck { size, ..deck(&map, None) };
        let slide = overview(&deck, &Theme::light(), &FONTS);
        assert_eq!(slide.scene.size, size.size());
        let file = File::read(bytes(&[slide], size));
        let presentation = file.xml("ppt/presentation.xml");
        let extent = presentation.child("p:sldSz").expect("a size");
        assert_eq!((extent.attributes["cx"].as_str(), extent.attributes["cy"].as_str()), (width, "6858000"));
        let (right, bottom) = (width.parse::<i64>().expect("a number"), 6_858_000_i64);
        for place in
            file.slide(1).named("a:xfrm").filter_map(|of| Some((of.child("a:off")?, of.child("a:ext")?)))
        {
            let at = |element: &Xml, name: &str| element.attributes[name].parse::<i64>().expect("a number");
            assert!(at(place.0, "x") >= 0 && at(place.0, "x") + at(place.1, "cx") <= right + right / 50);
            assert!(at(place.0, "y") >= 0 && at(place.0, "y") + at(place.1, "cy") <= bottom);
        }
    }
}

#[test]
fn maps_with_nothing_and_with_too_much_can_be_written() {
    let mut empty = JourneyMap::default();
    let file = map_slide(&empty, None);
    assert_eq!(file.slide(1).named("p:pic").count(), 0);
    let stage = Stage { id: StageId(1), name: String::new(), touchpoints: Vec::new(), palette: None };
    empty.stages = [stage].into_iter().collect();
    empty.about.stages = vec![StageId(1)];
    write(&slides(&deck(&empty, None), &Theme::light(), &FONTS));
    let crowd = layout::crowd();
    assert_eq!(crowd.cards.get(CardId(3001)).map(|card| card.touchpoint.0), Some(1000));
    let all = slides(&deck(&crowd, None), &Theme::light(), &FONTS);
    let file = write(&all);
    for number in 1..=all.len() {
        file.slide(number);
    }
}
