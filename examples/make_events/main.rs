//! Writes interaction data of any size with known truths in it, for trying out and measuring the program:
//! `cargo run --release --example make_events -- events.csv 1000000 [seed]`; the name's ending says CSV, packed CSV or SQLite, the
//! number is that of customers, each with seven events on average. What is planted is told in `generator.rs`.

mod files;
mod generator;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let usage = "usage: make_events FILE.csv|FILE.csv.gz|FILE.sqlite CUSTOMERS [SEED]";
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (Some(path), Some(customers)) = (arguments.first(), arguments.get(1)) else {
        return Err(usage.into());
    };
    let seed = arguments.get(2).map_or(Ok(1), |seed| seed.parse())?;
    println!("Events in order: {}", generator::NAMES.join(", "));
    for (name, stop) in generator::STOPS {
        println!("Exit rate of visits planted at {name}: {stop}");
    }
    files::write(Path::new(path), customers.parse()?, seed)
}
