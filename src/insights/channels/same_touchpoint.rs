//! The same touchpoint in different channels: is the service as good everywhere?

use super::super::walk::{self, Passage};
use super::super::{Inputs, JourneySet};
use super::Known;
use crate::base::{Cancel, Cancelled};
use crate::measure::stats::{Moments, Welch, benjamini_hochberg, welch};
use crate::model::TouchpointId;
use hashbrown::HashMap;

/// A difference below this many points of the source's scale is not spoken of.
const LEAST_POINTS: f64 = 0.5;
/// The share of chance findings that is put up with.
const Q_LIMIT: f64 = 0.05;

/// Touchpoints whose scores were compared between channels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Uneven {
    /// By q.
    pub pairs: Vec<ChannelPair>,
}

/// Two channels of a touchpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelPair {
    /// Where.
    pub touchpoint: TouchpointId,
    /// The better one.
    pub better: ChannelScore,
    /// The other.
    pub worse: ChannelScore,
    /// Better − worse, on the source's scale.
    pub test: Welch,
    /// Adjusted over all pairs of all touchpoints.
    pub q: f64,
}

/// Scores in a channel.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct ChannelScore {
    pub channel: String,
    /// On the source's scale.
    pub scores: Moments,
    /// Who gave them.
    pub journeys: JourneySet,
}

impl ChannelPair {
    /// Inconsistent service: surely different, and by enough to matter.
    #[must_use]
    pub fn is_uneven(&self) -> bool {
        self.q <= Q_LIMIT && self.test.difference >= LEAST_POINTS
    }
}

type Scores = HashMap<(u32, usize), (Vec<f64>, Vec<u32>)>;

/// Every two channels of each touchpoint that have two scores or more.
///
/// # Errors
/// [`Cancelled`].
pub fn same_touchpoint(of: &Inputs<'_>, cancel: &Cancel) -> Result<Uneven, Cancelled> {
    let known = Known::new(of.log, of.map);
    let scale = of.prepared.usual_scale();
    let each = |part: &mut Scores, passage: &Passage<'_>| {
        for visit in passage.visits {
            let Some(unit) = of.prepared.unit_score(of.log, visit.event) else { continue };
            let Some(channel) = known.place(visit.channel) else { continue };
            let (scores, journeys) = part.entry((visit.touchpoint, channel)).or_default();
            scores.push(scale.min + unit * (scale.max - scale.min));
            if journeys.last() != Some(&passage.number) {
                journeys.push(passage.number);
            }
        }
    };
    let join = |all: &mut Scores, part: Scores| {
        for (place, (scores, journeys)) in part {
            let of_place = all.entry(place).or_default();
            of_place.0.extend(scores);
            of_place.1.extend(journeys);
        }
    };
    let scores = walk::fold(of, cancel, Scores::new, each, join)?;
    let mut scores: Vec<_> = scores.into_iter().collect();
    scores.sort_unstable_by_key(|(place, _)| *place);
    let ids = of.prepared.touchpoint_ids();
    let mut pairs = Vec::new();
    for of_touchpoint in scores.chunk_by(|one, other| one.0.0 == other.0.0) {
        let scored: Vec<ChannelScore> = of_touchpoint
            .iter()
            .filter_map(|((_, channel), (scores, journeys))| {
                let (channel, journeys) = (known.name(*channel), JourneySet::from(journeys.clone()));
                Some(ChannelScore { channel, scores: Moments::of(scores)?, journeys })
            })
            .collect();
        let touchpoint = ids[of_touchpoint[0].0.0 as usize];
        for (number, one) in scored.iter().enumerate() {
            for other in &scored[number + 1..] {
                let (better, worse) =
                    if one.scores.mean >= other.scores.mean { (one, other) } else { (other, one) };
                if let Some(test) = welch(&better.scores, &worse.scores) {
                    let (better, worse) = (better.clone(), worse.clone());
                    pairs.push(ChannelPair { touchpoint, better, worse, test, q: 1.0 });
                }
            }
        }
    }
    let p_values: Vec<f64> = pairs.iter().map(|pair| pair.test.p).collect();
    for (pair, q) in pairs.iter_mut().zip(benjamini_hochberg(&p_values)) {
        pair.q = q;
    }
    pairs.sort_by(|one, other| {
        one.q.total_cmp(&other.q).then_with(|| other.test.difference.total_cmp(&one.test.difference))
    });
    Ok(Uneven { pairs })
}
