//! Bringing data in the window: what is asked, what is shown, and what is remembered for the next file of a shape.

use super::window::Window;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable;
use pathlight::model::{JourneyMap, Source};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A folder with files, kept as long as the test.
struct Files(tempfile::TempDir);

impl Files {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn text(&self, name: &str, text: &str) -> PathBuf {
        std::fs::write(self.path(name), text).expect("written");
        self.path(name)
    }
}

fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

/// The dialog as it opens for a file.
fn wizard(path: &Path) -> Window {
    Window::open(Some(path), None)
}

/// Goes on from the columns to the map.
fn finish(window: &mut Window) {
    for step in ["Touchpoints", "Check", "Show on the map"] {
        on(window, step);
    }
}

/// Presses the button that goes on; the step itself has the same name.
fn on(window: &mut Window, label: &str) {
    window.0.get_by_role_and_label(Role::Button, label).click();
    window.settle();
}

fn pick(window: &mut Window, role: Role, label: &str) {
    window.0.get_by_role_and_label(role, label).click();
    window.settle();
}

fn map(window: &Window) -> &JourneyMap {
    window.session().document.map()
}

fn source(window: &Window) -> &Source {
    map(window).sources.iter().next().expect("data of the map")
}

fn events(window: &Window) -> u64 {
    window.session().data.as_ref().expect("data").loaded.report.events
}

#[test]
fn values_stand_beside_what_is_read_of_them_and_every_guess_says_why() {
    let files = Files::new();
    let text = "müşteri no;tarih;olay;puan\nC1;31.01.2024 00:47;Arama;4,5\nC2;01.02.2024 10:00;Sepet;6\n\
                C2;01.02.2024 10:05;Ödeme;3\n";
    let window = wizard(&files.text("log.csv", text));
    for shown in ["31.01.2024 00:47", "→ 2024-01-31 00:47", "→ 4.5"] {
        window.0.get_by_label(shown);
    }
    window.0.get_by_label("Column müşteri no: Customer");
    assert!(window.0.query_all_by_label("by its name").count() >= 3);
}

#[test]
fn rows_are_accounted_for_and_problems_told_by_kind() {
    let files = Files::new();
    let text = "customer,time,event\na,2024-01-01,Call\nb,2024-01-02\nc,yesterday,Call\nc,2024-01-03,Call\n";
    let mut window = wizard(&files.text("log.csv", text));
    on(&mut window, "Touchpoints");
    on(&mut window, "Check");
    assert!(window.0.query_all_by_label("4 rows = 2 taken + 2 rejected").count() >= 1);
    for shown in ["Too few or too many fields", "Time not readable", "line 3", "line 4"] {
        window.0.get_by_label(shown);
    }
}

#[test]
fn starts_and_ends_wait_for_an_answer() {
    let mut window = wizard(&shipped("patients.csv"));
    window.0.get_by_label("One question above is still open");
    pick(&mut window, Role::CheckBox, "Keep only complete");
    assert!(window.0.query_by_label("One question above is still open").is_none());
    finish(&mut window);
    let keep = &source(&window).keep_rows["registration_type"];
    assert!(keep.contains("complete") && keep.len() == 1);
    let report = &window.session().data.as_ref().expect("data").loaded.report;
    assert_eq!(report.events, report.left_out);
}

#[test]
fn every_row_counts_when_the_user_says_so_and_the_map_opens_again() {
    let mut window = wizard(&shipped("patients.csv"));
    pick(&mut window, Role::CheckBox, "Keep all rows");
    finish(&mut window);
    assert!(source(&window).keep_rows["registration_type"].contains("*"));
    let report = &window.session().data.as_ref().expect("data").loaded.report;
    assert_eq!((report.events, report.left_out), (report.rows, 0));
}

#[test]
fn dates_that_read_both_ways_are_asked_about() {
    let files = Files::new();
    let text = "customer,time,event\na,03/04/2024,Call\nb,05/06/2024,Buy\n";
    let mut window = wizard(&files.text("log.csv", text));
    assert!(window.0.query_all_by_label("to be decided").count() >= 2);
    pick(&mut window, Role::CheckBox, "month day year");
    window.0.get_by_label("→ 2024-03-04 00:00");
    finish(&mut window);
    let loaded = &window.session().data.as_ref().expect("data").loaded;
    assert_eq!(loaded.log.time(0).ymd(), (2024, 3, 4));
}

#[test]
fn a_file_of_an_archive_is_chosen() {
    let files = Files::new();
    let path = files.path("export.zip");
    let mut archive = zip::ZipWriter::new(std::fs::File::create(&path).expect("a file"));
    for (name, event) in [("2023.csv", "Call"), ("2024.csv", "Chat")] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).expect("an entry");
        write!(archive, "customer,time,event\na,2024-01-31,{event}\n").expect("written");
    }
    archive.finish().expect("an archive");
    let mut window = wizard(&path);
    window.0.get_by_label("Files in the archive");
    pick(&mut window, Role::RadioButton, "2024.csv   1 KB");
    on(&mut window, "Columns");
    finish(&mut window);
    assert_eq!(source(&window).read.entry.as_deref(), Some("2024.csv"));
    assert_eq!(map(&window).touchpoints.iter().next().expect("one").name, "Chat");
}

#[test]
fn the_customers_of_an_object_centric_log_are_chosen() {
    let files = Files::new();
    let path = files.path("orders.sqlite");
    let database = rusqlite::Connection::open(&path).expect("a database");
    database
        .execute_batch(
            "CREATE TABLE event (ocel_id TEXT, ocel_type TEXT);
             CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT);
             CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
             CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
             CREATE TABLE event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT);
             CREATE TABLE object_object (ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT);
             CREATE TABLE event_Pay (ocel_id TEXT PRIMARY KEY, ocel_time TEXT);
             CREATE TABLE object_Buyers (ocel_id TEXT, ocel_time TEXT, ocel_changed_field TEXT);
             CREATE TABLE object_Items (ocel_id TEXT, ocel_time TEXT, ocel_changed_field TEXT);
             INSERT INTO event_map_type VALUES ('Pay', 'Pay');
             INSERT INTO object_map_type VALUES ('Buyers', 'Buyers'), ('Items', 'Items');
             INSERT INTO object VALUES ('ada', 'Buyers'), ('i1', 'Items'), ('i2', 'Items');
             INSERT INTO event VALUES ('e1', 'Pay');
             INSERT INTO event_Pay VALUES ('e1', '2024-01-31T10:00:00Z');
             INSERT INTO event_object VALUES ('e1', 'ada', ''), ('e1', 'i1', ''), ('e1', 'i2', '');",
        )
        .expect("a log");
    drop(database);
    let mut window = wizard(&path);
    if window.0.query_by_role_and_label(Role::RadioButton, "Buyers").is_some() {
        on(&mut window, "Columns");
    }
    window.0.get_by_label("One question above is still open");
    pick(&mut window, Role::CheckBox, "Items");
    finish(&mut window);
    assert_eq!(source(&window).read.object_type.as_deref(), Some("Items"));
    assert_eq!(events(&window), 2);
}

#[test]
fn a_table_of_customers_is_joined_and_taken_out_again() {
    let files = Files::new();
    let rows: String = (0..6).map(|row| format!("c{row},2024-01-0{},Call\n", row + 1)).collect();
    let data = files.text("log.csv", &format!("customer,time,event\n{rows}"));
    let plan = |row: usize| format!("c{row},{},{}\n", ["gold", "basic"][row % 2], ["İzmir", "Łódź"][row / 3]);
    let plans: String = (0..6).map(plan).collect();
    let plans = files.text("plans.csv", &format!("customer,plan,city\n{plans}"));
    let mut window = wizard(&data);
    on(&mut window, "Back");
    window.click("Join table of customers…");
    let field = window.0.get_by_role_and_label(Role::TextInput, "Path");
    field.focus();
    window.settle();
    window.press(egui::Modifiers::COMMAND, egui::Key::A);
    window.type_text(&plans.to_string_lossy());
    window.click("Open");
    window.0.get_by_label("Customer: customer");
    window.click("Segments: plan, city");
    pick(&mut window, Role::CheckBox, "plan");
    window.0.get_by_label("Segments: city");
    window.click("Remove plans.csv");
    assert!(window.0.query_by_label("Customer: customer").is_none());
}

#[test]
fn a_summary_table_is_taken_as_given_and_marked() {
    let files = Files::new();
    let text = "touchpoint,reached,exits,mean,n\nHome,12000,1200,4.1,240\nCart,6000,2400,2.9,150\n";
    let mut window = wizard(&files.text("summary.csv", text));
    window.0.get_by_label("Column reached: Reached");
    window.0.get_by_label("Column mean: Satisfaction 1–5");
    finish(&mut window);
    assert_eq!(map(&window).touchpoints.len(), 2);
    window.0.get_by_label("summary table");
    let measures = window.session().data.as_ref().and_then(|data| data.measures.as_ref()).expect("figures");
    assert!(measures.is_summary);
    assert_eq!(measures.touchpoints.iter().map(|of| of.exits).sum::<u64>(), 3600);
    window.press(Modifiers::NONE, Key::T);
    window.type_text("Pays");
    window.press(Modifiers::COMMAND, Key::Enter);
    window.0.get_by_label("The table has no row for this touchpoint.");
    window.0.get_by_label("The table does not say how many left here.");
    assert!(window.0.query_by_label_contains("No event").is_none(), "there are no events");
}

#[test]
fn what_was_decided_holds_for_the_next_file_of_the_shape() {
    let (home, files) = (Files::new(), Files::new());
    let log = |name: &str, event: &str| {
        files.text(
            name,
            &format!(
                "wer,wann,was,wo\na,2024-01-01,{event},x1\na,2024-01-02,{event},x2\nb,2024-01-03,{event},x1\n"
            ),
        )
    };
    let open = |path: &Path| Window::open(Some(path), Some(home.0.path()));
    let choose = |window: &mut Window, column: &str, role: &str| {
        pick(window, Role::Button, &format!("Column {column}: Ignore"));
        pick(window, Role::Button, role);
    };
    let mut window = open(&log("may.csv", "Call"));
    assert!(window.0.query_by_label("Guess anew").is_none());
    choose(&mut window, "wer", "Customer");
    choose(&mut window, "wo", "Channel");
    if window.0.query_by_label("Column was: Ignore").is_some() {
        choose(&mut window, "was", "Event");
    }
    finish(&mut window);
    let first = source(&window).roles.clone();

    let mut window = open(&log("june.csv", "Chat"));
    window.0.get_by_label("Read as a file of this shape was read before.");
    window.0.get_by_label("Column wo: Channel");
    finish(&mut window);
    assert_eq!(source(&window).roles, first);

    // Another shape is guessed, and so is this one when the user wants that.
    let mut window = open(&log("july.csv", "Chat"));
    window.click("Guess anew");
    window.0.get_by_label("Column wer: Ignore");
    let other = files.text("other.csv", "customer,time,event\na,2024-01-01,Call\n");
    assert!(open(&other).0.query_by_label("Guess anew").is_none());
}

#[test]
fn header_and_codes_are_the_users_to_say() {
    let files = Files::new();
    let text = "customer,time,event,score\na,2024-01-01,Call,5\nb,2024-01-02,Call,3\nc,2024-01-02,Call,1\n";
    let mut window = wizard(&files.text("log.csv", text));
    pick(&mut window, Role::Button, "Change First row");
    pick(&mut window, Role::Button, "data");
    window.0.get_by_label("Column column 1: Ignore");
    pick(&mut window, Role::Button, "Change First row");
    pick(&mut window, Role::Button, "names of columns");

    pick(&mut window, Role::Button, "Column score: Satisfaction 1–5");
    window.0.get_by_role_and_label(Role::TextInput, "No answer, when it says").focus();
    window.settle();
    window.type_text("1, 99");
    window.press(egui::Modifiers::NONE, egui::Key::Enter);
    window.0.get_by_label("no answer");
    finish(&mut window);
    let codes = &source(&window).missing["score"];
    assert_eq!(codes.iter().map(String::as_str).collect::<Vec<_>>(), ["1", "99"]);
}

/// Types into the field of a fact's menu on the left, and leaves it with Enter.
fn type_fact(window: &mut Window, fact: &str, field: &str, words: &str) {
    pick(window, Role::Button, &format!("Change {fact}"));
    window.0.get_by_role_and_label(Role::TextInput, field).focus();
    window.settle();
    window.press(egui::Modifiers::COMMAND, egui::Key::A);
    window.type_text(words);
    window.press(egui::Modifiers::NONE, egui::Key::Enter);
}

#[test]
fn a_time_zone_that_does_not_exist_is_said_to_be_none() {
    let files = Files::new();
    let text = "customer,time,event\na,2024-01-01 10:00,Call\nb,2024-01-02 11:00,Call\n";
    let mut window = wizard(&files.text("log.csv", text));
    let field = "Other zone, as in Asia/Tokyo";
    type_fact(&mut window, "Time zone", field, "Asia/Tokio");
    window.0.get_by_label("There is no time zone called “Asia/Tokio”. Times are still read in UTC.");
    type_fact(&mut window, "Time zone", field, "Asia/Tokyo");
    assert!(window.0.query_by_label_contains("There is no time zone").is_none());
    finish(&mut window);
    assert_eq!(source(&window).read.timezone.as_deref(), Some("Asia/Tokyo"));
}

#[test]
fn rating_columns_are_chosen_by_a_pattern() {
    let files = Files::new();
    let row = |row: usize| format!("{row},{},{},{}\n", row % 5 + 1, (row + 2) % 5 + 1, (row + 1) % 5 + 1);
    let rows: String = (0..40).map(row).collect();
    let path = files.text("survey.csv", &format!("id,Q7_food,Q7_wifi,Q9_staff\n{rows}"));
    let mut window = wizard(&path);
    window.0.get_by_label("3 columns");
    let field = "Columns such as Q7*, Q9*";
    type_fact(&mut window, "Ratings", field, "Q8*");
    window.0.get_by_label("No column with numbers is called like “Q8*”.");
    type_fact(&mut window, "Ratings", field, "q7*");
    window.0.get_by_label("2 columns");
    window.0.get_by_label("Column Q9_staff: Ignore");
    finish(&mut window);
    let ratings = &source(&window).survey.as_ref().expect("a survey").ratings;
    assert_eq!(
        ratings.iter().map(|rating| rating.column.as_str()).collect::<Vec<_>>(),
        ["Q7_food", "Q7_wifi"]
    );
}

#[test]
fn the_customers_of_a_joined_table_are_asked_for() {
    let files = Files::new();
    let rows: String = (0..6).map(|row| format!("c{row},2024-01-0{},Call\n", row + 1)).collect();
    let data = files.text("log.csv", &format!("customer,time,event\n{rows}"));
    let plans: String = (0..6).map(|row| format!("c{row},{}\n", ["gold", "basic"][row % 2])).collect();
    let plans = files.text("plans.csv", &format!("who,plan\n{plans}"));
    let mut window = wizard(&data);
    on(&mut window, "Back");
    window.click("Join table of customers…");
    window.0.get_by_role_and_label(Role::TextInput, "Path").focus();
    window.settle();
    window.press(egui::Modifiers::COMMAND, egui::Key::A);
    window.type_text(&plans.to_string_lossy());
    window.click("Open");
    window.0.get_by_label_contains("No column of it looks like the customer");
    on(&mut window, "Columns");
    window.0.get_by_label("One question above is still open");
    pick(&mut window, Role::CheckBox, "who");
    finish(&mut window);
    let joined = source(&window).read.attributes.as_ref().expect("joined");
    assert_eq!(
        (joined.customer.as_deref(), joined.columns.as_slice()),
        (Some("who"), &["plan".to_owned()][..])
    );
}

#[test]
fn the_account_of_the_rows_stays_beside_the_map() {
    let files = Files::new();
    let text = "customer,time,event\na,2024-01-01,Call\nb,2024-01-02\nc,2024-01-03,Call\n";
    let mut window = wizard(&files.text("log.csv", text));
    finish(&mut window);
    window.0.get_by_label("3 rows = 2 taken + 1 rejected");
}

#[test]
fn segments_channels_and_what_became_of_journeys_filter_together_and_reset_lifts_all() {
    let files = Files::new();
    let mut text = "customer,time,event,channel,plan\n".to_owned();
    for row in 0..40 {
        let (channel, plan) = (["web", "app"][row % 2], ["gold", "basic"][row / 2 % 2]);
        let event = if row % 5 == 0 { "Purchase" } else { "Browse" };
        text += &format!("c{row},2024-01-{:02},{event},{channel},{plan}\n", row % 28 + 1);
    }
    let mut window = wizard(&files.text("log.csv", &text));
    finish(&mut window);
    let journeys = |window: &Window| {
        let measures = window.session().data.as_ref().and_then(|data| data.measures.as_ref());
        measures.expect("figures").journeys.total
    };
    window.0.get_by_label_contains("40 journeys: ");
    for (chip, left) in [("gold", 20), ("web", 10), ("Reached a goal", 2)] {
        window.click(chip);
        assert_eq!(journeys(&window), left, "{chip}");
        window.0.get_by_label_contains(&format!("{left} of 40 journeys"));
    }
    window.click("Reset");
    assert_eq!(journeys(&window), 40);
}
