//! What was found: problems with their first lines, and what the map will show.

use super::doubts::in_marks;
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
        muted_ui(ui, theme, report.words(cx.format));
    } else if !problems.is_empty() {
        muted_ui(ui, theme, tr!("ui-problems-in-sample"));
    }
    if problems.is_empty() {
        muted_ui(ui, theme, tr!("ui-no-problems"));
        return;
    }
    let list = ui.available_height() - 26.0;
    ScrollArea::vertical().id_salt("problems").max_height(list).auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (kind, count) in problems.counts() {
            ui.horizontal(|ui| {
                let (dot, _) = ui.allocate_exact_size(vec2(10.0, 16.0), Sense::hover());
                let color = if costs_the_row(kind) { theme.error } else { theme.warning };
                ui.painter().circle_filled(dot.center(), 4.0, c(color));
                ui.label(text(kind_words(kind), Face::SemiBold, 12.0, theme.text));
                let times = tr!("ui-times-counted", count = cx.format.count(count));
                ui.label(text(times, Face::Regular, 12.0, theme.text_faint));
            });
            let examples = problems.examples().iter().filter(|problem| problem.kind == kind);
            for problem in examples.take(EXAMPLES) {
                ui.horizontal(|ui| {
                    ui.add_space(18.0);
                    if let Some(line) = problem.line {
                        let place = tr!("ui-line", line = cx.format.count(line));
                        ui.label(text(place, Face::Medium, 11.5, theme.text_body));
                    }
                    let reason = in_marks(&problem.message);
                    let label = Label::new(text(&reason, Face::Regular, 11.5, theme.text_muted)).truncate();
                    ui.add(label).on_hover_text(reason);
                });
            }
            if count > EXAMPLES as u64 {
                let more = cx.format.count(count - EXAMPLES as u64);
                ui.horizontal(|ui| {
                    ui.add_space(18.0);
                    muted_ui(ui, theme, tr!("ui-more-like-this", count = more));
                });
            }
            ui.add_space(4.0);
        }
    });
    if link_ui(ui, theme, &tr!("ui-save-list")).clicked() {
        let stem = import.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let file_name = tr!("ui-problems-file", name = stem);
        out.requests.push(Request::Pick(Pick::Problems { file_name }));
    }
}

/// A row with such a problem is not taken; with any other it is, without one of its fields.
fn costs_the_row(kind: &str) -> bool {
    const ROWS: [&str; 8] = [
        "ragged-row",
        "unclosed-quote",
        "empty-row",
        "no-customer",
        "no-time",
        "no-event",
        "bad-time",
        "no-figures",
    ];
    ROWS.contains(&kind)
}

/// What a kind of problem is called.
fn kind_words(kind: &str) -> String {
    match kind {
        "ragged-row" => tr!("ui-kind-ragged-row"),
        "unclosed-quote" => tr!("ui-kind-unclosed-quote"),
        "empty-row" => tr!("ui-kind-empty-row"),
        "no-customer" => tr!("ui-kind-no-customer"),
        "no-time" => tr!("ui-kind-no-time"),
        "no-event" => tr!("ui-kind-no-event"),
        "bad-time" => tr!("ui-kind-bad-time"),
        "no-figures" => tr!("ui-kind-no-figures"),
        "bad-score" => tr!("ui-kind-bad-score"),
        "bad-sentiment" => tr!("ui-kind-bad-sentiment"),
        "bad-wait" => tr!("ui-kind-bad-wait"),
        "bad-revenue" => tr!("ui-kind-bad-revenue"),
        "bad-count" => tr!("ui-kind-bad-count"),
        "no-answers" => tr!("ui-kind-no-answers"),
        "bad-characters" => tr!("ui-kind-bad-characters"),
        "header-differs" => tr!("ui-kind-header-differs"),
        "customer-twice" => tr!("ui-kind-customer-twice"),
        _ => tr!("ui-kind-other"),
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
