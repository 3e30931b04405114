//! What is different between two maps, and both in one.

use super::sample;
use pathlight::base::Color;
use pathlight::model::check::check;
use pathlight::model::compare::{Change, Field, Item, compare, merge};
use pathlight::model::edit::Created;

use pathlight::model::{
    AgendaItem, Curve, Document, Edit, Emotion, JourneyMap, LaneId, MapKind, Parked, PersonaId, StageId,
    TouchpointId,
};
use std::collections::BTreeSet;

fn edited(edits: Vec<Edit>) -> (JourneyMap, JourneyMap) {
    let mut document = sample::document();
    let before = document.map().clone();
    for edit in edits {
        document.edit(&edit).expect("edited");
    }
    (before, document.map().clone())
}

fn fields(before: &JourneyMap, after: &JourneyMap, item: Item) -> Vec<(Field, String, String)> {
    let comparison = compare(before, after);
    let it = comparison.items.iter().find(|difference| difference.after == Some(item)).expect("different");
    it.fields.iter().map(|f| (f.field, f.before.clone(), f.after.clone())).collect()
}

#[test]
fn the_map_itself_lanes_stages_and_channels_are_compared() {
    let stage = sample::map().about.stages[0];
    let lane = sample::map().about.lanes[0];
    let (before, after) = edited(vec![
        Edit::SetTitle("Another".into()),
        Edit::SetMapKind(MapKind::ToBe),
        Edit::SetStagePalette { stage, palette: Some(2) },
        Edit::SetLanePinned { lane, pinned: true },
        Edit::SetLaneCollapsed { lane, collapsed: true },
    ]);
    let of_map = fields(&before, &after, Item::Map);
    assert_eq!(of_map[0], (Field::Name, before.about.title.clone(), "Another".into()));
    assert_eq!(of_map[1].0, Field::Kind);
    assert_eq!(fields(&before, &after, Item::Stage(stage)), [(Field::Color, String::new(), "3".into())]);
    let of_lane: Vec<_> = fields(&before, &after, Item::Lane(lane)).into_iter().map(|f| f.0).collect();
    assert_eq!(of_lane, [Field::Pinned, Field::Collapsed]);
    assert_eq!(compare(&before, &after).items.len(), 3);
    assert_eq!(compare(&after, &after), Default::default());
    let channel = before.channels.iter().next().expect("a channel").clone();
    let (before, after) = edited(vec![Edit::SetChannel {
        channel: channel.id,
        name: channel.name,
        color: Some("#112233".parse::<Color>().expect("a colour")),
    }]);
    assert_eq!(fields(&before, &after, Item::Channel(channel.id))[0].2, "#112233");
}

#[test]
fn cards_that_change_their_order_in_a_cell_have_moved() {
    let (lane, touchpoint) = (LaneId(7), TouchpointId(3));
    let mut document = sample::document();
    let mut ids = Vec::new();
    for text in ["one", "two", "three"] {
        let kind = pathlight::model::CardKind::Note;
        let add = Edit::AddCard { lane, touchpoint, slot: usize::MAX, text: text.into(), kind };
        let Ok(Some(Created::Card(id))) = document.edit(&add) else { panic!("no card") };
        ids.push(id);
    }
    let before = document.map().clone();
    document.edit(&Edit::MoveCards { cards: vec![ids[2]], lane, touchpoint, slot: 0 }).expect("moved");
    let comparison = compare(&before, document.map());
    let moved: Vec<_> = comparison.items.iter().map(|item| (item.after, item.moved)).collect();
    assert_eq!(moved, [(Some(Item::Card(ids[2])), true)], "the one that was moved, not those it passed");
    document.edit(&Edit::SetSpan { card: ids[0], span: 1 }).expect("wide");
    let of_card = fields(&before, document.map(), Item::Card(ids[0]));
    assert_eq!(of_card, [(Field::Width, "1".into(), "2".into())]);
}

#[test]
fn data_that_is_read_otherwise_is_told() {
    let source = sample::map().sources.iter().next().expect("a source").clone();
    let mut changed = source.clone();
    changed.path = "elsewhere.csv".into();
    changed.rules.pop();
    let (before, after) = edited(vec![Edit::SetSource(changed)]);
    let told: Vec<_> = fields(&before, &after, Item::Source(source.id)).into_iter().map(|f| f.0).collect();
    assert_eq!(told, [Field::Path, Field::EventRules]);
}

/// Everything of the earlier map stands in the merged one, too, and the merged map is sound.
#[test]
fn what_has_gone_is_put_back_at_its_place() {
    let base = sample::map();
    let gone_stage = base.about.stages[1];
    let gone_touchpoint = base.stages.get(base.about.stages[0]).expect("a stage").touchpoints[0];
    let gone_lane = base.lanes_in_order().find(|lane| lane.kind.holds_cards()).expect("a lane").id;
    let (before, after) = edited(vec![
        Edit::RemoveStage { stage: gone_stage },
        Edit::RemoveTouchpoints { touchpoints: vec![gone_touchpoint] },
        Edit::RemoveLane { lane: gone_lane },
        Edit::AddStage { name: "New".into(), at: 0 },
    ]);
    let merged = merge(&before, &after);
    assert_eq!(check(&merged.map), []);
    let names = |map: &JourneyMap| -> Vec<String> {
        map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.name.clone()).collect()
    };
    assert_eq!(names(&merged.map), names(&before), "in their old order");
    assert_eq!(merged.map.cards.len(), before.cards.len());
    assert_eq!(merged.map.about.lanes.len(), before.about.lanes.len());
    let stages: Vec<_> = merged.map.stages_in_order().map(|stage| stage.name.as_str()).collect();
    let old: Vec<_> = before.stages_in_order().map(|stage| stage.name.as_str()).collect();
    assert_eq!(stages, [&["New"], &old[..]].concat());
    for (was, is) in &merged.put_back {
        assert_eq!(merged.marks.changes[is], BTreeSet::from([Change::Removed]), "{was:?}");
    }
    assert!(merged.put_back.contains_key(&Item::Stage(gone_stage)));
    assert!(merged.put_back.contains_key(&Item::Lane(gone_lane)));
    let new = after.about.stages[0];
    assert_eq!(merged.marks.changes[&Item::Stage(new)], BTreeSet::from([Change::Added]));
}

#[test]
fn the_earlier_curve_is_kept_where_it_was_another() {
    let persona = sample::map().about.personas[0];
    let touchpoint = sample::map().touchpoints_in_order().next().expect("one").1.id;
    let draw =
        |curve, value| Edit::SetEmotion { persona, curve, touchpoint, emotion: Some(Emotion::new(value)) };
    let (before, after) = edited(vec![draw(Curve::AsIs, -1.75)]);
    let merged = merge(&before, &after);
    let drawn = &before.personas.get(persona).expect("a persona").emotions;
    assert_eq!(merged.marks.earlier.get(&(persona, Curve::AsIs)), Some(drawn));
    assert_eq!(merged.marks.earlier.len(), 1);
    assert_eq!(merge(&before, &before).marks, Default::default());
}

/// Maps without a common origin have the same numbers for different things.
#[test]
fn maps_of_two_files_are_merged_by_name() {
    let mut document = Document::new_unsaved(JourneyMap::default());
    for edit in [
        Edit::AddStage { name: "Pomoc".into(), at: 0 },
        Edit::AddTouchpoint { stage: StageId(1), at: 0, name: "Somewhere else".into() },
    ] {
        document.edit(&edit).expect("edited");
    }
    let other = sample::map();
    let merged = merge(&other, document.map());
    assert_eq!(check(&merged.map), []);
    assert_eq!(merged.map.touchpoints.len(), other.touchpoints.len() + 1);
    assert_eq!(merged.map.about.stages.len(), other.about.stages.len(), "Pomoc is in both");
    assert!(merged.map.personas.get(PersonaId(1)).is_none(), "personas are listed, not put back");
}

/// A snapshot costs a name for a picture, not the picture.
#[test]
fn the_file_has_each_picture_once() {
    use pathlight::model::{CardKind, Png};
    use pathlight::store::format::{from_text, to_text};
    let picture = |last: &[u8]| Png::new([&b"\x89PNG\r\n\x1a\n"[..], last].concat()).expect("a picture");
    let mut document = sample::document();
    let lane = document.map().lanes_in_order().find(|lane| lane.kind.holds_cards()).expect("a lane").id;
    let touchpoint = document.map().touchpoints_in_order().next().expect("one").1.id;
    let image = |png: Png| CardKind::Image { png, alt: String::new() };
    let add = Edit::AddCard { lane, touchpoint, slot: 9, text: "A".into(), kind: image(picture(b"first")) };
    let Ok(Some(Created::Card(card))) = document.edit(&add) else { panic!("no card") };
    let take = |name: &str| Edit::TakeSnapshot { name: name.into(), made: "2026-01-31".into() };
    document.edit(&take("one")).expect("taken");
    // From here on only the snapshots have the first picture.
    document.edit(&Edit::SetCardKind { card, kind: image(picture(b"second")) }).expect("changed");
    let snapshot = document.map().snapshots.iter().next().expect("one").id;
    document.edit(&Edit::RestoreSnapshot { snapshot }).expect("restored");
    document.edit(&take("two")).expect("taken");
    document.edit(&Edit::SetCardKind { card, kind: image(picture(b"second")) }).expect("changed");
    document.edit(&take("three")).expect("taken");
    let map = document.map();
    let text = to_text(map).expect("text");
    assert_eq!(text.matches("iVBORw0KGgp").count(), 2, "one for each picture");
    assert_eq!(text.matches("as in ").count(), 2);
    let read = from_text(std::path::Path::new("map"), &text).expect("read");
    assert_eq!(&read, map);
    let torn = text.replace("as in c", "as in c99");
    let told = from_text(std::path::Path::new("map"), &torn).expect_err("a picture is nowhere").to_string();
    assert!(told.contains("c99"), "{told}");
}

#[test]
fn what_a_workshop_leaves_is_compared_step_by_step_and_guess_by_guess() {
    let touchpoint = sample::map().touchpoints.iter().next().expect("a touchpoint").id;
    let step =
        |name: &str, planned_minutes| AgendaItem { name: name.into(), planned_minutes, actual_seconds: 0 };
    let parked = Parked { text: "Ask legal".into(), ..Parked::default() };
    let (before, after) = edited(vec![
        Edit::SetAgenda(vec![step("Welcome", 5), step("Draw", 20)]),
        Edit::SetGuess { team: "Red".into(), touchpoint, exit_rate: Some(0.4) },
        Edit::Park(parked),
    ]);
    let of_map = fields(&before, &after, Item::Map);
    let of_field = |field| of_map.iter().find(|found| found.0 == field).map(|found| found.2.clone());
    assert_eq!(of_field(Field::Agenda).as_deref(), Some("Welcome (5 min); Draw (20 min)"));
    let name = &before.touchpoints.get(touchpoint).expect("it").name;
    assert_eq!(of_field(Field::Guesses), Some(format!("Red: {name} 40\u{202f}%")));
    assert_eq!(of_field(Field::Parking).as_deref(), Some("Ask legal"));
    let mut renamed = Document::opened(after.clone());
    renamed.edit(&Edit::RenameTouchpoint { touchpoint, name: "Another".into() }).expect("renamed");
    assert!(compare(&after, renamed.map()).items.iter().all(|item| item.after != Some(Item::Map)));
}
