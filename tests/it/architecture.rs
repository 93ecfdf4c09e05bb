//! The fences of the design: who may import whom, and which word belongs to which module.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module with those of this crate that it may import.
const FENCES: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("config", &["text"]),
    ("facts", &["text"]),
    ("query", &["facts", "text"]),
    ("quiz", &["facts", "text"]),
    ("request", &["quiz", "text"]),
    ("reply", &["facts", "query", "quiz", "request", "text"]),
    ("store", &[]),
    ("router", &["facts", "query", "quiz", "reply", "request", "store", "text"]),
    ("console", &["facts", "query", "reply", "request", "router", "text"]),
    ("discord", &["config", "facts", "query", "quiz", "reply", "request", "router", "text"]),
];

/// Words that belong to some modules alone, with the modules.
const WORDS: &[(&str, &[&str])] = &[
    ("serenity", &["discord"]),
    ("reqwest", &["discord"]),
    ("sqlx", &["store"]),
    ("tokio", &["discord", "store", "router", "cli"]),
    ("tungstenite", &["discord"]),
    ("serde_json", &["facts", "store", "router", "cli", "discord"]),
    ("std::env", &["config"]),
    ("fluent_bundle", &["reply"]),
    ("icu_list", &["reply"]),
    ("icu_datetime", &["reply"]),
    ("rustyline", &["console", "cli"]),
    ("std::fs", &["facts", "store", "cli"]),
    ("anyhow", &["cli", "main"]),
    ("clap", &["cli", "main"]),
    ("dotenvy", &["main"]),
    ("jemalloc", &["main"]),
    ("rand::", &["quiz", "router", "console", "cli"]),
    ("stdout", &["cli", "main"]),
    ("stdin", &["cli"]),
];

/// Names that say nothing of what is inside.
const VAGUE: &[&str] =
    &["utils", "util", "common", "helpers", "helper", "types", "constants", "misc"];

fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        let mut entries: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 20, "the sources were found");
    found
}

/// The module that a file belongs to: the first folder below `src`, or the file's own name.
fn module(path: &Path) -> String {
    let inside = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let first = inside.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// The code of a file without its comments and its tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn modules_import_only_what_the_design_lets_them() {
    let mut broken = Vec::new();
    for (path, text) in sources() {
        if path.ends_with("tests.rs") {
            continue;
        }
        let module = module(&path);
        let Some((_, allowed)) = FENCES.iter().find(|(name, _)| *name == module) else {
            assert!(
                ["lib", "main", "cli"].contains(&module.as_str()),
                "{module} has no fence: add it to the design and to this test"
            );
            continue;
        };
        let code = code(&text);
        for (at, _) in code.match_indices("crate::") {
            // `crate::{a, b::c}` imports a and b.
            let rest = &code[at + 7..];
            let group = rest.strip_prefix('{').map_or("", |rest| rest.split('}').next().unwrap());
            let first = if group.is_empty() { rest } else { group };
            let paths = if group.is_empty() { vec![first] } else { first.split(',').collect() };
            for path_of in paths {
                let imported: String = path_of
                    .trim()
                    .chars()
                    .take_while(|one| one.is_alphanumeric() || *one == '_')
                    .collect();
                if !imported.is_empty()
                    && imported != module
                    && !allowed.contains(&imported.as_str())
                {
                    broken.push(format!("{}: {module} imports {imported}", path.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn each_library_is_spoken_of_in_its_module_alone() {
    let mut broken = Vec::new();
    for (path, text) in sources() {
        if path.ends_with("tests.rs") {
            continue;
        }
        let module = module(&path);
        for (word, allowed) in WORDS {
            if code(&text).contains(word) && !allowed.contains(&module.as_str()) {
                broken.push(format!("{}: {word}", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_file_says_what_it_is_and_is_named_for_it() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{} does not begin with a //! line", path.display());
        for part in path.components() {
            let name = part.as_os_str().to_string_lossy();
            assert!(
                !VAGUE.contains(&name.trim_end_matches(".rs")),
                "{} has a vague name",
                path.display()
            );
        }
    }
}

#[test]
fn no_fact_of_the_series_stands_in_code() {
    use roadbook::facts::{Class, Facts, SHIPPED};
    use roadbook::text::fold;
    let facts = Facts::from_json(SHIPPED).unwrap();
    let telling =
        [Class::Team, Class::Person, Class::Docuseries, Class::Stage, Class::Organisation];
    let names: Vec<String> = facts
        .file()
        .entities
        .iter()
        .filter(|entity| telling.contains(&entity.class))
        .flat_map(|entity| [&entity.label.en, &entity.label.fr])
        .map(|name| fold(name))
        .filter(|name| name.len() > 3)
        .collect();
    assert!(names.len() > 60, "the names were found");
    for (path, text) in sources() {
        if path.ends_with("tests.rs") {
            continue;
        }
        let code = format!(" {} ", fold(&code(&text)));
        for name in &names {
            assert!(!code.contains(&format!(" {name} ")), "{} names {name}", path.display());
        }
    }
}
