//! Casting dots by clicking on cards. Nothing on a card tells how many dots it has; where one's own are is told on wish.

use crate::canvas::Canvas;
use crate::model::{Card, CardKind};
use crate::scene::Element;
use crate::session::{Action, WorkshopAction};
use crate::tr;
use crate::ui::style::c;
use crate::ui::{Context, Out};
use egui::{CursorIcon, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

pub fn map_dots_ui(ui: &mut Ui, canvas: &Canvas, cx: &Context<'_>, out: &mut Out) {
    let Some((voting, name)) = cx.session.open_voting().zip(cx.view.workshop.casting.as_deref()) else {
        return;
    };
    let ballot = voting.ballot(name).filter(|_| cx.view.workshop.shows_own_dots);
    for card in cx.view.map.cards.iter() {
        let Some((place, clip)) = canvas.place_of(&cx.view, Element::Card(card.id)) else { continue };
        let seen = place.intersect(clip);
        if seen.is_positive() {
            let own = ballot.map(|ballot| ballot.votes.get(&card.id).copied().unwrap_or(0));
            card_ui(ui, seen, card, own, cx, out);
        }
    }
}

/// A card that takes a dot by a click or Enter, and gives it back with Shift or the other button.
fn card_ui(ui: &mut Ui, seen: Rect, card: &Card, own: Option<u32>, cx: &Context<'_>, out: &mut Out) {
    let response = ui.interact(seen, Id::unique(("dots", card.id)), Sense::click());
    let words = match &card.kind {
        CardKind::Metric { value } if card.text.is_empty() => value.as_str(),
        _ => card.text.as_str(),
    };
    let label = match own {
        Some(own) => tr!("ui-give-dot-own", words = words, own = own),
        None => tr!("ui-give-dot", words = words),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    let takes = response.clicked() && ui.input(|input| input.modifiers.shift);
    let action = if takes || response.secondary_clicked() {
        Some(WorkshopAction::TakeDot(card.id))
    } else if response.clicked() {
        Some(WorkshopAction::AddDot(card.id))
    } else {
        None
    };
    out.actions.extend(action.map(Action::Workshop));
    let accent = c(cx.theme.accent);
    if response.hovered() || response.has_focus() {
        ui.painter().rect_stroke(seen.expand(2.0), 8.0, Stroke::new(2.5, accent), StrokeKind::Middle);
    }
    if let Some(own) = own {
        for dot in 0..own.min(12) {
            let center = pos2(seen.right() - 9.0 - 12.0 * dot as f32, seen.top() + 3.0);
            ui.painter().circle(center, 5.5, accent, Stroke::new(1.5, c(cx.theme.card)));
        }
    }
    response.on_hover_cursor(CursorIcon::PointingHand);
}
