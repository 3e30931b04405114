//! Tests of the window by accessible name.
mod access;
mod canvas;
mod clipboard;
mod facilitator;
mod finding;
mod import;
mod keeping;
mod keys;
mod loading;
mod many;
mod saving;
mod typing;
mod versions;
mod window;
mod workshop;
mod zoom;
