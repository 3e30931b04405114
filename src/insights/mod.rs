//! What the figures say: patterns before exits, what has changed, what hurts most, signs that the experience needs work.
//!
//! Everything is computed from [`Inputs`], whose journeys have passed the filter. What is found holds figures and
//! [`JourneySet`]s; sentences are made of them apart from that. No drawing, no files, no clock.

pub mod behaviour;
mod behind;
pub mod changes;
pub mod channels;
pub mod customer;
pub mod findings;
pub mod forecast;
mod inputs;
mod journeys;
mod local;
pub mod pains;
pub mod paths;
pub mod patterns;
pub mod personas;
pub mod pseudonym;
pub mod signs;
pub mod slumps;
mod strata;
pub mod suggestions;
pub mod targets;
pub mod voice;
mod walk;
pub mod what_if;
pub mod words;
pub mod worth;

pub use behind::{Behind, Here};
pub use inputs::Inputs;
pub use journeys::JourneySet;
pub use strata::Stratum;
