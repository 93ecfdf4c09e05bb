//! Messages that speak to the bot: those that mention it, replies to it, and direct ones.

use jiff::Timestamp;
use serenity::all::Message;

use super::decode::{person, server};
use crate::query::language;
use crate::request::{Action, LangFrom, Request};
use crate::text::Lang;

/// What a message asks of the bot, if it speaks to it. A message tells no language, so that of its words is
/// taken.
pub(super) fn question(message: &Message, me: u64, at: Timestamp) -> Option<Request> {
    if message.author.bot || message.webhook_id.is_some() || message.author.id.get() == me {
        return None;
    }
    let mentions = [format!("<@{me}>"), format!("<@!{me}>")];
    let named = mentions.iter().any(|mention| message.content.contains(mention.as_str()));
    // A reply that pings whom it answers mentions them without a word of it.
    let mentioned = named || message.mentions.iter().any(|user| user.id.get() == me);
    if message.guild_id.is_some() && !mentioned {
        return None;
    }
    let mut text = message.content.clone();
    for mention in &mentions {
        text = text.replace(mention.as_str(), " ");
    }
    // What tells no language is taken for whichever is asked for.
    let [lang, other] = Lang::ALL.map(|fallback| language(&text, fallback));
    let told = lang == other;
    let nick = message.member.as_ref().and_then(|member| member.nick.as_ref());
    Some(Request {
        person: person(&message.author, nick),
        place: message.channel_id.to_string(),
        server: server(message.guild_id),
        crowd: message.guild_id.is_some(),
        lang: if told { lang } else { Lang::default() },
        lang_from: if told { LangFrom::Person } else { LangFrom::Guess },
        moderator: false,
        manager: false,
        at,
        // Where a question of a quiz is open, the words may be the answer to it.
        action: Action::Ask(text.trim().to_owned()),
    })
}
