//! What could not be read: rejected rows and emptied fields with line, column, value and reason.

use super::frame::{buttons_ui, dialog_ui};
use crate::base::warn::EXAMPLES_PER_KIND;
use crate::text::Face;
use crate::tr;
use crate::ui::Context;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, muted_ui, primary_button_ui};
use egui::{Label, Ui};
use egui_extras::{Column, TableBuilder};

pub fn rejected_ui(ctx: &egui::Context, cx: &Context<'_>) -> bool {
    let mut close = false;
    let Some(data) = cx.view.data else { return true };
    let report = &data.loaded.report;
    let (theme, format) = (cx.theme, cx.format);
    let dismissed = dialog_ui(ctx, theme, "rejected", &tr!("ui-rejected"), 760.0, |ui| {
        muted_ui(
            ui,
            theme,
            tr!(
                "ui-rejected-account",
                rows = format.count(report.rows),
                events = format.count(report.events),
                rejected = format.count(report.rejected),
                fields = format.count(report.field_errors)
            ),
        );
        if report.problems.is_empty() {
            muted_ui(ui, theme, tr!("ui-no-problems"));
        } else {
            muted_ui(ui, theme, tr!("ui-rejected-examples", count = EXAMPLES_PER_KIND));
            table_ui(ui, cx, (ctx.content_rect().height() - 320.0).max(160.0));
        }
        buttons_ui(ui, |ui| {
            close = primary_button_ui(ui, theme, &tr!("ui-close")).clicked();
            if !report.problems.is_empty() && button_ui(ui, &tr!("ui-copy-list")).clicked() {
                let lines = report.problems.examples().iter().map(|problem| {
                    let line = problem.line.map(|line| line.to_string()).unwrap_or_default();
                    let cells = [
                        line,
                        problem.column.clone().unwrap_or_default(),
                        problem.value.clone().unwrap_or_default(),
                        problem.message.clone(),
                    ];
                    cells.join("\t")
                });
                ui.ctx().copy_text(lines.collect::<Vec<_>>().join("\n"));
            }
        });
    });
    close || dismissed
}

fn table_ui(ui: &mut Ui, cx: &Context<'_>, height: f32) {
    let Some(data) = cx.view.data else { return };
    let theme = cx.theme;
    let problems = data.loaded.report.problems.examples();
    TableBuilder::new(ui)
        .id_salt("rejected rows")
        .striped(true)
        .max_scroll_height(height)
        .column(Column::exact(80.0))
        .columns(Column::auto().at_least(110.0).at_most(180.0).clip(true), 2)
        .column(Column::remainder().clip(true))
        .header(24.0, |mut header| {
            for words in [tr!("ui-line-name"), tr!("ui-column"), tr!("ui-value"), tr!("ui-reason")] {
                header.col(|ui| drop(ui.label(text(words, Face::SemiBold, 12.0, theme.text_muted))));
            }
        })
        .body(|body| {
            body.rows(24.0, problems.len(), |mut row| {
                let Some(problem) = problems.get(row.index()) else { return };
                let line = problem.line.map(|line| cx.format.count(line)).unwrap_or_default();
                let cells = [
                    line,
                    problem.column.clone().unwrap_or_default(),
                    problem.value.clone().unwrap_or_default(),
                    problem.message.clone(),
                ];
                for cell in cells {
                    row.col(|ui| {
                        let label = Label::new(text(cell, Face::Regular, 12.0, theme.text_body));
                        ui.add(label.truncate().selectable(true));
                    });
                }
            });
        });
}
