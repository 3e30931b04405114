//! Where data comes from: a file or standard input, the map's own source or another one; and reading it.

use super::args::DataOptions;
use super::bar::with_bar;
use super::error::CliError;
use crate::base::Cancel;
use crate::ingest::{self, Loaded, Profile};
use crate::model::{EventRule, JourneyMap, Source, Survey};
use crate::store::{StoreError, paths};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// What stands for standard input, on the command line and in a drafted map.
const STANDARD_INPUT: &str = "-";

/// A data file named on the command line.
pub struct DataFile {
    /// Absolute, as far as the system tells.
    pub path: PathBuf,
    /// As shown.
    pub name: String,
    /// Holds what came from standard input until it is read.
    spool: Option<NamedTempFile>,
}

impl DataFile {
    /// The file itself; of standard input, a named pipe or another thing that can be read only once, a copy.
    pub fn open(data: &Path) -> Result<Self, CliError> {
        if data.as_os_str() == STANDARD_INPUT {
            return Self::copied(std::io::stdin().lock(), "standard input".to_owned());
        }
        let name = data.file_name().unwrap_or(data.as_os_str()).to_string_lossy().into_owned();
        if std::fs::metadata(data).is_ok_and(|about| !about.is_file() && !about.is_dir()) {
            let pipe = File::open(data)
                .map_err(|error| CliError::input(format!("{}: {error}", data.display()), "", ""))?;
            return Self::copied(pipe, name);
        }
        let path = std::path::absolute(data).unwrap_or_else(|_| data.to_owned());
        Ok(Self { path, name, spool: None })
    }

    fn copied(content: impl Read, name: String) -> Result<Self, CliError> {
        let spool = ingest::spool(content, &Cancel::new())?;
        Ok(Self { path: spool.path().to_owned(), name, spool: Some(spool) })
    }

    /// What to write into a map in this folder: relative where the file lies in or beside it.
    pub fn path_for_map(&self, map: &Path) -> String {
        if self.spool.is_some() {
            return STANDARD_INPUT.to_owned();
        }
        let folder = map.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        paths::relative_to(folder, &self.path)
    }
}

/// Looks at the data and guesses what it is.
pub fn profiled(file: &DataFile, options: &DataOptions, quiet: bool) -> Result<Profile, CliError> {
    let label = format!("Looking at {}", file.name);
    let read = options.read();
    Ok(with_bar(&label, quiet, |cancel, progress| ingest::profile(&file.path, &read, cancel, progress))?)
}

/// What an import would take, with the options applied, or why that is not safe to guess.
pub fn described(profile: &Profile, options: &DataOptions, file: &DataFile) -> Result<Source, CliError> {
    let guesses = profile.guess.unsafe_guesses.iter();
    let mut open = guesses.filter(|guess| !options.is_given(guess.option));
    if let Some(first) = open.next() {
        let rest: Vec<_> = open.map(ToString::to_string).collect();
        let hint = format!("`pathlight profile {}` shows the columns and what they look like.", file.name);
        return Err(CliError::input(format!("{}: {first}", file.path.display()), rest.join("\n"), hint));
    }
    let mut source = profile.guess.source.clone().unwrap_or_else(|| Source::of_file("", ""));
    source.name.clone_from(&file.name);
    source.path = file.path.to_string_lossy().into_owned();
    if !options.rating.is_empty() {
        let ratings = ingest::ratings_like(profile, &options.rating);
        if ratings.is_empty() {
            let headline =
                format!("{}: no column with numbers fits {}", file.path.display(), options.rating.join(" "));
            let columns: Vec<_> = profile.columns.iter().map(|column| column.name.as_str()).collect();
            return Err(CliError::input(headline, format!("Its columns are: {}.", columns.join(", ")), ""));
        }
        let date = source.survey.take().and_then(|survey| survey.date);
        source.survey = Some(Survey { ratings, date });
    }
    options.override_source(&mut source);
    Ok(source)
}

/// Reads a source completely; a source without a single event is at fault.
pub fn load(source: &Source, base_dir: &Path, quiet: bool) -> Result<Loaded, CliError> {
    let label = format!("Reading {}", source.name);
    let loaded =
        with_bar(&label, quiet, |cancel, progress| ingest::load(source, base_dir, cancel, progress))?;
    if loaded.report.events == 0 {
        let examples = loaded.report.problems.examples().iter().take(5);
        let detail: Vec<String> = examples
            .map(|problem| match problem.line {
                Some(line) => format!("line {line}: {}", problem.message),
                None => problem.message.clone(),
            })
            .collect();
        let path = base_dir.join(&source.path);
        let headline = format!("{}: no event could be read from {} rows", path.display(), loaded.report.rows);
        let hint =
            "Check with `pathlight profile`; then name the columns with --customer, --time and --event.";
        return Err(CliError::input(headline, detail.join("\n"), hint));
    }
    Ok(loaded)
}

/// A map with the source to measure it by, everything overridden as the options say, and the events.
pub struct Measurable {
    pub map: JourneyMap,
    pub source: Source,
    pub loaded: Loaded,
}

/// Reads the data of a map: the file given, else the source linked; none when there is neither.
pub fn of_map(
    map_path: &Path,
    map: JourneyMap,
    data: Option<&Path>,
    options: &DataOptions,
    quiet: bool,
) -> Result<Option<Measurable>, CliError> {
    let linked = map.sources.iter().next().cloned();
    let file = data.map(DataFile::open).transpose()?;
    let mut source = match (linked, &file) {
        (Some(mut source), Some(file)) => {
            source.name.clone_from(&file.name);
            source.path = file.path.to_string_lossy().into_owned();
            options.override_source(&mut source);
            source
        }
        (None, Some(file)) => described(&profiled(file, options, quiet)?, options, file)?,
        (Some(mut source), None) => {
            options.override_source(&mut source);
            source
        }
        (None, None) => return Ok(None),
    };
    let base_dir = map_path.parent().unwrap_or(Path::new("")).to_owned();
    if source.path == STANDARD_INPUT {
        let headline = format!("{}: the map was drafted from standard input", map_path.display());
        return Err(CliError::input(headline, "", "Give the data again with --data FILE or --data -."));
    }
    let loaded = load(&source, &base_dir, quiet).map_err(|error| with_remedy(error, data.is_none()))?;
    if source.rules.is_empty() {
        let names: Vec<String> = loaded.log.names.iter().map(str::to_owned).collect();
        let rules = ingest::suggest_rules(&names, &map).into_iter();
        source.rules =
            rules.map(|(event, touchpoint)| EventRule { event, channel: None, touchpoint }).collect();
    }
    let map = options.override_map(map, Some(&mut source))?;
    Ok(Some(Measurable { map, source, loaded }))
}

/// A map without a source, and none is given.
pub fn no_data(map: &Path) -> CliError {
    let headline = format!("{}: no data is linked in this map", map.display());
    CliError::input(headline, "", "Give it with --data FILE.")
}

/// Says how to go on when a linked source is not where the map says.
fn with_remedy(error: CliError, linked: bool) -> CliError {
    match error {
        CliError::Input(mut problem) if linked => {
            problem.detail.push_str("\nThis is the source linked in the map.");
            problem.detail = problem.detail.trim_start().to_owned();
            let remedy = "Give other data with --data FILE.";
            problem.hint = format!("{} {remedy}", problem.hint).trim().to_owned();
            CliError::Input(problem)
        }
        other => other,
    }
}

/// Reads a map.
pub fn load_map(path: &Path) -> Result<JourneyMap, CliError> {
    crate::store::load(path).map_err(|error| match error {
        StoreError::Io { source, .. } if source.kind() == ErrorKind::NotFound => {
            let hint = "Check the spelling; `pathlight new` and `pathlight draft` make maps.";
            CliError::input(format!("{}: there is no such file", path.display()), "", hint)
        }
        other => other.into(),
    })
}
