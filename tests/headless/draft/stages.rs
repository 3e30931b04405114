//! In what order a drafted map has its touchpoints, how they are grouped into stages and what those are called.

use super::{log, outline, source};
use pathlight::draft::draft;
use pathlight::measure::Matcher;

/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// The outline of a map drafted from these journeys of (minute, event), each taken by as many customers.
fn drafted(journeys: &[(usize, &[(u32, &str)])]) -> Vec<(String, Vec<String>)> {
    let mut customers = Vec::new();
    for (number, (count, steps)) in journeys.iter().enumerate() {
        customers.extend((0..*count).map(|customer| (format!("c{number}-{customer}"), *steps)));
    }
    let rows = customers.iter().flat_map(|(customer, steps)| {
        steps.iter().map(|(minute, name)| (customer.as_str(), *minute, *name, ""))
    });
    outline(&draft(&log(&rows.collect::<Vec<_>>()), &source(), ""))
}

fn plain(stages: &[(String, Vec<String>)]) -> Vec<(&str, Vec<&str>)> {
    stages.iter().map(|(name, steps)| (name.as_str(), steps.iter().map(String::as_str).collect())).collect()
}

fn steps(stages: &[(String, Vec<String>)]) -> Vec<&str> {
    stages.iter().flat_map(|(_, steps)| steps).map(String::as_str).collect()
}

#[test]
fn a_bank_in_turkish_reads_as_one_would_draw_it() {
    let loan: &[(u32, &str)] = &[
        (0, "Reklam görüldü"),
        (2, "Kampanya sayfası"),
        (DAY, "Başvuru formu"),
        (DAY + 5, "Kimlik doğrulama"),
        (DAY + 20, "Belge yükleme"),
        (DAY + 40, "Müşteri hizmetleri arandı"),
        (DAY + 60, "Belge yükleme"),
        (3 * DAY, "Kredi onayı"),
        (3 * DAY + 60, "Sözleşme gönderildi"),
        (4 * DAY, "İmza"),
        (4 * DAY + 90, "Para hesaba geçti"),
        (34 * DAY, "İlk taksit ödendi"),
    ];
    let refused: &[(u32, &str)] = &[
        (0, "Kampanya sayfası"),
        (9, "Başvuru formu"),
        (20, "Kimlik doğrulama"),
        (DAY, "Başvuru reddedildi"),
    ];
    let leaves: &[(u32, &str)] = &[(0, "İlk taksit ödendi"), (60 * DAY, "Hesap kapatma")];
    let stages = drafted(&[(60, loan), (8, refused), (100, &loan[..6]), (9, leaves)]);
    let expected = [
        ("Discover", vec!["Reklam görüldü", "Kampanya sayfası"]),
        ("Apply", vec!["Başvuru formu", "Kimlik doğrulama", "Belge yükleme"]),
        ("Agree", vec!["Kredi onayı", "Sözleşme gönderildi", "İmza", "Para hesaba geçti"]),
        ("Use", vec!["İlk taksit ödendi"]),
        ("Detours", vec!["Başvuru reddedildi"]),
        ("Get help", vec!["Müşteri hizmetleri arandı"]),
        ("Leave", vec!["Hesap kapatma"]),
    ];
    assert_eq!(plain(&stages), expected);
}

#[test]
fn what_comes_months_later_stands_behind_though_it_begins_a_journey() {
    // Half a year after buying some come back: for the program that is a journey of its own.
    let buyer: &[(u32, &str)] =
        &[(0, "alpha"), (5, "beta"), (9, "gamma"), (200 * DAY, "omega"), (200 * DAY + 60, "psi")];
    let visitor: &[(u32, &str)] = &[(0, "alpha"), (5, "beta")];
    assert_eq!(steps(&drafted(&[(40, buyer), (200, visitor)])), ["Alpha", "Beta", "Gamma", "Omega", "Psi"]);
}

#[test]
fn what_few_do_stands_where_they_do_it() {
    // Most journeys are short. Those who look at the spa do so between breakfast and leaving.
    let short: &[(u32, &str)] = &[(0, "arrive"), (60, "breakfast")];
    let usual: &[(u32, &str)] = &[(0, "arrive"), (60, "breakfast"), (90, "depart")];
    let long: &[(u32, &str)] = &[(60, "breakfast"), (70, "spa"), (90, "depart"), (99, "tell")];
    let found = drafted(&[(300, short), (100, usual), (6, long)]);
    assert_eq!(steps(&found), ["Arrive", "Breakfast", "Spa", "Depart", "Tell"]);
}

#[test]
fn pages_of_many_products_are_one_step_that_takes_new_ones_too() {
    let pages: Vec<String> = (1..=40).map(|number| format!("/product/{number}")).collect();
    let rows = pages.iter().enumerate().flat_map(|(number, page)| {
        let minute = 10 * number as u32;
        [("a", minute, "/", ""), ("a", minute + 1, page.as_str(), ""), ("a", minute + 2, "/basket", "")]
    });
    let map = draft(&log(&rows.collect::<Vec<_>>()), &source(), "");
    let names: Vec<_> = map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.name.as_str()).collect();
    assert_eq!(names, ["/", "Product", "Basket"]);
    let source = map.sources.iter().next().expect("the source");
    assert_eq!(source.rules.len(), 3);
    let matcher = Matcher::new(&source.rules, &map).expect("rules");
    assert_eq!(matcher.matching("/product/4711").len(), 1);
    assert!(matcher.matching("/product/4711/reviews").is_empty());
}

#[test]
fn an_abbreviation_among_names_in_small_letters_stays_one() {
    let clinic: &[(u32, &str)] = &[(0, "Badanie krwi"), (5, "USG"), (9, "Konsultacja lekarska")];
    assert_eq!(steps(&drafted(&[(9, clinic)])), ["Badanie krwi", "USG", "Konsultacja lekarska"]);
    let loud: &[(u32, &str)] = &[(0, "HOME"), (5, "CART"), (9, "PAY")];
    assert_eq!(steps(&drafted(&[(9, loud)])), ["Home", "Cart", "Pay"]);
}

#[test]
fn one_discovers_before_one_chooses_unless_the_data_clearly_says_otherwise() {
    // Regular customers come by the catalog as often as by the first page.
    let by_catalog: &[(u32, &str)] = &[
        (0, "catalog"),
        (1, "home"),
        (2, "product_view"),
        (3, "search"),
        (5, "add_to_cart"),
        (6, "payment"),
    ];
    let by_home: &[(u32, &str)] = &[
        (0, "home"),
        (1, "catalog"),
        (2, "product_view"),
        (3, "search"),
        (5, "add_to_cart"),
        (6, "payment"),
    ];
    let stages = drafted(&[(60, by_catalog), (40, by_home)]);
    let names: Vec<&str> = stages.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Discover", "Choose", "Buy"]);
}

/// A visit to a shop that goes by the account, and what follows at the end.
fn shop(last: (u32, &'static str)) -> Vec<(u32, &'static str)> {
    let names = [
        "home",
        "search",
        "catalog",
        "product_view",
        "filter_results",
        "account_page",
        "add_to_cart",
        "payment",
    ];
    names.into_iter().enumerate().map(|(minute, name)| (minute as u32, name)).chain([last]).collect()
}

#[test]
fn a_stage_of_a_single_step_joins_its_neighbour_unless_a_pause_parts_it() {
    let stages = drafted(&[(40, &shop((8, "parcel_arrives")))]);
    let names: Vec<&str> = stages.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        ["Discover", "Choose", "Buy"],
        "neither the account nor the parcel is a chapter: {stages:?}"
    );
    let stages = drafted(&[(40, &shop((3 * DAY, "parcel_arrives")))]);
    assert_eq!(
        plain(&stages).last(),
        Some(&("Receive", vec!["Parcel arrives"])),
        "three days later it is one"
    );
}

#[test]
fn a_word_is_not_believed_far_from_where_customers_meet_it() {
    let mut visit = shop((8, "purchase"));
    visit.extend([(9, "thanks_page"), (10, "search_for_shops")]);
    let stages = drafted(&[(40, &visit), (9, &[(0, "home"), (1, "search")])]);
    let (name, last) = stages.last().expect("stages");
    assert_eq!(
        (name.as_str(), last.last().map(String::as_str)),
        ("Buy", Some("Search for shops")),
        "{stages:?}"
    );
}

#[test]
fn stages_are_never_called_after_one_of_their_steps() {
    let hospital: &[(u32, &str)] = &[
        (0, "Registration"),
        (10, "Triage and Assessment"),
        (DAY, "Blood test"),
        (DAY + 30, "X-Ray"),
        (DAY + 60, "MRI SCAN"),
        (4 * DAY, "Discuss Results"),
        (4 * DAY + 20, "Check-out"),
    ];
    let stages = drafted(&[(50, hospital)]);
    let names: Vec<&str> = stages.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Start", "Middle", "End"]);
    // What the steps of a stage are all about is a name.
    let tool: &[(u32, &str)] = &[
        (0, "workspace_created"),
        (1, "workspace_named"),
        (DAY, "report_begun"),
        (DAY + 1, "report_shared"),
        (9 * DAY, "seat_added"),
        (9 * DAY + 1, "tour_watched"),
    ];
    let stages = drafted(&[(50, tool)]);
    let names: Vec<&str> = stages.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Workspace", "Report", "End"], "{stages:?}");
}

#[test]
fn a_request_that_begins_most_journeys_is_the_way_itself() {
    let request: &[(u32, &str)] = &[
        (0, "Ticket created"),
        (30, "Assign ticket"),
        (90, "Diagnose problem"),
        (DAY, "Resolve ticket"),
        (DAY + 60, "Reopen ticket"),
        (2 * DAY, "Ticket closed"),
    ];
    let rejected: &[(u32, &str)] = &[(0, "Ticket created"), (50, "Ticket rejected")];
    let stages = drafted(&[(60, request), (9, rejected)]);
    assert_eq!(stages[0].1[0], "Ticket created", "{stages:?}");
    let of = |wanted: &str| {
        stages.iter().find(|(_, steps)| steps.iter().any(|step| step == wanted)).map(|of| of.0.as_str())
    };
    assert_eq!(of("Reopen ticket"), Some("Get help"), "{stages:?}");
    assert_eq!(of("Ticket rejected"), Some("Detours"), "{stages:?}");
}

#[test]
fn detours_stand_beside_the_spine_and_pauses_part_stages() {
    // Everybody goes one, two, (a look aside and back,) three; a day later four and five.
    let mut rows = Vec::new();
    let customers: Vec<String> = (0..20).map(|number| format!("c{number}")).collect();
    for customer in &customers {
        let steps = [
            (0, "alpha"),
            (1, "beta"),
            (2, "omega"),
            (3, "beta"),
            (4, "gamma"),
            (1500, "delta"),
            (1501, "epsilon"),
            (1502, "payment failed"),
        ];
        rows.extend(steps.map(|(minute, name)| (customer.as_str(), minute, name, "")));
    }
    let map = draft(&log(&rows), &source(), "Ways");
    let stages = outline(&map);
    let names: Vec<Vec<&str>> =
        stages.iter().map(|(_, names)| names.iter().map(String::as_str).collect()).collect();
    assert_eq!(names.last().unwrap(), &["Omega", "Payment failed"]);
    assert_eq!(stages.last().unwrap().0, "Detours");
    let of_delta = names.iter().position(|names| names.contains(&"Delta")).unwrap();
    assert!(!names[of_delta].contains(&"Gamma"), "a day lies between: {names:?}");
    assert!(names[of_delta].contains(&"Epsilon"), "{names:?}");
}

#[test]
fn failures_are_detours_of_a_shop() {
    let steps = ["home", "catalog", "add_to_cart", "payment_error", "payment", "purchase"];
    let rows: Vec<_> = steps.into_iter().zip(0..).map(|(name, minute)| ("a", minute, name, "")).collect();
    let stages = outline(&draft(&log(&rows), &source(), "Shop"));
    assert_eq!(stages.last().unwrap(), &("Detours".to_owned(), vec!["Payment error".to_owned()]));
}

#[test]
fn no_stage_is_left_with_a_single_step_where_there_are_enough() {
    // After the first step everybody waits for a day, and before the last for two.
    let steps = ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii"];
    let minutes = [0, 1500, 1501, 1502, 1503, 1504, 1505, 1506, 5000];
    let customers: Vec<String> = (0..10).map(|number| format!("c{number}")).collect();
    let mut rows = Vec::new();
    for customer in &customers {
        rows.extend(steps.iter().zip(minutes).map(|(name, minute)| (customer.as_str(), minute, *name, "")));
    }
    let stages = outline(&draft(&log(&rows), &source(), "Ways"));
    assert_eq!(stages.len(), 3);
    assert!(stages.iter().all(|(_, names)| names.len() > 1), "{stages:?}");
}
