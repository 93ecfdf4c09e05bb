//! `roadbook items`: how questions do, by the answers to them, and waking those at rest.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::bail;
use clap::{Subcommand, ValueEnum};
use roadbook::config::Config;
use roadbook::store::{ItemStats, Rest, Store};
use serde::Serialize;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print what the answers say of each question that was asked, and which rest, with the reason
    Stats {
        /// One JSON object a line
        #[arg(long)]
        json: bool,
        /// What comes first: what was shown most, what fewest had right, what is rated hardest, or by name
        #[arg(long, value_enum, default_value_t)]
        sort: Sort,
    },
    /// Let a question be asked again that was put to rest
    Wake {
        /// The question, as `items stats` prints it
        #[arg(value_name = "ITEM")]
        item: String,
    },
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Sort {
    #[default]
    Shown,
    Right,
    Rating,
    Item,
}

/// A question by its numbers.
#[derive(Debug, Serialize)]
struct Printed<'a> {
    item: &'a str,
    shown: i64,
    answers: i64,
    /// The share of right answers, from 0 to 1; nothing without answers.
    right: Option<f64>,
    /// The share of each option.
    options: BTreeMap<&'a str, f64>,
    rating: Option<f64>,
    /// Why it rests, if it does.
    rests: Option<String>,
}

pub fn run(config: &Config, command: &Command) -> anyhow::Result<ExitCode> {
    super::wait_for(async {
        let store = super::current_store(config).await?;
        let done = match command {
            Command::Stats { json, sort } => stats(&store, *json, *sort).await,
            Command::Wake { item } => wake(&store, item).await,
        };
        store.close().await;
        done
    })?;
    Ok(ExitCode::SUCCESS)
}

async fn stats(store: &Store, json: bool, sort: Sort) -> anyhow::Result<()> {
    let mut stats = store.item_stats().await?;
    let mut resting = store.resting().await?;
    // What rests is told even where nobody has answered it.
    let unanswered: Vec<ItemStats> = resting
        .keys()
        .filter(|item| !stats.iter().any(|one| one.item == **item))
        .map(|item| ItemStats {
            item: item.clone(),
            shown: 0,
            answers: 0,
            correct: 0,
            choices: Vec::new(),
            rating: None,
        })
        .collect();
    stats.extend(unanswered);
    match sort {
        Sort::Shown => stats.sort_by_key(|one| Reverse(one.shown)),
        // Those without answers come last.
        Sort::Right => stats.sort_by(|one, other| {
            let share = |one: &ItemStats| share(one.correct, one.answers).unwrap_or(2.0);
            share(one).total_cmp(&share(other))
        }),
        Sort::Rating => stats.sort_by(|one, other| {
            let rating = |one: &ItemStats| one.rating.unwrap_or(f64::MIN);
            rating(other).total_cmp(&rating(one))
        }),
        Sort::Item => stats.sort_by(|one, other| one.item.cmp(&other.item)),
    }
    if !json {
        super::print("shown  answers  right  rating  item")?;
    }
    for one in &stats {
        let printed = printed(one, resting.remove(&one.item));
        super::print(&if json { serde_json::to_string(&printed)? } else { lines(&printed) })?;
    }
    Ok(())
}

fn printed(stats: &ItemStats, rest: Option<Rest>) -> Printed<'_> {
    let options = stats
        .choices
        .iter()
        .filter_map(|(option, count)| Some((option.as_str(), share(*count, stats.answers)?)));
    Printed {
        item: &stats.item,
        shown: stats.shown,
        answers: stats.answers,
        right: share(stats.correct, stats.answers),
        options: options.collect(),
        rating: stats.rating,
        rests: rest.map(|rest| match rest {
            Rest::Reason(reason) => reason,
            Rest::Reports(count) => format!("{count} reports that nobody has seen"),
        }),
    }
}

/// A question in a line, with its options and why it rests below.
fn lines(one: &Printed<'_>) -> String {
    let percent = |share: f64| format!("{:.0} %", share * 100.0);
    let right = one.right.map_or_else(|| "–".to_owned(), percent);
    let rating = one.rating.map_or_else(|| "–".to_owned(), |rating| format!("{rating:.0}"));
    let mut text =
        format!("{:>5}  {:>7}  {right:>5}  {rating:>6}  {}", one.shown, one.answers, one.item);
    for (option, share) in &one.options {
        let _ = write!(text, "\n       {:>7}  chose {option}", percent(*share));
    }
    if let Some(reason) = &one.rests {
        let _ = write!(text, "\n       rests: {reason}");
    }
    text
}

async fn wake(store: &Store, item: &str) -> anyhow::Result<()> {
    if store.wake(item).await? {
        return super::print(&format!("{item} is asked again"));
    }
    match store.resting().await?.get(item) {
        Some(Rest::Reports(_)) => {
            bail!(
                "{item} rests because of reports; look at them, then: roadbook reports seen {item}"
            )
        }
        _ => bail!("{item} does not rest; roadbook items stats prints what does"),
    }
}

fn share(part: i64, whole: i64) -> Option<f64> {
    let float = |count: i64| f64::from(i32::try_from(count).unwrap_or(i32::MAX));
    (whole > 0).then(|| float(part) / float(whole))
}
