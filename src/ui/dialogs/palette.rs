//! Search over everything that has a name: commands, the map, personas, events. Enter goes there.

use super::frame::dialog_ui;
use crate::base::fuzzy::Needle;
use crate::canvas::shortcut_text;
use crate::session::{Action, Destination, Directory, Lookup, Place, Request};
use crate::text::Face;
use crate::theme::Theme;
use crate::tr;
use crate::ui::style::{c, font, line, text};
use crate::ui::{Context, Out};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Key, Modifiers, Painter, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2};

/// Height of one row.
const ROW: f32 = 32.0;

/// Rows that are seen at once.
const ROWS_SEEN: f32 = 11.0;

/// Names gathered in one frame at most, unless somebody chooses among them.
const MOST_GATHERED: usize = 1000;

/// Names that the words are looked for in, in one frame at most, unless somebody chooses among what they find.
const MOST_LOOKED_AT: usize = 3000;

/// What the kind of a row may take of its width.
const KIND_SHARE: f32 = 0.42;

/// What the palette remembers.
#[derive(Default)]
pub struct Palette {
    words: String,
    chosen: usize,
    focused: bool,
    /// How far the list was scrolled in the last frame.
    scrolled: f32,
    /// What the words find; none = they are to be looked up.
    lookup: Option<Lookup>,
    /// What is shown: what the words before have found, until it is known what these find.
    found: Vec<usize>,
}

/// The directory of the open map, kept from one search to the next.
#[derive(Default)]
pub struct KeptDirectory(Option<Directory>);

impl KeptDirectory {
    /// The directory with some more names or `all` of them, and whether it is another one than before. Costs nothing while neither
    /// map nor data change.
    fn refreshed(&mut self, cx: &Context<'_>, all: bool) -> (&Directory, bool) {
        let kept = self.0.take().filter(|directory| directory.is_of(cx.session));
        let is_new = kept.is_none();
        let directory = self.0.insert(kept.unwrap_or_else(|| Directory::begin(cx.session)));
        if !directory.is_whole() {
            directory.gather(cx.session, if all { usize::MAX } else { MOST_GATHERED });
        }
        (directory, is_new)
    }
}

impl Palette {
    /// Looks the words up in some more names or `all` of them; true when there are no more.
    fn look_up(&mut self, directory: &Directory, cx: &Context<'_>, all: bool) -> bool {
        let lookup = self.lookup.get_or_insert_with(|| Lookup::new(Needle::new(&self.words)));
        if lookup.is_done(directory) {
            return true;
        }
        let most = if all { usize::MAX } else { MOST_LOOKED_AT };
        lookup.go_on(directory, most, |target| is_usable(target, cx));
        let is_done = lookup.is_done(directory);
        if is_done || self.found.is_empty() {
            self.found = lookup.found();
        }
        is_done
    }
}

pub fn palette_ui(
    ctx: &egui::Context,
    palette: &mut Palette,
    directory: &mut KeptDirectory,
    cx: &Context<'_>,
    out: &mut Out,
) -> bool {
    let mut close = false;
    let keys = Keys::taken(ctx);
    let dismissed = dialog_ui(ctx, cx.theme, "palette", "", 620.0, |ui| {
        let edit = TextEdit::singleline(&mut palette.words).hint_text(tr!("ui-palette-hint"));
        let field = ui.add(edit.desired_width(f32::INFINITY).margin(egui::Margin::symmetric(10, 8)));
        let field = field.accessible_name(tr!("ui-search"));
        if !std::mem::replace(&mut palette.focused, true) || field.lost_focus() && !keys.enter {
            field.request_focus();
        }
        if field.changed() {
            (palette.chosen, palette.lookup) = (0, None);
        }
        let (directory, is_new) = directory.refreshed(cx, keys.enter);
        if is_new {
            (palette.lookup, palette.found) = (None, Vec::new());
        }
        if !palette.look_up(directory, cx, keys.enter) || !directory.is_whole() {
            ui.ctx().request_repaint();
        }
        ui.add_space(6.0);
        close = found_ui(ui, palette, directory, &keys, cx, out);
        ui.add_space(4.0);
        ui.label(text(tr!("ui-palette-keys"), Face::Regular, 11.5, cx.theme.text_faint));
    });
    close || dismissed
}

/// Keys that go through the list; the field has all others.
struct Keys {
    step: isize,
    enter: bool,
}

impl Keys {
    fn taken(ctx: &egui::Context) -> Self {
        ctx.input_mut(|input| {
            let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
            let page = ROWS_SEEN as isize - 1;
            let steps =
                [(Key::ArrowUp, -1), (Key::ArrowDown, 1), (Key::PageUp, -page), (Key::PageDown, page)];
            let step = steps.into_iter().filter(|(key, _)| pressed(*key)).map(|(_, step)| step).sum();
            Self { step, enter: input.key_pressed(Key::Enter) }
        })
    }
}

/// The list; true when one of it was chosen.
fn found_ui(
    ui: &mut Ui,
    palette: &mut Palette,
    directory: &Directory,
    keys: &Keys,
    cx: &Context<'_>,
    out: &mut Out,
) -> bool {
    let found = &palette.found;
    palette.chosen = palette.chosen.saturating_add_signed(keys.step).min(found.len().saturating_sub(1));
    let height = (ROW * ROWS_SEEN).min(ui.ctx().content_rect().height() - 240.0).max(ROW * 3.0);
    let mut area = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink(false);
    if keys.step != 0 {
        let top = ROW * palette.chosen as f32;
        area = area.vertical_scroll_offset(palette.scrolled.clamp((top + ROW - height).max(0.0), top));
    }
    let needle = Needle::new(&palette.words);
    let mut taken = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    let shown = area.show_rows(ui, ROW, found.len().max(1), |ui, rows| {
        if found.is_empty() {
            ui.label(text(tr!("ui-nothing-found"), Face::Regular, 12.5, cx.theme.text_muted));
        }
        for row in rows {
            let Some(place) = found.get(row).and_then(|index| directory.place(*index)) else { continue };
            let is_chosen = row == palette.chosen;
            let is_clicked = place_ui(ui, place, &needle, is_chosen, cx);
            if (is_clicked || keys.enter && is_chosen) && is_usable(&place.target, cx) {
                taken = Some(&place.target);
            }
        }
    });
    palette.scrolled = shown.state.clamped_offset().y;
    taken.inspect(|target| go_to(target, out)).is_some()
}

fn is_usable(target: &Destination, cx: &Context<'_>) -> bool {
    match target {
        Destination::Command(command) => cx.session.can_run(*command),
        Destination::Element(_) | Destination::Persona(_) | Destination::Event(_) => true,
    }
}

fn go_to(target: &Destination, out: &mut Out) {
    match target {
        Destination::Command(command) => out.command(*command),
        Destination::Element(element) => out.actions.push(Action::GoTo(*element)),
        Destination::Persona(persona) => out.actions.push(Action::ShowPersona(*persona)),
        Destination::Event(event) => out.requests.push(Request::ShowEvent(event.clone())),
    }
}

/// One row: the name with the letters that were found, keys and kind at the right. True when it was clicked.
fn place_ui(ui: &mut Ui, place: &Place, needle: &Needle, is_chosen: bool, cx: &Context<'_>) -> bool {
    let theme = cx.theme;
    let enabled = is_usable(&place.target, cx);
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    response.widget_info(|| {
        let label = format!("{} · {}", place.name, place.kind);
        WidgetInfo::selected(Role::ListItem, enabled, is_chosen, label)
    });
    let painter = ui.painter().with_clip_rect(row.intersect(ui.clip_rect()));
    if is_chosen {
        painter.rect_filled(row.shrink2(vec2(0.0, 1.0)), 8.0, c(theme.accent_soft));
    } else if response.hovered() {
        painter.rect_filled(row.shrink2(vec2(0.0, 1.0)), 8.0, c(theme.hover));
    }
    let (mut right, left) = (row.right() - 12.0, row.left() + 12.0);
    if let Destination::Command(command) = place.target {
        let keys = shortcut_text(ui.ctx(), command);
        if !keys.is_empty() {
            let keys = line(&keys, Face::Medium, 11.5, theme.text_body, f32::INFINITY);
            right = paint_at_right(&painter, right, row.center().y, keys) - 12.0;
        }
    }
    let reason = match place.target {
        Destination::Command(command) if !enabled => Some(cx.session.why_not(command)),
        _ => None,
    };
    let kind = reason.as_deref().unwrap_or(&place.kind);
    let kind = line(kind, Face::Regular, 11.5, theme.text_muted, row.width() * KIND_SHARE);
    right = paint_at_right(&painter, right, row.center().y, kind) - 16.0;
    let name = painter.layout_job(marked_name(place, needle, enabled, right - left, theme));
    painter.galley(pos2(left, row.center().y - name.size().y / 2.0), name, c(theme.text));
    response.clicked()
}

/// Gives the left end.
fn paint_at_right(painter: &Painter, right: f32, middle: f32, job: LayoutJob) -> f32 {
    let galley = painter.layout_job(job);
    let left = right - galley.size().x;
    painter.galley(pos2(left, middle - galley.size().y / 2.0), galley, egui::Color32::PLACEHOLDER);
    left
}

fn marked_name(place: &Place, needle: &Needle, enabled: bool, width: f32, theme: &Theme) -> LayoutJob {
    let (plain, marked) =
        if enabled { (theme.text_body, theme.accent_text) } else { (theme.text_faint, theme.text_muted) };
    let format = |face, color| TextFormat {
        font_id: font(face, 13.0),
        color: c(color),
        valign: Align::Center,
        ..TextFormat::default()
    };
    let mut job = LayoutJob { wrap: TextWrapping::truncate_at_width(width), ..LayoutJob::default() };
    let mut done = 0;
    for range in place.marked(needle) {
        let (Some(before), Some(found)) = (place.name.get(done..range.start), place.name.get(range.clone()))
        else {
            continue;
        };
        job.append(before, 0.0, format(Face::Regular, plain));
        job.append(found, 0.0, format(Face::Bold, marked));
        done = range.end;
    }
    job.append(place.name.get(done..).unwrap_or_default(), 0.0, format(Face::Regular, plain));
    job
}
