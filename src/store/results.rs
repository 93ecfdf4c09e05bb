//! Results of closed questions, and everything that is added up from them in the same transaction: sums for
//! boards, tallies, ratings, statistics of items, what a server has seen.

use sqlx::any::Any;
use sqlx::{FromRow, Transaction};

use super::boards::FEWEST;
use super::error::Result;
use super::periods::Period;

/// A question that a step closes.
#[derive(Debug, Clone, Copy)]
pub struct Closing<'a> {
    /// The number of the question in its round, from 0.
    pub question: i64,
    /// The item that was asked.
    pub item: &'a str,
    /// What it is about.
    pub topic: &'a str,
    /// How hard it is.
    pub difficulty: &'a str,
    /// The kind of question.
    pub format: &'a str,
    /// What each player got, each player once.
    pub outcomes: &'a [Outcome<'a>],
    /// Whether it counts. What is practised does not: nothing is added up from it.
    pub counts: bool,
    /// The ratings that changed by it.
    pub rated: &'a [(Rated, &'a str, Learnt)],
}

/// What a player got for a question.
#[derive(Debug, Clone, Copy)]
pub struct Outcome<'a> {
    /// Who.
    pub person: &'a str,
    /// What to call them where others cannot look them up; empty to leave what was known.
    pub name: &'a str,
    /// Which option, by a name that stays the same when options are shuffled; empty without an answer. For
    /// typed answers their class (right, near, wrong): never what somebody typed.
    pub choice: &'a str,
    /// Whether it was right.
    pub correct: bool,
    /// The points for it.
    pub points: i64,
    /// How long it took, in milliseconds.
    pub millis: i64,
}

/// What has a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rated {
    /// A player.
    Person,
    /// A question.
    Item,
}

impl Rated {
    pub(super) fn kind(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Item => "item",
        }
    }
}

/// A rating.
#[derive(Debug, Clone, Copy, PartialEq, FromRow)]
pub struct Rating {
    /// How strong, or how hard; 1500 is in the middle.
    pub rating: f64,
    /// How many answers it was learnt from.
    pub answers: i64,
}

/// How a rating changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Learnt {
    /// What it was learnt from. Where another question was closed meanwhile, what was learnt is added to that.
    pub from: Rating,
    /// What it came to.
    pub to: Rating,
}

/// Where and when a question was closed.
pub(super) struct At<'a> {
    pub round: &'a str,
    pub server: &'a str,
    pub now: i64,
}

/// Writes what a closed question brings. The tables come in one order and their rows sorted, so that two
/// transactions never wait for each other in a circle.
pub(super) async fn put(
    transaction: &mut Transaction<'_, Any>,
    at: &At<'_>,
    closing: &Closing<'_>,
) -> Result<()> {
    if !closing.counts {
        return Ok(());
    }
    for outcome in closing.outcomes {
        sqlx::query(
            "INSERT INTO results (round, question, person, server, item, topic, difficulty, format, \
             choice, correct, points, millis, at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        )
        .bind(at.round)
        .bind(closing.question)
        .bind(outcome.person)
        .bind(at.server)
        .bind(closing.item)
        .bind(closing.topic)
        .bind(closing.difficulty)
        .bind(closing.format)
        .bind(outcome.choice)
        .bind(i64::from(outcome.correct))
        .bind(outcome.points)
        .bind(outcome.millis)
        .bind(at.now)
        .execute(&mut **transaction)
        .await?;
    }
    put_names(transaction, closing.outcomes).await?;
    put_ratings(transaction, at.now, closing.rated).await?;
    add_to_sums(transaction, at, closing.question).await?;
    add_to_tallies(transaction, at.round, closing.question).await?;
    add_to_items(transaction, at.round, closing).await
}

/// What to call people. Who stands on no board of all servers is not called anything there.
async fn put_names(transaction: &mut Transaction<'_, Any>, outcomes: &[Outcome<'_>]) -> Result<()> {
    let mut named: Vec<&Outcome<'_>> = outcomes.iter().filter(|one| !one.name.is_empty()).collect();
    named.sort_by_key(|one| one.person);
    for one in named {
        sqlx::query(
            "INSERT INTO people (person, settings, hidden, name) VALUES ($1, '', 0, $2) \
             ON CONFLICT (person) DO UPDATE SET name = excluded.name \
             WHERE people.hidden = 0 AND (people.name IS NULL OR people.name <> excluded.name)",
        )
        .bind(one.person)
        .bind(one.name)
        .execute(&mut **transaction)
        .await?;
    }
    Ok(())
}

async fn put_ratings(
    transaction: &mut Transaction<'_, Any>,
    now: i64,
    rated: &[(Rated, &str, Learnt)],
) -> Result<()> {
    let mut rated = rated.to_vec();
    rated.sort_by(|one, other| (one.0.kind(), one.1).cmp(&(other.0.kind(), other.1)));
    for (kind, id, learnt) in rated {
        // The row decides what it was: two rounds that close at once both count.
        sqlx::query(
            "INSERT INTO ratings (kind, id, rating, answers, at) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (kind, id) DO UPDATE SET \
             rating = CASE WHEN ratings.rating = $6 THEN excluded.rating \
             ELSE ratings.rating + (excluded.rating - $6) END, \
             answers = ratings.answers + (excluded.answers - $7), at = excluded.at",
        )
        .bind(kind.kind())
        .bind(id)
        .bind(learnt.to.rating)
        .bind(learnt.to.answers)
        .bind(now)
        .bind(learnt.from.rating)
        .bind(learnt.from.answers)
        .execute(&mut **transaction)
        .await?;
    }
    Ok(())
}

/// The results of the round are read once, by its key: for what somebody answered in it, neither everything that they ever
/// answered is looked through, nor the round once for each of its players.
pub(super) const ADD_TO_SUMS: &str = "INSERT INTO sums (scope, period, person, hidden, rounds, \
     questions, correct, points, millis, streak, best, accuracy, rating) \
     SELECT s.scope, p.period, r.person, \
     CASE WHEN s.scope = '*' THEN COALESCE(w.hidden, 0) ELSE 0 END, \
     CASE WHEN e.last >= p.since THEN 0 ELSE 1 END, \
     1, r.correct, r.points, r.millis, r.correct, r.correct, CAST(NULL AS BIGINT), \
     CAST(ROUND(t.rating) AS BIGINT) \
     FROM results r \
     JOIN (SELECT '*' AS scope UNION ALL SELECT $3) s ON s.scope <> '' \
     CROSS JOIN (SELECT $4 AS period, CAST($9 AS BIGINT) AS since UNION ALL \
     SELECT $5, CAST($10 AS BIGINT) UNION ALL SELECT $6, CAST($11 AS BIGINT) UNION ALL \
     SELECT $7, CAST($12 AS BIGINT)) p \
     LEFT JOIN (SELECT person, MAX(at) AS last FROM results WHERE round = $1 AND question <> $2 \
     GROUP BY person) e ON e.person = r.person \
     LEFT JOIN people w ON w.person = r.person \
     LEFT JOIN ratings t ON t.kind = 'person' AND t.id = r.person \
     WHERE r.round = $1 AND r.question = $2 \
     ORDER BY s.scope, p.period, r.person \
     ON CONFLICT (scope, period, person) DO UPDATE SET \
     hidden = excluded.hidden, \
     rounds = sums.rounds + excluded.rounds, \
     questions = sums.questions + 1, \
     correct = sums.correct + excluded.correct, \
     points = sums.points + excluded.points, \
     millis = sums.millis + excluded.millis, \
     streak = CASE WHEN excluded.correct = 1 THEN sums.streak + 1 ELSE 0 END, \
     best = CASE WHEN excluded.correct = 1 AND sums.streak >= sums.best \
     THEN sums.streak + 1 ELSE sums.best END, \
     accuracy = CASE WHEN sums.questions + 1 < $8 THEN NULL \
     ELSE (sums.correct + excluded.correct) * 1000000 / (sums.questions + 1) END, \
     rating = COALESCE(excluded.rating, sums.rating)";

/// Adds a closed question to the sums of all scopes and periods.
async fn add_to_sums(
    transaction: &mut Transaction<'_, Any>,
    at: &At<'_>,
    question: i64,
) -> Result<()> {
    let [today, week, month, all] = Period::ALL.map(|period| period.key(at.now));
    let [from_today, from_week, from_month, from_all] =
        Period::ALL.map(|period| period.begin(at.now));
    sqlx::query(ADD_TO_SUMS)
        .bind(at.round)
        .bind(question)
        .bind(at.server)
        .bind(today)
        .bind(week)
        .bind(month)
        .bind(all)
        .bind(FEWEST)
        .bind(from_today)
        .bind(from_week)
        .bind(from_month)
        .bind(from_all)
        .execute(&mut **transaction)
        .await?;
    Ok(())
}

async fn add_to_tallies(
    transaction: &mut Transaction<'_, Any>,
    round: &str,
    question: i64,
) -> Result<()> {
    sqlx::query(
        "INSERT INTO tallies (person, kind, name, questions, correct) \
         SELECT r.person, k.kind, CASE k.kind WHEN 'topic' THEN r.topic \
         WHEN 'difficulty' THEN r.difficulty ELSE r.format END, 1, r.correct \
         FROM results r CROSS JOIN (SELECT 'topic' AS kind UNION ALL SELECT 'difficulty' \
         UNION ALL SELECT 'format') k \
         WHERE r.round = $1 AND r.question = $2 ORDER BY r.person, k.kind \
         ON CONFLICT (person, kind, name) DO UPDATE SET questions = tallies.questions + 1, \
         correct = tallies.correct + excluded.correct",
    )
    .bind(round)
    .bind(question)
    .execute(&mut **transaction)
    .await?;
    Ok(())
}

async fn add_to_items(
    transaction: &mut Transaction<'_, Any>,
    round: &str,
    closing: &Closing<'_>,
) -> Result<()> {
    let answered = closing.outcomes.iter().filter(|outcome| !outcome.choice.is_empty());
    let (mut answers, mut correct) = (0_i64, 0_i64);
    for outcome in answered {
        answers += 1;
        correct += i64::from(outcome.correct);
    }
    sqlx::query(
        "INSERT INTO items (item, shown, answers, correct) VALUES ($1, 1, $2, $3) \
         ON CONFLICT (item) DO UPDATE SET shown = items.shown + 1, \
         answers = items.answers + excluded.answers, correct = items.correct + excluded.correct",
    )
    .bind(closing.item)
    .bind(answers)
    .bind(correct)
    .execute(&mut **transaction)
    .await?;
    sqlx::query(
        "INSERT INTO choices (item, choice, answers) \
         SELECT item, choice, COUNT(*) FROM results \
         WHERE round = $1 AND question = $2 AND choice <> '' GROUP BY item, choice \
         ORDER BY item, choice \
         ON CONFLICT (item, choice) DO UPDATE SET answers = choices.answers + excluded.answers",
    )
    .bind(round)
    .bind(closing.question)
    .execute(&mut **transaction)
    .await?;
    Ok(())
}
