//! The signs of the order of a word: each defined once, on the word as it is read. The same sign
//! met on the word from behind speaks for visual order.

use qawl_core::letters::{TATWEEL, is_letter, is_mark, is_word_char};

use super::Evidence;
use super::tables::{FUNCTION_WORDS, JOIN_LAST, JOIN_NEXT};
use crate::tables::PRESENTATION_FORMS;

const HAMZA: char = '\u{0621}';
const ALEF_HAMZA_ABOVE: char = '\u{0623}';
const ALEF: char = '\u{0627}';
const LAM: char = '\u{0644}';
const WAW: char = '\u{0648}';
const ALEF_WASLA: char = '\u{0671}';
const ALEF_HAMZA_BELOW: char = '\u{0625}';
const ALEF_MAKSURA: char = '\u{0649}';
const TEH_MARBUTA: char = '\u{0629}';
const FATHATAN: char = '\u{064B}';
const DAMMATAN: char = '\u{064C}';
const KASRATAN: char = '\u{064D}';

/// The words that end in «لا» by themselves («إلا» "but", «مثلا» "for example") are mostly shorter.
const SHORTEST_WITH_ARTICLE: usize = 5;

/// Adds what `token`, which holds no white space, says about its order.
pub(super) fn collect(token: &str, evidence: &mut Evidence) {
    if token.is_ascii() {
        return;
    }
    let reversed = || token.chars().rev();
    evidence.punctuation.cast(ends_in_stop(reversed()), ends_in_stop(token.chars()));
    token.split(|c| !is_word_char(c)).for_each(|word| collect_word(word, evidence));
}

fn collect_word(word: &str, evidence: &mut Evidence) {
    let letters = letters(word);
    if letters.clone().nth(1).is_none() {
        return; // A letter alone looks the same from both sides.
    }
    let behind = || letters.clone().rev();
    let (first, last) = (letters.clone().next(), behind().next());
    evidence.letters.cast(are_edges(first, last), are_edges(last, first));
    evidence.hamzas.cast(are_hamzas(first, last), are_hamzas(last, first));
    if letters.clone().nth(SHORTEST_WITH_ARTICLE - 1).is_some() {
        evidence.articles.cast(has_article(letters.clone()), has_article(behind()));
    }
    evidence.function_words.cast(is_function_word(letters.clone()), is_function_word(behind()));
    let shapes = || word.chars().filter(|c| !is_mark(*c));
    let (forward, backward) = (is_joined(shapes()), is_joined(shapes().rev()));
    evidence.forms.cast(forward && !backward, backward && !forward);
    evidence.marks.cast(ends_in_tanwin(word), begins_with_mark(word) || has_tanwin_inside(word));
}

/// The letters of a word, presentation forms folded, without marks and tatweel.
fn letters(word: &str) -> impl DoubleEndedIterator<Item = char> + Clone {
    word.chars().filter(|c| !is_mark(*c) && *c != TATWEEL).flat_map(|c| {
        let folded = folded(c);
        let itself = folded.is_none().then_some(c);
        itself.into_iter().chain(folded.unwrap_or_default().chars())
    })
}

fn folded(c: char) -> Option<&'static str> {
    if c < '\u{FB50}' {
        return None;
    }
    let at = PRESENTATION_FORMS.binary_search_by_key(&c, |(form, _)| *form).ok()?;
    PRESENTATION_FORMS.get(at).map(|(_, letters)| *letters)
}

/// Teh marbuta and alef maksura only end a word; alef with hamza below only begins one, or follows
/// the one-letter words before it.
const fn are_edges(first: Option<char>, last: Option<char>) -> bool {
    matches!(first, Some(ALEF_HAMZA_BELOW)) || matches!(last, Some(TEH_MARBUTA | ALEF_MAKSURA))
}

/// Hamza behind a long vowel at the end of a word is written without a seat, and at the start of a
/// word upon alef.
const fn are_hamzas(first: Option<char>, last: Option<char>) -> bool {
    matches!(first, Some(ALEF_HAMZA_ABOVE)) || matches!(last, Some(HAMZA))
}

fn has_article(word: impl Iterator<Item = char>) -> bool {
    let mut word = word.peekable();
    let _conjunction = word.next_if_eq(&WAW);
    matches!(word.next(), Some(ALEF | ALEF_WASLA)) && word.next() == Some(LAM)
}

fn is_function_word(word: impl Iterator<Item = char> + Clone) -> bool {
    FUNCTION_WORDS.binary_search_by(|known| known.chars().cmp(word.clone())).is_ok()
}

/// Whether each presentation form joins a letter where its shape does, and none where not. Letters in
/// isolated form do so from both sides, and so do letters that are no forms.
fn is_joined(word: impl Iterator<Item = char>) -> bool {
    let is_in = |forms: &[char], c: char| c >= '\u{FB50}' && forms.binary_search(&c).is_ok();
    let mut joins = false;
    for c in word {
        if is_in(JOIN_LAST, c) != joins {
            return false;
        }
        joins = is_in(JOIN_NEXT, c);
    }
    !joins
}

/// Whether the word ends in tanwin, or in fathatan and its alef.
fn ends_in_tanwin(word: &str) -> bool {
    let mut from_behind = word.chars().rev().skip_while(|c| matches!(*c, ALEF | ALEF_MAKSURA));
    from_behind.find(|c| !is_mark(*c) || is_tanwin(*c)).is_some_and(is_tanwin)
}

fn begins_with_mark(word: &str) -> bool {
    word.chars().next().is_some_and(is_mark)
}

/// Whether two letters or more follow a tanwin.
fn has_tanwin_inside(word: &str) -> bool {
    let mut chars = word.chars();
    chars.any(is_tanwin) && chars.filter(|c| is_letter(*c)).nth(1).is_some()
}

const fn is_tanwin(c: char) -> bool {
    matches!(c, FATHATAN | DAMMATAN | KASRATAN)
}

/// Whether a stop or comma ends the token, behind a letter.
fn ends_in_stop(mut from_behind: impl Iterator<Item = char>) -> bool {
    from_behind.next().is_some_and(is_stop) && from_behind.next().is_some_and(is_word_char)
}

const fn is_stop(c: char) -> bool {
    // ARABIC COMMA, ARABIC SEMICOLON, ARABIC QUESTION MARK
    matches!(c, '.' | ':' | '!' | '\u{060C}' | '\u{061B}' | '\u{061F}')
}
