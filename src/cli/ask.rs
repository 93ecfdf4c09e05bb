//! `roadbook ask`: one answer, or a batch of them as JSON Lines.

use std::io::BufRead as _;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context as _, bail};
use clap::Args;
use roadbook::console::{plain, render};
use roadbook::facts::{Lang, Statement};
use roadbook::query::{Outcome, Reading, language};
use roadbook::router::Router;
use serde::{Deserialize, Serialize};

#[derive(Debug, Args)]
pub struct Options {
    /// The language of the answer; that of the question if not given
    #[arg(long, value_name = "en|fr", value_parser = super::parse_lang)]
    lang: Option<Lang>,
    /// Read JSON Lines {"id","q","lang"?} from stdin and answer each with a line of JSON
    #[arg(long, conflicts_with = "question")]
    batch: bool,
    /// The question
    #[arg(required_unless_present = "batch")]
    question: Vec<String>,
}

/// A line of a batch.
#[derive(Debug, Deserialize)]
struct Asked {
    id: serde_json::Value,
    q: String,
    lang: Option<String>,
}

/// The answer to a line of a batch.
#[derive(Debug, Serialize)]
struct Answered<'a> {
    id: &'a serde_json::Value,
    outcome: &'static str,
    text: String,
    statements: Vec<&'a str>,
    sources: Vec<Source<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: Vec<Choice<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    absence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nearest: Option<&'a str>,
    micros: u128,
}

/// A paragraph that was cited.
#[derive(Debug, Serialize, PartialEq)]
pub struct Source<'a> {
    article: &'a str,
    paragraph: u32,
    date: Option<&'a str>,
}

/// A reading that the person can choose.
#[derive(Debug, Serialize)]
struct Choice<'a> {
    text: &'a str,
    statements: Vec<&'a str>,
}

pub fn run(router: &Router, options: &Options) -> anyhow::Result<ExitCode> {
    if options.batch {
        return batch(router, options.lang);
    }
    let question = options.question.join(" ");
    let lang = options.lang.unwrap_or_else(|| language(&question, Lang::En));
    let answer = router.asker().ask(router.facts(), &question, None);
    super::print(&render(&router.writer(lang).answer(&answer)))?;
    Ok(ExitCode::SUCCESS)
}

fn batch(router: &Router, lang: Option<Lang>) -> anyhow::Result<ExitCode> {
    for (index, line) in std::io::stdin().lock().lines().enumerate() {
        let line = line.with_context(|| format!("line {} of stdin cannot be read", index + 1))?;
        if line.trim().is_empty() {
            continue;
        }
        let asked: Asked = match serde_json::from_str(&line) {
            Ok(asked) => asked,
            Err(error) => bail!(
                "line {} of stdin: {error}; each line is a JSON object with \"id\" and \"q\"",
                index + 1
            ),
        };
        let lang = match asked.lang.as_deref() {
            Some(code) => code
                .parse()
                .map_err(|error| anyhow::anyhow!("line {} of stdin: {error}", index + 1))?,
            None => lang.unwrap_or_else(|| language(&asked.q, Lang::En)),
        };
        super::print(&serde_json::to_string(&answer(router, &asked, lang))?)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn answer<'a>(router: &'a Router, asked: &'a Asked, lang: Lang) -> Answered<'a> {
    #[expect(clippy::disallowed_methods, reason = "measures how long an answer takes")]
    let start = Instant::now();
    let found = router.asker().ask(router.facts(), &asked.q, None);
    let text = plain(&router.writer(lang).answer(&found), false);
    let micros = start.elapsed().as_micros();
    let mut answered = Answered {
        id: &asked.id,
        outcome: "off_topic",
        text,
        statements: Vec::new(),
        sources: Vec::new(),
        choices: Vec::new(),
        absence: None,
        nearest: None,
        micros,
    };
    match found.outcome {
        Outcome::Answered(statements) => {
            answered.outcome = "answered";
            answered.statements = statements.iter().map(|one| one.id.as_str()).collect();
            answered.sources = sources(router, statements.iter().copied());
        }
        Outcome::Which(readings) => {
            answered.outcome = "which";
            answered.choices = readings
                .into_iter()
                .map(|reading| Choice {
                    text: reading.question().get(lang),
                    statements: match reading {
                        Reading::Statement(statement) => vec![statement.id.as_str()],
                        Reading::Absence(_) => Vec::new(),
                    },
                })
                .collect();
        }
        Outcome::Unknown { absence, nearest } => {
            answered.outcome = "unknown";
            answered.absence = absence.map(|absence| absence.id.as_str());
            answered.nearest = nearest.map(|nearest| nearest.id.as_str());
            answered.sources = sources(router, nearest.into_iter());
        }
        Outcome::OffTopic => {}
    }
    answered
}

/// The paragraphs that statements cite, each once; of a statement that was worked out, those of what it
/// follows from.
pub fn sources<'a>(
    router: &'a Router,
    statements: impl Iterator<Item = &'a Statement>,
) -> Vec<Source<'a>> {
    let mut sources: Vec<Source<'a>> = Vec::new();
    for evidence in statements.flat_map(|statement| router.facts().evidence(statement)) {
        let article = router.facts().article(&evidence.article);
        let source = Source {
            article: &evidence.article,
            paragraph: evidence.paragraph,
            date: article.and_then(|article| article.date.as_deref()),
        };
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}
