//! Tests of the window by accessible name.
mod canvas;
mod keeping;
mod window;
mod workshop;
