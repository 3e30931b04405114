//! Whose journey it is, how much of the map is evidence, and which part of the data is shown.

use super::style::{c, font, text};
use super::widgets::{chip_ui, chip_width, pill_ui};
use super::{Context, Out};
use crate::base::fmt;
use crate::model::Curve;
use crate::overlay::evidence::evidence_share;
use crate::session::{Action, Command, Panel, Request};
use crate::text::Face;
use crate::tr;
use egui::{Align, Align2, Label, Layout, Sense, Ui, WidgetInfo, accesskit::Role, vec2};

/// Between the persona and the curves, and between these.
const CURVES_GAP: f32 = 8.0;
const CHIP_GAP: f32 = 4.0;

pub fn persona_bar_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    ui.horizontal_centered(|ui| {
        ui.add_space(17.0);
        let room = ui.available_width();
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(16.0);
            if room > 560.0 {
                pills_ui(ui, cx, out);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| persona_ui(ui, cx, out));
        });
    });
}

fn persona_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let Some(persona) = cx.view.persona else {
        if super::widgets::link_ui(ui, theme, &Command::AddPersona.label()).clicked() {
            out.command(Command::AddPersona);
        }
        return;
    };
    let (rect, avatar) = ui.allocate_exact_size(vec2(34.0, 34.0), Sense::click());
    let name = tr!("ui-choose-persona");
    avatar.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    ui.painter().circle_filled(rect.center(), 17.0, c(theme.avatar));
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        persona.initials(),
        font(Face::Bold, 12.0),
        c(theme.on_avatar),
    );
    egui::Popup::menu(&avatar).show(|ui| {
        for other in cx.view.map.personas_in_order() {
            if ui.selectable_label(other.id == persona.id, &other.name).clicked() {
                out.actions.push(Action::ShowPersona(other.id));
            }
        }
        ui.separator();
        if ui.button(tr!("ui-edit-persona")).clicked() {
            out.requests.push(Request::Show(Panel::Persona));
        }
        if ui.button(Command::AddPersona.label()).clicked() {
            out.command(Command::AddPersona);
        }
    });
    avatar.on_hover_text(name);
    ui.add_space(2.0);
    let curves = if persona.to_be.is_empty() { 0.0 } else { curves_width(ui) };
    let words = ui.vertical(|ui| {
        // What the name leaves is for the curves; the name is cut, they are not.
        ui.set_max_width((ui.available_width() - curves).max(0.0));
        ui.spacing_mut().item_spacing.y = 1.0;
        let lines = if persona.quote.is_empty() { 1.0 } else { 2.0 };
        ui.add_space((58.0 - lines * 19.0) / 2.0);
        let name = Label::new(text(&persona.name, Face::SemiBold, 14.0, theme.text)).truncate();
        ui.add(name.sense(Sense::click())).clicked()
            | (!persona.quote.is_empty() && {
                let quote = tr!("ui-quoted", words = persona.quote.clone());
                let quote = Label::new(text(quote, Face::Regular, 12.5, theme.text_muted)).truncate();
                ui.add(quote.sense(Sense::click())).clicked()
            })
    });
    if words.inner {
        out.requests.push(Request::Show(Panel::Persona));
    }
    if curves > 0.0 {
        curves_ui(ui, cx, out);
    }
}

fn curves() -> [(Curve, String); 2] {
    [(Curve::AsIs, tr!("ui-draw-as-is")), (Curve::ToBe, tr!("ui-draw-to-be"))]
}

fn curves_width(ui: &Ui) -> f32 {
    let chips: f32 = curves().iter().map(|(_, label)| chip_width(ui, label)).sum();
    CURVES_GAP + chips + CHIP_GAP + 2.0 * ui.spacing().item_spacing.x
}

/// Which of the two curves is drawn.
fn curves_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    ui.add_space(CURVES_GAP);
    ui.spacing_mut().item_spacing.x = CHIP_GAP;
    for (curve, label) in curves() {
        let on = cx.view.curve == curve;
        let chip = chip_ui(ui, cx.theme, &label, on).on_hover_text(tr!("ui-draw-hint"));
        if chip.clicked() && !on {
            out.command(Command::ToggleCurve);
        }
    }
}

/// The persona's rule, and whether what is shown is measured of its customers alone.
fn rule_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let Some(persona) = cx.view.persona.filter(|persona| !persona.segments.is_empty()) else { return };
    let rule = persona.segments_text();
    let is_measured = cx.session.measured_persona().is_some_and(|measured| measured.id == persona.id);
    let pill = if is_measured {
        let words = text(tr!("ui-rule-measured", rule = rule), Face::SemiBold, 12.0, theme.accent_text);
        pill_ui(ui, words, theme.accent_soft)
    } else {
        pill_ui(ui, text(rule, Face::Medium, 12.0, theme.text_body), theme.field)
    };
    let hint = match (is_measured, cx.session.persona_of_data().is_some(), cx.view.data.is_some()) {
        (true, ..) => tr!("ui-rule-measured-hint", name = persona.short_name()),
        (false, false, true) => tr!("ui-rule-unfit-hint"),
        (false, ..) => tr!("ui-segment-hint"),
    };
    egui::Popup::menu(&pill).show(|ui| {
        let command = Command::MeasureAllCustomers;
        let mut all = cx.session.measured_persona().is_none();
        let toggle = egui::Checkbox::new(&mut all, command.label());
        if ui.add_enabled(cx.session.can_run(command), toggle).changed() {
            out.command(command);
        }
        if ui.button(tr!("ui-edit-persona")).clicked() {
            out.requests.push(Request::Show(Panel::Persona));
        }
    });
    pill.on_hover_text(hint);
}

/// From right to left: period, segment, share of evidence.
fn pills_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let quiet = |words: String| text(words, Face::Medium, 12.0, theme.text_body);
    let measures = cx.view.data.and_then(|data| data.measures);
    if let Some((first, last)) = measures.and_then(|m| m.selected_first.zip(m.selected_last)) {
        pill_ui(ui, quiet(fmt::period(first, last)), theme.field).on_hover_text(tr!("ui-period-hint"));
    }
    rule_ui(ui, cx, out);
    // What is not revealed yet does not count yet: the share would give it away.
    let overlay = cx.view.data.filter(|_| cx.view.reveal).and_then(|data| data.overlay);
    let measured_cards = overlay.map(|overlay| overlay.measured_cards.clone()).unwrap_or_default();
    if let Some(share) = evidence_share(cx.view.map, &measured_cards) {
        let words = tr!("ui-evidence", share = cx.format.percent(share, 0));
        let words = text(words, Face::SemiBold, 12.0, theme.ok_text);
        pill_ui(ui, words, theme.ok_soft).on_hover_text(tr!("ui-evidence-hint"));
    }
}
