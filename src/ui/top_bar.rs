//! Logo, menus, the map's title with its state, the command search and the two buttons used most.

use super::icons::paint_logo;
use super::keys::label_with_keys;
use super::style::{c, font, text};
use super::{Context, Out};
use crate::canvas::{shortcut_text, tall_menu_ui};
use crate::model::MapKind;
use crate::scene::Element;
use crate::session::{Action, Command, Menu};
use crate::text::Face;
use crate::tr;
use egui::{
    Align, Atom, Button, Color32, Label, Layout, MenuBar, Rect, Role, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

/// Room for the sign that tells whether the map is saved.
const SIGN: f32 = 20.0;
/// A title that is cut anyway gives room to the words beside it only where as much of it stays.
const LEAST_TITLE: f32 = 160.0;

pub fn top_bar_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let bar = ui.max_rect();
    let left = {
        let mut ui =
            ui.new_child(UiBuilder::new().max_rect(bar).layout(Layout::left_to_right(Align::Center)));
        left_ui(&mut ui, cx, out);
        ui.min_rect().right()
    };
    let right = {
        let room = Rect::from_min_max(pos2(left, bar.top()), bar.max - vec2(16.0, 0.0));
        let mut ui =
            ui.new_child(UiBuilder::new().max_rect(room).layout(Layout::right_to_left(Align::Center)));
        right_ui(&mut ui, cx, out);
        ui.min_rect().left()
    };
    let room = Rect::from_min_max(pos2(left + 12.0, bar.top()), pos2(right - 12.0, bar.bottom()));
    if room.width() > 60.0 {
        title_ui(ui, room, bar.center().x, cx, out);
    }
}

fn left_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    ui.add_space(14.0);
    let (logo, _) = ui.allocate_exact_size(vec2(26.0, 26.0), Sense::hover());
    paint_logo(ui.painter(), logo, cx.theme);
    ui.add_space(4.0);
    if ui.available_width() > 1000.0 {
        ui.label(text(tr!("ui-app-name"), Face::Bold, 15.0, cx.theme.text));
        ui.add_space(6.0);
    }
    menus_ui(ui, cx, out);
}

/// The menus; once one is open, the pointer over another one opens that.
fn menus_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let padding = vec2(8.0, 5.0);
    let style = move |style: &mut egui::Style| {
        egui::containers::menu::menu_style(style);
        style.spacing.button_padding = padding;
        style.text_styles.insert(egui::TextStyle::Button, font(Face::Regular, 13.0));
    };
    // A bar of menus takes all the room that it is given.
    let words = |menu: &Menu| {
        let galley =
            ui.painter().layout_no_wrap(menu.label(), font(Face::Regular, 13.0), Color32::PLACEHOLDER);
        galley.size().x + 2.0 * padding.x + ui.spacing().item_spacing.x
    };
    let width = Menu::ALL.iter().map(words).sum::<f32>().ceil();
    ui.scope(|ui| {
        ui.set_max_width(width);
        MenuBar::new().style(style).ui(ui, |ui| {
            for menu in Menu::ALL {
                ui.menu_button(menu.label(), |ui| menu_ui(ui, menu, cx, out));
            }
        });
    });
}

fn menu_ui(ui: &mut Ui, menu: Menu, cx: &Context<'_>, out: &mut Out) {
    tall_menu_ui(ui, |ui| {
        ui.set_min_width(230.0);
        let mut needs_line = false;
        for group in menu.groups() {
            if needs_line {
                ui.separator();
            }
            let submenu = Menu::submenu(group);
            // Behind an entry that opens another menu goes on what is akin to it.
            needs_line = submenu.is_none();
            match submenu {
                Some(title) => {
                    let words = (tick(false, cx), title.as_str());
                    drop(ui.menu_button(words, |ui| group_ui(ui, group, cx, out)));
                }
                None => group_ui(ui, group, cx, out),
            }
        }
    });
}

fn group_ui(ui: &mut Ui, group: &[Command], cx: &Context<'_>, out: &mut Out) {
    for command in group {
        let keys = shortcut_text(ui.ctx(), *command);
        let label = menu_label(*command, cx);
        let is_on = is_on(*command, cx);
        let tick = tick(is_on == Some(true), cx);
        let button = Button::new((tick, label.as_str())).shortcut_text(keys).min_size(vec2(218.0, 24.0));
        let enabled = cx.session.can_run(*command);
        let item = ui.add_enabled(enabled, button);
        if let Some(on) = is_on {
            item.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, on, &label));
        }
        if item.clicked() {
            out.command(*command);
            ui.close();
        }
    }
}

/// The room for a tick before the words, and the tick when it is `on`.
fn tick(on: bool, cx: &Context<'_>) -> Atom<'static> {
    let color = c(cx.theme.accent);
    Atom::paint(vec2(12.0, 12.0), move |ui, args| {
        if on {
            let at = |x: f32, y: f32| args.rect.center() + vec2(x, y);
            let line = vec![at(-4.5, 0.0), at(-1.5, 3.0), at(4.5, -3.5)];
            ui.painter().add(egui::Shape::line(line, Stroke::new(1.8, color)));
        }
    })
}

/// Whether what a command turns on is on; none for commands that turn nothing on.
fn is_on(command: Command, cx: &Context<'_>) -> Option<bool> {
    Some(match command {
        Command::ToggleReveal => cx.view.reveal,
        Command::ToggleInsights => cx.session.insights().is_on(),
        Command::ToggleInspector => cx.parts.inspector,
        Command::ToggleDataBar => cx.parts.data_bar,
        Command::ToggleMinimap => cx.parts.minimap,
        Command::ToggleHistory => cx.parts.history,
        Command::ToggleTray => cx.parts.tray,
        Command::ToggleDarkTheme => cx.theme.dark,
        Command::MeasureAllCustomers => cx.session.measured_persona().is_none(),
        Command::ToggleBigText => cx.session.big_text,
        Command::ToggleReducedMotion => cx.session.reduced_motion,
        Command::ToggleWorkshop => cx.view.workshop.on,
        Command::ToggleBigTimer => cx.view.workshop.big_timer,
        Command::ToggleMatrix => cx.view.workshop.matrix,
        Command::ToggleSound => cx.parts.sound,
        Command::TogglePresenterView => cx.parts.presenter_view,
        Command::ToggleStagesOnly => cx.parts.stages_only,
        Command::ToggleRevealsLast => cx.parts.reveals_last,
        _ => return None,
    })
}

/// Undo and redo say what they would undo or redo.
fn menu_label(command: Command, cx: &Context<'_>) -> String {
    let history = cx.view.document.history();
    let step = match command {
        Command::Undo => history.next_undo(),
        Command::Redo => history.next_redo(),
        _ => None,
    };
    match step {
        Some(step) => format!("{}: {}", command.label(), step.name.text()),
        None => command.label(),
    }
}

fn right_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let export = tr!("ui-export");
    if super::widgets::primary_button_ui(ui, theme, &export).clicked() {
        out.command(Command::Export);
    }
    let button = |ui: &mut Ui, command: Command, on: bool, enabled: bool, width: f32| {
        let (fill, border, color) = if on {
            (theme.accent_soft, theme.accent_soft_border, theme.accent_text)
        } else {
            (theme.panel, theme.border_strong, theme.text_body)
        };
        let words = text(command.label(), Face::SemiBold, 12.5, color);
        let button = Button::selectable(on, words).fill(c(fill)).stroke(Stroke::new(1.0, c(border)));
        ui.add_enabled(enabled, button.min_size(vec2(width, 28.0)))
    };
    let insights = button(ui, Command::ToggleInsights, cx.session.insights().is_on(), true, 74.0);
    if insights.on_hover_text(label_with_keys(ui.ctx(), Command::ToggleInsights)).clicked() {
        out.command(Command::ToggleInsights);
    }
    let reveal = button(ui, Command::ToggleReveal, cx.view.reveal, cx.view.data.is_some(), 98.0);
    if reveal.on_disabled_hover_text(tr!("ui-reveal-needs-data")).clicked() {
        out.command(Command::ToggleReveal);
    }
    let search_width = (ui.available_width() - 260.0).clamp(0.0, 230.0);
    if search_width > 120.0 {
        let keys = shortcut_text(ui.ctx(), Command::ShowPalette);
        let words = text(tr!("ui-search"), Face::Regular, 12.5, theme.text_faint);
        let button = Button::new(words)
            .right_text(text(keys, Face::Medium, 11.0, theme.text_faint))
            .fill(c(theme.field))
            .stroke(Stroke::NONE)
            .min_size(vec2(search_width, 28.0));
        if ui.add(button).clicked() {
            out.command(Command::ShowPalette);
        }
    }
}

/// Title, kind and whether it is saved; in the middle of the window where there is room.
fn title_ui(ui: &mut Ui, room: Rect, center_x: f32, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let about = &cx.view.map.about;
    let untitled = about.title.trim().is_empty();
    let title = if untitled { tr!("ui-untitled") } else { about.title.clone() };
    let kind = match about.kind {
        MapKind::AsIs => tr!("ui-as-is"),
        MapKind::ToBe => tr!("ui-to-be"),
    };
    let dirty = cx.view.document.is_dirty();
    let state = match (cx.session.is_saving(), dirty) {
        (true, _) => tr!("ui-saving"),
        (false, true) => tr!("ui-unsaved"),
        (false, false) => tr!("ui-saved"),
    };
    let measure = |words: &str, face: Face, size: f32| {
        let galley = ui.painter().layout_no_wrap(words.to_owned(), font(face, size), c(theme.text));
        galley.size().x
    };
    let rest = measure(&kind, Face::Regular, 13.0) + measure(&state, Face::Regular, 12.0) + 56.0;
    // The sign tells the state, too: the words give way before the title is cut.
    let whole = measure(&title, Face::SemiBold, 14.0);
    let is_long = whole + SIGN > room.width();
    let show_rest = whole + rest <= room.width() || is_long && room.width() > rest + LEAST_TITLE;
    let wanted = whole + if show_rest { rest } else { SIGN };
    let width = wanted.min(room.width());
    let left = (center_x - width / 2.0).clamp(room.left(), room.right() - width);
    let place = Rect::from_min_size(pos2(left, room.top()), vec2(width, room.height()));
    let mut ui = ui.new_child(UiBuilder::new().max_rect(place).layout(Layout::left_to_right(Align::Center)));
    let title_width = if show_rest { width - rest } else { width - SIGN };
    let title = Label::new(text(&title, Face::SemiBold, 14.0, theme.text)).truncate().sense(Sense::click());
    ui.scope(|ui| {
        ui.set_max_width(title_width + 4.0);
        let response = ui.add(title).on_hover_text(tr!("ui-title-hint"));
        if cx.view.selection.contains(&Element::Title) {
            let frame = Stroke::new(1.5, c(theme.accent));
            ui.painter().rect_stroke(response.rect.expand2(vec2(5.0, 3.0)), 5.0, frame, StrokeKind::Outside);
        }
        if response.clicked() {
            out.actions.push(Action::Select { elements: vec![Element::Title], extend: false });
        }
    });
    if show_rest {
        ui.label(text(kind, Face::Regular, 13.0, theme.text_faint));
        ui.add_space(4.0);
    }
    let (sign, response) = ui.allocate_exact_size(vec2(10.0, 10.0), Sense::hover());
    paint_state(&ui, sign.center(), dirty, cx);
    if show_rest {
        ui.label(text(state, Face::Regular, 12.0, theme.text_faint));
    } else {
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &state));
        response.on_hover_text(state);
    }
}

/// A dot while there is something to save, else a tick.
fn paint_state(ui: &Ui, middle: egui::Pos2, dirty: bool, cx: &Context<'_>) {
    if dirty {
        ui.painter().circle_filled(middle, 3.5, c(cx.theme.warning));
    } else {
        let tick = [vec2(-4.0, 0.5), vec2(-1.0, 3.5), vec2(4.5, -3.0)].map(|offset| middle + offset);
        ui.painter().line(tick.to_vec(), Stroke::new(1.8, c(cx.theme.ok)));
    }
}
