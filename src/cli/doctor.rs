//! `roadbook doctor`: looks at all that the bot needs, and says what to do.

use std::fmt::Display;
use std::path::PathBuf;
use std::process::ExitCode;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use roadbook::config::{Config, Secret};
use roadbook::facts::Facts;
use roadbook::store::{Age, Error, Store};

/// What was found of one thing: that it is fine, with a few words, or what is wrong and the cure.
type Finding = Result<String, String>;

pub fn run(facts: Option<&PathBuf>, config: &Config) -> anyhow::Result<ExitCode> {
    let now = now();
    let (store, last, items) = super::wait_for(async { Ok(look_at_store(config, now).await) })?;
    let facts = look_at_facts(facts);
    let latest = facts.as_ref().ok().and_then(latest_article);
    let mut findings = vec![
        ("settings", Ok(settings(config))),
        ("store", store),
        ("facts", facts.map(|facts| format!("{} statements", facts.statements().len()))),
        ("clock", look_at_clock(now, latest, last)),
        ("token", look_at_token(config.discord_token.as_ref())),
    ];
    findings.extend(items.map(|items| ("items", Ok(items))));
    let mut wrong = false;
    for (what, finding) in findings {
        wrong |= finding.is_err();
        let (mark, words) = match &finding {
            Ok(words) => ("fine ", words),
            Err(words) => ("WRONG", words),
        };
        super::print(&format!("{mark}  {what}: {words}"))?;
    }
    Ok(if wrong { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

#[expect(clippy::disallowed_methods, reason = "the clock is what is looked at")]
fn now() -> Timestamp {
    Timestamp::now()
}

fn settings(config: &Config) -> String {
    let facts = match &config.facts {
        Some(file) => format!("facts from {}", file.display()),
        None => "the shipped facts".to_owned(),
    };
    let store = match (&config.database, &config.store) {
        (Some(_), _) => "the store that DATABASE_URL names".to_owned(),
        (None, Some(file)) => format!("the store in {}", file.display()),
        (None, None) => "no store".to_owned(),
    };
    format!("{facts}, {store}")
}

/// Opens the store and looks through it; gives the latest time that stands in it, too, and what waits for the
/// operator.
async fn look_at_store(
    config: &Config,
    now: Timestamp,
) -> (Finding, Option<Timestamp>, Option<String>) {
    let store = match (&config.database, &config.store) {
        (Some(address), _) => Store::existing(address.expose()).await,
        (None, Some(file)) if file.exists() => Store::existing_file(file).await,
        (None, Some(_)) => {
            return (Ok("none yet; the first start makes it".to_owned()), None, None);
        }
        (None, None) => {
            let cure = "nothing says where it is; set DATABASE_URL or HOME".to_owned();
            return (Err(cure), None, None);
        }
    };
    let store = match store {
        Ok(store) => store,
        Err(error) => return (Err(with_cause(&error)), None, None),
    };
    let age = store.age().await;
    let last = store.latest().await;
    let problems = match age {
        // What its tables hold is for the program that made them to judge.
        Ok(Age::Older | Age::Newer { .. }) => store.check_file().await,
        _ => store.check(now.as_millisecond()).await,
    };
    let items = look_at_items(&store).await.ok();
    store.close().await;
    let finding = match (age, &problems, &last) {
        (Ok(Age::Newer { version }), ..) => Err(Error::Newer { version }.to_string()),
        (Err(error), ..) => Err(with_cause(&error)),
        (_, Err(error), _) | (_, _, Err(error)) => Err(with_cause(error)),
        (Ok(age), Ok(problems), _) => match problems.as_slice() {
            [] if age == Age::Older => Ok("sound, and of an older Roadbook; the next start of \
                 this one brings it up to date (make a backup before)"
                .to_owned()),
            [] => Ok("every page and every sum is sound".to_owned()),
            [first, ..] => Err(format!(
                "{first} (problems in all: {}); put a backup in its place",
                problems.len()
            )),
        },
    };
    let last = last.ok().flatten().and_then(|at| Timestamp::from_millisecond(at).ok());
    (finding, last, items)
}

/// Reports that nobody has looked at, and questions that rest: nothing is wrong with that, but somebody
/// should look.
async fn look_at_items(store: &Store) -> roadbook::store::Result<String> {
    let (reports, resting) = (store.reports().await?.len(), store.resting().await?.len());
    let see = |count: usize, command: &str| match count {
        0 => String::new(),
        _ => format!(" (see {command})"),
    };
    Ok(format!(
        "open reports: {reports}{}; resting: {resting}{}",
        see(reports, "roadbook reports list"),
        see(resting, "roadbook items stats"),
    ))
}

/// An error with what is behind it, in one line.
fn with_cause(error: &dyn std::error::Error) -> String {
    match error.source() {
        Some(source) => format!("{error} ({source})"),
        None => error.to_string(),
    }
}

fn look_at_facts(file: Option<&PathBuf>) -> Result<Facts, String> {
    let (name, text) = super::text(file).map_err(|error| format!("{error:#}"))?;
    Facts::from_json(&text).map_err(|problems| {
        let noun = if problems.len() == 1 { "problem" } else { "problems" };
        format!("{} {noun} in {name}; roadbook facts check lists them", problems.len())
    })
}

/// The date of the latest article that bears one.
fn latest_article(facts: &Facts) -> Option<Date> {
    facts.file().articles.iter().filter_map(|article| article.date.as_ref()?.parse().ok()).max()
}

/// A clock that is behind what was read or written already is wrong for certain.
fn look_at_clock(now: Timestamp, article: Option<Date>, last: Option<Timestamp>) -> Finding {
    let cure = "set it, best by the network (NTP)";
    let today = now.to_zoned(TimeZone::UTC).date();
    if let Some(article) = article.filter(|article| *article > today) {
        return Err(format!("it says {today}, before the article of {article}; {cure}"));
    }
    let minute = 1.minute();
    if let Some(last) = last.filter(|last| now.checked_add(minute).is_ok_and(|soon| *last > soon)) {
        return Err(format!("it says {now:.0}, but the store has seen {last:.0}; {cure}"));
    }
    Ok(format!("{now:.0}"))
}

/// Looks at the form of a token only: nothing is sent anywhere. It has three parts in the alphabet of
/// base64url (<https://docs.discord.com/developers/reference#authentication>).
fn look_at_token(token: Option<&Secret>) -> Finding {
    let Some(token) = token else {
        return Ok("none; roadbook run needs DISCORD_TOKEN, the terminal does not".to_owned());
    };
    let token = token.expose();
    let wrong = |what: &dyn Display| {
        Err(format!("{what}; copy it from the page Bot of your application into DISCORD_TOKEN"))
    };
    if token.starts_with(['"', '\'']) || token.ends_with(['"', '\'']) {
        return wrong(&"it stands in quotation marks");
    }
    if token.starts_with("Bot ") {
        return wrong(&"it begins with the word Bot, which does not belong to it");
    }
    let parts: Vec<_> = token.split('.').collect();
    let alphabet = |one: char| one.is_ascii_alphanumeric() || one == '-' || one == '_';
    if parts.len() != 3 {
        return wrong(&"it does not have three parts between dots, so it is some other secret");
    }
    if parts.iter().any(|part| part.is_empty() || !part.chars().all(alphabet)) {
        return wrong(&"it has characters that no token has");
    }
    if token.len() < 50 {
        return wrong(&"it is too short, so something was cut off");
    }
    Ok("it has the form of one".to_owned())
}
