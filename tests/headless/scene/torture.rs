//! Maps of every shape with words of every length: nothing sticks out, nothing lies over anything else, nothing is lost.

use super::cards::{broken_png, png};
use super::layout::assert_tidy;
use super::{FONTS, page, sample};
use pathlight::model::{
    Card, CardId, CardKind, Channel, ChannelId, Curve, Emotion, Evidence, JourneyMap, Lane, LaneId, LaneKind,
    Opportunity, Pain, Persona, PersonaId, Side, Stage, StageId, Touchpoint, TouchpointId,
};
use pathlight::overlay::Overlay;
use pathlight::scene::{Element, Page, Prim, Scene, SceneOptions, build};
use pathlight::theme::Theme;
use proptest::prelude::*;

const WORDS: [&str; 8] = [
    "Pays",
    "",
    "Çekoslovakyalılaştıramadıklarımızdanmışsınızcasına",
    "Konstantynopolitańczykowianeczka zażółciła gęślą jaźń",
    "İADE İSTEĞİ ve ığdır, two or three lines of quite plain words",
    "配送料を見る a 👍 אבג",
    "a\nb\n\nc",
    "The delivery cost is shown on the last page only, after the address, the e-mail and the telephone number have \
     been typed in, so that most of those who compare have left before they see it; those who stay feel cheated, \
     write to the support and tell their friends about it for weeks to come, whatever the parcel looks like then.",
];

/// Numbers that everything of a map is chosen by.
struct Dice {
    numbers: Vec<u8>,
    next: usize,
}

impl Dice {
    fn upto(&mut self, end: u32) -> u32 {
        let number = self.numbers[self.next % self.numbers.len()];
        self.next += 1;
        // The same numbers again mean something else.
        (u32::from(number) + self.next as u32 / 64) % end
    }

    fn words(&mut self) -> String {
        WORDS[self.upto(8) as usize].to_owned()
    }

    fn often(&mut self) -> bool {
        self.upto(3) > 0
    }

    fn seldom(&mut self) -> bool {
        self.upto(5) == 0
    }
}

fn map(numbers: Vec<u8>) -> JourneyMap {
    let mut dice = Dice { numbers, next: 0 };
    let mut map = JourneyMap::default();
    map.about.title = dice.words();
    map.about.description = dice.words();
    map.channels = (0..4).map(|i| Channel::new(ChannelId(i), dice.words())).collect();
    let mut touchpoints = Vec::new();
    let mut stages = Vec::new();
    for stage in 0..1 + dice.upto(4) {
        let ids: Vec<_> = (0..dice.upto(5)).map(|i| TouchpointId(100 + stage * 10 + i)).collect();
        touchpoints.extend(ids.iter().map(|id| Touchpoint {
            channels: (0..dice.upto(5)).map(ChannelId).collect(),
            goal: dice.seldom(),
            contact: dice.seldom(),
            moment_of_truth: dice.seldom(),
            ..Touchpoint::new(*id, dice.words())
        }));
        stages.push(Stage { id: StageId(stage), name: dice.words(), touchpoints: ids, palette: None });
    }
    let columns: Vec<_> = touchpoints.iter().map(|touchpoint| touchpoint.id).collect();
    map.about.stages = stages.iter().map(|stage| stage.id).collect();
    (map.stages, map.touchpoints) = (stages.into_iter().collect(), touchpoints.into_iter().collect());
    map.personas = (0..1 + dice.upto(3))
        .map(|id| {
            let mut persona = Persona { quote: dice.words(), ..Persona::new(PersonaId(id), dice.words()) };
            for curve in Curve::ALL {
                for column in &columns {
                    if dice.often() && (curve == Curve::AsIs || id == 1) {
                        let at = Emotion::new(f64::from(dice.upto(41)) / 10.0 - 2.0);
                        persona.curve_mut(curve).insert(*column, at);
                    }
                }
            }
            persona
        })
        .collect();
    map.about.personas = map.personas.iter().map(|persona| persona.id).collect();
    lanes_and_cards(&mut map, &mut dice, &columns);
    map
}

fn lanes_and_cards(map: &mut JourneyMap, dice: &mut Dice, columns: &[TouchpointId]) {
    let kinds = LaneKind::ALL.iter().chain([&LaneKind::Emotion, &LaneKind::Pains]);
    map.lanes = (200..)
        .zip(kinds)
        .map(|(id, kind)| Lane {
            name: dice.words(),
            hidden: dice.seldom(),
            pinned: dice.seldom(),
            collapsed: dice.seldom(),
            personas: if *kind == LaneKind::Emotion {
                (0..dice.upto(4)).map(PersonaId).collect()
            } else {
                vec![]
            },
            ..Lane::new(LaneId(id), *kind)
        })
        .collect();
    map.about.lanes = map.lanes.iter().map(|lane| lane.id).collect();
    let lanes: Vec<Lane> = map.lanes.iter().filter(|lane| lane.kind.holds_cards()).cloned().collect();
    let mut cards: Vec<Card> = Vec::new();
    for lane in &lanes {
        for column in columns {
            for slot in 0..dice.upto(3) {
                let id = CardId(1000 + cards.len() as u32);
                let card = Card::new(id, (lane.id, *column), dice.words(), kind(lane.kind, dice));
                let tags = (0..dice.upto(4)).map(|_| dice.words()).filter(|tag| !tag.is_empty()).collect();
                cards.push(Card {
                    slot,
                    span: if dice.seldom() { dice.upto(6) } else { 0 },
                    votes: dice.upto(9),
                    palette: dice.seldom().then(|| dice.upto(8) as u8),
                    evidence: [
                        None,
                        Some(Evidence::Assumed),
                        Some(Evidence::Quoted),
                        Some(Evidence::Measured),
                    ][dice.upto(4) as usize],
                    tags: if dice.seldom() { tags } else { Default::default() },
                    ..card
                });
            }
        }
    }
    map.cards = cards.into_iter().collect();
}

fn kind(lane: LaneKind, dice: &mut Dice) -> CardKind {
    match (lane, CardKind::for_lane(lane)) {
        (LaneKind::Images, _) => {
            let png =
                if dice.seldom() { broken_png() } else { png(1 + 40 * dice.upto(6), 20 + dice.upto(300)) };
            CardKind::Image { png, alt: dice.words() }
        }
        (_, CardKind::Quote { .. }) => CardKind::Quote { source: dice.words() },
        (_, CardKind::Metric { .. }) => CardKind::Metric { value: dice.words() },
        (_, CardKind::Pain(_)) => CardKind::Pain(Pain {
            severity: 1 + dice.upto(5) as u8,
            side: if dice.seldom() { Side::Staff } else { Side::Customer },
            frequency: dice.seldom().then_some(0.125),
            rule: None,
        }),
        (_, CardKind::Opportunity(_)) => CardKind::Opportunity(Opportunity {
            owner: dice.words(),
            due: if dice.seldom() { "2026-03-01".to_owned() } else { String::new() },
            ..Opportunity::default()
        }),
        (_, kind) => kind,
    }
}

/// Figures for the columns of any map.
fn overlay(map: &JourneyMap) -> Overlay {
    let figures = sample::overlay();
    let of = figures.touchpoints.values().cycle();
    let touchpoints = map.touchpoints.iter().map(|at| at.id).zip(of.cloned()).collect();
    Overlay {
        touchpoints,
        measured_cards: map.cards.iter().map(|card| card.id).step_by(3).collect(),
        ..figures
    }
}

/// Every letter of every card that is not in a hidden or collapsed lane is painted.
fn assert_whole(map: &JourneyMap, scene: &Scene) {
    let squeezed = |text: &str| text.replace(|c: char| c.is_whitespace() || c.is_control(), "");
    let mut seen = 0;
    for (index, node) in scene.nodes.iter().enumerate() {
        let Element::Card(id) = node.element else { continue };
        seen += 1;
        let card = map.cards.get(id).expect("a card of the map");
        let painted: String = scene
            .items
            .iter()
            .filter(|item| item.node == u32::try_from(index).ok())
            .filter_map(|item| match &item.prim {
                Prim::Text(run) => Some(squeezed(&run.text)),
                Prim::Rect(_) | Prim::Path(_) | Prim::Image(_) => None,
            })
            .collect();
        for words in card.tags.iter().chain([&card.text]) {
            assert!(painted.contains(&squeezed(words)), "`{words}` of {id} is not in `{painted}`");
        }
    }
    let visible = |card: &&Card| map.lanes.get(card.lane).is_some_and(Lane::shows_cards);
    assert_eq!(seen, map.cards.iter().filter(visible).count());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_map_is_tidy_and_whole(
        numbers in prop::collection::vec(any::<u8>(), 64..200),
        column_width_pt in 70.0_f32..220.0,
        is_page: bool,
        has_data: bool,
        dark: bool,
    ) {
        let map = map(numbers);
        let figures = has_data.then(|| overlay(&map));
        let page = is_page.then(|| Page { ..page().page.unwrap_or_default() });
        let options = SceneOptions { column_width_pt, page, ..SceneOptions::default() };
        let theme = if dark { Theme::dark() } else { Theme::light() };
        let scene = build(&map, figures.as_ref(), &options, &theme, &FONTS);
        assert_tidy(&scene);
        assert_whole(&map, &scene);
    }
}
