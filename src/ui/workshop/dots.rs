//! The vote with dots: opening it, casting, closing it, and what came out.

use super::{edit, is_asked_anew};
use crate::model::ranking::{Ranked, by_votes};
use crate::model::{Edit, Voting};
use crate::scene::Element;
use crate::session::{Action, Command, VoteTerms, WorkshopAction};
use crate::text::Face;
use crate::tr;
use crate::ui::keys::label_with_keys;
use crate::ui::style::{c, text};
use crate::ui::widgets::{
    bare_field_ui, button_ui, chip_ui, muted_ui, primary_button_ui, section_ui, switch_ui,
};
use crate::ui::{Context, Out};
use egui::{Button, DragValue, Frame, Id, Key, Label, Margin, Modifiers, Ui, vec2};

/// More are no choice any more.
const MOST_DOTS: u32 = 99;

pub fn dots_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    match cx.session.open_voting() {
        Some(voting) => open_ui(ui, voting, cx, out),
        None => closed_ui(ui, cx, out),
    }
}

/// No vote is open: begin one, see what the last one said.
fn closed_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    muted_ui(ui, cx.theme, tr!("ui-dots-hint"));
    let terms = cx.view.workshop.terms;
    let VoteTerms { votes_per_person: mut dots, mut afresh } = terms;
    ui.horizontal(|ui| {
        let label = ui.label(text(tr!("ui-dots-each"), Face::Regular, 12.5, cx.theme.text_body));
        let field = ui.add_sized([56.0, 26.0], DragValue::new(&mut dots).range(1..=MOST_DOTS));
        field.labelled_by(label.id);
    });
    let ranking = by_votes(cx.view.map);
    if !ranking.is_empty() {
        afresh = switch_ui(ui, &tr!("ui-dots-afresh"), afresh, "").unwrap_or(afresh);
    }
    let wanted = VoteTerms { votes_per_person: dots, afresh };
    if wanted != terms {
        out.actions.push(Action::Workshop(WorkshopAction::SetVoteTerms(wanted)));
    }
    command_ui(ui, Command::ToggleVote, &tr!("ui-dots-open"), cx, out);
    if !ranking.is_empty() {
        section_ui(ui, cx.theme, &tr!("ui-dots-result"));
        ranking.iter().for_each(|ranked| ranked_ui(ui, ranked, cx, out));
    }
}

/// The step that comes next.
fn command_ui(ui: &mut Ui, command: Command, label: &str, cx: &Context<'_>, out: &mut Out) {
    let button = primary_button_ui(ui, cx.theme, label);
    if button.on_hover_text(label_with_keys(ui.ctx(), command)).clicked() {
        out.command(command);
    }
}

/// A card with its rank, which leads to it.
fn ranked_ui(ui: &mut Ui, ranked: &Ranked, cx: &Context<'_>, out: &mut Out) {
    let words = cx.view.map.cards.get(ranked.card).map_or("", |card| card.text.as_str());
    let rank = if ranked.tied {
        tr!("ui-rank-tied", rank = ranked.rank)
    } else {
        tr!("ui-rank", rank = ranked.rank)
    };
    let votes = tr!("ui-votes", count = ranked.votes);
    let label = tr!("ui-ranked", rank = rank, words = words, votes = votes);
    let color = if ranked.rank == 1 { cx.theme.text } else { cx.theme.text_body };
    let button = Button::new(text(label, Face::Medium, 12.5, color)).wrap().frame(false);
    if ui.add(button).on_hover_text(tr!("ui-show-on-map")).clicked() {
        out.actions.push(Action::Select { elements: vec![Element::Card(ranked.card)], extend: false });
    }
}

/// The vote is open: who casts, who has cast, closing it. How many dots a card has is told nowhere.
fn open_ui(ui: &mut Ui, voting: &Voting, cx: &Context<'_>, out: &mut Out) {
    muted_ui(ui, cx.theme, tr!("ui-dots-open-hint", count = voting.votes_per_person));
    let mode = cx.view.workshop;
    match (&mode.casting, cx.session.dots_left()) {
        (Some(name), Some(left)) => casting_ui(ui, name, left, voting, cx, out),
        _ => {
            let width = ui.available_width() - 20.0;
            if is_asked_anew(ui, "name", mode.names_asked) {
                // The next person types at once.
                ui.memory_mut(|memory| memory.request_focus(name_id()));
            }
            if let Some(name) = bare_field_ui(ui, name_id(), &tr!("ui-cast-as"), "", width) {
                cast_as(out, Some(name));
            }
        }
    }
    if button_ui(ui, &Command::TypePaperVotes.label()).clicked() {
        out.command(Command::TypePaperVotes);
    }
    section_ui(ui, cx.theme, &tr!("ui-dots-voters", count = voting.ballots.len()));
    for ballot in &voting.ballots {
        ui.horizontal(|ui| {
            let name = if ballot.name.is_empty() { tr!("ui-dots-nobody") } else { ballot.name.clone() };
            let on = mode.casting.as_deref() == Some(&ballot.name);
            if chip_ui(ui, cx.theme, &name, on).clicked() {
                cast_as(out, Some(ballot.name.clone()));
            }
            muted_ui(ui, cx.theme, tr!("ui-dots-cast", cast = ballot.cast(), of = voting.votes_per_person));
            let remove = Button::new("×").frame(false).min_size(vec2(22.0, 22.0));
            let label = tr!("ui-ballot-remove", name = name);
            if ui.add(remove).accessible_name(label.as_str()).on_hover_text(label).clicked() {
                edit(out, Edit::RemoveBallot { name: ballot.name.clone() });
            }
        });
    }
    ui.add_space(8.0);
    command_ui(ui, Command::ToggleVote, &tr!("ui-dots-close"), cx, out);
}

fn casting_ui(ui: &mut Ui, name: &str, left: u32, voting: &Voting, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let frame =
        Frame::new().fill(c(theme.accent_soft)).corner_radius(12).inner_margin(Margin::symmetric(14, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(Label::new(text(tr!("ui-casting-as", name = name), Face::SemiBold, 17.0, theme.text)).wrap());
        let words = tr!("ui-dots-left", left = left, of = voting.votes_per_person);
        ui.label(text(words, Face::Bold, 24.0, theme.accent_text));
        muted_ui(ui, theme, tr!("ui-casting-hint"));
        let shows = cx.view.workshop.shows_own_dots;
        if let Some(shows) = switch_ui(ui, &tr!("ui-show-own-dots"), shows, "") {
            out.actions.push(Action::Workshop(WorkshopAction::ShowOwnDots(shows)));
        }
        let done = button_ui(ui, &tr!("ui-casting-done"));
        if done.on_hover_text(label_with_keys(ui.ctx(), Command::NextVoter)).clicked() {
            out.command(Command::NextVoter);
        }
    });
    keys(ui, cx, out);
}

/// Arrow keys walk over the map as always; Enter gives the selected card a dot.
fn keys(ui: &Ui, cx: &Context<'_>, out: &mut Out) {
    let mut selected = cx.view.selection.iter();
    let (Some(Element::Card(card)), None) = (selected.next(), selected.next()) else { return };
    let is_elsewhere = ui.memory(|memory| memory.focused().is_some() || memory.top_modal_layer().is_some());
    if is_elsewhere || cx.view.editing.is_some() {
        return;
    }
    ui.input_mut(|input| {
        if input.consume_key(Modifiers::SHIFT, Key::Enter) {
            out.actions.push(Action::Workshop(WorkshopAction::TakeDot(*card)));
        } else if input.consume_key(Modifiers::NONE, Key::Enter) {
            out.actions.push(Action::Workshop(WorkshopAction::AddDot(*card)));
        }
    });
}

/// The field for the name of whoever casts.
fn name_id() -> Id {
    Id::unique("casting as")
}

fn cast_as(out: &mut Out, name: Option<String>) {
    out.actions.push(Action::Workshop(WorkshopAction::CastAs(name)));
}
