//! Which events are which touchpoint: the window for analysts, and the tray of unmapped events beside the map.

mod assign;
mod list;
mod picker;
mod row;
mod rule;
mod rules;
mod tray;
mod why;
mod window;

pub use tray::{Tray, dragged_over_map_ui, has_keys as has_tray_keys, tray_ui};
pub use window::{MappingForm, mapping_ui};
