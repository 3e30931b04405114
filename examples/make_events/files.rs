//! The files that random journeys are written into.

use super::generator::{self, Event};
use flate2::Compression;
use flate2::write::GzEncoder;
use pathlight::base::Timestamp;
use pathlight::base::time::SECOND;
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

const HEADER: [&str; 9] =
    ["customer", "time", "event", "channel", "score", "sentiment", "wait", "agent", "outcome"];

/// Writes the events of so many customers; the name's ending says into what.
pub fn write(path: &Path, customers: u64, seed: u64) -> Result<(), Box<dyn Error>> {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("csv") => write_csv(BufWriter::new(File::create(path)?), customers, seed).map(drop),
        Some("gz") => {
            let packed = GzEncoder::new(BufWriter::new(File::create(path)?), Compression::default());
            Ok(write_csv(packed, customers, seed)?.finish()?.flush()?)
        }
        Some("sqlite" | "db") => write_sqlite(path, customers, seed),
        _ => Err(format!("{}: the name should end with .csv, .csv.gz or .sqlite", path.display()).into()),
    }
}

fn row(event: &Event) -> [String; 9] {
    let text = |value: Option<String>| value.unwrap_or_default();
    [
        format!("c{}", event.customer),
        Timestamp(event.time_secs * SECOND).to_iso(),
        event.name.to_owned(),
        event.channel.to_owned(),
        text(event.score.map(|score| score.to_string())),
        event.sentiment.to_owned(),
        text(event.wait_secs.map(|secs| secs.to_string())),
        text(event.agent.map(|agent| format!("agent {agent}"))),
        event.outcome.to_owned(),
    ]
}

fn write_csv<W: Write>(file: W, customers: u64, seed: u64) -> Result<W, Box<dyn Error>> {
    let mut out = csv::Writer::from_writer(file);
    out.write_record(HEADER)?;
    generator::events(customers, seed, |event| out.write_record(row(event)))?;
    out.flush()?;
    out.into_inner().map_err(|error| error.into_error().into())
}

/// One table `events`; empty cells are NULL.
fn write_sqlite(path: &Path, customers: u64, seed: u64) -> Result<(), Box<dyn Error>> {
    let mut connection = rusqlite::Connection::open(path)?;
    let transaction = connection.transaction()?;
    transaction.execute(&format!("CREATE TABLE events ({})", HEADER.join(", ")), [])?;
    {
        let mut insert = transaction.prepare("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")?;
        generator::events(customers, seed, |event| {
            let cells = row(event).map(|cell| Some(cell).filter(|cell| !cell.is_empty()));
            insert.execute(rusqlite::params_from_iter(cells)).map(drop)
        })?;
    }
    Ok(transaction.commit()?)
}
