//! Web pages in browsers: Chromium and Firefox open the page of each map, a script within it does what people do, and each text
//! stands where the scene has it, in the fonts that come along.

use crate::fonts;
use crate::same_picture::{maps, with_a_text_moved};
use pathlight::base::fmt::NumberFormat;
use pathlight::export::{HtmlMap, HtmlTheme, html};
use pathlight::scene::{Page, Prim, Scene, SceneOptions, build};
use pathlight::text::Fonts;
use pathlight::theme::Theme;
use serde_json::Value;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

const PROBE: &str = include_str!("probe.js");
/// Programs, the first that is there; what makes them show a page without a screen.
const BROWSERS: [(&str, [&str; 2]); 2] =
    [("Chromium", ["chromium", "chromium-browser"]), ("Firefox", ["firefox-esr", "firefox"])];
const LONGEST: Duration = Duration::from_secs(120);
/// Letters may stand so many points elsewhere than in the scene.
const NEAR_PT: f32 = 0.6;

/// Ends the browser, whatever comes.
struct Browser(Child);

impl Drop for Browser {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(name: &str, programs: [&str; 2], folder: &Path, page: &Path) -> Option<Browser> {
    let profile = folder.join(format!("{name}-{}", page.file_stem().unwrap_or_default().display()));
    std::fs::create_dir_all(&profile).expect("a folder");
    let address = format!("file://{}", page.display());
    let started = programs.iter().find_map(|program| {
        let mut command = Command::new(program);
        command.stdout(Stdio::null()).stderr(Stdio::null()).env("HOME", folder).arg("--headless");
        if name == "Chromium" {
            // As root, in a container, there is no sandbox to be had.
            command.args(["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]);
            command.args(["--window-size=1280,900", &format!("--user-data-dir={}", profile.display())]);
            command.args(["--force-prefers-color-scheme=light", "--disable-background-networking"]);
            // Without it, it stays only until the page is there.
            command.arg("--remote-debugging-port=0");
        } else {
            command.args(["--no-remote", "--width", "1280", "--height", "900", "--profile"]).arg(&profile);
        }
        command.arg(&address).spawn().ok()
    });
    started.map(Browser)
}

/// What the page sends, from the body of the first form.
fn heard(listener: &TcpListener) -> Option<Value> {
    listener.set_nonblocking(true).expect("a listener");
    let end = Instant::now() + LONGEST;
    while Instant::now() < end {
        let Ok((mut stream, _)) = listener.accept() else {
            std::thread::sleep(Duration::from_millis(50));
            continue;
        };
        stream.set_nonblocking(false).expect("a stream");
        stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a stream");
        let mut bytes = Vec::new();
        let mut part = [0; 65536];
        loop {
            let text = String::from_utf8_lossy(&bytes);
            if let Some((head, body)) = text.split_once("\r\n\r\n") {
                let length = head.lines().find_map(|line| {
                    let (name, value) = line.split_once(':')?;
                    name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
                });
                if body.len() >= length.unwrap_or(0) {
                    break;
                }
            }
            match stream.read(&mut part) {
                Ok(0) | Err(_) => break,
                Ok(count) => bytes.extend(part.get(..count).unwrap_or_default()),
            }
        }
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        let text = String::from_utf8_lossy(&bytes);
        if let Some(said) = text.split_once("\r\n\r\nsaid=").map(|(_, said)| said.trim()) {
            return Some(serde_json::from_str(said).expect("JSON"));
        }
    }
    None
}

/// Texts of the scene that begin or end elsewhere in the page.
fn misplaced(scene: &Scene, texts: &[Value]) -> Vec<String> {
    let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN) as f32;
    let shown: Vec<(&str, [f32; 3])> = texts
        .iter()
        .filter_map(|text| Some((text[0].as_str()?, [1, 2, 3].map(|place| number(&text[place])))))
        .collect();
    let mut wrong = Vec::new();
    for item in &scene.items {
        let Prim::Text(run) = &item.prim else { continue };
        // Some are drawn as outlines or pictures: letters that are joined, have colours, or have two shapes in one line.
        if run.lacks_glyphs() || !shown.iter().any(|(words, _)| **words == *run.text) {
            continue;
        }
        let wanted = [run.origin.x, run.origin.y, run.origin.x + run.width];
        let is_there = shown.iter().filter(|(words, _)| **words == *run.text).any(|(_, places)| {
            // Browsers round how wide a letter is.
            let near = NEAR_PT + 0.004 * run.width;
            places.iter().zip(wanted).all(|(place, wanted)| (place - wanted).abs() <= near)
        });
        if !is_there {
            wrong.push(format!("{} at {wanted:?}", run.text));
        }
    }
    wrong
}

fn themed(pictured: &maps::Pictured, theme: &Theme, fonts: &Fonts) -> Scene {
    let options = SceneOptions {
        page: Some(Page::full().clone()),
        show_measured: pictured.overlay.is_some(),
        ..SceneOptions::default()
    };
    build(&pictured.map, pictured.overlay.as_ref(), &options, theme, fonts)
}

#[test]
fn pages_do_in_browsers_what_people_expect_and_show_each_text_in_its_place() {
    let fonts = fonts::with_others();
    let folder = TempDir::new().expect("a folder");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}/", listener.local_addr().expect("its address"));
    for pictured in maps::all() {
        let name = pictured.name;
        let (light, dark) =
            (themed(&pictured, &Theme::light(), &fonts), themed(&pictured, &Theme::dark(), &fonts));
        let page = html(&HtmlMap {
            title: &pictured.map.about.title,
            map: &pictured.map,
            measures: pictured.measures.as_ref(),
            source: "",
            light: &light,
            dark: &dark,
            theme: HtmlTheme::Auto,
            format: NumberFormat::default(),
        });
        let watched = "<script>window.wrong = []; addEventListener('error', (event) => wrong.push(event.message)); \
                       addEventListener('securitypolicyviolation', (event) => wrong.push(event.blockedURI));</script>";
        let page = page.replacen("<body>", &format!("<body>{watched}"), 1);
        let probe = format!("<script>window.listener = '{address}';\n{PROBE}</script></body>");
        let path = folder.path().join(format!("{name}.html"));
        std::fs::write(&path, page.replacen("</body>", &probe, 1)).expect("written");
        for (browser, programs) in BROWSERS {
            let Some(_running) = start(browser, programs, folder.path(), &path) else {
                eprintln!(
                    "\nNOT TESTED: {browser} is not installed, so it opens no pages; run scripts/test\n"
                );
                continue;
            };
            let said = heard(&listener).unwrap_or_else(|| panic!("{browser} says nothing of {name}"));
            let wrong: Vec<&str> =
                said["wrong"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            assert!(wrong.is_empty(), "{name} in {browser}: {wrong:#?}");
            let texts = said["texts"].as_array().expect("texts");
            let elsewhere = misplaced(&light, texts);
            if maps::SAMPLES.contains(&name) {
                assert!(texts.len() > 50 && elsewhere.is_empty(), "{name} in {browser}: {elsewhere:#?}");
                let moved = misplaced(&with_a_text_moved(&light, 3.0), texts);
                assert_eq!(moved.len(), 1, "a text that is moved is told");
            } else {
                // Parts of words that are longer than any line end up to some points elsewhere.
                assert!(elsewhere.len() * 20 < texts.len(), "{name} in {browser}: {elsewhere:#?}");
            }
        }
    }
}
