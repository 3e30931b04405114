//! Which event is which touchpoint: suggested, to be corrected; what matches nothing stays visible as unmapped.

use crate::model::JourneyMap;
use crate::session::{Import, ImportedEvent, Target};
use crate::text::Face;
use crate::tr;
use crate::ui::Context;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, link_ui, muted_ui};
use egui::{Align, ComboBox, Label, Layout, Ui};
use egui_extras::{Column, TableBuilder};

pub fn touchpoints_ui(ui: &mut Ui, import: &mut Import, cx: &Context<'_>) {
    let theme = cx.theme;
    let map = cx.view.map;
    ui.label(text(tr!("ui-touchpoints-question"), Face::Bold, 16.0, theme.text));
    if map.touchpoints.is_empty() {
        let count = import.events.len();
        let words = if import.is_summary() {
            tr!("ui-touchpoints-in-table", count = count)
        } else {
            tr!("ui-touchpoints-drafted", count = count)
        };
        muted_ui(ui, theme, words);
    } else {
        muted_ui(ui, theme, tr!("ui-touchpoints-explanation"));
        let open = import.events.iter().filter(|event| event.target == Target::Unmapped).count();
        ui.horizontal(|ui| {
            let all = ui.add_enabled_ui(open > 0, |ui| button_ui(ui, &tr!("ui-touchpoints-for-all"))).inner;
            if all.clicked() {
                import.make_touchpoints_for_all();
            }
            let similar = import.similar_count();
            if similar > 0 && button_ui(ui, &tr!("ui-accept-similar", count = similar)).clicked() {
                import.accept_all_similar();
            }
            let words = tr!("ui-events-unmapped", open = open, count = import.events.len());
            ui.label(text(words, Face::Regular, 12.0, theme.text_muted));
        });
    }
    ui.add_space(6.0);
    let fixed = map.touchpoints.is_empty();
    let height = ui.available_height() - 8.0;
    TableBuilder::new(ui)
        .id_salt("events")
        .striped(true)
        .cell_layout(Layout::left_to_right(Align::Center))
        .max_scroll_height(height)
        .column(Column::remainder().at_least(160.0).clip(true))
        .column(Column::exact(110.0))
        .column(Column::exact(if fixed { 10.0 } else { 480.0 }))
        .header(24.0, |mut header| {
            for words in
                [tr!("ui-event"), tr!("ui-count"), if fixed { String::new() } else { tr!("ui-touchpoint") }]
            {
                header.col(|ui| drop(ui.label(text(words, Face::SemiBold, 12.0, theme.text_muted))));
            }
        })
        .body(|body| {
            body.rows(30.0, import.events.len(), |mut row| {
                let index = row.index();
                let Some(event) = import.events.get_mut(index) else { return };
                row.col(|ui| {
                    ui.add(Label::new(text(&event.name, Face::Medium, 12.5, theme.text)).truncate());
                });
                row.col(|ui| {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        ui.add_space(12.0);
                        let count = cx.format.count(event.count);
                        ui.label(text(count, Face::Regular, 12.5, theme.text_muted));
                    });
                });
                row.col(|ui| {
                    if !fixed {
                        target_ui(ui, index, &event.name, &mut event.target, map);
                        similar_ui(ui, event, map, cx);
                    }
                });
            });
        });
}

/// The touchpoint with a similar name, to be taken with a click.
fn similar_ui(ui: &mut Ui, event: &mut ImportedEvent, map: &JourneyMap, cx: &Context<'_>) {
    let similar = event.similar.filter(|_| event.target == Target::Unmapped);
    if let Some(touchpoint) = similar.and_then(|id| map.touchpoints.get(id)) {
        let words = tr!("ui-similar", name = touchpoint.name.clone());
        if link_ui(ui, cx.theme, &words).clicked() {
            event.target = Target::Existing(touchpoint.id);
        }
    }
}

fn target_ui(ui: &mut Ui, index: usize, event: &str, target: &mut Target, map: &JourneyMap) {
    let shown = match target {
        Target::Existing(id) => map.touchpoints.get(*id).map(|t| t.name.clone()).unwrap_or_default(),
        Target::New => tr!("ui-new-touchpoint"),
        Target::Unmapped => tr!("ui-leave-unmapped"),
    };
    let combo = ComboBox::from_id_salt(("target", index)).width(280.0).selected_text(shown).truncate();
    let response = combo.show_ui(ui, |ui| {
        ui.selectable_value(target, Target::Unmapped, tr!("ui-leave-unmapped"));
        ui.selectable_value(target, Target::New, tr!("ui-new-touchpoint"));
        ui.separator();
        for (stage, touchpoint) in map.touchpoints_in_order() {
            let words = format!("{} · {}", stage.name, touchpoint.name);
            ui.selectable_value(target, Target::Existing(touchpoint.id), words);
        }
    });
    let _named = response.response.accessible_name(tr!("ui-touchpoint-of", event = event.to_owned()));
}
