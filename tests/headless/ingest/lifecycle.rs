//! Steps recorded with start and end: noticed wherever in the data they begin, asked about, never counted twice unasked.

use super::*;

/// So many rows are judged at a glance.
const GLANCE: usize = 5000;

fn log(phases: impl Iterator<Item = &'static str>) -> tempfile::NamedTempFile {
    let rows = phases
        .enumerate()
        .map(|(row, phase)| format!("c{},2024-01-0{},Call,{phase}\n", row / 3, row % 9 + 1));
    file(format!("customer,time,event,phase\n{}", rows.collect::<String>()))
}

fn option_of(error: IngestError) -> String {
    match error {
        IngestError::Unusable { option, .. } => option.to_owned(),
        other => panic!("{other}"),
    }
}

#[test]
fn starts_behind_the_first_rows_are_noticed() {
    let late = || std::iter::repeat_n("complete", GLANCE + 100).chain(["start"]);
    let file = log(late());
    let profile = profiled(file.path());
    assert_eq!(unsafe_options(&profile), ["--keep-rows"]);
    let mut source = profile.guess.source.unwrap();
    assert_eq!(option_of(loaded(&source).unwrap_err()), "--keep-rows");
    source.keep_rows.insert("PHASE ".to_owned(), ["complete".to_owned()].into());
    let report = loaded(&source).unwrap().report;
    assert_eq!((report.events, report.left_out, report.rejected), (GLANCE as u64 + 100, 1, 0));
}

#[test]
fn ends_alone_and_other_words_are_no_pairs() {
    let ends = log(std::iter::repeat_n("complete", GLANCE + 100));
    assert_eq!(unsafe_options(&profiled(ends.path())), Vec::<&str>::new());
    assert_eq!(loaded(&guessed(ends.path())).unwrap().report.events, GLANCE as u64 + 100);

    let states = log(std::iter::repeat_n("complete", GLANCE).chain(["refunded", "start"]));
    assert_eq!(unsafe_options(&profiled(states.path())), Vec::<&str>::new());
    assert_eq!(loaded(&guessed(states.path())).unwrap().report.events, GLANCE as u64 + 2);
}

#[test]
fn starts_in_another_file_are_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, phase: &str| {
        let text =
            format!("customer,time,event,phase\na,2024-01-01,Call,{phase}\nb,2024-01-02,Call,{phase}\n");
        std::fs::write(folder.path().join(name), text).unwrap();
    };
    write("ends.csv", "complete");
    write("starts.csv", "start");
    let read = ReadOptions { also: vec!["starts.csv".to_owned()], ..ReadOptions::default() };
    let profile = profile(&folder.path().join("ends.csv"), &read, &Cancel::new(), &Progress::new()).unwrap();
    assert_eq!(unsafe_options(&profile), ["--keep-rows"]);
    let mut source = profile.guess.source.unwrap();
    assert_eq!(option_of(loaded(&source).unwrap_err()), "--keep-rows");
    source.keep_rows.insert("phase".to_owned(), ["*".to_owned()].into());
    assert_eq!(loaded(&source).unwrap().report.events, 4);
}
