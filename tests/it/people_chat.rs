//! Boards, statistics, settings and privacy in the terminal: whole conversations.

use roadbook::facts::Lang;
use roadbook::router::Router;
use roadbook::store::Store;

use crate::store::fixture::{file, play};
use crate::store::privacy::dump;
use crate::talk::{router, router_on, talk, wait};

/// What conversations take for their server.
const SERVER: &str = "terminal";

/// Rounds of many people, by what they scored: all right on the day on which conversations take place.
fn played(router: &Router) {
    let store = router.store().unwrap();
    wait(async {
        let names: Vec<String> = (1..=13).map(|number| format!("rider {number}")).collect();
        // The first two are equal, and so are the next two; the last one has had one question wrong.
        let points = |number: i64| 60 - (number / 2) * 5;
        let question: Vec<(&str, i64)> = (0..)
            .zip(&names)
            .map(|(number, name)| (name.as_str(), points(number)))
            .chain([("ada", 31)])
            .collect();
        play(store, ("one", SERVER), 0, &[&question[..]; 5]).await;
        play(store, ("two", SERVER), 0, &[&[("ada", 7), ("bo", 0)][..]; 5]).await;
        play(store, ("three", "elsewhere"), 0, &[&[("ada", 1), ("bo", 200)][..]; 3]).await;
    });
}

#[test]
fn boards_have_pages_and_ones_own_place() {
    let router = router();
    let before =
        talk(&router, Lang::En, &["/leaderboard", "/leaderboard measure:accuracy", "/stats"]);
    insta::assert_snapshot!(before, @"
    Ada> /leaderboard
    Leaderboard: points, all time, in this server

    Nobody is on this board yet. Start a round with /quiz.

    Ada> /leaderboard measure:accuracy
    Leaderboard: accuracy, all time, in this server

    Nobody is on this board yet. Start a round with /quiz.

    Accuracy counts from 10 answers up.

    Ada> /stats
    You have not completed a question in a round yet, so there is nothing to count. Start one with /quiz.
    ");
    played(&router);
    let lines = [
        "/leaderboard",
        "/leaderboard page:2",
        "/leaderboard period:today scope:everywhere measure:accuracy",
        "/leaderboard week everywhere streak 99",
        "/as Cy",
        "/leaderboard measure:rating",
        "/leaderboard scope:everywhere",
        "/leaderboard scope:moon",
        "/leaderboard page:0",
    ];
    insta::assert_snapshot!(talk(&router, Lang::En, &lines), @"
    Ada> /leaderboard
    Leaderboard: points, all time, in this server
    #1 Rider 1: 300 points
    #1 Rider 2: 300 points
    #3 Rider 3: 275 points
    #3 Rider 4: 275 points
    #5 Rider 5: 250 points
    #5 Rider 6: 250 points
    #7 Rider 7: 225 points
    #7 Rider 8: 225 points
    #9 Rider 10: 200 points
    #9 Rider 9: 200 points

    Ada: place 11 of 15, 190 points

    Page 1 of 2; /leaderboard page:2 shows the next.

    Ada> /leaderboard page:2
    Leaderboard: points, all time, in this server
    #11 Ada: 190 points
    #12 Rider 11: 175 points
    #12 Rider 12: 175 points
    #14 Rider 13: 150 points
    #15 Bo: 0 points

    Ada: place 11 of 15, 190 points

    Page 2 of 2, the last one; /leaderboard page:1 shows the first.

    Ada> /leaderboard period:today scope:everywhere measure:accuracy
    Leaderboard: accuracy, today, everywhere
    #1 Ada: 100% right

    Ada: place 1 of 1, 100% right

    Accuracy counts from 10 answers up. Days, weeks and months are those of UTC.

    Ada> /leaderboard week everywhere streak 99
    Leaderboard: longest streak, this week, everywhere
    #2 Rider 6: 5 in a row
    #2 Rider 7: 5 in a row
    #2 Rider 8: 5 in a row
    #2 Rider 9: 5 in a row
    #15 Bo: 3 in a row

    There are only 2 pages; this is the last one.

    Ada: place 1 of 15, 13 in a row

    Days, weeks and months are those of UTC.

    Page 2 of 2, the last one; /leaderboard period:week scope:everywhere measure:streak page:1 shows the first.

    Ada> /as Cy
    You now speak as Cy.

    Cy> /leaderboard measure:rating
    Leaderboard: rating, all time, in this server

    Nobody is on this board yet. Start a round with /quiz.

    Cy> /leaderboard scope:everywhere
    Leaderboard: points, all time, everywhere
    #1 Bo: 600 points
    #2 Rider 1: 300 points
    #2 Rider 2: 300 points
    #4 Rider 3: 275 points
    #4 Rider 4: 275 points
    #6 Rider 5: 250 points
    #6 Rider 6: 250 points
    #8 Rider 7: 225 points
    #8 Rider 8: 225 points
    #10 Rider 10: 200 points

    Cy is not on this board yet.

    Page 1 of 2; /leaderboard scope:everywhere page:2 shows the next.

    Cy> /leaderboard scope:moon
    “moon” does not fit the option “scope”. Choose server or everywhere.

    Cy> /leaderboard page:0
    “0” is not a page. Type a number from 1 up.
    ");
    let lines = ["/classement", "/classement mesure:précision", "/classement portée:ici"];
    insta::assert_snapshot!(talk(&router, Lang::Fr, &lines), @"
    Ada> /classement
    Classement˽: points, depuis le début, sur ce serveur
    n°˽1 Rider 1˽: 300 points
    n°˽1 Rider 2˽: 300 points
    n°˽3 Rider 3˽: 275 points
    n°˽3 Rider 4˽: 275 points
    n°˽5 Rider 5˽: 250 points
    n°˽5 Rider 6˽: 250 points
    n°˽7 Rider 7˽: 225 points
    n°˽7 Rider 8˽: 225 points
    n°˽9 Rider 10˽: 200 points
    n°˽9 Rider 9˽: 200 points

    Ada˽: place 11 sur 15, 190 points

    Page 1 sur 2˽; /classement page:2 montre la suivante.

    Ada> /classement mesure:précision
    Classement˽: précision, depuis le début, sur ce serveur
    n°˽1 Ada˽: 100˽% de bonnes réponses

    Ada˽: place 1 sur 1, 100˽% de bonnes réponses

    La précision compte à partir de 10 réponses.

    Ada> /classement portée:ici
    «˽ici˽» ne convient pas pour l’option «˽portée˽». Choisissez serveur ou partout.
    ");
}

#[test]
fn statistics_are_ones_own_and_of_others_what_boards_show() {
    let router = router();
    played(&router);
    let lines = [
        "/stats",
        "/stats bo",
        "/stats member:Nobody",
        "/me boards:hidden",
        "/leaderboard scope:everywhere",
    ];
    insta::assert_snapshot!(talk(&router, Lang::En, &lines), @"
    Ada> /stats
    Your statistics

    Rounds: 3
    Right: 13 of 13 (100%)
    Points: 193
    Average time to answer: 2 s
    Right in a row: 13 now, 13 at best

    By topic
      - Teams: 13 of 13 (100%)

    By difficulty
      - Easy: 13 of 13 (100%)

    Badges
      - Clean ride: every question right in a round of five or more
      - Breakaway: ten right answers in a row
      - In the lead: first on a board of three people or more

    Ada> /stats bo
    Statistics
    What Bo has done so far:
    Rounds: 2
    Right: 3 of 8 (37.5%)
    Points: 600
    Average time to answer: 2 s
    Right in a row: 3 now, 3 at best

    By topic
      - Teams: 3 of 8 (37.5%)

    By difficulty
      - Easy: 3 of 8 (37.5%)

    Badges
      - In the lead: first on a board of three people or more

    In this server
      - Points: 0 (place 15 of 15)
      - Longest streak: 0 in a row (place 15 of 15)

    Everywhere
      - Points: 600 (place 1 of 15)
      - Longest streak: 3 in a row (place 15 of 15)

    Ada> /stats member:Nobody
    There is nothing to show for Nobody here.

    Ada> /me boards:hidden
    Saved.

    Your own settings

    Language: the one that your app is set to.
    Time for a question: the usual time.
    Boards: you appear on those of the servers that you play in, but not on those across all servers.
    Rating: yours is announced at the end of a round.

    Ada> /leaderboard scope:everywhere
    Leaderboard: points, all time, everywhere
    #1 Bo: 600 points
    #2 Rider 1: 300 points
    #2 Rider 2: 300 points
    #4 Rider 3: 275 points
    #4 Rider 4: 275 points
    #6 Rider 5: 250 points
    #6 Rider 6: 250 points
    #8 Rider 7: 225 points
    #8 Rider 8: 225 points
    #10 Rider 10: 200 points

    Ada: place 12 of 14, 193 points
    You have opted out of the boards across all servers, so only you see this place.

    Page 1 of 2; /leaderboard scope:everywhere page:2 shows the next.
    ");
    insta::assert_snapshot!(talk(&router, Lang::Fr, &["/as Bo", "/moi classements:masqué", "/as Ada", "/statistiques", "/statistiques @Bo"]), @"
    Ada> /as Bo
    Vous êtes maintenant Bo.

    Bo> /moi classements:masqué
    C’est enregistré.

    Vos propres réglages

    Langue˽: celle de votre application.
    Temps par question˽: le temps habituel.
    Classements˽: vous figurez dans ceux des serveurs où vous jouez, mais pas dans ceux qui sont communs à tous.
    Cote˽: la vôtre est annoncée à la fin d’une partie.

    Bo> /as Ada
    Vous êtes maintenant Ada.

    Ada> /statistiques
    Vos statistiques

    Parties˽: 3
    Bonnes réponses˽: 13 sur 13 (100˽%)
    Points˽: 193
    Temps de réponse moyen˽: 2 s
    Bonnes réponses de suite˽: 13 en ce moment, 13 au mieux

    Par thème
      - Équipes˽: 13 sur 13 (100˽%)

    Par difficulté
      - Facile˽: 13 sur 13 (100˽%)

    Insignes
      - Sans-faute˽: toutes les questions réussies dans une partie de cinq ou plus
      - Échappée˽: dix bonnes réponses de suite
      - En tête˽: première place d’un classement d’au moins trois personnes

    Ada> /statistiques @Bo
    Statistiques
    Ce que les classements depuis le début montrent pour Bo˽:

    Sur ce serveur
      - Points˽: 0 (place 15 sur 15)
      - Plus longue série˽: 0 de suite (place 15 sur 15)
    ");
}

#[test]
fn moderators_set_what_their_server_does() {
    let router = router();
    let lines = [
        "/settings",
        "/settings language:french count:2 difficulty:easy pace:200 spoilers:covered",
        "/quiz",
        "/quiz stop",
        "/settings who-starts:moderators language:automatic",
        "/as Bo",
        "/settings",
        "/settings count:3",
        "/quiz",
        "/as Ada",
        "/settings allow-channel:#Quiz",
        "/quiz",
        "/settings remove-channel:#quiz",
        "/quiz count:1",
        "/quiz stop",
        "/settings count:99",
        "/settings language:german",
        "/settings pace:10",
    ];
    insta::assert_snapshot!(talk(&router, Lang::En, &lines), @"
    Ada> /settings
    Settings of this server

    Language: rounds are in the language of whoever starts them.
    Channels: rounds can be started in all of them.
    Rounds, unless told otherwise: 5 questions, mixed difficulty, 100% of the usual time.
    Spoilers: what gives away how the race ended is shown.
    Who starts rounds: everybody.
    Schedule: no round starts by itself.

    Ada> /settings language:french count:2 difficulty:easy pace:200 spoilers:covered
    Saved.

    Settings of this server

    Language: rounds are in French, and so are answers to people whose language I can’t tell.
    Channels: rounds can be started in all of them.
    Rounds, unless told otherwise: 2 questions, easy difficulty, 200% of the usual time.
    Spoilers: what gives away how the race ended is covered until you uncover it, and rounds don’t ask about it.
    Who starts rounds: everybody.
    Schedule: no round starts by itself.

    Ada> /quiz
    Ada lance une partie˽: 2 questions, mode classique. Une question se ferme dès que tous ceux qui jouent ont répondu˽; avec /quiz attente:oui, d’autres peuvent entrer avant la première.

    Question 1 sur 2
    Lesquelles de ces affirmations sont vraies˽?
      A. Le récit de la série se termine sur la veille de la dernière étape.
      B. La série est diffusée sur Netflix.
      C. Le tournage devait commencer en mars 2022.
      D. Le tournage devait s’achever en mai 2022.
    Répondez par toutes les lettres justes, par exemple A D. Vous avez 58 secondes.

    Ada> /quiz stop
    La partie a été arrêtée.
      - 1. Ada˽: 0 point (0 bonne réponse sur 0)

    Ada> /settings who-starts:moderators language:automatic
    Saved.

    Settings of this server

    Language: rounds are in the language of whoever starts them.
    Channels: rounds can be started in all of them.
    Rounds, unless told otherwise: 2 questions, easy difficulty, 200% of the usual time.
    Spoilers: what gives away how the race ended is covered until you uncover it, and rounds don’t ask about it.
    Who starts rounds: moderators only.
    Schedule: no round starts by itself.

    Ada> /as Bo
    You now speak as Bo.

    Bo> /settings
    Only people who may manage this server can see and change its settings.

    Bo> /settings count:3
    Only people who may manage this server can see and change its settings.

    Bo> /quiz
    In this server, only moderators can start rounds. /practice is open to you.

    Bo> /as Ada
    You now speak as Ada.

    Ada> /settings allow-channel:#Quiz
    Saved.

    Settings of this server

    Language: rounds are in the language of whoever starts them.
    Channels: rounds can be started only in #quiz.
    Rounds, unless told otherwise: 2 questions, easy difficulty, 200% of the usual time.
    Spoilers: what gives away how the race ended is covered until you uncover it, and rounds don’t ask about it.
    Who starts rounds: moderators only.
    Schedule: no round starts by itself.

    Ada> /quiz
    In this server, rounds are played in #quiz.
    To allow them here as well, type /settings allow-channel:#terminal.

    Ada> /settings remove-channel:#quiz
    Saved.

    Settings of this server

    Language: rounds are in the language of whoever starts them.
    Channels: rounds can be started in all of them.
    Rounds, unless told otherwise: 2 questions, easy difficulty, 200% of the usual time.
    Spoilers: what gives away how the race ended is covered until you uncover it, and rounds don’t ask about it.
    Who starts rounds: moderators only.
    Schedule: no round starts by itself.

    Ada> /quiz count:1
    Ada starts a round: one question, classic mode. A question closes once everybody who plays has answered it; with /quiz lobby:yes, others can join before the first one.

    Question 1 of 1
    Match each production with the team or company that made it.
      1. Backstage Pass
      2. Drive to Survive
      3. All or Nothing
          A. GreenEdge
          B. Amazon
          C. Box to Box Films
    Answer with the number and letter of each pair, as in 1B 2C 3A. You have 61 seconds.

    Ada> /quiz stop
    The round was stopped.
      - 1. Ada: 0 points (0 of 0 right)

    Ada> /settings count:99
    “99” is not a possible number of questions. Choose from 1 to 50.

    Ada> /settings language:german
    “german” does not fit the option “language”. Choose automatic, English or French.

    Ada> /settings pace:10
    “10” is not a possible pace. Choose from 50 to 400, in percent of the usual time.
    ");
    let lines = [
        "/réglages",
        "/réglages difficulté:moyen",
        "/réglages langue:allemand",
        "/réglages oublier",
        "/réglages oublier confirmer:oui",
        "/réglages",
    ];
    insta::assert_snapshot!(talk(&router, Lang::Fr, &lines), @"
    Ada> /réglages
    Réglages de ce serveur

    Langue˽: les parties sont dans la langue de la personne qui les lance.
    Salons˽: les parties peuvent être lancées dans tous.
    Parties, sauf indication contraire˽: 2 questions, niveau facile, 200˽% du temps habituel.
    Révélations˽: ce qui révèle l’issue de la course est masqué jusqu’à ce que vous l’affichiez, et les parties n’en demandent rien.
    Qui lance les parties˽: seulement les modérateurs.
    Horaire˽: aucune partie ne démarre automatiquement.

    Ada> /réglages difficulté:moyen
    C’est enregistré.

    Réglages de ce serveur

    Langue˽: les parties sont dans la langue de la personne qui les lance.
    Salons˽: les parties peuvent être lancées dans tous.
    Parties, sauf indication contraire˽: 2 questions, niveau moyen, 200˽% du temps habituel.
    Révélations˽: ce qui révèle l’issue de la course est masqué jusqu’à ce que vous l’affichiez, et les parties n’en demandent rien.
    Qui lance les parties˽: seulement les modérateurs.
    Horaire˽: aucune partie ne démarre automatiquement.

    Ada> /réglages langue:allemand
    «˽allemand˽» ne convient pas pour l’option «˽langue˽». Choisissez automatique, anglais ou français.

    Ada> /réglages oublier
    Ceci supprime tout ce que je garde au sujet de ce serveur˽: réglages, classements, parties, questions déjà vues. Ce que chacun y a fait reste dans ses propres statistiques, sans lien avec le serveur. C’est irréversible.

    Pour confirmer, tapez /réglages oublier confirmer:oui.

    Ada> /réglages oublier confirmer:oui
    Tout ce que je gardais au sujet de ce serveur est supprimé.

    Ada> /réglages
    Réglages de ce serveur

    Langue˽: les parties sont dans la langue de la personne qui les lance.
    Salons˽: les parties peuvent être lancées dans tous.
    Parties, sauf indication contraire˽: 5 questions, niveau varié, 100˽% du temps habituel.
    Révélations˽: ce qui révèle l’issue de la course est montré.
    Qui lance les parties˽: tout le monde.
    Horaire˽: aucune partie ne démarre automatiquement.
    ");
}

#[test]
fn a_round_starts_by_itself_at_its_time() {
    let router = router();
    let lines = [
        "/settings schedule",
        "/settings schedule time:noon",
        "/settings schedule time:1:02 zone:Pariss",
        "/settings schedule time:1:02 days:Caturday",
        "/settings schedule time:1:02 days:mon, thursday and sun zone:paris",
        "/settings",
        "/wait 120",
        "/as Bo",
        "/quiz stop",
        "a",
        "/as Ada",
        "/quiz stop",
        // Once is enough.
        "/wait 120",
        "/settings schedule off:yes",
    ];
    insta::assert_snapshot!(talk(&router, Lang::En, &lines), @"
    Ada> /settings schedule
    Schedule: no round starts by itself.
    To change it, name a time and days, as in /settings schedule time:20:30 days:Monday zone:Europe/Paris. /settings schedule off:yes ends it.

    Ada> /settings schedule time:noon
    I can’t read “noon” as a time of day. Type one, as in 20:30.

    Ada> /settings schedule time:1:02 zone:Pariss
    I know no time zone called “Pariss”. Did you mean Europe/Paris?

    Ada> /settings schedule time:1:02 days:Caturday
    I can’t read “Caturday” as days of the week. Type, for example, Monday Friday, or every day.

    Ada> /settings schedule time:1:02 days:mon, thursday and sun zone:paris
    Saved.

    Settings of this server

    Language: rounds are in the language of whoever starts them.
    Channels: rounds can be started in all of them.
    Rounds, unless told otherwise: 5 questions, mixed difficulty, 100% of the usual time.
    Spoilers: what gives away how the race ended is shown.
    Who starts rounds: everybody.
    Schedule: a round starts by itself every Monday, Thursday and Sunday at 01:02 (Europe/Paris) in #terminal. The next one: 1 January 1970 at 01:02.

    Ada> /settings
    Settings of this server

    Language: rounds are in the language of whoever starts them.
    Channels: rounds can be started in all of them.
    Rounds, unless told otherwise: 5 questions, mixed difficulty, 100% of the usual time.
    Spoilers: what gives away how the race ended is shown.
    Who starts rounds: everybody.
    Schedule: a round starts by itself every Monday, Thursday and Sunday at 01:02 (Europe/Paris) in #terminal. The next one: 1 January 1970 at 01:02.

    Ada> /wait 120
    120 seconds pass.

    It is time for a round: 5 questions. Just answer to play along.

    Question 1 of 5
    Which of these are teams that the series follows?
      A. Movistar
      B. Quick-Step Alpha Vinyl
      C. GreenEdge
      D. UAE Team Emirates
      E. EF Education-EasyPost
      F. Jumbo-Visma
    Answer with all the letters that are right, as in A F. You have 24 seconds.

    Ada> /as Bo
    You now speak as Bo.

    Bo> /quiz stop
    Only a moderator can stop this round.

    Bo> a
    Bo has joined the round.
    The right ones are B (Quick-Step Alpha Vinyl), E (EF Education-EasyPost) and F (Jumbo-Visma).
    Not right.

    EF Education-EasyPost is one of the eight teams in the series.
    Sources: English announcement (31 March 2022), paragraph 2; French announcement (undated), paragraph 3; French preview of the release (undated), paragraph 7

    Quick-Step Alpha Vinyl is one of the eight teams in the series.
    Sources: English announcement (31 March 2022), paragraph 2; French announcement (undated), paragraph 3; French preview of the release (undated), paragraph 7

    Jumbo-Visma is one of the eight teams in the series.
    Sources: English announcement (31 March 2022), paragraph 2; French announcement (undated), paragraph 3; French preview of the release (undated), paragraph 8

    Why the other answers are wrong
      - A, C and D: Both announcements name the same eight teams and say that there are eight. [1˽§˽2; 2˽§˽3; 4˽§˽1]

    Sources: [1]˽English announcement (31 March 2022); [2]˽French announcement (undated); [4]˽French preview of the release (undated)

    Question 2 of 5
    Put these in chronological order, the earliest first.
      A. The end of filming
      B. The start of filming
      C. The release of “Plan B”
    Answer with the letters in order, as in B C A. You have 30 seconds.

    Bo> /as Ada
    You now speak as Ada.

    Ada> /quiz stop
    The round was stopped.
      - 1. Bo: 0 points (0 of 1 right)

    What nobody got right
      - Which of these are teams that the series follows?

    Type /quiz replay for another try.
    Bo now has a rating of 1,451.

    Ada> /wait 120
    120 seconds pass.

    Ada> /settings schedule off:yes
    Saved.

    Settings of this server

    Language: rounds are in the language of whoever starts them.
    Channels: rounds can be started in all of them.
    Rounds, unless told otherwise: 5 questions, mixed difficulty, 100% of the usual time.
    Spoilers: what gives away how the race ended is shown.
    Who starts rounds: everybody.
    Schedule: no round starts by itself.
    ");
    let lines = [
        "/réglages horaire",
        "/réglages horaire heure:20h30 jours:tous les jours fuseau:Europe/Paris",
        "/réglages horaire heure:25h",
    ];
    insta::assert_snapshot!(talk(&router, Lang::Fr, &lines), @"
    Ada> /réglages horaire
    Horaire˽: aucune partie ne démarre automatiquement.
    Pour en changer, donnez une heure et des jours, comme dans /réglages horaire heure:20h30 jours:lundi fuseau:Europe/Paris. /réglages horaire désactiver:oui y met fin.

    Ada> /réglages horaire heure:20h30 jours:tous les jours fuseau:Europe/Paris
    C’est enregistré.

    Réglages de ce serveur

    Langue˽: les parties sont dans la langue de la personne qui les lance.
    Salons˽: les parties peuvent être lancées dans tous.
    Parties, sauf indication contraire˽: 5 questions, niveau varié, 100˽% du temps habituel.
    Révélations˽: ce qui révèle l’issue de la course est montré.
    Qui lance les parties˽: tout le monde.
    Horaire˽: une partie démarre automatiquement chaque jour à 20˽h˽30 (Europe/Paris) dans #terminal. La prochaine˽: 1er janvier 1970 à 20˽h˽30.

    Ada> /réglages horaire heure:25h
    Je n’arrive pas à lire «˽25h˽» comme une heure. Tapez-en une, comme 20h30.
    ");
}

#[test]
fn what_somebody_sets_for_themselves_goes_before_everything() {
    let router = router();
    let lines = [
        "/me",
        "/me language:french",
        "/teams UAE",
        "/lang en",
        "/me",
        "/moi langue:automatique durée:150 cote:discrète",
        "/quiz 2 format:choice",
        "/quiz stop",
        "/me pace:99",
        "/me language:klingon",
    ];
    insta::assert_snapshot!(talk(&router, Lang::En, &lines), @"
    Ada> /me
    Your own settings

    Language: the one that your app is set to.
    Time for a question: the usual time.
    Boards: you appear on those across all servers.
    Rating: yours is announced at the end of a round.

    Ada> /me language:french
    C’est enregistré.

    Vos propres réglages

    Langue˽: le français, partout.
    Temps par question˽: le temps habituel.
    Classements˽: vous figurez dans ceux qui sont communs à tous les serveurs.
    Cote˽: la vôtre est annoncée à la fin d’une partie.

    Ada> /teams UAE
    UAE Team Emirates
    Équipes
      - UAE Team Emirates n’a pas voulu figurer dans la série. [2˽§˽3]

    Ce que les articles ne disent pas sur UAE Team Emirates
      - Quelle équipe a remplacé UAE Team Emirates˽?
      - Pourquoi UAE Team Emirates a-t-elle refusé d’apparaître dans la série˽?
      - Quand UAE Team Emirates a-t-elle dit non˽?
      - Qui, chez UAE Team Emirates, a décidé de refuser˽?
      - UAE Team Emirates a-t-elle changé d’avis par la suite˽?

    Source˽: [2]˽annonce en français (sans date)

    Ada> /lang en
    I now speak English.

    Ada> /me
    Your own settings

    Language: French, everywhere.
    Time for a question: the usual time.
    Boards: you appear on those across all servers.
    Rating: yours is announced at the end of a round.

    Ada> /moi langue:automatique durée:150 cote:discrète
    C’est enregistré.

    Vos propres réglages

    Langue˽: celle de votre application.
    Temps par question˽: 150˽% du temps habituel. Dans une partie à plusieurs, chaque question qui s’ouvre pendant que vous jouez en laisse autant à tout le monde.
    Classements˽: vous figurez dans ceux qui sont communs à tous les serveurs.
    Cote˽: la vôtre n’est pas annoncée à la fin d’une partie.

    Ada> /quiz 2 format:choice
    Ada starts a round: 2 questions, classic mode. A question closes once everybody who plays has answered it; with /quiz lobby:yes, others can join before the first one.

    Question 1 of 2
    On what exact date was the series due out?
      A. 11 May 2023
      B. 18 May 2023
      C. 8 June 2023
      D. 29 June 2023
    Answer with a letter. You have 20 seconds.

    Ada> /quiz stop
    The round was stopped.
      - 1. Ada: 0 points (0 of 0 right)

    Ada> /me pace:99
    “99” is not a possible pace of your own. Choose from 100 to 300, in percent of the usual time.

    Ada> /me language:klingon
    “klingon” does not fit the option “language”. Choose automatic, English or French.
    ");
    insta::assert_snapshot!(talk(&router, Lang::Fr, &["/moi", "/moi classements:masqué"]), @"
    Ada> /moi
    Vos propres réglages

    Langue˽: celle de votre application.
    Temps par question˽: 150˽% du temps habituel. Dans une partie à plusieurs, chaque question qui s’ouvre pendant que vous jouez en laisse autant à tout le monde.
    Classements˽: vous figurez dans ceux qui sont communs à tous les serveurs.
    Cote˽: la vôtre n’est pas annoncée à la fin d’une partie.

    Ada> /moi classements:masqué
    C’est enregistré.

    Vos propres réglages

    Langue˽: celle de votre application.
    Temps par question˽: 150˽% du temps habituel. Dans une partie à plusieurs, chaque question qui s’ouvre pendant que vous jouez en laisse autant à tout le monde.
    Classements˽: vous figurez dans ceux des serveurs où vous jouez, mais pas dans ceux qui sont communs à tous.
    Cote˽: la vôtre n’est pas annoncée à la fin d’une partie.
    ");
}

#[test]
fn people_see_take_and_delete_what_is_kept_of_them() {
    let router = router();
    let none = ["/privacy", "/privacy export"];
    insta::assert_snapshot!(talk(&router, Lang::En, &none), @r#"
    Ada> /privacy
    What I keep about you

    Nothing about you is stored.
    What you last asked about is remembered for five minutes and never stored.

    Ada> /privacy export
    Everything that is stored about you:

    {
      "answers": [],
      "cards": [],
      "daily": [],
      "feats": [],
      "people": [],
      "ratings": [],
      "reports": [],
      "results": [],
      "round_players": [],
      "rounds": [],
      "sums": [],
      "tallies": []
    }
    "#);
    wait(play(router.store().unwrap(), ("one", SERVER), 0, &[&[("ada", 5), ("bo", 5)][..]; 5]));
    let lines = [
        "/privacy show",
        "/privacy delete",
        "/privacy delete confirm:no",
        "/privacy delete confirm:yes",
        "/privacy",
        "/leaderboard",
    ];
    insta::assert_snapshot!(talk(&router, Lang::En, &lines), @"
    Ada> /privacy show
    What I keep about you
    Stored under your id
      - The name under which you played last, for the boards of all servers: until you delete it
      - The results of 5 of your answers: for 90 days
      - 11 running totals, for boards and statistics: until you delete them
      - One achievement, for badges: until you delete it

    What you last asked about is remembered for five minutes and never stored.
    /privacy export gives you everything, /privacy delete deletes it all at once.

    Ada> /privacy delete
    This deletes everything that is stored about you, everywhere and at once: answers, points, ratings, settings. You leave all boards, and a round that is running goes on without you. It can’t be undone.

    To confirm, type /privacy delete confirm:yes.

    Ada> /privacy delete confirm:no
    This deletes everything that is stored about you, everywhere and at once: answers, points, ratings, settings. You leave all boards, and a round that is running goes on without you. It can’t be undone.

    To confirm, type /privacy delete confirm:yes.

    Ada> /privacy delete confirm:yes
    Everything that was stored about you is deleted.

    Ada> /privacy
    What I keep about you

    Nothing about you is stored.
    What you last asked about is remembered for five minutes and never stored.

    Ada> /leaderboard
    Leaderboard: points, all time, in this server
    #1 Bo: 25 points

    Ada is not on this board yet.
    ");
    let lines = [
        "/as Bo",
        "/confidentialité",
        "/confidentialité supprimer",
        "/confidentialité supprimer confirmer:oui",
        "/confidentialité",
    ];
    insta::assert_snapshot!(talk(&router, Lang::Fr, &lines), @"
    Ada> /as Bo
    Vous êtes maintenant Bo.

    Bo> /confidentialité
    Ce que je garde sur vous
    Enregistré sous votre identifiant
      - Le nom sous lequel vous avez joué en dernier, pour les classements de tous les serveurs˽: jusqu’à ce que vous le supprimiez
      - Les résultats de 5 de vos réponses˽: pendant 90 jours
      - 11 totaux, pour les classements et les statistiques˽: jusqu’à ce que vous les supprimiez
      - Un exploit, pour les insignes˽: jusqu’à ce que vous le supprimiez

    Le dernier sujet de vos questions reste cinq minutes en mémoire et n’est jamais enregistré.
    /confidentialité exporter vous donne tout, /confidentialité supprimer efface tout aussitôt.

    Bo> /confidentialité supprimer
    Ceci supprime tout ce qui est enregistré sur vous, partout et aussitôt˽: réponses, points, cotes, réglages. Vous quittez tous les classements, et une partie en cours continue sans vous. C’est irréversible.

    Pour confirmer, tapez /confidentialité supprimer confirmer:oui.

    Bo> /confidentialité supprimer confirmer:oui
    Tout ce qui était enregistré sur vous est supprimé.

    Bo> /confidentialité
    Ce que je garde sur vous

    Rien n’est enregistré sur vous.
    Le dernier sujet de vos questions reste cinq minutes en mémoire et n’est jamais enregistré.
    ");
}

/// Plays as two people, deletes one in the middle of a round and looks for them in every row there is.
#[test]
fn who_is_deleted_is_gone_from_every_row_and_the_round_goes_on() {
    let url = format!("sqlite:{}", file("forgotten").display());
    let router = router_on(wait(Store::open(&url)).unwrap());
    let lines = [
        "/quiz 5 format:choice mode:elimination",
        "/as Zebulon",
        "/me pace:200 language:english",
        "/quiz join",
        "/quiz hint",
        "a",
        "/as Ada",
        "b",
        "/as Zebulon",
        "/practice",
        "b",
        "/practice stop",
        "/practice teams",
        "/as Ada",
        "c",
        "/as Zebulon",
        "who won the tour in 2022",
    ];
    let talked = talk(&router, Lang::En, &lines);
    assert!(talked.contains("Question 2 of 5"), "{talked}");
    let named = |texts: Vec<String>| -> Vec<String> {
        texts.into_iter().filter(|text| text.to_lowercase().contains("zebulon")).collect()
    };
    assert!(named(wait(dump(&url))).len() > 5);
    let lines = ["/as Zebulon", "/privacy delete confirm:yes", "/practice stop"];
    let deleted = talk(&router, Lang::En, &lines);
    assert!(deleted.contains("is deleted") && deleted.contains("not practising"), "{deleted}");
    let left = named(wait(dump(&url)));
    assert!(left.is_empty(), "{left:#?}");
    // Whoever is left plays on to the end.
    let letters = ["c", "c", "c", "c", "/wait 60", "/wait 60", "/wait 60", "/quiz"];
    let lines: Vec<&str> = std::iter::once("/quiz translate").chain(letters).collect();
    let rest = talk(&router, Lang::En, &lines);
    assert!(rest.contains("of 5") && rest.contains("The round is over"), "{rest}");
    assert!(!rest.to_lowercase().contains("zebulon"), "{rest}");
    let left = named(wait(dump(&url)));
    assert!(left.is_empty(), "{left:#?}");
    // Who comes back begins anew.
    let back = talk(&router, Lang::En, &["/as Zebulon", "/stats", "/privacy"]);
    assert!(
        back.contains("nothing to count") && back.contains("Nothing about you is stored"),
        "{back}"
    );
}
