//! The directory behind the search: what it holds, what comes first, and going there.

use super::{first_touchpoint, select, shop};
use pathlight::base::fuzzy::Needle;
use pathlight::model::{CardKind, Edit, JourneyMap, LaneKind, Persona, PersonaId};
use pathlight::scene::Element;
use pathlight::session::{Action, AfterText, Command, Destination, Directory, Lookup, Request, Session};

/// Indices of what words find, looked up in so many names at a time.
fn look_up(
    directory: &Directory,
    query: &str,
    at_a_time: usize,
    is_usable: impl Fn(&Destination) -> bool,
) -> Vec<usize> {
    let mut lookup = Lookup::new(Needle::new(query));
    while !lookup.is_done(directory) {
        lookup.go_on(directory, at_a_time, &is_usable);
    }
    lookup.found()
}

/// Names with their kinds, best first.
fn found(session: &Session, query: &str) -> Vec<String> {
    let directory = Directory::of(session);
    let is_usable = |to: &Destination| match to {
        Destination::Command(command) => session.can_run(*command),
        _ => true,
    };
    let found = look_up(&directory, query, usize::MAX, is_usable);
    let places = found.into_iter().filter_map(|index| directory.place(index));
    places.map(|place| format!("{} · {}", place.name, place.kind)).collect()
}

fn first(session: &Session, query: &str) -> String {
    found(session, query).into_iter().next().unwrap_or_default()
}

fn rename_first(session: &mut Session, name: &str) {
    let element = first_touchpoint(session);
    session.apply(Action::BeginText(element));
    session.apply(Action::SetText(name.to_owned()));
    session.apply(Action::CommitText(AfterText::Stay));
}

#[test]
fn commands_and_everything_on_the_map_are_found_by_name() {
    let mut session = shop();
    let persona = Persona::new(PersonaId(0), "Łucja Wąsik");
    session.apply(Action::Edit(Edit::AddPersona(persona)));
    rename_first(&mut session, "İade isteği");
    let first_step = first_touchpoint(&session);
    select(&mut session, first_step);
    session.apply(Action::Command(Command::AddQuote));
    session.apply(Action::SetText("„Dlaczego\ntak wolno?”".to_owned()));
    session.apply(Action::CommitText(AfterText::Stay));
    let stage = session.document.map().stages_in_order().next().expect("a stage").name.clone();
    assert_eq!(first(&session, "undo"), "Undo · Edit");
    assert_eq!(first(&session, "IADE istegi"), format!("İade isteği · Touchpoint · {stage}"));
    assert_eq!(first(&session, "lucja wasik"), "Łucja Wąsik · Persona");
    assert!(first(&session, "tak wolno").starts_with("„Dlaczego tak wolno?” · "), "a card on one line");
    assert_eq!(first(&session, &stage), format!("{stage} · Stage"));
    assert!(found(&session, "zzz").is_empty());
    let all = found(&session, "").len();
    assert!(
        all > Command::ALL.len() + session.document.map().cards.len(),
        "without words it lists everything"
    );
}

#[test]
fn the_beginning_of_a_name_comes_before_its_middle_and_a_kind_comes_last() {
    let mut session = shop();
    rename_first(&mut session, "Stage fright");
    let order = found(&session, "stage");
    let place = |name: &str| order.iter().position(|other| other.starts_with(name)).expect(name);
    assert!(place("Stage fright") < place("Add stage"), "{order:?}");
    let stage = session.document.map().stages_in_order().next().expect("a stage").name.clone();
    assert!(place("Add stage") < place(&stage), "found by what it is: {order:?}");
}

#[test]
fn a_command_that_cannot_run_comes_later_and_says_why() {
    let session = shop();
    assert!(!session.can_run(Command::AddPain));
    assert_eq!(session.why_not(Command::AddPain), "Select something first");
    assert_eq!(session.why_not(Command::ShowMapping), "Import data first");
    assert_eq!(session.why_not(Command::Undo), "Nothing to undo");
}

#[test]
fn a_directory_knows_when_the_map_has_changed() {
    let mut session = shop();
    let directory = Directory::of(&session);
    let first_step = first_touchpoint(&session);
    select(&mut session, first_step);
    assert!(directory.is_of(&session), "a selection changes no name");
    session.apply(Action::Command(Command::ToggleGoal));
    assert!(!directory.is_of(&session));
}

#[test]
fn names_gathered_bit_by_bit_are_those_gathered_at_once() {
    let mut session = shop();
    // A name that is empty is passed over.
    rename_first(&mut session, " ");
    let (whole, mut bits) = (Directory::of(&session), Directory::begin(&session));
    let names = |directory: &Directory| -> Vec<(String, String)> {
        let places = (0..).map_while(|index| directory.place(index));
        places.map(|place| (place.name.clone(), place.kind.to_string())).collect()
    };
    let mut steps = 0;
    while !bits.is_whole() {
        assert!(names(&whole).starts_with(&names(&bits)));
        bits.gather(&session, 7);
        steps += 1;
    }
    assert!(whole.is_whole() && steps > names(&whole).len() / 7);
    assert_eq!(names(&bits), names(&whole));
    assert_eq!(look_up(&bits, "add card", 7, |_| true), look_up(&whole, "add card", 7, |_| true));
}

#[test]
fn words_looked_up_while_names_are_gathered_find_what_they_find_at_once() {
    let session = shop();
    for query in ["", "e", "add card", "delivery", "zzz"] {
        let (mut directory, mut lookup) = (Directory::begin(&session), Lookup::new(Needle::new(query)));
        let mut steps = 0;
        while !directory.is_whole() || !lookup.is_done(&directory) {
            directory.gather(&session, 11);
            lookup.go_on(&directory, 5, |_| true);
            steps += 1;
        }
        assert!(steps > 10);
        let whole = Directory::of(&session);
        assert_eq!(lookup.found(), look_up(&whole, query, usize::MAX, |_| true), "{query}");
    }
}

#[test]
fn going_to_a_card_selects_it_brings_it_into_view_and_shows_its_hidden_lane() {
    let mut session = Session::of_new(JourneyMap::default());
    let edit = |session: &mut Session, edit| session.apply(Action::Edit(edit));
    edit(&mut session, Edit::AddStage { name: "Buy".into(), at: 0 });
    let stage = session.document.map().about.stages[0];
    edit(&mut session, Edit::AddTouchpoint { stage, at: 0, name: "Pays".into() });
    edit(&mut session, Edit::AddLane { kind: LaneKind::Notes, name: String::new(), at: 0 });
    let lane = session.document.map().about.lanes[0];
    let touchpoint = session.document.map().touchpoints_in_order().next().expect("one").1.id;
    let kind = CardKind::Note;
    edit(&mut session, Edit::AddCard { lane, touchpoint, slot: 0, text: "Ask legal".into(), kind });
    edit(&mut session, Edit::SetLaneHidden { lane, hidden: true });
    let card = session.document.map().cards.iter().next().expect("a card").id;
    let _before = session.take_requests();
    session.apply(Action::GoTo(Element::Card(card)));
    assert_eq!(session.selection, [Element::Card(card)].into());
    assert!(!session.document.map().lanes.get(lane).expect("the lane").hidden);
    let requests = session.take_requests();
    assert!(matches!(requests[..], [Request::Reveal(Element::Card(other))] if other == card), "{requests:?}");
}

#[test]
fn the_word_itself_comes_before_its_letters_scattered_over_others() {
    let mut session = shop();
    rename_first(&mut session, "Pays separately");
    assert!(first(&session, "sep").starts_with("Pays separately · "), "{:?}", found(&session, "sep"));
}
