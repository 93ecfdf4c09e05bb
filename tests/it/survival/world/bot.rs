//! What a process of the bot does in a world: it answers, says what is due, takes note, beats and dies.

use jiff::Timestamp;
use rand::RngExt as _;
use roadbook::reply::{Part, Reply, Turn};
use roadbook::request::{Action, LangFrom, Person, Request};
use roadbook::text::Lang;

use super::{Said, What, World};

/// How far behind the bot's clock a press may be to be believed, as Discord's front end has it.
const BELIEVED: i64 = 5_000;

impl World<'_> {
    /// What the bot says to somebody who did something at a time.
    pub(super) async fn ask(&mut self, player: usize, at: i64, action: Action) -> Reply {
        let clock = self.clock().as_millisecond();
        let at = if at <= clock && clock - at <= BELIEVED { at } else { clock };
        let id = format!("{}:{player}", self.name);
        let request = Request {
            person: Person { id: id.clone(), name: format!("p{player}") },
            place: self.name.clone(),
            server: self.name.clone(),
            lang: Lang::En,
            lang_from: LangFrom::Settled,
            moderator: false,
            manager: false,
            crowd: false,
            at: Timestamp::from_millisecond(at).unwrap(),
            action,
        };
        let clock = self.clock();
        let reply = self.router().handle(&request, clock, &mut self.chance).await;
        assert_ne!(reply, Reply::note(self.router().writer(Lang::En).say("failed", &[])));
        reply
    }

    /// A process says something that everybody is to read, if it lives long enough.
    pub(super) fn say(&mut self, reply: &Reply) {
        if self.dies() {
            return;
        }
        let Some(played) = reply.played.as_ref() else { return };
        let asks = reply.parts.iter().chain(&reply.aloud).find_map(|part| match part {
            Part::Question(asked) => Some((asked.number, asked.options.len())),
            _ => None,
        });
        if played.receipt.is_none() && played.turn == Turn::Same {
            return;
        }
        let said = Said {
            round: played.round.clone(),
            receipt: played.receipt.clone(),
            turn: played.turn,
            asks,
        };
        // It may get lost on the way there, or the word that it came on the way back.
        let (lost, heard) = (self.happens(0.08), !self.happens(0.08));
        if !lost {
            let (way, life) = (self.way(), self.life);
            self.at(way, What::Appear { life, said, heard });
        }
    }

    /// A process learns that something was said.
    pub(super) async fn noted(&mut self, said: &Said) {
        let router = self.router();
        if matches!(said.turn, Turn::Asked | Turn::Resumed) {
            router.note_shown(&self.seat, &said.round, "{}").await.unwrap();
            if self.dies() {
                return;
            }
        }
        if let Some(receipt) = &said.receipt {
            router.told(receipt, self.clock()).await.unwrap();
            self.dies();
        }
    }

    pub(super) async fn look(&mut self, jumped: bool) {
        let (router, clock, life) = (self.router(), self.clock(), self.life);
        let mut due = Vec::new();
        if jumped {
            due.extend(router.catch_up(clock).await.unwrap());
        }
        due.extend(router.due(clock).await.unwrap());
        for due in due {
            self.say(&due.reply);
        }
        if self.alive {
            let next = router.next_due().await.unwrap();
            let wait = next.map_or(1_000, |next| next.as_millisecond() - clock.as_millisecond());
            self.at(wait.clamp(1, 3_000), What::Look { life, jumped: false });
        }
    }

    /// What the process has said of itself in the last second.
    pub(super) async fn beat(&mut self) {
        if self.alive && !self.ended {
            let at = self.clock().as_millisecond() - self.chance.random_range(0..1_000);
            self.store()
                .clone()
                .named(&format!("{}{}", self.name, self.life))
                .beat(at)
                .await
                .unwrap();
        }
    }

    /// Whether the process dies at this effect.
    pub(super) fn dies(&mut self) -> bool {
        if self.alive && self.happens(0.02) {
            self.die();
        }
        !self.alive
    }

    pub(super) fn die(&mut self) {
        if self.alive && self.stormy {
            self.alive = false;
            let after = self.chance.random_range(50..15_000);
            self.at(after, What::Begin);
        }
    }
}
