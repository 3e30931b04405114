//! What the command line says when something goes wrong: a headline, a detail and what to do.

use crate::base::Cancelled;
use crate::export::ExportError;
use crate::ingest::IngestError;
use crate::jobs::ExportFailure;
use crate::measure::MeasureError;
use crate::model::EditError;
use crate::store::StoreError;
use crate::store::atomic::WriteError;
use std::fmt;

/// Why a command did not do what it was asked.
#[derive(Debug)]
pub enum CliError {
    /// Whoever read our output has gone: nothing to say and nobody to say it to.
    BrokenPipe,
    /// The command was written wrongly.
    Usage(String),
    /// The input or the output is at fault.
    Input(Problem),
}

/// A problem as it is shown.
#[derive(Debug)]
pub struct Problem {
    /// What is wrong, naming the file and the place.
    pub headline: String,
    /// More about it; may be empty.
    pub detail: String,
    /// What to do; may be empty.
    pub hint: String,
}

impl CliError {
    /// The input is at fault.
    pub fn input(headline: impl Into<String>, detail: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Input(Problem { headline: headline.into(), detail: detail.into(), hint: hint.into() })
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "error: {}", self.headline)?;
        for line in self.detail.lines() {
            writeln!(f, "  {line}")?;
        }
        if self.hint.is_empty() { Ok(()) } else { writeln!(f, "hint: {}", self.hint) }
    }
}

impl From<Cancelled> for CliError {
    fn from(_: Cancelled) -> Self {
        Self::input("stopped", "", "")
    }
}

impl From<IngestError> for CliError {
    fn from(error: IngestError) -> Self {
        let headline = error.to_string();
        match error {
            IngestError::Unusable { detail, hint, option: "", .. } => Self::input(headline, detail, hint),
            IngestError::Unusable { detail, hint, option, .. } => {
                Self::input(headline, detail, format!("{hint} Use {option}."))
            }
            other => Self::input(headline, "", other.hint()),
        }
    }
}

impl From<StoreError> for CliError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Write(error) => error.into(),
            StoreError::Invalid { path, problems } => {
                let count = match problems.len() {
                    1 => "1 problem".to_owned(),
                    more => format!("{more} problems"),
                };
                let lines: Vec<_> = problems.iter().map(ToString::to_string).collect();
                Self::input(format!("{}: {count}", path.display()), lines.join("\n"), "")
            }
            other => Self::input(other.to_string(), "", ""),
        }
    }
}

impl From<WriteError> for CliError {
    fn from(error: WriteError) -> Self {
        let hint = match &error {
            WriteError::Exists(_) => "Give --force to replace it, or choose another name.",
            WriteError::Io { .. } => "",
        };
        Self::input(error.to_string(), "", hint)
    }
}

impl From<MeasureError> for CliError {
    fn from(error: MeasureError) -> Self {
        Self::input(error.to_string(), "", "")
    }
}

impl From<ExportError> for CliError {
    fn from(error: ExportError) -> Self {
        let hint = match &error {
            ExportError::BadSize { .. } => {
                "Choose another --width; the map must have at least one touchpoint."
            }
            ExportError::NoFigures
            | ExportError::Cancelled(_)
            | ExportError::Encode(_)
            | ExportError::Archive(_) => "",
        };
        Self::input(error.to_string(), "", hint)
    }
}

impl From<ExportFailure> for CliError {
    fn from(error: ExportFailure) -> Self {
        match error {
            ExportFailure::Export(error) => error.into(),
            ExportFailure::Write(error) => error.into(),
        }
    }
}

impl From<EditError> for CliError {
    fn from(error: EditError) -> Self {
        Self::input(error.to_string(), "", "")
    }
}
