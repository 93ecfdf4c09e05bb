//! Rounds and practice in the terminal: whole conversations.

use roadbook::facts::Lang;

use crate::talk::{router, talk};

#[test]
fn a_round_alone() {
    let lines =
        ["/quiz 3 format:choice", "z", "h", "/quiz hint", "b", "how many episodes?", "c", "b", "a"];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"
    Ada> /quiz 3 format:choice
    Ada starts a round: 3 questions, classic. Play along with /quiz join, or just answer.

    Question 1 of 3
    What nationality is Box to Box Films?
      A. Canadian
      B. French
      C. Irish
      D. British
    Answer with a letter. You have 12 seconds.

    Ada> z
    There is no such option. Choose A, B, C or D.

    Ada> h
    There is no such option. Choose A, B, C or D.

    Ada> /quiz hint
    A is wrong. A right answer is now worth half.

    Ada> b
    The answer is D: British.
    Nobody had it right.

    Box to Box Films is British.
    Source: French announcement (undated), paragraph 5

    Why the others are wrong
      - A, B and C: The article names one nationality and no other. [2˽§˽5]

    Source: [2]˽French announcement (undated)

    Question 2 of 3
    Which of these teams is Spanish?
      A. Jumbo-Visma
      B. Ineos Grenadiers
      C. GreenEdge
      D. Movistar
    Answer with a letter. You have 13 seconds.

    Ada> how many episodes?
    The series has eight episodes.
    Sources: English announcement (31 March 2022), paragraph 2; French announcement (undated), paragraph 5; French preview of the release (undated), paragraphs 1 and 3

    Ada> c
    The answer is D: Movistar.
    Nobody had it right.

    Movistar is a Spanish team.
    Source: VeloNews report on the talks (4 March 2022), paragraph 9

    Why the others are wrong
      - A: Jumbo-Visma is a Dutch team. [3˽§˽8]
      - B: Ineos Grenadiers is a British team. [3˽§˽4]
      - C: GreenEdge is an Australian team. [5˽§˽8]

    Sources: [3]˽English report on the talks (4 March 2022); [5]˽VeloNews report on the talks (4 March 2022)

    Question 3 of 3
    In which month was filming to end?
      A. March 2022
      B. June 2022
      C. July 2022
      D. September 2022
    Answer with a letter. You have 13 seconds.

    Ada> b
    The answer is C: July 2022.
    Nobody had it right.

    Filming was to end in July 2022.
    Status: planned (31 March 2022).
    How it turned out: The later preview only says that the series was filmed during the 2022 Tour.
    Sources: English announcement (31 March 2022), paragraph 3; French announcement (undated), paragraph 2

    Why the others are wrong
      - A, B and D: The articles give one answer to this, and it leaves no room for another. [1˽§˽3; 2˽§˽2]

    Sources: [1]˽English announcement (31 March 2022); [2]˽French announcement (undated)

    The round is over.
      - 1. Ada: 0 points (0 of 3 right)

    What nobody had right
      - What nationality is Box to Box Films?
      - Which of these teams is Spanish?
      - In which month was filming to end?

    Type /quiz replay to play these once more.
    Rating of Ada: 1,414.

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
    Ada lance une partie˽: 2 questions, classique. Jouez aussi avec /quiz rejoindre, ou répondez simplement.

    Question 1 sur 2
    De quelle nationalité est Box to Box Films˽?
      A. Canadienne
      B. Française
      C. Irlandaise
      D. Britannique
    Répondez par une lettre. Vous avez 13 secondes.

    Ada> /quiz
    Une partie est déjà en cours ici. Jouez aussi avec /quiz rejoindre, ou arrêtez-la avec /quiz arrêter.

    Ada> /as Bo
    Vous êtes maintenant˽: Bo.

    Bo> /lang en
    I now speak English.

    Bo> /quiz translate
    Question 1 of 2
    What nationality is Box to Box Films?
      A. Canadian
      B. French
      C. Irish
      D. British
    Answer with a letter. You have 13 seconds.

    Bo> a
    Your answer: A (Canadian). You can change it until the time is up.
    Bo rejoint la partie.
    Bo a répondu (1 sur 2).

    Bo> b
    Your answer: B (French). You can change it until the time is up.
    Bo a changé de réponse (1 sur 2).

    Bo> /quiz stop
    Only Ada, who started the round, or a moderator can stop it.

    Bo> /quiz skip
    1 voix sur 2 pour passer cette question.

    Bo> /as Ada
    You now speak as Ada.

    Ada> c
    La réponse est D˽: britannique.
    Personne n’a trouvé.

    Box to Box Films est une société britannique.
    Source˽: annonce en français (sans date), paragraphe 5

    Pourquoi les autres sont fausses
      - A, B et C˽: L’article indique cette nationalité et aucune autre. [2˽§˽5]

    Source˽: [2]˽annonce en français (sans date)

    Question 2 sur 2
    Laquelle de ces équipes est espagnole˽?
      A. Jumbo-Visma
      B. Ineos Grenadiers
      C. GreenEdge
      D. Movistar
    Répondez par une lettre. Vous avez 13 secondes.

    Ada> /quiz passer
    1 voix sur 2 pour passer cette question.

    Ada> /as Bo
    You now speak as Bo.

    Bo> /quiz skip
    La question est passée˽; personne ne marque.
    La réponse est D˽: Movistar.

    Movistar est une équipe espagnole.
    Source˽: article de VeloNews sur les discussions (4 mars 2022), paragraphe 9

    Pourquoi les autres sont fausses
      - A˽: Jumbo-Visma est une équipe néerlandaise. [3˽§˽8]
      - B˽: Ineos Grenadiers est une équipe britannique. [3˽§˽4]
      - C˽: GreenEdge est une équipe australienne. [5˽§˽8]

    Sources˽: [3]˽article en anglais sur les discussions (4 mars 2022)˽; [5]˽article de VeloNews sur les discussions (4 mars 2022)

    La partie est terminée.
      - 1. Ada˽: 0 point (0 sur 2)
      - 1. Bo˽: 0 point (0 sur 2)

    Ce que personne n’a trouvé
      - De quelle nationalité est Box to Box Films˽?

    Tapez /quiz rejouer pour rejouer ces questions.
    Classement de Ada˽: 1˽486.
    Classement de Bo˽: 1˽485.

    Bo> /quiz replay
    Bo replays the question that nobody had right.

    Question 1 of 1
    What nationality is Box to Box Films?
      A. Canadian
      B. French
      C. Irish
      D. British
    Answer with a letter. You have 12 seconds.
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
    Ada starts a round: one question, classic. Play along with /quiz join, or just answer.

    Question 1 of 1
    True or false? “The Least Expected Day” is about the team Movistar.
      A. True
      B. False
    Answer with a letter. You have 13 seconds.

    Ada> true
    The answer is A: true.
    Correct: Ada (+10).

    “The Least Expected Day” is about the Movistar team.
    Sources: English report on the talks (4 March 2022), paragraph 7; VeloNews report on the talks (4 March 2022), paragraphs 2 and 9

    The round is over.
      - 1. Ada: 10 points (1 of 1 right)

    Rating of Ada: 1,507.

    Ada> /quiz 1 format:rumour-or-fact
    Ada starts a round: one question, classic. Play along with /quiz join, or just answer.

    Question 1 of 1
    Fact, rumour or never said? “Drive to Survive” is a huge success.
      A. Told as a fact
      B. Only planned, expected, reported or rumoured
      C. Said by no article
    Answer with a letter; where articles differ, the surest counts. You have 16 seconds.

    Ada> b
    The answer is A: told as a fact.
    Nobody had it right.

    “Drive to Survive” is hugely popular.
    Sources: English report on the talks (4 March 2022), paragraph 2; VeloNews report on the talks (4 March 2022), paragraph 6

    The round is over.
      - 1. Ada: 0 points (0 of 1 right)

    What nobody had right
      - Fact, rumour or never said? “Drive to Survive” is a huge success.

    Type /quiz replay to play these once more.
    Rating of Ada: 1,460.

    Ada> /quiz 1 format:pick-all
    Ada starts a round: one question, classic. Play along with /quiz join, or just answer.

    Question 1 of 1
    Which of these claims are true?
      A. The team Jumbo-Visma is Italian.
      B. The team GreenEdge is Australian.
      C. Dolores Emile works for Netflix.
      D. It was in Paris that Jonas Vingegaard won the 2022 Tour.
    Answer with all the letters that are right, as in A D. You have 27 seconds.

    Ada> a c
    The right ones are B, C and D.
    Nobody had it right.

    What the articles say
      - A: Jumbo-Visma is a Dutch team. [3˽§˽8]
      - B: GreenEdge is an Australian team. [5˽§˽8]
      - C: Dolores Emile works for Netflix. [1˽§˽5]
      - D: Jonas Vingegaard won the 2022 Tour in Paris. [4˽§˽8]

    Sources: [1]˽English announcement (31 March 2022); [3]˽English report on the talks (4 March 2022); [4]˽French preview of the release (undated); [5]˽VeloNews report on the talks (4 March 2022)

    The round is over.
      - 1. Ada: 0 points (0 of 1 right)

    What nobody had right
      - Which of these claims are true?

    Type /quiz replay to play these once more.
    Rating of Ada: 1,448.

    Ada> /quiz 1 format:order
    Ada starts a round: one question, classic. Play along with /quiz join, or just answer.

    Question 1 of 1
    Put these in order of time, the earliest first.
      A. The first reports on the talks
      B. The release of “Plan B”
      C. The time trial in Copenhagen
      D. The finish of the Tour that the series follows
    Answer with the letters in order, as in C D A B. You have 33 seconds.

    Ada> a b
    Name each option once, as in C D A B.

    Ada> /quiz hint
    B comes first. A right answer is now worth half.

    Ada> b a c
    Name each option once, as in C D A B.

    Ada> /quiz 1 format:match
    A round is running here already. Play along with /quiz join, or end it with /quiz stop.

    Ada> 1a
    Name each option once, as in C D A B.

    Ada> 1a 2b 3c
    The articles don’t say that.

    The nearest thing that they do say: The 2,068 miles of the 2022 Tour make about 3,328 kilometres.
    Status: planned, partly inferred (31 March 2022).
    Inferred: A mile is 1.609344 kilometres, so 2,068 miles are about 3,328 kilometres.
    Source: English announcement (31 March 2022), paragraph 4

    Ada> /quiz stop
    The round was stopped.
      - 1. Ada: 0 points (0 of 0 right)

    Ada> /quiz 1 format:number
    Ada starts a round: one question, classic. Play along with /quiz join, or just answer.

    Question 1 of 1
    Over how many days was the 2022 Tour to span, first and last included?
    Answer with a number; the closest wins. You have 20 seconds.

    Ada> lots
    “lots” is not a number. Type one, as in 42.

    Ada> /quiz hint
    There is no hint for this question, or no further one.

    Ada> 2,100
    The answer is: 24˽days.
    Nobody had it right.

    From 1 to 24 July, the 2022 Tour was to span 24 days.
    Status: planned, partly inferred (31 March 2022).
    Inferred: From 1 to 24 July, both included, there are 24 days.
    Sources: English announcement (31 March 2022), paragraph 4; French announcement (undated), paragraph 1; French preview of the release (undated), paragraph 8

    The round is over.
      - 1. Ada: 0 points (0 of 1 right)

    What nobody had right
      - Over how many days was the 2022 Tour to span, first and last included?

    Type /quiz replay to play these once more.
    Rating of Ada: 1,409.

    Ada> /quiz 1 format:typed
    Ada starts a round: one question, classic. Play along with /quiz join, or just answer.

    Question 1 of 1
    To whom did Primož Roglič lose the yellow jersey at the Tour shown in “Code Yellow”?
    Type the answer; small slips are forgiven. You have 21 seconds.

    Ada> /quiz hint
    It begins with T and has 12 letters. A right answer is now worth half.

    Ada> Jumbo
    The answer is: Tadej Pogačar.
    Nobody had it right.

    Primož Roglič lost the yellow jersey to Tadej Pogačar at the Tour de France shown in “Code Yellow”.
    Source: English report on the talks (4 March 2022), paragraph 8

    The round is over.
      - 1. Ada: 0 points (0 of 1 right)

    What nobody had right
      - To whom did Primož Roglič lose the yellow jersey at the Tour shown in “Code Yellow”?

    Type /quiz replay to play these once more.
    Rating of Ada: 1,401.
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
    Ada lance une partie˽: 3 questions, élimination. Jouez aussi avec /quiz rejoindre, ou répondez simplement.

    Question 1 sur 3
    Vrai ou faux˽? «˽The Least Expected Day˽» est consacré à l’équipe Movistar.
      A. Vrai
      B. Faux
    Répondez par une lettre. Vous avez 13 secondes.

    Ada> /attendre 12
    12 secondes passent.

    Ada> /attendre 60
    La réponse est A˽: vrai.
    Personne n’a répondu.

    «˽The Least Expected Day˽» est consacré à l’équipe Movistar.
    Sources˽: article en anglais sur les discussions (4 mars 2022), paragraphe 7˽; article de VeloNews sur les discussions (4 mars 2022), paragraphes 2 et 9

    Question 2 sur 3
    Vrai ou faux˽? Sur le Tour montré dans «˽Code Yellow˽», Primož Roglič a perdu le maillot jaune au profit de Tadej Pogačar.
      A. Vrai
      B. Faux
    Répondez par une lettre. Vous avez 16 secondes.

    60 secondes passent.

    La réponse est A˽: vrai.
    Personne n’a répondu.

    Sur le Tour de France montré dans «˽Code Yellow˽», Primož Roglič a perdu le maillot jaune au profit de Tadej Pogačar.
    Source˽: article en anglais sur les discussions (4 mars 2022), paragraphe 8

    Deux questions de suite sont restées sans réponse, la partie est donc terminée.
      - 1. Ada˽: 0 point (0 sur 2), 1 vie restante

    Ce que personne n’a trouvé
      - Vrai ou faux˽? «˽The Least Expected Day˽» est consacré à l’équipe Movistar.
      - Vrai ou faux˽? Sur le Tour montré dans «˽Code Yellow˽», Primož Roglič a perdu le maillot jaune au profit de Tadej Pogačar.

    Tapez /quiz rejouer pour rejouer ces questions.

    Ada> vrai
    Laquelle de ces questions vouliez-vous poser˽?

      Le Tour 2022 devait-il comprendre des étapes de montagne˽?
      Combien d’équipes la série suit-elle˽?

    Ada> /attendre 200
    200 secondes passent.

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
    There is nothing to replay here: no round has ended yet, or somebody had every question right.

    Ada> /quiz 2 difficulty:hard format:typed
    Ada starts a round: 2 questions, classic. Play along with /quiz join, or just answer.

    Question 1 of 2
    Who unveiled the series?
    Type the answer; small slips are forgiven. You have 18 seconds.

    Ada> nobody
    The answer is: Netflix.
    Nobody had it right.

    Netflix itself unveiled the series.
    Source: French preview of the release (undated), paragraph 2

    Question 2 of 2
    Which team did Miguel Ángel López fall out with?
    Type the answer; small slips are forgiven. You have 19 seconds.

    Ada> no idea
    The answer is: Movistar.
    Nobody had it right.

    Miguel Ángel López had a turbulent fallout with Movistar.
    Source: VeloNews report on the talks (4 March 2022), paragraph 10

    The round is over.
      - 1. Ada: 0 points (0 of 2 right)

    What nobody had right
      - Who unveiled the series?
      - Which team did Miguel Ángel López fall out with?

    Type /quiz replay to play these once more.
    Rating of Ada: 1,471.

    Ada> /quiz replay
    Ada replays the 2 questions that nobody had right.

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
        "/practice stop",
        "/practice teams",
        "/practice",
        "b",
        "/practice stop",
        "/wait 700",
        "/practice",
        "/practice stop",
    ];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"
    Ada> /practice stop
    You are not practising. Start with /practice.

    Ada> /practice teams
    Practice

    Only you play; what you miss comes back soon, what you know comes back later. /practice stop ends.

    Question 1 of 10
    True or false? The series follows six teams.
      A. True
      B. False
    Answer with a letter. You have 144 seconds.

    Ada> /practice
    You are practising already. /practice stop ends it.

    Ada> b
    The answer is B: false.
    Correct: Ada (+10).

    The series follows eight teams.
    Sources: English announcement (31 March 2022), paragraphs 1 and 2; French announcement (undated), paragraph 3; French preview of the release (undated), paragraph 1

    Question 2 of 10
    Which of these teams does the series follow?
      A. AG2R Citroën
      B. GreenEdge
      C. Movistar
    Answer with a letter. You have 145 seconds.

    Ada> /practice stop
    Practice is over: 1 of 1 right.
    Nothing comes up again within a day.

    Ada> /wait 700
    700 seconds pass.

    Ada> /practice
    Practice

    Only you play; what you miss comes back soon, what you know comes back later. /practice stop ends.

    Question 1 of 10
    Fact, rumour or never said? The series reached Netflix on 8 June.
      A. Told as a fact
      B. Only planned, expected, reported or rumoured
      C. Said by no article
    Answer with a letter; where articles differ, the surest counts. Take your time.

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
    “0” is not a number of questions. Choose from 1 to 50.

    Ada> /quiz 10000000
    “10000000” is not a number of questions. Choose from 1 to 50.

    Ada> /quiz many
    “many” is not a number of questions. Choose from 1 to 50.

    Ada> /quiz format:sonnet
    “sonnet” is not a format of the quiz. Choose choice, true-or-false, rumour-or-fact, pick-all, order, match, number or typed.

    Ada> /quiz topic:chess
    “chess” is not a topic of the quiz. Choose teams, people, series, episodes, race, makers, others or rumours.

    Ada> /quiz mode:knockout
    “knockout” is not a mode of the quiz. Choose classic, race, elimination or relaxed.

    Ada> /quiz pace:9999
    “9999” is not a pace. Choose from 50 to 400 percent.

    Ada> /quiz topic:teams format:order
    There is no question of that kind on that topic; there are 300 others. Leave one of the options out.

    Ada> /quiz 50 format:number topic:people
    There is no question of that kind on that topic; there are 541 others. Leave one of the options out.

    Ada> /quiz stop
    No round is running here. Start one with /quiz.

    Ada> /practice topic:chess
    “chess” is not a topic of the quiz. Choose teams, people, series, episodes, race, makers, others or rumours.

    Ada> /quiz join
    No round is running here. Start one with /quiz.

    Ada> /quiz leave
    No round is running here. Start one with /quiz.

    Ada> b
    No round is running here. Start one with /quiz.
    ");
}
