//! Charts and pages of what insights tell.

use super::{FONTS, runs, sample};
use pathlight::base::Scale;
use pathlight::base::fmt::NumberFormat;
use pathlight::insights::JourneySet;
use pathlight::insights::forecast::Foretold;
use pathlight::insights::pains::{Pains, RankedPain};
use pathlight::insights::signs::{Missing, Reading, Sign, SignKind, ToldSign, Verdict};
use pathlight::insights::targets::{Course, Point, Progress};
use pathlight::insights::worth::{Beside, Bin, Curve};
use pathlight::measure::Rate;
use pathlight::measure::small_groups::SmallGroups;
use pathlight::measure::stats::{Moments, Spearman};
use pathlight::measure::trend::{Step, TrendValue, Unit};
use pathlight::model::{CardId, Target, TrendFigure};
use pathlight::scene::chart::{
    ChartBody, NARROW_ROOM, beside_chart, goal_chart, narrow, pain_matrix, panel_room, returning_chart,
    revenue_chart,
};
use pathlight::scene::signs::{SHEET, cards, sheet, summary};
use pathlight::scene::{Element, Prim, Scene};
use pathlight::theme::Theme;

fn format() -> NumberFormat {
    NumberFormat::default()
}

/// A page of signs with every verdict, one of them with many words.
pub fn told() -> Vec<ToldSign> {
    let verdicts = [Verdict::NeedsWork, Verdict::Watch, Verdict::Fine, Verdict::NoData];
    let one = |(kind, verdict): (SignKind, Verdict)| {
        let rate = Rate::of(41, 100).expect("a rate");
        let sign = Sign {
            kind,
            verdict,
            readings: vec![Reading::Bounce { rate, threshold: 0.4 }],
            missing: (verdict == Verdict::NoData).then_some(Missing::Agents),
            touchpoints: Vec::new(),
            journeys: JourneySet::default(),
        };
        let long =
            "41.0 % of 100 closed journeys end after one visit [31.9 %, 50.8 %] (limit 40.0 %)".to_owned();
        let figure = if verdict == Verdict::NoData { String::new() } else { "41.0 %".to_owned() };
        ToldSign {
            sign,
            figure,
            lines: vec![long.clone(), long],
            places: vec!["Sees delivery cost".to_owned()],
        }
    };
    SignKind::ALL.into_iter().zip(verdicts.into_iter().cycle()).map(one).collect()
}

/// Nothing lies outside the picture.
fn is_inside(scene: &Scene) {
    for run in runs(scene) {
        let inside = run.origin.x >= -0.5
            && run.origin.x + run.width <= scene.size.width + 0.5
            && run.origin.y <= scene.size.height
            && run.origin.y - 0.7 * run.size >= -0.5;
        assert!(inside, "`{}` at {:?} of {:?}", run.text, run.origin, scene.size);
    }
}

fn finished(body: Option<ChartBody>) -> Scene {
    let scene = narrow(body.expect("a chart"), "Source: orders.db", &Theme::light(), &FONTS);
    is_inside(&scene);
    scene
}

/// With plain spaces before units.
fn plain(words: &str) -> String {
    words.replace('\u{202f}', " ")
}

fn tells(scene: &Scene, words: &str) -> bool {
    runs(scene).any(|run| plain(&run.text).contains(words))
}

fn figures(scene: &Scene) -> Vec<String> {
    let nodes = scene.nodes.iter().filter(|node| matches!(node.element, Element::Figure(_)));
    nodes.map(|node| plain(&node.label.text())).collect()
}

#[test]
fn the_page_of_signs_fits_a_sheet_and_tells_all_nine() {
    let told = told();
    let scene = sheet(&told, ("Online order & care", "Source: orders.db"), &Theme::light(), &FONTS);
    assert_eq!(scene.size, SHEET);
    is_inside(&scene);
    assert_eq!(figures(&scene).len(), 9);
    for sign in &told {
        assert!(
            figures(&scene).iter().any(|label| label.contains(&sign.sign.kind.label())),
            "{:?}",
            sign.sign.kind
        );
    }
    let right = scene.nodes.iter().map(|node| node.rect.max.x).fold(0.0, f32::max);
    assert!(right > SHEET.width - 41.0, "the cards are as wide as the sheet: {right}");
    assert!(tells(&scene, "41.0 %") && tells(&scene, "Needs work") && tells(&scene, "Source: orders.db"));
    assert_eq!(summary(&told), "3 need work · 2 to watch · 2 fine · 2 cannot be told");
}

#[test]
fn cards_of_signs_do_not_overlap_and_stand_in_as_many_columns_as_fit() {
    for (width, columns) in [(760.0, 3), (480.0, 2), (260.0, 1)] {
        let scene = cards(&told(), width, None, (&Theme::dark(), &FONTS));
        is_inside(&scene);
        let rects: Vec<_> = scene.nodes.iter().map(|node| node.rect).collect();
        assert_eq!(rects.iter().filter(|rect| rect.min.y == 0.0).count(), columns, "at {width}");
        for (place, one) in rects.iter().enumerate() {
            for other in &rects[..place] {
                let apart = one.min.x >= other.max.x || one.min.y >= other.max.y || other.min.x >= one.max.x;
                assert!(apart, "{one:?} and {other:?}");
            }
        }
    }
    let high = cards(&told(), 760.0, Some(900.0), (&Theme::light(), &FONTS));
    assert!((high.size.height - 900.0).abs() < 0.5, "{}", high.size.height);
}

#[test]
fn a_sign_without_colour_is_told_by_its_shape() {
    let shapes = |verdict| {
        let mut one = told().remove(0);
        one.sign.verdict = verdict;
        let scene = cards(&[one], 260.0, None, (&Theme::light(), &FONTS));
        let shapes = scene.items.iter().skip(1).take(1);
        format!("{:?}", shapes.map(|item| std::mem::discriminant(&item.prim)).collect::<Vec<_>>())
            + &scene.items.iter().skip(1).take(1).map(|item| path_of(&item.prim)).collect::<String>()
    };
    let all = [Verdict::NeedsWork, Verdict::Watch, Verdict::Fine, Verdict::NoData].map(shapes);
    for (place, one) in all.iter().enumerate() {
        assert!(!all[..place].contains(one), "{one}");
    }
}

fn path_of(prim: &Prim) -> String {
    match prim {
        Prim::Path(path) => format!("{:?}", path.segments),
        Prim::Rect(rect) => format!("{:?} {:?}", rect.rect, rect.fill.is_some()),
        Prim::Text(_) | Prim::Image(_) => String::new(),
    }
}

fn bin<T>(range: (f64, f64), satisfaction: f64, customers: u64, figure: T) -> Bin<T> {
    Bin { range, satisfaction, customers, journeys: JourneySet::default(), figure }
}

#[test]
fn worth_is_drawn_bin_by_bin_and_small_ones_are_left_out() {
    let spent = |mean: f64| Moments { n: 40, mean, variance: 100.0 };
    let curve = Curve {
        bins: vec![
            bin((1.0, 1.8), 1.4, 40, spent(12.0)),
            bin((1.8, 2.6), 2.2, 3, spent(99.0)),
            bin((4.2, 5.0), 4.7, 52, spent(31.5)),
        ],
        rank: Some(Spearman { rho: 0.42, low: 0.3, high: 0.53, n: 95 }),
        customers: 95,
    };
    let look = (&Theme::light(), &*FONTS);
    let scene = finished(revenue_chart(&curve, (format(), SmallGroups(5)), NARROW_ROOM, look));
    assert_eq!(figures(&scene).len(), 2);
    assert!(
        figures(&scene)[0].starts_with("1 – 1.8: 12.00 (8.80 – 15.20), 40 customers"),
        "{:?}",
        figures(&scene)
    );
    assert!(tells(&scene, "0.42 [0.30, 0.53]") && tells(&scene, "over 95 customers"));
    // In a panel its words are as large, so that what is below a bin is said in short.
    let room = panel_room(320.0);
    let in_panel = finished(revenue_chart(&curve, (format(), SmallGroups(5)), room, look));
    assert!(in_panel.size.width < scene.size.width);
    assert!(tells(&scene, "40 customers") && !tells(&scene, "n = 40"));
    assert!(tells(&in_panel, "n = 40") && !tells(&in_panel, "40 customers"));
    assert!(!tells(&scene, "99"), "three customers are too few to be told");
    let all = finished(revenue_chart(&curve, (format(), SmallGroups(0)), NARROW_ROOM, look));
    assert_eq!(figures(&all).len(), 3);

    let rate = |count, of| Rate::of(count, of).expect("a rate");
    let curve = Curve {
        bins: vec![bin((1.0, 1.8), 1.5, 50, rate(10, 50)), bin((4.2, 5.0), 4.6, 60, rate(2, 60))],
        rank: None,
        customers: 110,
    };
    let scene = finished(returning_chart(&curve, (format(), SmallGroups(5)), NARROW_ROOM, look));
    assert_eq!(figures(&scene).len(), 1, "two of sixty would be told");
    let nobody = Curve::<Rate> { bins: Vec::new(), rank: None, customers: 0 };
    assert_eq!(returning_chart(&nobody, (format(), SmallGroups(0)), NARROW_ROOM, look), None);
}

#[test]
fn strips_share_their_time_axis_and_what_is_not_measured_has_none() {
    let period = |month: u8, mean: Option<f64>| Beside {
        day: (2024, month, 1),
        satisfaction: mean.map(|mean| Moments { n: 60, mean, variance: 1.0 }),
        wait: Some((60, 120.0 * f64::from(month))),
        handled_per_hour: None,
        journeys: JourneySet::default(),
    };
    let periods = [period(1, Some(3.5)), period(2, None), period(3, Some(3.1)), period(4, Some(2.8))];
    let look = (&Theme::light(), &*FONTS);
    let scale = Scale { min: 1.0, max: 5.0 };
    let shown = (format(), SmallGroups(5));
    let body = beside_chart(&periods, (Step::Month, scale), shown, NARROW_ROOM, look);
    let scene = finished(body);
    assert!(tells(&scene, "Mean score") && tells(&scene, "Median wait"));
    assert!(!tells(&scene, "Handled per agent and hour"));
    assert_eq!(figures(&scene)[0], "Jan 2024: Mean score 3.5, Median wait 2 min");
    assert!(figures(&scene)[1].contains("no figure"));
    assert_eq!(beside_chart(&periods[..1], (Step::Month, scale), shown, NARROW_ROOM, look), None);
}

fn progress(forecast: bool) -> Progress {
    let target =
        Target { figure: TrendFigure::GoalRate, touchpoint: None, value: 0.5, by: "2025-03-31".to_owned() };
    let point = |month: u8| {
        let value = 0.2 + 0.02 * f64::from(month);
        let value =
            TrendValue { value, interval: Some((value - 0.03, value + 0.03)), n: 400, unit: Unit::Share };
        Point { day: (2024, month, 1), value }
    };
    let to_come =
        |month: u8, value: f64| ((2025, month, 1), Foretold { value, low: value - 0.1, high: value + 0.1 });
    Progress {
        target,
        now: Some(point(12).value),
        past: (1..=12).filter(|month| *month != 5).map(point).collect(),
        trend: Some(0.02),
        forecast: if forecast {
            vec![to_come(1, 0.46), to_come(2, 0.48), to_come(3, 0.5)]
        } else {
            Vec::new()
        },
        course: Course::OnCourse,
    }
}

#[test]
fn a_target_is_drawn_with_its_forecast_and_gaps_keep_their_place() {
    let map = sample::map();
    let look = (&Theme::light(), &*FONTS);
    let scene = finished(goal_chart(&progress(true), Step::Month, (&map, format()), NARROW_ROOM, look));
    let labels = figures(&scene);
    assert_eq!(labels.len(), 15, "twelve months and three to come");
    assert_eq!(labels[4], "May 2024: no figure");
    assert_eq!(labels[0], "Jan 2024: 22.0 % (19.0 % – 25.0 %), n = 400");
    assert_eq!(labels[14], "Mar 2025: forecast 50.0 % (40.0 % – 60.0 %)");
    assert!(tells(&scene, "Target 50.0 % by 2025-03-31") && tells(&scene, "On course"));
    let short = finished(goal_chart(&progress(false), Step::Month, (&map, format()), NARROW_ROOM, look));
    assert_eq!(figures(&short).len(), 12);
    assert!(tells(&short, "no forecast"));
    let nothing = Progress { past: Vec::new(), ..progress(false) };
    assert_eq!(goal_chart(&nothing, Step::Month, (&map, format()), NARROW_ROOM, look), None);
}

fn pain(card: u32, severity: u8, measured: Option<(u64, u64)>, typed: Option<f64>) -> RankedPain {
    RankedPain {
        card: CardId(card),
        touchpoint: sample::touchpoint(4),
        severity,
        votes: 0,
        typed,
        measured: measured.and_then(|(count, of)| Rate::of(count, of)),
        exits_explained: None,
        risk_ratio: None,
        journeys: JourneySet::default(),
    }
}

#[test]
fn pains_stand_where_severity_and_frequency_meet() {
    let map = sample::map();
    let cards: Vec<u32> = map.cards.iter().map(|card| card.id.0).collect();
    let customers = vec![
        pain(cards[0], 5, Some((400, 1000)), None),
        pain(cards[1], 1, Some((10, 1000)), Some(0.5)),
        pain(cards[2], 3, None, Some(0.1)),
        pain(cards[3], 3, None, None),
    ];
    let pains = Pains { customers, staff: Vec::new() };
    let look = (&Theme::light(), &*FONTS);
    let scene = finished(pain_matrix(&pains, &map, (format(), SmallGroups(5)), NARROW_ROOM, look));
    let place = |card: u32| scene.node(Element::Card(CardId(card))).expect("a chip").rect;
    assert!(place(cards[0]).max.y < place(cards[2]).min.y, "the worst stand on top");
    assert!(place(cards[2]).max.y < place(cards[1]).min.y);
    assert!(place(cards[1]).max.x < place(cards[2]).min.x, "the more frequent stand further right");
    assert!(place(cards[2]).max.x < place(cards[0]).min.x);
    assert!(place(cards[0]).max.x < place(cards[3]).min.x, "what nobody knows stands apart");
    assert!(tells(&scene, "under 5 %") && tells(&scene, "30 % and more") && tells(&scene, "not known"));
    let none = pain_matrix(&Pains::default(), &map, (format(), SmallGroups(5)), NARROW_ROOM, look);
    assert_eq!(none, None);
}
