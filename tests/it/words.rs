//! The sentences: the same keys in both languages, each used, each with the same values.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use roadbook::router::COMMANDS;

fn read(lang: &str) -> BTreeMap<String, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/reply/{lang}.ftl"));
    let mut sentences: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for line in fs::read_to_string(path).unwrap().lines() {
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        match line.split_once(" = ").filter(|_| !line.starts_with([' ', '}'])) {
            Some((key, text)) => {
                assert!(!sentences.contains_key(key), "{key} is given twice");
                key.clone_into(&mut last);
                sentences.insert(last.clone(), text.to_owned());
            }
            None => sentences.get_mut(&last).unwrap().push_str(line),
        }
    }
    sentences
}

fn values(sentence: &str) -> BTreeSet<String> {
    sentence
        .match_indices('$')
        .map(|(at, _)| sentence[at + 1..].chars().take_while(|one| one.is_alphanumeric()).collect())
        .collect()
}

#[test]
fn both_languages_have_the_same_sentences_with_the_same_values() {
    let (english, french) = (read("en"), read("fr"));
    let keys = |sentences: &BTreeMap<String, String>| -> BTreeSet<String> {
        sentences.keys().cloned().collect()
    };
    assert_eq!(keys(&english), keys(&french));
    for (key, sentence) in &english {
        assert_eq!(values(sentence), values(&french[key]), "{key}");
    }
}

#[test]
fn every_sentence_is_used_and_every_key_has_a_sentence() {
    let mut code = String::new();
    for entry in walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        code.push_str(&fs::read_to_string(entry).unwrap());
    }
    let mut built: BTreeSet<String> = BTreeSet::new();
    for command in COMMANDS {
        built.insert(format!("command-{}", command.id));
        built.insert(format!("command-{}-is", command.id));
        for option in command.options {
            built.insert(format!("option-{}", option.id));
            built.insert(format!("option-{}-is", option.id));
        }
    }
    let english = read("en");
    for key in english.keys() {
        assert!(
            built.contains(key) || code.contains(&format!("\"{key}\"")),
            "no code uses the sentence {key}"
        );
    }
    for key in &built {
        assert!(english.contains_key(key), "the sentence {key} is missing");
    }
    for (at, _) in code.match_indices("say(\"") {
        let key: String = code[at + 5..].chars().take_while(|one| *one != '"').collect();
        assert!(english.contains_key(&key), "the sentence {key} is missing");
    }
}

#[test]
fn french_sentences_are_printed_as_french_is() {
    for (key, sentence) in read("fr") {
        assert!(!sentence.contains('\''), "{key} has a straight apostrophe");
        let mut before = ' ';
        for character in sentence.chars() {
            if matches!(character, '?' | '!' | ';' | '»') {
                assert_eq!(before, '\u{202f}', "{key} lacks a narrow space before {character}");
            }
            if before == '«' {
                assert_eq!(character, '\u{202f}', "{key} lacks a narrow space after «");
            }
            before = character;
        }
    }
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(walk(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}
