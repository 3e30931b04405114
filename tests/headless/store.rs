//! Tests of `store`.

mod atomic;
mod clip;
mod files;
mod fingerprint;
mod format;
mod lock;
mod paths;
mod prefs;
mod recovery;
mod templates;
