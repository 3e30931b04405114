//! The agenda: steps with the minutes meant for them and the minutes they took.

use super::edit;
use crate::model::{AgendaItem, Edit};
use crate::session::Command;
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, font, text};
use crate::ui::widgets::{bare_field_ui, button_ui, link_ui, muted_ui, row_ui, switch_ui};
use crate::ui::{Context, Out};
use egui::{
    Align2, Button, CursorIcon, DragAndDrop, Id, Label, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2,
};

/// Minutes of a step that has just been added.
const USUAL_MINUTES: u32 = 15;

pub fn agenda_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let agenda = &cx.view.map.workshop.agenda;
    let mut changed = None;
    if agenda.is_empty() {
        muted_ui(ui, cx.theme, tr!("ui-agenda-empty"));
    }
    let mut rows = Vec::with_capacity(agenda.len());
    for (place, item) in agenda.iter().enumerate() {
        let row = ui.push_id(place, |ui| step_ui(ui, place, agenda.len() - 1, item, cx));
        rows.push(row.response.rect);
        changed = changed.or_else(|| row.inner.map(|change| change.of(agenda, place)));
    }
    if let Some((from, before)) = drop_ui(ui, &rows, cx) {
        changed = Some(Change::Before(before).of(agenda, from));
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
        let actual =
            agenda.iter().enumerate().map(|(place, item)| f64::from(taken_secs(place, item, cx))).sum();
        row_ui(ui, cx.theme, &tr!("ui-agenda-planned"), &cx.format.duration(planned), "");
        row_ui(ui, cx.theme, &tr!("ui-agenda-actual"), &cx.format.duration(actual), "");
    }
    let sound = switch_ui(ui, &Command::ToggleSound.label(), cx.parts.sound, "");
    if sound.is_some() {
        out.command(Command::ToggleSound);
    }
    if link_ui(ui, cx.theme, &Command::TryBell.label()).clicked() {
        out.command(Command::TryBell);
    }
    if cx.parts.mute {
        ui.add(Label::new(text(tr!("ui-bell-mute"), Face::Medium, 12.0, cx.theme.warning_text)).wrap());
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
    /// Dragged to before this place, or to the end.
    Before(usize),
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
            Self::Before(before) => {
                let item = agenda.remove(place);
                let before = if before > place { before - 1 } else { before };
                agenda.insert(before.min(agenda.len()), item);
            }
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
        ui.spacing_mut().item_spacing.x = 6.0;
        grip_ui(ui, place, is_present, cx);
        let mut change = None;
        let room = (ui.available_width() - 154.0).max(60.0);
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
        let took = match taken_secs(place, item, cx) {
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

/// What a step took so far; for the one that is being done as it counts.
fn taken_secs(place: usize, item: &AgendaItem, cx: &Context<'_>) -> u32 {
    let mode = cx.view.workshop;
    let present = mode.countdown(&cx.view.map.workshop.agenda).filter(|_| mode.step() == place);
    present.map_or(item.actual_seconds, |countdown| countdown.spent_secs)
}

/// A step on its way to another place.
struct Carried(usize);

/// The number of a step, by which it is dragged.
fn grip_ui(ui: &mut Ui, place: usize, is_present: bool, cx: &Context<'_>) {
    let (theme, number) = (cx.theme, place + 1);
    let (room, grip) = ui.allocate_exact_size(vec2(34.0, 24.0), Sense::drag());
    let (face, color) =
        if is_present { (Face::Bold, theme.accent_text) } else { (Face::Regular, theme.text_muted) };
    let marked = if is_present { format!("→{number}") } else { number.to_string() };
    let painter = ui.painter();
    painter.text(
        room.right_center() - vec2(4.0, 0.0),
        Align2::RIGHT_CENTER,
        marked,
        font(face, 12.0),
        c(color),
    );
    for (x, y) in [(0.0, -4.0), (0.0, 0.0), (0.0, 4.0), (4.0, -4.0), (4.0, 0.0), (4.0, 4.0)] {
        painter.circle_filled(room.left_center() + vec2(3.0 + x, y), 1.2, c(theme.text_faint));
    }
    grip.dnd_set_drag_payload(Carried(place));
    grip.widget_info(|| WidgetInfo::labeled(Role::Button, true, tr!("ui-step-drag", number = number)));
    grip.on_hover_cursor(CursorIcon::Grab).on_hover_text(tr!("ui-step-drag-hint"));
}

/// Shows where the carried step would stand; when it is let go, its place and the place it goes before.
fn drop_ui(ui: &Ui, rows: &[Rect], cx: &Context<'_>) -> Option<(usize, usize)> {
    let carried = DragAndDrop::payload::<Carried>(ui.ctx())?;
    let at = ui.ctx().pointer_interact_pos()?;
    let (first, last) = rows.first().zip(rows.last())?;
    if !first.union(*last).expand(24.0).contains(at) {
        return None;
    }
    let before = rows.iter().filter(|row| row.center().y < at.y).count();
    let y = rows.get(before).map_or(last.bottom() + 3.0, |row| row.top() - 3.0);
    ui.painter().hline(first.x_range(), y, Stroke::new(2.5, c(cx.theme.accent)));
    let moves = before != carried.0 && before != carried.0 + 1;
    (moves && ui.input(|input| input.pointer.any_released())).then_some((carried.0, before))
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
