//! Exports: what the dialog describes, previewed and written by jobs, and what is remembered of it.

use super::App;
use crate::base::{Timestamp, fmt};
use crate::export::{ExportFormat, actions_csv};
use crate::jobs::{Export, ExportTask, Job, Preview, PreviewTask, Subject};
use crate::model::Png;
use crate::store::atomic::Existing;
use crate::store::{choices, logo};
use crate::theme::{Theme, ThemeName};
use crate::tr;
use crate::ui::{Asked, Dialog, ExportForm, Notice};
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl App {
    /// Opens the dialog with what was chosen last.
    pub(super) fn show_export(&mut self) {
        let config = self.places.preferences.as_deref();
        let chosen = config.map(choices::load).unwrap_or_default();
        let last = self.preferences.export_as.as_deref().and_then(ExportFormat::of_ending);
        let conceals = !self.session.reveal;
        let form = ExportForm::new(last.unwrap_or_default(), chosen, self.logo.clone(), conceals);
        self.state.dialogs.open = Some(Dialog::Export(Box::new(form)));
        let kept = config.map(logo::path).filter(|_| self.logo.is_none());
        // The first time there may be one of a former run.
        if let Some(path) = kept.filter(|path| path.is_file()) {
            self.jobs.start(Job::ReadLogo { path, keep_in: None });
        }
    }

    /// Asks for a preview of what the dialog describes now.
    pub(super) fn refresh_preview(&mut self) {
        let Some(Dialog::Export(form)) = &mut self.state.dialogs.open else { return };
        let wanted = form.asks(&self.session);
        if form.asked.as_ref() == Some(&wanted) {
            return;
        }
        if let Some((job, _)) = form.job.take() {
            self.jobs.cancel(job);
        }
        if form.asked.as_ref().is_none_or(|asked| asked.format != wanted.format) {
            (form.preview, form.shown) = (None, 0);
        }
        form.asked = Some(wanted.clone());
        if wanted.format.is_picture() {
            let subject = self.subject(&wanted);
            self.previews += 1;
            let Asked { format, choices, .. } = wanted;
            let task = PreviewTask { stamp: self.previews, subject, format, choices };
            let job = self.jobs.start(Job::Preview(Box::new(task)));
            if let Some(Dialog::Export(form)) = &mut self.state.dialogs.open {
                form.job = Some((job, self.previews));
            }
        }
    }

    /// A preview has been laid out; late ones are dropped.
    pub(super) fn previewed(&mut self, stamp: u64, preview: Preview) {
        if let Some(Dialog::Export(form)) = &mut self.state.dialogs.open {
            form.take_preview(stamp, preview);
        }
    }

    /// Writes what the dialog describes, remembers it and closes the dialog.
    pub(super) fn export_to(&mut self, path: PathBuf) {
        let Some(Dialog::Export(form)) = self.state.dialogs.open.take() else { return };
        let asked = form.asks(&self.session);
        let subject = Box::new(self.subject(&asked));
        let Asked { format, choices, .. } = asked;
        let path = with_ending(path, format.ending());
        // That of a set of pictures is asked about under a name that none of them has.
        let existing = if choices.is_set(format) { Existing::Refuse } else { Existing::Replace };
        let export = Export::Map { subject, format, choices };
        self.jobs.start(Job::Export(Box::new(ExportTask { path, existing, export })));
        // That it can't be remembered is no reason to stop anybody's work.
        if let Some(config) = &self.places.preferences {
            let _ = choices::save(config, &form.chosen);
        }
        self.change_preferences(|preferences| preferences.export_as = Some(format.ending().to_owned()));
    }

    /// Writes who does what until when.
    pub(super) fn export_actions(&mut self, path: PathBuf) {
        let path = with_ending(path, "csv");
        let list = actions_csv(self.session.document.map(), &self.format);
        self.write_text(path, list);
    }

    /// Writes a text to a file that may be replaced.
    pub(super) fn write_text(&mut self, path: PathBuf, text: String) {
        let task = ExportTask { path, existing: Existing::Replace, export: Export::Text(text) };
        self.jobs.start(Job::Export(Box::new(task)));
    }

    /// Takes a logo from a file and keeps it for all maps.
    pub(super) fn choose_logo(&mut self, path: PathBuf) {
        let keep_in = self.places.preferences.clone();
        self.jobs.start(Job::ReadLogo { path, keep_in });
    }

    /// A logo has been read.
    pub(super) fn logo_read(&mut self, png: Png) {
        self.logo = Some(png.clone());
        if let Some(Dialog::Export(form)) = &mut self.state.dialogs.open {
            form.logo = Some(png);
        }
    }

    /// No picture has a logo any more.
    pub(super) fn forget_logo(&mut self) {
        self.logo = None;
        if let Some(Dialog::Export(form)) = &mut self.state.dialogs.open {
            form.logo = None;
        }
        if let Some(config) = &self.places.preferences {
            logo::forget(config);
        }
    }

    /// Says where files now are.
    pub(super) fn notify_exported(&mut self, files: &[PathBuf]) {
        match files {
            [] => {}
            [file] => self.notify_written(file),
            [first, ..] => {
                let folder = first.parent().unwrap_or(Path::new("")).display().to_string();
                let words = tr!("ui-written-several", count = files.len(), folder = folder);
                self.state.notice = Some(Notice::new(words));
            }
        }
    }

    fn subject(&mut self, asked: &Asked) -> Subject {
        self.session.today = fmt::date(Timestamp::now());
        let theme = match asked.choices.theme {
            ThemeName::Light => self.light.clone(),
            ThemeName::Dark => self.dark.clone(),
            ThemeName::Print => Theme::print(),
        };
        self.session.subject(&asked.for_others, &asked.choices, theme, &Arc::clone(&self.fonts))
    }
}

/// The file as it is called, with an ending where it has none.
pub(super) fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_none() { path.with_extension(ending) } else { path }
}
