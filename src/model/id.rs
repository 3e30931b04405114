//! Typed record ids. Every record of a map has a number that is unique in that map and never reused.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($prefix, "{}"), self.0)
            }
        }
    };
}

id!(/// Id of a stage, shown as `s1`.
    StageId, "s");
id!(/// Id of a touchpoint, shown as `t1`.
    TouchpointId, "t");
id!(/// Id of a lane, shown as `l1`.
    LaneId, "l");
id!(/// Id of a card, shown as `c1`.
    CardId, "c");
id!(/// Id of a persona, shown as `p1`.
    PersonaId, "p");
id!(/// Id of a channel, shown as `n1`.
    ChannelId, "n");
id!(/// Id of a data source, shown as `d1`.
    SourceId, "d");
id!(/// Id of a snapshot, shown as `v1`.
    SnapshotId, "v");
