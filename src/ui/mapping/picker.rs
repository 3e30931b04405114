//! Choosing a touchpoint by a few of its letters: a list that opens above or below its button.

use crate::base::fuzzy::{Haystack, Needle};
use crate::model::TouchpointId;
use crate::text::Face;
use crate::tr;
use crate::ui::Context;
use crate::ui::style::{c, line};
use egui::{
    Color32, Id, Key, Modifiers, Popup, PopupCloseBehavior, Response, Role, ScrollArea, Sense, TextEdit, Ui,
    WidgetInfo, pos2, vec2,
};

const ROW: f32 = 28.0;
const WIDTH: f32 = 320.0;
const HEIGHT: f32 = 280.0;

/// What the list remembers while it is open.
#[derive(Clone, Default)]
struct Typed {
    words: String,
    chosen: usize,
    has_begun: bool,
}

/// Opens the list at a button's next frame, as a click on it does.
pub fn open(ui: &Ui, id: Id) {
    ui.data_mut(|data| data.remove::<Typed>(id));
    Popup::open_id(ui.ctx(), id);
}

/// The list of a button; gives the touchpoint that was chosen. `first` stands at the head of the list.
pub fn picker_ui(
    ui: &mut Ui,
    id: Id,
    button: &Response,
    first: Option<TouchpointId>,
    cx: &Context<'_>,
) -> Option<TouchpointId> {
    if button.clicked() {
        open(ui, id);
    }
    let mut typed: Typed = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let popup = Popup::from_response(button)
        .id(id)
        .open_memory(None)
        .width(WIDTH)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let chosen = popup.show(|ui| list_ui(ui, &mut typed, first, cx))?.inner;
    ui.data_mut(|data| data.insert_temp(id, typed));
    if chosen.is_some() {
        Popup::close_id(ui.ctx(), id);
    }
    chosen
}

fn list_ui(
    ui: &mut Ui,
    typed: &mut Typed,
    first: Option<TouchpointId>,
    cx: &Context<'_>,
) -> Option<TouchpointId> {
    ui.set_width(WIDTH);
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (up, down, enter) = (pressed(Key::ArrowUp), pressed(Key::ArrowDown), pressed(Key::Enter));
    let edit = TextEdit::singleline(&mut typed.words).hint_text(tr!("ui-pick-touchpoint-hint"));
    let field = ui.add(edit.desired_width(f32::INFINITY).margin(egui::Margin::symmetric(8, 6)));
    let field = field.accessible_name(tr!("ui-pick-touchpoint"));
    if !std::mem::replace(&mut typed.has_begun, true) {
        field.request_focus();
    }
    if field.changed() {
        typed.chosen = 0;
    }
    let found = found(&typed.words, first, cx);
    let last = found.len().saturating_sub(1);
    if up {
        typed.chosen = typed.chosen.saturating_sub(1);
    }
    if down {
        typed.chosen += 1;
    }
    typed.chosen = typed.chosen.min(last);
    let mut taken = found.get(typed.chosen).copied().filter(|_| enter);
    if found.is_empty() {
        ui.label(crate::ui::style::text(tr!("ui-nothing-found"), Face::Regular, 12.5, cx.theme.text_muted));
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().max_height(HEIGHT).show_rows(ui, ROW, found.len(), |ui, rows| {
        for place in rows {
            let Some(id) = found.get(place).copied() else { continue };
            let row = row_ui(ui, id, place == typed.chosen, cx);
            if (up || down) && place == typed.chosen {
                row.scroll_to_me(None);
            }
            if row.clicked() {
                taken = Some(id);
            }
        }
    });
    taken
}

/// In map order; with words the best match first.
fn found(words: &str, first: Option<TouchpointId>, cx: &Context<'_>) -> Vec<TouchpointId> {
    let needle = Needle::new(words);
    let all = cx.view.map.touchpoints_in_order();
    let score = |text: &str| -> Option<i32> {
        let haystack = Haystack::new(text);
        needle.words().map(|word| Some(haystack.find(word)?.score)).sum()
    };
    let scored = all.filter_map(|(stage, touchpoint)| {
        let by_name = score(&touchpoint.name);
        Some((by_name.or_else(|| score(&format!("{} {}", touchpoint.name, stage.name)))?, touchpoint.id))
    });
    let mut scored: Vec<_> = scored.collect();
    if needle.is_empty() {
        scored.sort_by_key(|(_, id)| Some(*id) != first);
    } else {
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    }
    scored.into_iter().map(|(_, id)| id).collect()
}

fn row_ui(ui: &mut Ui, id: TouchpointId, is_chosen: bool, cx: &Context<'_>) -> Response {
    let theme = cx.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    let name = super::row::touchpoint_name(cx, id);
    let stage = cx.view.map.stage_of(id).map(|stage| stage.name.clone()).unwrap_or_default();
    response
        .widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, format!("{name} · {stage}")));
    if is_chosen || response.hovered() {
        let fill = if is_chosen { theme.accent_soft } else { theme.hover };
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 6.0, c(fill));
    }
    let stage =
        ui.painter().layout_job(line(&stage, Face::Regular, 11.5, theme.text_muted, rect.width() * 0.35));
    let right = rect.right() - 8.0 - stage.size().x;
    let at = pos2(right, rect.center().y - stage.size().y / 2.0);
    ui.painter().galley(at, stage, Color32::PLACEHOLDER);
    let room = right - rect.left() - 18.0;
    let name = ui.painter().layout_job(line(&name, Face::Medium, 12.5, theme.text, room));
    let at = pos2(rect.left() + 8.0, rect.center().y - name.size().y / 2.0);
    ui.painter().galley(at, name, Color32::PLACEHOLDER);
    response
}
