//! What has been made of texts before.

use hashbrown::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Texts kept at most; then all are forgotten.
const MOST_KNOWN: usize = 20_000;

/// What has been made of texts in several ways; `K` says in which one.
pub(super) struct Known<K, V: ?Sized>(Mutex<Shelves<K, V>>);

struct Shelves<K, V: ?Sized> {
    count: usize,
    by_key: HashMap<K, HashMap<Box<str>, Arc<V>>>,
}

impl<K, V: ?Sized> Default for Known<K, V> {
    fn default() -> Self {
        Self(Mutex::new(Shelves { count: 0, by_key: HashMap::new() }))
    }
}

impl<K: Eq + Hash, V: ?Sized> Known<K, V> {
    /// From memory, else made now; others may use the memory meanwhile.
    pub fn get(&self, key: K, text: &str, make: impl FnOnce() -> Arc<V>) -> Arc<V> {
        if let Some(known) = self.shelves().by_key.get(&key).and_then(|shelf| shelf.get(text)) {
            return Arc::clone(known);
        }
        let made = make();
        let mut shelves = self.shelves();
        if shelves.count >= MOST_KNOWN {
            (shelves.count, shelves.by_key) = (0, HashMap::new());
        }
        shelves.count += 1;
        shelves.by_key.entry(key).or_default().insert(text.into(), Arc::clone(&made));
        made
    }

    fn shelves(&self) -> MutexGuard<'_, Shelves<K, V>> {
        // A thread that died while it held the lock has left whole entries behind.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
