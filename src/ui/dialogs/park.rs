//! Quick capture: a thought goes to the parking lot and the talk goes on.

use super::frame::{buttons_ui, dialog_ui};
use crate::model::{Edit, Parked};
use crate::session::Action;
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{Id, Key, Margin, TextEdit, Ui};

/// The fields as typed so far.
pub struct ParkForm {
    parked: Parked,
    /// The first field has been given the keyboard.
    is_shown: bool,
    /// What had the keyboard before.
    focus: Option<Id>,
}

impl ParkForm {
    /// Nothing typed yet; `day` is an ISO date.
    #[must_use]
    pub fn new(ctx: &egui::Context, day: String) -> Self {
        let focus = ctx.memory(|memory| memory.focused());
        Self { parked: Parked { when: day, ..Parked::default() }, is_shown: false, focus }
    }

    /// Where typing goes on after it.
    pub const fn focus(&self) -> Option<Id> {
        self.focus
    }
}

pub fn park_ui(ctx: &egui::Context, form: &mut ParkForm, cx: &Context<'_>, out: &mut Out) -> bool {
    let (mut close, mut park) = (false, false);
    let dismissed = dialog_ui(ctx, cx.theme, "park", &tr!("ui-park"), 460.0, |ui| {
        let id = Id::unique("parked thought");
        field_ui(ui, id, &tr!("ui-parked-text"), &mut form.parked.text, cx);
        if !std::mem::replace(&mut form.is_shown, true) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        field_ui(ui, Id::unique("parked who"), &tr!("ui-parked-who"), &mut form.parked.who, cx);
        park = ui.input(|input| input.key_pressed(Key::Enter));
        buttons_ui(ui, |ui| {
            park |= primary_button_ui(ui, cx.theme, &tr!("ui-park-now")).clicked();
            close = button_ui(ui, &tr!("ui-cancel")).clicked();
        });
    });
    park &= !form.parked.text.trim().is_empty() && !close;
    if park {
        out.actions.push(Action::Edit(Edit::Park(form.parked.clone())));
    }
    park || close || dismissed
}

fn field_ui(ui: &mut Ui, id: Id, label: &str, value: &mut String, cx: &Context<'_>) {
    let label = ui.label(text(label, Face::Medium, 11.5, cx.theme.text_muted));
    let edit = TextEdit::singleline(value).id(id).desired_width(f32::INFINITY);
    ui.add(edit.margin(Margin::symmetric(8, 6))).labelled_by(label.id);
    ui.add_space(4.0);
}
