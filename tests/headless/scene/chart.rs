//! Charts as scenes.

use super::FONTS;
use pathlight::base::time::DAY;
use pathlight::base::{Rect, Size, Timestamp};
use pathlight::measure::Histogram;
use pathlight::scene::chart::events_over_time;
use pathlight::scene::{Prim, Scene};
use pathlight::theme::Theme;

const SIZE: Size = Size { width: 640.0, height: 100.0 };

/// Half a year by weeks.
fn weeks() -> Histogram {
    let all: Vec<u64> = (0..26).map(|week| 100 + week * 10).collect();
    let selected = all.iter().enumerate().map(|(week, count)| if week < 10 { *count } else { 0 }).collect();
    Histogram { start: Timestamp::from_ymd(2024, 1, 1), slice: 7 * DAY, all, selected }
}

fn bars(scene: &Scene, color: pathlight::base::Color) -> Vec<Rect> {
    let bars = scene.items.iter().filter_map(|item| match &item.prim {
        Prim::Rect(rect) if rect.fill == Some(color) => Some(rect.rect),
        Prim::Rect(_) | Prim::Path(_) | Prim::Text(_) | Prim::Image(_) => None,
    });
    bars.collect()
}

#[test]
fn a_bar_per_slice_as_high_as_its_count() {
    let theme = Theme::light();
    let scene = events_over_time(&weeks(), &[], SIZE, &theme, &FONTS);
    let (all, selected) = (bars(&scene, theme.histogram), bars(&scene, theme.histogram_selected));
    assert_eq!((all.len(), selected.len()), (26, 10));
    let tallest = all.last().expect("a bar");
    assert!(tallest.min.y < 0.1, "the fullest slice takes the whole height");
    for (week, bar) in all.iter().enumerate() {
        let share = (100.0 + week as f32 * 10.0) / 350.0;
        assert!((bar.height() / tallest.height() - share).abs() < 0.01, "week {week}");
        assert!((bar.width() - 640.0 / 26.0 * 0.8).abs() < 0.2);
    }
    for (bar, behind) in selected.iter().zip(&all) {
        assert_eq!(bar, behind);
    }
}

#[test]
fn months_are_written_below_the_bars() {
    let theme = Theme::light();
    let scene = events_over_time(&weeks(), &[], SIZE, &theme, &FONTS);
    let runs: Vec<_> = super::runs(&scene).collect();
    let texts: Vec<&str> = runs.iter().map(|run| &*run.text).collect();
    assert_eq!(texts, ["Jan", "Feb", "Mar", "Apr", "May", "Jun"]);
    for run in runs {
        assert!(run.origin.y > SIZE.height - 22.0 && run.origin.y < SIZE.height, "{}", run.text);
        assert!(run.origin.x >= 0.0 && run.origin.x + run.width <= SIZE.width, "{} is cut off", run.text);
        assert!((run.size - 11.0).abs() < 0.1);
    }
}

#[test]
fn no_events_no_chart() {
    let theme = Theme::light();
    assert!(events_over_time(&Histogram::default(), &[], SIZE, &theme, &FONTS).items.is_empty());
    for size in [Size { width: 0.0, height: 0.0 }, Size { width: 3.0, height: 5.0 }] {
        assert_eq!(events_over_time(&weeks(), &[], size, &theme, &FONTS).size, size);
    }
}
