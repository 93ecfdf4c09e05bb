//! `roadbook weigh`: the trees that weigh what a question may ask for, learnt from files of marked questions.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use roadbook::query::{Case, Forest};
use roadbook::router::Router;

use super::marked::Marked;

#[derive(Debug, Args)]
pub struct Options {
    /// Files of marked questions, as `eval` reads them
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The trees to write
    #[arg(long, value_name = "FILE", default_value = "data/readings.model")]
    out: PathBuf,
}

pub fn run(router: &Router, options: &Options) -> anyhow::Result<ExitCode> {
    let mut cases: Vec<Case> = Vec::new();
    let mut all = 0;
    for path in &options.files {
        let marked = super::marked::read(path)?;
        all += marked.len();
        cases.extend(marked.iter().filter_map(|one| case(router, one)));
    }
    let forest = Forest::learn(&cases);
    let bytes = forest.to_bytes();
    let out = &options.out;
    fs::write(out, &bytes).with_context(|| format!("{} cannot be written", out.display()))?;
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
