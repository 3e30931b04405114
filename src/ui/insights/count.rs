//! Numbers that open exactly the journeys that they count.

use crate::insights::{Behind, JourneySet};
use crate::session::{Action, InsightsAction};
use crate::text::Face;
use crate::tr;
use crate::ui::style::{font, text as styled};
use crate::ui::{Context, Out};
use egui::{Button, Response, RichText, Ui, WidgetInfo, accesskit::Role};

/// A number, or words with it, that opens the journeys of a set; `title` says what they are.
pub fn count_link(ui: &mut Ui, text: &str, title: &str, journeys: &JourneySet, out: &mut Out) -> Response {
    let open = || InsightsAction::OpenJourneys { title: title.to_owned(), journeys: journeys.clone() };
    link(ui, text, title, journeys.is_empty(), open, out)
}

/// The same for the journeys behind a figure of the map, which are looked for when they are opened.
pub fn behind_link(ui: &mut Ui, text: &str, title: &str, behind: &Behind, out: &mut Out) -> Response {
    let open = || InsightsAction::OpenBehind { title: title.to_owned(), behind: behind.clone() };
    link(ui, text, title, false, open, out)
}

/// `139 journeys`; of a survey, respondents.
pub fn journeys_words(count: u64, cx: &Context<'_>) -> String {
    let shown = cx.format.count(count);
    if is_survey(cx) {
        tr!("ui-respondents-count", n = count, count = shown)
    } else {
        tr!("ui-paths-journeys", n = count, count = shown)
    }
}

/// A survey has respondents, of whom nobody leaves or stays.
pub fn is_survey(cx: &Context<'_>) -> bool {
    cx.view.data.is_some_and(|data| data.loaded.log.is_survey)
}

/// A name on the left and at the right figures, each with the journeys behind it that it opens and what they are; the
/// definition on hover.
pub fn behind_row(
    ui: &mut Ui,
    cx: &Context<'_>,
    (name, definition): (&str, &str),
    values: &[(&str, &str, Behind)],
    out: &mut Out,
) {
    let row = ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            for (value, title, behind) in values.iter().rev() {
                behind_link(ui, value, title, behind, out);
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(egui::Label::new(styled(name, Face::Regular, 12.0, cx.theme.text_body)).truncate());
            });
        });
    });
    if !definition.is_empty() {
        row.response.on_hover_text(definition);
    }
}

fn link(
    ui: &mut Ui,
    words: &str,
    title: &str,
    is_empty: bool,
    open: impl FnOnce() -> InsightsAction,
    out: &mut Out,
) -> Response {
    let words = RichText::new(words).font(font(Face::Medium, 12.0));
    if is_empty {
        return ui.label(words.color(ui.visuals().weak_text_color()));
    }
    let spoken = tr!("ui-opens-journeys", number = words.text(), title = title);
    let color = ui.visuals().hyperlink_color;
    // As high as the words beside it.
    let padding = std::mem::take(&mut ui.spacing_mut().button_padding.y);
    let height = std::mem::take(&mut ui.spacing_mut().interact_size.y);
    let link = ui.add(Button::new(words.color(color)).frame(false).min_size(egui::Vec2::ZERO));
    ui.spacing_mut().button_padding.y = padding;
    ui.spacing_mut().interact_size.y = height;
    let enabled = ui.is_enabled();
    link.widget_info(|| WidgetInfo::labeled(Role::Link, enabled, &spoken));
    if link.hovered() || link.has_focus() {
        let line = link.rect.x_range();
        ui.painter().hline(line, link.rect.bottom() - 1.0, egui::Stroke::new(1.0, color));
    }
    let link = link.on_hover_text(tr!("ui-open-journeys-hint", title = title));
    if link.clicked() {
        out.actions.push(Action::Insights(open()));
    }
    link
}
