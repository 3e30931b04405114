//! Pain points by what they cost, the team's guess beside what is measured; those of staff apart.

use super::count::journeys_words;
use super::figure::{Chart, clickable_ui};
use super::frame::{made_from, places_ui};
use super::parts::{Part, line_ui, name_of, words_ui};
use crate::insights::pains::{Pains, RankedPain};
use crate::insights::{Behind, Here};
use crate::measure::Rate;
use crate::measure::small_groups::SmallGroups;
use crate::scene::Element;
use crate::scene::chart::{BODY_WIDTH, on_page, pain_matrix, pain_numbers};
use crate::session::{Action, Command, InsightsAction};
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, prose, text};
use crate::ui::widgets::{button_ui, card_ui, link_ui, muted_ui, section_ui};
use crate::ui::{Context, Out};
use egui::{Button, Label, Ui, Vec2};

/// Fewer are marked.
const SMALL: u64 = 30;

pub fn pains_ui(ui: &mut Ui, pains: &Pains, cx: &Context<'_>, out: &mut Out) {
    if pains.customers.is_empty() && pains.staff.is_empty() {
        ui.add(Label::new(text(tr!("ui-pains-none"), Face::Regular, 13.0, cx.theme.text_body)).wrap());
        if cx.session.can_run(Command::AddPain) && button_ui(ui, &Command::AddPain.label()).clicked() {
            out.command(Command::AddPain);
        }
        return;
    }
    if !pains.customers.is_empty() {
        muted_ui(ui, cx.theme, tr!("ui-pains-order"));
        list_ui(ui, &pains.customers, cx, out);
        matrix_ui(ui, pains, cx, out);
    }
    if !pains.staff.is_empty() {
        section_ui(ui, cx.theme, &tr!("ui-pains-staff"));
        muted_ui(ui, cx.theme, tr!("ui-pains-staff-order"));
        list_ui(ui, &pains.staff, cx, out);
    }
}

/// The pains as numbers; each opens the journeys that it counts, and where nothing counts them, its card.
fn matrix_ui(ui: &mut Ui, pains: &Pains, cx: &Context<'_>, out: &mut Out) {
    section_ui(ui, cx.theme, &tr!("scene-chart-pains"));
    muted_ui(ui, cx.theme, tr!("ui-pains-matrix"));
    let (map, look) = (cx.view.map, (cx.theme, cx.fonts));
    let chart = Chart {
        name: &tr!("scene-chart-pains"),
        made_from: made_from(cx),
        panel: &|width| pain_numbers(pains, map, *cx.format, width, look),
        page: &|footer| {
            let shown = (*cx.format, SmallGroups(map.about.smallest_group));
            Some(on_page(pain_matrix(pains, map, shown, BODY_WIDTH, look)?, footer, cx.theme, cx.fonts))
        },
    };
    let Some(Element::Card(card)) = clickable_ui(ui, "pains", &chart, cx, out) else { return };
    let pain = pains.customers.iter().find(|pain| pain.card == card);
    out.actions.push(match pain.filter(|pain| !pain.journeys.is_empty()) {
        Some(pain) => Action::Insights(InsightsAction::OpenJourneys {
            title: map.cards.get(card).map_or_else(String::new, |card| card.text.trim().to_owned()),
            journeys: pain.journeys.clone(),
        }),
        None => Action::GoTo(Element::Card(card)),
    });
}

fn list_ui(ui: &mut Ui, pains: &[RankedPain], cx: &Context<'_>, out: &mut Out) {
    for (place, pain) in (1..).zip(pains) {
        ui.push_id(pain.card, |ui| card_ui(ui, cx.theme, "", |ui| pain_ui(ui, place, pain, cx, out)));
    }
}

fn pain_ui(ui: &mut Ui, place: usize, pain: &RankedPain, cx: &Context<'_>, out: &mut Out) {
    let (theme, format) = (cx.theme, cx.format);
    let words = cx.view.map.cards.get(pain.card).map_or("", |card| card.text.trim());
    let words = if words.is_empty() { "–" } else { words };
    let title = text(format!("{place}. {words}"), Face::SemiBold, 13.0, theme.text);
    let card = ui.add(Button::new(title).frame(false).wrap().min_size(Vec2::ZERO));
    if card.on_hover_text(tr!("ui-pains-show")).clicked() {
        out.actions.push(Action::GoTo(Element::Card(pain.card)));
    }
    words_ui(ui, |ui| {
        places_ui(ui, &[pain.touchpoint], cx, out);
        severity_ui(ui, pain.severity, cx);
        if pain.votes > 0 {
            muted_ui(ui, theme, tr!("ui-pains-votes", votes = pain.votes));
        }
    });
    if let Some(exits) = pain.exits_explained {
        let color = if exits.round() >= 1.0 { theme.exit_text } else { theme.text_muted };
        let ratio = pain.risk_ratio.map(|(ratio, low, high)| {
            let ends = (format.decimals(low, 1), format.decimals(high, 1));
            tr!("ui-pains-ratio", ratio = format.decimals(ratio, 1), low = ends.0, high = ends.1)
        });
        let exits = match exits.round() {
            n if n >= 1.0 => tr!("ui-pains-exits", n = n, exits = format.decimals(n, 0)),
            _ => tr!("ui-pains-no-exits"),
        };
        words_ui(ui, |ui| {
            ui.label(text(exits, Face::SemiBold, 12.5, color)).on_hover_text(tr!("ui-def-pain-exits"));
            if let Some(ratio) = ratio {
                muted_ui(ui, theme, ratio).on_hover_text(tr!("ui-def-risk-ratio"));
            }
        });
    }
    match &pain.measured {
        Some(rate) => measured_ui(ui, pain, (rate, words), cx, out),
        None => words_ui(ui, |ui| {
            muted_ui(ui, theme, tr!("ui-pains-no-rule"));
            if link_ui(ui, theme, &tr!("ui-pains-add-rule")).clicked() {
                out.actions.push(Action::GoTo(Element::Card(pain.card)));
                out.actions.push(Action::Insights(InsightsAction::Close));
            }
        }),
    }
    if let Some(typed) = pain.typed {
        let share = format.percent(typed, 0);
        match pain.measured.map(|rate| typed < rate.low || typed > rate.high) {
            Some(true) => {
                let words = tr!("ui-pains-disagree", share = share);
                ui.add(Label::new(prose(words, Face::Medium, 11.5, theme.warning_text)).wrap());
            }
            Some(false) => drop(muted_ui(ui, theme, tr!("ui-pains-agree", share = share))),
            None => drop(muted_ui(ui, theme, tr!("ui-pains-typed", share = share))),
        }
    }
}

/// `15.0 % [12.5, 18.0 %] 95 journeys of 632 that got there`: both counts open what they count.
fn measured_ui(
    ui: &mut Ui,
    pain: &RankedPain,
    (rate, words): (&Rate, &str),
    cx: &Context<'_>,
    out: &mut Out,
) {
    let percent = |share: f64| cx.format.percent(share, 1);
    let (low, high) = (cx.format.decimals(100.0 * rate.low, 1), percent(rate.high));
    let name = name_of(pain.touchpoint, cx);
    let there = Behind::At(pain.touchpoint, Here::Reached);
    let mut parts = vec![
        Part::Strong(tr!("ui-pains-measured", share = percent(rate.value), low = low, high = high)),
        Part::Count(journeys_words(pain.journeys.count(), cx), &pain.journeys, words.to_owned()),
        Part::Behind(
            tr!("ui-pains-of", n = cx.format.count(rate.of)),
            there,
            tr!("ui-pains-reached", name = name),
        ),
    ];
    if rate.of < SMALL {
        parts.push(Part::Words(tr!("ui-small")));
    }
    line_ui(ui, parts, cx, out);
}

fn severity_ui(ui: &mut Ui, severity: u8, cx: &Context<'_>) {
    let theme = cx.theme;
    let (rect, response) = ui.allocate_exact_size(egui::vec2(52.0, 16.0), egui::Sense::hover());
    let spoken = tr!("ui-pains-severity", severity = severity);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &spoken));
    for grade in 0..5_u8 {
        let at = egui::pos2(rect.left() + 5.0 + 10.0 * f32::from(grade), rect.center().y);
        if grade < severity {
            ui.painter().circle_filled(at, 3.5, c(theme.exit));
        } else {
            ui.painter().circle_stroke(at, 3.2, egui::Stroke::new(1.0, c(theme.border_strong)));
        }
    }
    response.on_hover_text(spoken);
}
