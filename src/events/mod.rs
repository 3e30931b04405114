//! The interaction data in memory: a columnar log of a handful of bytes per event, names interned,
//! sorted by (customer, time, row). Where it comes from is `ingest`'s affair, what it means `measure`'s.

mod builder;
mod codes;
mod log;
mod names;
mod numbers;

pub use builder::{LogBuilder, LogShape, RawEvent};
pub use codes::Codes;
pub use log::{EventLog, Segment, Sentiment, SummaryRow};
pub use names::Names;
pub use numbers::Times;
