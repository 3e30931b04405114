//! Commands that change the map or the selection; the others become requests.

use super::selection::touchpoint_of;
use super::walk::Direction;
use super::{Command, Leave, Panel, Part, Pick, Request, Session, Zoom};
use crate::model::edit::Flag;
use crate::model::{CardKind, Edit, LaneKind, Persona, PersonaId, StageId, TouchpointId};
use crate::scene::Element;
use crate::tr;

impl Session {
    /// Runs a command; what it can't do itself it asks for.
    pub(super) fn run(&mut self, command: Command) {
        if self.is_blank && command.needs_map() {
            return;
        }
        match command {
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::SelectNone => self.select_none(),
            Command::EditText => self.edit_selected_text(),
            Command::AddStage => self.add_stage(),
            Command::AddTouchpoint => self.add_touchpoint(),
            Command::AddPain => self.add_card(LaneKind::Pains),
            Command::AddOpportunity => self.add_card(LaneKind::Opportunities),
            Command::AddQuote => self.add_card(LaneKind::Quotes),
            Command::AddNote => self.add_card(LaneKind::Notes),
            Command::AddPersona => self.add_persona(),
            Command::ToggleMomentOfTruth => self.toggle_flag(Flag::MomentOfTruth),
            Command::ToggleGoal => self.toggle_flag(Flag::Goal),
            Command::ToggleContact => self.toggle_flag(Flag::Contact),
            Command::GoLeft => self.go(Direction::Left),
            Command::GoRight => self.go(Direction::Right),
            Command::GoUp => self.go(Direction::Up),
            Command::GoDown => self.go(Direction::Down),
            Command::ToggleBigText => self.big_text = !self.big_text,
            Command::ToggleReveal => self.toggle_reveal(),
            Command::ComparePeriods | Command::ResetFilter => self.run_periods(command),
            Command::MeasureAllCustomers => self.run_personas(command),
            Command::Cut | Command::Copy | Command::Paste | Command::CopyPicture | Command::AddPicture => {
                self.run_clipboard(command)
            }
            Command::SelectAll
            | Command::SelectSameKind
            | Command::SelectLane
            | Command::SelectStage
            | Command::ExtendLeft
            | Command::ExtendRight
            | Command::ExtendUp
            | Command::ExtendDown => self.run_choose(command),
            Command::Duplicate
            | Command::Delete
            | Command::MoveLeft
            | Command::MoveRight
            | Command::MoveUp
            | Command::MoveDown
            | Command::WidenCard
            | Command::NarrowCard
            | Command::SplitTouchpoint
            | Command::MergeTouchpoints
            | Command::SplitStage
            | Command::MergeStages => self.run_arrange(command),
            Command::EmotionMinus2
            | Command::EmotionMinus1
            | Command::EmotionZero
            | Command::EmotionPlus1
            | Command::EmotionPlus2
            | Command::BeginToBe
            | Command::ToggleCurve => self.run_emotion(command),
            Command::ColorAuto
            | Command::ColorIndigo
            | Command::ColorBlue
            | Command::ColorTeal
            | Command::ColorGreen
            | Command::ColorPurple
            | Command::ColorAmber
            | Command::ColorRed
            | Command::ColorGrey
            | Command::Tag
            | Command::EvidenceFound
            | Command::EvidenceAssumed
            | Command::EvidenceQuoted
            | Command::EvidenceMeasured => self.run_paint(command),
            Command::AddChannelsLane
            | Command::AddEmotionLane
            | Command::AddExitsLane
            | Command::AddSatisfactionLane
            | Command::AddThoughtsLane
            | Command::AddQuotesLane
            | Command::AddPainsLane
            | Command::AddOpportunitiesLane
            | Command::AddBackstageLane
            | Command::AddMetricsLane
            | Command::AddNotesLane
            | Command::AddImagesLane
            | Command::CollapseLane
            | Command::PinLane
            | Command::HideLane
            | Command::ShowHiddenLanes => self.run_lanes(command),
            Command::ToggleWorkshop
            | Command::ShowAgenda
            | Command::ToggleTimer
            | Command::AddMinute
            | Command::AddFiveMinutes
            | Command::NextStep
            | Command::PreviousStep
            | Command::ToggleBigTimer
            | Command::ToggleSound
            | Command::TryBell
            | Command::ShowGuesses
            | Command::ShowDots
            | Command::ToggleVote
            | Command::NextVoter
            | Command::TypePaperVotes
            | Command::ShowPriorities
            | Command::ToggleMatrix
            | Command::ExportActions
            | Command::Park
            | Command::ShowParkingLot => self.run_workshop(command),
            Command::Present
            | Command::PresentFromSelection
            | Command::TogglePresenterView
            | Command::SwapScreens
            | Command::ToggleStagesOnly
            | Command::ToggleRevealsLast => self.run_present(command),
            Command::ToggleHistory
            | Command::ToggleMinimap
            | Command::ZoomSelection
            | Command::Find
            | Command::Replace
            | Command::FindNext
            | Command::FindPrevious => self.run_finding(command),
            Command::TogglePaths
            | Command::ShowMorePaths
            | Command::ShowFewerPaths
            | Command::ToggleTimeToScale => self.run_layers(command),
            Command::ToggleInsights
            | Command::ShowFindings
            | Command::ShowChannels
            | Command::ShowChanges
            | Command::ShowPaths
            | Command::ShowWhatIf
            | Command::ShowBehaviour
            | Command::ShowSigns
            | Command::ShowPains
            | Command::ShowVoice
            | Command::ShowWorth
            | Command::ShowGoals
            | Command::ShowPersonas
            | Command::ShowSuggestions
            | Command::ShowJourneys
            | Command::NextJourney
            | Command::PreviousJourney => self.run_insights(command),
            Command::ShowVersions | Command::CopyAsToBe | Command::CloseComparison => {
                self.run_versions(command)
            }
            Command::NewMap => self.ask(Request::Leave(Leave::NewMap)),
            Command::Welcome => self.ask(Request::Leave(Leave::Welcome)),
            Command::Quit => self.ask(Request::Leave(Leave::Quit)),
            Command::OpenFile => self.ask(Request::Pick(Pick::Map)),
            Command::Save => self.ask(Request::Save),
            Command::SaveAs => self.ask(Request::SaveAs { then: None }),
            Command::SaveAsTemplate => self.ask(Request::SaveAsTemplate),
            Command::RefreshData | Command::ShowMoved => self.run_refresh(command),
            Command::ImportData => self.ask(Request::Pick(Pick::Data)),
            Command::Export => self.ask(Request::Show(Panel::Export)),
            Command::ShowMapping | Command::ToggleTray => self.run_mapping(command),
            Command::ShowRejected => self.ask(Request::Show(Panel::Rejected)),
            Command::ExportReport => self.ask_for_report(),
            Command::ShowCharts => self.ask(Request::Show(Panel::Charts)),
            Command::ShowPalette => self.ask(Request::Show(Panel::Palette)),
            Command::ShowShortcuts => self.ask(Request::Show(Panel::Shortcuts)),
            Command::About => self.ask(Request::Show(Panel::About)),
            Command::ToggleInspector => self.ask(Request::Toggle(Part::Inspector)),
            Command::ToggleDataBar => self.ask(Request::Toggle(Part::DataBar)),
            Command::ToggleReducedMotion => self.ask(Request::Toggle(Part::ReducedMotion)),
            Command::ToggleDarkTheme => self.ask(Request::Toggle(Part::DarkTheme)),
            Command::ZoomIn => self.ask(Request::Zoom(Zoom::In)),
            Command::ZoomOut => self.ask(Request::Zoom(Zoom::Out)),
            Command::ZoomFit => self.ask(Request::Zoom(Zoom::Fit)),
            Command::Zoom100 => self.ask(Request::Zoom(Zoom::Whole)),
        }
    }

    /// True when the command would do something now; menus grey the others out.
    #[must_use]
    pub fn can_run(&self, command: Command) -> bool {
        if self.comparing.is_some() && !command.is_for_looking() {
            return false;
        }
        if self.is_blank && command.needs_map() {
            return false;
        }
        let map = self.document.map();
        let selected = || self.has_selected_touchpoint();
        match command {
            Command::Undo => self.editing.is_some() || self.document.history().next_undo().is_some(),
            Command::Redo => self.document.history().next_redo().is_some(),
            Command::EditText => self.text_to_edit().is_some(),
            Command::SelectNone => !self.selection.is_empty(),
            Command::AddTouchpoint => !map.about.stages.is_empty(),
            Command::AddPain
            | Command::AddOpportunity
            | Command::AddQuote
            | Command::AddNote
            | Command::ToggleMomentOfTruth
            | Command::ToggleGoal
            | Command::ToggleContact => selected(),
            Command::ToggleReveal | Command::ShowRejected => self.data.is_some(),
            Command::ShowCharts => self.whole_measures().is_some(),
            Command::RefreshData | Command::ShowMoved => self.can_run_refresh(command),
            Command::TogglePaths
            | Command::ShowMorePaths
            | Command::ShowFewerPaths
            | Command::ToggleTimeToScale => self.can_run_layers(command),
            Command::ComparePeriods | Command::ResetFilter => self.can_run_periods(command),
            // Each knows its own commands and has nothing against the others.
            _ => {
                self.can_run_finding(command)
                    && self.can_run_versions(command)
                    && self.can_run_clipboard(command)
                    && self.can_run_choose(command)
                    && self.can_run_arrange(command)
                    && self.can_run_emotion(command)
                    && self.can_run_paint(command)
                    && self.can_run_lanes(command)
                    && self.can_run_workshop(command)
                    && self.can_run_mapping(command)
                    && self.can_run_present(command)
                    && self.can_run_insights(command)
                    && self.can_run_personas(command)
            }
        }
    }

    pub(super) fn ask(&mut self, request: Request) {
        self.finish_text();
        self.requests.push(request);
    }

    fn undo(&mut self) {
        if self.editing.is_some() {
            self.cancel_text();
            return;
        }
        self.document.undo();
    }

    fn redo(&mut self) {
        self.finish_text();
        self.document.redo();
    }

    /// Gives the window back when the timer has it. Else drops what is being typed and the selection; when there is
    /// neither, the search closes.
    fn select_none(&mut self) {
        if self.has_big_timer() {
            self.workshop.big_timer = false;
            return;
        }
        if self.editing.is_none() && self.selection.is_empty() {
            self.search.is_open = false;
        }
        self.cancel_text();
        self.selection.clear();
    }

    fn edit_selected_text(&mut self) {
        if let Some(element) = self.text_to_edit() {
            self.begin_text(element);
        }
    }

    /// What is selected last; in a presentation, where nothing is, what is shown.
    fn text_to_edit(&self) -> Option<Element> {
        let shown = self.presenting().and_then(|presenting| presenting.step().element());
        self.selection.iter().next_back().copied().or(shown)
    }

    fn add_stage(&mut self) {
        let map = self.document.map();
        let after = self.anchor().and_then(|touchpoint| map.stage_of(touchpoint)).map(|stage| stage.id);
        let after = after.or_else(|| self.selected_stage());
        let place = after.and_then(|id| map.about.stages.iter().position(|other| *other == id));
        let at = place.map_or(map.about.stages.len(), |place| place + 1);
        self.edit_then_type(&Edit::AddStage { name: String::new(), at });
    }

    fn add_touchpoint(&mut self) {
        let map = self.document.map();
        let name = String::new();
        let edit = if let Some(touchpoint) = self.anchor()
            && let Some(stage) = map.stage_of(touchpoint)
        {
            let place = stage.touchpoints.iter().position(|id| *id == touchpoint);
            Edit::AddTouchpoint { stage: stage.id, at: place.map_or(0, |place| place + 1), name }
        } else {
            let stage = self.selected_stage().or_else(|| map.about.stages.last().copied());
            let Some(stage) = stage.and_then(|id| map.stages.get(id)) else { return };
            Edit::AddTouchpoint { stage: stage.id, at: stage.touchpoints.len(), name }
        };
        self.edit_then_type(&edit);
    }

    /// A card at the selected touchpoint, in the first lane of a kind; the lane is made when there is none.
    fn add_card(&mut self, kind: LaneKind) {
        let Some(touchpoint) = self.anchor() else { return };
        let map = self.document.map();
        let lane = map.lanes_in_order().find(|lane| lane.kind == kind).map(|lane| (lane.id, lane.hidden));
        let lane = match lane {
            Some((lane, false)) => Some(lane),
            Some((lane, true)) => {
                self.edit(&Edit::SetLaneHidden { lane, hidden: false });
                Some(lane)
            }
            None => {
                let at = map.about.lanes.len();
                self.edit(&Edit::AddLane { kind, name: String::new(), at });
                self.document.map().lanes_in_order().find(|lane| lane.kind == kind).map(|lane| lane.id)
            }
        };
        let Some(lane) = lane else { return };
        if self.document.map().lanes.get(lane).is_some_and(|lane| lane.collapsed) {
            self.edit(&Edit::SetLaneCollapsed { lane, collapsed: false });
        }
        let slot = self.document.map().cell(lane, touchpoint).len();
        let kind = CardKind::for_lane(kind);
        self.edit_then_type(&Edit::AddCard { lane, touchpoint, slot, text: String::new(), kind });
    }

    fn add_persona(&mut self) {
        self.edit(&Edit::AddPersona(Persona::new(PersonaId(0), tr!("session-new-persona"))));
        self.ask(Request::Show(Panel::Persona));
    }

    fn toggle_flag(&mut self, flag: Flag) {
        let map = self.document.map();
        let touchpoints = self.selected_touchpoints();
        let is_on = |id: &TouchpointId| {
            map.touchpoints.get(*id).is_some_and(|touchpoint| match flag {
                Flag::Goal => touchpoint.goal,
                Flag::Contact => touchpoint.contact,
                Flag::MomentOfTruth => touchpoint.moment_of_truth,
            })
        };
        // One that lacks it decides: all get it.
        let on = !touchpoints.iter().all(is_on);
        let edits =
            touchpoints.into_iter().map(|touchpoint| Edit::SetFlag { touchpoint, flag, on }).collect();
        self.edit_as_one("session-step-set-flag", edits);
    }

    /// Touchpoints of all selected elements, in map order.
    #[must_use]
    pub fn selected_touchpoints(&self) -> Vec<TouchpointId> {
        let map = self.document.map();
        let chosen: Vec<_> =
            self.selection.iter().filter_map(|element| touchpoint_of(map, *element)).collect();
        map.touchpoints_in_order().map(|(_, t)| t.id).filter(|id| chosen.contains(id)).collect()
    }

    /// True when one of the selected elements belongs to a touchpoint; asked for many commands in every frame.
    pub(super) fn has_selected_touchpoint(&self) -> bool {
        let map = self.document.map();
        let is_there = |chosen| map.touchpoints_in_order().any(|(_, touchpoint)| touchpoint.id == chosen);
        self.selection.iter().any(|element| touchpoint_of(map, *element).is_some_and(is_there))
    }

    /// The touchpoint beside which new things are made.
    fn anchor(&self) -> Option<TouchpointId> {
        self.selected_touchpoints().last().copied()
    }

    fn selected_stage(&self) -> Option<StageId> {
        self.selection.iter().find_map(|element| match element {
            Element::Stage(stage) => Some(*stage),
            _ => None,
        })
    }
}
