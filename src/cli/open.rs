//! `pathlight [MAP]`: the app where there is a display, else what can be done without one.

use super::error::CliError;
use super::output::to_stdout;
use std::path::PathBuf;

/// What works everywhere, on a sample that comes along.
const HEADLESS: &str = "Without it, maps can be drafted, measured and exported. For example:

  pathlight export sample_maps/online-shop.journey.ron -o shop.png

`pathlight --help` lists all commands.
";

/// Opens the app.
#[cfg(feature = "gui")]
pub fn run(map: Option<PathBuf>) -> Result<(), CliError> {
    if !has_display() {
        return to_stdout(&format!("There is no display here, so the window can't open.\n{HEADLESS}"));
    }
    crate::app::run(map).map_err(|error| CliError::input(error, "", ""))
}

/// Says that this build has no window.
#[cfg(not(feature = "gui"))]
pub fn run(_map: Option<PathBuf>) -> Result<(), CliError> {
    to_stdout(&format!("This Pathlight was built without its window.\n{HEADLESS}"))
}

/// Windows and macOS always have one; elsewhere the session says so.
#[cfg(feature = "gui")]
fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(target_os = "windows", target_os = "macos")) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
