//! `pathlight [MAP]` opens the app; with a subcommand it runs without a display.

fn main() -> std::process::ExitCode {
    pathlight::cli::run()
}
