//! `/ask`: a question in one's own words.

use crate::query::{LONGEST_QUESTION, language};
use crate::reply::Reply;
use crate::request::LangFrom;
use crate::router::catalogue::Handle;
use crate::router::{Call, Command, Kind, Opt};

pub(in crate::router) const COMMAND: Command = Command {
    id: "ask",
    options: &[Opt { id: "question", kind: Kind::Text, required: true }],
    handle: Handle::Facts(|call| answer(call, call.option("question").unwrap_or_default())),
};

pub(in crate::router) fn answer(call: &Call<'_>, question: &str) -> Reply {
    // On a machine that more than one language is spoken at, a question is answered in its own.
    let lang = match call.request.lang_from {
        LangFrom::Machine => language(question, call.writer.lang()),
        LangFrom::Settled | LangFrom::Person | LangFrom::Guess => call.writer.lang(),
    };
    let writer = call.router.writer(lang);
    if question.trim().is_empty() {
        let subject = call.facts().file().about.label.get(writer.lang());
        return Reply::note(writer.say("ask-empty", &[("subject", subject.into())]));
    }
    if question.chars().nth(LONGEST_QUESTION).is_some() {
        return Reply::note(writer.say("ask-too-long", &[("most", LONGEST_QUESTION.into())]));
    }
    let before = call.router.topics().last(call.request, call.now);
    let told = call.router.recent.reply(writer.lang(), question, before, |before| {
        let answer = call.router.asker().ask(call.facts(), question, before);
        (writer.answer(&answer), answer.topic)
    });
    let (reply, topic) = &*told;
    if let Some(topic) = topic.clone() {
        call.router.topics().remember(call.request, call.now, topic);
    }
    reply.clone()
}
