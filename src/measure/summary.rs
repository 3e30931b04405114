//! The figures of a summary table: taken over as somebody else has counted them, with what follows from them.

use super::figures::{Measures, Rate, SatisfactionFigures, UnmappedEvent};
use super::mapping::Mapping;
use crate::base::Scale;
use crate::events::EventLog;

/// What a summary table says, by touchpoint in map order.
pub struct Given {
    sums: Vec<Sums>,
    unmapped: Vec<UnmappedEvent>,
    rows: u64,
}

/// The rows of a touchpoint added up. Journeys that got to several of them are counted as often.
#[derive(Clone, Default)]
struct Sums {
    rows: u64,
    reached: u64,
    /// Journeys of the rows that tell both.
    exits: Option<(u64, u64)>,
    n: u64,
    total: f64,
}

impl Given {
    /// Puts each row where the rules say; the scale is that of all means.
    pub fn of(log: &EventLog, mapping: &Mapping, touchpoints: usize) -> Self {
        let mut given = Self {
            sums: vec![Sums::default(); touchpoints],
            unmapped: Vec::new(),
            rows: log.summary.len() as u64,
        };
        for row in &log.summary {
            let place = mapping.touchpoint_of_name(row.name);
            let Some(sums) = place.and_then(|place| given.sums.get_mut(place as usize)) else {
                let count = row.reached.or(row.scores.map(|(n, _)| n)).unwrap_or_default();
                given.unmapped.push(UnmappedEvent { event: log.names.text(row.name).to_owned(), count });
                continue;
            };
            sums.rows += 1;
            sums.reached += row.reached.unwrap_or_default();
            if let Some((exits, of)) = row.exits.zip(row.reached) {
                let before = sums.exits.unwrap_or_default();
                sums.exits = Some((before.0 + exits, before.1 + of));
            }
            if let Some((n, mean)) = row.scores {
                sums.n += n;
                sums.total += mean * n as f64;
            }
        }
        given.unmapped.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.event.cmp(&b.event)));
        given
    }

    /// Puts the figures in the place of those that events would give.
    pub fn put(&self, measures: &mut Measures, scale: Scale) {
        measures.is_summary = true;
        measures.events = self.rows;
        measures.unmapped.clone_from(&self.unmapped);
        measures.unmapped_events = self.unmapped.iter().map(|row| row.count).sum();
        let touchpoints = measures.touchpoints.iter().map(|figures| figures.touchpoint);
        let without_rows = touchpoints.zip(&self.sums).filter(|(_, sums)| sums.rows == 0);
        measures.never_hit = without_rows.map(|(touchpoint, _)| touchpoint).collect();
        for (figures, sums) in measures.touchpoints.iter_mut().zip(&self.sums) {
            figures.reached = sums.reached;
            figures.exits = sums.exits.map_or(0, |(exits, _)| exits);
            figures.closed = sums.exits.map_or(0, |(_, of)| of);
            figures.exit_rate = sums.exits.and_then(|(exits, of)| Rate::of(exits, of));
            figures.response_rate = None;
            figures.satisfaction = (sums.n > 0).then(|| {
                let mean = sums.total / sums.n as f64;
                let emotion = 4.0 * scale.unit(mean) - 2.0;
                SatisfactionFigures { n: sums.n, scale, mean, emotion, nps: None, spread: None }
            });
        }
    }
}
