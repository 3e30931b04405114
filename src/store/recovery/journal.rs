//! A journal's writer: a small thread that keeps the newest state it was given; older ones that wait are passed over.

use super::text::{self, Snapshot};
use super::{GENERATIONS, LOCK, remove};
use crate::store::atomic::{self, Existing, WriteError};
use std::fs::{self, File};
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Between two states. A drag makes dozens a second; the disk need not see them all.
const SHORTEST_GAP: Duration = Duration::from_millis(400);

/// After a state could not be kept: somebody may have made room meanwhile.
const RETRY: Duration = Duration::from_secs(1);

/// Keeps the state of one open map. Dropping it leaves the last state behind, to be found at the next start;
/// [`Journal::clear`] is for maps that are saved or closed.
#[derive(Debug)]
pub struct Journal {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

/// Waits for a [`Journal`], also after that is dropped.
#[derive(Debug)]
pub struct Flush(Arc<Shared>);

impl Flush {
    /// Waits until all is on disk as it was told.
    pub fn wait(&self) {
        let mut state = self.0.lock();
        state.is_urgent = true;
        self.0.changed.notify_all();
        while state.next.is_some() || state.is_busy {
            state = self.0.wait(state);
        }
        state.is_urgent = false;
    }
}

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// What is to be done next.
    next: Option<Task>,
    is_busy: bool,
    /// Somebody waits: no gap now.
    is_urgent: bool,
    ends: bool,
    /// Why the last state could not be kept.
    trouble: Option<String>,
}

#[derive(Debug)]
enum Task {
    Keep(Box<Snapshot>),
    Clear,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        // A panic elsewhere leaves a state that is as good as any.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        self.changed.wait(state).unwrap_or_else(PoisonError::into_inner)
    }
}

impl Journal {
    pub(super) fn start(disk: Disk) -> io::Result<Self> {
        let shared = Arc::new(Shared::default());
        let theirs = Arc::clone(&shared);
        let thread = thread::Builder::new().name("journal".to_owned()).spawn(move || work(&theirs, disk))?;
        Ok(Self { shared, thread: Some(thread) })
    }

    /// Keeps a state soon; one that still waits is passed over.
    pub fn keep(&self, snapshot: Snapshot) {
        self.give(Task::Keep(Box::new(snapshot)));
    }

    /// Removes the journal from the disk soon, since there is nothing unsaved any more.
    pub fn clear(&self) {
        self.give(Task::Clear);
    }

    /// To wait, perhaps on another thread, until all is on disk as it was told.
    #[must_use]
    pub fn flusher(&self) -> Flush {
        Flush(Arc::clone(&self.shared))
    }

    /// Why the last state could not be kept; none when all is well.
    #[must_use]
    pub fn trouble(&self) -> Option<String> {
        self.shared.lock().trouble.clone()
    }

    fn give(&self, task: Task) {
        self.shared.lock().next = Some(task);
        self.shared.changed.notify_all();
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        self.shared.lock().ends = true;
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The thread: does what is next until the journal ends and nothing is left to do.
fn work(shared: &Shared, mut disk: Disk) {
    let mut last_kept: Option<Instant> = None;
    let mut failed: Option<Box<Snapshot>> = None;
    let mut state = shared.lock();
    loop {
        let gap = last_kept.map_or(Duration::ZERO, |at| SHORTEST_GAP.saturating_sub(at.elapsed()));
        let may_wait = !state.is_urgent && !state.ends && !gap.is_zero();
        match &state.next {
            None if state.ends => return,
            None if failed.is_none() => state = shared.wait(state),
            None => {
                let waited = shared.changed.wait_timeout(state, RETRY);
                let (waited, timeout) = waited.unwrap_or_else(PoisonError::into_inner);
                state = waited;
                if timeout.timed_out() && state.next.is_none() {
                    state.next = failed.take().map(Task::Keep);
                }
            }
            Some(Task::Keep(_)) if may_wait => {
                let waited = shared.changed.wait_timeout(state, gap);
                state = waited.unwrap_or_else(PoisonError::into_inner).0;
            }
            Some(_) => {
                let task = state.next.take();
                state.is_busy = true;
                drop(state);
                failed = None;
                let done = match task {
                    Some(Task::Keep(snapshot)) => {
                        let kept = disk.keep(&snapshot);
                        last_kept = Some(Instant::now());
                        failed = kept.is_err().then_some(snapshot);
                        kept
                    }
                    Some(Task::Clear) => disk.clear(),
                    None => Ok(()),
                };
                state = shared.lock();
                state.is_busy = false;
                state.trouble = done.err().map(|error| error.to_string());
                shared.changed.notify_all();
            }
        }
    }
}

/// The files of a journal.
pub(super) struct Disk {
    /// The folder of all journals.
    parent: PathBuf,
    folder: Option<Folder>,
    /// Number and place of the last state that was kept whole.
    generation: u64,
    index: usize,
}

/// The journal's folder, ours as long as the lock is open.
struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Disk {
    pub(super) fn new(parent: PathBuf) -> Self {
        Self { parent, folder: None, generation: 0, index: 0 }
    }

    /// A journal that is there already, its newest state at `index`.
    pub(super) fn adopted(parent: PathBuf, path: PathBuf, lock: File, index: usize, generation: u64) -> Self {
        Self { parent, folder: Some(Folder { path, _lock: lock }), generation, index }
    }

    fn keep(&mut self, snapshot: &Snapshot) -> Result<(), WriteError> {
        let generation = self.generation + 1;
        let index = (self.index + 1) % GENERATIONS.len();
        let text = text::write(snapshot, generation)
            .map_err(|error| WriteError::io(&self.parent, io::Error::other(error)))?;
        let mut written = self.write(index, &text);
        if written.is_err() && self.folder.as_ref().is_none_or(|folder| !folder.path.exists()) {
            // Somebody has cleaned up; a new folder does as well.
            self.folder = None;
            written = self.write(index, &text);
        }
        written?;
        (self.generation, self.index) = (generation, index);
        Ok(())
    }

    fn write(&mut self, index: usize, text: &str) -> Result<(), WriteError> {
        let parent = self.parent.clone();
        let folder = match &mut self.folder {
            Some(folder) => folder,
            none => {
                none.insert(Folder::create(parent.clone()).map_err(|error| WriteError::io(&parent, error))?)
            }
        };
        let path = folder.path.join(GENERATIONS[index % GENERATIONS.len()]);
        atomic::write_bytes(&path, Existing::Replace, text.as_bytes())
    }

    fn clear(&mut self) -> Result<(), WriteError> {
        let Some(folder) = self.folder.take() else { return Ok(()) };
        remove(&folder.path).map_err(|error| WriteError::io(&folder.path, error))
    }
}

impl Folder {
    fn create(parent: PathBuf) -> io::Result<Self> {
        fs::create_dir_all(&parent)?;
        let path = tempfile::Builder::new().prefix("map-").tempdir_in(&parent)?.keep();
        let lock = File::create_new(path.join(LOCK))?;
        // Waits for a window that is just looking for what is left over; without locks there is the process number.
        let _ = lock.lock();
        Ok(Self { path, _lock: lock })
    }
}
