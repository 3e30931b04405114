//! The context menu: what can be done to the element under the pointer, as commands and edits.

use super::hints;
use super::keys::shortcut_text;
use super::lane_tools::{hidden_lanes_ui, new_lanes_ui};
use crate::model::edit::Flag;
use crate::model::{Edit, LaneId, StageId, TouchpointId};
use crate::scene::{Element, EmotionDot};
use crate::session::{self, Action, Command, View};
use crate::tr;
use egui::{Button, Role, ScrollArea, Ui, WidgetInfo, vec2};

/// Between a menu and the window's edge.
const MENU_MARGIN: f32 = 40.0;

/// A row of a menu with keys at its right.
const ROW: egui::Vec2 = vec2(190.0, 24.0);

/// Fills the menu of an element (none: of the empty map around) and pushes what is chosen.
pub fn menu_ui(ui: &mut Ui, on: Option<Element>, view: &View<'_>, actions: &mut Vec<Action>) {
    tall_menu_ui(ui, |ui| {
        let mut menu = Menu { ui, view, actions };
        match on {
            Some(element) if view.selection.len() > 1 && view.selection.contains(&element) => menu.several(),
            Some(Element::Touchpoint(touchpoint)) => menu.touchpoint(touchpoint),
            Some(Element::Stage(stage)) => menu.stage(stage),
            Some(Element::Lane(lane)) => menu.lane(lane),
            Some(Element::Card(_)) => menu.card(),
            Some(Element::Emotion(dot)) => menu.emotion(dot),
            Some(Element::Cell(lane, touchpoint)) => menu.cell(lane, touchpoint),
            Some(Element::Measured(lane, _)) => menu.lane_visibility(lane),
            Some(Element::Title) => menu.commands(&[&[Command::EditText]]),
            // No part of a map.
            Some(Element::Step(..) | Element::Wait(_)) => menu.ways(),
            Some(Element::Figure(_)) => {}
            None => menu.map(),
        }
    });
}

/// What stands in a menu; where the window is lower than that, it scrolls.
pub fn tall_menu_ui(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let height = (ui.ctx().content_rect().height() - MENU_MARGIN).max(120.0);
    // At least as high: a new popup has less room than it will be given once its size is known.
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        contents(ui);
    });
}

/// What can be done with the clipboard wherever something is.
const CLIPBOARD: &[Command] = &[Command::Cut, Command::Copy, Command::Paste];

fn command_ui(ui: &mut Ui, command: Command, view: &View<'_>, actions: &mut Vec<Action>) {
    let keys = shortcut_text(ui.ctx(), command);
    let button = Button::new(command.label()).shortcut_text(keys).min_size(ROW);
    let enabled = view.can_run(command);
    let item = ui.add_enabled(enabled, button);
    item.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, command.label()));
    if item.clicked() {
        actions.push(Action::Command(command));
        ui.close();
    }
}

struct Menu<'a, 'v> {
    ui: &'a mut Ui,
    view: &'a View<'v>,
    actions: &'a mut Vec<Action>,
}

impl Menu<'_, '_> {
    /// What changes the map; greyed out while two versions are compared.
    fn item(&mut self, label: String, action: Action) {
        if self.ui.add_enabled(self.may_change(), Button::new(label).min_size(ROW)).clicked() {
            self.actions.push(action);
            self.ui.close();
        }
    }

    fn may_change(&self) -> bool {
        self.view.comparing.is_none()
    }

    /// Greyed out when it would do nothing.
    fn command(&mut self, command: Command) {
        command_ui(self.ui, command, self.view, self.actions);
    }

    fn commands(&mut self, groups: &[&[Command]]) {
        for (index, group) in groups.iter().enumerate() {
            if index > 0 {
                self.ui.separator();
            }
            for command in *group {
                self.command(*command);
            }
        }
    }

    /// Commands behind one entry.
    fn submenu(&mut self, group: &[Command]) {
        let Some(title) = session::Menu::submenu(group) else { return };
        let (view, actions) = (self.view, &mut *self.actions);
        let may_change = view.comparing.is_none();
        self.ui.add_enabled_ui(may_change, |ui| {
            ui.menu_button(title, |ui| {
                group.iter().for_each(|command| command_ui(ui, *command, view, actions));
            });
        });
    }

    /// What can be done with an arc or a ruler.
    fn ways(&mut self) {
        let arcs = [Command::ShowMorePaths, Command::ShowFewerPaths];
        self.commands(&[&arcs, &[Command::TogglePaths, Command::ToggleTimeToScale, Command::ShowPaths]]);
    }

    /// What can be done to all that is selected.
    fn several(&mut self) {
        use Command as C;
        let selection = self.view.selection;
        let count = |is: fn(&Element) -> bool| selection.iter().filter(|element| is(element)).count();
        let stages = count(|element| matches!(element, Element::Stage(_)));
        let lanes = count(|element| matches!(element, Element::Lane(_)));
        let touchpoints = count(|element| matches!(element, Element::Touchpoint(_)));
        let cards = count(|element| matches!(element, Element::Card(_)));
        let parts: [(bool, &[C]); 9] = [
            (true, CLIPBOARD),
            (true, &[C::Duplicate]),
            (stages + touchpoints + cards > 0, &[C::MoveLeft, C::MoveRight]),
            (lanes + cards > 0, &[C::MoveUp, C::MoveDown]),
            (cards > 0, &[C::WidenCard, C::NarrowCard]),
            (touchpoints > 1, &[C::MergeTouchpoints]),
            (stages > 1, &[C::MergeStages]),
            (touchpoints > 0, &[C::ToggleMomentOfTruth, C::ToggleGoal, C::ToggleContact]),
            (lanes > 0, &[C::CollapseLane, C::PinLane, C::HideLane]),
        ];
        let fitting: Vec<_> = parts.into_iter().filter(|(fits, _)| *fits).map(|(_, part)| part).collect();
        self.commands(&fitting);
        self.ui.separator();
        if cards + stages > 0 {
            self.submenu(session::Menu::COLORS);
        }
        if cards + touchpoints > 0 {
            self.command(C::Tag);
        }
        if cards > 0 {
            self.submenu(session::Menu::EVIDENCE);
        }
        self.ui.separator();
        self.commands(&[&[C::SelectSameKind], &[C::Delete]]);
    }

    fn card(&mut self) {
        use Command as C;
        self.commands(&[
            &[C::EditText],
            CLIPBOARD,
            &[C::Duplicate],
            &[C::MoveLeft, C::MoveRight, C::MoveUp, C::MoveDown],
            &[C::WidenCard, C::NarrowCard],
        ]);
        self.ui.separator();
        self.submenu(session::Menu::COLORS);
        self.command(C::Tag);
        self.submenu(session::Menu::EVIDENCE);
        self.ui.separator();
        self.commands(&[&[C::SelectSameKind, C::SelectLane], &[C::Delete]]);
    }

    fn touchpoint(&mut self, touchpoint: TouchpointId) {
        self.commands(&[&[Command::EditText], CLIPBOARD]);
        self.ui.separator();
        if let Some(stage) = self.view.map.stage_of(touchpoint)
            && let Some(at) = stage.touchpoints.iter().position(|id| *id == touchpoint)
        {
            let add =
                |at| Action::EditThenType(Edit::AddTouchpoint { stage: stage.id, at, name: String::new() });
            self.item(tr!("canvas-add-before"), add(at));
            self.item(tr!("canvas-add-after"), add(at + 1));
        }
        self.command(Command::AddStage);
        self.ui.separator();
        self.commands(&[&[Command::AddPain, Command::AddOpportunity, Command::AddQuote, Command::AddNote]]);
        self.ui.separator();
        self.flags(touchpoint);
        self.ui.separator();
        self.commands(&[&[Command::Duplicate, Command::SplitTouchpoint]]);
        self.merge_with_next(touchpoint);
        self.commands(&[&[Command::SplitStage]]);
        self.ui.separator();
        self.commands(&[
            &[Command::MoveLeft, Command::MoveRight],
            &[Command::Tag, Command::SelectStage],
            &[Command::Delete],
        ]);
    }

    fn merge_with_next(&mut self, touchpoint: TouchpointId) {
        let mut following = self.view.map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id);
        let next = following.find(|id| *id == touchpoint).and_then(|_| following.next());
        if let Some(next) = next {
            let merge = Edit::MergeTouchpoints { touchpoints: vec![touchpoint, next] };
            self.item(tr!("canvas-merge-next-touchpoint"), Action::Edit(merge));
        }
    }

    fn flags(&mut self, touchpoint: TouchpointId) {
        let Some(record) = self.view.map.touchpoints.get(touchpoint) else { return };
        let flags = [
            (Command::ToggleMomentOfTruth, Flag::MomentOfTruth, record.moment_of_truth),
            (Command::ToggleGoal, Flag::Goal, record.goal),
            (Command::ToggleContact, Flag::Contact, record.contact),
        ];
        for (command, flag, is_on) in flags {
            let mut on = is_on;
            let tick = egui::Checkbox::new(&mut on, command.label());
            if self.ui.add_enabled(self.view.can_run(command), tick).clicked() {
                self.actions.push(Action::Edit(Edit::SetFlag { touchpoint, flag, on }));
                self.ui.close();
            }
        }
    }

    fn stage(&mut self, stage: StageId) {
        let map = self.view.map;
        let count = map.about.stages.len();
        let at = map.about.stages.iter().position(|id| *id == stage).unwrap_or(count);
        self.commands(&[&[Command::EditText], CLIPBOARD]);
        self.ui.separator();
        let name = String::new();
        self.item(tr!("canvas-add-touchpoint-here"), {
            let at = map.stages.get(stage).map_or(0, |stage| stage.touchpoints.len());
            Action::EditThenType(Edit::AddTouchpoint { stage, at, name: name.clone() })
        });
        let add = |at| Action::EditThenType(Edit::AddStage { name: name.clone(), at });
        self.item(tr!("canvas-add-stage-before"), add(at));
        self.item(tr!("canvas-add-stage-after"), add(at + 1));
        self.ui.separator();
        self.commands(&[&[Command::MoveLeft, Command::MoveRight, Command::Duplicate]]);
        if let Some(next) = map.about.stages.get(at + 1) {
            let merge = Edit::MergeStages { stages: vec![stage, *next] };
            self.item(tr!("canvas-merge-next-stage"), Action::Edit(merge));
        }
        self.ui.separator();
        self.submenu(session::Menu::COLORS);
        self.commands(&[&[Command::SelectStage], &[Command::Delete]]);
    }

    fn emotion(&mut self, dot: EmotionDot) {
        self.commands(&[session::Menu::EMOTIONS]);
        if dot.emotion(self.view.map).is_some() {
            self.ui.separator();
            self.item(tr!("canvas-remove-emotion"), Action::Edit(dot.edit(None)));
        }
        let Some(persona) = self.view.map.personas.get(dot.persona) else { return };
        if persona.to_be.is_empty() && !persona.emotions.is_empty() {
            self.ui.separator();
            self.command(Command::BeginToBe);
        } else if !persona.to_be.is_empty() {
            self.ui.separator();
            self.command(Command::ToggleCurve);
        }
    }

    fn cell(&mut self, lane: LaneId, touchpoint: TouchpointId) {
        if let Some(edit) = hints::new_card(lane, touchpoint, self.view) {
            self.item(tr!("canvas-add-card-here"), Action::EditThenType(edit));
            self.command(Command::Paste);
            self.ui.separator();
        } else if let Some(dot) = hints::new_dot(lane, touchpoint, self.view) {
            self.emotion(dot);
            self.ui.separator();
        }
        self.lane_visibility(lane);
    }

    fn lane(&mut self, lane: LaneId) {
        use Command as C;
        let Some(record) = self.view.map.lanes.get(lane) else { return };
        let (collapsed, pinned) = (record.collapsed, record.pinned);
        self.commands(&[&[C::EditText], CLIPBOARD, &[C::MoveUp, C::MoveDown, C::Duplicate]]);
        self.ui.separator();
        self.add_lane();
        let words = if collapsed { tr!("canvas-expand-lane") } else { tr!("canvas-collapse-lane") };
        self.item(words, Action::Edit(Edit::SetLaneCollapsed { lane, collapsed: !collapsed }));
        let words = if pinned { tr!("canvas-unpin-lane") } else { tr!("canvas-pin-lane") };
        self.item(words, Action::Edit(Edit::SetLanePinned { lane, pinned: !pinned }));
        self.lane_visibility(lane);
        self.ui.separator();
        self.commands(&[&[C::SelectLane], &[C::Delete]]);
    }

    fn lane_visibility(&mut self, lane: LaneId) {
        self.item(tr!("canvas-hide-lane"), Action::Edit(Edit::SetLaneHidden { lane, hidden: true }));
        self.hidden_lanes();
    }

    fn hidden_lanes(&mut self) {
        let view = self.view;
        let hidden: Vec<_> = view.map.lanes_in_order().filter(|lane| lane.hidden).collect();
        if hidden.is_empty() {
            return;
        }
        let may_change = self.may_change();
        self.ui.add_enabled_ui(may_change, |ui| {
            ui.menu_button(tr!("canvas-show-lane"), |ui| hidden_lanes_ui(ui, &hidden, self.actions));
        });
    }

    fn add_lane(&mut self) {
        let view = self.view;
        let may_change = self.may_change();
        self.ui.add_enabled_ui(may_change, |ui| {
            ui.menu_button(tr!("canvas-add-lane"), |ui| {
                // Below what is selected.
                new_lanes_ui(ui, view, |kind| Action::Command(Command::add_lane(kind)), self.actions);
            });
        });
    }

    fn map(&mut self) {
        self.command(Command::AddStage);
        self.add_lane();
        self.hidden_lanes();
        self.ui.separator();
        self.commands(&[&[Command::Paste, Command::SelectAll], &[Command::ZoomFit, Command::Zoom100]]);
    }
}
