//! Answers: what a player gave, read from what they typed, and judged.

use serde::{Deserialize, Serialize};

use super::item::{Item, Offer};
use super::kinds::Format;
use crate::facts::Value;
use crate::text::{fold, number, slips, tokens};

/// An answer to a question, as its format has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Positions of options: the one that is right; all that are; all in order of time; or for each option
    /// that of its match among the targets.
    Options(Vec<usize>),
    /// A number.
    Number(f64),
    /// A name, as it was typed.
    Text(String),
}

/// What an answer is worth by itself. Of numbers the closest wins, which only the end of the question can
/// tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// It is right.
    Right,
    /// It is a typed name so close to the right one that it may have been meant.
    Near,
    /// It is wrong.
    Wrong,
}

/// Why a text is no answer to the open question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It does not look like an answer at all.
    NotAnAnswer,
    /// An option that is not there is named.
    NoSuchOption,
    /// Not all options are named, or one is named twice.
    NotAllOnce,
    /// It is no number.
    NotANumber,
}

/// The longest name that anybody types, in characters.
const LONGEST: usize = 80;

impl Item {
    /// Judges an answer. A typed name may have slips: none up to four letters, one up to six, two beyond.
    #[must_use]
    pub fn judge(&self, answer: &Answer) -> Judgement {
        let right = match (self.format, answer) {
            (
                Format::Choice | Format::TrueOrFalse | Format::RumourOrFact,
                Answer::Options(chosen),
            ) => chosen.len() == 1 && self.key() == chosen.first().copied(),
            (Format::PickAll, Answer::Options(chosen)) => {
                let right = |at: usize| self.choices.get(at).is_some_and(|choice| choice.right);
                let wanted = self.choices.iter().filter(|choice| choice.right).count();
                let mut chosen = chosen.clone();
                chosen.sort_unstable();
                chosen.dedup();
                chosen.len() == wanted && chosen.into_iter().all(right)
            }
            (Format::Order, Answer::Options(order)) => {
                let place = |at: &usize| self.choices.get(*at).and_then(|choice| choice.place);
                order.len() == self.choices.len()
                    && order.iter().enumerate().all(|(index, at)| place(at) == Some(index))
            }
            (Format::Match, Answer::Options(targets)) => {
                targets.len() == self.choices.len()
                    && targets
                        .iter()
                        .zip(&self.choices)
                        .all(|(at, choice)| choice.place == Some(*at))
            }
            (Format::Number, Answer::Number(guess)) => {
                self.amount().is_some_and(|amount| (amount - guess).abs() < 1e-9)
            }
            (Format::Typed, Answer::Text(text)) => return self.judge_name(text),
            _ => false,
        };
        if right { Judgement::Right } else { Judgement::Wrong }
    }

    /// Whether an answer is of the kind that the format has, with options that are there, each named once.
    #[must_use]
    pub fn admits(&self, answer: &Answer) -> bool {
        let once = |chosen: &[usize], of: usize| {
            let mut named = chosen.to_vec();
            named.sort_unstable();
            named.dedup();
            named.len() == chosen.len() && chosen.iter().all(|at| *at < of)
        };
        let (options, targets) = (self.choices.len(), self.targets.len());
        match (self.format, answer) {
            (
                Format::Choice | Format::TrueOrFalse | Format::RumourOrFact,
                Answer::Options(chosen),
            ) => chosen.len() == 1 && once(chosen, options),
            (Format::PickAll, Answer::Options(chosen)) => {
                !chosen.is_empty() && once(chosen, options)
            }
            (Format::Order, Answer::Options(chosen)) => {
                chosen.len() == options && once(chosen, options)
            }
            (Format::Match, Answer::Options(chosen)) => {
                chosen.len() == options && once(chosen, targets)
            }
            (Format::Number, Answer::Number(number)) => number.is_finite(),
            (Format::Typed, Answer::Text(_)) => true,
            _ => false,
        }
    }

    /// The number that is asked for.
    #[must_use]
    pub fn amount(&self) -> Option<f64> {
        match self.choices.first().map(|choice| &choice.offer) {
            Some(Offer::Value(Value::Quantity(quantity))) => Some(quantity.amount),
            _ => None,
        }
    }

    fn judge_name(&self, text: &str) -> Judgement {
        let typed = fold(text);
        let typed = without_articles(&typed);
        if typed.is_empty() {
            return Judgement::Wrong;
        }
        let mut best = Judgement::Wrong;
        for name in &self.accepted {
            let name = without_articles(name);
            let letters = name.chars().filter(|one| one.is_alphanumeric()).count();
            let has_number = name.bytes().any(|byte| byte.is_ascii_digit());
            let allowed = match letters {
                _ if has_number => 0,
                0..=4 => 0,
                5..=6 => 1,
                _ => 2,
            };
            match slips(&typed, &name, allowed + 2) {
                Some(count) if count <= allowed => return Judgement::Right,
                Some(_) if letters > 4 => best = Judgement::Near,
                _ => {}
            }
        }
        best
    }

    /// Reads what was typed as an answer to this question: letters of options, their words, a number or a
    /// name, whatever its format wants. `words` tells what an option reads like in each language.
    ///
    /// # Errors
    /// Why it is no answer.
    pub fn read(
        &self,
        text: &str,
        words: impl Fn(usize) -> Vec<String>,
    ) -> Result<Answer, Unreadable> {
        let text = text.trim();
        match self.format {
            Format::Number => read_number(text).map(Answer::Number).ok_or(Unreadable::NotANumber),
            Format::Typed => {
                let fits = !text.is_empty() && text.chars().count() <= LONGEST;
                if fits && !text.ends_with('?') {
                    Ok(Answer::Text(text.to_owned()))
                } else {
                    Err(Unreadable::NotAnAnswer)
                }
            }
            Format::Match => self.read_pairs(text),
            _ => self.read_letters(text, words),
        }
    }

    fn read_letters(
        &self,
        text: &str,
        words: impl Fn(usize) -> Vec<String>,
    ) -> Result<Answer, Unreadable> {
        let folded = fold(text);
        let named =
            (0..self.choices.len()).find(|at| words(*at).iter().any(|words| fold(words) == folded));
        let chosen = match named {
            Some(at) => vec![at],
            None => letters(&folded).ok_or(Unreadable::NotAnAnswer)?,
        };
        if chosen.iter().any(|at| *at >= self.choices.len()) {
            return Err(Unreadable::NoSuchOption);
        }
        let mut distinct = chosen.clone();
        distinct.sort_unstable();
        distinct.dedup();
        match self.format {
            Format::PickAll => Ok(Answer::Options(distinct)),
            Format::Order if distinct.len() != self.choices.len() => Err(Unreadable::NotAllOnce),
            Format::Order if chosen.len() != distinct.len() => Err(Unreadable::NotAllOnce),
            Format::Order => Ok(Answer::Options(chosen)),
            _ if chosen.len() == 1 => Ok(Answer::Options(chosen)),
            _ => Err(Unreadable::NotAnAnswer),
        }
    }

    /// "1C 2A 3B", or the letters alone in the order of the options.
    fn read_pairs(&self, text: &str) -> Result<Answer, Unreadable> {
        let folded = fold(text);
        let marks: Vec<char> = folded.chars().filter(|one| one.is_alphanumeric()).collect();
        let mut matches: Vec<Option<usize>> = vec![None; self.choices.len()];
        let numbered = marks.iter().any(char::is_ascii_digit);
        let pairs: Vec<(usize, char)> = if numbered {
            marks
                .chunks(2)
                .map(|pair| match pair {
                    [digit @ '1'..='9', letter @ 'a'..='z']
                    | [letter @ 'a'..='z', digit @ '1'..='9'] => {
                        let at = digit.to_digit(10).and_then(|at| usize::try_from(at).ok());
                        at.map(|at| (at - 1, *letter))
                    }
                    _ => None,
                })
                .collect::<Option<_>>()
                .ok_or(Unreadable::NotAnAnswer)?
        } else {
            marks.iter().copied().enumerate().collect()
        };
        if pairs.is_empty() || pairs.len() > self.choices.len() * 2 {
            return Err(Unreadable::NotAnAnswer);
        }
        for (at, letter) in pairs {
            let target = position(letter).ok_or(Unreadable::NotAnAnswer)?;
            if target >= self.targets.len() {
                return Err(Unreadable::NoSuchOption);
            }
            let place = matches.get_mut(at).ok_or(Unreadable::NoSuchOption)?;
            if place.replace(target).is_some() {
                return Err(Unreadable::NotAllOnce);
            }
        }
        let chosen: Option<Vec<usize>> = matches.into_iter().collect();
        chosen.map(Answer::Options).ok_or(Unreadable::NotAllOnce)
    }
}

/// A number as people type it, with the separators of either language.
#[must_use]
pub fn read_number(text: &str) -> Option<f64> {
    let folded = fold(text);
    if let Some(value) = number(&folded) {
        return Some(value);
    }
    // A unit may follow: "45 minutes".
    let digits: String = text
        .chars()
        .take_while(|one| {
            one.is_ascii_digit() || matches!(one, ' ' | ',' | '.' | '\u{202f}' | '\u{a0}')
        })
        .filter(|one| !one.is_whitespace())
        .collect();
    let groups: Vec<&str> = digits.split([',', '.']).collect();
    let thousands = groups.len() > 1 && groups.iter().skip(1).all(|group| group.len() == 3);
    let plain = if thousands { groups.concat() } else { digits.replace(',', ".") };
    plain.parse().ok().filter(|value: &f64| value.is_finite())
}

/// Letters or digits of options, each alone or all in one word: "a c d", "acd", "1, 3".
fn letters(folded: &str) -> Option<Vec<usize>> {
    let words: Vec<&str> = tokens(folded).collect();
    let marks: Vec<char> = match words.as_slice() {
        [one] => one.chars().collect(),
        several if several.iter().all(|word| word.chars().count() == 1) => {
            several.iter().flat_map(|word| word.chars()).collect()
        }
        _ => return None,
    };
    // A letter alone is meant as one, however far down the alphabet; a word of several is a word.
    if let [letter @ 'i'..='z'] = marks.as_slice() {
        return usize::try_from(u32::from(*letter) - u32::from('a')).ok().map(|at| vec![at]);
    }
    let short = !marks.is_empty() && marks.len() <= 8;
    short.then(|| marks.into_iter().map(position).collect::<Option<Vec<_>>>())?
}

/// The position that a letter from a to h or a digit from 1 on stands for.
fn position(mark: char) -> Option<usize> {
    let at = match mark {
        'a'..='h' => u32::from(mark) - u32::from('a'),
        '1'..='9' => mark.to_digit(10)? - 1,
        _ => return None,
    };
    usize::try_from(at).ok()
}

/// A folded name without the article before it.
fn without_articles(name: &str) -> String {
    let mut words: Vec<&str> = tokens(name).collect();
    if words.len() > 1
        && matches!(
            words.first(),
            Some(&("the" | "a" | "an" | "le" | "la" | "les" | "l" | "un" | "une"))
        )
    {
        words.remove(0);
    }
    words.join(" ")
}
