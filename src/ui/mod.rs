//! Panels and dialogs, one per file; widgets shared between them.
