//! A keyed collection of records of one kind, in id order; written to the file as a plain list.

use super::edit::EditError;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

/// A record that knows its own id.
pub trait Record: Clone + PartialEq {
    /// The id's type.
    type Id: Copy + Ord + std::fmt::Display;

    /// What such a record is called in error messages.
    const KIND: &'static str;

    /// The record's id.
    fn id(&self) -> Self::Id;
}

/// Records by id. Order of appearance on the map is kept elsewhere (in lists of ids).
#[derive(Clone, Debug, PartialEq)]
pub struct Table<R: Record>(BTreeMap<R::Id, R>);

impl<R: Record> Default for Table<R> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<R: Record> Table<R> {
    /// The record with this id.
    #[must_use]
    pub fn get(&self, id: R::Id) -> Option<&R> {
        self.0.get(&id)
    }

    /// The record with this id, for an edit that needs it.
    ///
    /// # Errors
    /// [`EditError::Missing`] when it is not there.
    pub fn need(&self, id: R::Id) -> Result<&R, EditError> {
        self.get(id).ok_or_else(|| EditError::Missing { kind: R::KIND, id: id.to_string() })
    }

    /// The same, to be changed in its place. Only transactions do this.
    pub(in crate::model) fn need_mut(&mut self, id: R::Id) -> Result<&mut R, EditError> {
        self.0.get_mut(&id).ok_or_else(|| EditError::Missing { kind: R::KIND, id: id.to_string() })
    }

    /// True when there is a record with this id.
    #[must_use]
    pub fn contains(&self, id: R::Id) -> bool {
        self.0.contains_key(&id)
    }

    /// All records in id order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &R> + ExactSizeIterator {
        self.0.values()
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts a record in the place of its id, or takes it away. Only transactions and loading do this.
    pub(in crate::model) fn set(&mut self, id: R::Id, record: Option<R>) -> Option<R> {
        match record {
            Some(record) => self.0.insert(id, record),
            None => self.0.remove(&id),
        }
    }
}

impl<R: Record> FromIterator<R> for Table<R> {
    fn from_iter<I: IntoIterator<Item = R>>(records: I) -> Self {
        Self(records.into_iter().map(|record| (record.id(), record)).collect())
    }
}

impl<R: Record + Serialize> Serialize for Table<R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de, R: Record + Deserialize<'de>> Deserialize<'de> for Table<R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let records = Vec::<R>::deserialize(deserializer)?;
        let mut table = Self::default();
        for record in records {
            let id = record.id();
            if table.0.insert(id, record).is_some() {
                return Err(serde::de::Error::custom(format!(
                    "the id {id} is used twice; give one of the two another number"
                )));
            }
        }
        Ok(table)
    }
}
