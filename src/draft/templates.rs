//! Maps to begin with. Each is a map file of its own in `assets/templates`, so that it can be opened and improved like any other.

use crate::model::JourneyMap;
use crate::store::format;
use crate::tr;
use std::path::Path;

/// A map to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// What it is called in files and on the command line.
    pub name: &'static str,
    text: &'static str,
}

/// There is no template of this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no template `{name}`; there are {}", templates().map(|template| template.name).join(", "))]
pub struct UnknownTemplate {
    /// As asked for.
    pub name: String,
}

/// All templates.
#[must_use]
pub const fn templates() -> [Template; 4] {
    [
        Template { name: "empty", text: include_str!("../../assets/templates/empty.journey.ron") },
        Template {
            name: "online-shop",
            text: include_str!("../../assets/templates/online-shop.journey.ron"),
        },
        Template {
            name: "support-case",
            text: include_str!("../../assets/templates/support-case.journey.ron"),
        },
        Template {
            name: "airport-visit",
            text: include_str!("../../assets/templates/airport-visit.journey.ron"),
        },
    ]
}

impl Template {
    /// What it is for, in a sentence.
    #[must_use]
    pub fn description(&self) -> String {
        match self.name {
            "online-shop" => tr!("draft-template-online-shop"),
            "support-case" => tr!("draft-template-support-case"),
            "airport-visit" => tr!("draft-template-airport-visit"),
            _ => tr!("draft-template-empty"),
        }
    }
}

/// The map of a template.
///
/// # Errors
/// [`UnknownTemplate`].
pub fn template(name: &str) -> Result<JourneyMap, UnknownTemplate> {
    let unknown = || UnknownTemplate { name: name.to_owned() };
    let template = templates().into_iter().find(|template| template.name == name).ok_or_else(unknown)?;
    // Our own files: a test reads them all.
    format::from_text(Path::new(template.name), template.text).map_err(|_| unknown())
}
