//! What is not safe to guess about a file, and what the user says of it.

use super::Import;
use crate::ingest::{Doubt, UnsafeGuess};

/// What is read of a log with each step's start and end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The rows of one phase.
    Only(String),
    /// Every row.
    All,
}

impl Import {
    /// What is not safe to guess and not decided yet. Missing roles are told by [`Self::missing_roles`], tables and
    /// files of an archive are chosen before columns.
    pub fn open_doubts(&self) -> impl Iterator<Item = &UnsafeGuess> {
        self.profile.guess.unsafe_guesses.iter().filter(|guess| match &guess.doubt {
            Doubt::Role(role, columns) if columns.is_empty() => !self.roles.contains(&Some(*role)),
            Doubt::Role(..) | Doubt::Phase(..) => self.answer(&guess.doubt).is_none(),
            Doubt::DateOrder => self.has_times(),
            Doubt::ObjectType(_) | Doubt::AttributesCustomer(_) => true,
            Doubt::Table(_) | Doubt::Entry(_) => false,
        })
    }

    /// What the user has chosen of a doubt's answers, by place; past the last one for all of them.
    #[must_use]
    pub fn answer(&self, doubt: &Doubt) -> Option<usize> {
        match doubt {
            Doubt::Role(role, columns) => {
                let is_given = |column: &String| self.given.contains(&(column.clone(), Some(*role)));
                let has_role = |column: &String| self.column_of(*role).as_ref() == Some(column);
                columns.iter().position(|column| is_given(column) && has_role(column))
            }
            Doubt::Phase(_, values) => match self.phase.as_ref()? {
                Phase::Only(kept) => values.iter().position(|value| value == kept),
                Phase::All => Some(values.len()),
            },
            Doubt::DateOrder
            | Doubt::Table(_)
            | Doubt::Entry(_)
            | Doubt::ObjectType(_)
            | Doubt::AttributesCustomer(_) => None,
        }
    }

    /// Decides a doubt about roles or phases by the place of the answer; see [`Self::answer`].
    pub fn decide(&mut self, doubt: &Doubt, answer: usize) {
        match doubt {
            Doubt::Role(role, columns) => {
                let name = columns.get(answer);
                let index = self.profile.columns.iter().position(|column| Some(&column.name) == name);
                if let Some(index) = index {
                    self.set_role(index, Some(*role));
                }
            }
            Doubt::Phase(_, values) => {
                self.phase = Some(values.get(answer).cloned().map_or(Phase::All, Phase::Only));
                self.forget_loaded();
            }
            Doubt::DateOrder
            | Doubt::Table(_)
            | Doubt::Entry(_)
            | Doubt::ObjectType(_)
            | Doubt::AttributesCustomer(_) => {}
        }
    }

    /// The column that tells the start of a step from its end.
    pub(super) fn phase_column(&self) -> Option<String> {
        self.profile.guess.unsafe_guesses.iter().find_map(|guess| match &guess.doubt {
            Doubt::Phase(column, _) => Some(column.clone()),
            Doubt::Role(..)
            | Doubt::DateOrder
            | Doubt::Table(_)
            | Doubt::Entry(_)
            | Doubt::ObjectType(_)
            | Doubt::AttributesCustomer(_) => None,
        })
    }
}
