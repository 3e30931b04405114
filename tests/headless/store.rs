//! Tests of `store`.

mod atomic;
