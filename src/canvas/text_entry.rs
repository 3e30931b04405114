//! Typing in place: egui's own text field (with its cursor, selection, clipboard and input methods) laid exactly over
//! the text it changes, in the same font and size.

use super::paint::{Faces, color32};
use super::pins::Pins;
use crate::base::geom::pt;
use crate::base::{Color, Point};
use crate::model::{CardId, CardKind};
use crate::scene::{Element, Node, Prim, Scene, TextRun};
use crate::session::{Action, AfterText, TextEdit as Editing, View};
use crate::text::Face;
use crate::theme::Theme;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Event, Frame, Id, ImeEvent, Key, KeyboardShortcut, Modifiers, Rect, TextEdit, Ui, pos2, vec2};

/// The text being typed over: which runs of the scene it replaces and how it looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    node: Option<u32>,
    face: Face,
    /// In map points.
    size: f32,
    color: Color,
    /// Left end of the first baseline; none while there is no text.
    origin: Option<Point>,
}

impl TextStyle {
    /// How an element's own text looks: like its first run; as is usual for its kind while it has none.
    pub fn of(editing: &Editing, view: &View<'_>, theme: &Theme) -> Self {
        let (element, scene) = (editing.element, view.scene);
        let node = scene.nodes.iter().position(|node| node.element == element);
        let node = node.and_then(|index| u32::try_from(index).ok());
        let explains_figure = matches!(element, Element::Card(card) if is_figure(view, card));
        let is_own = |run: &&TextRun| match element {
            // On a card there may be a figure, a note or tags as well, or nothing but them.
            Element::Card(_) => {
                let begin = run.text.trim();
                let is_value = explains_figure && run.face == Face::Bold;
                !is_value && !begin.is_empty() && editing.text.trim_start().starts_with(begin)
            }
            _ => true,
        };
        if let Some(run) = runs(scene, node).find(is_own) {
            let origin = Some(run.origin);
            return Self { node, face: run.face, size: run.size, color: run.color, origin };
        }
        if explains_figure {
            let value = runs(scene, node).filter(|run| run.face == Face::Bold).last();
            let origin = value.map(|value| pt(value.origin.x, value.origin.y + BELOW_FIGURE));
            return Self { node, face: Face::Regular, size: 10.5, color: theme.text_muted, origin };
        }
        let (face, size, color) = match element {
            Element::Stage(_) => (Face::SemiBold, 13.0, theme.stage(None, 0).on_band),
            Element::Lane(_) => (Face::SemiBold, 13.5, theme.text),
            Element::Touchpoint(_) => (Face::SemiBold, 12.8, theme.text),
            Element::Card(card) => (face_of_card(view, card), 11.8, theme.text),
            _ => (Face::SemiBold, 11.5, theme.text),
        };
        Self { node, face, size, color, origin: None }
    }

    /// True for the runs that the text field stands in for.
    pub fn replaces(&self, node: Option<u32>, run: &TextRun) -> bool {
        self.node.is_some() && node == self.node && run.face == self.face && run.size == self.size
    }
}

/// From a figure's baseline to that of the words that explain it.
const BELOW_FIGURE: f32 = 17.0;

/// True for a card that shows a figure, which its words explain.
fn is_figure(view: &View<'_>, card: CardId) -> bool {
    let kind = view.map.cards.get(card).map(|card| &card.kind);
    matches!(kind, Some(CardKind::Metric { value }) if !value.is_empty())
}

/// Pain points and opportunities are titles, all others plain words.
fn face_of_card(view: &View<'_>, card: CardId) -> Face {
    match view.map.cards.get(card).map(|card| &card.kind) {
        Some(CardKind::Pain(_) | CardKind::Opportunity(_)) => Face::SemiBold,
        _ => Face::Regular,
    }
}

fn prims(scene: &Scene, node: Option<u32>) -> impl Iterator<Item = &Prim> {
    scene.items.iter().filter(move |item| node.is_some() && item.node == node).map(|item| &item.prim)
}

fn runs(scene: &Scene, node: Option<u32>) -> impl Iterator<Item = &TextRun> {
    prims(scene, node).filter_map(|prim| match prim {
        Prim::Text(run) => Some(run),
        Prim::Rect(_) | Prim::Path(_) | Prim::Image(_) => None,
    })
}

/// The lower end of an element's picture: a caption begins below it.
fn picture_bottom(scene: &Scene, node: Option<u32>) -> Option<f32> {
    prims(scene, node).find_map(|prim| match prim {
        Prim::Image(image) => Some(image.rect.max.y),
        Prim::Text(_) | Prim::Rect(_) | Prim::Path(_) => None,
    })
}

/// The id of the text field.
pub fn field_id(canvas: Id) -> Id {
    canvas.with("text entry")
}

/// Shows the text field over the element being edited and pushes what is typed.
pub fn text_entry_ui(
    ui: &mut Ui,
    canvas: Id,
    pins: &Pins,
    view: &View<'_>,
    theme: &Theme,
    actions: &mut Vec<Action>,
) {
    let Some(editing) = view.editing else { return };
    let Some(node) = view.scene.node(editing.element) else { return };
    let style = TextStyle::of(editing, view, theme);
    let id = field_id(canvas);
    // Keys that go on elsewhere are taken before the field can see them.
    let after = if is_composing(ui, id) { None } else { ui.input_mut(after_key) };
    let strip = pins.strip_of(node);
    let zoom = strip.camera.zoom();
    let font = Faces::of(ui.ctx()).font(style.face, style.size * zoom);
    let place = place_of(node, style, view.scene, |rect| strip.camera.screen_from_map_rect(rect), zoom);
    let row_height = ui.fonts_mut(|fonts| fonts.row_height(&font));
    // The field's rows are as high as the font's, the scene's lines have leading: the first baselines meet.
    let ascent = row_height * 0.77;
    let field = Rect::from_min_max(pos2(place.left(), place.top() - ascent), place.max);

    let begins = begins(ui, id, editing.element);
    if begins {
        // Before it is shown, so that it gets what is typed in this frame.
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    if begins {
        // What is there is replaced by typing, as in a table; what is new has just been begun and goes on.
        let end = CCursor::new(editing.text.chars().count());
        let begin = if editing.is_new { end } else { CCursor::new(0) };
        let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
        state.cursor.set_char_range(Some(CCursorRange::two(begin, end)));
        state.store(ui.ctx(), id);
    }
    let mut text = editing.text.clone();
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(field).id_salt("text entry"));
    child.set_clip_rect(strip.clip.intersect(ui.clip_rect()));
    child.spacing_mut().extra_text_line_spacing = 0.0;
    let output = TextEdit::multiline(&mut text)
        .id(id)
        .font(font)
        .text_color(color32(style.color))
        .frame(Frame::NONE)
        .margin(0.0)
        .min_size(vec2(field.width(), row_height))
        .desired_width(field.width())
        .desired_rows(1)
        .return_key(KeyboardShortcut::new(Modifiers::ALT, Key::Enter))
        .event_filter(egui::EventFilter {
            tab: true,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        })
        .show(&mut child);
    let response = output.response.response;
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::text_edit(true, &editing.text, &editing.text, "");
        info.label = Some(node.label.to_string());
        info
    });

    if response.changed() {
        actions.push(Action::SetText(text));
    }
    match after {
        Some(After::Commit(after)) => actions.push(Action::CommitText(after)),
        Some(After::Cancel) => actions.push(Action::CancelText),
        // A click elsewhere keeps the text.
        None if response.clicked_elsewhere() => actions.push(Action::CommitText(AfterText::Stay)),
        None => {}
    }
}

/// True when the field does not have the keyboard for an element yet.
fn begins(ui: &Ui, field: Id, element: Element) -> bool {
    let focused = ui.memory(|memory| memory.has_focus(field));
    let before = ui.data_mut(|data| {
        let kept = data.get_temp_mut_or_insert_with(field.with("element"), || None::<Element>);
        kept.replace(element)
    });
    !focused || before != Some(element)
}

/// True while an input method composes in the field, also in the frame in which it ends: then Enter and Tab choose among
/// its suggestions, and Escape drops them.
fn is_composing(ui: &Ui, field: Id) -> bool {
    let composed = |event: &Event| match event {
        Event::Ime(ImeEvent::Preedit { text, .. }) => Some(!text.is_empty()),
        Event::Ime(ImeEvent::Commit(_)) => Some(false),
        _ => None,
    };
    let steps: Vec<bool> = ui.input(|input| input.events.iter().filter_map(composed).collect());
    let has_focus = ui.memory(|memory| memory.has_focus(field));
    ui.data_mut(|data| {
        let composing = data.get_temp_mut_or_insert_with(field.with("composing"), || false);
        let was_composing = *composing && has_focus;
        *composing = steps.last().copied().unwrap_or(was_composing);
        was_composing || steps.contains(&true)
    })
}

/// From the left end of the first baseline to the lower right corner of the element, on the screen.
fn place_of(
    node: &Node,
    style: TextStyle,
    scene: &Scene,
    on_screen: impl Fn(crate::base::Rect) -> Rect,
    zoom: f32,
) -> Rect {
    let element = on_screen(node.rect);
    let begin = |at: Point| on_screen(crate::base::Rect { min: at, max: at }).min;
    let baseline = match (style.origin, picture_bottom(scene, style.node)) {
        (Some(origin), _) => begin(origin),
        (None, Some(bottom)) => begin(pt(node.rect.min.x + 9.0, bottom + 18.0)),
        (None, None) => element.min + vec2(11.0, 11.0 + style.size * 0.77) * zoom,
    };
    let inset = (baseline.x - element.left()).clamp(0.0, element.width() / 4.0);
    Rect::from_min_max(baseline, pos2(element.right() - inset * 0.5, element.bottom().max(baseline.y)))
}

/// What a key ends the typing with.
enum After {
    Commit(AfterText),
    Cancel,
}

fn after_key(input: &mut egui::InputState) -> Option<After> {
    // Alt+Enter breaks the line.
    if input.modifiers.alt {
        return None;
    }
    let mut pressed = |modifiers, key| input.consume_key(modifiers, key);
    if pressed(Modifiers::SHIFT, Key::Tab) {
        return Some(After::Commit(AfterText::PreviousLane));
    }
    if pressed(Modifiers::SHIFT, Key::Enter) {
        Some(After::Commit(AfterText::NextStage))
    } else if pressed(Modifiers::COMMAND, Key::Enter) {
        Some(After::Commit(AfterText::Stay))
    } else if pressed(Modifiers::NONE, Key::Enter) {
        Some(After::Commit(AfterText::Next))
    } else if pressed(Modifiers::NONE, Key::Tab) {
        Some(After::Commit(AfterText::NextLane))
    } else if pressed(Modifiers::NONE, Key::Escape) {
        Some(After::Cancel)
    } else {
        None
    }
}
