//! Tests of `cli`: through the real binary, as scripts use it.

mod insights;
mod pictures;
mod shown;
mod tables;

use serde_json::Value;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A folder of its own for each test, in which the program runs.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(TempDir::new().expect("a folder"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, content: &[u8]) {
        std::fs::write(self.path(name), content).expect("written");
    }

    fn run(&self, args: &[&str]) -> Output {
        self.run_with_input(args, b"")
    }

    fn run_with_input(&self, args: &[&str], input: &[u8]) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_pathlight"))
            .args(args)
            .current_dir(self.0.path())
            .env("PATHLIGHT_CONFIG_DIR", self.path("config"))
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        // It may end without reading all of it.
        let _ = child.stdin.take().expect("its input").write_all(input);
        child.wait_with_output().expect("it ends")
    }

    /// Runs and must succeed; gives standard output.
    fn succeed(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {}", stderr(&output));
        String::from_utf8(output.stdout).expect("UTF-8")
    }

    /// Runs and must fail with this status; gives standard error, which must be a message and no panic.
    fn fail(&self, status: i32, args: &[&str]) -> String {
        let output = self.run(args);
        let words = stderr(&output);
        assert_eq!(output.status.code(), Some(status), "{args:?}: {words}");
        assert!(words.starts_with("error: ") && !words.contains("panicked"), "{args:?}: {words}");
        words
    }

    fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.succeed(args)).expect("JSON")
    }

    fn files(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path()).expect("the folder");
        let mut names: Vec<_> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn data(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name).to_string_lossy().into_owned()
}

/// Agrees to four significant places with what was worked out by hand.
fn near(value: &Value, expected: f64) {
    let found = value.as_f64().unwrap_or_else(|| panic!("{value} is no number, {expected} expected"));
    assert!((found - expected).abs() < 6e-5, "{found} instead of {expected}");
}

#[test]
fn the_hand_checked_fixture_has_every_figure() {
    let place = Place::new();
    place.succeed(&["draft", &data("fixture.csv"), "-o", "map.journey.ron"]);
    let json = place.json(&[
        "measure",
        "map.journey.ron",
        "--json",
        "--gap",
        "5d",
        "--open",
        "5d",
        "--goal",
        "Purchase",
        "--contact",
        "Support call",
        "--contact",
        "Support chat",
    ]);
    assert_eq!(json["format"], 1);
    let counts = serde_json::json!({"total": 9, "closed": 8, "goal": 2, "open": 1});
    for (name, expected) in counts.as_object().expect("counts") {
        assert_eq!(&json["journeys"][name], expected, "{name}");
    }
    let exits = json["journeys"]["returned"].as_u64().zip(json["journeys"]["left"].as_u64());
    assert_eq!(exits.map(|(returned, left)| returned + left), Some(6));
    near(&json["goal_rate"]["value"], 0.25);
    near(&json["bounce_rate"]["value"], 3.0 / 8.0);

    let touchpoint = |name: &str| {
        let all = json["touchpoints"].as_array().expect("touchpoints");
        all.iter().find(|touchpoint| touchpoint["name"] == name).unwrap_or_else(|| panic!("{name}")).clone()
    };
    for (name, counts, rate, rate_of_visits) in [
        ("Browse", [5, 5, 5, 4, 1, 0], 0.25, 0.25),
        ("Cancel", [1, 1, 1, 1, 1, 0], 1.0, 1.0),
        ("Purchase", [2, 2, 2, 2, 0, 0], 0.0, 0.0),
        ("Sign-up", [3, 2, 2, 2, 0, 0], 0.0, 0.0),
        ("Support call", [6, 4, 6, 6, 3, 0], 0.5, 0.5),
        ("Support chat", [3, 3, 3, 2, 1, 1], 0.5, 0.5),
    ] {
        let figures = touchpoint(name);
        for (field, count) in ["visits", "customers", "reached", "closed", "exits", "open"].iter().zip(counts)
        {
            assert_eq!(figures[*field], count, "{field} of {name}");
        }
        near(&figures["exit_rate"]["value"], rate);
        near(&figures["exit_rate_visits"], rate_of_visits);
    }
    for (name, n, mean, satisfied) in [
        ("Purchase", 2, 5.0, 2),
        ("Sign-up", 2, 4.5, 2),
        ("Support call", 6, 2.5, 1),
        ("Support chat", 2, 3.5, 1),
    ] {
        let satisfaction = &touchpoint(name)["satisfaction"];
        assert_eq!(
            (&satisfaction["n"], &satisfaction["satisfied"]),
            (&n.into(), &satisfied.into()),
            "{name}"
        );
        near(&satisfaction["mean"], mean);
    }
    assert!(touchpoint("Browse")["satisfaction"].is_null());
    for (name, counts, net) in [
        ("Cancel", [0, 0, 1], -1.0),
        ("Purchase", [2, 0, 0], 1.0),
        ("Sign-up", [2, 0, 0], 1.0),
        ("Support call", [0, 2, 3], -0.6),
        ("Support chat", [1, 2, 0], 1.0 / 3.0),
    ] {
        let sentiment = &touchpoint(name)["sentiment"];
        for (field, count) in ["positive", "neutral", "negative"].iter().zip(counts) {
            assert_eq!(sentiment[*field], count, "{field} of {name}");
        }
        near(&sentiment["net"], net);
    }

    let name_of = |id: &Value| {
        let all = json["touchpoints"].as_array().expect("touchpoints");
        let found = all.iter().find(|touchpoint| touchpoint["id"] == *id).expect("a known id");
        found["name"].as_str().expect("a name").to_owned()
    };
    let mut transitions: Vec<_> = json["transitions"]
        .as_array()
        .expect("transitions")
        .iter()
        .map(|of| {
            let count = of["count"].as_u64().expect("a count");
            let median = of["median_seconds"].as_f64().expect("seconds") as u64;
            (name_of(&of["from"]), name_of(&of["to"]), count, median)
        })
        .collect();
    transitions.sort();
    let expected = [
        ("Browse", "Sign-up", 2, 450),
        ("Browse", "Support chat", 2, 360),
        ("Sign-up", "Purchase", 1, 600),
        ("Sign-up", "Sign-up", 1, 0),
        ("Sign-up", "Support call", 1, 89_700),
        ("Support call", "Cancel", 1, 1_680),
        ("Support call", "Purchase", 1, 86_400),
        ("Support call", "Support chat", 1, 1_200),
        ("Support chat", "Support call", 1, 259_200),
    ];
    let expected: Vec<_> = expected
        .iter()
        .map(|(from, to, count, median)| ((*from).to_owned(), (*to).to_owned(), *count, *median))
        .collect();
    assert_eq!(transitions, expected);

    let switches: Vec<_> = json["channel_switches"]
        .as_array()
        .expect("switches")
        .iter()
        .map(|of| (of["from"].as_str().expect("from"), of["to"].as_str().expect("to"), of["count"].as_u64()))
        .collect();
    let one = Some(1);
    let expected = [
        ("phone", "web", Some(2)),
        ("app", "chat", one),
        ("chat", "phone", one),
        ("phone", "chat", one),
        ("web", "chat", one),
        ("web", "phone", one),
    ];
    assert_eq!(switches, expected);

    let table = place.succeed(&[
        "measure",
        "map.journey.ron",
        "--table",
        "--gap",
        "5d",
        "--open",
        "5d",
        "--goal",
        "purchase",
        "--contact",
        "support_call",
        "--contact",
        "SUPPORT CHAT",
    ]);
    assert!(table.contains("(3 / 8)") && table.contains("Support chat"), "{table}");
}

#[test]
fn json_has_exactly_the_fields_of_the_contract_in_their_order() {
    let place = Place::new();
    place.succeed(&["draft", &data("fixture.csv"), "-o", "map.journey.ron"]);
    let json =
        place.json(&["measure", "map.journey.ron", "--json", "--from", "2026-03-02", "--in-channel", "web"]);
    let fields =
        |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(
        fields(&json),
        "format source filter journeys customers goal_rate bounce_rate touchpoints transitions channel_switches unmapped"
    );
    assert_eq!(
        fields(&json["source"]),
        "name rows events rejected field_errors unmapped_events first last observed_until"
    );
    assert_eq!(
        fields(&json["touchpoints"][0]),
        "id name stage visits customers reached closed left returned exits open exit_rate exit_rate_visits \
         satisfaction sentiment wait channels contacted_again several_agents"
    );
    assert_eq!(json["filter"], serde_json::json!({"from": "2026-03-02", "channels": ["web"]}));
    assert!(json["touchpoints"][0]["id"].as_str().is_some_and(|id| id.starts_with('t')));
}

#[test]
fn a_shop_goes_from_events_to_a_picture() {
    let place = Place::new();
    let mut csv = Vec::new();
    let packed = std::fs::File::open(data("ecom.csv.gz")).expect("the data");
    flate2::read::GzDecoder::new(packed).read_to_end(&mut csv).expect("unpacked");
    place.write("ecom.csv", &csv);
    place.succeed(&["draft", "ecom.csv", "-o", "shop.journey.ron"]);
    let json = place.json(&["measure", "shop.journey.ron", "--json"]);
    assert_eq!(json["source"]["events"], 31_106);
    assert_eq!(json["journeys"]["total"], 3_605);
    assert_eq!(json["journeys"]["goal"], 470, "`purchase` is the goal");
    assert_eq!(json["source"]["unmapped_events"], 0);

    place.succeed(&["export", "shop.journey.ron", "-o", "shop.png"]);
    let file = std::fs::File::open(place.path("shop.png")).expect("the picture");
    let reader = png::Decoder::new(std::io::BufReader::new(file)).read_info().expect("a PNG");
    assert_eq!(reader.info().width, 3840);
    assert!(reader.info().height > 400);

    place.succeed(&["export", "shop.journey.ron", "-o", "shop.svg", "--dark"]);
    let svg = std::fs::read_to_string(place.path("shop.svg")).expect("the picture");
    super::export::read_xml(&svg);
    assert!(svg.contains(">Add to cart<"));

    // A second run refuses, `--force` replaces, and the same input gives the same bytes.
    let before = std::fs::read(place.path("shop.png")).expect("the picture");
    assert!(place.fail(1, &["export", "shop.journey.ron", "-o", "shop.png"]).contains("--force"));
    place.succeed(&["export", "shop.journey.ron", "-o", "shop.png", "--force"]);
    assert!(std::fs::read(place.path("shop.png")).expect("the picture") == before);
}

#[test]
fn bad_data_is_told_by_name_and_leaves_nothing_behind() {
    let place = Place::new();
    place.write("empty.csv", b"");
    place.write("binary.csv", &(0_u32..4096).map(|i| (i * 7919 % 256) as u8).collect::<Vec<_>>());
    let mut broken = b"SQLite format 3\0".to_vec();
    broken.extend((0_u32..4080).map(|i| (i * 31 % 251) as u8));
    place.write("broken.db", &broken);
    std::fs::create_dir(place.path("folder.csv")).expect("a folder");
    let telco = data("telco_customer_churn.csv");
    let before = place.files();
    for input in ["missing.csv", "empty.csv", "binary.csv", "broken.db", "folder.csv", &telco] {
        let words = place.fail(1, &["draft", input, "-o", "out.journey.ron"]);
        let name = Path::new(input).file_name().expect("a name").to_string_lossy().into_owned();
        assert!(words.contains(&name), "{input}: {words}");
        assert_eq!(place.files(), before, "{input} left something behind");
    }
}

#[test]
fn bad_maps_are_told_by_name_and_place() {
    let place = Place::new();
    place.succeed(&["new", "--template", "online-shop", "-o", "good.journey.ron"]);
    let good = std::fs::read_to_string(place.path("good.journey.ron")).expect("the map");
    place.write("cut.journey.ron", &good.as_bytes()[..good.len() / 2]);
    place.write("empty.journey.ron", b"");
    place.write("newer.journey.ron", good.replacen("version: 1", "version: 99", 1).as_bytes());
    place.write("binary.journey.ron", &[0xFF, 0xFE, 0, 1, 2, 3]);
    std::fs::create_dir(place.path("folder.journey.ron")).expect("a folder");
    let before = place.files();
    for kind in ["missing", "cut", "empty", "newer", "binary", "folder"] {
        let map = format!("{kind}.journey.ron");
        for words in [place.fail(1, &["check", &map]), place.fail(1, &["export", &map, "-o", "out.svg"])] {
            assert!(words.contains(&map), "{words}");
        }
        assert_eq!(place.files(), before);
    }
    let words = place.fail(1, &["check", "newer.journey.ron"]);
    assert!(words.contains("newer Pathlight"), "{words}");
    assert!(place.succeed(&["check", "good.journey.ron"]).contains("no problems"));
}

#[test]
fn wrong_usage_has_status_2() {
    let place = Place::new();
    place.succeed(&["new", "-o", "map.journey.ron"]);
    for args in [
        &["measure"][..],
        &["export", "map.journey.ron"],
        &["export", "map.journey.ron", "-o", "map.docx"],
        &["export", "map.journey.ron", "-o", "map"],
        &["new", "--template", "nonsense", "-o", "x.journey.ron"],
        &["draft", "x.csv", "-o", "x.journey.ron", "--scale", "5..1"],
        &["draft", "x.csv", "-o", "x.journey.ron", "--gap", "soon"],
        &["measure", "map.journey.ron", "--nonsense"],
    ] {
        place.fail(2, args);
    }
    let words = place.fail(2, &["export", "map.journey.ron", "-o", "map.docx"]);
    assert!(words.contains("there is no export to .docx") && words.contains(".svg"), "{words}");
}

#[test]
fn an_unknown_goal_names_the_nearest() {
    let place = Place::new();
    place.succeed(&["draft", &data("fixture.csv"), "-o", "map.journey.ron"]);
    let words = place.fail(1, &["measure", "map.journey.ron", "--goal", "Purchse"]);
    assert!(words.contains("`Purchse`") && words.contains("`Purchase`"), "{words}");
}

#[test]
fn rules_from_a_file_come_first() {
    let place = Place::new();
    place.succeed(&["draft", &data("fixture.csv"), "-o", "map.journey.ron"]);
    place.write("rules.csv", b"event,touchpoint,channel\nSupport*,Support call,\nBrowse,Sign-up,app\n");
    let json = place.json(&["measure", "map.journey.ron", "--json", "--rules", "rules.csv"]);
    let visits = |name: &str| {
        let all = json["touchpoints"].as_array().expect("touchpoints");
        all.iter().find(|touchpoint| touchpoint["name"] == name).expect("it")["visits"].as_u64()
    };
    assert_eq!((visits("Support call"), visits("Support chat")), (Some(9), Some(0)));
    assert_eq!((visits("Sign-up"), visits("Browse")), (Some(5), Some(3)), "two of five browse in the app");
    place.write("bad.csv", b"event,touchpoint\nBrowse,Browsing around\n");
    let words = place.fail(1, &["measure", "map.journey.ron", "--rules", "bad.csv"]);
    assert!(words.contains("bad.csv:2"), "{words}");
}

#[test]
fn data_comes_from_standard_input_too() {
    let place = Place::new();
    let csv = std::fs::read(data("fixture.csv")).expect("the data");
    let output = place.run_with_input(&["draft", "-", "-o", "map.journey.ron"], &csv);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(place.fail(1, &["measure", "map.journey.ron"]).contains("--data"));
    let output = place.run_with_input(&["measure", "map.journey.ron", "--data", "-", "--json"], &csv);
    let json: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(json["source"]["events"], 20);
}

/// What can be read only once is copied, packed or not.
#[test]
#[cfg(unix)]
fn data_comes_from_named_pipes_and_devices() {
    let place = Place::new();
    let csv = std::fs::read(data("fixture.csv")).expect("the data");
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&csv).expect("packed");
    let packed = packed.finish().expect("packed");
    let fixture = data("fixture.csv");
    place.succeed(&["draft", &fixture, "-o", "map.journey.ron"]);
    let args = ["measure", "map.journey.ron", "--json", "--data"];
    let of_file = place.succeed(&[&args[..], &[fixture.as_str()]].concat());
    let figures = |text: &[u8]| {
        let mut figures: Value = serde_json::from_slice(text).expect("JSON");
        figures["source"]["name"] = Value::Null;
        figures
    };
    for bytes in [&csv, &packed] {
        let output = place.run_with_input(&[&args[..], &["/dev/stdin"]].concat(), bytes);
        assert!(output.status.success(), "{}", stderr(&output));
        assert_eq!(figures(&output.stdout), figures(of_file.as_bytes()));
    }

    let pipe = place.path("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let writer = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::write(pipe, packed)
    });
    let of_pipe = place.succeed(&[&args[..], &["pipe"]].concat());
    writer.join().expect("it ends").expect("all is read");
    assert_eq!(figures(of_pipe.as_bytes()), figures(of_file.as_bytes()));
}

#[test]
fn small_groups_are_hidden_in_exports_and_told_to_programs() {
    let place = Place::new();
    place.succeed(&["draft", &data("fixture.csv"), "-o", "map.journey.ron"]);
    place.succeed(&["export", "map.journey.ron", "-o", "map.csv"]);
    place.succeed(&["export", "map.journey.ron", "-o", "map.json"]);
    let csv = std::fs::read_to_string(place.path("map.csv")).expect("the table");
    let visits: Vec<&str> = csv.lines().skip(1).filter_map(|line| line.split(',').nth(3)).collect();
    assert!(visits.contains(&"<5") && visits.contains(&"6"), "{visits:?}");
    assert!(!visits.iter().any(|visits| ["1", "2", "3", "4"].contains(visits)), "{visits:?}");
    let json: Value =
        serde_json::from_slice(&std::fs::read(place.path("map.json")).expect("the file")).expect("JSON");
    assert_eq!(json["map"]["about"]["title"], "Map");
    assert!(
        json["measures"]["touchpoints"].as_array().expect("a list").iter().any(|of| of["visits"] == "<5")
    );
    let exact = place.json(&["measure", "map.journey.ron", "--json"]);
    assert!(exact["touchpoints"].as_array().expect("a list").iter().all(|of| of["visits"].is_u64()));
}

#[test]
fn profile_tells_columns_and_roles() {
    let place = Place::new();
    let json = place.json(&["profile", &data("fixture.csv"), "--json"]);
    let columns = json["columns"].as_array().expect("columns");
    let role = |name: &str| columns.iter().find(|column| column["name"] == name).expect("it")["role"].clone();
    assert_eq!(
        (role("customer_id"), role("ts"), role("touchpoint")),
        ("customer".into(), "time".into(), "event".into())
    );
    assert!(place.succeed(&["profile", &data("fixture.csv")]).contains("customer_id"));
}

#[test]
fn profile_tells_why_what_is_read_and_problems_by_kind() {
    let place = Place::new();
    place.write(
        "log.csv",
        b"customer;date;event;score\na;01.02.2024;Call;4,5\nb;03.02.2024;Call\na;05.02.2024;Call;3\n",
    );
    let text = place.succeed(&["profile", "log.csv"]);
    for told in [
        "(by its name)",
        "01.02.2024 \u{2192} 2024-02-01 00:00",
        "4,5 \u{2192} 4.5",
        "ragged-row: 1",
        "line 3:",
    ] {
        assert!(text.contains(told), "{told} in {text}");
    }
    let json = place.json(&["profile", "log.csv", "--json", "--score", "score"]);
    let date = &json["columns"][1];
    assert_eq!((&date["why"], &date["read"][0]), (&"by its name".into(), &"2024-02-01 00:00".into()));
    assert!(json["columns"][0]["read"].is_null());
}

#[test]
fn a_summary_table_is_drafted_measured_and_marked() {
    let place = Place::new();
    place.write("sums.csv", b"place,seen,gone,grade,votes\nHome,100,10,4.5,40\nCart,60,30,3,20\n");
    // Names that nobody knows are told.
    let figures = [
        "--event",
        "place",
        "--reached",
        "seen",
        "--exits",
        "gone",
        "--score",
        "grade",
        "--answers",
        "votes",
    ];
    place.fail(1, &["draft", "sums.csv", "-o", "map.journey.ron"]);
    place.succeed(&[&["draft", "sums.csv", "-o", "map.journey.ron"], &figures[..]].concat());
    let json = place.json(&["measure", "map.journey.ron", "--json"]);
    assert_eq!((&json["source"]["summary"], &json["source"]["rows"]), (&true.into(), &2.into()));
    near(&json["touchpoints"][1]["exit_rate"]["value"], 0.5);
    assert!(json["touchpoints"][1]["visits"].is_null());
    let table = place.succeed(&["measure", "map.journey.ron", "--table"]);
    assert!(table.contains("summary table"), "{table}");
    place.succeed(&["export", "map.journey.ron", "-o", "map.svg", "--date", "none"]);
    let picture = std::fs::read_to_string(place.path("map.svg")).expect("a picture");
    assert!(picture.contains("summary table"), "marked in pictures too");
}

#[test]
fn ratings_are_named_by_a_pattern_and_pairs_of_rows_by_a_star() {
    let place = Place::new();
    let mut text = "id,Q7_food,Q7_wifi,age\n".to_owned();
    (0..20).for_each(|row| text += &format!("{row},{},{},{}\n", row % 5 + 1, row % 3 + 1, 20 + row));
    place.write("answers.csv", text.as_bytes());
    place.succeed(&["draft", "answers.csv", "-o", "answers.journey.ron", "--rating", "Q7*"]);
    let map = pathlight::store::load(&place.path("answers.journey.ron")).expect("a map");
    assert_eq!(map.touchpoints.len(), 2);

    let error = place.fail(1, &["draft", &data("patients.csv"), "-o", "patients.journey.ron"]);
    assert!(error.contains("--keep-rows"), "{error}");
    place.succeed(&[
        "draft",
        &data("patients.csv"),
        "-o",
        "patients.journey.ron",
        "--keep-rows",
        "registration_type=*",
    ]);
    let json = place.json(&["measure", "patients.journey.ron", "--json"]);
    assert_eq!(json["source"]["rows"], json["source"]["events"]);
    assert!(json["source"]["left_out"].is_null());
}

#[test]
fn every_row_is_accounted_for_in_figures_too() {
    let place = Place::new();
    let phase = "registration_type=complete";
    place.succeed(&["draft", &data("patients.csv"), "-o", "patients.journey.ron", "--keep-rows", phase]);
    let source = &place.json(&["measure", "patients.journey.ron", "--json"])["source"];
    let count = |name: &str| source[name].as_u64().expect("a count");
    assert_eq!(count("rows"), count("events") + count("rejected") + count("left_out"));
    let table = place.succeed(&["measure", "patients.journey.ron", "--table"]);
    let account = table.lines().next().expect("a line");
    assert!(account.contains("rows = ") && account.contains("left out as chosen"), "{account}");
}

#[test]
fn every_template_is_a_sound_map_with_a_picture() {
    let place = Place::new();
    let list = place.succeed(&["templates"]);
    let names: Vec<&str> = list.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(names, pathlight::draft::templates().iter().map(|template| template.name).collect::<Vec<_>>());
    for name in names {
        let map = format!("{name}.journey.ron");
        place.succeed(&["new", "--template", name, "-o", &map]);
        place.succeed(&["check", &map]);
        place.succeed(&["export", &map, "-o", &format!("{name}.svg")]);
        let svg = std::fs::read_to_string(place.path(&format!("{name}.svg"))).expect("the picture");
        super::export::read_xml(&svg);
    }
}

#[test]
fn own_templates_are_listed_and_used() {
    let place = Place::new();
    let folder = place.path("config/templates");
    std::fs::create_dir_all(&folder).expect("the folder");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_maps/online-shop.journey.ron");
    std::fs::copy(sample, folder.join("our shop.journey.ron")).expect("copied");
    std::fs::write(folder.join("torn.journey.ron"), "(format: \"pathlight-journey\", ").expect("written");

    let list = place.succeed(&["templates"]);
    let own: Vec<&str> = list.lines().take(2).collect();
    assert!(own[0].starts_with("our shop ") && own[0].contains("(own) Online order and care"), "{list}");
    assert!(own[1].starts_with("torn ") && own[1].contains("torn.journey.ron:1:"), "{list}");

    place.succeed(&["new", "--template", "our shop", "-o", "new.journey.ron"]);
    let map = std::fs::read_to_string(place.path("new.journey.ron")).expect("the map");
    assert!(map.contains("Fills the cart") && map.contains("sources: []"), "{map}");
    let words = place.fail(1, &["new", "--template", "torn", "-o", "torn.journey.ron"]);
    assert!(words.contains("torn.journey.ron:1:"), "{words}");
    let words = place.fail(2, &["new", "--template", "none", "-o", "none.journey.ron"]);
    assert!(words.contains("our shop") && words.contains("hotel-stay"), "{words}");
    assert_eq!(place.files(), ["config", "new.journey.ron"]);
}

#[test]
fn help_has_an_example_for_every_command() {
    let place = Place::new();
    for command in ["new", "templates", "draft", "profile", "measure", "export", "check"] {
        let help = place.succeed(&[command, "--help"]);
        assert!(help.contains("Example") && help.contains(&format!("pathlight {command}")), "{help}");
    }
}

#[test]
fn without_a_display_it_says_what_can_be_done() {
    let words = Place::new().succeed(&[]);
    assert!(words.contains("pathlight export sample_maps/online-shop.journey.ron -o shop.png"), "{words}");
}

#[test]
fn slides_are_a_presentation_or_a_picture_each() {
    let place = Place::new();
    place.succeed(&["new", "--template", "online-shop", "-o", "shop.journey.ron"]);
    place.succeed(&["export", "shop.journey.ron", "-o", "a.pptx", "--slides", "--size", "4:3"]);
    place.succeed(&["export", "shop.journey.ron", "-o", "b.pptx", "--slides", "--size", "4:3"]);
    let read = |name: &str| std::fs::read(place.path(name)).expect("written");
    assert!(read("a.pptx") == read("b.pptx"), "the same map gives the same bytes");
    place.succeed(&["export", "shop.journey.ron", "-o", "shop.png", "--slides", "--width", "1920"]);
    let decoder = png::Decoder::new(std::io::Cursor::new(read("shop-02.png")));
    let picture = decoder.read_info().expect("a picture");
    assert_eq!((picture.info().width, picture.info().height), (1920, 1080));
    assert!(!place.path("shop.png").exists());
    let words = place.fail(1, &["export", "shop.journey.ron", "-o", "shop.png", "--slides"]);
    assert!(words.contains("shop-01.png") && words.contains("--force"), "{words}");
    let words = place.fail(2, &["export", "shop.journey.ron", "-o", "shop.md", "--slides"]);
    assert!(words.contains("--slides goes with"), "{words}");
    let words = place.fail(2, &["export", "shop.journey.ron", "-o", "c.pptx", "--size", "5:4"]);
    assert!(words.contains("16:9"), "{words}");
}

#[test]
fn maps_of_other_programs_come_in_and_go_out() {
    let place = Place::new();
    place.write(
        "day.mmd",
        "journey\n  title Çay\n  section Go\n    Make tea: 5: Me\n    Wait: 9: Me\n".as_bytes(),
    );
    let said = place.run(&["import", "day.mmd", "-o", "day.journey.ron"]);
    assert!(said.status.success(), "{}", stderr(&said));
    assert!(
        stderr(&said).starts_with("warning: day.mmd:5: The score is outside 1 to 5"),
        "{}",
        stderr(&said)
    );
    place.succeed(&["check", "day.journey.ron"]);

    place.succeed(&["export", "day.journey.ron", "-o", "again.mmd"]);
    let again = std::fs::read_to_string(place.path("again.mmd")).expect("a diagram");
    assert_eq!(again, "journey\n    title Çay\n    section Go\n      Make tea: 5: Me\n      Wait: 9: Me\n");

    let said = place.run(&["export", "day.journey.ron", "-o", "day.ojf"]);
    assert!(said.status.success() && stderr(&said).is_empty(), "{}", stderr(&said));
    let json = std::fs::read_to_string(place.path("day.ojf")).expect("a file");
    let json: Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(json["nodes"][0]["score"], 5.0);

    place.succeed(&["export", "day.journey.ron", "-o", "day.md"]);
    let text = std::fs::read_to_string(place.path("day.md")).expect("a text");
    assert!(
        text.starts_with("# Çay\n") && text.contains("### 1. Make tea\n\n- **Emotion**: drawn +2"),
        "{text}"
    );

    place.write("nothing.csv", b"a,b\n1,2\n");
    let words = place.fail(1, &["import", "nothing.csv", "-o", "x.journey.ron"]);
    assert!(
        words.contains("nothing.csv: line 1: no column is headed") && words.contains("hint: "),
        "{words}"
    );
    assert!(!place.path("x.journey.ron").exists());
    let words = place.fail(2, &["export", "day.journey.ron", "-o", "day.xyz"]);
    assert!(words.contains(".ojf"), "{words}");
}
