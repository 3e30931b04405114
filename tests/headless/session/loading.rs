//! Data on its way to the map: its first part, stopping, reading it once more and what has moved.

use super::*;
use pathlight::base::{Cancel, Progress};
use pathlight::ingest::{Audience, Early, Loaded, Onlooker, load, load_before, profile};
use pathlight::jobs::MeasureTask;
use pathlight::measure::Figures;
use pathlight::model::ReadOptions;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

const HEADER: &str = "customer,time,event,score\n";

/// Rows of customers who search, and pay in two of three cases.
fn rows(customers: std::ops::Range<usize>) -> String {
    let mut text = String::new();
    for customer in customers {
        let day = 1 + customer % 28;
        writeln!(text, "c{customer},2024-01-{day:02} 10:00,Search,4").unwrap();
        if customer % 3 > 0 {
            writeln!(text, "c{customer},2024-01-{day:02} 10:05,Pay,{}", 1 + customer % 5).unwrap();
        }
    }
    text
}

/// A map drafted from a file, without its data.
struct Shop {
    session: Session,
    file: tempfile::NamedTempFile,
}

impl Shop {
    fn new(customers: usize) -> Self {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), format!("{HEADER}{}", rows(0..customers))).expect("written");
        let guess = profile(file.path(), &ReadOptions::default(), &Cancel::new(), &Progress::new())
            .expect("a table")
            .guess;
        let source = guess.source.expect("an event log");
        let log = load(&source, Path::new("/"), &Cancel::new(), &Progress::new()).expect("events").log;
        let map = draft::draft(&log, &source, "Shop");
        Self { session: Session::of_new(map), file }
    }

    fn source(&self) -> pathlight::model::Source {
        self.session.source().expect("a source").clone()
    }

    fn loaded(&self) -> Arc<Loaded> {
        let source = self.source();
        Arc::new(load(&source, Path::new("/"), &Cancel::new(), &Progress::new()).expect("events"))
    }

    fn task(&mut self) -> Box<MeasureTask> {
        let requests = self.session.take_requests();
        let task = requests.into_iter().rev().find_map(|request| match request {
            Request::Measure(task) => Some(task),
            _ => None,
        });
        task.expect("figures are wanted")
    }

    fn measure(&mut self) {
        let task = self.task();
        let MeasureTask { loaded, map, source, keep, stamp, .. } = &*task;
        let measures = keep.measure(&loaded.log, map, source, &Cancel::new()).expect("figures");
        self.session.measured(*stamp, Figures { measures, before: None }, Duration::ZERO);
        self.session.refresh(&Theme::light(), &Fonts::bundled());
    }

    fn load(&mut self) {
        let loaded = self.loaded();
        self.session.data_loaded(self.source().id, loaded);
        self.measure();
    }

    fn glimpse(&self) -> Early {
        #[derive(Default)]
        struct First(Mutex<Option<Early>>);
        impl Onlooker for First {
            fn wants(&self, _: Option<f32>) -> bool {
                self.0.lock().unwrap().is_none()
            }
            fn show(&self, early: Early) {
                *self.0.lock().unwrap() = Some(early);
            }
        }
        let (cancel, progress, first) = (Cancel::new(), Progress::new(), First::default());
        let audience = Audience::new(&cancel, &progress).shown_to(&first);
        load_before(&self.source(), Path::new("/"), &audience).expect("events");
        let early = first.0.into_inner().unwrap().expect("a glimpse");
        Early { share: Some(0.25), ..early }
    }

    fn names(&self) -> String {
        self.session.scene.nodes.iter().map(|node| node.label.to_string()).collect::<Vec<_>>().join("\n")
    }
}

#[test]
fn a_part_is_marked_everywhere_and_leaves_in_no_export_until_all_is_there() {
    let mut shop = Shop::new(60);
    let id = shop.source().id;
    let early = shop.glimpse();
    shop.session.data_glimpsed(id, early);
    assert!(!shop.session.can_run(Command::RefreshData));
    let task = shop.task();
    assert!(task.is_glimpse);
    let measures =
        task.keep.measure(&task.loaded.log, &task.map, &task.source, &Cancel::new()).expect("figures");
    shop.session.measured(task.stamp, Figures { measures, before: None }, Duration::ZERO);
    shop.session.refresh(&Theme::light(), &Fonts::bundled());

    let part = shop.session.view().data.expect("data").part.expect("a part");
    assert_eq!(part.share, Some(0.25));
    assert!(shop.names().contains("from the first part of the data only"));
    assert!(shop.session.whole_measures().is_none());
    let picture = |session: &Session| {
        let scene = session.picture(&Theme::light(), &Fonts::bundled(), true);
        scene.nodes.iter().any(|node| node.label.text().contains(", satisfied "))
    };
    assert!(!picture(&shop.session));

    shop.load();
    assert_eq!(shop.session.view().data.expect("data").part, None);
    assert!(!shop.names().contains("first part"));
    assert!(picture(&shop.session) && shop.session.whole_measures().is_some());
    assert_eq!(shop.session.moved(), None);
}

#[test]
fn figures_stay_marked_as_partial_until_those_of_all_data_have_come() {
    let mut shop = Shop::new(60);
    let id = shop.source().id;
    let early = shop.glimpse();
    shop.session.data_glimpsed(id, early);
    shop.measure();
    let loaded = shop.loaded();
    shop.session.data_loaded(id, loaded);
    let data = shop.session.view().data.expect("data");
    assert!(data.part.is_some() && data.measures.is_some());
    shop.measure();
    assert_eq!(shop.session.view().data.expect("data").part, None);
}

#[test]
fn nothing_is_left_of_a_load_that_is_stopped_and_it_can_be_tried_again() {
    let mut shop = Shop::new(60);
    let id = shop.source().id;
    let early = shop.glimpse();
    shop.session.data_glimpsed(id, early);
    shop.measure();
    shop.session.loading_stopped(id);
    assert!(shop.session.data.is_none());
    let unread = shop.session.unread().expect("it is told");
    assert!(unread.source == id && unread.reason.contains("was stopped"), "{unread:?}");
    shop.load();
    assert!(shop.session.has_all_data() && shop.session.unread().is_none());

    // What was read before stays when reading it once more is stopped.
    shop.session.loading_stopped(id);
    assert!(shop.session.whole_measures().is_some() && shop.session.unread().is_none());
}

#[test]
fn stopping_the_first_figures_drops_the_data_but_late_ones_do_not_matter() {
    let mut shop = Shop::new(60);
    let id = shop.source().id;
    let early = shop.glimpse();
    shop.session.data_glimpsed(id, early);
    let of_part = shop.task().stamp;
    let loaded = shop.loaded();
    shop.session.data_loaded(id, loaded);
    shop.session.measuring_stopped(of_part);
    assert!(shop.session.has_all_data());
    let of_all = shop.task().stamp;
    shop.session.measuring_stopped(of_all);
    assert!(shop.session.data.is_none() && shop.session.unread().is_some());
}

#[test]
fn reading_once_more_tells_what_has_moved() {
    let mut shop = Shop::new(60);
    shop.load();
    assert!(!shop.session.can_run(Command::ShowMoved));
    assert!(shop.session.can_run(Command::RefreshData));
    shop.session.data_outdated();
    assert!(shop.session.view().data.expect("data").is_outdated);

    let late = "late1,2024-01-28 11:00,Refund,1\nlate2,2024-01-28 12:00,Search,4\n";
    std::fs::write(shop.file.path(), format!("{HEADER}{}{late}", rows(0..60))).expect("written");
    shop.session.apply(Action::Command(Command::RefreshData));
    let id = shop.source().id;
    let asked = shop.session.take_requests();
    assert!(asked.iter().any(|request| matches!(request, Request::LoadData(source) if *source == id)));
    assert!(!shop.session.view().data.expect("data").is_outdated);
    shop.load();

    let moved = shop.session.moved().expect("it is shown at once");
    assert_eq!((moved.rows, moved.events), ((100, 102), (100, 102)));
    assert_eq!(moved.new_names, [("Refund".to_owned(), 1)]);
    let touchpoints = moved.touchpoints.as_ref().expect("the same rules");
    let [search] = touchpoints.as_slice() else { panic!("{touchpoints:?}") };
    assert_eq!(search.reached, (60, 61));
    assert!(!search.is_marked && !moved.is_nothing());
    shop.session.apply(Action::Command(Command::ShowMoved));
    assert!(shop.session.moved().is_none() && shop.session.can_run(Command::ShowMoved));

    // Unchanged data has not moved.
    shop.load();
    assert!(shop.session.moved().expect("shown").is_nothing());
}

#[test]
fn figures_by_other_rules_are_not_compared() {
    let mut shop = Shop::new(60);
    shop.load();
    let mut source = shop.source();
    source.gap = pathlight::model::Span(None);
    shop.session.apply(Action::Edit(Edit::SetSource(source)));
    shop.load();
    assert_eq!(shop.session.moved().expect("shown").touchpoints, None);
}
