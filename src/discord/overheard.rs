//! What serenity says of a connection in its log alone: that the gateway has closed it for good.
//!
//! Of the close codes after which trying again is no use, serenity 0.12 hands on those about the token and the
//! intents. The others it only logs; then it polls the ended stream, or identifies again and again. A connection has a
//! thread to itself, so what is logged there is of that connection.
//!
//! See <https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes>.

use std::fmt;
use std::sync::{Arc, OnceLock};

use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::Interest;
use tracing::{Dispatch, Event, Level, Metadata, Subscriber};

/// Where serenity says it, and at what level. Others of its logs have whole payloads in them.
const SPEAKERS: [&str; 2] = ["serenity::gateway::shard", "serenity::gateway::bridge::shard_runner"];

/// What is said, and what it means.
const SAID: [(&str, Closed); 3] = [
    ("Gateway(InvalidShardData)", Closed::NoSuchShard),
    ("Gateway(OverloadedShard)", Closed::ShardingRequired),
    ("unclean close 4012", Closed::OldVersion),
];

/// Why the gateway has closed a connection for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closed {
    /// There is no such shard (4010).
    NoSuchShard,
    /// The shard would have too many servers (4011).
    ShardingRequired,
    /// The version of the interface is not served any more (4012).
    OldVersion,
}

/// Hears what is logged on the thread of a connection, and passes it on.
pub(super) struct Overheard {
    outer: Dispatch,
    closed: Arc<OnceLock<Closed>>,
    most: LevelFilter,
}

impl Overheard {
    /// Passes on what it hears to where the logs of the present thread go, and writes down why the connection was
    /// closed.
    pub(super) fn new(closed: Arc<OnceLock<Closed>>) -> Self {
        let outer = tracing::dispatcher::get_default(Dispatch::clone);
        Self { outer, closed, most: LevelFilter::current().max(LevelFilter::WARN) }
    }
}

fn is_heard(metadata: &Metadata<'_>) -> bool {
    metadata.is_event() && *metadata.level() <= Level::WARN && SPEAKERS.contains(&metadata.target())
}

impl Subscriber for Overheard {
    fn register_callsite(&self, metadata: &'static Metadata<'static>) -> Interest {
        let passed_on = self.outer.register_callsite(metadata);
        if is_heard(metadata) { Interest::always() } else { passed_on }
    }

    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        is_heard(metadata) || self.outer.enabled(metadata)
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        Some(self.most)
    }

    fn event(&self, event: &Event<'_>) {
        if is_heard(event.metadata()) {
            let mut message = Message(String::new());
            event.record(&mut message);
            if let Some((_, why)) = SAID.iter().find(|(said, _)| message.0.contains(said)) {
                // The first one counts.
                let _ = self.closed.set(*why);
            }
        }
        if self.outer.enabled(event.metadata()) {
            self.outer.event(event);
        }
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        self.outer.new_span(span)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        self.outer.record(span, values);
    }

    fn record_follows_from(&self, span: &Id, follows: &Id) {
        self.outer.record_follows_from(span, follows);
    }

    fn enter(&self, span: &Id) {
        self.outer.enter(span);
    }

    fn exit(&self, span: &Id) {
        self.outer.exit(span);
    }

    fn clone_span(&self, id: &Id) -> Id {
        self.outer.clone_span(id)
    }

    fn try_close(&self, id: Id) -> bool {
        self.outer.try_close(id)
    }
}

/// The message of an event.
struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            self.0 = format!("{value:?}");
        }
    }
}
