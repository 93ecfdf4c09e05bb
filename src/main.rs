//! The program: settings, arguments, logs, then the command that was asked for.

mod cli;

use std::process::ExitCode;

use clap::Parser as _;
use roadbook::config::Config;

fn main() -> ExitCode {
    // A missing .env is the usual case; a broken one is told by the setting that is then missing.
    let _ = dotenvy::dotenv();
    let config = Config::from_env();
    let arguments = cli::Arguments::parse();
    start_logs(&config);
    match cli::run(arguments, &config) {
        Ok(code) => code,
        Err(error) => {
            cli::complain(&error);
            ExitCode::from(2)
        }
    }
}

/// Logs go to stderr, so that stdout is the program's answers alone.
fn start_logs(config: &Config) {
    let level = config.log.as_deref().and_then(|level| level.parse().ok());
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_max_level(level.unwrap_or(tracing::level_filters::LevelFilter::WARN))
        .init();
}
