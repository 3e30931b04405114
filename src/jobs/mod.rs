//! The closed list of long work, each off the UI thread with a cancel flag, progress and a typed outcome.
