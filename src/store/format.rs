//! The text of a map file: RON in an envelope that says what it is and in which version.
//! `docs/file-format.md` describes it for people.

use super::atomic::backup_path;
use super::error::StoreError;
use super::migrate;
use crate::model::{JourneyMap, check};
use ron::error::{Error as RonError, SpannedError};
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// What the envelope of every map says.
pub const FORMAT: &str = "pathlight-journey";

/// The version that is written and the highest that can be read.
pub const VERSION: u32 = 1;

/// The envelope, to write.
#[derive(Serialize)]
struct Envelope<'a> {
    format: &'a str,
    version: u32,
    map: &'a JourneyMap,
}

/// The envelope with its content passed over, so that a newer version is known before its map is looked at.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
    #[serde(rename = "map")]
    _map: IgnoredAny,
}

/// How RON is read and written: `Some` and doubled brackets would only be noise to people.
pub(super) fn options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_VARIANT_NEWTYPES)
}

/// One field a line, down to the entries of a record's lists; deeper things, such as a rule, on a line of
/// their own. Text stands as it was typed, so that every language can be read.
fn layout() -> PrettyConfig {
    const LISTS_OF_RECORDS: usize = 5;
    PrettyConfig::new().depth_limit(LISTS_OF_RECORDS).escape_strings(false).new_line("\n")
}

/// A map as the text of its file: the same map gives the same text.
///
/// # Errors
/// What the encoder says; no map made by edits or loaded from a file meets one.
pub fn to_text(map: &JourneyMap) -> Result<String, RonError> {
    let map = map.with_pictures_named();
    let envelope = Envelope { format: FORMAT, version: VERSION, map: &map };
    let mut text = options().to_string_pretty(&envelope, layout())?;
    text.push('\n');
    Ok(text)
}

/// The map in the text of a file; `path` only names it in errors.
///
/// # Errors
/// [`StoreError::NotAMap`], [`StoreError::Newer`], [`StoreError::Syntax`] or [`StoreError::Invalid`].
pub fn from_text(path: &Path, text: &str) -> Result<JourneyMap, StoreError> {
    let not_a_map = |reason: &str| StoreError::NotAMap { path: path.to_owned(), reason: reason.to_owned() };
    // Some editors put a byte-order mark before the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(not_a_map("it is empty; choose another file or its backup"));
    }
    if !text.contains(FORMAT) {
        return Err(not_a_map("it does not begin with format: \"pathlight-journey\"; choose another file"));
    }
    let head: Head = options().from_str(text).map_err(|error| syntax(path, text, &error))?;
    if head.format != FORMAT {
        return Err(not_a_map("its format is not \"pathlight-journey\"; choose another file"));
    }
    if head.version > VERSION {
        return Err(StoreError::Newer { path: path.to_owned(), found: head.version, known: VERSION });
    }
    let map = migrate::read(head.version, text).map_err(|error| syntax(path, text, &error))?;
    let problems = check::check(&map);
    if problems.is_empty() { Ok(map) } else { Err(StoreError::Invalid { path: path.to_owned(), problems }) }
}

/// The parser's error with its place, and what to do.
fn syntax(path: &Path, text: &str, error: &SpannedError) -> StoreError {
    let at = error.span.start;
    let ends_here = text.trim_end().lines().count() <= at.line;
    let unfinished = matches!(
        error.code,
        RonError::Eof
            | RonError::ExpectedArrayEnd
            | RonError::ExpectedMapEnd
            | RonError::ExpectedStructLikeEnd
            | RonError::ExpectedStringEnd
            | RonError::ExpectedComma
    );
    let what = match &error.code {
        _ if unfinished && ends_here => "the file ends in the middle of the map".to_owned(),
        RonError::MissingStructField { field, .. } => format!("the field `{field}` is missing"),
        code => lower_first(&code.to_string()),
    };
    let backup = backup_path(path);
    let remedy = match backup.file_name().filter(|_| backup.exists()) {
        Some(name) => format!("correct the file here, or go back to its backup {}", name.to_string_lossy()),
        None => "correct the file here".to_owned(),
    };
    StoreError::Syntax {
        path: path.to_owned(),
        line: at.line,
        column: at.col,
        reason: format!("{what}; {remedy}"),
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
