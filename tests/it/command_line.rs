//! The program itself: what it prints, what it reads, how it ends.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

/// What a run of the program gave.
struct Run {
    code: i32,
    out: String,
    err: String,
}

fn roadbook(arguments: &[&str], input: &str) -> Run {
    roadbook_with(&[], arguments, input)
}

/// Runs the program with nothing but these variables in its environment.
fn roadbook_with(variables: &[(&str, &str)], arguments: &[&str], input: &str) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_roadbook"))
        .args(arguments)
        .env_clear()
        .envs(variables.iter().copied())
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that ends before it has read everything closes the pipe, which is no failure here.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect(line)).collect()
}

#[test]
fn one_question_gives_one_answer() {
    let run = roadbook(&["ask", "how", "many", "episodes", "are", "there?"], "");
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.contains("eight episodes"), "{}", run.out);
    assert!(!run.out.contains('\u{1b}'), "no colours in a pipe");
    let french = roadbook(&["ask", "--lang", "fr", "how many episodes are there?"], "");
    assert!(french.out.contains("huit épisodes"), "{}", french.out);
}

#[test]
fn a_batch_gives_one_line_of_json_for_each() {
    let input = r#"{"id": 1, "q": "How many episodes does the series have?"}
{"id": "b", "q": "Combien d’épisodes compte la série ?"}

{"id": 3, "q": "what is the capital of australia", "lang": "en"}
{"id": 4, "q": "Why did UAE Team Emirates refuse to appear?"}
"#;
    let run = roadbook(&["ask", "--batch"], input);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let answers = lines(&run.out);
    let outcomes: Vec<_> = answers.iter().map(|one| one["outcome"].as_str().unwrap()).collect();
    assert_eq!(outcomes, ["answered", "answered", "off_topic", "unknown"]);
    assert_eq!(answers[1]["id"], "b");
    assert!(answers[1]["text"].as_str().unwrap().contains("huit"), "{}", answers[1]);
    assert_eq!(answers[0]["statements"], answers[1]["statements"]);
    for answer in &answers {
        for field in ["id", "outcome", "text", "statements", "sources", "micros"] {
            assert!(answer.get(field).is_some(), "{field} in {answer}");
        }
        let text = answer["text"].as_str().unwrap();
        assert!(!text.contains("Source"), "no source line: {text}");
    }
    assert!(answers[0]["sources"][0]["paragraph"].is_u64());
}

#[test]
fn a_bad_line_of_a_batch_is_named_after_the_good_ones_were_answered() {
    let run = roadbook(&["ask", "--batch"], "{\"id\":1,\"q\":\"teams?\"}\nnot json\n");
    assert_eq!(run.code, 2);
    assert_eq!(lines(&run.out).len(), 1);
    assert!(run.err.contains("line 2 of stdin"), "{}", run.err);
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
}

#[test]
fn quiz_items_are_the_same_for_the_same_seed_and_say_why() {
    let arguments = ["quiz", "--count", "30", "--seed", "5", "--lang", "fr", "--json"];
    let (first, second) = (roadbook(&arguments, ""), roadbook(&arguments, ""));
    assert_eq!(first.code, 0, "{}", first.err);
    assert_eq!(first.out, second.out);
    let items = lines(&first.out);
    assert_eq!(items.len(), 30);
    for item in items {
        let options = item["options"].as_array().unwrap();
        let right = options.iter().filter(|one| one["right"] == true).count();
        match item["format"].as_str().unwrap() {
            "pick-all" => assert!(right > 0 && right < options.len(), "{item}"),
            // All of them are right, each in its place.
            "order" | "match" => {
                assert!(options.iter().all(|one| !one["place"].is_null()), "{item}");
            }
            _ => assert_eq!(right, 1, "{item}"),
        }
        assert!(options.iter().all(|one| !one["why"].as_str().unwrap().is_empty()));
        assert!(!item["prompt"].as_str().unwrap().is_empty());
        assert!(!item["statements"].as_array().unwrap().is_empty());
        assert!(!item["sources"].as_array().unwrap().is_empty());
    }
    let choice = ["quiz", "--count", "4", "--seed", "5", "--format", "choice", "--json"];
    assert!(lines(&roadbook(&choice, "").out).iter().all(|one| one["format"] == "choice"));
}

#[test]
fn wrong_use_ends_with_2_and_a_line_that_names_the_cure() {
    for (arguments, told) in [
        (&["quiz", "--count", "0"][..], "give a number from 1 to"),
        (&["quiz", "--count", "10000000"], "give a number from 1 to"),
        (&["quiz", "--format", "sonnet"], "choice"),
        (&["quiz", "--topic", "chess"], "teams"),
        (
            &["quiz", "--topic", "teams", "--format", "order"],
            "leave --format, --difficulty or --topic out",
        ),
        (&["ask", "--lang", "de", "who?"], "it speaks en and fr"),
        (&["--facts", "nowhere.json", "ask", "who?"], "nowhere.json"),
        (&["facts", "check", "--articles", "nowhere"], "nowhere is not a folder"),
        (&["dance"], "dance"),
    ] {
        let run = roadbook(arguments, "");
        assert_eq!(run.code, 2, "{arguments:?}: {}{}", run.out, run.err);
        assert!(run.err.contains(told), "{arguments:?}: {}", run.err);
        assert!(!run.err.contains("panicked"), "{}", run.err);
    }
}

#[test]
fn the_fact_set_is_checked_listed_and_described() {
    let check = roadbook(&["facts", "check"], "");
    assert_eq!(check.code, 0, "{}", check.err);
    let listed = lines(&roadbook(&["facts", "list", "--json"], "").out);
    assert!(listed.len() > 250);
    assert!(listed.iter().all(|one| one["claim"]["fr"].is_string()));
    let schema: Value = serde_json::from_str(&roadbook(&["facts", "schema"], "").out).unwrap();
    assert_eq!(schema["title"], "FactFile");
}

#[test]
fn a_faulty_fact_file_ends_a_check_with_1_and_everything_else_with_2() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faulty.json");
    let faulty = roadbook::facts::SHIPPED.replacen("\"format\": 1", "\"format\": 2", 1);
    fs::write(&path, faulty).unwrap();
    let file = path.to_str().unwrap();
    let check = roadbook(&["--facts", file, "facts", "check"], "");
    assert_eq!(check.code, 1, "{}", check.err);
    assert!(check.err.contains("$.format"), "{}", check.err);
    let ask = roadbook(&["ask", "--facts", file, "teams?"], "");
    assert_eq!(ask.code, 2);
    assert!(ask.err.contains("$.format"), "{}", ask.err);
}

#[test]
fn ten_megabytes_that_are_no_facts_are_refused_unread() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("large.json");
    fs::write(&path, vec![b'x'; 10 * 1024 * 1024]).unwrap();
    let run = roadbook(&["--facts", path.to_str().unwrap(), "facts", "check"], "");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("10485760 bytes"), "{}", run.err);
}

#[test]
fn marked_questions_are_scored_and_learnt_from() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("marked");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("marked.jsonl");
    let marked = r#"{"id": "a", "lang": "en", "q": "how many episodes are there", "kind": "answerable", "statements": ["number-of-episodes"]}
{"id": "b", "lang": "fr", "q": "combien a coûté la série", "kind": "near"}
{"id": "c", "lang": "en", "q": "how tall is the Eiffel Tower", "kind": "far"}
"#;
    fs::write(&file, marked).unwrap();
    let name = file.to_str().unwrap();
    let scored = roadbook(&["eval", name, "--min", "100"], "");
    assert_eq!((scored.code, scored.err.as_str()), (0, ""));
    assert!(scored.out.contains("others refused: 100.0 % of 2"), "{}", scored.out);
    let learnt = ["first", "second"].map(|out| {
        let out = folder.join(out);
        let run = roadbook(&["weigh", name, "--out", out.to_str().unwrap()], "");
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        assert!(run.out.contains("learnt from 2 of 3 questions"), "{}", run.out);
        fs::read(out).unwrap()
    });
    let [first, second] = learnt;
    assert!(first == second, "the same questions teach the same");
    let facts = concat!(env!("CARGO_MANIFEST_DIR"), "/data/facts.json");
    let other = roadbook(&["--facts", facts, "weigh", name], "");
    assert_eq!(other.code, 2);
    assert!(other.err.contains("give --out FILE"), "{}", other.err);
    fs::write(&file, "{}\n").unwrap();
    for command in ["eval", "weigh"] {
        let run = roadbook(&[command, name], "");
        assert_eq!(run.code, 2);
        assert!(run.err.contains("marked.jsonl, line 1: missing field"), "{}", run.err);
    }
}

#[test]
fn a_chat_can_be_driven_by_a_pipe() {
    let input = "/teams\n/as Bo\n/lang fr\n/série\nquatre\n/quit\nnever read\n";
    let run = roadbook(&["chat", "--seed", "3"], input);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.contains("Followed by the series (8)"), "{}", run.out);
    assert!(run.out.contains("La série en bref"), "{}", run.out);
    assert!(run.out.trim_end().ends_with("Au revoir."), "{}", run.out);
    let bytes = roadbook(&["chat"], "\u{0}\u{feff}/teams\n/who \u{202e}x\n");
    assert_eq!(bytes.code, 0, "{}", bytes.err);
}

#[test]
fn help_and_completions_are_there() {
    let help = roadbook(&["--help"], "");
    for command in ["chat", "ask", "quiz", "facts"] {
        assert!(help.out.contains(command), "{}", help.out);
    }
    assert!(roadbook(&["completions", "bash"], "").out.contains("_roadbook"));
}

#[test]
fn the_doctor_finds_nothing_wrong_on_a_new_machine() {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-home");
    let run = roadbook_with(&[("HOME", home.to_str().unwrap())], &["doctor"], "");
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    let marks: Vec<_> = run.out.lines().map(|line| line.split_once(':').unwrap().0).collect();
    assert_eq!(
        marks,
        ["settings", "store", "facts", "clock", "token"].map(|what| format!("fine   {what}"))
    );
    assert!(!home.exists(), "it only looks");
    let homeless = roadbook(&["doctor"], "");
    assert_eq!(homeless.code, 1);
    assert!(homeless.out.contains("WRONG  store: nothing says where it is"), "{}", homeless.out);
}

#[test]
fn the_doctor_says_what_is_wrong_and_what_to_do() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("doctor");
    fs::create_dir_all(&folder).unwrap();
    let (garbage, facts) = (folder.join("garbage.db"), folder.join("facts.json"));
    fs::write(&garbage, "no database at all ".repeat(500)).unwrap();
    fs::write(&facts, "{}").unwrap();
    let url = format!("sqlite:{}", garbage.display());
    let variables = [
        ("DATABASE_URL", url.as_str()),
        ("DISCORD_TOKEN", "0123456789abcdef0123456789abcdef"),
        ("ROADBOOK_FACTS", facts.to_str().unwrap()),
    ];
    let run = roadbook_with(&variables, &["doctor"], "");
    assert_eq!((run.code, run.err.as_str()), (1, ""), "{}", run.out);
    assert!(run.out.contains("WRONG  store: the store is damaged or no database"), "{}", run.out);
    assert!(run.out.contains("roadbook facts check lists them"), "{}", run.out);
    assert!(run.out.contains("WRONG  token: it does not have three parts"), "{}", run.out);
    assert!(!run.out.contains("0123456789abcdef"), "{}", run.out);
    assert_eq!(run.out.lines().count(), 5, "{}", run.out);
}

#[test]
fn the_doctor_judges_a_token_by_its_form() {
    let good = format!("{}.{}.{}", "M".repeat(26), "Gx-y_z", "a".repeat(38));
    for (token, told) in [
        (good.clone(), "fine   token"),
        (format!("\"{good}\""), "quotation marks"),
        (format!("Bot {good}"), "the word Bot"),
        (good.replace('M', "é"), "characters that no token has"),
        ("abc.def.ghi".to_owned(), "too short"),
        ("..".to_owned(), "characters that no token has"),
    ] {
        let variables = [("HOME", "/nowhere"), ("DISCORD_TOKEN", token.as_str())];
        let run = roadbook_with(&variables, &["doctor"], "");
        assert!(run.out.contains(told), "{token}: {}", run.out);
        assert!(!run.out.contains(&token), "{}", run.out);
    }
}

#[test]
fn a_backup_is_a_new_file_that_can_take_the_place_of_the_store() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("backup");
    let _ = fs::remove_dir_all(&folder);
    let home = [("HOME", folder.to_str().unwrap())];
    let copy = folder.join("copy.db");
    let backup = ["backup", copy.to_str().unwrap()];
    let run = roadbook_with(&home, &backup, "");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("there is no store yet at"), "{}", run.err);

    let file = folder.join(".local/share/roadbook/roadbook.db");
    let url = format!("sqlite:{}", file.display());
    let made = crate::talk::wait_for(roadbook::store::Store::open(&url)).unwrap();
    crate::talk::wait_for(made.close());
    assert_eq!(roadbook_with(&[("DATABASE_URL", &url)], &["doctor"], "").code, 0);
    let run = roadbook_with(&home, &backup, "");
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.contains("the store as it stands"), "{}", run.out);
    let again = roadbook_with(&home, &backup, "");
    assert_eq!(again.code, 2);
    assert!(again.err.contains("exists already"), "{}", again.err);
    let restored = [("DATABASE_URL", format!("sqlite:{}", copy.display()))];
    let restored = restored.each_ref().map(|(name, value)| (*name, value.as_str()));
    let doctor = roadbook_with(&restored, &["doctor"], "");
    assert!(doctor.out.contains("every page and every sum is sound"), "{}", doctor.out);
}

#[test]
fn a_store_that_fails_is_told_in_one_line_without_its_password() {
    let variables = [("DATABASE_URL", "postgres://me:hunter2@127.0.0.1:1/db")];
    let run = roadbook_with(&variables, &["backup", "nowhere.db"], "");
    assert_eq!((run.code, run.err.lines().count()), (2, 1), "{}", run.err);
    assert!(run.err.contains("the store cannot be reached"), "{}", run.err);
    assert!(!run.err.contains("hunter2"), "{}", run.err);
}

#[test]
fn the_operator_sees_reports_and_what_rests() {
    use roadbook::store::{Report, Store};

    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("operator");
    let _ = fs::remove_dir_all(&home);
    let variables = [("HOME", home.to_str().unwrap())];
    let run = roadbook_with(&variables, &["reports", "list"], "");
    assert_eq!((run.code, run.err.lines().count()), (2, 1));
    assert!(run.err.contains("there is no store yet at"), "{}", run.err);

    let file = home.join(".local/share/roadbook/roadbook.db");
    crate::talk::wait_for(async {
        let store = Store::open_file(&file).await.unwrap();
        let statement = roadbook::facts::Facts::from_json(roadbook::facts::SHIPPED).unwrap();
        let statement = statement.statements()[0].id.clone();
        for person in ["901", "902", "903"] {
            let report = Report {
                item: "some:item".to_owned(),
                person: person.to_owned(),
                server: String::new(),
                statements: format!("[\"{statement}\"]"),
                words: "wrong\nyear".to_owned(),
                at: 0,
            };
            store.report(&report).await.unwrap();
        }
        store.rest("other:item", "none of 30 answers is right", 0).await.unwrap();
        store.close().await;
    });
    let run = |arguments: &[&str]| roadbook_with(&variables, arguments, "");
    let list = run(&["reports", "list"]);
    assert_eq!((list.code, list.out.lines().count()), (0, 9), "{}{}", list.out, list.err);
    assert!(
        list.out.contains("some:item") && list.out.contains("says: wrong year"),
        "{}",
        list.out
    );
    assert!(!list.out.contains("902"), "nobody is named");
    let json = lines(&run(&["reports", "list", "--json"]).out);
    assert_eq!((json.len(), json[0]["words"].as_str()), (3, Some("wrong\nyear")));
    assert!(json[0]["claim"].is_string() && json[0].get("person").is_none(), "{}", json[0]);
    let doctor = run(&["doctor"]);
    assert_eq!(doctor.code, 0, "{}", doctor.out);
    assert!(doctor.out.contains("open reports: 3 (see roadbook reports list)"), "{}", doctor.out);
    assert!(doctor.out.contains("resting: 2 (see roadbook items stats)"), "{}", doctor.out);
    let stats = run(&["items", "stats"]);
    assert!(stats.out.contains("rests: 3 reports that nobody has seen"), "{}", stats.out);
    assert!(stats.out.contains("rests: none of 30 answers is right"), "{}", stats.out);
    let json = lines(&run(&["items", "stats", "--json", "--sort", "item"]).out);
    assert_eq!((json[0]["item"].as_str(), json.len()), (Some("other:item"), 2));
    let refused = run(&["items", "wake", "some:item"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("roadbook reports seen some:item"), "{}", refused.err);
    assert!(run(&["reports", "seen", "some:item"]).out.contains("some:item: 3 seen"));
    assert_eq!(run(&["reports", "seen", "some:item"]).code, 2);
    assert!(run(&["items", "wake", "other:item"]).out.contains("other:item is asked again"));
    assert!(run(&["reports", "list"]).out.contains("no open reports"));
    assert!(run(&["doctor"]).out.contains("open reports: 0; resting: 0"));
}
