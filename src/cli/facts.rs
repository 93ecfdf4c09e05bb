//! `roadbook facts`: check, list, schema.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::Subcommand;
use roadbook::facts::{articles, check, parse, schema_text};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check the fact set, and with the articles at hand every source; exit 1 if there are problems
    Check {
        /// The folder with the articles that the facts were read from
        #[arg(long, value_name = "DIR")]
        articles: Option<PathBuf>,
    },
    /// Print every statement
    List {
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Print the JSON Schema of a fact file
    Schema,
}

pub fn run(file: Option<&PathBuf>, command: &Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Schema => {
            super::print(schema_text().trim_end())?;
            Ok(ExitCode::SUCCESS)
        }
        Command::Check { articles } => check_all(file, articles.as_ref()),
        Command::List { json } => list(file, *json),
    }
}

fn check_all(file: Option<&PathBuf>, folder: Option<&PathBuf>) -> anyhow::Result<ExitCode> {
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        bail!("{} is not a folder; give the folder with the articles", folder.display());
    }
    let (name, text) = super::text(file)?;
    let (problems, summary) = match parse(&text) {
        Err(problems) => (problems, String::new()),
        Ok(parsed) => {
            let mut problems = check(&parsed);
            problems.extend(folder.iter().flat_map(|folder| articles::check(&parsed, folder)));
            let summary = format!(
                "{name}: {} statements, {} absences, {} entities, {} articles; no problems{}",
                parsed.statements.len(),
                parsed.absences.len(),
                parsed.entities.len(),
                parsed.articles.len(),
                if folder.is_some() { ", sources verified" } else { "" },
            );
            (problems, summary)
        }
    };
    if problems.is_empty() {
        super::print(&summary)?;
        return Ok(ExitCode::SUCCESS);
    }
    for problem in &problems {
        super::complain_of(&name, problem);
    }
    let noun = if problems.len() == 1 { "problem" } else { "problems" };
    super::complain_of(&name, &format_args!("{} {noun}", problems.len()));
    Ok(ExitCode::from(1))
}

fn list(file: Option<&PathBuf>, json: bool) -> anyhow::Result<ExitCode> {
    let facts = super::load(file)?;
    for statement in facts.statements() {
        let line = if json {
            serde_json::to_string(statement).context("a statement cannot be written as JSON")?
        } else {
            format!("{}: {}", statement.id, statement.claim.en)
        };
        super::print(&line)?;
    }
    Ok(ExitCode::SUCCESS)
}
