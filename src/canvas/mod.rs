//! The drawing surface: camera, painting of the scene, tools and accessibility.
//!
//! It reads a [`View`] and pushes [`Action`]s; it changes nothing itself. What is drawn over the scene (selection,
//! handles, hints) is here alone, so that it can't leak into an export.

mod access;
mod camera;
mod chrome;
mod fingers;
mod found;
mod hints;
mod keyboard;
mod keys;
mod lane_tools;
mod light;
mod menu;
mod minimap;
mod paint;
mod pins;
mod pointer;
mod present;
mod preview;
mod text_entry;
mod tools;

pub use keys::{keys_text, shortcut_text, toolkit_shortcut};
pub use menu::tall_menu_ui;
pub use paint::{PaintCache, family_of};
pub use preview::{fitted_ui, paint_at, preview_ui, step_preview_ui};

use crate::base::Point;
use crate::scene::{Element, Scene};
use crate::session::{Action, View};
use crate::theme::Theme;
use camera::Camera;
use chrome::Chrome;
use egui::{CursorIcon, Painter, Pos2, Response, Sense, Ui};
use paint::{Parts, color32};
use pins::{Pins, Strip};
use std::collections::BTreeSet;
use std::sync::{Arc, Weak};

/// What the canvas remembers between frames: the camera and the tool in progress. Make a new one for each map opened.
pub struct Canvas {
    camera: Camera,
    pins: Pins,
    fit: Option<Fit>,
    /// What is brought into view at the next frame.
    wanted: Option<Element>,
    /// The last fit and how it placed the map.
    fitted: Option<(Fit, Camera, f32)>,
    painted: PaintCache,
    parts: Parts,
    /// The scene that was painted last.
    scene: Weak<Scene>,
    tool: tools::Tool,
    keyboard: keyboard::Keyboard,
    last_position: Option<Pos2>,
    /// Two fingers are or were on the map, and not all have been lifted.
    has_fingers: bool,
    minimap: minimap::Minimap,
    menu_on: Option<Element>,
    /// While the map is presented.
    show: Option<present::Show>,
    /// What was selected in the frame before, to follow a selection that the keyboard moves.
    selection: BTreeSet<Element>,
}

/// A fit that waits for the next frame, when the room is known.
#[derive(Clone, Copy)]
enum Fit {
    Whole,
    Width,
    Selection,
}

impl Default for Canvas {
    fn default() -> Self {
        let camera = Camera::default();
        Self {
            camera,
            pins: Pins::new(camera, &Scene::default()),
            fit: Some(Fit::Width),
            wanted: None,
            fitted: None,
            painted: PaintCache::default(),
            parts: Parts::default(),
            scene: Weak::new(),
            tool: tools::Tool::default(),
            keyboard: keyboard::Keyboard::default(),
            last_position: None,
            has_fingers: false,
            minimap: minimap::Minimap::default(),
            menu_on: None,
            show: None,
            selection: BTreeSet::new(),
        }
    }
}

impl Canvas {
    /// Shows the map in the room that `ui` has left and pushes what the user does to it.
    pub fn ui(&mut self, ui: &mut Ui, view: &View<'_>, theme: &Theme, actions: &mut Vec<Action>) {
        let room = ui.available_rect_before_wrap();
        if !room.is_positive() {
            return;
        }
        let pushed_before = actions.len();
        // Not focusable: the map has the keyboard whenever nothing else has it.
        let id = ui.scope_id().with("canvas");
        let response = ui.interact(room, id, Sense::CLICK | Sense::DRAG);
        ui.advance_cursor_after_rect(room);

        let is_presented = self.present(ui, room, view);
        if !is_presented {
            self.place_camera(room, view);
        }
        let has_fingers = self.follow_fingers(ui, &response, view, actions);
        if !has_fingers {
            self.move_camera(ui, &response);
        }
        self.follow_selection(view);
        let pinned = Pins::new(self.camera, view.scene).covered();
        self.camera.keep_in_view(view.scene.size, pinned.y);
        self.pins = Pins::new(self.camera, view.scene);

        if view.editing.is_none() && !is_presented {
            self.keyboard.ui(ui, view, actions);
        }
        if !has_fingers {
            self.use_tool(ui, &response, view, actions);
            self.step_on_click(ui, &response, view, actions);
        }

        let painter = ui.painter_at(room);
        self.paint_map(&painter, view, theme);
        self.paint_chrome(&painter, &response, view, theme);
        if !is_presented {
            lane_tools::lane_tools_ui(ui, id, &self.pins, view, theme, actions);
        }
        if let Some(wanted) = access::nodes_ui(ui, id, &self.pins, view, actions) {
            self.reveal(view, wanted);
            ui.ctx().request_repaint();
        }
        if !is_presented {
            self.minimap_ui(ui, id, view, theme);
        }
        text_entry::text_entry_ui(ui, id, &self.pins, view, theme, actions);
        self.context_menu(&response, view, actions);
        self.selection.clone_from(view.selection);
        if let Some(pushed) = actions.get(pushed_before..).filter(|pushed| !pushed.is_empty()) {
            // What was clicked is where the eye is already.
            self.selection.extend(selected_by(pushed));
            // The map will have changed when these are carried out.
            ui.ctx().request_repaint();
        }
    }

    /// Fits the map when that was asked for, and again when the room or the map's width changes while nobody has moved
    /// the map since.
    fn place_camera(&mut self, room: egui::Rect, view: &View<'_>) {
        let size = view.scene.size;
        let kept = self.fitted.filter(|(_, camera, width)| {
            *camera == self.camera && (room != camera.viewport() || *width != size.width)
        });
        self.camera.set_viewport(room);
        if size.width <= 0.0 || size.height <= 0.0 {
            return;
        }
        let Some(fit) = self.fit.take().or(kept.map(|(fit, ..)| fit)) else { return };
        match fit {
            Fit::Whole => self.camera.fit(size),
            Fit::Width => self.camera.fit_width(size),
            Fit::Selection => {
                self.fit_selection(view);
                return;
            }
        }
        self.camera.keep_in_view(size, 0.0);
        self.fitted = Some((fit, self.camera, size.width));
    }

    /// Shows what is selected as large as it goes.
    fn fit_selection(&mut self, view: &View<'_>) {
        let rects = view.selection.iter().filter_map(|element| Some(view.scene.node(*element)?.rect));
        let Some(rect) = rects.reduce(|all, rect| all.union(&rect)) else { return };
        self.camera.fit_rect(rect, egui::Vec2::ZERO);
        // Only now it is known which headings are pinned and how large they are.
        self.camera.fit_rect(rect, Pins::new(self.camera, view.scene).covered());
    }

    /// Scrolls to what has been selected since the last frame other than by the pointer.
    fn follow_selection(&mut self, view: &View<'_>) {
        if let Some(element) = self.wanted.take() {
            self.stop_flight();
            self.reveal(view, element);
        }
        if view.presenting.is_some() {
            return;
        }
        let mut fresh = view.selection.difference(&self.selection);
        if let (Some(element), None) = (fresh.next(), fresh.next()) {
            self.reveal(view, *element);
        }
    }

    fn paint_map(&mut self, painter: &Painter, view: &View<'_>, theme: &Theme) {
        let background = color32(view.scene.background.unwrap_or(theme.canvas));
        let typed = view.editing.map(|editing| text_entry::TextStyle::of(editing, view, theme));
        let left_out = |node, run: &_| typed.is_some_and(|style| style.replaces(node, run));
        let is_new = self.scene.as_ptr() != Arc::as_ptr(view.scene);
        self.scene = Arc::downgrade(view.scene);
        self.painted.begin_frame(painter.ctx(), self.camera.zoom(), is_new);
        let free = Strip { clip: painter.clip_rect(), ..self.pins.free() };
        for strip in std::iter::once(free).chain(self.pins.strips()) {
            let painter = painter.with_clip_rect(strip.clip);
            let visible = strip.camera.map_from_screen_rect(strip.clip);
            let items = self.parts.in_view(view.scene, visible);
            paint::items(&painter, &strip.camera, background, items, &mut self.painted, left_out);
            if let Some(show) = &self.show {
                show.light().paint(&painter, strip, view.scene.background.unwrap_or(theme.canvas));
            }
        }
        if self.pins.covered().y > 0.0 {
            let line = egui::Stroke::new(1.0, color32(theme.border_strong));
            painter.hline(painter.clip_rect().x_range(), self.pins.free().clip.top(), line);
        }
        self.painted.end_frame(painter.ctx());
    }

    fn paint_chrome(&mut self, painter: &Painter, response: &Response, view: &View<'_>, theme: &Theme) {
        let faces = paint::Faces::of(painter.ctx());
        let chrome = Chrome { painter, pins: &self.pins, theme, faces };
        if view.map.about.stages.is_empty() && view.editing.is_none() {
            chrome.empty_map();
        }
        chrome.found(view);
        chrome.selection(view, &mut self.painted.boxes);
        chrome.preview(&self.tool.preview(), &mut self.painted.boxes);
        let is_free =
            view.editing.is_none() && view.presenting.is_none() && !egui::Popup::is_any_open(painter.ctx());
        let Some(position) = response.hover_pos().filter(|_| is_free) else { return };
        if self.tool.is_dragging() {
            painter.ctx().set_cursor_icon(cursor_of(&self.tool));
            if let Some(dot) = self.tool.dot() {
                chrome.emotion_tooltip(dot, view);
            }
            return;
        }
        let on = self.element_at(position, view);
        let hint = hints::hint_at(self.pins.map_from_screen(position), on, view);
        if let Some(hint) = &hint {
            chrome.hint(hint);
        }
        let at = self.pins.map_from_screen(position);
        match on {
            Some(element) if hint.is_none() => {
                chrome.edge(element, view);
                if !view.selection.contains(&element) {
                    chrome.hover(element, view);
                }
                chrome.emotion_tooltip(element, view);
                chrome.ways_tooltip(element, view);
                if let Some(cursor) = cursor_over(element, at, view) {
                    painter.ctx().set_cursor_icon(cursor);
                }
            }
            _ => {}
        }
    }

    /// The picture of the whole map; it makes room for what is typed or dragged.
    fn minimap_ui(&mut self, ui: &Ui, id: egui::Id, view: &View<'_>, theme: &Theme) {
        if view.editing.is_some() || self.tool.is_dragging() {
            return;
        }
        if let Some(middle) = self.minimap.ui(ui, id, &self.camera, view.scene, theme) {
            self.camera.center_on(middle);
            ui.ctx().request_repaint();
        }
    }

    fn context_menu(&mut self, response: &Response, view: &View<'_>, actions: &mut Vec<Action>) {
        if response.secondary_clicked() {
            self.menu_on = response.interact_pointer_pos().and_then(|at| self.element_at(at, view));
            if let Some(element) = self.menu_on.filter(|element| !view.selection.contains(element)) {
                actions.push(Action::Select { elements: vec![element], extend: false });
            }
        }
        response.context_menu(|ui| menu::menu_ui(ui, self.menu_on, view, actions));
    }

    /// Where an element is on the screen, and the part of the screen in which it can be seen.
    #[must_use]
    pub fn place_of(&self, view: &View<'_>, element: Element) -> Option<(egui::Rect, egui::Rect)> {
        let node = view.scene.node(element)?;
        let strip = self.pins.strip_of(node);
        Some((strip.camera.screen_from_map_rect(node.rect), strip.clip))
    }

    /// Scrolls an element into view.
    pub fn reveal(&mut self, view: &View<'_>, element: Element) {
        if let Some(node) = view.scene.node(element) {
            let pins = Pins::new(self.camera, view.scene);
            self.camera.reveal(pins.rect_to_reveal(node), pins.covered());
        }
    }

    /// Brings an element into view at the next frame, when the map has been laid out with it.
    pub fn bring_into_view(&mut self, element: Element) {
        self.wanted = Some(element);
    }

    /// What of the map lies under a place of the screen; none beside the drawing surface.
    #[must_use]
    pub fn element_under(&self, at: Pos2, view: &View<'_>) -> Option<Element> {
        self.camera.viewport().contains(at).then(|| self.element_at(at, view)).flatten()
    }

    /// True while letters begin a card in the selected cell and are no shortcuts.
    #[must_use]
    pub fn wants_letters(&self, view: &View<'_>) -> bool {
        keyboard::typed_into(view).is_some()
    }

    /// Shows the whole map at the next frame.
    pub fn zoom_to_fit(&mut self) {
        self.fit = Some(Fit::Whole);
    }

    /// Shows what is selected at the next frame.
    pub fn zoom_to_selection(&mut self) {
        self.fit = Some(Fit::Selection);
    }

    /// Shows the picture of the whole map when there is need, or never.
    pub fn allow_minimap(&mut self, allowed: bool) {
        self.minimap.is_off = !allowed;
    }

    /// Sets the zoom (1 = 100 %), keeping the middle of the view where it is.
    pub fn set_zoom(&mut self, zoom: f32) {
        self.camera.zoom_to(zoom, self.camera.viewport().center());
    }

    /// The present zoom; 1 = 100 %.
    #[must_use]
    pub fn zoom(&self) -> f32 {
        self.camera.zoom()
    }
}

fn selected_by(actions: &[Action]) -> impl Iterator<Item = Element> {
    actions
        .iter()
        .flat_map(|action| match action {
            Action::Select { elements, .. } => elements.as_slice(),
            _ => &[],
        })
        .copied()
}

fn cursor_over(element: Element, at: Point, view: &View<'_>) -> Option<CursorIcon> {
    match element {
        Element::Emotion(..) => Some(CursorIcon::ResizeVertical),
        Element::Card(_) if view.scene.node(element).is_some_and(|node| tools::is_on_edge(node.rect, at)) => {
            Some(CursorIcon::ResizeHorizontal)
        }
        Element::Touchpoint(_)
        | Element::Card(_)
        | Element::Stage(_)
        | Element::Lane(_)
        | Element::Step(..)
        | Element::Wait(_) => Some(CursorIcon::PointingHand),
        Element::Title | Element::Measured(..) | Element::Cell(..) | Element::Figure(_) => None,
    }
}

const fn cursor_of(tool: &tools::Tool) -> CursorIcon {
    match tool {
        tools::Tool::DragSpan(_) => CursorIcon::ResizeHorizontal,
        tools::Tool::DragEmotion(_) => CursorIcon::ResizeVertical,
        tools::Tool::Marquee(_) => CursorIcon::Crosshair,
        _ => CursorIcon::Grabbing,
    }
}
