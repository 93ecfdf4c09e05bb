# Les phrases françaises. Chaque clé figure aussi dans en.ftl ; un test compare les deux fichiers et
# cherche les clés dont aucun code ne se sert.

## Degré de certitude
status-planned = prévu
status-planned-derived = prévu, en partie déduit
status-partly-planned = en partie prévu
status-announced-then = tel qu’annoncé alors
status-reported = rapporté
status-reported-by = rapporté par { $who }
status-rumoured = rumeur
status-opinion = avis
status-opinion-of = avis, selon { $who }
status-denied = démenti
status-derived = déduit
standing-confirmed = Statut : confirmé ; les articles le présentent comme un fait.
standing-status = Statut : { $status }.
standing-status-dated = Statut : { $status } ({ $date }).
standing-derived = Déduction : { $how }
standing-superseded = Remplacé depuis : { $claim }
standing-since-superseded = remplacé depuis
standing-disputed = les articles se contredisent
standing-conflict = Les articles se contredisent. Ailleurs : { $claim } ({ $source })
standing-outcome = Ce qu’il en est advenu : { $note }

## Sources
source-line = { $count ->
    [one] Source : { $sources }
   *[other] Sources : { $sources }
}
source-article = { $article }, { $count ->
    [one] paragraphe { $paragraphs }
   *[other] paragraphes { $paragraphs }
}
source-separator = {" ; "}
source-none = Source : aucune
article-dated = { $label } ({ $date })
article-undated = { $label } (sans date)

## Valeurs
value-yes = oui
value-no = non
value-some = quelque chose qui n’est pas nommé
value-none = aucun
value-more-than = plus de { $amount }
value-about = environ { $amount }
label-value = { $label } : { $value }

## Thèmes
topic-teams = Équipes
topic-people = Personnes
topic-series = La série
topic-episodes = Épisodes
topic-race = La course
topic-makers = Production et diffusion
topic-other-docuseries = Autres séries et films documentaires
topic-coverage = Les articles

## Équipes
teams-title = Les équipes
teams-featured = Suivies par la série ({ $count })
teams-declined = Ont refusé ({ $count })
teams-talks = Seulement citées dans les discussions ({ $count })
teams-none = Les articles ne nomment aucune équipe.

## Série, épisodes, personnes
series-title = La série en bref
series-none = Les faits ne donnent pas d’aperçu de la série.
episode-missing = { $count ->
    [0] Les articles ne numérotent aucun épisode.
    [one] Il n’y a qu’un épisode : pas d’épisode { $number }.
   *[other] Il y a { $count } épisodes : pas d’épisode { $number }. Choisissez un numéro de 1 à { $count }.
}
episode-not-a-number = « { $typed } » n’est pas un numéro d’épisode. Tapez un nombre, comme dans /épisode 1.
episode-which = De quel épisode parlez-vous ? Tapez son numéro, comme dans /épisode 1.
known-absent = Ce que les articles ne disent pas
unknown-name = Les articles ne mentionnent rien ni personne qui ressemble à « { $typed } ».
unknown-name-near = Les articles ne connaissent pas « { $typed } ». { $count ->
    [one] Le nom le plus proche est { $names }.
   *[other] Les noms les plus proches sont { $names }.
}
unknown-team = Aucun des articles ne mentionne d’équipe appelée « { $typed } ».
unknown-team-near = Aucune équipe du nom de « { $typed } » ne figure dans les articles. { $count ->
    [one] Le nom le plus proche est { $names }.
   *[other] Les noms les plus proches sont { $names }.
}
who-empty = De qui parlez-vous ? Tapez un nom, comme dans /qui { $example }.
entity-only-named = Les articles mentionnent { $name } sans en dire davantage.

## Chronologie
timeline-title = Dans l’ordre du temps
timeline-line = { $date } : { $claim }
timeline-at-title = Ce que l’on savait le { $date }
timeline-at-none = Rien encore : le premier article daté est du { $first }.
timeline-at-note = Les articles sans date sont laissés de côté ici, car on ignore quand ils ont paru. Les phrases sont celles d’aujourd’hui.
timeline-bad-date = Je n’arrive pas à lire « { $typed } » comme une date. Tapez-la comme dans /chronologie 2022-03-15.

## Rumeurs
rumours-title = Ce qui se disait au début, et ce qu’il en est advenu
rumours-none = Rien dans les articles n’était une simple rumeur.

## Articles
sources-title = Les articles
sources-line = [{ $number }] { $article }, en { $language ->
    [fr] français
   *[en] anglais
}, { $count ->
    [one] { $count } fait
   *[other] { $count } faits
}
sources-publisher = Éditeur : { $publisher }.
sources-paragraph = Paragraphe { $number }
sources-no-fact = Aucun fait : { $reason }.
sources-unknown = Il n’y a pas d’article « { $typed } ». Tapez un numéro de 1 à { $count }.

## Aide
help-title = Ce que vous pouvez taper
help-text = Chaque réponse dit à quel point les articles étaient sûrs et où elle a été lue. Un nombre entre crochets désigne un article : [1 § 2], c’est l’article 1, paragraphe 2.
about-title = Roadbook
about-text = Je connais par cœur une seule série documentaire : { $subject }. Je réponds aux questions et j’anime des quiz, en français et en anglais.
about-counts = Tout ce que je dis vient de { $articles } articles : { $statements } faits, chacun avec sa source, et { $absences } questions que les articles laissent ouvertes. Je n’ajoute rien.
about-version = Version { $version }, base de faits { $facts }. Logiciel libre, licence MIT.
unknown-command = La commande « { $typed } » n’existe pas. Tapez /aide pour les voir toutes.
unknown-command-near = La commande « { $typed } » n’existe pas. Vouliez-vous dire { $names } ?

## Réponses
ask-empty = Posez-moi une question sur { $subject }.
ask-too-long = Ce texte est long. Posez votre question en une phrase de { $most } caractères au plus.
ask-off-topic = Cela ne concerne pas { $subject }, je ne peux donc pas répondre. /aide montre ce que je sais faire.
ask-unknown = Les articles ne le disent pas.
ask-nearest = Ce qu’ils disent de plus proche : { $claim }
ask-yes = Oui.
ask-no = Non.
ask-said-in = C’est dit dans : { $source }.
ask-several = Les articles disent plusieurs choses à ce sujet.
ask-which = Laquelle de ces questions vouliez-vous poser ?

## Quiz
quiz-title = Question { $number } sur { $count }
quiz-option = { $letter }. { $text }
quiz-how-one = Répondez par une lettre. D’autres peuvent rejoindre la partie avec /quiz rejoindre. La question suivante vient quand tout le monde a répondu, ou avec /quiz passer.
quiz-how = Répondez par une lettre.
quiz-chosen = { $name } a répondu.
quiz-changed = { $name } a changé de réponse.
quiz-joined = { $name } rejoint la partie.
quiz-plays-already = { $name } joue déjà.
quiz-right-nobody = Personne n’a trouvé.
quiz-right-who = Ont trouvé : { $names }.
quiz-answer = La réponse est { $letter } : { $text }.
quiz-why-wrong = Pourquoi les autres sont fausses
quiz-reason = { $letters } : { $reason }
quiz-reason-single = Il n’y a qu’une bonne réponse, { $value }.
quiz-over = La partie est terminée.
quiz-score = { $place }. { $name } : { $points ->
    [one] { $points } point
   *[other] { $points } points
}
quiz-running = Une partie est déjà en cours ici. Terminez-la, ou arrêtez-la avec /quiz arrêter.
quiz-none-running = Aucune partie n’est en cours ici. Lancez-en une avec /quiz.
quiz-no-option = Cette réponse n’existe pas. Choisissez { $letters }.
quiz-bad-count = « { $typed } » n’est pas un nombre de questions. Choisissez de 1 à { $most }.
quiz-bad-option = « { $typed } » ne convient pas pour l’option « { $option } » du quiz. Choisissez { $choices }.
quiz-empty = Il n’y a pas de question de ce genre ; il y en a { $others } autres.
quiz-stop-who = Seule la personne qui a lancé la partie, { $name }, peut l’arrêter.
quiz-true-or-false = Vrai ou faux ? { $claim }
quiz-true = vrai
quiz-false = faux
quiz-rumour-or-fact = Comment les articles le présentaient-ils ? { $claim }
quiz-fact = présenté comme un fait
quiz-rumour = seulement rapporté ou rumeur
quiz-plan = annoncé comme un projet

## Commandes : nom, description, options
command-teams = équipes
command-teams-is = Les équipes suivies, celles qui ont refusé, celles des discussions ; ou tout sur une équipe
option-team = équipe
option-team-is = le nom d’une équipe
command-series = série
command-series-is = La série en bref : titre, production, équipes, épisodes, sortie
command-episode = épisode
command-episode-is = Ce que les articles disent d’un épisode
option-number = numéro
option-number-is = le numéro de l’épisode
command-who = qui
command-who-is = Tout sur une personne, une société ou un autre nom des articles
option-name = nom
option-name-is = un nom
command-timeline = chronologie
command-timeline-is = Tout dans l’ordre du temps ; ou ce que l’on savait un jour donné
option-at = date
option-at-is = un jour, comme 2022-03-15
command-rumours = rumeurs
command-rumours-is = Ce qui se disait au début, et ce qu’il en est advenu
command-sources = sources
command-sources-is = Les articles dont tout provient
option-article = article
option-article-is = le numéro ou le nom d’un article
command-ask = demander
command-ask-is = Posez une question sur la série
option-question = question
option-question-is = votre question
command-quiz = quiz
command-quiz-is = Lancer une partie de quiz ici
command-quiz-join = quiz rejoindre
command-quiz-join-is = Rejoindre la partie en cours
option-count = nombre
option-count-is = le nombre de questions
option-format = genre
option-format-is = le genre de question
option-difficulty = difficulté
option-difficulty-is = facile, moyen ou difficile
command-quiz-skip = quiz passer
command-quiz-skip-is = Clore la question et passer à la suivante
command-quiz-stop = quiz arrêter
command-quiz-stop-is = Mettre fin à la partie
command-help = aide
command-help-is = Ce que vous pouvez taper
command-about = à-propos
command-about-is = Ce qu’est ce bot

## Genres et difficultés
format-choice = choix
format-true-or-false = vrai-ou-faux
format-rumour-or-fact = rumeur-ou-fait
difficulty-easy = facile
difficulty-medium = moyen
difficulty-hard = difficile

## Terminal
chat-welcome = Voici Roadbook, à propos de { $subject }. Posez une question, ou tapez /aide. /quitter pour sortir.
chat-as = Vous êtes maintenant : { $name }.
chat-as-empty = Tapez un nom, comme dans /as Marie.
chat-lang = Je parle maintenant français.
chat-lang-bad = Je ne parle que le français et l’anglais. Tapez /lang fr ou /lang en.
chat-bye = Au revoir.
chat-player = Joueur 1
chat-command-as = Parler sous un autre nom
chat-command-lang = Changer de langue : en ou fr
chat-command-quit = Quitter
chat-too-long = Cette ligne dépasse { $most } caractères, elle a été ignorée.
