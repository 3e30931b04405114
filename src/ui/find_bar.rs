//! Find and replace, in a bar over the map that covers nothing of it.

use super::icons::Icon;
use super::keys::label_with_keys;
use super::style::{c, text};
use super::widgets::{button_ui, chip_ui, icon_button_ui};
use super::{Context, Out};
use crate::model::find::Query;
use crate::session::{Action, Command, SearchAction};
use crate::text::Face;
use crate::tr;
use egui::text::{CCursor, CCursorRange};
use egui::{Align, Frame, Id, Key, Label, Layout, Margin, Modifiers, Panel, TextEdit, Ui, Vec2, vec2};

/// Size of both fields.
const FIELD: Vec2 = vec2(240.0, 28.0);

/// Height of a row.
const ROW: f32 = 34.0;

/// What the bar remembers.
#[derive(Default)]
pub struct FindBar {
    /// How often the search had been asked for when its field was last given the keyboard.
    answered: u64,
}

/// Shows nothing while nothing is searched.
pub fn find_bar_ui(ui: &mut Ui, bar: &mut FindBar, cx: &Context<'_>, out: &mut Out) {
    let search = cx.view.search;
    if !search.is_open {
        return;
    }
    let frame = Frame::new().fill(c(cx.theme.panel)).inner_margin(Margin::symmetric(14, 3));
    Panel::top("find").resizable(false).frame(frame).show(ui, |ui| {
        take_keys(ui, out);
        // The fields stand one below the other and before all buttons: Tab goes from one to the other.
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.vertical(|ui| fields_ui(ui, bar, cx, out));
            ui.vertical(|ui| {
                let room = ui.available_width();
                row_ui(ui, room, |ui| options_ui(ui, cx, out));
                if search.replaces {
                    row_ui(ui, room, |ui| replace_ui(ui, cx, out));
                }
            });
        });
    });
}

fn words_id() -> Id {
    Id::unique("find words")
}

fn with_id() -> Id {
    Id::unique("replace with")
}

/// Enter and Escape in the fields. They are taken before the fields and the map see them.
fn take_keys(ui: &Ui, out: &mut Out) {
    let (in_words, in_with) = ui.memory(|memory| (memory.has_focus(words_id()), memory.has_focus(with_id())));
    if !in_words && !in_with {
        return;
    }
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::SHIFT, Key::Enter) {
        push(out, SearchAction::Previous);
    } else if pressed(Modifiers::NONE, Key::Enter) {
        push(out, if in_with { SearchAction::Replace } else { SearchAction::Next });
    } else if pressed(Modifiers::NONE, Key::Escape) {
        ui.memory_mut(|memory| memory.surrender_focus(if in_with { with_id() } else { words_id() }));
        push(out, SearchAction::Close);
    }
}

fn push(out: &mut Out, action: SearchAction) {
    out.actions.push(Action::Search(action));
}

/// A row of the bar; all in it stands on one line.
fn row_ui<T>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> T) -> T {
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(width, ROW), layout, contents).inner
}

fn fields_ui(ui: &mut Ui, bar: &mut FindBar, cx: &Context<'_>, out: &mut Out) {
    let search = cx.view.search;
    let mut query = search.query.clone();
    let field = field_ui(ui, words_id(), &mut query.words, &tr!("ui-find"));
    if bar.answered != search.asked {
        bar.answered = search.asked;
        field.request_focus();
        select_all(ui, words_id(), &query.words);
    }
    if query != search.query {
        push(out, SearchAction::Query(query));
    }
    if search.replaces {
        let mut with = search.with.clone();
        field_ui(ui, with_id(), &mut with, &tr!("ui-replace-with"));
        if with != search.with {
            push(out, SearchAction::With(with));
        }
    }
}

fn options_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let (search, theme) = (cx.view.search, cx.theme);
    let mut query = search.query.clone();
    if chip_ui(ui, theme, &tr!("ui-find-exact"), query.exact)
        .on_hover_text(tr!("ui-find-exact-hint"))
        .clicked()
    {
        query.exact = !query.exact;
    }
    if chip_ui(ui, theme, &tr!("ui-find-whole-words"), query.whole_words).clicked() {
        query.whole_words = !query.whole_words;
    }
    if query != search.query {
        push(out, SearchAction::Query(query));
    }
    for (label, command) in [("↑", Command::FindPrevious), ("↓", Command::FindNext)] {
        let button = ui.add_enabled_ui(!search.found.is_empty(), |ui| button_ui(ui, label)).inner;
        let button = button.accessible_name(command.label());
        if button.on_hover_text(label_with_keys(ui.ctx(), command)).clicked() {
            out.command(command);
        }
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if icon_button_ui(ui, theme, Icon::Cross, false, &tr!("ui-find-close")).clicked() {
            push(out, SearchAction::Close);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.label(text(count_words(&search.query, cx), Face::Medium, 12.0, theme.text_body));
            if let Some(hint) = cx.session.search_hint() {
                ui.add(Label::new(text(hint, Face::Regular, 12.0, theme.text_muted)).truncate());
            }
        });
    });
}

fn count_words(query: &Query, cx: &Context<'_>) -> String {
    let search = cx.view.search;
    let count = search.found.len();
    match search.at {
        _ if query.words.is_empty() => String::new(),
        _ if count == 0 => tr!("ui-nothing-found"),
        Some(at) => tr!("ui-find-place", at = at + 1, count = count),
        None => tr!("ui-find-count", count = count),
    }
}

fn replace_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let search = cx.view.search;
    ui.add_enabled_ui(!search.found.is_empty(), |ui| {
        if button_ui(ui, &tr!("ui-replace")).clicked() {
            push(out, SearchAction::Replace);
        }
        if button_ui(ui, &tr!("ui-replace-all")).clicked() {
            push(out, SearchAction::ReplaceAll);
        }
    });
}

fn field_ui(ui: &mut Ui, id: Id, value: &mut String, name: &str) -> egui::Response {
    let edit = TextEdit::singleline(value).id(id).hint_text(name.to_owned());
    row_ui(ui, FIELD.x, |ui| ui.add_sized(FIELD, edit.margin(Margin::symmetric(8, 6)))).accessible_name(name)
}

fn select_all(ui: &Ui, id: Id, words: &str) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let end = CCursor::new(words.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::two(CCursor::default(), end)));
    state.store(ui.ctx(), id);
}
