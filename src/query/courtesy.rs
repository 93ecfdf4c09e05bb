//! Greetings, thanks and questions for the bot itself: nothing that the facts answer, and nothing to be refused either.

use std::borrow::Cow;

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
    "hello", "hi", "hey", "hiya", "heya", "yo", "howdy", "greetings", "salut", "slt", "bonjour",
    "bjr", "bonsoir", "coucou", "cc", "hola", "wesh", "morning", "afternoon", "evening",
];
const THANKS: &[&str] =
    &["thanks", "thank", "thx", "thanx", "tysm", "ty", "cheers", "merci", "mercii", "mci"];
/// Words that go with either.
const LITTLE: &[&str] = &[
    "good", "there", "bot", "roadbook", "all", "everyone", "everybody", "guys", "folks", "mate",
    "you", "u", "so", "very", "much", "a", "lot", "lots", "many", "again", "for", "that", "the",
    "help", "answer", "info", "and", "ok", "okay", "oh", "ah", "great", "nice", "cool", "perfect",
    "super", "beaucoup", "bcp", "bien", "tout", "le", "monde", "tous", "toutes", "toi", "vous",
    "les", "gars", "pour", "l", "la", "reponse", "aide", "grand", "et", "parfait", "genial", "top",
    "infos", "d", "mille", "fois", "your", "ta", "votre", "that", "s", "in", "advance", "avance",
    "no",
];
/// Words that go with a greeting.
const HOW_ARE_YOU: &[&str] = &[
    "ca", "va", "vas", "tu", "comment", "allez", "how", "are", "doing", "today", "s", "it", "going",
];
/// Whole messages, folded, that greet without a word of greeting.
const PHRASES: &[&str] = &[
    "ca va", "comment ca va", "comment vas tu", "how are you", "how are you doing",
    "how s it going", "quoi de neuf", "what s up", "whats up", "sup",
];
/// Whole messages, folded, that ask what the bot is for.
const HELP: &[&str] = &[
    "help",
    "aide",
    "help me",
    "can you help me",
    "can you help",
    "tu peux m aider",
    "tu peux aider",
    "qu est ce que tu peux faire",
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
    // "Hello, who are you?"
    let greeted = words.iter().take_while(|word| GREETINGS.contains(word)).count();
    let asked = words.get(greeted..).unwrap_or_default().join(" ");
    let whole = words.join(" ");
    if HELP.contains(&asked.as_str()) {
        return Some(Courtesy::Help);
    }
    if PHRASES.contains(&whole.as_str()) {
        return Some(Courtesy::Greeting);
    }
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    let only =
        |list: &[&str]| words.iter().all(|word| list.contains(word) || LITTLE.contains(word));
    if has(THANKS) && only(&[THANKS, GREETINGS].concat()) {
        Some(Courtesy::Thanks)
    } else if has(GREETINGS) && only(&[GREETINGS, HOW_ARE_YOU].concat()) {
        Some(Courtesy::Greeting)
    } else {
        None
    }
}

/// Thanks for an answer that is still to come.
const BEFOREHAND: &[&str] = &[
    "many thanks in advance",
    "thanks in advance",
    "thank you in advance",
    "thx in advance",
    "merci beaucoup d'avance",
    "merci beaucoup d’avance",
    "merci d'avance",
    "merci d’avance",
    "merci d avance",
    "merci davance",
    "merci par avance",
];
/// What they are for.
const FOR_IT: &[&str] = &[
    "for your help", "for any help", "for your answer", "pour votre aide", "pour ton aide",
    "pour votre réponse", "pour ta réponse", "pour la réponse",
];

/// A question without thanks for its answer, which say nothing wherever they stand: at an end or between marks.
pub(super) fn without_thanks(question: &str) -> Cow<'_, str> {
    const MARKS: [char; 8] = ['.', '!', ',', ';', ':', '?', '…', '-'];
    let lower = question.to_ascii_lowercase();
    let found = BEFOREHAND.iter().find_map(|thanks| Some((lower.find(thanks)?, thanks.len())));
    let parts = found.and_then(|(at, length)| {
        Some((question.get(..at)?.trim(), question.get(at + length..)?.trim_start()))
    });
    let Some((before, after)) = parts else { return Cow::Borrowed(question) };
    let after = FOR_IT.iter().find_map(|what| after.strip_prefix(what)).unwrap_or(after);
    // "Did they thank you in advance?" asks for something.
    let apart = before.is_empty()
        || before.ends_with(MARKS)
        || after.is_empty()
        || after.starts_with(['.', '!', ',']);
    let after = after.trim_start_matches(['.', '!', ',', ' ']);
    if !apart || before.is_empty() && after.is_empty() {
        return Cow::Borrowed(question);
    }
    Cow::Owned(format!("{before} {after}").trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thanks_for_an_answer_say_nothing() {
        for (question, rest) in [
            ("How long is it? Thanks in advance. Bob", "How long is it? Bob"),
            ("Merci beaucoup d’avance, qui a gagné ?", "qui a gagné ?"),
            ("qui a gagné merci d'avance", "qui a gagné"),
            ("Thanks in advance for your help, who made it?", "who made it?"),
            ("did they thank you in advance?", "did they thank you in advance?"),
            ("merci d'avance !", "merci d'avance !"),
            ("who made it?", "who made it?"),
        ] {
            assert_eq!(without_thanks(question), rest);
        }
    }
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
            ("salut ça va tout le monde", Some(Courtesy::Greeting)),
            ("hello, who are you?", Some(Courtesy::Help)),
            ("merci d’avance", Some(Courtesy::Thanks)),
            ("hello, who won?", None),
            ("how are they doing", None),
            ("good movie", None),
            ("help me with my taxes", None),
        ] {
            assert_eq!(courtesy(&fold(message)), kind, "{message}");
        }
    }
}
