//! What is remembered between runs: the theme, the window's size and the maps opened last.

use super::App;
use crate::base::fmt::NumberFormat;
use crate::store::prefs::{self, Preferences, ThemeChoice, WindowSize};
use crate::tr;
use egui::{ViewportCommand, vec2};
use std::path::{Path, PathBuf};

impl App {
    pub(super) fn read_preferences(&mut self, ctx: &egui::Context) {
        let Some(folder) = &self.places.preferences else { return };
        let (preferences, trouble) = prefs::load(folder);
        ctx.set_theme(match preferences.theme {
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
            ThemeChoice::System => egui::ThemePreference::System,
        });
        if let Some(window) = preferences.window {
            ctx.send_viewport_cmd(ViewportCommand::InnerSize(vec2(window.width_pt, window.height_pt)));
        }
        self.preferences = preferences;
        if let Some(detail) = trouble {
            self.fail(tr!("ui-preferences-failed"), detail, String::new());
        }
    }

    /// Moves as the user has chosen, else as the desktop does.
    pub(super) fn follow_motion(&mut self, ctx: &egui::Context) {
        let reduced = self.preferences.reduced_motion.unwrap_or_else(|| self.desktop_motion.is_reduced());
        if self.session.reduced_motion != reduced {
            self.session.reduced_motion = reduced;
            crate::ui::set_reduced_motion(ctx, reduced);
        }
    }

    /// Writes numbers as the chosen language does, else as the desktop's locale says.
    pub fn follow_locale(&mut self, locale: Option<&str>) {
        let Some(tag) = self.preferences.language.as_deref().or(locale) else { return };
        self.format = NumberFormat::of(tag);
        self.session.set_format(self.format);
    }

    /// Changes a preference and writes all. That they can't be written is no reason to stop anybody's work.
    pub(super) fn change_preferences(&mut self, change: impl FnOnce(&mut Preferences)) {
        change(&mut self.preferences);
        if let Some(folder) = &self.places.preferences {
            let _ = prefs::save(folder, &self.preferences);
        }
    }

    /// Remembers how large the window is when it is closed.
    pub(super) fn remember_window(&mut self, ctx: &egui::Context) {
        // A window that has the whole screen for a presentation is no size to open with.
        let size = ctx.input(|input| input.viewport().inner_rect).filter(|_| !self.stage.is_up());
        let size = size.map(|rect| rect.size() * ctx.zoom_factor());
        if let Some(size) = size.filter(|size| size.is_finite() && size.min_elem() > 0.0) {
            let window = WindowSize { width_pt: size.x, height_pt: size.y };
            self.change_preferences(|preferences| preferences.window = Some(window));
        }
    }

    /// Tells of recent maps that they are not where they were.
    pub(super) fn recent_gone(&mut self, gone: &[PathBuf]) {
        let recent = self.state.welcome.iter_mut().flat_map(|welcome| &mut welcome.recent);
        for recent in recent.filter(|recent| gone.contains(&recent.path)) {
            recent.exists = false;
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
