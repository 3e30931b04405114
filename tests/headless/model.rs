//! Tests of `model`.

mod check;
mod edits;
mod names;
mod properties;
pub mod random;
pub mod sample;
mod structure;
mod texts;
mod workshop;
