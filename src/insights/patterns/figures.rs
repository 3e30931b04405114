//! What patterns tell: how much more often they stand ahead of an exit than ahead of the goal, and how sure that is.

use super::items::Item;
use super::mining::Frequent;
use crate::insights::JourneySet;
use crate::measure::stats::{TwoByTwo, benjamini_hochberg};
use crate::model::TouchpointId;
use hashbrown::HashMap;

/// Patterns ahead of exits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Patterns {
    /// The touchpoint that all these journeys passed; none = the whole map.
    pub base: Option<TouchpointId>,
    /// Closed journeys without a goal.
    pub exits: JourneySet,
    /// Closed journeys with a goal.
    pub controls: JourneySet,
    /// Patterns that were frequent enough to be tested.
    pub tested: usize,
    /// Those of them with q ≤ 0.05.
    pub significant: usize,
    /// By the lower limit of their odds ratio, from the highest.
    pub list: Vec<PatternFigures>,
}

/// One pattern.
#[derive(Clone, Debug, PartialEq)]
pub struct PatternFigures {
    /// What happened, in this order, other things in between.
    pub items: Vec<Item>,
    /// Exits with it, exits without, others with it, others without.
    pub table: TwoByTwo,
    /// Of the journeys with it, the share that left.
    pub confidence: f64,
    /// Confidence ÷ the share of all that left.
    pub lift: f64,
    /// With its 95 % interval.
    pub odds_ratio: (f64, f64, f64),
    /// Fisher's, or chi-square when all expected counts are 5 or more.
    pub p: f64,
    /// Adjusted for all that were tested.
    pub q: f64,
    /// The drawn path forces it anyway.
    pub is_structure: bool,
    /// As many as `table.a`.
    pub exits: JourneySet,
    /// As many as `table.c`.
    pub controls: JourneySet,
    /// Numbers of the items.
    pub(super) codes: Vec<u32>,
}

/// Tests frequent patterns. Journeys are still missing.
pub fn patterns_of(
    found: Vec<Frequent>,
    (exits, controls): (usize, usize),
    items: &[Item],
    base: Option<u32>,
) -> Patterns {
    let (exits, controls) = (exits as u64, controls as u64);
    let mut list: Vec<_> = without_nested(found)
        .into_iter()
        .map(|of| {
            let table =
                TwoByTwo { a: of.exits, b: exits - of.exits, c: of.controls, d: controls - of.controls };
            let confidence = of.exits as f64 / (of.exits + of.controls) as f64;
            let items: Vec<_> = of.codes.iter().map(|code| items[*code as usize]).collect();
            PatternFigures {
                table,
                confidence,
                lift: confidence * (exits + controls) as f64 / exits.max(1) as f64,
                odds_ratio: table.odds_ratio(),
                p: table.p_value(),
                q: 1.0,
                is_structure: is_structure(&items, base),
                exits: JourneySet::default(),
                controls: JourneySet::default(),
                codes: of.codes,
                items,
            }
        })
        .collect();
    let adjusted = benjamini_hochberg(&list.iter().map(|of| of.p).collect::<Vec<_>>());
    list.iter_mut().zip(adjusted).for_each(|(of, q)| of.q = q);
    let significant = list.iter().filter(|of| of.q <= 0.05).count();
    list.sort_by(|one, other| {
        other.odds_ratio.1.total_cmp(&one.odds_ratio.1).then_with(|| one.items.cmp(&other.items))
    });
    Patterns { tested: list.len(), significant, list, ..Patterns::default() }
}

/// Of patterns of which one is part of another, and that the same numbers of journeys have, only the longest.
fn without_nested(found: Vec<Frequent>) -> Vec<Frequent> {
    let mut alike: HashMap<(u64, u64), Vec<usize>> = HashMap::new();
    for (place, of) in found.iter().enumerate() {
        alike.entry((of.exits, of.controls)).or_default().push(place);
    }
    let is_nested = |place: usize| {
        let of = &found[place];
        alike[&(of.exits, of.controls)].iter().any(|other| {
            found[*other].codes.len() > of.codes.len() && is_part(&of.codes, &found[*other].codes)
        })
    };
    let keep: Vec<bool> = (0..found.len()).map(|place| !is_nested(place)).collect();
    found.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(of, _)| of).collect()
}

/// The same items in the same order, with others in between.
fn is_part(part: &[u32], whole: &[u32]) -> bool {
    let mut rest = whole.iter();
    part.iter().all(|code| rest.any(|other| other == code))
}

/// True for a pattern that only walks along the drawn line, and for the touchpoint that all journeys passed.
fn is_structure(items: &[Item], base: Option<u32>) -> bool {
    let places: Option<Vec<u32>> = items
        .iter()
        .map(|item| match item {
            Item::Touchpoint(place) => Some(*place),
            _ => None,
        })
        .collect();
    match places.as_deref() {
        None | Some([]) => false,
        Some([only]) => Some(*only) == base,
        Some(places) => places.windows(2).all(|pair| pair[0] + 1 == pair[1]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(codes: &[u32], exits: u64, controls: u64) -> Frequent {
        Frequent { codes: codes.to_vec(), exits, controls }
    }

    #[test]
    fn only_the_longest_of_nested_patterns_stays() {
        let kept = without_nested(vec![
            found(&[1], 20, 5),
            found(&[1, 2], 20, 5),
            found(&[2], 20, 6),
            found(&[1, 3, 2], 20, 5),
            found(&[2, 1], 20, 5),
        ]);
        let kept: Vec<_> = kept.into_iter().map(|of| of.codes).collect();
        assert_eq!(kept, [vec![2], vec![1, 3, 2], vec![2, 1]]);
    }

    #[test]
    fn what_the_drawn_line_forces_is_structure() {
        let touchpoints =
            |places: &[u32]| places.iter().map(|place| Item::Touchpoint(*place)).collect::<Vec<_>>();
        assert!(is_structure(&touchpoints(&[3]), Some(3)));
        assert!(!is_structure(&touchpoints(&[3]), None));
        assert!(is_structure(&touchpoints(&[3, 4, 5]), None));
        assert!(!is_structure(&touchpoints(&[3, 5]), None));
        assert!(!is_structure(&touchpoints(&[4, 3]), None));
        assert!(!is_structure(&[Item::LowScore(3)], Some(3)));
    }
}
