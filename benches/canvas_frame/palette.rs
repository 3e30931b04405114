//! The palette over a map with 10 000 names: 1 700 of the map and of commands, the others of events.

use crate::doing::{Doing, Step, all};
use crate::large_map::loaded;
use crate::window::Window;
use egui::{Event, Key, Modifiers};
use pathlight::events::{LogBuilder, LogShape, RawEvent};
use pathlight::model::Edit;
use pathlight::session::Action;
use pathlight::ui::{Dialog, Palette};
use std::sync::Arc;

const EVENTS: usize = 8_300;

pub const ALL: &[Doing] = all! {
    "palette: opening": open,
    "palette: typing a letter": type_letter,
};

fn bring_events(window: &mut Window) {
    let mut builder = LogBuilder::new(LogShape::default());
    for number in 0..EVENTS {
        let name = format!("checkoutStep{number} delivery option chosen");
        builder.push(&RawEvent { customer: "one", name: &name, ..RawEvent::default() });
    }
    if let Some(data) = &mut window.session.data {
        data.loaded = Arc::new(loaded(builder));
    }
}

/// In every tenth frame it is opened, the map having been changed since the last time.
fn open(window: &mut Window) -> Step {
    bring_events(window);
    let mut frame = 0;
    Box::new(move |window| {
        if frame % 10 == 0 {
            window.aside(|window| {
                window.state.dialogs.open = None;
                window.session.apply(Action::Edit(Edit::SetTitle(format!("Opened in frame {frame}"))));
                window.frame(Vec::new());
            });
            window.state.dialogs.open = Some(Dialog::Palette(Palette::default()));
        }
        frame += 1;
        window.frame(Vec::new());
    })
}

/// Two words, letter by letter, and back.
fn type_letter(window: &mut Window) -> Step {
    bring_events(window);
    window.state.dialogs.open = Some(Dialog::Palette(Palette::default()));
    // As many as it takes to gather the names.
    for _ in 0..8 {
        window.frame(Vec::new());
    }
    let words = "delivery cost";
    let mut frame = 0;
    Box::new(move |window| {
        let at = frame % (2 * words.len());
        frame += 1;
        let event = match words.get(at..=at) {
            Some(letter) => Event::Text(letter.to_owned()),
            None => Event::Key {
                key: Key::Backspace,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: Modifiers::NONE,
            },
        };
        window.frame(vec![event]);
    })
}
