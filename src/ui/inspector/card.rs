//! A card: its text, evidence and votes, and the fields of its kind.

use super::{edit, field_id, pain, touchpoint_name};
use crate::model::{Card, CardId, CardKind, Edit, Evidence, Opportunity};
use crate::session::Command;
use crate::text::Face;
use crate::tr;
use crate::ui::keys::label_with_keys;
use crate::ui::style::text;
use crate::ui::swatches::swatches_ui;
use crate::ui::tags::tags_ui;
use crate::ui::widgets::{
    button_ui, choice_ui, day_field_ui, eyebrow_ui, multiline_field_ui, muted_ui, rating_ui, section_ui,
    text_field_ui,
};
use crate::ui::{Context, Out};
use egui::{Ui, WidgetInfo, accesskit::Role};

pub fn card_ui(ui: &mut Ui, id: CardId, cx: &Context<'_>, out: &mut Out) {
    let Some(card) = cx.view.map.cards.get(id) else { return };
    let theme = cx.theme;
    let place = touchpoint_name(cx, card.touchpoint);
    eyebrow_ui(ui, theme, &tr!("ui-card-eyebrow", kind = kind_label(&card.kind), place = place));
    let words = multiline_field_ui(ui, theme, field_id(id, "text"), &tr!("ui-text"), &card.text, 3);
    if let Some(text) = words {
        edit(out, Edit::SetCardText { card: id, text });
    }
    match &card.kind {
        CardKind::Pain(pain) => pain::pain_ui(ui, card, pain, cx, out),
        CardKind::Opportunity(opportunity) => opportunity_ui(ui, card, opportunity, cx, out),
        CardKind::Quote { source } => {
            let said = text_field_ui(ui, theme, field_id(id, "source"), &tr!("ui-quote-source"), source, "");
            if let Some(source) = said {
                edit(out, Edit::SetCardKind { card: id, kind: CardKind::Quote { source } });
            }
        }
        CardKind::Metric { value } => {
            let typed = text_field_ui(ui, theme, field_id(id, "value"), &tr!("ui-metric-value"), value, "");
            if let Some(value) = typed {
                edit(out, Edit::SetCardKind { card: id, kind: CardKind::Metric { value } });
            }
        }
        CardKind::Image { png, alt } => {
            let typed = text_field_ui(ui, theme, field_id(id, "alt"), &tr!("ui-image-alt"), alt, "");
            if let Some(alt) = typed {
                edit(out, Edit::SetCardKind { card: id, kind: CardKind::Image { png: png.clone(), alt } });
            }
        }
        CardKind::Note | CardKind::Thought | CardKind::Backstage => {}
    }
    evidence_ui(ui, card, cx, out);
    span_ui(ui, card, cx, out);
    section_ui(ui, theme, &tr!("ui-colour"));
    swatches_ui(ui, Some(card.palette), cx, out);
    section_ui(ui, theme, &tr!("ui-tags"));
    tags_ui(ui, &id.to_string(), cx, out);
    if card.votes > 0 {
        muted_ui(ui, theme, tr!("ui-votes", count = card.votes));
    }
}

fn kind_label(kind: &CardKind) -> String {
    match kind {
        CardKind::Note => tr!("ui-kind-note"),
        CardKind::Pain(_) => tr!("ui-kind-pain"),
        CardKind::Opportunity(_) => tr!("ui-kind-opportunity"),
        CardKind::Quote { .. } => tr!("ui-kind-quote"),
        CardKind::Thought => tr!("ui-kind-thought"),
        CardKind::Backstage => tr!("ui-kind-backstage"),
        CardKind::Metric { .. } => tr!("ui-kind-metric"),
        CardKind::Image { .. } => tr!("ui-kind-image"),
    }
}

fn evidence_ui(ui: &mut Ui, card: &Card, cx: &Context<'_>, out: &mut Out) {
    let options = [
        (None, tr!("ui-evidence-found")),
        (Some(Evidence::Assumed), tr!("ui-evidence-assumed")),
        (Some(Evidence::Quoted), tr!("ui-evidence-quoted")),
        (Some(Evidence::Measured), tr!("ui-evidence-measured")),
    ];
    let id = field_id(card.id, "evidence");
    let chosen = choice_ui(ui, cx.theme, id, &tr!("ui-evidence-label"), &card.evidence, &options);
    if let Some(evidence) = chosen {
        edit(out, Edit::SetEvidence { card: card.id, evidence });
    }
}

/// How many touchpoints the card covers.
fn span_ui(ui: &mut Ui, card: &Card, cx: &Context<'_>, out: &mut Out) {
    ui.horizontal(|ui| {
        ui.label(text(tr!("ui-covers"), Face::Regular, 12.0, cx.theme.text_body));
        let mut step_ui = |ui: &mut Ui, sign: &str, command: Command| {
            let button = ui.add_enabled_ui(cx.session.can_run(command), |ui| button_ui(ui, sign)).inner;
            let name = command.label();
            let enabled = ui.is_enabled();
            button.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &name));
            if button.on_hover_text(label_with_keys(ui.ctx(), command)).clicked() {
                out.command(command);
            }
        };
        step_ui(ui, "−", Command::NarrowCard);
        let covered = cx.view.map.covered(card).len().max(1);
        ui.label(text(covered.to_string(), Face::SemiBold, 12.5, cx.theme.text));
        step_ui(ui, "+", Command::WidenCard);
    });
}

fn opportunity_ui(ui: &mut Ui, card: &Card, opportunity: &Opportunity, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let mut new = opportunity.clone();
    if let Some(impact) = rating_ui(ui, theme, &tr!("ui-impact"), opportunity.impact, theme.ok) {
        new.impact = impact;
    }
    if let Some(effort) = rating_ui(ui, theme, &tr!("ui-effort"), opportunity.effort, theme.accent) {
        new.effort = effort;
    }
    let owner =
        text_field_ui(ui, theme, field_id(card.id, "owner"), &tr!("ui-owner"), &opportunity.owner, "");
    new.owner = owner.unwrap_or(new.owner);
    let due = day_field_ui(ui, cx, field_id(card.id, "due"), &tr!("ui-due"), &opportunity.due);
    new.due = due.unwrap_or(new.due);
    if new != *opportunity {
        edit(out, Edit::SetCardKind { card: card.id, kind: CardKind::Opportunity(new) });
    }
}
