//! A round without somebody who wants to be forgotten: it goes on as if they had never played.

use super::Round;

impl Round {
    /// The round without a person: neither their id nor their name stands in it any more. None where it
    /// cannot go on, because it is running and nobody else plays.
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
        let deserted = self.ending.is_none() && self.players.is_empty();
        (!deserted).then_some(self)
    }

    /// A round that nobody began: whoever answers plays, and only moderators may stop it.
    #[must_use]
    pub fn unattended(mut self) -> Self {
        self.players.clear();
        self.starter.clear();
        self
    }
}
