//! All steps of undo and redo by name, in the inspector's place: a click or the arrow keys go to any of them.

use super::style::{c, font, text};
use super::widgets::{icon_button_ui, muted_ui};
use super::{Context, Out};
use crate::session::Action;
use crate::text::Face;
use crate::tr;
use crate::ui::icons::Icon;
use egui::{
    Align, Align2, EventFilter, Frame, Id, Key, Layout, Margin, Modifiers, Panel, Rect, Role, ScrollArea,
    Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

/// Height of one step.
const ROW: f32 = 30.0;

/// The panel between frames.
#[derive(Default)]
pub struct History {
    is_open: bool,
    /// The list gets the keyboard in the next frame.
    takes_focus: bool,
    /// The position that was last brought into view.
    followed: Option<usize>,
}

impl History {
    /// Opens the panel with the keyboard in it, or closes it.
    pub fn toggle(&mut self) {
        *self = Self { is_open: !self.is_open, takes_focus: !self.is_open, followed: None };
    }

    /// Closes the panel.
    pub fn close(&mut self) {
        self.is_open = false;
    }

    /// Is it shown?
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.is_open
    }
}

/// True while the arrow keys go through the history and not through the map.
pub fn has_arrow_keys(ctx: &egui::Context) -> bool {
    ctx.memory(|memory| memory.has_focus(list_id()))
}

fn list_id() -> Id {
    Id::unique("history steps")
}

pub fn history_ui(ui: &mut Ui, history: &mut History, cx: &Context<'_>, out: &mut Out) {
    Panel::right("history")
        .default_size(264.0)
        .size_range(200.0..=420.0)
        .frame(Frame::new().fill(c(cx.theme.panel)))
        .show(ui, |ui| {
            Frame::new().inner_margin(Margin { left: 16, right: 10, top: 10, bottom: 4 }).show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.label(text(tr!("ui-history"), Face::SemiBold, 13.0, cx.theme.text));
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        if icon_button_ui(ui, cx.theme, Icon::Cross, false, &tr!("ui-history-close"))
                            .clicked()
                        {
                            history.toggle();
                        }
                    });
                });
                muted_ui(ui, cx.theme, tr!("ui-history-hint"));
            });
            steps_ui(ui, history, cx, out);
        });
}

fn steps_ui(ui: &mut Ui, history: &mut History, cx: &Context<'_>, out: &mut Out) {
    let past = cx.view.document.history();
    let (position, count) = (past.position(), past.steps().len() + 1);
    let room = ui.available_rect_before_wrap();
    let list = ui.interact(room, list_id(), Sense::focusable_noninteractive());
    list.widget_info(|| WidgetInfo::labeled(Role::List, true, tr!("ui-history")));
    if std::mem::take(&mut history.takes_focus) {
        list.request_focus();
    }
    if list.has_focus()
        && let Some(to) = step_by_key(ui, position, count - 1)
    {
        out.actions.push(Action::GoToStep(to));
    }
    let mut area = ScrollArea::vertical().auto_shrink([false, false]);
    if history.followed != Some(position) {
        history.followed = Some(position);
        area = area.vertical_scroll_offset((ROW * (position as f32 + 0.5) - room.height() / 2.0).max(0.0));
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    area.show_rows(ui, ROW, count, |ui, rows| {
        for at in rows {
            let step = Step { at, position, is_saved: past.saved() == Some(at), has_focus: list.has_focus() };
            let name = at.checked_sub(1).and_then(|index| past.steps().get(index));
            let name = name.map_or_else(|| tr!("ui-history-start"), |step| step.name.text());
            if step_ui(ui, &step, &name, cx) {
                // What is pointed at stays under the pointer.
                history.followed = Some(at);
                out.actions.push(Action::GoToStep(at));
            }
        }
    });
}

/// Where the keys lead; they are taken out of the input.
fn step_by_key(ui: &Ui, position: usize, last: usize) -> Option<usize> {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(list_id(), filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::ArrowUp) {
        Some(position.saturating_sub(1))
    } else if pressed(Key::ArrowDown) {
        Some((position + 1).min(last))
    } else if pressed(Key::Home) {
        Some(0)
    } else if pressed(Key::End) {
        Some(last)
    } else {
        None
    }
}

/// One row of the list.
struct Step {
    at: usize,
    position: usize,
    is_saved: bool,
    has_focus: bool,
}

fn step_ui(ui: &mut Ui, step: &Step, name: &str, cx: &Context<'_>) -> bool {
    let theme = cx.theme;
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    let is_here = step.at == step.position;
    response.widget_info(|| {
        let label = if step.is_saved {
            tr!("ui-history-saved-step", at = step.at, name = name)
        } else {
            tr!("ui-history-step", at = step.at, name = name)
        };
        WidgetInfo::selected(Role::ListItem, true, is_here, label)
    });
    let painter = ui.painter();
    let inner = row.shrink2(vec2(8.0, 1.0));
    if is_here {
        painter.rect_filled(inner, 7.0, c(theme.accent_soft));
        if step.has_focus {
            painter.rect_stroke(inner, 7.0, Stroke::new(1.5, c(theme.accent)), StrokeKind::Inside);
        }
    } else if response.hovered() {
        painter.rect_filled(inner, 7.0, c(theme.hover));
    }
    // A thread on which the steps hang; what is undone hangs by a fainter part of it.
    let dot = pos2(inner.left() + 14.0, row.center().y);
    let done = step.at <= step.position;
    let tone = |done: bool| c(if done { theme.accent } else { theme.border_strong });
    if step.at > 0 {
        let stroke = Stroke::new(1.5, tone(done));
        painter.line_segment([pos2(dot.x, row.top()), dot], stroke);
    }
    if step.at < cx.view.document.history().steps().len() {
        painter
            .line_segment([dot, pos2(dot.x, row.bottom())], Stroke::new(1.5, tone(step.at < step.position)));
    }
    painter.circle(
        dot,
        if is_here { 5.0 } else { 3.5 },
        c(if done { theme.accent } else { theme.panel }),
        Stroke::new(1.5, tone(done)),
    );
    let mut right = inner.right() - 8.0;
    if step.is_saved {
        let saved = painter.text(
            pos2(right, row.center().y),
            Align2::RIGHT_CENTER,
            tr!("ui-saved"),
            font(Face::Regular, 11.5),
            c(theme.ok_text),
        );
        right = saved.left() - 8.0;
    }
    let left = dot.x + 14.0;
    let (face, color) = match (is_here, done) {
        (true, _) => (Face::SemiBold, theme.accent_text),
        (false, true) => (Face::Regular, theme.text_body),
        (false, false) => (Face::Regular, theme.text_faint),
    };
    let words = egui::WidgetText::from(text(name, face, 12.5, color));
    let galley =
        words.into_galley(ui, Some(egui::TextWrapMode::Truncate), right - left, egui::TextStyle::Body);
    let at = pos2(left, row.center().y - galley.size().y / 2.0);
    painter.with_clip_rect(Rect::from_min_max(row.min, pos2(right, row.bottom()))).galley(
        at,
        galley,
        c(color),
    );
    response.clicked()
}
