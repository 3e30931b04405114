//! Threads of jobs: start, cancel, collect. A panic in a job ends that job, not the program.

use super::tasks::{Job, Outcome};
use crate::base::{Cancel, Progress};
use crate::model::SourceId;
use crate::tr;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Number of a job, from 1, never used twice.
pub type JobId = u64;

/// A running job, to show.
#[derive(Clone, Debug)]
pub struct JobInfo {
    /// Its number.
    pub id: JobId,
    /// What it does, in the user's words.
    pub label: String,
    /// How far it has come.
    pub progress: Progress,
    /// So quick as a rule that it is not worth showing.
    pub quiet: bool,
    /// It reads the data of this source of the map.
    pub reads: Option<SourceId>,
    since: Instant,
    cancel: Cancel,
}

impl JobInfo {
    /// How long it has run.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.since.elapsed()
    }
}

/// All running jobs.
pub struct Jobs {
    running: Vec<JobInfo>,
    last_id: JobId,
    sender: Sender<(JobId, Outcome)>,
    receiver: Receiver<(JobId, Outcome)>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

impl Jobs {
    /// No jobs yet. `wake` is called from the job's thread when an outcome is there to be taken.
    #[must_use]
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (sender, receiver) = channel();
        Self { running: Vec::new(), last_id: 0, sender, receiver, wake: Arc::new(wake) }
    }

    /// Starts a job.
    pub fn start(&mut self, job: Job) -> JobId {
        self.last_id += 1;
        let id = self.last_id;
        let (cancel, progress) = (Cancel::new(), Progress::new());
        let (label, quiet, reads) = (job.label(), job.is_quiet(), job.reads());
        let since = Instant::now();
        let info =
            JobInfo { id, label, quiet, reads, since, progress: progress.clone(), cancel: cancel.clone() };
        self.running.push(info);
        let sender = self.sender.clone();
        let wake = Arc::clone(&self.wake);
        let work = move || {
            let panicked = job.panicked();
            let send = |outcome| {
                // The receiver is gone only when the program ends.
                let _ = sender.send((id, outcome));
                wake();
            };
            let outcome = catch_unwind(AssertUnwindSafe(|| job.run(&cancel, &progress, &send)));
            send(outcome.unwrap_or(panicked));
        };
        let spawned = thread::Builder::new().name(format!("job-{id}")).spawn(work);
        if let Err(error) = spawned {
            let detail = error.to_string();
            let _ = self.sender.send((id, Outcome::Failed { what: tr!("jobs-no-thread"), detail }));
        }
        id
    }

    /// Asks a job to stop; its outcome comes soon.
    pub fn cancel(&self, id: JobId) {
        if let Some(job) = self.running.iter().find(|job| job.id == id) {
            job.cancel.raise();
        }
    }

    /// True until its outcome has been taken.
    #[must_use]
    pub fn is_running(&self, id: JobId) -> bool {
        self.running.iter().any(|job| job.id == id)
    }

    /// Asks all jobs to stop.
    pub fn cancel_all(&self) {
        self.running.iter().for_each(|job| job.cancel.raise());
    }

    /// What is running.
    #[must_use]
    pub fn running(&self) -> &[JobInfo] {
        &self.running
    }

    /// Outcomes that have come since the last call.
    pub fn take_outcomes(&mut self) -> Vec<(JobId, Outcome)> {
        let outcomes: Vec<_> = self.receiver.try_iter().collect();
        self.forget_ended(&outcomes);
        outcomes
    }

    /// Waits until all jobs have ended, but no longer than told; their outcomes are dropped.
    pub fn wait_for_all(&mut self, at_most: Duration) {
        let until = Instant::now() + at_most;
        while !self.running.is_empty() {
            let left = until.saturating_duration_since(Instant::now());
            let Ok((id, _)) = self.receiver.recv_timeout(left) else { return };
            self.running.retain(|job| job.id != id);
        }
    }

    /// Waits for the next outcome, for callers without a frame loop; none when nothing is running.
    pub fn wait(&mut self) -> Option<(JobId, Outcome)> {
        if self.running.is_empty() {
            return None;
        }
        let outcome = self.receiver.recv().ok()?;
        self.forget_ended(std::slice::from_ref(&outcome));
        Some(outcome)
    }

    fn forget_ended(&mut self, outcomes: &[(JobId, Outcome)]) {
        let has_ended = |job: &JobInfo| outcomes.iter().any(|(id, of)| *id == job.id && of.is_last());
        self.running.retain(|job| !has_ended(job));
    }
}
