//! Looks at files from time to time, on a thread of its own, and tells when one of them has changed.

use crate::ingest::FileStamp;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How often files are looked at: a glance at each costs microseconds.
const EVERY: Duration = Duration::from_secs(2);

/// Watches files until it is dropped.
pub struct FileWatch {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    has_changed: AtomicBool,
    is_over: AtomicBool,
}

impl FileWatch {
    /// Watches files that looked like this when they were read. `wake` is called when one has changed.
    #[must_use]
    pub fn new(files: Vec<FileStamp>, wake: impl Fn() + Send + 'static) -> Self {
        Self::every(EVERY, files, wake)
    }

    fn every(pause: Duration, files: Vec<FileStamp>, wake: impl Fn() + Send + 'static) -> Self {
        let shared = Arc::new(Shared::default());
        let of_thread = Arc::clone(&shared);
        let watch = move || {
            let mut watched = Watched::new(files);
            while !of_thread.is_over.load(Ordering::Relaxed) {
                if watched.look() {
                    of_thread.has_changed.store(true, Ordering::Relaxed);
                    wake();
                }
                thread::park_timeout(pause);
            }
        };
        // Without a thread nobody is told, and Refresh is there all the same.
        let thread = thread::Builder::new().name("file watch".to_owned()).spawn(watch).ok();
        Self { shared, thread }
    }

    /// True once after each change.
    #[must_use]
    pub fn take_change(&self) -> bool {
        self.shared.has_changed.swap(false, Ordering::Relaxed)
    }
}

impl Drop for FileWatch {
    fn drop(&mut self) {
        self.shared.is_over.store(true, Ordering::Relaxed);
        if let Some(thread) = &self.thread {
            thread.thread().unpark();
        }
    }
}

/// Files as they were when they were last told of, and at the last look.
struct Watched {
    told: Vec<FileStamp>,
    last: Vec<FileStamp>,
}

impl Watched {
    fn new(files: Vec<FileStamp>) -> Self {
        Self { last: files.clone(), told: files }
    }

    /// True when something has changed that is to be told: once it has stayed the same from one look to the next, since
    /// a file that is being written changes all the time.
    fn look(&mut self) -> bool {
        let now: Vec<_> = self.told.iter().map(FileStamp::renewed).collect();
        let is_settled = now == self.last;
        let has_changed = is_settled && now != self.told;
        if has_changed {
            self.told.clone_from(&now);
        }
        self.last = now;
        has_changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn a_change_is_told_once_it_has_settled_and_once_only() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        let write = |text: &str| std::fs::write(file.path(), text).expect("a written file");
        write("a");
        let mut watched = Watched::new(vec![FileStamp::of(file.path().to_owned())]);
        assert!(!watched.look());
        write("ab");
        assert!(!watched.look());
        write("abc");
        assert!(!watched.look());
        assert!(watched.look());
        assert!(!watched.look());
        std::fs::remove_file(file.path()).expect("a removed file");
        assert!(!watched.look());
        assert!(watched.look());
    }

    #[test]
    fn the_thread_wakes_whoever_waits() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        let stamp = FileStamp::of(file.path().to_owned());
        std::fs::write(file.path(), "new").expect("a written file");
        let (sender, woken) = channel();
        let watch = FileWatch::every(Duration::from_millis(1), vec![stamp], move || {
            sender.send(()).expect("somebody waits")
        });
        woken.recv().expect("a call");
        assert!(watch.take_change());
        assert!(!watch.take_change());
    }
}
