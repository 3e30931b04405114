//! The agenda: steps with the minutes meant for them and the minutes they took.

use super::edit;
use crate::model::{AgendaItem, Edit};
use crate::session::Command;
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{bare_field_ui, button_ui, muted_ui, row_ui, switch_ui};
use crate::ui::{Context, Out};
use egui::{Button, Id, Ui};

/// Minutes of a step that has just been added.
const USUAL_MINUTES: u32 = 15;

pub fn agenda_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let agenda = &cx.view.map.workshop.agenda;
    let mut changed = None;
    if agenda.is_empty() {
        muted_ui(ui, cx.theme, tr!("ui-agenda-empty"));
    }
    for (place, item) in agenda.iter().enumerate() {
        let change = ui.push_id(place, |ui| step_ui(ui, place, agenda.len() - 1, item, cx)).inner;
        changed = changed.or_else(|| change.map(|change| change.of(agenda, place)));
    }
    ui.horizontal_wrapped(|ui| {
        if button_ui(ui, &tr!("ui-agenda-add")).clicked() {
            let new = AgendaItem { planned_minutes: USUAL_MINUTES, ..AgendaItem::default() };
            changed = Some(agenda.iter().cloned().chain([new]).collect());
        }
        if agenda.is_empty() && button_ui(ui, &tr!("ui-agenda-usual")).clicked() {
            changed = Some(usual());
        }
    });
    if !agenda.is_empty() {
        let planned: f64 = agenda.iter().map(|item| f64::from(item.planned_minutes) * 60.0).sum();
        let actual: f64 = agenda.iter().map(|item| f64::from(item.actual_seconds)).sum();
        row_ui(ui, cx.theme, &tr!("ui-agenda-planned"), &cx.format.duration(planned), "");
        row_ui(ui, cx.theme, &tr!("ui-agenda-actual"), &cx.format.duration(actual), "");
    }
    let sound = switch_ui(ui, &Command::ToggleSound.label(), cx.parts.sound, "");
    if sound.is_some() {
        out.command(Command::ToggleSound);
    }
    if let Some(agenda) = changed {
        edit(out, Edit::SetAgenda(agenda));
    }
}

/// What is done to a step.
enum Change {
    Set(AgendaItem),
    Up,
    Down,
    Remove,
}

impl Change {
    fn of(self, agenda: &[AgendaItem], place: usize) -> Vec<AgendaItem> {
        let mut agenda = agenda.to_vec();
        let last = agenda.len().saturating_sub(1);
        match self {
            Self::Set(item) => agenda.splice(place..=place, [item]).for_each(drop),
            Self::Up => agenda.swap(place.saturating_sub(1), place),
            Self::Down => agenda.swap(place, (place + 1).min(last)),
            Self::Remove => drop(agenda.remove(place)),
        }
        agenda
    }
}

fn step_ui(ui: &mut Ui, place: usize, last: usize, item: &AgendaItem, cx: &Context<'_>) -> Option<Change> {
    let theme = cx.theme;
    let is_present = cx.view.workshop.step() == place;
    ui.horizontal(|ui| {
        let number = place + 1;
        let (face, color) =
            if is_present { (Face::Bold, theme.accent_text) } else { (Face::Regular, theme.text_faint) };
        let marked = if is_present { format!("→{number}") } else { number.to_string() };
        ui.add_sized([22.0, 20.0], egui::Label::new(text(marked, face, 12.0, color)));
        let mut change = None;
        let room = (ui.available_width() - 158.0).max(60.0);
        let id = |field: &str| Id::unique(("agenda", place, field));
        let label = tr!("ui-step-name", number = number);
        if let Some(name) = bare_field_ui(ui, id("name"), &label, &item.name, room) {
            change = Some(Change::Set(AgendaItem { name, ..item.clone() }));
        }
        let label = tr!("ui-step-minutes", number = number);
        let minutes = bare_field_ui(ui, id("minutes"), &label, &item.planned_minutes.to_string(), 30.0);
        if let Some(planned_minutes) = minutes.and_then(|minutes| minutes.trim().parse().ok()) {
            change = Some(Change::Set(AgendaItem { planned_minutes, ..item.clone() }));
        }
        let took = match item.actual_seconds {
            0 => tr!("ui-step-no-time-yet"),
            secs => cx.format.duration(f64::from(secs.div_ceil(60)) * 60.0),
        };
        let actual =
            ui.add_sized([58.0, 20.0], egui::Label::new(text(took, Face::Medium, 11.5, theme.text_body)));
        actual.on_hover_text(tr!("ui-agenda-actual"));
        ui.spacing_mut().item_spacing.x = 2.0;
        let mut small = |sign: &str, name: String, enabled: bool| {
            let button = ui.add_enabled(enabled, Button::new(sign).frame(false));
            button.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, enabled, &name));
            button.on_hover_text(&name).clicked()
        };
        if small("↑", tr!("ui-step-up", number = number), place > 0) {
            change = Some(Change::Up);
        }
        if small("↓", tr!("ui-step-down", number = number), place < last) {
            change = Some(Change::Down);
        }
        if small("×", tr!("ui-step-remove", number = number), true) {
            change = Some(Change::Remove);
        }
        change
    })
    .inner
}

/// A mapping workshop of half a day.
fn usual() -> Vec<AgendaItem> {
    let steps = [
        (tr!("ui-agenda-arrive"), 10),
        (tr!("ui-agenda-collect"), 30),
        (tr!("ui-agenda-draw"), 20),
        (tr!("ui-agenda-guess"), 10),
        (tr!("ui-agenda-reveal"), 25),
        (tr!("ui-agenda-vote"), 10),
        (tr!("ui-agenda-ideas"), 40),
        (tr!("ui-agenda-actions"), 15),
    ];
    let step = |(name, planned_minutes)| AgendaItem { name, planned_minutes, actual_seconds: 0 };
    steps.into_iter().map(step).collect()
}
