//! Dates and numbers as people and programs write them, each way in a small file of its own.

use super::*;
use pathlight::model::DateOrder;

/// The first time of a file with these two values in its time column; fields are separated by a semicolon.
fn time_of(first: &str, second: &str) -> String {
    let file = file(format!("customer;time;event\na;{first};Call\nb;{second};Call\n"));
    let profile = profiled(file.path());
    assert_eq!(unsafe_options(&profile), Vec::<&str>::new(), "{first}");
    let loaded = loaded(&profile.guess.source.unwrap()).unwrap();
    assert_eq!((loaded.report.events, loaded.report.rejected), (2, 0), "{first}");
    loaded.log.time(0).to_iso()
}

#[test]
fn every_shape_of_dates() {
    for (first, second, read) in [
        ("2024-03-01", "2024-03-13", "2024-03-01T00:00:00Z"),
        ("2024-03-01 09:05", "2024-03-13 09:05", "2024-03-01T09:05:00Z"),
        ("2024-03-01T09:05:07", "2024-03-13T09:05:07", "2024-03-01T09:05:07Z"),
        ("2024-03-01T09:05:07Z", "2024-03-13T09:05:07Z", "2024-03-01T09:05:07Z"),
        ("2024-03-01T09:05:07+02:00", "2024-03-13T09:05:07+02:00", "2024-03-01T07:05:07Z"),
        ("2024-03-01T09:05:07+0200", "2024-03-13T09:05:07-0530", "2024-03-01T07:05:07Z"),
        ("01.03.2024", "13.03.2024", "2024-03-01T00:00:00Z"),
        ("1.3.2024 9:05", "13.3.2024 9:05", "2024-03-01T09:05:00Z"),
        ("1/3/2024 09:05", "13/3/2024 09:05", "2024-03-01T09:05:00Z"),
        ("3/1/2024 09:05", "3/13/2024 09:05", "2024-03-01T09:05:00Z"),
        ("3/1/2024 12:05 AM", "3/13/2024 9:05 pm", "2024-03-01T00:05:00Z"),
        ("3/1/2024 12:05:07 PM", "3/13/2024 1:05:07 AM", "2024-03-01T12:05:07Z"),
        ("1709283907", "1709283908", "2024-03-01T09:05:07Z"),
        ("1709283907000", "1709283908000", "2024-03-01T09:05:07Z"),
        ("45352.375", "45353", "2024-03-01T09:00:00Z"),
    ] {
        assert_eq!(time_of(first, second), read, "{first}");
    }
}

#[test]
fn years_of_two_digits_are_asked_for_in_every_order() {
    for (written, order, day) in [
        ("01.03.24", DateOrder::Dmy, (2024, 3, 1)),
        ("03/01/24", DateOrder::Mdy, (2024, 3, 1)),
        ("24-03-01", DateOrder::Ymd, (2024, 3, 1)),
    ] {
        let file = file(format!("customer,time,event\na,{written},Call\nb,{written},Call\n"));
        let profile = profiled(file.path());
        assert_eq!(unsafe_options(&profile), ["--date-order"], "{written}");
        let mut source = profile.guess.source.unwrap();
        source.read.date_order = Some(order);
        assert_eq!(loaded(&source).unwrap().log.time(0).ymd(), day, "{written}");
    }
}

#[test]
fn a_day_and_a_time_of_day_in_two_columns_of_any_shape() {
    for (day, clock, read) in [
        ("2024-03-13", "09:05", "2024-03-13T09:05:00Z"),
        ("3/13/2024", "9:05 PM", "2024-03-13T21:05:00Z"),
        ("13.03.2024", "9:05:07", "2024-03-13T09:05:07Z"),
    ] {
        let file = file(format!("customer;date;time;event\na;{day};{clock};Call\nb;{day};{clock};Call\n"));
        let profile = profiled(file.path());
        assert_eq!(unsafe_options(&profile), Vec::<&str>::new(), "{day} {clock}");
        let loaded = loaded(&profile.guess.source.unwrap()).unwrap();
        assert_eq!(loaded.log.time(0).to_iso(), read);
    }
}

#[test]
fn decimal_marks_and_thousands_of_every_country() {
    for (written, decimal) in [
        (["1.234,50", "7,25"], ','),
        (["1 234,50", "7,25"], ','),
        (["1\u{a0}234,50", "7,25"], ','),
        (["1\u{202f}234,50 zł", "7,25 zł"], ','),
        (["1,234.50", "7.25"], '.'),
        (["1'234.50", "7.25"], '.'),
        (["$1,234.50", "$7.25"], '.'),
    ] {
        let [large, small] = written;
        let text =
            format!("customer;time;event;revenue\na;2024-03-01;Buy;{large}\nb;2024-03-02;Buy;{small}\n");
        let file = file(text);
        let profile = profiled(file.path());
        assert_eq!(profile.read.decimal, Some(decimal), "{large}");
        let loaded = loaded(&profile.guess.source.unwrap()).unwrap();
        assert_eq!(loaded.report.field_errors, 0, "{large}: {:?}", loaded.report.problems);
        assert_eq!((loaded.log.revenue(0), loaded.log.revenue(1)), (Some(1234.5), Some(7.25)), "{large}");
    }
}

#[test]
fn codes_for_no_answer_hold_for_their_column_alone() {
    let mut text = "id,rating_food,rating_staff\n".to_owned();
    for row in 0..60 {
        let (food, staff) = (row % 6 + 1, if row % 6 == 0 { 9 } else { row % 5 + 1 });
        text += &format!("{row},{food},{staff}\n");
    }
    let file = file(text);
    let mut source = guessed(file.path());
    let survey = pathlight::model::Survey {
        ratings: ["rating_food", "rating_staff"]
            .map(|column| pathlight::model::Rating { column: column.to_owned(), scale: None })
            .into(),
        date: None,
    };
    (source.survey, source.scale) = (Some(survey), Some(Scale::ONE_TO_FIVE));
    source.missing = [("rating_food".to_owned(), ["6".to_owned()].into())].into();
    let report = loaded(&source).unwrap().report;
    // Six of food is no answer; nine of staff is outside the scale.
    assert_eq!((report.respondents, report.events, report.field_errors), (60, 100, 10));
    source.missing.insert("rating_staff".to_owned(), ["9".to_owned()].into());
    let report = loaded(&source).unwrap().report;
    assert_eq!((report.respondents, report.events, report.field_errors), (60, 100, 0));
}
