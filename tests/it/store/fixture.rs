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

/// A new schema on the server, as the address that uses it. Whoever connects by it bears its name.
pub async fn schema(server: &str) -> String {
    let name = format!("roadbook_test_{}", unique());
    raw(server, &format!("CREATE SCHEMA {name}")).await;
    let join = if server.contains('?') { '&' } else { '?' };
    format!("{server}{join}application_name={name}&options[search_path]={name}")
}

/// Waits until nobody is connected by an address of [`schema`]. A process that was killed may have sent something to
/// the server that is done only after its death.
pub async fn left_alone(url: &str) {
    use sqlx::Connection as _;
    let Some((server, name)) = url.split_once("application_name=") else { return };
    let name = name.split('&').next().unwrap();
    let count = format!("SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = '{name}'");
    let mut connection = sqlx::AnyConnection::connect(server).await.unwrap();
    for look in 0.. {
        let (connected,): (i64,) =
            sqlx::query_as(AssertSqlSafe(count.clone())).fetch_one(&mut connection).await.unwrap();
        if connected == 0 {
            connection.close().await.unwrap();
            return;
        }
        assert!(look < 2_000, "somebody stays connected to {name}");
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
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

/// All rows of all tables but these, each as a text, to see whether anything is another than before.
pub async fn rows(url: &str, but: &[&str]) -> Vec<String> {
    use sqlx::{Column as _, Connection as _, Row as _, TypeInfo as _};
    sqlx::any::install_default_drivers();
    let mut connection = sqlx::AnyConnection::connect(url).await.unwrap();
    let tables = if url.starts_with("sqlite") {
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%sqlx%'"
    } else {
        "SELECT CAST(table_name AS TEXT) FROM information_schema.tables \
         WHERE table_schema = current_schema() AND table_name NOT LIKE '%sqlx%'"
    };
    let tables: Vec<(String,)> = sqlx::query_as(tables).fetch_all(&mut connection).await.unwrap();
    let mut all = Vec::new();
    for (table,) in tables.iter().filter(|(table,)| !but.contains(&table.as_str())) {
        let select = AssertSqlSafe(format!("SELECT * FROM {table}"));
        for row in sqlx::query(select).fetch_all(&mut connection).await.unwrap() {
            let cells = row.columns().iter().map(|column| {
                let at = column.ordinal();
                let text = row.try_get::<Option<String>, _>(at).map(|text| format!("{text:?}"));
                let text = text.or_else(|_| {
                    row.try_get::<Option<i64>, _>(at).map(|number| format!("{number:?}"))
                });
                let text = text.or_else(|_| {
                    row.try_get::<Option<f64>, _>(at).map(|number| format!("{number:?}"))
                });
                format!(
                    "{}: {}",
                    column.name(),
                    text.unwrap_or_else(|_| column.type_info().name().to_owned())
                )
            });
            all.push(format!("{table} {}", cells.collect::<Vec<_>>().join(", ")));
        }
    }
    connection.close().await.unwrap();
    all.sort();
    all
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
        players: &[],
        opens: None,
        slot: None,
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
        players: &[],
        opens: None,
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
        counts: true,
        rated: &[],
    }
}

/// Right, for so many points; or wrong, for none.
pub fn outcome(person: &str, points: i64) -> Outcome<'_> {
    Outcome {
        person,
        name: "",
        choice: if points > 0 { "right-one" } else { "wrong-one" },
        correct: points > 0,
        points,
        millis: 2_000,
    }
}

/// What to call somebody: their id, with capitals.
pub fn called(person: &str) -> String {
    let words = person.split(' ').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(char::to_uppercase).into_iter().flatten();
        first.chain(letters).collect::<String>()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Plays a whole round: for each question who got how many points, closed at a time.
pub async fn play(
    store: &Store,
    (round, server): (&str, &str),
    at: i64,
    questions: &[&[(&str, i64)]],
) {
    let place = format!("place of {round}");
    let items: Vec<String> = (0..questions.len()).map(|number| format!("item {number}")).collect();
    let opens = items.first().map(String::as_str);
    let begin = Start { at, opens, ..start(round, &place, server) };
    let started = store.start(&begin).await.unwrap();
    assert_eq!(started, Started::Began);
    for (number, points) in questions.iter().enumerate() {
        let names: Vec<String> = points.iter().map(|(person, _)| called(person)).collect();
        let outcomes: Vec<_> = points
            .iter()
            .zip(&names)
            .map(|((person, points), name)| Outcome { name, ..outcome(person, *points) })
            .collect();
        let (item, opens) = (&items[number], items.get(number + 1).map(String::as_str));
        let number = i64::try_from(number).unwrap();
        let ends = number + 1 == i64::try_from(questions.len()).unwrap();
        let closing = Some(closing(number, item, &outcomes));
        let step = Step { closing, ends, at, opens, ..step(round, number) };
        let saved = store.save(&step).await.unwrap();
        assert_eq!(saved, Saved::Done { version: number + 1, answers: 0 });
    }
}
