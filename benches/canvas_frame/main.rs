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
    for (all, sights) in [(ALL, SIGHTS.as_slice()), (palette::ALL, WINDOW.as_slice())] {
        let wanted: Vec<&Doing> = all.iter().filter(|doing| is_wanted(doing.name)).collect();
        if wanted.is_empty() {
            continue;
        }
        let headings: Vec<&str> = sights.iter().map(|(heading, _)| *heading).collect();
        println!("\n| | {} |\n| --- {}|", headings.join(" | "), "| ---: ".repeat(sights.len()));
        for doing in wanted {
            let cells: Vec<String> =
                sights.iter().map(|(_, sight)| costs(doing, &map, *sight, rounds).cell()).collect();
            println!("| {} | {} |", doing.name, cells.join(" | "));
        }
    }
}

fn costs(doing: &Doing, map: &JourneyMap, sight: Sight, rounds: usize) -> Costs {
    let mut costs = Costs::default();
    for _ in 0..rounds {
        let mut window = Window::new(map, sight);
        let mut step = (doing.begin)(&mut window);
        costs.add_round((0..FRAMES).map(|_| {
            let before = processor_time();
            step(&mut window);
            processor_time() - before - std::mem::replace(&mut window.aside, Duration::ZERO)
        }));
    }
    costs
}
