//! The time of one frame on the processor: the scene brought up to date, `Canvas::ui` (or the whole window) and
//! tessellation, for a map of 60 touchpoints, 14 lanes and 1 500 cards, in all that people do with a map.
//!
//! `cargo bench --bench canvas_frame [-- ROUNDS] [WORD…]`: with words only what has one of them in its name. Prints a table.

mod cost;
mod doing;
mod large_map;
mod palette;
mod window;

use cost::{Costs, processor_time};
use doing::{ALL, Doing};
use pathlight::model::JourneyMap;
use std::time::Duration;
use window::{Sight, Window};

/// What is seen, with the heading of its column.
const SIGHTS: [(&str, Sight); 5] = [
    ("whole map", Sight::Whole),
    ("25 %", Sight::At(0.25)),
    ("50 %", Sight::At(0.5)),
    ("100 %", Sight::At(1.0)),
    ("50 %, with panels", Sight::WithPanels(0.5)),
];

/// Where the palette stands.
const WINDOW: [(&str, Sight); 1] = [("whole window", Sight::WithPanels(1.0))];

const FRAMES: usize = 100;
/// How often each is played, unless told.
const ROUNDS: usize = 3;

fn main() {
    let mut words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let rounds = words.first().and_then(|word| word.parse().ok());
    words.drain(..usize::from(rounds.is_some()));
    let rounds = rounds.unwrap_or(ROUNDS);
    let is_wanted = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(word.as_str()));
    let map = large_map::large_map(large_map::CARDS);
    let mut tables = [(ALL, SIGHTS.as_slice()), (palette::ALL, WINDOW.as_slice())].map(|(all, sights)| {
        let wanted = all.iter().filter(|doing| is_wanted(doing.name));
        Table { sights, rows: wanted.map(|doing| (doing, vec![Costs::default(); sights.len()])).collect() }
    });
    // A computer is slow for seconds and fast for seconds: rounds of one scene lie as far from each other as they can.
    for _ in 0..rounds {
        tables.iter_mut().for_each(|table| table.play(&map));
    }
    for table in tables.into_iter().filter(|table| !table.rows.is_empty()) {
        table.print();
    }
}

/// Scenes that are seen in the same ways.
struct Table {
    sights: &'static [(&'static str, Sight)],
    rows: Vec<(&'static Doing, Vec<Costs>)>,
}

impl Table {
    /// Plays each scene once.
    fn play(&mut self, map: &JourneyMap) {
        for (doing, costs) in &mut self.rows {
            for ((_, sight), costs) in self.sights.iter().zip(costs) {
                play(doing, map, *sight, costs);
            }
        }
    }

    fn print(self) {
        let headings: Vec<&str> = self.sights.iter().map(|(heading, _)| *heading).collect();
        println!("\n| | {} |\n| --- {}|", headings.join(" | "), "| ---: ".repeat(headings.len()));
        for (doing, costs) in self.rows {
            let cells: Vec<String> = costs.into_iter().map(Costs::cell).collect();
            println!("| {} | {} |", doing.name, cells.join(" | "));
        }
    }
}

/// Plays a scene once.
fn play(doing: &Doing, map: &JourneyMap, sight: Sight, costs: &mut Costs) {
    let mut window = Window::new(map, sight);
    let mut step = (doing.begin)(&mut window);
    costs.add_round((0..FRAMES).map(|_| {
        let before = processor_time();
        step(&mut window);
        processor_time() - before - std::mem::replace(&mut window.aside, Duration::ZERO)
    }));
}
