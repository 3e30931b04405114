//! What a frame costs: time on the processor, which other programs do not lengthen by taking turns. Each scene is
//! played several times, always alike, and of each of its frames the least time counts: what a frame needs itself.

use rustix::time::{ClockId, clock_gettime};
use std::time::Duration;

/// The time that this thread has had on the processor.
pub fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    let (secs, nanos) = (u64::try_from(time.tv_sec), u32::try_from(time.tv_nsec));
    Duration::new(secs.unwrap_or(0), nanos.unwrap_or(0))
}

/// Milliseconds of the frames of a scene, the least of all rounds.
#[derive(Clone, Default)]
pub struct Costs(Vec<f64>);

impl Costs {
    /// Takes the frames of a further round in.
    pub fn add_round(&mut self, frames: impl Iterator<Item = Duration>) {
        let frames = frames.map(|time| time.as_secs_f64() * 1e3);
        if self.0.is_empty() {
            self.0 = frames.collect();
        } else {
            self.0.iter_mut().zip(frames).for_each(|(known, new)| *known = known.min(new));
        }
    }

    /// `median (slowest)`.
    pub fn cell(mut self) -> String {
        self.0.sort_by(f64::total_cmp);
        let median = self.0.get(self.0.len() / 2).copied().unwrap_or(f64::NAN);
        let slowest = self.0.last().copied().unwrap_or(f64::NAN);
        format!("{median:.1} ({slowest:.1})")
    }
}
