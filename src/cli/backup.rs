//! `roadbook backup`: the store as it stands, in a new file.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::Args;
use roadbook::config::Config;
use roadbook::store::Store;

#[derive(Debug, Args)]
pub struct Options {
    /// The file to write, which must not exist yet
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub fn run(config: &Config, options: &Options) -> anyhow::Result<ExitCode> {
    super::wait_for(async {
        let store = open(config).await?;
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

/// The store that there is. None is made to be copied.
async fn open(config: &Config) -> anyhow::Result<Store> {
    match (&config.database, &config.store) {
        (Some(address), _) => Ok(Store::open(address.expose()).await?),
        (None, Some(file)) if file.exists() => Ok(Store::open_file(file).await?),
        (None, Some(file)) => {
            bail!("there is no store yet at {}; there is nothing to copy", file.display())
        }
        (None, None) => bail!("nothing says where the store is; set DATABASE_URL or HOME"),
    }
}
