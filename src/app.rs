//! The app: window, frame loop, wiring of session, panels and canvas.

use std::path::PathBuf;

/// Opens the window, with a map in it if one is given; returns when it is closed.
///
/// # Errors
/// When no window can be opened, in words.
pub fn run(_map: Option<PathBuf>) -> Result<(), String> {
    Err("the window is not part of this build".to_owned())
}
