//! Before the first question: players gather, and whoever set the round up may still arrange it otherwise.

use serde::{Deserialize, Serialize};

use super::{Effect, Event, Question, Refusal, Round, Settings};
use crate::quiz::draw::Wanted;

/// A round that has not begun yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lobby {
    /// When it begins by itself, in milliseconds since 1970.
    pub until: i64,
    /// What kind of questions was asked for.
    pub wanted: Wanted,
}

impl Round {
    /// The same round, which begins later: until then players gather.
    #[must_use]
    pub fn gathering(self, lobby: Lobby) -> Self {
        Self { lobby: Some(lobby), ..self }
    }

    /// What is known while players gather; nothing once it has begun.
    #[must_use]
    pub fn lobby(&self) -> Option<&Lobby> {
        self.lobby.as_ref().filter(|_| self.ending.is_none())
    }

    /// Takes in an event before the first question.
    pub(super) fn gather(&mut self, event: Event, until: i64, now: i64) -> Vec<Effect> {
        match event {
            Event::Joined { player, name } => self.joined(&player, &name),
            // Whoever set it up may leave it to the others.
            Event::Left { player } => self.left(&player, now),
            Event::Stopped { player, moderator } => self.stopped(&player, moderator),
            Event::Begun { player, moderator } => match self.refusal(&player, moderator) {
                Some(refusal) => refusal,
                None => self.begin(now),
            },
            Event::Arranged { player, moderator, settings, wanted, questions } => {
                match self.refusal(&player, moderator) {
                    Some(refusal) => refusal,
                    None => self.arrange(settings, Lobby { until, wanted }, questions),
                }
            }
            Event::Ticked if now >= until => self.begin(now),
            Event::Ticked => Vec::new(),
            Event::Resumed { away } => {
                if let Some(lobby) = &mut self.lobby {
                    lobby.until = lobby.until.saturating_add(away);
                }
                Vec::new()
            }
            Event::Needs { player, percent } => {
                self.needs(&player, percent);
                Vec::new()
            }
            Event::Answered { .. } | Event::AskedHint { .. } | Event::VotedSkip { .. } => {
                vec![Effect::Refused(Refusal::NotBegun)]
            }
        }
    }

    fn begin(&mut self, now: i64) -> Vec<Effect> {
        self.lobby = None;
        self.opened = now;
        self.stretch();
        vec![Effect::Opened]
    }

    fn arrange(
        &mut self,
        settings: Settings,
        lobby: Lobby,
        questions: Vec<Question>,
    ) -> Vec<Effect> {
        // Without questions there would be no round.
        if !questions.is_empty() {
            self.settings = settings;
            self.lobby = Some(lobby);
            self.questions = questions;
            for player in &mut self.players {
                player.lives = settings.lives();
            }
        }
        vec![Effect::Arranged]
    }

    /// Why somebody may not decide for the others, if they may not.
    fn refusal(&self, id: &str, moderator: bool) -> Option<Vec<Effect>> {
        let name = self.player(&self.starter).map(|player| player.name.clone());
        let may = moderator || self.starter == id;
        (!may).then(|| vec![Effect::Refused(Refusal::NotYours(name.unwrap_or_default()))])
    }
}
