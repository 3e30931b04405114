//! A window of 1920 × 1080 that no graphics card paints.

use crate::large_map;
use egui::{
    Context, Event, Modifiers, MouseWheelUnit, PointerButton, Pos2, RawInput, Rect, TouchPhase, Vec2, pos2,
    vec2,
};
use pathlight::base::fmt::NumberFormat;
use pathlight::canvas::Canvas;
use pathlight::model::JourneyMap;
use pathlight::session::Session;
use pathlight::text::Fonts;
use pathlight::theme::Theme;
use pathlight::ui;
use std::time::Duration;

/// What is seen of the map.
#[derive(Clone, Copy)]
pub enum Sight {
    /// All of it.
    Whole,
    /// As much as there is room for at a zoom.
    At(f32),
    /// At a zoom, with the panels of the program around it.
    WithPanels(f32),
}

/// The toolkit with the program's fonts and style.
fn context() -> Context {
    let context = Context::default();
    ui::install_fonts(&context, &Fonts::bundled());
    ui::install_style(&context, &Theme::light(), &Theme::dark());
    context
}

/// The window with all that it shows.
pub struct Window {
    pub context: Context,
    pub session: Session,
    pub canvas: Canvas,
    pub theme: Theme,
    pub fonts: Fonts,
    pub state: ui::State,
    pub frames: u16,
    /// What is not to be counted of the time so far.
    pub aside: Duration,
    has_panels: bool,
}

impl Window {
    /// A window that has been open for some frames, so that egui has its glyphs.
    pub fn new(map: &JourneyMap, sight: Sight) -> Self {
        let mut window = Self {
            context: context(),
            session: large_map::session(map, true),
            canvas: Canvas::default(),
            theme: Theme::light(),
            fonts: Fonts::bundled(),
            state: ui::State::default(),
            frames: 0,
            aside: Duration::ZERO,
            has_panels: matches!(sight, Sight::WithPanels(_)),
        };
        window.frame(Vec::new());
        match sight {
            Sight::Whole => window.canvas.zoom_to_fit(),
            Sight::At(zoom) | Sight::WithPanels(zoom) => window.canvas.set_zoom(zoom),
        }
        // As many as it takes for every line of text to be laid out.
        for _ in 0..30 {
            window.frame(Vec::new());
        }
        window
    }

    /// The window as it is before a map is opened.
    pub fn begin_anew(&mut self) {
        (self.context, self.fonts) = (context(), Fonts::bundled());
        (self.session, self.canvas) = (Session::default(), Canvas::default());
        for _ in 0..3 {
            self.frame(Vec::new());
        }
    }

    /// One frame in which the user does this; gives the number of meshes for the graphics card.
    pub fn frame(&mut self, events: Vec<Event>) -> usize {
        self.frames += 1;
        self.session.refresh(&self.theme, &self.fonts);
        let mut out = ui::Out::default();
        let mut output = self.run(events, &mut out);
        // Nothing is sent to a graphics card here.
        output.textures_delta.clear();
        let meshes = self.context.tessellate(output.shapes, output.pixels_per_point);
        for action in out.actions {
            self.session.apply(action);
        }
        drop(self.session.take_requests());
        meshes.len()
    }

    fn run(&mut self, events: Vec<Event>, out: &mut ui::Out) -> egui::FullOutput {
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(1920.0, 1080.0)));
        let time = Some(f64::from(self.frames) / 60.0);
        let input = RawInput { screen_rect, time, events, ..RawInput::default() };
        let Self { context, session, canvas, theme, fonts, state, has_panels, .. } = self;
        let parts = state.parts();
        let view = session.view();
        let cx =
            ui::Context { session, view, theme, fonts, format: &NumberFormat::default(), jobs: &[], parts };
        context.run_ui(input, |ui| match has_panels {
            true => ui::window_ui(ui, state, canvas, &cx, out),
            false => canvas.ui(ui, &cx.view, theme, &mut out.actions),
        })
    }

    /// Does what is not to be counted.
    pub fn aside(&mut self, act: impl FnOnce(&mut Self)) {
        let before = crate::cost::processor_time();
        act(self);
        self.aside += crate::cost::processor_time() - before;
    }

    /// To and fro, each time elsewhere: 0 … 40.
    pub fn swing(&self) -> f32 {
        let part = f32::from(self.frames % 80);
        if part < 40.0 { part } else { 80.0 - part }
    }

    /// Turns the wheel.
    pub fn wheel(&mut self, delta: Vec2, modifiers: Modifiers) {
        self.frame(vec![Event::MouseWheel {
            source: egui::MouseWheelSource::Unknown,
            unit: MouseWheelUnit::Point,
            delta,
            phase: TouchPhase::Move,
            modifiers,
        }]);
    }

    /// Where an element is seen, as screen readers are told.
    fn place_of(&mut self, label: &str) -> Pos2 {
        self.context.enable_accesskit();
        let mut output = self.run(Vec::new(), &mut ui::Out::default());
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
    pub fn grab(&mut self, label: &str) -> Pos2 {
        let pos = self.place_of(label);
        let button = PointerButton::Primary;
        self.frame(vec![Event::PointerMoved(pos)]);
        self.frame(vec![Event::PointerButton { pos, button, pressed: true, modifiers: Modifiers::NONE }]);
        self.frame(vec![Event::PointerMoved(pos + vec2(0.0, 12.0))]);
        pos
    }
}
