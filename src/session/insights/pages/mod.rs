//! What each page of insights computes.

pub mod behaviour;
pub mod findings;
pub mod journeys;
