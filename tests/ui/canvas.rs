//! The canvas in a window without a screen, found by accessible name: clicks, typing, drags, the context menu.

use egui::{Context, FontData, FontDefinitions, FontFamily, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use pathlight::base::geom::pt;
use pathlight::base::{Color, Rect, Size};
use pathlight::canvas::{Canvas, family_of};
use pathlight::model::edit::Created;
use pathlight::model::{
    Curve, Edit, Emotion, JourneyMap, LaneId, LaneKind, Persona, PersonaId, StageId, TouchpointId,
};
use pathlight::scene::{
    Align, Element, EmotionDot, Grid, ImagePrim, Item, Passage, PathPrim, PathSeg, Prim, RectPrim, Scene,
    SetText, Stroke, TextRun,
};
use pathlight::session::{Action, Session};
use pathlight::text::{Face, Fonts};
use pathlight::theme::Theme;
use std::sync::Arc;

pub struct Bench {
    pub session: Session,
    pub canvas: Canvas,
    pub theme: Theme,
    pub fonts: Fonts,
    /// Everything the canvas has asked for.
    pub actions: Vec<Action>,
    /// Lays the map out anew each frame; off when the scene is made by hand.
    pub follows_map: bool,
}

/// Stage Buy with two touchpoints and Care with one; an emotion lane with one dot and a lane of pain points.
pub struct Sample {
    pub touchpoints: [TouchpointId; 3],
    pub emotion: LaneId,
    pub pains: LaneId,
    pub persona: PersonaId,
}

pub fn add(session: &mut Session, edit: Edit) -> Created {
    session.document.edit(&edit).expect("an edit that fits").expect("something new")
}

pub fn stage(session: &mut Session, name: &str) -> StageId {
    let at = usize::MAX;
    match add(session, Edit::AddStage { name: name.into(), at }) {
        Created::Stage(id) => id,
        other => panic!("{other:?}"),
    }
}

pub fn touchpoint(session: &mut Session, stage: StageId, name: &str) -> TouchpointId {
    match add(session, Edit::AddTouchpoint { stage, at: usize::MAX, name: name.into() }) {
        Created::Touchpoint(id) => id,
        other => panic!("{other:?}"),
    }
}

pub fn lane(session: &mut Session, kind: LaneKind) -> LaneId {
    match add(session, Edit::AddLane { kind, name: String::new(), at: usize::MAX }) {
        Created::Lane(id) => id,
        other => panic!("{other:?}"),
    }
}

pub fn sample() -> (Session, Sample) {
    let mut session = Session::of_new(JourneyMap::default());
    let buy = stage(&mut session, "Buy");
    let first = touchpoint(&mut session, buy, "Sees cost");
    let second = touchpoint(&mut session, buy, "Pays");
    let care = stage(&mut session, "Care");
    let third = touchpoint(&mut session, care, "Asks");
    let (emotion, pains) = (lane(&mut session, LaneKind::Emotion), lane(&mut session, LaneKind::Pains));
    let elif =
        Persona { emotions: [(first, Emotion::new(0.5))].into(), ..Persona::new(PersonaId(0), "Elif") };
    let Created::Persona(persona) = add(&mut session, Edit::AddPersona(elif)) else { panic!("no persona") };
    (session, Sample { touchpoints: [first, second, third], emotion, pains, persona })
}

fn install_fonts(context: &Context) {
    let mut fonts = FontDefinitions::default();
    for face in [Face::Regular, Face::Medium, Face::SemiBold, Face::Bold] {
        if let FontFamily::Name(name) = family_of(face) {
            fonts.font_data.insert(name.to_string(), Arc::new(FontData::from_static(Fonts::data(face))));
            fonts.families.insert(FontFamily::Name(name.clone()), vec![name.to_string()]);
        }
    }
    context.set_fonts(fonts);
}

pub fn window(session: Session) -> Harness<'static, Bench> {
    let bench = Bench {
        session,
        canvas: Canvas::default(),
        theme: Theme::light(),
        fonts: Fonts::bundled(),
        actions: Vec::new(),
        follows_map: true,
    };
    let frame = |ui: &mut egui::Ui, bench: &mut Bench| {
        if bench.follows_map {
            bench.session.refresh(&bench.theme, &bench.fonts);
        }
        let mut actions = Vec::new();
        bench.canvas.ui(ui, &bench.session.view(), &bench.theme, &mut actions);
        for action in actions {
            bench.actions.push(action.clone());
            bench.session.apply(action);
        }
    };
    let builder = Harness::builder().with_size(vec2(1000.0, 700.0)).with_context_setup(install_fonts);
    // Fast enough for two clicks to be a double click.
    let builder = builder.with_step_dt(0.05).with_max_steps(100);
    let mut harness = builder.build_ui_state(frame, bench);
    harness.run();
    harness
}

pub fn middle(harness: &Harness<'_, Bench>, label: &str) -> Pos2 {
    harness.get_by_label_contains(label).rect().center()
}

pub fn drag(harness: &mut Harness<'_, Bench>, from: Pos2, to: Pos2) {
    harness.hover_at(from);
    harness.step();
    harness.drag_at(from);
    harness.step();
    for part in [0.3, 0.7, 1.0] {
        harness.hover_at(from + (to - from) * part);
        harness.step();
    }
    harness.drop_at(to);
    harness.run();
}

pub fn click(harness: &mut Harness<'_, Bench>, at: Pos2, button: PointerButton) {
    harness.hover_at(at);
    for pressed in [true, false] {
        harness.event(egui::Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
        harness.step();
    }
}

fn name_of(harness: &Harness<'_, Bench>, touchpoint: TouchpointId) -> String {
    let map = harness.state().session.document.map();
    map.touchpoints.get(touchpoint).expect("the touchpoint is still there").name.clone()
}

#[test]
fn a_click_selects_what_the_name_says() {
    let (session, sample) = sample();
    let mut harness = window(session);
    harness.get_by_label_contains("Touchpoint Pays").click();
    harness.run();
    let selection = &harness.state().session.selection;
    assert_eq!(selection.iter().copied().collect::<Vec<_>>(), [Element::Touchpoint(sample.touchpoints[1])]);
}

#[test]
fn a_click_within_one_slow_frame_counts() {
    let (session, sample) = sample();
    let mut harness = window(session);
    let at = middle(&harness, "Touchpoint Pays");
    harness.hover_at(at);
    harness.step();
    let button = |pressed| egui::Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    harness.input_mut().events.extend([button(true), button(false)]);
    harness.run();
    assert!(harness.state().session.selection.contains(&Element::Touchpoint(sample.touchpoints[1])));
}

#[test]
fn a_pinned_lane_is_hit_where_it_is_shown() {
    let (mut session, sample) = sample();
    let pin = Edit::SetLanePinned { lane: sample.emotion, pinned: true };
    session.document.edit(&pin).expect("an edit that fits");
    for _ in 0..6 {
        lane(&mut session, LaneKind::Notes);
    }
    let mut harness = window(session);
    let nodes = &harness.state().session.scene.nodes;
    let dot = nodes.iter().find(|node| matches!(node.element, Element::Emotion(..)));
    let name = dot.expect("a dot").label.to_string();
    let before = middle(&harness, &name);
    harness.hover_at(Pos2::new(500.0, 500.0));
    let (delta, phase) = (vec2(0.0, -4000.0), egui::TouchPhase::Move);
    let (unit, source) = (egui::MouseWheelUnit::Point, egui::MouseWheelSource::Unknown);
    harness.event(egui::Event::MouseWheel { unit, delta, phase, modifiers: Modifiers::NONE, source });
    harness.run();
    let shown = middle(&harness, &name);
    assert!(shown != before && (0.0..350.0).contains(&shown.y), "{before:?} {shown:?}");
    click(&mut harness, shown, PointerButton::Primary);
    harness.run();
    let selection: Vec<_> = harness.state().session.selection.iter().copied().collect();
    assert!(
        matches!(selection.as_slice(), [Element::Emotion(hit)] if hit.lane == sample.emotion),
        "{selection:?}"
    );
    assert_eq!(middle(&harness, &name), shown, "selecting it scrolls nothing");
}

#[test]
fn a_screen_reader_can_click_too() {
    let (session, sample) = sample();
    let mut harness = window(session);
    harness.get_by_label_contains("Touchpoint Asks").click_accesskit();
    harness.run();
    assert!(harness.state().session.selection.contains(&Element::Touchpoint(sample.touchpoints[2])));
}

#[test]
fn a_double_click_types_in_place_and_enter_goes_on_to_the_next_touchpoint() {
    let (session, sample) = sample();
    let mut harness = window(session);
    let at = middle(&harness, "Touchpoint Pays");
    click(&mut harness, at, PointerButton::Primary);
    click(&mut harness, at, PointerButton::Primary);
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(egui::Event::Text("Öder; ₺89,90".into()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(name_of(&harness, sample.touchpoints[1]), "Öder; ₺89,90");
    let session = &harness.state().session;
    let editing = session.editing.as_ref().expect("typing goes on");
    assert!(editing.is_new && matches!(editing.element, Element::Touchpoint(_)), "{editing:?}");
    harness.key_press(Key::Escape);
    harness.run();
    let session = &harness.state().session;
    assert_eq!((session.editing.is_some(), session.document.map().touchpoints.len()), (false, 3));
}

#[test]
fn escape_keeps_the_old_name_and_a_click_elsewhere_keeps_the_new_one() {
    let (session, sample) = sample();
    let mut harness = window(session);
    for (key, expected) in [(Some(Key::Escape), "Pays"), (None, "Buys")] {
        let at = middle(&harness, "Touchpoint Pays");
        click(&mut harness, at, PointerButton::Primary);
        click(&mut harness, at, PointerButton::Primary);
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        harness.event(egui::Event::Text("Buys".into()));
        harness.run();
        match key {
            Some(key) => harness.key_press(key),
            None => click(&mut harness, Pos2::new(980.0, 680.0), PointerButton::Primary),
        }
        harness.run();
        assert_eq!(name_of(&harness, sample.touchpoints[1]), expected);
        assert!(harness.state().session.editing.is_none());
        // So that the next double click is one of its own.
        harness.run_steps(60);
    }
}

#[test]
fn a_dragged_dot_sets_the_emotion_as_one_step() {
    let (session, sample) = sample();
    let mut harness = window(session);
    let dot = Element::Emotion(EmotionDot {
        lane: sample.emotion,
        persona: sample.persona,
        curve: Curve::AsIs,
        touchpoint: sample.touchpoints[0],
    });
    let scene = Arc::clone(&harness.state().session.scene);
    let label = scene.node(dot).expect("a dot").label.text();
    let from = middle(&harness, &label);
    let row = scene.grid.rows.iter().find(|row| row.lane == sample.emotion).expect("its row");
    let axis = row.emotion_axis.expect("an axis");
    let zoom = harness.state().canvas.zoom();
    let down = Grid::y_of_emotion(axis, -1.2) - Grid::y_of_emotion(axis, 0.5);
    drag(&mut harness, from, from + vec2(6.0, down * zoom));
    let drawn = |harness: &Harness<'_, Bench>| {
        let map = harness.state().session.document.map();
        map.personas.get(sample.persona).and_then(|p| p.emotions.get(&sample.touchpoints[0]).copied())
    };
    assert_eq!(drawn(&harness), Some(Emotion::new(-1.2)));
    harness.state_mut().session.document.undo();
    assert_eq!(drawn(&harness), Some(Emotion::new(0.5)), "the whole drag is undone at once");
}

#[test]
fn a_dot_of_the_to_be_curve_is_dragged_and_the_present_one_stays() {
    let (mut session, sample) = sample();
    let first = sample.touchpoints[0];
    let edit = Edit::SetEmotion {
        persona: sample.persona,
        curve: Curve::ToBe,
        touchpoint: first,
        emotion: Some(Emotion::new(1.5)),
    };
    session.document.edit(&edit).expect("drawn");
    let mut harness = window(session);
    let from = middle(&harness, "Wanted emotion of Elif at Sees cost");
    let scene = Arc::clone(&harness.state().session.scene);
    let axis = scene.grid.rows.iter().find_map(|row| row.emotion_axis).expect("an axis");
    let up = Grid::y_of_emotion(axis, 2.0) - Grid::y_of_emotion(axis, 1.5);
    let up = up * harness.state().canvas.zoom();
    drag(&mut harness, from, from + vec2(0.0, up));
    let drawn = |harness: &Harness<'_, Bench>| {
        let map = harness.state().session.document.map();
        let persona = map.personas.get(sample.persona).expect("Elif").clone();
        Curve::ALL.map(|curve| persona.curve(curve).get(&first).copied())
    };
    assert_eq!(drawn(&harness), [Some(Emotion::new(0.5)), Some(Emotion::new(2.0))]);
    harness.state_mut().session.document.undo();
    assert_eq!(drawn(&harness)[1], Some(Emotion::new(1.5)));
}

#[test]
fn a_touchpoint_is_dragged_into_another_stage() {
    let (session, sample) = sample();
    let mut harness = window(session);
    let (from, to) = (middle(&harness, "Touchpoint Sees cost"), middle(&harness, "Touchpoint Asks"));
    drag(&mut harness, from, to + vec2(20.0, 0.0));
    let map = harness.state().session.document.map();
    let order: Vec<_> = map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).collect();
    let [first, second, third] = sample.touchpoints;
    assert_eq!(order, [second, third, first]);
    assert_eq!(map.stage_of(first).map(|stage| stage.name.as_str()), Some("Care"));
}

#[test]
fn enter_in_an_empty_cell_begins_a_card() {
    let (mut session, sample) = sample();
    session.selection = [Element::Cell(sample.pains, sample.touchpoints[2])].into();
    let mut harness = window(session);
    harness.key_press(Key::Enter);
    harness.run();
    harness.event(egui::Event::Text("Waits 9 min".into()));
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run();
    let map = harness.state().session.document.map();
    let texts: Vec<_> =
        map.cell(sample.pains, sample.touchpoints[2]).iter().map(|card| card.text.clone()).collect();
    assert_eq!(texts, ["Waits 9 min"]);
}

#[test]
fn letters_typed_on_an_empty_cell_begin_its_card() {
    let (mut session, sample) = sample();
    session.selection = [Element::Cell(sample.pains, sample.touchpoints[1])].into();
    let mut harness = window(session);
    harness.event(egui::Event::Text("S".into()));
    harness.run();
    harness.event(egui::Event::Text("low".into()));
    harness.run();
    let editing = harness.state().session.editing.as_ref().expect("a card being typed");
    assert_eq!(editing.text, "Slow");
}

#[test]
fn a_sign_and_a_digit_set_the_emotion() {
    let (mut session, sample) = sample();
    session.selection = [Element::Touchpoint(sample.touchpoints[1])].into();
    let mut harness = window(session);
    for key in ["-", "2"] {
        harness.event(egui::Event::Text(key.into()));
        harness.run();
    }
    let map = harness.state().session.document.map();
    let drawn =
        map.personas.get(sample.persona).and_then(|p| p.emotions.get(&sample.touchpoints[1]).copied());
    assert_eq!(drawn, Some(Emotion::new(-2.0)));
}

#[test]
fn the_context_menu_adds_a_touchpoint() {
    let (session, _) = sample();
    let mut harness = window(session);
    let at = middle(&harness, "Touchpoint Sees cost");
    click(&mut harness, at, PointerButton::Secondary);
    harness.run();
    harness.get_by_label("Add touchpoint after").click();
    harness.run();
    let session = &harness.state().session;
    let order: Vec<_> = session
        .document
        .map()
        .touchpoints_in_order()
        .map(|(_, touchpoint)| touchpoint.name.clone())
        .collect();
    assert_eq!(order, ["Sees cost", "", "Pays", "Asks"]);
    assert!(session.editing.is_some(), "its name is typed at once");
}

/// How much is painted of a scene: corners of meshes, and pictures.
fn painted(harness: &mut Harness<'_, Bench>, scene: Scene, zoom: f32) -> (usize, usize) {
    harness.state_mut().session.scene = Arc::new(scene);
    harness.state_mut().canvas.zoom_to_fit();
    harness.run();
    harness.state_mut().canvas.set_zoom(zoom);
    harness.run();
    assert!((harness.state().canvas.zoom() - zoom).abs() < 1e-6);
    let shapes = || harness.output().shapes.iter().map(|clipped| &clipped.shape);
    let corners =
        shapes().map(|shape| if let egui::Shape::Mesh(mesh) = shape { mesh.vertices.len() } else { 0 });
    let is_picture = |shape: &&egui::Shape| shape.texture_id() != egui::TextureId::default();
    (corners.sum(), shapes().filter(is_picture).count())
}

#[test]
fn every_primitive_is_painted_at_every_zoom() {
    let (session, _) = sample();
    let mut harness = window(session);
    harness.state_mut().follows_map = false;
    for zoom in [0.1, 0.25, 1.0, 3.7] {
        let (corners, pictures) = painted(&mut harness, scene_of_everything(), zoom);
        for left_out in 0..scene_of_everything().items.len() {
            let mut scene = scene_of_everything();
            let item = scene.items.remove(left_out);
            let (corners_left, pictures_left) = painted(&mut harness, scene, zoom);
            match &item.prim {
                Prim::Image(image) if image.png.len() > 10 => {
                    assert_eq!(pictures_left + 1, pictures, "at {zoom}")
                }
                Prim::Image(_) => {
                    assert_eq!((corners_left, pictures_left), (corners, pictures), "it is broken")
                }
                Prim::Path(path) if path.segments.len() < 2 => {
                    assert_eq!(corners_left, corners, "it has no extent")
                }
                prim => assert!(corners_left < corners, "at {zoom}: {prim:?}"),
            }
        }
    }
    assert!(painted(&mut harness, scene_of_everything(), 8.0).0 > 0);
}

fn scene_of_everything() -> Scene {
    let ink = Color::rgb(40, 40, 40);
    let stroke = |dash| Some(Stroke { color: ink, width: 2.0, dash });
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, 1, 1);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&[9, 8, 7, 255]).expect("a pixel");
    writer.finish().expect("an end");
    let rect = |x, radius, dash| {
        Prim::Rect(RectPrim {
            rect: Rect::from_xywh(x, 10.0, 40.0, 40.0),
            radius,
            fill: Some(ink),
            stroke: stroke(dash),
        })
    };
    let star = vec![
        PathSeg::Move(pt(10.0, 100.0)),
        PathSeg::Line(pt(90.0, 100.0)),
        PathSeg::Line(pt(20.0, 150.0)),
        PathSeg::Cubic(pt(40.0, 60.0), pt(60.0, 60.0), pt(80.0, 150.0)),
        PathSeg::Close,
    ];
    let path = |segments, fill, dash| Prim::Path(PathPrim { segments, fill, stroke: stroke(dash) });
    let shaped = Fonts::bundled().shape("Sipariş ₺", Face::SemiBold, 12.0);
    let text = SetText {
        passage: Arc::new(Passage::line(shaped.text.clone(), Align::Start)),
        text: shaped.text,
        face: Face::SemiBold,
        size: 12.0,
        width: shaped.width,
        glyphs: shaped.runs[0].glyphs.clone(),
        font: None,
        is_rtl: false,
    };
    let prims = vec![
        rect(10.0, 0.0, None),
        rect(60.0, 20.0, None),
        rect(110.0, 8.0, Some((3.0, 5.0))),
        path(star.clone(), Some(ink), None),
        path(star, None, Some((3.0, 0.0))),
        path(vec![PathSeg::Move(pt(5.0, 5.0))], Some(ink), None),
        path(Vec::new(), Some(ink), Some((0.0, 0.0))),
        Prim::Text(TextRun::new(text, pt(10.0, 90.0), ink)),
        Prim::Image(ImagePrim { rect: Rect::from_xywh(160.0, 10.0, 40.0, 40.0), png: png.into() }),
        Prim::Image(ImagePrim {
            rect: Rect::from_xywh(160.0, 60.0, 40.0, 40.0),
            png: b"broken".as_slice().into(),
        }),
    ];
    let items = prims.into_iter().map(|prim| Item { prim, node: None }).collect();
    Scene { size: Size { width: 210.0, height: 160.0 }, items, ..Scene::default() }
}
