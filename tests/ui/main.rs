//! Tests of the window by accessible name.
mod canvas;
mod window;
