//! The arguments as they are written, and nothing more: what they mean together is worked out in `resolved`.

use super::insight_args;
use super::picture_args::{Day, PictureOptions};
use crate::base::Scale;
use crate::model::{DateOrder, Span};
use clap::{ArgAction, Parser};
use std::path::PathBuf;

/// The journey map that is measured.
///
/// Without a subcommand Pathlight opens its window; with one it needs no display.
#[derive(Debug, Parser)]
#[command(
    name = "pathlight",
    version,
    after_help = "Examples:
  pathlight                                          open the app
  pathlight shop.journey.ron                         open a map
  pathlight draft orders.csv -o shop.journey.ron     draft a map from data
  pathlight export shop.journey.ron -o shop.png      make a picture of it"
)]
pub struct Args {
    /// Map to open in the app
    pub map: Option<PathBuf>,
    /// Say nothing but errors
    #[arg(long, short, global = true)]
    pub quiet: bool,
    #[command(subcommand)]
    pub subcommand: Option<Subcommand>,
}

#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
    /// Make an empty map or one from a template
    New(New),
    /// List the templates
    #[command(after_help = "Example:\n  pathlight templates")]
    Templates,
    /// Draft a map from interaction data
    Draft(Box<Draft>),
    /// Say what an import of a data file would take
    Profile(Box<Profile>),
    /// Compute every figure of a map
    Measure(Box<Measure>),
    /// Say what stands out, the most important first
    Insights(Box<insight_args::Insights>),
    /// Say what happens before customers leave
    Patterns(Box<insight_args::Patterns>),
    /// Compare two ranges of time
    Compare(Box<insight_args::Compare>),
    /// Say how the nine signs stand that the experience needs work
    Signs(Box<insight_args::Signs>),
    /// Say which ways customers really take
    Paths(Box<insight_args::Paths>),
    /// Tell one customer's journey, under a pseudonym
    Journey(Box<insight_args::Journey>),
    /// Say what happens in each channel and who switches
    Channels(Box<insight_args::Channels>),
    /// Say what fewer exits would be worth
    WhatIf(Box<insight_args::WhatIf>),
    /// Make a picture or a table of a map
    Export(Box<Export>),
    /// Write a report: persona, map, figures, charts, gaps, actions, method
    Report(Box<Report>),
    /// Make a map from a Mermaid journey, an OpenJourney file or a table
    Import(Import),
    /// Check a map file and list all problems
    Check(Check),
}

/// Where a file is written.
#[derive(Debug, clap::Args)]
pub struct Output {
    /// File to write
    #[arg(long, short)]
    pub output: PathBuf,
    /// Replace the file if it exists
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  pathlight new --template online-shop -o shop.journey.ron")]
pub struct New {
    /// Template to begin with; see `pathlight templates`
    #[arg(long, default_value = "empty")]
    pub template: String,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  pathlight draft orders.csv --journey session_id --goal purchase -o shop.journey.ron")]
pub struct Draft {
    /// CSV, TSV, Excel, SQLite, XES or zip file; - reads CSV from standard input
    pub data: PathBuf,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub options: DataOptions,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  pathlight profile orders.db --table events --json")]
pub struct Profile {
    /// CSV, TSV, Excel, SQLite, XES or zip file; - reads CSV from standard input
    pub data: PathBuf,
    /// Write JSON
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub options: DataOptions,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  pathlight measure shop.journey.ron --table
  pathlight measure shop.journey.ron --from 2024-04-01 --to 2024-07-01 --json")]
pub struct Measure {
    /// Map file
    pub map: PathBuf,
    /// Data to measure instead of the source linked in the map; - reads CSV from standard input
    #[arg(long)]
    pub data: Option<PathBuf>,
    /// Write JSON, exact (the default when the output is not a terminal)
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Write CSV, one line per touchpoint
    #[arg(long)]
    pub csv: bool,
    #[command(flatten)]
    pub options: DataOptions,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  pathlight export shop.journey.ron -o shop.png --width 3840
  pathlight export shop.journey.ron -o shop.pptx
  pathlight export shop.journey.ron -o wall.pdf --paper A3 --sheets 3 --theme print
  pathlight export shop.journey.ron -o buy.svg --stage Buy --lanes emotion,exits --no-legend
  pathlight export shop.journey.ron -o exits.svg --chart exits
  pathlight export shop.journey.ron -o shop.csv --force")]
pub struct Export {
    /// Map file
    pub map: PathBuf,
    /// Data to measure instead of the source linked in the map; - reads CSV from standard input
    #[arg(long)]
    pub data: Option<PathBuf>,
    #[command(flatten)]
    pub output: Output,
    #[command(flatten)]
    pub picture: PictureOptions,
    /// A chart in place of the map
    #[arg(long, value_enum, conflicts_with = "slides")]
    pub chart: Option<Chart>,
    /// Figure of a trend
    #[arg(long, value_enum, default_value_t = Figure::GoalRate)]
    pub figure: Figure,
    /// Touchpoint of a trend's figure
    #[arg(long, value_name = "TOUCHPOINT")]
    pub at: Option<String>,
    /// Arcs of the commonest steps that customers make, so many at most
    #[arg(long, value_name = "COUNT", num_args = 0..=1, default_missing_value = "12", conflicts_with_all = ["no_data", "chart"])]
    pub paths: Option<usize>,
    /// Columns as wide as the median time to the next touchpoint
    #[arg(long, conflicts_with_all = ["no_data", "chart"])]
    pub time_to_scale: bool,
    /// Which table a .csv is; an .xlsx has them all
    #[arg(long, value_enum, default_value_t = Sheet::Touchpoints)]
    pub sheet: Sheet,
    /// The drawing only, even if the map has data
    #[arg(long, conflicts_with = "data")]
    pub no_data: bool,
    #[command(flatten)]
    pub options: DataOptions,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  pathlight report shop.journey.ron -o shop-report.pdf
  pathlight report shop.journey.ron --date 2024-07-01 -o shop-report.html")]
pub struct Report {
    /// Map file
    pub map: PathBuf,
    /// Data to measure instead of the source linked in the map; - reads CSV from standard input
    #[arg(long)]
    pub data: Option<PathBuf>,
    #[command(flatten)]
    pub output: Output,
    /// Day that the report tells: YYYY-MM-DD, today, or none, so that the same map gives the same bytes on every day
    #[arg(long, default_value = "none", value_name = "DAY", value_parser = super::picture_args::parse_day)]
    pub date: Day,
    /// The drawing only, even if the map has data
    #[arg(long, conflicts_with = "data")]
    pub no_data: bool,
    #[command(flatten)]
    pub options: DataOptions,
}

/// A table of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Sheet {
    /// A line per touchpoint with its figures.
    Touchpoints,
    /// A line per card.
    Cards,
    /// Who does what until when.
    Actions,
}

/// A chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Chart {
    /// Where customers leave, the largest shares first.
    Exits,
    /// How far customers get along the drawn line.
    Funnel,
    /// How scores are spread.
    Satisfaction,
    /// A figure over time.
    Trend,
    /// Which channels customers switch between.
    Switches,
    /// The nine signs on a sheet.
    Signs,
}

/// A figure over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
#[allow(missing_docs)] // named as in docs/measures.md
pub enum Figure {
    GoalRate,
    BounceRate,
    Journeys,
    Customers,
    ExitRate,
    DropOff,
    Visits,
    Satisfaction,
    Satisfied,
    Sentiment,
    Wait,
    ContactedAgain,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  pathlight import journey.mmd -o shop.journey.ron
  pathlight import steps.csv -o shop.journey.ron")]
pub struct Import {
    /// Mermaid journey, OpenJourney file (.ojf) or a table with a row per touchpoint (CSV); - reads standard input
    pub file: PathBuf,
    #[command(flatten)]
    pub output: Output,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  pathlight check shop.journey.ron")]
pub struct Check {
    /// Map file
    pub map: PathBuf,
}

/// How data is read and what is counted. Whatever is not given is taken from the map, else guessed.
#[derive(Debug, Default, clap::Args)]
#[command(next_help_heading = "Reading data")]
pub struct DataOptions {
    /// SQLite table or view, or Excel sheet. `measure MAP --table` without a name writes a readable table
    #[arg(long, num_args = 0..=1, default_missing_value = "", conflicts_with = "query")]
    pub table: Option<String>,
    /// File in a zip archive
    #[arg(long, value_name = "NAME")]
    pub entry: Option<String>,
    /// File of the same shape to read as well; relative to the folder of the data. May be repeated
    #[arg(long, value_name = "FILE")]
    pub also: Vec<String>,
    /// Table with one row per customer whose columns become segments; relative to the folder of the data
    #[arg(long, value_name = "FILE")]
    pub attributes: Option<String>,
    /// Column of --attributes that says who
    #[arg(long, value_name = "COLUMN", requires = "attributes")]
    pub attributes_customer: Option<String>,
    /// Type of the objects that are the customers, in an object-centric log (OCEL)
    #[arg(long, value_name = "TYPE")]
    pub object_type: Option<String>,
    /// One SELECT on an SQLite file, opened read-only
    #[arg(long, value_name = "SQL")]
    pub query: Option<String>,

    /// Column that says who
    #[arg(long, value_name = "COLUMN")]
    pub customer: Option<String>,
    /// Column that says when
    #[arg(long, value_name = "COLUMN")]
    pub time: Option<String>,
    /// Column with the time of day, where --time holds the date alone
    #[arg(long, value_name = "COLUMN")]
    pub clock: Option<String>,
    /// Column that says what happened
    #[arg(long, value_name = "COLUMN")]
    pub event: Option<String>,
    /// Column with the journey, session or case
    #[arg(long, value_name = "COLUMN")]
    pub journey: Option<String>,
    /// Column that says where
    #[arg(long, value_name = "COLUMN")]
    pub channel: Option<String>,
    /// Column with a rating
    #[arg(long, value_name = "COLUMN")]
    pub score: Option<String>,
    /// Lowest and highest possible score, such as 1..5
    #[arg(long, value_name = "MIN..MAX", value_parser = parse_scale, allow_hyphen_values = true)]
    pub scale: Option<Scale>,
    /// Column with a mood
    #[arg(long, value_name = "COLUMN")]
    pub sentiment: Option<String>,
    /// Column with customers' words
    #[arg(long, value_name = "COLUMN")]
    pub text: Option<String>,
    /// Column with seconds waited
    #[arg(long, value_name = "COLUMN")]
    pub wait: Option<String>,
    /// Column that says who served
    #[arg(long, value_name = "COLUMN")]
    pub agent: Option<String>,
    /// Column that says how it ended
    #[arg(long, value_name = "COLUMN")]
    pub outcome: Option<String>,
    /// Column with money
    #[arg(long, value_name = "COLUMN")]
    pub revenue: Option<String>,
    /// Column of a summary table (a row per touchpoint) with the journeys that got there
    #[arg(long, value_name = "COLUMN")]
    pub reached: Option<String>,
    /// Column of a summary table with the journeys that ended there
    #[arg(long, value_name = "COLUMN")]
    pub exits: Option<String>,
    /// Column of a summary table with the number of scores whose mean is in --score
    #[arg(long, value_name = "COLUMN")]
    pub answers: Option<String>,
    /// Rating columns of a survey table, with * and ? as in Q7*; may be repeated
    #[arg(long, value_name = "PATTERN")]
    pub rating: Vec<String>,
    /// Column to filter and compare by; may be repeated
    #[arg(long, value_name = "COLUMN")]
    pub segment: Vec<String>,

    /// Whether the first row names the columns
    #[arg(long, value_name = "yes|no", value_parser = parse_yes_no)]
    pub header: Option<bool>,
    /// Character between fields; `tab` for tabs
    #[arg(long, value_name = "CHARACTER", value_parser = parse_delimiter)]
    pub delimiter: Option<char>,
    /// Encoding, such as utf-8 or windows-1254
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    /// Decimal mark
    #[arg(long, value_name = ".|,", value_parser = parse_decimal)]
    pub decimal: Option<char>,
    /// Order of day, month and year
    #[arg(long, value_name = "dmy|mdy|ymd", value_parser = parse_date_order)]
    pub date_order: Option<DateOrder>,
    /// Format of times, as in strptime
    #[arg(long, value_name = "FORMAT")]
    pub time_format: Option<String>,
    /// Zone of times without one, such as Europe/Istanbul
    #[arg(long, value_name = "ZONE")]
    pub timezone: Option<String>,
    /// Day of a survey's answers where no column says it
    #[arg(long, value_name = "DATE")]
    pub survey_date: Option<String>,
    /// Value that means "no answer" in a column (* = any column); may be repeated
    #[arg(long, value_name = "COLUMN=VALUE", value_parser = parse_pair)]
    pub missing: Vec<(String, String)>,
    /// Read only rows with this value in a column (* = every row); may be repeated
    #[arg(long, value_name = "COLUMN=VALUE", value_parser = parse_pair)]
    pub keep_rows: Vec<(String, String)>,

    /// Longest pause within a journey
    #[arg(long, value_name = "30d|none")]
    pub gap: Option<Span>,
    /// How long a journey stays open after its last event
    #[arg(long, value_name = "30d|none")]
    pub open: Option<Span>,
    /// Only journeys that begin at or after this date
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Only journeys that begin before this date
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    /// Only journeys with this value in a segment column; may be repeated
    #[arg(long = "where", value_name = "COLUMN=VALUE", value_parser = parse_pair)]
    pub where_: Vec<(String, String)>,
    /// Only journeys with an event in this channel; may be repeated
    #[arg(long, value_name = "CHANNEL")]
    pub in_channel: Vec<String>,
    /// Touchpoint at which a journey has succeeded; may be repeated
    #[arg(long, value_name = "TOUCHPOINT")]
    pub goal: Vec<String>,
    /// Touchpoint at which customers ask for help; may be repeated
    #[arg(long, value_name = "TOUCHPOINT")]
    pub contact: Vec<String>,
    /// CSV file with the columns event, touchpoint and perhaps channel; its rules come first
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
    /// Hide counts from 1 below this number
    #[arg(long, value_name = "N", action = ArgAction::Set)]
    pub smallest_group: Option<u32>,
}

fn parse_scale(text: &str) -> Result<Scale, String> {
    let bad = || format!("`{text}` is not a scale; write it like 1..5");
    let (min, max) = text.split_once("..").ok_or_else(bad)?;
    let number = |part: &str| part.trim().parse::<f64>().ok().filter(|value| value.is_finite());
    match (number(min), number(max)) {
        (Some(min), Some(max)) if min < max => Ok(Scale { min, max }),
        _ => Err(bad()),
    }
}

fn parse_delimiter(text: &str) -> Result<char, String> {
    let mut letters = text.chars();
    match (text, letters.next(), letters.next()) {
        ("tab" | "\\t", ..) => Ok('\t'),
        (_, Some(letter), None) if letter.is_ascii() => Ok(letter),
        _ => Err(format!("`{text}` is not one character; write one such as ; or tab")),
    }
}

fn parse_yes_no(text: &str) -> Result<bool, String> {
    match text.to_ascii_lowercase().as_str() {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err("write yes or no".to_owned()),
    }
}

fn parse_decimal(text: &str) -> Result<char, String> {
    match text {
        "." => Ok('.'),
        "," => Ok(','),
        _ => Err("write . or ,".to_owned()),
    }
}

fn parse_date_order(text: &str) -> Result<DateOrder, String> {
    match text.to_ascii_lowercase().as_str() {
        "dmy" => Ok(DateOrder::Dmy),
        "mdy" => Ok(DateOrder::Mdy),
        "ymd" => Ok(DateOrder::Ymd),
        _ => Err("write dmy, mdy or ymd".to_owned()),
    }
}

fn parse_pair(text: &str) -> Result<(String, String), String> {
    let (column, value) =
        text.split_once('=').ok_or_else(|| format!("`{text}` has no `=`; write COLUMN=VALUE"))?;
    Ok((column.trim().to_owned(), value.to_owned()))
}
