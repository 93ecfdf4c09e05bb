//! Whether anybody refused, whether all agreed, and who was left out, where no team is named.

use super::answer::{Answer, Verdict};
use super::cues::is_among;
use super::kind::{Kind, Turn};
use super::members::{IN, LITTLE, Members, OUT, WHICH};
use super::tags::leave_out_a_tag;
use crate::facts::{Role, Statement, Status};

/// Words for what is not there, without one for being in it.
const MISSING: &str = "missing absent absente absentes manque manquent";

/// Words that ask for somebody, and for a team.
const WHO: &str = "who whos qui";
const TEAMS: &str = "team teams squad squads equipe equipes";
/// Words that ask for those, or for these.
const ASKING: &str = "who whos which qui quelle quelles";

/// Words for nobody at all.
const NOBODY: &str = "nobody noone none personne aucune aucun";
/// Words for anybody.
const ANYBODY: &str = "anyone anybody any someone somebody";
/// Words for all of them.
pub(super) const ALL: &str = "everyone everybody all every tous toutes";
/// First words of what asks for a list.
const LISTED: &str = "who whos which what list name qui quelles quels liste nomme cite";
/// Words for those that are in it.
const CHOSEN: &str =
    "selected picked chosen retenues retenue choisies list liste final finales lineup roster";
/// Words for saying yes.
pub(super) const AGREED: &str = "agree agreed accept accepted yes accepte acceptent oui signed";
/// Words of questions of nobody, anybody or all that say no more.
const OF_ALL: &str = "snub snubbed no to take taking join joining participate right refuse refused refuses declined decline say \
    said turned down opted out refuser dit participer approached asked contactees monde tout hein \
    jouer jeu one y quelqu qqn were that was who they ask contacted invited sollicitees \
    demandees invitees them";

impl<'a> Members<'a, '_> {
    /// "Nobody refused, right?", "did anybody say no?", "did all of them agree?"
    pub(super) fn anybody(&self) -> Option<Answer<'a>> {
        let declined: Vec<&Statement> = self.facts.in_role(Role::Declined).collect();
        let refuses = self.kind.turn == Turn::Refusal;
        let words: Vec<&str> = self.linked.plain().collect();
        // "Who are all that agreed?" asks for those, and "not everyone agreed" wants the opposite.
        let lists = words.first().is_some_and(|word| is_among(LISTED, word));
        if lists || self.has(OUT) {
            return None;
        }
        // "All of them are in it, yes?" says no yes, "all said yes?" does.
        let mut bare = self.linked.clone();
        leave_out_a_tag(&mut bare);
        let said_yes = words.windows(2).any(|pair| {
            matches!(pair, ["say" | "said" | "dit" | "dire" | "disent", "yes" | "oui"])
        });
        let agreed = said_yes || bare.plain().any(|word| is_among(AGREED, word));
        let nobody = self.has(NOBODY) || words.windows(2).any(|pair| pair == ["no", "one"]);
        let all = self.has(ALL) || words.windows(3).any(|run| run == ["tout", "le", "monde"]);
        let anybody = self.has(ANYBODY) || words.windows(2).any(|pair| pair == ["quelqu", "un"]);
        let verdict = match (nobody, all, anybody) {
            (true, false, _) if refuses => Verdict::No,
            (false, true, false) if !refuses && agreed => Verdict::No,
            (false, false, true) if refuses => Verdict::Yes,
            _ => return None,
        };
        let lists = [IN, LITTLE, NOBODY, ANYBODY, ALL, AGREED, OF_ALL];
        let count = u32::try_from(self.featured.len()).map_or(0.0, f64::from);
        let counted = self.linked.numbers().all(|number| (number - count).abs() < f64::EPSILON);
        let plain = self.says_only(&lists) && counted && !self.kind.reason && !declined.is_empty();
        let firm = declined.iter().all(|one| one.status == Status::Confirmed);
        // Whether all of those that are in it agreed is decided by nobody who is not.
        let limited = self.linked.numbers().next().is_some() || self.has(CHOSEN);
        let verdict = (firm && !limited).then_some(verdict);
        plain.then(|| Answer { verdict, ..self.told(declined, &Kind::default()) })
    }

    /// "Which teams are not in it?": those of which it is said that they refused, or were talked to.
    pub(super) fn left_out(&self) -> Option<Answer<'a>> {
        let words: Vec<&str> = self.linked.plain().collect();
        let of_teams = self.has(TEAMS);
        let asks = (self.has(WHO) || of_teams) && (self.kind.open || self.has(WHICH));
        // "Not missing" is there, "left in" as well, and "who is in it and who is not" asks for both lists.
        let left_in = self.has("left") && !words.windows(2).any(|pair| pair == ["left", "out"]);
        let turned = self.has(MISSING)
            && words.iter().any(|word| is_among(OUT, word) && !is_among(MISSING, word));
        let asking = words.iter().filter(|word| is_among(ASKING, word)).count();
        let both = asking > 1 || self.has("or ou");
        let out = self.has(IN) && self.has(OUT) || of_teams && self.has(MISSING);
        if of_teams && asks && turned && !both && self.says_only(&[IN, LITTLE, WHICH, OUT]) {
            return Some(self.told(self.featured.clone(), &Kind::default()));
        }
        let whole = self.linked.numbers().next().is_none() && !self.kind.reason;
        if !asks || !out || !whole || left_in || turned || both {
            return None;
        }
        // "Without being filmed" is no list.
        if self.has("without sans") || !self.says_only(&[IN, LITTLE, WHICH, OUT, "s whos"]) {
            return None;
        }
        let is_in = |one: &Statement| self.featured.iter().any(|it| it.value == one.value);
        let talked_to = self.talked_to.iter().copied().filter(|one| !is_in(one));
        let found: Vec<&Statement> = self.facts.in_role(Role::Declined).chain(talked_to).collect();
        (!found.is_empty()).then(|| self.told(found, &Kind::default()))
    }
}
