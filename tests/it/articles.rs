//! The project against the articles, where they are at hand: sources verified, no sentence taken over.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use roadbook::facts::articles::{RUN, check, paragraphs};
use roadbook::facts::{Facts, SHIPPED};
use roadbook::text::{fold, tokens};

/// The folder with the articles, or nothing and a printed reason.
fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: the articles are not at hand ({} is no folder)", folder.display());
    None
}

#[test]
fn every_source_is_in_its_paragraph() {
    let Some(folder) = folder() else { return };
    let facts = Facts::from_json(SHIPPED).unwrap();
    let problems: Vec<String> =
        check(facts.file(), &folder).iter().map(ToString::to_string).collect();
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn no_sentence_of_an_article_stands_in_the_repository() {
    let Some(folder) = folder() else { return };
    let facts = Facts::from_json(SHIPPED).unwrap();
    // A list of names is no sentence: a run that is made of names alone does not count.
    let names: HashSet<String> = facts
        .file()
        .entities
        .iter()
        .flat_map(|entity| entity.names().chain([&entity.label.en]))
        .flat_map(|name| tokens(&fold(name)).map(str::to_owned).collect::<Vec<_>>())
        .chain(["and", "et"].map(str::to_owned))
        .collect();
    let mut runs: HashSet<Vec<String>> = HashSet::new();
    for article in &facts.file().articles {
        let text = fs::read_to_string(folder.join(&article.file)).unwrap();
        for paragraph in paragraphs(&text) {
            let plain = fold(&paragraph);
            let words: Vec<String> = tokens(&plain).map(str::to_owned).collect();
            runs.extend(words.windows(RUN).map(<[String]>::to_vec));
        }
    }
    assert!(runs.len() > 1_000, "the articles were read");
    for path in tracked() {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let plain = fold(&text);
        let words: Vec<String> = tokens(&plain).map(str::to_owned).collect();
        for run in words.windows(RUN) {
            let taken = runs.contains(run) && !run.iter().all(|word| names.contains(word));
            assert!(!taken, "{}: “{}” stands in an article", path.display(), run.join(" "));
        }
    }
}

/// The files that git tracks; where there is no git, those of the folders that hold text.
fn tracked() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let listed = Command::new("git")
        .args(["ls-files", "-co", "--exclude-standard"])
        .current_dir(root)
        .output();
    if let Ok(output) = listed
        && output.status.success()
    {
        let files: Vec<PathBuf> =
            String::from_utf8_lossy(&output.stdout).lines().map(|file| root.join(file)).collect();
        assert!(files.len() > 40, "the files were found");
        return files;
    }
    ["data/facts.json", "README.md", "ARCHITECTURE.md", "CHANGELOG.md"]
        .map(|file| root.join(file))
        .to_vec()
}
