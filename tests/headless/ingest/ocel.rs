//! Object-centric logs in SQLite: whose events they are is asked, and what published logs have wrong does no harm.

use super::*;
use pathlight::base::Timestamp;
use rusqlite::Connection;

const LOG: &str = "
    CREATE TABLE event (ocel_id TEXT, ocel_type TEXT);
    CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT);
    CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
    CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
    CREATE TABLE event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT);
    CREATE TABLE object_object (ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT);
    CREATE TABLE event_PlaceOrder (ocel_id TEXT PRIMARY KEY, ocel_time TEXT, channel TEXT);
    CREATE TABLE event_SendParcel (ocel_id TEXT PRIMARY KEY, ocel_time TEXT, weight REAL);
    CREATE TABLE object_Customers (ocel_id TEXT, ocel_time TEXT, plan TEXT, ocel_changed_field TEXT);
    CREATE TABLE object_Items (ocel_id TEXT, ocel_time TEXT, ocel_changed_field TEXT);
    INSERT INTO event_map_type VALUES ('Place ''order''', 'PlaceOrder'), ('Send parcel', 'SendParcel');
    INSERT INTO object_map_type VALUES ('Items', 'Items'), ('Customers', 'Customers');
    INSERT INTO object VALUES ('ayşe', 'Customers'), ('jan', 'Customers'), ('i1', 'Items'), ('i2', 'Items');
    INSERT INTO object_Customers VALUES ('ayşe', '1970-01-01T00:00:00Z', 'gold', NULL),
        ('ayşe', '2024-02-01T00:00:00Z', 'basic', 'plan'), ('jan', '1970-01-01T00:00:00Z', 'basic', NULL);
    INSERT INTO event VALUES ('e1', 'Place ''order'''), ('e2', 'Send parcel'), ('e3', 'Place ''order'''), ('e4', 'Send parcel');
    INSERT INTO event_PlaceOrder VALUES ('e1', '2024-01-01T10:00:00Z', 'web'), ('e3', '2024-01-03T10:00:00Z', 'shop');
    INSERT INTO event_SendParcel VALUES ('e2', '2024-01-02T10:00:00Z', 2.5);
    INSERT INTO event_object VALUES ('e1', 'ayşe', 'buyer'), ('e1', 'i1', ''), ('e1', 'i2', ''), ('e2', 'ayşe', 'to'),
        ('e2', 'jan', 'to'), ('e3', 'i2', ''), ('e4', 'jan', 'to');";

fn log(more: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("orders.sqlite");
    let connection = Connection::open(&path).unwrap();
    connection.execute_batch(&format!("{LOG}{more}")).unwrap();
    connection.close().unwrap();
    (folder, path)
}

fn of_type(path: &Path, object_type: &str) -> Profile {
    let options = ReadOptions { object_type: Some(object_type.to_owned()), ..ReadOptions::default() };
    profile(path, &options, &Cancel::new(), &Progress::new()).unwrap()
}

#[test]
fn whose_objects_are_the_customers_is_asked() {
    let (_folder, path) = log("");
    let asked = profiled(&path);
    assert_eq!((asked.format.as_str(), unsafe_options(&asked)), ("ocel", vec!["--object-type"]));
    let types = vec!["Customers".to_owned(), "Items".to_owned()];
    assert_eq!(asked.guess.unsafe_guesses[0].doubt, Doubt::ObjectType(types), "the likeliest first");

    let profile = of_type(&path, "Customers");
    assert_eq!(unsafe_options(&profile), Vec::<&str>::new());
    let names: Vec<&str> = profile.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["customer", "event", "time", "channel", "weight", "Customers:plan"]);
    assert!(
        profile
            .guess
            .reasons
            .iter()
            .any(|(column, _, why)| column == "customer" && why.contains("Customers"))
    );
    let mut source = profile.guess.source.unwrap();
    assert_eq!(source.roles.channel.as_deref(), Some("channel"));
    source.roles.segments = vec!["Customers:plan".to_owned()];
    let loaded = loaded(&source).unwrap();
    // One event concerns nobody, one has no time.
    let report = &loaded.report;
    assert_eq!((report.rows, report.events, report.rejected), (5, 3, 2), "{:?}", report.problems);
    assert_eq!((report.problems.count("no-customer"), report.problems.count("no-time")), (1, 1));
    let log = &loaded.log;
    let told = |event: usize| {
        let name = |names: &[&str], code: u32| names[code as usize].to_owned();
        let customers: Vec<&str> = log.customers.iter().collect();
        let events: Vec<&str> = log.names.iter().collect();
        let plans: Vec<&str> = log.segments[0].values.iter().collect();
        let plan = log.segment(0, event).map(|code| name(&plans, code)).unwrap_or_default();
        (name(&customers, log.customer(event)), name(&events, log.name(event)), plan)
    };
    let mut all: Vec<_> = (0..log.len()).map(told).collect();
    all.sort();
    let expected =
        [("ayşe", "Place 'order'", "gold"), ("ayşe", "Send parcel", "gold"), ("jan", "Send parcel", "basic")];
    assert_eq!(all, expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned())));
    assert!((0..log.len()).any(|event| log.time(event) == Timestamp::from_ymd(2024, 1, 1).at(10, 0, 0)));

    let of_items = super::loaded(&of_type(&path, "Items").guess.source.unwrap()).unwrap().report;
    assert_eq!((of_items.rows, of_items.events, of_items.rejected), (5, 3, 2));
}

#[test]
fn repeated_rows_and_lost_links_are_told_and_count_once() {
    let (_folder, path) = log("INSERT INTO event VALUES ('e1', 'Place ''order'''), ('e9', 'Unheard of');
         INSERT INTO event_object VALUES ('e1', 'ayşe', 'payer'), ('e1', 'nobody', ''), ('e77', 'jan', '');");
    let profile = of_type(&path, "Customers");
    for kind in ["repeated-events", "lost-objects", "lost-events", "unknown-types"] {
        assert_eq!(profile.problems.count(kind), 1, "{kind}");
    }
    assert_eq!(loaded(&profile.guess.source.unwrap()).unwrap().report.events, 3);
}

#[test]
fn tables_of_such_a_log_can_be_read_as_they_are_and_types_that_lack_are_named() {
    let (_folder, path) = log("DROP TABLE event_SendParcel;");
    let options = ReadOptions { table: Some("event_PlaceOrder".to_owned()), ..ReadOptions::default() };
    assert_eq!(profile(&path, &options, &Cancel::new(), &Progress::new()).unwrap().format, "sqlite");
    let report = loaded(&of_type(&path, "Customers").guess.source.unwrap()).unwrap().report;
    assert_eq!((report.rows, report.events), (5, 1), "without its table an event has no time");
    let options = ReadOptions { object_type: Some("Trucks".to_owned()), ..ReadOptions::default() };
    assert!(
        headline(profile(&path, &options, &Cancel::new(), &Progress::new()).unwrap_err()).contains("Trucks")
    );
}
