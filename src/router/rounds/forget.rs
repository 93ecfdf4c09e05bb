//! Forgetting people and servers: what the store deletes, no copy here outlives.

use jiff::Timestamp;

use super::Seat;
use crate::quiz::Round;
use crate::router::{Result, Router};

/// A round as JSON, without a person.
fn without(json: &str, person: &str) -> Option<String> {
    let round: Round = serde_json::from_str(json).ok()?;
    serde_json::to_string(&round.without(person)?).ok()
}

/// What a round as JSON has of a person.
fn part(json: &str, person: &str) -> Option<String> {
    let round: Round = serde_json::from_str(json).ok()?;
    serde_json::to_string(&round.part_of(person)?).ok()
}

impl Router {
    /// Everything that is kept of a person, as JSON.
    pub(in crate::router) async fn export(&self, person: &str) -> Result<String> {
        Ok(self.store()?.export(person, &|json: &str| part(json, person)).await?)
    }

    /// Deletes everything that is kept of a person. A round that is running goes on without them, if anybody
    /// else plays in it.
    pub(in crate::router) async fn forget_person(
        &self,
        person: &str,
        now: Timestamp,
    ) -> Result<()> {
        let without = |json: &str| without(json, person);
        let own = [Seat::Person(person.to_owned()), Seat::Daily(person.to_owned())];
        let places = own.map(|seat| seat.place());
        self.store()?.delete(person, &places, now.as_millisecond(), &without).await?;
        self.drop_person(person);
        self.drop_rounds().await;
        Ok(())
    }

    /// Deletes everything that is kept of a server, with the rounds that are running there.
    pub(in crate::router) async fn forget_server(&self, server: &str) -> Result<()> {
        self.store()?.forget_server(server).await?;
        self.drop_server(server);
        self.drop_rounds().await;
        Ok(())
    }

    /// Drops the copies of all rounds. A step that was made from one meanwhile is refused by the store, and
    /// made again.
    pub(in crate::router) async fn drop_rounds(&self) {
        for place in self.rounds.places() {
            let mut turn = self.rounds.turn(&place).await;
            *turn = None;
            self.rounds.tidy(&place, turn);
        }
    }
}
