//! How questions are understood: the behavioural matrix, in both languages, and the model behind it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use roadbook::facts::{Facts, Lang, SHIPPED};
use roadbook::query::questions;
use roadbook::query::{Linker, Model, Outcome, SHIPPED_MODEL, Verdict};
use roadbook::router::Router;

use crate::talk::{router, talk};

/// Questions whose answers are beyond doubt, with one of their statements.
const PLAIN: &[(&str, &str)] = &[
    ("How many episodes does the series have?", "number-of-episodes"),
    ("Combien d'épisodes compte la série ?", "number-of-episodes"),
    ("When does the series come out on Netflix?", "release-date"),
    ("Quand sort la série sur Netflix ?", "release-date"),
    ("Which teams are in the series?", "team-jumbo-visma"),
    ("Quelles équipes sont dans la série ?", "team-jumbo-visma"),
    ("Which team refused to take part?", "team-refused-uae"),
    ("Quelle équipe a refusé de participer ?", "team-refused-uae"),
    ("Who produces the series?", "producer"),
    ("Qui produit la série ?", "producer"),
    ("How long is an episode?", "episode-length"),
    ("Combien de temps dure un épisode ?", "episode-length"),
    ("Who won the 2022 Tour de France?", "tour-2022-winner"),
    ("Qui a gagné le Tour de France 2022 ?", "tour-2022-winner"),
];

/// What a question comes to: the outcome, and the statements that answer it.
fn asked(router: &Router, question: &str) -> (&'static str, BTreeSet<String>, Option<Verdict>) {
    let answer = router.asker().ask(router.facts(), question, None);
    match answer.outcome {
        Outcome::Answered(found) => {
            ("answered", found.iter().map(|one| one.id.clone()).collect(), answer.verdict)
        }
        Outcome::Which(_) => ("which", BTreeSet::new(), None),
        Outcome::Unknown { .. } => ("unknown", BTreeSet::new(), None),
        Outcome::OffTopic => ("off_topic", BTreeSet::new(), None),
    }
}

#[test]
fn the_committed_model_is_the_one_that_the_questions_give() {
    let facts = Facts::from_json(SHIPPED).unwrap();
    let mut examples = questions::own(&facts);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/questions");
    for lang in Lang::ALL {
        let text = fs::read_to_string(folder.join(format!("{}.txt", lang.code()))).unwrap();
        examples.extend(questions::read(&facts, lang, &text).unwrap());
    }
    // The classifier and the network take minutes to learn; where they were learnt from the same, the same comes out.
    let shipped = Model::from_bytes(SHIPPED_MODEL).unwrap();
    let model = Model::learn(&facts, &Linker::new(&facts), &examples, Some(&shipped));
    assert!(
        model.to_bytes() == SHIPPED_MODEL,
        "data/questions.model is stale: cargo run --release -- train"
    );
}

#[test]
fn every_property_and_absence_has_its_questions_in_both_languages() {
    let facts = Facts::from_json(SHIPPED).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/questions");
    for lang in Lang::ALL {
        let text = fs::read_to_string(folder.join(format!("{}.txt", lang.code()))).unwrap();
        let mut counts = std::collections::HashMap::<String, usize>::new();
        let mut heading = String::new();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with("//")) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(found) => heading = found.split('#').next().unwrap().to_owned(),
                None => *counts.entry(heading.clone()).or_default() += 1,
            }
        }
        let count = |key: &str| counts.get(key).copied().unwrap_or_default();
        for absence in &facts.file().absences {
            let key = format!("absence:{}", absence.id);
            assert!(count(&key) >= 10, "{key} has {} questions in {}", count(&key), lang.code());
        }
        let asked: BTreeSet<&str> =
            facts.statements().iter().map(|one| one.property.as_str()).collect();
        for property in asked {
            assert!(
                count(property) >= 25,
                "{property} has {} questions in {}",
                count(property),
                lang.code()
            );
        }
    }
}

#[test]
fn a_damaged_model_is_refused() {
    assert!(Model::from_bytes(b"").is_err());
    assert!(Model::from_bytes(&SHIPPED_MODEL[..SHIPPED_MODEL.len() / 2]).is_err());
    assert!(Model::from_bytes(&[0xff; 100]).is_err());
}

#[test]
fn plain_questions_get_their_answers() {
    let router = router();
    for (question, statement) in PLAIN {
        let (outcome, found, _) = asked(&router, question);
        assert!(
            outcome == "answered" && found.contains(*statement),
            "{question}: {outcome} {found:?}"
        );
    }
}

#[test]
fn a_champion_of_other_years_did_not_win_this_one() {
    let router = router();
    for question in ["did pogacar win in 2022?", "pogacar a gagné en 2022 ?"] {
        let (outcome, found, verdict) = asked(&router, question);
        assert_eq!((outcome, verdict), ("answered", Some(Verdict::No)), "{question}");
        assert!(found.contains("tour-2022-winner"), "{question}: {found:?}");
    }
}

#[test]
fn what_the_articles_leave_open_about_the_series_is_not_answered() {
    let router = router();
    for question in ["c'est tourné en 4k ?", "which brand of drones did they use"] {
        let (outcome, found, _) = asked(&router, question);
        assert_eq!(outcome, "unknown", "{question}: {found:?}");
    }
}

#[test]
fn general_knowledge_is_refused() {
    let router = router();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions");
    let mut answered = Vec::new();
    for file in ["general-en.txt", "general-fr.txt"] {
        let questions = fs::read_to_string(folder.join(file)).unwrap();
        assert!(questions.lines().count() >= 200, "{file}");
        for question in questions.lines() {
            let (outcome, found, _) = asked(&router, question);
            if matches!(outcome, "answered" | "which") {
                answered.push(format!("{question}: {found:?}"));
            }
        }
    }
    assert!(answered.is_empty(), "{}", answered.join("\n"));
}

#[test]
fn accents_case_and_punctuation_change_nothing() {
    let router = router();
    for (question, _) in PLAIN {
        let wanted = asked(&router, question);
        let bare: String = question
            .chars()
            .map(|one| match one {
                'é' | 'è' | 'ê' | 'É' => 'e',
                'à' | 'â' => 'a',
                other => other,
            })
            .collect();
        for variant in [
            bare.clone(),
            question.to_lowercase(),
            question.to_uppercase(),
            question.trim_end_matches(['?', ' ']).to_owned(),
            format!("  {question}!!! "),
            question.replace('\'', "’"),
        ] {
            assert_eq!(asked(&router, &variant), wanted, "{variant}");
        }
    }
}

#[test]
fn one_typo_gives_the_same_answer_or_a_refusal() {
    let router = router();
    let (mut tried, mut other) = (0, Vec::new());
    for (question, _) in PLAIN {
        let wanted = asked(&router, question);
        let letters: Vec<char> = question.chars().collect();
        for at in 0..letters.len() - 1 {
            if !letters[at].is_alphabetic() || !letters[at + 1].is_alphabetic() {
                continue;
            }
            let mut dropped = letters.clone();
            dropped.remove(at);
            let mut swapped = letters.clone();
            swapped.swap(at, at + 1);
            let mut doubled = letters.clone();
            doubled.insert(at, letters[at]);
            for typo in [dropped, swapped, doubled] {
                let typo: String = typo.into_iter().collect();
                let given = asked(&router, &typo);
                tried += 1;
                // Telling less of the same is no other answer.
                if given.0 == "answered" && !given.1.is_subset(&wanted.1) {
                    other.push(format!("{typo}: {:?}", given.1));
                }
            }
        }
    }
    assert!(tried > 500);
    assert!(other.len() * 100 <= tried, "{} of {tried}: {other:#?}", other.len());
}

#[test]
fn a_participant_swapped_for_another_team_turns_the_answer() {
    let router = router();
    for (yes, no) in [
        ("Is Jumbo-Visma in the series?", "Is UAE Team Emirates in the series?"),
        ("Est-ce que Jumbo-Visma est dans la série ?", "Est-ce que UAE est dans la série ?"),
        ("is ineos in it?", "is movistar in it?"),
        ("fdj dedans ?", "uae dedans ?"),
    ] {
        assert_eq!(asked(&router, yes).2, Some(Verdict::Yes), "{yes}");
        assert_eq!(asked(&router, no).2, Some(Verdict::No), "{no}");
    }
}

#[test]
fn how_sure_it_is_stands_in_the_answer() {
    let router = router();
    for (question, lang, word) in [
        ("Is it confirmed that there are eight episodes?", Lang::En, "confirmed"),
        ("Was it just a rumour that Movistar was in talks?", Lang::En, "rumoured"),
        ("C'est confirmé qu'il y a huit épisodes ?", Lang::Fr, "confirmé"),
        ("Movistar en discussion, c'était juste une rumeur ?", Lang::Fr, "rumeur"),
    ] {
        let said = talk(&router, lang, &[question]);
        assert!(said.contains(word), "{said}");
    }
}

#[test]
fn a_false_premise_is_not_taken_up() {
    let router = router();
    for question in [
        "Why did Movistar refuse?",
        "Pourquoi Movistar a refusé ?",
        "Why did UAE Team Emirates refuse?",
        "Pourquoi UAE a dit non ?",
    ] {
        assert_eq!(asked(&router, question).0, "unknown", "{question}");
    }
}

#[test]
fn a_year_is_that_of_the_question_or_there_is_no_answer() {
    let router = router();
    for (question, statement) in
        [("who won in 2021?", "past-winner-2021"), ("qui a gagné en 2020 ?", "past-winner-2020")]
    {
        let (outcome, found, _) = asked(&router, question);
        assert_eq!(outcome, "answered", "{question}");
        assert_eq!(found.iter().collect::<Vec<_>>(), [statement], "{question}");
    }
    for question in ["did pogacar win in 2022?", "pogacar a gagné en 2022 ?"] {
        let (_, found, verdict) = asked(&router, question);
        assert_ne!(verdict, Some(Verdict::Yes), "{question}");
        assert!(!found.iter().any(|one| one.starts_with("past-winner")), "{question}: {found:?}");
    }
}

#[test]
fn a_name_that_no_article_mentions_is_not_answered_with_another() {
    let router = router();
    for question in [
        "does van aert show up",
        "pinot est dedans ?",
        "who at HBO picked up the rights",
        "when did van der poel win",
    ] {
        assert_eq!(asked(&router, question).0, "unknown", "{question}");
    }
    // Where the list is closed, the answer is no.
    for question in [
        "is cofidis in it?",
        "cofidis fait partie de la série ?",
        "is it on hbo?",
        "c'est sur disney plus ?",
    ] {
        assert_eq!(asked(&router, question).2, Some(Verdict::No), "{question}");
    }
}

#[test]
fn an_episode_is_not_answered_with_another() {
    let router = router();
    for question in ["which teams does episode 5 follow", "quelles équipes dans l'épisode 6 ?"] {
        assert_eq!(asked(&router, question).0, "unknown", "{question}");
    }
    for (question, verdict) in [
        ("is ef in episode 1?", Verdict::Yes),
        ("is jumbo-visma in episode 1?", Verdict::No),
        ("jumbo est dans l'épisode 1 ?", Verdict::No),
    ] {
        assert_eq!(asked(&router, question).2, Some(verdict), "{question}");
    }
}

#[test]
fn what_is_not_about_the_series_is_refused() {
    let router = router();
    for question in [
        "What is the capital of Australia?",
        "Quelle est la capitale de l'Australie ?",
        "Who directed The Godfather?",
        "Qui a écrit Les Misérables ?",
        "play some music",
        "mets un minuteur de dix minutes",
        "Who produced Goofy?",
        "Qui a produit Goofy ?",
        "which team won the nba finals",
        "Dans quelle ville est mort Kennedy ?",
        "hello",
        "salut ça va ?",
        "thanks",
        "asdf qwer zxcv",
    ] {
        assert!(matches!(asked(&router, question).0, "off_topic" | "unknown"), "{question}");
    }
}

#[test]
fn noise_is_refused() {
    let router = router();
    let long = "word ".repeat(2_000);
    for noise in ["", " ", "???", "🚴🚴", "\u{200b}\u{200b}", "\u{202e}abc\u{202c}", "مرحبا", &long]
    {
        assert!(matches!(asked(&router, noise).0, "off_topic" | "unknown"), "{noise:.20}");
    }
}

#[test]
fn a_conversation_goes_on_from_the_last_question() {
    let said = talk(
        &router(),
        Lang::En,
        &[
            "what is episode 1 about?",
            "and in episode 2?",
            "who says so?",
            "is uae in it?",
            "and movistar?",
        ],
    );
    insta::assert_snapshot!(said, @"
    Ada> what is episode 1 about?
    Episode 1 is about the first stages of the 2022 Tour, through Denmark. [4˽§˽7]
    The articles also say:
      - Episode 1 shows EF Education-EasyPost up against Quick-Step Alpha Vinyl. [4˽§˽7]

    Source: [4]˽French preview of the release (undated)

    Ada> and in episode 2?
    In episode 2 the riders arrive in France. [4˽§˽8]
    The articles also say:
      - In episode 2 Jumbo-Visma’s quest for the yellow jersey begins. [4˽§˽6, 8]

    Source: [4]˽French preview of the release (undated)

    Ada> who says so?
    In episode 2 the riders arrive in France. [4˽§˽8]
    The articles also say:
      - In episode 2 Jumbo-Visma’s quest for the yellow jersey begins. [4˽§˽6, 8]

    This is said in: French preview of the release (undated), paragraphs 6 and 8.

    Source: [4]˽French preview of the release (undated)

    Ada> is uae in it?
    No. UAE Team Emirates refused to appear in the series.
    Source: French announcement (undated), paragraph 3

    Ada> and movistar?
    Movistar is a Spanish team. [5˽§˽9]
    The articles also say:
      - Movistar was a WorldTour team in March 2022. [3˽§˽7; 5˽§˽5]
      - Movistar has both a men’s side and a women’s side. [5˽§˽5]
      - Movistar was said in March 2022 to be one of the eight teams in talks with Netflix. (rumoured) [5˽§˽5]

    Sources: [3]˽English report on the talks (4 March 2022); [5]˽VeloNews report on the talks (4 March 2022)
    ");
}

#[test]
fn une_conversation_continue() {
    let said = talk(
        &router(),
        Lang::Fr,
        &[
            "combien d'épisodes ?",
            "qui dit ça ?",
            "uae dedans ?",
            "et movistar ?",
            "on savait quoi début mars 2022 ?",
        ],
    );
    insta::assert_snapshot!(said, @"
    Ada> combien d'épisodes ?
    La série compte huit épisodes.
    Sources˽: annonce en anglais (31 mars 2022), paragraphe 2˽; annonce en français (sans date), paragraphe 5˽; article en français sur la sortie (sans date), paragraphes 1 et 3

    Ada> qui dit ça ?
    La série compte huit épisodes.
    C’est dit dans˽: annonce en anglais (31 mars 2022), paragraphe 2, annonce en français (sans date), paragraphe 5 et article en français sur la sortie (sans date), paragraphes 1 et 3.
    Sources˽: annonce en anglais (31 mars 2022), paragraphe 2˽; annonce en français (sans date), paragraphe 5˽; article en français sur la sortie (sans date), paragraphes 1 et 3

    Ada> uae dedans ?
    Non. UAE Team Emirates n’a pas voulu figurer dans la série.
    Source˽: annonce en français (sans date), paragraphe 3

    Ada> et movistar ?
    Movistar est une équipe espagnole. [5˽§˽9]
    Les articles disent aussi˽:
      - En mars 2022, Movistar était une équipe du WorldTour. [3˽§˽7˽; 5˽§˽5]
      - Movistar a une section masculine et une section féminine. [5˽§˽5]
      - Movistar aurait fait partie, en mars 2022, des huit équipes en discussion avec Netflix. (rumeur) [5˽§˽5]

    Sources˽: [3]˽article en anglais sur les discussions (4 mars 2022)˽; [5]˽article de VeloNews sur les discussions (4 mars 2022)

    Ada> on savait quoi début mars 2022 ?
    Selon le Telegraph, la plateforme de streaming en discussion pour une docu-série sur le Tour de France, début mars 2022, était Netflix. (rapporté) [3˽§˽1˽; 5˽§˽3]
    Les articles disent aussi˽:
      - Selon le Telegraph, Netflix était en discussion avec ASO, l’organisateur du Tour de France, début mars 2022. (rapporté) [3˽§˽1˽; 5˽§˽3]
      - Selon le Telegraph, Netflix était en discussion avec huit équipes en mars 2022. (rapporté) [3˽§˽1, 4˽; 5˽§˽3, 5]
      - Ineos Grenadiers aurait fait partie, en mars 2022, des huit équipes en discussion avec Netflix. (rumeur) [3˽§˽4˽; 5˽§˽5]
      - Jumbo-Visma aurait fait partie, en mars 2022, des huit équipes en discussion avec Netflix. (rumeur) [5˽§˽5]
      - Movistar aurait fait partie, en mars 2022, des huit équipes en discussion avec Netflix. (rumeur) [5˽§˽5]
      - Quick-Step Alpha Vinyl aurait fait partie, en mars 2022, des huit équipes en discussion avec Netflix. (rumeur) [5˽§˽5]
      - Les huit équipes qui discutaient avec Netflix, selon le Telegraph, étaient des équipes du WorldTour. (rapporté) [3˽§˽1˽; 5˽§˽5]

    Sources˽: [3]˽article en anglais sur les discussions (4 mars 2022)˽; [5]˽article de VeloNews sur les discussions (4 mars 2022)
    ");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_text_gets_one_of_four_outcomes(text in ".{0,300}") {
        thread_local! {
            static ROUTER: Router = router();
        }
        ROUTER.with(|router| asked(router, &text));
    }
}
