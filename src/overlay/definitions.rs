//! What each figure means, in a sentence: for reports and workbooks, which are read without this program at hand. The
//! long form is `docs/measures.md`.

use crate::tr;

/// A figure and how it is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// What it is called everywhere.
    pub name: String,
    /// How it is counted.
    pub meaning: String,
}

macro_rules! definitions {
    ($($name:literal: $meaning:literal;)*) => {
        /// Every figure that the map, its charts and its tables show, from journeys to uncertainty.
        #[must_use]
        pub fn definitions() -> Vec<Definition> {
            vec![$(Definition { name: tr!($name), meaning: tr!($meaning) },)*]
        }
    };
}

definitions! {
    "overlay-journey": "overlay-journey-means";
    "overlay-closed": "overlay-closed-means";
    "overlay-status": "overlay-status-means";
    "overlay-visits-name": "overlay-visits-means";
    "overlay-exit-rate": "overlay-exit-rate-means";
    "overlay-exit-rate-visits": "overlay-exit-rate-visits-means";
    "overlay-drop-off": "overlay-drop-off-means";
    "overlay-satisfaction": "overlay-satisfaction-means";
    "overlay-satisfied": "overlay-satisfied-means";
    "overlay-emotion": "overlay-emotion-means";
    "overlay-gap": "overlay-gap-means";
    "overlay-nps": "overlay-nps-means";
    "overlay-sentiment": "overlay-sentiment-means";
    "overlay-wait": "overlay-wait-means";
    "overlay-again": "overlay-again-means";
    "overlay-agents": "overlay-agents-means";
    "overlay-response": "overlay-response-means";
    "overlay-transition": "overlay-transition-means";
    "overlay-switch": "overlay-switch-means";
    "overlay-goal-rate": "overlay-goal-rate-means";
    "overlay-bounce-rate": "overlay-bounce-rate-means";
    "overlay-pain-share": "overlay-pain-share-means";
    "overlay-pain-impact": "overlay-pain-impact-means";
    "overlay-interval-name": "overlay-interval-means";
    "overlay-small": "overlay-small-means";
}
