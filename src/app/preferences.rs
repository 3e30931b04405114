//! What is remembered between runs: the theme and the maps opened last.

use super::App;
use crate::store::prefs::{self, Preferences, ThemeChoice};
use crate::tr;
use std::path::Path;

impl App {
    pub(super) fn read_preferences(&mut self, ctx: &egui::Context) {
        let Some(folder) = &self.places.preferences else { return };
        let (preferences, trouble) = prefs::load(folder);
        ctx.set_theme(match preferences.theme {
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
            ThemeChoice::System => egui::ThemePreference::System,
        });
        self.preferences = preferences;
        if let Some(detail) = trouble {
            self.fail(tr!("ui-preferences-failed"), detail, String::new());
        }
    }

    /// Changes a preference and writes all. That they can't be written is no reason to stop anybody's work.
    pub(super) fn change_preferences(&mut self, change: impl FnOnce(&mut Preferences)) {
        change(&mut self.preferences);
        if let Some(folder) = &self.places.preferences {
            let _ = prefs::save(folder, &self.preferences);
        }
    }

    /// Takes a map off the list of recent ones.
    pub(super) fn forget(&mut self, path: &Path) {
        self.change_preferences(|preferences| preferences.recent.forget(path));
        if let Some(welcome) = &mut self.state.welcome {
            welcome.recent.retain(|recent| recent.path != path);
        }
    }

    /// Puts a map at the top of the list of recent ones.
    pub(super) fn remember(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.change_preferences(|preferences| preferences.recent.remember(&path));
    }
}
