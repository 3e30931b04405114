//! What is done with the names that are chosen: mapped to a touchpoint, taken off, suggestions accepted. One undo step each.

use super::list::{Done, EventList};
use super::picker::{self, picker_ui};
use crate::model::{Pattern, TouchpointId};
use crate::session::{Action, EventTable, assigned, mapping_edit, pattern_words, unassigned};
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::button_ui;
use crate::ui::{Context, Out};
use egui::{Align, DragValue, Id, Label, Layout, Ui};

/// What is remembered between frames.
pub struct Assign {
    /// Suggestions from this likeness on are accepted together, in percent.
    least_percent: u32,
}

impl Default for Assign {
    fn default() -> Self {
        Self { least_percent: 90 }
    }
}

/// Below the list: what is chosen, and what to do with it.
pub fn foot_ui(
    ui: &mut Ui,
    assign: &mut Assign,
    list: &mut EventList,
    (table, done): (&EventTable, Done),
    cx: &Context<'_>,
    out: &mut Out,
) {
    carry_out(ui, list, table, &done, cx, out);
    ui.horizontal(|ui| {
        map_button_ui(ui, list, table, cx, out);
        let names = list.selected_names(table);
        let can_unmap = can_unmap(&names, cx);
        let unmap = ui.add_enabled_ui(can_unmap, |ui| button_ui(ui, &tr!("ui-unmap"))).inner;
        let unmap = match caught_words(list, table, cx) {
            Some(caught) => unmap.on_hover_text(caught),
            None => unmap,
        };
        if unmap.on_disabled_hover_text(tr!("ui-unmap-not")).clicked() {
            unmap_names(&names, cx, out);
            list.takes_focus = true;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            all_suggestions_ui(ui, assign, table, cx, out);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(
                    Label::new(text(chosen_words(list, table, cx), Face::Regular, 12.0, cx.theme.text_muted))
                        .truncate(),
                );
            });
        });
    });
}

/// Keys and clicks of the list itself.
pub fn carry_out(
    ui: &Ui,
    list: &mut EventList,
    table: &EventTable,
    done: &Done,
    cx: &Context<'_>,
    out: &mut Out,
) {
    if done.choose && !list.selected.is_empty() {
        picker::open(ui, picker_id(list));
    }
    if done.unmap {
        unmap_names(&list.selected_names(table), cx, out);
    }
    if let Some(row) = done.accept.and_then(|row| table.rows.get(row))
        && let Some(likest) = row.suggestion()
    {
        accept(&[(row.name.as_str(), likest.touchpoint)], cx, out);
        list.takes_focus = true;
    }
}

fn picker_id(list: &EventList) -> Id {
    Id::unique((list.name(), "touchpoint"))
}

/// The button that opens the list of touchpoints; Enter in the list of names does so too.
pub fn map_button_ui(ui: &mut Ui, list: &mut EventList, table: &EventTable, cx: &Context<'_>, out: &mut Out) {
    let has_any = !list.selected.is_empty();
    let button = ui.add_enabled_ui(has_any, |ui| button_ui(ui, &tr!("ui-map-to"))).inner;
    let first = list.selected.first().and_then(|row| table.rows.get(*row));
    let first = first.and_then(|row| row.likest).map(|likest| likest.touchpoint);
    if let Some(touchpoint) = picker_ui(ui, picker_id(list), &button, first, cx) {
        map_names(&list.selected_names(table), touchpoint, cx, out);
        list.takes_focus = true;
    }
}

/// Maps names to a touchpoint, as one step.
pub fn map_names(names: &[&str], touchpoint: TouchpointId, cx: &Context<'_>, out: &mut Out) {
    let picks: Vec<_> = names.iter().map(|name| (*name, touchpoint)).collect();
    change(&picks, "session-step-map-events", cx, out);
}

/// Accepts suggestions, as one step.
pub fn accept(picks: &[(&str, TouchpointId)], cx: &Context<'_>, out: &mut Out) {
    change(picks, "session-step-accept-suggestions", cx, out);
}

fn change(picks: &[(&str, TouchpointId)], step: &'static str, cx: &Context<'_>, out: &mut Out) {
    let Some(source) = cx.session.source() else { return };
    let rules = assigned(cx.view.map, &source.rules, picks);
    if rules != source.rules {
        out.actions.push(Action::Edit(mapping_edit(source, rules, step, picks.len())));
    }
}

fn can_unmap(names: &[&str], cx: &Context<'_>) -> bool {
    let rules = cx.session.source().map_or(&[][..], |source| source.rules.as_slice());
    !names.is_empty() && unassigned(rules, names).len() < rules.len()
}

fn unmap_names(names: &[&str], cx: &Context<'_>, out: &mut Out) {
    let Some(source) = cx.session.source() else { return };
    let rules = unassigned(&source.rules, names);
    if rules.len() < source.rules.len() {
        out.actions.push(Action::Edit(mapping_edit(source, rules, "session-step-unmap-events", names.len())));
    }
}

/// How many names with how many events are chosen.
pub fn chosen_words(list: &EventList, table: &EventTable, cx: &Context<'_>) -> String {
    if list.selected.is_empty() {
        return tr!("ui-choose-events");
    }
    let rows = list.selected.iter().filter_map(|row| table.rows.get(*row));
    let events: u64 = rows.map(|row| row.count).sum();
    let chosen = tr!("ui-chosen-events", count = list.selected.len(), events = cx.format.count(events));
    match caught_words(list, table, cx) {
        Some(caught) => format!("{chosen} · {caught}"),
        None => chosen,
    }
}

/// Which pattern takes chosen names whether or not they have rules of their own; taking those off does not free them.
fn caught_words(list: &EventList, table: &EventTable, cx: &Context<'_>) -> Option<String> {
    let rules = &cx.session.source()?.rules;
    let catches = |(rule, _): &&(usize, u64)| {
        rules.get(*rule).is_some_and(|rule| !matches!(rule.event, Pattern::Exact(_)))
    };
    let mut rows = list.selected.iter().filter_map(|row| table.rows.get(*row));
    let (rule, _) = rows.find_map(|row| row.matching.iter().find(catches))?;
    let pattern = pattern_words(&rules.get(*rule)?.event);
    Some(tr!("ui-caught-by", place = rule + 1, pattern = pattern))
}

/// From right to left: the button, and from which likeness on.
fn all_suggestions_ui(ui: &mut Ui, assign: &mut Assign, table: &EventTable, cx: &Context<'_>, out: &mut Out) {
    let least = f64::from(assign.least_percent) / 100.0;
    let picks = table.rows.iter().filter_map(|row| {
        let likest = row.suggestion().filter(|likest| likest.likeness >= least)?;
        Some((row.name.as_str(), likest.touchpoint))
    });
    let picks: Vec<_> = picks.collect();
    let label = tr!("ui-accept-all", count = picks.len());
    let all = ui.add_enabled_ui(!picks.is_empty(), |ui| button_ui(ui, &label)).inner;
    if all.on_hover_text(tr!("ui-accept-all-hint")).clicked() {
        accept(&picks, cx, out);
    }
    let drag = DragValue::new(&mut assign.least_percent).range(80..=100).suffix(" %").speed(0.2);
    let drag = ui.add(drag);
    drag.on_hover_text(tr!("ui-least-likeness")).accessible_name(tr!("ui-least-likeness"));
    ui.label(text(tr!("ui-likeness-from"), Face::Regular, 12.0, cx.theme.text_muted));
}
