//! Finding one's way in a map: back to an earlier step, to the selection, to a place.

mod commands;
mod directory;
mod reason;

pub use directory::{Destination, Directory, Place};
