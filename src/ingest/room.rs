//! How much memory reading and measuring will take, and whether there is so much: data that does not fit is refused
//! before the machine begins to swap.

use super::IngestError;
use crate::events::LogBuilder;
use std::path::Path;
use sysinfo::{CGroupLimits, System};

/// What sorting and measuring take for each event beyond its columns while they are being read. With the journeys, the
/// figures and the copy of a column that is being sorted.
const WORK_BYTES: u64 = 32;
/// Names are taken to go on growing as they did once so much has been read; before, most customers are new.
const TELLING_SHARE: f32 = 0.1;
/// The first part of the data that is shown early is a copy: at most so much more.
const COPY_SHARE: f64 = 1.3;

/// Memory that may be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room(Option<u64>);

impl Room {
    /// What the system says is free without swapping, or what this process's group is allowed; as much as wanted where it
    /// says nothing.
    #[must_use]
    pub fn of_system() -> Self {
        let mut system = System::new();
        system.refresh_memory();
        let free = Some(system.available_memory()).filter(|bytes| *bytes > 0);
        Self(free.into_iter().chain(system.cgroup_limits().map(|limits| free_in(&limits))).min())
    }

    /// So many bytes.
    #[must_use]
    pub const fn of_bytes(bytes: u64) -> Self {
        Self(Some(bytes))
    }

    /// Refuses what takes more; `is_all` is false where more comes after it, nobody knows how much.
    ///
    /// # Errors
    /// [`IngestError::TooLarge`].
    pub(super) fn check(self, path: &Path, wanted: u64, is_all: bool) -> Result<(), IngestError> {
        match self.0 {
            Some(free) if wanted > free => {
                Err(IngestError::TooLarge { path: path.to_owned(), wanted, is_all, free })
            }
            _ => Ok(()),
        }
    }

    /// True when a part may be held twice.
    pub(super) fn has_room_for_a_copy(self, wanted: u64) -> bool {
        self.0.is_none_or(|free| wanted as f64 * COPY_SHARE <= free as f64)
    }
}

/// What a group of processes may still take: parts of files that the system keeps in memory for it give way.
const fn free_in(group: &CGroupLimits) -> u64 {
    group.total_memory.saturating_sub(group.rss)
}

/// About the bytes at the peak of reading and measuring, as far as what was read tells; where nobody knows how much of
/// the data that is, for it alone.
pub(super) fn bytes_wanted(builder: &LogBuilder, share: Option<f32>) -> u64 {
    let times = |bytes: u64, share: f32| (bytes as f64 / f64::from(share.max(f32::EPSILON))) as u64;
    let columns = builder.len() as u64 * (builder.bytes_per_row() as u64 + WORK_BYTES);
    let names = builder.bytes_of_names() as u64;
    match share {
        Some(share) if share >= TELLING_SHARE => times(columns + names, share),
        Some(share) => times(columns, share) + names,
        None => columns + names,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_kept_in_memory_are_no_reason_to_refuse_data() {
        let group = CGroupLimits { total_memory: 24_000, free_memory: 2_700, free_swap: 0, rss: 1_800 };
        assert_eq!(free_in(&group), 22_200);
    }
}
