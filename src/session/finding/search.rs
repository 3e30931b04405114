//! Find and replace: what is searched, where it was found, and going from one place to the next. The search itself and
//! the edit that replaces are in [`crate::model::find`].

use crate::model::find::{Found, Query, TextPlace, find, replace};
use crate::scene::Element;
use crate::session::{Request, Session};
use crate::tr;
use std::collections::BTreeMap;

/// The search as it stands.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// The bar is shown, and what was found is marked on the map.
    pub is_open: bool,
    /// With the field for what is put in place.
    pub replaces: bool,
    /// What is searched.
    pub query: Query,
    /// What is put in place.
    pub with: String,
    /// Everything found, in the order of the map.
    pub found: Vec<Found>,
    /// The one of them that is looked at.
    pub at: Option<usize>,
    /// Counts how often the search was asked for: each time its field gets the keyboard.
    pub asked: u64,
    /// Revision and query that `found` is for.
    known: Option<(u64, Query)>,
}

/// What the search bar asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum SearchAction {
    /// Searches for this from now on and goes to the first place.
    Query(Query),
    /// What is put in place from now on.
    With(String),
    Next,
    Previous,
    /// Replaces where one is and goes to the next place.
    Replace,
    /// Replaces everywhere, as one undo step.
    ReplaceAll,
    Close,
}

impl Search {
    /// The elements of the map that have something found, with how many in each.
    #[must_use]
    pub fn elements(&self) -> BTreeMap<Element, usize> {
        let mut elements = BTreeMap::new();
        for element in self.found.iter().filter_map(|found| element_of(found.place)) {
            *elements.entry(element).or_default() += 1;
        }
        elements
    }

    /// The element that is looked at, and which of the things found in it.
    #[must_use]
    pub fn current(&self) -> Option<(Element, usize)> {
        let at = self.at?;
        let element = element_of(self.found.get(at)?.place)?;
        let before = self.found.iter().take(at).filter(|found| element_of(found.place) == Some(element));
        Some((element, before.count()))
    }
}

impl Session {
    /// Opens the search, or gives its field the keyboard again.
    pub(in crate::session) fn open_search(&mut self, replaces: bool) {
        self.finish_text();
        self.search.is_open = true;
        self.search.replaces = replaces;
        self.search.asked += 1;
    }

    /// Carries out what the search bar asks for.
    pub(in crate::session) fn search(&mut self, action: SearchAction) {
        match action {
            SearchAction::Query(query) => {
                self.search.query = query;
                self.refresh_search();
                self.look_at((!self.search.found.is_empty()).then_some(0));
            }
            SearchAction::With(with) => self.search.with = with,
            SearchAction::Next => self.go_to_match(true),
            SearchAction::Previous => self.go_to_match(false),
            SearchAction::Replace => self.replace_one(),
            SearchAction::ReplaceAll => self.replace_all(),
            SearchAction::Close => self.search.is_open = false,
        }
    }

    /// Searches again, as another map is shown from now on.
    pub(in crate::session) fn search_anew(&mut self) {
        self.search.known = None;
        self.refresh_search();
    }

    /// Searches the map that is shown again when it or the query have changed.
    pub(in crate::session) fn refresh_search(&mut self) {
        let known = (self.document.revision(), self.search.query.clone());
        if !self.search.is_open || self.search.known.as_ref() == Some(&known) {
            return;
        }
        let found = find(self.shown_map(), &self.search.query);
        let search = &mut self.search;
        search.found = found;
        search.at = search.at.filter(|_| !search.found.is_empty()).map(|at| at.min(search.found.len() - 1));
        search.known = Some(known);
    }

    /// The next place or the one before, around the ends of the map. Without words the search asks for some.
    pub(in crate::session) fn go_to_match(&mut self, forwards: bool) {
        if !self.search.is_open || self.search.query.words.is_empty() {
            let replaces = self.search.replaces;
            self.open_search(replaces);
        }
        self.refresh_search();
        let count = self.search.found.len();
        let at = match (self.search.at, forwards) {
            _ if count == 0 => None,
            (None, true) => Some(0),
            (None, false) => Some(count - 1),
            (Some(at), true) => Some((at + 1) % count),
            (Some(at), false) => Some(at.checked_sub(1).unwrap_or(count - 1)),
        };
        self.look_at(at);
    }

    /// Selects what a place belongs to and brings it into view.
    fn look_at(&mut self, at: Option<usize>) {
        self.search.at = at;
        let Some(place) = at.and_then(|at| self.search.found.get(at)).map(|found| found.place) else {
            return;
        };
        match place {
            TextPlace::Persona(persona) | TextPlace::PersonaQuote(persona) => self.persona = Some(persona),
            _ => {}
        }
        if let Some(element) = element_of(place) {
            self.finish_text();
            self.selection = [element].into();
            self.requests.push(Request::Reveal(element));
        }
    }

    fn replace_one(&mut self) {
        let Some(at) = self.search.at else { return self.go_to_match(true) };
        let Some(found) = self.search.found.get(at).cloned() else { return };
        let with = self.search.with.clone();
        let Some(edit) = replace(self.document.map(), std::slice::from_ref(&found), &with) else {
            return self.go_to_match(true);
        };
        self.edit(&edit);
        self.refresh_search();
        // What has been put in may hold the words again: it is not gone through a second time.
        let end = found.range.start + with.len();
        let is_new = |next: &Found| next.place == found.place && next.range.start < end;
        let behind = self.search.found.iter().skip(at).position(|next| !is_new(next)).map(|next| at + next);
        self.look_at(behind.or((!self.search.found.is_empty()).then_some(0)));
    }

    fn replace_all(&mut self) {
        self.refresh_search();
        if let Some(edit) = replace(self.document.map(), &self.search.found, &self.search.with) {
            self.edit(&edit);
            self.refresh_search();
        }
    }

    /// Where the present place is, when the map does not show it.
    #[must_use]
    pub fn search_hint(&self) -> Option<String> {
        let map = self.shown_map();
        let lane_is_hidden = |lane| map.lanes.get(lane).is_some_and(|lane| lane.hidden || lane.collapsed);
        Some(match self.search.found.get(self.search.at?)?.place {
            TextPlace::Description => tr!("session-found-scenario"),
            TextPlace::TouchpointDescription(_) => tr!("session-found-description"),
            TextPlace::TouchpointOwner(_) => tr!("session-found-owner"),
            TextPlace::Persona(_) | TextPlace::PersonaQuote(_) => tr!("session-found-persona"),
            TextPlace::Channel(_) => tr!("session-found-channel"),
            TextPlace::Parked(_) => tr!("session-found-parked"),
            TextPlace::Lane(lane) if lane_is_hidden(lane) => tr!("session-found-hidden"),
            TextPlace::Card(card) | TextPlace::CardDetail(card)
                if map.cards.get(card).is_some_and(|card| lane_is_hidden(card.lane)) =>
            {
                tr!("session-found-hidden")
            }
            TextPlace::Title
            | TextPlace::Stage(_)
            | TextPlace::Touchpoint(_)
            | TextPlace::Lane(_)
            | TextPlace::Card(_)
            | TextPlace::CardDetail(_) => return None,
        })
    }
}

/// What is selected to look at a text; none for what has no place on the map.
fn element_of(place: TextPlace) -> Option<Element> {
    Some(match place {
        TextPlace::Title | TextPlace::Description => Element::Title,
        TextPlace::Stage(stage) => Element::Stage(stage),
        TextPlace::Touchpoint(touchpoint)
        | TextPlace::TouchpointDescription(touchpoint)
        | TextPlace::TouchpointOwner(touchpoint) => Element::Touchpoint(touchpoint),
        TextPlace::Lane(lane) => Element::Lane(lane),
        TextPlace::Card(card) | TextPlace::CardDetail(card) => Element::Card(card),
        TextPlace::Persona(_) | TextPlace::PersonaQuote(_) | TextPlace::Channel(_) | TextPlace::Parked(_) => {
            return None;
        }
    })
}
