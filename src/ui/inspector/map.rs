//! The map itself: title, kind, scenario, and the figures over all its journeys.

use crate::model::{Edit, MapKind};
use crate::session::Action;
use crate::tr;
use crate::ui::widgets::{choice_ui, eyebrow_ui, multiline_field_ui, text_field_ui};
use crate::ui::{Context, Out};
use egui::{Id, Ui};

pub fn map_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let (theme, about) = (cx.theme, &cx.view.map.about);
    eyebrow_ui(ui, theme, &tr!("ui-map-eyebrow"));
    if let Some(title) = text_field_ui(ui, theme, Id::unique("map title"), &tr!("ui-title"), &about.title, "")
    {
        out.actions.push(Action::Edit(Edit::SetTitle(title)));
    }
    let kinds = [(MapKind::AsIs, tr!("ui-as-is-long")), (MapKind::ToBe, tr!("ui-to-be-long"))];
    if let Some(kind) = choice_ui(ui, theme, Id::unique("map kind"), &tr!("ui-kind"), &about.kind, &kinds) {
        out.actions.push(Action::Edit(Edit::SetMapKind(kind)));
    }
    let id = Id::unique("map description");
    if let Some(words) = multiline_field_ui(ui, theme, id, &tr!("ui-scenario"), &about.description, 3) {
        out.actions.push(Action::Edit(Edit::SetDescription(words)));
    }
}
