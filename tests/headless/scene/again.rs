//! A map laid out again with what is known of earlier layouts is the map laid out anew, whatever was done in between.

use super::FONTS;
use crate::model::{random, sample};
use pathlight::model::{CardId, Document, JourneyMap, TouchpointId};
use pathlight::overlay::{Bar, MeasuredEmotion, Overlay, SatisfactionBar, Shares, TouchpointOverlay};
use pathlight::scene::{Memory, Page, SceneOptions, build, build_again};
use pathlight::theme::Theme;
use proptest::prelude::*;

/// How the map is looked at.
#[derive(Clone, Copy, Debug)]
struct Look {
    dark: bool,
    narrow: bool,
    page: bool,
    figures: Option<u8>,
    partial: bool,
    growing: bool,
    reveal: bool,
}

fn look() -> impl Strategy<Value = Look> {
    // Mostly alike, so that much is known.
    let rarely = || prop::bool::weighted(0.15);
    let figures = prop::option::of(0..3_u8);
    let looks = (rarely(), rarely(), rarely(), figures, rarely(), rarely(), prop::bool::weighted(0.7));
    looks.prop_map(|(dark, narrow, page, figures, partial, growing, reveal)| Look {
        dark,
        narrow,
        page,
        figures,
        partial,
        growing,
        reveal,
    })
}

/// Figures of which some are those of another number.
fn figures(map: &JourneyMap, number: u8) -> Overlay {
    let cards = || map.cards.iter().map(|card| card.id).filter(|CardId(id)| id % 3 != u32::from(number));
    let value = f64::from(number) / 4.0;
    let bar = Bar {
        value,
        low: value,
        high: value,
        label: number.to_string(),
        note: String::new(),
        strong: false,
        small: false,
    };
    let touchpoint = TouchpointOverlay {
        visits_label: format!("{number} visits"),
        exit: Some(bar),
        emotion: Some(MeasuredEmotion { value, interval: Some((-value, 1.0)), small: false, n: 40 }),
        satisfaction: Some(SatisfactionBar {
            shares: Some(Shares { satisfied: value, neutral: 0.25, dissatisfied: 0.75 - value }),
            mean_unit: value,
            label: format!("{number}.5"),
            small: false,
        }),
        ..TouchpointOverlay::default()
    };
    let of = |TouchpointId(id)| match id % 4 {
        0 => TouchpointOverlay::default(),
        1 => TouchpointOverlay { exit: None, emotion: None, ..touchpoint.clone() },
        _ => touchpoint.clone(),
    };
    Overlay {
        touchpoints: map.touchpoints.iter().map(|one| (one.id, of(one.id))).collect(),
        pains: cards().map(|id| (id, format!("{number}6 % of journeys"))).collect(),
        measured_cards: cards().collect(),
        exit_axis_max: 1.0,
        ..Overlay::default()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_map_laid_out_again_is_the_map_laid_out_anew(
        steps in prop::collection::vec((random::draw(), prop::bool::weighted(0.2), look()), 1..25),
    ) {
        let mut document = Document::opened(sample::map());
        let mut memory = Memory::default();
        for (draw, undo, look) in steps {
            let edit = draw.edit(document.map());
            // What can't be done changes nothing.
            drop(document.edit(&edit));
            if undo {
                document.undo();
            }
            let map = document.map();
            let options = SceneOptions {
                persona: map.personas.iter().last().map(|persona| persona.id).filter(|_| look.narrow),
                show_measured: look.reveal,
                column_width_pt: if look.narrow { 104.8 } else { 131.0 },
                page: look.page.then_some(Page::with_margin(24.0)),
                ..SceneOptions::default()
            };
            let theme = if look.dark { Theme::dark() } else { Theme::light() };
            let figures = look.figures.map(|number| Overlay {
                is_partial: look.partial,
                is_growing: look.growing,
                ..figures(map, number)
            });
            let again = build_again(&mut memory, map, figures.as_ref(), &options, &theme, &FONTS);
            prop_assert_eq!(again, build(map, figures.as_ref(), &options, &theme, &FONTS), "{:?}", edit);
        }
    }
}

#[test]
fn cards_laid_out_ahead_are_those_laid_out_when_the_map_is_shown() {
    let (map, theme, options) = (sample::map(), Theme::light(), SceneOptions::default());
    let figures = figures(&map, 1);
    for overlay in [None, Some(&figures)] {
        let mut memory = Memory::of(&map, &options, &theme, &FONTS);
        let shown = build_again(&mut memory, &map, overlay, &options, &theme, &FONTS);
        assert_eq!(shown, build(&map, overlay, &options, &theme, &FONTS));
    }
}
