//! How the store fails: one clear line for the operator, and nothing half written.

use std::fs;
use std::io::{Seek as _, SeekFrom, Write as _};

use roadbook::store::{Answer, Error, Saved, Step, Store};
use sqlx::Connection as _;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};

use super::fixture::{NOON, file, on_each, play, postgres, raw, run, schema, start, step};

/// The line that the operator reads, and nothing more than a line.
fn line(error: &Error) -> String {
    let line = error.to_string();
    assert_eq!(line.lines().count(), 1, "{line}");
    line
}

async fn file_of_one_round() -> (std::path::PathBuf, String) {
    let path = file("store");
    let store = Store::open_file(&path).await.unwrap();
    play(&store, ("r", "s"), NOON, &[&[("ada", 5)][..]; 40]).await;
    store.close().await;
    let url = format!("sqlite:{}", path.display());
    (path, url)
}

#[test]
fn a_schema_from_the_future_is_left_alone() {
    on_each(|fresh| async move {
        let future = if fresh.url.starts_with("sqlite") { "x'00'" } else { "'\\x00'" };
        let row = format!("(99990101, 'future', TRUE, {future}, 0)");
        let columns = "version, description, success, checksum, execution_time";
        raw(&fresh.url, &format!("INSERT INTO _sqlx_migrations ({columns}) VALUES {row}")).await;
        let error = Store::open(&fresh.url).await.unwrap_err();
        assert!(matches!(error, Error::Newer { version: 99_990_101 }), "{error:?}");
        let again = Store::open(&fresh.url).await.unwrap_err();
        assert!(matches!(again, Error::Newer { .. }), "no lock is left behind: {again:?}");
        let told = "the store was written by a newer Roadbook (migration 99990101 is unknown); run \
                    that one, or put a backup in its place";
        assert_eq!(line(&error), told);
    });
}

#[test]
fn a_locked_file_is_waited_for_and_then_told() {
    run(async {
        let (_, url) = file_of_one_round().await;
        let store = Store::open(&url).await.unwrap();
        store.start(&start("q", "here", "s")).await.unwrap();
        let mut other = sqlx::AnyConnection::connect(&url).await.unwrap();
        sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut other).await.unwrap();
        let answers = [Answer { question: 0, player: "ada", answer: "1", at: NOON }];
        let press = Step { answers: &answers, ..step("q", 0) };
        let error = store.save(&press).await.unwrap_err();
        assert!(matches!(error, Error::Locked(_)), "{error:?}");
        insta::assert_snapshot!(line(&error), @"the store is locked by another program; end whatever holds it open and try again");
        assert_eq!(store.round("q").await.unwrap().unwrap().version, 0, "reading goes on");
        sqlx::raw_sql("ROLLBACK").execute(&mut other).await.unwrap();
        let saved = store.save(&press).await.unwrap();
        assert_eq!(saved, Saved::Done { version: 1, answers: 1 }, "it works once it is free");
    });
}

#[test]
fn a_store_that_takes_no_writes_is_told_at_the_start() {
    run(async {
        let (_, url) = file_of_one_round().await;
        let error = Store::open(&format!("{url}?mode=ro")).await.unwrap_err();
        assert!(matches!(error, Error::ReadOnly(_)), "{error:?}");
        insta::assert_snapshot!(line(&error), @"the store is read-only; give this user the right to write the file and its folder");
        if let Some(server) = postgres() {
            let url = schema(&server).await;
            Store::open(&url).await.unwrap().close().await;
            let reads = format!("{url}&options[default_transaction_read_only]=on");
            let error = Store::open(&reads).await.unwrap_err();
            assert!(matches!(error, Error::ReadOnly(_)), "{error:?}");
        }
    });
}

#[test]
fn a_file_that_is_no_database_is_told_and_kept() {
    run(async {
        let path = file("garbage");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "no database at all ".repeat(500)).unwrap();
        let error = Store::open_file(&path).await.unwrap_err();
        assert!(matches!(error, Error::Corrupt(_)), "{error:?}");
        insta::assert_snapshot!(line(&error), @"the store is damaged or no database; put a backup in its place (see roadbook doctor)");
        assert!(fs::read_to_string(&path).unwrap().starts_with("no database"));
    });
}

#[test]
fn a_damaged_page_is_found_by_a_check() {
    run(async {
        let (path, url) = file_of_one_round().await;
        let length = fs::metadata(&path).unwrap().len();
        let mut damaged = fs::OpenOptions::new().write(true).open(&path).unwrap();
        damaged.seek(SeekFrom::Start(length - 3 * 4096)).unwrap();
        damaged.write_all(&[0x5a; 2 * 4096]).unwrap();
        drop(damaged);
        let store = Store::open(&url).await.unwrap();
        match store.check(NOON).await {
            Ok(problems) => assert!(!problems.is_empty()),
            Err(error) => assert!(matches!(error, Error::Corrupt(_)), "{error:?}"),
        }
    });
}

#[test]
fn an_address_that_means_nothing_is_told_without_its_password() {
    run(async {
        for address in ["", "roadbook.db", "mysql://me:secret@host/db", "postgres://me:secret@[/"] {
            let error = Store::open(address).await.unwrap_err();
            assert!(matches!(error, Error::Address), "{address}: {error:?}");
            assert!(!format!("{error:?}{error}").contains("secret"));
        }
        let path = file("taken");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "").unwrap();
        let error = Store::open_file(&path.join("roadbook.db")).await.unwrap_err();
        assert!(matches!(error, Error::Folder { .. }), "{error:?}");
        let nowhere = "postgres://me:secret@127.0.0.1:1/db";
        let error = Store::open(nowhere).await.unwrap_err();
        assert!(matches!(error, Error::Lost(_)), "{error:?}");
        assert!(!format!("{error:?}{error}").contains("secret"));
        insta::assert_snapshot!(line(&error), @"the store cannot be reached; check the file or the server that DATABASE_URL names, and the network to it");
    });
}

#[test]
fn a_lost_connection_is_told_and_found_again() {
    run(async {
        let Some(server) = postgres() else { return };
        let direct = schema(&server).await;
        // The store speaks to the server through a gate that can be shut.
        let address = server.split('@').nth(1).unwrap().split('/').next().unwrap().to_owned();
        let gate = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = gate.local_addr().unwrap().port();
        let url = direct.replace(&address, &format!("127.0.0.1:{port}"));
        let open = |gate: TcpListener, address: String| {
            tokio::spawn(async move {
                let mut tasks = tokio::task::JoinSet::new();
                while let Ok((mut near, _)) = gate.accept().await {
                    let address = address.clone();
                    tasks.spawn(async move {
                        let mut far = TcpStream::connect(address).await.unwrap();
                        let _ = copy_bidirectional(&mut near, &mut far).await;
                    });
                }
            })
        };
        let traffic = open(gate, address.clone());
        let store = Store::open(&url).await.unwrap();
        store.start(&start("r", "here", "s")).await.unwrap();

        traffic.abort();
        assert!(traffic.await.unwrap_err().is_cancelled());
        let answers = [Answer { question: 0, player: "ada", answer: "1", at: NOON }];
        let press = Step { answers: &answers, ..step("r", 0) };
        let error = store.save(&press).await.unwrap_err();
        assert!(matches!(error, Error::Lost(_)), "{error:?}");

        let gate = TcpListener::bind(("127.0.0.1", port)).await.unwrap();
        let traffic = open(gate, address);
        let saved = store.save(&press).await.unwrap();
        assert_eq!(saved, Saved::Done { version: 1, answers: 1 });
        traffic.abort();
    });
}

#[test]
fn a_backup_is_whole_and_never_written_over_anything() {
    run(async {
        let (path, url) = file_of_one_round().await;
        let store = Store::open(&url).await.unwrap();
        let copy = path.with_file_name("copy of it.db");
        store.backup(&copy).await.unwrap();
        let error = store.backup(&copy).await.unwrap_err();
        assert!(matches!(error, Error::Exists(_)), "{error:?}");
        let nowhere = store.backup(&path.with_file_name("no folder").join("copy.db")).await;
        assert!(matches!(nowhere, Err(Error::Target { .. })), "{nowhere:?}");
        let restored = Store::open_file(&copy).await.unwrap();
        assert_eq!(restored.check(NOON).await.unwrap(), Vec::<String>::new());
        assert_eq!(restored.round("r").await.unwrap(), store.round("r").await.unwrap());
        if let Some(server) = postgres() {
            let store = Store::open(&schema(&server).await).await.unwrap();
            let error = store.backup(&path.with_file_name("other.db")).await.unwrap_err();
            insta::assert_snapshot!(line(&error), @"this store is a PostgreSQL database; back it up with pg_dump");
        }
    });
}
