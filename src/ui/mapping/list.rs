//! The list of event names by count: searched, filtered, chosen with mouse and keyboard. Only the rows in view are laid
//! out, so that ten thousand names scroll like ten.

use super::row::{RowLook, row_ui};
use crate::base::name_key;
use crate::session::{EventRow, EventTable};
use crate::tr;
use crate::ui::Context;
use egui::{EventFilter, Id, Key, Modifiers, Role, ScrollArea, Sense, Ui, WidgetInfo};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Which names are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    #[default]
    All,
    /// Some of their events belong nowhere.
    Unmapped,
    /// Unmapped, but a touchpoint has a name alike.
    Suggested,
    /// All of their events belong somewhere.
    Mapped,
}

impl Show {
    pub const ALL: [Self; 4] = [Self::All, Self::Unmapped, Self::Suggested, Self::Mapped];

    pub fn takes(self, row: &EventRow) -> bool {
        match self {
            Self::All => true,
            Self::Unmapped => row.unmapped() > 0,
            Self::Suggested => row.suggestion().is_some(),
            Self::Mapped => row.unmapped() == 0,
        }
    }
}

/// In which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Count,
    Name,
    /// The likest touchpoint first.
    Likeness,
}

/// What the list remembers. Rows are told by their place in the table, which does not change with the rules.
#[derive(Default)]
pub struct EventList {
    /// Tells this list from others on the screen.
    name: &'static str,
    pub words: String,
    pub show: Show,
    pub order: Order,
    pub selected: BTreeSet<usize>,
    /// The row on which the keyboard is.
    pub cursor: Option<usize>,
    /// Where a stretch of the selection begins.
    anchor: Option<usize>,
    visible: Vec<usize>,
    /// What `visible` was made from.
    made_from: Option<(usize, String, Show, Order)>,
    /// The cursor is brought into view.
    follows: bool,
    pub takes_focus: bool,
}

/// What was done in the list, besides selecting.
#[derive(Default)]
pub struct Done {
    /// Enter.
    pub choose: bool,
    /// Delete.
    pub unmap: bool,
    /// The suggestion of a row was accepted.
    pub accept: Option<usize>,
    /// A row is dragged away.
    pub drags: bool,
}

impl EventList {
    /// A list that shows these names at first.
    pub fn new(name: &'static str, show: Show) -> Self {
        Self { name, show, ..Self::default() }
    }

    /// Tells what belongs to this list from what belongs to others.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Where the keyboard is while it goes through a list.
    pub fn id_of(name: &str) -> Id {
        Id::unique((name, "event names"))
    }

    /// Goes to the row of an event and shows it whatever the filter was.
    pub fn go_to(&mut self, table: &EventTable, event: &str) {
        (self.words, self.show) = (String::new(), Show::All);
        if let Some(row) = table.rows.iter().position(|row| row.name == event) {
            self.select_only(row);
        }
    }

    fn select_only(&mut self, row: usize) {
        self.selected = [row].into();
        (self.cursor, self.anchor, self.follows) = (Some(row), Some(row), true);
    }

    /// The rows that are listed, in their order.
    pub fn visible(&self) -> &[usize] {
        &self.visible
    }

    /// Names of the selected rows, as listed.
    pub fn selected_names<'a>(&self, table: &'a EventTable) -> Vec<&'a str> {
        let rows = self.selected.iter().filter_map(|row| table.rows.get(*row));
        rows.map(|row| row.name.as_str()).collect()
    }

    /// Brings the list up to date with table and filter. When the row under the cursor has gone, its neighbour takes over,
    /// so that one name after the other can be mapped without looking for the next.
    pub fn refresh(&mut self, table: &Arc<EventTable>) {
        let from = (Arc::as_ptr(table).addr(), self.words.clone(), self.show, self.order);
        if self.made_from.as_ref() == Some(&from) {
            return;
        }
        self.made_from = Some(from);
        let place = self.cursor.and_then(|cursor| self.visible.iter().position(|row| *row == cursor));
        let key = name_key(&self.words);
        let words: Vec<&str> = key.split(' ').filter(|word| !word.is_empty()).collect();
        let is_meant =
            |row: &EventRow| self.show.takes(row) && words.iter().all(|word| row.key.contains(word));
        let rows = table.rows.iter().enumerate().filter(|(_, row)| is_meant(row));
        self.visible = rows.map(|(place, _)| place).collect();
        self.sort(table);
        let visible: BTreeSet<usize> = self.visible.iter().copied().collect();
        self.selected.retain(|row| visible.contains(row));
        if self.cursor.is_some_and(|cursor| !visible.contains(&cursor)) {
            let next = self.visible.get(place.unwrap_or(0)).or(self.visible.last()).copied();
            (self.cursor, self.anchor) = (next, next);
            if self.selected.is_empty() {
                self.selected.extend(next);
            }
        }
    }

    fn sort(&mut self, table: &EventTable) {
        let row = |place: &usize| table.rows.get(*place);
        match self.order {
            // As the table is.
            Order::Count => {}
            Order::Name => self.visible.sort_by_cached_key(|place| row(place).map(|row| row.key.clone())),
            Order::Likeness => {
                let likeness =
                    |place: &usize| row(place).and_then(|row| row.likest).map_or(0.0, |it| it.likeness);
                self.visible.sort_by(|one, other| likeness(other).total_cmp(&likeness(one)));
            }
        }
    }

    /// The list in the room that is left.
    pub fn list_ui(&mut self, ui: &mut Ui, table: &EventTable, look: &RowLook, cx: &Context<'_>) -> Done {
        let mut done = Done::default();
        let id = Self::id_of(self.name);
        let room = ui.available_rect_before_wrap();
        let list = ui.interact(room, id, Sense::focusable_noninteractive());
        list.widget_info(|| WidgetInfo::labeled(Role::List, true, tr!("ui-event-names")));
        if std::mem::take(&mut self.takes_focus) {
            list.request_focus();
        }
        if list.has_focus() {
            self.take_keys(ui, id, room.height(), look.height, &mut done);
        }
        let mut area = ScrollArea::vertical().id_salt(id).auto_shrink([false, false]);
        if std::mem::take(&mut self.follows)
            && let Some(offset) = self.offset_to_follow(ui, id, room.height(), look.height)
        {
            area = area.vertical_scroll_offset(offset);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let shown = area.show_rows(ui, look.height, self.visible.len(), |ui, range| {
            for place in range {
                let Some(index) = self.visible.get(place).copied() else { continue };
                let Some(row) = table.rows.get(index) else { continue };
                let is_selected = self.selected.contains(&index);
                let has_cursor = list.has_focus() && self.cursor == Some(index);
                let (response, accepts) = row_ui(ui, row, (is_selected, has_cursor), table, look, cx);
                if accepts {
                    done.accept = Some(index);
                } else if response.drag_started() && look.drags {
                    if !is_selected {
                        self.select_only(index);
                    }
                    done.drags = true;
                } else if response.clicked() {
                    self.click(index, ui.input(|input| input.modifiers));
                    list.request_focus();
                }
                done.choose |= response.double_clicked();
            }
        });
        ui.data_mut(|data| data.insert_temp(id, shown.state.clamped_offset().y));
        done
    }

    fn click(&mut self, row: usize, modifiers: Modifiers) {
        if modifiers.shift {
            self.extend_to(row);
        } else if modifiers.command {
            if !self.selected.remove(&row) {
                self.selected.insert(row);
            }
            (self.cursor, self.anchor) = (Some(row), Some(row));
        } else {
            self.selected = [row].into();
            (self.cursor, self.anchor) = (Some(row), Some(row));
        }
    }

    /// Selects from where the selection began.
    fn extend_to(&mut self, row: usize) {
        let place = |row: usize| self.visible.iter().position(|other| *other == row);
        let from = self.anchor.or(self.cursor).and_then(place).unwrap_or(0);
        let Some(to) = place(row) else { return };
        self.selected = self.visible[from.min(to)..=from.max(to)].iter().copied().collect();
        self.anchor = self.visible.get(from).copied();
        self.cursor = Some(row);
    }

    fn take_keys(&mut self, ui: &Ui, id: Id, height: f32, row: f32, done: &mut Done) {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        #[allow(clippy::cast_possible_truncation)] // rows of a screen
        let page = ((height / row) as isize - 1).max(1);
        let end = isize::try_from(self.visible.len()).unwrap_or(isize::MAX);
        let steps = [
            (Key::ArrowUp, -1),
            (Key::ArrowDown, 1),
            (Key::PageUp, -page),
            (Key::PageDown, page),
            (Key::Home, -end),
            (Key::End, end),
        ];
        for (key, step) in steps {
            // Keys without modifiers match those with Shift too, so these come first.
            for modifiers in [Modifiers::SHIFT, Modifiers::NONE] {
                if ui.input_mut(|input| input.consume_key(modifiers, key)) {
                    self.step(step, modifiers.shift);
                }
            }
        }
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if pressed(Modifiers::COMMAND, Key::A) {
            self.selected = self.visible.iter().copied().collect();
        }
        done.choose |= pressed(Modifiers::NONE, Key::Enter);
        done.unmap |= pressed(Modifiers::NONE, Key::Delete);
    }

    fn step(&mut self, step: isize, extends: bool) {
        let Some(last) = self.visible.len().checked_sub(1) else { return };
        let here = self.cursor.and_then(|cursor| self.visible.iter().position(|row| *row == cursor));
        let to = here.map_or(0, |here| here.saturating_add_signed(step).min(last));
        let Some(row) = self.visible.get(to).copied() else { return };
        if extends {
            self.extend_to(row);
            self.follows = true;
        } else {
            self.select_only(row);
        }
    }

    /// How far to scroll so that the cursor is in view; none when it is already.
    fn offset_to_follow(&self, ui: &Ui, id: Id, height: f32, row: f32) -> Option<f32> {
        let place = self.visible.iter().position(|other| Some(*other) == self.cursor)?;
        let offset = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0);
        #[allow(clippy::cast_precision_loss)] // rows of a list
        let top = place as f32 * row;
        if top < offset {
            Some(top)
        } else if top + row > offset + height {
            Some(top + row - height)
        } else {
            None
        }
    }
}
