//! All templates a person can begin with: those that come with the program and their own.

use crate::draft::{self, UnknownTemplate};
use crate::model::JourneyMap;
use crate::store::templates::{self, OwnTemplate};
use crate::store::{self, StoreError};
use std::path::Path;

/// A template as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateOffer {
    /// What it is called on the command line and in [`Leave::Template`](super::Leave::Template).
    pub name: String,
    /// What it is called for people.
    pub title: String,
    /// What it is for, in a sentence; of a file that can't be opened, why not.
    pub description: String,
    /// The user's own.
    pub is_own: bool,
}

/// Why a template could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// There is none of this name.
    #[error(transparent)]
    Unknown(#[from] UnknownTemplate),
    /// It is there, but it is no sound map.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// All templates, the user's own first. One of their own hides the program's of the same name.
#[must_use]
pub fn templates(config: Option<&Path>) -> Vec<TemplateOffer> {
    let mut offers: Vec<_> = own(config).into_iter().map(own_offer).collect();
    let hidden = |name: &str| offers.iter().any(|own| own.name == name);
    let built_in = draft::templates().iter().filter(|template| !hidden(template.name));
    let built_in: Vec<_> = built_in
        .map(|template| TemplateOffer {
            name: template.name.to_owned(),
            title: template.title(),
            description: template.description(),
            is_own: false,
        })
        .collect();
    offers.extend(built_in);
    offers
}

/// All templates but the program's empty map, for which there is a button of its own.
#[must_use]
pub fn templates_beside_new(config: Option<&Path>) -> Vec<TemplateOffer> {
    let mut offers = templates(config);
    offers.retain(|offer| offer.is_own || offer.name != "empty");
    offers
}

/// The map of a template by its name.
///
/// # Errors
/// [`TemplateError`].
pub fn template(name: &str, config: Option<&Path>) -> Result<JourneyMap, TemplateError> {
    match own(config).into_iter().find(|own| own.name == name) {
        // A map put into the folder by hand may still have its data and votes.
        Some(own) => Ok(draft::as_template(&store::load(&own.path)?)),
        None => draft::template(name).map_err(|mut error| {
            error.known = templates(config).into_iter().map(|offer| offer.name).collect();
            error.into()
        }),
    }
}

fn own(config: Option<&Path>) -> Vec<OwnTemplate> {
    config.map(templates::list).unwrap_or_default()
}

fn own_offer(own: OwnTemplate) -> TemplateOffer {
    let (title, description) = match store::load(&own.path) {
        Ok(map) => (map.about.title, map.about.description),
        Err(error) => (String::new(), error.to_string()),
    };
    let title = if title.trim().is_empty() { own.name.clone() } else { title };
    TemplateOffer { name: own.name, title, description, is_own: true }
}
