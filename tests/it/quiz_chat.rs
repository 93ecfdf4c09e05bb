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
    Which of these teams does the series NOT follow?
      A. Bora-hansgrohe
      B. Jumbo-Visma
      C. Groupama-FDJ
      D. Movistar
    Answer with a letter. You have 14 seconds.

    Ada> z
    There is no such option. Choose A, B, C or D.

    Ada> h
    There is no such option. Choose A, B, C or D.

    Ada> /quiz hint
    A is wrong. A right answer is now worth half.

    Ada> b
    The answer is D: Movistar.
    Nobody had it right.

    What the articles say
      - A: Bora-hansgrohe was announced as one of the eight teams in the series. (planned) [1˽§˽2; 2˽§˽3]
      - B: Jumbo-Visma is one of the eight teams in the series. [1˽§˽2; 2˽§˽3; 4˽§˽8]
      - C: Groupama-FDJ was announced as one of the eight teams in the series. (planned) [1˽§˽2; 2˽§˽3]
      - D: Both announcements name the same eight teams and say that there are eight. [1˽§˽2; 2˽§˽3; 4˽§˽1]

    Sources: [1]˽English announcement (31 March 2022); [2]˽French announcement (undated); [4]˽French preview of the release (undated)

    Question 2 of 3
    Which series of “El Día Menos Pensado” was on its way in March 2022?
      A. The fourth
      B. The sixth
      C. The third
      D. The fifth
    Answer with a letter. You have 14 seconds.

    Ada> how many episodes?
    The series has eight episodes.
    Sources: English announcement (31 March 2022), paragraph 2; French announcement (undated), paragraph 5; French preview of the release (undated), paragraphs 1 and 3

    Ada> c
    The answer is C: the third.
    Correct: Ada (+10).

    In March 2022 a third series of “El Día Menos Pensado” was on its way.
    Status: planned (4 March 2022).
    How it turned out: No later article mentions it.
    Source: VeloNews report on the talks (4 March 2022), paragraph 10

    Why the others are wrong
      - A, B and D: The articles give one answer to this, and it leaves no room for another. [5˽§˽10]

    Source: [5]˽VeloNews report on the talks (4 March 2022)

    Question 3 of 3
    How long was each episode to last?
      A. 15˽minutes
      B. 30˽minutes
      C. 35˽minutes
      D. 45˽minutes
    Answer with a letter. You have 13 seconds.

    Ada> b
    The answer is D: 45˽minutes.
    Nobody had it right.

    According to the French announcement, each episode was to last 45 minutes.
    Status: planned.
    How it turned out: The later preview gives no length for the episodes.
    Source: French announcement (undated), paragraph 5

    Why the others are wrong
      - A, B and C: Only one length is given, and it holds for all the episodes. [2˽§˽5]

    Source: [2]˽French announcement (undated)

    The round is over.
      - 1. Ada: 10 points (1 of 3 right)

    What nobody had right
      - Which of these teams does the series NOT follow?
      - How long was each episode to last?

    Type /quiz replay to play these once more.
    Rating of Ada: 1,443.

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
    Laquelle de ces équipes la série ne suit-elle PAS˽?
      A. Bora-hansgrohe
      B. Jumbo-Visma
      C. Groupama-FDJ
      D. Movistar
    Répondez par une lettre. Vous avez 14 secondes.

    Ada> /quiz
    Une partie est déjà en cours ici. Jouez aussi avec /quiz rejoindre, ou arrêtez-la avec /quiz arrêter.

    Ada> /as Bo
    Vous êtes maintenant˽: Bo.

    Bo> /lang en
    I now speak English.

    Bo> /quiz translate
    Question 1 of 2
    Which of these teams does the series NOT follow?
      A. Bora-hansgrohe
      B. Jumbo-Visma
      C. Groupama-FDJ
      D. Movistar
    Answer with a letter. You have 14 seconds.

    Bo> a
    Your answer: A (Bora-hansgrohe). You can change it until the time is up.
    Bo rejoint la partie.
    Bo a répondu (1 sur 2).

    Bo> b
    Your answer: B (Jumbo-Visma). You can change it until the time is up.
    Bo a changé de réponse (1 sur 2).

    Bo> /quiz stop
    Only Ada, who started the round, or a moderator can stop it.

    Bo> /quiz skip
    1 voix sur 2 pour passer cette question.

    Bo> /as Ada
    You now speak as Ada.

    Ada> c
    La réponse est D˽: Movistar.
    Personne n’a trouvé.

    Ce que disent les articles
      - A˽: Bora-hansgrohe a été annoncée parmi les huit équipes de la série. (prévu) [1˽§˽2; 2˽§˽3]
      - B˽: Jumbo-Visma est l’une des huit équipes de la série. [1˽§˽2; 2˽§˽3; 4˽§˽8]
      - C˽: Groupama-FDJ a été annoncée parmi les huit équipes de la série. (prévu) [1˽§˽2; 2˽§˽3]
      - D˽: Les deux annonces citent les huit mêmes équipes et précisent qu’il y en a huit. [1˽§˽2; 2˽§˽3; 4˽§˽1]

    Sources˽: [1]˽annonce en anglais (31 mars 2022)˽; [2]˽annonce en français (sans date)˽; [4]˽article en français sur la sortie (sans date)

    Question 2 sur 2
    Quelle saison d’«˽El Día Menos Pensado˽» était attendue en mars 2022˽?
      A. La quatrième
      B. La sixième
      C. La troisième
      D. La cinquième
    Répondez par une lettre. Vous avez 15 secondes.

    Ada> /quiz passer
    1 voix sur 2 pour passer cette question.

    Ada> /as Bo
    You now speak as Bo.

    Bo> /quiz skip
    La question est passée˽; personne ne marque.
    La réponse est C˽: la troisième.

    En mars 2022, une troisième saison d’«˽El Día Menos Pensado˽» était annoncée.
    Statut˽: prévu (4 mars 2022).
    Ce qu’il en est advenu˽: Aucun article ultérieur n’en parle.
    Source˽: article de VeloNews sur les discussions (4 mars 2022), paragraphe 10

    Pourquoi les autres sont fausses
      - A, B et D˽: Les articles ne donnent qu’une réponse sur ce point, et elle en exclut toute autre. [5˽§˽10]

    Source˽: [5]˽article de VeloNews sur les discussions (4 mars 2022)

    La partie est terminée.
      - 1. Ada˽: 0 point (0 sur 2)
      - 1. Bo˽: 0 point (0 sur 2)

    Ce que personne n’a trouvé
      - Laquelle de ces équipes la série ne suit-elle PAS˽?

    Tapez /quiz rejouer pour rejouer ces questions.
    Classement de Ada˽: 1˽455.
    Classement de Bo˽: 1˽451.

    Bo> /quiz replay
    Bo replays the question that nobody had right.

    Question 1 of 1
    Which of these teams does the series NOT follow?
      A. Bora-hansgrohe
      B. Jumbo-Visma
      C. Groupama-FDJ
      D. Movistar
    Answer with a letter. You have 14 seconds.
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
    How sure were the articles of this? There are tantrums to be seen in the Movistar series.
      A. Told as a fact
      B. Only announced, reported or rumoured
      C. Said by no article
    Answer with a letter. You have 17 seconds.

    Ada> b
    The answer is A: told as a fact.
    Nobody had it right.

    The Movistar series shows tantrums in the team.
    Source: VeloNews report on the talks (4 March 2022), paragraph 9

    The round is over.
      - 1. Ada: 0 points (0 of 1 right)

    What nobody had right
      - How sure were the articles of this? There are tantrums to be seen in the Movistar series.

    Type /quiz replay to play these once more.
    Rating of Ada: 1,476.

    Ada> /quiz 1 format:pick-all
    Ada starts a round: one question, classic. Play along with /quiz join, or just answer.

    Question 1 of 1
    Which of these claims are true?
      A. The opening time trial was held in Copenhagen.
      B. The cobbled stage to Arenberg Porte du Hainaut was part of the 2022 Tour de France.
      C. The stage that finished in Calais had set off from Lille Métropole.
      D. The stage that set off from Dunkirk finished in Lille Métropole.
    Answer with all the letters that are right, as in A D. You have 33 seconds.

    Ada> a c
    The right ones are A and B.
    Nobody had it right.

    What the articles say
      - A: The opening time trial was held in Copenhagen. [4˽§˽7]
      - B: The stage to Arenberg Porte du Hainaut was part of the 2022 Tour. [4˽§˽8]
      - C: The stage to Calais started in Dunkirk. [4˽§˽8]
      - D: The stage from Dunkirk finished in Calais. [4˽§˽8]

    Source: [4]˽French preview of the release (undated)

    The round is over.
      - 1. Ada: 0 points (0 of 1 right)

    What nobody had right
      - Which of these claims are true?

    Type /quiz replay to play these once more.
    Rating of Ada: 1,463.

    Ada> /quiz 1 format:order
    Ada starts a round: one question, classic. Play along with /quiz join, or just answer.

    Question 1 of 1
    Put these in order of time, the earliest first.
      A. The release of the series on Netflix
      B. The release of “Plan B”
      C. The finish of the Tour that the series follows
    Answer with the letters in order, as in B C A. You have 32 seconds.

    Ada> a b
    Name each option once, as in B C A.

    Ada> /quiz hint
    B comes first. A right answer is now worth half.

    Ada> b a c
    The answer is B C A.
    Nobody had it right.

    What the articles say
      - A: The series was due out on Netflix on 8 June 2023. (planned, partly inferred) [1˽§˽3; 2˽§˽1, 4, 6; 4˽§˽1, 2, 5]
      - B: “Plan B” came out in 2021. (inferred) [3˽§˽8]
      - C: The 2022 Tour de France ended on 24 July 2022. [1˽§˽4; 2˽§˽1; 4˽§˽8]

    Sources: [1]˽English announcement (31 March 2022); [2]˽French announcement (undated); [3]˽English report on the talks (4 March 2022); [4]˽French preview of the release (undated)

    The round is over.
      - 1. Ada: 0 points (0 of 1 right)

    What nobody had right
      - Put these in order of time, the earliest first.

    Type /quiz replay to play these once more.
    Rating of Ada: 1,423.

    Ada> /quiz 1 format:match
    Ada starts a round: one question, classic. Play along with /quiz join, or just answer.

    Question 1 of 1
    Match each name with the right nationality.
      1. Jumbo-Visma
      2. Movistar
      3. Ineos Grenadiers
      4. Jonas Vingegaard
          A. British
          B. Danish
          C. Spanish
          D. Dutch
    Answer with number and letter of each pair, as in 1C 2D 3A 4B. You have 30 seconds.

    Ada> 1a
    Name each option once, as in 1C 2D 3A 4B.

    Ada> 1a 2b 3c
    Name each option once, as in 1C 2D 3A 4B.

    Ada> /quiz stop
    The round was stopped.
      - 1. Ada: 0 points (0 of 0 right)

    Ada> /quiz 1 format:number
    Ada starts a round: one question, classic. Play along with /quiz join, or just answer.

    Question 1 of 1
    How long was each episode to last?
    Answer with a number; the closest wins. You have 18 seconds.

    Ada> lots
    “lots” is not a number. Type one, as in 42.

    Ada> /quiz hint
    There is no hint for this question, or no further one.

    Ada> 2,100
    The answer is: 45˽minutes.
    Nobody had it right.

    According to the French announcement, each episode was to last 45 minutes.
    Status: planned.
    How it turned out: The later preview gives no length for the episodes.
    Source: French announcement (undated), paragraph 5

    The round is over.
      - 1. Ada: 0 points (0 of 1 right)

    What nobody had right
      - How long was each episode to last?

    Type /quiz replay to play these once more.
    Rating of Ada: 1,414.

    Ada> /quiz 1 format:typed
    Ada starts a round: one question, classic. Play along with /quiz join, or just answer.

    Question 1 of 1
    On which platform is the series shown?
    Type the answer; small slips are forgiven. You have 19 seconds.

    Ada> /quiz hint
    It begins with N and has 7 letters. A right answer is now worth half.

    Ada> Jumbo
    The answer is: Netflix.
    Nobody had it right.

    Netflix is the platform of the series.
    Sources: English announcement (31 March 2022), paragraph 3; French announcement (undated), paragraphs 2 and 4; French preview of the release (undated), paragraphs 2 and 5

    The round is over.
      - 1. Ada: 0 points (0 of 1 right)

    What nobody had right
      - On which platform is the series shown?

    Type /quiz replay to play these once more.
    Rating of Ada: 1,380.
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
    Vrai ou faux˽? La NOS est néerlandaise.
      A. Vrai
      B. Faux
    Répondez par une lettre. Vous avez 12 secondes.

    60 secondes passent.

    La réponse est A˽: vrai.
    Personne n’a répondu.

    La NOS est néerlandaise.
    Source˽: article en anglais sur les discussions (4 mars 2022), paragraphe 8

    Deux questions de suite sont restées sans réponse, la partie est donc terminée.
      - 1. Ada˽: 0 point (0 sur 2), 1 vie restante

    Ce que personne n’a trouvé
      - Vrai ou faux˽? «˽The Least Expected Day˽» est consacré à l’équipe Movistar.
      - Vrai ou faux˽? La NOS est néerlandaise.

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
    What nationality is Jonas Vingegaard?
    Type the answer; small slips are forgiven. You have 19 seconds.

    Ada> nobody
    The answer is: Danish.
    Nobody had it right.

    Jonas Vingegaard is Danish.
    Source: French preview of the release (undated), paragraph 8

    Question 2 of 2
    From which area are the cobbles on the stage to Arenberg?
    Type the answer; small slips are forgiven. You have 20 seconds.

    Ada> no idea
    The answer is: Nord.
    Nobody had it right.

    The cobbles on the way to Arenberg are those of the Nord.
    Source: French preview of the release (undated), paragraph 8

    The round is over.
      - 1. Ada: 0 points (0 of 2 right)

    What nobody had right
      - What nationality is Jonas Vingegaard?
      - From which area are the cobbles on the stage to Arenberg?

    Type /quiz replay to play these once more.
    Rating of Ada: 1,471.

    Ada> /quiz replay
    Ada replays the 2 questions that nobody had right.

    Question 1 of 2
    What nationality is Jonas Vingegaard?
    Type the answer; small slips are forgiven. You have 19 seconds.

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
    How sure were the articles of this? Netflix was in talks about the series with GreenEdge, among other teams.
      A. Told as a fact
      B. Only announced, reported or rumoured
      C. Said by no article
    Answer with a letter. Take your time.

    Ada> /practice
    You are practising already. /practice stop ends it.

    Ada> b
    The answer is C: said by no article.
    Nobody had it right.
    No article says so. What they do say:

    Quick-Step Alpha Vinyl was said in March 2022 to be one of the eight teams in talks with Netflix.
    Status: rumoured (4 March 2022).
    How it turned out: Quick-Step Alpha Vinyl is among the eight teams announced for the series.
    Source: VeloNews report on the talks (4 March 2022), paragraph 5

    Question 2 of 10
    How many teams does the series follow?
    Answer with a number; the closest wins. Take your time.

    Ada> /practice stop
    Practice is over: 0 of 1 right.
    One fact comes up again within a day.

    Ada> /wait 700
    700 seconds pass.

    Ada> /practice
    Practice

    Only you play; what you miss comes back soon, what you know comes back later. /practice stop ends.

    Question 1 of 10
    How sure were the articles of this? Netflix was in talks about the series with GreenEdge, among other teams.
      A. Told as a fact
      B. Only announced, reported or rumoured
      C. Said by no article
    Answer with a letter. Take your time.

    Ada> /practice stop
    Practice is over: 0 of 0 right.
    One fact comes up again within a day.
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
    There is no question of that kind on that topic; there are 578 others. Leave one of the options out.

    Ada> /quiz 50 format:number topic:people
    Ada starts a round: one question, classic. Play along with /quiz join, or just answer.
    There is only one question of that kind.

    Question 1 of 1
    How many Tours had Tadej Pogačar won before 2022?
    Answer with a number; the closest wins. You have 19 seconds.

    Ada> /quiz stop
    The round was stopped.
      - 1. Ada: 0 points (0 of 0 right)

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
