//! Tables for spreadsheets: read back with another program's eyes, they hold what is measured.

use super::{Place, data};
use calamine::{Data, Range, Reader, Xlsx, open_workbook};
use serde_json::Value;

fn sheet(place: &Place, file: &str, name: &str) -> Range<Data> {
    let mut book: Xlsx<_> = open_workbook(place.path(file)).expect("a workbook");
    book.worksheet_range(name).expect("the sheet")
}

fn column(sheet: &Range<Data>, heading: &str) -> Vec<Data> {
    let mut rows = sheet.rows();
    let headings = rows.next().expect("headings");
    let number = headings.iter().position(|cell| *cell == *heading);
    let number = number.unwrap_or_else(|| panic!("no column {heading} in {headings:?}"));
    rows.map(|row| row[number].clone()).collect()
}

/// Every figure of the contract and the column in which people find it.
const COLUMNS: [(&str, &str); 20] = [
    ("Visits", "/visits"),
    ("Customers", "/customers"),
    ("Reached", "/reached"),
    ("Closed journeys", "/closed"),
    ("Left", "/left"),
    ("Returned", "/returned"),
    ("Exits", "/exits"),
    ("Open here", "/open"),
    ("Exit rate", "/exit_rate/value"),
    ("Exit rate, lower limit", "/exit_rate/low"),
    ("Exit rate, upper limit", "/exit_rate/high"),
    ("Exit rate of visits", "/exit_rate_visits"),
    ("Scored visits", "/satisfaction/n"),
    ("Mean score", "/satisfaction/mean"),
    ("Mean score, lower limit", "/satisfaction/low"),
    ("Satisfied", "/satisfaction/satisfied"),
    ("Measured emotion", "/satisfaction/emotion"),
    ("Sounds negative", "/sentiment/negative"),
    ("Wait, median (s)", "/wait/median"),
    ("Contacted again", "/contacted_again"),
];

#[test]
fn a_workbook_holds_the_measured_figures_as_numbers() {
    let place = Place::new();
    place.succeed(&["draft", &data("fixture.csv"), "-o", "map.journey.ron"]);
    let json = place.json(&["measure", "map.journey.ron", "--json"]);
    let args = ["export", "map.journey.ron", "--smallest-group", "0", "--date", "none", "-o"];
    place.succeed(&[&args[..], &["figures.xlsx"]].concat());
    let table = sheet(&place, "figures.xlsx", "Touchpoints");
    let expected = json["touchpoints"].as_array().expect("touchpoints");
    assert_eq!(table.height(), expected.len() + 1);
    let mut numbers = 0;
    for (heading, pointer) in COLUMNS {
        let expected = expected.iter().map(|touchpoint| touchpoint.pointer(pointer).and_then(Value::as_f64));
        let found = column(&table, heading);
        for (found, expected) in found.iter().zip(expected) {
            match (found, expected) {
                (Data::Float(found), Some(expected)) => {
                    numbers += 1;
                    assert!((found - expected).abs() < 1e-12, "{heading}: {found} instead of {expected}");
                }
                (Data::Empty, None) => {}
                (found, expected) => panic!("{heading}: {found:?} instead of {expected:?}"),
            }
        }
    }
    assert!(numbers > 60, "{numbers}");
    let transitions = sheet(&place, "figures.xlsx", "Transitions");
    let counts: Vec<_> = column(&transitions, "How often").iter().map(|cell| cell.to_string()).collect();
    let expected = json["transitions"].as_array().expect("transitions");
    assert_eq!(counts, expected.iter().map(|step| step["count"].to_string()).collect::<Vec<_>>());
    let notes = sheet(&place, "figures.xlsx", "Notes");
    assert!(notes.rows().any(|row| row[0] == "Exit rate" && row[1].to_string().contains('÷')));

    place.succeed(&[&args[..], &["again.xlsx"]].concat());
    let read = |name: &str| std::fs::read(place.path(name)).expect("the file");
    assert_eq!(read("figures.xlsx"), read("again.xlsx"), "the same figures give the same bytes");
}

#[test]
fn a_workbook_hides_small_groups_as_every_export_does() {
    let place = Place::new();
    place.succeed(&["draft", &data("fixture.csv"), "-o", "map.journey.ron"]);
    place.succeed(&["export", "map.journey.ron", "-o", "figures.xlsx"]);
    let table = sheet(&place, "figures.xlsx", "Touchpoints");
    let counts: Vec<Data> =
        ["Visits", "Reached", "Scored visits"].iter().flat_map(|heading| column(&table, heading)).collect();
    let is_small = |cell: &Data| matches!(cell, Data::Float(count) if (1.0..5.0).contains(count));
    assert!(!counts.iter().any(is_small), "{counts:?} would point at single people");
    assert!(counts.contains(&Data::String("<5".to_owned())), "{counts:?}");
}

#[test]
fn a_workbook_without_data_holds_what_was_drawn() {
    let place = Place::new();
    place.succeed(&["new", "--template", "hotel-stay", "-o", "map.journey.ron"]);
    place.succeed(&["export", "map.journey.ron", "-o", "map.xlsx"]);
    let cards = sheet(&place, "map.xlsx", "Cards");
    assert!(column(&cards, "Kind").contains(&Data::String("Pain point".to_owned())));
    assert!(column(&cards, "Severity").iter().any(|cell| matches!(cell, Data::Float(_))));
    let table = sheet(&place, "map.xlsx", "Touchpoints");
    assert!(!table.rows().next().expect("headings").iter().any(|cell| *cell == "Exit rate"));
}

#[test]
fn a_csv_is_the_table_that_is_asked_for() {
    let place = Place::new();
    place.succeed(&["new", "--template", "hotel-stay", "-o", "map.journey.ron"]);
    let words = place.fail(1, &["export", "map.journey.ron", "-o", "figures.csv"]);
    assert!(words.contains("no figures to write without data"), "{words}");
    let mut lines = Vec::new();
    for table in ["cards", "actions"] {
        let file = format!("{table}.csv");
        place.succeed(&["export", "map.journey.ron", "--sheet", table, "-o", &file]);
        let text = std::fs::read_to_string(place.path(&file)).expect("the file");
        lines.push(text.trim_start_matches('\u{feff}').lines().next().expect("headings").to_owned());
    }
    assert!(lines[0].starts_with("Stage,Touchpoint,Lane,Kind,Text,"), "{lines:?}");
    assert!(lines[1].starts_with("Action,Owner,Due,"), "{lines:?}");
}
