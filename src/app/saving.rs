//! The file of the open map, by jobs: asking for it, saving to it, letting it go. The window goes on meanwhile,
//! however long a drive takes to answer.

use super::App;
use super::keeping::now;
use crate::jobs::{Job, JobId};
use crate::session::{Leave, OthersWork, Pick, SaveError};
use crate::store::keeping::{AskTask, Asked, Held, Saved};
use crate::tr;
use crate::ui::{Dialog, Notice, SaveFailed, Waiting};
use std::path::PathBuf;
use std::time::Duration;

/// Nobody waits longer than this for the program to end.
const LONGEST_GOODBYE: Duration = Duration::from_secs(2);

/// So often a map is asked for that somebody else has.
const ASK_EVERY_SECS: f64 = 3.0;

/// Saving that the user has asked for.
#[derive(Clone)]
struct Save {
    path: PathBuf,
    others: OthersWork,
    /// Where to go when it is done.
    then: Option<Leave>,
}

/// Work on the file of the open map: one thing after the other.
#[derive(Default)]
pub(super) struct FileWork {
    asking: Option<JobId>,
    saving: Option<(JobId, Save)>,
    /// Comes next; a newer one takes its place.
    waiting: Option<Save>,
    /// When a map that somebody else has was asked for last, in the window's time.
    asked_at_secs: f64,
}

impl FileWork {
    pub(super) fn is_idle(&self) -> bool {
        self.asking.is_none() && self.saving.is_none()
    }
}

impl App {
    /// Saves to the map's file or asks for one; then leaves when told so.
    pub(super) fn save(&mut self, then: Option<Leave>) {
        match self.session.path.clone() {
            Some(path) => self.save_to(path, then, OthersWork::Respect),
            None => self.ask_where_to_save(then),
        }
    }

    pub(super) fn ask_where_to_save(&mut self, then: Option<Leave>) {
        self.dialogs.ask(Pick::SaveMap { file_name: self.file_name(), then });
    }

    /// Saves to a file. What is being done to the same file comes first; another file need not wait for it, so that
    /// a drive that does not answer can be left.
    pub(super) fn save_to(&mut self, path: PathBuf, then: Option<Leave>, others: OthersWork) {
        if then.is_some() {
            self.state.dialogs.open = Some(Dialog::Waiting(Waiting::saving(&path)));
        }
        let save = Save { path, others, then };
        let is_own = self.session.path.as_ref() == Some(&save.path);
        let is_being_saved = self.work.saving.as_ref().is_some_and(|(_, saving)| saving.path == save.path);
        if is_being_saved || is_own && self.work.asking.is_some() {
            self.work.waiting = Some(save);
        } else {
            self.start_save(save);
        }
    }

    fn start_save(&mut self, save: Save) {
        let task = self.session.begin_save(&save.path, save.others, now());
        self.work.saving = Some((self.jobs.start(Job::SaveMap(Box::new(task))), save));
        self.work.waiting = None;
    }

    /// What has come of saving.
    pub(super) fn map_saved(&mut self, ctx: &egui::Context, job: JobId, saved: Result<Saved, SaveError>) {
        let Some((_, save)) = self.work.saving.take_if(|(saving, _)| *saving == job) else {
            // Nobody waits for it: the map has meanwhile been saved elsewhere or given up.
            let access = saved.ok().and_then(|saved| saved.access).unwrap_or_default();
            self.let_go(Held { journal: None, access });
            return;
        };
        let waiting = self.work.waiting.take();
        match self.session.end_save(saved, now()) {
            Ok(former) => {
                self.let_go(former);
                self.remember(&save.path);
                match waiting {
                    Some(next) => self.save_to(next.path, next.then.or(save.then), next.others),
                    None => self.go_on(ctx, save.then),
                }
            }
            Err(error) => {
                let then = waiting.and_then(|waiting| waiting.then).or(save.then.clone());
                self.state.dialogs.close_waiting();
                self.save_failed(Save { then, ..save }, &error);
            }
        }
    }

    /// Leaves, when that is what saving was for.
    fn go_on(&mut self, ctx: &egui::Context, then: Option<Leave>) {
        self.state.dialogs.close_waiting();
        if let Some(leave) = then {
            self.ask_to_leave(ctx, leave);
        }
    }

    fn save_failed(&mut self, save: Save, error: &SaveError) {
        let Save { path, others, then } = save;
        let is_own = self.session.path.as_ref() == Some(&path);
        match error {
            SaveError::ChangedOnDisk(_) => self.state.dialogs.open = Some(Dialog::ChangedOnDisk(then)),
            // The banner says who has it; a copy is what is left.
            SaveError::InUse(_) if is_own => self.ask_where_to_save(then),
            error => {
                let failed = SaveFailed { path, others, then, detail: error.to_string() };
                self.state.dialogs.open = Some(Dialog::SaveFailed(failed));
            }
        }
    }

    /// A job has broken; nothing waits for it any more.
    pub(super) fn file_work_broke(&mut self, job: JobId) {
        if self.work.saving.take_if(|(saving, _)| *saving == job).is_some() {
            self.work.waiting = None;
            self.session.document.end_save(false);
            self.state.dialogs.close_waiting();
        }
        self.work.asking.take_if(|asking| *asking == job);
        if self.reading.as_ref().is_some_and(|reading| reading.job == job) {
            self.state.dialogs.close_waiting();
            self.stop_reading();
        }
    }

    /// Goes elsewhere: after the saving that is under way, and after asking about what is not saved.
    pub(super) fn ask_to_leave(&mut self, ctx: &egui::Context, leave: Leave) {
        let last = self.work.waiting.as_mut().or(self.work.saving.as_mut().map(|(_, save)| save));
        if let Some(save) = last {
            self.state.dialogs.open = Some(Dialog::Waiting(Waiting::saving(&save.path)));
            save.then = Some(leave);
        } else if self.has_unsaved_work() {
            self.state.dialogs.open = Some(Dialog::Unsaved(leave));
        } else {
            self.leave(ctx, &leave);
        }
    }

    /// The user stays after all, and whatever is under way goes on.
    pub(super) fn stop_waiting(&mut self) {
        let saving = self.work.saving.iter_mut().map(|(_, save)| save);
        for save in self.work.waiting.iter_mut().chain(saving) {
            save.then = None;
        }
        if self.reading.is_some() {
            self.stop_reading();
        }
    }

    /// The user does not wait for the drive: what is not saved stays in the journal, to be found at the next start.
    pub(super) fn leave_without_waiting(&mut self, ctx: &egui::Context) {
        let FileWork { saving, waiting, .. } = std::mem::take(&mut self.work);
        let then = waiting.and_then(|save| save.then).or(saving.and_then(|(_, save)| save.then));
        if let Some(leave) = then {
            let held = self.session.leave_behind();
            self.let_go(held);
            self.leave(ctx, &leave);
        }
    }

    /// Asks for the file of the map that has just been opened, when what was open before is let go.
    pub(super) fn ask_for_file(&mut self, former: Held) {
        self.work = FileWork::default();
        match self.session.ask_for_file() {
            Some(ask) => self.start_asking(AskTask { former, ..ask }),
            None => self.let_go(former),
        }
    }

    /// Has the file from now on, though another computer seems to have it.
    pub(super) fn take_over(&mut self) {
        if let Some(ask) = self.session.take_over() {
            self.start_asking(ask);
        }
    }

    /// While somebody else has the map, asks for it again now and then.
    pub(super) fn ask_again(&mut self, ctx: &egui::Context) {
        if self.session.read_only().is_none() || !self.work.is_idle() {
            return;
        }
        let now_secs = ctx.input(|input| input.time);
        let left_secs = self.work.asked_at_secs + ASK_EVERY_SECS - now_secs;
        if left_secs > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(left_secs));
        } else if let Some(ask) = self.session.ask_for_file() {
            self.work.asked_at_secs = now_secs;
            self.start_asking(ask);
        }
    }

    /// Who had the map has closed it, and here it can be saved from now on.
    fn map_is_free(&mut self, ctx: &egui::Context, is_changed: bool) {
        let words = match (is_changed, self.has_unsaved_work()) {
            (false, _) => tr!("ui-free"),
            (true, true) => tr!("ui-free-changed"),
            (true, false) => {
                if let Some(path) = self.session.path.clone() {
                    self.open(ctx, &path);
                }
                tr!("ui-free-reloaded")
            }
        };
        self.state.notice = Some(Notice::new(words));
    }

    fn start_asking(&mut self, ask: AskTask) {
        self.work.asking = Some(self.jobs.start(Job::AskForMap(Box::new(ask))));
    }

    /// What has come of asking.
    pub(super) fn map_asked(&mut self, ctx: &egui::Context, job: JobId, asked: Asked) {
        self.work.asking.take_if(|asking| *asking == job);
        let (former, is_changed) = (self.session.read_only().cloned(), asked.is_changed);
        let useless = self.session.end_ask(asked);
        self.let_go(useless);
        if former.is_some() && self.session.read_only().is_none() {
            self.map_is_free(ctx, is_changed);
        }
        if self.work.is_idle()
            && let Some(save) = self.work.waiting.take()
        {
            self.start_save(save);
        }
    }

    pub(super) fn let_go(&mut self, held: Held) {
        if !held.is_nothing() {
            self.jobs.start(Job::LetGo(Box::new(held)));
        }
    }

    /// The last thing before the program ends.
    pub(super) fn say_goodbye(&mut self, ctx: &egui::Context) {
        self.remember_window(ctx);
        self.jobs.cancel_all();
        let held = self.session.close();
        self.let_go(held);
    }

    /// Gives jobs the time to end well.
    pub(super) fn wait_for_jobs(&mut self) {
        self.jobs.wait_for_all(LONGEST_GOODBYE);
    }
}
