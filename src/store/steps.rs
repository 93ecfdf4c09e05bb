//! Rounds are started, stepped, closed and ended. A step is one transaction: the new state, the answers that led to it,
//! the results of a question that it closes, and what is to go out.

use sqlx::Transaction;
use sqlx::any::Any;

use super::error::Result;
use super::feats;
use super::log::CLOSING;
use super::open::Store;
use super::practice::{self, Card};
use super::results::{self, Closing};
use super::{recall, settings};

/// A round that is to begin.
#[derive(Debug, Clone, Copy)]
pub struct Start<'a> {
    /// Its id, new.
    pub round: &'a str,
    /// Where it is played: no other round runs there.
    pub place: &'a str,
    /// The server of that place; empty in a direct message.
    pub server: &'a str,
    /// Its first state, as JSON.
    pub state: &'a str,
    /// When time brings its next step.
    pub deadline: Option<i64>,
    /// What is to go out.
    pub effects: &'a [Effect<'a>],
    /// Who is named in the state.
    pub players: &'a [&'a str],
    /// The item that is shown from now on.
    pub opens: Option<&'a str>,
    /// The time at which it starts by itself, if it does: then it starts only where nobody has claimed that time,
    /// and claims it.
    pub slot: Option<i64>,
    /// Now.
    pub at: i64,
}

/// What became of a [`Start`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Started {
    /// It runs, and its version is 0.
    Began,
    /// Another round runs in that place.
    Runs {
        /// The id of the other round.
        round: String,
    },
    /// The time at which it was to start by itself is claimed.
    Claimed,
}

/// One step of a round.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    /// The round.
    pub round: &'a str,
    /// The version that the step was made from.
    pub version: i64,
    /// The new state, as JSON.
    pub state: &'a str,
    /// When time brings the next step.
    pub deadline: Option<i64>,
    /// Answers that were given, or changed.
    pub answers: &'a [Answer<'a>],
    /// The question that this step closes.
    pub closing: Option<Closing<'a>>,
    /// What somebody practised by it, with who did.
    pub practised: Option<(&'a str, &'a Card)>,
    /// Whether this was the last step.
    pub ends: bool,
    /// What is to go out.
    pub effects: &'a [Effect<'a>],
    /// Who is named in the state and was not before.
    pub players: &'a [&'a str],
    /// The item that is shown from now on.
    pub opens: Option<&'a str>,
    /// Now.
    pub at: i64,
}

/// A round that goes on after a time that does not count.
#[derive(Debug, Clone, Copy)]
pub struct Resumed<'a> {
    /// The round.
    pub round: &'a str,
    /// The version from which it goes on.
    pub version: i64,
    /// The new state, as JSON.
    pub state: &'a str,
    /// When time brings the next step.
    pub deadline: Option<i64>,
    /// Now.
    pub at: i64,
}

/// An answer to an open question.
#[derive(Debug, Clone, Copy)]
pub struct Answer<'a> {
    /// The number of the question in its round, from 0.
    pub question: i64,
    /// Who answers.
    pub player: &'a str,
    /// The answer, as JSON.
    pub answer: &'a str,
    /// When it was given, by the platform's clock. It replaces whatever the player answered before: which of two
    /// counts is the round's to judge, and only one step is made from each version.
    pub at: i64,
}

/// Something that is to go out.
#[derive(Debug, Clone, Copy)]
pub struct Effect<'a> {
    /// Its own key: the same key twice is one effect.
    pub key: &'a str,
    /// When it is due.
    pub due: i64,
    /// What it is, as JSON.
    pub payload: &'a str,
}

/// What became of a [`Step`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// It is written.
    Done {
        /// The version that the next step must name.
        version: i64,
        /// How many of the answers were new or replaced an earlier one.
        answers: u64,
    },
    /// Somebody else made a step first, or the round is over: load it and step again.
    Moved,
}

impl Store {
    /// Starts a round, unless one runs in that place.
    ///
    /// # Errors
    ///
    /// If the store fails, or the id is taken.
    pub async fn start(&self, start: &Start<'_>) -> Result<Started> {
        self.writer.within(self.put_start(start)).await
    }

    async fn put_start(&self, start: &Start<'_>) -> Result<Started> {
        let mut held = self.writer.hold().await?;
        let mut transaction = held.begin().await?;
        let begun = sqlx::query(
            "INSERT INTO rounds (id, place, server, version, state, deadline, started, saved, listed) \
             VALUES ($1, $2, $3, 0, $4, $5, $6, $6, 1) \
             ON CONFLICT (place) WHERE ended IS NULL DO NOTHING",
        )
        .bind(start.round)
        .bind(start.place)
        .bind(start.server)
        .bind(start.state)
        .bind(start.deadline)
        .bind(start.at)
        .execute(&mut *transaction)
        .await?;
        if begun.rows_affected() == 0 {
            let running: Option<(String,)> =
                sqlx::query_as("SELECT id FROM rounds WHERE place = $1 AND ended IS NULL")
                    .bind(start.place)
                    .fetch_optional(&mut *transaction)
                    .await?;
            transaction.rollback().await?;
            held.give_back();
            // It may have ended between the two; whoever asks again will get in.
            let round = running.map(|(id,)| id).unwrap_or_default();
            return Ok(Started::Runs { round });
        }
        put_players(&mut transaction, start.round, start.players).await?;
        recall::put(&mut transaction, (start.server, start.place), start.opens, start.at).await?;
        if !start.server.is_empty() && !settings::wake(&mut transaction, start).await? {
            transaction.rollback().await?;
            held.give_back();
            return Ok(Started::Claimed);
        }
        self.put_effects(&mut transaction, start.round, start.effects).await?;
        transaction.commit().await?;
        held.give_back();
        Ok(Started::Began)
    }

    /// Writes a step of a round as a whole, or nothing of it if the round has moved on.
    ///
    /// # Errors
    ///
    /// If the store fails; nothing is written then.
    pub async fn save(&self, step: &Step<'_>) -> Result<Saved> {
        let saved = self.writer.within(self.put_step(step)).await?;
        self.written(if step.closing.is_some() { CLOSING } else { 1 });
        Ok(saved)
    }

    /// Writes that rounds go on, all of them in one transaction, and tells of each whether it was written: it is not
    /// where somebody else made a step first.
    ///
    /// # Errors
    ///
    /// If the store fails; nothing is written then.
    pub async fn save_resumed(&self, rounds: &[Resumed<'_>]) -> Result<Vec<bool>> {
        self.writer.within(self.put_resumed(rounds)).await
    }

    async fn put_resumed(&self, rounds: &[Resumed<'_>]) -> Result<Vec<bool>> {
        let mut held = self.writer.hold().await?;
        let mut transaction = held.begin().await?;
        let mut written = Vec::with_capacity(rounds.len());
        for one in rounds {
            let moved = sqlx::query(
                "UPDATE rounds SET version = version + 1, state = $3, deadline = $4, saved = $5 \
                 WHERE id = $1 AND version = $2 AND ended IS NULL",
            )
            .bind(one.round)
            .bind(one.version)
            .bind(one.state)
            .bind(one.deadline)
            .bind(one.at)
            .execute(&mut *transaction)
            .await?;
            written.push(moved.rows_affected() > 0);
        }
        transaction.commit().await?;
        held.give_back();
        Ok(written)
    }

    async fn put_step(&self, step: &Step<'_>) -> Result<Saved> {
        let mut held = self.writer.hold().await?;
        let mut transaction = held.begin().await?;
        let moved: Option<(String, String)> = sqlx::query_as(
            "UPDATE rounds SET version = version + 1, state = $3, deadline = $4, saved = $5, ended = $6 \
             WHERE id = $1 AND version = $2 AND ended IS NULL RETURNING server, place",
        )
        .bind(step.round)
        .bind(step.version)
        .bind(step.state)
        .bind(step.deadline.filter(|_| !step.ends))
        .bind(step.at)
        .bind(step.ends.then_some(step.at))
        .fetch_optional(&mut *transaction)
        .await?;
        let Some((server, place)) = moved else {
            transaction.rollback().await?;
            held.give_back();
            return Ok(Saved::Moved);
        };
        put_players(&mut transaction, step.round, step.players).await?;
        let answers = put_answers(&mut transaction, step).await?;
        if let Some(closing) = &step.closing {
            let closed = sqlx::query(
                "INSERT INTO closed (round, question, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            )
            .bind(step.round)
            .bind(closing.question)
            .bind(step.at)
            .execute(&mut *transaction)
            .await?;
            if closed.rows_affected() == 0 {
                transaction.rollback().await?;
                held.give_back();
                return Ok(Saved::Moved);
            }
            let at = results::At { round: step.round, server: &server, now: step.at };
            results::put(&mut transaction, &at, closing).await?;
        }
        if step.ends {
            feats::put(&mut transaction, step.round).await?;
        }
        if let Some((person, card)) = step.practised {
            practice::put(&mut transaction, person, card).await?;
        }
        recall::put(&mut transaction, (&server, &place), step.opens, step.at).await?;
        self.put_effects(&mut transaction, step.round, step.effects).await?;
        transaction.commit().await?;
        held.give_back();
        Ok(Saved::Done { version: step.version + 1, answers })
    }

    /// Writes what is to go out: it is this process's to say.
    async fn put_effects(
        &self,
        transaction: &mut Transaction<'_, Any>,
        round: &str,
        effects: &[Effect<'_>],
    ) -> Result<()> {
        for effect in effects {
            sqlx::query(
                "INSERT INTO outbox (key, round, due, payload, claimed, owner) \
                 VALUES ($1, $2, $3, $4, 0, $5) ON CONFLICT (key) DO NOTHING",
            )
            .bind(effect.key)
            .bind(round)
            .bind(effect.due)
            .bind(effect.payload)
            .bind(&*self.process)
            .execute(&mut **transaction)
            .await?;
        }
        Ok(())
    }
}

/// Writes down who is named in the state of a round.
async fn put_players(
    transaction: &mut Transaction<'_, Any>,
    round: &str,
    players: &[&str],
) -> Result<()> {
    let mut players = players.to_vec();
    players.sort_unstable();
    for player in players {
        sqlx::query(
            "INSERT INTO round_players (round, person) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        )
        .bind(round)
        .bind(player)
        .execute(&mut **transaction)
        .await?;
    }
    Ok(())
}

/// Writes the answers of a step; tells how many changed anything. One to a closed question does not.
async fn put_answers(transaction: &mut Transaction<'_, Any>, step: &Step<'_>) -> Result<u64> {
    let mut changed = 0;
    for answer in step.answers {
        let done = sqlx::query(
            "INSERT INTO answers (round, question, player, answer, at) \
             SELECT $1, $2, $3, $4, $5 \
             WHERE NOT EXISTS (SELECT 1 FROM closed WHERE round = $1 AND question = $2) \
             ON CONFLICT (round, question, player) DO UPDATE \
             SET answer = excluded.answer, at = excluded.at \
             WHERE excluded.at <> answers.at OR excluded.answer <> answers.answer",
        )
        .bind(step.round)
        .bind(answer.question)
        .bind(answer.player)
        .bind(answer.answer)
        .bind(answer.at)
        .execute(&mut **transaction)
        .await?;
        changed += done.rows_affected();
    }
    Ok(changed)
}
