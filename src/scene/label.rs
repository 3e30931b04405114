//! The full names of what can be pointed at. A large map has thousands of them and is laid out anew at every letter that is
//! typed, while hardly anybody listens: so a name is kept in pieces that it shares with others, and put together where it is said.

use super::names::{NameOf, Names};
use std::borrow::Cow;
use std::fmt::{Display, Formatter};
use std::sync::Arc;

/// A name for screen readers, alternative texts and search. Names are equal when they read alike, whatever their pieces.
#[derive(Clone, Debug)]
pub struct Label(Pieces);

#[derive(Clone, Debug)]
enum Pieces {
    One(Arc<str>),
    Three([Arc<str>; 3]),
    /// Put together when somebody asks.
    Later(Arc<Names>, NameOf),
}

impl Label {
    /// A name that is its pieces one after the other.
    pub(super) fn of_pieces(pieces: [&Arc<str>; 3]) -> Self {
        Self(Pieces::Three(pieces.map(Arc::clone)))
    }

    /// One of the names of a touchpoint.
    pub(super) fn later(names: &Arc<Names>, of: NameOf) -> Self {
        Self(Pieces::Later(Arc::clone(names), of))
    }

    /// The whole name.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        match self.pieces() {
            [text] => Cow::Borrowed(text),
            pieces => Cow::Owned(pieces.concat()),
        }
    }

    fn pieces(&self) -> &[Arc<str>] {
        match &self.0 {
            Pieces::One(text) => std::slice::from_ref(text),
            Pieces::Three(pieces) => pieces,
            Pieces::Later(names, of) => std::slice::from_ref(names.get(*of)),
        }
    }
}

impl Display for Label {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> std::fmt::Result {
        self.pieces().iter().try_for_each(|piece| formatter.write_str(piece))
    }
}

impl PartialEq for Label {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text()
    }
}

impl<T: Into<Arc<str>>> From<T> for Label {
    fn from(text: T) -> Self {
        Self(Pieces::One(text.into()))
    }
}
