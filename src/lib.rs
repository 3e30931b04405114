//! Pathlight: the journey map that is measured.
//!
//! The layers, from the bottom: [`base`]; [`model`], [`events`], [`theme`], [`text`]; [`measure`]; [`insights`], [`overlay`];
//! [`scene`], [`ingest`]; [`draft`], [`interchange`]; [`export`], [`store`]; [`jobs`]; [`session`]; [`cli`] and, with feature `gui`, the app.
//! `docs/architecture.md` says what each is for; a test holds the direction of the arrows.

pub mod base;
pub mod draft;
pub mod events;
pub mod export;
pub mod ingest;
pub mod insights;
pub mod interchange;
pub mod jobs;
pub mod measure;
pub mod model;
pub mod overlay;
pub mod scene;
pub mod session;
pub mod store;
pub mod text;
pub mod theme;

pub mod cli;

/// A frame needs megabytes for moments, and the system's allocator gives them back and asks for them again each time,
/// which takes up to half of a frame. This one keeps them for a while.
#[cfg(feature = "gui")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[cfg(feature = "gui")]
pub mod app;
#[cfg(feature = "gui")]
pub mod canvas;
#[cfg(feature = "gui")]
pub mod ui;
