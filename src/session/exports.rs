//! The map for others: what the open map gives to pictures, slides, tables and texts. Small groups are hidden, and there are no
//! figures as long as not all data has been read, or while an old version is shown, of which nothing has been measured.

use super::Session;
use crate::export::{Account, Choices};
use crate::jobs::{self, Subject};
use crate::measure::small_groups::SmallGroups;
use crate::model::{Excerpt, JourneyMap, LaneId, Png, TouchpointId};
use crate::overlay::{self, Overlay};
use crate::scene::{Element, Page, Scene, SceneOptions, build};
use crate::text::Fonts;
use crate::theme::Theme;
use crate::tr;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is exported of the open map, besides what the choices say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ForOthers {
    /// Which part of the map.
    pub excerpt: Excerpt,
    /// Another title than the map's.
    pub title: Option<String>,
    /// The logo.
    pub logo: Option<Png>,
}

impl Session {
    /// The name of a file without its ending, made of the map's title.
    #[must_use]
    pub fn file_stem(&self) -> String {
        let title = self.document.map().about.title.trim();
        let safe = |c: char| if c.is_alphanumeric() || " -_,.".contains(c) { c } else { '-' };
        let stem: String = title.chars().map(safe).take(80).collect();
        if stem.is_empty() { tr!("session-file-name") } else { stem }
    }

    /// What an export is made from.
    #[must_use]
    pub fn subject(
        &self,
        wanted: &ForOthers,
        choices: &Choices,
        theme: Theme,
        fonts: &Arc<Fonts>,
    ) -> Subject {
        let map = self.shown_map().excerpt(&wanted.excerpt);
        let overlay = self.overlay_for_others(&map, choices);
        let has_figures = overlay.is_some();
        let options = SceneOptions {
            show_measured: has_figures,
            page: Some(choices.page(wanted.title.clone(), wanted.logo.clone())),
            format: choices.number_format(self.format),
            layers: self.drawn_layers(SmallGroups(map.about.smallest_group)).without_stale(),
            ..self.scene_options()
        };
        Subject {
            measures: self.whole_measures().filter(|_| has_figures).cloned(),
            account: self.account().filter(|_| has_figures),
            map,
            overlay,
            options,
            theme,
            fonts: Arc::clone(fonts),
            periods: Arc::default(),
            data: self.measure_task().filter(|_| has_figures).map(Arc::new),
        }
    }

    /// The map as a picture with title, legend and footer.
    #[must_use]
    pub fn picture(&self, theme: &Theme, fonts: &Fonts, with_data: bool) -> Scene {
        let choices = Choices { with_data, ..Choices::default() };
        let overlay = self.overlay_for_others(self.shown_map(), &choices);
        let page: Page = choices.page(None, None);
        let show_measured = with_data && self.shows_now();
        let small = SmallGroups(self.shown_map().about.smallest_group);
        let layers = self.drawn_layers(small).without_stale();
        let options = SceneOptions { show_measured, page: Some(page), layers, ..self.scene_options() };
        build(self.shown_map(), overlay.as_ref(), &options, theme, fonts)
    }

    /// The touchpoints and lanes that hold what is selected, lanes only where they themselves are; none when nothing is.
    #[must_use]
    pub fn excerpt_of_selection(&self) -> Option<Excerpt> {
        let map = self.shown_map();
        let (mut touchpoints, mut lanes) = (BTreeSet::<TouchpointId>::new(), BTreeSet::<LaneId>::new());
        for element in &self.selection {
            match *element {
                Element::Stage(id) => touchpoints.extend(map.touchpoints_of(&[id].into())),
                Element::Touchpoint(id) | Element::Cell(_, id) | Element::Measured(_, id) => {
                    touchpoints.insert(id);
                }
                Element::Card(id) => touchpoints.extend(map.cards.get(id).map(|card| card.touchpoint)),
                Element::Emotion(dot) => drop(touchpoints.insert(dot.touchpoint)),
                Element::Lane(id) => drop(lanes.insert(id)),
                Element::Step(from, to) => touchpoints.extend([from, to]),
                Element::Wait(from) => drop(touchpoints.insert(from)),
                Element::Title | Element::Figure(_) => {}
            }
        }
        let some = |is_empty: bool| !is_empty;
        let excerpt = Excerpt {
            touchpoints: some(touchpoints.is_empty()).then_some(touchpoints),
            lanes: some(lanes.is_empty()).then_some(lanes),
        };
        (excerpt != Excerpt::default()).then_some(excerpt)
    }

    /// What a map shows others of the data.
    pub(super) fn overlay_for_others(&self, map: &JourneyMap, choices: &Choices) -> Option<Overlay> {
        let measures = self.whole_measures().filter(|_| choices.with_data && self.shows_now())?;
        let mut from = self.provenance(map.about.smallest_group)?;
        from.footer = choices.footer.clone();
        let format = choices.number_format(self.format);
        let overlay = overlay::overlay(map, measures, &from, &format);
        let before = self.data.as_ref().and_then(|data| data.before.as_deref());
        Some(match before {
            Some(before) => overlay.beside(before, &from, &format),
            None => overlay,
        })
    }

    /// Where the figures come from.
    fn account(&self) -> Option<Account> {
        let (data, source) = (self.data.as_ref()?, self.source()?);
        Some(jobs::account(&self.as_measured(source), &data.loaded.report))
    }
}
