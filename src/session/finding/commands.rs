//! The commands that help to find one's way.

use crate::model::{Edit, JourneyMap, Lane};
use crate::scene::Element;
use crate::session::{Command, Part, Request, Session, Zoom};

impl Session {
    /// Runs a command of finding one's way; others do nothing here.
    pub(in crate::session) fn run_finding(&mut self, command: Command) {
        match command {
            Command::ToggleHistory => self.ask(Request::Toggle(Part::History)),
            Command::ToggleMinimap => self.ask(Request::Toggle(Part::Minimap)),
            Command::ZoomSelection => self.ask(Request::Zoom(Zoom::Selection)),
            Command::Find => self.open_search(false),
            Command::Replace => self.open_search(true),
            Command::FindNext => self.go_to_match(true),
            Command::FindPrevious => self.go_to_match(false),
            _ => {}
        }
    }

    /// True when a command of finding one's way would do something now.
    pub(in crate::session) fn can_run_finding(&self, command: Command) -> bool {
        match command {
            Command::ZoomSelection => !self.selection.is_empty(),
            _ => true,
        }
    }

    /// Selects an element and brings it into view; a lane that hides it is shown.
    pub(in crate::session) fn go_to(&mut self, element: Element) {
        self.finish_text();
        if let Some(lane) = lane_of(self.shown_map(), element) {
            let (lane, is_hidden, is_collapsed) = (lane.id, lane.hidden, lane.collapsed);
            if is_hidden {
                self.edit(&Edit::SetLaneHidden { lane, hidden: false });
            }
            if is_collapsed && matches!(element, Element::Card(_)) {
                self.edit(&Edit::SetLaneCollapsed { lane, collapsed: false });
            }
        }
        self.selection = [element].into();
        self.requests.push(Request::Reveal(element));
    }

    /// True when a lane must be shown or opened before an element can be seen.
    pub(in crate::session) fn is_hidden(&self, element: Element) -> bool {
        lane_of(self.shown_map(), element)
            .is_some_and(|lane| lane.hidden || lane.collapsed && matches!(element, Element::Card(_)))
    }

    /// Undoes or does again until so many steps of the history are done.
    pub(in crate::session) fn go_to_step_of_history(&mut self, position: usize) {
        self.finish_text();
        self.document.go_to(position);
    }
}

/// A lane itself, or the one that a card is in.
fn lane_of(map: &JourneyMap, element: Element) -> Option<&Lane> {
    let lane = match element {
        Element::Lane(lane) => lane,
        Element::Card(card) => map.cards.get(card)?.lane,
        _ => return None,
    };
    map.lanes.get(lane)
}
