//! Web pages, charts and reports: whole in themselves, the same each time, with every figure.

use super::{Place, data};

fn shop() -> Place {
    let place = Place::new();
    place.succeed(&["draft", &data("fixture.csv"), "-o", "map.journey.ron"]);
    place
}

fn text(place: &Place, name: &str) -> String {
    std::fs::read_to_string(place.path(name)).expect("a text")
}

#[test]
fn a_web_page_needs_nothing_from_elsewhere_and_has_every_figure() {
    let place = shop();
    let args = ["export", "map.journey.ron", "--smallest-group", "0", "--open", "5d", "-o"];
    place.succeed(&[&args[..], &["map.html"]].concat());
    let html = text(&place, "map.html");
    let namespace = "http://www.w3.org/2000/svg";
    let elsewhere = html.replace(namespace, "");
    for reference in ["http://", "https://", "src=", "@import", "<link"] {
        assert!(!elsewhere.contains(reference), "{reference} would need a network");
    }
    assert!(html.contains("default-src 'none'"));
    let json = place.json(&["measure", "map.journey.ron", "--json", "--open", "5d"]);
    for touchpoint in json["touchpoints"].as_array().expect("touchpoints") {
        let name = touchpoint["name"].as_str().expect("a name");
        let row = html.lines().find(|line| line.contains(&format!("<th scope=\"row\">{name}</th>")));
        let row = row.unwrap_or_else(|| panic!("{name} has no row"));
        for figure in ["visits", "reached", "exits"] {
            let cell = format!("<td>{}</td>", touchpoint[figure]);
            assert!(row.contains(&cell), "{name}: {figure} {} in {row}", touchpoint[figure]);
        }
        if let Some(rate) = touchpoint["exit_rate"]["value"].as_f64() {
            assert!(
                row.contains(&format!("<td>{:.1}\u{202f}%</td>", rate * 100.0)),
                "{name}: {rate} in {row}"
            );
        }
        assert!(html.matches(name).count() > 2, "{name} is in the picture and in the table");
    }
    assert!(html.contains("fill=\"var(--c0)\""), "colours follow the theme");
    place.succeed(&[&args[..], &["again.html"]].concat());
    assert_eq!(html, text(&place, "again.html"));
}

#[test]
fn a_chart_takes_the_place_of_the_map_in_every_picture_format() {
    let place = shop();
    let args = ["export", "map.journey.ron", "--smallest-group", "0", "--open", "5d", "--chart"];
    for (chart, words) in [
        ("exits", "Where customers leave"),
        ("funnel", "How far customers get"),
        ("satisfaction", "How satisfied customers are"),
        ("switches", "Which channels customers switch between"),
        ("trend", "Goal rate over time"),
    ] {
        let file = format!("{chart}.svg");
        place.succeed(&[&args[..], &[chart, "-o", &file]].concat());
        let svg = text(&place, &file);
        assert!(svg.contains(words), "{chart}");
        assert!(svg.matches("role=\"img\" aria-label=").count() > 2, "{chart} tells its figures");
    }
    for file in ["exits.png", "exits.pdf", "exits.pptx"] {
        place.succeed(&[&args[..], &["exits", "-o", file]].concat());
    }
    let words = place.fail(2, &[&args[..], &["trend", "--figure", "exit-rate", "-o", "x.svg"]].concat());
    assert!(words.contains("--at"), "{words}");
}

#[test]
fn a_report_is_the_same_each_time_and_tells_everything() {
    let place = shop();
    for (one, other) in [("one.html", "two.html"), ("one.pdf", "two.pdf")] {
        for file in [one, other] {
            place.succeed(&["report", "map.journey.ron", "-o", file]);
        }
        let read = |name: &str| std::fs::read(place.path(name)).expect("the file");
        assert!(read(one) == read(other), "{one}");
    }
    let html = text(&place, "one.html");
    for chapter in ["The journey", "The figures", "Charts", "Method and definitions"] {
        assert!(html.contains(&format!("<h2>{chapter}</h2>")), "{chapter}");
    }
    assert!(html.contains("Exits ÷ closed journeys that reached the touchpoint"));
    assert!(html.contains("<br><span class=\"below\">"), "its stage stands below a touchpoint");
    let words = place.fail(2, &["report", "map.journey.ron", "-o", "report.docx"]);
    assert!(words.contains(".pdf or an .html"), "{words}");
}
