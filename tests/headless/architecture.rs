//! Holds the architecture: arrows between layers only point down, the core knows neither window nor clock,
//! every text has its words, and no file runs away.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// All that `jobs` does its work with.
const CORE: &[&str] = &[
    "base",
    "model",
    "events",
    "measure",
    "insights",
    "overlay",
    "text",
    "theme",
    "scene",
    "ingest",
    "store",
    "draft",
    "interchange",
    "export",
];

/// Which folders of `src` each folder may use. Anything else is an error: change the table only with a reason.
const MAY_USE: &[(&str, &[&[&str]])] = &[
    ("base", &[]),
    ("model", &[&["base"]]),
    ("events", &[&["base"]]),
    ("theme", &[&["base"]]),
    ("text", &[&["base"]]),
    ("measure", &[&["base", "model", "events"]]),
    ("insights", &[&["base", "model", "events", "measure"]]),
    ("overlay", &[&["base", "model", "measure"]]),
    // Charts and pages of what insights tell, hence `insights`.
    ("scene", &[&["base", "model", "measure", "insights", "overlay", "text", "theme"]]),
    ("ingest", &[&["base", "model", "events"]]),
    // Fonts of the system are read from disk, hence `text`.
    ("store", &[&["base", "model", "text"]]),
    // Templates are map files, hence `store`.
    ("draft", &[&["base", "model", "events", "store"]]),
    ("interchange", &[&["base", "model"]]),
    // Findings are told with the names of the log, hence `events`.
    (
        "export",
        &[&["base", "model", "events", "measure", "insights", "overlay", "text", "theme", "scene", "store"]],
    ),
    ("jobs", &[CORE]),
    ("session", &[CORE, &["jobs"]]),
    // `app` is what the command line starts when there is no subcommand.
    ("cli", &[CORE, &["jobs", "session", "app"]]),
    // Runs that egui can't order are painted as pictures of themselves, hence `export`.
    ("canvas", &[&["base", "model", "measure", "overlay", "text", "theme", "scene", "export", "session"]]),
    ("ui", &[CORE, &["jobs", "session", "canvas"]]),
    ("app", &[CORE, &["jobs", "session", "canvas", "ui"]]),
];

/// The only folders that know the window.
const KNOW_EGUI: &[&str] = &["app", "ui", "canvas"];

/// Folders whose results depend on their arguments alone.
const PURE: &[&str] =
    &["model", "events", "measure", "insights", "overlay", "scene", "text", "theme", "draft", "interchange"];

const IMPURE: &[&str] =
    &["std::fs", "std::env", "std::time", "std::process", "SystemTime", "Instant::now", "Timestamp::now"];

struct SourceFile {
    path: PathBuf,
    folder: String,
    /// Without comments and without what follows `#[cfg(test)] mod`.
    code: String,
}

fn sources() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a readable source folder") {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("readable source");
                let inside = path.strip_prefix(&root).expect("below src").to_path_buf();
                let first = inside.components().next().expect("a component").as_os_str().to_string_lossy();
                let folder = first.trim_end_matches(".rs").to_owned();
                files.push(SourceFile { folder, code: code_of(&text), path: inside });
            }
        }
    }
    assert!(files.len() > 20, "the source was not found");
    files
}

fn code_of(text: &str) -> String {
    let body = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = body.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// The words after each occurrence of `prefix`, as far as they are an identifier.
fn words_after<'a>(code: &'a str, prefix: &str) -> Vec<&'a str> {
    let ends = |rest: &str| rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    code.match_indices(prefix)
        .map(|(at, _)| &code[at + prefix.len()..])
        .map(|rest| &rest[..ends(rest)])
        .collect()
}

#[test]
fn arrows_only_point_down() {
    let table: BTreeMap<_, BTreeSet<_>> = MAY_USE
        .iter()
        .map(|(folder, used)| (*folder, used.iter().copied().flatten().copied().collect()))
        .collect();
    let mut wrong = Vec::new();
    for file in sources() {
        let folder = file.folder.as_str();
        if ["lib", "main"].contains(&folder) {
            continue;
        }
        let Some(allowed) = table.get(folder) else {
            wrong.push(format!("{}: the folder is not in the table", file.path.display()));
            continue;
        };
        for used in words_after(&file.code, "crate::") {
            // `$crate::base` of the text macro and macros at the crate's root are no edges.
            let is_macro = used == "tr";
            if used != folder && !is_macro && !used.is_empty() && !allowed.contains(used) {
                wrong.push(format!("{} uses {used}", file.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_window_layers_know_egui() {
    let window = ["egui", "eframe", "rfd"];
    for file in sources() {
        if KNOW_EGUI.contains(&file.folder.as_str()) {
            continue;
        }
        for word in window {
            let used = file.code.contains(&format!("{word}::")) || file.code.contains(&format!("use {word}"));
            assert!(!used, "{} knows {word}", file.path.display());
        }
    }
}

#[test]
fn the_core_has_no_clock_no_files_and_no_environment() {
    for file in sources() {
        if PURE.contains(&file.folder.as_str()) {
            for word in IMPURE {
                assert!(!file.code.contains(word), "{} uses {word}", file.path.display());
            }
        }
    }
}

#[test]
fn no_file_runs_away() {
    let long: Vec<_> = sources()
        .into_iter()
        .map(|file| (file.code.lines().count(), file.path))
        .filter(|(lines, _)| *lines > 500)
        .collect();
    assert!(long.is_empty(), "over 500 lines without tests: {long:?}");
}

#[test]
fn every_file_says_what_it_is_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in sources() {
        let text = fs::read_to_string(root.join(&file.path)).expect("readable source");
        assert!(text.starts_with("//!"), "{} does not open with what it is for", file.path.display());
    }
}

#[test]
fn every_text_has_its_words_and_every_word_its_use() {
    let language = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/lang/en");
    let mut known = BTreeSet::new();
    for entry in fs::read_dir(language).expect("the English words") {
        let text = fs::read_to_string(entry.expect("a readable entry").path()).expect("readable words");
        for line in text.lines() {
            if let Some((key, _)) = line.split_once('=')
                && line.starts_with(|c: char| c.is_ascii_lowercase())
            {
                let fresh = known.insert(key.trim().to_owned());
                assert!(fresh, "the key {key} stands twice");
            }
        }
    }
    let quoted: BTreeSet<String> = sources()
        .iter()
        .flat_map(|file| file.code.split('"').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let mut missing = Vec::new();
    for file in sources() {
        for (at, _) in file.code.match_indices("tr!(") {
            if file.code[..at].ends_with("include_s") {
                continue;
            }
            let rest = file.code[at + 4..].trim_start();
            if let Some(key) = rest.strip_prefix('"').and_then(|rest| rest.split('"').next())
                && !known.contains(key)
            {
                missing.push(format!("{}: {key}", file.path.display()));
            }
        }
    }
    // Names of undo steps are keys that are looked up later.
    let is_step = |text: &str| text.contains("-edit-") || text.contains("-step-");
    let is_key = |text: &str| text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    let steps = quoted.iter().filter(|text| is_step(text) && is_key(text));
    missing.extend(steps.filter(|key| !known.contains(*key)).cloned());
    assert!(missing.is_empty(), "texts without words:\n{}", missing.join("\n"));
    let unused: Vec<_> = known.iter().filter(|key| !quoted.contains(*key)).collect();
    assert!(unused.is_empty(), "words without use: {unused:?}");
}
