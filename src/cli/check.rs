//! `pathlight check`: all problems of a map file, each with its place.

use super::args::Check;
use super::data::load_map;
use super::error::CliError;
use super::output::to_stdout;

/// Checks the map: reading it finds every problem there is; problems make the status 1.
pub fn run(args: &Check) -> Result<(), CliError> {
    load_map(&args.map)?;
    to_stdout(&format!("{}: no problems\n", args.map.display()))
}
