//! `roadbook weigh`: the trees that weigh what a question may ask for, learnt from files of marked questions.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use clap::Args;
use roadbook::query::{Case, Forest};
use roadbook::router::Router;

use super::marked::Marked;

#[derive(Debug, Args)]
pub struct Options {
    /// Files of marked questions, as `eval` reads them
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The trees to write; data/readings.model if not given
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub fn run(file: Option<&PathBuf>, router: &Router, options: &Options) -> anyhow::Result<ExitCode> {
    let out = match (&options.out, file) {
        (Some(out), _) => out.clone(),
        (None, None) => PathBuf::from("data/readings.model"),
        (None, Some(_)) => bail!(
            "the trees of another fact set would replace those of the shipped one; give --out FILE"
        ),
    };
    let mut cases: Vec<Case> = Vec::new();
    let mut all = 0;
    for path in &options.files {
        let marked = super::marked::read(path)?;
        all += marked.len();
        cases.extend(marked.iter().filter_map(|one| case(router, one)));
    }
    let forest = Forest::learn(&cases);
    let bytes = forest.to_bytes();
    fs::write(&out, &bytes).with_context(|| format!("{} cannot be written", out.display()))?;
    super::print(&format!(
        "{}: {} trees learnt from {} of {all} questions, {} bytes; build again to use them",
        out.display(),
        forest.trees(),
        cases.len(),
        bytes.len()
    ))?;
    Ok(ExitCode::SUCCESS)
}

fn case(router: &Router, marked: &Marked) -> Option<Case> {
    let wanted = [marked.statements.as_slice(), &marked.all].concat();
    // Whoever takes something false for granted may also be told that nothing says it.
    let denies = marked.kind == "false_premise";
    if marked.is_answerable() && wanted.is_empty() {
        return None;
    }
    router.asker().case(router.facts(), &marked.q, &wanted, denies)
}
