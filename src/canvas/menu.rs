//! The context menu: what can be done to the element under the pointer, as commands and edits.

use super::hints;
use crate::model::edit::Flag;
use crate::model::{Edit, Lane, LaneId, LaneKind, StageId, TouchpointId};
use crate::scene::{Element, EmotionDot, lane_name};
use crate::session::{Action, Command, View};
use crate::tr;
use egui::Ui;

/// Fills the menu of an element (none: of the empty map around) and pushes what is chosen.
pub fn menu_ui(ui: &mut Ui, on: Option<Element>, view: &View<'_>, actions: &mut Vec<Action>) {
    let mut menu = Menu { ui, view, actions };
    match on {
        Some(Element::Touchpoint(touchpoint)) => menu.touchpoint(touchpoint),
        Some(Element::Stage(stage)) => menu.stage(stage),
        Some(Element::Lane(lane)) => menu.lane(lane),
        Some(Element::Card(_)) => menu.commands(&[&[Command::EditText], &[Command::Delete]]),
        Some(Element::Emotion(dot)) => menu.emotion(dot),
        Some(Element::Cell(lane, touchpoint)) => menu.cell(lane, touchpoint),
        Some(Element::Measured(lane, _)) => menu.lane_visibility(lane),
        Some(Element::Title) => menu.commands(&[&[Command::EditText]]),
        None => menu.map(),
    }
}

struct Menu<'a, 'v> {
    ui: &'a mut Ui,
    view: &'a View<'v>,
    actions: &'a mut Vec<Action>,
}

impl Menu<'_, '_> {
    fn item(&mut self, label: String, action: Action) {
        if self.ui.button(label).clicked() {
            self.actions.push(action);
            self.ui.close();
        }
    }

    fn command(&mut self, command: Command) {
        self.item(command.label(), Action::Command(command));
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

    fn touchpoint(&mut self, touchpoint: TouchpointId) {
        self.commands(&[&[Command::EditText]]);
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
        self.commands(&[&[Command::MoveLeft, Command::MoveRight], &[Command::Delete]]);
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
            if self.ui.checkbox(&mut on, command.label()).clicked() {
                self.actions.push(Action::Edit(Edit::SetFlag { touchpoint, flag, on }));
                self.ui.close();
            }
        }
    }

    fn stage(&mut self, stage: StageId) {
        let map = self.view.map;
        let count = map.about.stages.len();
        let at = map.about.stages.iter().position(|id| *id == stage).unwrap_or(count);
        self.command(Command::EditText);
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
        let to = |at| Action::Edit(Edit::MoveStage { stage, at });
        if let Some(before) = at.checked_sub(1) {
            self.item(Command::MoveLeft.label(), to(before));
        }
        if at + 1 < count {
            self.item(Command::MoveRight.label(), to(at + 1));
        }
        self.ui.separator();
        self.command(Command::Delete);
    }

    fn emotion(&mut self, dot: EmotionDot) {
        use Command as C;
        self.commands(&[&[
            C::EmotionPlus2,
            C::EmotionPlus1,
            C::EmotionZero,
            C::EmotionMinus1,
            C::EmotionMinus2,
        ]]);
        if dot.emotion(self.view.map).is_some() {
            self.ui.separator();
            self.item(tr!("canvas-remove-emotion"), Action::Edit(dot.edit(None)));
        }
    }

    fn cell(&mut self, lane: LaneId, touchpoint: TouchpointId) {
        if let Some(edit) = hints::new_card(lane, touchpoint, self.view) {
            self.item(tr!("canvas-add-card-here"), Action::EditThenType(edit));
            self.ui.separator();
        } else if let Some(dot) = hints::new_dot(lane, touchpoint, self.view) {
            self.emotion(dot);
            self.ui.separator();
        }
        self.lane_visibility(lane);
    }

    fn lane(&mut self, lane: LaneId) {
        self.command(Command::EditText);
        self.ui.separator();
        let lanes = &self.view.map.about.lanes;
        let at = lanes.iter().position(|id| *id == lane).unwrap_or(lanes.len());
        let to = |at| Action::Edit(Edit::MoveLane { lane, at });
        if let Some(above) = at.checked_sub(1) {
            self.item(tr!("canvas-move-lane-up"), to(above));
        }
        if at + 1 < lanes.len() {
            self.item(tr!("canvas-move-lane-down"), to(at + 1));
        }
        self.add_lane(at + 1);
        self.lane_visibility(lane);
        self.ui.separator();
        self.command(Command::Delete);
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
        self.ui.menu_button(tr!("canvas-show-lane"), |ui| {
            for lane in hidden {
                if ui.button(lane_name(lane)).clicked() {
                    let edit = Edit::SetLaneHidden { lane: lane.id, hidden: false };
                    self.actions.push(Action::Edit(edit));
                    ui.close();
                }
            }
        });
    }

    fn add_lane(&mut self, at: usize) {
        self.ui.menu_button(tr!("canvas-add-lane"), |ui| {
            for kind in LaneKind::ALL {
                if ui.button(lane_kind_name(kind)).clicked() {
                    self.actions.push(Action::Edit(Edit::AddLane { kind, name: String::new(), at }));
                    ui.close();
                }
            }
        });
    }

    fn map(&mut self) {
        self.command(Command::AddStage);
        self.add_lane(self.view.map.about.lanes.len());
        self.hidden_lanes();
        self.ui.separator();
        self.commands(&[&[Command::SelectAll], &[Command::ZoomFit, Command::Zoom100]]);
    }
}

/// What lanes of a kind are called when they have no name of their own.
fn lane_kind_name(kind: LaneKind) -> String {
    lane_name(&Lane::new(LaneId(0), kind))
}
