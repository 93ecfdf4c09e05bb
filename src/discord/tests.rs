//! What can be tested without a connection.

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use serde_json::json;

use super::custom_id::CustomId;
use super::limits::{cut, length};
use super::render::escaped;
use super::seen::Seen;
use super::{Shards, clock, fuzzing, registration};
use crate::router::{COMMANDS, MANAGERS, Router};

proptest! {
    #[test]
    fn a_text_is_cut_to_its_length(text in "\\PC{0,300}", most in 0_usize..200) {
        let mut shorter = text.clone();
        cut(&mut shorter, most);
        prop_assert!(length(&shorter) <= most);
        if length(&text) <= most {
            prop_assert_eq!(shorter, text);
        }
    }

    #[test]
    fn an_id_is_read_as_it_was_written(
        id in "(page|turn|ask|do|set|order|option|several|type|typed|report|reported|share)(\\|(en|fr|teams|quiz|[0-9a-f]{1,8}|\\PC{0,9})){0,6}"
    ) {
        if let Ok(read) = id.parse::<CustomId>() {
            prop_assert_eq!(read.to_string().parse::<CustomId>().ok(), Some(read));
        }
    }

    #[test]
    fn nothing_that_is_typed_marks_anything(text in "[*_~`|<>@\\[a-c \n#-]{0,40}") {
        let escaped = escaped(&text);
        let plain = escaped.replace('\\', "");
        prop_assert_eq!(plain, text);
        let mut before = ' ';
        for character in escaped.chars() {
            let marks = matches!(character, '*' | '_' | '~' | '`' | '|' | '<' | '>' | '@' | '[');
            prop_assert!(!marks || before == '\\', "{}", escaped);
            before = character;
        }
    }
}

#[test]
fn shards_are_read_or_refused() {
    assert_eq!("0..4/16".parse(), Ok(Shards { own: 0..4, total: 16 }));
    for text in ["", "4", "0..4", "4..4/8", "3..2/8", "0..9/8", "a..b/c", "-1..2/4"] {
        assert!(text.parse::<Shards>().is_err(), "{text}");
    }
}

#[test]
fn an_id_comes_first_once() {
    let seen = Seen::default();
    assert!(seen.first(1) && !seen.first(1));
    assert!((2..20_000).all(|id| seen.first(id)));
    assert!(!seen.first(19_999), "the last ones are remembered");
    assert!(seen.first(1), "and those long before are not");
}

#[test]
fn the_time_of_an_id_is_believed_where_it_can_be() {
    let now: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
    let id = |at: Timestamp| u64::try_from(at.as_millisecond() - 1_420_070_400_000).unwrap() << 22;
    let before = now - SignedDuration::from_millis(800);
    assert_eq!(clock::happened(id(before) + 77, now), before);
    assert_eq!(clock::happened(id(now + SignedDuration::from_secs(1)), now), now);
    assert_eq!(clock::happened(id(now - SignedDuration::from_mins(9)), now), now);
    assert_eq!(clock::happened(0, now), now);
    assert_eq!(clock::happened(u64::MAX, now), now);
}

#[test]
fn commands_are_compared_by_what_is_set() {
    let ours = json!([{"name": "a", "type": 1, "options": [{"name": "b", "min_value": 1}]}]);
    let theirs = json!([{
        "id": "1", "name": "a", "type": 1, "nsfw": false, "description": "",
        "options": [{"name": "b", "min_value": 1.0, "required": false, "name_localizations": null}],
    }]);
    assert!(registration::same(&ours, &theirs));
    let mut other = theirs.clone();
    other[0]["options"][0]["max_value"] = json!(9);
    assert!(!registration::same(&ours, &other));
    assert!(!registration::same(&ours, &json!([])));
}

#[test]
fn managers_alone_see_what_is_all_theirs() {
    assert_eq!(registration::gate([].into_iter()), None);
    assert_eq!(registration::gate([false].into_iter()), None);
    assert_eq!(registration::gate([true, false].into_iter()), None);
    let gate = registration::gate([true, true].into_iter());
    // As Discord wants it: a number in a string.
    assert_eq!(serde_json::to_value(gate).unwrap(), json!("32"));
    for id in MANAGERS {
        assert!(COMMANDS.iter().any(|command| command.id == *id), "{id} is no command");
    }
}

#[test]
fn the_seeds_of_the_random_tests_are_read() {
    use crate::facts::{Facts, SHIPPED};
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let seeds = |of: &str| -> Vec<(String, Vec<u8>)> {
        let entries = std::fs::read_dir(folder.join(of)).unwrap().map(Result::unwrap);
        entries
            .map(|entry| {
                (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())
            })
            .collect()
    };
    let reader = fuzzing::Reader::new(Router::shipped(Facts::from_json(SHIPPED).unwrap()));
    for (name, seed) in seeds("interaction") {
        assert_eq!(reader.event(&seed), name != "id", "{name}");
    }
    for (_, seed) in seeds("question") {
        reader.question(std::str::from_utf8(&seed).unwrap());
    }
}
