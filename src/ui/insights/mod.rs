//! What the data says, in the inspector's place: one page at a time, chosen above, its answer below.

mod behaviour;
mod changes;
mod channels;
mod chart;
mod count;
mod figure;
mod finding;
mod findings;
mod frame;
mod goals;
mod journeys;
mod pains;
mod parts;
mod paths;
mod personas;
mod shell;
mod signs;
mod story;
mod suggestions;
mod voice;
mod what_if;
mod worth;

pub use count::{behind_link, behind_row, count_link};

use super::style::c;
use super::{Context, Out};
use crate::session::{Answer, InsightsPage};
use egui::{Frame, Margin, Panel, ScrollArea, Ui, UiBuilder};

/// The panel.
pub fn insights_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let room = ui.available_width();
    let width = (room * 0.3).clamp(360.0, 460.0);
    Panel::right("insights")
        .default_size(width)
        .size_range(300.0..=(room * 0.62).max(320.0))
        .frame(Frame::new().fill(c(cx.theme.panel)))
        .show(ui, |ui| {
            // However long a name is, no page makes the panel wider than it was made.
            let rect = ui.available_rect_before_wrap();
            let mut inside = ui.new_child(UiBuilder::new().max_rect(rect));
            inside.shrink_clip_rect(rect);
            panel_ui(&mut inside, cx, out);
            ui.advance_cursor_after_rect(rect);
        });
}

fn panel_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let state = cx.session.insights();
    let page = state.page();
    shell::head_ui(ui, page, cx, out);
    let inside = Frame::new().inner_margin(Margin { left: 16, right: 16, top: 2, bottom: 14 });
    if shell::instead_ui(ui, page, cx, out) {
        return;
    }
    let Some(answer) = state.answer(page) else { return };
    let is_stale = state.is_stale(page);
    let content = |ui: &mut Ui, out: &mut Out| {
        inside.show(ui, |ui| {
            ui.set_width(ui.available_width());
            // What is of an older filter can be read, but opens nothing: its journeys may not be selected any more.
            ui.add_enabled_ui(!is_stale, |ui| page_ui(ui, answer, cx, out));
        });
    };
    // A list of any length scrolls itself.
    if page == InsightsPage::Journeys {
        content(ui, out);
    } else {
        ScrollArea::vertical().id_salt(page).auto_shrink([false, false]).show(ui, |ui| content(ui, out));
    }
}

fn page_ui(ui: &mut Ui, answer: &Answer, cx: &Context<'_>, out: &mut Out) {
    match answer {
        Answer::Findings(page) => findings::findings_ui(ui, page, cx, out),
        Answer::Channels(page) => channels::channels_ui(ui, page, cx, out),
        Answer::Changes(page) => changes::changes_ui(ui, page.as_deref(), cx, out),
        Answer::Paths(page) => paths::paths_ui(ui, page, cx, out),
        Answer::WhatIf(page) => what_if::what_if_ui(ui, page, cx, out),
        Answer::Behaviour(page) => behaviour::behaviour_ui(ui, page, cx, out),
        Answer::Signs(page) => signs::signs_ui(ui, page, cx, out),
        Answer::Pains(page) => pains::pains_ui(ui, page, cx, out),
        Answer::Voice(page) => voice::voice_ui(ui, page, cx, out),
        Answer::Worth(page) => worth::worth_ui(ui, page, cx, out),
        Answer::Goals(page) => goals::goals_ui(ui, page, cx, out),
        Answer::Personas(page) => personas::personas_ui(ui, page, cx, out),
        Answer::Suggestions(page) => suggestions::suggestions_ui(ui, page, cx, out),
        Answer::Journeys(page) => journeys::journeys_ui(ui, page, cx, out),
    }
}
