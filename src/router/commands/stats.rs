//! `/stats`: what somebody has done so far. Of others it tells what boards show, and nothing where they opted
//! out.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::badges::{FIELD, Feats, badges};
use super::leaderboard::{measure_key, value};
use crate::quiz::Theme;
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
    if daily_best > 0 {
        let (now, best) = (writer.whole(daily), writer.whole(daily_best));
        let values = [("now", (&now).into()), ("best", (&best).into())];
        parts.push(Part::Text(writer.say("stats-daily", &values)));
    }
    parts.extend(tallies(writer, &stats));
    parts.extend(ratings(writer, &stats.days));
    let mut leads = false;
    for scope in scopes(call, asker).await {
        for by in Measure::ALL {
            let page = standing(call, scope, by, asker).await?;
            leads |= page.players >= FIELD && page.own.is_some_and(|own| own.place == 1);
        }
    }
    let feats = Feats {
        stats: Some(&stats),
        topics: &topics(call),
        perfect: store.perfect_rounds(asker).await?,
        daily: daily_best,
        leads,
    };
    let badges: Vec<String> = badges(&feats).into_iter().map(|key| writer.say(key, &[])).collect();
    if badges.is_empty() {
        parts.push(Part::Text(writer.say("stats-no-badges", &[])));
    } else {
        parts.push(Part::List(List::plain(writer.say("stats-badges", &[]), badges)));
    }
    Ok(Reply::private(parts))
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
    let difficulties = list("stats-difficulties", "difficulty", &stats.difficulties);
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
    let writer = call.writer;
    let who = [("who", vec![Span::Person(member.to_owned())])];
    let mut parts = vec![
        Part::Title(writer.say("stats-title-other", &[])),
        writer.spanned("stats-of", &[], &who),
    ];
    let mut found = false;
    for scope in scopes(call, member).await {
        let mut lines = Vec::new();
        for by in Measure::ALL {
            let page = standing(call, scope, by, member).await?;
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
            parts.push(Part::List(List::plain(writer.say(key, &[]), lines)));
        }
    }
    if !found {
        parts = vec![writer.spanned("stats-none-of", &[], &who)];
    }
    Ok(Reply::private(parts))
}
