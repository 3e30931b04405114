//! Tests of `store`.

mod atomic;
mod files;
mod format;
mod paths;
mod prefs;
