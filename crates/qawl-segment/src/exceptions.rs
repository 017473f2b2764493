//! Closed-class words, cut by list.

use crate::clitics::{Article, Conjunction, Cut, LETTER, PRONOUNS, Particle};
use crate::exceptions_table::EXCEPTIONS;

/// A cut from the list and the stem as the list spells it.
pub(crate) fn find(word: &str) -> Option<(Cut, &'static str)> {
    if let Some(segments) = look_up(word) {
        return parse(word, 0, None, segments);
    }
    let conjunction = Conjunction::starting(word)?;
    let segments = look_up(word.get(LETTER..)?)?;
    // وهم ("and they") takes no second conjunction, ألم ("did not?") none before it.
    let first = segments.chars().next()?;
    if matches!(first, 'و' | 'ف' | 'أ') && segments.chars().nth(1) == Some('+') {
        return None;
    }
    parse(word, LETTER, Some(conjunction), segments)
}

/// No word of the list is longer.
const LONGEST: usize = 10 * LETTER;

fn look_up(word: &str) -> Option<&'static str> {
    if word.len() > LONGEST {
        return None;
    }
    let at = EXCEPTIONS.binary_search_by_key(&word, |(key, _)| key).ok()?;
    EXCEPTIONS.get(at).map(|(_, segments)| *segments)
}

/// Lays the segments of the list over the letters of `word` from byte `start`.
fn parse(
    word: &str,
    mut start: usize,
    conjunction: Option<Conjunction>,
    segments: &'static str,
) -> Option<(Cut, &'static str)> {
    let mut cut = Cut { conjunction, ..Cut::whole(word) };
    let mut rest = segments;
    while let Some((segment, behind)) = rest.split_once('+') {
        start += match segment {
            "أ" => {
                cut.interrogative = true;
                LETTER
            }
            "و" | "ف" => {
                cut.conjunction = Conjunction::starting(segment);
                LETTER
            }
            "ال" => {
                let elided = cut.particle == Some(Particle::To);
                let article = if elided { Article::Elided } else { Article::Full };
                cut.article = Some(article);
                article.written()
            }
            "ب" | "ل" | "ك" | "س" => {
                cut.particle = Particle::starting(segment);
                LETTER
            }
            _ => break,
        };
        rest = behind;
    }
    let (stem, pronoun) = match rest.rsplit_once('+') {
        Some((stem, pronoun)) if PRONOUNS.contains(&pronoun) => (stem, pronoun.len()),
        _ => (rest, 0),
    };
    cut.stem = (start, word.len().checked_sub(pronoun)?);
    cut.pronoun = pronoun;
    Some((cut, stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_list_is_laid_out_whole() {
        for (word, segments) in EXCEPTIONS {
            let (cut, stem) = find(word).unwrap();
            let (start, end) = cut.stem;
            assert!(start < end && end + cut.pronoun == word.len(), "{word}");
            assert!(word.len() <= LONGEST, "{word}");
            let (front, _) = segments.split_once(stem).unwrap();
            assert_eq!(cut.is_whole(), word == segments, "{word}");
            // What stands before the stem is written as it is listed, but for an elided alef.
            let elided = if cut.article == Some(Article::Elided) { LETTER } else { 0 };
            assert_eq!(front.replace('+', "").len() - elided, start, "{word}");
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
