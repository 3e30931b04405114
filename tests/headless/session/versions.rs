//! Versions of a map: taken, compared, gone back to, and copied.

use pathlight::base::Timestamp;
use pathlight::draft;
use pathlight::model::compare::Change;
use pathlight::model::find::Query;
use pathlight::model::{CardId, Edit, JourneyMap, MapKind, SnapshotId};
use pathlight::scene::{Element, Scene};
use pathlight::session::{
    Action, Command, Group, Leave, Panel, Request, SearchAction, Session, Version, summary,
};
use pathlight::text::Fonts;
use pathlight::theme::Theme;

fn shop() -> Session {
    Session::of_new(draft::template("online-shop").expect("a built-in template"))
}

fn take(session: &mut Session, name: &str) -> SnapshotId {
    let made = Timestamp::from_ymd(2026, 1, 31).at(10, 0, 0).to_iso();
    session.apply(Action::Edit(Edit::TakeSnapshot { name: name.into(), made }));
    session.document.map().snapshots.iter().next_back().expect("taken").id
}

fn edit(session: &mut Session, edit: Edit) {
    session.apply(Action::Edit(edit));
}

fn run(session: &mut Session, command: Command) {
    session.apply(Action::Command(command));
}

fn first_card(map: &JourneyMap) -> CardId {
    map.cards.iter().next().expect("the template has cards").id
}

fn scene(session: &mut Session) -> Scene {
    session.refresh(&Theme::light(), &Fonts::bundled());
    (*session.scene).clone()
}

#[test]
fn a_comparison_lists_what_became_of_everything_and_where_it_is() {
    let mut session = shop();
    let workshop = take(&mut session, "after the workshop");
    let (gone, stage) = (first_card(session.document.map()), session.document.map().about.stages[0]);
    edit(&mut session, Edit::RemoveCards { cards: vec![gone] });
    edit(&mut session, Edit::RenameStage { stage, name: "Dream".into() });
    edit(&mut session, Edit::AddStage { name: "Recommend".into(), at: usize::MAX });
    assert_eq!(
        summary(&session.document.map().snapshots.get(workshop).expect("kept").map, session.document.map()),
        "1 added, 1 removed, 1 changed"
    );

    session.apply(Action::Compare { before: Version::Snapshot(workshop), after: Version::Now });
    let comparing = session.comparing.as_ref().expect("compared");
    assert_eq!((&*comparing.before, &*comparing.after), ("after the workshop", "now"));
    let groups: Vec<_> = comparing.entries.iter().map(|entry| entry.group).collect();
    let of = [Change::Added, Change::Removed, Change::Changed].map(Group::Records);
    assert_eq!(groups, of);
    let [added, removed, changed] = &comparing.entries[..] else { panic!("three differences") };
    assert_eq!((&*added.kind, &*added.name), ("Stage", "Recommend"));
    assert_eq!(changed.rows[0][0], "Name");
    assert_eq!(changed.rows[0][2], "Dream");
    let (added, removed) = (added.element, removed.element);
    let scene = scene(&mut session);
    for (element, word) in [(added, "added"), (removed, "removed")] {
        let node = scene.node(element.expect("on the map")).expect("drawn");
        assert!(node.label.text().ends_with(word), "{}", node.label);
    }
    session.apply(Action::Select { elements: vec![removed.expect("on the map")], extend: false });
    assert_eq!(session.selection.len(), 1, "what has gone can be selected where it was");
}

#[test]
fn nothing_can_be_changed_while_versions_are_compared() {
    let mut session = shop();
    let id = take(&mut session, "first");
    session.apply(Action::Compare { before: Version::Snapshot(id), after: Version::Now });
    let before = session.document.map().clone();
    let touchpoint = before.touchpoints_in_order().next().expect("one").1.id;
    session.apply(Action::Select { elements: vec![Element::Touchpoint(touchpoint)], extend: false });
    for command in [Command::Delete, Command::AddPain, Command::Undo, Command::EmotionPlus2, Command::Park] {
        assert!(!session.can_run(command), "{command:?}");
        run(&mut session, command);
    }
    session.apply(Action::BeginText(Element::Touchpoint(touchpoint)));
    session.apply(Action::SetText("other".into()));
    assert!(session.editing.is_none());
    edit(&mut session, Edit::SetTitle("other".into()));
    assert_eq!(session.document.map(), &before);
    assert!(session.comparing.as_ref().expect("still").was_asked_to_change);
    assert!(session.can_run(Command::CloseComparison) && session.can_run(Command::Save));
    run(&mut session, Command::CloseComparison);
    edit(&mut session, Edit::SetTitle("other".into()));
    assert_eq!(session.document.map().about.title, "other");
}

#[test]
fn two_snapshots_are_compared_without_the_present() {
    let mut session = shop();
    let one = take(&mut session, "one");
    edit(&mut session, Edit::SetTitle("Second".into()));
    let two = take(&mut session, "two");
    edit(&mut session, Edit::SetTitle("Third".into()));
    session.apply(Action::Compare { before: Version::Snapshot(one), after: Version::Snapshot(two) });
    assert_eq!(session.shown_map().about.title, "Second");
    let comparing = session.comparing.as_ref().expect("compared");
    assert_eq!(comparing.entries[0].rows[0][2], "Second");
    session.apply(Action::Compare { before: Version::Snapshot(two), after: Version::Snapshot(two) });
    assert!(session.comparing.as_ref().expect("compared").entries.is_empty());
}

#[test]
fn another_file_is_compared_and_a_picture_shows_it() {
    let mut session = shop();
    let mut other = session.document.map().clone();
    other.about.title = "Other".into();
    session.compare_with_file(&other, "other.journey.ron".into());
    let picture = session.picture(&Theme::light(), &Fonts::bundled(), false);
    let words: Vec<String> = picture
        .items
        .iter()
        .filter_map(|item| match &item.prim {
            pathlight::scene::Prim::Text(run) => Some(run.text.to_string()),
            _ => None,
        })
        .collect();
    assert!(words.iter().any(|text| text == "changed since “other.journey.ron”"), "{words:?}");
}

#[test]
fn going_back_is_undone_like_everything() {
    let mut session = shop();
    let id = take(&mut session, "first");
    edit(&mut session, Edit::SetTitle("Changed".into()));
    let changed = session.document.map().clone();
    edit(&mut session, Edit::RestoreSnapshot { snapshot: id });
    assert_ne!(session.document.map().about.title, "Changed");
    run(&mut session, Command::Undo);
    assert_eq!(session.document.map(), &changed);
}

#[test]
fn the_commands_ask_for_the_dialog_and_the_copy() {
    let mut session = shop();
    run(&mut session, Command::ShowVersions);
    run(&mut session, Command::CopyAsToBe);
    let requests = session.take_requests();
    assert!(
        matches!(requests[..], [Request::Show(Panel::Versions), Request::Leave(Leave::ToBe)]),
        "{requests:?}"
    );
    assert!(!Session::default().can_run(Command::CopyAsToBe));
}

#[test]
fn a_copy_is_work_that_would_be_missed() {
    let copy = Session::of_copy(shop().document.map().as_to_be());
    assert_eq!(copy.document.map().about.kind, MapKind::ToBe);
    assert!(copy.has_unsaved_work());
    assert!(!shop().has_unsaved_work(), "a template nobody has touched would not");
}

#[test]
fn a_comparison_is_searched_as_it_is_shown_and_nothing_is_replaced() {
    let mut session = shop();
    let stage = session.document.map().about.stages[0];
    edit(&mut session, Edit::RenameStage { stage, name: "Zanzibar".into() });
    let old = take(&mut session, "old");
    edit(&mut session, Edit::RemoveStage { stage });
    let before = session.document.map().clone();
    run(&mut session, Command::Replace);
    let words = Query { words: "zanzibar".into(), ..Query::default() };
    session.apply(Action::Search(SearchAction::Query(words)));
    assert!(session.search.found.is_empty(), "gone from the map");

    session.apply(Action::Compare { before: Version::Snapshot(old), after: Version::Now });
    assert!(session.can_run(Command::Find) && !session.can_run(Command::Replace));
    run(&mut session, Command::FindNext);
    let selected = |session: &Session| session.selection.iter().copied().collect::<Vec<_>>();
    assert_eq!(session.search.found.len(), 1);
    let [Element::Stage(gone)] = selected(&session)[..] else { panic!("{:?}", session.selection) };
    assert_eq!(session.shown_map().stages.get(gone).map(|stage| &*stage.name), Some("Zanzibar"));
    let was_asked = |session: &Session| session.comparing.as_ref().is_some_and(|c| c.was_asked_to_change);
    assert!(!was_asked(&session));
    let first = Element::Stage(session.document.map().about.stages[0]);
    session.apply(Action::GoTo(first));
    assert!(!was_asked(&session) && selected(&session) == [first]);
    session.apply(Action::Search(SearchAction::With("Malta".into())));
    session.apply(Action::Search(SearchAction::ReplaceAll));
    assert!(was_asked(&session));
    assert_eq!(session.document.map(), &before);

    run(&mut session, Command::CloseComparison);
    assert!(session.search.found.is_empty(), "the map alone is searched again");
}

#[test]
fn a_lane_that_hides_what_is_gone_to_stays_hidden_in_a_comparison() {
    let mut session = shop();
    let card = first_card(session.document.map());
    let lane = session.document.map().cards.get(card).expect("the card").lane;
    edit(&mut session, Edit::SetLaneHidden { lane, hidden: true });
    let old = take(&mut session, "old");
    session.apply(Action::Compare { before: Version::Snapshot(old), after: Version::Now });
    session.apply(Action::GoTo(Element::Card(card)));
    assert!(session.document.map().lanes.get(lane).expect("the lane").hidden);
    assert!(session.comparing.as_ref().is_some_and(|comparing| comparing.was_asked_to_change));
}
