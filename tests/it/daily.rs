//! The daily challenge in the terminal: whole conversations over several days.

use std::fmt::Write as _;

use jiff::{SignedDuration, Timestamp};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng as _;
use roadbook::console::{Chat, plain};
use roadbook::facts::Lang;
use roadbook::reply::{Asked, Part, Way};
use roadbook::router::Router;
use roadbook::store::{Scope, Store};

use crate::store::fixture::NOON;
use crate::talk::{router, router_on, wait_for};

/// The day that tests begin on, in days since 1970.
const DAY: i64 = 20_778;

/// Somebody at a terminal, from some moment on; five seconds go by with each line.
pub struct Visit<'a> {
    chat: Chat<'a>,
    now: Timestamp,
    chance: ChaCha8Rng,
    pub transcript: String,
    /// The question that was shown last.
    pub asked: Option<Asked>,
}

impl<'a> Visit<'a> {
    pub fn new(router: &'a Router, lang: Lang, name: &str, from: &str) -> Self {
        let now: Timestamp = from.parse().unwrap();
        // Each visit has chances of its own, or two rounds would have the same id.
        let minutes = (now.as_millisecond() - NOON) / 60_000;
        let seed = (7 + 10 * minutes).cast_unsigned() ^ u64::from(name != "Ada");
        Self {
            chat: Chat::new(router, lang, name),
            now,
            chance: ChaCha8Rng::seed_from_u64(seed),
            transcript: String::new(),
            asked: None,
        }
    }

    /// What is said to a line.
    pub fn says(&mut self, line: &str) -> String {
        self.now += SignedDuration::from_secs(5);
        let name = self.chat.name().to_owned();
        let turn = wait_for(self.chat.take(line, self.now, &mut self.chance));
        let said: Vec<String> = turn.said.iter().map(|reply| plain(reply, true)).collect();
        self.asked = turn.said.iter().rev().find_map(|reply| {
            reply.parts.iter().chain(&reply.aloud).find_map(|part| match part {
                Part::Question(asked) => Some(asked.clone()),
                _ => None,
            })
        });
        let said = said.join("\n\n").replace(['\u{202f}', '\u{a0}'], "˽");
        write!(self.transcript, "{name}> {line}\n{said}\n\n").unwrap();
        said
    }

    /// Answers questions as they come, until no further one does. What is said to the last one comes back.
    pub fn answers(&mut self) -> String {
        let mut said = String::new();
        while let Some(asked) = self.asked.take() {
            said = self.says(&some_answer(&asked));
        }
        said
    }
}

/// An answer to a question, right or not.
pub fn some_answer(asked: &Asked) -> String {
    let marks: Vec<&str> = asked.options.iter().map(|option| option.mark.as_str()).collect();
    match asked.way {
        Way::One | Way::Several => "a".to_owned(),
        Way::Order => marks.join(" "),
        Way::Pairs => {
            let pairs = marks.iter().zip(&asked.targets);
            pairs.map(|(one, other)| format!("{one}{}", other.mark)).collect::<Vec<_>>().join(" ")
        }
        Way::Number => "42".to_owned(),
        Way::Name => "nobody at all".to_owned(),
    }
}

/// The stems and options of a challenge, in the order in which they are asked.
fn questions(visit: &mut Visit<'_>) -> Vec<(String, Vec<String>)> {
    let mut questions = Vec::new();
    while let Some(asked) = visit.asked.take() {
        let options = asked.options.iter().map(|option| option.text.clone()).collect();
        questions.push((asked.prompt.clone(), options));
        visit.says(&some_answer(&asked));
    }
    questions
}

#[test]
fn a_challenge_in_english() {
    let router = router();
    let mut ada = Visit::new(&router, Lang::En, "Ada", "2026-11-21T09:00:00Z");
    ada.says("/daily tomorrow");
    ada.says("/daily");
    ada.says("/daily");
    ada.answers();
    ada.says("/daily");
    insta::assert_snapshot!(ada.transcript, @"
    Ada> /daily tomorrow
    “tomorrow” is not a day that I can show. Type /daily, or /daily yesterday.

    Ada> /daily
    Daily challenge of 21 November 2026

    5 questions, the same for everybody today. Only you see your answers, and nothing hurries you: if you are called away, /daily picks up where you left off. Points count on the leaderboard across all servers.

    Question 1 of 5
    True or false? Before the 2022 race, Tadej Pogačar had three wins in the Tour’s overall standings to his name.
      A. True
      B. False
    Answer with a letter. Take your time.

    Ada> /daily
    Your challenge of 21 November 2026 goes on.

    Question 1 of 5
    True or false? Before the 2022 race, Tadej Pogačar had three wins in the Tour’s overall standings to his name.
      A. True
      B. False
    Answer with a letter. Take your time.

    Ada> a
    The answer is B: false.
    Not right.

    Before the 2022 race, Tadej Pogačar had won the Tour twice.
    Source: French preview of the release (undated), paragraph 8

    Question 2 of 5
    Fact, rumour or never said? The France Télévisions film is shown before the start of the 2023 Tour de France.
      A. Told as a fact
      B. Only planned, expected, reported or rumoured
      C. Said by no article
    Answer with a letter; where articles differ, the surest one counts. Take your time.

    Ada> a
    The answer is B: only planned, expected, reported or rumoured.
    Not right.

    The France Télévisions film was to be shown before the start of the 2023 Tour.
    Status: planned (31 March 2022).
    Sources: English announcement (31 March 2022), paragraph 3; French announcement (undated), paragraph 6

    Question 3 of 5
    Fact, rumour or never said? Netflix compensated Eurosport for its broadcasting rights.
      A. Told as a fact
      B. Only planned, expected, reported or rumoured
      C. Said by no article
    Answer with a letter; where articles differ, the surest one counts. Take your time.

    Ada> a
    The answer is B: only planned, expected, reported or rumoured.
    Not right.

    In March 2022 Eurosport was expected to be compensated by Netflix as an owner of broadcasting rights to the Tour.
    Status: rumoured (4 March 2022).
    How it turned out: No later article mentions Eurosport.
    Source: English report on the talks (4 March 2022), paragraph 5

    Question 4 of 5
    Where did the stage from Dunkirk finish?
    Type the answer; small slips are forgiven. Take your time.

    Ada> nobody at all
    The answer: Calais.
    Not right.

    The stage from Dunkirk finished in Calais.
    Source: French preview of the release (undated), paragraph 8

    Question 5 of 5
    What nationality is Box to Box Films?
      A. Irish
      B. Canadian
      C. German
      D. British
    Answer with a letter. Take your time.

    Ada> a
    The answer is D: British.
    Not right.

    Box to Box Films is British.
    Source: French announcement (undated), paragraph 5

    Why the other answers are wrong
      - A, B and C: The article names one nationality and no other. [2˽§˽5]

    Source: [2]˽French announcement (undated)

    That was the challenge of 21 November 2026: 0 of 5 right.

    Roadbook 2026-11-21 0/5
    ❌❌❌❌❌
    Your streak: one day.
    Days are counted in UTC: the next challenge comes at 00:00 UTC.

    /daily yesterday shows yesterday’s questions with their answers.

    Ada> /daily
    You have played the challenge of 21 November 2026: 0 of 5 right.

    Roadbook 2026-11-21 0/5
    ❌❌❌❌❌
    Your streak: one day.
    Days are counted in UTC: the next challenge comes at 00:00 UTC.

    /daily yesterday shows yesterday’s questions with their answers.
    ");
}

#[test]
fn le_defi_en_francais() {
    let router = router();
    let mut zoe = Visit::new(&router, Lang::Fr, "Zoé", "2026-11-21T09:00:00Z");
    let begun = zoe.says("/défi");
    assert!(begun.contains("Défi du 21 novembre 2026"), "{begun}");
    assert!(begun.contains("/défi reprend où vous en étiez"), "{begun}");
    let over = zoe.answers();
    for said in [
        "C’était le défi du 21 novembre 2026. Bonnes réponses˽: 0 sur 5.",
        "Roadbook 2026-11-21 0/5\n❌❌❌❌❌",
        "En ce moment˽: un jour d’affilée.",
        "Les jours se comptent en heure UTC˽: le prochain défi arrive à minuit (UTC).",
        "/défi hier montre les questions d’hier avec leurs réponses.",
    ] {
        assert!(over.contains(said), "{said}: {over}");
    }
    let mut zoe = Visit::new(&router, Lang::Fr, "Zoé", "2026-11-22T23:59:00Z");
    zoe.says("/défi hier");
    zoe.says("/défi demain");
    insta::assert_snapshot!(zoe.transcript, @"
    Zoé> /défi hier
    Le défi d’hier, le 21 novembre 2026

    Vous avez eu 0 sur 5˽: ❌❌❌❌❌

    Question 1
      - Vrai ou faux˽? Avant l’édition 2022, Tadej Pogačar comptait trois victoires au classement général du Tour.
      - A. Vrai
      - B. Faux

    La réponse est B˽: faux.

    Avant l’édition 2022, Tadej Pogačar avait gagné le Tour deux fois.
    Source˽: article en français sur la sortie (sans date), paragraphe 8

    Question 2
      - Fait, rumeur ou jamais dit˽? Le film de France Télévisions passe avant le départ du Tour de France 2023.
      - A. Présenté comme un fait
      - B. Seulement prévu, attendu, rapporté ou supposé
      - C. Absent de tous les articles

    La réponse est B˽: seulement prévu, attendu, rapporté ou supposé.

    Le film de France Télévisions devait passer avant le départ du Tour 2023.
    Statut˽: prévu (31 mars 2022).
    Sources˽: annonce en anglais (31 mars 2022), paragraphe 3˽; annonce en français (sans date), paragraphe 6

    Question 3
      - Fait, rumeur ou jamais dit˽? Netflix a dédommagé Eurosport pour ses droits de diffusion.
      - A. Présenté comme un fait
      - B. Seulement prévu, attendu, rapporté ou supposé
      - C. Absent de tous les articles

    La réponse est B˽: seulement prévu, attendu, rapporté ou supposé.

    En mars 2022, on s’attendait à ce qu’Eurosport, qui détient des droits de diffusion du Tour, soit dédommagé par Netflix.
    Statut˽: rumeur (4 mars 2022).
    Ce qu’il en est advenu˽: Aucun article ultérieur ne mentionne Eurosport.
    Source˽: article en anglais sur les discussions (4 mars 2022), paragraphe 5

    Question 4
      - Où l’étape partie de Dunkerque est-elle arrivée˽?

    La réponse˽: Calais.

    L’étape partie de Dunkerque est arrivée à Calais.
    Source˽: article en français sur la sortie (sans date), paragraphe 8

    Question 5
      - De quelle nationalité est Box to Box Films˽?
      - A. Irlandaise
      - B. Canadienne
      - C. Allemande
      - D. Britannique

    La réponse est D˽: britannique.

    Box to Box Films est une société britannique.
    Source˽: annonce en français (sans date), paragraphe 5

    Pourquoi les autres réponses sont fausses
      - A, B et C˽: L’article indique cette nationalité et aucune autre. [2˽§˽5]

    Source˽: [2]˽annonce en français (sans date)

    Zoé> /défi demain
    «˽demain˽» n’est pas un jour que je puisse montrer. Tapez /défi, ou /défi hier.
    ");
}

#[test]
fn everybody_gets_the_same_questions_in_both_languages_and_stores() {
    let (one, other) = (router(), router());
    let mut sets = Vec::new();
    for (router, lang, name, from) in [
        (&one, Lang::En, "Ada", "2026-11-21T00:00:10Z"),
        (&one, Lang::En, "Bo", "2026-11-21T23:59:00Z"),
        (&other, Lang::En, "Cy", "2026-11-21T12:00:00Z"),
        (&one, Lang::Fr, "Zoé", "2026-11-21T12:00:00Z"),
        (&one, Lang::En, "Dee", "2026-11-22T00:00:10Z"),
    ] {
        let mut visit = Visit::new(router, lang, name, from);
        visit.says(if lang == Lang::En { "/daily" } else { "/défi" });
        sets.push(questions(&mut visit));
    }
    assert_eq!(sets[0].len(), 5);
    assert!(sets[0] == sets[1] && sets[0] == sets[2], "the same all day, wherever it is kept");
    assert_eq!(sets[3].len(), 5);
    assert_eq!(
        sets[0].iter().map(|(_, options)| options.len()).collect::<Vec<_>>(),
        sets[3].iter().map(|(_, options)| options.len()).collect::<Vec<_>>(),
    );
    assert_ne!(sets[0], sets[4], "another day, other questions");
}

#[test]
fn a_month_does_not_repeat_itself() {
    let router = router();
    let mut prompts = Vec::new();
    for day in 1..=30 {
        let mut ada = Visit::new(&router, Lang::En, "Ada", &format!("2026-11-{day:02}T12:00:00Z"));
        ada.says("/daily");
        // "Which of these claims are true?" is many questions.
        prompts.extend(questions(&mut ada));
    }
    let all = prompts.len();
    prompts.sort();
    prompts.dedup();
    assert_eq!((all, prompts.len()), (150, 150));
    let streaks = wait_for(router.store().unwrap().daily_streaks(DAY + 9, "ada")).unwrap();
    assert_eq!(streaks, (30, 30));
}

#[test]
fn the_run_of_days_stands_until_a_day_is_missed() {
    let router = router();
    let play = |from: &str| {
        let mut ada = Visit::new(&router, Lang::En, "Ada", from);
        ada.says("/daily");
        ada.answers()
    };
    assert!(play("2026-11-19T12:00:00Z").contains("one day."));
    assert!(play("2026-11-20T12:00:00Z").contains("2 days in a row."));
    let after = play("2026-11-22T12:00:00Z");
    assert!(after.contains("Your streak: one day."), "{after}");
    assert!(after.contains("Your longest streak: 2 days."), "{after}");
}

#[test]
fn an_interrupted_challenge_goes_on_another_day_and_on_another_start() {
    let file = crate::store::fixture::file("daily");
    let open = || wait_for(Store::open_file(&file)).unwrap();
    {
        let router = router_on(open());
        let mut ada = Visit::new(&router, Lang::En, "Ada", "2026-11-21T23:50:00Z");
        ada.says("/daily");
        let answer = some_answer(&ada.asked.take().unwrap());
        ada.says(&answer);
        // Not closed: as if the process were killed.
    }
    let router = router_on(open());
    let mut ada = Visit::new(&router, Lang::En, "Ada", "2026-11-22T07:00:00Z");
    assert!(wait_for(ada.chat.resume(ada.now)).is_empty(), "nobody is hurried to go on");
    assert!(ada.says("/daily yesterday").contains("You are still playing that challenge."));
    let again = ada.says("/daily");
    assert!(again.contains("Your challenge of 21 November 2026 goes on."), "{again}");
    assert!(again.contains("Question 2 of 5"), "{again}");
    let over = ada.answers();
    assert!(over.contains("That was the challenge of 21 November 2026"), "{over}");
    assert!(over.contains("Today’s challenge is waiting"), "{over}");
    assert!(ada.says("/daily").contains("Question 1 of 5"));
    assert!(ada.answers().contains("2 days in a row."));
    assert!(ada.says("/daily").contains("You have played the challenge of 22 November 2026"));
    assert!(ada.asked.is_none(), "once a day");
}

#[test]
fn a_challenge_collides_with_no_other_round() {
    let router = router();
    let mut ada = Visit::new(&router, Lang::En, "Ada", "2026-11-21T12:00:00Z");
    ada.says("/daily");
    let daily = ada.asked.clone().unwrap();
    // What is begun later is answered first, and what waits takes nothing from it.
    ada.says("/practice");
    let practice = ada.asked.clone().unwrap();
    assert_ne!(practice.round, daily.round);
    let answer = some_answer(&practice);
    assert!(ada.says(&answer).contains("Question 2 of 10"));
    assert!(ada.says("/practice stop").contains("Practice is over"));
    ada.says("/quiz 2");
    let quiz = ada.asked.clone().unwrap();
    let answer = some_answer(&quiz);
    assert!(ada.says(&answer).contains("Question 2 of 2"));
    ada.says("/quiz stop");
    // Who does not play there goes on with the challenge.
    let back = ada.says("/daily");
    assert!(back.contains("Question 1 of 5"), "{back}");
    let over = ada.answers();
    assert!(over.contains("That was the challenge"), "{over}");
    let board = Scope::Everywhere;
    let stats = wait_for(router.store().unwrap().stats("ada", board)).unwrap().unwrap();
    assert_eq!(stats.rounds, 2, "it counts everywhere, practice does not");
}

#[test]
fn what_nobody_finishes_ends_and_is_no_day_of_a_run() {
    let router = router();
    let store = router.store().unwrap();
    let mut ada = Visit::new(&router, Lang::En, "Ada", "2026-11-21T12:00:00Z");
    ada.says("/daily");
    wait_for(router.tend("2026-11-23T11:00:00Z".parse().unwrap())).unwrap();
    assert_eq!(wait_for(store.running()).unwrap().len(), 1, "for two days it waits");
    let later: Timestamp = "2026-11-23T13:00:00Z".parse().unwrap();
    wait_for(router.tend(later)).unwrap();
    assert!(wait_for(store.running()).unwrap().is_empty());
    assert!(wait_for(router.due(later + SignedDuration::from_mins(1))).unwrap().is_empty());
    assert_eq!(wait_for(store.daily_streaks(DAY + 2, "ada")).unwrap(), (0, 0));
    let mut ada = Visit::new(&router, Lang::En, "Ada", "2026-11-23T14:00:00Z");
    assert!(ada.says("/daily").contains("Daily challenge of 23 November 2026"));
}
