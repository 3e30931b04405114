//! What stands on pictures and around them, as the command line is told; checks; global options.

use super::{Place, stderr};

/// The names of stages, touchpoints and lanes stand in an SVG as they are.
fn svg(place: &Place, more: &[&str]) -> String {
    let args = ["export", "shop.journey.ron", "-o", "shop.svg", "--force"];
    place.succeed(&[&args, more].concat());
    std::fs::read_to_string(place.path("shop.svg")).expect("a picture")
}

fn shop() -> Place {
    let place = Place::new();
    place.succeed(&["new", "--template", "online-shop", "-o", "shop.journey.ron"]);
    place
}

#[test]
fn global_options_stand_before_and_after_the_command() {
    let place = shop();
    for args in [
        ["-q", "export", "shop.journey.ron", "-o", "a.svg"],
        ["export", "-q", "shop.journey.ron", "-o", "b.svg"],
        ["export", "shop.journey.ron", "-o", "c.svg", "--quiet"],
    ] {
        let output = place.run(&args);
        assert!(output.status.success() && output.stderr.is_empty(), "{args:?}: {}", stderr(&output));
    }
    let words = place.fail(2, &["shop.journey.ron", "check", "shop.journey.ron"]);
    assert!(words.contains("after the command"), "{words}");
}

#[test]
fn a_picture_shows_what_it_is_told_to() {
    let place = shop();
    let map = pathlight::store::load(&place.path("shop.journey.ron")).expect("a map");
    let stages: Vec<_> = map.stages_in_order().collect();
    let of = |stage: usize| map.touchpoints.get(stages[stage].touchpoints[0]).expect("a touchpoint");
    let (first, second) = (of(0).name.clone(), of(1).name.clone());
    let whole = svg(&place, &[]);
    assert!(whole.contains(&first) && whole.contains(&second));
    let part = svg(&place, &["--stage", &stages[1].name.to_uppercase(), "--lanes", "emotion,PAINS"]);
    assert!(!part.contains(&first) && part.contains(&second));
    assert!(
        part.contains("Pain points") && whole.contains("Opportunities") && !part.contains("Opportunities")
    );
    let one = svg(&place, &["--touchpoint", &second]);
    assert!(one.contains(&second) && !one.contains(&first));
    let words = place.fail(1, &["export", "shop.journey.ron", "-o", "x.svg", "--stage", "Nowhere"]);
    assert!(words.contains("no stage `Nowhere`") && words.contains(&stages[0].name), "{words}");
    let words = place.fail(1, &["export", "shop.journey.ron", "-o", "x.svg", "--lanes", "sounds"]);
    assert!(words.contains("no lane `sounds`") && words.contains("Pain points"), "{words}");
}

#[test]
fn what_stands_around_is_chosen() {
    let place = shop();
    let title = &pathlight::store::load(&place.path("shop.journey.ron")).expect("a map").about.title;
    let titled = svg(&place, &["--title", "Sipariş"]);
    assert!(titled.contains("<title>Sipariş</title>"), "the document is called so, too");
    let bare = svg(&place, &["--no-title", "--no-legend", "--background", "transparent"]);
    assert!(!bare.contains(&format!(">{title}</text>")) && bare.len() < titled.len());
    assert_ne!(svg(&place, &["--theme", "print"]), svg(&place, &[]));
    assert_eq!(svg(&place, &["--theme", "dark"]), svg(&place, &["--dark"]));
    assert_ne!(svg(&place, &["--border"]), svg(&place, &[]));
    let mut logo = Vec::new();
    let mut encoder = png::Encoder::new(&mut logo, 2, 1);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&[200; 6]).expect("pixels");
    writer.finish().expect("an end");
    place.write("logo.png", &logo);
    assert!(svg(&place, &["--logo", "logo.png"]).contains("<image"));
    place.write("logo.txt", b"no picture");
    let words = place.fail(1, &["export", "shop.journey.ron", "-o", "x.svg", "--logo", "logo.txt"]);
    assert!(words.contains("logo.txt is no PNG"), "{words}");
}

#[test]
fn the_line_below_tells_what_it_is_told_to_and_no_day_unless_given() {
    let place = Place::new();
    place.write("d.csv", b"customer,time,event\n1,2024-01-01,a\n1,2024-01-02,b\n2,2024-01-01,a\n");
    place.succeed(&["draft", "d.csv", "-o", "shop.journey.ron"]);
    let usual = svg(&place, &[]);
    assert!(
        usual.contains("d.csv · file ")
            && usual.contains("3 rows")
            && usual.contains("groups under 5 hidden")
    );
    assert!(!usual.contains("made "), "so that the same map gives the same bytes");
    assert!(svg(&place, &["--date", "2024-05-06"]).contains("made 2024-05-06"));
    assert!(svg(&place, &["--date", "today"]).contains("made 20"));
    let rows = svg(&place, &["--footer", "rows,date", "--date", "2024-05-06"]);
    assert!(
        rows.contains("3 rows · 95 % intervals · made 2024-05-06") && !rows.contains("d.csv ·"),
        "{rows}"
    );
    assert!(!svg(&place, &["--footer", "none"]).contains("95 % intervals"));
    let words = place.fail(2, &["export", "shop.journey.ron", "-o", "x.svg", "--footer", "colour"]);
    assert!(words.contains("smallest-group"), "{words}");
    let filtered = svg(&place, &["--footer", "filter", "--from", "2024-01-01"]);
    assert!(filtered.contains("95 % intervals"));
    place.write("d.csv", b"customer,time,event\n1,2024-01-01,a\n1,2024-01-02,b\n2,2024-01-01,b\n");
    let print_of = |svg: &str| svg.split("· file ").nth(1).map(|rest| rest[..8].to_owned());
    assert_ne!(print_of(&svg(&place, &[])), print_of(&usual), "other data, other fingerprint");
}

#[test]
fn posters_and_pixels_are_exact() {
    let place = shop();
    let size = |args: &[&str]| {
        place.succeed(&[&["export", "shop.journey.ron", "-o", "p.png", "--force"], args].concat());
        let file = std::fs::File::open(place.path("p.png")).expect("the picture");
        let reader = png::Decoder::new(std::io::BufReader::new(file)).read_info().expect("a PNG");
        let info = reader.info();
        (info.width, info.height, info.pixel_dims.map(|dims| dims.xppu))
    };
    assert_eq!(size(&["--paper", "A4", "--dpi", "72"]), (842, 595, Some(2835)));
    let (width, _, _) = size(&["--times", "1"]);
    let (double, _, _) = size(&["--times", "2x"]);
    assert!(double.abs_diff(2 * width) <= 1);
    assert_eq!(size(&["--width", "1000", "--dpi", "300"]).0, 1000);
    let words = place.fail(2, &["export", "shop.journey.ron", "-o", "x.png", "--paper", "B5"]);
    assert!(words.contains("A0"), "{words}");
}

#[test]
fn a_presentation_has_all_slides_unless_the_map_alone_is_wanted() {
    let place = shop();
    let slides = |name: &str, more: &[&str]| {
        place.succeed(&[&["export", "shop.journey.ron", "-o", name], more].concat());
        let file = std::fs::File::open(place.path(name)).expect("the presentation");
        let zip = zip::ZipArchive::new(file).expect("an archive");
        zip.file_names().filter_map(Result::ok).filter(|name| name.starts_with("ppt/slides/slide")).count()
    };
    assert_eq!(slides("map.pptx", &["--no-slides"]), 1);
    let all = slides("all.pptx", &[]);
    assert!(all > 3);
    assert_eq!(slides("same.pptx", &["--slides"]), all);
}

#[test]
fn what_may_be_wrong_is_told_before_the_picture_is_written() {
    let place = shop();
    let told = |more: &[&str]| {
        let args = ["export", "shop.journey.ron", "-o", "x.pdf", "--force"];
        let output = place.run(&[&args, more].concat());
        assert!(output.status.success(), "{}", stderr(&output));
        stderr(&output)
    };
    let words = told(&["--paper", "A4"]);
    assert!(words.contains("warning: x.pdf: ") && words.contains("lower than 6 pt"), "{words}");
    assert!(!told(&["--paper", "A0"]).contains("6 pt"));
    assert_eq!(told(&["--paper", "A4", "--quiet"]), "");
}

#[test]
fn actual_paths_and_time_to_scale_are_drawn_when_asked() {
    let place = Place::new();
    let map = concat!(env!("CARGO_MANIFEST_DIR"), "/sample_maps/online-shop.journey.ron");
    let export = |name: &str, more: &[&str]| {
        place.succeed(&[&["export", map, "-o", name], more].concat());
        std::fs::read_to_string(place.path(name)).expect("a picture")
    };
    let plain = export("plain.svg", &[]);
    let drawn = export("drawn.svg", &["--paths", "8", "--time-to-scale"]);
    for words in ["Actual paths", "Time to scale"] {
        assert!(!plain.contains(words) && drawn.contains(words), "{words}");
    }
    assert!(drawn.contains("8 of "), "as many as were asked for");
}
