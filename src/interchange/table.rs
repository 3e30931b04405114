//! A table with a row for each touchpoint: stage, touchpoint and whatever else the columns are headed.

use super::builder::Builder;
use super::lane_names::{is_stages, is_touchpoints, lane_kind};
use super::{Imported, Unreadable};
use crate::base::key::name_key;
use crate::base::{Warning, Warnings};
use crate::model::{CardKind, LaneId, LaneKind, PersonaId, StageId, TouchpointId};
use crate::tr;

/// Parts of a cell that holds several cards are on lines of their own or parted by this.
const CARD_SEPARATOR: &str = " | ";

/// What a column holds.
#[derive(Clone, Copy)]
enum Column {
    Stage,
    Touchpoint,
    Description,
    Owner,
    Channels,
    Emotion,
    Star,
    Cards(LaneId, LaneKind),
}

/// Reads a table; `name` is the map's title. The first line names the columns. An empty stage is the one above, and
/// so is an empty touchpoint: its row holds further cards.
///
/// # Errors
/// [`Unreadable`] when there is no row, no column with touchpoints, or a field in quotes does not end.
pub fn read(text: &str, name: &str) -> Result<Imported, Unreadable> {
    let text = text.trim_start_matches('\u{feff}');
    let delimiter = delimiter(text);
    let mut rows = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut records = Vec::new();
    for record in rows.records() {
        let record = record.map_err(|error| Unreadable {
            line: error.position().and_then(|place| usize::try_from(place.line()).ok()),
            problem: tr!("interchange-table-broken"),
            hint: tr!("interchange-table-broken-hint"),
        })?;
        if record.iter().any(|field| !field.is_empty()) {
            records.push(record);
        }
    }
    let Some((headings, rows)) = records.split_first().filter(|(_, rows)| !rows.is_empty()) else {
        return Err(Unreadable {
            line: None,
            problem: tr!("interchange-table-empty"),
            hint: tr!("interchange-table-empty-hint"),
        });
    };
    let mut reader = Reader::new(name);
    let columns = reader.columns(headings)?;
    for row in rows {
        let line = row.position().map_or(0, csv::Position::line);
        reader.row(&columns, row, line);
    }
    Ok(Imported { map: reader.builder.finish(), warnings: reader.warnings })
}

/// The sign that parts most fields of the heading.
fn delimiter(text: &str) -> u8 {
    let heading = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: &u8| heading.bytes().filter(|byte| byte == sign).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(count).unwrap_or(b',')
}

struct Reader {
    builder: Builder,
    warnings: Warnings,
    persona: PersonaId,
    stage: Option<StageId>,
    touchpoint: Option<TouchpointId>,
}

impl Reader {
    fn new(name: &str) -> Self {
        let mut builder = Builder::new(name);
        let persona = builder.persona(&tr!("interchange-persona"));
        Self { builder, warnings: Warnings::new(), persona, stage: None, touchpoint: None }
    }

    fn columns(&mut self, headings: &csv::StringRecord) -> Result<Vec<Column>, Unreadable> {
        let mut has_touchpoints = false;
        let mut columns = Vec::new();
        let mut has_emotion = false;
        for heading in headings {
            let key = name_key(heading);
            columns.push(if is_stages(heading) {
                Column::Stage
            } else if !has_touchpoints && is_touchpoints(heading) {
                has_touchpoints = true;
                Column::Touchpoint
            } else if ["description", "aciklama", "opis"].contains(&key.as_str()) {
                Column::Description
            } else if ["owner", "sorumlu", "wlasciciel", "odpowiedzialny"].contains(&key.as_str()) {
                Column::Owner
            } else if ["star", "moment of truth"].contains(&key.as_str()) {
                Column::Star
            } else {
                match lane_kind(heading) {
                    Some(LaneKind::Channels) => {
                        self.builder.lane(LaneKind::Channels, "");
                        Column::Channels
                    }
                    Some(LaneKind::Emotion) if !has_emotion => {
                        has_emotion = true;
                        self.builder.lane(LaneKind::Emotion, "");
                        Column::Emotion
                    }
                    found => {
                        let kind = found.filter(|kind| kind.holds_cards()).unwrap_or(LaneKind::Notes);
                        Column::Cards(self.builder.lane(kind, heading), kind)
                    }
                }
            });
        }
        if !has_touchpoints {
            let columns = headings.iter().collect::<Vec<_>>().join(", ");
            return Err(Unreadable {
                line: Some(1),
                problem: tr!("interchange-table-no-touchpoints", columns = columns),
                hint: tr!("interchange-table-no-touchpoints-hint"),
            });
        }
        if !has_emotion {
            self.builder.lane(LaneKind::Emotion, "");
        }
        Ok(columns)
    }

    fn row(&mut self, columns: &[Column], row: &csv::StringRecord, line: u64) {
        let field = |wanted: fn(&Column) -> bool| {
            let found = columns.iter().zip(row).find(|(column, text)| wanted(column) && !text.is_empty());
            found.map_or("", |(_, text)| text)
        };
        let stage = field(|column| matches!(column, Column::Stage));
        if !stage.is_empty() {
            let named = self.builder.stage_named(stage);
            if self.stage != Some(named) {
                self.stage = Some(named);
                self.touchpoint = None;
            }
        }
        let name = field(|column| matches!(column, Column::Touchpoint));
        if !name.is_empty() {
            let stage = *self.stage.get_or_insert_with(|| self.builder.stage(""));
            self.touchpoint = Some(self.builder.touchpoint(stage, name));
        }
        let Some(touchpoint) = self.touchpoint else {
            let holds_more = columns
                .iter()
                .zip(row)
                .any(|(column, text)| !matches!(column, Column::Stage) && !text.is_empty());
            if holds_more {
                self.warn("no-touchpoint", line, None, "", tr!("interchange-table-no-name"));
            }
            return;
        };
        for (column, text) in columns.iter().zip(row).filter(|(_, text)| !text.is_empty()) {
            self.field(*column, touchpoint, text, line);
        }
    }

    fn field(&mut self, column: Column, touchpoint: TouchpointId, text: &str, line: u64) {
        match column {
            Column::Stage | Column::Touchpoint => {}
            Column::Description => {
                self.builder
                    .with_touchpoint(touchpoint, |touchpoint| text.clone_into(&mut touchpoint.description));
            }
            Column::Owner => {
                self.builder.with_touchpoint(touchpoint, |touchpoint| text.clone_into(&mut touchpoint.owner));
            }
            Column::Star => {
                let is_none = ["0", "no", "false", "hayir", "nie", "-"].contains(&name_key(text).as_str());
                self.builder.with_touchpoint(touchpoint, |touchpoint| touchpoint.moment_of_truth = !is_none);
            }
            Column::Channels => {
                let names =
                    text.split([',', ';', '/', '|', '\n']).map(str::trim).filter(|name| !name.is_empty());
                names.for_each(|name| self.builder.add_channel(touchpoint, name));
            }
            Column::Emotion => self.emotion(touchpoint, text, line),
            Column::Cards(lane, kind) => {
                let cards = text.lines().flat_map(|part| part.split(CARD_SEPARATOR));
                for card in cards.map(str::trim).filter(|card| !card.is_empty()) {
                    self.builder.card((lane, touchpoint), card, CardKind::for_lane(kind));
                }
            }
        }
    }

    fn emotion(&mut self, touchpoint: TouchpointId, text: &str, line: u64) {
        // A true minus and a decimal comma are how people write.
        let plain = text.replace('−', "-").replace(',', ".");
        let Some(value) = plain.parse::<f64>().ok().filter(|value| value.is_finite()) else {
            return self.warn(
                "bad-emotion",
                line,
                Some("emotion"),
                text,
                tr!("interchange-table-bad-emotion"),
            );
        };
        if !(-2.0..=2.0).contains(&value) {
            self.warn(
                "emotion-outside",
                line,
                Some("emotion"),
                text,
                tr!("interchange-table-emotion-outside"),
            );
        }
        self.builder.emotion(self.persona, touchpoint, value);
    }

    fn warn(&mut self, kind: &'static str, line: u64, column: Option<&str>, value: &str, message: String) {
        self.warnings.push(Warning {
            kind,
            line: Some(line),
            column: column.map(str::to_owned),
            value: Some(value.to_owned()),
            message,
        });
    }
}
