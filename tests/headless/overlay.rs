//! Tests of `overlay`.
