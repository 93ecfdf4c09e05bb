//! Badges: feats that anybody can look up in what is kept, none of them for taking part.

use crate::store::{Stats, Tally};

/// Right answers in a row.
const RUN: i64 = 10;
/// Days in a row with the daily challenge.
const DAYS: i64 = 7;
/// Questions of each topic, of which so many percent must be right.
const ALL_ROUND: (i64, i64) = (10, 80);
/// Right answers.
const HUNDRED: i64 = 100;
/// Hard questions, of which so many percent must be right.
const CLIMBER: (i64, i64) = (20, 75);
/// How many must stand on a board whose first place is a feat.
pub(super) const FIELD: i64 = 3;

/// What badges are given for.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Feats<'a> {
    /// What somebody has done so far.
    pub stats: Option<&'a Stats>,
    /// The topics that there are questions on.
    pub topics: &'a [&'static str],
    /// Rounds without a mistake.
    pub perfect: i64,
    /// The most days in a row with the daily challenge.
    pub daily: i64,
    /// Whether they stand first on a board of at least [`FIELD`] people.
    pub leads: bool,
}

/// The keys of the badges that somebody has.
pub(super) fn badges(feats: &Feats<'_>) -> Vec<&'static str> {
    let Some(stats) = feats.stats else { return Vec::new() };
    let enough = |tally: &Tally, (questions, percent): (i64, i64)| {
        tally.questions >= questions && tally.correct * 100 >= tally.questions * percent
    };
    let knows = |topic: &&str| {
        stats.topics.iter().any(|tally| tally.name == **topic && enough(tally, ALL_ROUND))
    };
    let climber =
        stats.difficulties.iter().any(|tally| tally.name == "hard" && enough(tally, CLIMBER));
    let all_round = !feats.topics.is_empty() && feats.topics.iter().all(knows);
    let all = [
        (feats.perfect > 0, "badge-perfect"),
        (stats.best >= RUN, "badge-run"),
        (feats.daily >= DAYS, "badge-daily"),
        (all_round, "badge-all-round"),
        (climber, "badge-climber"),
        (stats.correct >= HUNDRED, "badge-hundred"),
        (feats.leads, "badge-leader"),
    ];
    all.into_iter().filter(|(has, _)| *has).map(|(_, key)| key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(name: &str, questions: i64, correct: i64) -> Tally {
        Tally { name: name.to_owned(), questions, correct }
    }

    fn of(stats: &Stats) -> Vec<&'static str> {
        badges(&Feats { stats: Some(stats), topics: &["teams", "race"], ..Feats::default() })
    }

    #[test]
    fn each_badge_begins_at_its_threshold() {
        let none = Stats { best: 9, correct: 99, ..Stats::default() };
        assert_eq!(of(&none), <[&str; 0]>::default());
        assert_eq!(of(&Stats { best: 10, ..Stats::default() }), ["badge-run"]);
        assert_eq!(of(&Stats { correct: 100, ..Stats::default() }), ["badge-hundred"]);
        let topics = |last| vec![tally("teams", 10, 8), last];
        let all = Stats { topics: topics(tally("race", 20, 16)), ..Stats::default() };
        assert_eq!(of(&all), ["badge-all-round"]);
        for last in [tally("race", 9, 9), tally("race", 20, 15), tally("people", 50, 50)] {
            assert_eq!(of(&Stats { topics: topics(last), ..Stats::default() }).len(), 0);
        }
        let hard = |correct| vec![tally("hard", 20, correct)];
        assert_eq!(of(&Stats { difficulties: hard(15), ..Stats::default() }), ["badge-climber"]);
        assert_eq!(of(&Stats { difficulties: hard(14), ..Stats::default() }).len(), 0);
        let stats = Stats::default();
        let feats = |perfect, daily, leads| Feats {
            stats: Some(&stats),
            perfect,
            daily,
            leads,
            ..Feats::default()
        };
        assert_eq!(badges(&feats(1, 6, false)), ["badge-perfect"]);
        assert_eq!(badges(&feats(0, 7, true)), ["badge-daily", "badge-leader"]);
        assert_eq!(badges(&Feats::default()).len(), 0, "without a round there is no badge");
    }
}
