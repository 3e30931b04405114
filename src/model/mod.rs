//! The map: its records, the edits that change them, undo, and the integrity check. No clock, no files.

pub mod card;
pub mod check;
pub mod clip;
pub mod clipboard;
pub mod compare;
pub mod document;
pub mod edit;
pub mod excerpt;
pub mod find;
pub mod history;
pub mod id;
pub mod image;
pub mod lane;
pub mod patch;
pub mod pattern;
pub mod persona;
pub mod ranking;
pub mod records;
pub mod review;
pub mod snapshot;
pub mod source;
pub mod table;
pub mod target;
pub mod txn;
pub mod workshop;

mod apply;
mod name;
mod pictures;

pub use card::{Card, CardKind, Evidence, Opportunity, Pain, PainRule, Side};
pub use document::Document;
pub use edit::{Edit, EditError};
pub use excerpt::Excerpt;
pub use id::{CardId, ChannelId, LaneId, PersonaId, SnapshotId, SourceId, StageId, TouchpointId};
pub use image::Png;
pub use lane::{Lane, LaneKind};
pub use pattern::{Pattern, PatternError};
pub use persona::{Curve, Emotion, Persona};
pub use records::{About, Channel, JourneyMap, MapKind, Stage, Touchpoint};
pub use review::{FindingSlide, Review, SlideShare, Thresholds};
pub use snapshot::Snapshot;
pub use source::{
    Attributes, DateOrder, EventRule, Filter, JourneyStatus, Nature, Period, Rating, ReadOptions, Roles,
    Scale, Source, Span, Survey,
};
pub use table::{Record, Table};
pub use target::{Target, TrendFigure};
pub use workshop::{AgendaItem, Ballot, Parked, Voting, Workshop};
