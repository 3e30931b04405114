//! What was found: problems with their first lines, and what the map will show.

use super::pane::pane_ui;
use crate::session::{Import, Pick, Request};
use crate::text::Face;
use crate::tr;
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::style::{c, text};
use crate::ui::widgets::{link_ui, muted_ui};
use crate::ui::{Context, Out};
use egui::{Align, Label, Layout, ScrollArea, Sense, Ui, UiBuilder, vec2};

/// Examples of each kind of problem that are shown.
const EXAMPLES: usize = 3;

/// Problems on the left, what the map will show on the right, over all the room that is left.
pub fn findings_ui(ui: &mut Ui, import: &Import, cx: &Context<'_>, out: &mut Out) {
    let room = ui.available_size();
    let gap = 8.0;
    let size = vec2((room.x - gap) / 2.0, room.y.max(90.0));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        pane_ui(ui, cx.theme, &tr!("ui-problems-title"), size, |ui| problems_ui(ui, import, cx, out));
        pane_ui(ui, cx.theme, &tr!("ui-map-will-show"), size, |ui| shown_ui(ui, import, cx));
    });
}

/// Problems by kind, each with its first lines.
fn problems_ui(ui: &mut Ui, import: &Import, cx: &Context<'_>, out: &mut Out) {
    let (theme, problems) = (cx.theme, import.problems());
    if let Some(loaded) = &import.loaded {
        let report = &loaded.report;
        let words = tr!(
            "ui-rejected-of",
            rejected = cx.format.count(report.rejected),
            rows = cx.format.count(report.rows)
        );
        muted_ui(ui, theme, words);
    } else if !problems.is_empty() {
        muted_ui(ui, theme, tr!("ui-problems-in-sample"));
    }
    if problems.is_empty() {
        muted_ui(ui, theme, tr!("ui-no-problems"));
        return;
    }
    let list = ui.available_height() - 26.0;
    ScrollArea::vertical().id_salt("problems").max_height(list).auto_shrink([false, false]).show(ui, |ui| {
        for (kind, count) in problems.counts() {
            let examples = problems.examples().iter().filter(|problem| problem.kind == kind);
            for problem in examples.take(EXAMPLES) {
                ui.horizontal(|ui| {
                    let (dot, _) = ui.allocate_exact_size(vec2(10.0, 12.0), Sense::hover());
                    ui.painter().circle_filled(dot.center(), 4.0, c(theme.warning));
                    let place = problem.line.map(|line| tr!("ui-line", line = cx.format.count(line)));
                    ui.label(text(place.unwrap_or_default(), Face::SemiBold, 12.0, theme.text));
                    let reason = problem.message.replace('`', "\"");
                    ui.add(Label::new(text(reason, Face::Regular, 12.0, theme.text_body)).truncate());
                });
            }
            if count > EXAMPLES as u64 {
                let more = cx.format.count(count - EXAMPLES as u64);
                muted_ui(ui, theme, tr!("ui-more-like-this", count = more));
            }
        }
    });
    if link_ui(ui, theme, &tr!("ui-save-list")).clicked() {
        let stem = import.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let file_name = tr!("ui-problems-file", name = stem);
        out.requests.push(Request::Pick(Pick::Problems { file_name }));
    }
}

fn shown_ui(ui: &mut Ui, import: &Import, cx: &Context<'_>) {
    let theme = cx.theme;
    ScrollArea::vertical().id_salt("shown").auto_shrink([false, false]).show(ui, |ui| {
        for line in import.shown(cx.format) {
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(16.0, 18.0), Sense::hover());
                let icon = if line.available { Icon::Check } else { Icon::Cross };
                paint_icon(ui.painter(), rect, icon, false, true, theme);
                let ink = if line.available { theme.text } else { theme.text_faint };
                let (name, _) = ui.allocate_exact_size(vec2(160.0, 18.0), Sense::hover());
                let layout = Layout::left_to_right(Align::Center);
                let mut cell = ui.new_child(UiBuilder::new().max_rect(name).layout(layout));
                cell.add(Label::new(text(&line.label, Face::SemiBold, 12.5, ink)).truncate());
                ui.add(Label::new(text(&line.columns, Face::Regular, 12.0, theme.text_faint)).truncate());
            });
        }
    });
}
