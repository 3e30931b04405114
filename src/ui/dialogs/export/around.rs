//! What stands around the map, and in which colours and numbers it is made.

use super::form::ExportForm;
use crate::overlay::FooterPart;
use crate::scene::Ground;
use crate::session::{Pick, Request};
use crate::theme::ThemeName;
use crate::tr;
use crate::ui::widgets::{link_ui, section_ui};
use crate::ui::{Context, Out};
use egui::{CollapsingHeader, ComboBox, TextEdit, Ui};

/// Languages whose numbers differ in what is offered: tag and own name.
const LANGUAGES: [(&str, &str); 6] = [
    ("en", "English"),
    ("tr", "Türkçe"),
    ("pl", "Polski"),
    ("de", "Deutsch"),
    ("fr", "Français"),
    ("es", "Español"),
];

pub(super) fn around_ui(ui: &mut Ui, form: &mut ExportForm, cx: &Context<'_>, out: &mut Out) {
    section_ui(ui, cx.theme, &tr!("ui-export-around"));
    let before = form.choices();
    let mut choices = before.clone();
    ui.checkbox(&mut choices.header, tr!("ui-export-title"));
    ui.add_enabled_ui(choices.header || choices.slides, |ui| {
        let field = TextEdit::singleline(&mut form.title).hint_text(cx.view.map.about.title.trim());
        let field = field.desired_width(f32::INFINITY).margin(egui::Margin::symmetric(8, 5));
        ui.add(field).accessible_name(tr!("ui-export-other-title"));
    });
    ui.horizontal(|ui| {
        ui.add_enabled_ui(form.logo.is_some(), |ui| ui.checkbox(&mut choices.logo, tr!("ui-export-logo")));
        if link_ui(ui, cx.theme, &tr!("ui-export-choose-logo")).clicked() {
            out.requests.push(Request::Pick(Pick::Logo));
        }
        if form.logo.is_some() && link_ui(ui, cx.theme, &tr!("ui-export-remove-logo")).clicked() {
            out.requests.push(Request::ForgetLogo);
        }
    });
    ui.checkbox(&mut choices.legend, tr!("ui-export-legend"));
    ui.checkbox(&mut choices.border, tr!("ui-export-border"));
    let parts = choices.footer.0.len();
    let title = tr!("ui-export-footer", shown = parts, count = FooterPart::ALL.len());
    CollapsingHeader::new(title).id_salt("footer").show(ui, |ui| {
        for part in FooterPart::ALL {
            let mut is_in = choices.footer.has(part);
            if ui.checkbox(&mut is_in, part.label()).changed() {
                if is_in {
                    choices.footer.0.insert(part)
                } else {
                    choices.footer.0.remove(&part)
                };
            }
        }
    });
    section_ui(ui, cx.theme, &tr!("ui-export-look"));
    chooser_ui(ui, &tr!("ui-export-theme"), &mut choices.theme, &ThemeName::ALL, |theme| match theme {
        ThemeName::Light => tr!("ui-export-light"),
        ThemeName::Dark => tr!("ui-export-dark"),
        ThemeName::Print => tr!("ui-export-print"),
    });
    chooser_ui(ui, &tr!("ui-export-ground"), &mut choices.ground, &Ground::ALL, |ground| match ground {
        Ground::Theme => tr!("ui-export-ground-theme"),
        Ground::White => tr!("ui-export-ground-white"),
        Ground::Transparent => tr!("ui-export-ground-transparent"),
    });
    let languages: Vec<_> =
        [None].into_iter().chain(LANGUAGES.map(|(tag, _)| Some(tag.to_owned()))).collect();
    chooser_ui(ui, &tr!("ui-export-language"), &mut choices.language, &languages, |tag| {
        let known = LANGUAGES.iter().find(|(known, _)| Some(*known) == tag.as_deref());
        known.map_or_else(|| tr!("ui-export-language-usual"), |(_, name)| (*name).to_owned())
    });
    if choices != before {
        form.choose(|chosen| *chosen = choices);
    }
}

/// A label and one of a few things to choose.
pub(super) fn chooser_ui<T: Clone + PartialEq>(
    ui: &mut Ui,
    label: &str,
    chosen: &mut T,
    all: &[T],
    words: impl Fn(&T) -> String,
) {
    const LABEL_WIDTH: f32 = 96.0;
    ui.horizontal(|ui| {
        ui.allocate_ui(egui::vec2(LABEL_WIDTH, 26.0), |ui| {
            ui.set_min_width(LABEL_WIDTH);
            ui.add(egui::Label::new(label).truncate());
        });
        let combo = ComboBox::from_id_salt(label).selected_text(words(chosen)).width(ui.available_width());
        let shown = combo.show_ui(ui, |ui| {
            for one in all {
                ui.selectable_value(chosen, one.clone(), words(one));
            }
        });
        let _named = shown.response.accessible_name(label);
    });
}
