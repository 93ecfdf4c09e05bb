//! Whether anybody refused, whether all agreed, and who was left out, where no team is named.

use super::answer::{Answer, Verdict};
use super::kind::{Kind, Turn, Want};
use super::members::{IN, LITTLE, Members, OUT, WHICH};
use crate::facts::{Role, Statement, Status};

/// Words for what is not there, without one for being in it.
const MISSING: &str = "missing absent absente absentes manque manquent";

/// Words for nobody at all.
const NOBODY: &str = "nobody noone none personne aucune aucun";
/// Words for anybody.
const ANYBODY: &str = "anyone anybody any someone somebody";
/// Words for all of them.
pub(super) const ALL: &str = "everyone everybody all every tous toutes";
/// Words for saying yes.
pub(super) const AGREED: &str = "agree agreed accept accepted yes accepte acceptent oui signed";
/// Words of questions of nobody, anybody or all that say no more.
const OF_ALL: &str = "snub snubbed no to take taking join joining participate right refuse refused refuses declined decline say \
    said turned down opted out refuser dit participer approached asked contactees monde tout hein \
    jouer jeu le ok one a d y quelqu un qqn were that was who they ask contacted invited sollicitees \
    demandees invitees du la of them in";

impl<'a> Members<'a, '_> {
    /// "Nobody refused, right?", "did anybody say no?", "did all of them agree?"
    pub(super) fn anybody(&self) -> Option<Answer<'a>> {
        let declined: Vec<&Statement> = self.facts.in_role(Role::Declined).collect();
        let refuses = self.kind.turn == Turn::Refusal;
        let words: Vec<&str> = self.linked.plain().collect();
        let nobody = self.has(NOBODY) || words.windows(2).any(|pair| pair == ["no", "one"]);
        let all = self.has(ALL) || words.windows(3).any(|run| run == ["tout", "le", "monde"]);
        let anybody = self.has(ANYBODY) || words.windows(2).any(|pair| pair == ["quelqu", "un"]);
        let verdict = match (nobody, all, anybody) {
            (true, false, _) if refuses => Verdict::No,
            (false, true, false) if !refuses && self.has(AGREED) => Verdict::No,
            (false, false, true) if refuses => Verdict::Yes,
            _ => return None,
        };
        let lists = [IN, LITTLE, NOBODY, ANYBODY, ALL, AGREED, OF_ALL];
        let count = u32::try_from(self.featured.len()).map_or(0.0, f64::from);
        let counted = self.linked.numbers().all(|number| (number - count).abs() < f64::EPSILON);
        let plain = self.says_only(&lists) && counted && !self.kind.reason && !declined.is_empty();
        let firm = declined.iter().all(|one| one.status == Status::Confirmed);
        let verdict = firm.then_some(verdict);
        plain.then(|| Answer { verdict, ..self.told(declined, &Kind::default()) })
    }

    /// "Which teams are not in it?": those of which it is said that they refused, or were talked to.
    pub(super) fn left_out(&self) -> Option<Answer<'a>> {
        let asks = self.kind.open || self.has(WHICH) || self.kind.want == Some(Want::Team);
        let out = self.has(IN) && self.has(OUT) || self.has(MISSING);
        let whole = self.linked.numbers().next().is_none() && !self.kind.reason;
        if !asks || !out || !whole || !self.says_only(&[IN, LITTLE, WHICH, OUT, "s is whos"]) {
            return None;
        }
        let is_in = |one: &Statement| self.featured.iter().any(|it| it.value == one.value);
        let talked_to = self.talked_to.iter().copied().filter(|one| !is_in(one));
        let found: Vec<&Statement> = self.facts.in_role(Role::Declined).chain(talked_to).collect();
        (!found.is_empty()).then(|| self.told(found, &Kind::default()))
    }
}
