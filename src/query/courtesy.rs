//! Greetings, thanks and questions for the bot itself: nothing that the facts answer, and nothing to be refused either.

use crate::text::tokens;

/// What somebody says who asks for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Courtesy {
    /// "Hello."
    Greeting,
    /// "Thank you."
    Thanks,
    /// "What can you do?"
    Help,
}

/// The longest such message, in words.
const LONGEST: usize = 7;

const GREETINGS: &[&str] = &[
    "hello",
    "hi",
    "hey",
    "hiya",
    "heya",
    "yo",
    "howdy",
    "greetings",
    "salut",
    "slt",
    "bonjour",
    "bjr",
    "bonsoir",
    "coucou",
    "cc",
    "hola",
    "wesh",
    "morning",
    "afternoon",
    "evening",
];
const THANKS: &[&str] =
    &["thanks", "thank", "thx", "thanx", "tysm", "ty", "cheers", "merci", "mercii", "mci"];
/// Words that go with either.
const LITTLE: &[&str] = &[
    "good",
    "there",
    "bot",
    "roadbook",
    "all",
    "everyone",
    "everybody",
    "guys",
    "folks",
    "mate",
    "you",
    "u",
    "so",
    "very",
    "much",
    "a",
    "lot",
    "lots",
    "many",
    "again",
    "for",
    "that",
    "the",
    "help",
    "answer",
    "info",
    "and",
    "ok",
    "okay",
    "oh",
    "ah",
    "great",
    "nice",
    "cool",
    "perfect",
    "super",
    "beaucoup",
    "bcp",
    "bien",
    "tout",
    "le",
    "monde",
    "tous",
    "toutes",
    "toi",
    "vous",
    "les",
    "gars",
    "pour",
    "l",
    "la",
    "reponse",
    "aide",
    "grand",
    "et",
    "parfait",
    "genial",
    "top",
    "infos",
    "d",
    "mille",
];
/// Whole messages, folded, that ask what the bot is for.
const HELP: &[&str] = &[
    "help",
    "aide",
    "help me",
    "aide moi",
    "who are you",
    "what are you",
    "what is this",
    "what s this bot",
    "what is this bot",
    "what can you do",
    "what do you do",
    "how do you work",
    "how does this work",
    "how does this bot work",
    "what can i ask",
    "what can i ask you",
    "what do you know",
    "qui es tu",
    "t es qui",
    "tu es qui",
    "vous etes qui",
    "qui etes vous",
    "tu sers a quoi",
    "a quoi tu sers",
    "tu fais quoi",
    "que sais tu faire",
    "tu sais faire quoi",
    "que peux tu faire",
    "tu peux faire quoi",
    "c est quoi ce bot",
    "comment ca marche",
    "comment tu marches",
    "qu est ce que tu sais faire",
    "qu est ce que tu sais",
    "tu sais quoi",
    "on peut te demander quoi",
    "je peux te demander quoi",
];

/// What a folded message is that says no more than that.
pub(super) fn courtesy(folded: &str) -> Option<Courtesy> {
    let words: Vec<&str> = tokens(folded).collect();
    if words.is_empty() || words.len() > LONGEST {
        return None;
    }
    if HELP.contains(&words.join(" ").as_str()) {
        return Some(Courtesy::Help);
    }
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let only =
        |list: &[&str]| words.iter().all(|word| list.contains(word) || LITTLE.contains(word));
    if has(THANKS) && only(&[THANKS, GREETINGS].concat()) {
        Some(Courtesy::Thanks)
    } else if has(GREETINGS) && only(GREETINGS) {
        Some(Courtesy::Greeting)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn what_asks_for_nothing_is_known() {
        for (message, kind) in [
            ("Hello!", Some(Courtesy::Greeting)),
            ("salut tout le monde", Some(Courtesy::Greeting)),
            ("thanks a lot", Some(Courtesy::Thanks)),
            ("Merci beaucoup !", Some(Courtesy::Thanks)),
            ("what can you do?", Some(Courtesy::Help)),
            ("t’es qui", Some(Courtesy::Help)),
            ("hello, who won?", None),
            ("good movie", None),
            ("help me with my taxes", None),
        ] {
            assert_eq!(courtesy(&fold(message)), kind, "{message}");
        }
    }
}
