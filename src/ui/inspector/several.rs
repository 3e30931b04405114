//! Several selected things: how many of which kind, and what can be done to all.

use crate::scene::Element;
use crate::session::Command;
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, eyebrow_ui, muted_ui};
use crate::ui::{Context, Out};
use egui::Ui;

pub fn several_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let selection = cx.view.selection;
    eyebrow_ui(ui, theme, &tr!("ui-selection-eyebrow"));
    let title = tr!("ui-selected", count = selection.len());
    ui.label(text(title, Face::Bold, 19.0, theme.text));
    let count = |is: fn(&Element) -> bool| selection.iter().filter(|element| is(element)).count();
    let stages = count(|element| matches!(element, Element::Stage(_)));
    let touchpoints = count(|element| matches!(element, Element::Touchpoint(_)));
    let cards = count(|element| matches!(element, Element::Card(_)));
    for (number, words) in [
        (stages, tr!("ui-stages", count = stages)),
        (touchpoints, tr!("ui-steps", count = touchpoints)),
        (cards, tr!("ui-cards", count = cards)),
    ] {
        if number > 0 {
            muted_ui(ui, theme, words);
        }
    }
    ui.add_space(8.0);
    for command in [
        Command::ToggleMomentOfTruth,
        Command::ToggleGoal,
        Command::ToggleContact,
        Command::MoveLeft,
        Command::MoveRight,
        Command::Delete,
    ] {
        let enabled = cx.session.can_run(command);
        if ui.add_enabled_ui(enabled, |ui| button_ui(ui, &command.label())).inner.clicked() {
            out.command(command);
        }
    }
}
