//! Search for a command by a few letters of its name; Enter runs the first one.

use super::frame::dialog_ui;
use crate::session::Command;
use crate::text::Face;
use crate::tr;
use crate::ui::keys::shortcut_text;
use crate::ui::style::text;
use crate::ui::{Context, Out};
use egui::{Button, Key, ScrollArea, TextEdit, vec2};

/// What the palette remembers.
#[derive(Default)]
pub struct Palette {
    words: String,
    chosen: usize,
    focused: bool,
}

pub fn palette_ui(ctx: &egui::Context, palette: &mut Palette, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let theme = cx.theme;
    let (up, down, enter) = ctx.input_mut(|input| {
        let none = egui::Modifiers::NONE;
        (
            input.consume_key(none, Key::ArrowUp),
            input.consume_key(none, Key::ArrowDown),
            input.key_pressed(Key::Enter),
        )
    });
    let dismissed = dialog_ui(ctx, theme, "palette", "", 520.0, |ui| {
        let before = palette.words.clone();
        let edit = TextEdit::singleline(&mut palette.words).hint_text(tr!("ui-search"));
        let field = ui.add(edit.desired_width(f32::INFINITY).margin(egui::Margin::symmetric(10, 8)));
        let field = field.accessible_name(tr!("ui-search"));
        if !std::mem::replace(&mut palette.focused, true) || field.lost_focus() && !enter {
            field.request_focus();
        }
        let found = found(&palette.words);
        if palette.words != before {
            palette.chosen = 0;
        }
        if down && palette.chosen + 1 < found.len() {
            palette.chosen += 1;
        }
        if up {
            palette.chosen = palette.chosen.saturating_sub(1);
        }
        ui.add_space(6.0);
        ScrollArea::vertical().max_height(360.0).min_scrolled_height(360.0).auto_shrink(false).show(
            ui,
            |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                for (index, command) in found.iter().enumerate() {
                    let enabled = cx.session.can_run(*command);
                    let words = format!("{} · {}", command.label(), command.menu().label());
                    let button = Button::selectable(index == palette.chosen, words)
                        .shortcut_text(shortcut_text(ui.ctx(), *command))
                        .min_size(vec2(ui.available_width(), 28.0));
                    let row = ui.add_enabled(enabled, button);
                    if (up || down) && index == palette.chosen {
                        row.scroll_to_me(None);
                    }
                    if row.clicked() || enter && enabled && index == palette.chosen {
                        out.command(*command);
                        close = true;
                    }
                }
                if found.is_empty() {
                    ui.label(text(tr!("ui-nothing-found"), Face::Regular, 12.5, theme.text_muted));
                }
            },
        );
    });
    close || dismissed
}

/// Commands whose names hold all letters in order, best first: whole words before scattered letters.
fn found(words: &str) -> Vec<Command> {
    let wanted = words.trim().to_lowercase();
    let rank = |command: &Command| rank(&command.label().to_lowercase(), &wanted);
    let mut found: Vec<_> =
        Command::ALL.iter().copied().filter_map(|command| Some((rank(&command)?, command))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, command)| command).collect()
}

/// 0 = begins with it, 1 = a word begins with it, 2 = holds it, then by how far the letters are scattered.
fn rank(label: &str, wanted: &str) -> Option<usize> {
    if label.starts_with(wanted) {
        return Some(0);
    }
    if label.split(' ').any(|word| word.starts_with(wanted)) {
        return Some(1);
    }
    if label.contains(wanted) {
        return Some(2);
    }
    let mut rest = label.char_indices();
    let mut span = None;
    for letter in wanted.chars().filter(|letter| !letter.is_whitespace()) {
        let (at, _) = rest.find(|(_, other)| *other == letter)?;
        span = Some((span.map_or(at, |(first, _)| first), at));
    }
    span.map(|(first, last)| 3 + last - first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_come_first_and_scattered_letters_are_found() {
        assert_eq!(found("undo").first(), Some(&Command::Undo));
        assert_eq!(found("pain").first(), Some(&Command::AddPain));
        assert!(found("adtp").contains(&Command::AddTouchpoint));
        assert!(found("zzz").is_empty());
        assert_eq!(found("").len(), Command::ALL.len());
    }
}
