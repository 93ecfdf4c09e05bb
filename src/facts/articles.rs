//! The fact set against the articles it was read from: hashes, terms, and no sentence taken over.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::model::{Bilingual, Evidence, FactFile};
use super::problem::Problem;
use crate::text::{fold, tokens};

/// How many words in a row make a sentence taken over.
pub const RUN: usize = 8;

/// Checks every hash, every paragraph and every term against the articles in a folder.
#[must_use]
pub fn check(file: &FactFile, folder: &Path) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut texts: HashMap<&str, Vec<String>> = HashMap::new();
    for (index, article) in file.articles.iter().enumerate() {
        let place = format!("$.articles[{index}]");
        let path = folder.join(&article.file);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => {
                let what = format!("{} cannot be read: {error}", path.display());
                let cure = "put the article there, or mend the file name";
                problems.push(Problem::new(format!("{place}.file"), &article.id, what, cure));
                continue;
            }
        };
        if hex(text.as_bytes()) != article.sha256 {
            problems.push(Problem::new(
                format!("{place}.sha256"),
                &article.id,
                "the article is not the one that was read",
                "read it again, then give its new hash",
            ));
        }
        let paragraphs = paragraphs(&text);
        if paragraphs.len() != article.paragraphs.len() {
            let what = format!("the article has {} paragraphs", paragraphs.len());
            let cure = "list as many hashes";
            problems.push(Problem::new(format!("{place}.paragraphs"), &article.id, what, cure));
        }
        for (at, (text, listed)) in paragraphs.iter().zip(&article.paragraphs).enumerate() {
            let hash = short_hash(text);
            if hash != listed.sha256 {
                problems.push(Problem::new(
                    format!("{place}.paragraphs[{at}].sha256"),
                    &article.id,
                    format!("paragraph {} is not the one that was read", at + 1),
                    format!("read it again, then give its hash, {hash}"),
                ));
            }
        }
        texts.insert(&article.id, paragraphs);
    }
    terms(file, &texts, &mut problems);
    taken_over(file, &texts, &mut problems);
    problems
}

/// The non-empty lines of an article, trimmed.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The first 16 hex digits of the SHA-256 of a paragraph.
#[must_use]
pub fn short_hash(paragraph: &str) -> String {
    hex(paragraph.as_bytes()).chars().take(16).collect()
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a String does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn terms(file: &FactFile, texts: &HashMap<&str, Vec<String>>, problems: &mut Vec<Problem>) {
    let cited = file
        .statements
        .iter()
        .enumerate()
        .map(|(index, one)| (format!("$.statements[{index}]"), &one.id, &one.evidence))
        .chain(
            file.complete
                .iter()
                .enumerate()
                .map(|(index, one)| (format!("$.complete[{index}]"), &one.id, &one.evidence)),
        );
    for (place, id, evidence) in cited {
        for (at, one) in evidence.iter().enumerate() {
            let Some(paragraph) = find(texts, one) else { continue };
            let paragraph = plain(paragraph);
            for term in one.terms.iter().filter(|term| !paragraph.contains(&plain(term))) {
                problems.push(Problem::new(
                    format!("{place}.evidence[{at}].terms"),
                    id,
                    format!("“{term}” is not in {} paragraph {}", one.article, one.paragraph),
                    "give a term that is, or the paragraph that has it",
                ));
            }
        }
    }
}

fn find<'a>(texts: &'a HashMap<&str, Vec<String>>, evidence: &Evidence) -> Option<&'a String> {
    let index = usize::try_from(evidence.paragraph).ok()?.checked_sub(1)?;
    texts.get(evidence.article.as_str())?.get(index)
}

/// One apostrophe and one space for all of their kinds.
fn plain(text: &str) -> String {
    text.replace(['’', '‘'], "'").replace(['\u{a0}', '\u{202f}'], " ")
}

/// No wording has [`RUN`] words in a row in common with an article.
fn taken_over(file: &FactFile, texts: &HashMap<&str, Vec<String>>, problems: &mut Vec<Problem>) {
    let articles: Vec<String> =
        texts.values().flatten().map(|paragraph| format!(" {} ", fold(paragraph))).collect();
    let mut judge = |place: String, id: &str, texts: &Bilingual| {
        for text in [&texts.en, &texts.fr] {
            if let Some(run) = common_run(text, &articles) {
                let what = format!("“{run}” stands in an article word for word");
                problems.push(Problem::new(place.clone(), id, what, "say it in your own words"));
            }
        }
    };
    for (index, one) in file.statements.iter().enumerate() {
        judge(format!("$.statements[{index}].claim"), &one.id, &one.claim);
        judge(format!("$.statements[{index}].question"), &one.id, &one.question);
    }
    for (index, one) in file.absences.iter().enumerate() {
        judge(format!("$.absences[{index}].claim"), &one.id, &one.claim);
        judge(format!("$.absences[{index}].question"), &one.id, &one.question);
    }
    for (index, one) in file.complete.iter().enumerate() {
        judge(format!("$.complete[{index}].claim"), &one.id, &one.claim);
    }
}

/// The first [`RUN`] words in a row of a text that stand in one of the folded articles as well.
fn common_run(text: &str, articles: &[String]) -> Option<String> {
    let folded = fold(text);
    let words: Vec<&str> = tokens(&folded).collect();
    words.windows(RUN).map(|run| run.join(" ")).find(|run| {
        let run = format!(" {run} ");
        articles.iter().any(|article| article.contains(&run))
    })
}
