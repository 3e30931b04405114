//! Tests of `draft`.
