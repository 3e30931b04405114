//! The interaction data in memory: a columnar log of a handful of bytes per event, names interned,
//! sorted by (customer, time, row). Where it comes from is `ingest`'s affair, what it means `measure`'s.

mod builder;
mod log;
mod names;

pub use builder::{LogBuilder, LogShape, RawEvent};
pub use log::{EventLog, Segment, Sentiment};
pub use names::Names;
