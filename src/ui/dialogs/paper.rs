//! Dots typed in from paper: one person's ballot after another, or the totals that were counted on a wall.

use super::frame::{buttons_ui, dialog_ui};
use crate::model::{Ballot, Card, CardId, CardKind, Edit, JourneyMap};
use crate::session::Action;
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, chip_ui, muted_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{Align, DragValue, Id, Label, Layout, Margin, ScrollArea, TextEdit, Ui};
use std::collections::BTreeMap;

/// More on one card are a slip of the hand.
const MOST: u32 = 999;

/// Which cards the table has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Pains,
    Opportunities,
    All,
}

impl Kind {
    fn has(self, card: &Card) -> bool {
        match self {
            Self::Pains => matches!(card.kind, CardKind::Pain(_)),
            Self::Opportunities => matches!(card.kind, CardKind::Opportunity(_)),
            Self::All => true,
        }
    }
}

/// The table as typed so far.
pub struct PaperForm {
    /// The dots are those of all together.
    totals: bool,
    kind: Kind,
    name: String,
    dots: BTreeMap<CardId, u32>,
    /// The name's field is to get the keyboard.
    takes_focus: bool,
}

impl PaperForm {
    /// An empty table; totals when no vote is open.
    #[must_use]
    pub fn of(map: &JourneyMap) -> Self {
        let kinds = [Kind::Pains, Kind::Opportunities, Kind::All];
        let kind = kinds.into_iter().find(|kind| map.cards.iter().any(|card| kind.has(card)));
        let totals = !map.workshop.voting.as_ref().is_some_and(|voting| voting.open);
        let kind = kind.unwrap_or(Kind::All);
        Self { totals, kind, name: String::new(), dots: BTreeMap::new(), takes_focus: !totals }
    }

    fn cast(&self) -> u32 {
        self.dots.values().sum()
    }
}

pub fn paper_ui(ctx: &egui::Context, form: &mut PaperForm, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let theme = cx.theme;
    let dismissed = dialog_ui(ctx, theme, "paper", &tr!("ui-paper"), 560.0, |ui| {
        let allowed = cx.session.open_voting().map(|voting| voting.votes_per_person);
        form.totals |= allowed.is_none();
        ui.horizontal_wrapped(|ui| {
            ui.add_enabled_ui(allowed.is_some(), |ui| {
                if chip_ui(ui, theme, &tr!("ui-paper-person"), !form.totals).clicked() {
                    form.totals = false;
                }
            });
            if chip_ui(ui, theme, &tr!("ui-paper-totals"), form.totals).clicked() {
                form.totals = true;
            }
            ui.separator();
            for (kind, label) in [
                (Kind::Pains, tr!("ui-paper-pains")),
                (Kind::Opportunities, tr!("ui-paper-opportunities")),
                (Kind::All, tr!("ui-paper-all")),
            ] {
                if chip_ui(ui, theme, &label, form.kind == kind).clicked() {
                    form.kind = kind;
                }
            }
        });
        if form.totals {
            muted_ui(ui, theme, tr!("ui-paper-totals-hint"));
        } else {
            name_ui(ui, form, cx);
        }
        table_ui(ui, form, cx);
        let over = allowed.filter(|allowed| !form.totals && form.cast() > *allowed);
        if let Some(allowed) = over {
            let words = tr!("ui-paper-too-many", cast = form.cast(), of = allowed);
            ui.label(text(words, Face::SemiBold, 12.5, theme.error));
        } else if let Some(allowed) = allowed.filter(|_| !form.totals) {
            muted_ui(ui, theme, tr!("ui-dots-cast", cast = form.cast(), of = allowed));
        }
        buttons_ui(ui, |ui| {
            let ready = over.is_none() && form.cast() > 0 && (form.totals || !form.name.trim().is_empty());
            let label = if form.totals { tr!("ui-paper-count") } else { tr!("ui-paper-next") };
            let go = ui.add_enabled_ui(ready, |ui| primary_button_ui(ui, theme, &label).clicked()).inner;
            if go && form.totals {
                out.actions.push(Action::Edit(counted(cx.view.map, &form.dots)));
                close = true;
            } else if go {
                let votes = std::mem::take(&mut form.dots);
                let name = std::mem::take(&mut form.name);
                out.actions.push(Action::Edit(Edit::CastVotes(Ballot { name, votes })));
                form.takes_focus = true;
            }
            close |= button_ui(ui, &tr!("ui-close")).clicked();
        });
    });
    close || dismissed
}

fn name_ui(ui: &mut Ui, form: &mut PaperForm, cx: &Context<'_>) {
    let label = ui.label(text(tr!("ui-paper-name"), Face::Medium, 11.5, cx.theme.text_muted));
    let id = Id::unique("paper name");
    let edit = TextEdit::singleline(&mut form.name).id(id).desired_width(f32::INFINITY);
    ui.add(edit.margin(Margin::symmetric(8, 6))).labelled_by(label.id);
    if std::mem::take(&mut form.takes_focus) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

/// A line for each card, in the map's order.
fn table_ui(ui: &mut Ui, form: &mut PaperForm, cx: &Context<'_>) {
    let map = cx.view.map;
    let height = (ui.ctx().content_rect().height() - 380.0).max(160.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for (_, touchpoint) in map.touchpoints_in_order() {
            for lane in map.lanes_in_order() {
                for card in map.cell(lane.id, touchpoint.id) {
                    if form.kind.has(card) {
                        row_ui(ui, card, &mut form.dots, cx);
                    }
                }
            }
        }
    });
}

fn row_ui(ui: &mut Ui, card: &Card, dots: &mut BTreeMap<CardId, u32>, cx: &Context<'_>) {
    let mut count = dots.get(&card.id).copied().unwrap_or(0);
    ui.push_id(card.id, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let field = DragValue::new(&mut count).range(0..=MOST).speed(0.05);
                let label = tr!("ui-paper-dots-of", words = card.text.as_str());
                ui.add_sized([56.0, 24.0], field).accessible_name(label);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(text(&card.text, Face::Regular, 12.5, cx.theme.text_body)).truncate());
                });
            });
        });
    });
    if count == 0 {
        dots.remove(&card.id);
    } else {
        dots.insert(card.id, count);
    }
}

/// Adds what was counted on the wall to what was cast, and closes the vote.
fn counted(map: &JourneyMap, totals: &BTreeMap<CardId, u32>) -> Edit {
    let voting = map.workshop.voting.as_ref().filter(|voting| voting.open);
    let set = |(card, dots): (&CardId, &u32)| {
        let before = map.cards.get(*card).map_or(0, |card| card.votes);
        let cast = voting.map_or(0, |voting| voting.dots_on(*card));
        Edit::SetVotes { cards: vec![*card], votes: before.saturating_add(cast).saturating_add(*dots) }
    };
    let close = voting.map(|_| Edit::CloseVoting);
    let edits = close.into_iter().chain(totals.iter().map(set)).collect();
    Edit::Batch { name: Edit::CloseVoting.name(), edits }
}
