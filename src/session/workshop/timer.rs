//! The count-down of the agenda's present step. It is told the time and never asks for it.

use crate::base::Timestamp;
use crate::base::time::{Micros, SECOND};
use crate::model::AgendaItem;

/// Counts what a step has taken since it was begun, pauses left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timer {
    /// The agenda's step.
    pub(super) step: usize,
    /// Since when it runs; none = it pauses.
    running_since: Option<Timestamp>,
    /// What it took before that.
    before: Micros,
    /// What was granted beyond the plan.
    extra_secs: i64,
    /// The end has been told.
    has_rung: bool,
}

/// How a step is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Countdown {
    /// What is left; below 0 when the step takes longer than meant.
    pub left_secs: i64,
    /// What it took so far, earlier attempts included.
    pub spent_secs: u32,
    /// It counts.
    pub running: bool,
}

impl Timer {
    /// Begins a step; it runs on when the one before did.
    pub(super) fn begin(&mut self, step: usize, now: Timestamp) {
        let running_since = self.running_since.map(|_| now);
        *self = Self { step, running_since, ..Self::default() };
    }

    /// Runs, or pauses.
    pub(super) fn toggle(&mut self, now: Timestamp) {
        if self.running_since.is_some() {
            self.pause(now);
        } else {
            self.running_since = Some(now);
        }
    }

    pub(super) fn pause(&mut self, now: Timestamp) {
        self.before = self.counted(now);
        self.running_since = None;
    }

    /// Grants more time.
    pub(super) fn add_secs(&mut self, secs: i64) {
        self.extra_secs = self.extra_secs.saturating_add(secs);
    }

    /// True once when the time of a running step ends; again when it ends after more was granted.
    pub(super) fn rings(&mut self, item: &AgendaItem, now: Timestamp) -> bool {
        let Countdown { left_secs, running, .. } = self.countdown(item, now);
        let is_over = left_secs <= 0;
        let rings = is_over && running && !self.has_rung && item.planned_minutes > 0;
        self.has_rung = is_over && (self.has_rung || rings);
        rings
    }

    pub(super) fn countdown(&self, item: &AgendaItem, now: Timestamp) -> Countdown {
        let spent = i64::from(item.actual_seconds).saturating_add(self.counted(now) / SECOND);
        let meant = i64::from(item.planned_minutes) * 60 + self.extra_secs;
        Countdown {
            left_secs: meant - spent,
            spent_secs: u32::try_from(spent).unwrap_or(u32::MAX),
            running: self.running_since.is_some(),
        }
    }

    /// A clock that is set back takes nothing away.
    fn counted(&self, now: Timestamp) -> Micros {
        let since = self.running_since.map_or(0, |since| now.0.saturating_sub(since.0).max(0));
        self.before.saturating_add(since)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(secs: i64) -> Timestamp {
        Timestamp(secs * SECOND)
    }

    #[test]
    fn pauses_do_not_count_and_added_minutes_do() {
        let item = AgendaItem { name: "Draw".into(), planned_minutes: 10, actual_seconds: 0 };
        let mut timer = Timer::default();
        timer.toggle(at(1_000));
        assert_eq!(timer.countdown(&item, at(1_060)).left_secs, 540);
        timer.toggle(at(1_060));
        assert_eq!(timer.countdown(&item, at(5_000)).left_secs, 540);
        timer.toggle(at(6_000));
        timer.add_secs(300);
        let countdown = timer.countdown(&item, at(6_900));
        assert_eq!(countdown, Countdown { left_secs: -60, spent_secs: 960, running: true });
    }

    #[test]
    fn a_step_taken_up_again_goes_on_where_it_was_left() {
        let item = AgendaItem { name: "Draw".into(), planned_minutes: 10, actual_seconds: 120 };
        let mut timer = Timer::default();
        timer.begin(3, at(50));
        assert_eq!(
            timer.countdown(&item, at(90)),
            Countdown { left_secs: 480, spent_secs: 120, running: false }
        );
    }

    #[test]
    fn the_end_rings_once_and_again_after_more_time() {
        let item = AgendaItem { planned_minutes: 1, ..AgendaItem::default() };
        let mut timer = Timer::default();
        assert!(!timer.rings(&item, at(500)), "it does not run yet");
        timer.toggle(at(1_000));
        let rings = [1_059, 1_060, 1_061].map(|secs| timer.rings(&item, at(secs)));
        assert_eq!(rings, [false, true, false]);
        timer.add_secs(60);
        let rings = [1_062, 1_120, 1_121].map(|secs| timer.rings(&item, at(secs)));
        assert_eq!(rings, [false, true, false]);
    }

    #[test]
    fn a_clock_set_back_takes_nothing_away() {
        let item = AgendaItem::default();
        let mut timer = Timer::default();
        timer.toggle(at(100));
        assert_eq!(timer.countdown(&item, at(40)).spent_secs, 0);
    }
}
