//! `/privacy`: what is kept of a person, as sentences and as a file, and its deletion. For the person alone.

use super::options::confirmed;
use super::settings::CONFIRM;
use crate::reply::{Confirm, File, List, Part, Reply, count};
use crate::router::catalogue::Handle;
use crate::router::{Call, Command, Result};

pub(in crate::router) const COMMAND: Command =
    Command { id: "privacy", options: &[], handle: Handle::Store(|call| Box::pin(show(call))) };

pub(in crate::router) const EXPORT: Command = Command {
    id: "privacy-export",
    options: &[],
    handle: Handle::Store(|call| Box::pin(export(call))),
};

pub(in crate::router) const DELETE: Command = Command {
    id: "privacy-delete",
    options: &[CONFIRM],
    handle: Handle::Store(|call| Box::pin(delete(call))),
};

async fn show(call: &mut Call<'_>) -> Result<Reply> {
    let kept = call.router.store()?.kept(call.person().0).await?;
    let writer = call.writer;
    let mut parts = vec![Part::Title(writer.say("privacy-title", &[]))];
    if kept.is_empty() {
        parts.push(Part::Text(writer.say("privacy-nothing", &[])));
    } else {
        let kinds = [
            (kept.rounds, "privacy-rounds"),
            (kept.names, "privacy-names"),
            (kept.answers, "privacy-answers"),
            (kept.results, "privacy-results"),
            (kept.sums, "privacy-sums"),
            (kept.feats, "privacy-feats"),
            (kept.ratings, "privacy-ratings"),
            (kept.cards, "privacy-cards"),
            (kept.daily, "privacy-daily"),
            (kept.reports, "privacy-reports"),
            (kept.settings, "privacy-settings"),
        ];
        let lines = kinds
            .iter()
            .filter(|(amount, _)| *amount > 0)
            .map(|(amount, key)| writer.say(key, &[("count", count(*amount).into())]));
        parts.push(Part::List(List::plain(writer.say("privacy-kept", &[]), lines)));
    }
    parts.push(Part::Text(writer.say("privacy-memory", &[])));
    if !kept.is_empty() {
        parts.push(Part::Text(writer.say("privacy-how", &[])));
    }
    Ok(Reply::private(parts))
}

async fn export(call: &mut Call<'_>) -> Result<Reply> {
    let text = call.router.export(call.person().0).await?;
    let writer = call.writer;
    Ok(Reply::private(vec![
        Part::Text(writer.say("privacy-exported", &[])),
        Part::File(File {
            name: "roadbook.json".to_owned(),
            about: writer.say("privacy-file", &[]),
            text,
        }),
    ]))
}

async fn delete(call: &mut Call<'_>) -> Result<Reply> {
    let sure = match confirmed(call, "confirm") {
        Ok(sure) => sure,
        Err(reply) => return Ok(reply),
    };
    if sure {
        call.router.forget_person(call.person().0, call.now).await?;
        return Ok(call.note("privacy-deleted", &[]));
    }
    Ok(Reply::private(vec![
        Part::Text(call.writer.say("privacy-delete-sure", &[])),
        Part::Confirm(Confirm {
            command: DELETE.id,
            label: call.writer.say("privacy-delete-do", &[]),
            hint: call.writer.say("privacy-delete-how", &[]),
        }),
    ]))
}
