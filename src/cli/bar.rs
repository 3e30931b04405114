//! A progress bar on standard error while long work runs, when somebody is there to see it.

use crate::base::{Cancel, Progress};
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// How often the bar is drawn.
const REFRESH: Duration = Duration::from_millis(100);

/// Length of the bar.
const STEPS: u64 = 1000;

/// Does work that reports its progress; the bar is gone when it ends.
pub fn with_bar<T>(label: &str, quiet: bool, work: impl FnOnce(&Cancel, &Progress) -> T) -> T {
    let (cancel, progress) = (Cancel::new(), Progress::new());
    if quiet || !std::io::stderr().is_terminal() {
        return work(&cancel, &progress);
    }
    let (done, is_done) = channel::<()>();
    std::thread::scope(|scope| {
        let (label, watched) = (label.to_owned(), progress.clone());
        scope.spawn(move || {
            let bar = ProgressBar::new(STEPS).with_message(label);
            if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {percent} %") {
                bar.set_style(style);
            }
            while is_done.recv_timeout(REFRESH) == Err(RecvTimeoutError::Timeout) {
                bar.set_position((f64::from(watched.fraction().unwrap_or(0.0)) * STEPS as f64) as u64);
            }
            bar.finish_and_clear();
        });
        let result = work(&cancel, &progress);
        drop(done);
        result
    })
}
