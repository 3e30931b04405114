//! What was copied exactly: cut out of one map and pasted into the same, another or an empty one.

use super::sample;
use pathlight::model::check::check;
use pathlight::model::clip::{Chosen, Clip, ClipKind, Votes};
use pathlight::model::edit::{Beside, Created};
use pathlight::model::{
    CardId, CardKind, Document, Edit, JourneyMap, LaneId, LaneKind, PersonaId, Png, StageId, TouchpointId,
};
use std::sync::Arc;

/// Pastes as one step and gives the map after it.
fn paste(into: &JourneyMap, clip: &Clip, beside: Beside) -> JourneyMap {
    let mut document = Document::opened(into.clone());
    document.edit(&Edit::PasteClip { clip: Arc::new(clip.clone()), beside }).expect("pasted");
    let after = document.map().clone();
    assert_eq!(check(&after), []);
    document.undo();
    assert_eq!(document.map(), into, "one step");
    after
}

fn clip(map: &JourneyMap, chosen: &Chosen) -> Clip {
    let clip = Clip::of(map, chosen, Votes::Drop).expect("something chosen");
    assert_eq!(check(&clip.map), [], "what is cut out is a sound map");
    clip
}

fn all_cards(map: &JourneyMap) -> Chosen {
    Chosen { cards: map.cards.iter().map(|card| card.id).collect(), ..Chosen::default() }
}

fn texts(map: &JourneyMap, lane: LaneId, touchpoint: TouchpointId) -> Vec<&str> {
    map.cell(lane, touchpoint).into_iter().map(|card| card.text.as_str()).collect()
}

fn lane_of(map: &JourneyMap, kind: LaneKind) -> LaneId {
    map.lanes_in_order().find(|lane| lane.kind == kind).expect("such a lane").id
}

#[test]
fn cards_keep_all_their_fields_under_fresh_ids() {
    let map = sample::map();
    let after = paste(&map, &clip(&map, &all_cards(&map)), Beside::Touchpoint(TouchpointId(4)));
    let new: Vec<_> = after.cards.iter().filter(|card| card.id.0 >= map.about.next_id).collect();
    assert_eq!(new.len(), map.cards.len());
    for card in new {
        assert_eq!(card.touchpoint, TouchpointId(4));
        let mut originals = map.cards.iter();
        let original = originals.find(|original| original.text == card.text).expect("the same words");
        assert_eq!(
            (&card.kind, card.evidence, card.lane),
            (&original.kind, original.evidence, original.lane)
        );
    }
}

#[test]
fn cards_of_one_lane_go_into_the_lane_beside_and_others_into_their_kind() {
    let map = sample::map();
    let mut pains = all_cards(&map);
    pains.cards.retain(|id| map.cards.get(*id).is_some_and(|card| card.lane == LaneId(7)));
    let cell = Beside::Cell { lane: LaneId(8), touchpoint: TouchpointId(3) };
    let after = paste(&map, &clip(&map, &pains), cell);
    assert_eq!(texts(&after, LaneId(8), TouchpointId(3)), ["Asks twice", "Czeka zbyt długo"]);
    let after = paste(&map, &clip(&map, &all_cards(&map)), cell);
    assert_eq!(texts(&after, LaneId(7), TouchpointId(3)), ["Asks twice", "Czeka zbyt długo"]);
    assert_eq!(texts(&after, LaneId(8), TouchpointId(3)), ["Call back"]);
}

#[test]
fn cards_keep_their_distances_and_gather_at_the_end_of_the_map() {
    let mut document = sample::document();
    let add = |lane, touchpoint, text: &str| Edit::AddCard {
        lane: LaneId(lane),
        touchpoint: TouchpointId(touchpoint),
        slot: 9,
        text: text.into(),
        kind: CardKind::Note,
    };
    for (touchpoint, text) in [(3, "first"), (5, "third")] {
        document.edit(&add(8, touchpoint, text)).expect("a card");
    }
    let map = document.map().clone();
    let named = |text: &str| map.cards.iter().find(|card| card.text == text).expect("a card").id;
    let chosen = Chosen { cards: [named("first"), named("third")].into(), ..Chosen::default() };
    let copied = clip(&map, &chosen);
    assert_eq!(copied.map.touchpoints.len(), 3, "the empty column between them too");
    let after = paste(&map, &copied, Beside::Touchpoint(TouchpointId(3)));
    assert_eq!(texts(&after, LaneId(8), TouchpointId(3)), ["first", "first"]);
    assert_eq!(texts(&after, LaneId(8), TouchpointId(5)), ["Call back", "third", "third"]);
    let after = paste(&map, &copied, Beside::Touchpoint(TouchpointId(4)));
    assert_eq!(texts(&after, LaneId(8), TouchpointId(4)), ["first"]);
    assert_eq!(texts(&after, LaneId(8), TouchpointId(5)), ["Call back", "third", "third"]);
}

#[test]
fn a_stage_comes_into_an_empty_map_with_all_that_hangs_on_it() {
    let map = sample::map();
    let copied = clip(&map, &Chosen { stages: [StageId(2)].into(), ..Chosen::default() });
    let after = paste(&JourneyMap::default(), &copied, Beside::Nothing);
    let (stage, touchpoint) = after.touchpoints_in_order().next().expect("a touchpoint");
    assert_eq!((stage.name.as_str(), touchpoint.name.as_str()), ("Pomoc", "Dzwoni"));
    assert!(touchpoint.contact);
    let channels = touchpoint.channels.iter().filter_map(|id| after.channels.get(*id));
    assert_eq!(channels.map(|channel| channel.name.as_str()).collect::<Vec<_>>(), ["Telefon", "Web"]);
    assert_eq!(
        texts(&after, lane_of(&after, LaneKind::Pains), touchpoint.id),
        ["Asks twice", "Czeka zbyt długo"]
    );
    assert!(after.personas.is_empty(), "feelings belong to their persona");
    // Once more: channels and lanes are found again.
    let twice = paste(&after, &copied, Beside::Nothing);
    assert_eq!((twice.channels.len(), twice.lanes.len(), twice.stages.len()), (2, after.lanes.len(), 2));
}

#[test]
fn touchpoints_bring_cards_and_what_the_same_persona_feels() {
    let map = sample::map();
    let copied = clip(&map, &Chosen { touchpoints: [TouchpointId(5)].into(), ..Chosen::default() });
    let after = paste(&map, &copied, Beside::Touchpoint(TouchpointId(3)));
    let order: Vec<_> = after.touchpoints_in_order().map(|(_, touchpoint)| touchpoint).collect();
    let names: Vec<_> = order.iter().map(|touchpoint| touchpoint.name.as_str()).collect();
    assert_eq!(names, ["Sees", "Dzwoni", "Öder", "Dzwoni"]);
    assert_eq!(order[1].channels, order[3].channels);
    let persona = after.personas.iter().next().expect("Irena");
    assert_eq!(persona.emotions.get(&order[1].id), persona.emotions.get(&TouchpointId(5)));
    assert_eq!(texts(&after, LaneId(7), order[1].id).len(), 2);
    assert_eq!(persona.id, map.about.personas[0]);
    assert_ne!(persona.id, PersonaId(0));
}

#[test]
fn all_touchpoints_of_several_stages_are_the_stages() {
    let map = sample::map();
    let every = map.touchpoints.iter().map(|touchpoint| touchpoint.id).collect();
    let chosen = Chosen { touchpoints: every, ..Chosen::default() };
    assert_eq!(chosen.kind(&map), Some(ClipKind::Stages));
    let after = paste(&JourneyMap::default(), &clip(&map, &chosen), Beside::Nothing);
    let drawn = |map: &JourneyMap| -> Vec<(String, String)> {
        map.touchpoints_in_order().map(|(stage, t)| (stage.name.clone(), t.name.clone())).collect()
    };
    assert_eq!(drawn(&after), drawn(&map));
    let one = Chosen { touchpoints: [TouchpointId(3), TouchpointId(4)].into(), ..Chosen::default() };
    assert_eq!(one.kind(&map), Some(ClipKind::Touchpoints), "one stage's touchpoints are touchpoints");
}

#[test]
fn a_lane_hangs_on_touchpoints_of_the_same_names() {
    let map = sample::map();
    let copied = clip(&map, &Chosen { lanes: [LaneId(7)].into(), ..Chosen::default() });
    let mut other = Document::opened(JourneyMap::default());
    let Ok(Some(Created::Stage(stage))) = other.edit(&Edit::AddStage { name: "x".into(), at: 0 }) else {
        panic!()
    };
    for name in ["dzwoni", "else"] {
        other.edit(&Edit::AddTouchpoint { stage, at: 9, name: name.into() }).expect("a touchpoint");
    }
    let after = paste(other.map(), &copied, Beside::Nothing);
    let (_, dzwoni) = after.touchpoints_in_order().next().expect("a touchpoint");
    assert_eq!(
        texts(&after, lane_of(&after, LaneKind::Pains), dzwoni.id),
        ["Asks twice", "Czeka zbyt długo"]
    );
    let again = paste(&map, &copied, Beside::Lane(LaneId(7)));
    assert_eq!(again.about.lanes[2].0, map.about.next_id, "right below the lane");
    let empty = paste(&JourneyMap::default(), &copied, Beside::Nothing);
    assert_eq!((empty.touchpoints.len(), empty.cards.len()), (3, 2));
}

#[test]
fn cards_bring_their_touchpoints_into_an_empty_map() {
    let map = sample::map();
    let after = paste(&JourneyMap::default(), &clip(&map, &all_cards(&map)), Beside::Nothing);
    assert_eq!(after.touchpoints_in_order().map(|(_, t)| t.name.as_str()).collect::<Vec<_>>(), ["Dzwoni"]);
    assert_eq!(after.cards.len(), 3);
}

#[test]
fn pictures_and_widths_survive_and_votes_only_when_cut() {
    let mut document = sample::document();
    let png = Png::new(b"\x89PNG\r\n\x1a\nrest".to_vec()).expect("a picture");
    let kind = CardKind::Image { png: png.clone(), alt: "basket".into() };
    let (lane, touchpoint) = (LaneId(8), TouchpointId(3));
    let Ok(Some(Created::Card(card))) =
        document.edit(&Edit::AddCard { lane, touchpoint, slot: 0, text: "Ęą".into(), kind: kind.clone() })
    else {
        panic!()
    };
    document.edit(&Edit::SetSpan { card, span: 2 }).expect("wide");
    document.edit(&Edit::SetVotes { cards: vec![card], votes: 5 }).expect("voted");
    document.edit(&Edit::SetCardColor { cards: vec![card], palette: Some(3) }).expect("coloured");
    let map = document.map().clone();
    let chosen = Chosen { cards: [card].into(), ..Chosen::default() };
    for (votes, kept) in [(Votes::Drop, 0), (Votes::Keep, 5)] {
        let copied = Clip::of(&map, &chosen, votes).expect("a card");
        let after = paste(&map, &copied, Beside::Touchpoint(touchpoint));
        let new = after.cards.get(CardId(map.about.next_id)).expect("the first new id");
        assert_eq!((&new.kind, new.votes, new.palette), (&kind, kept, Some(3)));
        assert_eq!(new.span, 0, "one touchpoint was copied");
    }
    let wide = Chosen { cards: map.cards.iter().map(|card| card.id).collect(), ..Chosen::default() };
    let copied = clip(&map, &wide);
    assert_eq!(copied.map.cards.get(card).map(|card| card.span), Some(2));
}
