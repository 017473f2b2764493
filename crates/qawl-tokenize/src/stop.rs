//! What a full stop does: it ends a sentence, an abbreviation or the number of a list.

use qawl_core::letters;

use crate::class::Class;
use crate::paragraphs::is_line_break;
use crate::sentences::piece;
use crate::tables::{ABBREVIATIONS, DOTTED};
use crate::tokens::Plain;
use crate::{Token, TokenKind, number};

/// What an abbreviation does with the full stop behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// The stop is its own: «أ.د. سالم» (Prof. Dr. Salem).
    Title,
    /// It may be the last word of a sentence, whose stop then is its own: «9 كم.» (9 km.).
    Closing,
    /// It counts what follows, at the start of a sentence: «أولا. الماء» (first, water).
    Ordinal,
    /// It is one token with its stop, which ends the sentence too: «إلخ.» (etc.).
    Dotted,
}

/// What a sentence held so far.
#[derive(Default)]
pub(crate) struct Before {
    /// The token before the one at hand, spaces at the start aside.
    pub(crate) previous: Option<Token>,
    /// Words and numbers, those of enclosures not counted.
    words: usize,
    /// The number of the last item, if the sentence began as a list does: «1. الماء 2. الكهرباء»
    /// (1. water 2. electricity).
    item: Option<u32>,
}

impl Before {
    pub(crate) fn pass(&mut self, token: Token) {
        if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            self.words += 1;
        }
        if token.kind != TokenKind::Space || self.previous.is_some() {
            self.previous = Some(token);
        }
    }

    pub(crate) fn pass_plain(&mut self, plain: Plain) {
        let Some(last) = plain.last else { return };
        self.words += plain.words;
        if last.kind != TokenKind::Space || plain.words > 0 || self.previous.is_some() {
            self.previous = Some(last);
        }
    }

    /// Whether one full stop, with `behind` behind it, ends the sentence: not behind an initial, an
    /// abbreviation or the number of a list, and not inside a name in Latin letters. `more` are
    /// abbreviations beside the built-in ones.
    pub(crate) fn stop_ends(&mut self, text: &str, behind: &str, more: &[&str]) -> bool {
        let Some(previous) = self.previous else { return false };
        if behind.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return false;
        }
        let before = text.get(..previous.span.start()).unwrap_or_default().trim_end();
        match previous.kind {
            TokenKind::Number => self.number_ends(piece(text, previous), before, behind),
            TokenKind::Word => {
                let begins_line = trim_blanks(behind).starts_with(is_line_break);
                begins_line || self.word_ends(piece(text, previous), before, behind, more)
            }
            _ => true,
        }
    }

    /// Whether a full stop behind `number` ends the sentence. The number of an item does not: it
    /// begins the sentence or stands behind a colon, or it counts on from one that did.
    fn number_ends(&mut self, number: &str, before: &str, behind: &str) -> bool {
        if behind.is_empty() {
            return true;
        }
        let value = number::value(number);
        let next = self.item.and_then(|item| item.checked_add(1));
        let counts_on = value.is_some() && value == next;
        let counts_from_one = value == Some(1) && before.ends_with(':');
        let is_item = (counts_on || counts_from_one) && behind.starts_with(char::is_whitespace);
        if self.words > 1 && !is_item {
            return true;
        }
        self.item = value;
        false
    }

    /// Whether a full stop behind `word` ends the sentence.
    fn word_ends(&self, word: &str, before: &str, behind: &str, more: &[&str]) -> bool {
        // «ود. سالم» (and Dr. Salem)
        let bare = word.strip_prefix('\u{0648}').filter(|rest| !rest.is_empty()).unwrap_or(word);
        let known = abbreviation(word).or_else(|| abbreviation(bare));
        let is_initial = initials(bare) == 1 || (word.len() == 1 && behind.starts_with(' '));
        let is_count = before.ends_with(letters::is_digit);
        match known {
            _ if more.contains(&word) || more.contains(&bare) => false,
            Some(Abbreviation::Title) => false,
            Some(Abbreviation::Dotted) => true,
            Some(Abbreviation::Ordinal) => self.words > 1,
            // «عام 320 ق.م.» (in 320 BC.), «9 كم.» (9 km.); without a number «كم» is a word ("how many").
            Some(Abbreviation::Closing) => {
                let is_word = !is_count && !word.contains('.') && !word.is_ascii();
                is_word || begins_sentence(behind)
            }
            // «سنة 1936 م.» (in 1936 AD.)
            None if is_initial => is_count && begins_sentence(behind),
            // «د.ب.أ.» (dpa.)
            None => !word.contains('.') || begins_sentence(behind),
        }
    }
}

/// Whether `word` ends in its own full stop, which ends the sentence too.
pub(crate) fn is_dotted(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|word| DOTTED.iter().any(|dotted| word.ends_with(dotted)))
}

/// Marks aside.
fn abbreviation(word: &str) -> Option<Abbreviation> {
    let bare = || word.chars().filter(|&c| !letters::is_mark(c));
    let found = ABBREVIATIONS.binary_search_by(|(known, _)| known.chars().cmp(bare())).ok()?;
    ABBREVIATIONS.get(found).map(|&(_, does)| does)
}

/// How many letters `word` has; a tatweel is none: «هـ» (AH).
fn initials(word: &str) -> usize {
    word.chars().filter(|&c| letters::is_letter(c) && c != letters::TATWEEL).count()
}

/// Whether a sentence plainly begins at the start of `behind`: nothing follows but the end, or a
/// word with the conjunction «و» (and), with which most sentences of the press begin.
fn begins_sentence(behind: &str) -> bool {
    let next = trim_blanks(behind);
    next.is_empty()
        || next.strip_prefix('\u{0648}').and_then(|rest| rest.chars().next()).map(Class::of)
            == Some(Class::Arabic)
}

fn trim_blanks(behind: &str) -> &str {
    behind.trim_start_matches([' ', '\u{00A0}'])
}
