//! Everything that keys and mouse do: commands by menu, then what the map knows beside them.

use super::frame::{buttons_ui, dialog_ui};
use crate::session::KeyGroup;
use crate::text::Face;
use crate::theme::Theme;
use crate::tr;
use crate::ui::Context;
use crate::ui::keys::all_keys;
use crate::ui::style::{font, text};
use crate::ui::widgets::primary_button_ui;
use egui::{Align, Color32, Label, Layout, ScrollArea, Ui, vec2};

/// Width of the column of keys.
const KEYS: f32 = 138.0;

/// Between two rows, and below a group.
const ROW_GAP: f32 = 4.0;
const GROUP_GAP: f32 = 10.0;

pub fn shortcuts_ui(ctx: &egui::Context, cx: &Context<'_>) -> bool {
    let mut close = false;
    let theme = cx.theme;
    let dismissed = dialog_ui(ctx, theme, "shortcuts", &tr!("ui-shortcuts"), 820.0, |ui| {
        let height = (ctx.content_rect().height() - 260.0).max(160.0);
        let groups = all_keys(ctx);
        let (left, right) = groups.split_at(half(ui, &groups));
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
    ui.spacing_mut().item_spacing.y = ROW_GAP;
    for row in &group.rows {
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            ui.allocate_ui_with_layout(vec2(KEYS, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(KEYS);
                ui.add(Label::new(text(&row.keys, Face::Medium, 12.0, theme.accent_text)).wrap());
            });
            ui.add(Label::new(text(&row.does, Face::Regular, 12.5, theme.text_body)).wrap());
        });
    }
    ui.add_space(GROUP_GAP);
}

/// How many groups fill the left column, so that both are about as high.
fn half(ui: &Ui, groups: &[KeyGroup]) -> usize {
    let column = (ui.available_width() - ui.spacing().item_spacing.x) / 2.0;
    let words = column - KEYS - ui.spacing().item_spacing.x;
    let heights: Vec<f32> = groups.iter().map(|group| height(ui, group, words)).collect();
    let higher = |left: usize| {
        let (left, right) = heights.split_at(left);
        left.iter().sum::<f32>().max(right.iter().sum())
    };
    (0..=groups.len()).min_by(|a, b| higher(*a).total_cmp(&higher(*b))).unwrap_or(0)
}

/// What a group takes in a column with so much room for words.
fn height(ui: &Ui, group: &KeyGroup, words: f32) -> f32 {
    let height = |text: &str, face, size, width| {
        ui.painter().layout(text.to_owned(), font(face, size), Color32::PLACEHOLDER, width).size().y
    };
    let rows = group.rows.iter().map(|row| {
        let keys = height(&row.keys, Face::Medium, 12.0, KEYS);
        keys.max(height(&row.does, Face::Regular, 12.5, words)) + ROW_GAP
    });
    height(&group.title, Face::SemiBold, 12.5, f32::INFINITY) + rows.sum::<f32>() + GROUP_GAP
}
