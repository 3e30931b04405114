//! Tests of `overlay`.

use pathlight::base::Scale;
use pathlight::base::Timestamp;
use pathlight::base::fmt::NumberFormat;
use pathlight::measure::compare::Before;
use pathlight::measure::{Measures, PainFigures, Rate, SatisfactionFigures, Spread, TouchpointFigures};
use pathlight::model::{CardId, JourneyMap, Touchpoint, TouchpointId};
use pathlight::overlay::{Overlay, Provenance, Shares, Turn, overlay};

/// A touchpoint with as many exits of as many closed journeys, and scores satisfied, neutral, dissatisfied.
pub fn figures(id: u32, exits: u64, closed: u64, scores: [u64; 3]) -> TouchpointFigures {
    let n: u64 = scores.iter().sum();
    let mean = (5 * scores[0] + 3 * scores[1] + scores[2]) as f64 / n.max(1) as f64;
    let satisfaction = Rate::of(scores[0], n).map(|satisfied_rate| SatisfactionFigures {
        n,
        scale: Scale::ONE_TO_FIVE,
        mean,
        emotion: mean - 3.0,
        nps: None,
        spread: Some(Spread {
            variance: 1.0,
            interval: (n > 1).then_some((mean - 0.2, mean + 0.3)),
            satisfied: scores[0],
            neutral: scores[1],
            dissatisfied: scores[2],
            satisfied_rate,
            distribution: Vec::new(),
        }),
    });
    TouchpointFigures {
        touchpoint: TouchpointId(id),
        visits: closed,
        customers: closed,
        reached: closed,
        closed,
        left: exits,
        returned: 0,
        exits,
        open_here: 0,
        exit_rate: Rate::of(exits, closed),
        exit_rate_of_visits: None,
        drop_off: None,
        satisfaction,
        sentiment: None,
        wait: None,
        channels: Vec::new(),
        contacted_again: None,
        several_agents: None,
        response_rate: None,
    }
}

fn shown(touchpoints: Vec<TouchpointFigures>, smallest_group: u32) -> Overlay {
    let ids = touchpoints.iter().map(|of| of.touchpoint);
    let map =
        JourneyMap { touchpoints: ids.map(|id| Touchpoint::new(id, "T")).collect(), ..JourneyMap::default() };
    let pain = |card, count| PainFigures {
        card: CardId(card),
        visits: count,
        journeys: count,
        share: Rate::of(count, 100),
        exits_explained: None,
        risk_ratio: None,
    };
    let measures = Measures {
        events: 10_119_691,
        selected_first: Some(Timestamp::from_ymd(2024, 4, 1)),
        selected_last: Some(Timestamp::from_ymd(2024, 6, 30)),
        touchpoints,
        pains: vec![pain(1, 46), pain(2, 3), pain(3, 97)],
        ..Measures::default()
    };
    let provenance = Provenance {
        source_name: "orders.db".to_owned(),
        rows: measures.events,
        date: "2024-07-02".to_owned(),
        smallest_group,
        ..Provenance::default()
    };
    overlay(&map, &measures, &provenance, &NumberFormat::default())
}

/// With usual blanks in place of narrow ones.
fn plain(text: &str) -> String {
    text.replace('\u{202F}', " ")
}

#[test]
fn exit_bars_carry_their_uncertainty() {
    let overlay = shown(
        vec![
            figures(1, 260_612, 561_353, [0; 3]),
            figures(2, 18, 100, [0; 3]),
            figures(3, 3, 12, [0; 3]),
            figures(4, 0, 0, [0; 3]),
            figures(5, 0, 1, [0; 3]),
        ],
        0,
    );
    let at = |id| &overlay.touchpoints[&TouchpointId(id)];
    assert_eq!(plain(&at(1).visits_label), "561 k visits");
    let bar = at(1).exit.as_ref().unwrap();
    assert_eq!((plain(&bar.label), bar.note.as_str(), bar.small), ("46.4 %".to_owned(), "±0.1", false));
    // Wilson: 0.1171 … 0.2667; the wider side is 8.7 points.
    let bar = at(2).exit.as_ref().unwrap();
    assert_eq!((plain(&bar.label), bar.note.as_str()), ("18 %".to_owned(), "±8.7"));
    let bar = at(3).exit.as_ref().unwrap();
    assert_eq!((bar.note.as_str(), bar.small), ("n = 12", true));
    assert_eq!(
        (at(4).exit.as_ref(), at(4).unvisited, at(4).visits_label.as_str()),
        (None, true, "no visits")
    );
    assert_eq!(at(5).visits_label, "1 visit");
    assert_eq!(overlay.exit_axis_max, 0.5);
}

#[test]
fn only_the_surely_worst_third_stands_out() {
    let rates = [(10, 100), (12, 100), (45, 100), (50, 100), (60, 100), (11, 100)];
    let touchpoints = rates.iter().zip(1..).map(|((exits, closed), id)| figures(id, *exits, *closed, [0; 3]));
    let overlay = shown(touchpoints.collect(), 0);
    let strong = |bar: &pathlight::overlay::TouchpointOverlay| bar.exit.as_ref().unwrap().strong;
    let ids: Vec<u32> = overlay.touchpoints.iter().filter(|(_, of)| strong(of)).map(|(id, _)| id.0).collect();
    assert_eq!(ids, [4, 5], "45 of 100 is above the mean too, but two are a third of six");

    let alike = (1..=3).map(|id| figures(id, 20, 100, [0; 3]));
    assert!(!shown(alike.collect(), 0).touchpoints.values().any(strong));
}

#[test]
fn the_axis_has_a_readable_end() {
    for (exits, closed, end) in [(0, 100_000, 0.1), (18_000, 100_000, 0.2), (97_000, 100_000, 1.0)] {
        assert_eq!(shown(vec![figures(1, exits, closed, [0; 3])], 0).exit_axis_max, end);
    }
    // The interval of a few would blow the axis up.
    assert_eq!(shown(vec![figures(1, 1, 10, [0; 3])], 0).exit_axis_max, 0.1);
}

#[test]
fn feelings() {
    let overlay = shown(
        vec![figures(1, 0, 1, [40, 0, 0]), figures(2, 0, 1, [1, 0, 0]), figures(3, 0, 1, [10, 20, 20])],
        0,
    );
    let at = |id| &overlay.touchpoints[&TouchpointId(id)];
    let best = at(1).emotion.as_ref().unwrap();
    let (low, high) = best.interval.unwrap();
    assert!((low - 1.8).abs() < 1e-12 && high == 2.0, "clamped to the scale: {low} … {high}");
    assert_eq!((best.value, best.n, best.small), (2.0, 40, false));
    let single = at(2).emotion.as_ref().unwrap();
    assert_eq!((single.interval, single.small), (None, true));
    let bar = at(3).satisfaction.as_ref().unwrap();
    assert_eq!(bar.shares, Some(Shares { satisfied: 0.2, neutral: 0.4, dissatisfied: 0.4 }));
    assert_eq!(plain(&bar.label), "2.6 · n 50");
}

#[test]
fn small_groups_leave_no_trace() {
    let touchpoints = || {
        vec![
            figures(1, 3, 200, [0; 3]),
            figures(2, 197, 200, [100, 60, 40]),
            figures(3, 0, 1, [100, 60, 3]),
            figures(4, 100, 200, [2, 1, 0]),
        ]
    };
    let overlay = shown(touchpoints(), 5);
    let at = |id| &overlay.touchpoints[&TouchpointId(id)];
    assert_eq!((at(1).exit.as_ref(), at(2).exit.as_ref(), at(3).exit.as_ref()), (None, None, None));
    assert!(at(4).exit.is_some());
    assert_eq!(at(3).visits_label, "<5 visits", "the plural hides a single one too");
    assert!(at(2).satisfaction.is_some() && at(3).satisfaction.is_none());
    assert!(at(3).emotion.is_some() && at(4).emotion.is_none());
    assert_eq!(overlay.pains.get(&CardId(2)).map(String::as_str), Some("<5 journeys"));
    assert_eq!(overlay.pains.get(&CardId(3)), None, "3 of 100 do not have it");
    assert!(overlay.footer.contains("groups under 5 hidden"));

    let open = shown(touchpoints(), 1);
    assert!(open.touchpoints.values().all(|of| of.exit.is_some()));
    assert!(!open.footer.contains("hidden"));
}

#[test]
fn pains_and_footer() {
    let overlay = shown(Vec::new(), 0);
    assert_eq!(plain(&overlay.pains[&CardId(1)]), "46 % of journeys");
    assert_eq!(plain(&overlay.pains[&CardId(2)]), "3.0 % of journeys");
    assert_eq!(
        plain(&overlay.footer),
        "orders.db · 10 119 691 rows · 2024-04-01 – 2024-06-30 · 95 % intervals · made 2024-07-02"
    );
}

#[test]
fn what_was_before_stands_beside_what_is_and_only_sure_changes_have_a_direction() {
    let now =
        [figures(1, 300, 1000, [500, 0, 100]), figures(2, 100, 1000, [0; 3]), figures(3, 10, 50, [0; 3])];
    let then =
        vec![figures(1, 500, 1000, [100, 0, 500]), figures(2, 103, 1000, [0; 3]), figures(3, 3, 50, [0; 3])];
    let measures = |touchpoints: Vec<TouchpointFigures>| Measures { touchpoints, ..Measures::default() };
    let before = Before::of(measures(then), &measures(now.to_vec()));
    let provenance = |smallest_group| Provenance { smallest_group, ..Provenance::default() };
    let format = NumberFormat::default();
    let overlay = shown(now.to_vec(), 0).beside(&before, &provenance(0), &format);
    let was = |id: u32| &overlay.touchpoints[&TouchpointId(id)].before;
    let exit = was(1).exit.as_ref().unwrap();
    assert_eq!((plain(&exit.label), exit.turn), ("was 50 % ↓".to_owned(), Some(Turn::Down)));
    let score = was(1).satisfaction.as_ref().unwrap();
    assert_eq!((score.label.as_str(), score.turn), ("was 1.7 ↑", Some(Turn::Up)));
    assert_eq!(was(1).emotion.as_ref().map(|was| was.turn), Some(Some(Turn::Up)));
    let same = was(2).exit.as_ref().unwrap();
    assert_eq!((plain(&same.label), same.turn), ("was 10 %".to_owned(), None), "chance may do as much");
    assert!(was(2).emotion.is_none());
    assert!(overlay.exit_axis_max >= 0.5, "the bar before fits too");
    let hidden = shown(now.to_vec(), 5).beside(&before, &provenance(5), &format);
    assert!(hidden.touchpoints[&TouchpointId(3)].before.exit.is_none(), "three exits are too few to be told");
}

#[test]
fn touchpoints_that_no_event_ever_hit_are_told_from_those_filtered_out() {
    let touchpoints = vec![figures(1, 0, 0, [0; 3]), figures(2, 0, 0, [0; 3])];
    let map = JourneyMap {
        touchpoints: [1, 2].map(|id| Touchpoint::new(TouchpointId(id), "T")).into_iter().collect(),
        ..JourneyMap::default()
    };
    let measures = Measures { touchpoints, never_hit: vec![TouchpointId(2)], ..Measures::default() };
    let overlay = overlay(&map, &measures, &Provenance::default(), &NumberFormat::default());
    let label = |id| overlay.touchpoints[&TouchpointId(id)].visits_label.as_str();
    assert_eq!((label(1), label(2)), ("no visits", "never in the data"));
    assert!(
        !overlay.touchpoints[&TouchpointId(1)].never_hit && overlay.touchpoints[&TouchpointId(2)].never_hit
    );
}
