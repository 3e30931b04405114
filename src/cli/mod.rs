//! The command line: low-level arguments, resolved ones, one file per subcommand. Exit status in one place:
//! 0 done, 1 the input is at fault, 2 wrong usage.

mod args;
mod bar;
mod charts;
mod check;
mod content;
mod data;
mod draft;
mod error;
mod export;
mod import;
mod insight_args;
mod insights;
mod measure;
mod new;
mod open;
mod output;
mod picture_args;
mod pictures;
mod profile;
mod report;
mod resolved;
mod rules;
mod templates;

use args::{Args, Subcommand};
use clap::Parser;
use error::CliError;
use std::process::ExitCode;

/// Runs the command line of this process.
#[must_use]
pub fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help and version are no mistakes: they go to standard output with status 0.
            let status = if error.use_stderr() { 2 } else { 0 };
            let _ = error.print();
            return ExitCode::from(status);
        }
    };
    crate::base::lang::set_language("en");
    match dispatch(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(CliError::BrokenPipe) => ExitCode::SUCCESS,
        Err(CliError::Usage(message)) => {
            output::to_stderr(&format!("error: {message}\n"));
            ExitCode::from(2)
        }
        Err(CliError::Input(problem)) => {
            output::to_stderr(&problem.to_string());
            ExitCode::from(1)
        }
    }
}

fn dispatch(args: Args) -> Result<(), CliError> {
    let quiet = args.quiet;
    if let (Some(map), Some(_)) = (&args.map, &args.subcommand) {
        let map = map.display();
        return Err(CliError::Usage(format!(
            "`{map}` stands before the command; write it after the command"
        )));
    }
    match args.subcommand {
        None => open::run(args.map),
        Some(Subcommand::New(args)) => new::run(&args),
        Some(Subcommand::Templates) => templates::run(),
        Some(Subcommand::Draft(args)) => draft::run(&args, quiet),
        Some(Subcommand::Profile(args)) => profile::run(&args, quiet),
        Some(Subcommand::Measure(args)) => measure::run(&args, quiet),
        Some(Subcommand::Insights(args)) => insights::findings(&args, quiet),
        Some(Subcommand::Patterns(args)) => insights::ahead_of_exits(&args, quiet),
        Some(Subcommand::Compare(args)) => insights::compare(&args, quiet),
        Some(Subcommand::Signs(args)) => insights::nine_signs(&args, quiet),
        Some(Subcommand::Paths(args)) => insights::ways(&args, quiet),
        Some(Subcommand::Journey(args)) => insights::one_customer(&args, quiet),
        Some(Subcommand::Channels(args)) => insights::channel_page(&args, quiet),
        Some(Subcommand::WhatIf(args)) => insights::what_if(&args, quiet),
        Some(Subcommand::Export(args)) => export::run(&args, quiet),
        Some(Subcommand::Report(args)) => report::run(&args, quiet),
        Some(Subcommand::Import(args)) => import::run(&args, quiet),
        Some(Subcommand::Check(args)) => check::run(&args),
    }
}
