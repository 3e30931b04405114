//! A small map with a hand-made scene on which tools are tried without a window.

use super::{Extend, Input, Press, Tool};
use crate::base::fmt::NumberFormat;
use crate::base::geom::pt;
use crate::base::{Point, Rect, Size};
use crate::model::{
    Card, CardId, CardKind, Curve, Document, Emotion, JourneyMap, Lane, LaneId, LaneKind, Persona, PersonaId,
    Stage, StageId, Touchpoint, TouchpointId,
};
use crate::scene::{Element, EmotionDot, Grid, GridColumn, GridRow, GridStage, Node, Scene};
use crate::session::{Action, View};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Two stages of two and one touchpoints; an emotion lane and two card lanes; two cards in the first cell;
/// a dot at +0.5 at the first touchpoint.
pub struct Bench {
    pub document: Document,
    pub scene: Arc<Scene>,
    pub selection: BTreeSet<Element>,
    pub persona: PersonaId,
    pub stages: Vec<StageId>,
    pub touchpoints: Vec<TouchpointId>,
    pub emotion_lane: LaneId,
    pub card_lane: LaneId,
    pub other_card_lane: LaneId,
    pub cards: Vec<CardId>,
    pub axis: (f32, f32),
    pub search: crate::session::Search,
    pub workshop: crate::session::WorkshopMode,
    /// Knows nothing of the map.
    pub session: crate::session::Session,
}

const COLUMN: f32 = 130.0;
const LEFT: f32 = 145.0;

impl Bench {
    pub fn new() -> Self {
        let mut map = JourneyMap::default();
        let (stages, touchpoints) =
            (vec![StageId(1), StageId(2)], vec![TouchpointId(3), TouchpointId(4), TouchpointId(5)]);
        let (emotion_lane, card_lane, other_card_lane) = (LaneId(6), LaneId(7), LaneId(8));
        let cards = vec![CardId(9), CardId(10)];
        let persona = PersonaId(11);
        let stage = |id, places: &[TouchpointId]| Stage {
            id,
            name: id.to_string(),
            touchpoints: places.to_vec(),
            palette: None,
        };
        map.stages =
            [stage(stages[0], &touchpoints[..2]), stage(stages[1], &touchpoints[2..])].into_iter().collect();
        map.touchpoints = touchpoints.iter().map(|id| Touchpoint::new(*id, id.to_string())).collect();
        let kinds = [
            (emotion_lane, LaneKind::Emotion),
            (card_lane, LaneKind::Pains),
            (other_card_lane, LaneKind::Notes),
        ];
        map.lanes = kinds.into_iter().map(|(id, kind)| Lane::new(id, kind)).collect();
        let kind = CardKind::for_lane(LaneKind::Pains);
        let cell = (card_lane, touchpoints[0]);
        let card =
            |(slot, id): (u32, &CardId)| Card { slot, ..Card::new(*id, cell, id.to_string(), kind.clone()) };
        map.cards = (0..).zip(&cards).map(card).collect();
        let emotions = [(touchpoints[0], Emotion::new(0.5))].into();
        let elif = Persona { emotions, ..Persona::new(persona, "Elif") };
        map.personas = [elif].into_iter().collect();
        map.about.stages = stages.clone();
        map.about.lanes = kinds.map(|(id, _)| id).to_vec();
        map.about.personas = vec![persona];
        map.about.next_id = 12;
        let mut bench = Self {
            document: Document::new_unsaved(map),
            scene: Arc::default(),
            selection: BTreeSet::new(),
            persona,
            stages,
            touchpoints,
            emotion_lane,
            card_lane,
            other_card_lane,
            cards,
            axis: (150.0, 230.0),
            search: crate::session::Search::default(),
            workshop: crate::session::WorkshopMode::default(),
            session: crate::session::Session::default(),
        };
        bench.scene = Arc::new(bench.lay_out());
        bench
    }

    /// The one dot that is drawn.
    pub fn dot(&self) -> EmotionDot {
        let (lane, persona, touchpoint) = (self.emotion_lane, self.persona, self.touchpoints[0]);
        EmotionDot { lane, persona, curve: Curve::AsIs, touchpoint }
    }

    fn lay_out(&self) -> Scene {
        let mut nodes = Vec::new();
        let mut add =
            |element, rect| nodes.push(Node { element, rect, label: format!("{element:?}").into() });
        let left_of = |column: usize| LEFT + COLUMN * f32::from(u8::try_from(column).unwrap_or_default());
        let rows = [
            GridRow {
                lane: self.emotion_lane,
                top: 140.0,
                bottom: 240.0,
                emotion_axis: Some(self.axis),
                pinned: false,
            },
            GridRow { lane: self.card_lane, top: 240.0, bottom: 340.0, emotion_axis: None, pinned: false },
            GridRow {
                lane: self.other_card_lane,
                top: 340.0,
                bottom: 440.0,
                emotion_axis: None,
                pinned: false,
            },
        ];
        for row in &rows {
            add(Element::Lane(row.lane), Rect::from_xywh(0.0, row.top, LEFT - 10.0, 40.0));
        }
        let mut columns = Vec::new();
        for (column, touchpoint) in self.touchpoints.iter().enumerate() {
            let left = left_of(column);
            let stage = self.stages[usize::from(column > 1)];
            columns.push(GridColumn { touchpoint: *touchpoint, stage, left, right: left + COLUMN });
            add(Element::Touchpoint(*touchpoint), Rect::from_xywh(left + 4.0, 60.0, COLUMN - 8.0, 74.0));
            for row in &rows {
                let cell = Rect::from_xywh(left, row.top, COLUMN, row.bottom - row.top);
                add(Element::Cell(row.lane, *touchpoint), cell);
            }
        }
        for (slot, card) in (0_u8..).zip(&self.cards) {
            let rect = Rect::from_xywh(LEFT + 4.0, 246.0 + 46.0 * f32::from(slot), COLUMN - 8.0, 40.0);
            add(Element::Card(*card), rect);
        }
        let dot = pt(LEFT + COLUMN / 2.0, Grid::y_of_emotion(self.axis, 0.5));
        add(Element::Emotion(self.dot()), Rect { min: dot, max: dot }.expanded(8.0));
        let mut stages = Vec::new();
        for (stage, from, count) in [(self.stages[0], 0, 2.0), (self.stages[1], 2, 1.0)] {
            let band = Rect::from_xywh(left_of(from), 10.0, COLUMN * count, 30.0);
            let area = Rect { min: pt(band.min.x, 44.0), max: pt(band.max.x, 440.0) };
            stages.push(GridStage { stage, band, area });
            add(Element::Stage(stage), band);
        }
        let touchpoint_row = Rect::from_xywh(LEFT, 50.0, COLUMN * 3.0, 90.0);
        let grid = Grid { left: LEFT, stages, columns, rows: rows.to_vec(), touchpoint_row };
        Scene { size: Size { width: 540.0, height: 440.0 }, nodes, grid, ..Scene::default() }
    }

    pub fn view(&self) -> View<'_> {
        View {
            document: &self.document,
            map: self.document.map(),
            path: None,
            selection: &self.selection,
            persona: self.document.map().personas.get(self.persona),
            curve: crate::model::Curve::AsIs,
            reveal: false,
            conceals: false,
            workshop: &self.workshop,
            comparing: None,
            editing: None,
            reduced_motion: false,
            presenting: None,
            search: &self.search,
            scene: &self.scene,
            data: None,
            two: None,
            format: NumberFormat::default(),
            session: &self.session,
        }
    }

    pub fn select(&mut self, elements: &[Element]) {
        self.selection = elements.iter().copied().collect();
    }

    pub fn rect(&self, element: Element) -> Rect {
        self.scene.node(element).expect("an element of the bench").rect
    }

    pub fn middle(&self, element: Element) -> Point {
        self.rect(element).center()
    }

    pub fn press(&self, on: Element) -> Input {
        Input::Press(Press { at: self.middle(on), on: Some(on), extend: Extend::No, slop: 4.0 })
    }

    pub fn press_extending(&self, on: Element) -> Input {
        Input::Press(Press { at: self.middle(on), on: Some(on), extend: Extend::Toggle, slop: 4.0 })
    }

    /// The actions of a series of inputs.
    pub fn run(&self, inputs: &[Input]) -> Vec<Action> {
        let mut actions = Vec::new();
        let step = |tool: Tool, input: &Input| tool.step(*input, &self.view(), &mut actions);
        let tool = inputs.iter().fold(Tool::Idle, step);
        drop(tool);
        actions
    }

    /// The tool after a series of inputs.
    pub fn tool_after(&self, inputs: &[Input]) -> Tool {
        inputs.iter().fold(Tool::Idle, |tool, input| tool.step(*input, &self.view(), &mut Vec::new()))
    }
}
