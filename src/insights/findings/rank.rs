//! Corrects findings together, and puts them in the order in which they matter.

use super::gather::Found;
use super::{Finding, FindingKind, Insights};
use crate::measure::stats::benjamini_hochberg;
use std::collections::BTreeMap;

/// Of two findings of a kind that share so much of their journeys, only the stronger one is told.
const SAME_JOURNEYS: f64 = 0.5;
/// So many of a kind are told at most.
const MOST_OF_A_KIND: usize = 12;

/// What is told of what was found.
pub fn ranked(found: &Found, dismissed: &BTreeMap<String, String>, is_whole: bool) -> Insights {
    // Found ones come first; those that were tested and are not told count all the same.
    let p_values: Vec<f64> = found.list.iter().map(|of| of.p).chain(found.others.iter().copied()).collect();
    let adjusted = benjamini_hochberg(&p_values);
    let mut told: Vec<Finding> = found
        .list
        .iter()
        .zip(&adjusted)
        .filter(|(_, q)| **q <= 0.05)
        .map(|(of, q)| Finding { q: *q, weight: weight(of), ..of.clone() })
        .filter(|of| of.weight > 0.0)
        .collect();
    let by_weight = |one: &Finding, other: &Finding| {
        other.weight.total_cmp(&one.weight).then_with(|| one.key.cmp(&other.key))
    };
    told.sort_by(by_weight);
    let mut kept: Vec<Finding> = Vec::new();
    let mut of_kind: BTreeMap<FindingKind, usize> = BTreeMap::new();
    for mut finding in told {
        let stronger = of_kind.entry(finding.kind()).or_default();
        if *stronger >= MOST_OF_A_KIND || kept.iter().any(|other| is_same(other, &finding)) {
            continue;
        }
        finding.weight /= 1.0 + 0.5 * *stronger as f64;
        *stronger += 1;
        kept.push(finding);
    }
    kept.sort_by(by_weight);
    let (dismissed, findings) = kept.into_iter().partition(|of| dismissed.contains_key(&of.key));
    Insights { findings, dismissed, tested: p_values.len(), is_whole }
}

/// Without regard to the others.
fn weight(of: &Finding) -> f64 {
    let (value, low, high) = of.effect;
    // The limit nearest to 0; 0 when the interval has it inside.
    let sure = if value < 0.0 { (-high).max(0.0) } else { low.max(0.0) };
    let news = if of.is_good() { 0.5 } else { 1.0 };
    sure * (of.n as f64).sqrt() * of.kind().interest() * news
}

/// Do both say much the same of much the same journeys?
fn is_same(one: &Finding, other: &Finding) -> bool {
    if one.kind() != other.kind() {
        return false;
    }
    match one.kind() {
        FindingKind::Pattern => {
            let both = one.journeys.count_both(&other.journeys);
            both as f64 >= SAME_JOURNEYS * one.journeys.len().min(other.journeys.len()) as f64
        }
        // The mean tells what the share of the satisfied tells.
        FindingKind::Change => one.touchpoint == other.touchpoint && one.is_good() == other.is_good(),
        _ => false,
    }
}
