//! Delimited text as people have it: every trap a small file.

use super::*;
use pathlight::base::Timestamp;
use pathlight::events::Sentiment;
use pathlight::ingest::spool;
use pathlight::model::DateOrder;

fn first_time(bytes: &str) -> String {
    let file = file(bytes);
    let log = loaded(&guessed(file.path())).unwrap().log;
    log.time(0).to_iso()
}

#[test]
fn turkish_excel_export() {
    let text = "müşteri no;tarih;temas noktası;kanal;memnuniyet;tutar;temsilci;duygu;bekleme süresi\r\n\
                C1;31.01.2024 00:47;ana sayfa;web;4,0;1.234,50 ₺;Ayşe;olumlu;1:30\r\n\
                C1;01.02.2024 00:56;arama;web;4,5;;Ayşe;olumsuz;15\r\n\
                C2;02.02.2024 01:02;reklam tıklama;sosyal;;12,00 ₺;;;\r\n";
    for encoding in [encoding_rs::UTF_8, encoding_rs::WINDOWS_1254] {
        // The lira sign is younger than the code page.
        let text = if encoding == encoding_rs::UTF_8 { text.to_owned() } else { text.replace(" ₺", "") };
        let file = file(encoding.encode(&text).0);
        let profile = profiled(file.path());
        assert_eq!(unsafe_options(&profile), Vec::<&str>::new());
        assert_eq!((profile.read.delimiter, profile.read.decimal), (Some(';'), Some(',')));
        assert_eq!(profile.read.date_order, Some(DateOrder::Dmy));
        assert_eq!(profile.read.encoding.as_deref(), Some(encoding.name().to_lowercase().as_str()));
        let mut source = profile.guess.source.unwrap();
        source.read.timezone = Some("Europe/Istanbul".to_owned());
        let loaded = loaded(&source).unwrap();
        assert_eq!(
            (loaded.report.events, loaded.report.field_errors),
            (3, 0),
            "{:?}",
            loaded.report.problems
        );
        let log = loaded.log;
        assert_eq!(log.time(0), Timestamp::from_ymd(2024, 1, 30).at(21, 47, 0));
        assert_eq!((log.score(1), log.revenue(0), log.wait_secs(0)), (Some(4.5), Some(1234.5), Some(90.0)));
        assert_eq!(
            (log.sentiment(0), log.sentiment(1)),
            (Some(Sentiment::Positive), Some(Sentiment::Negative))
        );
        assert_eq!(log.names.text(log.name(2)), "reklam tıklama");
    }
}

#[test]
fn rejected_rows_have_exact_lines() {
    let text = "customer,time,event,comment\r\n\
                a,2024-01-01,Buy,\"two\r\nlines\"\r\n\
                \r\n\
                a,2024-01-02,Buy\r\n\
                ,2024-01-03,Buy,x\r\n\
                a,yesterday,Buy,x\r\n\
                a,2024-01-05,,x\r\n\
                a,2024-01-06,Buy,x,y\r\n\
                a,2024-01-07,Buy,x,\r\n\
                ,,,\r\n";
    let file = file(text);
    let mut source = guessed(file.path());
    source.read.date_order = Some(DateOrder::Ymd);
    let report = loaded(&source).unwrap().report;
    let found: Vec<(&str, Option<u64>)> =
        report.problems.examples().iter().map(|warning| (warning.kind, warning.line)).collect();
    let expected = [
        ("ragged-row", Some(5)),
        ("no-customer", Some(6)),
        ("bad-time", Some(7)),
        ("no-event", Some(8)),
        ("ragged-row", Some(9)),
        ("empty-row", Some(11)),
    ];
    assert_eq!(found, expected);
    assert_eq!((report.rows, report.events, report.rejected), (8, 2, 6));
    let bad_time = &report.problems.examples()[2];
    assert_eq!((bad_time.column.as_deref(), bad_time.value.as_deref()), (Some("time"), Some("yesterday")));
}

#[test]
fn scores_outside_the_scale_and_missing_codes() {
    let text = "customer,time,event,score\na,2024-01-01,Buy,5\na,2024-01-02,Buy,6\na,2024-01-03,Buy,9\n\
                a,2024-01-04,Buy,N/A\na,2024-01-05,Buy,two\n";
    let file = file(text);
    let mut source = guessed(file.path());
    source.roles.score = Some("SCORE ".to_owned());
    source.scale = Some(Scale::ONE_TO_FIVE);
    source.missing.insert("score".to_owned(), ["6".to_owned()].into());
    source.missing.insert("*".to_owned(), ["n/a".to_owned()].into());
    let loaded = loaded(&source).unwrap();
    assert_eq!((loaded.report.events, loaded.report.field_errors), (5, 2));
    let scores: Vec<Option<f64>> = (0..5).map(|event| loaded.log.score(event)).collect();
    assert_eq!(scores, [Some(5.0), None, None, None, None]);
    let lines: Vec<_> = loaded.report.problems.examples().iter().map(|warning| warning.line).collect();
    assert_eq!(lines, [Some(4), Some(6)]);
}

#[test]
fn dates_that_read_both_ways_are_not_guessed() {
    let file = file("customer,time,event\na,01/02/2024 10:00,Buy\na,03/04/2024 10:00,Buy\n");
    let profile = profiled(file.path());
    assert_eq!(unsafe_options(&profile), ["--date-order"]);
    let mut source = profile.guess.source.unwrap();
    let IngestError::Unusable { option, .. } = loaded(&source).unwrap_err() else { panic!() };
    assert_eq!(option, "--date-order");
    for (order, day) in [(DateOrder::Dmy, (2024, 2, 1)), (DateOrder::Mdy, (2024, 1, 2))] {
        source.read.date_order = Some(order);
        assert_eq!(loaded(&source).unwrap().log.time(0).ymd(), day);
    }
}

#[test]
fn times_in_many_shapes() {
    assert_eq!(first_time("user,time,event\na,1709283907,x\n"), "2024-03-01T09:05:07Z");
    assert_eq!(first_time("user,time,event\na,1709283907000,x\n"), "2024-03-01T09:05:07Z");
    assert_eq!(
        first_time("user,time,event\na,3/1/2024 1:05 PM,x\nb,3/13/2024 1:05 PM,x\n"),
        "2024-03-01T13:05:00Z"
    );
    assert_eq!(
        first_time("user,time,event\na,2024-03-01T09:05:07.5+02:00,x\n"),
        "2024-03-01T07:05:07.500000Z"
    );
    assert_eq!(first_time("user,time,event\na,1. März 2024 9:05,x\n"), "2024-03-01T09:05:00Z");
    assert_eq!(first_time("müşteri;tarih;olay\na;3 Kasım 2024;x\n"), "2024-11-03T00:00:00Z");
    assert_eq!(first_time("user,time,event\na,45352.375,x\nb,45353,x\n"), "2024-03-01T09:00:00Z");
    let file = file("user,time,event\na,1 of Mar 2024,x\n");
    let mut source = guessed(file.path());
    source.roles.time = Some("time".to_owned());
    assert!(headline(loaded(&source).unwrap_err()).contains("no times that can be read"));
    source.read.time_format = Some("%d of %b %Y".to_owned());
    assert_eq!(loaded(&source).unwrap().log.time(0).ymd(), (2024, 3, 1));
}

#[test]
fn encodings_separators_and_headers() {
    let utf16: Vec<u8> = std::iter::once(0xFEFF)
        .chain("klient\tczas\tkrok\nŁucja\t2024-01-01\tkoszyk\n".encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let file_16 = file(utf16);
    let log = loaded(&guessed(file_16.path())).unwrap().log;
    assert_eq!((log.customers.text(0), log.names.text(0)), ("Łucja", "koszyk"));

    let declared = file("sep=|\nuser|time|event\na|2024-01-01|x,y\n");
    assert_eq!(loaded(&guessed(declared.path())).unwrap().log.names.text(0), "x,y");

    let headless = file("a,2024-01-01,Browse\na,2024-01-02,Buy\nb,2024-01-02,Browse\nb,2024-01-03,Buy\n");
    let profile = profiled(headless.path());
    let names: Vec<&str> = profile.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!((names, profile.rows), (vec!["column 1", "column 2", "column 3"], 4));

    let doubled = file("user,time,event,event,\na,2024-01-01,x,y,z\n");
    let names: Vec<String> = profiled(doubled.path()).columns.into_iter().map(|column| column.name).collect();
    assert_eq!(names, ["user", "time", "event", "event 2", "column 5"]);
}

#[test]
fn columns_that_fit_equally_are_named() {
    let file = file("user,arrival time,departure time,event\na,2024-01-01,2024-01-02,x\n");
    let profile = profiled(file.path());
    assert_eq!(unsafe_options(&profile), ["--time"]);
    let message = &profile.guess.unsafe_guesses[0].message;
    assert!(message.contains("arrival time") && message.contains("departure time"), "{message}");
}

#[test]
fn survey_of_any_company() {
    let mut text = "respondent id,rating shop,rating staff,recommend nps,age\n".to_owned();
    for row in 0..60 {
        text += &format!("{row},{},{},{},{}\n", row % 5 + 1, (row + 2) % 5 + 1, row % 11, 20 + row);
    }
    let file = file(text);
    let profile = profiled(file.path());
    assert_eq!(unsafe_options(&profile), Vec::<&str>::new());
    let mut source = profile.guess.source.unwrap();
    let survey = source.survey.as_mut().unwrap();
    let columns: Vec<(&str, bool)> =
        survey.ratings.iter().map(|rating| (rating.column.as_str(), rating.scale.is_some())).collect();
    assert_eq!(columns, [("rating shop", false), ("rating staff", false), ("recommend nps", true)]);
    assert_eq!(source.roles.agent, None, "staff are rated here");
    survey.date = Some("2024-05-01".to_owned());
    let loaded = loaded(&source).unwrap();
    assert_eq!((loaded.report.respondents, loaded.report.events), (60, 180));
    assert_eq!(loaded.log.time(0).ymd(), (2024, 5, 1));
}

#[test]
fn files_that_are_no_tables() {
    let at = |path: &Path| {
        headline(profile(path, &ReadOptions::default(), &Cancel::new(), &Progress::new()).unwrap_err())
    };
    assert!(at(Path::new("/no/such/file.csv")).contains("no such file"));
    assert!(at(&std::env::temp_dir()).contains("folder"));
    assert!(at(file("").path()).contains("empty"));
    assert!(at(file("\n \r\n\n").path()).contains("blanks"));
    assert!(at(file(b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0").path()).contains("not a table"));
    assert!(at(file(b"%PDF-1.7 and more").path()).contains("PDF"));
    let whole = std::fs::read(data("ecom.csv.gz")).unwrap();
    assert!(at(file(&whole[..5000]).path()).contains("ends too early"));
    let options = ReadOptions { encoding: Some("klingon".to_owned()), ..ReadOptions::default() };
    let error = profile(&data("fixture.csv"), &options, &Cancel::new(), &Progress::new()).unwrap_err();
    assert!(headline(error).contains("klingon"));
}

#[test]
fn missing_columns_and_zones_name_the_option() {
    let mut source = guessed(&data("fixture.csv"));
    source.roles.wait = Some("queue".to_owned());
    let IngestError::Unusable { headline, detail, option, .. } = loaded(&source).unwrap_err() else {
        panic!()
    };
    assert!(headline.contains("queue") && detail.contains("wait_s") && option == "--wait");
    source.roles.wait = None;
    source.read.timezone = Some("Mars/Olympus".to_owned());
    let IngestError::Unusable { headline, option, .. } = loaded(&source).unwrap_err() else { panic!() };
    assert!(headline.contains("Mars/Olympus") && option == "--timezone");
}

#[test]
fn piped_data_cancel_and_progress() {
    let bytes = std::fs::read(data("fixture.csv")).unwrap();
    let spooled = spool(&bytes[..], &Cancel::new()).unwrap();
    let source = guessed(spooled.path());
    let progress = Progress::new();
    let loaded = load(&source, Path::new("/"), &Cancel::new(), &progress).unwrap();
    assert_eq!(loaded.report.events, 20);
    assert_eq!((progress.done(), progress.total()), (bytes.len() as u64, bytes.len() as u64));
    let cancel = Cancel::new();
    cancel.raise();
    assert!(matches!(load(&source, Path::new("/"), &cancel, &progress), Err(IngestError::Cancelled(_))));
    assert!(matches!(spool(&bytes[..], &cancel), Err(IngestError::Cancelled(_))));
}

#[test]
fn relative_paths_are_taken_from_the_folder() {
    let mut source = guessed(&data("fixture.csv"));
    source.path = "fixture.csv".to_owned();
    let loaded = load(&source, &data(""), &Cancel::new(), &Progress::new()).unwrap();
    assert_eq!(loaded.report.events, 20);
}

#[test]
fn day_or_month_first_by_the_whole_column() {
    let mut text = "customer,time,event\n".to_owned();
    let dates = |order: fn(u32, u32) -> String| {
        let early = (0..6000).map(move |row| (row % 5 + 2, row % 7 + 5));
        early.chain([(14, 3), (28, 2)]).map(move |(day, month)| order(day, month)).collect::<Vec<_>>()
    };
    let write =
        |dates: Vec<String>| -> String { dates.iter().map(|date| format!("a,{date},Buy\n")).collect() };
    text += &write(dates(|day, month| format!("{month}/{day}/2024")));
    let file_of = file(&text);
    let profile = profiled(file_of.path());
    assert_eq!(unsafe_options(&profile), Vec::<&str>::new());
    assert_eq!(profile.read.date_order, Some(DateOrder::Mdy));
    let mut source = profile.guess.source.unwrap();
    source.read.date_order = None;
    let report = loaded(&source).unwrap().report;
    assert_eq!((report.events, report.rejected), (6002, 0));

    // Dots put the day first only until the column says otherwise.
    let dotted = file(text.replace('/', "."));
    assert_eq!(loaded(&guessed(dotted.path())).unwrap().report.rejected, 0);
    let open: String = text.lines().take(6001).map(|line| format!("{line}\n")).collect();
    assert_eq!(unsafe_options(&profiled(file(open).path())), ["--date-order"]);
}

#[test]
fn characters_that_cannot_be_decoded_are_counted() {
    let mut bytes = b"customer,time,event\nAy\xFEe,2024-01-01,Buy\n".to_vec();
    bytes.extend("Łucja,2024-01-02,Zwrot pieniędzy\n".repeat(40).as_bytes());
    let file = file(bytes);
    let profile = profiled(file.path());
    assert_eq!(profile.read.encoding.as_deref(), Some("utf-8"), "one bad byte among many good letters");
    let report = loaded(&profile.guess.source.unwrap()).unwrap().report;
    assert_eq!((report.events, report.rejected, report.garbled), (41, 0, 1));
    let problem = &report.problems.examples()[0];
    assert_eq!(
        (problem.kind, problem.line, problem.value.as_deref()),
        ("bad-characters", Some(2), Some("Ay�e"))
    );
}

#[test]
fn survey_without_a_day_has_no_period() {
    let mut text = "respondent id,rating shop,rating delivery,rating price\n".to_owned();
    for row in 0..60 {
        text += &format!("{row},{},{},{}\n", row % 5 + 1, (row + 2) % 5 + 1, (row + 3) % 5 + 1);
    }
    let file = file(text);
    let mut source = guessed(file.path());
    let undated = loaded(&source).unwrap().log;
    assert!(undated.is_undated && undated.period().is_none());
    let map = pathlight::draft::draft(&undated, &source, "survey");
    let source_of_map = map.sources.iter().next().unwrap().clone();
    let cancel = Cancel::new();
    let measures = pathlight::measure::measure(&undated, &map, &source_of_map, &cancel).unwrap();
    assert_eq!((measures.events, measures.first, measures.histogram.all.len()), (180, None, 0));
    let mut filtered = source_of_map.clone();
    filtered.filter.from = Some("2024-01-01".to_owned());
    assert!(pathlight::measure::measure(&undated, &map, &filtered, &cancel).is_err());

    source.survey.as_mut().unwrap().date = Some("2024-05-01".to_owned());
    let dated = loaded(&source).unwrap().log;
    assert!(!dated.is_undated && dated.period().is_some());
}

#[test]
fn date_and_time_of_day_in_two_columns() {
    let file =
        file("müşteri;tarih;saat;olay\na;31.01.2024;9:05;x\na;31.01.2024;;y\na;31.01.2024;13:00:30;z\n");
    let profile = profiled(file.path());
    assert_eq!(unsafe_options(&profile), Vec::<&str>::new());
    let source = profile.guess.source.unwrap();
    assert_eq!((source.roles.time.as_deref(), source.roles.clock.as_deref()), (Some("tarih"), Some("saat")));
    let log = loaded(&source).unwrap().log;
    let times: Vec<String> = (0..3).map(|event| log.time(event).to_iso()).collect();
    assert_eq!(times, ["2024-01-31T00:00:00Z", "2024-01-31T09:05:00Z", "2024-01-31T13:00:30Z"]);
}

#[test]
fn two_digit_years_are_asked_for() {
    let file = file("customer,time,event\na,24.03.11,Buy\na,24.03.12,Buy\n");
    let profile = profiled(file.path());
    assert_eq!(unsafe_options(&profile), ["--date-order"]);
    let mut source = profile.guess.source.unwrap();
    assert!(loaded(&source).is_err());
    for (order, day) in [(DateOrder::Ymd, (2024, 3, 11)), (DateOrder::Dmy, (2011, 3, 24))] {
        source.read.date_order = Some(order);
        assert_eq!(loaded(&source).unwrap().log.time(0).ymd(), day);
    }
}

#[test]
fn a_header_without_rows_is_said_to_be_one() {
    for text in ["customer,time,event\n", "customer;time;event", "\u{FEFF}müşteri;tarih;olay\r\n\r\n"] {
        let file = file(text);
        let error =
            profile(file.path(), &ReadOptions::default(), &Cancel::new(), &Progress::new()).unwrap_err();
        let IngestError::Unusable { headline, detail, .. } = error else { panic!("{error}") };
        assert!(headline.contains("column names but no rows"), "{headline}");
        assert!(detail.contains("customer") || detail.contains("müşteri"), "{detail}");
    }
}

#[test]
fn texts_of_another_kind_are_called_by_their_name() {
    for (text, kind) in [
        ("<html><table><tr><td>customer</td></tr></table></html>", "web page"),
        ("[{\"customer\": 1, \"time\": 2}]", "JSON"),
        ("{\n  \"events\": []\n}", "JSON"),
    ] {
        let file = file(text);
        let said = headline(
            profile(file.path(), &ReadOptions::default(), &Cancel::new(), &Progress::new()).unwrap_err(),
        );
        assert!(said.contains(kind), "{said}");
    }
}

#[test]
fn texts_of_turkey_and_poland_in_every_code_page() {
    let turkish = "müşteri,tarih,olay\nAyşe Yılmaz,2024-01-01,İade isteği\nÇağrı Işık,2024-01-02,Şikâyet ğ\n";
    let polish = "klient,data,zdarzenie\nŁucja,2024-01-01,Zgłoszenie\nMałgorzata Wąż,2024-01-02,Zwrot pieniędzy, źle\n";
    let polish = polish.replace(", źle", " źle");
    // ISO 8859-9 is read as its superset Windows-1254; the letters stand at the same places.
    let pages: [(&str, &str, &'static encoding_rs::Encoding); 6] = [
        ("Windows-1254", turkish, encoding_rs::WINDOWS_1254),
        ("ISO-8859-9", turkish, encoding_rs::Encoding::for_label(b"iso-8859-9").unwrap()),
        ("Windows-1250", &polish, encoding_rs::WINDOWS_1250),
        ("ISO-8859-2", &polish, encoding_rs::ISO_8859_2),
        ("UTF-8", turkish, encoding_rs::UTF_8),
        ("UTF-8", &polish, encoding_rs::UTF_8),
    ];
    for (page, text, encoding) in pages {
        let expected: Vec<&str> = text.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
        let file = file(encoding.encode(text).0);
        for given in [None, Some(page.to_owned())] {
            let options = ReadOptions { encoding: given.clone(), ..ReadOptions::default() };
            let profile = profile(file.path(), &options, &Cancel::new(), &Progress::new()).unwrap();
            assert_eq!(unsafe_options(&profile), Vec::<&str>::new(), "{page}");
            let loaded = loaded(&profile.guess.source.unwrap()).unwrap();
            assert_eq!(loaded.report.garbled, 0, "{page}");
            assert_eq!(loaded.log.customers.iter().collect::<Vec<_>>(), expected, "{page}, given {given:?}");
        }
    }
}

#[test]
fn headers_that_repeat_and_rows_that_are_ragged() {
    let text = " customer ,time, event ,event,\na,2024-01-01,Call,x,\na,2024-01-02,Call\na,2024-01-03,Call,x,y,z\na,2024-01-04,Call,x,,,\n";
    let file = file(text);
    let profile = profiled(file.path());
    let names: Vec<&str> = profile.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["customer", "time", "event", "event 2", "column 5"]);
    let mut source = profile.guess.source.unwrap();
    source.roles.event = Some("event".to_owned());
    let report = loaded(&source).unwrap().report;
    assert_eq!((report.rows, report.events, report.rejected), (4, 2, 2));
    let lines: Vec<_> = report.problems.examples().iter().map(|p| (p.kind, p.line)).collect();
    assert_eq!(lines, [("ragged-row", Some(3)), ("ragged-row", Some(4))]);
}

#[test]
fn the_first_row_may_be_a_header_or_not_as_the_user_says() {
    let file = file("a,2024-01-01,Browse\nb,2024-01-02,Buy\nb,2024-01-03,Buy\n");
    let with = |header| ReadOptions { header, ..ReadOptions::default() };
    let profile = |header| profile(file.path(), &with(header), &Cancel::new(), &Progress::new()).unwrap();
    assert_eq!((profile(None).rows, profile(None).read.header), (3, Some(false)));
    let named = profile(Some(true));
    assert_eq!((named.rows, named.columns[2].name.as_str()), (2, "Browse"));
}

#[test]
fn rating_columns_are_chosen_by_a_pattern() {
    let mut text = "id,Q7_food,Q7_wifi,Q8_age,Q9_mood\n".to_owned();
    for row in 0..40 {
        text += &format!(
            "{row},{},{},{},{}\n",
            row % 5 + 1,
            row % 4 + 1,
            20 + row,
            if row % 2 == 0 { "ok" } else { "so" }
        );
    }
    let file = file(text);
    let profile = profiled(file.path());
    let found = |patterns: &[&str]| {
        let patterns: Vec<String> = patterns.iter().map(|pattern| (*pattern).to_owned()).collect();
        let ratings = pathlight::ingest::ratings_like(&profile, &patterns);
        ratings.into_iter().map(|rating| rating.column).collect::<Vec<_>>()
    };
    assert_eq!(found(&["q7*"]), ["Q7_food", "Q7_wifi"]);
    assert_eq!(found(&["*_w?fi", "Q7 f*"]), ["Q7_food", "Q7_wifi"]);
    // Words are no ratings.
    assert_eq!(found(&["Q9*", "Q1*"]), Vec::<String>::new());
}

#[test]
fn every_separator_with_quotes_line_breaks_and_line_ends() {
    for separator in [",", ";", "\t", "|"] {
        for line_end in ["\n", "\r\n"] {
            let lines = [
                ["customer", "time", "event", "comment"],
                ["a", "2024-01-31 10:00", "Call", "\"one, two; three | \"\"four\"\"\nfive\tsix\""],
                ["b", "2024-02-01 10:00", "\"Chat\"", ""],
            ];
            let text: String = lines.map(|cells| cells.join(separator) + line_end).concat();
            let file = file(format!("\u{FEFF}{text}"));
            let profile = profiled(file.path());
            assert_eq!(profile.read.delimiter.map(String::from).as_deref(), Some(separator), "{text}");
            let loaded = loaded(&profile.guess.source.unwrap()).unwrap();
            assert_eq!((loaded.report.rows, loaded.report.events), (2, 2), "{text}");
            let log = loaded.log;
            assert_eq!(log.customers.iter().collect::<Vec<_>>(), ["a", "b"], "no byte order mark in a name");
            assert_eq!(
                log.text(0).map(|code| log.texts.text(code)),
                Some("one, two; three | \"four\"\nfive\tsix")
            );
            assert_eq!(log.names.text(log.name(1)), "Chat");
        }
    }
}

#[test]
fn utf_16_of_both_orders_and_western_code_pages() {
    let text = "customer,time,event\r\nJosé Müller,2024-01-31,Rückgabe für 5 €\r\nŁucja,2024-02-01,İade\r\n";
    let units = || text.encode_utf16();
    let little: Vec<u8> = [0xFF, 0xFE].into_iter().chain(units().flat_map(u16::to_le_bytes)).collect();
    let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain(units().flat_map(u16::to_be_bytes)).collect();
    let western = text.replace("Łucja", "Zoë").replace("İade", "Retour à côté");
    let western = encoding_rs::WINDOWS_1252.encode(&western).0.into_owned();
    for (bytes, encoding, first) in [
        (little, "utf-16le", "Rückgabe für 5 €"),
        (big, "utf-16be", "Rückgabe für 5 €"),
        (western, "windows-1252", "Rückgabe für 5 €"),
    ] {
        let file = file(bytes);
        let profile = profiled(file.path());
        assert_eq!(profile.read.encoding.as_deref(), Some(encoding));
        let loaded = loaded(&profile.guess.source.unwrap()).unwrap();
        assert_eq!((loaded.report.events, loaded.report.garbled), (2, 0), "{encoding}");
        assert_eq!(loaded.log.names.text(0), first, "{encoding}");
    }
}
