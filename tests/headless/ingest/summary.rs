//! Summary tables: one row per touchpoint with what somebody else has counted.

use super::*;
use pathlight::base::fmt::NumberFormat;
use pathlight::draft::draft;
use pathlight::export::{Account, figures_json, figures_table};
use pathlight::measure::small_groups::SmallGroups;
use pathlight::measure::{Measures, measure};
use pathlight::model::{JourneyMap, Roles};
use pathlight::overlay::{Provenance, overlay};

const TABLE: &str = "temas noktası;ulaşan;çıkış;ortalama;n\n\
                     Ana sayfa;12 000;1.200;4,1;240\n\
                     Sepet;6.000;2.400;2,9;150\n\
                     Ödeme;3.600;;;\n";

/// A map drafted from a table, with its figures.
fn measured(table: &str) -> (JourneyMap, Measures, Loaded) {
    let file = file(table);
    let source = guessed(file.path());
    let loaded = loaded(&source).unwrap();
    let map = draft(&loaded.log, &source, "Summary");
    let source = map.sources.iter().next().cloned().unwrap();
    let measures = measure(&loaded.log, &map, &source, &Cancel::new()).unwrap();
    (map, measures, loaded)
}

#[test]
fn columns_are_guessed_in_three_languages() {
    for (header, decimal) in [
        ("touchpoint,reached,exits,mean,n", '.'),
        ("temas noktası,ulaşan,çıkış,ortalama,n", '.'),
        ("krok,dotarło,wyjścia,średnia,odpowiedzi", '.'),
    ] {
        let file = file(format!("{header}\nHome,100,10,4.5,20\nCart,50,25,3.5,10\n"));
        let profile = profiled(file.path());
        assert_eq!(unsafe_options(&profile), Vec::<&str>::new(), "{header}");
        let source = profile.guess.source.unwrap();
        let names: Vec<&str> = header.split(',').collect();
        let column = |index: usize| Some(names[index].to_owned());
        let expected = Roles {
            event: column(0),
            reached: column(1),
            exits: column(2),
            score: column(3),
            answers: column(4),
            ..Roles::default()
        };
        assert_eq!(source.roles, expected);
        assert!(source.is_summary());
        assert_eq!((source.scale, source.read.decimal), (Some(Scale::ONE_TO_FIVE), Some(decimal)));
    }
}

#[test]
fn figures_are_taken_as_given_and_marked_as_such() {
    let (map, measures, loaded) = measured(TABLE);
    let report = &loaded.report;
    assert_eq!((report.rows, report.events, report.rejected, report.field_errors), (3, 3, 0, 0));
    assert!(measures.is_summary && measures.journeys.total == 0 && measures.first.is_none());
    let [home, cart, pay] = &measures.touchpoints[..] else { panic!() };
    assert_eq!((home.reached, home.exits, home.exit_rate.unwrap().value), (12_000, 1_200, 0.1));
    assert_eq!((cart.exits, cart.exit_rate.unwrap().of), (2_400, 6_000));
    assert_eq!((pay.reached, pay.exit_rate, pay.satisfaction.is_none()), (3_600, None, true));
    let satisfaction = home.satisfaction.as_ref().unwrap();
    assert_eq!((satisfaction.n, satisfaction.spread.is_none()), (240, true));
    assert!((satisfaction.mean - 4.1).abs() < 1e-9 && (satisfaction.emotion - 1.1).abs() < 1e-9);

    let provenance = Provenance { rows: 3, ..Provenance::default() };
    let shown = overlay(&map, &measures, &provenance, &NumberFormat::default());
    assert!(shown.footer.contains("summary table"), "{}", shown.footer);
    let of_home = &shown.touchpoints[&home.touchpoint];
    assert!(of_home.visits_label.ends_with("reached") && !of_home.unvisited, "{}", of_home.visits_label);
    assert_eq!(of_home.satisfaction.as_ref().unwrap().shares, None);

    let json = figures_json(&map, &measures, &Account::default(), SmallGroups::default());
    assert_eq!(json["source"]["summary"], true);
    assert!(json["journeys"].is_null() && json["customers"].is_null());
    let first = &json["touchpoints"][0];
    assert_eq!((&first["reached"], &first["exits"]), (&12_000.into(), &1_200.into()));
    assert!(
        first["visits"].is_null() && first["left"].is_null() && first["satisfaction"]["satisfied"].is_null()
    );
    let table = figures_table(&map, &measures, &NumberFormat::default());
    assert!(table.starts_with("3 rows of a summary table"), "{table}");
}

#[test]
fn rows_without_a_name_or_a_figure_are_rejected_and_wrong_figures_told() {
    let text = "touchpoint,reached,exits,mean,n\nHome,100,10,4.5,20\n,5,1,,\nCart,,,,\nPay,50,60,3.5,10\n\
                Help,many,1,good,3\nChat,7,1,4,\n";
    let (_, measures, loaded) = measured(text);
    let report = &loaded.report;
    assert_eq!((report.rows, report.events, report.rejected), (6, 4, 2));
    let found: Vec<_> = report.problems.examples().iter().map(|of| (of.kind, of.line.unwrap())).collect();
    let expected = [
        ("no-event", 3),
        ("no-figures", 4),
        ("bad-count", 5),
        ("bad-count", 6),
        ("bad-score", 6),
        ("no-answers", 7),
    ];
    assert_eq!(found, expected);
    assert_eq!(report.field_errors, 4);
    let pay = &measures.touchpoints[1];
    assert_eq!((pay.reached, pay.exits, pay.exit_rate), (50, 0, None));
}

#[test]
fn a_log_of_events_is_no_summary_and_nothing_is_counted_twice() {
    let log = file("customer,time,event,visits\na,2024-01-01,Home,3\nb,2024-01-02,Cart,4\n");
    let source = guessed(log.path());
    assert!(!source.is_summary() && source.roles.reached.is_none());
    // Two rows of a touchpoint add up, their means by their answers.
    let (map, _, loaded) = measured("touchpoint,reached,exits,mean,n\nHome,100,10,4,30\nCart,50,5,2,10\n");
    let mut source = map.sources.iter().next().cloned().unwrap();
    let home = source.rules[0].touchpoint;
    source.rules[1].touchpoint = home;
    let measures = measure(&loaded.log, &map, &source, &Cancel::new()).unwrap();
    let figures = measures.touchpoints.iter().find(|of| of.touchpoint == home).unwrap();
    assert_eq!((figures.reached, figures.exits), (150, 15));
    assert_eq!(figures.satisfaction.as_ref().map(|of| (of.n, of.mean)), Some((40, 3.5)));
    source.rules.truncate(1);
    let measures = measure(&loaded.log, &map, &source, &Cancel::new()).unwrap();
    assert_eq!(
        measures.unmapped.iter().map(|row| (row.event.as_str(), row.count)).collect::<Vec<_>>(),
        [("Cart", 50)]
    );
}
