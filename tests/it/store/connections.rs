//! Connections to a server: used again, opened anew where one is lost, and all of them ended with the store.

use roadbook::store::Store;
use sqlx::Connection as _;

use super::fixture::{NOON, postgres, raw, run, schema};

/// A store whose connections go by a name, with the server.
async fn named(name: &str) -> Option<(Store, String)> {
    let server = postgres()?;
    let url = format!("{}&application_name={name}", schema(&server).await);
    Some((Store::open(&url).await.unwrap(), server))
}

/// The numbers of the server's processes for connections of a name.
async fn backends(server: &str, name: &str) -> Vec<i64> {
    let mut connection = sqlx::AnyConnection::connect(server).await.unwrap();
    let rows: Vec<(i64,)> = sqlx::query_as(
        "SELECT CAST(pid AS BIGINT) FROM pg_stat_activity WHERE application_name = $1 ORDER BY pid",
    )
    .bind(name)
    .fetch_all(&mut connection)
    .await
    .unwrap();
    connection.close().await.unwrap();
    rows.into_iter().map(|(pid,)| pid).collect()
}

#[test]
fn calls_one_after_the_other_share_a_connection() {
    run(async {
        let Some((store, server)) = named("one_after_the_other").await else { return };
        for second in 0..40 {
            store.beat(NOON + second).await.unwrap();
            store.next_due().await.unwrap();
            store.running().await.unwrap();
        }
        // The one that made the tables may just be ending.
        let open = backends(&server, "one_after_the_other").await;
        assert!(open.len() <= 2, "{open:?}");
        store.close().await;
    });
}

#[test]
fn a_connection_that_is_lost_is_replaced() {
    run(async {
        let Some((store, server)) = named("lost").await else { return };
        store.beat(NOON).await.unwrap();
        let before = backends(&server, "lost").await;
        assert!(!before.is_empty());
        raw(
            &server,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'lost'",
        )
        .await;
        // One call may still find out; after that all is as before.
        let found_out = store.next_due().await;
        assert!(found_out.is_ok() || found_out.unwrap_err().to_string().lines().count() == 1);
        for second in 1..9 {
            store.beat(NOON + second).await.unwrap();
        }
        assert_eq!(store.latest().await.unwrap(), Some(NOON + 8));
        let after = backends(&server, "lost").await;
        assert!(after.iter().all(|pid| !before.contains(pid)), "{before:?} {after:?}");
        store.close().await;
    });
}

#[test]
fn as_many_calls_at_once_as_one_likes_are_answered() {
    run(async {
        let Some((store, server)) = named("at_once").await else { return };
        let calls: Vec<_> = (0..200)
            .map(|call| {
                let store = store.clone();
                tokio::spawn(async move { store.beat(NOON + call).await })
            })
            .collect();
        for call in calls {
            call.await.unwrap().unwrap();
        }
        assert!(backends(&server, "at_once").await.len() <= 9, "eight, and the one that ended");
        store.close().await;
        store.next_due().await.unwrap_err();
    });
}
