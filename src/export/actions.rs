//! Who does what until when, as a table that spreadsheets open right.

use crate::base::fmt::NumberFormat;
use crate::model::ranking::actions;
use crate::model::{Card, CardKind, JourneyMap, TouchpointId};
use crate::tr;

/// One line per opportunity, in the order of the action list: quoted as RFC 4180 says, with CRLF and a byte order
/// mark, without which Excel takes UTF-8 for something else. Fields are parted by commas, and by semicolons where
/// the comma is the decimal mark, since Excel expects it so there.
#[must_use]
pub fn actions_csv(map: &JourneyMap, format: &NumberFormat) -> String {
    let delimiter = if format.decimal == ',' { b';' } else { b',' };
    let mut out = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing into memory can't fail, and all records have the header's length.
    let _ = out.write_record([
        tr!("export-action"),
        tr!("export-action-owner"),
        tr!("export-action-due"),
        tr!("export-action-impact"),
        tr!("export-action-effort"),
        tr!("export-action-votes"),
        tr!("export-action-stage"),
        tr!("export-action-touchpoint"),
        tr!("export-action-pains"),
    ]);
    for action in actions(map) {
        let touchpoint = map.touchpoints.get(action.touchpoint).map(|touchpoint| touchpoint.name.clone());
        let stage = map.stage_of(action.touchpoint).map(|stage| stage.name.clone());
        let _ = out.write_record([
            plain(&action.text),
            plain(&action.owner),
            action.due,
            action.impact.to_string(),
            action.effort.to_string(),
            action.votes.to_string(),
            plain(&stage.unwrap_or_default()),
            plain(&touchpoint.unwrap_or_default()),
            plain(&pains_at(map, action.touchpoint)),
        ]);
    }
    let text = out.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
    format!("\u{feff}{text}")
}

/// What hurts at a touchpoint, one below the other.
fn pains_at(map: &JourneyMap, touchpoint: TouchpointId) -> String {
    let is_pain = |card: &&Card| card.touchpoint == touchpoint && matches!(card.kind, CardKind::Pain(_));
    let mut pains: Vec<_> = map.cards.iter().filter(is_pain).collect();
    pains.sort_by_key(|card| (card.lane, card.slot));
    pains.into_iter().map(|card| card.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// Text that a spreadsheet does not take for a formula.
fn plain(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}
