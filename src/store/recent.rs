//! The maps opened last, newest first.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::path::{Path, PathBuf};

/// How many are remembered.
const MOST: usize = 12;

/// Map files in the order they were last opened or saved, newest first, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recent(Vec<PathBuf>);

impl Recent {
    /// The files, newest first; some may be gone meanwhile.
    #[must_use]
    pub fn paths(&self) -> &[PathBuf] {
        &self.0
    }

    /// Puts a file (by its absolute path) in front.
    pub fn remember(&mut self, path: &Path) {
        self.forget(path);
        self.0.insert(0, path.to_owned());
        self.0.truncate(MOST);
    }

    /// Takes a file out, because it is gone or not wanted.
    pub fn forget(&mut self, path: &Path) {
        self.0.retain(|known| known != path);
    }
}

impl Serialize for Recent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A name that is no Unicode can't be written as text; it is only left out of the list.
        serializer.collect_seq(self.0.iter().filter_map(|path| path.to_str()))
    }
}

impl<'de> Deserialize<'de> for Recent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut recent = Self::default();
        for path in Vec::<PathBuf>::deserialize(deserializer)?.iter().rev() {
            recent.remember(path);
        }
        Ok(recent)
    }
}
