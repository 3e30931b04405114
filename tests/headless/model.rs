//! Tests of `model`.

mod check;
mod clip;
mod compare;
mod edits;
mod names;
mod properties;
pub mod random;
pub mod sample;
mod structure;
mod texts;
mod workshop;
