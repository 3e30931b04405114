//! Edits of the map's own record.

use super::trimmed;
use crate::model::edit::EditError;
use crate::model::records::MapKind;
use crate::model::txn::Txn;

pub(super) fn set_title(txn: &mut Txn<'_>, title: &str) -> Result<(), EditError> {
    txn.about().title = trimmed(title);
    Ok(())
}

pub(super) fn set_kind(txn: &mut Txn<'_>, kind: MapKind) -> Result<(), EditError> {
    txn.about().kind = kind;
    Ok(())
}

pub(super) fn set_description(txn: &mut Txn<'_>, description: &str) -> Result<(), EditError> {
    txn.about().description = trimmed(description);
    Ok(())
}

pub(super) fn set_smallest_group(txn: &mut Txn<'_>, count: u32) -> Result<(), EditError> {
    txn.about().smallest_group = count;
    Ok(())
}
