//! Time for those who need more of it. A question is shared, so all have as much as whoever needs most.

use super::Round;

/// The least that anybody can need, in percent of the usual time.
pub const LEAST_NEED: u32 = 100;
/// The most that a shared question waits for, in percent of the usual time.
pub const MOST_NEED: u32 = 300;

impl Round {
    /// The same with what its starter needs, in percent of the usual time; the first question has it already,
    /// or gets it once the round begins.
    #[must_use]
    pub fn needing(mut self, percent: u32) -> Self {
        let starter = self.starter.clone();
        self.needs(&starter, percent);
        if self.lobby.is_none() {
            self.stretch();
        }
        self
    }

    /// Notes what a player needs, from the next question on.
    pub(super) fn needs(&mut self, id: &str, percent: u32) {
        if let Some(player) = self.players.iter_mut().find(|player| player.id == id) {
            player.needs = percent.clamp(LEAST_NEED, MOST_NEED);
        }
    }

    /// Gives the open question, which was not stretched yet, the time that those need who play.
    pub(super) fn stretch(&mut self) {
        let playing = self.players.iter().filter(|player| self.is_in(player));
        let need = playing.map(|player| player.needs).max().unwrap_or(LEAST_NEED);
        if let Some(question) = self.questions.get_mut(self.open).filter(|_| need > LEAST_NEED) {
            // Whole seconds, as they are shown.
            question.time = (question.time * i64::from(need) / 100 + 999) / 1_000 * 1_000;
        }
    }
}
