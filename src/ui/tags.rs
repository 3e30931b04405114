//! Tags of what is selected: all tags of the map to choose from, and a field for a new one.

use super::widgets::{chip_ui, muted_ui, text_field_ui};
use super::{Context, Out};
use crate::model::Edit;
use crate::session::Action;
use crate::tr;
use egui::{Id, Ui};

/// More tags than this are found by typing.
const MOST_CHIPS: usize = 24;

/// Chips and field; `place` tells apart several of them on the screen.
pub fn tags_ui(ui: &mut Ui, place: &str, cx: &Context<'_>, out: &mut Out) {
    let (cards, touchpoints) = cx.session.tagged();
    let total = cards.len() + touchpoints.len();
    if total == 0 {
        muted_ui(ui, cx.theme, tr!("ui-tags-nothing"));
        return;
    }
    let mut set = |tag: &str, on: bool| {
        let (cards, touchpoints) = (cards.clone(), touchpoints.clone());
        out.actions.push(Action::Edit(Edit::SetTag { cards, touchpoints, tag: tag.to_owned(), on }));
    };
    let mut tags: Vec<(&str, usize)> = cx.session.tags_in_use().into_iter().collect();
    // Those that are set come first; they are never left out.
    tags.sort_by_key(|(_, selected)| std::cmp::Reverse(*selected));
    ui.horizontal_wrapped(|ui| {
        for (index, (tag, selected)) in tags.into_iter().enumerate() {
            if index >= MOST_CHIPS && selected == 0 {
                break;
            }
            let is_on = selected == total;
            let label = if is_on || selected == 0 {
                tag.to_owned()
            } else {
                tr!("ui-tag-on-some", tag = tag, selected = selected, total = total)
            };
            if chip_ui(ui, cx.theme, &label, is_on).clicked() {
                set(tag, !is_on);
            }
        }
    });
    let id = Id::unique(("new tag", place));
    if let Some(tag) = text_field_ui(ui, cx.theme, id, &tr!("ui-new-tag"), "", &tr!("ui-new-tag-hint")) {
        set(&tag, true);
    }
}
