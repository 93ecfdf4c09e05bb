//! `roadbook run`: the bot on Discord.

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use rand_chacha::rand_core::Rng as _;
use roadbook::config::Config;
use roadbook::discord::{Patience, Settings, run as run_on_discord};
use roadbook::router::Router;

/// How long the end may take once it is asked for, whatever still runs.
const END: Duration = Duration::from_secs(5);

pub fn run(
    router: impl FnOnce() -> anyhow::Result<Router> + Send + 'static,
    config: &Config,
) -> anyhow::Result<ExitCode> {
    let token = config.discord_token.clone().context(
        "DISCORD_TOKEN is not set; copy the token from the page “Bot” of the developer portal into the environment or into .env",
    )?;
    let shards = config.shards.as_deref().map(str::parse).transpose()?;
    let settings = Settings {
        token,
        guild: config.discord_guild.clone(),
        proxy: config.discord_proxy.clone(),
        shards,
        patience: Patience::default(),
    };
    let mut chance = super::generator(None)?;
    let process = format!("{:016x}", chance.next_u64());
    // One worker answers thousands a second; several wake one another for each, which costs a fifth more.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .context("the runtime cannot be set up")?;
    let ran = runtime.block_on(async {
        // Asked from the first moment on: the first process of a container is not ended by a signal that it does not
        // listen to.
        let mut asked = tokio::spawn(asked_to_end());
        // The facts are read while the store is opened: whoever waits for an answer waits for both.
        let router = tokio::task::spawn_blocking(router);
        let store = tokio::select! {
            store = super::store(config) => store?,
            _ = &mut asked => return anyhow::Ok(()),
        };
        let router = Arc::new(router.await??.with_store(store.named(&process)));
        let end = async {
            // Should the listening fail, nobody can ask.
            if asked.await.is_err() {
                std::future::pending::<()>().await;
            }
        };
        let ran = run_on_discord(settings, Arc::clone(&router), chance, end).await;
        router.store()?.close().await;
        anyhow::Ok(ran?)
    });
    runtime.shutdown_timeout(Duration::from_secs(1));
    ran?;
    Ok(ExitCode::SUCCESS)
}

/// Comes true when the system asks the program to end. From then on a thread of its own sees to it that it does.
async fn asked_to_end() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    let terminate = async {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(error) => {
                tracing::warn!(%error, "SIGTERM cannot be waited for");
                std::future::pending::<()>().await;
            }
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        _ = interrupt => {}
        () = terminate => {}
    }
    std::thread::spawn(|| {
        std::thread::sleep(END);
        std::process::exit(1);
    });
}
