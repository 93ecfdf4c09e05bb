//! What is said besides while a question of a quiz is open, to words that are no answer to it.

use super::answer::seat;
use crate::reply::{Audience, Part, Reply};
use crate::router::{Call, Result};

/// The reply to a question in somebody's own words, with that a question of a quiz waits for their answer.
pub(in crate::router) async fn remind(call: &mut Call<'_>, mut reply: Reply) -> Result<Reply> {
    if call.router.store.is_none() {
        return Ok(reply);
    }
    // Where others read along, nothing is told of what a person plays alone.
    let live = if call.request.crowd {
        call.router.live(&call.seat()).await?
    } else {
        seat(call).await?.map(|(_, live)| live)
    };
    let round = live.map(|live| live.round);
    if let Some(round) = round
        && let Some((number, question)) = round.open()
    {
        let player = round.player(&call.request.person.id);
        let plays = player.is_some_and(|player| !player.left);
        // What led to no answer was meant for the quiz, most likely. Who got one knows what they asked, and need
        // not hear of a question that can wait.
        if reply.audience == Audience::Person || (plays && question.time > 0) {
            let text = call.writer.still_open(number, &question.item);
            reply.parts.push(Part::Text(text));
        }
    }
    Ok(reply)
}
