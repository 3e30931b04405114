//! How often each score was given.

use super::coded::Told;
use super::kinds::KindCounts;
use super::satisfaction::ScaleId;
use hashbrown::HashMap;

/// A score, and how often it was given.
#[derive(Clone, Copy, Debug)]
pub struct Score {
    /// Place in map order.
    pub touchpoint: usize,
    pub channel: Option<u32>,
    pub scale: ScaleId,
    pub score: f64,
    pub n: u64,
}

/// All scores at visits. They come in an order that does not depend on the selection (that of the first visits of each
/// touchpoint, channel, mood and so on, then by score), so that sums of them do not either.
pub fn scores(counts: KindCounts<'_>) -> Vec<Score> {
    let mut order_of: HashMap<_, usize> = HashMap::new();
    let mut scores = Vec::new();
    for (kind, n) in counts.kinds.iter().zip(counts.counts) {
        let orders = order_of.len();
        let order = *order_of.entry(kind.without_score().words()).or_insert(orders);
        if let (Some(touchpoint), Some(score), n @ 1..) = (kind.touchpoint, kind.score(), u64::from(*n)) {
            let touchpoint = touchpoint as usize;
            scores.push((order, Score { touchpoint, channel: kind.channel, scale: kind.scale, score, n }));
        }
    }
    scores.sort_by(|(one, a), (other, b)| one.cmp(other).then(a.score.total_cmp(&b.score)));
    scores.dedup_by(|(order, score), (kept_order, kept)| {
        let is_same = order == kept_order && score.score == kept.score;
        kept.n += if is_same { score.n } else { 0 };
        is_same
    });
    scores.into_iter().map(|(_, score)| score).collect()
}
