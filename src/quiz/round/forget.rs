//! A round without somebody who wants to be forgotten: it goes on as if they had never played.

use serde::Serialize;

use super::{Answer, Closed, Given, Player, Round};

/// What a round has of a person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Part<'a> {
    /// Whether they began it.
    started: bool,
    /// Who they are in it, with their points.
    player: Option<&'a Player>,
    /// Their answer to the open question.
    open: Option<&'a Answer>,
    /// Whether they took a hint on it.
    hinted: bool,
    /// Whether they want to skip it.
    skips: bool,
    /// The closed questions at which they stand.
    closed: Vec<Turn<'a>>,
}

/// What a closed question has of a person.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Turn<'a> {
    question: usize,
    item: &'a str,
    given: Option<&'a Given>,
    missed: bool,
    out: bool,
}

impl Round {
    /// The round without a person: neither their id nor their name stands in it any more. None where nobody else
    /// plays or played in it.
    #[must_use]
    pub fn without(mut self, person: &str) -> Option<Self> {
        let gone = self.players.iter().position(|player| player.id == person);
        let player = gone.map(|index| self.players.remove(index));
        let given = self.closed.iter().flat_map(|closed| &closed.given);
        let mut names: Vec<String> =
            given.filter(|one| one.player == person).map(|one| one.name.clone()).collect();
        names.extend(player.map(|player| player.name));
        for closed in &mut self.closed {
            closed.given.retain(|one| one.player != person);
            closed.missed.retain(|one| one.player != person);
            closed.out.retain(|name| !names.contains(name));
        }
        if self.starter == person {
            self.starter.clear();
        }
        if let Some(gone) = gone {
            // Who joined later moves up by one.
            let moved = |player: usize| if player > gone { player - 1 } else { player };
            self.pending.retain(|one| one.player != gone);
            for one in &mut self.pending {
                one.player = moved(one.player);
            }
            for list in [&mut self.hinted, &mut self.skipping] {
                list.retain(|player| *player != gone);
                for player in list.iter_mut() {
                    *player = moved(*player);
                }
            }
        }
        (!self.players.is_empty()).then_some(self)
    }

    /// What the round has of a person, if anything.
    #[must_use]
    pub fn part_of(&self, person: &str) -> Option<Part<'_>> {
        let at = self.players.iter().position(|player| player.id == person);
        let player = at.and_then(|at| self.players.get(at));
        let named = |closed: &&Closed| {
            let given = closed.given.iter().any(|one| one.player == person);
            let out = player.is_some_and(|player| closed.out.contains(&player.name));
            given || out || closed.missed.iter().any(|one| one.player == person)
        };
        let closed = self.closed.iter().filter(named).map(|closed| Turn {
            question: closed.number,
            item: &closed.item.frame,
            given: closed.given.iter().find(|one| one.player == person),
            missed: closed.missed.iter().any(|one| one.player == person),
            out: player.is_some_and(|player| closed.out.contains(&player.name)),
        });
        let part = Part {
            started: self.starter == person,
            player,
            open: self.answer_of(person),
            hinted: at.is_some_and(|at| self.hinted.contains(&at)),
            skips: at.is_some_and(|at| self.skipping.contains(&at)),
            closed: closed.collect(),
        };
        (part.started || part.player.is_some() || !part.closed.is_empty()).then_some(part)
    }

    /// A round that nobody began: whoever answers plays, and only moderators may stop it.
    #[must_use]
    pub fn unattended(mut self) -> Self {
        self.players.clear();
        self.starter.clear();
        self
    }
}
