//! A stage: its name, colour and size.

use super::{commands_ui, edit, field_id};
use crate::model::{Edit, StageId};
use crate::session::Command;
use crate::tr;
use crate::ui::swatches::swatches_ui;
use crate::ui::widgets::{eyebrow_ui, muted_ui, section_ui, text_field_ui};
use crate::ui::{Context, Out};
use egui::Ui;

pub fn stage_ui(ui: &mut Ui, id: StageId, cx: &Context<'_>, out: &mut Out) {
    let map = cx.view.map;
    let Some(stage) = map.stages.get(id) else { return };
    let theme = cx.theme;
    eyebrow_ui(ui, theme, &tr!("ui-stage-eyebrow"));
    let name = text_field_ui(ui, theme, field_id(id, "name"), &tr!("ui-name"), &stage.name, "");
    if let Some(name) = name {
        edit(out, Edit::RenameStage { stage: id, name });
    }
    muted_ui(ui, theme, tr!("ui-steps", count = stage.touchpoints.len()));
    section_ui(ui, theme, &tr!("ui-colour"));
    swatches_ui(ui, Some(stage.palette), cx, out);
    let commands = [Command::AddTouchpoint, Command::MoveLeft, Command::MoveRight, Command::Duplicate];
    commands_ui(ui, &commands, cx, out);
}
