//! What every layer may use: geometry, colour, ids, time, cancel flags, progress, warnings,
//! number formats and the one place of user-visible words. Knows nothing of maps or data.

pub mod cancel;
pub mod color;
pub mod day;
pub mod fmt;
pub mod fuzzy;
pub mod geom;
pub mod hash;
pub mod key;
pub mod lang;
pub mod pixels;
pub mod progress;
pub mod readable;
pub mod scale;
pub mod time;
pub mod warn;

pub use cancel::{Cancel, Cancelled};
pub use color::Color;
pub use geom::{Point, Rect, Size};
pub use key::name_key;
pub use pixels::Pixels;
pub use progress::Progress;
pub use scale::Scale;
pub use time::{Micros, Timestamp};
pub use warn::{Warning, Warnings};
