//! Tests of `model`.

pub mod sample;
