//! Rounds and practice in the terminal: whole conversations.

use roadbook::facts::Lang;

use crate::talk::{router, talk};

#[test]
fn a_round_alone() {
    let lines =
        ["/quiz 3 format:choice", "z", "h", "/quiz hint", "b", "how many episodes?", "c", "b", "a"];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"
    Ada> /quiz 3 format:choice
    Ada starts a round: 3 questions, classic mode. A question closes once everybody who plays has answered it; with /quiz lobby:yes, others can join before the first one.

    Question 1 of 3
    On what exact date was the series due out?
      A. 11 May 2023
      B. 18 May 2023
      C. 8 June 2023
      D. 29 June 2023
    Answer with a letter. You have 13 seconds.

    Ada> z
    There is no such option. Choose A, B, C or D.

    Ada> h
    There is no such option. Choose A, B, C or D.

    Ada> /quiz hint
    A is wrong. A right answer is now worth half the points.

    Ada> b
    The answer is C: 8 June 2023.
    Not right.

    The series was due out on Netflix on 8 June 2023.
    Status: planned, partly inferred.
    Inferred: The preview gives 8 June without a year; the announcements promise the release for 2023.
    Sources: English announcement (31 March 2022), paragraph 3; French announcement (undated), paragraphs 1, 4 and 6; French preview of the release (undated), paragraphs 1, 2 and 5

    Why the other answers are wrong
      - A, B and D: A series comes out on one day, and the latest article names it. [1˽§˽3; 4˽§˽1]

    Sources: [1]˽English announcement (31 March 2022); [4]˽French preview of the release (undated)

    Question 2 of 3
    What nationality is Netflix?
      A. American
      B. German
      C. Swedish
      D. Canadian
    Answer with a letter. You have 12 seconds.

    Ada> how many episodes?
    The series has eight episodes.
    Sources: English announcement (31 March 2022), paragraph 2; French announcement (undated), paragraph 5; French preview of the release (undated), paragraphs 1 and 3

    Question 2 is still open. Answer with a letter.

    Ada> c
    The answer is A: American.
    Not right.

    Netflix is an American platform.
    Source: French announcement (undated), paragraph 5

    Why the other answers are wrong
      - B, C and D: The article names one nationality and no other. [2˽§˽5]

    Source: [2]˽French announcement (undated)

    Question 3 of 3
    Which of these teams does the series NOT follow?
      A. Jumbo-Visma
      B. AG2R Citroën
      C. Groupama-FDJ
      D. Movistar
    Answer with a letter. You have 14 seconds.

    Ada> b
    The answer is D: Movistar.
    Not right.

    What the articles say
      - A: Jumbo-Visma is one of the eight teams in the series. [1˽§˽2; 2˽§˽3; 4˽§˽8]
      - B: AG2R Citroën was announced as one of the eight teams in the series. (planned) [1˽§˽2; 2˽§˽3]
      - C: Groupama-FDJ was announced as one of the eight teams in the series. (planned) [1˽§˽2; 2˽§˽3]
      - D: Both announcements name the same eight teams and say that there are eight. [1˽§˽2; 2˽§˽3; 4˽§˽1]

    Sources: [1]˽English announcement (31 March 2022); [2]˽French announcement (undated); [4]˽French preview of the release (undated)

    The round is over.
      - 1. Ada: 0 points (0 of 3 right)

    What nobody got right
      - On what exact date was the series due out?
      - What nationality is Netflix?
      - Which of these teams does the series NOT follow?

    Type /quiz replay for another try.
    Ada now has a rating of 1,439.

    Ada> a
    No round is running here. Start one with /quiz.
    ");
}

#[test]
fn a_round_of_two_in_two_languages() {
    let lines = [
        "/quiz nombre:2 genre:choix bonus:oui",
        "/quiz",
        "/as Bo",
        "/lang en",
        "/quiz translate",
        "a",
        "b",
        "/quiz stop",
        "/quiz skip",
        "/as Ada",
        "c",
        "/quiz passer",
        "/as Bo",
        "/quiz skip",
        "/quiz replay",
    ];
    insta::assert_snapshot!(talk(&router(), Lang::Fr, &lines), @"
    Ada> /quiz nombre:2 genre:choix bonus:oui
    Ada lance une partie˽: 2 questions, mode classique. Une question se ferme dès que tous ceux qui jouent ont répondu˽; avec /quiz attente:oui, d’autres peuvent entrer avant la première.

    Question 1 sur 2
    À quelle date précise la série devait-elle sortir˽?
      A. 11 mai 2023
      B. 18 mai 2023
      C. 8 juin 2023
      D. 29 juin 2023
    Répondez par une lettre. Vous avez 14 secondes.

    Ada> /quiz
    Une partie est déjà en cours ici. Tapez /quiz rejoindre pour jouer aussi, ou /quiz arrêter pour y mettre fin.

    Ada> /as Bo
    Vous êtes maintenant Bo.

    Bo> /lang en
    I now speak English.

    Bo> /quiz translate
    Question 1 of 2
    On what exact date was the series due out?
      A. 11 May 2023
      B. 18 May 2023
      C. 8 June 2023
      D. 29 June 2023
    Answer with a letter. You have 14 seconds.

    Bo> a
    Your answer: A (11 May 2023). You can change it until the question closes.
    Bo rejoint la partie.
    Bo a répondu (1 sur 2).

    Bo> b
    Your answer: B (18 May 2023). You can change it until the question closes.
    Bo a changé de réponse (1 sur 2).

    Bo> /quiz stop
    Only Ada, who started the round, or a moderator can stop it.

    Bo> /quiz skip
    1 voix sur 2 pour passer cette question.

    Bo> /as Ada
    You now speak as Ada.

    Ada> c
    La réponse est C˽: 8 juin 2023.
    Bonne réponse˽: Ada (+11).

    La sortie de la série sur Netflix était prévue le 8 juin 2023.
    Statut˽: prévu, en partie déduit.
    Déduction˽: L’article sur la sortie donne le 8 juin sans l’année˽; les annonces promettent la série pour 2023.
    Sources˽: annonce en anglais (31 mars 2022), paragraphe 3˽; annonce en français (sans date), paragraphes 1, 4 et 6˽; article en français sur la sortie (sans date), paragraphes 1, 2 et 5

    Pourquoi les autres réponses sont fausses
      - A, B et D˽: Une série sort un jour donné, et l’article le plus récent l’indique. [1˽§˽3˽; 4˽§˽1]

    Sources˽: [1]˽annonce en anglais (31 mars 2022)˽; [4]˽article en français sur la sortie (sans date)

    Question 2 sur 2
    De quelle nationalité est Netflix˽?
      A. Américaine
      B. Allemande
      C. Suédoise
      D. Canadienne
    Répondez par une lettre. Vous avez 12 secondes.

    Ada> /quiz passer
    1 voix sur 2 pour passer cette question.

    Ada> /as Bo
    You now speak as Bo.

    Bo> /quiz skip
    Question passée˽: personne ne marque de points.
    La réponse est A˽: américaine.

    Netflix est une plateforme américaine.
    Source˽: annonce en français (sans date), paragraphe 5

    Pourquoi les autres réponses sont fausses
      - B, C et D˽: L’article indique cette nationalité et aucune autre. [2˽§˽5]

    Source˽: [2]˽annonce en français (sans date)

    La partie est terminée.
      - 1. Ada˽: 11 points (1 bonne réponse sur 1)
      - 2. Bo˽: 0 point (0 bonne réponse sur 1)

    Bonne réponse la plus rapide˽: Ada, question 1, après 10 s.
    Question la plus difficile˽: la n° 1, réussie par 1 sur 2.
    Ada a désormais une cote de 1˽513.
    Bo a désormais une cote de 1˽451.

    Bo> /quiz replay
    There is nothing to replay here: no round has ended yet, or every question was answered right by somebody.
    ");
}

#[test]
fn every_format_is_played() {
    let lines = [
        "/quiz 1 format:true-or-false",
        "true",
        "/quiz 1 format:rumour-or-fact",
        "b",
        "/quiz 1 format:pick-all",
        "a c",
        "/quiz 1 format:order",
        "a b",
        "/quiz hint",
        "b a c",
        "/quiz 1 format:match",
        "1a",
        "1a 2b 3c",
        "/quiz stop",
        "/quiz 1 format:number",
        "lots",
        "/quiz hint",
        "2,100",
        "/quiz 1 format:typed",
        "/quiz hint",
        "Jumbo",
    ];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"
    Ada> /quiz 1 format:true-or-false
    Ada starts a round: one question, classic mode. A question closes once everybody who plays has answered it; with /quiz lobby:yes, others can join before the first one.

    Question 1 of 1
    True or false? When the series was announced, Box to Box Films was filming two series besides the one on the Tour.
      A. True
      B. False
    Answer with a letter. You have 15 seconds.

    Ada> true
    The answer is A: true.
    Correct: Ada (+10).

    At the time of the French announcement, Box to Box Films was filming two other docuseries.
    Source: French announcement (undated), paragraph 5

    The round is over.
      - 1. Ada: 10 points (1 of 1 right)

    Ada now has a rating of 1,507.

    Ada> /quiz 1 format:rumour-or-fact
    Ada starts a round: one question, classic mode. A question closes once everybody who plays has answered it; with /quiz lobby:yes, others can join before the first one.

    Question 1 of 1
    Fact, rumour or never said? In episode 6, Julian Alaphilippe follows the Tour on television.
      A. Told as a fact
      B. Only planned, expected, reported or rumoured
      C. Said by no article
    Answer with a letter; where articles differ, the surest one counts. You have 18 seconds.

    Ada> b
    The answer is C: said by no article.
    Not right.
    No article says so. What they do say:

    Jonas Vingegaard is named as the Jumbo-Visma rider chasing yellow in episode 2.
    Source: French preview of the release (undated), paragraph 8

    The round is over.
      - 1. Ada: 0 points (0 of 1 right)

    What nobody got right
      - Fact, rumour or never said? In episode 6, Julian Alaphilippe follows the Tour on television.

    Type /quiz replay for another try.
    Ada now has a rating of 1,492.

    Ada> /quiz 1 format:pick-all
    Ada starts a round: one question, classic mode. A question closes once everybody who plays has answered it; with /quiz lobby:yes, others can join before the first one.

    Question 1 of 1
    Which of these claims are true?
      A. The stage that set off from Dunkirk finished in Calais.
      B. The cobbled stage to Arenberg Porte du Hainaut was part of the 2022 Tour de France.
      C. The stage to Arenberg Porte du Hainaut set off from Calais.
      D. The opening time trial of the 2022 Tour was held in Copenhagen.
    Answer with all the letters that are right, as in A D. You have 33 seconds.

    Ada> a c
    The right ones are A, B and D.
    Not right.

    What the articles say
      - A: The stage from Dunkirk finished in Calais. [4˽§˽8]
      - B: The stage to Arenberg Porte du Hainaut was part of the 2022 Tour. [4˽§˽8]
      - C: The stage to Arenberg Porte du Hainaut started in Lille Métropole. [4˽§˽8]
      - D: The opening time trial was held in Copenhagen. [4˽§˽7]

    Source: [4]˽French preview of the release (undated)

    The round is over.
      - 1. Ada: 0 points (0 of 1 right)

    What nobody got right
      - Which of these claims are true?
        The stage that set off from Dunkirk finished in Calais; The cobbled stage to Arenberg Porte du Hainaut was part of the 2022 Tour de France; The stage to Arenberg Porte du Hainaut set off from Calais; The opening time trial of the 2022 Tour was held in Copenhagen

    Type /quiz replay for another try.
    Ada now has a rating of 1,478.

    Ada> /quiz 1 format:order
    Ada starts a round: one question, classic mode. A question closes once everybody who plays has answered it; with /quiz lobby:yes, others can join before the first one.

    Question 1 of 1
    Put these in chronological order, the earliest first.
      A. The start of filming
      B. The release of “Plan B”
      C. The making of “Code Yellow”
    Answer with the letters in order, as in B C A. You have 30 seconds.

    Ada> a b
    Name each option once, as in B C A.

    Ada> /quiz hint
    C comes first. A right answer is now worth half the points.

    Ada> b a c
    The answer is C B A.
    Not right.

    What the articles say
      - A: Filming was to start in March 2022. (planned) [1˽§˽3]
      - B: “Plan B” came out in 2021. (inferred) [3˽§˽8]
      - C: “Code Yellow” was made in 2020. [3˽§˽8]

    Sources: [1]˽English announcement (31 March 2022); [3]˽English report on the talks (4 March 2022)

    The round is over.
      - 1. Ada: 0 points (0 of 1 right)

    What nobody got right
      - Put these in chronological order, the earliest first.
        the start of filming; the release of “Plan B”; the making of “Code Yellow”

    Type /quiz replay for another try.
    Ada now has a rating of 1,478.

    Ada> /quiz 1 format:match
    Ada starts a round: one question, classic mode. A question closes once everybody who plays has answered it; with /quiz lobby:yes, others can join before the first one.

    Question 1 of 1
    Match each production with the team or company that made it.
      1. Backstage Pass
      2. Drive to Survive
      3. Code Yellow
          A. Box to Box Films
          B. GreenEdge
          C. Jumbo-Visma
    Answer with the number and letter of each pair, as in 1B 2C 3A. You have 31 seconds.

    Ada> 1a
    Name each option once, as in 1B 2C 3A.

    Ada> 1a 2b 3c
    The answer is 1B 2A 3C.
    Not right.

    What the articles say
      - 1: “Backstage Pass” was the work of the team GreenEdge. [5˽§˽8]
      - 2: Box to Box Films makes “Drive to Survive”. [2˽§˽5; 3˽§˽2; 5˽§˽6]
      - 3: “Code Yellow” was made by Jumbo-Visma. [3˽§˽8]

    Sources: [2]˽French announcement (undated); [3]˽English report on the talks (4 March 2022); [5]˽VeloNews report on the talks (4 March 2022)

    The round is over.
      - 1. Ada: 0 points (0 of 1 right)

    What nobody got right
      - Match each production with the team or company that made it.
        Backstage Pass; Drive to Survive; Code Yellow

    Type /quiz replay for another try.
    Ada now has a rating of 1,437.

    Ada> /quiz stop
    No round is running here. Start one with /quiz.

    Ada> /quiz 1 format:number
    Ada starts a round: one question, classic mode. A question closes once everybody who plays has answered it; with /quiz lobby:yes, others can join before the first one.

    Question 1 of 1
    How many days was the 2022 Tour to last, first and last included?
    Answer with a number; the closest wins. You have 20 seconds.

    Ada> lots
    “lots” is not a number. Type one, as in 42.

    Ada> /quiz hint
    There is no hint for this question, or none is left.

    Ada> 2,100
    The answer: 24˽days.
    Not right.

    From 1 to 24 July, the 2022 Tour was to span 24 days.
    Status: planned, partly inferred (31 March 2022).
    Inferred: From 1 to 24 July, both included, there are 24 days.
    Sources: English announcement (31 March 2022), paragraph 4; French announcement (undated), paragraph 1; French preview of the release (undated), paragraph 8

    The round is over.
      - 1. Ada: 0 points (0 of 1 right)

    What nobody got right
      - How many days was the 2022 Tour to last, first and last included?

    Type /quiz replay for another try.
    Ada now has a rating of 1,400.

    Ada> /quiz 1 format:typed
    Ada starts a round: one question, classic mode. A question closes once everybody who plays has answered it; with /quiz lobby:yes, others can join before the first one.

    Question 1 of 1
    In which city did the 2022 Tour de France open?
    Type the answer; small slips are forgiven. You have 19 seconds.

    Ada> /quiz hint
    It begins with C and has 10 letters. A right answer is now worth half the points.

    Ada> Jumbo
    The answer: Copenhagen.
    Not right.

    The 2022 Tour de France opened in Copenhagen, with a time trial.
    Source: French preview of the release (undated), paragraph 7

    The round is over.
      - 1. Ada: 0 points (0 of 1 right)

    What nobody got right
      - In which city did the 2022 Tour de France open?

    Type /quiz replay for another try.
    Ada now has a rating of 1,400.
    ");
}

#[test]
fn le_temps_passe() {
    let lines = [
        "/quiz 3 genre:vrai-ou-faux mode:élimination",
        "/attendre 12",
        "/attendre 60",
        "vrai",
        "/attendre 200",
        "/attendre 200",
        "/attendre demain",
        "a",
    ];
    insta::assert_snapshot!(talk(&router(), Lang::Fr, &lines), @"
    Ada> /quiz 3 genre:vrai-ou-faux mode:élimination
    Ada lance une partie˽: 3 questions, mode élimination. Une question se ferme dès que tous ceux qui jouent ont répondu˽; avec /quiz attente:oui, d’autres peuvent entrer avant la première.

    Question 1 sur 3
    Vrai ou faux˽? À l’annonce de la série, Box to Box Films tournait deux séries en plus de celle sur le Tour.
      A. Vrai
      B. Faux
    Répondez par une lettre. Vous avez 15 secondes.

    Ada> /attendre 12
    12 secondes passent.

    Ada> /attendre 60
    60 secondes passent.

    La réponse est A˽: vrai.
    Personne n’a répondu.

    Au moment de l’annonce en français, Box to Box Films tournait deux autres docu-séries.
    Source˽: annonce en français (sans date), paragraphe 5

    Question 2 sur 3
    Vrai ou faux˽? Le Tour sur lequel Primož Roglič a perdu le maillot jaune, comme le montre «˽Code Yellow˽», était celui de 2020.
      A. Vrai
      B. Faux
    Répondez par une lettre. Vous avez 16 secondes.

    Ada> vrai
    La réponse est A˽: vrai.
    Bonne réponse˽: Ada (+10).

    Le Tour montré dans «˽Code Yellow˽», sur lequel Primož Roglič a perdu le maillot jaune, était celui de 2020.
    Statut˽: déduit.
    Déduction˽: «˽Code Yellow˽» date de 2020, et Tadej Pogačar, qui y prend le maillot, a gagné le Tour de cette année-là.
    Sources˽: article en anglais sur les discussions (4 mars 2022), paragraphe 8˽; article en français sur la sortie (sans date), paragraphe 8

    Question 3 sur 3
    Vrai ou faux˽? Le parcours du Tour de France 2022 devait faire environ 3˽328˽kilomètres.
      A. Vrai
      B. Faux
    Répondez par une lettre. Vous avez 14 secondes.

    Ada> /attendre 200
    200 secondes passent.

    La réponse est A˽: vrai.
    Personne n’a répondu.

    Les 2˽068 miles du Tour 2022 font environ 3˽328 kilomètres.
    Statut˽: prévu, en partie déduit (31 mars 2022).
    Déduction˽: Un mile vaut 1,609344 kilomètre˽; 2˽068 miles font donc environ 3˽328 kilomètres.
    Source˽: annonce en anglais (31 mars 2022), paragraphe 4

    La partie est terminée.
      - 1. Ada˽: 10 points (1 bonne réponse sur 3), 1 vie restante

    Ce que personne n’a trouvé
      - Vrai ou faux˽? À l’annonce de la série, Box to Box Films tournait deux séries en plus de celle sur le Tour.
      - Vrai ou faux˽? Le parcours du Tour de France 2022 devait faire environ 3˽328˽kilomètres.

    Tapez /quiz rejouer pour une nouvelle tentative.
    Ada a désormais une cote de 1˽507.

    Ada> /attendre 200
    200 secondes passent.

    Ada> /attendre demain
    Tapez le nombre de secondes à laisser passer, comme /attendre 30˽; une heure au plus.

    Ada> a
    Aucune partie n’est en cours ici. Lancez-en une avec /quiz.
    ");
}

#[test]
fn what_nobody_had_right_is_replayed() {
    let lines = [
        "/quiz replay",
        "/quiz 2 difficulty:hard format:typed",
        "nobody",
        "no idea",
        "/quiz replay",
        "/quiz stop",
    ];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"
    Ada> /quiz replay
    There is nothing to replay here: no round has ended yet, or every question was answered right by somebody.

    Ada> /quiz 2 difficulty:hard format:typed
    Ada starts a round: 2 questions, classic mode. A question closes once everybody who plays has answered it; with /quiz lobby:yes, others can join before the first one.

    Question 1 of 2
    Who unveiled the series?
    Type the answer; small slips are forgiven. You have 18 seconds.

    Ada> nobody
    The answer: Netflix.
    Not right.

    Netflix itself unveiled the series.
    Source: French preview of the release (undated), paragraph 2

    Question 2 of 2
    Which team did Miguel Ángel López fall out with?
    Type the answer; small slips are forgiven. You have 19 seconds.

    Ada> no idea
    The answer: Movistar.
    Not right.

    Miguel Ángel López had a turbulent falling-out with Movistar.
    Source: VeloNews report on the talks (4 March 2022), paragraph 10

    The round is over.
      - 1. Ada: 0 points (0 of 2 right)

    What nobody got right
      - Who unveiled the series?
      - Which team did Miguel Ángel López fall out with?

    Type /quiz replay for another try.
    Ada now has a rating of 1,471.

    Ada> /quiz replay
    Ada replays the 2 questions that nobody got right.

    Question 1 of 2
    Who unveiled the series?
    Type the answer; small slips are forgiven. You have 18 seconds.

    Ada> /quiz stop
    The round was stopped.
      - 1. Ada: 0 points (0 of 0 right)
    ");
}

#[test]
fn practice_comes_back_to_what_was_missed() {
    let lines = [
        "/practice stop", "/practice teams", "/practice", "b", "/practice stop", "/wait 700",
        "/practice", "/practice stop",
    ];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"
    Ada> /practice stop
    You are not practising. Start with /practice.

    Ada> /practice teams
    Practice

    You play alone: what you miss comes back soon, what you know comes back later. /practice stop ends it.

    Question 1 of 10
    True or false? The series follows six teams.
      A. True
      B. False
    Answer with a letter. You have 144 seconds.

    Ada> /practice
    You are already practising. /practice stop ends it.

    Question 1 of 10
    True or false? The series follows six teams.
      A. True
      B. False
    Answer with a letter. You have 144 seconds.

    Ada> b
    The answer is B: false.
    Correct: Ada (+10).

    The series follows eight teams.
    Sources: English announcement (31 March 2022), paragraphs 1 and 2; French announcement (undated), paragraph 3; French preview of the release (undated), paragraph 1

    Question 2 of 10
    Which of these teams does the series follow?
      A. AG2R Citroën
      B. GreenEdge
      C. UAE Team Emirates
    Answer with a letter. Take your time.

    Ada> /practice stop
    Practice is over: 1 of 1 right.
    Nothing comes up again within a day.

    Ada> /wait 700
    700 seconds pass.

    Ada> /practice
    Practice

    You play alone: what you miss comes back soon, what you know comes back later. /practice stop ends it.

    Question 1 of 10
    Put these in chronological order, the earliest first.
      A. The release of “Plan B”
      B. The making of “Code Yellow”
      C. The articles on the talks
    Answer with the letters in order, as in B C A. Take your time.

    Ada> /practice stop
    Practice is over: 0 of 0 right.
    Nothing comes up again within a day.
    ");
}

#[test]
fn options_that_make_no_sense_get_polite_replies() {
    let lines = [
        "/quiz 0",
        "/quiz 10000000",
        "/quiz many",
        "/quiz format:sonnet",
        "/quiz topic:chess",
        "/quiz mode:knockout",
        "/quiz pace:9999",
        "/quiz topic:teams format:order",
        "/quiz 50 format:number topic:people",
        "/quiz stop",
        "/practice topic:chess",
        "/quiz join",
        "/quiz leave",
        "b",
    ];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"
    Ada> /quiz 0
    “0” is not a possible number of questions. Choose from 1 to 50.

    Ada> /quiz 10000000
    “10000000” is not a possible number of questions. Choose from 1 to 50.

    Ada> /quiz many
    “many” is not a possible number of questions. Choose from 1 to 50.

    Ada> /quiz format:sonnet
    “sonnet” does not fit the option “format”. Choose choice, true-or-false, rumour-or-fact, pick-all, order, match, number or typed.

    Ada> /quiz topic:chess
    “chess” does not fit the option “topic”. Choose teams, people, series, episodes, race, makers, others or rumours.

    Ada> /quiz mode:knockout
    “knockout” does not fit the option “mode”. Choose classic, race, elimination or relaxed.

    Ada> /quiz pace:9999
    “9999” is not a possible pace. Choose from 50 to 400, in percent of the usual time.

    Ada> /quiz topic:teams format:order
    There is no question of that kind on that topic, but there are 299 others. Leave out one of the options.

    Ada> /quiz 50 format:number topic:people
    There is no question of that kind on that topic, but there are 343 others. Leave out one of the options.

    Ada> /quiz stop
    No round is running here. Start one with /quiz.

    Ada> /practice topic:chess
    “chess” does not fit the option “topic”. Choose teams, people, series, episodes, race, makers, others or rumours.

    Ada> /quiz join
    No round is running here. Start one with /quiz.

    Ada> /quiz leave
    No round is running here. Start one with /quiz.

    Ada> b
    No round is running here. Start one with /quiz.
    ");
}

#[test]
fn players_gather_before_a_round_and_arrange_it() {
    let lines = [
        "/quiz 3 topic:teams lobby:yes",
        "/quiz set",
        "/as Zoé",
        "/lang fr",
        "/quiz set mode:course",
        "/quiz commencer",
        "/quiz rejoindre",
        "/quiz indice",
        "a",
        "/as Ada",
        "/quiz set count:2 topic:any mode:race",
        "/quiz set count:0",
        "/wait 40",
        "/quiz begin",
        "/quiz stop",
    ];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"
    Ada> /quiz 3 topic:teams lobby:yes
    Ada is setting up a quiz round
    3 questions, classic mode. Topic: teams.
    Playing: Ada.
    It begins in 30 seconds. Type /quiz join to play along, /quiz begin to start at once, /quiz set to change it.

    Ada> /quiz set
    Choose how to play; what you don’t choose stays as it is.

      - Count: [3 questions], 5 questions, 10 questions, 15 questions, 20 questions
      - Topic: any, [teams], people, series, episodes, race, makers, others, rumours
      - Format: [any], choice, true-or-false, rumour-or-fact, pick-all, order, match, number, typed
      - Difficulty: [any], easy, medium, hard
      - Mode: [classic], race, elimination, relaxed

    What stands in brackets is chosen now. To change something, type it, as in /quiz set count:10 difficulty:hard.

    Ada> /as Zoé
    You now speak as Zoé.

    Zoé> /lang fr
    Je parle maintenant français.

    Zoé> /quiz set mode:course
    Seule la personne qui a préparé la partie, Ada, ou un modérateur peut le faire.

    Ada is setting up a quiz round
    3 questions, classic mode. Topic: teams.
    Playing: Ada.
    It begins in 26 seconds. Type /quiz join to play along, /quiz begin to start at once, /quiz set to change it.

    Zoé> /quiz commencer
    Seule la personne qui a préparé la partie, Ada, ou un modérateur peut le faire.

    Zoé> /quiz rejoindre
    Vous participez. La partie commence dans un instant.
    Zoé has joined the round.

    Zoé> /quiz indice
    La partie n’a pas encore commencé˽: la première question arrive dans un instant.

    Zoé> a
    Cela ne semble pas concerner la série documentaire de Netflix sur le Tour de France 2022, je ne peux donc pas répondre. /aide montre ce que je sais faire.

    Zoé> /as Ada
    Vous êtes maintenant Ada.

    Ada> /quiz set count:2 topic:any mode:race
    La partie est réglée ainsi.
    The set-up of the round has changed.

    Ada is setting up a quiz round
    2 questions, race mode.
    Playing: Ada and Zoé.
    It begins in 20 seconds. Type /quiz join to play along, /quiz begin to start at once, /quiz set to change it.

    Ada> /quiz set count:0
    «˽0˽» n’est pas un nombre de questions possible. Choisissez de 1 à 50.

    Ada> /wait 40
    40 secondes passent.

    Question 1 of 2
    Which team is “The Least Expected Day” about?
    Type the answer; small slips are forgiven. You have 19 seconds.

    Ada> /quiz begin
    La partie a déjà commencé.

    Ada> /quiz stop
    The round was stopped.
      - 1. Ada: 0 points (0 of 0 right)
      - 1. Zoé: 0 points (0 of 0 right)
    ");
}
