//! The arguments of the commands that say what the figures mean.

use super::args::DataOptions;
use crate::insights::patterns::ItemKind;
use std::path::PathBuf;

/// What all of them read and write.
#[derive(Debug, clap::Args)]
pub struct Told {
    /// Map file
    pub map: PathBuf,
    /// Data to use instead of the source linked in the map; - reads CSV from standard input
    #[arg(long)]
    pub data: Option<PathBuf>,
    /// Write JSON, exact (the default when the output is not a terminal)
    #[arg(long, conflicts_with = "md")]
    pub json: bool,
    /// Write Markdown to read and to share
    #[arg(long)]
    pub md: bool,
    #[command(flatten)]
    pub options: DataOptions,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  pathlight insights shop.journey.ron --md
  pathlight insights shop.journey.ron --where platform=mobile --json")]
pub struct Insights {
    #[command(flatten)]
    pub told: Told,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  pathlight patterns shop.journey.ron --touchpoint Cart --md
  pathlight patterns shop.journey.ron --items touchpoint,low-score,long-wait --length 2")]
pub struct Patterns {
    #[command(flatten)]
    pub told: Told,
    /// Only journeys that passed this touchpoint
    #[arg(long, value_name = "TOUCHPOINT")]
    pub touchpoint: Option<String>,
    /// What patterns are made of
    #[arg(long, value_enum, value_delimiter = ',', default_value = "touchpoint", value_name = "ITEMS")]
    pub items: Vec<Items>,
    /// Most items of a pattern
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..=5), value_name = "N")]
    pub length: u8,
    /// Visits before the end that are looked at
    #[arg(long, default_value_t = 6, value_parser = clap::value_parser!(u8).range(1..=20), value_name = "N")]
    pub window: u8,
    /// Test only patterns that so many journeys have
    #[arg(long, default_value_t = 30, value_name = "N")]
    pub least_journeys: u64,
    /// Test only patterns that so many exits have
    #[arg(long, default_value_t = 10, value_name = "N")]
    pub least_exits: u64,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  pathlight compare shop.journey.ron --before 2024-01-01..2024-04-01 --after 2024-04-01..2024-07-01
  pathlight compare shop.journey.ron --md")]
pub struct Compare {
    #[command(flatten)]
    pub told: Told,
    /// Range compared with, its last day left out; without both, the last whole weeks and as many before
    #[arg(long, value_name = "FROM..TO", value_parser = parse_range, requires = "after")]
    pub before: Option<(String, String)>,
    /// Range that is looked at
    #[arg(long, value_name = "FROM..TO", value_parser = parse_range, requires = "before")]
    pub after: Option<(String, String)>,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  pathlight signs shop.journey.ron --md")]
pub struct Signs {
    #[command(flatten)]
    pub told: Told,
}

/// What patterns may be made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Items {
    /// Which touchpoint.
    Touchpoint,
    /// Which touchpoint in which channel.
    Channel,
    /// A change of channel.
    Switch,
    /// A wait over the touchpoint's 90th percentile.
    LongWait,
    /// A score in the lowest quarter of its scale.
    LowScore,
    /// Asking for help, and again within seven days.
    ContactedAgain,
}

impl From<Items> for ItemKind {
    fn from(items: Items) -> Self {
        match items {
            Items::Touchpoint => Self::Touchpoint,
            Items::Channel => Self::WithChannel,
            Items::Switch => Self::Switch,
            Items::LongWait => Self::LongWait,
            Items::LowScore => Self::LowScore,
            Items::ContactedAgain => Self::ContactedAgain,
        }
    }
}

fn parse_range(text: &str) -> Result<(String, String), String> {
    match text.split_once("..") {
        Some((from, to)) if !from.trim().is_empty() && !to.trim().is_empty() => {
            Ok((from.trim().to_owned(), to.trim().to_owned()))
        }
        _ => Err(format!("`{text}` is not a range; write it like 2024-01-01..2024-04-01")),
    }
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  pathlight paths shop.journey.ron --top 20 --md")]
pub struct Paths {
    #[command(flatten)]
    pub told: Told,
    /// How many of the commonest ways to tell
    #[arg(long, default_value_t = 10, value_name = "N")]
    pub top: usize,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  pathlight journey shop.journey.ron K7Q2
  pathlight journey shop.journey.ron customer-0017 --number 2 --show-identity")]
pub struct Journey {
    #[command(flatten)]
    pub told: Told,
    /// Customer: the id as it is in the data, or the pseudonym
    #[arg(value_name = "CUSTOMER")]
    pub who: String,
    /// Which of the customer's journeys
    #[arg(long, default_value_t = 1, value_name = "N")]
    pub number: usize,
    /// Write the id instead of the pseudonym, and comments as they are
    #[arg(long)]
    pub show_identity: bool,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  pathlight channels shop.journey.ron --md")]
pub struct Channels {
    #[command(flatten)]
    pub told: Told,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  pathlight what-if shop.journey.ron --md
  pathlight what-if shop.journey.ron --lower Cart=5 --lower Payment=2")]
pub struct WhatIf {
    #[command(flatten)]
    pub told: Told,
    /// Lower the exit rate of a touchpoint by so many points; may be repeated
    #[arg(long, value_name = "TOUCHPOINT=POINTS", value_parser = parse_lower)]
    pub lower: Vec<(String, f64)>,
}

fn parse_lower(text: &str) -> Result<(String, f64), String> {
    let (name, points) = text.rsplit_once('=').ok_or("write it as Cart=5")?;
    let points: f64 = points.trim().parse().map_err(|_| "the points are a number, as in Cart=5")?;
    if (0.0..=100.0).contains(&points) {
        Ok((name.trim().to_owned(), points))
    } else {
        Err("give points from 0 to 100".to_owned())
    }
}
