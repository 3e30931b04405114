//! All commands that have keys, by menu.

use super::frame::{buttons_ui, dialog_ui};
use crate::session::Menu;
use crate::text::Face;
use crate::tr;
use crate::ui::Context;
use crate::ui::keys::shortcut_text;
use crate::ui::style::text;
use crate::ui::widgets::primary_button_ui;
use egui::{Grid, ScrollArea};

pub fn shortcuts_ui(ctx: &egui::Context, cx: &Context<'_>) -> bool {
    let mut close = false;
    let theme = cx.theme;
    let dismissed = dialog_ui(ctx, theme, "shortcuts", &tr!("ui-shortcuts"), 640.0, |ui| {
        let height = (ctx.content_rect().height() - 260.0).max(160.0);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.columns(2, |columns| {
                for (index, menu) in Menu::ALL.into_iter().enumerate() {
                    // The edit menu is as long as all others together.
                    let ui = &mut columns[usize::from(menu != Menu::Edit)];
                    if index > 0 {
                        ui.add_space(6.0);
                    }
                    ui.label(text(menu.label(), Face::SemiBold, 12.5, theme.text));
                    Grid::new(menu).num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
                        for command in menu.groups().iter().flat_map(|group| group.iter()) {
                            let keys = shortcut_text(ui.ctx(), *command);
                            if !keys.is_empty() {
                                ui.label(text(keys, Face::Medium, 12.0, theme.accent_text));
                                ui.label(text(command.label(), Face::Regular, 12.5, theme.text_body));
                                ui.end_row();
                            }
                        }
                    });
                }
                let ui = &mut columns[1];
                ui.add_space(6.0);
                ui.label(text(tr!("ui-while-typing"), Face::SemiBold, 12.5, theme.text));
                Grid::new("typing").num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
                    for (keys, words) in [
                        ("Enter", tr!("ui-typing-enter")),
                        ("Shift+Enter", tr!("ui-typing-shift-enter")),
                        ("Tab", tr!("ui-typing-tab")),
                        ("Escape", tr!("ui-typing-escape")),
                    ] {
                        ui.label(text(keys, Face::Medium, 12.0, theme.accent_text));
                        ui.label(text(words, Face::Regular, 12.5, theme.text_body));
                        ui.end_row();
                    }
                });
            });
        });
        buttons_ui(ui, |ui| close = primary_button_ui(ui, theme, &tr!("ui-close")).clicked());
    });
    close || dismissed
}
