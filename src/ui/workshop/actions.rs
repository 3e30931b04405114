//! Who does what until when: the opportunities as a list, beside the matrix.

use super::edit;
use super::matrix::quadrant;
use crate::model::ranking::{ActionItem, actions};
use crate::model::{CardKind, Edit, Opportunity};
use crate::scene::Element;
use crate::session::{Action, Command};
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{bare_day_field_ui, card_ui, chip_ui, enabled_button_ui, hinted_field_ui, muted_ui};
use crate::ui::{Context, Out};
use egui::{Button, Id, Ui};

pub fn actions_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    muted_ui(ui, cx.theme, tr!("ui-actions-hint"));
    ui.horizontal_wrapped(|ui| {
        let matrix = cx.view.workshop.matrix;
        let on_map = chip_ui(ui, cx.theme, &tr!("ui-view-map"), !matrix).clicked() && matrix;
        let as_matrix = chip_ui(ui, cx.theme, &tr!("ui-view-matrix"), matrix).clicked() && !matrix;
        if on_map || as_matrix {
            out.command(Command::ToggleMatrix);
        }
        let can_export = cx.session.can_run(Command::ExportActions);
        if enabled_button_ui(ui, can_export, &Command::ExportActions.label()).clicked() {
            out.command(Command::ExportActions);
        }
    });
    let actions = actions(cx.view.map);
    if actions.is_empty() {
        muted_ui(ui, cx.theme, tr!("ui-actions-empty"));
    }
    for action in &actions {
        ui.push_id(action.card, |ui| card_ui(ui, cx.theme, "", |ui| action_ui(ui, action, cx, out)));
    }
}

fn action_ui(ui: &mut Ui, action: &ActionItem, cx: &Context<'_>, out: &mut Out) {
    let words = Button::new(text(&action.text, Face::SemiBold, 12.5, cx.theme.text)).wrap().frame(false);
    if ui.add(words).on_hover_text(tr!("ui-show-on-map")).clicked() {
        out.actions.push(Action::Select { elements: vec![Element::Card(action.card)], extend: false });
        if cx.view.workshop.matrix {
            out.command(Command::ToggleMatrix);
        }
    }
    let touchpoint = cx.view.map.touchpoints.get(action.touchpoint);
    let mut facts = vec![touchpoint.map(|touchpoint| touchpoint.name.clone()).unwrap_or_default()];
    facts.push(quadrant(action.impact, action.effort));
    if action.votes > 0 {
        facts.push(tr!("ui-votes", count = action.votes));
    }
    muted_ui(ui, cx.theme, facts.join(" · "));
    let Some(of) = opportunity(action, cx) else { return };
    let mut new = of.clone();
    ui.horizontal(|ui| {
        let width = ((ui.available_width() - 44.0) / 2.0).max(70.0);
        let name = |field: &str| tr!("ui-action-field", field = field, words = action.text.as_str());
        let (owner, due) = (tr!("ui-owner"), tr!("ui-due"));
        let id = |field: &str| Id::unique(("action", action.card, field));
        let named = (&*name(&owner), &*owner);
        if let Some(owner) = hinted_field_ui(ui, id("owner"), named, &of.owner, width) {
            new.owner = owner.trim().to_owned();
        }
        let due_field = (id("due"), &*name(&due), &*due);
        if let Some(day) = bare_day_field_ui(ui, cx, due_field, &of.due, width) {
            new.due = day;
        }
    });
    if new != *of {
        edit(out, Edit::SetCardKind { card: action.card, kind: CardKind::Opportunity(new) });
    }
}

fn opportunity<'a>(action: &ActionItem, cx: &Context<'a>) -> Option<&'a Opportunity> {
    match &cx.view.map.cards.get(action.card)?.kind {
        CardKind::Opportunity(opportunity) => Some(opportunity),
        _ => None,
    }
}
