//! Questions of the open map to its data, answered by jobs: one at a time for each place where answers are shown.

use super::App;
use super::export::with_ending;
use crate::export::DocumentInfo;
use crate::jobs::{Export, ExportTask, InsightsTask, Job, JobId, Slot};
use crate::measure::MeasureError;
use crate::scene::Scene;
use crate::session::Pick;
use crate::store::atomic::Existing;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// What is being looked for, and what is to be written once a file is known.
#[derive(Default)]
pub(super) struct Asking {
    running: BTreeMap<Slot, JobId>,
    chart: Option<(String, Arc<Scene>)>,
    text: Option<String>,
}

impl App {
    /// Nobody waits for the answer to what was asked before for the same place.
    pub(super) fn ask_data(&mut self, task: Box<InsightsTask>) {
        let slot = task.slot;
        if let Some(job) = self.asking.running.get(&slot) {
            self.jobs.cancel(*job);
        }
        let job = self.jobs.start(Job::Insights(task));
        self.asking.running.insert(slot, job);
    }

    /// A question has been answered, or could not be.
    pub(super) fn answered(&mut self, id: JobId, slot: Slot, ended: &Result<(), MeasureError>) {
        self.session.answers_came();
        if self.asking.running.get(&slot) != Some(&id) {
            return;
        }
        self.asking.running.remove(&slot);
        if let Err(error) = ended {
            self.session.answer_failed(slot, &error.to_string());
        }
    }

    /// A job broke; if it was looking for an answer, none comes.
    pub(super) fn answer_broke(&mut self, id: JobId, detail: &str) {
        let slot = self.asking.running.iter().find(|(_, job)| **job == id).map(|(slot, _)| *slot);
        if let Some(slot) = slot {
            self.asking.running.remove(&slot);
            self.session.answer_failed(slot, detail);
        }
    }

    /// Asks where to write a chart.
    pub(super) fn ask_where_to_save_chart(&mut self, title: String, scene: Arc<Scene>) {
        let file_name = format!("{}.png", file_name_of(&title));
        self.asking.chart = Some((title, scene));
        self.dialogs.ask(Pick::Chart { file_name });
    }

    /// The chart that is to be written, and what it is called.
    pub(super) fn take_chart(&mut self) -> Option<(String, Arc<Scene>)> {
        self.asking.chart.take()
    }

    /// Writes a chart in the format of the file's ending.
    pub(super) fn write_chart(&mut self, path: PathBuf, title: String, scene: Arc<Scene>) {
        let path = with_ending(path, "png");
        let info = DocumentInfo { title, ..DocumentInfo::of(self.session.document.map()) };
        let export = Export::Chart { scene, info };
        let task = ExportTask { path, existing: Existing::Replace, export };
        self.jobs.start(Job::Export(Box::new(task)));
    }

    /// Asks where to write a text.
    pub(super) fn ask_where_to_save_text(&mut self, file_name: String, text: String) {
        self.asking.text = Some(text);
        self.dialogs.ask(Pick::Text { file_name });
    }

    /// Writes the text that was to be written.
    pub(super) fn save_text(&mut self, path: PathBuf) {
        if let Some(text) = self.asking.text.take() {
            self.write_text(path, text);
        }
    }
}

/// A title without what names of files can't have.
fn file_name_of(title: &str) -> String {
    let allowed = |letter: char| !letter.is_control() && !"/\\:*?\"<>|".contains(letter);
    title.chars().filter(|letter| allowed(*letter)).take(80).collect::<String>().trim().to_owned()
}
