//! The command line: low-level arguments, resolved ones, one file per subcommand. Exit status in one place.
