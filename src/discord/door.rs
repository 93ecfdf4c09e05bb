//! Where events come in: the event handler, which only says where they go.
//!
//! It is a raw handler, because that alone sees the events which serenity cannot read, and because with two
//! handlers each event would be copied twice.

use std::sync::Arc;

use serenity::all::{Context, Event, InteractionCreateEvent, RawEventHandler};
use serenity::async_trait;
use tokio::runtime::Handle;
use tokio::time::Instant;

use super::desk::Desk;
use super::pulse::Pulse;

/// The type of the interactions that ask for suggestions while somebody types.
///
/// See <https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type>.
const TYPING: u64 = 4;

/// Takes events on the thread of a connection and hands them to the main runtime.
pub(super) struct Door {
    desk: Arc<Desk>,
    main: Handle,
    pulse: Arc<Pulse>,
}

impl Door {
    pub(super) fn new(desk: Arc<Desk>, main: Handle, pulse: Arc<Pulse>) -> Self {
        Self { desk, main, pulse }
    }

    /// An event that serenity could not read. An interaction among them still wants its answer.
    fn unknown(&self, kind: &str, value: &serde_json::Value) {
        if kind != "INTERACTION_CREATE" {
            tracing::debug!(kind, "an event could not be read");
            return;
        }
        let why = serde_json::from_value::<InteractionCreateEvent>(value.clone())
            .err()
            .map_or_else(|| "unknown".to_owned(), |error| error.to_string());
        tracing::warn!(why, "an interaction could not be read");
        let text = |key: &str| value.get(key).and_then(serde_json::Value::as_str);
        let id = text("id").and_then(|id| id.parse().ok());
        if let (Some(id), Some(token)) = (id, text("token")) {
            let desk = Arc::clone(&self.desk);
            let typing = value.get("type").and_then(serde_json::Value::as_u64) == Some(TYPING);
            self.main.spawn(desk.unreadable((id, token.to_owned()), typing, Instant::now()));
        }
    }
}

#[async_trait]
impl RawEventHandler for Door {
    async fn raw_event(&self, _: Context, event: Event) {
        self.pulse.event();
        match event {
            Event::InteractionCreate(event) => {
                let desk = Arc::clone(&self.desk);
                self.main.spawn(desk.interaction(event.interaction, Instant::now()));
            }
            Event::MessageCreate(event) => {
                self.main.spawn(Arc::clone(&self.desk).message(event.message));
            }
            Event::Ready(event) => {
                self.pulse.begin();
                self.desk.begin(event.ready.user.id.get(), event.ready.application.id.get());
                tracing::info!(name = event.ready.user.name, "connected to Discord");
            }
            Event::Resumed(_) => tracing::info!("connected to Discord again"),
            Event::Unknown(event) => self.unknown(&event.kind, &event.value),
            _ => {}
        }
    }
}
