//! Tests of `store`.

mod atomic;
mod format;
