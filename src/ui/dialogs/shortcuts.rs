//! Everything that keys and mouse do: commands by menu, then what the map knows beside them.

use super::frame::{buttons_ui, dialog_ui};
use crate::session::KeyGroup;
use crate::text::Face;
use crate::theme::Theme;
use crate::tr;
use crate::ui::Context;
use crate::ui::keys::all_keys;
use crate::ui::style::text;
use crate::ui::widgets::primary_button_ui;
use egui::{Align, Label, Layout, ScrollArea, Ui, vec2};

/// Width of the column of keys.
const KEYS: f32 = 138.0;

/// What a title takes, in rows.
const TITLE_ROWS: usize = 2;

pub fn shortcuts_ui(ctx: &egui::Context, cx: &Context<'_>) -> bool {
    let mut close = false;
    let theme = cx.theme;
    let dismissed = dialog_ui(ctx, theme, "shortcuts", &tr!("ui-shortcuts"), 820.0, |ui| {
        let height = (ctx.content_rect().height() - 260.0).max(160.0);
        let groups = all_keys(ctx);
        let (left, right) = groups.split_at(half(&groups));
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.columns(2, |columns| {
                for (ui, groups) in columns.iter_mut().zip([left, right]) {
                    groups.iter().for_each(|group| group_ui(ui, group, theme));
                }
            });
        });
        buttons_ui(ui, |ui| close = primary_button_ui(ui, theme, &tr!("ui-close")).clicked());
    });
    close || dismissed
}

fn group_ui(ui: &mut Ui, group: &KeyGroup, theme: &Theme) {
    ui.label(text(&group.title, Face::SemiBold, 12.5, theme.text));
    ui.spacing_mut().item_spacing.y = 4.0;
    for row in &group.rows {
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            ui.allocate_ui_with_layout(vec2(KEYS, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(KEYS);
                ui.add(Label::new(text(&row.keys, Face::Medium, 12.0, theme.accent_text)).wrap());
            });
            ui.add(Label::new(text(&row.does, Face::Regular, 12.5, theme.text_body)).wrap());
        });
    }
    ui.add_space(10.0);
}

/// How many groups fill the left half of the sheet.
fn half(groups: &[KeyGroup]) -> usize {
    let rows = |group: &KeyGroup| group.rows.len() + TITLE_ROWS;
    let all: usize = groups.iter().map(rows).sum();
    let mut above = 0;
    let fits = |group: &&KeyGroup| {
        let middle = above + rows(group) / 2;
        above += rows(group);
        middle <= all / 2
    };
    groups.iter().take_while(fits).count()
}
