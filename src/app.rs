//! The app: window, frame loop, wiring of session, panels and canvas.
