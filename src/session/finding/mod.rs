//! Finding one's way in a map: back to an earlier step, to the selection, to a place.

mod commands;
mod directory;
mod lookup;
mod named;
mod reason;
mod search;

pub use directory::{Destination, Directory, Place};
pub use lookup::Lookup;
pub use search::{Search, SearchAction};
