//! The file, and which of its tables is read: a table, a view, a sheet, or a SELECT.

use super::{ImportState, beside};
use crate::model::ReadOptions;
use crate::session::{Pick, Request};
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, muted_ui, section_ui};
use crate::ui::{Context, Out};
use egui::{Label, ScrollArea, TextEdit, Ui};

pub fn file_ui(ui: &mut Ui, state: &mut ImportState, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let import = &state.import;
    let profile = &import.profile;
    let question = match profile.entries.len() {
        0 | 1 => tr!("ui-file-question"),
        _ => tr!("ui-entry-question"),
    };
    ui.label(text(question, Face::Bold, 16.0, theme.text));
    ui.add(Label::new(text(import.path.to_string_lossy(), Face::Regular, 12.5, theme.text_muted)).truncate());
    if button_ui(ui, &tr!("ui-other-file")).clicked() {
        out.requests.push(Request::Pick(Pick::Data));
    }
    // In a low window there is not room for everything that may be asked.
    ScrollArea::vertical().id_salt("file").auto_shrink([false, false]).show(ui, |ui| {
        parts_ui(ui, state, cx, out);
    });
}

/// What belongs to the file, and what of it is read.
fn parts_ui(ui: &mut Ui, state: &mut ImportState, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let import = &state.import;
    let profile = &import.profile;
    let look_anew = |read: ReadOptions| Request::Profile { path: import.path.clone(), read: Box::new(read) };
    beside::beside_ui(ui, import, cx, out);
    if profile.entries.len() > 1 {
        section_ui(ui, theme, &tr!("ui-archive-files"));
        ScrollArea::vertical().id_salt("entries").max_height(200.0).show(ui, |ui| {
            for entry in &profile.entries {
                let chosen = profile.read.entry.as_deref() == Some(&entry.name);
                let size = tr!("ui-kilobytes", count = cx.format.count(entry.bytes.div_ceil(1024)));
                if ui.radio(chosen, format!("{}   {size}", entry.name)).clicked() && !chosen {
                    // What was found out about one file says nothing about another.
                    let read = ReadOptions { entry: Some(entry.name.clone()), ..ReadOptions::default() };
                    out.requests.push(look_anew(read));
                }
            }
        });
    }
    if !profile.object_types.is_empty() {
        section_ui(ui, theme, &tr!("ui-object-types"));
        muted_ui(ui, theme, tr!("ui-object-types-hint"));
        for name in &profile.object_types {
            let chosen = profile.read.object_type.as_ref() == Some(name);
            if ui.radio(chosen, name).clicked() {
                let object_type = Some(name.clone());
                out.requests.push(look_anew(ReadOptions { object_type, ..profile.read.clone() }));
            }
        }
    }
    if profile.tables.is_empty() {
        return;
    }
    section_ui(ui, theme, &tr!("ui-tables"));
    ScrollArea::vertical().id_salt("tables").max_height(260.0).show(ui, |ui| {
        for table in &profile.tables {
            let chosen = profile.read.query.is_none() && profile.read.table.as_deref() == Some(&table.name);
            let rows =
                table.rows.map(|rows| tr!("ui-table-rows", count = rows, rows = cx.format.count(rows)));
            let view = table.is_view.then(|| tr!("ui-view-mark"));
            let notes: Vec<_> = view.into_iter().chain(rows).collect();
            let words = format!("{}   {}", table.name, notes.join(" · "));
            if ui.radio(chosen, words).clicked() && !chosen {
                let table = Some(table.name.clone());
                out.requests.push(look_anew(ReadOptions { table, query: None, ..profile.read.clone() }));
            }
        }
    });
    if matches!(profile.format.as_str(), "sqlite" | "ocel") {
        section_ui(ui, theme, &tr!("ui-query"));
        muted_ui(ui, theme, tr!("ui-query-hint"));
        let label = ui.label(text(tr!("ui-query-label"), Face::Medium, 11.5, theme.text_muted));
        let edit = TextEdit::multiline(&mut state.query).code_editor().desired_rows(4);
        ui.add(edit.desired_width(f32::INFINITY)).labelled_by(label.id);
        let typed = !state.query.trim().is_empty();
        let run = ui.add_enabled_ui(typed, |ui| button_ui(ui, &tr!("ui-run-query"))).inner;
        if run.clicked() {
            let query = Some(state.query.trim().to_owned());
            out.requests.push(look_anew(ReadOptions { table: None, query, ..profile.read.clone() }));
        }
    }
}
