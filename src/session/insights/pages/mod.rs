//! What each page of insights computes.

pub mod behaviour;
pub mod changes;
pub mod channels;
pub mod findings;
pub mod goals;
pub mod journeys;
pub mod pains;
pub mod paths;
pub mod personas;
pub mod signs;
pub mod suggestions;
pub mod voice;
pub mod what_if;
pub mod worth;
