//! Who is in: a team that is named, which of several, which of those that were talked to, and whether anybody said no.
//! Questions that say hardly more than that are answered by the lists of the fact set, however they are put.

use super::answer::{Answer, Probe, Verdict};
use super::cues::{TEAM, is_among};
use super::kind::{Kind, Turn, Want};
use super::linked::{Linked, Word};
use super::lookup::current;
use super::refusals::ALL;
use super::resolve::Named;
use super::told::{answered, excluded};
use crate::facts::{Class, Entity, Facts, Role, Statement};

/// Words that ask whether something is part of the whole.
pub(super) const IN: &str = "in part featured included lineup roster cast casting list cut among one selected picked chosen \
    selection dedans parmi partie liste finalement finale ya figure apparait dans retenue retenues \
    presente choisie selectionnee participe participent participates participated followed suivie \
    suivies belong belongs announced appartient annoncee annoncees filmed filmee filmees";

/// Words that say no more than that.
pub(super) const LITTLE: &str = "is are was were be been did does do has have but then now still final finally line up it this \
    that series show doc docu documentary docuseries team teams squad squads make makes made \
    actually really also too end get gets got on there appear appears or not as well actual \
    officially being winds wound ends est sont etait ce que qu c y t il elle ils elles en fait font dans serie docuserie \
    equipe equipes present aussi bien au ou pas non oui voit verra va voir apparaissent figurent \
    donc quand meme s n ont ete officielle of take takes took taking taken ces cette";

/// Words that ask which of several.
pub(super) const WHICH: &str = "either neither any which who these those them lequel laquelle lesquels lesquelles quelle quelles qui between entre";

/// Words for what is not part of the whole.
pub(super) const OUT: &str = "not isnt arent wasnt werent didnt isn aren wasn weren didn absent absente absentes missing out \
    pas manque manquent dropped without disparu disparue vanished never jamais left exclue ecartee";

/// Words for the first list, of those that were said to be talked to.
const TALKED_TO: &str = "rumour rumours rumoured rumor rumors rumored talks negotiations negotiating rumeur rumeurs \
    negociation negociations nego negos negociait negociaient discussion discussions pourparlers pressenti \
    pressentie pressenties evoquee evoquees gossip leak leaks leaked fuite fuites linked tipped \
    bruits citee citees initiale initialement initially originally earlier";

/// Words for the second list, of those that are in.
const IN_THE_END: &str = "final finally finale finales finalement cut ended end fin made make stayed survived actual actually \
    official officielle retenue retenues restees reste restent arrivee definitive definitivement";

/// Words that say when something was.
const DATING: &str = "before avant after apres when quand";

/// Words of questions for who said something.
const SAYING: &str = "say says said write wrote leaked report reported reports announce announced claim claims claimed tell \
    tells told launched dit disait ecrit lance lancee parle annonce raconte revele";

/// Words before the number of a part.
const BEFORE_A_PART: &str = "part partie in dans number numero no";

/// Words for the series.
pub(super) const THE_SERIES: &str =
    "series serie show doc docs docu documentary docuserie docuseries";

/// Words for both of two lists.
const BOTH: &str = "both deux";

/// The answer to a question of who is in that says hardly more than that.
pub(super) fn who_is_in<'a>(
    facts: &'a Facts,
    named: &Named<'a>,
    linked: &Linked,
    kind: &Kind,
) -> Option<Answer<'a>> {
    // "Of those that the paper named, which one is not in the list?" asks of no paper.
    let published = |one: &Entity| {
        let mut publishers = facts.file().articles.iter().filter_map(|it| it.publisher.as_ref());
        publishers.any(|publisher| *publisher == one.label.en)
    };
    let teams: Vec<&Entity> = named.telling.iter().copied().filter(|one| !published(one)).collect();
    let of_teams = teams.iter().all(|one| one.class == Class::Team);
    // "Which of these is not in it: …?" may name one that no article mentions, and "is it confirmed that …?" one that is in.
    let stranger = linked.stranger();
    let of_a_strange_team = stranger == Some(Class::Team) && !teams.is_empty();
    let of_its_standing = kind.probe == Some(Probe::Status) && teams.len() == 1;
    let plain = (stranger.is_none() || of_a_strange_team)
        && linked.years().next().is_none()
        && (kind.probe.is_none() || of_its_standing)
        && kind.known_by.is_none();
    // Who rides the race is another question.
    let names_its = |class: Class| named.ambient.iter().any(|one| one.class == class);
    let of_the_race = names_its(Class::Race)
        && !names_its(Class::Organisation)
        && !linked.plain().any(|word| is_among(THE_SERIES, word))
        && !linked.entities().iter().any(|at| facts.is_series(*at));
    if !of_teams || !plain || of_the_race && !teams.is_empty() {
        return None;
    }
    let asked = Members {
        facts,
        linked,
        kind,
        featured: current(facts.in_role(Role::Featured)).collect(),
        talked_to: facts.in_role(Role::InTalks).collect(),
    };
    let first = asked.featured.first()?;
    facts.complete(&first.subject, &first.property)?;
    let of_a_paper = teams.len() < named.telling.len();
    if of_the_race {
        // "Did all teams of the race agree?" may ask of the race or of the series: who refused is told, without a yes or a no.
        let told = if of_a_paper { None } else { asked.anybody() };
        return told.map(|told| Answer { verdict: None, ..told });
    }
    match teams.as_slice() {
        [] if of_a_paper => asked.of_two_lists(None, true),
        _ if of_a_paper => None,
        several if of_a_strange_team => asked.which(several),
        [one] if of_its_standing => {
            // "Was that just a rumour?" is not answered by a no that means it was.
            let verdict = |told: Option<Verdict>| told.filter(|_| !kind.doubts);
            asked.whether(one).map(|told| Answer {
                probe: kind.probe,
                verdict: verdict(told.verdict),
                ..told
            })
        }
        [] => {
            asked.anybody().or_else(|| asked.left_out()).or_else(|| asked.of_two_lists(None, false))
        }
        [one] => asked.of_two_lists(Some(one), false).or_else(|| asked.whether(one)),
        several => asked.which(several).or_else(|| asked.together(several)),
    }
}

/// A question of who is in.
pub(super) struct Members<'a, 'q> {
    pub facts: &'a Facts,
    pub linked: &'q Linked,
    pub kind: &'q Kind,
    pub featured: Vec<&'a Statement>,
    pub talked_to: Vec<&'a Statement>,
}

impl<'a> Members<'a, '_> {
    pub(super) fn has(&self, words: &str) -> bool {
        self.linked.plain().any(|word| is_among(words, word))
    }

    /// Whether it says no more than words of these lists, and those that fill.
    pub(super) fn says_only(&self, lists: &[&str]) -> bool {
        self.linked.plain().all(|word| {
            super::talk::is_filler(word) || lists.iter().any(|list| is_among(list, word))
        })
    }

    /// "Is that team one of the eight or not?"
    fn whether(&self, team: &Entity) -> Option<Answer<'a>> {
        let words: Vec<&str> = self.linked.plain().collect();
        let says_not = |word: &&str| is_among(OUT, word);
        let open_end = matches!(words.as_slice(), [.., "or", "not"] | [.., "ou", "pas" | "non"]);
        let turned = words.iter().filter(|word| says_not(word)).count() > usize::from(open_end);
        let count = u32::try_from(self.featured.len()).map_or(0.0, f64::from);
        let is_count = |number: f64| (number - count).abs() < f64::EPSILON;
        let is_one = |number: f64| (number - 1.0).abs() < f64::EPSILON;
        // "One of the eight", not "in episode 2".
        let fits = self.linked.numbers().all(|number| is_count(number) || is_one(number))
            && !self.numbers_a_part();
        // "Get cut" is the opposite of "make the cut".
        let is_cut = self.has("cut") && !self.has("make made makes");
        let asks = (self.has(IN) || self.linked.numbers().any(is_count)) && !is_cut;
        let straight = !turned && self.kind.turn != Turn::Refusal;
        if !(fits && asks && straight && self.says_only(&[IN, LITTLE])) {
            return None;
        }
        let kind = Kind { yes_no: true, member: true, open: false, ..Kind::default() };
        if let Some(own) = of(&self.featured, team) {
            return Some(self.told(vec![own], &kind));
        }
        let label = &self.featured.first()?.property;
        Some(excluded(self.facts, label, team, &self.featured, &kind, self.linked))
    }

    /// Whether a number is that of a part: "in part 1", "in 8".
    fn numbers_a_part(&self) -> bool {
        self.linked.words.windows(2).any(|pair| match pair {
            [Word::Plain(before), Word::Number(_)] => is_among(BEFORE_A_PART, before),
            _ => false,
        })
    }

    /// "Which of these is not in it: …?"
    fn which(&self, teams: &[&'a Entity]) -> Option<Answer<'a>> {
        // "Who’s not there: …?"
        let asks = self.has(IN) || self.has(OUT) && self.has("there la");
        if !self.has(WHICH) || !asks || !self.says_only(&[IN, LITTLE, WHICH, OUT]) {
            return None;
        }
        let own = |team: &&Entity| self.of_one_left_out(team);
        let (within, without): (Vec<&Entity>, Vec<&Entity>) =
            teams.iter().copied().partition(|team| of(&self.featured, team).is_some());
        let strange = self.linked.stranger().is_some();
        let found: Vec<&Statement> = if self.has(OUT) && without.is_empty() && strange {
            self.featured.clone()
        } else if self.has(OUT) && !without.is_empty() {
            without.iter().filter_map(own).collect()
        } else if within.is_empty() {
            teams.iter().filter_map(own).collect()
        } else {
            within.iter().filter_map(|team| of(&self.featured, team)).collect()
        };
        (!found.is_empty()).then(|| self.told(found, &Kind::default()))
    }

    /// "Are these two both in it?": yes where all are, no where one is not.
    fn together(&self, teams: &[&'a Entity]) -> Option<Answer<'a>> {
        let asks = self.kind.yes_no || self.kind.states || self.kind.member;
        let straight = self.kind.turn == Turn::Straight && !self.has(OUT) && !self.has(WHICH);
        let counted = self.linked.numbers().next().is_some();
        if !asks || !straight || counted || !self.has(IN) {
            return None;
        }
        if !self.says_only(&[IN, LITTLE, BOTH, ALL, "and et n plus les them of"]) {
            return None;
        }
        let within = |team: &&Entity| of(&self.featured, team);
        let all = teams.iter().all(|team| within(team).is_some());
        let own = |team: &&'a Entity| within(team).or_else(|| self.of_one_left_out(team));
        let mut found: Vec<&Statement> = teams.iter().filter_map(own).collect();
        // What makes it a no comes first.
        found.sort_by_key(|one| self.featured.iter().any(|it| it.id == one.id));
        // "Is this one or that one in it?" wants no yes.
        let either = self.linked.plain().any(|word| matches!(word, "or" | "ou"));
        let verdict = if all { Verdict::Yes } else { Verdict::No };
        let verdict = (!either).then_some(verdict);
        let told = || Answer { verdict, ..self.told(found.clone(), &Kind::default()) };
        (found.len() == teams.len()).then(told)
    }

    /// What is said of a team that is not in: that it refused, or was talked to.
    fn of_one_left_out(&self, team: &Entity) -> Option<&'a Statement> {
        let declined = self.facts.in_role(Role::Declined).find(|one| is_of(one, team));
        declined.or_else(|| of(&self.talked_to, team))
    }

    /// "Which of the rumoured ones are in the final list?", "in the rumours but not in it?", "is it in both lists?"
    /// Whom a paper names is the first list.
    fn of_two_lists(&self, team: Option<&Entity>, of_a_paper: bool) -> Option<Answer<'a>> {
        let both_lists = self.has(BOTH) && self.has("lists listes");
        let of_both = (of_a_paper || self.has(TALKED_TO)) && self.has(IN_THE_END) || both_lists;
        // "In talks before it was announced" dates the talks.
        let dated = (self.has(DATING) || self.kind.want == Some(Want::When)) && !self.has(WHICH);
        if self.talked_to.is_empty() || !of_both || dated && !self.has(BOTH) {
            return None;
        }
        if let Some(team) = team {
            let both = self.has(BOTH) || self.linked.plain().any(|word| word == "and");
            let first = of(&self.talked_to, team)?;
            let found: Vec<&Statement> =
                std::iter::once(first).chain(of(&self.featured, team)).collect();
            let verdict = if found.len() > 1 { Verdict::Yes } else { Verdict::No };
            let asks = both && self.kind.turn == Turn::Straight;
            let verdict = (self.kind.yes_no && self.has(BOTH)).then_some(verdict);
            return asks.then(|| Answer { verdict, ..self.told(found, &Kind::default()) });
        }
        let team = |word| TEAM.contains(&word);
        let asks = self.linked.plain().any(team) || self.has(WHICH) || self.has(BOTH);
        // When it was settled, and who said so, are other questions.
        let of_teams = matches!(self.kind.want, None | Some(Want::Team | Want::HowMany))
            || self.kind.want == Some(Want::Who) && self.has(OUT) && !self.has(SAYING);
        if !asks || !of_teams || self.kind.reason {
            return None;
        }
        let is_member = |one: &Statement| self.featured.iter().any(|it| it.value == one.value);
        let (within, without): (Vec<&Statement>, Vec<&Statement>) =
            self.talked_to.iter().partition(|one| is_member(one));
        // "Did all of them end up in it?"
        if self.kind.yes_no && self.has(ALL) && !self.has(OUT) {
            let verdict = if without.is_empty() { Verdict::Yes } else { Verdict::No };
            let found = if without.is_empty() { within } else { without };
            let told = self.told(found, &Kind::default());
            return Some(Answer { verdict: Some(verdict), ..told });
        }
        let found = if self.has(OUT) && !self.has(BOTH) {
            without
        } else if self.has(BOTH) || !self.kind.yes_no {
            let same = |one: &Statement| self.featured.iter().find(|it| it.value == one.value);
            within.iter().filter_map(|one| same(one)).copied().collect()
        } else {
            return None;
        };
        (!found.is_empty()).then(|| self.told(found, &Kind::default()))
    }

    pub(super) fn told(&self, found: Vec<&'a Statement>, kind: &Kind) -> Answer<'a> {
        let label = found.first().map(|one| one.property.clone()).unwrap_or_default();
        answered(self.facts, found, kind, self.linked, &label)
    }
}

fn is_of(statement: &Statement, team: &Entity) -> bool {
    statement.value.entity() == Some(&team.id)
}

fn of<'a>(all: &[&'a Statement], team: &Entity) -> Option<&'a Statement> {
    all.iter().copied().find(|one| is_of(one, team))
}
