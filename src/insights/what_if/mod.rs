//! What if fewer customers left here: the goal rate that would follow, by a first-order Markov chain.
//!
//! The chain is estimated from the closed journeys up to their first goal: where they begin, where they go next from each
//! touchpoint, and how often they end there. It takes for granted that where customers go next depends on where they are alone,
//! and that those who would no longer leave go on as the others do. Unchanged, it gives exactly the measured goal rate.

mod linear;

use super::walk::{self, Passage};
use super::{Inputs, JourneySet};
use crate::base::{Cancel, Cancelled};
use crate::measure::Rate;
use crate::model::TouchpointId;
use linear::{Matrix, inverse, solve};

/// The chain of a map's touchpoints.
#[derive(Clone, Debug)]
pub struct Chain {
    ids: Vec<TouchpointId>,
    /// Where journeys begin: shares of all of them.
    start: Vec<f64>,
    /// Begin at a goal.
    start_at_goal: f64,
    rows: Vec<Row>,
    /// Closed journeys.
    journeys: u64,
}

/// What follows a visit, as shares of all visits here.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    next: Vec<f64>,
    goal: f64,
    exit: f64,
    exits: JourneySet,
    /// Exits ÷ closed journeys that reached it, as on the map.
    exit_rate: Option<Rate>,
}

/// What an improvement at one touchpoint is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    /// Where.
    pub touchpoint: TouchpointId,
    /// As measured.
    pub exit_rate: Rate,
    /// Who left here.
    pub exits: JourneySet,
    /// By how much the goal rate rises when the exit rate falls by one point (0.01), or to 0 where it is less.
    pub gain_per_point: f64,
}

/// A goal rate that would follow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WouldBe {
    /// As measured.
    pub now: f64,
    /// As it would be.
    pub then: f64,
    /// Closed journeys that would reach the goal besides those that do.
    pub more_goals: f64,
}

#[derive(Clone)]
struct Counts {
    start: Vec<u64>,
    start_at_goal: u64,
    next: Vec<Vec<u64>>,
    goal: Vec<u64>,
    exits: Vec<Vec<u32>>,
    journeys: u64,
}

impl Counts {
    fn new(touchpoints: usize) -> Self {
        Self {
            start: vec![0; touchpoints],
            start_at_goal: 0,
            next: vec![vec![0; touchpoints]; touchpoints],
            goal: vec![0; touchpoints],
            exits: vec![Vec::new(); touchpoints],
            journeys: 0,
        }
    }

    fn add(&mut self, passage: &Passage<'_>, is_goal: &[bool]) {
        if !passage.closed {
            return;
        }
        self.journeys += 1;
        let mut before: Option<usize> = None;
        for visit in passage.visits {
            let here = visit.touchpoint as usize;
            match (before, is_goal[here]) {
                (None, true) => self.start_at_goal += 1,
                (None, false) => self.start[here] += 1,
                (Some(before), true) => self.goal[before] += 1,
                (Some(before), false) => self.next[before][here] += 1,
            }
            if is_goal[here] {
                return;
            }
            before = Some(here);
        }
        if let Some(last) = before {
            self.exits[last].push(passage.number);
        }
    }

    fn join(&mut self, more: Self) {
        let add =
            |all: &mut [u64], more: &[u64]| all.iter_mut().zip(more).for_each(|(one, more)| *one += more);
        add(&mut self.start, &more.start);
        add(&mut self.goal, &more.goal);
        self.next.iter_mut().zip(&more.next).for_each(|(row, more)| add(row, more));
        self.exits.iter_mut().zip(more.exits).for_each(|(exits, more)| exits.extend(more));
        self.start_at_goal += more.start_at_goal;
        self.journeys += more.journeys;
    }
}

impl Chain {
    /// The chain of the selected journeys; none where no touchpoint is a goal, and for data without paths.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn new(of: &Inputs<'_>, cancel: &Cancel) -> Result<Option<Self>, Cancelled> {
        let (ids, is_goal) = (of.prepared.touchpoint_ids(), of.prepared.goals());
        if of.log.is_survey || of.log.is_summary || !is_goal.contains(&true) {
            return Ok(None);
        }
        let counts = walk::fold(
            of,
            cancel,
            || Counts::new(ids.len()),
            |counts, passage| counts.add(passage, &is_goal),
            Counts::join,
        )?;
        if counts.journeys == 0 {
            return Ok(None);
        }
        let all = counts.journeys as f64;
        let went = counts.next.iter().zip(&counts.goal);
        let stayed = counts.exits.into_iter().map(JourneySet::from).zip(&ids);
        let row = |(next, goal): (&Vec<u64>, &u64), (exits, id): (JourneySet, &TouchpointId)| {
            let visits = (next.iter().sum::<u64>() + goal + exits.count()).max(1) as f64;
            Row {
                next: next.iter().map(|count| *count as f64 / visits).collect(),
                goal: *goal as f64 / visits,
                exit: exits.count() as f64 / visits,
                exits,
                exit_rate: of.measures.at(*id).and_then(|figures| figures.exit_rate),
            }
        };
        Ok(Some(Self {
            start: counts.start.iter().map(|count| *count as f64 / all).collect(),
            start_at_goal: counts.start_at_goal as f64 / all,
            rows: went.zip(stayed).map(|(went, stayed)| row(went, stayed)).collect(),
            journeys: counts.journeys,
            ids,
        }))
    }

    /// The exit rate of a touchpoint as measured.
    #[must_use]
    pub fn exit_rate(&self, touchpoint: TouchpointId) -> Option<Rate> {
        let place = self.ids.iter().position(|id| *id == touchpoint)?;
        self.rows[place].exit_rate
    }

    /// The goal rate when exit rates (as on the map: of those who got there) are lower by these shares, 0.05 for five points;
    /// none where nobody can say, since all who come to a touchpoint leave there.
    #[must_use]
    pub fn would_be(&self, lower: &[(TouchpointId, f64)]) -> Option<WouldBe> {
        let now = self.goal_rate(&self.rows)?;
        let mut rows = self.rows.clone();
        for (touchpoint, by) in lower {
            let place = self.ids.iter().position(|id| id == touchpoint)?;
            rows[place] = rows[place].lowered(*by)?;
        }
        let then = self.goal_rate(&rows)?;
        Some(WouldBe { now, then, more_goals: (then - now) * self.journeys as f64 })
    }

    /// What one point at each touchpoint where anybody leaves is worth, the most first.
    #[must_use]
    pub fn worth(&self) -> Vec<Worth> {
        let Some(visits) = inverse(&self.without_next(&self.rows)) else { return Vec::new() };
        // From each touchpoint: the share that reaches the goal, by the goals that follow each visit.
        let goals: Vec<f64> = self.rows.iter().map(|row| row.goal).collect();
        let reach = visits.times(&goals);
        let mut worth: Vec<_> =
            (0..self.rows.len()).filter_map(|place| self.worth_at(place, &visits, &reach)).collect();
        worth.sort_by(|one, other| other.gain_per_point.total_cmp(&one.gain_per_point));
        worth
    }

    /// As [`Self::would_be`] with one point here, but without solving anew: only one row changes (Sherman and Morrison).
    fn worth_at(&self, place: usize, visits: &Matrix, reach: &[f64]) -> Option<Worth> {
        let row = &self.rows[place];
        let exit_rate = row.exit_rate.filter(|_| row.exit > 0.0)?;
        let lowered = row.lowered(0.01)?;
        let change: Vec<f64> = lowered.next.iter().zip(&row.next).map(|(then, now)| then - now).collect();
        let more_goal = lowered.goal - row.goal;
        let column = visits.column(place);
        let dot = |one: &[f64], other: &[f64]| one.iter().zip(other).map(|(a, b)| a * b).sum::<f64>();
        let come_here = dot(&self.start, &column);
        let again = dot(&change, &column);
        let value = dot(&change, reach) + more_goal;
        let gain = come_here * value / (1.0 - again);
        gain.is_finite().then(|| Worth {
            touchpoint: self.ids[place],
            exit_rate,
            exits: row.exits.clone(),
            gain_per_point: gain,
        })
    }

    fn goal_rate(&self, rows: &[Row]) -> Option<f64> {
        let goals = rows.iter().map(|row| row.goal).collect();
        let reach = solve(self.without_next(rows), goals)?;
        Some(
            self.start_at_goal
                + self.start.iter().zip(reach).map(|(start, reach)| start * reach).sum::<f64>(),
        )
    }

    /// One minus the shares that go from touchpoint to touchpoint.
    fn without_next(&self, rows: &[Row]) -> Matrix {
        Matrix::of(rows.len(), |row, column| f64::from(u8::from(row == column)) - rows[row].next[column])
    }
}

impl Row {
    /// With an exit rate that is lower by so much; those who stay go on as the others do. None when there are no others.
    fn lowered(&self, by: f64) -> Option<Self> {
        let Some(rate) = self.exit_rate.filter(|rate| rate.value > 0.0) else { return Some(self.clone()) };
        // In proportion to the rate on the map, which is of journeys; here it is of visits.
        let exit = (self.exit * (1.0 - by / rate.value)).clamp(0.0, 1.0);
        let stay = 1.0 - self.exit;
        if stay <= 0.0 {
            return None;
        }
        let more = (1.0 - exit) / stay;
        Some(Self {
            next: self.next.iter().map(|share| share * more).collect(),
            goal: self.goal * more,
            exit,
            ..self.clone()
        })
    }
}
