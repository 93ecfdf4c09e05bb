//! `/stats`: what somebody has done so far. Of others who have opted out it tells what the boards of the same server
//! show, and nothing else.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::badges::{FIELD, Feats, badges};
use super::leaderboard::{measure_key, value};
use crate::quiz::{Difficulty, Theme};
use crate::reply::{List, Part, Reply, Span, Writer, capitalised, count};
use crate::router::catalogue::Handle;
use crate::router::{Call, Command, Kind, Opt, Result};
use crate::store::{Board, Day, Measure, Page, Period, Scope, Stats, Tally};

/// A day in seconds.
const DAY: i64 = 86_400;
/// How many days of a rating are told.
const DAYS: usize = 7;

pub(in crate::router) const COMMAND: Command = Command {
    id: "stats",
    options: &[Opt { id: "member", kind: Kind::Member, required: false }],
    handle: Handle::Store(|call| Box::pin(stats(call))),
};

async fn stats(call: &mut Call<'_>) -> Result<Reply> {
    let asker = call.person().0;
    match call.option("member").unwrap_or(asker) {
        member if member == asker => own(call, asker).await,
        member => other(call, member).await,
    }
}

/// Where somebody stands on a board of all time.
async fn standing(call: &Call<'_>, scope: Scope<'_>, by: Measure, who: &str) -> Result<Page> {
    let at = call.now.as_millisecond();
    let period = Period::AllTime;
    let board = Board { scope, period, at, by, page: 0, size: 0, asker: Some(who) };
    Ok(call.router.store()?.board(&board).await?)
}

/// The boards on which somebody stands for others to see.
async fn scopes<'a>(call: &Call<'a>, who: &str) -> Vec<Scope<'a>> {
    let server = Some(call.request.server.as_str()).filter(|server| !server.is_empty());
    let hidden = call.router.person(who, call.now).await.hidden;
    let everywhere = (!hidden).then_some(Scope::Everywhere);
    server.map(Scope::Server).into_iter().chain(everywhere).collect()
}

async fn own(call: &mut Call<'_>, asker: &str) -> Result<Reply> {
    let (store, writer) = (call.router.store()?, call.writer);
    let Some(stats) = store.stats(asker, Scope::Everywhere).await? else {
        return Ok(call.note("stats-none", &[]));
    };
    let today = call.now.as_second().div_euclid(DAY);
    let (daily, daily_best) = store.daily_streaks(today, asker).await?;
    let mut parts = vec![Part::Title(writer.say("stats-title", &[]))];
    parts.extend(sums(writer, &stats).into_iter().map(Part::Text));
    parts.extend(days_in_a_row(writer, (daily, daily_best)));
    parts.extend(tallies(writer, &stats));
    parts.extend(ratings(writer, &stats.days));
    let mut leads = false;
    for scope in scopes(call, asker).await {
        for by in Measure::ALL {
            leads |= is_first(&standing(call, scope, by, asker).await?);
        }
    }
    let badges = earned(call, asker, &stats, (daily_best, leads)).await?;
    parts.push(badges.unwrap_or_else(|| Part::Text(writer.say("stats-no-badges", &[]))));
    Ok(Reply::private(parts))
}

/// The run of days with the daily challenge, if there is one: now, and at best.
fn days_in_a_row(writer: Writer<'_>, (now, best): (i64, i64)) -> Option<Part> {
    let told = (writer.whole(now), writer.whole(best));
    let values = [("now", (&told.0).into()), ("best", (&told.1).into())];
    (best > 0).then(|| Part::Text(writer.say("stats-daily", &values)))
}

/// Whether somebody stands first on a board that has enough people for that to be a feat.
fn is_first(page: &Page) -> bool {
    page.players >= FIELD && page.own.as_ref().is_some_and(|own| own.place == 1)
}

/// The badges of somebody, if they have any.
async fn earned(
    call: &Call<'_>,
    who: &str,
    stats: &Stats,
    (daily, leads): (i64, bool),
) -> Result<Option<Part>> {
    let perfect = call.router.store()?.perfect_rounds(who).await?;
    let feats = Feats { stats: Some(stats), topics: &topics(call), perfect, daily, leads };
    let say = |key: &str| call.writer.say(key, &[]);
    let badges: Vec<String> = badges(&feats).into_iter().map(say).collect();
    Ok((!badges.is_empty()).then(|| Part::List(List::plain(say("stats-badges"), badges))))
}

/// The topics that there are questions on.
fn topics(call: &Call<'_>) -> Vec<&'static str> {
    let frames = call.router.pool().frames();
    let has = |theme: &Theme| frames.iter().any(|frame| frame.theme == *theme);
    Theme::ALL.iter().filter(|theme| has(theme)).map(|theme| theme.name()).collect()
}

/// Everything that is one number.
fn sums(writer: Writer<'_>, stats: &Stats) -> Vec<String> {
    let percent = writer.share(stats.correct, stats.questions);
    let whole = |amount| writer.whole(amount);
    let say = |key: &str, values: &[(&str, &String)]| {
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, (*value).into())).collect();
        writer.say(key, &values)
    };
    let tenths = stats.millis.checked_div(stats.questions).unwrap_or_default() / 100;
    let mut lines = vec![
        say("stats-rounds", &[("rounds", &whole(stats.rounds))]),
        say(
            "stats-right",
            &[
                ("right", &whole(stats.correct)),
                ("questions", &whole(stats.questions)),
                ("percent", &percent),
            ],
        ),
        say("stats-points", &[("points", &whole(stats.points))]),
        say("stats-time", &[("seconds", &writer.tenths(tenths))]),
        say("stats-streak", &[("now", &whole(stats.streak)), ("best", &whole(stats.best))]),
    ];
    lines.extend(stats.rating.map(|rating| say("stats-rating", &[("rating", &whole(rating))])));
    lines
}

/// How much was right by topic and by difficulty.
fn tallies(writer: Writer<'_>, stats: &Stats) -> Vec<Part> {
    let line = |kind: &str, tally: &Tally| {
        let name = writer.say(&format!("{kind}-{}", tally.name), &[]);
        let (right, questions) = (writer.whole(tally.correct), writer.whole(tally.questions));
        let percent = writer.share(tally.correct, tally.questions);
        writer.say(
            "stats-tally",
            &[
                ("name", (&capitalised(&name)).into()),
                ("right", (&right).into()),
                ("questions", (&questions).into()),
                ("percent", (&percent).into()),
            ],
        )
    };
    let list = |key: &str, kind: &str, tallies: &[Tally]| {
        let lines: Vec<String> = tallies.iter().map(|tally| line(kind, tally)).collect();
        (!lines.is_empty()).then(|| Part::List(List::plain(writer.say(key, &[]), lines)))
    };
    let topics = list("stats-topics", "theme", &stats.topics);
    let mut levels = stats.difficulties.clone();
    // From easy to hard, not by their names.
    levels.sort_by_key(|tally| Difficulty::ALL.iter().position(|one| one.name() == tally.name));
    let difficulties = list("stats-difficulties", "difficulty", &levels);
    topics.into_iter().chain(difficulties).collect()
}

/// The rating at the end of each of the last days that they played on.
fn ratings(writer: Writer<'_>, days: &[Day]) -> Option<Part> {
    let rated: Vec<(i64, i64)> =
        days.iter().filter_map(|day| Some((day.day, day.rating?))).collect();
    let last = rated.len().saturating_sub(DAYS);
    let lines =
        rated.iter().skip(last).filter_map(|(day, rating)| {
            let date = Timestamp::from_second(day * DAY).ok()?.to_zoned(TimeZone::UTC).date();
            let values = (writer.figures().day(date), writer.whole(*rating));
            Some(writer.say(
                "stats-rated-on",
                &[("day", (&values.0).into()), ("rating", (&values.1).into())],
            ))
        });
    // One day is no course of time.
    let heading = || writer.say("stats-ratings", &[]);
    (rated.len() > 1).then(|| Part::List(List::plain(heading(), lines)))
}

async fn other(call: &mut Call<'_>, member: &str) -> Result<Reply> {
    let (store, writer) = (call.router.store()?, call.writer);
    let set = call.router.person(member, call.now).await;
    let who = [("who", vec![Span::Person(member.to_owned())])];
    let said = if set.hidden { "stats-of" } else { "stats-done" };
    let mut parts =
        vec![Part::Title(writer.say("stats-title-other", &[])), writer.spanned(said, &[], &who)];
    let mut found = false;
    let mut leads = false;
    let mut boards = Vec::new();
    for scope in scopes(call, member).await {
        let mut lines = Vec::new();
        for by in Measure::ALL {
            let page = standing(call, scope, by, member).await?;
            leads |= is_first(&page);
            lines.extend(page.own.map(|own| {
                let value = match by {
                    Measure::Points => writer.whole(own.value),
                    by => value(writer, by, own.value),
                };
                writer.say(
                    "stats-place",
                    &[
                        ("measure", (&capitalised(&writer.say(measure_key(by), &[]))).into()),
                        ("value", (&value).into()),
                        ("place", count(own.place).into()),
                        ("players", count(page.players).into()),
                    ],
                )
            }));
        }
        if !lines.is_empty() {
            found = true;
            let key = if scope == Scope::Everywhere { "stats-everywhere" } else { "stats-here" };
            boards.push(Part::List(List::plain(writer.say(key, &[]), lines)));
        }
    }
    // Who has opted out is not told of beyond the boards of the server.
    let everything = if set.hidden { None } else { store.stats(member, Scope::Everywhere).await? };
    if let Some(mut stats) = everything {
        if set.quiet {
            stats.rating = None;
            stats.days.clear();
        }
        let today = call.now.as_second().div_euclid(DAY);
        let (daily, best) = store.daily_streaks(today, member).await?;
        parts.extend(sums(writer, &stats).into_iter().map(Part::Text));
        parts.extend(days_in_a_row(writer, (daily, best)));
        parts.extend(tallies(writer, &stats));
        parts.extend(ratings(writer, &stats.days));
        parts.extend(earned(call, member, &stats, (best, leads)).await?);
    }
    parts.append(&mut boards);
    if !found {
        parts = vec![writer.spanned("stats-none-of", &[], &who)];
    }
    Ok(Reply::private(parts))
}
