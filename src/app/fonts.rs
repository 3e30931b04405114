//! Fonts for letters that the bundled faces lack: looked for when such a letter comes up, and then used everywhere.

use super::App;
use crate::jobs::Job;
use crate::text::OtherFamily;
use crate::ui;
use std::sync::Arc;

impl App {
    /// Has fonts looked for that have what came up and no font has.
    pub(super) fn look_for_fonts(&mut self) {
        let wanted = self.fonts.take_wanted();
        if !wanted.is_empty() {
            self.jobs.start(Job::FindFonts(wanted));
        }
    }

    /// Lays everything out with the fonts that were found.
    pub(super) fn fonts_found(&mut self, ctx: &egui::Context, found: Vec<OtherFamily>, sought: &[char]) {
        let is_any = !found.is_empty();
        self.fonts = Arc::new(self.fonts.with_others(found, sought));
        if is_any {
            ui::install_fonts(ctx, &self.fonts);
            self.session.lay_out_anew();
        }
    }
}
