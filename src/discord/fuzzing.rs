//! What is tried with random input (`fuzz/`): the way in, from Discord's JSON to a request, and the way out, from
//! an answer to a message that Discord takes.

use jiff::Timestamp;
use serenity::all::Interaction;

use super::autocomplete::suggest;
use super::custom_id::CustomId;
use super::decode::{Asked, address, decode};
use super::limits::{EMBEDS, EMBEDS_TOGETHER, fit, fit_form, weight};
use super::message::{Form, Message};
use super::questions::Questions;
use super::render::draw;
use super::slash::Slashes;
use crate::query::Topic;
use crate::router::Router;
use crate::text::Lang;

/// Reads what Discord may send, and draws what may be sent to Discord.
pub struct Reader {
    router: Router,
    slashes: Slashes,
    questions: [Questions; 2],
}

impl Reader {
    /// A reader of events for a router.
    #[must_use]
    pub fn new(router: Router) -> Self {
        let questions = Lang::ALL.map(|lang| Questions::new(router.facts(), lang));
        Self { slashes: Slashes::new(&router), router, questions }
    }

    /// Reads an event, and the same text as the id of a button; whether it was an interaction.
    ///
    /// # Panics
    ///
    /// Something that was read is written otherwise, or a suggestion or a form does not fit: a fault of ours.
    pub fn event(&self, data: &[u8]) -> bool {
        if let Some(id) = std::str::from_utf8(data).ok().and_then(|id| id.parse::<CustomId>().ok())
        {
            assert_eq!(id.to_string().parse(), Ok(id), "an id is read as it was written");
        }
        let Ok(interaction) = serde_json::from_slice::<Interaction>(data) else { return false };
        let _ = address(&interaction);
        match decode(&self.slashes, &interaction, Timestamp::UNIX_EPOCH) {
            Asked::Suggestions { option, typed, lang } => {
                let [english, french] = &self.questions;
                let questions = if lang == Lang::En { english } else { french };
                assert!(suggest(&self.router, questions, option, &typed, lang).len() <= 25);
            }
            Asked::Form(open, _) | Asked::Report(open, _) => {
                let custom_id = CustomId::Typed(open).to_string();
                let (title, label) = ("t".repeat(99), "l".repeat(99));
                let (most, paragraph, optional) = (100, false, false);
                let mut form = Form { custom_id, title, label, most, paragraph, optional };
                fit_form(&mut form);
                assert!(form.title.len() <= 48 && form.label.len() <= 48);
            }
            Asked::Reply { .. } | Asked::Turn { .. } | Asked::Refusal(..) | Asked::Nothing => {}
        }
        true
    }

    /// Asks a question, asks it again as one that goes on from it, and draws both answers in both languages.
    ///
    /// # Panics
    ///
    /// A message does not fit: a fault of ours.
    pub fn question(&self, question: &str) {
        let mut before: Option<Topic> = None;
        for lang in Lang::ALL {
            let answer = self.router.asker().ask(self.router.facts(), question, before.as_ref());
            let reply = self.router.writer(lang).answer(&answer);
            for page in draw(&reply.parts, true).pages {
                let mut message = Message::of(page);
                fit(&mut message);
                assert!(message.embeds.len() <= EMBEDS);
                assert!(message.embeds.iter().map(weight).sum::<usize>() <= EMBEDS_TOGETHER);
                assert!(serde_json::to_vec(&message).is_ok());
            }
            before = answer.topic;
        }
    }
}
