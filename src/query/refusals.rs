//! Whether anybody refused, whether all agreed, and who was left out, where no team is named.

use super::answer::{Answer, Verdict};
use super::cues::is_among;
use super::kind::{Kind, Turn};
use super::linked::Word;
use super::members::{IN, LITTLE, Members, OUT, THE_SERIES, WHICH};
use super::tags::leave_out_a_tag;
use crate::facts::{Role, Statement, Status};

/// Words for what is not there, without one for being in it.
const MISSING: &str =
    "missing absent absente absentes manque manquent exclue exclues exclu exclus ecartee ecartees";

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
/// Words for refusing, and for saying so.
const REFUSES: &str =
    "snub snubbed refuse refused refuses refuser declined decline turned opted say said dit";
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
        // "They are all in it, agreed?" agrees with nobody.
        let is_in = |word: &&str| is_among(IN, word) && !["one", "in"].contains(word);
        let tagged = matches!(words.as_slice(), [.., "agreed" | "accepted" | "accepte"])
            && words.iter().any(|word| is_among("are is got get sont", word))
            && (self.has("in featured") || words.iter().any(is_in));
        // "All of them are in it, yes?" says no yes, "all said yes?" does.
        let mut bare = self.linked.clone();
        leave_out_a_tag(&mut bare);
        let said_yes = words.windows(2).any(|pair| {
            matches!(pair, ["say" | "said" | "dit" | "dire" | "disent", "yes" | "oui"])
        });
        let agreed = said_yes || bare.plain().any(|word| is_among(AGREED, word));
        if lists || tagged || self.has(OUT) {
            return None;
        }
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
        // Whether all of those that are in it agreed is decided by nobody who is not, and "all but one" did.
        let verb = words.iter().position(|word| is_among(AGREED, word) || is_among(REFUSES, word));
        let mut whose = words.iter().take(verb.unwrap_or(words.len()));
        let of_those_in = whose
            .any(|word| *word == "in" || is_in(word) || is_among(THE_SERIES, word))
            || self.names_the_series_before(verb.and_then(|at| words.get(at).copied()));
        let limited = self.linked.numbers().next().is_some()
            || of_those_in
            || self.has(CHOSEN)
            || self.has("but except sauf hormis");
        let verdict = (firm && !limited).then_some(verdict);
        plain.then(|| Answer { verdict, ..self.told(declined, &Kind::default()) })
    }

    /// Whether the series is named before a word, or at all where there is none: "did all teams of the series agree?"
    fn names_the_series_before(&self, word: Option<&str>) -> bool {
        let is_it = |it: &Word| matches!(it, Word::Plain(it) if Some(it.as_str()) == word);
        let names = |it: &Word| matches!(it, Word::Entity(at) if self.facts.is_series(*at));
        self.linked.words.iter().take_while(|it| !is_it(it)).any(names)
    }

    /// "Which teams are not in it?": those of which it is said that they refused, or were talked to.
    pub(super) fn left_out(&self) -> Option<Answer<'a>> {
        let words: Vec<&str> = self.linked.plain().collect();
        let of_teams = self.has(TEAMS);
        let asks = (self.has(WHO) || of_teams) && (self.kind.open || self.has(WHICH));
        // "Not missing" is there, "left in" as well, and "who is in it and who is not" asks for both lists.
        let left_out = words.windows(2).any(|pair| pair == ["left", "out"]);
        let left_in = self.has("left") && !left_out;
        let turned = self.has(MISSING)
            && words.iter().any(|word| is_among(OUT, word) && !is_among(MISSING, word));
        let asking = words.iter().filter(|word| is_among(ASKING, word)).count();
        let both = asking > 1 || self.has("or ou");
        let missing = left_out || of_teams && self.has(MISSING);
        let out = self.has(IN) && self.has(OUT) || missing;
        if of_teams && asks && turned && !both && self.says_only(&[IN, LITTLE, WHICH, OUT]) {
            return Some(self.told(self.featured.clone(), &Kind::default()));
        }
        let whole = self.linked.numbers().next().is_none() && !self.kind.reason;
        if !asks || !out || !whole || left_in || turned || both {
            return None;
        }
        // "Without being filmed" is no list.
        if self.has("without sans")
            || !self.says_only(&[IN, LITTLE, WHICH, OUT, MISSING, "s whos what yet encore"])
        {
            return None;
        }
        let is_in = |one: &Statement| self.featured.iter().any(|it| it.value == one.value);
        let talked_to = self.talked_to.iter().copied().filter(|one| !is_in(one));
        let found: Vec<&Statement> = self.facts.in_role(Role::Declined).chain(talked_to).collect();
        (!found.is_empty()).then(|| self.told(found, &Kind::default()))
    }
}
