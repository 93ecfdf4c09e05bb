//! A fresh store for each test, on each database at hand.

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

use roadbook::store::{Closing, Effect, Outcome, Saved, Start, Started, Step, Store};
use sqlx::AssertSqlSafe;

/// Where a PostgreSQL server is that the tests may fill with schemas of their own.
const POSTGRES: &str = "ROADBOOK_TEST_POSTGRES";

/// The time at which tests begin: 21 November 2026, 12:00 in UTC, a Saturday.
pub const NOON: i64 = 1_795_262_400_000;

/// A second.
pub const SECOND: i64 = 1_000;

/// A day.
pub const DAY: i64 = 86_400 * SECOND;

/// A store, with its address.
#[derive(Clone)]
pub struct Fresh {
    pub store: Store,
    pub url: String,
}

/// Runs a test on a fresh store of each database at hand.
pub fn on_each<F: Future<Output = ()>>(test: impl Fn(Fresh) -> F) {
    run(async {
        let url = format!("sqlite:{}", file("contract").display());
        test(open(url).await).await;
        if let Some(server) = postgres() {
            test(open(schema(&server).await).await).await;
        }
    });
}

/// Runs a test in the runtime that the program has, too.
pub fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
        .block_on(test);
}

async fn open(url: String) -> Fresh {
    Fresh { store: Store::open(&url).await.unwrap(), url }
}

/// The address of the PostgreSQL server, if there is one; says so if there is none.
pub fn postgres() -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "a setting of the tests alone")]
    let server = std::env::var(POSTGRES).ok().filter(|server| !server.is_empty());
    if server.is_none() {
        // Not by a macro, whose words the harness keeps to itself when a test passes.
        static TOLD: Once = Once::new();
        TOLD.call_once(|| {
            let why = "no server is named by it (.ci/run starts one)";
            let _ =
                writeln!(std::io::stderr(), "tests on PostgreSQL are skipped: {POSTGRES}: {why}");
        });
    }
    server
}

/// A new file in the folder of the tests.
pub fn file(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("store").join(unique());
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    folder.join(format!("{name}.db"))
}

/// A new schema on the server, as the address that uses it.
pub async fn schema(server: &str) -> String {
    let name = format!("roadbook_test_{}", unique());
    raw(server, &format!("CREATE SCHEMA {name}")).await;
    let join = if server.contains('?') { '&' } else { '?' };
    format!("{server}{join}options[search_path]={name}")
}

fn unique() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

/// Runs SQL beside the store.
pub async fn raw(url: &str, sql: &str) {
    use sqlx::Connection as _;
    sqlx::any::install_default_drivers();
    let mut connection = sqlx::AnyConnection::connect(url).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// A round that begins.
pub fn start<'a>(round: &'a str, place: &'a str, server: &'a str) -> Start<'a> {
    Start {
        round,
        place,
        server,
        state: r#"{"open":0}"#,
        deadline: Some(NOON + 20 * SECOND),
        effects: &[],
        at: NOON,
    }
}

/// A step that changes nothing but the version.
pub fn step(round: &str, version: i64) -> Step<'_> {
    Step {
        round,
        version,
        state: r#"{"open":0}"#,
        deadline: Some(NOON + 20 * SECOND),
        answers: &[],
        closing: None,
        practised: None,
        ends: false,
        effects: &[],
        at: NOON + SECOND,
    }
}

/// An effect that is due at noon.
pub fn effect(key: &str) -> Effect<'_> {
    Effect { key, due: NOON, payload: r#"{"send":"question"}"# }
}

/// A question that is closed.
pub fn closing<'a>(question: i64, item: &'a str, outcomes: &'a [Outcome<'a>]) -> Closing<'a> {
    Closing {
        question,
        item,
        topic: "teams",
        difficulty: "easy",
        format: "choice",
        outcomes,
        rated: &[],
    }
}

/// Right, for so many points; or wrong, for none.
pub fn outcome(person: &str, points: i64) -> Outcome<'_> {
    Outcome {
        person,
        choice: if points > 0 { "right-one" } else { "wrong-one" },
        correct: points > 0,
        points,
        millis: 2_000,
    }
}

/// Plays a whole round: for each question who got how many points, closed at a time.
pub async fn play(
    store: &Store,
    (round, server): (&str, &str),
    at: i64,
    questions: &[&[(&str, i64)]],
) {
    let place = format!("place of {round}");
    let started = store.start(&Start { at, ..start(round, &place, server) }).await.unwrap();
    assert_eq!(started, Started::Began);
    for (number, points) in questions.iter().enumerate() {
        let outcomes: Vec<_> =
            points.iter().map(|(person, points)| outcome(person, *points)).collect();
        let number = i64::try_from(number).unwrap();
        let item = format!("item {number}");
        let ends = number + 1 == i64::try_from(questions.len()).unwrap();
        let closing = Some(closing(number, &item, &outcomes));
        let saved = store.save(&Step { closing, ends, at, ..step(round, number) }).await.unwrap();
        assert_eq!(saved, Saved::Done { version: number + 1, answers: 0 });
    }
}
