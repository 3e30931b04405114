//! The last look: what was read, what could not be read, and what the map will show.

use super::columns::{problems_ui, shown_ui};
use crate::session::{Import, Target};
use crate::text::Face;
use crate::tr;
use crate::ui::Context;
use crate::ui::style::text;
use crate::ui::widgets::{card_ui, muted_ui, row_ui, tall_card_ui};
use egui::Ui;

pub fn check_ui(ui: &mut Ui, import: &Import, cx: &Context<'_>) {
    let theme = cx.theme;
    ui.label(text(tr!("ui-check-question"), Face::Bold, 16.0, theme.text));
    muted_ui(ui, theme, tr!("ui-check-explanation"));
    let Some(loaded) = &import.loaded else { return };
    let report = &loaded.report;
    card_ui(ui, theme, "", |ui| {
        let mapped = import.events.iter().filter(|event| event.target != Target::Unmapped);
        let mapped: u64 = mapped.map(|event| event.count).sum();
        for (name, count) in [
            (tr!("ui-check-rows"), report.rows),
            (tr!("ui-check-events"), report.events),
            (tr!("ui-check-rejected"), report.rejected),
            (tr!("ui-check-field-errors"), report.field_errors),
            (tr!("ui-check-mapped"), mapped),
        ] {
            row_ui(ui, theme, &name, &cx.format.count(count), "");
        }
    });
    let height = ui.available_height() - 64.0;
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        tall_card_ui(left, theme, &tr!("ui-problems-title"), height, |ui| {
            problems_ui(ui, &report.problems, cx);
        });
        tall_card_ui(right, theme, &tr!("ui-map-will-show"), height, |ui| {
            shown_ui(ui, import, cx);
        });
    });
}
