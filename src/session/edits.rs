//! Edits and gestures on the document; what they create becomes the selection.

use super::{Failure, Request, Session};
use crate::model::edit::{Created, EditName};
use crate::model::{Edit, EditError};
use crate::scene::Element;
use crate::tr;

impl Session {
    /// One undo step. Gives what it made.
    pub(super) fn edit(&mut self, edit: &Edit) -> Option<Created> {
        self.finish_text();
        match self.document.edit(edit) {
            Ok(created) => {
                self.select_created(created);
                created
            }
            Err(error) => {
                self.fail(&error);
                None
            }
        }
    }

    /// One undo step; what was pinned from elsewhere is brought into view.
    pub(super) fn edit_and_show(&mut self, edit: &Edit) {
        let created = self.edit(edit);
        if let (Edit::PinCard { .. }, Some(element)) = (edit, created.and_then(element_of)) {
            self.requests.push(Request::Reveal(element));
        }
    }

    pub(super) fn begin_gesture(&mut self, name: EditName) {
        self.finish_text();
        self.document.begin_gesture(name);
    }

    pub(super) fn update_gesture(&mut self, edit: &Edit) {
        if let Err(error) = self.document.update_gesture(edit) {
            self.fail(&error);
        }
    }

    pub(super) fn commit_gesture(&mut self) {
        self.document.commit_gesture();
    }

    pub(super) fn cancel_gesture(&mut self) {
        self.document.cancel_gesture();
    }

    pub(super) fn select_created(&mut self, created: Option<Created>) {
        match created {
            Some(Created::Persona(persona)) => self.persona = Some(persona),
            Some(created) => {
                if let Some(element) = element_of(created) {
                    self.selection = [element].into();
                }
            }
            None => {}
        }
    }

    pub(super) fn fail(&mut self, error: &EditError) {
        let failure =
            Failure { headline: tr!("session-edit-failed"), detail: error.to_string(), hint: String::new() };
        self.requests.push(Request::Fail(failure));
    }
}

/// Where on the map a new record is.
pub(super) const fn element_of(created: Created) -> Option<Element> {
    match created {
        Created::Stage(id) => Some(Element::Stage(id)),
        Created::Touchpoint(id) => Some(Element::Touchpoint(id)),
        Created::Lane(id) => Some(Element::Lane(id)),
        Created::Card(id) => Some(Element::Card(id)),
        Created::Persona(_) | Created::Channel(_) | Created::Source(_) | Created::Snapshot(_) => None,
    }
}
