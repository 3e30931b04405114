//! The arguments about pictures as they are written: what is on them, what stands around, how large they are.

use crate::export::{Paper, SvgText};
use crate::overlay::FooterPart;
use crate::scene::Ground;
use crate::scene::slides::SlideSize;
use crate::theme::ThemeName;
use std::path::PathBuf;

/// What is on a picture and what it looks like.
#[derive(Debug, Default, clap::Args)]
#[command(next_help_heading = "Pictures")]
pub struct PictureOptions {
    /// Width of a PNG in pixels [default: 3840]
    #[arg(long, value_name = "PIXELS", conflicts_with = "times")]
    pub width: Option<u32>,
    /// Pixels of a PNG for each point of the map, such as 2
    #[arg(long, value_name = "N", value_parser = parse_times)]
    pub times: Option<f32>,
    /// Pixels an inch of a PNG, written into the file; without --width or --times they say how large it is
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(10..=2400))]
    pub dpi: Option<u32>,
    /// Letters of an SVG: text with the fonts it needs, or outlines that look the same everywhere
    #[arg(long, value_name = "embedded|outlines", default_value = "embedded", value_parser = parse_letters)]
    pub letters: SvgText,
    /// All slides (the map, each stage, the largest exits, gaps, actions); of .png and .svg a file each [default for .pptx]
    #[arg(long)]
    pub slides: bool,
    /// Slides for the charts, too
    #[arg(long)]
    pub charts: bool,
    /// The map alone, even in a presentation
    #[arg(long, conflicts_with = "slides")]
    pub no_slides: bool,
    /// Width of slides for their height
    #[arg(long, default_value = "16:9", value_name = "16:9|4:3", value_parser = parse_slide_size)]
    pub size: SlideSize,
    /// Sheet that the map fills: A4, A3, A2, A1, A0 or Letter [default: as large as the map]
    #[arg(long, value_name = "SIZE", value_parser = parse_paper)]
    pub paper: Option<Paper>,
    /// Spread a PDF over so many sheets of paper side by side, with marks to cut and glue by
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=20), requires = "paper")]
    pub sheets: Option<u16>,

    /// Only this stage; may be repeated
    #[arg(long, value_name = "STAGE")]
    pub stage: Vec<String>,
    /// Only this touchpoint; may be repeated
    #[arg(long, value_name = "TOUCHPOINT")]
    pub touchpoint: Vec<String>,
    /// Only these lanes, by name or kind (emotion, exits, pains …), also hidden ones
    #[arg(long, value_name = "LANE,…", value_delimiter = ',')]
    pub lanes: Vec<String>,

    /// Title in place of the map's own
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// Nothing above the map: no title, description and persona
    #[arg(long, conflicts_with = "title")]
    pub no_title: bool,
    /// Picture for the upper right corner (PNG, JPEG, GIF or WebP)
    #[arg(long, value_name = "FILE")]
    pub logo: Option<PathBuf>,
    /// A line around everything
    #[arg(long)]
    pub border: bool,
    /// No explanation of the signs below the map
    #[arg(long)]
    pub no_legend: bool,
    /// What the line below tells: source, fingerprint, rows, period, filter, smallest-group, date, or none [default: all]
    #[arg(long, value_name = "PART,…", value_delimiter = ',', value_parser = parse_footer_part)]
    pub footer: Option<Vec<Option<FooterPart>>>,
    /// Day written below: YYYY-MM-DD, today, or none, so that the same map gives the same bytes on every day
    #[arg(long, default_value = "none", value_name = "DAY", value_parser = parse_day)]
    pub date: Day,
    /// Colours
    #[arg(long, value_name = "light|dark|print", value_parser = parse_theme, conflicts_with = "dark")]
    pub theme: Option<ThemeName>,
    /// Dark colours, as --theme dark
    #[arg(long)]
    pub dark: bool,
    /// What is behind everything
    #[arg(long, value_name = "theme|white|transparent", value_parser = parse_ground)]
    pub background: Option<Ground>,
    /// Language whose marks numbers have, such as tr or pl [default: en]
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
}

/// The day below a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Day {
    /// No day.
    #[default]
    None,
    /// The day of the export.
    Today,
    /// As given.
    On(String),
}

fn parse_times(text: &str) -> Result<f32, String> {
    let factor = text.trim_end_matches(['x', '×']).parse::<f32>().ok();
    factor
        .filter(|factor| (0.1..=20.0).contains(factor))
        .ok_or_else(|| "write a number from 0.1 to 20".to_owned())
}

fn parse_letters(text: &str) -> Result<SvgText, String> {
    match text {
        "embedded" => Ok(SvgText::Embedded),
        "outlines" => Ok(SvgText::Outlines),
        _ => Err("write embedded or outlines".to_owned()),
    }
}

fn parse_slide_size(text: &str) -> Result<SlideSize, String> {
    match text {
        "16:9" => Ok(SlideSize::Wide),
        "4:3" => Ok(SlideSize::Standard),
        _ => Err("write 16:9 or 4:3".to_owned()),
    }
}

fn parse_paper(text: &str) -> Result<Paper, String> {
    let known = || Paper::ALL.map(Paper::name).join(", ");
    Paper::named(text).ok_or_else(|| format!("there is no paper `{text}`; there are {}", known()))
}

/// None for `none`.
fn parse_footer_part(text: &str) -> Result<Option<FooterPart>, String> {
    if text == "none" {
        return Ok(None);
    }
    let known = || FooterPart::ALL.map(FooterPart::name).join(", ");
    let found = FooterPart::ALL.into_iter().find(|part| part.name() == text);
    found.map(Some).ok_or_else(|| format!("there is no part `{text}`; there are {}, none", known()))
}

fn parse_theme(text: &str) -> Result<ThemeName, String> {
    let found = ThemeName::ALL.into_iter().find(|theme| theme.name() == text);
    found.ok_or_else(|| format!("write {}", ThemeName::ALL.map(ThemeName::name).join(", ")))
}

fn parse_ground(text: &str) -> Result<Ground, String> {
    let found = Ground::ALL.into_iter().find(|ground| ground.name() == text);
    found.ok_or_else(|| format!("write {}", Ground::ALL.map(Ground::name).join(", ")))
}

pub fn parse_day(text: &str) -> Result<Day, String> {
    match text {
        "none" => Ok(Day::None),
        "today" => Ok(Day::Today),
        day if day.parse::<jiff::civil::Date>().is_ok() => Ok(Day::On(day.to_owned())),
        _ => Err("write it as 2024-04-01, today or none".to_owned()),
    }
}
