//! Tests of the window by accessible name.
mod access;
mod canvas;
mod clipboard;
mod finding;
mod keeping;
mod many;
mod versions;
mod window;
mod workshop;
