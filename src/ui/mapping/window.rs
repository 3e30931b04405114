//! The window in which an analyst maps events: all names by count, what is done with those that are chosen, and beside them
//! why an event is where it is, or the rules.

use super::assign::{self, Assign};
use super::list::{EventList, Order, Show};
use super::row::RowLook;
use super::rules::{Rules, rules_ui};
use super::why::why_ui;
use crate::model::TouchpointId;
use crate::session::{Command, EventTable, MappingCache};
use crate::text::Face;
use crate::tr;
use crate::ui::dialogs::{buttons_ui, dialog_ui};
use crate::ui::style::{c, text};
use crate::ui::widgets::{chip_ui, muted_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{
    Align, Button, Key, Layout, Margin, Modifiers, Rect, Sense, Stroke, TextEdit, Ui, UiBuilder, pos2, vec2,
};
use std::sync::Arc;

/// Width of the whole window, where there is room, and the share of the list.
const WIDTH: f32 = 1240.0;
const LIST_SHARE: f32 = 0.62;
const GAP: f32 = 18.0;
const LOOK: RowLook = RowLook { height: 32.0, is_wide: true, drags: false };

/// What the window remembers.
pub struct MappingForm {
    cache: MappingCache,
    list: EventList,
    assign: Assign,
    rules: Rules,
    page: Page,
    /// The event that was asked for.
    event: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Page {
    Why,
    Rules,
}

impl Default for MappingForm {
    fn default() -> Self {
        let mut list = EventList::new("mapping", Show::All);
        list.takes_focus = true;
        Self {
            cache: MappingCache::default(),
            list,
            assign: Assign::default(),
            rules: Rules::default(),
            page: Page::Why,
            event: None,
        }
    }
}

impl MappingForm {
    /// Opens at an event.
    #[must_use]
    pub fn at(event: String) -> Self {
        Self { event: Some(event), ..Self::default() }
    }

    /// Opens at the rules of a touchpoint.
    #[must_use]
    pub fn rules_of(touchpoint: TouchpointId) -> Self {
        Self { rules: Rules::of(touchpoint), page: Page::Rules, ..Self::default() }
    }
}

pub fn mapping_ui(ctx: &egui::Context, form: &mut MappingForm, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let room = ctx.content_rect();
    undo_keys(ctx, out);
    let dismissed = dialog_ui(ctx, cx.theme, "mapping", &tr!("ui-mapping"), WIDTH, |ui| {
        let Some(table) = form.cache.table(cx.session) else {
            let words = form.cache.error.clone().unwrap_or_else(|| cx.no_figures());
            muted_ui(ui, cx.theme, words);
            buttons_ui(ui, |ui| close = primary_button_ui(ui, cx.theme, &tr!("ui-close")).clicked());
            return;
        };
        if let Some(event) = form.event.take() {
            form.list.go_to(&table, &event);
        }
        form.list.refresh(&table);
        head_ui(ui, &mut form.list, &table, cx);
        ui.add_space(8.0);
        let height = (room.height() - 186.0).max(260.0);
        let (body, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let middle = body.left() + body.width() * LIST_SHARE;
        let left = Rect::from_min_max(body.min, pos2(middle, body.bottom()));
        let right = Rect::from_min_max(pos2(middle + GAP, body.top()), body.max);
        ui.scope_builder(UiBuilder::new().max_rect(left), |ui| left_ui(ui, form, &table, cx, out));
        ui.painter().vline(middle + GAP / 2.0, body.y_range(), Stroke::new(1.0, c(cx.theme.border)));
        ui.scope_builder(UiBuilder::new().max_rect(right), |ui| {
            close |= right_ui(ui, form, &table, cx, out);
        });
    });
    close || dismissed
}

/// Undo and redo work here as on the map, but for a field's own while it is typed in.
fn undo_keys(ctx: &egui::Context, out: &mut Out) {
    if ctx.text_edit_focused() {
        return;
    }
    for (modifiers, command) in
        [(Modifiers::COMMAND | Modifiers::SHIFT, Command::Redo), (Modifiers::COMMAND, Command::Undo)]
    {
        if ctx.input_mut(|input| input.consume_key(modifiers, Key::Z)) {
            out.command(command);
        }
    }
}

/// Search, which names are listed, and how much is mapped.
fn head_ui(ui: &mut Ui, list: &mut EventList, table: &EventTable, cx: &Context<'_>) {
    ui.horizontal(|ui| {
        let edit = TextEdit::singleline(&mut list.words).hint_text(tr!("ui-search-events"));
        let field = ui.add(edit.desired_width(220.0).margin(Margin::symmetric(10, 6)));
        let field = field.accessible_name(tr!("ui-search-events"));
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::F)) {
            field.request_focus();
        }
        if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            // From the search straight into what was found.
            list.takes_focus = true;
            list.cursor = list.cursor.or_else(|| list.visible().first().copied());
        }
        for show in Show::ALL {
            let count = table.rows.iter().filter(|row| show.takes(row)).count();
            let label = show_words(show, &cx.format.count(count as u64));
            if chip_ui(ui, cx.theme, &label, list.show == show).clicked() {
                list.show = show;
                list.order = if show == Show::Suggested { Order::Likeness } else { Order::Count };
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| coverage_ui(ui, table, cx));
    });
}

fn show_words(show: Show, count: &str) -> String {
    match show {
        Show::All => tr!("ui-events-all", count = count),
        Show::Unmapped => tr!("ui-events-unmapped-chip", count = count),
        Show::Suggested => tr!("ui-events-suggested", count = count),
        Show::Mapped => tr!("ui-events-mapped", count = count),
    }
}

#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)] // a share, in pixels
fn coverage_ui(ui: &mut Ui, table: &EventTable, cx: &Context<'_>) {
    let share = table.mapped_events as f64 / table.events.max(1) as f64;
    // All but a few is not all.
    let (shown, decimals) =
        if table.mapped_events < table.events { (share.min(0.999), 1) } else { (share, 0) };
    let words = tr!("ui-share-mapped", share = cx.format.percent(shown, decimals));
    ui.label(text(words, Face::SemiBold, 12.5, cx.theme.text));
    let (rect, _) = ui.allocate_exact_size(vec2(96.0, 6.0), Sense::hover());
    ui.painter().rect_filled(rect, 3.0, c(cx.theme.field));
    let part = Rect::from_min_size(rect.min, vec2(rect.width() * share as f32, rect.height()));
    ui.painter().rect_filled(part, 3.0, c(cx.theme.measured));
}

fn left_ui(ui: &mut Ui, form: &mut MappingForm, table: &Arc<EventTable>, cx: &Context<'_>, out: &mut Out) {
    const FOOT: f32 = 44.0;
    let room = ui.available_rect_before_wrap();
    titles_ui(ui, &mut form.list, cx);
    let top = ui.cursor().top();
    let place = Rect::from_min_max(pos2(room.left(), top), pos2(room.right(), room.bottom() - FOOT));
    let done = ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        if form.list.visible().is_empty() {
            ui.add_space(12.0);
            let words = if form.list.words.trim().is_empty() && form.list.show == Show::Unmapped {
                tr!("ui-all-mapped")
            } else {
                tr!("ui-nothing-found")
            };
            muted_ui(ui, cx.theme, words);
        }
        form.list.list_ui(ui, table, &LOOK, cx)
    });
    let foot = Rect::from_min_max(pos2(room.left(), room.bottom() - FOOT), room.max);
    ui.scope_builder(UiBuilder::new().max_rect(foot), |ui| {
        ui.add_space(8.0);
        assign::foot_ui(ui, &mut form.assign, &mut form.list, (table, done.inner), cx, out);
    });
}

/// Titles of the columns; a click sorts by one.
fn titles_ui(ui: &mut Ui, list: &mut EventList, cx: &Context<'_>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        ui.add_space(8.0);
        for (order, words) in [
            (Order::Name, tr!("ui-event")),
            (Order::Count, tr!("ui-sort-count")),
            (Order::Likeness, tr!("ui-sort-likeness")),
        ] {
            let is_on = list.order == order;
            let words = if is_on { format!("{words} ↓") } else { words };
            let (face, color) =
                if is_on { (Face::SemiBold, cx.theme.text) } else { (Face::Regular, cx.theme.text_muted) };
            let button = Button::new(text(words.clone(), face, 12.0, color)).frame(false);
            let response = ui.add(button);
            let spoken = tr!("ui-sort-by", column = words);
            response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_on, &spoken));
            if response.clicked() {
                list.order = order;
            }
        }
    });
}

/// Why, or the rules; true when the window is to be closed.
fn right_ui(
    ui: &mut Ui,
    form: &mut MappingForm,
    table: &Arc<EventTable>,
    cx: &Context<'_>,
    out: &mut Out,
) -> bool {
    let mut close = false;
    ui.horizontal(|ui| {
        for (page, words) in [(Page::Why, tr!("ui-why-here")), (Page::Rules, tr!("ui-rules"))] {
            if chip_ui(ui, cx.theme, &words, form.page == page).clicked() {
                form.page = page;
            }
        }
    });
    ui.add_space(6.0);
    let room = ui.available_rect_before_wrap();
    let foot = 44.0;
    let place = Rect::from_min_max(room.min, pos2(room.right(), room.bottom() - foot));
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| match form.page {
        Page::Why => {
            if let Some(rule) = why_ui(ui, &form.list, table, cx, out) {
                form.rules.choose(rule, cx);
                form.page = Page::Rules;
            }
        }
        Page::Rules => rules_ui(ui, &mut form.rules, table, cx, out),
    });
    let foot = Rect::from_min_max(pos2(room.left(), room.bottom() - foot), room.max);
    ui.scope_builder(UiBuilder::new().max_rect(foot), |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            close = primary_button_ui(ui, cx.theme, &tr!("ui-close")).clicked();
        });
    });
    close
}
