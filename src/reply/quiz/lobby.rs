//! A round for which players gather, in words.

use crate::quiz::{Lobby, Round};
use crate::reply::lookup::capitalised;
use crate::reply::{Gathering, Part, Writer};

impl Writer<'_> {
    /// A round as it is shown: who gathers for it, or its open question.
    #[must_use]
    pub fn shown(&self, round: &Round) -> Option<Part> {
        match round.lobby() {
            Some(lobby) => Some(Part::Gathering(self.gathering(round, lobby))),
            None => self.asked(round),
        }
    }

    /// What the message says in which a round is shown: the result of the question before, if there was one, and
    /// the round as it is.
    #[must_use]
    pub fn board(&self, round: &Round) -> Vec<Part> {
        let Some(shown) = self.shown(round) else { return Vec::new() };
        let mut parts =
            round.closed().last().map(|last| self.result(round, last)).unwrap_or_default();
        parts.push(shown);
        parts
    }

    fn gathering(&self, round: &Round, lobby: &Lobby) -> Gathering {
        let (settings, wanted) = (round.settings(), lobby.wanted);
        let told = |key: &str, name: &str| self.say(&format!("{key}-{name}"), &[]);
        let mode = told("mode", settings.mode.name());
        let mut what =
            vec![self.say(
                "quiz-gather-what",
                &[("count", round.len().into()), ("mode", (&mode).into())],
            )];
        let chosen = [
            ("topic", wanted.theme.map(|theme| told("theme", theme.name()))),
            ("format", wanted.format.map(|format| told("format", format.name()))),
            ("difficulty", wanted.difficulty.map(|level| told("difficulty", level.name()))),
            ("bonus", settings.speed_bonus.then(|| told("bonus", "yes"))),
        ];
        for (option, value) in chosen {
            let Some(value) = value else { continue };
            let option = capitalised(&self.say(&format!("option-{option}"), &[]));
            let values = [("option", (&option).into()), ("value", (&value).into())];
            what.push(self.say("quiz-gather-option", &values));
        }
        let here = round.players().iter().filter(|player| !player.left);
        let players: Vec<String> = here.map(|player| player.name.clone()).collect();
        let names = self.figures().list(&players);
        let starter = round.player(round.starter()).map(|player| player.name.as_str());
        let name = [("name", starter.unwrap_or_default().into())];
        let millis = lobby.until.saturating_sub(round.opened()).max(0);
        let seconds = usize::try_from(millis / 1_000).unwrap_or_default();
        Gathering {
            round: round.id().to_owned(),
            title: self.say("quiz-gather-title", &name),
            what: what.join(" "),
            players: self.say("quiz-gather-players", &[("names", (&names).into())]),
            how: self.say("quiz-gather-how", &[("seconds", seconds.into())]),
            until: lobby.until,
        }
    }
}
