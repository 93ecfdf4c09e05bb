# Les phrases françaises. Chaque clé figure aussi dans en.ftl ; un test compare les deux fichiers et
# cherche les clés dont aucun code ne se sert.

## Degré de certitude
status-planned = prévu
status-planned-derived = prévu, en partie déduit
status-partly-planned = en partie prévu
status-announced-then = annoncé à l’époque
status-reported = rapporté
status-reported-by = rapporté par { $who }
status-rumoured = rumeur
status-opinion = avis
status-opinion-of = avis, selon { $who }
status-denied = démenti
status-derived = déduit
standing-confirmed = confirmé ; les articles le présentent comme un fait.
standing-status = { $status }.
standing-status-dated = { $status } ({ $date }).
standing-since-superseded = remplacé depuis
standing-disputed = les articles se contredisent
standing-conflict = { $claim } ({ $source })
note = { $name } : { $text }
note-status = Statut
note-derived = Déduction
note-superseded = Remplacé depuis
note-conflict = Les articles se contredisent ; ailleurs
note-outcome = Ce qu’il en est advenu
note-said-in = C’est dit dans

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

## Quantités
percent = { $number } %
clock = { $hour } h { $minute }
day-and-time = { $day } à { $time }
bad-option = « { $typed } » ne convient pas pour l’option « { $option } ». Choisissez { $choices }.

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
teams-declined = Refus ({ $count })
teams-talks = Dites en discussion, sans plus ({ $count })
teams-none = Les articles ne nomment aucune équipe.

## Série, épisodes, personnes
series-title = La série en bref
series-none = Je n’ai pas d’aperçu de la série.
episode-missing = { $count ->
    [0] Les articles ne numérotent aucun épisode.
    [one] Il n’y a qu’un épisode, donc pas d’épisode { $number }.
   *[other] Il y a { $count } épisodes, donc pas d’épisode { $number }. Choisissez un numéro de 1 à { $count }.
}
episode-not-a-number = « { $typed } » n’est pas un numéro d’épisode. Tapez un nombre, comme dans /épisode 1.
episode-which = De quel épisode parlez-vous ? Tapez son numéro, comme dans /épisode 1.
known-absent = Ce que les articles ne disent pas sur { $name }
unknown-name = Les articles ne mentionnent rien ni personne qui ressemble à « { $typed } ».
unknown-name-near = Les articles ne mentionnent pas « { $typed } ». { $count ->
    [one] Le nom le plus proche est { $names }.
   *[other] Les noms les plus proches sont { $names }.
}
unknown-team = Aucun des articles ne mentionne d’équipe appelée « { $typed } ».
unknown-team-near = Aucun des articles ne mentionne d’équipe appelée « { $typed } ». { $count ->
    [one] Le nom le plus proche est { $names }.
   *[other] Les noms les plus proches sont { $names }.
}
who-empty = De qui parlez-vous ? Tapez un nom, comme dans /qui { $example }.
entity-only-named = Les articles mentionnent { $name } sans en dire davantage.

## Chronologie
timeline-title = Chronologie
timeline-line = { $date } : { $claim }
timeline-at-title = Ce que l’on savait le { $date }
timeline-at-none = Rien encore : le premier article daté est du { $first }.
timeline-at-note = Les articles sans date sont laissés de côté ici, car on ignore quand ils ont paru. Les phrases elles-mêmes ont été rédigées plus tard.
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
help-text = Chaque réponse dit à quel point les articles sont sûrs et où ils le disent. Un nombre entre crochets désigne un article : [1 § 2], c’est l’article 1, paragraphe 2.
about-title = Roadbook
about-text = Je connais par cœur une seule série documentaire : { $subject }. Je réponds aux questions et j’anime des quiz, en français et en anglais.
about-counts = Tout ce que je dis vient de { $articles } articles : { $statements } faits, chacun avec sa source, et { $absences } questions que les articles laissent ouvertes. Je n’ajoute rien de mon cru.
about-version = Version { $version }, base de faits { $facts }. Logiciel libre, licence MIT.
unknown-command = La commande « { $typed } » n’existe pas. Tapez /aide pour les voir toutes.
unknown-command-near = La commande « { $typed } » n’existe pas. Vouliez-vous dire { $names } ?

## Réponses
failed = Une erreur s’est produite de mon côté : rien n’a été enregistré, rien ne compte. Elle a été notée. Réessayez dans un moment, s’il vous plaît.
ask-empty = Posez-moi une question sur { $subject }.
ask-too-long = Ce texte est trop long. Posez votre question en une phrase de { $most } caractères au plus.
ask-off-topic = Cela ne semble pas concerner { $subject }, je ne peux donc pas répondre. /aide montre ce que je sais faire.
ask-greeting = Bonjour. Posez-moi vos questions sur { $subject }. /aide montre ce que je sais faire d’autre.
ask-thanks = Avec plaisir.
ask-help = Je réponds aux questions sur { $subject } et j’anime des quiz à ce sujet. /aide montre tout ce que je sais faire.
ask-unknown = Je ne trouve pas de réponse à cela dans les articles.
ask-unsure = Je ne suis pas sûr que les articles y répondent.
ask-nearest = Ce qu’ils disent de plus proche : { $claim }
ask-yes = Oui.
ask-no = Non.
ask-said-in = C’est dit dans : { $source }.
ask-others = Voici les autres.
ask-also = Les articles disent aussi :
ask-which = Laquelle de ces questions vouliez-vous poser ?

## Quiz
quiz-title = Question { $number } sur { $count }
quiz-how-one = Répondez par une lettre.
quiz-how-several = Répondez par toutes les lettres justes, par exemple { $example }.
quiz-how-order = Répondez par les lettres dans l’ordre, par exemple { $example }.
quiz-how-pairs = Répondez par le numéro et la lettre de chaque paire, par exemple { $example }.
quiz-how-number = Répondez par un nombre ; le plus proche gagne.
quiz-how-name = Tapez la réponse ; les petites fautes sont pardonnées.
quiz-how-surest = Répondez par une lettre ; si les articles diffèrent, le plus affirmatif compte.
quiz-how-time = Vous avez { $seconds } secondes.
quiz-how-calm = Prenez votre temps.
quiz-true-or-false = Vrai ou faux ? { $claim }
quiz-true = vrai
quiz-false = faux
quiz-claims = Lesquelles de ces affirmations sont vraies ?
quiz-rumour-or-fact = Fait, rumeur ou jamais dit ? { $claim }
quiz-fact = présenté comme un fait
quiz-unsure = seulement prévu, attendu, rapporté ou supposé
quiz-never = absent de tous les articles
quiz-order = Remettez ces événements dans l’ordre, du plus ancien au plus récent.
quiz-dates = Reliez chaque événement à sa date.
quiz-gather-title = { $name } prépare une partie de quiz
quiz-gather-what = { $count ->
    [one] Une question
   *[other] { $count } questions
}, mode { $mode }.
quiz-gather-option = { $option } : { $value }.
quiz-gather-players = En jeu : { $names }.
quiz-gather-how = Elle commence dans { $seconds } secondes. Tapez /quiz rejoindre pour jouer aussi, /quiz commencer pour la lancer tout de suite, /quiz régler pour la modifier.
quiz-you-are-in = Vous participez. La partie commence dans un instant.
quiz-arranged = La partie est réglée ainsi.
quiz-arranged-otherwise = Les réglages de la partie ont changé.
quiz-set-how = Choisissez comment jouer ; ce que vous ne choisissez pas ne change pas.
quiz-set-count = { $count } questions
quiz-set-empty = Il n’y a pas de question de ce genre sur ce thème. Choisissez un autre genre ou un autre thème.
quiz-not-begun = La partie n’a pas encore commencé : la première question arrive dans un instant.
quiz-begun-already = La partie a déjà commencé.
quiz-not-yours = Seule la personne qui a préparé la partie, { $name }, ou un modérateur peut le faire.
quiz-started = { $name } lance une partie : { $count ->
    [one] une question
   *[other] { $count } questions
}, mode { $mode }.
quiz-started-join = Pour jouer aussi, tapez /quiz rejoindre ou répondez simplement.
quiz-started-others = Une question se ferme dès que tous ceux qui jouent ont répondu ; avec /quiz attente:oui, d’autres peuvent entrer avant la première.
quiz-replayed = { $name } rejoue { $count ->
    [one] la question que personne n’a réussie
   *[other] les { $count } questions que personne n’a réussies
}.
quiz-noted = Votre réponse : { $answer }. Vous pouvez en changer tant que la question est ouverte.
quiz-noted-race = Votre réponse : { $answer }. Dans une course, vous n’avez droit qu’à un essai.
quiz-chosen = { $name } a répondu ({ $answered } sur { $of }).
quiz-changed = { $name } a changé de réponse ({ $answered } sur { $of }).
quiz-joined = { $name } rejoint la partie.
quiz-left = { $name } quitte la partie.
quiz-near = C’est presque ça. Vérifiez l’orthographe et essayez encore.
quiz-still-open = La question { $number } est toujours ouverte. { $how }
quiz-letter-text = { $letter } ({ $text })
quiz-hint-not = { $letter } est faux. Une bonne réponse ne rapporte plus que la moitié des points.
quiz-hint-first = { $letter } vient en premier. Une bonne réponse ne rapporte plus que la moitié des points.
quiz-hint-pair = { $number } va avec { $letter }. Une bonne réponse ne rapporte plus que la moitié des points.
quiz-hint-initial = Cela commence par { $initial } et compte { $count } lettres. Une bonne réponse ne rapporte plus que la moitié des points.
quiz-skip-votes = { $votes } voix sur { $needed } pour passer cette question.
quiz-skipped = Question passée : personne ne marque de points.
quiz-answer = La réponse est { $letter } : { $text }.
quiz-answers = { $count ->
    [one] La seule bonne réponse est { $keys }.
   *[other] Les bonnes réponses sont { $keys }.
}
quiz-answer-order = La réponse est { $order }.
quiz-answer-typed = La réponse : { $text }.
quiz-scored = { $name } (+{ $points })
quiz-scored-with = { $name } avec { $guess } (+{ $points })
quiz-right-who = Bonne réponse : { $names }.
quiz-closest-who = Au plus près : { $names }.
quiz-nobody-right = Personne n’a trouvé.
quiz-not-right = Raté.
quiz-nobody-answered = Personne n’a répondu.
quiz-streak = { $name } en est à { $count } de suite.
quiz-out = { $count ->
    [one] Fin de partie pour { $names }.
   *[other] Fin de partie pour { $names }.
}
quiz-why-wrong = Pourquoi les autres réponses sont fausses
quiz-why = Ce que disent les articles
quiz-reason = { $letters } : { $reason }
quiz-reason-never = Aucun article ne le dit. Ce qu’ils disent :
quiz-over = La partie est terminée.
quiz-over-stopped = La partie a été arrêtée.
quiz-over-deserted = Deux questions de suite sont restées sans réponse, la partie est donc terminée.
quiz-score = { $place }. { $name } : { $points ->
    [one] { $points } point
   *[other] { $points } points
} ({ $right ->
    [one] { $right } bonne réponse
   *[other] { $right } bonnes réponses
} sur { $of })
quiz-lives = , { $lives ->
    [0] plus de vie
    [one] { $lives } vie restante
   *[other] { $lives } vies restantes
}
quiz-fastest = Bonne réponse la plus rapide : { $name }, question { $number }, après { $seconds } s.
quiz-longest-streak = Plus longue série : { $names }, { $count } de suite.
quiz-hardest = Question la plus difficile : la n° { $number }, réussie par { $right } sur { $of }.
quiz-missed = Ce que personne n’a trouvé
quiz-replay-how = Tapez /quiz rejouer pour une nouvelle tentative.
quiz-running = Une partie est déjà en cours ici. Tapez /quiz rejoindre pour jouer aussi, ou /quiz arrêter pour y mettre fin.
quiz-none-running = Aucune partie n’est en cours ici. Lancez-en une avec /quiz.
quiz-none-missed = Il n’y a rien à rejouer ici : aucune partie n’est finie, ou chaque question a été réussie.
quiz-plays-already = Vous participez déjà à la partie.
quiz-plays-not = Vous ne participez pas à cette partie. Rejoignez-la avec /quiz rejoindre.
quiz-you-are-out = Cette partie est finie pour vous. Attendez la suivante.
quiz-too-late-to-join = Dans une partie à élimination, on ne peut plus entrer après la première question. Attendez la partie suivante.
quiz-too-late = Trop tard : le temps de cette question est écoulé.
quiz-stale = Ce bouton appartient à une partie ou à une question déjà terminée.
quiz-none-of-these = Ce n’est aucune des réponses à cette question.
quiz-just-closed = Cette question s’est terminée un instant avant votre réponse. Cela ne compte pas contre vous.
quiz-one-try = Dans une course, chacun n’a droit qu’à un essai.
quiz-no-hint = Il n’y a pas d’indice pour cette question, ou il n’y en a plus.
quiz-voted-already = Vous avez déjà voté pour passer.
quiz-stop-who = Seule la personne qui a lancé la partie, { $name }, ou un modérateur peut l’arrêter.
quiz-stop-moderators = Seul un modérateur peut arrêter cette partie.
quiz-moderators-start = Sur ce serveur, seuls les modérateurs peuvent lancer des parties. /entraînement vous reste ouvert.
quiz-elsewhere = Sur ce serveur, les parties se jouent dans { $channels }.
quiz-elsewhere-allow = Pour les permettre ici aussi, tapez /réglages ajouter-salon:{ $channel }.
quiz-scheduled = C’est l’heure d’une partie : { $count ->
    [one] une question
   *[other] { $count } questions
}. Répondez simplement pour jouer.
quiz-no-option = Ce choix n’existe pas. Choisissez { $letters }.
quiz-not-all-once = Citez chaque possibilité une fois, par exemple { $example }.
quiz-not-a-number = « { $typed } » n’est pas un nombre. Tapez-en un, comme 42.
quiz-bad-count = « { $typed } » n’est pas un nombre de questions possible. Choisissez de 1 à { $most }.
quiz-bad-pace = « { $typed } » n’est pas une durée possible. Choisissez de 50 à 400, en pourcentage du temps habituel.
quiz-empty = Il n’y a pas de question de ce genre sur ce thème, mais il y en a { $others } autres. Retirez une des options.
quiz-fewer = { $count ->
    [one] Il n’y a qu’une question de ce genre.
   *[other] Il n’y a que { $count } questions de ce genre.
}
quiz-rating = { $name } a désormais une cote de { $rating }.
practice-title = Entraînement
practice-none = Il n’y a rien de ce genre à travailler.
practice-how = Vous jouez en solo : ce que vous manquez revient vite, ce que vous savez revient plus tard. /entraînement arrêter y met fin.
practice-over = L’entraînement est terminé. Bonnes réponses : { $right } sur { $count }.
practice-next = { $count ->
    [0] Rien ne revient dans les 24 heures.
    [one] Un fait revient dans les 24 heures.
   *[other] { $count } faits reviennent dans les 24 heures.
}
practice-running = Vous vous entraînez déjà. /entraînement arrêter y met fin.
practice-not-running = Vous ne vous entraînez pas. Commencez avec /entraînement.

## Défi du jour
daily-title = Défi du { $date }
daily-how = { $count ->
    [one] Une question, la même
   *[other] { $count } questions, les mêmes
} pour tout le monde aujourd’hui. Vos réponses ne sont visibles que de vous, et rien ne presse : si vous devez vous absenter, /défi reprend où vous en étiez. Les points comptent dans le classement commun à tous les serveurs.
daily-goes-on = Votre défi du { $date } reprend.
daily-over = C’était le défi du { $date }. Bonnes réponses : { $right } sur { $count }.
daily-played = Vous avez relevé le défi du { $date }. Bonnes réponses : { $right } sur { $count }.
daily-grid = Roadbook { $day } { $right }/{ $count }
    { $marks }
daily-streak = { $count ->
    [one] En ce moment : un jour d’affilée.
   *[other] En ce moment : { $count } jours d’affilée.
}
daily-best = { $count ->
    [one] Votre record : un jour.
   *[other] Votre record : { $count } jours d’affilée.
}
daily-next = Les jours se comptent en heure UTC : le prochain défi arrive à minuit (UTC).
daily-waits = Le défi d’aujourd’hui vous attend : tapez /défi.
daily-yesterday-how = /défi hier montre les questions d’hier avec leurs réponses.
daily-none = Il n’y a pas de défi aujourd’hui : je n’ai aucune question à poser.
daily-given-up = Le défi d’aujourd’hui s’est arrêté avant sa dernière question. Le prochain arrive à minuit (UTC).
daily-yesterday-title = Le défi d’hier, le { $date }
daily-yesterday-own = Vous avez eu { $right } sur { $count } : { $marks }
daily-yesterday-running = Vous jouez encore ce défi. Tapez /défi pour le reprendre ; ses réponses viendront ensuite.
daily-yesterday-none = Il n’y avait pas de défi hier.
daily-question = Question { $number }
daily-shared = { $name } a relevé le défi du jour. Tapez /défi pour le relever aussi.
daily-shared-streak = { $count } jours d’affilée.
daily-not-played = Vous n’avez pas terminé ce défi : il n’y a rien à partager.
daily-bad-day = « { $typed } » n’est pas un jour que je puisse montrer. Tapez /défi, ou /défi hier.
day-today = aujourd’hui
day-yesterday = hier

## Signalements
report-noted = Merci. Votre signalement sur la question « { $question } » est noté ; la personne qui me gère l’examinera.
report-none = Il n’y a rien à signaler ici : aucune question n’est encore terminée.
report-gone = Cette question n’est plus conservée, on ne peut donc plus la signaler.
report-too-long = Ce signalement est trop long. Tenez-vous-en à { $most } caractères au plus.

## Classements et statistiques
board-title = Classement : { $measure }, { $period }, { $scope }
board-here = sur ce serveur
board-all = partout
board-today = aujourd’hui
board-week = cette semaine
board-month = ce mois-ci
board-all-time = depuis le début
board-points = points
board-accuracy = précision
board-streak = plus longue série
board-rating = cote
board-line = n° { $place } { $who } : { $value }
board-somebody = quelqu’un
board-value-points = { $count ->
    [one] { $number } point
   *[other] { $number } points
}
board-value-accuracy = { $percent } de bonnes réponses
board-value-streak = { $number } de suite
board-own = { $who } : place { $place } sur { $players }, { $value }
board-own-none = { $who } ne figure pas encore dans ce classement.
board-hidden = Vous ne figurez pas dans les classements communs à tous les serveurs : cette place n’est visible que de vous.
board-fewest = La précision compte à partir de { $fewest } réponses.
board-utc = Les jours, les semaines et les mois sont ceux du temps universel (UTC).
board-empty = Personne ne figure encore dans ce classement. Lancez une partie avec /quiz.
board-no-server = Nous ne sommes pas sur un serveur, il n’y a donc pas de classement propre à cet endroit. Retirez l’option « portée ».
board-bad-page = « { $typed } » n’est pas une page. Tapez un nombre à partir de 1.
board-no-such-page = { $count ->
    [one] Il n’y a qu’une page.
   *[other] Il n’y a que { $count } pages ; voici la dernière.
}
board-page = Page { $page } sur { $count } ; { $typed } montre la suivante.
board-page-last = Page { $page } sur { $count }, la dernière ; { $typed } montre la première.
stats-title = Vos statistiques
stats-none = Vous n’avez encore terminé aucune question d’une partie, il n’y a donc rien à compter. Lancez-en une avec /quiz.
stats-rounds = Parties : { $rounds }
stats-right = Bonnes réponses : { $right } sur { $questions } ({ $percent })
stats-points = Points : { $points }
stats-time = Temps de réponse moyen : { $seconds } s
stats-streak = Bonnes réponses de suite : { $now } en ce moment, { $best } au mieux
stats-rating = Cote : { $rating }
stats-daily = Jours de suite avec le défi du jour : { $now } en ce moment, { $best } au mieux
stats-topics = Par thème
stats-difficulties = Par difficulté
stats-tally = { $name } : { $right } sur { $questions } ({ $percent })
stats-ratings = Cote au fil des jours
stats-rated-on = { $day } : { $rating }
stats-badges = Insignes
stats-no-badges = Pas encore d’insigne. Un premier à viser : réussir toutes les questions d’une partie de cinq ou plus.
badge-perfect = Sans-faute : toutes les questions réussies dans une partie de cinq ou plus
badge-run = Échappée : dix bonnes réponses de suite
badge-daily = Sept étapes : le défi du jour sept jours de suite
badge-all-round = Sur tous les terrains : 80 % de bonnes réponses sur chaque thème, avec dix questions ou plus pour chacun
badge-climber = Haute montagne : 75 % de bonnes réponses sur vingt questions difficiles ou plus
badge-hundred = Centaine : cent bonnes réponses
badge-leader = En tête : première place d’un classement d’au moins trois personnes
stats-title-other = Statistiques
stats-of = Ce que les classements depuis le début montrent pour { $who } :
stats-done = Ce que { $who } a fait jusqu’ici :
stats-here = Sur ce serveur
stats-everywhere = Partout
stats-place = { $measure } : { $value } (place { $place } sur { $players })
stats-none-of = Il n’y a rien à montrer ici pour { $who }.

## Réglages
settings-saved = C’est enregistré.
settings-title = Réglages de ce serveur
settings-no-server = Ces réglages sont ceux d’un serveur, et nous ne sommes pas sur un serveur. /moi montre les vôtres.
settings-managers-only = Seules les personnes autorisées à gérer ce serveur peuvent voir et changer ses réglages.
settings-lang-automatic = Langue : les parties sont dans la langue de la personne qui les lance.
settings-lang-en = Langue : les parties sont en anglais, tout comme les réponses aux personnes dont j’ignore la langue.
settings-lang-fr = Langue : les parties sont en français, tout comme les réponses aux personnes dont j’ignore la langue.
settings-channels-all = Salons : les parties peuvent être lancées dans tous.
settings-channels = Salons : les parties ne peuvent être lancées que dans { $channels }.
settings-channels-most = On ne peut pas nommer plus de { $most } salons.
settings-channel-both = Vous avez nommé le même salon à autoriser et à retirer. Nommez-le pour l’un des deux.
settings-channel-unknown = { $channel } ne fait pas partie des salons réservés aux parties : il n’y a rien à retirer.
settings-rounds = Parties, sauf indication contraire : { $count ->
    [one] une question
   *[other] { $count } questions
}, niveau { $difficulty }, { $pace } du temps habituel.
settings-spoilers-shown = Révélations : ce qui révèle l’issue de la course est montré.
settings-spoilers-covered = Révélations : ce qui révèle l’issue de la course est masqué jusqu’à ce que vous l’affichiez, et les parties n’en demandent rien.
settings-starters-everybody = Qui lance les parties : tout le monde.
settings-starters-moderators = Qui lance les parties : seulement les modérateurs.
settings-schedule = Horaire : une partie démarre automatiquement chaque { $days } à { $time } ({ $zone }) dans { $channel }. La prochaine : { $next }.
settings-schedule-none = Horaire : aucune partie ne démarre automatiquement.
settings-which-time = À quelle heure ? Tapez-la comme dans /réglages horaire heure:20h30 jours:lundi fuseau:Europe/Paris.
settings-schedule-how = Pour en changer, donnez une heure et des jours, comme dans /réglages horaire heure:20h30 jours:lundi fuseau:Europe/Paris. /réglages horaire désactiver:oui y met fin.
settings-bad-time = Je n’arrive pas à lire « { $typed } » comme une heure. Tapez-en une, comme 20h30.
settings-bad-days = Je n’arrive pas à lire « { $typed } » comme des jours de la semaine. Tapez par exemple lundi vendredi, ou tous les jours.
settings-bad-zone = Je ne connais pas de fuseau horaire appelé « { $typed } ». Tapez un nom comme Europe/Paris.
settings-bad-zone-near = Je ne connais pas de fuseau horaire appelé « { $typed } ». Vouliez-vous dire { $names } ?
settings-forget-sure = Ceci supprime tout ce que je garde au sujet de ce serveur : réglages, classements, parties, questions déjà vues. Ce que chacun y a fait reste dans ses propres statistiques, sans lien avec le serveur. C’est irréversible.
settings-forget-do = Oublier ce serveur
settings-forget-how = Pour confirmer, tapez /réglages oublier confirmer:oui.
settings-forgotten = Tout ce que je gardais au sujet de ce serveur est supprimé.
day-monday = lundi
day-tuesday = mardi
day-wednesday = mercredi
day-thursday = jeudi
day-friday = vendredi
day-saturday = samedi
day-sunday = dimanche
days-all = jour
days-all-typed = tous toutes les jours jour chaque
days-work-typed = semaine, en semaine, la semaine, jours ouvrés, jours ouvrables
days-weekend-typed = week-end, week-ends, le week-end, weekend, fin de semaine
days-and = et
me-title = Vos propres réglages
me-lang-automatic = Langue : celle de votre application.
me-lang-en = Langue : l’anglais, partout.
me-lang-fr = Langue : le français, partout.
me-pace-usual = Temps par question : le temps habituel.
me-pace = Temps par question : { $percent } du temps habituel. Dans une partie à plusieurs, chaque question qui s’ouvre pendant que vous jouez en laisse autant à tout le monde.
me-boards-shown = Classements : vous figurez dans ceux qui sont communs à tous les serveurs.
me-boards-hidden = Classements : vous figurez dans ceux des serveurs où vous jouez, mais pas dans ceux qui sont communs à tous.
me-rating-told = Cote : la vôtre est annoncée à la fin d’une partie.
me-rating-quiet = Cote : la vôtre n’est pas annoncée à la fin d’une partie.
me-bad-pace = « { $typed } » n’est pas une durée possible pour vous. Choisissez de 100 à { $most }, en pourcentage du temps habituel.

## Confidentialité
privacy-title = Ce que je garde sur vous
privacy-nothing = Rien n’est enregistré sur vous.
privacy-kept = Enregistré sous votre identifiant
privacy-rounds = { $count ->
    [one] Une partie où vous figurez avec votre nom : 90 jours après sa fin
   *[other] { $count } parties où vous figurez avec votre nom : 90 jours après leur fin
}
privacy-names = { $count ->
   *[other] Le nom sous lequel vous avez joué en dernier, pour les classements de tous les serveurs : jusqu’à ce que vous le supprimiez
}
privacy-answers = { $count ->
    [one] Une réponse dans une partie, telle que vous l’avez donnée : pendant 90 jours après la partie
   *[other] { $count } réponses dans des parties, telles que vous les avez données : pendant 90 jours après la partie
}
privacy-results = { $count ->
    [one] Le résultat d’une de vos réponses : pendant 90 jours
   *[other] Les résultats de { $count } de vos réponses : pendant 90 jours
}
privacy-sums = { $count ->
    [one] Un total, pour les classements et les statistiques : jusqu’à ce que vous le supprimiez
   *[other] { $count } totaux, pour les classements et les statistiques : jusqu’à ce que vous les supprimiez
}
privacy-feats = { $count ->
    [one] Un exploit, pour les insignes : jusqu’à ce que vous le supprimiez
   *[other] { $count } exploits, pour les insignes : jusqu’à ce que vous les supprimiez
}
privacy-ratings = { $count ->
    [one] Votre cote : jusqu’à ce que vous la supprimiez
   *[other] { $count } cotes : jusqu’à ce que vous les supprimiez
}
privacy-cards = { $count ->
    [one] Un fait que vous travaillez, et quand il revient : jusqu’à ce que vous le supprimiez
   *[other] { $count } faits que vous travaillez, et quand ils reviennent : jusqu’à ce que vous les supprimiez
}
privacy-daily = { $count ->
    [one] Un défi du jour : jusqu’à ce que vous le supprimiez
   *[other] { $count } défis du jour : jusqu’à ce que vous les supprimiez
}
privacy-reports = { $count ->
    [one] Un signalement de question : jusqu’à ce que vous le supprimiez
   *[other] { $count } signalements de questions : jusqu’à ce que vous les supprimiez
}
privacy-settings = { $count ->
    [one] Vos propres réglages : jusqu’à ce que vous les supprimiez
   *[other] { $count } réglages personnels : jusqu’à ce que vous les supprimiez
}
privacy-memory = Le dernier sujet de vos questions reste cinq minutes en mémoire et n’est jamais enregistré.
privacy-how = /confidentialité exporter vous donne tout, /confidentialité supprimer efface tout aussitôt.
privacy-exported = Tout ce qui est enregistré sur vous :
privacy-file = Tout ce que Roadbook enregistre sur vous, en JSON
privacy-delete-sure = Ceci supprime tout ce qui est enregistré sur vous, partout et aussitôt : réponses, points, cotes, réglages. Vous quittez tous les classements, et une partie en cours continue sans vous. C’est irréversible.
privacy-delete-do = Tout supprimer
privacy-delete-how = Pour confirmer, tapez /confidentialité supprimer confirmer:oui.
privacy-deleted = Tout ce qui était enregistré sur vous est supprimé.

## Commandes : nom, description, options
command-teams = équipes
command-teams-is = Les équipes suivies, celles qui ont refusé, celles dites en discussion ; ou tout sur une équipe
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
command-timeline-is = Tout dans l’ordre chronologique ; ou ce que l’on savait un jour donné
option-at = date
option-at-is = un jour, comme 2022-03-15
command-rumours = rumeurs
command-rumours-is = Ce qui se disait au début, et ce qu’il en est advenu
command-sources = sources
command-sources-is = Les articles dont tout provient
option-article = article
option-article-is = le numéro ou le nom d’un article
command-ask = demander
command-ask-is = Poser une question sur la série
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
option-topic = thème
option-topic-is = le sujet des questions
option-mode = mode
option-mode-is = classique, course, élimination ou détente
option-bonus = bonus
option-bonus-is = si la rapidité rapporte plus : oui ou non
option-pace = durée
option-pace-is = le temps accordé, en pour cent du temps habituel
command-quiz-begin = quiz commencer
command-quiz-begin-is = Commencer la partie qui se prépare
command-quiz-set = quiz régler
command-quiz-set-is = Modifier les réglages de la partie avant qu’elle commence
option-lobby = attente
option-lobby-is = si l’on attend des joueurs avant de commencer : oui ou non
command-quiz-leave = quiz quitter
command-quiz-leave-is = Quitter la partie en cours
command-quiz-hint = quiz indice
command-quiz-hint-is = Prendre un indice, pour la moitié des points
command-quiz-skip = quiz passer
command-quiz-skip-is = Voter pour passer la question
command-quiz-translate = quiz traduire
command-quiz-translate-is = Voir la question en cours dans votre langue
command-quiz-replay = quiz rejouer
command-quiz-replay-is = Rejouer ce que personne n’a trouvé
command-practice = entraînement
command-practice-is = S’entraîner en solo ; ce que l’on manque revient
command-practice-stop = entraînement arrêter
command-practice-stop-is = Mettre fin à l’entraînement
command-daily = défi
command-daily-is = Cinq questions par jour, les mêmes pour tout le monde
option-day = jour
option-day-is = aujourd’hui, ou hier avec les réponses
command-report = signaler
command-report-is = Signaler un problème dans la dernière question
option-words = texte
option-words-is = ce qui ne va pas
command-leaderboard = classement
command-leaderboard-is = Qui en est où : par points, précision, plus longue série ou cote
option-period = période
option-period-is = jour, semaine, mois ou toujours
option-scope = portée
option-scope-is = ce serveur, ou partout
option-measure = mesure
option-measure-is = ce que l’on compare
option-page = page
option-page-is = quelle page
command-stats = statistiques
command-stats-is = Ce que vous avez fait ; ou ce que les classements montrent pour quelqu’un d’autre
option-member = membre
option-member-is = quelqu’un d’autre
command-me = moi
command-me-is = Vos propres réglages : langue, temps, classements, cote
option-lang = langue
option-lang-is = anglais, français ou automatique
option-boards = classements
option-boards-is = si vous figurez dans les classements communs à tous les serveurs
option-rating = cote
option-rating-is = si votre cote est annoncée à la fin d’une partie
command-settings = réglages
command-settings-is = Les réglages de ce serveur, pour qui le gère
option-spoilers = révélations
option-spoilers-is = si ce qui révèle l’issue de la course est montré ou masqué
option-starters = qui-lance
option-starters-is = qui peut lancer des parties
option-allow = ajouter-salon
option-allow-is = un salon où l’on peut lancer des parties ; sans aucun, on le peut dans tous
option-bar = retirer-salon
option-bar-is = un salon où l’on ne peut plus lancer de parties
command-settings-schedule = réglages horaire
command-settings-schedule-is = Quand une partie démarre automatiquement
option-time = heure
option-time-is = une heure, comme 20h30
option-days = jours
option-days-is = des jours de la semaine, comme lundi vendredi ; sinon, comme avant ou tous les jours
option-zone = fuseau
option-zone-is = le fuseau horaire, comme Europe/Paris
option-channel = salon
option-channel-is = le salon où jouer ; celui-ci si vous n’en nommez pas
option-off = désactiver
option-off-is = oui, pour ne plus démarrer de partie automatiquement
command-settings-forget = réglages oublier
command-settings-forget-is = Supprimer tout ce qui est gardé au sujet de ce serveur
option-confirm = confirmer
option-confirm-is = oui, pour confirmer
command-privacy = confidentialité
command-privacy-is = Ce qui est gardé sur vous, et combien de temps
command-privacy-export = confidentialité exporter
command-privacy-export-is = Tout ce qui est gardé sur vous, dans un fichier
command-privacy-delete = confidentialité supprimer
command-privacy-delete-is = Supprimer tout ce qui est gardé sur vous
command-quiz-stop = quiz arrêter
command-quiz-stop-is = Mettre fin à la partie
command-help = aide
command-help-is = Ce que vous pouvez taper
command-about = à-propos
command-about-is = Ce qu’est ce bot

## Genres et difficultés
any = peu importe
format-choice = choix
format-true-or-false = vrai-ou-faux
format-rumour-or-fact = rumeur-ou-fait
format-pick-all = cases-à-cocher
format-order = ordre
format-match = paires
format-number = nombre
format-typed = texte
difficulty-easy = facile
difficulty-medium = moyen
difficulty-hard = difficile
difficulty-mixed = varié
theme-teams = équipes
theme-people = personnes
theme-series = série
theme-episodes = épisodes
theme-race = course
theme-makers = production
theme-other-docuseries = autres
theme-rumours = rumeurs
mode-classic = classique
mode-race = course
mode-elimination = élimination
mode-relaxed = détente
bonus-yes = oui
bonus-no = non
choice-yes = oui
choice-no = non
period-today = jour
period-week = semaine
period-month = mois
period-all-time = toujours
scope-server = serveur
scope-everywhere = partout
measure-points = points
measure-accuracy = précision
measure-streak = série
measure-rating = cote
language-automatic = automatique
language-en = anglais
language-fr = français
boards-shown = affiché
boards-hidden = masqué
rating-told = annoncée
rating-quiet = discrète
spoilers-shown = montrées
spoilers-covered = masquées
starters-everybody = tous
starters-moderators = modérateurs

## Discord
discord-start = lancer
discord-change = modifier
discord-show = montrer
discord-ask-about = Demander à Roadbook
discord-stale = Cela ne fonctionne plus. Relancez la commande, s’il vous plaît.
discord-no-text = Ce message ne contient aucun mot que je puisse chercher.
discord-page = { $number } sur { $count }
discord-page-before = Page précédente
discord-page-after = Page suivante
discord-choose = Choisissez une question
discord-episode = Épisode { $number }
discord-several = Choisissez toutes les bonnes réponses
discord-order = Choisissez l’ordre
discord-type = Taper la réponse
discord-paused = Roadbook redémarre. La partie est enregistrée et reprend dans un instant, avec le temps qui reste.
discord-form = Votre réponse
discord-form-answer = Comme la question le demande
discord-join = Rejoindre
discord-begin = Commencer
discord-set = Réglages
discord-share = Partager
discord-report = Signaler la question { $number }
discord-report-title = Question { $number } : qu’est-ce qui cloche ?
discord-report-words = En quelques mots
discord-hint = Indice
discord-skip = Passer
discord-translate = Traduire
discord-stop = Arrêter
discord-again = Rejouer une partie
discord-replay = Rejouer les questions manquées

## Terminal
chat-welcome = Voici Roadbook, qui connaît { $subject }. Posez une question, ou tapez /aide. Pour sortir, tapez /quitter.
chat-leave-how = Pour sortir, tapez /quitter ou Ctrl-D.
chat-as = Vous êtes maintenant { $name }.
chat-as-empty = Tapez un nom, comme dans /as Marie.
chat-lang = Je parle maintenant français.
chat-lang-bad = Je ne parle que le français et l’anglais. Tapez /lang fr ou /lang en.
chat-set-how = Ce qui est entre crochets est choisi. Pour changer quelque chose, tapez-le, comme dans /quiz régler nombre:10 difficulté:difficile.
chat-bye = Au revoir.
chat-player = Joueur 1
chat-command-as = Parler sous un autre nom
chat-command-lang = Changer de langue : en ou fr
chat-command-quit = Quitter
chat-command-wait = Laisser passer autant de secondes
chat-waited = { $seconds ->
    [one] { $seconds } seconde passe.
   *[other] { $seconds } secondes passent.
}
chat-wait-bad = Tapez le nombre de secondes à laisser passer, comme /attendre 30 ; une heure au plus.
chat-goes-on = Votre partie reprend là où elle s’était arrêtée.
chat-seconds-left = Encore { $seconds } secondes.
chat-too-long = Cette ligne dépasse { $most } caractères, elle a été ignorée.
