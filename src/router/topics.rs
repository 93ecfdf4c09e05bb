//! What each person last asked about, so that "and in episode 2?" can go on from it.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};

use crate::query::Topic;
use crate::request::Request;

/// How long a topic is remembered.
const KEPT: SignedDuration = SignedDuration::from_mins(5);
/// How many topics are remembered at most: beyond that, those past their time go, then all.
const MOST: usize = 10_000;

/// The last topic of each person in each place.
#[derive(Debug, Default)]
pub(super) struct Topics(HashMap<(String, String), (Timestamp, Topic)>);

impl Topics {
    /// What the person last asked about here, if that was a short while ago.
    pub(super) fn last(&self, request: &Request, now: Timestamp) -> Option<Topic> {
        let (at, topic) = self.0.get(&key(request))?;
        (now.duration_since(*at) <= KEPT).then(|| topic.clone())
    }

    /// Remembers what a person asked about.
    pub(super) fn remember(&mut self, request: &Request, now: Timestamp, topic: Topic) {
        if self.0.len() >= MOST {
            self.0.retain(|_, (at, _)| now.duration_since(*at) <= KEPT);
        }
        if self.0.len() >= MOST {
            self.0.clear();
        }
        self.0.insert(key(request), (now, topic));
    }

    /// Forgets what a person asked about, everywhere.
    pub(super) fn forget(&mut self, person: &str) {
        self.0.retain(|(who, _), _| who != person);
    }
}

fn key(request: &Request) -> (String, String) {
    (request.person.id.clone(), request.place.clone())
}
