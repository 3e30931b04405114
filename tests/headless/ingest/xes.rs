//! XES logs: what a trace and its events become, the question about starts and ends, and broken files.

use super::*;
use flate2::Compression;
use flate2::write::GzEncoder;
use pathlight::base::Timestamp;
use std::io::Write;

const LOG: &str = r#"<?xml version="1.0" encoding="UTF-8" ?>
<log xes.version="1.0" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <global scope="trace"><string key="concept:name" value="UNKNOWN"/></global>
  <global scope="event"><string key="concept:name" value="UNKNOWN"/><int key="rating" value="0"/></global>
  <classifier name="Activity" keys="concept:name lifecycle:transition"/>
  <classifier name="By whom" keys="concept:name org:resource"/>
  <string key="concept:name" value="Orders of May"/>
  <trace>
    <string key="concept:name" value="Ayşe &amp; Ali"><string key="plan" value="gold"/></string>
    <event>
      <string key="concept:name" value="Open mail"/>
      <date key="time:timestamp" value="2024-05-01T10:00:00.000+02:00"/>
      <string key="org:resource" value="Bob"/>
    </event>
    <event>
      <string key="concept:name" value="Order"/>
      <date key="time:timestamp" value="2024-05-01T11:00:00.000+02:00"/>
      <string key="org:resource" value="Ola"/>
      <int key="rating" value="4"/>
    </event>
  </trace>
  <trace>
    <string key="concept:name" value="case-2"/>
    <event>
      <date key="time:timestamp" value="2024-05-02T10:00:00Z"/>
    </event>
    <event>
      <string key="concept:name" value="Order"/>
      <date key="time:timestamp" value="some day"/>
    </event>
  </trace>
</log>
"#;

pub(super) fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

#[test]
fn traces_and_events_become_rows() {
    for bytes in [LOG.as_bytes().to_vec(), gzipped(LOG.as_bytes())] {
        let file = file(bytes);
        let profile = profiled(file.path());
        assert_eq!((profile.format.as_str(), profile.rows, profile.rows_exact), ("xes", 4, true));
        let names: Vec<&str> = profile.columns.iter().map(|column| column.name.as_str()).collect();
        let expected = [
            "case:concept:name",
            "case:concept:name/plan",
            "concept:name",
            "rating",
            "time:timestamp",
            "org:resource",
            "classifier:By whom",
        ];
        assert_eq!(names, expected, "a classifier with the lifecycle in it is asked about, not put together");
        assert_eq!(
            profile.preview[0],
            ["Ayşe & Ali", "gold", "Open mail", "", "2024-05-01T10:00:00.000+02:00", "Bob", "Open mail+Bob"]
        );
        let mut source = profile.guess.source.unwrap();
        let roles = &source.roles;
        assert_eq!(roles.customer.as_deref(), Some("case:concept:name"));
        assert_eq!(roles.journey.as_deref(), Some("case:concept:name"));
        assert_eq!(roles.event.as_deref(), Some("concept:name"));
        assert_eq!(roles.time.as_deref(), Some("time:timestamp"));
        assert_eq!(roles.agent.as_deref(), Some("org:resource"));
        source.roles.segments = vec!["case:concept:name/plan".to_owned()];
        let loaded = loaded(&source).unwrap();
        let report = &loaded.report;
        assert_eq!((report.rows, report.events, report.rejected), (4, 2, 2));
        // What is global is no value of an event that lacks it.
        let reasons: Vec<_> = report.problems.examples().iter().map(|p| (p.kind, p.line)).collect();
        assert_eq!(reasons, [("no-event", Some(25)), ("bad-time", Some(28))]);
        let log = &loaded.log;
        assert_eq!(log.time(0), Timestamp::from_ymd(2024, 5, 1).at(8, 0, 0));
        assert_eq!(log.customers.iter().collect::<Vec<_>>(), ["Ayşe & Ali"]);
        assert_eq!((log.score(0), log.score(1)), (None, Some(4.0)));
        assert_eq!(log.segments[0].values.iter().collect::<Vec<_>>(), ["gold"]);
    }
}

/// The first rows of a real log, rewritten as XES.
fn patients_as_xes() -> String {
    let csv = std::fs::read_to_string(data("patients.csv")).unwrap();
    let mut traces: std::collections::BTreeMap<&str, String> = Default::default();
    for line in csv.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [handling, patient, employee, _, phase, time, ..] = cells[..] else { panic!("{line}") };
        *traces.entry(patient).or_default() += &format!(
            "<event><string key='concept:name' value='{handling}'/><string key='org:resource' value='{employee}'/>\
             <string key='lifecycle:transition' value='{phase}'/><date key='time:timestamp' value='{time}'/></event>\n"
        );
    }
    let trace = |(case, events): (&&str, &String)| {
        format!("<trace><string key='concept:name' value='{case}'/>{events}</trace>")
    };
    format!("<log>{}</log>", traces.iter().map(trace).collect::<String>())
}

#[test]
fn starts_and_ends_are_asked_about_and_count_as_in_the_table() {
    let file = file(patients_as_xes());
    let profile = profiled(file.path());
    let doubts: Vec<&Doubt> = profile.guess.unsafe_guesses.iter().map(|guess| &guess.doubt).collect();
    let phases = vec!["complete".to_owned(), "start".to_owned()];
    assert_eq!(doubts, [&Doubt::Phase("lifecycle:transition".to_owned(), phases)]);
    let mut source = profile.guess.source.unwrap();
    source.keep_rows.insert("lifecycle:transition".to_owned(), ["complete".to_owned()].into());
    let of_xes = loaded(&source).unwrap();
    let mut source = guessed(&data("patients.csv"));
    source.keep_rows.insert("registration_type".to_owned(), ["complete".to_owned()].into());
    let of_csv = loaded(&source).unwrap();
    assert_eq!(of_xes.report.events, of_csv.report.events);
    assert_eq!(of_xes.report.left_out, of_csv.report.left_out);
    assert_eq!(of_xes.log.customers.len(), of_csv.log.customers.len());
    let times = |log: &EventLog| {
        let mut times: Vec<_> = (0..log.len()).map(|event| log.time(event)).collect();
        times.sort_unstable();
        times
    };
    assert_eq!(times(&of_xes.log), times(&of_csv.log));
}

#[test]
fn a_lifecycle_of_ends_alone_is_not_asked_about() {
    let event = "<event><string key='concept:name' value='Call'/><date key='time:timestamp' value='2024-01-01'/>\
                 <string key='lifecycle:transition' value='complete'/></event>";
    let text = format!("<log><trace><string key='concept:name' value='a'/>{}</trace></log>", event.repeat(3));
    let profile = profiled(file(text).path());
    assert_eq!(unsafe_options(&profile), Vec::<&str>::new());
}

#[test]
fn other_encodings_are_read_as_declared() {
    let text = LOG.replace("UTF-8", "ISO-8859-9");
    let (bytes, ..) = encoding_rs::WINDOWS_1254.encode(&text);
    let file = file(bytes);
    assert_eq!(profiled(file.path()).preview[0][0], "Ayşe & Ali");
}

#[test]
fn broken_logs_say_where() {
    let refused = |bytes: &[u8]| {
        let file = file(bytes);
        headline(profile(file.path(), &ReadOptions::default(), &Cancel::new(), &Progress::new()).unwrap_err())
    };
    assert!(refused(&LOG.as_bytes()[..900]).contains("ends too early"));
    let packed = gzipped(LOG.as_bytes());
    assert!(refused(&packed[..packed.len() / 2]).contains("ends too early"));
    assert!(refused(LOG.replacen("</event>", "</evnt>", 1).as_bytes()).contains("line 15"));
    assert!(refused(b"<?xml version='1.0'?><rss><channel/></rss>").contains("no event log"));
    assert!(refused(b"<log></log>").contains("no event in it"));
}

#[test]
fn looking_through_a_log_is_seen_in_the_progress() {
    let log = file(patients_as_xes());
    let progress = Progress::new();
    profile(log.path(), &ReadOptions::default(), &Cancel::new(), &progress).unwrap();
    assert_eq!(progress.fraction(), Some(1.0));
    assert_eq!(progress.total(), std::fs::metadata(log.path()).unwrap().len());
}
