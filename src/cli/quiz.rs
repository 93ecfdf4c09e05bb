//! `roadbook quiz`: generated questions, each option with the statement that makes it right or wrong.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::bail;
use clap::Args;
use roadbook::facts::Lang;
use roadbook::quiz::{Difficulty, Format, Item, Seen, Stem, Theme, Wanted, draw};
use roadbook::router::Router;
use serde::Serialize;

use super::ask::{Source, sources};

/// The most questions of one call.
const MOST: usize = 100_000;

#[derive(Debug, Args)]
pub struct Options {
    /// How many questions
    #[arg(long, default_value_t = 1, value_name = "N", value_parser = super::parse_number::<usize>)]
    count: usize,
    /// The same seed gives the same questions
    #[arg(long, value_name = "S", value_parser = super::parse_number::<u64>)]
    seed: Option<u64>,
    /// The language of the questions
    #[arg(long, value_name = "en|fr", default_value = "en", value_parser = super::parse_lang)]
    lang: Lang,
    /// The kind of question: choice, true-or-false, rumour-or-fact, pick-all, order, match, number, typed
    #[arg(long, value_name = "F", value_parser = format)]
    format: Option<Format>,
    /// easy, medium or hard
    #[arg(long, value_name = "D", value_parser = difficulty)]
    difficulty: Option<Difficulty>,
    /// teams, people, series, episodes, race, makers, other-docuseries or rumours
    #[arg(long, value_name = "T", value_parser = theme)]
    topic: Option<Theme>,
    /// One JSON object a line
    #[arg(long)]
    json: bool,
}

fn format(name: &str) -> Result<Format, String> {
    by_name("format", &Format::ALL.map(|one| (one.name(), one)), name)
}

fn difficulty(name: &str) -> Result<Difficulty, String> {
    by_name("difficulty", &Difficulty::ALL.map(|one| (one.name(), one)), name)
}

fn theme(name: &str) -> Result<Theme, String> {
    by_name("topic", &Theme::ALL.map(|one| (one.name(), one)), name)
}

fn by_name<T: Copy>(what: &str, known: &[(&str, T)], name: &str) -> Result<T, String> {
    let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
    known
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, one)| *one)
        .ok_or_else(|| format!("there is no such {what}; choose from {}", names.join(", ")))
}

/// A question as JSON.
#[derive(Debug, Serialize)]
struct Printed<'a> {
    id: &'a str,
    format: &'static str,
    prompt: String,
    options: Vec<PrintedOption<'a>>,
    /// What the options are to be matched with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    targets: Vec<String>,
    /// The folded names that are taken for a typed answer.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    accepted: &'a [String],
    statements: Vec<&'a str>,
    topic: &'static str,
    difficulty: &'static str,
    facts: &'a str,
    sources: Vec<Source<'a>>,
}

#[derive(Debug, Serialize)]
struct PrintedOption<'a> {
    text: String,
    right: bool,
    why: &'a str,
    /// Its position in order of time from 1 up, or the target that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Place>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Place {
    Position(usize),
    Target(String),
}

pub fn run(router: &Router, options: &Options) -> anyhow::Result<ExitCode> {
    if options.count == 0 || options.count > MOST {
        bail!("--count {} is out of range; give a number from 1 to {MOST}", options.count);
    }
    let wanted =
        Wanted { format: options.format, difficulty: options.difficulty, theme: options.topic };
    let mut chance = super::generator(options.seed)?;
    let mut seen = Seen::default();
    let pool = router.pool();
    let items = match draw(router.facts(), pool, wanted, options.count, &mut seen, &mut chance) {
        Ok(items) => items,
        Err(empty) => bail!("{empty}; leave --format, --difficulty or --topic out"),
    };
    for item in &items {
        let line = if options.json {
            serde_json::to_string(&printed(router, item, options.lang))?
        } else {
            text(router, item, options.lang)
        };
        super::print(&line)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn printed<'a>(router: &'a Router, item: &'a Item, lang: Lang) -> Printed<'a> {
    let writer = router.writer(lang);
    let statements = item.statements();
    let cited = statements.iter().filter_map(|id| router.facts().statement(id));
    let targets: Vec<String> = item.targets.iter().map(|target| writer.value(target)).collect();
    Printed {
        id: &item.id,
        format: item.format.name(),
        prompt: writer.prompt(item),
        options: item
            .choices
            .iter()
            .map(|choice| PrintedOption {
                text: writer.offer(&choice.offer),
                right: choice.right,
                why: choice.why.id(),
                place: choice.place.map(|at| match targets.get(at) {
                    Some(target) => Place::Target(target.clone()),
                    None => Place::Position(at + 1),
                }),
            })
            .collect(),
        targets,
        accepted: &item.accepted,
        sources: sources(router, cited),
        statements,
        topic: item.theme.name(),
        difficulty: item.difficulty.name(),
        facts: &item.digest,
    }
}

fn text(router: &Router, item: &Item, lang: Lang) -> String {
    let writer = router.writer(lang);
    let marked = writer.offers(item).into_iter().zip(&item.choices).map(|(offered, choice)| {
        let mark = match (&item.stem, choice.place) {
            (Stem::Pairs(_) | Stem::Dates, Some(at)) => roadbook::reply::letter(at),
            (_, Some(at)) => (at + 1).to_string(),
            (_, None) if choice.right => "*".to_owned(),
            (_, None) => " ".to_owned(),
        };
        format!("\n {mark} {}. {}", offered.mark, offered.text)
    });
    let mut text: String = std::iter::once(writer.prompt(item)).chain(marked).collect();
    for target in writer.targets(item) {
        let _ = write!(text, "\n       {}. {}", target.mark, target.text);
    }
    if writer.offers(item).is_empty() {
        let answers = item.choices.iter().map(|choice| writer.offer(&choice.offer));
        let _ = write!(text, "\n * {}", answers.collect::<Vec<_>>().join(", "));
    }
    text + "\n"
}
