//! Tests without a display: edits, formats, ingest, measures, scene, exports, command line, architecture.

mod architecture;
mod cli;
mod draft;
mod events;
mod export;
mod fonts;
mod ingest;
mod insights;
mod interchange;
mod measure;
mod model;
mod overlay;
mod same_picture;
mod scene;
mod session;
mod store;
mod text;
