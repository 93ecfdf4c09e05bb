//! One step of a round: an event comes in, effects go out.

use super::{
    Closed, Effect, Ending, Event, GRACE, Given, Hint, Missed, Mode, Pending, Player, QUIET,
    Refusal, Round,
};
use crate::quiz::answer::{Answer, Judgement};
use crate::quiz::kinds::Format;

impl Round {
    /// Takes an event in, at a time by our own clock, and tells what follows from it. After the end nothing
    /// follows from anything.
    pub fn step(&mut self, event: Event, now: i64) -> Vec<Effect> {
        if let Some(until) = self.lobby().map(|lobby| lobby.until) {
            return self.gather(event, until, now);
        }
        if self.open().is_none() {
            return Vec::new();
        }
        match event {
            Event::Begun { .. } | Event::Arranged { .. } => {
                vec![Effect::Refused(Refusal::BegunAlready)]
            }
            Event::Answered { player, name, number, answer, at } => {
                self.answered(&player, &name, number, answer, at, now)
            }
            Event::Joined { player, name } => self.joined(&player, &name),
            Event::Left { player } => self.left(&player, now),
            Event::Needs { player, percent } => {
                self.needs(&player, percent);
                Vec::new()
            }
            Event::AskedHint { player } => self.asked_hint(&player, now),
            Event::VotedSkip { player } => self.voted_skip(&player, now),
            Event::Stopped { player, moderator } => self.stopped(&player, moderator),
            Event::Ticked => {
                if self.due().is_some_and(|due| now >= due) {
                    self.close(false, now)
                } else {
                    Vec::new()
                }
            }
            Event::Resumed { away } => {
                self.opened = self.opened.saturating_add(away);
                for one in &mut self.pending {
                    one.at = one.at.saturating_add(away);
                }
                Vec::new()
            }
        }
    }

    fn answered(
        &mut self,
        id: &str,
        name: &str,
        number: Option<usize>,
        answer: Answer,
        at: i64,
        now: i64,
    ) -> Vec<Effect> {
        let refused = |why| vec![Effect::Refused(why)];
        let Some((open, question)) = self.open() else { return Vec::new() };
        if number.is_some_and(|number| number != open) {
            // Pressed while the next question came: no fault of theirs.
            let a_moment_ago = number == Some(open - 1) && at <= self.opened + GRACE;
            return refused(if a_moment_ago { Refusal::JustClosed } else { Refusal::TooLate });
        }
        if self.deadline().is_some_and(|deadline| at > deadline) {
            return refused(Refusal::TooLate);
        }
        let judgement = question.item.judge(&answer);
        let mut effects = Vec::new();
        let player = match self.players.iter().position(|player| player.id == id) {
            Some(player) => player,
            None if self.is_closed_to_new_players() => return refused(Refusal::TooLateToJoin),
            None => {
                effects.push(Effect::Joined(name.to_owned()));
                self.seat(id, name)
            }
        };
        if let Some(one) = self.players.get_mut(player) {
            name.clone_into(&mut one.name);
            // Who answers is back.
            one.left = false;
            one.silent = 0;
            if self.settings.mode == Mode::Elimination && one.lives == 0 {
                return refused(Refusal::Out);
            }
        }
        if judgement == Judgement::Near {
            effects.push(Effect::Near);
            return effects;
        }
        let before = self.pending.iter().position(|one| one.player == player);
        if before.is_some() && self.settings.mode == Mode::Race {
            return refused(Refusal::OneTry);
        }
        let given = Pending { player, answer: answer.clone(), at: at.max(self.opened) };
        match before.and_then(|index| self.pending.get_mut(index)) {
            // By the platform's clock the other one came later, or it is the same one once more.
            Some(known) if given.at < known.at || *known == given => return Vec::new(),
            Some(known) => *known = given,
            None => self.pending.push(given),
        }
        let changed = before.is_some();
        effects.push(Effect::Answered { name: name.to_owned(), answer, changed });
        let won = self.settings.mode == Mode::Race && judgement == Judgement::Right;
        if won || self.is_complete() {
            effects.extend(self.close(false, now));
        }
        effects
    }

    pub(super) fn joined(&mut self, id: &str, name: &str) -> Vec<Effect> {
        let elimination = self.settings.mode == Mode::Elimination;
        let is_closed = self.is_closed_to_new_players();
        match self.players.iter_mut().find(|player| player.id == id) {
            Some(player) if !player.left => vec![Effect::Refused(Refusal::PlaysAlready)],
            Some(player) if elimination && player.lives == 0 => vec![Effect::Refused(Refusal::Out)],
            Some(player) => {
                player.left = false;
                player.silent = 0;
                vec![Effect::Joined(name.to_owned())]
            }
            None if is_closed => vec![Effect::Refused(Refusal::TooLateToJoin)],
            None => {
                self.seat(id, name);
                vec![Effect::Joined(name.to_owned())]
            }
        }
    }

    pub(super) fn left(&mut self, id: &str, now: i64) -> Vec<Effect> {
        let player = self.players.iter_mut().find(|player| player.id == id && !player.left);
        let Some(player) = player else { return vec![Effect::Refused(Refusal::PlaysNot)] };
        player.left = true;
        let mut effects = vec![Effect::Left(player.name.clone())];
        if self.players.iter().all(|player| !self.is_in(player)) {
            effects.extend(self.end(Ending::Deserted));
        } else if self.is_complete() {
            effects.extend(self.close(false, now));
        }
        effects
    }

    fn asked_hint(&mut self, id: &str, now: i64) -> Vec<Effect> {
        let Some(player) = self.playing(id) else {
            return vec![Effect::Refused(Refusal::PlaysNot)];
        };
        if self.deadline().is_some_and(|deadline| now > deadline) {
            return vec![Effect::Refused(Refusal::TooLate)];
        }
        let answered = self.pending.iter().any(|one| one.player == player);
        let tried = answered && self.settings.mode == Mode::Race;
        match self.hint(id) {
            Some(hint) if !self.hinted.contains(&player) && !tried => {
                self.hinted.push(player);
                vec![Effect::Hinted(hint)]
            }
            _ => vec![Effect::Refused(Refusal::NoHint)],
        }
    }

    /// The hint that a player gets: whom it is for decides which of several, so that those who put their
    /// heads together learn more, and nothing hangs on chance.
    fn hint(&self, id: &str) -> Option<Hint> {
        let (_, question) = self.open()?;
        let item = &question.item;
        let wrong: Vec<usize> = item
            .choices
            .iter()
            .enumerate()
            .filter(|(_, choice)| !choice.right)
            .map(|(index, _)| index)
            .collect();
        match item.format {
            Format::Choice | Format::RumourOrFact | Format::PickAll if item.choices.len() > 2 => {
                let sum =
                    id.bytes().fold(0_usize, |sum, byte| sum.wrapping_mul(31) + usize::from(byte));
                wrong.get(sum.checked_rem(wrong.len())?).copied().map(Hint::NotThis)
            }
            Format::Order => {
                item.choices.iter().position(|choice| choice.place == Some(0)).map(Hint::First)
            }
            Format::Match => {
                item.choices.first().and_then(|choice| choice.place).map(|at| Hint::Pair(0, at))
            }
            Format::Typed => Some(Hint::Initial),
            _ => None,
        }
    }

    fn voted_skip(&mut self, id: &str, now: i64) -> Vec<Effect> {
        let Some(player) = self.playing(id) else {
            return vec![Effect::Refused(Refusal::PlaysNot)];
        };
        if self.skipping.contains(&player) {
            return vec![Effect::Refused(Refusal::VotedAlready)];
        }
        self.skipping.push(player);
        let voters = self.present().count().max(1);
        let needed = voters / 2 + 1;
        // Votes of those who have left since don't count.
        let count = self.skipping.iter().filter(|one| self.present().any(|at| at == **one)).count();
        if count >= needed {
            self.close(true, now)
        } else {
            vec![Effect::SkipVotes { votes: count, needed }]
        }
    }

    pub(super) fn stopped(&mut self, id: &str, moderator: bool) -> Vec<Effect> {
        if moderator || self.starter == id {
            return self.end(Ending::Stopped);
        }
        let name = self.player(&self.starter).map(|player| player.name.clone()).unwrap_or_default();
        vec![Effect::Refused(Refusal::NotStarter(name))]
    }

    /// A player who can still answer; who speaks up is no longer away.
    fn playing(&mut self, id: &str) -> Option<usize> {
        let index = self.players.iter().position(|player| player.id == id)?;
        if !self.players.get(index).is_some_and(|player| self.is_in(player)) {
            return None;
        }
        if let Some(player) = self.players.get_mut(index) {
            player.silent = 0;
        }
        Some(index)
    }

    fn is_closed_to_new_players(&self) -> bool {
        self.settings.mode == Mode::Elimination && !self.closed.is_empty()
    }

    /// Whether everybody who is waited for has answered.
    fn is_complete(&self) -> bool {
        let (answered, of) = self.progress();
        answered > 0 && answered == of
    }

    /// Closes the open question and opens the next, or ends the round.
    fn close(&mut self, skipped: bool, now: i64) -> Vec<Effect> {
        let Some(closed) = self.score(skipped) else { return Vec::new() };
        self.quiet = if closed.given.is_empty() && !skipped { self.quiet + 1 } else { 0 };
        self.closed.push(closed.clone());
        self.open += 1;
        self.opened = now;
        self.pending.clear();
        self.hinted.clear();
        self.skipping.clear();
        let mut effects = vec![Effect::Closed(Box::new(closed))];
        if let Some(ending) = self.is_decided() {
            effects.extend(self.end(ending));
        } else {
            self.stretch();
            effects.push(Effect::Opened);
        }
        effects
    }

    fn is_decided(&self) -> Option<Ending> {
        let left = self.players.iter().filter(|player| self.is_in(player)).count();
        let out = self.players.iter().filter(|player| player.lives == 0).count();
        if self.open >= self.questions.len() {
            Some(Ending::Finished)
        } else if self.settings.mode == Mode::Elimination
            && out > 0
            && left <= usize::from(self.players.len() > 1)
        {
            Some(Ending::Decided)
        } else if self.quiet >= QUIET {
            Some(Ending::Deserted)
        } else {
            None
        }
    }

    fn end(&mut self, ending: Ending) -> Vec<Effect> {
        self.ending = Some(ending);
        self.pending.clear();
        vec![Effect::Over(Box::new(self.summary()))]
    }

    /// The open question as it counted, with everybody's points, streaks and lives brought up to date.
    fn score(&mut self, skipped: bool) -> Option<Closed> {
        let (number, question) = self.open()?;
        let question = question.clone();
        let given = self.count(&question, skipped);
        let missed = if skipped { Vec::new() } else { self.missed(&given) };
        let mut out = Vec::new();
        let elimination = self.settings.mode == Mode::Elimination;
        for player in &mut self.players {
            let was_in = !player.left && (!elimination || player.lives > 0);
            let own = given.iter().find(|one| one.player == player.id);
            match own {
                Some(own) => {
                    player.points += own.points;
                    player.silent = 0;
                    if own.right {
                        player.right += 1;
                        player.streak += 1;
                        player.best_streak = player.best_streak.max(player.streak);
                    } else if !skipped {
                        player.streak = 0;
                    }
                }
                None if was_in && !skipped => {
                    player.streak = 0;
                    player.silent += 1;
                }
                None => {}
            }
            let failed = !skipped && own.is_none_or(|own| !own.right);
            if elimination && was_in && failed {
                player.lives -= 1;
                if player.lives == 0 {
                    out.push(player.name.clone());
                }
            }
        }
        let (item, time) = (question.item, question.time);
        Some(Closed { number, item, time, skipped, given, out, missed })
    }

    /// Who lets the open question pass: of those who are there, whoever has answered one before. It counts as much as
    /// a wrong answer, or nobody would answer what they are not sure of.
    fn missed(&self, given: &[Given]) -> Vec<Missed> {
        let silent = |player: &&Player| given.iter().all(|one| one.player != player.id);
        let plays = |player: &&Player| {
            self.closed.iter().flat_map(|closed| &closed.given).any(|one| one.player == player.id)
        };
        let present = self.present().filter_map(|at| self.players.get(at));
        let missed = present.filter(silent).filter(plays);
        missed
            .map(|player| Missed { player: player.id.clone(), name: player.name.clone() })
            .collect()
    }
}
