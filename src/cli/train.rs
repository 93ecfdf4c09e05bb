//! `roadbook train`: the model of how people ask, learnt from the files of questions.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail};
use clap::Args;
use roadbook::facts::{Facts, Lang};
use roadbook::query::questions::{self, Example};
use roadbook::query::{Linker, Model};

#[derive(Debug, Args)]
pub struct Options {
    /// The folder with en.txt and fr.txt
    #[arg(long, value_name = "DIR", default_value = "data/questions")]
    questions: PathBuf,
    /// The model to write; data/questions.model if not given
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub fn run(file: Option<&PathBuf>, options: &Options) -> anyhow::Result<ExitCode> {
    let out = match (&options.out, file) {
        (Some(out), _) => out.clone(),
        (None, None) => PathBuf::from("data/questions.model"),
        (None, Some(_)) => bail!(
            "the model of another fact set would replace that of the shipped one; give --out FILE"
        ),
    };
    let facts = super::load(file)?;
    let mut examples = questions::own(&facts);
    examples.extend(read(&facts, &options.questions)?);
    let model = Model::learn(&facts, &Linker::new(&facts), &examples, None);
    let bytes = model.to_bytes();
    fs::write(&out, &bytes).with_context(|| format!("{} cannot be written", out.display()))?;
    super::print(&format!(
        "{}: learnt from {} questions, {} bytes; build again to use it",
        out.display(),
        examples.len(),
        bytes.len()
    ))?;
    Ok(ExitCode::SUCCESS)
}

/// The questions of a folder, one file a language.
pub fn read(facts: &Facts, folder: &Path) -> anyhow::Result<Vec<Example>> {
    let mut examples = Vec::new();
    for lang in Lang::ALL {
        let path = folder.join(format!("{}.txt", lang.code()));
        let text = fs::read_to_string(&path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        let read = questions::read(facts, lang, &text);
        examples.extend(read.map_err(|error| anyhow!("{}: {error}", path.display()))?);
    }
    Ok(examples)
}
