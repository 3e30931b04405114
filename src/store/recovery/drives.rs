//! Questions to drives that may not answer: each is asked on a thread of its own, and nobody waits long.

use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

/// A drive that works has answered long before.
const PATIENCE: Duration = Duration::from_secs(1);

/// Asks all at once. Gives the answers in the order of the questions; none where there was none in time.
pub(super) fn ask<T, Q>(questions: impl Iterator<Item = Q>) -> Vec<Option<T>>
where
    T: Send + 'static,
    Q: FnOnce() -> T + Send + 'static,
{
    let (sender, receiver) = channel();
    let mut answers = Vec::new();
    for (at, question) in questions.enumerate() {
        answers.push(None);
        let sender = sender.clone();
        // Without a thread there is no answer.
        let _ = thread::Builder::new().name("drive".to_owned()).spawn(move || {
            // Whoever asked may have gone on.
            let _ = sender.send((at, question()));
        });
    }
    drop(sender);
    let until = Instant::now() + PATIENCE;
    while let Ok((at, answer)) = receiver.recv_timeout(until.saturating_duration_since(Instant::now())) {
        if let Some(place) = answers.get_mut(at) {
            *place = Some(answer);
        }
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Barrier};

    #[test]
    fn a_drive_that_does_not_answer_costs_only_its_own_answer() {
        let hung = Arc::new(Barrier::new(2));
        let drive = Arc::clone(&hung);
        let questions: [Box<dyn FnOnce() -> usize + Send>; 3] =
            [Box::new(|| 1), Box::new(move || drive.wait().is_leader().into()), Box::new(|| 3)];
        assert_eq!(ask(questions.into_iter()), [Some(1), None, Some(3)]);
        hung.wait();
    }
}
