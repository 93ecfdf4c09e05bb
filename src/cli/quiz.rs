//! `roadbook quiz`: generated questions, each option with the statement that makes it right or wrong.

use std::process::ExitCode;

use anyhow::bail;
use clap::Args;
use roadbook::facts::Lang;
use roadbook::quiz::{Difficulty, Format, Item, Wanted, draw};
use roadbook::reply::letter;
use roadbook::router::Router;
use serde::Serialize;

use super::ask::{Source, sources};

/// The most questions of one call.
const MOST: usize = 100_000;

#[derive(Debug, Args)]
pub struct Options {
    /// How many questions
    #[arg(long, default_value_t = 1, value_name = "N")]
    count: usize,
    /// The same seed gives the same questions
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// The language of the questions
    #[arg(long, value_name = "en|fr", default_value = "en", value_parser = super::parse_lang)]
    lang: Lang,
    /// The kind of question: choice, true-or-false, rumour-or-fact
    #[arg(long, value_name = "F", value_parser = format)]
    format: Option<Format>,
    /// easy, medium or hard
    #[arg(long, value_name = "D", value_parser = difficulty)]
    difficulty: Option<Difficulty>,
    /// One JSON object a line
    #[arg(long)]
    json: bool,
}

fn format(name: &str) -> Result<Format, String> {
    let known = Format::ALL.map(Format::name);
    Format::ALL
        .into_iter()
        .find(|format| format.name() == name)
        .ok_or_else(|| format!("no format is called so; there are {}", known.join(", ")))
}

fn difficulty(name: &str) -> Result<Difficulty, String> {
    let known = Difficulty::ALL.map(Difficulty::name);
    Difficulty::ALL
        .into_iter()
        .find(|difficulty| difficulty.name() == name)
        .ok_or_else(|| format!("no difficulty is called so; there are {}", known.join(", ")))
}

/// A question as JSON.
#[derive(Debug, Serialize)]
struct Printed<'a> {
    id: &'a str,
    format: &'static str,
    prompt: String,
    options: Vec<PrintedOption<'a>>,
    statements: Vec<&'a str>,
    difficulty: &'static str,
    sources: Vec<Source<'a>>,
}

#[derive(Debug, Serialize)]
struct PrintedOption<'a> {
    text: String,
    right: bool,
    why: &'a str,
}

pub fn run(router: &Router, options: &Options) -> anyhow::Result<ExitCode> {
    if options.count == 0 || options.count > MOST {
        bail!("--count {} is out of range; give a number from 1 to {MOST}", options.count);
    }
    let wanted = Wanted { format: options.format, difficulty: options.difficulty };
    let mut chance = super::generator(options.seed)?;
    let items = match draw(router.facts(), router.pool(), wanted, options.count, &mut chance) {
        Ok(items) => items,
        Err(empty) => bail!("{empty}; leave --format or --difficulty out"),
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
            })
            .collect(),
        sources: sources(router, cited),
        statements,
        difficulty: item.difficulty.name(),
    }
}

fn text(router: &Router, item: &Item, lang: Lang) -> String {
    let writer = router.writer(lang);
    let options = item.choices.iter().enumerate().map(|(index, choice)| {
        let mark = if choice.right { '*' } else { ' ' };
        format!("\n {mark} {}. {}", letter(index), writer.offer(&choice.offer))
    });
    std::iter::once(writer.prompt(item)).chain(options).collect::<String>() + "\n"
}
