//! Where map and data part: touchpoints that are missing, that nobody visits, or that stand in another order than customers
//! meet them in. Each is accepted in one step, and undone in one.

use super::count::{behind_link, count_link, is_survey, journeys_words};
use super::frame::places_ui;
use crate::insights::Behind;
use crate::insights::suggestions::{Finding, Suggestion};
use crate::session::Action;
use crate::session::pages::suggestions::Suggestions;
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, card_ui, muted_ui};
use crate::ui::{Context, Out};
use egui::{Label, Ui};

pub fn suggestions_ui(ui: &mut Ui, page: &Suggestions, cx: &Context<'_>, out: &mut Out) {
    if page.list.is_empty() {
        let words =
            if is_survey(cx) { tr!("ui-suggestions-none-survey") } else { tr!("ui-suggestions-none") };
        ui.add(Label::new(text(words, Face::Regular, 13.0, cx.theme.text_body)).wrap());
        return;
    }
    muted_ui(ui, cx.theme, tr!("ui-suggestions-how"));
    for (number, suggestion) in page.list.iter().enumerate() {
        ui.push_id(number, |ui| card_ui(ui, cx.theme, "", |ui| suggestion_ui(ui, suggestion, cx, out)));
    }
}

fn suggestion_ui(ui: &mut Ui, suggestion: &Suggestion, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let finding = &suggestion.finding;
    let (kind, accept) = match finding {
        Finding::Missing { .. } => (tr!("ui-suggestion-missing"), tr!("ui-suggestion-add")),
        Finding::Unvisited { .. } => (tr!("ui-suggestion-unvisited"), tr!("ui-suggestion-remove")),
        Finding::Order { .. } => (tr!("ui-suggestion-order"), tr!("ui-suggestion-move")),
    };
    ui.label(text(kind, Face::SemiBold, 11.5, theme.text_muted));
    let sentence = finding.sentence(cx.view.map, suggestion.journeys.count(), cx.format);
    ui.add(Label::new(text(&sentence, Face::Medium, 12.5, theme.text)).wrap());
    if matches!(finding, Finding::Unvisited { .. }) {
        muted_ui(ui, theme, tr!("ui-suggestion-unvisited-hint"));
    }
    ui.horizontal_wrapped(|ui| {
        // Made of the map as it is now: what it was computed from may have got other cards since.
        let edit = cx.session.source().and_then(|source| finding.edit(cx.view.map, source));
        if let Some(edit) = edit
            && button_ui(ui, &accept).clicked()
        {
            out.actions.push(Action::Edit(edit));
        }
        if !suggestion.journeys.is_empty() {
            let count = journeys_words(suggestion.journeys.count(), cx);
            count_link(ui, &count, &sentence, &suggestion.journeys, out);
        }
        if let Finding::Order { first, then, of, .. } = finding {
            let words = tr!("ui-suggestion-both", n = cx.format.count(*of));
            behind_link(ui, &words, &words, &Behind::Both(*first, *then), out);
        }
        let place: Vec<_> = finding.touchpoint().into_iter().collect();
        places_ui(ui, &place, cx, out);
    });
}
