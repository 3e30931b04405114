//! What is different between two versions: a strip that says what is compared and ends it, and the list.

use super::style::{c, text};
use super::widgets::{card_ui, muted_ui, primary_button_ui, section_ui};
use super::{Context, Out};
use crate::model::compare::Change;
use crate::scene::{change_color, change_name};
use crate::session::{Action, Command, Comparing, Entry, Group};
use crate::text::Face;
use crate::tr;
use egui::{
    Align, Color32, Frame, Label, Layout, Margin, Panel, Pos2, ScrollArea, Sense, Stroke, Ui, WidgetInfo,
    accesskit::Role, vec2,
};

/// The strip over the map; nothing when nothing is compared.
pub fn comparison_banner_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let Some(comparing) = cx.view.comparing else { return };
    let fill = if comparing.was_asked_to_change { cx.theme.warning_soft } else { cx.theme.accent_soft };
    let frame = Frame::new().fill(c(fill)).inner_margin(Margin::symmetric(14, 6));
    Panel::top("comparison").resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if primary_button_ui(ui, cx.theme, &Command::CloseComparison.label()).clicked() {
                    out.command(Command::CloseComparison);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| words_ui(ui, comparing, cx));
            });
        });
    });
}

fn words_ui(ui: &mut Ui, comparing: &Comparing, cx: &Context<'_>) {
    let (before, after) = (comparing.before.as_str(), comparing.after.as_str());
    let words = if comparing.was_asked_to_change {
        tr!("ui-comparison-read-only")
    } else {
        tr!("ui-comparing", before = before, after = after)
    };
    ui.add(Label::new(text(words, Face::Medium, 12.5, cx.theme.text)).truncate());
}

/// The list beside the map.
pub fn comparison_ui(ui: &mut Ui, comparing: &Comparing, cx: &Context<'_>, out: &mut Out) {
    ScrollArea::vertical().id_salt("comparison").auto_shrink([false, false]).show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(16, 14)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(text(tr!("ui-differences"), Face::Bold, 16.0, cx.theme.text));
            let names =
                tr!("ui-before-after", before = comparing.before.as_str(), after = comparing.after.as_str());
            muted_ui(ui, cx.theme, names);
            if comparing.entries.is_empty() {
                ui.add_space(8.0);
                ui.label(text(tr!("ui-no-differences"), Face::Regular, 13.0, cx.theme.text_body));
            }
            for group in Group::ALL {
                let entries: Vec<_> = comparing.entries.iter().filter(|entry| entry.group == group).collect();
                if !entries.is_empty() {
                    group_ui(ui, group, &entries, cx, out);
                }
            }
        });
    });
}

fn group_ui(ui: &mut Ui, group: Group, entries: &[&Entry], cx: &Context<'_>, out: &mut Out) {
    ui.add_space(8.0);
    let name = match group {
        Group::Records(change) => capitalised(&change_name(change)),
        Group::Emotion => tr!("ui-difference-emotion"),
    };
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
        match group {
            Group::Records(change) => paint_badge(ui, rect.center(), change, cx),
            Group::Emotion => {
                let stroke = Stroke::new(1.8, c(cx.theme.drawn));
                let ends = [rect.left_center(), rect.right_center()];
                ui.painter().extend(egui::Shape::dashed_line(&ends, stroke, 5.0, 4.0));
            }
        }
        section_ui(ui, cx.theme, &tr!("ui-counted", name = name, count = entries.len()));
    });
    ui.scope(|ui| {
        // Cards keep a distance of their own.
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, entry) in entries.iter().enumerate() {
            ui.push_id((group, index), |ui| entry_ui(ui, entry, cx, out));
        }
    });
}

/// One difference; a click goes to its place on the map.
fn entry_ui(ui: &mut Ui, entry: &Entry, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let inner = ui.scope(|ui| {
        card_ui(ui, theme, "", |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.label(text(&entry.kind, Face::Medium, 11.0, theme.text_faint));
            ui.add(Label::new(text(&entry.name, Face::Medium, 12.5, theme.text)).wrap());
            for [label, before, after] in &entry.rows {
                ui.add(
                    Label::new(text(
                        change_words(label, before, after),
                        Face::Regular,
                        11.5,
                        theme.text_body,
                    ))
                    .wrap(),
                );
            }
        });
    });
    let Some(element) = entry.element else { return };
    let response = inner.response.interact(Sense::click());
    response.widget_info(|| {
        WidgetInfo::labeled(
            Role::Button,
            true,
            tr!("ui-show-difference", kind = entry.kind.as_str(), name = entry.name.as_str()),
        )
    });
    if response.hovered() || response.has_focus() {
        let stroke = Stroke::new(1.5, c(theme.accent));
        // Without the distance to the next one.
        let card = response.rect.with_max_y(response.rect.bottom() - 4.0);
        ui.painter().rect_stroke(card, 10.0, stroke, egui::StrokeKind::Inside);
    }
    if response.on_hover_text(tr!("ui-show-on-map")).clicked() {
        out.actions.push(Action::Select { elements: vec![element], extend: false });
    }
}

/// `Owner: Ola → Jan`; what is nothing is said to be.
fn change_words(label: &str, before: &str, after: &str) -> String {
    let nothing = tr!("ui-nothing");
    let shown = |value: &str| if value.is_empty() { nothing.clone() } else { value.to_owned() };
    tr!("ui-difference-change", label = label, before = shown(before), after = shown(after))
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The sign that stands on the map.
fn paint_badge(ui: &Ui, center: Pos2, change: Change, cx: &Context<'_>) {
    let painter = ui.painter();
    painter.circle_filled(center, 8.0, c(change_color(change, cx.theme)));
    let stroke = Stroke::new(1.7, c(cx.theme.card));
    let at = |x: f32, y: f32| center + vec2(x, y);
    let line = |points: &[Pos2]| {
        painter.line(points.to_vec(), stroke);
    };
    match change {
        Change::Added => {
            line(&[at(-4.0, 0.0), at(4.0, 0.0)]);
            line(&[at(0.0, -4.0), at(0.0, 4.0)]);
        }
        Change::Removed => line(&[at(-4.0, 0.0), at(4.0, 0.0)]),
        Change::Moved => {
            line(&[at(-4.2, 0.0), at(4.2, 0.0)]);
            line(&[at(1.2, -3.0), at(4.2, 0.0), at(1.2, 3.0)]);
        }
        Change::Changed => {
            let corners = vec![at(0.0, -4.4), at(4.2, 3.0), at(-4.2, 3.0)];
            painter.add(egui::Shape::convex_polygon(corners, Color32::TRANSPARENT, stroke));
        }
    }
}
