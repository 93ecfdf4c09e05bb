//! Function words and turns of phrase of both languages, folded, by what they ask for.

/// Words that ask for something other than yes or no.
pub(super) const OPEN: &[&str] = &[
    "who", "whos", "what", "whats", "when", "whens", "where", "wheres", "which", "how", "why",
    "whose", "whom", "qui", "quoi", "koi", "quel", "quelle", "quels", "quelles", "quand", "ou",
    "comment", "combien", "pourquoi", "pk", "pq", "lequel", "laquelle", "lesquels", "lesquelles",
    "cb", "kel", "list", "name", "liste", "nomme", "cite", "qu", "que",
];

/// Words that begin a question for yes or no.
pub(super) const CLOSED: &[&str] = &[
    "is", "are", "was", "were", "did", "does", "do", "has", "have", "had", "will", "can", "could",
    "would", "isnt", "arent", "wasnt", "didnt", "doesnt", "hasnt", "est", "sont", "etait", "ont",
    "avait", "ya",
];

/// Verbs of statements, which want a yes or a no where nothing else is asked.
pub(super) const STATES: &[&str] = &[
    "is", "est", "sont", "etait", "sort", "sortait", "sortira", "dure", "durait", "durent",
    "durera", "parle", "traite", "porte", "raconte", "suit", "commence", "commencait", "debute",
    "partait", "finit", "finissait", "termine", "passe", "compte", "comporte", "contient",
    "devait", "doit", "produit", "produisait", "vient", "roule", "lasts", "lasted", "starts",
    "started", "ends", "ended", "comes", "came", "covers", "follows", "runs", "produces",
    "produced", "rides", "fait", "font", "court", "courait", "couru", "suivent", "sortent",
    "passent", "gagne", "gagnait", "remporte", "diffuse", "diffusait", "organise", "travaille",
    "bosse", "dirige", "ouvre", "montre", "arrivait", "arrive", "won", "has", "lost", "rode",
    "took", "works", "shows", "opened", "appelle", "intitule", "called", "voit", "verra",
    "finished", "finishes", "airs", "aired",
];

/// Words of a question that asks for something by its name: it states nothing.
pub(super) const ASKING: &[&str] = &[
    "tell", "give", "show", "want", "need", "remind", "looking", "donne", "donner", "dis", "dire",
    "veux", "voudrais", "aimerais", "cherche", "rappelle", "explique", "jour", "day", "month",
    "mois", "year", "annee", "nom", "title", "titre", "length", "duree", "number", "nombre", "if",
    "si",
];

/// Runs of words that ask for yes or no wherever they stand.
pub(super) const CLOSED_RUNS: &[&str] = &[
    "est ce que", "est ce qu", "c est bien", "cest bien", "y a t il", "t il", "t elle", "t ils",
    "t elles", "n est ce pas", "right", "c est vrai", "cest vrai", "is it true", "vrai que",
    "hein", "dedans", "in it", "a bien", "ont bien", "fait partie", "font partie", "il y a",
    "dans l episode", "in episode", "d accord que", "t es sur que", "confirmes que",
];

/// Runs of words that ask for others than those that are named.
pub(super) const OTHERS_RUNS: &[&str] = &[
    "who else", "what else", "which else", "which other", "which others", "what other",
    "qui d autre", "quoi d autre", "quel autre", "quelle autre", "quels autres", "quelles autres",
];

/// Words that ask how sure something is.
pub(super) const STATUS: &[&str] = &[
    "confirmed", "confirm", "official", "officially", "rumour", "rumor", "rumoured", "rumored",
    "rumours", "rumors", "sure", "certain", "definite", "legit", "confirme", "confirmee",
    "confirmes", "confirmees", "officiel", "officielle", "officiellement", "rumeur", "rumeurs",
    "certaine", "sur",
];

/// Words that ask whether something is no more than talk.
pub(super) const DOUBTS: &[&str] = &[
    "rumour", "rumor", "rumours", "rumors", "rumeur", "rumeurs", "gossip", "hearsay", "paper talk",
    "hot air", "du vent", "bruit de couloir", "oui dire",
];

/// Runs of words that ask how sure the whole series is, where nothing else is asked.
pub(super) const ALL_OF_IT_RUNS: &[&str] = &[
    "series confirmed", "series official", "series is confirmed", "series is official",
    "show confirmed", "show official", "project confirmed", "project official",
    "serie est confirmee", "serie confirmee", "serie est officielle", "serie officielle",
    "projet est confirme", "projet est officiel", "docu est confirme", "docu est officiel",
];

/// Runs of words that ask how sure something is. "Sur" alone is a preposition far more often.
pub(super) const STATUS_RUNS: &[&str] = &[
    "is that confirmed", "is it confirmed", "was that confirmed", "is this confirmed",
    "it confirmed", "confirmed that", "confirmed yet", "officially confirmed", "just a rumour",
    "just a rumor", "paper talk", "hot air", "du vent", "only a rumour", "only a rumor",
    "a rumour or", "a rumor or", "rumour or fact", "is it official", "is that official",
    "how sure", "how certain", "for sure", "just rumour", "just rumor", "just rumours",
    "just rumors", "is it sure", "est confirme", "ete confirme", "est officiel", "est officielle",
    "c est officiel", "juste une rumeur", "qu une rumeur", "simple rumeur", "une rumeur ou",
    "rumeur ou", "sur et certain", "est ce certain", "est elle confirmee", "est il confirme",
    "confirme ou", "confirmed or", "officiel ou", "are you sure", "are you certain",
    "sure about that", "is that sure", "tu es sur", "t es sur", "vous etes sur", "etes vous sur",
    "es tu sur", "sur de ca", "sur de toi", "established that", "hearsay", "just gossip",
    "it a rumour", "it a rumor", "refusal a rumour", "refusal a rumor", "une rumeur que",
    "refus une rumeur", "bruit de couloir", "oui dire", "info officielle", "official info",
];

/// Runs of words that ask who says so.
pub(super) const SOURCE_RUNS: &[&str] = &[
    "who says",
    "who said so",
    "who said that",
    "who reported",
    "whats the source",
    "what s the source",
    "what is the source",
    "source for",
    "source on",
    "any source",
    "which article",
    "according to who",
    "where does it say",
    "says who",
    "where did you read",
    "where is that from",
    "where s that from",
    "where did you get",
    "where did you see",
    "how do you know",
    "your source",
    "any proof",
    "une preuve",
    "des preuves",
    "written where",
    "ou as tu lu",
    "ou avez vous lu",
    "tu as lu ca ou",
    "comment tu sais",
    "comment sais tu",
    "comment le sais tu",
    "comment le savez vous",
    "tu sors ca d ou",
    "tu tiens ca d ou",
    "ta source",
    "votre source",
    "qui dit ca",
    "qui dit que",
    "qui a dit que",
    "qui dit",
    "quelle source",
    "quelle est la source",
    "d apres qui",
    "selon qui",
    "quel article",
    "quels articles",
    "d ou vient l info",
    "d ou ca vient",
    "ca vient d ou",
    "ca sort d ou",
    "where does that come from",
    "where does this come from",
    "where did that come from",
    "d ou sort",
    "d ou vient",
    "une source",
    "source pour",
    "which articles",
    "who claims",
    "qui affirme",
    "qui l a dit",
    "c est ecrit ou",
    "c est dit ou",
    "la source",
];

/// Runs of words that ask whether something is part of the whole.
pub(super) const MEMBER_RUNS: &[&str] = &[
    "in it", "in the series", "in the show", "in the doc", "in the docuseries",
    "in the documentary", "in this", "part of", "one of the", "one of them", "featured",
    "included", "inclus", "incluse", "in the lineup", "on the list", "in the list",
    "in the final list", "on the final list", "dans la liste finale", "among the eight",
    "parmi les huit", "dans les huit", "the cut", "dedans", "dans la serie", "dans le docu",
    "dans ce docu", "dans le doc", "dans la liste", "fait partie", "y est", "on voit", "verra",
    "verra t on", "parmi", "present", "presente", "will we see", "do we see", "do we get",
];

/// Runs of words that ask whether something is no less than a number.
pub(super) const AT_LEAST: &[&str] =
    &["at least", "au moins", "au minimum", "minimum", "or more", "ou plus", "at a minimum"];

pub(super) const MORE: &[&str] = &[
    "more", "longer", "over", "above", "exceed", "greater", "plus", "depasse", "au dela",
    "superieur", "least", "bigger", "larger", "past the", "run past", "go past",
];

pub(super) const LESS: &[&str] =
    &["less", "shorter", "under", "below", "fewer", "moins", "inferieur", "smaller"];

/// Words that ask whether something is no more than what there is room for.
pub(super) const FITS: &[&str] = &["fit", "fits", "squeeze", "tient", "tenir", "rentre"];

pub(super) const KNOWN_RUNS: &[&str] = &[
    "known", "know about", "knew", "we know", "on savait", "en savait", "savait quoi",
    "anyone know", "everybody know", "everyone know", "savait on", "savions", "connu", "etait su",
    "did people know", "was said", "se disait", "disait on", "on disait", "was reported",
    "was rumoured", "was rumored", "connus", "connue", "connues", "we learn", "officially learn",
    "people learn", "a appris", "apprenait",
];

/// Words for the first days of a month.
pub(super) const EARLY: &[&str] = &["early", "beginning", "start", "debut"];

/// Words for the days in its middle.
pub(super) const MIDDLE: &[&str] = &["mid", "middle", "mi", "milieu"];

/// Words for the end of a time, or for a part of a year.
pub(super) const LATE: &[&str] = &[
    "end", "late", "fin", "half", "semestre", "moitie", "quarter", "trimestre", "spring", "summer",
    "autumn", "winter", "printemps", "ete", "automne", "hiver",
];

/// The months, each by the names that people call it.
pub(super) const MONTHS: [[&str; 4]; 12] = [
    ["january", "jan", "janvier", "janv"],
    ["february", "feb", "fevrier", "fev"],
    ["march", "mar", "mars", "mars"],
    ["april", "apr", "avril", "avr"],
    ["may", "may", "mai", "mai"],
    ["june", "jun", "juin", "juin"],
    ["july", "jul", "juillet", "juil"],
    ["august", "aug", "aout", "aout"],
    ["september", "sept", "septembre", "sep"],
    ["october", "oct", "octobre", "oct"],
    ["november", "nov", "novembre", "nov"],
    ["december", "dec", "decembre", "dec"],
];

/// Words that ask for a refusal.
pub(super) const REFUSAL: &[&str] = &[
    "refuse", "refused", "refuses", "refusal", "decline", "declined", "turn down", "turned down",
    "say no", "said no", "says no", "no thanks", "opt out", "opted out", "pull out", "pulled out",
    "reject", "rejected", "refusee", "refuser", "decliner", "dit non", "dire non", "non merci",
    "snobe", "snub", "snubbed", "recale",
];

/// Words that turn a question round.
pub(super) const TURNED: &[&str] = &[
    "not", "no", "never", "isnt", "isn t", "wasnt", "wasn t", "arent", "aren t", "didnt", "didn t",
    "doesnt", "doesn t", "without", "missing", "absent", "absente", "lose", "lost", "loses",
    "beat", "beaten", "except", "pas", "jamais", "sans", "perd", "perdu", "perdre", "battu",
    "manque", "sauf", "n est", "n a", "agree", "agreed", "accept", "accepted", "accepte",
];

pub(super) const WHY: &[&str] =
    &["why", "pourquoi", "pourkoi", "pourkwa", "pk", "pq", "pkoi", "reason", "raison"];

/// Words of questions that have to do with a reason.
pub(super) const REASON: &[&str] = &[
    "why", "pourquoi", "pk", "pq", "pkoi", "pourkoi", "pourkwa", "reason", "reasons", "raison",
    "raisons", "because", "cause", "caused", "causes", "provoque", "parce", "excuse", "excuses",
    "motif", "motifs", "motive", "motives", "explain", "explained", "explanation", "explique",
    "explication", "how come", "what made", "se fait", "justifie", "justification", "grounds",
    "argument", "put", "pousse", "convinced", "convaincu", "over", "behind", "derriere",
];

pub(super) const WHEN: &[&str] = &["when", "whens", "quand", "date"];

pub(super) const WHERE: &[&str] = &["where", "wheres"];

pub(super) const HOW_MANY: &[&str] = &["combien", "cb", "nb", "nombre", "number"];

pub(super) const WHO: &[&str] = &["who", "whos", "whom", "qui", "kiki"];

pub(super) const TEAM: &[&str] =
    &["team", "teams", "equipe", "equipes", "squad", "squads", "outfit", "formation", "formations"];

/// Whether a word is one of a list with spaces between.
pub(super) fn is_among(words: &str, word: &str) -> bool {
    // Letter by letter: the words are short, and there are many of them, of which nearly all fall at their first letter.
    let (mut rest, word) = (words.as_bytes(), word.as_bytes());
    let first = word.first();
    loop {
        let after = if rest.first() == first { rest.strip_prefix(word) } else { None };
        if after.is_some_and(|after| matches!(after.first(), None | Some(b' '))) {
            return true;
        }
        let Some(end) = rest.iter().position(|letter| *letter == b' ') else { return false };
        rest = rest.get(end + 1..).unwrap_or_default();
    }
}
