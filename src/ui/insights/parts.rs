//! What pages about ways, channels and changes have in common: lines of words and numbers, tables, names of ways.

use super::count::{behind_link, count_link};
use crate::base::Color;
use crate::insights::{Behind, JourneySet};
use crate::model::TouchpointId;
use crate::scene::Element;
use crate::session::Action;
use crate::text::Face;
use crate::ui::style::text;
use crate::ui::widgets::link_ui;
use crate::ui::{Context, Out};
use egui::{CursorIcon, Label, Sense, Ui, WidgetInfo, accesskit::Role};

/// A part of a line.
pub enum Part<'a> {
    /// A number that opens its journeys: what is shown, which they are, what they are called.
    Count(String, &'a JourneySet, String),
    /// The same for the journeys behind a figure of the map.
    Behind(String, Behind, String),
    /// Words.
    Words(String),
    /// Words that matter.
    Strong(String),
    /// Words that do something: what is shown, what is read out, what they do.
    Act(String, String, Box<Action>),
    /// Words in a colour, which say themselves what it means.
    Tinted(String, Color),
}

/// Words and links one after the other, in lines as near to each other as those of a paragraph.
pub fn words_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    // The first line is as high as what can be clicked is outside.
    let outside = std::mem::replace(&mut ui.spacing_mut().interact_size.y, 18.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(7.0, 2.0);
        ui.spacing_mut().button_padding = egui::Vec2::ZERO;
        content(ui);
    });
    ui.spacing_mut().interact_size.y = outside;
}

/// Parts one after the other, in as many lines as they need.
pub fn line_ui(ui: &mut Ui, parts: Vec<Part<'_>>, cx: &Context<'_>, out: &mut Out) {
    words_ui(ui, |ui| {
        for part in parts {
            match part {
                Part::Count(words, journeys, title) => drop(count_link(ui, &words, &title, journeys, out)),
                Part::Behind(words, behind, title) => drop(behind_link(ui, &words, &title, &behind, out)),
                Part::Words(words) => drop(ui.label(text(words, Face::Regular, 12.0, cx.theme.text_muted))),
                Part::Strong(words) => {
                    ui.add(Label::new(text(words, Face::Medium, 12.0, cx.theme.text)).wrap());
                }
                Part::Act(words, spoken, action) => {
                    let link = link_ui(ui, cx.theme, &words);
                    let enabled = ui.is_enabled();
                    link.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &spoken));
                    if link.clicked() {
                        out.actions.push(*action);
                    }
                }
                Part::Tinted(words, color) => drop(ui.label(text(words, Face::SemiBold, 12.0, color))),
            }
        }
    });
}

/// A touchpoint's name in as many lines as it needs; a click goes there.
pub fn place_ui(ui: &mut Ui, id: TouchpointId, cx: &Context<'_>, out: &mut Out) {
    let name = name_of(id, cx).trim();
    let label = Label::new(text(name, Face::SemiBold, 12.5, cx.theme.text)).wrap().sense(Sense::click());
    let link = ui.add(label).on_hover_cursor(CursorIcon::PointingHand);
    let enabled = ui.is_enabled();
    link.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    if link.clicked() {
        out.actions.push(Action::GoTo(Element::Touchpoint(id)));
    }
}

/// `Search → Cart → Pay`.
pub fn way_words(touchpoints: &[TouchpointId], cx: &Context<'_>) -> String {
    let names: Vec<&str> = touchpoints.iter().map(|id| cx.view.map.name_of(*id)).collect();
    names.join(" → ")
}

/// The name of a touchpoint; empty when it is gone.
pub fn name_of<'a>(id: TouchpointId, cx: &Context<'a>) -> &'a str {
    cx.view.map.name_of(id)
}
