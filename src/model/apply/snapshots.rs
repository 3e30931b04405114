//! Edits of snapshots.

use super::trimmed;
use crate::model::check;
use crate::model::edit::{Created, EditError};
use crate::model::id::SnapshotId;
use crate::model::records::About;
use crate::model::snapshot::Snapshot;
use crate::model::table::{Record, Table};
use crate::model::txn::Txn;

pub(super) fn take(txn: &mut Txn<'_>, name: &str, made: &str) -> Result<Created, EditError> {
    // The number is taken after the copy: it is higher than all in it.
    let map = Box::new(txn.map().without_snapshots());
    let id = SnapshotId(txn.fresh_id()?);
    let snapshot = Snapshot { id, name: trimmed(name), made: trimmed(made), map };
    if let Some(problem) = check::made(&snapshot) {
        return Err(EditError::Invalid(problem));
    }
    txn.put_snapshot(snapshot);
    Ok(Created::Snapshot(id))
}

pub(super) fn rename(txn: &mut Txn<'_>, snapshot: SnapshotId, name: &str) -> Result<(), EditError> {
    txn.update_snapshot(snapshot, |snapshot| snapshot.name = trimmed(name))
}

pub(super) fn remove(txn: &mut Txn<'_>, snapshot: SnapshotId) -> Result<(), EditError> {
    txn.map().snapshots.need(snapshot)?;
    txn.remove_snapshot(snapshot);
    Ok(())
}

pub(super) fn restore(txn: &mut Txn<'_>, snapshot: SnapshotId) -> Result<(), EditError> {
    let then = txn.map().snapshots.need(snapshot)?.map.clone();
    macro_rules! restore {
        ($($table:ident $put:ident $remove:ident;)*) => {
            $(for id in not_in(&txn.map().$table, &then.$table) {
                txn.$remove(id);
            }
            for record in then.$table.iter() {
                txn.$put(record.clone());
            })*
        };
    }
    restore! {
        stages put_stage remove_stage;
        touchpoints put_touchpoint remove_touchpoint;
        lanes put_lane remove_lane;
        cards put_card remove_card;
        personas put_persona remove_persona;
        channels put_channel remove_channel;
        sources put_source remove_source;
    }
    // Ids given out since then are never given out again.
    let next_id = txn.map().about.next_id;
    *txn.about() = About { next_id, ..then.about };
    *txn.workshop() = then.workshop;
    Ok(())
}

fn not_in<R: Record>(now: &Table<R>, then: &Table<R>) -> Vec<R::Id> {
    now.iter().map(Record::id).filter(|id| !then.contains(*id)).collect()
}
