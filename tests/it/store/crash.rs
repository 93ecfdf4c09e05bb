//! A process that is killed at any moment: what it had acknowledged is there, and what is there is whole.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use roadbook::store::{Answer, Effect, Saved, Start, Started, Step, Store};

use super::fixture::{NOON, closing, on_each, outcome, start, step};

/// The store that the process to be killed opens, and the number of its life.
const VICTIM: &str = "ROADBOOK_TEST_VICTIM";

/// How often the process is killed, each time after some answers more.
const KILLS: usize = 12;

/// Not a test: the process that is killed. It answers, closes and goes on, and says so after each step.
#[test]
#[ignore = "it ends only by being killed, which is what another test does"]
fn victim() {
    #[expect(clippy::disallowed_methods, reason = "how the test speaks to its child")]
    let Ok(victim) = std::env::var(VICTIM) else { return };
    let (life, url) = victim.split_once(' ').unwrap();
    super::fixture::run(async {
        let store = Store::open(url).await.unwrap();
        let place = format!("place of {life}");
        let begun = store.start(&start(life, &place, "s")).await.unwrap();
        assert_eq!(begun, Started::Began);
        let mut version = 0;
        for question in 0.. {
            for player in ["ada", "bo", "cy"] {
                let answers = [Answer { question, player, answer: "1", at: NOON }];
                let step = Step { answers: &answers, ..step(life, version) };
                assert!(matches!(store.save(&step).await.unwrap(), Saved::Done { .. }));
                version += 1;
                println!("acknowledged {question} {player}");
            }
            let outcomes = ["ada", "bo", "cy"].map(|player| outcome(player, 2));
            let key = format!("{life}:{question}");
            let effects = [Effect { key: &key, due: NOON, payload: "{}" }];
            let closing = Some(closing(question, "item", &outcomes));
            let step = Step { closing, effects: &effects, ..step(life, version) };
            assert!(matches!(store.save(&step).await.unwrap(), Saved::Done { .. }));
            version += 1;
            println!("closed {question}");
        }
    });
}

#[test]
fn what_was_acknowledged_survives_the_process() {
    on_each(|fresh| async move {
        let mut points = 0;
        for kill in 0..KILLS {
            let life = format!("life-{kill}");
            let acknowledged = live_and_die(&life, &fresh.url, 1 + kill * kill);
            // What comes after is a new process: it opens the store as the dead one left it.
            let store = Store::open(&fresh.url).await.unwrap();
            assert_eq!(store.check(NOON).await.unwrap(), Vec::<String>::new());
            let round = store.round_in(&format!("place of {life}")).await.unwrap().unwrap();
            let mut closed = 0;
            for line in &acknowledged {
                let words: Vec<_> = line.split(' ').collect();
                let question = words[1].parse().unwrap();
                let answers = store.answers(&life, question).await.unwrap();
                match words[0] {
                    "closed" => closed = question + 1,
                    _ => assert!(answers.iter().any(|(player, ..)| player == words[2]), "{line}"),
                }
            }
            // One step may have been written whose word did not come out any more.
            let effects =
                store.claim(NOON + i64::try_from(kill).unwrap(), 1, 999, None).await.unwrap();
            let told = i64::try_from(effects.iter().filter(|due| due.round == life).count());
            let told = told.unwrap();
            assert!(told == closed || told == closed + 1, "{told} of {closed}");
            assert!(round.version >= i64::try_from(acknowledged.len()).unwrap());
            for due in &effects {
                store.done(&due.key, NOON).await.unwrap();
            }
            points += 2 * told;
            let stats = store.stats("ada", roadbook::store::Scope::Server("s")).await.unwrap();
            assert_eq!(stats.map_or(0, |stats| stats.points), points, "boards are the fold");
            let end = Step { ends: true, ..step(&life, round.version) };
            assert!(matches!(store.save(&end).await.unwrap(), Saved::Done { .. }), "it goes on");
            let again = Start { round: "again", ..start(&life, &round.place, "s") };
            if kill == 0 {
                assert_eq!(store.start(&again).await.unwrap(), Started::Began);
            }
            store.close().await;
        }
    });
}

/// Lets the process live until it has said so many words, kills it, and gives all that it said.
fn live_and_die(life: &str, url: &str, words: usize) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "store::crash::victim", "--ignored", "--nocapture"])
        .env(VICTIM, format!("{life} {url}"))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = Vec::new();
    for text in lines {
        let Ok(text) = text else { break };
        // The harness says a few words of its own, one of them on the same line.
        let word = text.rsplit("... ").next().unwrap();
        if word.starts_with("acknowledged ") || word.starts_with("closed ") {
            said.push(word.to_owned());
        }
        if said.len() == words {
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    assert!(said.len() >= words, "it was killed, and did not end by itself: {said:?}");
    said
}
