//! `roadbook reports`: what people say is wrong with questions.

use std::process::ExitCode;

use anyhow::bail;
use clap::Subcommand;
use jiff::Timestamp;
use roadbook::config::Config;
use roadbook::facts::{Facts, Lang};
use roadbook::store::{Report, Store};
use serde::Serialize;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the reports that nobody has looked at yet, the earliest first
    List {
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Say that the reports of a question have been looked at: it may be asked again
    Seen {
        /// The question, as `reports list` prints it
        #[arg(value_name = "ITEM")]
        item: String,
    },
}

/// A report without who made it, which does not matter.
#[derive(Debug, Serialize)]
struct Printed<'a> {
    item: &'a str,
    statements: Vec<String>,
    /// What the first of them says, in English; nothing where the facts do not have it any more.
    claim: Option<&'a str>,
    words: &'a str,
    at: String,
}

pub fn run(facts: &Facts, config: &Config, command: &Command) -> anyhow::Result<ExitCode> {
    super::wait_for(async {
        let store = super::current_store(config).await?;
        let done = match command {
            Command::List { json } => list(&store, facts, *json).await,
            Command::Seen { item } => seen(&store, item).await,
        };
        store.close().await;
        done
    })?;
    Ok(ExitCode::SUCCESS)
}

async fn list(store: &Store, facts: &Facts, json: bool) -> anyhow::Result<()> {
    let reports = store.reports().await?;
    if reports.is_empty() && !json {
        return super::print("no open reports");
    }
    for report in &reports {
        let printed = printed(facts, report);
        super::print(&if json { serde_json::to_string(&printed)? } else { lines(&printed) })?;
    }
    Ok(())
}

fn printed<'a>(facts: &'a Facts, report: &'a Report) -> Printed<'a> {
    let statements: Vec<String> = serde_json::from_str(&report.statements).unwrap_or_default();
    let first = statements.first().and_then(|id| facts.statement(id));
    Printed {
        item: &report.item,
        claim: first.map(|statement| statement.claim.get(Lang::En)),
        statements,
        words: &report.words,
        at: Timestamp::from_millisecond(report.at).unwrap_or_default().to_string(),
    }
}

fn lines(one: &Printed<'_>) -> String {
    let words = if one.words.is_empty() { "(no words)" } else { one.words };
    // What somebody typed must not pass for lines of ours.
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let claim = one.claim.unwrap_or("(the facts do not have it any more)");
    format!("{}  {}\n  about: {claim}\n  says: {words}", one.at, one.item)
}

async fn seen(store: &Store, item: &str) -> anyhow::Result<()> {
    match store.see_reports(item, now().as_millisecond()).await? {
        0 => bail!(
            "nobody reported {item}, or it was seen; roadbook reports list prints what is open"
        ),
        count => super::print(&format!("{item}: {count} seen")),
    }
}

#[expect(clippy::disallowed_methods, reason = "the clock of the command line")]
fn now() -> Timestamp {
    Timestamp::now()
}
