//! Looking at a store changes nothing: none is made, and none is brought up to date.

use std::fs;

use roadbook::store::{Age, Error, Store};
use sqlx::{AnyConnection, Connection as _};

use super::fixture::{NOON, file, on_each, play, raw, run};

async fn versions(url: &str) -> Vec<i64> {
    let mut connection = AnyConnection::connect(url).await.unwrap();
    let versions: Vec<(i64,)> =
        sqlx::query_as("SELECT version FROM _sqlx_migrations ORDER BY version")
            .fetch_all(&mut connection)
            .await
            .unwrap();
    connection.close().await.unwrap();
    versions.into_iter().map(|(version,)| version).collect()
}

#[test]
fn a_store_of_an_older_program_is_looked_at_as_it_is() {
    on_each(|fresh| async move {
        play(&fresh.store, ("r", "s"), NOON, &[&[("ada", 5)]]).await;
        let store = Store::existing(&fresh.url).await.unwrap();
        assert_eq!(store.age().await.unwrap(), Age::Current);
        assert_eq!(store.check(NOON).await.unwrap(), Vec::<String>::new());
        let all = versions(&fresh.url).await;
        let last = all.last().unwrap();
        raw(&fresh.url, &format!("DELETE FROM _sqlx_migrations WHERE version = {last}")).await;
        let store = Store::existing(&fresh.url).await.unwrap();
        assert_eq!(store.age().await.unwrap(), Age::Older);
        assert!(store.check_file().await.unwrap().is_empty());
        store.close().await;
        assert_eq!(versions(&fresh.url).await, all[..all.len() - 1], "it is left as it was");
    });
}

#[test]
fn a_store_that_is_not_there_is_not_made() {
    run(async {
        let path = file("typo");
        for store in [
            Store::existing(&format!("sqlite:{}", path.display())).await,
            Store::existing(&format!("sqlite:{}?mode=rwc", path.display())).await,
            Store::existing_file(&path).await,
        ] {
            let error = store.unwrap_err();
            assert!(matches!(&error, Error::Missing(named) if *named == path), "{error:?}");
        }
        assert!(!path.exists() && !path.parent().unwrap().exists());
    });
}

#[test]
fn a_backup_says_what_is_wrong_with_its_own_file_and_touches_no_other() {
    run(async {
        let path = file("store");
        let store = Store::open_file(&path).await.unwrap();
        play(&store, ("r", "s"), NOON, &[&[("ada", 5)]]).await;
        let folder = path.parent().unwrap();
        let nowhere = folder.join("no folder").join("copy.db");
        let error = store.backup(&nowhere).await.unwrap_err();
        assert!(matches!(error, Error::Target { .. }), "{error:?}");
        let told = error.to_string();
        assert!(told.starts_with(&nowhere.display().to_string()), "{told}");
        assert!(told.contains("a folder that exists") && !told.contains("DATABASE_URL"), "{told}");

        let taken = folder.join("taken.db");
        fs::write(&taken, "somebody's").unwrap();
        let error = store.backup(&taken).await.unwrap_err();
        assert!(matches!(error, Error::Exists(_)), "{error:?}");
        assert_eq!(fs::read_to_string(&taken).unwrap(), "somebody's");

        let copy = folder.join("copy.db");
        store.backup(&copy).await.unwrap();
        let restored = Store::existing_file(&copy).await.unwrap();
        assert_eq!(restored.check(NOON).await.unwrap(), Vec::<String>::new());
        assert!(restored.round("r").await.unwrap().is_some());
        restored.close().await;
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        let left: Vec<_> = names.filter(|name| name.to_string_lossy().ends_with(".part")).collect();
        assert!(left.is_empty(), "{left:?}");
    });
}
