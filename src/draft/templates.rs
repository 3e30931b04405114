//! Maps to begin with. Each is a map file of its own in `assets/templates`, so that it can be opened and improved like any other.

use crate::model::persona::Segments;
use crate::model::{About, AgendaItem, Card, Evidence, JourneyMap, Persona, Workshop};
use crate::store::format;
use crate::tr;
use std::path::Path;

/// A map to begin with that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template {
    /// What it is called in files and on the command line.
    pub name: &'static str,
    text: &'static str,
}

/// There is no template of this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no template `{name}`; there are {}", known.join(", "))]
pub struct UnknownTemplate {
    /// As asked for.
    pub name: String,
    /// Those that there are.
    pub known: Vec<String>,
}

macro_rules! templates {
    ($($name:literal),* $(,)?) => {
        &[$(Template {
            name: $name,
            text: include_str!(concat!("../../assets/templates/", $name, ".journey.ron")),
        }),*]
    };
}

/// All templates that come with the program.
#[must_use]
pub const fn templates() -> &'static [Template] {
    templates![
        "empty",
        "online-shop",
        "subscription-software",
        "bank-account",
        "telecom-care",
        "hotel-stay",
        "hospital-visit",
        "public-service",
        "b2b-onboarding",
    ]
}

impl Template {
    /// What it is called, in the user's language.
    #[must_use]
    pub fn title(&self) -> String {
        match self.name {
            "online-shop" => tr!("draft-template-online-shop"),
            "subscription-software" => tr!("draft-template-subscription-software"),
            "bank-account" => tr!("draft-template-bank-account"),
            "telecom-care" => tr!("draft-template-telecom-care"),
            "hotel-stay" => tr!("draft-template-hotel-stay"),
            "hospital-visit" => tr!("draft-template-hospital-visit"),
            "public-service" => tr!("draft-template-public-service"),
            "b2b-onboarding" => tr!("draft-template-b2b-onboarding"),
            _ => tr!("draft-template-empty"),
        }
    }

    /// What it is for, in a sentence.
    #[must_use]
    pub fn description(&self) -> String {
        match self.name {
            "online-shop" => tr!("draft-template-online-shop-what"),
            "subscription-software" => tr!("draft-template-subscription-software-what"),
            "bank-account" => tr!("draft-template-bank-account-what"),
            "telecom-care" => tr!("draft-template-telecom-care-what"),
            "hotel-stay" => tr!("draft-template-hotel-stay-what"),
            "hospital-visit" => tr!("draft-template-hospital-visit-what"),
            "public-service" => tr!("draft-template-public-service-what"),
            "b2b-onboarding" => tr!("draft-template-b2b-onboarding-what"),
            _ => tr!("draft-template-empty-what"),
        }
    }

    /// The text of its map file.
    #[must_use]
    pub const fn text(&self) -> &'static str {
        self.text
    }
}

/// The map of a template that comes with the program.
///
/// # Errors
/// [`UnknownTemplate`].
pub fn template(name: &str) -> Result<JourneyMap, UnknownTemplate> {
    let unknown = || UnknownTemplate {
        name: name.to_owned(),
        known: templates().iter().map(|template| template.name.to_owned()).collect(),
    };
    let template = templates().iter().find(|template| template.name == name).ok_or_else(unknown)?;
    // Our own files: a test reads them all.
    format::from_text(Path::new(template.name), template.text).map_err(|_| unknown())
}

/// A map as others can begin with it: without its data sources and all that only holds with them or with the
/// people who were in the room: segments, targets, the grade "measured", votes, guesses, snapshots. The agenda stays.
#[must_use]
pub fn as_template(map: &JourneyMap) -> JourneyMap {
    let card = |card: &Card| Card {
        votes: 0,
        evidence: card.evidence.filter(|evidence| *evidence != Evidence::Measured),
        ..card.clone()
    };
    let agenda = map.workshop.agenda.iter();
    let agenda = agenda.map(|item| AgendaItem { actual_seconds: 0, ..item.clone() }).collect();
    let persona = |persona: &Persona| Persona { segments: Segments::new(), ..persona.clone() };
    JourneyMap {
        about: About { targets: Vec::new(), ..map.about.clone() },
        cards: map.cards.iter().map(card).collect(),
        personas: map.personas.iter().map(persona).collect(),
        sources: std::iter::empty().collect(),
        workshop: Workshop { agenda, ..Workshop::default() },
        snapshots: std::iter::empty().collect(),
        ..map.clone()
    }
}
