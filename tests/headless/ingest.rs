//! Tests of `ingest`: the real files here, the traps in the modules below.

mod archives;
mod databases;
mod garbage;
mod lifecycle;
mod ocel;
mod pictures;
mod rules;
mod several;
mod summary;
mod text;
mod values;
mod waiting;
mod xes;

use pathlight::base::{Cancel, Progress};
use pathlight::events::EventLog;
use pathlight::ingest::{Doubt, IngestError, Loaded, Profile, load, profile};
use pathlight::model::{ReadOptions, Scale, Source};
use std::path::{Path, PathBuf};

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

fn profiled(path: &Path) -> Profile {
    profile(path, &ReadOptions::default(), &Cancel::new(), &Progress::new()).unwrap()
}

fn guessed(path: &Path) -> Source {
    profiled(path).guess.source.unwrap()
}

/// A file with these bytes, deleted when dropped.
fn file(bytes: impl AsRef<[u8]>) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    file
}

fn headline(error: IngestError) -> String {
    match error {
        IngestError::Unusable { headline, .. } => headline,
        other => panic!("{other}"),
    }
}

fn loaded(source: &Source) -> Result<Loaded, IngestError> {
    load(source, Path::new("/"), &Cancel::new(), &Progress::new())
}

fn unsafe_options(profile: &Profile) -> Vec<&str> {
    profile.guess.unsafe_guesses.iter().map(|guess| guess.option).collect()
}

#[test]
fn fixture_is_guessed_and_loaded_whole() {
    let profile = profiled(&data("fixture.csv"));
    assert_eq!(unsafe_options(&profile), Vec::<&str>::new());
    assert_eq!((profile.rows, profile.rows_exact), (20, true));
    let source = profile.guess.source.unwrap();
    let roles = &source.roles;
    assert_eq!(roles.customer.as_deref(), Some("customer_id"));
    assert_eq!(roles.time.as_deref(), Some("ts"));
    assert_eq!(roles.event.as_deref(), Some("touchpoint"));
    assert_eq!(roles.channel.as_deref(), Some("channel"));
    assert_eq!(roles.score.as_deref(), Some("csat"));
    assert_eq!(roles.sentiment.as_deref(), Some("sentiment"));
    assert_eq!(roles.wait.as_deref(), Some("wait_s"));
    assert_eq!(roles.outcome.as_deref(), Some("outcome"));
    assert_eq!((&roles.journey, roles.segments.len()), (&None, 0), "`rid` is nothing");
    assert_eq!(source.scale, Some(Scale::ONE_TO_FIVE));
    let loaded = loaded(&source).unwrap();
    assert_eq!((loaded.report.rows, loaded.report.events, loaded.report.rejected), (20, 20, 0));
    assert_eq!(loaded.report.field_errors, 0, "{:?}", loaded.report.problems);
    let log = loaded.log;
    assert_eq!(log.customers.len(), 6);
    let scores: Vec<f64> = (0..log.len()).filter_map(|event| log.score(event)).collect();
    assert_eq!((scores.len(), scores.iter().sum::<f64>()), (12, 41.0));
}

#[test]
fn shop_sessions_have_customer_and_journey() {
    let profile = profiled(&data("ecom.csv.gz"));
    assert_eq!(unsafe_options(&profile), Vec::<&str>::new());
    let source = profile.guess.source.unwrap();
    let roles = &source.roles;
    assert_eq!(roles.customer.as_deref(), Some("user_id"));
    assert_eq!(roles.journey.as_deref(), Some("session_id"));
    assert_eq!(roles.event.as_deref(), Some("event"));
    assert_eq!(roles.time.as_deref(), Some("timestamp"));
    assert_eq!(roles.channel.as_deref(), Some("platform"));
    assert_eq!(roles.segments, ["acquisition_channel", "user_cohort", "user_lifecycle"]);
    assert!(profile.rows.abs_diff(31_106) < 2000, "estimated {}", profile.rows);
    let loaded = loaded(&source).unwrap();
    assert_eq!((loaded.report.rows, loaded.report.events, loaded.report.rejected), (31_106, 31_106, 0));
    assert_eq!(
        (loaded.log.customers.len(), loaded.log.journeys.len(), loaded.log.names.len()),
        (600, 3605, 19)
    );
}

#[test]
fn telco_is_no_event_log() {
    let profile = profiled(&data("telco_customer_churn.csv"));
    let doubt = profile.guess.unsafe_guesses.iter().find(|guess| guess.option == "--time").unwrap();
    assert!(doubt.message.contains("customer attributes"), "{}", doubt.message);
    let error = loaded(&profile.guess.source.unwrap()).unwrap_err();
    let IngestError::Unusable { headline, detail, option, .. } = error else { panic!("{error}") };
    assert!(headline.contains("no time column"), "{headline}");
    assert!(detail.contains("customer attributes") && option == "--time", "{detail} {option}");
}

#[test]
fn case_ids_stand_for_customers() {
    let profile = profiled(&data("eventlog_sample_ratings.csv"));
    assert_eq!(unsafe_options(&profile), Vec::<&str>::new());
    assert_eq!(profile.read.delimiter, Some(';'));
    let source = profile.guess.source.unwrap();
    let roles = &source.roles;
    assert_eq!(roles.customer.as_deref(), Some("ProcessID"));
    assert_eq!(roles.journey.as_deref(), Some("ProcessID"));
    assert_eq!(roles.event.as_deref(), Some("Activity"));
    assert_eq!(roles.time.as_deref(), Some("StartTime"));
    assert_eq!(roles.score.as_deref(), Some("CustomerRating"));
    assert_eq!(roles.agent.as_deref(), Some("Resource"));
    assert_eq!(roles.segments, ["Role", "TicketType"]);
    assert!(
        profile.guess.reasons.iter().any(|(column, _, why)| column == "ProcessID" && why.contains("case"))
    );
    let loaded = loaded(&source).unwrap();
    assert_eq!((loaded.report.rows, loaded.report.events, loaded.log.customers.len()), (10, 10, 3));
}

#[test]
fn lifecycle_pairs_are_noticed() {
    let profile = profiled(&data("patients.csv"));
    assert_eq!(unsafe_options(&profile), ["--keep-rows"]);
    let phases = ["complete".to_owned(), "start".to_owned()].into();
    assert_eq!(profile.guess.unsafe_guesses[0].doubt, Doubt::Phase("registration_type".to_owned(), phases));
    let mut source = profile.guess.source.unwrap();
    assert_eq!(source.roles.customer.as_deref(), Some("patient"));
    assert_eq!(source.roles.event.as_deref(), Some("handling"));
    assert_eq!(source.roles.agent.as_deref(), Some("employee"));
    assert!(!source.roles.segments.contains(&"registration_type".to_owned()));
    // Undecided, nothing is counted.
    let IngestError::Unusable { option, .. } = loaded(&source).unwrap_err() else { panic!() };
    assert_eq!(option, "--keep-rows");
    let mut keep = |value: &str| {
        source.keep_rows.insert("registration_type".to_owned(), [value.to_owned()].into());
        loaded(&source).unwrap().report
    };
    let (all, kept) = (keep("*"), keep("complete"));
    assert_eq!((all.events, all.left_out), (all.rows, 0));
    assert_eq!(all.events, 2 * kept.events);
    assert_eq!(kept.rows, kept.events + kept.left_out + kept.rejected);
}

/// On the 0–10 question, in per cent to two decimals.
fn promoters_minus_detractors(log: &EventLog) -> f64 {
    let (name, scale) = log.own_scales[0];
    assert_eq!((log.own_scales.len(), scale), (1, Scale { min: 0.0, max: 10.0 }));
    let scores: Vec<f64> =
        (0..log.len()).filter(|e| log.name(*e) == name).filter_map(|e| log.score(e)).collect();
    let share = |fits: fn(f64) -> bool| scores.iter().filter(|score| fits(**score)).count() as f64;
    let net = (share(|score| score >= 9.0) - share(|score| score <= 6.0)) / scores.len() as f64;
    (net * 10_000.0).round() / 100.0
}

#[test]
fn survey_answers_as_known() {
    for (year, restroom, nps, known) in [
        ("2017", "Q9RESTROOM", 39.84, [(2407, 4.3070, 1974), (2653, 4.1312, 2065), (2421, 3.6154, 1349)]),
        ("2018", "q9restroom ", 30.98, [(2364, 4.0897, 1721), (2589, 4.0120, 1894), (2342, 3.5623, 1267)]),
    ] {
        let path = match year {
            "2018" => Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_maps/airport-2018.csv"),
            _ => data(&format!("sfo_survey_{year}.csv")),
        };
        let profile = profiled(&path);
        assert_eq!(unsafe_options(&profile), Vec::<&str>::new());
        let source = profile.guess.source.unwrap();
        assert_eq!(source.roles.customer.as_deref(), Some("RESPNUM"));
        // The departure of the flight is not when the passenger answered.
        assert_eq!(source.roles.time, None);
        let loaded = loaded(&source).unwrap();
        assert_eq!(loaded.report.rows, loaded.report.respondents + loaded.report.rejected);
        assert_eq!(
            (loaded.report.rejected, loaded.report.field_errors),
            (0, 0),
            "{:?}",
            loaded.report.problems
        );
        let log = &loaded.log;
        assert!(log.is_survey);
        assert_eq!(promoters_minus_detractors(log), nps);
        for (column, (n, mean, satisfied)) in ["Q14PASSTHRU", restroom, "Q7FOOD"].into_iter().zip(known) {
            let name = log.names.iter().position(|name| name.eq_ignore_ascii_case(column.trim())).unwrap();
            let scores: Vec<f64> = (0..log.len())
                .filter(|e| log.name(*e) as usize == name)
                .filter_map(|e| log.score(e))
                .collect();
            assert_eq!(scores.len(), n, "{year} {column}");
            assert!((scores.iter().sum::<f64>() / n as f64 - mean).abs() < 0.00005, "{year} {column}");
            assert_eq!(scores.iter().filter(|score| **score >= 4.0).count(), satisfied, "{year} {column}");
        }
    }
}
