//! Why data could not be read at all: what happened, where, and what to do.

use crate::base::Cancelled;
use std::path::{Path, PathBuf};

/// Why data could not be read at all.
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    /// Stopped by the user.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// The operating system says no.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Reading and measuring it would take more memory than there is.
    #[error(
        "{}: it needs {} {} of memory, and {} are free",
        path.display(),
        if *is_all { "about" } else { "more than" },
        gigabytes(*wanted),
        gigabytes(*free)
    )]
    TooLarge {
        /// Which file.
        path: PathBuf,
        /// Bytes it would take, about.
        wanted: u64,
        /// False when nobody knows how much comes after what these were estimated from.
        is_all: bool,
        /// Bytes there are.
        free: u64,
    },
    /// The file is not what can be read, or a column that is needed is not there or not clear.
    #[error("{}: {headline}", path.display())]
    Unusable {
        /// Which file.
        path: PathBuf,
        /// What is wrong.
        headline: String,
        /// Where and why, in as many sentences as needed; may be empty.
        detail: String,
        /// What to do.
        hint: String,
        /// The command line option that does it, such as `--time`; may be empty.
        option: &'static str,
    },
}

impl IngestError {
    /// The file is there but can't be used.
    pub(super) fn unusable(
        path: &Path,
        headline: impl Into<String>,
        detail: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self::Unusable {
            path: path.to_owned(),
            headline: headline.into(),
            detail: detail.into(),
            hint: hint.into(),
            option: "",
        }
    }

    /// Names the command line option that decides the matter; the window has its own ways.
    pub(super) fn option(mut self, name: &'static str) -> Self {
        if let Self::Unusable { option, .. } = &mut self {
            *option = name;
        }
        self
    }

    /// What to do; empty where there is nothing to say.
    #[must_use]
    pub fn hint(&self) -> &str {
        match self {
            Self::Unusable { hint, .. } => hint,
            Self::TooLarge { .. } => {
                "Close other programs, leave out columns that are not needed (text above all), or read a shorter period."
            }
            Self::Cancelled(_) | Self::Io { .. } => "",
        }
    }

    /// The same trouble with the file that the user knows of.
    pub(super) fn at(self, known: &Path) -> Self {
        match self {
            Self::Cancelled(cancelled) => Self::Cancelled(cancelled),
            Self::Io { source, .. } => Self::Io { path: known.to_owned(), source },
            Self::TooLarge { wanted, is_all, free, .. } => {
                Self::TooLarge { path: known.to_owned(), wanted, is_all, free }
            }
            Self::Unusable { headline, detail, hint, option, .. } => {
                Self::unusable(known, headline, detail, hint).option(option)
            }
        }
    }

    /// What the system said, in words that help where there are such.
    pub(super) fn io(path: &Path, source: std::io::Error) -> Self {
        use std::io::ErrorKind;
        if source.get_ref().is_some_and(|inner| inner.is::<Cancelled>()) {
            return Self::Cancelled(Cancelled);
        }
        match source.kind() {
            ErrorKind::NotFound => Self::unusable(
                path,
                "there is no such file",
                "",
                "Check the spelling, and that the drive or network folder is there.",
            ),
            ErrorKind::PermissionDenied => Self::unusable(
                path,
                "this file may not be read",
                "The system denies access.",
                "Ask its owner for the right to read it, or copy it to a folder of your own.",
            ),
            ErrorKind::UnexpectedEof => Self::unusable(
                path,
                "the file ends too early",
                "It is damaged or was not copied completely.",
                "Copy or download it once more.",
            ),
            ErrorKind::InvalidData | ErrorKind::InvalidInput => Self::unusable(
                path,
                "the file is damaged",
                format!("{source}."),
                "Copy or download it once more.",
            ),
            _ => Self::Io { path: path.to_owned(), source },
        }
    }
}

/// `12.4 GB`, in thousands of thousands as disks are sold; smaller amounts in MB.
fn gigabytes(bytes: u64) -> String {
    let megabytes = bytes as f64 / 1e6;
    if megabytes < 1000.0 { format!("{megabytes:.0} MB") } else { format!("{:.1} GB", megabytes / 1000.0) }
}
