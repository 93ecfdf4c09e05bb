//! `/report`: says that something is wrong with a question.

use crate::quiz::{Closed, Round};
use crate::reply::Reply;
use crate::router::catalogue::Handle;
use crate::router::rounds::Seat;
use crate::router::{Call, Command, Kind, Opt, Result};
use crate::store::Report;

/// How many characters a report may have.
pub const LONGEST: u16 = 300;

pub(in crate::router) const COMMAND: Command = Command {
    id: "report",
    options: &[Opt { id: "words", kind: Kind::Words(LONGEST), required: false }],
    handle: Handle::Store(|call| Box::pin(last(call))),
};

/// Reports the question that was closed last where somebody is.
async fn last(call: &mut Call<'_>) -> Result<Reply> {
    let words = call.option("words").unwrap_or_default();
    let round = call.router.last_closed(&seats(call)).await?;
    match round.as_ref().and_then(Round::before) {
        Some(closed) => keep(call, closed, words).await,
        None => Ok(Reply::note(call.writer.say("report-none", &[]))),
    }
}

/// Where the rounds are that somebody can see.
fn seats(call: &Call<'_>) -> [Seat; 3] {
    [Seat::Daily(call.request.person.id.clone()), call.own_seat(), call.seat()]
}

/// Reports a question of a round by its number.
pub(in crate::router) async fn of(
    call: &mut Call<'_>,
    round: &str,
    number: usize,
    words: &str,
) -> Result<Reply> {
    // Whoever cannot see a round has nothing to say of it.
    let round = call.router.round_at(&seats(call), round).await?;
    let closed = round.as_ref().map(Round::closed).unwrap_or_default();
    match closed.iter().find(|closed| closed.number == number) {
        Some(closed) => keep(call, closed, words).await,
        None => Ok(Reply::note(call.writer.say("report-gone", &[]))),
    }
}

async fn keep(call: &mut Call<'_>, closed: &Closed, words: &str) -> Result<Reply> {
    let (writer, item) = (call.writer, &closed.item);
    let words = words.trim();
    if words.chars().count() > usize::from(LONGEST) {
        let most = [("most", usize::from(LONGEST).into())];
        return Ok(Reply::note(writer.say("report-too-long", &most)));
    }
    call.router
        .store()?
        .report(&Report {
            item: item.frame.clone(),
            person: call.request.person.id.clone(),
            server: call.request.server.clone(),
            statements: serde_json::to_string(&item.statements())?,
            words: words.to_owned(),
            at: call.now.as_millisecond(),
        })
        .await?;
    // Nothing is stressed where a question is only named.
    let question = writer.prompt(item).replace("**", "");
    Ok(Reply::note(writer.say("report-noted", &[("question", (&question).into())])))
}
