//! Tests of the window by accessible name.
mod access;
mod canvas;
mod canvas_picture;
mod charts;
mod clipboard;
mod exports;
mod facilitator;
mod finding;
#[path = "../headless/fonts.rs"]
mod fonts;
mod import;
mod insight_pages;
mod insights;
mod keeping;
mod keys;
mod loading;
mod many;
mod mapping;
mod periods;
mod present;
mod saving;
mod typing;
mod versions;
mod ways;
mod window;
mod workshop;
mod zoom;
