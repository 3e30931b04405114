//! How each edit is carried out, inside a transaction, split by what it touches.

use super::edit::{Created, Edit, EditError, EditName};
use super::txn::Txn;

/// Carries an edit out.
pub(super) fn apply(_txn: &mut Txn<'_>, _edit: &Edit) -> Result<Option<Created>, EditError> {
    Ok(None) // filled in by kind
}

impl Edit {
    /// What the undo step of this edit is called.
    #[must_use]
    pub fn name(&self) -> EditName {
        EditName { key: "edit-change", count: 1 }
    }
}
