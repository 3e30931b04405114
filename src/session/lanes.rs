//! Commands on lanes: new ones of every kind, hidden, pinned, collapsed.

use super::{Command, Session};
use crate::model::{Edit, Lane, LaneKind};

impl Command {
    /// The command that adds a lane of a kind.
    #[must_use]
    pub const fn add_lane(kind: LaneKind) -> Self {
        match kind {
            LaneKind::Channels => Self::AddChannelsLane,
            LaneKind::Emotion => Self::AddEmotionLane,
            LaneKind::Exits => Self::AddExitsLane,
            LaneKind::Satisfaction => Self::AddSatisfactionLane,
            LaneKind::Thoughts => Self::AddThoughtsLane,
            LaneKind::Quotes => Self::AddQuotesLane,
            LaneKind::Pains => Self::AddPainsLane,
            LaneKind::Opportunities => Self::AddOpportunitiesLane,
            LaneKind::Backstage => Self::AddBackstageLane,
            LaneKind::Metrics => Self::AddMetricsLane,
            LaneKind::Notes => Self::AddNotesLane,
            LaneKind::Images => Self::AddImagesLane,
        }
    }
}

/// The kind of lane that a command adds.
fn kind_added(command: Command) -> Option<LaneKind> {
    LaneKind::ALL.into_iter().find(|kind| Command::add_lane(*kind) == command)
}

impl Session {
    /// Runs a command on lanes; others do nothing here.
    pub(super) fn run_lanes(&mut self, command: Command) {
        self.finish_text();
        if let Some(kind) = kind_added(command) {
            self.add_lane(kind);
            return;
        }
        let edits_of = |change: &dyn Fn(&Lane) -> Edit| {
            let map = self.document.map();
            let lanes = self.selected_lanes().into_iter().filter_map(|lane| map.lanes.get(lane));
            lanes.map(change).collect::<Vec<_>>()
        };
        let (key, edits) = match command {
            Command::HideLane => (
                "session-step-hide-lanes",
                edits_of(&|lane| Edit::SetLaneHidden { lane: lane.id, hidden: true }),
            ),
            Command::PinLane => (
                "session-step-pin-lanes",
                edits_of(&|lane| Edit::SetLanePinned { lane: lane.id, pinned: !lane.pinned }),
            ),
            Command::CollapseLane => (
                "session-step-collapse-lanes",
                edits_of(&|lane| Edit::SetLaneCollapsed { lane: lane.id, collapsed: !lane.collapsed }),
            ),
            Command::ShowHiddenLanes => {
                let hidden = self.document.map().lanes_in_order().filter(|lane| lane.hidden);
                let show = |lane: &Lane| Edit::SetLaneHidden { lane: lane.id, hidden: false };
                ("session-step-show-lanes", hidden.map(show).collect())
            }
            _ => return,
        };
        self.edit_as_one(key, edits);
    }

    /// False when a command on lanes would change nothing.
    pub(super) fn can_run_lanes(&self, command: Command) -> bool {
        let map = self.document.map();
        if let Some(kind) = kind_added(command) {
            return kind.may_repeat() || map.lanes.iter().all(|lane| lane.kind != kind);
        }
        match command {
            Command::HideLane | Command::PinLane | Command::CollapseLane => !self.selected_lanes().is_empty(),
            Command::ShowHiddenLanes => map.lanes.iter().any(|lane| lane.hidden),
            _ => true,
        }
    }

    /// A lane below the last one in which something is selected, else at the end.
    fn add_lane(&mut self, kind: LaneKind) {
        let lanes = &self.document.map().about.lanes;
        let after = self.selected_lanes().last().copied();
        let place = after.and_then(|lane| lanes.iter().position(|id| *id == lane));
        let at = place.map_or(lanes.len(), |place| place + 1);
        self.edit(&Edit::AddLane { kind, name: String::new(), at });
    }
}
