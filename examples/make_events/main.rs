//! Writes interaction data of any size with known truths in it, for trying out and measuring the program:
//! `cargo run --release --example make_events -- events.csv 1000000 [seed]`; the name's ending says CSV or SQLite, the number is
//! that of customers, each with seven events on average. What is planted is told in `generator.rs`.

mod generator;

use generator::Event;
use pathlight::base::Timestamp;
use pathlight::base::time::SECOND;
use std::error::Error;
use std::path::Path;

const HEADER: [&str; 9] =
    ["customer", "time", "event", "channel", "score", "sentiment", "wait", "agent", "outcome"];

fn main() -> Result<(), Box<dyn Error>> {
    let usage = "usage: make_events FILE.csv|FILE.sqlite CUSTOMERS [SEED]";
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (Some(path), Some(customers)) = (arguments.first(), arguments.get(1)) else {
        return Err(usage.into());
    };
    let seed = arguments.get(2).map_or(Ok(1), |seed| seed.parse())?;
    let (path, customers) = (Path::new(path), customers.parse()?);
    println!("Events in order: {}", generator::NAMES.join(", "));
    for (name, stop) in generator::STOPS {
        println!("Exit rate of visits planted at {name}: {stop}");
    }
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("csv") => write_csv(path, customers, seed),
        Some("sqlite" | "db") => write_sqlite(path, customers, seed),
        _ => Err(usage.into()),
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

fn write_csv(path: &Path, customers: u64, seed: u64) -> Result<(), Box<dyn Error>> {
    let mut out = csv::Writer::from_path(path)?;
    out.write_record(HEADER)?;
    generator::events(customers, seed, |event| out.write_record(row(event)))?;
    Ok(out.flush()?)
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
