//! Boards: who stands where in a server or everywhere, over a period, by a measure. They read the sums that
//! each closed question brings up to date, in the order of an index, and never the answers.

use sqlx::AssertSqlSafe;

use super::error::Result;
use super::open::Store;
use super::periods::Period;

/// The fewest answered questions with which somebody stands on a board by accuracy.
pub const FEWEST: i64 = 10;

/// Whose results a board compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope<'a> {
    /// Those made in this server.
    Server(&'a str),
    /// All, of everybody who has not opted out.
    Everywhere,
}

impl<'a> Scope<'a> {
    /// The key of the scope in the sums.
    pub(super) fn key(self) -> &'a str {
        match self {
            Self::Server(server) => server,
            Self::Everywhere => "*",
        }
    }
}

/// What a board compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Points.
    Points,
    /// The share of right answers, in millionths, of those with at least [`FEWEST`] questions.
    Accuracy,
    /// The longest run of right answers.
    Streak,
    /// The rating, rounded, of those who have one.
    Rating,
}

impl Measure {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Points, Self::Accuracy, Self::Streak, Self::Rating];

    fn column(self) -> &'static str {
        match self {
            Self::Points => "points",
            Self::Accuracy => "accuracy",
            Self::Streak => "best",
            Self::Rating => "rating",
        }
    }
}

/// Which part of which board.
#[derive(Debug, Clone, Copy)]
pub struct Board<'a> {
    /// Whose results.
    pub scope: Scope<'a>,
    /// Over which period,
    pub period: Period,
    /// around which time.
    pub at: i64,
    /// What is compared.
    pub by: Measure,
    /// Which page, from 0.
    pub page: i64,
    /// How many on a page.
    pub size: i64,
    /// Who asks; their own place is always told.
    pub asker: Option<&'a str>,
}

/// A page of a board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Who stands on this page, the best first.
    pub standings: Vec<Standing>,
    /// Where the asker stands; `None` if they have not played or cannot be compared. For somebody who opted
    /// out of boards everywhere it is where they would stand.
    pub own: Option<Standing>,
    /// How many stand on the whole board.
    pub players: i64,
}

/// Where somebody stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The place, from 1; who is equal shares it, and the places after it stay empty.
    pub place: i64,
    /// Who.
    pub person: String,
    /// What was compared.
    pub value: i64,
}

impl Store {
    /// A page of a board.
    ///
    /// # Errors
    ///
    /// If the store fails.
    pub async fn board(&self, board: &Board<'_>) -> Result<Page> {
        let column = board.by.column();
        let (scope, period) = (board.scope.key(), board.period.key(board.at));
        let rows: Vec<(String, i64)> = sqlx::query_as(AssertSqlSafe(format!(
            "SELECT person, {column} FROM sums \
             WHERE scope = $1 AND period = $2 AND hidden = 0 AND {column} IS NOT NULL \
             ORDER BY {column} DESC, person LIMIT $3 OFFSET $4"
        )))
        .bind(scope)
        .bind(&period)
        .bind(board.size.max(0))
        .bind(board.page.max(0).saturating_mul(board.size.max(0)))
        .fetch_all(&self.reader)
        .await?;
        let mut standings: Vec<Standing> = Vec::with_capacity(rows.len());
        let before = board.page.max(0).saturating_mul(board.size.max(0));
        for (index, (person, value)) in (1..).zip(rows) {
            let place = match standings.last() {
                Some(last) if last.value == value => last.place,
                Some(_) => before + index,
                None if before == 0 => 1,
                None => self.place(column, scope, &period, value).await?,
            };
            standings.push(Standing { place, person, value });
        }
        let own = match board.asker {
            Some(asker) => self.own(column, scope, &period, asker).await?,
            None => None,
        };
        let (players,): (i64,) = sqlx::query_as(AssertSqlSafe(format!(
            "SELECT COUNT(*) FROM sums \
             WHERE scope = $1 AND period = $2 AND hidden = 0 AND {column} IS NOT NULL"
        )))
        .bind(scope)
        .bind(&period)
        .fetch_one(&self.reader)
        .await?;
        Ok(Page { standings, own, players })
    }

    /// The place that a value has: behind all that are greater.
    async fn place(&self, column: &str, scope: &str, period: &str, value: i64) -> Result<i64> {
        let (better,): (i64,) = sqlx::query_as(AssertSqlSafe(format!(
            "SELECT COUNT(*) FROM sums \
             WHERE scope = $1 AND period = $2 AND hidden = 0 AND {column} > $3"
        )))
        .bind(scope)
        .bind(period)
        .bind(value)
        .fetch_one(&self.reader)
        .await?;
        Ok(better + 1)
    }

    async fn own(
        &self,
        column: &str,
        scope: &str,
        period: &str,
        asker: &str,
    ) -> Result<Option<Standing>> {
        let value: Option<(i64,)> = sqlx::query_as(AssertSqlSafe(format!(
            "SELECT {column} FROM sums \
             WHERE scope = $1 AND period = $2 AND person = $3 AND {column} IS NOT NULL"
        )))
        .bind(scope)
        .bind(period)
        .bind(asker)
        .fetch_optional(&self.reader)
        .await?;
        let Some((value,)) = value else { return Ok(None) };
        let place = self.place(column, scope, period, value).await?;
        Ok(Some(Standing { place, person: asker.to_owned(), value }))
    }
}
