//! The last look: what was read, what could not be read, and what the map will show.

use super::findings::findings_ui;
use crate::session::{Import, Target};
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{card_ui, muted_ui, row_ui};
use crate::ui::{Context, Out};
use egui::Ui;

pub fn check_ui(ui: &mut Ui, import: &Import, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    ui.label(text(tr!("ui-check-question"), Face::Bold, 16.0, theme.text));
    muted_ui(ui, theme, tr!("ui-check-explanation"));
    let Some(loaded) = &import.loaded else { return };
    let report = &loaded.report;
    card_ui(ui, theme, "", |ui| {
        let mapped = import.events.iter().filter(|event| event.target != Target::Unmapped);
        let mapped: u64 = mapped.map(|event| event.count).sum();
        let is_survey = loaded.log.is_survey;
        let lines = [
            (true, tr!("ui-check-rows"), report.rows),
            (is_survey, tr!("ui-check-respondents"), report.respondents),
            (loaded.log.is_summary, tr!("ui-check-summary"), report.events),
            (!is_survey && !loaded.log.is_summary, tr!("ui-check-events"), report.events),
            (is_survey, tr!("ui-check-answers"), report.events),
            (report.left_out > 0, tr!("ui-check-left-out"), report.left_out),
            (true, tr!("ui-check-rejected"), report.rejected),
            (true, tr!("ui-check-field-errors"), report.field_errors),
            (!loaded.log.is_summary, tr!("ui-check-mapped"), mapped),
        ];
        for (_, name, count) in lines.into_iter().filter(|(is_told, ..)| *is_told) {
            row_ui(ui, theme, &name, &cx.format.count(count), "");
        }
    });
    findings_ui(ui, import, cx, out);
}
