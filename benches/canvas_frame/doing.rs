//! All that people do with a large map, frame by frame.

use crate::large_map;
use crate::window::Window;
use egui::{Event, Modifiers, Vec2, pos2, vec2};
use pathlight::base::Timestamp;
use pathlight::base::time::SECOND;
use pathlight::canvas::Canvas;
use pathlight::model::{CardId, Edit};
use pathlight::scene::{Element, Memory, SceneOptions};
use pathlight::session::{Action, Command};

/// One frame of it.
pub type Step = Box<dyn FnMut(&mut Window)>;

/// Something that is done for many frames.
pub struct Doing {
    pub name: &'static str,
    pub begin: fn(&mut Window) -> Step,
}

/// A list of them.
macro_rules! all {
    ($($name:literal: $begin:ident,)*) => {
        &[$(Doing { name: $name, begin: $begin },)*]
    };
}

pub(crate) use all;

pub const ALL: &[Doing] = all! {
    "at rest": rest,
    "hovering": hover,
    "panning": pan,
    "zooming with two fingers": zoom,
    "zooming with the wheel": wheel_zoom,
    "dragging a card": drag_card,
    "dragging 500 cards": drag_many,
    "dragging a dot": drag_dot,
    "typing into a touchpoint": type_touchpoint,
    "typing into a card": type_card,
    "moving 500 cards by key": move_many,
    "undoing and redoing the removal of 500 cards": undo,
    "switching the persona": switch_persona,
    "revealing the figures": reveal,
    "opening": open,
    "panning with a screen reader": pan_read_out,
    "typing with a screen reader": type_read_out,
};

fn rest(_: &mut Window) -> Step {
    Box::new(|window| {
        window.frame(Vec::new());
    })
}

fn hover(_: &mut Window) -> Step {
    Box::new(|window| {
        let at = pos2(400.0, 500.0) + Vec2::splat(9.0) * window.swing();
        window.frame(vec![Event::PointerMoved(at)]);
    })
}

/// 1 for 40 frames, then −1.
fn direction(window: &Window) -> f32 {
    if window.frames % 80 < 40 { 1.0 } else { -1.0 }
}

fn pan(window: &mut Window) -> Step {
    window.frame(vec![Event::PointerMoved(pos2(900.0, 500.0))]);
    Box::new(|window| window.wheel(vec2(-31.7, -5.3) * direction(window), Modifiers::NONE))
}

/// Away from the zoom and back in small steps.
fn zoom(window: &mut Window) -> Step {
    window.frame(vec![Event::PointerMoved(pos2(900.0, 500.0))]);
    Box::new(|window| {
        let factor = if direction(window) > 0.0 { 0.993 } else { 1.0 / 0.993 };
        window.frame(vec![Event::Zoom(factor)]);
    })
}

/// Away from the zoom and back, some notches of a wheel each.
fn wheel_zoom(window: &mut Window) -> Step {
    window.frame(vec![Event::PointerMoved(pos2(900.0, 500.0))]);
    Box::new(|window| match window.frames % 20 {
        0 => window.wheel(vec2(0.0, -30.0 * direction(window)), Modifiers::COMMAND),
        _ => {
            window.frame(Vec::new());
        }
    })
}

fn drag_card(window: &mut Window) -> Step {
    let from = window.grab("Card 21:");
    Box::new(move |window| {
        let at = from + vec2(7.0, 3.0) * window.swing();
        window.frame(vec![Event::PointerMoved(at)]);
    })
}

/// A third of the cards, in all lanes.
fn many(window: &Window) -> Vec<CardId> {
    let cards = window.session.document.map().cards.iter().map(|card| card.id);
    cards.skip(20).take(large_map::CARDS / 3).collect()
}

fn select_many(window: &mut Window) {
    let elements = many(window).into_iter().map(Element::Card).collect();
    window.session.apply(Action::Select { elements, extend: false });
    window.frame(Vec::new());
}

fn drag_many(window: &mut Window) -> Step {
    select_many(window);
    drag_card(window)
}

/// The curve follows the pointer, so that the map is another one in each frame.
fn drag_dot(window: &mut Window) -> Step {
    let from = window.grab("Emotion of Elif at Touchpoint 2 ");
    Box::new(move |window| {
        let at = from - vec2(0.0, 0.9) * window.swing();
        window.frame(vec![Event::PointerMoved(at)]);
    })
}

/// Letters typed into an element, one more in each frame.
fn type_into(window: &mut Window, element: Element) -> Step {
    window.session.apply(Action::BeginText(element));
    window.frame(Vec::new());
    Box::new(|window| {
        let letters = "Compares what delivery costs elsewhere, then asks a friend who ordered last week";
        let length = 1 + usize::from(window.frames) % (letters.len() - 1);
        window.session.apply(Action::SetText(letters[..length].to_owned()));
        window.frame(Vec::new());
    })
}

fn type_touchpoint(window: &mut Window) -> Step {
    let map = window.session.document.map();
    let touchpoint = map.touchpoints_in_order().nth(1).map(|(_, touchpoint)| touchpoint.id);
    type_into(window, Element::Touchpoint(touchpoint.expect("a touchpoint")))
}

fn type_card(window: &mut Window) -> Step {
    let card = window.session.document.map().cards.iter().nth(21).map(|card| card.id);
    type_into(window, Element::Card(card.expect("a card")))
}

fn move_many(window: &mut Window) -> Step {
    select_many(window);
    Box::new(|window| {
        let there = window.frames % 2 == 0;
        let command = if there { Command::MoveRight } else { Command::MoveLeft };
        window.session.apply(Action::Command(command));
        window.frame(Vec::new());
    })
}

fn undo(window: &mut Window) -> Step {
    let cards = many(window);
    window.session.apply(Action::Edit(Edit::RemoveCards { cards }));
    Box::new(|window| {
        let is_gone = window.session.document.history().next_redo().is_none();
        window.session.apply(Action::Command(if is_gone { Command::Undo } else { Command::Redo }));
        window.frame(Vec::new());
    })
}

fn switch_persona(_: &mut Window) -> Step {
    Box::new(|window| {
        let personas = &window.session.document.map().about.personas;
        let persona = personas[usize::from(window.frames) % personas.len()];
        window.session.apply(Action::ShowPersona(persona));
        window.frame(Vec::new());
    })
}

/// In a workshop, where the figures grow within a second.
fn reveal(window: &mut Window) -> Step {
    window.session.apply(Action::Command(Command::ToggleWorkshop));
    Box::new(|window| {
        let frame = i64::from(window.frames);
        window.session.set_now(Timestamp(frame * SECOND / 60));
        if !window.session.is_revealing() {
            window.session.apply(Action::Command(Command::ToggleReveal));
        }
        window.frame(Vec::new());
    })
}

/// In every twentieth frame a map is opened in a window that has shown an empty one only: words, places and glyphs are as new as
/// on the first day. The job that reads the map has laid out its cards, as it does for a window. It is seen in its whole width, and
/// from the second frame on at the zoom.
fn open(window: &mut Window) -> Step {
    const FRAMES_OF_ONE: usize = 20;
    let (map, zoom) = (window.session.document.map().clone(), window.canvas.zoom());
    let mut frame = 0;
    Box::new(move |window| {
        if frame % FRAMES_OF_ONE == 0 {
            window.aside(|window| {
                window.begin_anew();
                let memory = Memory::of(&map, &SceneOptions::default(), &window.theme, &window.fonts);
                window.session = large_map::session(&map, true).with_memory(memory);
                window.canvas = Canvas::default();
            });
        } else if frame % FRAMES_OF_ONE == 1 {
            window.canvas.set_zoom(zoom);
        }
        frame += 1;
        window.frame(Vec::new());
    })
}

fn pan_read_out(window: &mut Window) -> Step {
    window.context.enable_accesskit();
    pan(window)
}

fn type_read_out(window: &mut Window) -> Step {
    window.context.enable_accesskit();
    type_touchpoint(window)
}
