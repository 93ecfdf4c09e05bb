//! The books of a store, read beside it: rounds, answers, results and sums, and whether they add up.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use roadbook::quiz::{Answer, Round};
use roadbook::store::Store;
use sqlx::Connection as _;

use crate::store::fixture::DAY;

/// A row of sums: scope, period, person, rounds, questions, right ones, points, streak, best streak.
type SumRow = (String, String, String, i64, i64, i64, i64, i64, i64);

/// Answers or points by round, question (from 0) and person.
type Table<T> = BTreeMap<(String, i64), BTreeMap<String, T>>;

/// Everything that a store holds of rounds.
pub struct Books {
    pub rounds: BTreeMap<String, Kept>,
    pub answers: Table<Answer>,
    /// Points and whether it was right.
    results: Table<(i64, i64)>,
    /// When and in which server each result came, by round, question and person.
    came: BTreeMap<(String, i64, String), (i64, String)>,
    /// What boards read, by scope, period and person.
    sums: BTreeMap<(String, String, String), Sum>,
    /// From how many answers the rating of each person was learnt.
    learnt: BTreeMap<String, i64>,
    /// The last beat of any process.
    beat: i64,
    /// What the store itself finds wrong.
    problems: Vec<String>,
}

/// What is added up of somebody in a scope over a period.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Sum {
    rounds: i64,
    questions: i64,
    correct: i64,
    points: i64,
    /// Right answers in a row, now and at most; nothing where the order of answers is not known here.
    streak: Option<(i64, i64)>,
}

/// A round as the store keeps it.
pub struct Kept {
    pub round: Round,
    pub place: String,
    pub ended: bool,
    saved: i64,
}

impl Books {
    /// Reads the books at an address while others go on with them.
    pub async fn read(url: &str, now: i64) -> Self {
        let store = Store::open(url).await.unwrap();
        let problems = store.check(now).await.unwrap();
        store.close().await;
        let mut connection = sqlx::AnyConnection::connect(url).await.unwrap();
        let rows: Vec<(String, String, String, i64, Option<i64>)> =
            sqlx::query_as("SELECT id, place, state, saved, ended FROM rounds")
                .fetch_all(&mut connection)
                .await
                .unwrap();
        let rounds = rows.into_iter().map(|(id, place, state, saved, ended)| {
            let round = serde_json::from_str(&state).unwrap();
            (id, Kept { round, place, ended: ended.is_some(), saved })
        });
        let rounds = rounds.collect();
        let rows: Vec<(String, i64, String, String)> =
            sqlx::query_as("SELECT round, question, player, answer FROM answers")
                .fetch_all(&mut connection)
                .await
                .unwrap();
        let mut answers: Table<Answer> = BTreeMap::new();
        for (round, question, player, answer) in rows {
            let answer = serde_json::from_str(&answer).unwrap();
            answers.entry((round, question)).or_default().insert(player, answer);
        }
        let rows: Vec<(String, i64, String, i64, i64, i64, String)> = sqlx::query_as(
            "SELECT round, question, person, points, CAST(correct AS BIGINT), at, server FROM results",
        )
        .fetch_all(&mut connection)
        .await
        .unwrap();
        let mut results: Table<(i64, i64)> = BTreeMap::new();
        let mut came = BTreeMap::new();
        for (round, question, person, points, right, at, server) in rows {
            came.insert((round.clone(), question, person.clone()), (at, server));
            results.entry((round, question)).or_default().insert(person, (points, right));
        }
        let rows: Vec<SumRow> = sqlx::query_as(
            "SELECT scope, period, person, rounds, questions, correct, points, streak, best FROM sums",
        )
        .fetch_all(&mut connection)
        .await
        .unwrap();
        let sums = rows.into_iter().map(|row| {
            let (scope, period, person, rounds, questions, correct, points, streak, best) = row;
            let streak = Some((streak, best));
            ((scope, period, person), Sum { rounds, questions, correct, points, streak })
        });
        let sums = sums.collect();
        let rows: Vec<(String, i64)> =
            sqlx::query_as("SELECT id, answers FROM ratings WHERE kind = 'person'")
                .fetch_all(&mut connection)
                .await
                .unwrap();
        let learnt = rows.into_iter().collect();
        let (beat,): (Option<i64>,) =
            sqlx::query_as("SELECT MAX(at) FROM beats").fetch_one(&mut connection).await.unwrap();
        connection.close().await.unwrap();
        let beat = beat.unwrap_or(0);
        Self { rounds, answers, results, came, sums, learnt, beat, problems }
    }

    /// Until when the time of a round was kept.
    pub fn kept(&self, round: &Kept) -> i64 {
        round.saved.max(self.beat)
    }

    /// Panics where the books do not add up: the store is sound, each question is closed once, what counted is
    /// what was answered, and the boards are the fold of it.
    pub fn check(&self) {
        assert_eq!(self.problems, Vec::<String>::new());
        let mut learnt: BTreeMap<String, i64> = BTreeMap::new();
        for (id, kept) in &self.rounds {
            let round = &kept.round;
            assert_eq!(kept.ended, round.ending().is_some(), "{id}");
            assert!(!kept.ended || round.open().is_none(), "no open question after the end, {id}");
            let mut points: BTreeMap<&str, i64> = BTreeMap::new();
            for (number, closed) in (0_i64..).zip(round.closed()) {
                let key = (id.clone(), number);
                assert_eq!(i64::try_from(closed.number).unwrap(), number + 1, "{id}");
                let given: BTreeMap<String, Answer> = closed
                    .given
                    .iter()
                    .map(|given| (given.player.clone(), given.answer.clone()))
                    .collect();
                assert_eq!(given.len(), closed.given.len(), "nobody counts twice, {key:?}");
                let answers = self.answers.get(&key).cloned().unwrap_or_default();
                assert_eq!(given, answers, "what counts is what was answered, {key:?}");
                let counted = if closed.skipped { &[][..] } else { &closed.given[..] };
                let mut expected: BTreeMap<String, (i64, i64)> = BTreeMap::new();
                for given in counted {
                    assert!((0..=closed.time).contains(&given.after), "in time, {key:?}");
                    let got = (i64::from(given.points), i64::from(given.right));
                    *points.entry(&given.player).or_default() += got.0;
                    expected.insert(given.player.clone(), got);
                    if !given.hinted {
                        *learnt.entry(given.player.clone()).or_default() += 1;
                    }
                }
                // Who let it pass has it as a wrong one.
                let passed = closed.missed.iter().map(|missed| (missed.player.clone(), (0, 0)));
                let before = expected.len();
                expected.extend(passed);
                assert_eq!(expected.len(), before + closed.missed.len(), "either or, {key:?}");
                let results = self.results.get(&key).cloned().unwrap_or_default();
                assert_eq!(expected, results, "{key:?}");
            }
            for player in round.players() {
                let fold = points.get(player.id.as_str()).copied().unwrap_or_default();
                assert_eq!(i64::from(player.points), fold, "the score is the fold, {id}");
            }
            self.check_open(id, round);
        }
        let closed: usize = self.rounds.values().map(|kept| kept.round.closed().len()).sum();
        assert!(self.results.len() <= closed, "results belong to closed questions");
        assert_eq!(learnt, self.learnt, "ratings are learnt from each answer once");
        self.check_sums();
    }

    /// The boards are the fold of the results: each scope and each period.
    fn check_sums(&self) {
        let mut folded: BTreeMap<(String, String, String), Sum> = BTreeMap::new();
        let mut rounds: BTreeMap<(String, String, String), BTreeSet<&str>> = BTreeMap::new();
        // In the order of questions; that of two rounds is not known here.
        for ((round, question), people) in &self.results {
            for (person, (points, right)) in people {
                let (at, server) = &self.came[&(round.clone(), *question, person.clone())];
                let scopes = ["*", server].into_iter().filter(|scope| !scope.is_empty());
                for (scope, period) in
                    scopes.flat_map(|scope| periods(*at).map(move |period| (scope, period)))
                {
                    let key = (scope.to_owned(), period, person.clone());
                    let played = rounds.entry(key.clone()).or_default();
                    played.insert(round);
                    let sum = folded.entry(key).or_default();
                    let (now, best) = sum.streak.unwrap_or_default();
                    let now = if *right == 1 { now + 1 } else { 0 };
                    *sum = Sum {
                        rounds: i64::try_from(played.len()).unwrap(),
                        questions: sum.questions + 1,
                        correct: sum.correct + right,
                        points: sum.points + points,
                        streak: Some((now, best.max(now))),
                    };
                }
            }
        }
        let mut sums = self.sums.clone();
        for (key, _) in rounds.iter().filter(|(_, played)| played.len() > 1) {
            for sums in [&mut sums, &mut folded] {
                if let Some(sum) = sums.get_mut(key) {
                    sum.streak = None;
                }
            }
        }
        assert_eq!(folded, sums, "boards are the fold of the answers");
    }

    /// The answers to the open question are those that the round counts with.
    fn check_open(&self, id: &str, round: &Round) {
        let Some((open, _)) = round.open() else { return };
        let key = (id.to_owned(), i64::try_from(open - 1).unwrap());
        let answers = self.answers.get(&key).cloned().unwrap_or_default();
        assert_eq!(answers.len(), round.progress().0, "{key:?}");
        for (player, answer) in &answers {
            assert_eq!(round.answer_of(player), Some(answer), "{key:?} of {player}");
        }
    }
}

/// The keys of the day, week and month that a time lies in, and of all time.
fn periods(at: i64) -> [String; 4] {
    let day = at.div_euclid(DAY);
    let date = Timestamp::from_millisecond(at).unwrap().to_zoned(TimeZone::UTC).date();
    [
        format!("d{day}"),
        format!("w{}", (day + 3).div_euclid(7)),
        format!("m{}-{:02}", date.year(), date.month()),
        "a".to_owned(),
    ]
}

/// The address of the books of a process that is dead: a copy, so that nobody but the next process mends what
/// the dead one left. A server mends by itself.
pub fn copy(url: &str) -> String {
    let Some(file) = url.strip_prefix("sqlite:") else { return url.to_owned() };
    let copy = format!("{file}-copy");
    for end in ["", "-wal"] {
        let (from, to) = (format!("{file}{end}"), format!("{copy}{end}"));
        let _ = std::fs::remove_file(&to);
        if Path::new(&from).exists() {
            std::fs::copy(from, to).unwrap();
        }
    }
    let _ = std::fs::remove_file(format!("{copy}-shm"));
    format!("sqlite:{copy}")
}
