//! What the program remembers of its user between two runs, in `preferences.ron` in the user's config folder.
//! Whatever is wrong with that file, the program starts.

use super::atomic::{self, Existing, WriteError};
use super::format;
use super::recent::Recent;
use crate::tr;
use ron::ser::PrettyConfig;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::{fs, io};

const FILE: &str = "preferences.ron";
const SET_ASIDE: &str = "preferences.broken.ron";

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// As the desktop is.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// The size of the main window in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WindowSize {
    /// Horizontal extent.
    pub width_pt: f32,
    /// Vertical extent.
    pub height_pt: f32,
}

/// Where a window stands, and its size, in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// From the left end of the desktop.
    pub left_pt: f32,
    /// From its upper end.
    pub top_pt: f32,
    /// Extent.
    pub size: WindowSize,
}

/// The preferences. Fields that another version of the program wrote are passed over.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Light, dark or as the desktop is.
    pub theme: ThemeChoice,
    /// Nothing moves by itself; none = as the desktop is set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reduced_motion: Option<bool>,
    /// No bell at the end of a step.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub silent: bool,
    /// No picture of the whole map in the corner.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub without_minimap: bool,
    /// Language tag such as `tr` or `pl-PL`; none = as the desktop says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// How the name of the file ended that was exported last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub export_as: Option<String>,
    /// Presenting goes from stage to stage, without a stop at each touchpoint.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub present_stages_only: bool,
    /// Presenting ends with the reveal of what was measured.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub present_reveals_last: bool,
    /// The presenter's window when it was last closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub presenter_window: Option<WindowPlace>,
    /// The window when it was last closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<WindowSize>,
    /// Maps opened last.
    pub recent: Recent,
}

/// Reads the preferences of a folder. When they can't be read they are the usual ones, a broken file is kept
/// under another name, and the text to show to the user comes along.
#[must_use]
pub fn load(folder: &Path) -> (Preferences, Option<String>) {
    let path = folder.join(FILE);
    let text = match fs::read(&path) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|error| error.to_string()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Default::default(),
        Err(error) => return (Preferences::default(), Some(unreadable(&path, &error.to_string()))),
    };
    match text.and_then(|text| format::options().from_str(&text).map_err(|error| error.to_string())) {
        Ok(preferences) => (preferences, None),
        Err(reason) => (Preferences::default(), Some(set_aside(&path, &folder.join(SET_ASIDE), &reason))),
    }
}

/// Writes the preferences into a folder, which is made where it is missing.
///
/// # Errors
/// [`WriteError`]; the former file is then untouched.
pub fn save(folder: &Path, preferences: &Preferences) -> Result<(), WriteError> {
    let path = folder.join(FILE);
    fs::create_dir_all(folder).map_err(|source| WriteError::io(folder, source))?;
    let text = format::options()
        .to_string_pretty(preferences, PrettyConfig::new().new_line("\n"))
        .map_err(|error| WriteError::io(&path, io::Error::other(error)))?;
    atomic::write_bytes(&path, Existing::Replace, text.as_bytes())
}

fn set_aside(path: &Path, aside: &Path, reason: &str) -> String {
    if fs::rename(path, aside).is_err() {
        return unreadable(path, reason);
    }
    let (file, aside) = (path.display().to_string(), aside.display().to_string());
    tr!("store-preferences-set-aside", file = file, aside = aside, reason = reason)
}

fn unreadable(path: &Path, reason: &str) -> String {
    tr!("store-preferences-unreadable", file = path.display().to_string(), reason = reason)
}
