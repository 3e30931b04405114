//! The tools at the left edge: each adds something at the selection.

use super::icons::Icon;
use super::keys::label_with_keys;
use super::widgets::icon_button_ui;
use super::{Context, Out};
use crate::session::Command;
use crate::tr;
use egui::{Align, Layout, Ui};

const TOOLS: [(Icon, Command); 8] = [
    (Icon::Select, Command::SelectNone),
    (Icon::Stage, Command::AddStage),
    (Icon::Touchpoint, Command::AddTouchpoint),
    (Icon::Pain, Command::AddPain),
    (Icon::Opportunity, Command::AddOpportunity),
    (Icon::Quote, Command::AddQuote),
    (Icon::Star, Command::ToggleMomentOfTruth),
    (Icon::Note, Command::AddNote),
];

pub fn tool_rail_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    ui.with_layout(Layout::top_down(Align::Center), |ui| {
        ui.add_space(8.0);
        ui.spacing_mut().item_spacing.y = 10.0;
        for (icon, command) in TOOLS {
            let is_select = icon == Icon::Select;
            let enabled = is_select || cx.session.can_run(command);
            let name = if is_select { tr!("ui-tool-select") } else { label_with_keys(ui.ctx(), command) };
            let button = ui.add_enabled_ui(enabled, |ui| {
                icon_button_ui(ui, cx.theme, icon, is_select && cx.view.editing.is_none(), &name)
            });
            let button = button.inner.on_disabled_hover_text(tr!("ui-tool-needs-touchpoint", tool = name));
            if button.clicked() {
                out.command(command);
            }
        }
    });
}
