//! The time of one frame of the canvas on the processor: the scene brought up to date, `Canvas::ui` and tessellation, for a
//! map of 60 touchpoints, 14 lanes and 1 500 cards, at several zooms and in all that people do with a map.
//! `cargo bench --bench canvas_frame`.

use divan::Bencher;
use egui::{
    Context, Event, FontData, FontDefinitions, FontFamily, Modifiers, MouseWheelUnit, PointerButton, Pos2,
    RawInput, Rect, TouchPhase, Vec2, pos2, vec2,
};
use pathlight::canvas::{Canvas, family_of};
use pathlight::model::edit::Created;
use pathlight::model::{
    CardKind, Edit, Emotion, JourneyMap, LaneId, LaneKind, Persona, PersonaId, TouchpointId,
};
use pathlight::scene::{Element, SceneOptions, build};
use pathlight::session::{Action, Session};
use pathlight::text::{Face, Fonts};
use pathlight::theme::Theme;
use std::sync::Arc;

/// 100 %, 50 %, 25 % and the whole map.
const ZOOMS: [Option<f32>; 4] = [Some(1.0), Some(0.5), Some(0.25), None];

fn main() {
    divan::main();
}

fn created(session: &mut Session, edit: Edit) -> Created {
    session.document.edit(&edit).expect("an edit that fits").expect("something new")
}

fn large_map() -> Session {
    let mut session = Session::of_new(JourneyMap::default());
    let mut touchpoints: Vec<TouchpointId> = Vec::new();
    for place in 0..10 {
        let name = format!("Stage {place}");
        let Created::Stage(stage) = created(&mut session, Edit::AddStage { name, at: place }) else {
            continue;
        };
        for at in 0..6 {
            let name = format!("Touchpoint {} of the journey", place * 6 + at);
            if let Created::Touchpoint(id) = created(&mut session, Edit::AddTouchpoint { stage, at, name }) {
                touchpoints.push(id);
            }
        }
    }
    let notes = [LaneKind::Notes; 3];
    let mut card_lanes: Vec<(LaneId, LaneKind)> = Vec::new();
    for (at, kind) in LaneKind::ALL.into_iter().chain(notes).enumerate() {
        if let Created::Lane(id) = created(&mut session, Edit::AddLane { kind, name: String::new(), at })
            && kind.holds_cards()
        {
            card_lanes.push((id, kind));
        }
    }
    for number in 0..1500 {
        let (lane, kind) = card_lanes[number % card_lanes.len()];
        let touchpoint = touchpoints[number / card_lanes.len() % touchpoints.len()];
        let text = format!("Card {number}: what customers told us");
        let kind = CardKind::for_lane(kind);
        created(&mut session, Edit::AddCard { lane, touchpoint, slot: usize::MAX, text, kind });
    }
    let emotions = touchpoints.iter().zip((0..5).cycle());
    let emotions = emotions.map(|(id, value)| (*id, Emotion::new(f64::from(value) - 2.0))).collect();
    let persona = Persona { emotions, ..Persona::new(PersonaId(0), "Elif") };
    created(&mut session, Edit::AddPersona(persona));
    session.refresh(&Theme::light(), &Fonts::bundled());
    session
}

fn context() -> Context {
    let context = Context::default();
    let mut fonts = FontDefinitions::default();
    for face in Face::ALL {
        if let FontFamily::Name(name) = family_of(face) {
            fonts.font_data.insert(name.to_string(), Arc::new(FontData::from_static(Fonts::data(face))));
            fonts.families.insert(FontFamily::Name(name.clone()), vec![name.to_string()]);
        }
    }
    context.set_fonts(fonts);
    context
}

/// The canvas in a window of 1920 × 1080 that no graphics card paints.
struct Window {
    context: Context,
    session: Session,
    canvas: Canvas,
    theme: Theme,
    fonts: Fonts,
    frames: u16,
}

impl Window {
    /// A window that has been open for some frames, so that egui has its glyphs.
    fn at(zoom: Option<f32>) -> Self {
        let mut window = Self {
            context: context(),
            session: large_map(),
            canvas: Canvas::default(),
            theme: Theme::light(),
            fonts: Fonts::bundled(),
            frames: 0,
        };
        window.frame(Vec::new());
        match zoom {
            Some(zoom) => window.canvas.set_zoom(zoom),
            None => window.canvas.zoom_to_fit(),
        }
        for _ in 0..3 {
            window.frame(Vec::new());
        }
        window
    }

    fn frame(&mut self, events: Vec<Event>) -> usize {
        self.frames += 1;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(1920.0, 1080.0)));
        let time = Some(f64::from(self.frames) / 60.0);
        let input = RawInput { screen_rect, time, events, ..RawInput::default() };
        self.session.refresh(&self.theme, &self.fonts);
        let mut actions = Vec::new();
        let mut output = self
            .context
            .run_ui(input, |ui| self.canvas.ui(ui, &self.session.view(), &self.theme, &mut actions));
        // Nothing is sent to a graphics card here.
        output.textures_delta.clear();
        let meshes = self.context.tessellate(output.shapes, output.pixels_per_point);
        for action in actions {
            self.session.apply(action);
        }
        meshes.len()
    }

    /// To and fro, each time elsewhere.
    fn swing(&self) -> f32 {
        let part = f32::from(self.frames % 80);
        if part < 40.0 { part } else { 80.0 - part }
    }

    /// Where an element is seen, as screen readers are told.
    fn place_of(&mut self, label: &str) -> Pos2 {
        self.context.enable_accesskit();
        let mut actions = Vec::new();
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(1920.0, 1080.0)));
        let input = RawInput { screen_rect, ..RawInput::default() };
        let mut output = self
            .context
            .run_ui(input, |ui| self.canvas.ui(ui, &self.session.view(), &self.theme, &mut actions));
        self.context.disable_accesskit();
        output.textures_delta.clear();
        let tree = output.platform_output.accesskit_update.expect("a tree for screen readers");
        let node = tree.nodes.iter().find(|(_, node)| node.label().is_some_and(|name| name.contains(label)));
        let bounds = node.and_then(|(_, node)| node.bounds()).expect("it is in view");
        let middle = (bounds.x0 + bounds.x1, bounds.y0 + bounds.y1);
        #[allow(clippy::cast_possible_truncation)] // screen coordinates
        pos2(middle.0 as f32 / 2.0, middle.1 as f32 / 2.0)
    }

    /// The pointer pressed on an element and moved far enough to drag it.
    fn grab(&mut self, label: &str) -> Pos2 {
        let pos = self.place_of(label);
        let button = PointerButton::Primary;
        self.frame(vec![Event::PointerMoved(pos)]);
        self.frame(vec![Event::PointerButton { pos, button, pressed: true, modifiers: Modifiers::NONE }]);
        self.frame(vec![Event::PointerMoved(pos + vec2(0.0, 12.0))]);
        pos
    }
}

#[divan::bench(args = ZOOMS)]
fn still(bencher: Bencher<'_, '_>, zoom: Option<f32>) {
    let mut window = Window::at(zoom);
    bencher.bench_local(|| window.frame(Vec::new()));
}

#[divan::bench(args = ZOOMS)]
fn pan(bencher: Bencher<'_, '_>, zoom: Option<f32>) {
    let mut window = Window::at(zoom);
    window.frame(vec![Event::PointerMoved(pos2(900.0, 500.0))]);
    bencher.bench_local(|| {
        let way = if window.frames % 80 < 40 { -1.0 } else { 1.0 };
        let delta = vec2(31.7, 5.3) * way;
        let wheel = Event::MouseWheel {
            source: egui::MouseWheelSource::Unknown,
            unit: MouseWheelUnit::Point,
            delta,
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
        };
        window.frame(vec![wheel])
    });
}

/// Away from the zoom and back in small steps, as with two fingers.
#[divan::bench(args = ZOOMS)]
fn zoom(bencher: Bencher<'_, '_>, zoom: Option<f32>) {
    let mut window = Window::at(zoom);
    window.frame(vec![Event::PointerMoved(pos2(900.0, 500.0))]);
    bencher.bench_local(|| {
        let factor = if window.frames % 80 < 40 { 0.993 } else { 1.0 / 0.993 };
        window.frame(vec![Event::Zoom(factor)])
    });
}

#[divan::bench(args = ZOOMS)]
fn hover(bencher: Bencher<'_, '_>, zoom: Option<f32>) {
    let mut window = Window::at(zoom);
    bencher.bench_local(|| {
        let at = pos2(400.0, 500.0) + Vec2::splat(9.0) * window.swing();
        window.frame(vec![Event::PointerMoved(at)])
    });
}

#[divan::bench(args = ZOOMS)]
fn drag_card(bencher: Bencher<'_, '_>, zoom: Option<f32>) {
    let mut window = Window::at(zoom);
    let from = window.grab("Card 21:");
    bencher.bench_local(|| {
        let at = from + vec2(7.0, 3.0) * window.swing();
        window.frame(vec![Event::PointerMoved(at)])
    });
}

/// The curve follows the pointer, so that the map is laid out anew in each frame.
#[divan::bench(args = ZOOMS)]
fn drag_emotion(bencher: Bencher<'_, '_>, zoom: Option<f32>) {
    let mut window = Window::at(zoom);
    let from = window.grab("Emotion of Elif at Touchpoint 2 ");
    bencher.bench_local(|| {
        let at = from - vec2(0.0, 0.9) * window.swing();
        window.frame(vec![Event::PointerMoved(at)])
    });
}

/// Letters typed into a touchpoint: the map is laid out anew in each frame.
#[divan::bench(args = ZOOMS)]
fn typing(bencher: Bencher<'_, '_>, zoom: Option<f32>) {
    let mut window = Window::at(zoom);
    let map = window.session.document.map();
    let touchpoint = map.touchpoints_in_order().nth(1).map(|(_, touchpoint)| touchpoint.id);
    window.session.apply(Action::BeginText(Element::Touchpoint(touchpoint.expect("a touchpoint"))));
    window.frame(Vec::new());
    bencher.bench_local(|| {
        let letters = "Compares what delivery costs elsewhere, then asks";
        let length = 1 + usize::from(window.frames) % (letters.len() - 1);
        window.session.apply(Action::SetText(letters[..length].to_owned()));
        window.frame(Vec::new())
    });
}

/// As `pan`, while a screen reader listens.
#[divan::bench(args = ZOOMS)]
fn pan_with_screen_reader(bencher: Bencher<'_, '_>, zoom: Option<f32>) {
    let mut window = Window::at(zoom);
    window.context.enable_accesskit();
    window.frame(vec![Event::PointerMoved(pos2(900.0, 500.0))]);
    bencher.bench_local(|| {
        let way = if window.frames % 80 < 40 { -1.0 } else { 1.0 };
        let wheel = Event::MouseWheel {
            source: egui::MouseWheelSource::Unknown,
            unit: MouseWheelUnit::Point,
            delta: vec2(31.7, 5.3) * way,
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
        };
        window.frame(vec![wheel])
    });
}

/// Laying the map out, alone.
#[divan::bench]
fn scene_build(bencher: Bencher<'_, '_>) {
    let (session, theme, fonts) = (large_map(), Theme::light(), Fonts::bundled());
    let options = SceneOptions::default();
    let build = || build(session.document.map(), None, &options, &theme, &fonts);
    build();
    bencher.bench_local(build);
}
