//! Bringing maps of older file versions up to the present one.

use super::format::options;
use crate::model::JourneyMap;
use ron::error::SpannedResult;
use serde::Deserialize;

/// The envelope in the present version.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u32,
    map: JourneyMap,
}

/// Reads the map in a file's text. Version 1 is the first and the present one, so every text is read as it is.
///
/// When the records change in a way that an old file can't be read any more, raise `format::VERSION`, keep the
/// changed records of the old version in a module `v1` here, read them for `version == 1`, and turn them into
/// the present ones. A file of each old version belongs into the tests.
pub(super) fn read(_version: u32, text: &str) -> SpannedResult<JourneyMap> {
    options().from_str::<Envelope>(text).map(|envelope| envelope.map.with_pictures_found())
}
