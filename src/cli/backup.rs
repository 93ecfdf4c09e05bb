//! `roadbook backup`: the store as it stands, in a new file.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use roadbook::config::Config;

#[derive(Debug, Args)]
pub struct Options {
    /// The file to write, which must not exist yet
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub fn run(config: &Config, options: &Options) -> anyhow::Result<ExitCode> {
    super::wait_for(async {
        let store = super::existing_store(config).await?;
        store.backup(&options.file).await?;
        store.close().await;
        Ok(())
    })?;
    let file = options.file.display();
    let bytes = std::fs::metadata(&options.file)
        .with_context(|| format!("{file} was written, but cannot be looked at"))?
        .len();
    super::print(&format!("{file}: the store as it stands, {bytes} bytes"))?;
    Ok(ExitCode::SUCCESS)
}
