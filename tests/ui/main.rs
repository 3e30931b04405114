//! Tests of the window by accessible name.
