//! Whole conversations on the shipped facts, as they are read.

use roadbook::facts::Lang;

use crate::talk::{router, talk};

#[test]
fn teams() {
    let said =
        talk(&router(), Lang::En, &["/teams", "/teams uae", "/teams movistarr", "/teams xyz"]);
    insta::assert_snapshot!(said, @"
    Ada> /teams
    The teams
    Followed by the series (8)
      - AG2R Citroën (planned) [1˽§˽2; 2˽§˽3]
      - Alpecin-Fenix (planned) [1˽§˽2; 2˽§˽3]
      - Bora-hansgrohe (planned) [1˽§˽2; 2˽§˽3]
      - Groupama-FDJ (planned) [1˽§˽2; 2˽§˽3]
      - Ineos Grenadiers (planned) [1˽§˽2; 2˽§˽3]
      - EF Education-EasyPost [1˽§˽2; 2˽§˽3; 4˽§˽7]
      - Jumbo-Visma [1˽§˽2; 2˽§˽3; 4˽§˽8]
      - Quick-Step Alpha Vinyl [1˽§˽2; 2˽§˽3; 4˽§˽7]

    Refused (1)
      - UAE Team Emirates refused to appear in the series. [2˽§˽3]

    Only said to be in the talks (1)
      - Movistar was said in March 2022 to be one of the eight teams in talks with Netflix. (rumoured) [5˽§˽5]
        Movistar is not among the eight teams announced later, and no article says why or that it refused.

    Sources: [1]˽English announcement (31 March 2022); [2]˽French announcement (undated); [4]˽French preview of the release (undated); [5]˽VeloNews report on the talks (4 March 2022)

    Ada> /teams uae
    UAE Team Emirates
    Teams
      - UAE Team Emirates refused to appear in the series. [2˽§˽3]

    What the articles do not say about UAE Team Emirates
      - Which team replaced UAE Team Emirates?
      - Why did UAE Team Emirates refuse to appear?
      - When did UAE Team Emirates turn the offer down?
      - Who at UAE Team Emirates decided to refuse?
      - Did UAE Team Emirates change its mind later?

    Source: [2]˽French announcement (undated)

    Ada> /teams movistarr
    Movistar
    Teams
      - Movistar is a Spanish team. [5˽§˽9]
      - Movistar was a WorldTour team in March 2022. [3˽§˽7; 5˽§˽5]
      - Movistar has both a men’s side and a women’s side. [5˽§˽5]
      - Movistar was said in March 2022 to be one of the eight teams in talks with Netflix. (rumoured) [5˽§˽5]

    People
      - Miguel Ángel López had a turbulent falling-out with Movistar. [5˽§˽10]

    Other docuseries and films
      - “The Least Expected Day” is about the Movistar team. [3˽§˽7; 5˽§˽2, 9]

    What the articles do not say about Movistar
      - Which team took Movistar’s place?
      - Did Movistar refuse to take part?
      - Why isn’t Movistar in the series?
      - Which riders made up the team’s line-up at the 2022 Tour?
      - Who manages this team?

    Sources: [3]˽English report on the talks (4 March 2022); [5]˽VeloNews report on the talks (4 March 2022)

    Ada> /teams xyz
    None of the articles mentions a team called “xyz”.
    ");
}

#[test]
fn equipes() {
    let said = talk(&router(), Lang::Fr, &["/équipes", "/equipes fdj", "/équipes cofidis"]);
    insta::assert_snapshot!(said, @"
    Ada> /équipes
    Les équipes
    Suivies par la série (8)
      - AG2R Citroën (prévu) [1˽§˽2˽; 2˽§˽3]
      - Alpecin-Fenix (prévu) [1˽§˽2˽; 2˽§˽3]
      - Bora-hansgrohe (prévu) [1˽§˽2˽; 2˽§˽3]
      - Groupama-FDJ (prévu) [1˽§˽2˽; 2˽§˽3]
      - Ineos Grenadiers (prévu) [1˽§˽2˽; 2˽§˽3]
      - EF Education-EasyPost [1˽§˽2˽; 2˽§˽3˽; 4˽§˽7]
      - Jumbo-Visma [1˽§˽2˽; 2˽§˽3˽; 4˽§˽8]
      - Quick-Step Alpha Vinyl [1˽§˽2˽; 2˽§˽3˽; 4˽§˽7]

    Refus (1)
      - UAE Team Emirates n’a pas voulu figurer dans la série. [2˽§˽3]

    Dites en discussion, sans plus (1)
      - Movistar aurait fait partie, en mars 2022, des huit équipes en discussion avec Netflix. (rumeur) [5˽§˽5]
        Movistar ne figure pas parmi les huit équipes annoncées ensuite, et aucun article ne dit pourquoi ni qu’elle aurait refusé.

    Sources˽: [1]˽annonce en anglais (31 mars 2022)˽; [2]˽annonce en français (sans date)˽; [4]˽article en français sur la sortie (sans date)˽; [5]˽article de VeloNews sur les discussions (4 mars 2022)

    Ada> /equipes fdj
    Groupama-FDJ
    Équipes
      - Groupama-FDJ a été annoncée parmi les huit équipes de la série. (prévu) [1˽§˽2˽; 2˽§˽3]

    Ce que les articles ne disent pas sur Groupama-FDJ
      - Pourquoi cette équipe a-t-elle accepté d’être filmée˽?
      - Quel épisode est consacré à cette équipe˽?
      - Quels sont les coureurs de cette équipe˽?
      - Quelle était la sélection de l’équipe pour le Tour 2022˽?
      - Qui dirige cette équipe˽?

    Sources˽: [1]˽annonce en anglais (31 mars 2022)˽; [2]˽annonce en français (sans date)

    Ada> /équipes cofidis
    Aucun des articles ne mentionne d’équipe appelée «˽cofidis˽».
    ");
}

#[test]
fn the_series_and_its_episodes() {
    let lines = ["/series", "/episode 2", "/episode 5", "/episode 12", "/episode", "/episode last"];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"
    Ada> /series
    The series in short
      - Title: “Tour de France˽: Au cœur du peloton” [4˽§˽5]
      - Platform: Netflix [1˽§˽3; 2˽§˽2, 4; 4˽§˽2, 5]
      - Race followed: 2022 Tour de France [1˽§˽1; 2˽§˽1, 2; 4˽§˽1, 3]
      - Number of episodes: 8 [1˽§˽2; 2˽§˽5; 4˽§˽1, 3]
      - Length of an episode: 45˽minutes (planned) [2˽§˽5]
      - Number of teams: 8 [1˽§˽1, 2; 2˽§˽3; 4˽§˽1]
      - Teams featured: AG2R Citroën, Alpecin-Fenix, Bora-hansgrohe, Groupama-FDJ, Ineos Grenadiers, EF Education-EasyPost, Jumbo-Visma and Quick-Step Alpha Vinyl (partly planned) [1˽§˽2; 2˽§˽3; 4˽§˽7, 8]
      - Release date: 8 June 2023 (planned, partly inferred) [1˽§˽3; 2˽§˽1, 4, 6; 4˽§˽1, 2, 5]
      - Start of filming: March 2022 (planned) [1˽§˽3]
      - End of filming: July 2022 (planned) [1˽§˽3; 2˽§˽2]
      - Producer: Quadbox [1˽§˽1; 2˽§˽5]
      - Partners: ASO, France Télévisions and franceinfo [1˽§˽1, 6; 2˽§˽1, 2; 4˽§˽3]
      - What it shows: the race behind the scenes, the teams’ everyday life and the many stakes of the race (partly planned) [1˽§˽2; 2˽§˽1, 2, 3; 4˽§˽2, 3, 5]

    Sources: [1]˽English announcement (31 March 2022); [2]˽French announcement (undated); [4]˽French preview of the release (undated)

    Ada> /episode 2
    Episode 2
    Episodes
      - There is an episode 2, the second of the eight. [4˽§˽8]
      - Jumbo-Visma is in the spotlight in episode 2. [4˽§˽8]
      - A single team is in the spotlight in episode 2. [4˽§˽8]
      - In episode 2 the riders arrive in France. [4˽§˽8]
      - In episode 2 Jumbo-Visma’s quest for the yellow jersey begins. [4˽§˽6, 8]
      - The stage from Dunkirk to Calais is part of episode 2. [4˽§˽8]
      - The cobbled stage to Arenberg Porte du Hainaut is part of episode 2. [4˽§˽8]
      - Episode 2 is set in France. [4˽§˽8]
      - Episode 2 is set in the Hauts-de-France region. [4˽§˽8]
      - Jonas Vingegaard is named as the Jumbo-Visma rider chasing yellow in episode 2. [4˽§˽8]
      - Tadej Pogačar is named as Vingegaard’s opponent in episode 2. [4˽§˽8]

    What the articles do not say about episode 2
      - What is this episode called?
      - Who directed this episode?

    Source: [4]˽French preview of the release (undated)

    Ada> /episode 5
    Episode 5
    Episodes
      - There is an episode 5, since the series has eight episodes. (inferred) [1˽§˽2; 2˽§˽5; 4˽§˽1, 3]

    What the articles do not say about episode 5
      - What is this episode called?
      - What happens in episodes 3 to 8?
      - Which teams are at the centre of episodes 3 to 8?
      - Which riders does one meet in episodes 3 to 8?
      - Who directed this episode?

    Sources: [1]˽English announcement (31 March 2022); [2]˽French announcement (undated); [4]˽French preview of the release (undated)

    Ada> /episode 12
    There are 8 episodes, so no episode 12. Choose a number from 1 to 8.

    Ada> /episode
    Which episode do you mean? Type its number, as in /episode 1.

    Ada> /episode last
    “last” is not the number of an episode. Type a number, as in /episode 1.
    ");
}

#[test]
fn la_serie_et_ses_episodes() {
    let lines = ["/série", "/épisode 1", "/épisode 0", "/épisode dernier"];
    insta::assert_snapshot!(talk(&router(), Lang::Fr, &lines), @"
    Ada> /série
    La série en bref
      - Titre˽: «˽Tour de France˽: Au cœur du peloton˽» [4˽§˽5]
      - Plateforme˽: Netflix [1˽§˽3˽; 2˽§˽2, 4˽; 4˽§˽2, 5]
      - Course suivie˽: Tour de France 2022 [1˽§˽1˽; 2˽§˽1, 2˽; 4˽§˽1, 3]
      - Nombre d’épisodes˽: 8 [1˽§˽2˽; 2˽§˽5˽; 4˽§˽1, 3]
      - Durée d’un épisode˽: 45˽minutes (prévu) [2˽§˽5]
      - Nombre d’équipes˽: 8 [1˽§˽1, 2˽; 2˽§˽3˽; 4˽§˽1]
      - Équipes suivies˽: AG2R Citroën, Alpecin-Fenix, Bora-hansgrohe, Groupama-FDJ, Ineos Grenadiers, EF Education-EasyPost, Jumbo-Visma et Quick-Step Alpha Vinyl (en partie prévu) [1˽§˽2˽; 2˽§˽3˽; 4˽§˽7, 8]
      - Date de sortie˽: 8 juin 2023 (prévu, en partie déduit) [1˽§˽3˽; 2˽§˽1, 4, 6˽; 4˽§˽1, 2, 5]
      - Début du tournage˽: mars 2022 (prévu) [1˽§˽3]
      - Fin du tournage˽: juillet 2022 (prévu) [1˽§˽3˽; 2˽§˽2]
      - Producteur˽: Quadbox [1˽§˽1˽; 2˽§˽5]
      - Partenaires˽: ASO, France Télévisions et franceinfo [1˽§˽1, 6˽; 2˽§˽1, 2˽; 4˽§˽3]
      - Ce qu’elle montre˽: les coulisses de la course, le quotidien des équipes et les enjeux de la course (en partie prévu) [1˽§˽2˽; 2˽§˽1, 2, 3˽; 4˽§˽2, 3, 5]

    Sources˽: [1]˽annonce en anglais (31 mars 2022)˽; [2]˽annonce en français (sans date)˽; [4]˽article en français sur la sortie (sans date)

    Ada> /épisode 1
    Épisode 1
    Épisodes
      - Il existe un épisode 1, le premier des huit. [4˽§˽7]
      - L’épisode 1 raconte les premières étapes du Tour 2022, à travers le Danemark. [4˽§˽7]
      - L’épisode 1 montre le duel qui oppose EF Education-EasyPost à Quick-Step Alpha Vinyl. [4˽§˽7]
      - EF Education-EasyPost est l’une des deux équipes en vedette dans l’épisode 1. [4˽§˽7]
      - Quick-Step Alpha Vinyl est l’une des deux équipes en vedette dans l’épisode 1. [4˽§˽7]
      - Deux équipes tiennent la vedette dans l’épisode 1. [4˽§˽7]
      - Le contre-la-montre inaugural de Copenhague figure dans l’épisode 1. [4˽§˽7]
      - L’épisode 1 se passe au Danemark. [4˽§˽7]
      - L’épisode 1 passe notamment par Copenhague. [4˽§˽7]

    Ce que les articles ne disent pas sur l’épisode 1
      - Quels coureurs suit-on dans l’épisode 1˽?
      - Laquelle des deux équipes prend le dessus dans l’épisode 1˽?
      - Quel est le titre de cet épisode˽?
      - Qui a réalisé cet épisode˽?

    Source˽: [4]˽article en français sur la sortie (sans date)

    Ada> /épisode 0
    Il y a 8 épisodes, donc pas d’épisode 0. Choisissez un numéro de 1 à 8.

    Ada> /épisode dernier
    «˽dernier˽» n’est pas un numéro d’épisode. Tapez un nombre, comme dans /épisode 1.
    ");
}

#[test]
fn people_and_organisations() {
    let lines = ["/who vingegard", "/who Le Moënner", "/who", "/who chocolate", "/who plan b"];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"
    Ada> /who vingegard
    Jonas Vingegaard
    People
      - Jonas Vingegaard won the 2022 Tour on 24 July 2022. [4˽§˽8]
      - Jonas Vingegaard won the 2022 Tour in Paris. [4˽§˽8]
      - Jonas Vingegaard is Danish. [4˽§˽8]
      - Jonas Vingegaard rode the 2022 Tour for Jumbo-Visma. [4˽§˽8]
      - In the 2022 Tour, Jonas Vingegaard was up against Tadej Pogačar for the yellow jersey. [4˽§˽8]

    Episodes
      - Jonas Vingegaard is named as the Jumbo-Visma rider chasing yellow in episode 2. [4˽§˽8]

    The race
      - Jonas Vingegaard won the 2022 Tour de France. [4˽§˽8]

    What the articles do not say about Jonas Vingegaard
      - What else has Jonas Vingegaard won?
      - How old is this person?
      - Where was this person born?
      - How much does this person earn?
      - How tall and how heavy is this person?

    Source: [4]˽French preview of the release (undated)

    Ada> /who Le Moënner
    Yann Le Moënner
    People
      - Yann Le Moënner is Directeur Général, that is, managing director. [1˽§˽6; 2˽§˽6]
      - Yann Le Moënner is at the head of ASO. [1˽§˽6; 2˽§˽6]
      - Yann Le Moënner told 20 Minutes Sport about ASO’s ambition. [2˽§˽6]
      - Yann Le Moënner says that ASO is proud of the partnership with Netflix, France Télévisions and the teams. (opinion) [1˽§˽6]
      - Yann Le Moënner promises fans a unique immersion in what goes on backstage. (opinion) [1˽§˽6]
      - According to Yann Le Moënner, the narrative approach comes on top of the competition itself. (opinion) [1˽§˽6]
      - According to Yann Le Moënner, the public will see how the Tour is the ultimate challenge for those who ride it. (opinion) [1˽§˽6]
      - Yann Le Moënner says that part of the ultimate challenge is suffering. (opinion) [1˽§˽6]
      - Yann Le Moënner says that part of the ultimate challenge is going beyond one’s limits. (opinion) [1˽§˽6]
      - Yann Le Moënner counts team spirit as part of the ultimate challenge. (opinion) [1˽§˽6]
      - According to Yann Le Moënner, the project fits ASO’s overall strategy more than ever. (opinion) [1˽§˽6; 2˽§˽6]

    Makers and broadcasters
      - According to Yann Le Moënner, the series fits into ASO’s ambition of making the sport more accessible. (opinion) [1˽§˽6; 2˽§˽6]
      - According to Yann Le Moënner, ASO wants its sport to reach a wider audience. (opinion) [1˽§˽6; 2˽§˽6]

    What the articles do not say about Yann Le Moënner
      - Since when has Yann Le Moënner headed ASO?
      - How old is this person?
      - Where was this person born?
      - What nationality is this person?
      - How much does this person earn?

    Sources: [1]˽English announcement (31 March 2022); [2]˽French announcement (undated)

    Ada> /who
    Who do you mean? Type a name, as in /who Dolores Emile.

    Ada> /who chocolate
    The articles mention nobody and nothing like “chocolate”.

    Ada> /who plan b
    Plan B
    Other docuseries and films
      - “Plan B” was released by the team Jumbo-Visma. [3˽§˽8]
      - “Plan B” is a documentary. [3˽§˽8]
      - “Plan B” came out in 2021. (inferred) [3˽§˽8]

    What the articles do not say about Plan B
      - Where can “Plan B” be watched?
      - What is “Plan B” about?
      - Who directed this film?
      - How long is this film?

    Source: [3]˽English report on the talks (4 March 2022)
    ");
}

#[test]
fn personnes_et_organisations() {
    let lines = ["/qui dolores emile", "/qui quadbox", "/qui", "/qui netflicks"];
    insta::assert_snapshot!(talk(&router(), Lang::Fr, &lines), @"
    Ada> /qui dolores emile
    Dolores Emile
    Personnes
      - Dolores Emile a pour titre «˽Manager, EMEA Unscripted & Doc Series (France)˽». [1˽§˽5]
      - Dolores Emile travaille chez Netflix. [1˽§˽5]
      - Dolores Emile exprime la grande fierté de Netflix de révéler de nouvelles facettes du Tour. (avis) [1˽§˽5]
      - Dolores Emile voit dans la série une occasion unique d’explorer des histoires humaines. (avis) [1˽§˽5]
      - Dolores Emile trouve les personnages du Tour inspirants. (avis) [1˽§˽5]
      - Dolores Emile juge le Tour de France emblématique. (avis) [1˽§˽5]

    Ce que les articles ne disent pas sur Dolores Emile
      - Que faisait Dolores Emile avant Netflix˽?
      - Quel âge a cette personne˽?
      - Où cette personne est-elle née˽?
      - Quelle est la nationalité de cette personne˽?
      - Combien gagne cette personne˽?

    Source˽: [1]˽annonce en anglais (31 mars 2022)

    Ada> /qui quadbox
    Quadbox
    Production et diffusion
      - QUAD est l’une des deux sociétés réunies dans Quadbox. [2˽§˽5]
      - Box to Box Films est l’une des deux sociétés réunies dans Quadbox. [2˽§˽5]
      - L’annonce en français dit des deux associés de Quadbox qu’ils sont connus pour «˽Drive to Survive˽». [2˽§˽5]
      - Quadbox produit la série. [1˽§˽1˽; 2˽§˽5]
      - Box to Box Films produit la série au sein de Quadbox. (déduit) [2˽§˽5]
      - QUAD produit la série au sein de Quadbox. (déduit) [2˽§˽5]

    Ce que les articles ne disent pas sur Quadbox
      - Quand Quadbox a-t-elle été créée˽?
      - Qui a fait quoi entre QUAD et Box to Box Films˽?

    Sources˽: [1]˽annonce en anglais (31 mars 2022)˽; [2]˽annonce en français (sans date)

    Ada> /qui
    De qui parlez-vous˽? Tapez un nom, comme dans /qui Dolores Emile.

    Ada> /qui netflicks
    Netflix
    Personnes
      - Dolores Emile travaille chez Netflix. [1˽§˽5]

    La série
      - Netflix est la plateforme de la série. [1˽§˽3˽; 2˽§˽2, 4˽; 4˽§˽2, 5]
      - «˽Drive to Survive˽» est sur Netflix. [2˽§˽5]
      - «˽The Least Expected Day˽» est sur Netflix. [3˽§˽7˽; 5˽§˽2]

    Production et diffusion
      - Netflix est une plateforme américaine. [2˽§˽5]
      - Netflix est une plateforme de vidéo à la demande. [2˽§˽2, 5]
      - Les articles sur les discussions qualifient Netflix de géant du streaming. [3˽§˽1˽; 5˽§˽3]
      - C’est Netflix qui a confié la production de la série à Quadbox. [2˽§˽5]
      - C’est Netflix qui a dévoilé la série. [4˽§˽2]
      - Selon le Telegraph, la plateforme de streaming en discussion pour une docu-série sur le Tour de France, début mars 2022, était Netflix. (rapporté) [3˽§˽1˽; 5˽§˽3]
      - En mars 2022, on pensait qu’une docu-série sur le Tour de France pourrait arriver sur Netflix. (rumeur) [3˽§˽1]

    Ce que les articles ne disent pas sur Netflix
      - Combien coûte un abonnement à Netflix˽?
      - Combien d’abonnés Netflix compte-t-il˽?
      - Netflix diffusera-t-il le Tour en direct˽?
      - Pourquoi Netflix a-t-il choisi le cyclisme˽?

    Sources˽: [1]˽annonce en anglais (31 mars 2022)˽; [2]˽annonce en français (sans date)˽; [3]˽article en anglais sur les discussions (4 mars 2022)˽; [4]˽article en français sur la sortie (sans date)˽; [5]˽article de VeloNews sur les discussions (4 mars 2022)
    ");
}

#[test]
fn timelines() {
    let lines = ["/timeline", "/timeline at:2022-03-03", "/timeline yesterday"];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"
    Ada> /timeline
    Timeline
      - 2018: “Drive to Survive” first came out in about 2018. (inferred) [3˽§˽1, 3; 5˽§˽1]
      - 2019: In 2019 Netflix viewers could see Movistar in “The Least Expected Day”. [3˽§˽7]
      - 2020: In 2020 Netflix viewers could see Movistar in “The Least Expected Day”. [3˽§˽7]
      - 2020: “Code Yellow” was made in 2020. [3˽§˽8]
      - 2020: The Tour shown in “Code Yellow”, on which Primož Roglič lost the yellow jersey, was that of 2020. (inferred) [3˽§˽8; 4˽§˽8]
      - 2021: “Plan B” came out in 2021. (inferred) [3˽§˽8]
      - March 2022: Filming was to start in March 2022. (planned) [1˽§˽3]
      - 4 March 2022: Both articles on the talks are dated 4 March 2022. [3˽§˽1; 5˽§˽1]
      - 31 March 2022: The English announcement of the series is dated 31 March 2022. [1˽§˽1]
      - 1 July 2022: The 2022 Tour de France was to start on 1 July 2022. (planned) [1˽§˽4; 2˽§˽1]
      - 1 July 2022: The opening time trial in Copenhagen was due on 1 July 2022, the first day of the race. (planned, partly inferred) [1˽§˽4; 2˽§˽1; 4˽§˽7]
      - July 2022: Filming was to end in July 2022. (planned) [1˽§˽3; 2˽§˽2]
      - 24 July 2022: The 2022 Tour de France ended on 24 July 2022. [1˽§˽4; 2˽§˽1; 4˽§˽8]
      - 24 July 2022: Jonas Vingegaard won the 2022 Tour on 24 July 2022. [4˽§˽8]
      - 2023: The series was announced for 2023. (planned) [1˽§˽3; 2˽§˽1, 4, 6]
      - 8 June 2023: The series was due out on Netflix on 8 June 2023. (planned, partly inferred) [1˽§˽3; 2˽§˽1, 4, 6; 4˽§˽1, 2, 5]

    Sources: [1]˽English announcement (31 March 2022); [2]˽French announcement (undated); [3]˽English report on the talks (4 March 2022); [4]˽French preview of the release (undated); [5]˽VeloNews report on the talks (4 March 2022)

    Ada> /timeline at:2022-03-03
    What was known on 3 March 2022

    Nothing yet: the earliest dated article is from 4 March 2022.

    Ada> /timeline yesterday
    I can’t read “yesterday” as a date. Type it as in /timeline 2022-03-15.
    ");
}

#[test]
fn chronologie() {
    let lines = ["/chronologie", "/chronologie 15 mars 2022", "/chronologie date:hier"];
    insta::assert_snapshot!(talk(&router(), Lang::Fr, &lines), @"
    Ada> /chronologie
    Chronologie
      - 2018˽: «˽Drive to Survive˽» est sorti pour la première fois vers 2018. (déduit) [3˽§˽1, 3˽; 5˽§˽1]
      - 2019˽: En 2019, on a pu voir Movistar sur Netflix dans «˽The Least Expected Day˽». [3˽§˽7]
      - 2020˽: En 2020, on a pu voir Movistar sur Netflix dans «˽The Least Expected Day˽». [3˽§˽7]
      - 2020˽: «˽Code Yellow˽» a été réalisé en 2020. [3˽§˽8]
      - 2020˽: Le Tour montré dans «˽Code Yellow˽», sur lequel Primož Roglič a perdu le maillot jaune, était celui de 2020. (déduit) [3˽§˽8˽; 4˽§˽8]
      - 2021˽: «˽Plan B˽» est sorti en 2021. (déduit) [3˽§˽8]
      - Mars 2022˽: Le tournage devait commencer en mars 2022. (prévu) [1˽§˽3]
      - 4 mars 2022˽: Les deux articles sur les discussions sont datés du 4 mars 2022. [3˽§˽1˽; 5˽§˽1]
      - 31 mars 2022˽: L’annonce en anglais de la série est datée du 31 mars 2022. [1˽§˽1]
      - 1er juillet 2022˽: Le Tour de France 2022 devait s’élancer le 1er juillet 2022. (prévu) [1˽§˽4˽; 2˽§˽1]
      - 1er juillet 2022˽: Le contre-la-montre inaugural de Copenhague était prévu le 1er juillet 2022, premier jour de la course. (prévu, en partie déduit) [1˽§˽4˽; 2˽§˽1˽; 4˽§˽7]
      - Juillet 2022˽: Le tournage devait s’achever en juillet 2022. (prévu) [1˽§˽3˽; 2˽§˽2]
      - 24 juillet 2022˽: Le Tour de France 2022 s’est achevé le 24 juillet 2022. [1˽§˽4˽; 2˽§˽1˽; 4˽§˽8]
      - 24 juillet 2022˽: Jonas Vingegaard a gagné le Tour 2022 le 24 juillet 2022. [4˽§˽8]
      - 2023˽: La série a été annoncée pour 2023. (prévu) [1˽§˽3˽; 2˽§˽1, 4, 6]
      - 8 juin 2023˽: La sortie de la série sur Netflix était prévue le 8 juin 2023. (prévu, en partie déduit) [1˽§˽3˽; 2˽§˽1, 4, 6˽; 4˽§˽1, 2, 5]

    Sources˽: [1]˽annonce en anglais (31 mars 2022)˽; [2]˽annonce en français (sans date)˽; [3]˽article en anglais sur les discussions (4 mars 2022)˽; [4]˽article en français sur la sortie (sans date)˽; [5]˽article de VeloNews sur les discussions (4 mars 2022)

    Ada> /chronologie 15 mars 2022
    Ce que l’on savait le 15 mars 2022
      - Selon le Telegraph, la plateforme de streaming en discussion pour une docu-série sur le Tour de France, début mars 2022, était Netflix. (rapporté) [3˽§˽1˽; 5˽§˽3]
      - Selon le Telegraph, Netflix était en discussion avec ASO, l’organisateur du Tour de France, début mars 2022. (rapporté) [3˽§˽1˽; 5˽§˽3]
      - Selon le Telegraph, Netflix était en discussion avec huit équipes en mars 2022. (rapporté) [3˽§˽1, 4˽; 5˽§˽3, 5]
      - Ineos Grenadiers aurait fait partie, en mars 2022, des huit équipes en discussion avec Netflix. (rumeur) [3˽§˽4˽; 5˽§˽5]
      - Jumbo-Visma aurait fait partie, en mars 2022, des huit équipes en discussion avec Netflix. (rumeur) [5˽§˽5]
      - Movistar aurait fait partie, en mars 2022, des huit équipes en discussion avec Netflix. (rumeur) [5˽§˽5]
      - Quick-Step Alpha Vinyl aurait fait partie, en mars 2022, des huit équipes en discussion avec Netflix. (rumeur) [5˽§˽5]
      - Les huit équipes qui discutaient avec Netflix, selon le Telegraph, étaient des équipes du WorldTour. (rapporté) [3˽§˽1˽; 5˽§˽5]
      - D’après VeloNews, qui citait le Telegraph, les huit équipes en discussion avec Netflix comptaient parmi les plus grandes du monde. (rapporté) [5˽§˽3]
      - D’après VeloNews, qui citait le Telegraph, les discussions devaient donner naissance à la prochaine série à dévorer d’une traite. (rapporté) [5˽§˽3]
      - Selon le Telegraph, les discussions sur une docu-série consacrée au Tour de France étaient en cours début mars 2022. (rapporté) [3˽§˽1˽; 5˽§˽3]
      - Le 4 mars 2022, l’accord sur la docu-série consacrée au Tour de France n’était pas encore conclu. [3˽§˽2˽; 5˽§˽12]
      - Selon le Telegraph, les équipes étaient près d’accepter les conditions proposées début mars 2022. (rapporté) [3˽§˽6]
      - Début mars 2022, l’argent aurait été une question encore en cours de règlement dans les discussions sur la série. (rumeur) [3˽§˽5˽; 5˽§˽12]
      - VeloNews écrivait que les finances auraient été l’un des derniers obstacles à un accord. (rumeur) [5˽§˽12]
      - VeloNews écrivait le 4 mars 2022 que les parties espéraient conclure un accord dans les semaines suivantes. (rumeur) [5˽§˽12]
      - En mars 2022, on jugeait probable que les équipes réclament une rémunération pour participer à la série. (rumeur) [3˽§˽5]
      - Ce que les équipes auraient voulu se faire payer, c’est l’accès de Netflix à leur environnement, au plus près d’elles. (rumeur) [3˽§˽5]
      - En mars 2022, on s’attendait à ce que France Télévisions, qui détient des droits de diffusion du Tour, soit dédommagé par Netflix. (rumeur) [3˽§˽5]
      - En mars 2022, on s’attendait à ce qu’Eurosport, qui détient des droits de diffusion du Tour, soit dédommagé par Netflix. (rumeur) [3˽§˽5]
      - Si l’une des huit équipes en discussion déclinait, Netflix devait adresser son offre à une autre équipe. (prévu) [3˽§˽4]
      - En mars 2022, on pensait qu’une docu-série sur le Tour de France pourrait arriver sur Netflix. (rumeur) [3˽§˽1]
      - En mars 2022, Box to Box Films devait produire la série sur le Tour de France si l’accord se concluait. (prévu) [3˽§˽2˽; 5˽§˽6]
      - En mars 2022, on s’attendait à ce que la série montre les coulisses du Tour de France. (rumeur) [3˽§˽1]
      - La série dont parlait la rumeur devait être filmée sur le vif, écrivait VeloNews. (rumeur) [5˽§˽4]
      - VeloNews imaginait une série au regard large, consacrée à plusieurs équipes. (rumeur) [5˽§˽13]
      - La série dont parlait la rumeur devait couvrir le duel entre Tadej Pogačar et Primož Roglič sur le Tour de France 2022. (rumeur) [5˽§˽4]
      - VeloNews trouvait alléchant le duel attendu entre Pogačar et Roglič. (avis) [5˽§˽4]
      - La série dont parlait la rumeur devait porter sur le Tour de France de juillet 2022. (rumeur) [5˽§˽4, 13]
      - Le 4 mars 2022, on ne savait pas si la série couvrirait aussi le Tour de France Femmes. [5˽§˽5]
      - Le 4 mars 2022, on ne savait pas si des équipes comme Movistar et Jumbo-Visma ouvriraient aux caméras leurs sections masculine et féminine. [5˽§˽5]
      - VeloNews pensait que la série pourrait valoir au cyclisme un public et un engouement tout nouveaux. (avis) [5˽§˽11]
      - VeloNews pensait que la série pourrait faire pour le cyclisme ce que «˽Drive to Survive˽» a fait pour la Formule 1. (avis) [5˽§˽11]
      - VeloNews pensait que la série pourrait être aussi formidable que la course elle-même. (avis) [5˽§˽13]
      - VeloNews espérait voir dans la série les bus des équipes, les querelles, les triomphes et les tourments. (avis) [5˽§˽13]
      - VeloNews laissait espérer un régal à ceux qui avaient aimé la série sur Movistar. (avis) [5˽§˽2]
      - VeloNews espérait que la série sur le Tour de France verrait le jour. (avis) [5˽§˽13]
      - Une série sur le Tour serait la plus récente incursion du cyclisme professionnel dans le documentaire, écrivait VeloNews. (avis) [5˽§˽7]
      - La série de Netflix n’est pas la première docu-série consacrée au cyclisme. [3˽§˽7˽; 5˽§˽7]
      - Les deux articles sur les discussions sont datés du 4 mars 2022. [3˽§˽1˽; 5˽§˽1]
      - Les deux articles du 4 mars 2022 tenaient du Telegraph la nouvelle des discussions. [3˽§˽1˽; 5˽§˽3]
      - VeloNews écrivait en mars 2022 que l’on pourrait très bientôt se régaler de la série. (rumeur) [5˽§˽2]

    Les articles sans date sont laissés de côté ici, car on ignore quand ils ont paru. Les phrases elles-mêmes ont été rédigées plus tard.

    Sources˽: [3]˽article en anglais sur les discussions (4 mars 2022)˽; [5]˽article de VeloNews sur les discussions (4 mars 2022)

    Ada> /chronologie date:hier
    Je n’arrive pas à lire «˽hier˽» comme une date. Tapez-la comme dans /chronologie 2022-03-15.
    ");
}

#[test]
fn what_was_known_on_a_day_is_no_surer_than_it_was() {
    let said = talk(&router(), Lang::En, &["/timeline 31 March 2022"]);
    let line = said.lines().find(|line| line.contains("eight episodes")).unwrap();
    assert!(line.contains("announced at the time") && line.contains("[1˽§˽2]"), "{line}");
    // Only the three articles that bear a date of that day or before are cited.
    assert!(!said.contains("[2˽§") && !said.contains("; 4˽§"), "{said}");
}

#[test]
fn dates_are_read_as_people_type_them() {
    let router = router();
    let figures = router.writer(Lang::En).figures();
    for typed in ["2022-03-15", "15/03/2022", "15 March 2022", "march 15, 2022", "15th mar 2022"] {
        assert_eq!(figures.read_day(typed).unwrap().to_string(), "2022-03-15", "{typed}");
    }
    let figures = router.writer(Lang::Fr).figures();
    for (typed, day) in [
        ("1er juillet 2022", "2022-07-01"),
        ("24 juil. 2022", "2022-07-24"),
        ("mars 2022", "2022-03-31"),
        ("2022", "2022-12-31"),
    ] {
        assert_eq!(figures.read_day(typed).unwrap().to_string(), day, "{typed}");
    }
    for typed in ["", "31/02/2022", "soon", "99999-01-01", "2022-13-01", "🚴"] {
        assert_eq!(figures.read_day(typed), None, "{typed}");
    }
}

#[test]
fn rumours() {
    insta::assert_snapshot!(talk(&router(), Lang::En, &["/rumours"]), @"
    Ada> /rumours
    What was said early, and how it turned out
      - According to The Telegraph, the streaming company in talks about a Tour de France docuseries in early March 2022 was Netflix. (reported) [3˽§˽1; 5˽§˽3]
        The announcement of 31 March 2022 says that Netflix had joined forces with ASO for the series.
      - According to The Telegraph, Netflix was in talks with ASO, the organiser of the Tour de France, in early March 2022. (reported) [3˽§˽1; 5˽§˽3]
        ASO was named as a partner in the series on 31 March 2022.
      - According to The Telegraph, Netflix was in talks with eight teams in March 2022. (reported) [3˽§˽1, 4; 5˽§˽3, 5]
        The series was announced with eight teams, though not all of them are known to be those of the talks.
      - Ineos Grenadiers was said in March 2022 to be one of the eight teams in talks with Netflix. (rumoured) [3˽§˽4; 5˽§˽5]
        Ineos Grenadiers is among the eight teams announced for the series.
      - Jumbo-Visma was said in March 2022 to be one of the eight teams in talks with Netflix. (rumoured) [5˽§˽5]
        Jumbo-Visma is among the eight teams announced for the series.
      - Movistar was said in March 2022 to be one of the eight teams in talks with Netflix. (rumoured) [5˽§˽5]
        Movistar is not among the eight teams announced later, and no article says why or that it refused.
      - Quick-Step Alpha Vinyl was said in March 2022 to be one of the eight teams in talks with Netflix. (rumoured) [5˽§˽5]
        Quick-Step Alpha Vinyl is among the eight teams announced for the series.
      - The eight teams that The Telegraph reported to be in talks with Netflix were WorldTour teams. (reported) [3˽§˽1; 5˽§˽5]
        The later articles name the eight teams of the series without saying at what level they race.
      - As VeloNews relayed The Telegraph’s report, the eight teams in talks with Netflix were among the biggest in the world. (reported) [5˽§˽3]
        The announcement of 31 March 2022 calls its eight teams iconic, not the biggest.
      - As VeloNews relayed The Telegraph’s report, the talks were meant to lead to the viewers’ next binge-watch. (reported) [5˽§˽3]
        The talks did lead to a series on Netflix.
      - According to The Telegraph, the talks about a Tour de France docuseries were under way in early March 2022. (reported) [3˽§˽1; 5˽§˽3]
        The partnership was announced on 31 March 2022.
      - According to The Telegraph, the teams were close to accepting the terms on the table in early March 2022. (reported) [3˽§˽6]
        Eight teams were announced for the series on 31 March 2022.
      - According to The Telegraph, ASO had not commented on the planned Netflix series by early March 2022. (reported) [3˽§˽6]
        At the announcement of 31 March 2022, ASO’s Yann Le Moënner spoke of the project at length.
      - In early March 2022, money was reportedly an issue still being settled in the talks about the series. (rumoured) [3˽§˽5; 5˽§˽12]
        No later article says anything about money.
      - VeloNews wrote that the finances were reported to be one of the last obstacles to an agreement. (rumoured) [5˽§˽12]
        The partnership was announced on 31 March 2022, but no later article mentions the finances.
      - VeloNews wrote on 4 March 2022 that the parties hoped to close a deal within weeks. (rumoured) [5˽§˽12]
        The partnership was announced on 31 March 2022, less than four weeks later.
      - In March 2022 it was thought likely that the teams were asking to be paid for taking part in the series. (rumoured) [3˽§˽5]
        No article says whether the teams were paid.
      - What the teams were thought to want payment for was letting Netflix in and close to their daily surroundings. (rumoured) [3˽§˽5]
        No article says what the teams were paid for, if they were.
      - In March 2022 France Télévisions was expected to be compensated by Netflix as an owner of broadcasting rights to the Tour. (rumoured) [3˽§˽5]
        France Télévisions takes part in the project, but no article says whether it was paid.
      - In March 2022 Eurosport was expected to be compensated by Netflix as an owner of broadcasting rights to the Tour. (rumoured) [3˽§˽5]
        No later article mentions Eurosport.
      - In March 2022 it was thought that a docuseries on the Tour de France might come to Netflix. (rumoured) [3˽§˽1]
        The series was announced for Netflix.
      - In March 2022 the series was expected to look behind the scenes of the Tour de France. (rumoured) [3˽§˽1]
        The announcements and the preview all speak of a look behind the scenes.
      - The rumoured series was to be in the fly-on-the-wall style, VeloNews wrote. (rumoured) [5˽§˽4]
        No later article uses that description.
      - VeloNews imagined a series with several teams and a wide angle. (rumoured) [5˽§˽13]
        The series was announced with eight teams.
      - The rumoured series was to cover the duel between Tadej Pogačar and Primož Roglič at the 2022 Tour de France. (rumoured) [5˽§˽4]
        The preview of the release tells of Vingegaard against Pogačar, and no later article mentions Roglič.
      - The rumoured series was to be about the Tour de France of July 2022. (rumoured) [5˽§˽4, 13]
        The series is about the 2022 Tour de France.
      - In March 2022 Amazon was said to be turning to Jumbo-Visma in its series “All or Nothing”. (rumoured) [3˽§˽8]
        No later article mentions it.
      - VeloNews wrote in March 2022 that viewers might be in for a treat very soon. (rumoured) [5˽§˽2]
        The announcements put the release in the first half of 2023, and the preview on 8 June.

    Sources: [3]˽English report on the talks (4 March 2022); [5]˽VeloNews report on the talks (4 March 2022)
    ");
}

#[test]
fn rumeurs() {
    insta::assert_snapshot!(talk(&router(), Lang::Fr, &["/rumeurs"]), @"
    Ada> /rumeurs
    Ce qui se disait au début, et ce qu’il en est advenu
      - Selon le Telegraph, la plateforme de streaming en discussion pour une docu-série sur le Tour de France, début mars 2022, était Netflix. (rapporté) [3˽§˽1˽; 5˽§˽3]
        L’annonce du 31 mars 2022 indique que Netflix s’est allié à ASO pour la série.
      - Selon le Telegraph, Netflix était en discussion avec ASO, l’organisateur du Tour de France, début mars 2022. (rapporté) [3˽§˽1˽; 5˽§˽3]
        ASO a été présentée comme partenaire de la série le 31 mars 2022.
      - Selon le Telegraph, Netflix était en discussion avec huit équipes en mars 2022. (rapporté) [3˽§˽1, 4˽; 5˽§˽3, 5]
        La série a été annoncée avec huit équipes, sans que l’on sache si ce sont toutes celles des discussions.
      - Ineos Grenadiers aurait fait partie, en mars 2022, des huit équipes en discussion avec Netflix. (rumeur) [3˽§˽4˽; 5˽§˽5]
        Ineos Grenadiers fait partie des huit équipes annoncées pour la série.
      - Jumbo-Visma aurait fait partie, en mars 2022, des huit équipes en discussion avec Netflix. (rumeur) [5˽§˽5]
        Jumbo-Visma fait partie des huit équipes annoncées pour la série.
      - Movistar aurait fait partie, en mars 2022, des huit équipes en discussion avec Netflix. (rumeur) [5˽§˽5]
        Movistar ne figure pas parmi les huit équipes annoncées ensuite, et aucun article ne dit pourquoi ni qu’elle aurait refusé.
      - Quick-Step Alpha Vinyl aurait fait partie, en mars 2022, des huit équipes en discussion avec Netflix. (rumeur) [5˽§˽5]
        Quick-Step Alpha Vinyl fait partie des huit équipes annoncées pour la série.
      - Les huit équipes qui discutaient avec Netflix, selon le Telegraph, étaient des équipes du WorldTour. (rapporté) [3˽§˽1˽; 5˽§˽5]
        Les articles suivants nomment les huit équipes de la série sans préciser à quel niveau elles courent.
      - D’après VeloNews, qui citait le Telegraph, les huit équipes en discussion avec Netflix comptaient parmi les plus grandes du monde. (rapporté) [5˽§˽3]
        L’annonce du 31 mars 2022 qualifie ses huit équipes d’emblématiques, sans parler des plus grandes.
      - D’après VeloNews, qui citait le Telegraph, les discussions devaient donner naissance à la prochaine série à dévorer d’une traite. (rapporté) [5˽§˽3]
        Les discussions ont bien abouti à une série sur Netflix.
      - Selon le Telegraph, les discussions sur une docu-série consacrée au Tour de France étaient en cours début mars 2022. (rapporté) [3˽§˽1˽; 5˽§˽3]
        Le partenariat a été annoncé le 31 mars 2022.
      - Selon le Telegraph, les équipes étaient près d’accepter les conditions proposées début mars 2022. (rapporté) [3˽§˽6]
        Huit équipes ont été annoncées pour la série le 31 mars 2022.
      - Selon le Telegraph, ASO n’avait pas encore commenté le projet de série de Netflix début mars 2022. (rapporté) [3˽§˽6]
        Lors de l’annonce du 31 mars 2022, Yann Le Moënner, d’ASO, s’est longuement exprimé sur le projet.
      - Début mars 2022, l’argent aurait été une question encore en cours de règlement dans les discussions sur la série. (rumeur) [3˽§˽5˽; 5˽§˽12]
        Aucun article ultérieur ne parle d’argent.
      - VeloNews écrivait que les finances auraient été l’un des derniers obstacles à un accord. (rumeur) [5˽§˽12]
        Le partenariat a été annoncé le 31 mars 2022, mais aucun article ultérieur n’évoque les finances.
      - VeloNews écrivait le 4 mars 2022 que les parties espéraient conclure un accord dans les semaines suivantes. (rumeur) [5˽§˽12]
        Le partenariat a été annoncé le 31 mars 2022, moins de quatre semaines plus tard.
      - En mars 2022, on jugeait probable que les équipes réclament une rémunération pour participer à la série. (rumeur) [3˽§˽5]
        Aucun article ne dit si les équipes ont été payées.
      - Ce que les équipes auraient voulu se faire payer, c’est l’accès de Netflix à leur environnement, au plus près d’elles. (rumeur) [3˽§˽5]
        Aucun article ne dit ce pour quoi les équipes ont été payées, si elles l’ont été.
      - En mars 2022, on s’attendait à ce que France Télévisions, qui détient des droits de diffusion du Tour, soit dédommagé par Netflix. (rumeur) [3˽§˽5]
        France Télévisions participe au projet, mais aucun article ne dit s’il a été payé.
      - En mars 2022, on s’attendait à ce qu’Eurosport, qui détient des droits de diffusion du Tour, soit dédommagé par Netflix. (rumeur) [3˽§˽5]
        Aucun article ultérieur ne mentionne Eurosport.
      - En mars 2022, on pensait qu’une docu-série sur le Tour de France pourrait arriver sur Netflix. (rumeur) [3˽§˽1]
        La série a été annoncée sur Netflix.
      - En mars 2022, on s’attendait à ce que la série montre les coulisses du Tour de France. (rumeur) [3˽§˽1]
        Les annonces et l’article sur la sortie parlent tous des coulisses.
      - La série dont parlait la rumeur devait être filmée sur le vif, écrivait VeloNews. (rumeur) [5˽§˽4]
        Aucun article ultérieur ne reprend cette description.
      - VeloNews imaginait une série au regard large, consacrée à plusieurs équipes. (rumeur) [5˽§˽13]
        La série a été annoncée avec huit équipes.
      - La série dont parlait la rumeur devait couvrir le duel entre Tadej Pogačar et Primož Roglič sur le Tour de France 2022. (rumeur) [5˽§˽4]
        L’article sur la sortie raconte le duel entre Vingegaard et Pogačar, et aucun article ultérieur ne mentionne Roglič.
      - La série dont parlait la rumeur devait porter sur le Tour de France de juillet 2022. (rumeur) [5˽§˽4, 13]
        La série porte sur le Tour de France 2022.
      - En mars 2022, Amazon se serait intéressé à Jumbo-Visma dans sa série «˽All or Nothing˽». (rumeur) [3˽§˽8]
        Aucun article ultérieur n’en parle.
      - VeloNews écrivait en mars 2022 que l’on pourrait très bientôt se régaler de la série. (rumeur) [5˽§˽2]
        Les annonces prévoient la sortie au premier semestre 2023, et l’article sur la sortie donne le 8 juin.

    Sources˽: [3]˽article en anglais sur les discussions (4 mars 2022)˽; [5]˽article de VeloNews sur les discussions (4 mars 2022)
    ");
}

#[test]
fn sources() {
    let lines = ["/sources", "/sources 2", "/sources velonews", "/sources 9", "/sources bible"];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"
    Ada> /sources
    The articles
      - [1] English announcement (31 March 2022), in English, 67 facts
      - [2] French announcement (undated), in French, 71 facts
      - [3] English report on the talks (4 March 2022), in English, 64 facts
      - [4] French preview of the release (undated), in French, 95 facts
      - [5] VeloNews report on the talks (4 March 2022), in English, 82 facts
        Publisher: VeloNews.

    Ada> /sources 2
    French announcement (undated)
    Paragraph 1
      - The Netflix production on the 2022 Tour is a documentary series.
      - The series is about the 2022 Tour de France.
      - The series was announced for 2023. (planned)
      - When it was announced, the series was planned for the first half of 2023. (planned, since superseded)
      - Filming was already under way when the French announcement appeared.
      - Netflix teamed up with ASO, the organiser of the Tour, to make the series.
      - France Télévisions is one of the partners in the series.
      - The series shows the race behind the scenes.
      - The 2022 Tour de France was to start on 1 July 2022. (planned)
      - The 2022 Tour de France ended on 24 July 2022.
      - ASO’s full name is Amaury Sport Organisation.

    Paragraph 2
      - The Netflix production on the 2022 Tour is a documentary series.
      - Netflix is the platform of the series.
      - The series is about the 2022 Tour de France.
      - Filming was to end in July 2022. (planned)
      - According to the French announcement, production was to go on until the end of July. (planned)
      - Filming was already under way when the French announcement appeared.
      - Production had already begun with the teams taking part in the race.
      - Netflix teamed up with ASO, the organiser of the Tour, to make the series.
      - France Télévisions is one of the partners in the series.
      - The series shows the race behind the scenes.
      - ASO organises the Tour de France.
      - France Télévisions broadcasts the Tour de France.
      - France Télévisions produces the Tour de France as an event.
      - The Tour de France is nicknamed the Grande Boucle.
      - Netflix is a video-on-demand platform.
      - ASO’s full name is Amaury Sport Organisation.

    Paragraph 3
      - The series follows eight teams.
      - AG2R Citroën was announced as one of the eight teams in the series. (planned)
      - Alpecin-Fenix was announced as one of the eight teams in the series. (planned)
      - Bora-hansgrohe was announced as one of the eight teams in the series. (planned)
      - Groupama-FDJ was announced as one of the eight teams in the series. (planned)
      - Ineos Grenadiers was announced as one of the eight teams in the series. (planned)
      - EF Education-EasyPost is one of the eight teams in the series.
      - Jumbo-Visma is one of the eight teams in the series.
      - Quick-Step Alpha Vinyl is one of the eight teams in the series.
      - UAE Team Emirates refused to appear in the series.
      - Netflix was to plunge into the everyday life of the teams. (planned)
      - The French announcement calls the Tour de France legendary. (opinion)

    Paragraph 4
      - Netflix is the platform of the series.
      - The series was announced for 2023. (planned)

    Paragraph 5
      - The series has eight episodes.
      - According to the French announcement, each episode was to last 45 minutes. (planned)
      - Quadbox produces the series.
      - Box to Box Films produces the series as part of Quadbox. (inferred)
      - QUAD produces the series as part of Quadbox. (inferred)
      - It was Netflix that called on Quadbox to produce the series.
      - Netflix is an American platform.
      - Netflix is a video-on-demand platform.
      - QUAD is one of the two companies united in Quadbox.
      - Box to Box Films is one of the two companies united in Quadbox.
      - The French announcement says of the two partners in Quadbox that they are known for “Drive to Survive”.
      - Box to Box Films is British.
      - At the time of the French announcement, Box to Box Films was filming two other docuseries.
      - “Drive to Survive” is on Netflix.
      - “Drive to Survive” is about Formula 1.
      - “Drive to Survive” shows Formula 1 behind the scenes.
      - Box to Box Films makes “Drive to Survive”.
      - The fourth season of “Drive to Survive” was on when the French announcement appeared.
      - The fourth season of “Drive to Survive” had come out a few weeks before the French announcement.
      - Box to Box Films was making a docuseries on tennis.
      - One of the two other docuseries by Box to Box Films is about tennis.
      - The tennis docuseries by Box to Box Films deals with the professional circuit.
      - The tennis docuseries was being filmed when the French announcement appeared.
      - Box to Box Films was making a docuseries on golf.
      - One of the two other docuseries by Box to Box Films is about golf.
      - The golf docuseries by Box to Box Films deals with the professional circuit.
      - The golf docuseries was being filmed when the French announcement appeared.

    Paragraph 6
      - The series was announced for 2023. (planned)
      - When it was announced, the series was planned for the first half of 2023. (planned, since superseded)
      - The Tour de France is a cycling race.
      - The French announcement calls the Tour de France legendary. (opinion)
      - Yann Le Moënner is Directeur Général, that is, managing director.
      - Yann Le Moënner is at the head of ASO.
      - Yann Le Moënner told 20 Minutes Sport about ASO’s ambition.
      - According to Yann Le Moënner, the series fits into ASO’s ambition of making the sport more accessible. (opinion)
      - According to Yann Le Moënner, ASO wants its sport to reach a wider audience. (opinion)
      - According to Yann Le Moënner, the project fits ASO’s overall strategy more than ever. (opinion)
      - France Télévisions was to show a film of its own before the 2023 Tour. (planned)
      - According to the French announcement, the France Télévisions film was to last 52 minutes. (planned, the articles disagree)
      - The France Télévisions film was to be shown before the start of the 2023 Tour. (planned)
      - The France Télévisions film was to be shown a few days before the 2023 Tour set off. (planned)
      - The France Télévisions film was to be about the Tour de France. (planned)
      - The France Télévisions film was to show what goes on behind the scenes of the race. (planned)

    Paragraph 7
      - No fact: Only the number of readers’ comments under the article.

    Ada> /sources velonews
    VeloNews report on the talks (4 March 2022)

    Publisher: VeloNews.

    Paragraph 1
      - Both articles on the talks are dated 4 March 2022.
      - VeloNews published an article on the talks about the series, dated 4 March 2022.
      - Readers who join VeloNews or Outside+ can read all that VeloNews publishes.

    Paragraph 2
      - VeloNews promised a possible treat to those who had liked the Movistar series. (opinion)
      - “The Least Expected Day” is on Netflix.
      - “The Least Expected Day” is about the Movistar team.
      - VeloNews wrote in March 2022 that viewers might be in for a treat very soon. (rumoured)

    Paragraph 3
      - ASO organises the Tour de France.
      - According to The Telegraph, the streaming company in talks about a Tour de France docuseries in early March 2022 was Netflix. (reported)
      - According to The Telegraph, Netflix was in talks with ASO, the organiser of the Tour de France, in early March 2022. (reported)
      - According to The Telegraph, Netflix was in talks with eight teams in March 2022. (reported)
      - As VeloNews relayed The Telegraph’s report, the eight teams in talks with Netflix were among the biggest in the world. (reported)
      - As VeloNews relayed The Telegraph’s report, the talks were meant to lead to the viewers’ next binge-watch. (reported)
      - According to The Telegraph, the talks about a Tour de France docuseries were under way in early March 2022. (reported)
      - Both articles of 4 March 2022 took the news of the talks from The Telegraph.
      - The articles on the talks call Netflix a streaming giant.

    Paragraph 4
      - The rumoured series was to be in the fly-on-the-wall style, VeloNews wrote. (rumoured)
      - The rumoured series was to cover the duel between Tadej Pogačar and Primož Roglič at the 2022 Tour de France. (rumoured)
      - VeloNews found the expected duel between Pogačar and Roglič mouth-watering. (opinion)
      - The rumoured series was to be about the Tour de France of July 2022. (rumoured)

    Paragraph 5
      - According to The Telegraph, Netflix was in talks with eight teams in March 2022. (reported)
      - Ineos Grenadiers was said in March 2022 to be one of the eight teams in talks with Netflix. (rumoured)
      - Jumbo-Visma was said in March 2022 to be one of the eight teams in talks with Netflix. (rumoured)
      - Movistar was said in March 2022 to be one of the eight teams in talks with Netflix. (rumoured)
      - Quick-Step Alpha Vinyl was said in March 2022 to be one of the eight teams in talks with Netflix. (rumoured)
      - The eight teams that The Telegraph reported to be in talks with Netflix were WorldTour teams. (reported)
      - On 4 March 2022 it was not known whether the series would also cover the Tour de France Femmes.
      - On 4 March 2022 it was not known whether teams such as Movistar and Jumbo-Visma would open both their men’s and their women’s sides to the cameras.
      - The Tour de France Femmes that VeloNews wrote of in March 2022 was the inaugural one.
      - Ineos Grenadiers was a WorldTour team in March 2022.
      - Jumbo-Visma was a WorldTour team in March 2022.
      - Movistar was a WorldTour team in March 2022.
      - Quick-Step Alpha Vinyl was a WorldTour team in March 2022.
      - Movistar has both a men’s side and a women’s side.
      - Jumbo-Visma has both a men’s side and a women’s side.

    Paragraph 6
      - “Drive to Survive” is about Formula 1.
      - Box to Box Films makes “Drive to Survive”.
      - In March 2022, Box to Box Films was to produce the Tour de France series if the deal came off. (planned)
      - “Drive to Survive” is hugely popular.
      - “Drive to Survive” brought viewers the rivalries between Formula 1 teams.
      - “Drive to Survive” brought viewers the quirky characters of Formula 1.

    Paragraph 7
      - A series on the Tour would be pro cycling’s latest try at documentaries, VeloNews wrote. (opinion)
      - The Netflix series on the Tour de France is not the first docuseries about cycling.

    Paragraph 8
      - GreenEdge is an Australian team.
      - Flanders Classics is in charge of classic races.
      - In the years before 2022, Flanders Classics was behind bigger-budget documentary productions.
      - In the years before 2022, Jumbo-Visma was behind bigger-budget documentary productions.
      - “Backstage Pass” was the work of the team GreenEdge.
      - “Backstage Pass” came out on YouTube.
      - “Backstage Pass” consisted of short videos.
      - “Backstage Pass” dates from the middle of the 2010s. (inferred)
      - According to VeloNews, GreenEdge broke new ground with “Backstage Pass”. (opinion)

    Paragraph 9
      - Movistar is a Spanish team.
      - “The Least Expected Day” is about the Movistar team.
      - VeloNews calls the Movistar series on Netflix “El Día Menos Pensado”.
      - The Movistar series took its viewers behind the scenes of the team.
      - The Movistar series shows tantrums in the team.
      - The Movistar series shows dramas among the staff.
      - The Movistar series shows pictures from inside the races.
      - According to VeloNews, the Movistar series was the real turning point for documentaries about cycling. (opinion)
      - VeloNews found the Movistar series good for munching popcorn to. (opinion)

    Paragraph 10
      - “The Least Expected Day” had two seasons by March 2022.
      - The Movistar series lays bare the dealings of Alejandro Valverde with others.
      - The Movistar series lays bare the dealings of Marc Soler with others.
      - The Movistar series lays bare the dealings of Enric Mas with others.
      - According to VeloNews, the world had never seen such dynamics laid bare as they are in the Movistar series. (opinion)
      - The Movistar series was a great success.
      - In March 2022 a third season of “El Día Menos Pensado” was on its way. (planned)
      - The third season of “El Día Menos Pensado” was to centre on the falling-out between Movistar and Miguel Ángel López. (planned)
      - Miguel Ángel López is Colombian.
      - VeloNews called Miguel Ángel López temperamental. (opinion)
      - Miguel Ángel López had a turbulent falling-out with Movistar.

    Paragraph 11
      - The Tour de France is called the biggest bike race in the world. (opinion)
      - “Drive to Survive” is about Formula 1.
      - VeloNews thought that the series could win cycling a whole new following. (opinion)
      - VeloNews thought that the series could do for cycling what “Drive to Survive” did for Formula 1. (opinion)
      - According to VeloNews, “Drive to Survive” took the following of Formula 1 to a new level. (opinion)

    Paragraph 12
      - On 4 March 2022 the deal for the Tour de France docuseries was not yet done.
      - In early March 2022, money was reportedly an issue still being settled in the talks about the series. (rumoured)
      - VeloNews wrote that the finances were reported to be one of the last obstacles to an agreement. (rumoured)
      - VeloNews wrote on 4 March 2022 that the parties hoped to close a deal within weeks. (rumoured)

    Paragraph 13
      - VeloNews imagined a series with several teams and a wide angle. (rumoured)
      - The rumoured series was to be about the Tour de France of July 2022. (rumoured)
      - VeloNews thought that the series might be as great as the racing itself. (opinion)
      - VeloNews looked forward to seeing team buses, quarrels, triumphs and torments in the series. (opinion)
      - VeloNews hoped that the Tour de France series would come about. (opinion)

    Ada> /sources 9
    There is no article “9”. Type a number from 1 to 5.

    Ada> /sources bible
    There is no article “bible”. Type a number from 1 to 5.
    ");
}

#[test]
fn les_sources() {
    insta::assert_snapshot!(talk(&router(), Lang::Fr, &["/sources", "/sources 4"]), @"
    Ada> /sources
    Les articles
      - [1] annonce en anglais (31 mars 2022), en anglais, 67 faits
      - [2] annonce en français (sans date), en français, 71 faits
      - [3] article en anglais sur les discussions (4 mars 2022), en anglais, 64 faits
      - [4] article en français sur la sortie (sans date), en français, 95 faits
      - [5] article de VeloNews sur les discussions (4 mars 2022), en anglais, 82 faits
        Éditeur˽: VeloNews.

    Ada> /sources 4
    Article en français sur la sortie (sans date)
    Paragraphe 1
      - La série porte sur le Tour de France 2022.
      - La série compte huit épisodes.
      - La série suit huit équipes.
      - Les huit équipes sont qualifiées d’emblématiques. (avis)
      - La série devait être disponible à partir du 8 juin˽; l’article sur la sortie ne précise pas l’année. (prévu)
      - La série suit le parcours de huit équipes engagées dans la course.

    Paragraphe 2
      - Netflix est la plateforme de la série.
      - La série devait être disponible à partir du 8 juin˽; l’article sur la sortie ne précise pas l’année. (prévu)
      - C’est Netflix qui a dévoilé la série.
      - Les mots cités lors de la présentation parlent d’un Tour où ça brûle. (avis)
      - Selon les mots cités lors de la présentation, on est à bout de souffle sur le Tour. (avis)
      - Les mots cités lors de la présentation parlent d’une vitesse incroyable. (avis)
      - Les mots cités lors de la présentation invitent à se tenir prêt à tout. (avis)
      - Les mots cités lors de la présentation commencent par dire que le Tour n’a rien de compliqué. (avis)
      - La série montre les coulisses de la course.
      - Le Tour de France est surnommé la Grande Boucle.

    Paragraphe 3
      - La série porte sur le Tour de France 2022.
      - La série compte huit épisodes.
      - Les huit épisodes ont été tournés pendant le Tour de France 2022.
      - franceinfo est partenaire de la série.
      - La série suit les coureurs.
      - La série suit aussi les directeurs d’équipe.
      - Des coureurs aux dirigeants, la série suit tous ceux qui font le Tour.
      - La série met en lumière les nombreux enjeux de la course.
      - Le récit commence avec la préparation de la course.
      - Le récit accompagne la course jusqu’à son arrivée à Paris.
      - Le Tour de France est une course cycliste.
      - L’arrivée du Tour de France 2022 a eu lieu à Paris.
      - D’après l’article en français sur la sortie, la course est diffusée dans 190 pays. (les articles se contredisent)
      - Le Tour de France est présenté comme la course cycliste la plus importante au monde. (avis)

    Paragraphe 4
      - Certaines images viennent de l’intérieur de la caravane du Tour.
      - Des images ont été tournées dans les voitures des directeurs de course.
      - Des images ont aussi été prises depuis les vélos des coureurs, munis de caméras embarquées.

    Paragraphe 5
      - La série s’intitule «˽Tour de France˽: Au cœur du peloton˽».
      - La production de Netflix sur le Tour 2022 est une série documentaire.
      - Netflix est la plateforme de la série.
      - La série devait être disponible à partir du 8 juin˽; l’article sur la sortie ne précise pas l’année. (prévu)
      - La série montre les coulisses de la course.
      - L’illustration de l’article en français sur la sortie est tirée de la série elle-même.
      - Le Tour de France est surnommé la Grande Boucle.

    Paragraphe 6
      - Dans l’épisode 2, la Jumbo-Visma se lance à la conquête du maillot jaune.
      - Les équipes courent pour le maillot jaune.

    Paragraphe 7
      - EF Education-EasyPost est l’une des huit équipes de la série.
      - Quick-Step Alpha Vinyl est l’une des huit équipes de la série.
      - Il existe un épisode 1, le premier des huit.
      - L’épisode 1 raconte les premières étapes du Tour 2022, à travers le Danemark.
      - L’épisode 1 montre le duel qui oppose EF Education-EasyPost à Quick-Step Alpha Vinyl.
      - EF Education-EasyPost est l’une des deux équipes en vedette dans l’épisode 1.
      - Quick-Step Alpha Vinyl est l’une des deux équipes en vedette dans l’épisode 1.
      - Deux équipes tiennent la vedette dans l’épisode 1.
      - Le contre-la-montre inaugural de Copenhague figure dans l’épisode 1.
      - L’épisode 1 se passe au Danemark.
      - L’épisode 1 passe notamment par Copenhague.
      - Le Tour de France 2022 est parti du Danemark.
      - Le Tour de France 2022 s’est ouvert à Copenhague, par un contre-la-montre.
      - Les premières étapes du Tour 2022 ont traversé le Danemark.
      - Après le Danemark, le Tour 2022 est entré en France par les Hauts-de-France.
      - Le contre-la-montre inaugural de Copenhague faisait partie du Tour 2022.
      - L’étape inaugurale, à Copenhague, était un contre-la-montre.
      - Le contre-la-montre de Copenhague a ouvert la course.
      - Le contre-la-montre inaugural s’est disputé à Copenhague.
      - EF Education-EasyPost a affronté Quick-Step Alpha Vinyl lors du contre-la-montre inaugural.
      - Quick-Step Alpha Vinyl a affronté EF Education-EasyPost lors du contre-la-montre inaugural.
      - Le contre-la-montre inaugural s’est disputé au Danemark.
      - À l’époque du Tour 2022, l’équipe de Julian Alaphilippe était Quick-Step Alpha Vinyl.
      - Julian Alaphilippe n’a pas couru le Tour 2022.

    Paragraphe 8
      - Jumbo-Visma est l’une des huit équipes de la série.
      - Il existe un épisode 2, le deuxième des huit.
      - La Jumbo-Visma tient la vedette dans l’épisode 2.
      - Une seule équipe tient la vedette dans l’épisode 2.
      - Dans l’épisode 2, les coureurs arrivent en France.
      - Dans l’épisode 2, la Jumbo-Visma se lance à la conquête du maillot jaune.
      - L’étape de Dunkerque à Calais figure dans l’épisode 2.
      - L’étape pavée d’Arenberg Porte du Hainaut figure dans l’épisode 2.
      - L’épisode 2 se passe en France.
      - L’épisode 2 se passe dans les Hauts-de-France.
      - Jonas Vingegaard est le coureur de la Jumbo-Visma cité pour la conquête du jaune dans l’épisode 2.
      - Tadej Pogačar est cité comme l’adversaire de Vingegaard dans l’épisode 2.
      - Le Tour de France 2022 s’est achevé le 24 juillet 2022.
      - L’arrivée du Tour de France 2022 a eu lieu à Paris.
      - Après le Danemark, le Tour 2022 est entré en France par les Hauts-de-France.
      - Le Tour 2022 est passé sur les pavés du Nord.
      - La Jumbo-Visma visait le maillot jaune sur le Tour 2022.
      - Jonas Vingegaard a remporté le Tour de France 2022.
      - Jonas Vingegaard a gagné le Tour 2022 le 24 juillet 2022.
      - Jonas Vingegaard a remporté le Tour 2022 à Paris.
      - Tadej Pogačar a remporté le Tour de France 2020.
      - Tadej Pogačar a remporté le Tour de France 2021.
      - Avant l’édition 2022, Tadej Pogačar avait gagné le Tour deux fois.
      - L’étape de Dunkerque à Calais faisait partie du Tour 2022.
      - L’étape de Calais est partie de Dunkerque.
      - L’étape partie de Dunkerque est arrivée à Calais.
      - L’étape de Dunkerque à Calais s’est courue dans les Hauts-de-France.
      - L’étape d’Arenberg Porte du Hainaut faisait partie du Tour 2022.
      - L’étape d’Arenberg Porte du Hainaut est partie de Lille-Métropole.
      - L’étape partie de Lille-Métropole est arrivée à Arenberg Porte du Hainaut.
      - L’étape d’Arenberg comptait plus de 19 kilomètres de pavés.
      - L’étape d’Arenberg s’est courue le lendemain de l’étape Dunkerque–Calais.
      - Les pavés sur la route d’Arenberg sont ceux du Nord.
      - L’étape de Dunkerque à Calais s’est courue en France.
      - L’étape d’Arenberg Porte du Hainaut s’est courue en France.
      - Jonas Vingegaard est danois.
      - Jonas Vingegaard a couru le Tour 2022 pour la Jumbo-Visma.
      - Sur le Tour 2022, Jonas Vingegaard disputait le maillot jaune à Tadej Pogačar.
      - Tadej Pogačar est slovène.
    ");
}

#[test]
fn help_and_about() {
    insta::assert_snapshot!(talk(&router(), Lang::En, &["/help", "/about", "/tems", "/dance"]), @"
    Ada> /help
    What you can type

      /ask question
          Ask anything about the series
      /teams [team]
          The teams followed, those that refused, those only in the talks; or all about one team
      /series
          The series in short: title, makers, teams, episodes, release
      /episode number
          What the articles say of an episode
      /who name
          All about a person, a company or another name in the articles
      /timeline [at]
          Everything in chronological order; or what was known on a given day
      /rumours
          What was said early, and how it turned out
      /sources [article]
          The articles that everything comes from
      /quiz [count] [topic] [format] [difficulty] [mode] [bonus] [pace] [lobby]
          Start a quiz round here
      /quiz join
          Play along in the round that is running
      /quiz begin
          Begin the round that players are gathering for
      /quiz set [count] [topic] [format] [difficulty] [mode] [bonus] [pace]
          Change the set-up of the round before it begins
      /quiz leave
          Leave the round that is running
      /quiz hint
          Take a hint, at half the points
      /quiz skip
          Vote to skip the question
      /quiz translate
          Show the open question in your language
      /quiz replay
          Play once more what nobody got right
      /quiz stop
          End the round
      /practice [topic]
          Practise alone; what you miss comes back
      /practice stop
          End your practice
      /daily [day]
          Five questions a day, the same for everybody
      /report [words]
          Report a problem with the last question
      /leaderboard [period] [scope] [measure] [page]
          Who stands where: by points, accuracy, longest streak or rating
      /stats [member]
          What you have done so far; or what boards show for somebody else
      /me [language] [pace] [boards] [rating]
          Your own settings: language, time, boards, rating
      /settings [language] [count] [difficulty] [pace] [spoilers] [who-starts] [allow-channel] [remove-channel]
          The settings of this server, for those who manage it
      /settings schedule [time] [days] [zone] [channel] [off]
          When a round starts by itself
      /settings forget [confirm]
          Delete everything that is kept about this server
      /privacy
          What is kept about you, and for how long
      /privacy export
          Everything that is kept about you, as a file
      /privacy delete [confirm]
          Delete everything that is kept about you
      /help
          What you can type
      /about
          What this bot is
      /as NAME
          Speak as another player
      /lang en|fr
          Change the language: en or fr
      /wait 30
          Let so many seconds pass
      /quit
          Leave

    Every answer says how sure the articles are and where they say it. A number in square brackets stands for an article: [1 § 2] is article 1, paragraph 2.

    Ada> /about
    Roadbook

    I know one docuseries by heart: the Netflix docuseries on the 2022 Tour de France. I answer questions about it and run quizzes on it, in English and in French.
    Everything I say comes from 5 articles: 313 facts, each with its source, and 192 questions that the articles leave open. I add nothing of my own.
    Version 0.1.0, fact set tour-de-france-2022-docuseries. Open source, MIT licence.

    Ada> /tems
    The teams
    Followed by the series (8)
      - AG2R Citroën (planned) [1˽§˽2; 2˽§˽3]
      - Alpecin-Fenix (planned) [1˽§˽2; 2˽§˽3]
      - Bora-hansgrohe (planned) [1˽§˽2; 2˽§˽3]
      - Groupama-FDJ (planned) [1˽§˽2; 2˽§˽3]
      - Ineos Grenadiers (planned) [1˽§˽2; 2˽§˽3]
      - EF Education-EasyPost [1˽§˽2; 2˽§˽3; 4˽§˽7]
      - Jumbo-Visma [1˽§˽2; 2˽§˽3; 4˽§˽8]
      - Quick-Step Alpha Vinyl [1˽§˽2; 2˽§˽3; 4˽§˽7]

    Refused (1)
      - UAE Team Emirates refused to appear in the series. [2˽§˽3]

    Only said to be in the talks (1)
      - Movistar was said in March 2022 to be one of the eight teams in talks with Netflix. (rumoured) [5˽§˽5]
        Movistar is not among the eight teams announced later, and no article says why or that it refused.

    Sources: [1]˽English announcement (31 March 2022); [2]˽French announcement (undated); [4]˽French preview of the release (undated); [5]˽VeloNews report on the talks (4 March 2022)

    Ada> /dance
    There is no command “dance”. Type /help to see them all.
    ");
}

#[test]
fn aide_et_a_propos() {
    let lines = ["/aide", "/à-propos", "/a-propos", "/lang de", "/as", "/lang en", "/quit"];
    insta::assert_snapshot!(talk(&router(), Lang::Fr, &lines), @"
    Ada> /aide
    Ce que vous pouvez taper

      /demander question
          Poser une question sur la série
      /équipes [équipe]
          Les équipes suivies, celles qui ont refusé, celles dites en discussion˽; ou tout sur une équipe
      /série
          La série en bref˽: titre, production, équipes, épisodes, sortie
      /épisode numéro
          Ce que les articles disent d’un épisode
      /qui nom
          Tout sur une personne, une société ou un autre nom des articles
      /chronologie [date]
          Tout dans l’ordre chronologique˽; ou ce que l’on savait un jour donné
      /rumeurs
          Ce qui se disait au début, et ce qu’il en est advenu
      /sources [article]
          Les articles dont tout provient
      /quiz [nombre] [thème] [genre] [difficulté] [mode] [bonus] [durée] [attente]
          Lancer une partie de quiz ici
      /quiz rejoindre
          Rejoindre la partie en cours
      /quiz commencer
          Commencer la partie qui se prépare
      /quiz régler [nombre] [thème] [genre] [difficulté] [mode] [bonus] [durée]
          Modifier les réglages de la partie avant qu’elle commence
      /quiz quitter
          Quitter la partie en cours
      /quiz indice
          Prendre un indice, pour la moitié des points
      /quiz passer
          Voter pour passer la question
      /quiz traduire
          Voir la question en cours dans votre langue
      /quiz rejouer
          Rejouer ce que personne n’a trouvé
      /quiz arrêter
          Mettre fin à la partie
      /entraînement [thème]
          S’entraîner en solo˽; ce que l’on manque revient
      /entraînement arrêter
          Mettre fin à l’entraînement
      /défi [jour]
          Cinq questions par jour, les mêmes pour tout le monde
      /signaler [texte]
          Signaler un problème dans la dernière question
      /classement [période] [portée] [mesure] [page]
          Qui en est où˽: par points, précision, plus longue série ou cote
      /statistiques [membre]
          Ce que vous avez fait˽; ou ce que les classements montrent pour quelqu’un d’autre
      /moi [langue] [durée] [classements] [cote]
          Vos propres réglages˽: langue, temps, classements, cote
      /réglages [langue] [nombre] [difficulté] [durée] [révélations] [qui-lance] [ajouter-salon] [retirer-salon]
          Les réglages de ce serveur, pour qui le gère
      /réglages horaire [heure] [jours] [fuseau] [salon] [désactiver]
          Quand une partie démarre automatiquement
      /réglages oublier [confirmer]
          Supprimer tout ce qui est gardé au sujet de ce serveur
      /confidentialité
          Ce qui est gardé sur vous, et combien de temps
      /confidentialité exporter
          Tout ce qui est gardé sur vous, dans un fichier
      /confidentialité supprimer [confirmer]
          Supprimer tout ce qui est gardé sur vous
      /aide
          Ce que vous pouvez taper
      /à-propos
          Ce qu’est ce bot
      /as NOM
          Parler sous un autre nom
      /lang en|fr
          Changer de langue˽: en ou fr
      /attendre 30
          Laisser passer autant de secondes
      /quitter
          Quitter

    Chaque réponse dit à quel point les articles sont sûrs et où ils le disent. Un nombre entre crochets désigne un article˽: [1 § 2], c’est l’article 1, paragraphe 2.

    Ada> /à-propos
    Roadbook

    Je connais par cœur une seule série documentaire˽: la série documentaire de Netflix sur le Tour de France 2022. Je réponds aux questions et j’anime des quiz, en français et en anglais.
    Tout ce que je dis vient de 5 articles˽: 313 faits, chacun avec sa source, et 192 questions que les articles laissent ouvertes. Je n’ajoute rien de mon cru.
    Version 0.1.0, base de faits tour-de-france-2022-docuseries. Logiciel libre, licence MIT.

    Ada> /a-propos
    Roadbook

    Je connais par cœur une seule série documentaire˽: la série documentaire de Netflix sur le Tour de France 2022. Je réponds aux questions et j’anime des quiz, en français et en anglais.
    Tout ce que je dis vient de 5 articles˽: 313 faits, chacun avec sa source, et 192 questions que les articles laissent ouvertes. Je n’ajoute rien de mon cru.
    Version 0.1.0, base de faits tour-de-france-2022-docuseries. Logiciel libre, licence MIT.

    Ada> /lang de
    Je ne parle que le français et l’anglais. Tapez /lang fr ou /lang en.

    Ada> /as
    Tapez un nom, comme dans /as Marie.

    Ada> /lang en
    I now speak English.

    Ada> /quit
    Goodbye.
    ");
}

#[test]
fn questions() {
    let lines = [
        "how many episodes are there?",
        "which teams were featured?",
        "why did UAE refuse to appear?",
        "who won the 2022 tour de france?",
        "In how many countries is the Tour broadcast?",
        "what is the capital of peru",
        "/ask",
    ];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"
    Ada> how many episodes are there?
    The series has eight episodes.
    Sources: English announcement (31 March 2022), paragraph 2; French announcement (undated), paragraph 5; French preview of the release (undated), paragraphs 1 and 3

    Ada> which teams were featured?
    The series follows eight teams: Alpecin-Fenix, AG2R Citroën, Jumbo-Visma, Ineos Grenadiers, Groupama-FDJ, EF Education-EasyPost, Quick-Step Alpha Vinyl and Bora-hansgrohe.
      - AG2R Citroën (planned) [1˽§˽2; 2˽§˽3]
      - Alpecin-Fenix (planned) [1˽§˽2; 2˽§˽3]
      - Bora-hansgrohe (planned) [1˽§˽2; 2˽§˽3]
      - Groupama-FDJ (planned) [1˽§˽2; 2˽§˽3]
      - Ineos Grenadiers (planned) [1˽§˽2; 2˽§˽3]
      - EF Education-EasyPost [1˽§˽2; 2˽§˽3; 4˽§˽7]
      - Jumbo-Visma [1˽§˽2; 2˽§˽3; 4˽§˽8]
      - Quick-Step Alpha Vinyl [1˽§˽2; 2˽§˽3; 4˽§˽7]

    Sources: [1]˽English announcement (31 March 2022); [2]˽French announcement (undated); [4]˽French preview of the release (undated)

    Ada> why did UAE refuse to appear?
    None of the articles says why UAE Team Emirates refused.

    The nearest thing that they do say: UAE Team Emirates refused to appear in the series.
    Source: French announcement (undated), paragraph 3

    Ada> who won the 2022 tour de france?
    Jonas Vingegaard won the 2022 Tour de France.
    Source: French preview of the release (undated), paragraph 8

    Ada> In how many countries is the Tour broadcast?
    According to the French preview, the race is broadcast in 190 countries. (the articles disagree) [4˽§˽3]
    The articles also say:
      - According to the English announcement, the race has been shown in more than 190 countries. (the articles disagree) [1˽§˽2]

    Sources: [1]˽English announcement (31 March 2022); [4]˽French preview of the release (undated)

    Ada> what is the capital of peru
    That doesn’t seem to be about the Netflix docuseries on the 2022 Tour de France, so I can’t answer it. /help shows what I can do.

    Ada> /ask
    Ask me something about the Netflix docuseries on the 2022 Tour de France.
    ");
}

#[test]
fn questions_en_francais() {
    let lines = [
        "combien d'épisodes",
        "Quand sort la série sur Netflix ?",
        "qui produit la série",
        "Combien de temps dure le film de France Télévisions ?",
        "quelle est la recette du cassoulet",
        "/demander",
    ];
    insta::assert_snapshot!(talk(&router(), Lang::Fr, &lines), @"
    Ada> combien d'épisodes
    La série compte huit épisodes.
    Sources˽: annonce en anglais (31 mars 2022), paragraphe 2˽; annonce en français (sans date), paragraphe 5˽; article en français sur la sortie (sans date), paragraphes 1 et 3

    Ada> Quand sort la série sur Netflix ?
    La sortie de la série sur Netflix était prévue le 8 juin 2023.
    Statut˽: prévu, en partie déduit.
    Déduction˽: L’article sur la sortie donne le 8 juin sans l’année˽; les annonces promettent la série pour 2023.
    Sources˽: annonce en anglais (31 mars 2022), paragraphe 3˽; annonce en français (sans date), paragraphes 1, 4 et 6˽; article en français sur la sortie (sans date), paragraphes 1, 2 et 5

    Ada> qui produit la série
    Quadbox produit la série.
    Sources˽: annonce en anglais (31 mars 2022), paragraphe 1˽; annonce en français (sans date), paragraphe 5

    Ada> Combien de temps dure le film de France Télévisions ?
    D’après l’annonce en anglais, le documentaire de France Télévisions devait durer une heure. (prévu, les articles se contredisent) [1˽§˽3]
    Les articles disent aussi˽:
      - D’après l’annonce en français, le film de France Télévisions devait durer 52 minutes. (prévu, les articles se contredisent) [2˽§˽6]

    Sources˽: [1]˽annonce en anglais (31 mars 2022)˽; [2]˽annonce en français (sans date)

    Ada> quelle est la recette du cassoulet
    Cela ne semble pas concerner la série documentaire de Netflix sur le Tour de France 2022, je ne peux donc pas répondre. /aide montre ce que je sais faire.

    Ada> /demander
    Posez-moi une question sur la série documentaire de Netflix sur le Tour de France 2022.
    ");
}

#[test]
fn hostile_lines_get_polite_replies() {
    let router = router();
    let long = "x".repeat(6_000);
    let noise = "é".repeat(3_000);
    let lines =
        ["/", "//", "/who \u{1b}[31mred", "@everyone **bold**", "🚴🚴🚴", &long, &noise, "\u{0}"];
    for line in lines {
        let said = talk(&router, Lang::En, &[line]);
        let reply = said.split_once('\n').unwrap().1;
        assert!(!reply.trim().is_empty() || line.trim_matches('\u{0}').is_empty(), "{line:?}");
        assert!(!reply.contains('\u{1b}'), "{line:?} gives back an escape code");
    }
}

#[test]
fn a_question_is_answered_in_its_language_until_somebody_settles_one() {
    let lines = [
        "c'est qui qui produit la série ?",
        "and who refused?",
        "/ask combien d'épisodes ?",
        "/lang en",
        "combien d'épisodes ?",
        "/me language:french",
        "who makes it?",
    ];
    insta::assert_snapshot!(talk(&router(), Lang::En, &lines), @"
    Ada> c'est qui qui produit la série ?
    Quadbox produit la série.
    Sources˽: annonce en anglais (31 mars 2022), paragraphe 1˽; annonce en français (sans date), paragraphe 5

    Ada> and who refused?
    UAE Team Emirates refused to appear in the series.
    Source: French announcement (undated), paragraph 3

    Ada> /ask combien d'épisodes ?
    La série compte huit épisodes.
    Sources˽: annonce en anglais (31 mars 2022), paragraphe 2˽; annonce en français (sans date), paragraphe 5˽; article en français sur la sortie (sans date), paragraphes 1 et 3

    Ada> /lang en
    I now speak English.

    Ada> combien d'épisodes ?
    The series has eight episodes.
    Sources: English announcement (31 March 2022), paragraph 2; French announcement (undated), paragraph 5; French preview of the release (undated), paragraphs 1 and 3

    Ada> /me language:french
    C’est enregistré.

    Vos propres réglages

    Langue˽: le français, partout.
    Temps par question˽: le temps habituel.
    Classements˽: vous figurez dans ceux qui sont communs à tous les serveurs.
    Cote˽: la vôtre est annoncée à la fin d’une partie.

    Ada> who makes it?
    Quadbox produit la série.
    Sources˽: annonce en anglais (31 mars 2022), paragraphe 1˽; annonce en français (sans date), paragraphe 5
    ");
}
