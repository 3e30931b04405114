//! Mermaid `journey` diagrams: sections are stages, tasks are touchpoints, actors are personas, and a task's score of
//! 1 to 5 is an emotion of −2 to +2.

mod lines;
mod read;
mod write;

pub use read::read;
pub use write::{losses, write};

pub(super) use lines::is_journey;

/// The score that stands for neither good nor bad.
const NEUTRAL: f64 = 3.0;

/// Where a score that is no emotion is kept, by the touchpoint's number.
fn score_key(touchpoint: crate::model::TouchpointId) -> String {
    format!("mermaid/score/{}", touchpoint.0)
}
