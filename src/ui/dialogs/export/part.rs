//! Which part of the map is exported: stages, lanes, figures.

use super::form::{ExportForm, MapPart};
use crate::export::Content;
use crate::model::LaneKind;
use crate::scene::lane_name;
use crate::tr;
use crate::ui::Context;
use crate::ui::widgets::{muted_ui, section_ui};
use egui::{CollapsingHeader, Ui};
use std::collections::BTreeMap;

pub(super) fn part_ui(ui: &mut Ui, form: &mut ExportForm, cx: &Context<'_>) {
    section_ui(ui, cx.theme, &tr!("ui-export-part"));
    ui.radio_value(&mut form.part, MapPart::Map, tr!("ui-export-whole"));
    let is_stages = matches!(form.part, MapPart::Stages(_));
    if ui.radio(is_stages, tr!("ui-export-stages")).clicked() && !is_stages {
        form.part = MapPart::Stages(cx.session.shown_map().about.stages.iter().copied().collect());
    }
    if let MapPart::Stages(chosen) = &mut form.part {
        ui.indent("stages", |ui| {
            for stage in cx.session.shown_map().stages_in_order() {
                let mut is_in = chosen.contains(&stage.id);
                if ui.checkbox(&mut is_in, &stage.name).changed() {
                    if is_in {
                        chosen.insert(stage.id)
                    } else {
                        chosen.remove(&stage.id)
                    };
                }
            }
        });
    }
    let has_selection = cx.session.excerpt_of_selection().is_some();
    let selection =
        |ui: &mut Ui| ui.radio_value(&mut form.part, MapPart::Selection, tr!("ui-export-selection"));
    ui.add_enabled_ui(has_selection, selection)
        .response
        .on_disabled_hover_text(tr!("ui-export-no-selection"));
    lanes_ui(ui, form, cx);
}

/// A box for each kind of lane that the map shows; what is left out is left out of other maps, too.
fn lanes_ui(ui: &mut Ui, form: &mut ExportForm, cx: &Context<'_>) {
    let mut kinds: BTreeMap<LaneKind, Vec<String>> = BTreeMap::new();
    for lane in cx.session.shown_map().lanes_in_order().filter(|lane| !lane.hidden) {
        kinds.entry(lane.kind).or_default().push(lane_name(lane));
    }
    let left_out = form.choices().left_out;
    let shown = kinds.keys().filter(|kind| !left_out.contains(kind)).count();
    let title = tr!("ui-export-lanes", shown = shown, count = kinds.len());
    CollapsingHeader::new(title).id_salt("lanes").show(ui, |ui| {
        for (kind, names) in &kinds {
            let mut is_in = !left_out.contains(kind);
            if ui.checkbox(&mut is_in, names.join(", ")).changed() {
                form.choose(|choices| {
                    if is_in {
                        choices.left_out.remove(kind)
                    } else {
                        choices.left_out.insert(*kind)
                    };
                });
            }
        }
    });
}

/// With or without figures.
pub(super) fn data_ui(ui: &mut Ui, form: &mut ExportForm, cx: &Context<'_>) {
    let holds_a_choice = matches!(form.format.content(), Content::Picture | Content::Text);
    if !holds_a_choice {
        return;
    }
    let has_data = cx.view.data.is_some_and(|data| data.part.is_none());
    section_ui(ui, cx.theme, &tr!("ui-export-figures"));
    let mut with_data = form.choices().with_data;
    let data = ui.add_enabled_ui(has_data, |ui| ui.checkbox(&mut with_data, tr!("ui-with-data"))).inner;
    if data.changed() {
        form.choose(|choices| choices.with_data = with_data);
    }
    let smallest = cx.view.map.about.smallest_group;
    if with_data && has_data && smallest > 1 {
        muted_ui(ui, cx.theme, tr!("ui-hides-small", smallest = smallest));
    }
}
