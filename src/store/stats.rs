//! What somebody has done so far.

use sqlx::FromRow;

use super::boards::Scope;
use super::error::Result;
use super::open::Store;
use super::periods::Period;

/// The days that [`Stats::days`] goes back.
const DAYS: i64 = 90;

/// What somebody has done so far, in a server or everywhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stats {
    /// Rounds in which a question was closed for them.
    pub rounds: i64,
    /// Questions.
    pub questions: i64,
    /// Right answers.
    pub correct: i64,
    /// Points.
    pub points: i64,
    /// The time that all answers took, in milliseconds.
    pub millis: i64,
    /// Right answers in a row, up to the last question.
    pub streak: i64,
    /// The most right answers in a row.
    pub best: i64,
    /// The rating, rounded, if there is one.
    pub rating: Option<i64>,
    /// By topic, wherever they played; the most questions first.
    pub topics: Vec<Tally>,
    /// By difficulty, wherever they played.
    pub difficulties: Vec<Tally>,
    /// By format, wherever they played.
    pub formats: Vec<Tally>,
    /// The last 90 days that they played on, the earliest first.
    pub days: Vec<Day>,
}

/// How many of how many were right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Of what.
    pub name: String,
    /// Questions.
    pub questions: i64,
    /// Right answers.
    pub correct: i64,
}

/// A day on which somebody played.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Day {
    /// The day in UTC, in days since 1970.
    pub day: i64,
    /// Questions.
    pub questions: i64,
    /// Right answers.
    pub correct: i64,
    /// Points.
    pub points: i64,
    /// The rating after its last question, rounded, if there was one.
    pub rating: Option<i64>,
}

#[derive(FromRow)]
struct Sum {
    rounds: i64,
    questions: i64,
    correct: i64,
    points: i64,
    millis: i64,
    streak: i64,
    best: i64,
    rating: Option<i64>,
}

impl Store {
    /// What somebody has done so far; `None` if they have not played there.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn stats(&self, person: &str, scope: Scope<'_>) -> Result<Option<Stats>> {
        let sum: Option<Sum> = sqlx::query_as(
            "SELECT rounds, questions, correct, points, millis, streak, best, rating FROM sums \
             WHERE scope = $1 AND period = $2 AND person = $3",
        )
        .bind(scope.key())
        .bind(Period::AllTime.key(0))
        .bind(person)
        .fetch_optional(&self.reader)
        .await?;
        let Some(sum) = sum else { return Ok(None) };
        let mut stats = Stats {
            rounds: sum.rounds,
            questions: sum.questions,
            correct: sum.correct,
            points: sum.points,
            millis: sum.millis,
            streak: sum.streak,
            best: sum.best,
            rating: sum.rating,
            ..Stats::default()
        };
        let tallies: Vec<(String, String, i64, i64)> = sqlx::query_as(
            "SELECT kind, name, questions, correct FROM tallies WHERE person = $1 \
             ORDER BY kind, questions DESC, name",
        )
        .bind(person)
        .fetch_all(&self.reader)
        .await?;
        for (kind, name, questions, correct) in tallies {
            let list = match kind.as_str() {
                "topic" => &mut stats.topics,
                "difficulty" => &mut stats.difficulties,
                _ => &mut stats.formats,
            };
            list.push(Tally { name, questions, correct });
        }
        stats.days = sqlx::query_as(
            "SELECT CAST(SUBSTR(period, 2) AS BIGINT) AS day, questions, correct, points, rating \
             FROM sums WHERE person = $1 AND scope = $2 AND period LIKE 'd%' \
             ORDER BY CAST(SUBSTR(period, 2) AS BIGINT) DESC LIMIT $3",
        )
        .bind(person)
        .bind(scope.key())
        .bind(DAYS)
        .fetch_all(&self.reader)
        .await?;
        stats.days.reverse();
        Ok(Some(stats))
    }
}
