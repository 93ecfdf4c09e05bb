//! The program: settings, arguments, logs, then the command that was asked for.

mod cli;

use std::process::ExitCode;

use anyhow::Context as _;
use clap::Parser as _;
use roadbook::config::Config;
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

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
        None => LevelFilter::WARN,
        Some(level) => level.parse().with_context(|| {
            format!("ROADBOOK_LOG={level} is no level; use error, warn, info, debug or trace")
        })?,
    };
    // The libraries are heard where something is wrong only.
    let mut heard = Targets::new().with_target("roadbook", level);
    for library in roadbook::discord::WITH_SECRETS {
        heard = heard.with_target(*library, LevelFilter::ERROR.min(level));
    }
    // A statement that takes a second, on a busy machine even one that makes the tables, is news for whoever asks for news.
    if level <= LevelFilter::WARN {
        heard = heard.with_target(roadbook::store::LIBRARY, LevelFilter::ERROR.min(level));
    }
    let heard = heard.with_default(LevelFilter::WARN.min(level));
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    tracing_subscriber::registry().with(lines).with(heard).init();
    Ok(())
}
