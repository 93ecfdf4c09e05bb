//! Judges what the bot sends: by Discord's own OpenAPI description where it is at hand, and always by the rules
//! that stand between fields, which that description does not have.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Mutex, OnceLock};

use jsonschema::Validator;
use serde_json::{Value, json};

/// Discord's OpenAPI description, if it is at hand.
fn description() -> Option<&'static Value> {
    static DESCRIPTION: OnceLock<Option<Value>> = OnceLock::new();
    DESCRIPTION
        .get_or_init(|| {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/discord/openapi.json");
            match std::fs::read_to_string(&path) {
                Ok(text) => Some(serde_json::from_str(&text).unwrap()),
                Err(error) => {
                    eprintln!("bodies are not held against {}: {error}", path.display());
                    None
                }
            }
        })
        .as_ref()
}

/// What the description has against a body.
fn described(schema: &str, body: &Value) -> Vec<String> {
    static VALIDATORS: Mutex<BTreeMap<String, &'static Validator>> = Mutex::new(BTreeMap::new());
    let Some(description) = description() else { return Vec::new() };
    let validator = *VALIDATORS.lock().unwrap().entry(schema.to_owned()).or_insert_with(|| {
        let reference = format!("#/components/schemas/{schema}");
        let whole = json!({"$ref": reference, "components": description["components"]});
        Box::leak(Box::new(jsonschema::validator_for(&whole).unwrap()))
    });
    let mut body = body.clone();
    normalise(&mut body);
    let errors = validator.iter_errors(&body);
    errors.map(|error| format!("{schema} at {}: {error}", error.instance_path())).collect()
}

/// Where the description differs from what Discord documents and takes.
fn normalise(value: &mut Value) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(normalise),
        Value::Object(fields) => {
            if let Some(permissions) = fields.get_mut("default_member_permissions")
                && let Some(number) = permissions.as_str().and_then(|text| text.parse::<u64>().ok())
            {
                *permissions = json!(number);
            }
            fields.values_mut().for_each(normalise);
        }
        _ => {}
    }
}

/// What is wrong with the first answer to an interaction.
pub fn callback(kind: u64, body: &Value) -> Vec<String> {
    let data = &body["data"];
    let (schema, mut problems) = match kind {
        4 => ("CreateMessageInteractionCallbackRequest", rules(data, false)),
        5 => {
            let flags = data["flags"].as_u64().unwrap_or(0);
            let other = flags & !64 != 0;
            let problem = other.then(|| format!("a deferral takes one flag alone: {data}"));
            ("CreateMessageInteractionCallbackRequest", problem.into_iter().collect())
        }
        6 => ("UpdateMessageInteractionCallbackRequest", Vec::new()),
        7 => ("UpdateMessageInteractionCallbackRequest", rules(data, true)),
        8 => ("ApplicationCommandAutocompleteCallbackRequest", suggestions(data)),
        9 => ("ModalInteractionCallbackRequest", modal(data)),
        _ => return vec![format!("an answer of the unknown kind {kind}")],
    };
    problems.extend(keys(body, &["type", "data"]));
    problems.extend(described(schema, body));
    problems
}

/// What is wrong with a message that is posted or edited.
pub fn message(schema: &str, body: &Value, edit: bool) -> Vec<String> {
    let mut problems = rules(body, edit);
    problems.extend(described(schema, body));
    problems
}

/// What is wrong with the files that come with a message: each is announced, with words for who cannot see it.
pub fn files(body: &Value, files: &[(String, String)]) -> Vec<String> {
    let message = if body["data"].is_object() { &body["data"] } else { body };
    let told = list(&message["attachments"]);
    let mut problems = Vec::new();
    if told.len() != files.len() {
        problems.push(format!("{} files of {} that are announced", files.len(), told.len()));
    }
    for (at, (told, (name, _))) in told.iter().zip(files).enumerate() {
        let about = length(&told["description"]);
        if told["id"].as_str() != Some(at.to_string().as_str())
            || told["filename"] != *name
            || !(1..=1_024).contains(&about)
        {
            problems.push(format!("the file {name} is announced as {told}"));
        }
    }
    problems
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn length(value: &Value) -> usize {
    value.as_str().map_or(0, |text| text.chars().count())
}

/// Keys that are not known, which Discord would pass over without a word.
fn keys(value: &Value, known: &[&str]) -> Vec<String> {
    let fields = value.as_object().into_iter().flatten();
    let strange = fields.filter(|(key, _)| !known.contains(&key.as_str()));
    strange.map(|(key, _)| format!("the unknown key {key}")).collect()
}

/// The rules of a message that stand between fields.
fn rules(body: &Value, edit: bool) -> Vec<String> {
    let mut problems = keys(
        body,
        &[
            "content", "embeds", "components", "flags", "allowed_mentions", "message_reference",
            "nonce", "enforce_nonce", "attachments",
        ],
    );
    if body["allowed_mentions"] != json!({"parse": []}) {
        problems.push(format!("somebody may be pinged: {}", body["allowed_mentions"]));
    }
    let embeds = list(&body["embeds"]);
    let empty = embeds.is_empty() && length(&body["content"]) == 0;
    if empty && !edit {
        problems.push("an empty message".to_owned());
    }
    let mut together = 0;
    for embed in embeds {
        problems.extend(keys(embed, &["title", "description", "color", "footer", "fields"]));
        let parts = [&embed["title"], &embed["description"], &embed["footer"]["text"]];
        let weight: usize = parts.into_iter().map(length).sum();
        let fields: usize = list(&embed["fields"])
            .iter()
            .map(|field| length(&field["name"]) + length(&field["value"]))
            .sum();
        if weight + fields == 0 {
            problems.push("an empty embed".to_owned());
        }
        together += weight + fields;
    }
    if together > 6_000 {
        problems.push(format!("{together} characters in embeds"));
    }
    let mut ids = BTreeSet::new();
    for row in list(&body["components"]) {
        let parts = list(&row["components"]);
        let menus = parts.iter().filter(|part| part["type"] != 2).count();
        if parts.is_empty() || parts.len() > 5 || (menus > 0 && parts.len() > 1) {
            problems.push(format!("a row of {} parts, {menus} of them menus", parts.len()));
        }
        for part in parts {
            problems.extend(component(part, &mut ids));
        }
    }
    problems
}

fn component(part: &Value, ids: &mut BTreeSet<String>) -> Vec<String> {
    let mut problems = Vec::new();
    let id = part["custom_id"].as_str().unwrap_or_default();
    if id.is_empty() || id.chars().count() > 100 || !ids.insert(id.to_owned()) {
        problems.push(format!("the custom_id “{id}” is empty, too long or given twice"));
    }
    match part["type"].as_u64() {
        Some(2) => {
            problems
                .extend(keys(part, &["type", "style", "label", "custom_id", "disabled", "emoji"]));
            if length(&part["label"]) == 0 {
                problems.push(format!("the button {id} has no label"));
            }
        }
        Some(3) => {
            let options = list(&part["options"]);
            let values: BTreeSet<_> =
                options.iter().map(|option| option["value"].to_string()).collect();
            let least = part["min_values"].as_u64().unwrap_or(1);
            let most = part["max_values"].as_u64().unwrap_or(1);
            if options.is_empty() || values.len() != options.len() {
                problems.push(format!("the menu {id} has no lines, or one twice"));
            }
            if least > most || most > options.len() as u64 {
                problems.push(format!("{least} to {most} of the {} of {id}", options.len()));
            }
        }
        _ => problems.push(format!("a component that this bot has no use for: {part}")),
    }
    problems
}

fn suggestions(data: &Value) -> Vec<String> {
    let mut problems = keys(data, &["choices"]);
    let choices = list(&data["choices"]);
    if choices.len() > 25 {
        problems.push(format!("{} suggestions", choices.len()));
    }
    for choice in choices {
        if !(1..=100).contains(&length(&choice["name"])) || length(&choice["value"]) > 100 {
            problems.push(format!("a suggestion too long or empty: {choice}"));
        }
    }
    problems
}

fn modal(data: &Value) -> Vec<String> {
    let mut problems = keys(data, &["custom_id", "title", "components"]);
    let rows = list(&data["components"]);
    if rows.is_empty() || rows.len() > 5 || !(1..=45).contains(&length(&data["title"])) {
        problems.push(format!("a modal of {} rows, titled {}", rows.len(), data["title"]));
    }
    let mut ids = BTreeSet::new();
    for input in rows.iter().flat_map(|row| list(&row["components"])) {
        let id = input["custom_id"].as_str().unwrap_or_default().to_owned();
        if input["type"] != 4 || id.is_empty() || !ids.insert(id) {
            problems.push(format!("an input that is none, or given twice: {input}"));
        }
        if !(1..=45).contains(&length(&input["label"])) {
            problems.push(format!("a label too long or empty: {input}"));
        }
    }
    problems
}

/// What is wrong with the list of commands.
///
/// See <https://discord.com/developers/docs/interactions/application-commands>.
pub fn commands(body: &Value, everywhere: bool) -> Vec<String> {
    let mut problems = Vec::new();
    let mut names = BTreeSet::new();
    for command in list(body) {
        let kind = command["type"].as_u64().unwrap_or(1);
        for name in all_names(command) {
            if !names.insert((kind, name.0, name.1.clone())) {
                problems.push(format!("the command {} is given twice", name.1));
            }
        }
        if kind == 1 {
            problems.extend(named(command));
            problems.extend(options(command));
            if characters(command) > 8_000 {
                problems.push(format!(
                    "{} has {} characters",
                    command["name"],
                    characters(command)
                ));
            }
        }
        // Of the commands of one server that is known.
        let told = ["contexts", "integration_types"].map(|key| !command[key].is_null());
        if told != [everywhere; 2] {
            problems.push(format!("{} says wrongly where it can be used", command["name"]));
        }
        problems.extend(described("ApplicationCommandUpdateRequest", command));
    }
    problems
}

/// The name in each language, the default one under an empty code.
fn all_names(named: &Value) -> Vec<(String, String)> {
    let own = (String::new(), named["name"].as_str().unwrap_or_default().to_owned());
    let others = named["name_localizations"].as_object().into_iter().flatten();
    let others =
        others.map(|(lang, name)| (lang.clone(), name.as_str().unwrap_or_default().to_owned()));
    std::iter::once(own).chain(others).collect()
}

fn named(one: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    for (_, name) in all_names(one) {
        let sound = name.chars().all(|character| {
            character.is_alphanumeric() && character.to_lowercase().eq([character])
                || matches!(character, '-' | '_' | '\'')
        });
        if !sound || !(1..=32).contains(&name.chars().count()) {
            problems.push(format!("“{name}” is no name"));
        }
    }
    let descriptions = one["description_localizations"].as_object().into_iter().flatten();
    for text in descriptions.map(|(_, text)| text).chain([&one["description"]]) {
        if !(1..=100).contains(&length(text)) {
            problems.push(format!("a description too long or empty: {text}"));
        }
    }
    let french = |key: &str| one[key]["fr"].is_string();
    if !french("name_localizations") || !french("description_localizations") {
        problems.push(format!("{} is not in French", one["name"]));
    }
    problems
}

fn options(of: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    let options = list(&of["options"]);
    if options.len() > 25 {
        problems.push(format!("{} options", options.len()));
    }
    let mut optional = false;
    let mut names = BTreeSet::new();
    for option in options {
        problems.extend(named(option));
        problems.extend(self::options(option));
        for name in all_names(option) {
            if !names.insert(name.clone()) {
                problems.push(format!("the option {} is given twice", name.1));
            }
        }
        let required = option["required"] == true;
        if required && optional {
            problems.push(format!("{} is required after an optional one", option["name"]));
        }
        optional |= !required && option["type"].as_u64() > Some(2);
        let choices = list(&option["choices"]);
        if choices.len() > 25 || (!choices.is_empty() && option["autocomplete"] == true) {
            problems.push(format!("{} has {} choices", option["name"], choices.len()));
        }
    }
    problems
}

/// What Discord counts of a command: names, descriptions and values, in the longest language.
fn characters(command: &Value) -> usize {
    let longest = |key: &str| {
        let others = command[format!("{key}_localizations")].as_object().into_iter().flatten();
        let others = others.map(|(_, text)| length(text)).max().unwrap_or(0);
        length(&command[key]).max(others)
    };
    let inside = list(&command["options"]).iter().chain(list(&command["choices"]));
    longest("name")
        + longest("description")
        + length(&command["value"])
        + inside.map(characters).sum::<usize>()
}
