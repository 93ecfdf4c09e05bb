//! When rounds start by themselves.

use roadbook::store::{Schedule, ServerSettings};

use super::fixture::{on_each, raw};

#[test]
fn settings_that_cannot_be_read_keep_no_other_server_from_its_rounds() {
    on_each(|fresh| async move {
        let schedule = |channel: &str| Schedule {
            days: vec![1],
            hour: 20,
            minute: 0,
            zone: "UTC".to_owned(),
            channel: channel.to_owned(),
        };
        for server in ["a", "b", "c"] {
            let settings =
                ServerSettings { schedule: Some(schedule(server)), ..ServerSettings::default() };
            fresh.store.set_server(server, &settings).await.unwrap();
        }
        raw(&fresh.url, "UPDATE servers SET settings = '{' WHERE server = 'a'").await;
        let newer =
            r#"UPDATE servers SET settings = '{"version":99,"settings":{}}' WHERE server = 'b'"#;
        raw(&fresh.url, newer).await;
        let schedules = fresh.store.schedules().await.unwrap();
        assert_eq!(schedules, [("c".to_owned(), schedule("c"))]);
    });
}
