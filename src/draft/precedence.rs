//! Which of two steps comes first, told by those who take both, and the order of all that follows.

/// With fewer journeys that take both of two steps, customers are asked instead.
const FEW: u64 = 5;

/// For each two steps, how many took one before the other. First visits count.
pub(super) struct Precedence {
    steps: usize,
    /// By first, then by second.
    before: Vec<u64>,
    /// The walk in which a step was met last, and those met on this one.
    met_in: Vec<u64>,
    walk: u64,
}

impl Precedence {
    pub fn new(steps: usize) -> Self {
        Self { steps, before: vec![0; steps * steps], met_in: vec![0; steps], walk: 0 }
    }

    /// Takes in a walk through the steps; calls back with the place of each first visit.
    pub fn note(&mut self, walk: impl Iterator<Item = usize>, mut first_visit: impl FnMut(usize)) {
        self.walk += 1;
        let mut met: Vec<usize> = Vec::new();
        for (place, step) in walk.enumerate() {
            if std::mem::replace(&mut self.met_in[step], self.walk) == self.walk {
                continue;
            }
            first_visit(place);
            for earlier in &met {
                self.before[earlier * self.steps + step] += 1;
            }
            met.push(step);
        }
    }

    fn count(&self, first: usize, second: usize) -> u64 {
        self.before[first * self.steps + second]
    }

    /// The steps in their order, each with its position 0 … 1; `wider` is asked where few of these walks take both of two steps.
    pub fn order(&self, wider: &Self) -> Vec<(usize, f64)> {
        // The share of those who take `first` before `second`; none where nobody takes both.
        let share = |first: usize, second: usize| {
            let pair = |of: &Self| (of.count(first, second), of.count(second, first));
            let (ahead, behind) =
                Some(pair(self)).filter(|(a, b)| a + b >= FEW).unwrap_or_else(|| pair(wider));
            (ahead + behind > 0).then(|| ahead as f64 / (ahead + behind) as f64)
        };
        let position = |step: usize| {
            let others = (0..self.steps).filter(|other| *other != step);
            let known: Vec<f64> = others.filter_map(|other| share(other, step)).collect();
            if known.is_empty() { 0.5 } else { known.iter().sum::<f64>() / known.len() as f64 }
        };
        let mut order: Vec<(usize, f64)> = (0..self.steps).map(|step| (step, position(step))).collect();
        // As many steps before: the one that was named first, which is the commoner.
        order.sort_by(|(a, one), (b, other)| one.total_cmp(other).then(a.cmp(b)));
        // Where more go from the right one of two neighbours to the left one, they change places. Each time fewer pairs stand
        // against those who take both, so that it ends.
        for _ in 0..self.steps {
            let mut is_settled = true;
            for left in 1..order.len() {
                if share(order[left].0, order[left - 1].0).is_some_and(|share| share > 0.5) {
                    order.swap(left - 1, left);
                    is_settled = false;
                }
            }
            if is_settled {
                break;
            }
        }
        // A step that was passed lies no further ahead than those that passed it.
        let mut furthest = 0.0_f64;
        for (_, position) in &mut order {
            furthest = furthest.max(*position);
            *position = furthest;
        }
        order
    }
}

#[cfg(test)]
mod tests {
    use super::Precedence;

    fn order(walks: &[&[usize]]) -> Vec<usize> {
        let steps = walks.iter().flat_map(|walk| walk.iter()).max().map_or(0, |most| most + 1);
        let (mut within, wider) = (Precedence::new(steps), Precedence::new(steps));
        for walk in walks {
            for _ in 0..5 {
                within.note(walk.iter().copied(), |_| ());
            }
        }
        within.order(&wider).into_iter().map(|(step, _)| step).collect()
    }

    #[test]
    fn what_few_take_and_who_stops_early_moves_nothing() {
        // Four is taken between two and three by some; many stop after two.
        assert_eq!(order(&[&[0, 1, 2, 4, 3], &[0, 1, 2], &[0, 1, 2], &[1, 2], &[2, 3]]), [0, 1, 2, 4, 3]);
        assert_eq!(order(&[&[1, 0], &[1, 0], &[0, 1], &[2, 1, 0]]), [2, 1, 0]);
    }

    #[test]
    fn coming_back_does_not_count() {
        assert_eq!(order(&[&[0, 1, 0, 1, 2, 0]]), [0, 1, 2]);
    }

    #[test]
    fn positions_grow() {
        let mut within = Precedence::new(3);
        let wider = Precedence::new(3);
        for walk in [[0, 1, 2], [2, 0, 1], [1, 2, 0], [0, 1, 2], [0, 1, 2]] {
            within.note(walk.into_iter(), |_| ());
        }
        let order = within.order(&wider);
        assert!(order.is_sorted_by(|(_, one), (_, next)| one <= next), "{order:?}");
    }
}
