//! The line under a picture that says where its figures come from, in as many parts as are wanted.

use super::Provenance;
use super::labels::Labels;
use crate::base::fmt;
use crate::measure::Measures;
use crate::model::{Filter, JourneyStatus};
use crate::tr;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A part of the line, which may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FooterPart {
    /// What the data is called.
    Source,
    /// By what its files can be known again.
    Fingerprint,
    /// How much there is of it.
    Rows,
    /// The days it is about, and those it is compared with.
    Period,
    /// Which journeys are counted.
    Filter,
    /// Below which size groups are hidden.
    SmallestGroup,
    /// When the picture was made.
    Date,
}

impl FooterPart {
    /// All parts in the order of the line.
    pub const ALL: [Self; 7] = [
        Self::Source,
        Self::Fingerprint,
        Self::Rows,
        Self::Period,
        Self::Filter,
        Self::SmallestGroup,
        Self::Date,
    ];

    /// As the command line calls it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Fingerprint => "fingerprint",
            Self::Rows => "rows",
            Self::Period => "period",
            Self::Filter => "filter",
            Self::SmallestGroup => "smallest-group",
            Self::Date => "date",
        }
    }

    /// What it is called in the user's language.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Source => tr!("overlay-part-source"),
            Self::Fingerprint => tr!("overlay-part-fingerprint"),
            Self::Rows => tr!("overlay-part-rows"),
            Self::Period => tr!("overlay-part-period"),
            Self::Filter => tr!("overlay-part-filter"),
            Self::SmallestGroup => tr!("overlay-part-smallest-group"),
            Self::Date => tr!("overlay-part-date"),
        }
    }
}

/// Which parts the line has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FooterParts(pub BTreeSet<FooterPart>);

impl Default for FooterParts {
    /// All of them.
    fn default() -> Self {
        Self(FooterPart::ALL.into_iter().collect())
    }
}

impl FooterParts {
    /// No line.
    #[must_use]
    pub const fn none() -> Self {
        Self(BTreeSet::new())
    }

    /// True when the line has this part.
    #[must_use]
    pub fn has(&self, part: FooterPart) -> bool {
        self.0.contains(&part)
    }
}

impl Labels<'_> {
    /// `orders.db · file 91C3A04F · 10 119 691 events · 2024-04-01 – 2024-06-30 · 95 % intervals`; empty when no part is wanted.
    pub fn footer(&self, measures: &Measures, provenance: &Provenance) -> String {
        if provenance.footer.0.is_empty() {
            return String::new();
        }
        let part = |wanted, words: &dyn Fn() -> String| {
            if provenance.footer.has(wanted) { words() } else { String::new() }
        };
        let file = || match provenance.fingerprint.as_str() {
            "" => String::new(),
            fingerprint => tr!("overlay-fingerprint", fingerprint = fingerprint),
        };
        let period = || match measures.selected_first.zip(measures.selected_last) {
            Some((first, last)) => fmt::period(first, last),
            None => String::new(),
        };
        let hidden = || match provenance.smallest_group {
            0 | 1 => String::new(),
            smallest => tr!("overlay-hidden", n = smallest),
        };
        let date = || match provenance.date.as_str() {
            "" => String::new(),
            date => tr!("overlay-as-of", date = date),
        };
        let parts = [
            part(FooterPart::Source, &|| provenance.source_name.clone()),
            part(FooterPart::Fingerprint, &file),
            part(FooterPart::Rows, &|| self.rows(measures, provenance)),
            part(FooterPart::Period, &period),
            part(FooterPart::Filter, &|| filter_words(&provenance.filter)),
            tr!("overlay-intervals"),
            part(FooterPart::SmallestGroup, &hidden),
            part(FooterPart::Date, &date),
        ];
        joined(parts, " · ")
    }

    /// Rows and, where these are something else, events.
    fn rows(&self, measures: &Measures, provenance: &Provenance) -> String {
        let rows = tr!("overlay-rows", n = provenance.rows, shown = self.format.count(provenance.rows));
        let events = if measures.is_summary {
            tr!("overlay-summary")
        } else if !measures.is_survey && provenance.rows != measures.events {
            tr!("overlay-events", n = measures.events, shown = self.format.count(measures.events))
        } else {
            String::new()
        };
        joined([rows, events], " · ")
    }
}

/// `segment: returning · web, app · left for good`; the period stands by itself.
fn filter_words(filter: &Filter) -> String {
    let list = |values: &BTreeSet<String>| values.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    let segments = filter.segments.iter().map(|(column, values)| {
        tr!("overlay-filter-segment", column = column.as_str(), values = list(values))
    });
    let channels = tr!("overlay-filter-channels", names = list(&filter.channels));
    let channels = (!filter.channels.is_empty()).then_some(channels);
    let statuses: Vec<_> = filter.statuses.iter().map(|status| status_words(*status)).collect();
    joined(segments.chain(channels).chain([statuses.join(", ")]), " · ")
}

fn status_words(status: JourneyStatus) -> String {
    match status {
        JourneyStatus::Goal => tr!("overlay-filter-goal"),
        JourneyStatus::Open => tr!("overlay-filter-open"),
        JourneyStatus::Returned => tr!("overlay-filter-returned"),
        JourneyStatus::Left => tr!("overlay-filter-left"),
    }
}

fn joined(parts: impl IntoIterator<Item = String>, between: &str) -> String {
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(between)
}
