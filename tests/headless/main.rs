//! Tests without a display: edits, formats, ingest, measures, scene, exports, command line, architecture.
