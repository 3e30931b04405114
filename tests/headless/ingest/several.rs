//! Several files of one shape as one source, and tables of customers beside the data.

use super::*;
use pathlight::model::Attributes;

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        std::fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

fn also(files: &[&str]) -> ReadOptions {
    ReadOptions { also: files.iter().map(|file| (*file).to_owned()).collect(), ..ReadOptions::default() }
}

const JANUARY: &str =
    "customer,time,event,plan\na,2024-01-01,Call,gold\nb,2024-01-02,Chat,basic\nb,never,Chat,basic\n";

#[test]
fn files_of_one_shape_are_one_source() {
    let february = "event,customer,time,plan,note\nCall,a,2024-02-01,gold,x\nCall,,2024-02-02,gold,\n";
    let folder = folder(&[("01.csv", JANUARY), ("02.csv", february)]);
    let path = folder.path().join("01.csv");
    let profile = profile(&path, &also(&["02.csv"]), &Cancel::new(), &Progress::new()).unwrap();
    assert_eq!((profile.rows, profile.rows_exact), (5, true));
    let told: Vec<&str> =
        profile.problems.examples().iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(told, ["02.csv has columns that the first file lacks: `note`."]);
    let mut source = profile.guess.source.unwrap();
    assert_eq!(source.read.also, ["02.csv"]);
    source.roles.segments = vec!["plan".to_owned()];
    let loaded = loaded(&source).unwrap();
    let report = &loaded.report;
    assert_eq!((report.rows, report.events, report.rejected), (5, 3, 2));
    let problems: Vec<_> =
        report.problems.examples().iter().map(|p| (p.kind, p.line, p.message.as_str())).collect();
    let starts = [
        ("bad-time", Some(4), "01.csv: "),
        ("header-differs", None, "02.csv "),
        ("no-customer", Some(3), "02.csv: "),
    ];
    assert_eq!(problems.len(), 3);
    for (found, expected) in problems.iter().zip(starts) {
        assert!(
            found.0 == expected.0 && found.1 == expected.1 && found.2.starts_with(expected.2),
            "{found:?}"
        );
    }
    let log = &loaded.log;
    assert_eq!(log.customers.iter().collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(log.customer_events(0).len(), 2, "a customer's events come together from all files");
}

#[test]
fn a_file_of_another_shape_is_refused_by_its_name() {
    let folder = folder(&[("01.csv", JANUARY), ("02.csv", "customer,event\na,Call\nb,Chat\n")]);
    let path = folder.path().join("01.csv");
    let profile = profile(&path, &also(&["02.csv"]), &Cancel::new(), &Progress::new()).unwrap();
    assert!(
        profile.problems.examples()[0].message.contains("lacks columns of the first file: `time`, `plan`")
    );
    let error = loaded(&profile.guess.source.unwrap()).unwrap_err();
    let IngestError::Unusable { path, headline, .. } = error else { panic!("{error}") };
    assert!(path.ends_with("02.csv") && headline.contains("`time`"), "{} {headline}", path.display());

    let gone =
        super::profile(&folder.path().join("01.csv"), &also(&["03.csv"]), &Cancel::new(), &Progress::new())
            .unwrap_err();
    assert!(gone.to_string().contains("03.csv"));
}

#[test]
fn respondents_of_several_years_stay_apart() {
    let rows: String = (0..40).map(|row| format!("{},{}\n", row % 5 + 1, (row + 2) % 5 + 1)).collect();
    let text =
        format!("rating_food,rating_staff,rating_room\n{}", rows.replace('\n', ",3\n").replace(",3", ",4"));
    let folder = folder(&[("2017.csv", &text), ("2018.csv", &text)]);
    let mut source = guessed(&folder.path().join("2017.csv"));
    source.survey = Some(pathlight::model::Survey {
        ratings: vec![pathlight::model::Rating { column: "rating_food".to_owned(), scale: None }],
        date: None,
    });
    source.read.also = vec!["2018.csv".to_owned()];
    let loaded = loaded(&source).unwrap();
    assert_eq!((loaded.report.rows, loaded.report.respondents, loaded.log.customers.len()), (80, 80, 80));
}

#[test]
fn a_table_of_customers_gives_segments() {
    let customers = "id,customer,plan,region\n1,a,gold,Ege\n2,b,,Mazowsze\n3,a,basic,Ege\n4,zed,basic,Ege\n";
    let data = "customer,time,event,plan\na,2024-01-01,Call,x\nb,2024-01-02,Chat,y\nc,2024-01-03,Chat,x\nc,2024-01-04,Chat,y\n";
    let folder = folder(&[("data.csv", data), ("customers.csv", customers)]);
    let attributes = Some(Attributes { file: "customers.csv".to_owned(), ..Attributes::default() });
    let options = ReadOptions { attributes, ..ReadOptions::default() };
    let profile =
        profile(&folder.path().join("data.csv"), &options, &Cancel::new(), &Progress::new()).unwrap();
    let found = profile.read.attributes.clone().unwrap();
    assert_eq!(
        (found.customer.as_deref(), found.columns.as_slice()),
        (Some("customer"), &["plan".to_owned(), "region".to_owned()][..])
    );
    let source = profile.guess.source.unwrap();
    assert_eq!(source.roles.segments, ["plan"]);
    let loaded = loaded(&source).unwrap();
    let log = &loaded.log;
    let names: Vec<&str> = log.segments.iter().map(|segment| segment.name.as_str()).collect();
    assert_eq!(names, ["plan", "plan 2", "region"]);
    let value = |column: usize, event: usize| {
        let code = log.segment(column, event)?;
        log.segments[column].values.iter().nth(code as usize)
    };
    let all: Vec<_> = (0..4).map(|event| [value(0, event), value(1, event), value(2, event)]).collect();
    assert_eq!(all[0], [Some("x"), Some("gold"), Some("Ege")]);
    assert_eq!(all[1], [Some("y"), None, Some("Mazowsze")]);
    assert_eq!(all[3], [Some("y"), None, None]);
    let problems = &loaded.report.problems;
    assert_eq!((problems.count("customer-twice"), problems.count("no-attributes")), (1, 1));
    assert_eq!((loaded.report.rows, loaded.report.events), (4, 4), "the other table's rows are not events");
}

#[test]
fn a_real_table_of_customers_is_understood() {
    let telco = std::fs::read_to_string(data("telco_customer_churn.csv")).unwrap();
    let log = "customer,time,event\n7590-VHVEG,2024-01-01,Call\n5575-GNVDE,2024-01-02,Call\n";
    let folder = folder(&[("calls.csv", log), ("telco.csv", &telco)]);
    let attributes = Some(Attributes { file: "telco.csv".to_owned(), ..Attributes::default() });
    let options = ReadOptions { attributes, ..ReadOptions::default() };
    let profile =
        profile(&folder.path().join("calls.csv"), &options, &Cancel::new(), &Progress::new()).unwrap();
    let found = profile.read.attributes.clone().unwrap();
    assert_eq!(found.customer.as_deref(), Some("customerID"));
    assert!(found.columns.contains(&"Contract".to_owned()) && !found.columns.contains(&"tenure".to_owned()));
    let loaded = loaded(&profile.guess.source.unwrap()).unwrap();
    let contract = loaded.log.segments.iter().find(|segment| segment.name == "Contract").unwrap();
    assert_eq!(contract.values.iter().collect::<Vec<_>>(), ["Month-to-month", "One year"]);
    assert!(loaded.report.problems.is_empty(), "{:?}", loaded.report.problems);
}

#[test]
fn tables_that_tell_nothing_of_customers_are_refused() {
    let folder = folder(&[("data.csv", JANUARY), ("other.csv", "customer,x\na,1\nb,2\n")]);
    let attributes = Some(Attributes { file: "other.csv".to_owned(), ..Attributes::default() });
    let options = ReadOptions { attributes, ..ReadOptions::default() };
    let path = folder.path().join("data.csv");
    let error = profile(&path, &options, &Cancel::new(), &Progress::new()).unwrap_err();
    assert!(headline(error).contains("to filter by"));
}

#[test]
fn the_customers_of_a_table_are_asked_for_where_no_column_looks_like_them() {
    let table = "who,plan\na,gold\nb,basic\n";
    let folder = folder(&[("data.csv", JANUARY), ("other.csv", table)]);
    let mut attributes = Attributes { file: "other.csv".to_owned(), ..Attributes::default() };
    let options = |attributes: &Attributes| ReadOptions {
        attributes: Some(attributes.clone()),
        ..ReadOptions::default()
    };
    let path = folder.path().join("data.csv");
    let look = |read: &ReadOptions| profile(&path, read, &Cancel::new(), &Progress::new()).unwrap();
    let open = look(&options(&attributes));
    assert_eq!(unsafe_options(&open), ["--attributes-customer"]);
    let columns = vec!["who".to_owned(), "plan".to_owned()];
    assert_eq!(open.guess.unsafe_guesses[0].doubt, Doubt::AttributesCustomer(columns));
    // Undecided, nothing is joined and nothing is read.
    assert!(headline(loaded(&open.guess.source.unwrap()).unwrap_err()).contains("looks like the customer"));
    attributes.customer = Some("who".to_owned());
    let decided = look(&options(&attributes));
    assert_eq!(unsafe_options(&decided), Vec::<&str>::new());
    let log = loaded(&decided.guess.source.unwrap()).unwrap().log;
    assert!(log.segments.iter().any(|segment| segment.values.iter().any(|value| value == "gold")));
}

#[test]
fn progress_runs_over_all_files() {
    let header = "customer,time,event\n";
    let many = header.to_owned() + &"a,2024-01-01,Call\n".repeat(3000);
    let folder = folder(&[("1.csv", &many), ("2.csv", &format!("{header}b,2024-02-01,Call\n"))]);
    let first = folder.path().join("1.csv");
    let source =
        profile(&first, &also(&["2.csv"]), &Cancel::new(), &Progress::new()).unwrap().guess.source.unwrap();
    let progress = Progress::new();
    assert_eq!(load(&source, Path::new("/"), &Cancel::new(), &progress).unwrap().report.events, 3001);
    assert_eq!(progress.fraction(), Some(1.0));
    // Counted by their bytes, the first was nearly all of it.
    let of_second = progress.total();
    assert!(of_second < 100, "{of_second}");
}
