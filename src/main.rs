//! The program: settings, arguments, logs, then the command that was asked for.

mod cli;

use std::process::ExitCode;

use anyhow::Context as _;
use clap::Parser as _;
use roadbook::config::Config;

fn main() -> ExitCode {
    match start() {
        Ok(code) => code,
        Err(error) => {
            cli::complain(&error);
            ExitCode::from(2)
        }
    }
}

fn start() -> anyhow::Result<ExitCode> {
    match dotenvy::dotenv() {
        Err(error) if !error.not_found() => {
            return Err(error).context("the file .env cannot be read; mend or remove it");
        }
        _ => {}
    }
    let config = Config::from_env();
    let arguments = cli::Arguments::parse();
    start_logs(&config)?;
    cli::run(arguments, &config)
}

/// Logs go to stderr, so that stdout is the program's answers alone.
fn start_logs(config: &Config) -> anyhow::Result<()> {
    let level = match &config.log {
        None => tracing::level_filters::LevelFilter::WARN,
        Some(level) => level.parse().with_context(|| {
            format!("ROADBOOK_LOG={level} is no level; use error, warn, info, debug or trace")
        })?,
    };
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(level).init();
    Ok(())
}
