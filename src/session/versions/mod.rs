//! Versions of a map: named snapshots, and comparing two of them, or the map with another file.

mod commands;
mod comparing;
mod entries;

pub use comparing::{Comparing, Version};
pub use entries::{Entry, Group, entries, summary};
