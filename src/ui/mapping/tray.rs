//! The tray beside the map: events that belong nowhere yet, to be dragged onto a touchpoint or sent there by keyboard.

use super::assign::{self, carry_out, chosen_words, map_names};
use super::list::{EventList, Order, Show};
use super::row::{RowLook, touchpoint_name};
use crate::canvas::Canvas;
use crate::model::TouchpointId;
use crate::scene::Element;
use crate::session::{Command, EventTable, MappingCache};
use crate::text::Face;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::style::{c, line, text};
use crate::ui::widgets::{icon_button_ui, link_ui, muted_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{
    Align, Color32, CursorIcon, DragAndDrop, Frame, Id, Label, LayerId, Layout, Margin, Order as LayerOrder,
    Panel, Pos2, Rect, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, pos2, vec2,
};

const LOOK: RowLook = RowLook { height: 44.0, is_wide: false, drags: true };
const NAME: &str = "tray";

/// The tray between frames.
pub struct Tray {
    is_open: bool,
    cache: MappingCache,
    list: EventList,
}

impl Default for Tray {
    fn default() -> Self {
        let list = EventList::new(NAME, Show::Unmapped);
        Self { is_open: false, cache: MappingCache::default(), list }
    }
}

impl Tray {
    /// Opens the tray with the keyboard in it, or closes it.
    pub fn toggle(&mut self) {
        self.is_open = !self.is_open;
        self.list.takes_focus = self.is_open;
    }

    /// Closes it.
    pub fn close(&mut self) {
        self.is_open = false;
    }

    /// Is it shown?
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.is_open
    }
}

/// Names under way from the tray to the map.
struct Dragged(Vec<String>);

/// True while Ctrl+A is meant for the list of names and not for the map.
pub fn has_keys(ctx: &egui::Context) -> bool {
    ctx.memory(|memory| memory.has_focus(EventList::id_of(NAME)))
}

pub fn tray_ui(ui: &mut Ui, tray: &mut Tray, cx: &Context<'_>, out: &mut Out) {
    Panel::right("tray")
        .default_size(300.0)
        .size_range(240.0..=460.0)
        .frame(Frame::new().fill(c(cx.theme.panel)))
        .show(ui, |ui| {
            Frame::new().inner_margin(Margin { left: 16, right: 10, top: 10, bottom: 6 }).show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.label(text(tr!("ui-tray"), Face::SemiBold, 13.0, cx.theme.text));
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        if icon_button_ui(ui, cx.theme, Icon::Cross, false, &tr!("ui-tray-close")).clicked() {
                            tray.close();
                        }
                    });
                });
                muted_ui(ui, cx.theme, tr!("ui-tray-hint"));
                let edit = TextEdit::singleline(&mut tray.list.words).hint_text(tr!("ui-search-events"));
                let field = ui.add(edit.desired_width(f32::INFINITY).margin(Margin::symmetric(8, 5)));
                let _named = field.accessible_name(tr!("ui-search-events"));
            });
            let Some(table) = tray.cache.table(cx.session) else {
                let words = tray.cache.error.clone().unwrap_or_else(|| cx.no_figures());
                Frame::new()
                    .inner_margin(Margin::symmetric(16, 4))
                    .show(ui, |ui| muted_ui(ui, cx.theme, words));
                return;
            };
            tray.list.order = Order::Count;
            tray.list.refresh(&table);
            names_ui(ui, &mut tray.list, &table, cx, out);
        });
}

fn names_ui(ui: &mut Ui, list: &mut EventList, table: &EventTable, cx: &Context<'_>, out: &mut Out) {
    let target = selected_touchpoint(cx);
    let foot = if target.is_some() { 104.0 } else { 70.0 };
    let room = ui.available_rect_before_wrap();
    let place =
        Rect::from_min_max(room.min, pos2(room.right(), room.bottom() - foot)).shrink2(vec2(6.0, 0.0));
    let done = ui
        .scope_builder(UiBuilder::new().max_rect(place), |ui| {
            if list.visible().is_empty() {
                let is_all = list.words.trim().is_empty();
                let words = if is_all { tr!("ui-all-mapped") } else { tr!("ui-nothing-found") };
                Frame::new()
                    .inner_margin(Margin::symmetric(10, 4))
                    .show(ui, |ui| muted_ui(ui, cx.theme, words));
            }
            list.list_ui(ui, table, &LOOK, cx)
        })
        .inner;
    if done.drags {
        let names = list.selected_names(table).into_iter().map(str::to_owned).collect();
        DragAndDrop::set_payload(ui.ctx(), Dragged(names));
    }
    carry_out(ui, list, table, &done, cx, out);
    let place = Rect::from_min_max(pos2(room.left(), room.bottom() - foot), room.max);
    ui.scope_builder(UiBuilder::new().max_rect(place.shrink2(vec2(16.0, 8.0))), |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let words = text(chosen_words(list, table, cx), Face::Regular, 11.5, cx.theme.text_muted);
        ui.add(Label::new(words).truncate());
        if let Some(target) = target {
            let names = list.selected_names(table);
            let label = tr!("ui-map-to-selected", touchpoint = touchpoint_name(cx, target));
            let button = ui.add_enabled_ui(!names.is_empty(), |ui| primary_button_ui(ui, cx.theme, &label));
            if button.inner.clicked() {
                map_names(&names, target, cx, out);
                list.takes_focus = true;
            }
        }
        ui.horizontal(|ui| {
            assign::map_button_ui(ui, list, table, cx, out);
            if link_ui(ui, cx.theme, &tr!("ui-tray-all")).clicked() {
                out.command(Command::ShowMapping);
            }
        });
    });
}

/// The one touchpoint that is selected on the map.
fn selected_touchpoint(cx: &Context<'_>) -> Option<TouchpointId> {
    let mut selected = cx.view.selection.iter().filter_map(|element| cx.session.touchpoint_at(*element));
    selected.next().filter(|_| selected.next().is_none())
}

/// What is dragged from the tray, over the map: the touchpoint under it is framed, and takes it when it is let go. At its
/// edges the map scrolls.
pub fn dragged_over_map_ui(ui: &Ui, canvas: &mut Canvas, cx: &Context<'_>, out: &mut Out) {
    let ctx = ui.ctx();
    let Some(dragged) = DragAndDrop::payload::<Dragged>(ctx) else { return };
    let Some(at) = ctx.pointer_interact_pos() else { return };
    canvas.scroll_under(ui, at);
    let element = canvas.element_under(at, &cx.view);
    let target = element.and_then(|element| cx.session.touchpoint_at(element));
    let names: Vec<&str> = dragged.0.iter().map(String::as_str).collect();
    if let Some(target) = target {
        frame_target(ui, canvas, target, cx);
        if ctx.input(|input| input.pointer.any_released()) {
            map_names(&names, target, cx, out);
            DragAndDrop::clear_payload(ctx);
            return;
        }
    }
    ctx.set_cursor_icon(if target.is_some() { CursorIcon::Grabbing } else { CursorIcon::NoDrop });
    let what = match names.as_slice() {
        [name] => (*name).to_owned(),
        names => tr!("ui-dragged-events", count = names.len()),
    };
    let words = match target {
        Some(target) => tr!("ui-drop-on", events = what, touchpoint = touchpoint_name(cx, target)),
        None => what,
    };
    ghost(ui, at, &words, target.is_some(), cx);
}

/// A thick frame around the touchpoint that would take what is dragged.
fn frame_target(ui: &Ui, canvas: &Canvas, target: TouchpointId, cx: &Context<'_>) {
    let Some((rect, clip)) = canvas.place_of(&cx.view, Element::Touchpoint(target)) else { return };
    let painter = ui.painter().with_clip_rect(clip);
    let accent = c(cx.theme.accent);
    painter.rect_filled(rect.expand(3.0), 12.0, accent.gamma_multiply(0.12));
    painter.rect_stroke(rect.expand(3.0), 12.0, Stroke::new(3.0, accent), StrokeKind::Outside);
}

/// What is dragged, beside the pointer.
fn ghost(ui: &Ui, at: Pos2, words: &str, lands: bool, cx: &Context<'_>) {
    let layer = LayerId::new(LayerOrder::Tooltip, Id::unique("dragged events"));
    let painter = ui.ctx().layer_painter(layer);
    let theme = cx.theme;
    let color = if lands { theme.on_accent } else { theme.text };
    let galley = painter.layout_job(line(words, Face::SemiBold, 12.5, color, 320.0));
    let size = galley.size() + vec2(20.0, 10.0);
    let room = ui.ctx().content_rect();
    let left = (at.x + 14.0).min(room.right() - size.x - 4.0);
    let rect = Rect::from_min_size(pos2(left, (at.y + 12.0).min(room.bottom() - size.y - 4.0)), size);
    let fill = if lands { theme.accent } else { theme.panel };
    painter.rect(rect, 8.0, c(fill), Stroke::new(1.0, c(theme.border_strong)), StrokeKind::Outside);
    painter.galley(rect.min + vec2(10.0, 5.0), galley, Color32::PLACEHOLDER);
}
