//! Closed-class words, cut by list.

use crate::clitics::{Article, Conjunction, Cut, LETTER, PRONOUNS, Particle, letters};
use crate::exceptions_table::EXCEPTIONS;
use crate::letters::number;

/// A cut from the list and the stem as the list spells it.
pub(crate) fn find(word: &str) -> Option<(Cut, &'static str)> {
    if let Some(segments) = look_up(word) {
        return parse(word, None, segments);
    }
    let conjunction = Conjunction::starting(word)?;
    let segments = look_up(word.get(LETTER..)?)?;
    // وهم ("and they") takes no second conjunction, ألم ("did not?") none before it.
    let first = segments.chars().next()?;
    if matches!(first, 'و' | 'ف' | 'أ') && segments.chars().nth(1) == Some('+') {
        return None;
    }
    parse(word, Some(conjunction), segments)
}

/// The words of the list as numbers, in its order.
static KEYS: [u64; EXCEPTIONS.len()] = keys();

fn look_up(word: &str) -> Option<&'static str> {
    let at = KEYS.binary_search(&packed(word.as_bytes())?).ok()?;
    EXCEPTIONS.get(at).map(|(_, segments)| *segments)
}

#[expect(clippy::panic, reason = "at compile time: the list does not change later")]
const fn keys() -> [u64; EXCEPTIONS.len()] {
    let mut keys = [0; EXCEPTIONS.len()];
    let mut at = 0;
    while at < keys.len() {
        match packed(EXCEPTIONS[at].0.as_bytes()) {
            Some(key) => keys[at] = key,
            None => panic!("a word of the list is too long"),
        }
        at += 1;
    }
    keys
}

/// A word of at most ten Arabic letters as a number, six bits a letter from the highest down, so
/// that numbers are in the order of their words.
const fn packed(mut word: &[u8]) -> Option<u64> {
    let mut key = 0;
    let mut shift = u64::BITS;
    while let [high, low, rest @ ..] = word {
        if shift < 10 {
            return None;
        }
        shift -= 6;
        key |= (number(*high, *low) as u64) << shift;
        word = rest;
    }
    Some(key)
}

/// Lays the segments of the list over the letters of `word`, behind a conjunction.
fn parse(
    word: &str,
    conjunction: Option<Conjunction>,
    segments: &'static str,
) -> Option<(Cut, &'static str)> {
    let mut cut = Cut { conjunction, ..Cut::whole(word) };
    cut.stem.0 = u8::from(conjunction.is_some());
    let mut rest = segments;
    while let Some((segment, behind)) = rest.split_once('+') {
        cut.stem.0 += match segment {
            "أ" => {
                cut.interrogative = true;
                1
            }
            "و" | "ف" => {
                cut.conjunction = Conjunction::starting(segment);
                1
            }
            "ال" => {
                let elided = cut.particle == Some(Particle::To);
                let article = if elided { Article::Elided } else { Article::Full };
                cut.article = Some(article);
                article.written()
            }
            "ب" | "ل" | "ك" | "س" => {
                cut.particle = Particle::starting(segment);
                1
            }
            _ => break,
        };
        rest = behind;
    }
    match rest.rsplit_once('+') {
        Some((stem, pronoun)) if PRONOUNS.contains(&pronoun) => {
            cut.stem.1 = cut.stem.1.checked_sub(letters(pronoun))?;
            Some((cut, stem))
        }
        _ => Some((cut, rest)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_list_is_laid_out_whole() {
        for (word, segments) in EXCEPTIONS {
            let (cut, stem) = find(word).unwrap();
            let (start, end) = cut.stem;
            assert!(start < end && end <= letters(word), "{word}");
            let (front, _) = segments.split_once(stem).unwrap();
            assert_eq!(cut.is_whole(word), word == segments, "{word}");
            // What stands before the stem is written as it is listed, but for an elided alef.
            let elided = u8::from(cut.article == Some(Article::Elided));
            assert_eq!(letters(&front.replace('+', "")) - elided, start, "{word}");
        }
    }

    #[test]
    fn one_conjunction_may_stand_before() {
        let conjunction = |word| find(word).and_then(|(cut, _)| cut.conjunction);
        assert_eq!(conjunction("ومما"), Some(Conjunction::And)); // "and of what"
        assert_eq!(conjunction("فلله"), Some(Conjunction::Then)); // "so to God"
        assert_eq!(conjunction("وهم"), Some(Conjunction::And)); // "and they"
        assert_eq!(conjunction("ووهم"), None); // "and an illusion"
        assert_eq!(conjunction("مما"), None);
    }
}
