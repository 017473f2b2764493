//! Where a word or a number ends.

use crate::class::Class;
use crate::measure::run;
use crate::stop::{begins_sentence, behind_conjunction, is_same, is_title, without_conjunction};
use crate::tables::DOTTED;
use crate::{TokenKind, Tokenizer, number};

/// The longest part of an abbreviation, in letters: «بي.بي.سي» (BBC).
const ABBREVIATION_PART: usize = 3;

/// The length in bytes and the kind of the word or number at the start of `rest`.
pub(crate) fn word_or_number(
    rest: &str,
    class: Class,
    tokenizer: &Tokenizer,
) -> (usize, TokenKind) {
    let (mut end, mut kind, mut before) = (piece(rest, class, tokenizer), class.kind(), class);
    while tokenizer.joins_digits()
        && let Some(rest) = rest.get(end..)
        && let Some(class) = rest.chars().next().map(Class::of)
        && joins(before, class)
    {
        end += piece(rest, class, tokenizer);
        (kind, before) = (TokenKind::Word, class);
    }
    (end, kind)
}

/// Whether letters and digits meet.
fn joins(left: Class, right: Class) -> bool {
    (left == Class::Digit && right.is_letter()) || (left.is_letter() && right == Class::Digit)
}

/// The letters of one script or the number at the start of `rest`.
fn piece(rest: &str, class: Class, tokenizer: &Tokenizer) -> usize {
    match class {
        Class::Digit => number::measure(rest),
        Class::Arabic => arabic(rest, tokenizer),
        _ => of_class(rest, class, tokenizer),
    }
}

/// The bytes of the Arabic word at the start of `rest`: letters and marks, the zero-width
/// non-joiner between letters, or an abbreviation with its dots.
fn arabic(rest: &str, tokenizer: &Tokenizer) -> usize {
    let len = of_class(rest, Class::Arabic, tokenizer);
    if !tokenizer.has_abbreviations() {
        return len;
    }
    dotted(rest, len).or_else(|| abbreviation(rest, len)).unwrap_or(len)
}

/// The bytes of a word that is one token with its full stop, at the start of `rest`; `len` is its
/// length without.
fn dotted(rest: &str, len: usize) -> Option<usize> {
    let (word, behind) = rest.split_at_checked(len)?;
    let bare = without_conjunction(word);
    let stop = behind.starts_with('.') && !behind.starts_with("..");
    let is_known = |known: &&str| is_same(known, word) || is_same(known, bare);
    (stop && DOTTED.iter().any(is_known)).then_some(len + 1)
}

/// The bytes of the characters of one class at the start of `rest`, with combining marks, and with
/// the digits behind Latin letters (`G20`).
fn of_class(rest: &str, class: Class, tokenizer: &Tokenizer) -> usize {
    let mut end = 0;
    let mut joiner = false;
    for (offset, c) in rest.char_indices() {
        let this = Class::of(c);
        if this == class || this == Class::Mark || (this == Class::Digit && class == Class::Latin) {
            end = offset + c.len_utf8();
            joiner = false;
        } else if !joiner && end > 0 && is_joiner(c, tokenizer) {
            // Kept only if the word goes on behind it.
            joiner = true;
        } else {
            break;
        }
    }
    end
}

/// U+200D ZERO WIDTH JOINER and, by option, U+200C ZERO WIDTH NON-JOINER.
fn is_joiner(c: char, tokenizer: &Tokenizer) -> bool {
    c == '\u{200D}' || (c == '\u{200C}' && tokenizer.joins_over_non_joiner())
}

/// The bytes of an abbreviation: single letters with dots between («أ.ف.ب», «أ.د.»), or three and
/// more short parts («بي.بي.سي»). `first` is the length of the first part.
fn abbreviation(rest: &str, first: usize) -> Option<usize> {
    let mut end = first;
    let mut parts = 1;
    // «وأ.د.» (and Prof. Dr.): the conjunction counts as no letter.
    let part = rest.get(..first)?;
    let mut longest = letters(part) - usize::from(behind_conjunction(part).is_some());
    while longest <= ABBREVIATION_PART {
        let Some(part) = rest.get(end..)?.strip_prefix('.') else { break };
        let len = run(part, |c| Class::of(c) == Class::Arabic);
        if len == 0 || letters(part.get(..len)?) > ABBREVIATION_PART {
            break;
        }
        longest = longest.max(letters(part.get(..len)?));
        end += 1 + len;
        parts += 1;
    }
    let found = parts >= 3 || (parts == 2 && longest == 1);
    if !found {
        return None;
    }
    // The last dot of two initials belongs to them where the sentence plainly goes on.
    let (initials, behind) = rest.split_at_checked(end)?;
    let goes_on = behind.strip_prefix(". ").is_some_and(|next| {
        let is_word = next.starts_with(|c| Class::of(c) == Class::Arabic);
        let is_same_sentence = is_title(initials) || !begins_sentence(next);
        longest == 1 && parts == 2 && is_word && is_same_sentence
    });
    Some(if goes_on { end + 1 } else { end })
}

fn letters(part: &str) -> usize {
    part.chars().filter(|&c| qawl_core::letters::is_letter(c)).count()
}
