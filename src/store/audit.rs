//! Whether what is added up is what it was added up from.

use sqlx::AssertSqlSafe;

use super::boards::FEWEST;
use super::error::Result;
use super::open::Store;
use super::periods::{DAY, Period, day, day_key};

/// What each result counts for: everywhere, and in its server.
const COUNTED: &str = "SELECT '*' AS scope, person, correct, points, millis, at FROM results \
    UNION ALL SELECT server, person, correct, points, millis, at FROM results WHERE server <> ''";

/// Where a sum is not that of what stands beside it.
const DIFFERS: &str = "s.person IS NULL OR s.questions <> r.questions OR s.correct <> r.correct \
    OR s.points <> r.points OR s.millis <> r.millis";

impl Store {
    /// Compares all sums with what they are made of, as far as that is kept. Gives what is wrong, a line each.
    pub(super) async fn check_sums(&self, whole: i64, now: i64) -> Result<Vec<String>> {
        let mut problems = Vec::new();
        let mut tell = |wrong: i64, what: &str| {
            if wrong > 0 {
                problems.push(format!("{wrong} {what}"));
            }
        };
        let days = ("'d' || (at / 86400000)", whole, i64::MAX);
        tell(self.unlike(days).await?, "sums of a day are not those of the answers");
        let week = Period::Week.begin(whole + 6 * DAY);
        let weeks = ("'w' || ((at / 86400000 + 3) / 7)", week, i64::MAX);
        tell(self.unlike(weeks).await?, "sums of a week are not those of the answers");
        let mut month = Period::Month.begin(now);
        while month >= whole {
            let (key, end) = (Period::Month.key(month), Period::Month.begin(month + 32 * DAY));
            let wrong = self.unlike((&format!("'{key}'"), month, end)).await?;
            tell(wrong, "sums of a month are not those of the answers");
            month = Period::Month.begin(month - DAY);
        }
        tell(self.without_results(whole, now).await?, "sums of a day are of no answer");
        for (select, what) in [
            (
                format!(
                    "SELECT COUNT(*) FROM (SELECT scope, person, SUM(questions) AS questions, \
                     SUM(correct) AS correct, SUM(points) AS points, SUM(millis) AS millis FROM sums \
                     WHERE period LIKE 'd%' GROUP BY scope, person) r \
                     LEFT JOIN sums s ON s.scope = r.scope AND s.person = r.person AND s.period = 'a' \
                     WHERE {DIFFERS}"
                ),
                "sums of all time are not those of the days",
            ),
            (
                "SELECT COUNT(*) FROM (SELECT person, kind, SUM(questions) AS questions, \
                 SUM(correct) AS correct FROM tallies GROUP BY person, kind) r \
                 LEFT JOIN sums s ON s.scope = '*' AND s.person = r.person AND s.period = 'a' \
                 WHERE s.person IS NULL OR s.questions <> r.questions OR s.correct <> r.correct"
                    .to_owned(),
                "sums by topic, difficulty or format are not those of all time",
            ),
            (
                format!(
                    "SELECT COUNT(*) FROM sums WHERE best < streak OR best > correct \
                     OR CASE WHEN questions < {FEWEST} THEN accuracy IS NOT NULL \
                     ELSE accuracy IS NULL OR accuracy <> correct * 1000000 / questions END"
                ),
                "sums have a streak or an accuracy that cannot be",
            ),
            (
                "SELECT COUNT(*) FROM items i WHERE i.answers <> \
                 (SELECT COALESCE(SUM(c.answers), 0) FROM choices c WHERE c.item = i.item)"
                    .to_owned(),
                "questions have other answers than were chosen",
            ),
        ] {
            let (wrong,): (i64,) =
                sqlx::query_as(AssertSqlSafe(select)).fetch_one(&self.reader.patiently()).await?;
            tell(wrong, what);
        }
        Ok(problems)
    }

    /// How many sums of the periods with a key, made of the time of each result, are not those of the results of a
    /// time.
    async fn unlike(&self, (key, from, to): (&str, i64, i64)) -> Result<i64> {
        let select = format!(
            "SELECT COUNT(*) FROM (SELECT scope, person, period, COUNT(*) AS questions, \
             SUM(correct) AS correct, SUM(points) AS points, SUM(millis) AS millis FROM \
             (SELECT scope, person, correct, points, millis, {key} AS period FROM ({COUNTED}) c \
             WHERE at >= $1 AND at < $2) k GROUP BY scope, person, period) r \
             LEFT JOIN sums s ON s.scope = r.scope AND s.person = r.person AND s.period = r.period \
             WHERE {DIFFERS}"
        );
        let (wrong,): (i64,) = sqlx::query_as(AssertSqlSafe(select))
            .bind(from)
            .bind(to)
            .fetch_one(&self.reader.patiently())
            .await?;
        Ok(wrong)
    }

    /// How many sums there are of days on which the person has no result.
    async fn without_results(&self, whole: i64, now: i64) -> Result<i64> {
        let days: Vec<String> =
            (day(whole)..=day(now)).map(|day| format!("'{}'", day_key(day))).collect();
        if days.is_empty() {
            return Ok(0);
        }
        let select = format!(
            "SELECT COUNT(*) FROM sums s WHERE s.scope = '*' AND s.period IN ({}) AND NOT EXISTS \
             (SELECT 1 FROM results r WHERE r.person = s.person \
             AND 'd' || (r.at / 86400000) = s.period)",
            days.join(", ")
        );
        let (wrong,): (i64,) =
            sqlx::query_as(AssertSqlSafe(select)).fetch_one(&self.reader.patiently()).await?;
        Ok(wrong)
    }
}
