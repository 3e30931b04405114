//! The folders that the program keeps for its user: what the environment names, else what the system says. The one
//! place where they are read from the environment.

use std::path::PathBuf;

/// Names another folder for preferences and own templates.
const CONFIG_VARIABLE: &str = "PATHLIGHT_CONFIG_DIR";

/// Names another folder for unsaved work and what was copied.
const STATE_VARIABLE: &str = "PATHLIGHT_STATE_DIR";

/// The folder of preferences and own templates; none when the system has no such folder.
#[must_use]
pub fn config() -> Option<PathBuf> {
    named(CONFIG_VARIABLE).or_else(|| Some(dirs::config_dir()?.join("pathlight")))
}

/// The folder of unsaved work and of what was copied; none when the system has no such folder.
#[must_use]
pub fn state() -> Option<PathBuf> {
    named(STATE_VARIABLE).or_else(|| Some(dirs::state_dir().or_else(dirs::data_local_dir)?.join("pathlight")))
}

/// A variable that is set to nothing names no folder.
fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|folder| !folder.is_empty()).map(PathBuf::from)
}
