//! Files of marked questions, JSON Lines: what an answer to each has to tell.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, anyhow};
use serde::Deserialize;

/// A marked question.
#[derive(Debug, Deserialize)]
pub struct Marked {
    pub id: String,
    pub lang: String,
    pub q: String,
    pub kind: String,
    /// Any of these in the answer makes it right.
    #[serde(default)]
    pub statements: Vec<String>,
    /// Each of these must be in it.
    #[serde(default)]
    pub all: Vec<String>,
    #[serde(default)]
    pub verdict: Option<String>,
}

impl Marked {
    /// Whether the articles answer it.
    pub fn is_answerable(&self) -> bool {
        self.kind == "answerable"
    }
}

/// The questions of a file.
pub fn read(path: &Path) -> anyhow::Result<Vec<Marked>> {
    let text =
        fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = lines.map(|(index, line)| {
        serde_json::from_str(line)
            .map_err(|error| anyhow!("{}, line {}: {error}", path.display(), index + 1))
    });
    read.collect()
}
