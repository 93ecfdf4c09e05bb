//! How people really ask: with greetings around it, two things at once, going on from the last answer.

use insta::assert_snapshot;
use roadbook::facts::Lang;
use roadbook::query::{Outcome, Verdict};
use roadbook::router::Router;

use crate::talk::{router, talk};

/// The statements that answer a question, and yes or no.
pub fn told(router: &Router, question: &str) -> (Vec<String>, Option<Verdict>) {
    let answer = router.asker().ask(router.facts(), question, None);
    match answer.outcome {
        Outcome::Answered(found) => {
            (found.iter().map(|one| one.id.clone()).collect(), answer.verdict)
        }
        _ => (Vec::new(), None),
    }
}

#[test]
fn what_stands_around_a_question_changes_nothing() {
    let router = router();
    for (bare, framed) in [
        (
            "on what day does it become available?",
            "Good afternoon. Could you kindly tell me on what day it becomes available?",
        ),
        ("how many eps do we get", "bro how many eps do we get lol"),
        (
            "qui organise la course ?",
            "Bonjour, je prépare un cours pour mes élèves. Pourriez-vous me dire qui organise la course ?",
        ),
        (
            "de quoi ça parle cette série ?",
            "Salut tout le monde ! Je débarque, quelqu'un peut me dire de quoi ça parle cette série ? merci",
        ),
        ("producer", "producer lol"),
        ("Vingegaard", "Vingegaard, im in a hurry"),
        ("how many episodes", "my phone is dying, how many episodes"),
        ("release date", "release date thx in advance :)"),
        ("les équipes", "dsl de déranger mais les équipes stppp"),
        ("qui produit la série", "qui produit la série si t'as deux minutes"),
    ] {
        let framed_told = told(&router, framed).0;
        assert!(!framed_told.is_empty(), "{framed}");
        assert_eq!(framed_told.first(), told(&router, bare).0.first(), "{framed}");
    }
}

#[test]
fn what_is_asked_is_not_taken_for_what_stands_around_it() {
    let router = router();
    assert_ne!(told(&router, "everyone refused?").1, Some(Verdict::Yes));
    let when = told(&router, "the filming wraps when");
    let asked = told(&router, "when does the filming wrap");
    assert_eq!((when.0.first(), when.1), (asked.0.first(), asked.1));
    assert_eq!(told(&router, "UAE said no").0, ["team-refused-uae"]);
}

#[test]
fn a_claim_is_checked() {
    let router = router();
    let (found, verdict) = told(&router, "A friend says the series has ten episodes. Correct?");
    assert_eq!((found, verdict), (vec!["number-of-episodes".to_owned()], Some(Verdict::No)));
    let (found, verdict) =
        told(&router, "On m'a dit que la série compte huit épisodes, c'est vrai ?");
    assert_eq!((found, verdict), (vec!["number-of-episodes".to_owned()], Some(Verdict::Yes)));
}

#[test]
fn two_questions_in_one_get_two_answers() {
    let router = router();
    for (question, wanted) in [
        ("When and where did the 2022 edition end?", ["tour-2022-end-date", "tour-2022-end-place"]),
        ("Vingegaard a été sacré quel jour et où ?", ["win-date", "win-place"]),
        ("how many teams and episodes are there?", ["number-of-teams", "number-of-episodes"]),
        ("who made it and when does it come out", ["producer", "release-date"]),
    ] {
        let (found, _) = told(&router, question);
        for id in wanted {
            assert!(found.iter().any(|one| one == id), "{question}: {found:?}");
        }
    }
}

#[test]
fn two_that_are_compared_are_both_told() {
    let router = router();
    for question in [
        "Which came first, Code Yellow or Plan B?",
        "Qui est arrivé avant, Code Yellow ou Plan B ?",
    ] {
        assert_eq!(told(&router, question).0, ["code-yellow-year", "plan-b-year"], "{question}");
    }
}

#[test]
fn what_is_set_apart_is_left_out() {
    let router = router();
    for (question, apart, wanted) in [
        (
            "Who owns TV rights besides France Télévisions?",
            "rights-france-televisions",
            "rights-eurosport",
        ),
        ("which teams besides Ineos?", "team-ineos-grenadiers", "team-jumbo-visma"),
        (
            "à part Ineos, quelles équipes sont suivies ?",
            "team-ineos-grenadiers",
            "team-jumbo-visma",
        ),
    ] {
        let (found, _) = told(&router, question);
        assert!(found.iter().any(|one| one == wanted), "{question}: {found:?}");
        assert!(found.iter().all(|one| one != apart), "{question}: {found:?}");
    }
}

#[test]
fn a_count_is_told_with_what_it_counts_unless_the_number_was_asked_for() {
    let router = router();
    let others = ["box-to-box-other-series", "golf-series-about", "tennis-series-about"];
    let (found, _) = told(&router, "what else is Box to Box working on besides F1?");
    assert!(others.iter().all(|one| found.iter().any(|it| it == one)), "{found:?}");
    assert_eq!(told(&router, "combien de fois Pogačar avait-il gagné ?").0, ["pogacar-wins"]);
    let (found, _) = told(&router, "Dolores Emile, who’s that?");
    assert!(found.iter().any(|one| one == "emile-job"), "{found:?}");
}

#[test]
fn which_ones_follows_a_count_and_the_time_of_day_follows_nothing() {
    let said = talk(
        &router(),
        Lang::Fr,
        &["Pogačar avait gagné combien de fois ?", "et lesquels ?", "quelle heure est-il ?"],
    );
    for wanted in
        ["deux fois", "Tour de France 2020", "Tour de France 2021", "ne semble pas concerner"]
    {
        assert!(said.contains(wanted), "{said}");
    }
}

#[test]
fn yes_and_no_say_no_more_than_the_facts() {
    let router = router();
    // He was missing: what denies that he was there is no yes.
    for question in ["Did Alaphilippe ride the 2022 Tour?", "alaphilippe était au tour 2022 ?"] {
        assert_eq!(
            told(&router, question),
            (vec!["alaphilippe-absent".to_owned()], Some(Verdict::No)),
            "{question}"
        );
    }
    // Nothing says that it is in no other episode.
    assert_eq!(told(&router, "so jumbo was only in episode two?").1, None);
    // How sure it is that one films the other is not how sure something else of one of them is.
    let (found, _) = told(&router, "is it confirmed that amazon films jumbo?");
    assert_eq!(found, ["all-or-nothing-jumbo-visma"]);
}

#[test]
fn who_won_means_the_race_of_the_series() {
    let router = router();
    for question in ["who won the tour?", "Who won the race?", "qui a gagné ?"] {
        assert_eq!(told(&router, question).0, ["tour-2022-winner"], "{question}");
    }
}

#[test]
fn a_talk_goes_on() {
    assert_snapshot!(
        talk(
            &router(),
            Lang::En,
            &[
                "/ask when does it come out?",
                "/ask who produces it",
                "/ask and how long is an episode?",
                "/ask who won the race?",
                "/ask and his team?",
                "/ask are you sure?",
                "/ask is Movistar in it?",
                "/ask how sure is that?",
            ],
        ),
        @"
    Ada> /ask when does it come out?
    The series was due out on Netflix on 8 June 2023.
    Status: planned, partly inferred.
    Inferred: The preview gives 8 June without a year; the announcements promise the release for 2023.
    Sources: English announcement (31 March 2022), paragraph 3; French announcement (undated), paragraphs 1, 4 and 6; French preview of the release (undated), paragraphs 1, 2 and 5

    Ada> /ask who produces it
    Quadbox produces the series.
    Sources: English announcement (31 March 2022), paragraph 1; French announcement (undated), paragraph 5

    Ada> /ask and how long is an episode?
    According to the French announcement, each episode was to last 45 minutes.
    Status: planned.
    How it turned out: The later preview gives no length for the episodes.
    Source: French announcement (undated), paragraph 5

    Ada> /ask who won the race?
    Jonas Vingegaard won the 2022 Tour de France.
    Source: French preview of the release (undated), paragraph 8

    Ada> /ask and his team?
    Jonas Vingegaard rode the 2022 Tour for Jumbo-Visma.
    Source: French preview of the release (undated), paragraph 8

    Ada> /ask are you sure?
    Jonas Vingegaard rode the 2022 Tour for Jumbo-Visma.
    Status: confirmed; the articles tell it as a fact.
    Source: French preview of the release (undated), paragraph 8

    Ada> /ask is Movistar in it?
    No. Movistar was said in March 2022 to be one of the eight teams in talks with Netflix.
    Status: rumoured (4 March 2022).
    How it turned out: Movistar is not among the eight teams announced later, and no article says why or that it refused.
    Source: VeloNews report on the talks (4 March 2022), paragraph 5

    Ada> /ask how sure is that?
    Movistar was said in March 2022 to be one of the eight teams in talks with Netflix.
    Status: rumoured (4 March 2022).
    How it turned out: Movistar is not among the eight teams announced later, and no article says why or that it refused.
    Source: VeloNews report on the talks (4 March 2022), paragraph 5
    "
    );
    assert_snapshot!(
        talk(
            &router(),
            Lang::Fr,
            &[
                "/ask qui a gagné ?",
                "/ask et son équipe ?",
                "/ask il a gagné quand ?",
                "/ask quelles équipes dans l’épisode 1 ?",
                "/ask et le 2 ?",
                "/ask c’est sûr ?",
            ],
        ),
        @"
    Ada> /ask qui a gagné ?
    Jonas Vingegaard a remporté le Tour de France 2022.
    Source˽: article en français sur la sortie (sans date), paragraphe 8

    Ada> /ask et son équipe ?
    Jonas Vingegaard a couru le Tour 2022 pour la Jumbo-Visma.
    Source˽: article en français sur la sortie (sans date), paragraphe 8

    Ada> /ask il a gagné quand ?
    Jonas Vingegaard a gagné le Tour 2022 le 24 juillet 2022.
    Source˽: article en français sur la sortie (sans date), paragraphe 8

    Ada> /ask quelles équipes dans l’épisode 1 ?
    Deux équipes sont à l’honneur dans l’épisode 1˽: EF Education-EasyPost et Quick-Step Alpha Vinyl.
      - EF Education-EasyPost [4˽§˽7]
      - Quick-Step Alpha Vinyl [4˽§˽7]

    Source˽: [4]˽article en français sur la sortie (sans date)

    Ada> /ask et le 2 ?
    La Jumbo-Visma tient la vedette dans l’épisode 2.
    Source˽: article en français sur la sortie (sans date), paragraphe 8

    Ada> /ask c’est sûr ?
    La Jumbo-Visma tient la vedette dans l’épisode 2.
    Statut˽: confirmé˽; les articles le présentent comme un fait.
    Source˽: article en français sur la sortie (sans date), paragraphe 8
    "
    );
}

/// Questions with all that must be among what is told.
const SEVERAL: &[(&str, &[&str])] = &[
    // One word for both ends of a time.
    ("what dates did the 2022 tour run", &["tour-2022-start-date", "tour-2022-end-date"]),
    ("tournage de quel mois à quel mois", &["filming-start", "filming-end"]),
    // Several of one sort are named.
    ("nationality of vingegaard and pogi", &["vingegaard-nationality", "pogacar-nationality"]),
    ("alpecin est de la partie, bora aussi", &["team-alpecin-fenix", "team-bora-hansgrohe"]),
    ("is Movistar or Ineos in it", &["team-ineos-grenadiers"]),
    // Two questions, the second of which leaves out what both are about.
    (
        "which country hosted the grand depart n on what date",
        &["tour-2022-start-place", "tour-2022-start-date"],
    ),
    (
        "vingegaard il vient de quel pays et court pour qui",
        &["vingegaard-nationality", "vingegaard-team"],
    ),
    ("Quel jour Vingegaard a-t-il été sacré, et où ?", &["win-date", "win-place"]),
    ("when is it out, who made it and who won", &["release-date", "producer", "tour-2022-winner"]),
    // What is left of a list of which one is named.
    ("golf and what other sport do those producers film", &["tennis-series-about"]),
    // What is said of one thing several times.
    ("pogacar avait deja gagné quelles années", &["past-winner-2020", "past-winner-2021"]),
    // Things are compared, two or more.
    (
        "backstage pass vs the movistar series, which is older",
        &["backstage-pass-time", "least-expected-day-2019"],
    ),
    (
        "des trois, backstage pass, code yellow, plan b, le plus vieux ?",
        &["backstage-pass-time", "code-yellow-year", "plan-b-year"],
    ),
    // Somebody or a part is meant by what they are.
    ("nationalité du vainqueur", &["vingegaard-nationality"]),
    ("et le 2 alors, il est centré sur qui", &["episode-2-team"]),
    ("les australiens postaient leurs videos ou", &["backstage-pass-platform"]),
    (
        "Which squad features among the eight and is described as British?",
        &["team-ineos-grenadiers", "nationality-ineos"],
    ),
    // How a saying goes on.
    (
        "dans la bande-annonce y a une phrase genre \"le Tour c'est très simple\", c'est quoi la suite ?",
        &["words-burn", "words-breath", "words-speed", "words-ready"],
    ),
    // One of two is named, and so is a work with "or" in its name.
    (
        "Which streaming service was meant to be doing an All or Nothing with Jumbo, amazon or disney?",
        &["all-or-nothing-jumbo-visma"],
    ),
    // Thanks stand before a name.
    (
        "Bonjour à tous, pourriez-vous me dire combien de temps dure un épisode ? Merci d'avance. Jean-Claude",
        &["episode-length"],
    ),
    // In a nutshell.
    ("catch me up, what's this show all about", &["format", "platform", "number-of-teams"]),
    ("quelqu'un peut résumer", &["format", "platform", "number-of-teams"]),
    // An apostrophe is left out, two letters change places.
    ("durée dun ep", &["episode-length"]),
    ("hwo many episdoes", &["number-of-episodes"]),
    // A story leads to the question, and somebody's word for it is doubted.
    (
        "mon beauf jure qu'il y en a dix et moi je dis huit, y a un resto en jeu, alors combien d'épisodes",
        &["number-of-episodes"],
    ),
    (
        "i was laid up in bed that july and missed the lot, who took the overall and what day did it end",
        &["tour-2022-winner", "tour-2022-end-date"],
    ),
    ("ma femme dit que c'est sorti pour noel, elle se trompe non?", &["release-date"]),
    // A team that no article mentions, in words for being in it or not.
    ("cofidis c'est mort ?", &["team-ag2r-citroen", "team-quick-step"]),
];

#[test]
fn all_that_was_asked_is_told() {
    let router = router();
    for (question, wanted) in SEVERAL {
        let (found, _) = told(&router, question);
        for one in *wanted {
            assert!(found.iter().any(|id| id == one), "{question}: {found:?}");
        }
    }
}

#[test]
fn only_the_others_are_told_where_others_are_asked_for() {
    let router = router();
    let (found, _) = told(&router, "which teams besides ineos are in it?");
    assert_eq!(found.len(), 7, "{found:?}");
    assert!(!found.contains(&"team-ineos-grenadiers".to_owned()));
    let (found, _) = told(&router, "golf and what other sport do those producers film");
    assert!(!found.contains(&"golf-series-about".to_owned()), "{found:?}");
}

#[test]
fn a_month_decides_and_a_part_of_a_year_does_not() {
    let router = router();
    for (question, verdict) in [
        ("does it come out in june 2023", Some(Verdict::Yes)),
        ("is it out in july 2023", Some(Verdict::No)),
        ("is it out in late 2023", None),
        ("c'est annoncé pour fin 2023 nan ?", None),
        // One half says no, and the other is told by the same.
        ("is the uae team in, and who refused", Some(Verdict::No)),
    ] {
        assert_eq!(told(&router, question).1, verdict, "{question}");
    }
}

/// What a question is told that the articles leave open, by its id.
fn left_open<'a>(router: &'a Router, question: &str) -> Option<&'a str> {
    match router.asker().ask(router.facts(), question, None).outcome {
        Outcome::Unknown { absence, .. } => absence.map(|absence| absence.id.as_str()),
        _ => None,
    }
}

#[test]
fn what_is_about_something_else_is_not_answered_by_what_is_said_of_a_rare_name() {
    let router = router();
    for question in [
        "il fait quel temps demain à calais",
        "who won the f1 race last sunday",
        "what golf clubs should a beginner get",
    ] {
        assert_eq!(told(&router, question).0, [""; 0], "{question}");
    }
    // Where it may be about the series, what little is said of the name is told.
    assert!(!told(&router, "golf").0.is_empty());
}

#[test]
fn of_a_quote_no_other_words_are_told_where_nobody_asks_how_it_goes_on() {
    let (found, _) = told(&router(), "what does it feel like to go full speed in the Tour");
    assert_eq!(found.first().map(String::as_str), Some("words-speed"));
    let of_the_quote = found.iter().filter(|id| id.starts_with("words-"));
    assert_eq!(of_the_quote.count(), 1, "{found:?}");
}

#[test]
fn a_reason_that_no_article_gives_is_not_replaced_by_the_fact() {
    let router = router();
    for question in ["pourkoi uae a pas voulu", "why did the uae team refuse"] {
        assert_eq!(left_open(&router, question), Some("no-refusal-reason-uae"), "{question}");
    }
}

#[test]
fn teams_of_a_country_of_which_none_is_said_to_be_are_not_all_of_them() {
    let router = router();
    for question in [
        "name me both French teams they filmed pls",
        "Les équipes françaises dans la série, c'est lesquelles s'il vous plaît ?",
        "which Belgian teams are in the series",
        "which American teams are featured",
        "which French cycling teams are in it",
        "quelles équipes espagnoles sont dans la série",
    ] {
        assert_eq!(left_open(&router, question), Some("no-team-country"), "{question}");
    }
}

#[test]
fn what_nobody_foresaw_is_not_denied() {
    assert_snapshot!(
        talk(
            &router(),
            Lang::En,
            &["/ask how come", "/ask what does Jumbo-Visma eat in the show"],
        ),
        @"
    Ada> /ask how come
    I find no answer to that in the articles.

    Ada> /ask what does Jumbo-Visma eat in the show
    I am not sure that the articles answer that.

    The nearest thing that they do say: Jumbo-Visma is one of the eight teams in the series.
    Sources: English announcement (31 March 2022), paragraph 2; French announcement (undated), paragraph 3; French preview of the release (undated), paragraph 8
    "
    );
    assert_snapshot!(
        talk(&router(), Lang::Fr, &["/ask que mange Vingegaard le matin"]),
        @"
    Ada> /ask que mange Vingegaard le matin
    Je ne suis pas sûr que les articles y répondent.

    Ce qu’ils disent de plus proche˽: Jonas Vingegaard est le coureur de la Jumbo-Visma cité pour la conquête du jaune dans l’épisode 2.
    Source˽: article en français sur la sortie (sans date), paragraphe 8
    "
    );
}

#[test]
fn a_second_season_of_no_work_in_particular_is_one_of_the_series() {
    let router = router();
    for question in [
        "is there a season 2 coming and what's the date?",
        "Is there really a second season on the way?",
        "when does season 2 come out",
        "la saison 2 sort quand ?",
    ] {
        assert_eq!(left_open(&router, question), Some("no-second-season"), "{question}");
    }
    let (found, _) = told(&router, "la deuxième saison de la série sur movistar, il y en a une ?");
    assert!(found.iter().any(|id| id == "least-expected-day-seasons"), "{found:?}");
}

#[test]
fn a_work_can_be_described_before_it_is_asked_for() {
    let router = router();
    for (question, wanted) in [
        (
            "that movistar show on netflix, how many seasons does it have",
            "least-expected-day-seasons",
        ),
        ("la série netflix sur movistar, elle a combien de saisons", "least-expected-day-seasons"),
        ("the greenedge docs, where can i watch it", "backstage-pass-platform"),
    ] {
        assert_eq!(told(&router, question).0, [wanted], "{question}");
    }
}

#[test]
fn how_sure_all_of_it_is_can_be_asked_first_of_all() {
    let router = router();
    for question in [
        "is it confirmed or still a rumour",
        "is the series official",
        "c'est confirmé ou encore une rumeur",
        "la série est confirmée ?",
    ] {
        let answer = router.asker().ask(router.facts(), question, None);
        assert!(matches!(answer.outcome, Outcome::Answered(_)), "{question}");
        assert!(answer.probe.is_some(), "the status is told: {question}");
    }
}

#[test]
fn what_is_asked_of_all_teams_is_told_of_those_of_which_it_is_said() {
    let router = router();
    let found = told(&router, "which countries are the teams from").0;
    assert!(found.iter().all(|one| one.starts_with("nationality-")), "{found:?}");
    assert!(found.len() > 1, "{found:?}");
    // No team is said to be French, which is not to say that none is.
    assert!(told(&router, "which of the teams are french").0.is_empty());
}

#[test]
fn between_two_things_both_dates_are_told() {
    let router = router();
    for (question, wanted) in [
        (
            "how long between the end of filming and the release on netflix",
            ["filming-end", "release-date"],
        ),
        (
            "combien de temps entre le début du tour et la sortie de la série",
            ["tour-2022-start-date", "release-date"],
        ),
    ] {
        assert_eq!(told(&router, question).0, wanted, "{question}");
    }
}

#[test]
fn a_film_is_compared_with_an_episode() {
    let router = router();
    for question in [
        "is the france tv film longer than an episode",
        "le docu de france tv est plus long qu'un épisode netflix ?",
        "entre le doc de france tv et un épisode netflix lequel est le plus court",
    ] {
        let found = told(&router, question).0;
        assert!(found.iter().any(|one| one == "episode-length"), "{question}: {found:?}");
        assert!(found.iter().any(|one| one.starts_with("film-")), "{question}: {found:?}");
    }
}

#[test]
fn a_team_can_be_called_by_where_it_comes_from() {
    let router = router();
    assert_eq!(told(&router, "was the british team in on the talks").0, ["talks-ineos"]);
    assert_eq!(told(&router, "l'équipe espagnole est dans la série ?").1, Some(Verdict::No));
}

#[test]
fn with_somebody_means_the_others() {
    let found = told(&router(), "who is in the spotlight in episode 1 with quick-step").0;
    assert!(found.contains(&"episode-1-team-ef".to_owned()), "{found:?}");
}

#[test]
fn parts_are_counted_and_compared() {
    let router = router();
    for question in [
        "more eps than a movistar season?",
        "which has more eps, one movistar season or the tour series",
        "moins d'episodes que chez les espagnols ?",
    ] {
        let mut found = told(&router, question).0;
        found.sort();
        assert_eq!(found, ["least-expected-day-episodes", "number-of-episodes"], "{question}");
    }
    let found = told(&router, "entre ef et la jumbo laquelle passe en premier a l'écran").0;
    assert_eq!(found, ["episode-1-team-ef", "episode-2-team"]);
}

#[test]
fn of_a_list_of_teams_those_of_one_country_are_told() {
    let router = router();
    for question in [
        "which brits were at the table with netflix",
        "which british team was in on the negociations",
    ] {
        assert_eq!(told(&router, question).0, ["talks-ineos", "nationality-ineos"], "{question}");
    }
    assert_eq!(told(&router, "which teams are british").0, ["nationality-ineos"]);
    assert!(told(&router, "which non british teams were in talks").0.len() > 3);
}

#[test]
fn a_slip_is_read_as_the_word_that_makes_sense() {
    let router = router();
    let found = told(&router, "c'est quel deul qui faisait saliver avant le tour").0;
    assert_eq!(found, ["expected-duel-mouthwatering"]);
    assert_eq!(told(&router, "how long is the Nile").0, Vec::<String>::new());
}

#[test]
fn somebody_is_meant_by_what_they_did() {
    let router = router();
    for question in ["what nationality is the guy who won", "il est de quel pays celui qui a gagné"]
    {
        assert_eq!(told(&router, question).0, ["vingegaard-nationality"], "{question}");
    }
}
