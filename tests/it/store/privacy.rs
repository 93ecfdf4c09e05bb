//! What people have a right to: an export with everything, and a deletion that leaves nothing.

use roadbook::store::{
    Answer, Board, Card, Effect, Learnt, Measure, Period, PersonSettings, Rated, Rating, Report,
    Saved, Scope, ServerSettings, Start, Step, Store,
};
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection as _, Row as _};

use super::fixture::{DAY, NOON, closing, on_each, outcome, play, start, step};

/// Every text of every row of every table, with where it stands.
pub async fn dump(url: &str) -> Vec<String> {
    let mut connection = sqlx::AnyConnection::connect(url).await.unwrap();
    let tables = if url.starts_with("sqlite") {
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%sqlx%'"
    } else {
        "SELECT CAST(table_name AS TEXT) FROM information_schema.tables \
         WHERE table_schema = current_schema() AND table_name NOT LIKE '%sqlx%'"
    };
    let tables: Vec<(String,)> = sqlx::query_as(tables).fetch_all(&mut connection).await.unwrap();
    assert!(tables.len() > 15, "the tables were found");
    let mut texts = Vec::new();
    for (table,) in tables {
        let select = AssertSqlSafe(format!("SELECT * FROM {table}"));
        for row in sqlx::query(select).fetch_all(&mut connection).await.unwrap() {
            for column in 0..row.len() {
                if let Ok(Some(text)) = row.try_get::<Option<String>, _>(column) {
                    texts.push(format!("{table}: {text}"));
                }
            }
        }
    }
    texts
}

/// Fills every table with something of two people, in two servers and in direct messages.
async fn fill(store: &Store, ada: &str, bo: &str) {
    let state = format!(r#"{{"players":["{ada}","{bo}"],"open":0}}"#);
    let both = format!(r#"{{"text":"<@{ada}> and <@{bo}>"}}"#);
    let effects = [
        Effect { key: "r:0", due: NOON, payload: &both },
        Effect { key: "r:1", due: NOON, payload: r#"{"text":"next"}"# },
    ];
    let players: &[&str] = &[ada, bo];
    let running = Start { state: &state, effects: &effects, players, ..start("r", "here", "s") };
    store.start(&running).await.unwrap();
    let answers = [ada, bo].map(|player| Answer { question: 0, player, answer: "\"A\"", at: NOON });
    let rating = |answers| Rating { rating: 1_500.0, answers };
    let rating = Learnt { from: rating(6), to: rating(7) };
    let rated = [(Rated::Person, ada, rating), (Rated::Person, bo, rating)];
    let outcomes = [outcome(ada, 5), outcome(bo, 3)];
    let closing = roadbook::store::Closing { rated: &rated, ..closing(0, "item", &outcomes) };
    let closed = Step { state: &state, answers: &answers, closing: Some(closing), ..step("r", 0) };
    assert_eq!(store.save(&closed).await.unwrap(), Saved::Done { version: 1, answers: 2 });

    // Five right answers of five are a feat as well.
    let question: &[(&str, i64)] = &[(ada, 9), (bo, 1)];
    play(store, ("t-round", "t"), NOON, &[question; 5]).await;
    for (round, player) in [("direct-a", ada), ("direct-b", bo)] {
        let place = format!("channel of {round}");
        store.start(&start(round, &place, "")).await.unwrap();
        let answers = [Answer { question: 0, player, answer: "1", at: NOON }];
        store.save(&Step { answers: &answers, ..step(round, 0) }).await.unwrap();
    }
    for person in [ada, bo] {
        let settings = PersonSettings { quiet: true, ..PersonSettings::default() };
        store.set_person(person, &settings).await.unwrap();
        let card = Card { fact: "f".to_owned(), state: "{}".to_owned(), due: NOON };
        let round = format!("practice-{}", person == ada);
        let place = format!("place of {round}");
        store.start(&start(&round, &place, "")).await.unwrap();
        let practised = Some((person, &card));
        store.save(&Step { practised, ends: true, ..step(&round, 0) }).await.unwrap();
        store.begin_daily(NOON / DAY, person, "d", NOON).await.unwrap();
        let report = Report {
            item: "item".to_owned(),
            person: person.to_owned(),
            server: "s".to_owned(),
            statements: "[]".to_owned(),
            words: "Hm.".to_owned(),
            at: NOON,
        };
        store.report(&report).await.unwrap();
    }
    store.set_server("s", &ServerSettings::default()).await.unwrap();
}

/// The JSON without a person, as the quiz would give it.
fn without(person: &str) -> impl Fn(&str) -> Option<String> + Sync + '_ {
    move |json| {
        let shorter = json.replace(&format!("\"{person}\","), "");
        (shorter != json).then_some(shorter)
    }
}

const ADA: &str = "100000000000000042";
const BO: &str = "100000000000000421";

#[test]
fn an_export_has_something_from_every_table_that_names_the_person() {
    on_each(|fresh| async move {
        fill(&fresh.store, ADA, BO).await;
        let part = |_: &str| Some(r#"{"points":7}"#.to_owned());
        let export: Value =
            serde_json::from_str(&fresh.store.export(ADA, &part).await.unwrap()).unwrap();
        for text in dump(&fresh.url).await.iter().filter(|text| text.contains(ADA)) {
            let table = text.split(':').next().unwrap();
            // What goes out next, and the state of a round, are everybody's; the round is told.
            let table = if table == "outbox" { "rounds" } else { table };
            let rows = export[table].as_array().unwrap_or_else(|| panic!("{table} is exported"));
            assert!(!rows.is_empty(), "{table}");
        }
        assert!(!export.to_string().contains(BO), "nothing of anybody else");
        assert_eq!(export["people"][0]["settings"]["settings"]["quiet"], true);
        assert_eq!(export["answers"][0]["answer"], "A");
        assert_eq!(export["ratings"][0]["answers"], 7);
        assert_eq!(export["rounds"].as_array().unwrap().len(), 2);
        assert_eq!(export["rounds"][0]["own"]["points"], 7);
        let nobody: Value =
            serde_json::from_str(&fresh.store.export("x", &part).await.unwrap()).unwrap();
        assert!(nobody.as_object().unwrap().values().all(|rows| rows == &Value::Array(Vec::new())));
        // What is told in sentences is what is exported.
        let kept = fresh.store.kept(ADA).await.unwrap();
        let rows = |table: &str| i64::try_from(export[table].as_array().unwrap().len()).unwrap();
        assert_eq!(kept.sums, rows("sums") + rows("tallies"));
        for (count, table) in [
            (kept.rounds, "rounds"),
            (kept.answers, "answers"),
            (kept.results, "results"),
            (kept.feats, "feats"),
            (kept.ratings, "ratings"),
            (kept.cards, "cards"),
            (kept.settings, "people"),
            (kept.daily, "daily"),
            (kept.reports, "reports"),
        ] {
            assert_eq!((count, count > 0), (rows(table), true), "{table}");
        }
        assert!(fresh.store.kept("x").await.unwrap().is_empty());
    });
}

#[test]
fn a_deletion_leaves_no_row_that_names_the_person_and_boards_close_up() {
    on_each(|fresh| async move {
        let store = &fresh.store;
        fill(store, ADA, BO).await;
        let before = dump(&fresh.url).await;
        assert!(before.iter().any(|text| text.contains(ADA)));
        store.delete(ADA, &[], NOON, &without(ADA)).await.unwrap();

        let after = dump(&fresh.url).await;
        let left: Vec<_> = after.iter().filter(|text| text.contains(ADA)).collect();
        assert!(left.is_empty(), "{left:?}");
        assert!(!after.iter().any(|text| text.contains("channel of direct-a")));
        let count = |texts: &[String]| texts.iter().filter(|text| text.contains(BO)).count();
        assert_eq!(count(&after), count(&before) - 1, "all but an effect that named both");

        let round = store.round("r").await.unwrap().unwrap();
        assert_eq!((round.ended, round.version), (None, 2), "it goes on without her");
        assert_eq!(round.state, format!(r#"{{"players":["{BO}"],"open":0}}"#));
        let old = step("r", 1);
        assert_eq!(store.save(&old).await.unwrap(), Saved::Moved, "an old copy is refused");
        let board = Board {
            scope: Scope::Everywhere,
            period: Period::AllTime,
            at: NOON,
            by: Measure::Points,
            page: 0,
            size: 9,
            asker: Some(ADA),
        };
        let page = store.board(&board).await.unwrap();
        assert_eq!((page.standings[0].place, page.standings[0].person.as_str()), (1, BO));
        assert_eq!((page.players, page.own), (1, None));
        assert_eq!(store.check(NOON).await.unwrap(), Vec::<String>::new());
        assert_eq!(store.claim(NOON, 1, 9, None).await.unwrap()[0].key, "r:1");
    });
}

#[test]
fn a_round_that_cannot_go_on_without_somebody_ends() {
    on_each(|fresh| async move {
        let store = &fresh.store;
        fill(store, ADA, BO).await;
        // What comes back still names her.
        store.delete(ADA, &[], NOON, &|json| Some(json.to_owned())).await.unwrap();
        let round = store.round("r").await.unwrap().unwrap();
        assert_eq!((round.state.as_str(), round.ended), ("", Some(NOON)));
        assert!(!dump(&fresh.url).await.iter().any(|text| text.contains(ADA)));
    });
}

#[test]
fn a_round_of_nobody_else_goes_with_its_place() {
    on_each(|fresh| async move {
        let state = format!(r#"{{"players":["{ADA}"]}}"#);
        fresh
            .store
            .start(&Start { state: &state, players: &[ADA], ..start("p", "digest of her id", "") })
            .await
            .unwrap();
        fresh.store.delete(ADA, &[], NOON, &|_| None).await.unwrap();
        assert_eq!(fresh.store.round("p").await.unwrap(), None);
        assert!(!dump(&fresh.url).await.iter().any(|text| text.contains("digest of her id")));
    });
}

#[test]
fn names_that_mean_something_in_sql_or_json_are_found_too() {
    on_each(|fresh| async move {
        let name = r#"100%_O'N\"é"#;
        let state = serde_json::to_string(&[name]).unwrap();
        let named = Start { state: &state, players: &[name], ..start("r", "p", "s") };
        fresh.store.start(&named).await.unwrap();
        let other = serde_json::to_string(&["100xxO'N\\\"é"]).unwrap();
        fresh.store.start(&Start { state: &other, ..start("q", "o", "s") }).await.unwrap();
        fresh.store.delete(name, &[], NOON, &|_| None).await.unwrap();
        assert_eq!(fresh.store.round("r").await.unwrap().unwrap().state, "");
        assert_eq!(fresh.store.round("q").await.unwrap().unwrap().state, other);
    });
}

#[test]
fn a_server_is_forgotten_at_once_or_thirty_days_after_it_was_left() {
    on_each(|fresh| async move {
        let store = &fresh.store;
        let server = "200000000000000007";
        for round in ["one", "two"] {
            play(store, (round, server), NOON, &[&[(ADA, 5)], &[(ADA, 0)]]).await;
        }
        store.start(&start("three", "here", server)).await.unwrap();
        store.set_server(server, &ServerSettings::default()).await.unwrap();
        let named =
            async || dump(&fresh.url).await.iter().filter(|text| text.ends_with(server)).count();
        assert!(named().await > 8);

        store.leave_server(server, NOON).await.unwrap();
        store.join_server(server).await.unwrap();
        assert!(store.forget_left(NOON + 40 * DAY).await.unwrap().is_empty(), "it came back");
        store.leave_server(server, NOON + DAY).await.unwrap();
        assert!(store.forget_left(NOON + 30 * DAY).await.unwrap().is_empty(), "29 days");
        assert!(named().await > 8);
        // Whoever sets something or plays there has it back, whatever was noted before.
        store.set_server(server, &ServerSettings::default()).await.unwrap();
        store.leave_server(server, NOON + DAY).await.unwrap();
        store.start(&start("four", "there", server)).await.unwrap();
        assert!(store.forget_left(NOON + 99 * DAY).await.unwrap().is_empty());
        store.leave_server(server, NOON + DAY).await.unwrap();
        assert_eq!(store.forget_left(NOON + 31 * DAY).await.unwrap(), [server]);
        assert_eq!(named().await, 0);
        let stats = store.stats(ADA, Scope::Everywhere).await.unwrap().unwrap();
        assert_eq!(stats.points, 10, "what somebody did there stays theirs");
        assert_eq!(store.check(NOON).await.unwrap(), Vec::<String>::new());
        store.forget_server("never seen").await.unwrap();
    });
}
