//! What turns pages: nothing that somebody typed stands in it, and it is there however long that was.

use serde_json::json;

use super::bot::Bot;
use super::payload::{ADA, ZOE};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn long_replies_turn_whatever_was_typed_for_them() {
    let bot = Bot::start().await;
    let plain = bot.slash(&ADA, "sources", &[("article", json!("1"))]).await;
    for typed in
        [format!("{}1", " ".repeat(120)), "1 | 2".to_owned(), "the first, please".to_owned()]
    {
        let first = bot.slash(&ADA, "sources", &[("article", json!(typed))]).await;
        if first.text() != plain.text() {
            assert_ne!(typed.trim(), "1", "{}", first.text());
            continue;
        }
        let [next] = &first.pressable()[..] else { panic!("no next page: {:?}", first.data) };
        assert!(next.len() <= 100 && !next.contains(&typed), "{next}");
        let turned = bot.press(&ZOE, next, None).await;
        assert_eq!(turned.kind, 7);
        let [before, ..] = &turned.pressable()[..] else { panic!("{:?}", turned.data) };
        let back = bot.press(&ZOE, before, None).await;
        assert_eq!(back.text(), first.text());
        assert_eq!(back.data["components"], first.data["components"]);
    }
    // Where it is not remembered any more, one has to ask again.
    let stale = bot.press(&ADA, "turn|1|0123456789abcdef", None).await;
    assert!(stale.private() && stale.kind == 4, "{}", stale.text());
    assert!(stale.text().contains("no longer works"), "{}", stale.text());
    bot.end().await;
}
