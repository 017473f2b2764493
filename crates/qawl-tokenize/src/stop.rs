//! What a full stop does: it ends a sentence, an abbreviation or the number of a list.

use qawl_core::letters;

use crate::abbreviations::{Abbreviation, Abbreviations, look_up};
use crate::class::Class;
use crate::enclosure::Enclosure;
use crate::measure::run;
use crate::paragraphs::is_line_break;
use crate::sentences::piece;
use crate::tables::{ABBREVIATIONS, DOTTED, NUMBERED, OPENERS, WAW_WORDS};
use crate::tokens::Plain;
use crate::{Token, TokenKind, number};

/// What a sentence held so far.
#[derive(Default)]
pub(crate) struct Before {
    /// The token before the one at hand, spaces at the start aside.
    pub(crate) previous: Option<Token>,
    /// Tokens that are neither spaces nor punctuation.
    words: usize,
    /// The number of the last item, if the sentence began as a list does: «1. الماء 2. الكهرباء»
    /// (1. water 2. electricity).
    item: Option<u32>,
}

impl Before {
    pub(crate) fn pass(&mut self, token: Token) {
        self.words += usize::from(is_content(token.kind));
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

    /// Notes what `mark` enclosed.
    pub(crate) fn pass_enclosure(&mut self, mark: Token, enclosure: &Enclosure) {
        self.words += enclosure.words;
        self.previous = Some(mark);
    }

    /// Whether one full stop, with `behind` behind it, ends the sentence: not behind an initial, an
    /// abbreviation or the number of a list, and not inside a name in Latin letters. `own` are
    /// abbreviations that go before the built-in ones.
    pub(crate) fn stop_ends(&mut self, text: &str, behind: &str, own: &Abbreviations) -> bool {
        let Some(previous) = self.previous else { return false };
        if behind.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return false;
        }
        let before = text.get(..previous.span.start()).unwrap_or_default().trim_end();
        match previous.kind {
            TokenKind::Number => self.number_ends(piece(text, previous), before, behind),
            TokenKind::Word => {
                let begins_line = trim_blanks(behind).starts_with(is_line_break);
                begins_line || self.word_ends(piece(text, previous), before, behind, own)
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
        // «المادة 5. يعاقب» (article 5. is punished)
        let is_heading = self.words == 2 && NUMBERED.iter().any(|noun| before.ends_with(noun));
        if self.words > 1 && !(counts_on || counts_from_one || is_heading) {
            return true;
        }
        self.item = value;
        false
    }

    /// Whether a full stop behind `word` ends the sentence.
    fn word_ends(&self, word: &str, before: &str, behind: &str, own: &Abbreviations) -> bool {
        // «ود. سالم» (and Dr. Salem)
        let bare = without_conjunction(word);
        let is_initial = initials(bare) == 1;
        let is_count = before.ends_with(letters::is_digit);
        match own.get(word).or_else(|| own.get(bare)).or_else(|| known(word)) {
            Some(Abbreviation::Title) => false,
            // «تل. 123» (tel. 123); «تل» is a word too ("hill").
            Some(Abbreviation::Label) => {
                !word.contains('.') && !trim_blanks(behind).starts_with(letters::is_digit)
            }
            Some(Abbreviation::Dotted) => true,
            Some(Abbreviation::Ordinal) => self.words > 1 && !before.ends_with(':'),
            // «عام 320 ق.م.» (in 320 BC.), «9 كم.» (9 km.); without a number «كم» is a word ("how many").
            Some(Abbreviation::Closing) => {
                let is_word = !is_count && !word.contains('.') && !word.is_ascii();
                is_word || begins_sentence(behind)
            }
            // «سنة 1936 م.» (in 1936 AD.)
            None if is_initial => is_count && begins_sentence(behind),
            None if word.len() == 1 => latin_letter_ends(before, behind),
            // «د.ب.أ.» (dpa.)
            None => !word.contains('.') || begins_sentence(behind),
        }
    }
}

/// Whether `word` ends in its own full stop, which ends the sentence too.
pub(crate) fn is_dotted(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(ends_dotted)
}

/// Whether `text` ends in a word that is one token with the stop behind it, marks aside.
pub(crate) fn ends_dotted(text: &str) -> bool {
    let ends_in = |dotted: &str| {
        let mut last = text.chars().rev().filter(|&c| !letters::is_mark(c));
        dotted.chars().rev().all(|c| last.next() == Some(c))
    };
    DOTTED.iter().any(|dotted| ends_in(dotted))
}

/// Whether the full stop behind `word` is its own in any case.
pub(crate) fn is_title(word: &str) -> bool {
    known(word) == Some(Abbreviation::Title)
}

/// The word behind «و» (and), if there is one: marks on the letter are none.
pub(crate) fn behind_conjunction(word: &str) -> Option<&str> {
    word.strip_prefix('\u{0648}').filter(|rest| rest.contains(|c| !letters::is_mark(c)))
}

/// The word behind «و» (and), or `word` where it has none.
pub(crate) fn without_conjunction(word: &str) -> &str {
    behind_conjunction(word).unwrap_or(word)
}

/// What `word` does as an abbreviation, with a conjunction or without.
fn known(word: &str) -> Option<Abbreviation> {
    let built_in = |word| look_up(ABBREVIATIONS, word);
    built_in(word).or_else(|| built_in(without_conjunction(word)))
}

/// Whether a full stop behind one Latin letter ends the sentence: not in «George W. Bush», nor in
/// «القوات U.S. هناك» (the U.S. forces there), but in «فيتامين C.» (vitamin C.).
fn latin_letter_ends(before: &str, behind: &str) -> bool {
    let next = trim_blanks(behind);
    let goes_on = before.ends_with('.') && !begins_sentence(behind);
    !goes_on && !next.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// How many letters `word` has; a tatweel is none: «هـ» (AH).
fn initials(word: &str) -> usize {
    word.chars().filter(|&c| letters::is_letter(c) && c != letters::TATWEEL).count()
}

/// Whether a sentence plainly begins at the start of `behind`: nothing follows but the end; a word
/// with the conjunction «و» (and), with which most sentences of the press begin; or another word of
/// those that begin sentences.
pub(crate) fn begins_sentence(behind: &str) -> bool {
    let next = trim_blanks(behind);
    let len = run(next, |c| Class::of(c) == Class::Arabic);
    let word = next.get(..len).unwrap_or_default();
    let is_one_of = |words: &[&str]| words.iter().any(|known| is_same(known, word));
    next.is_empty()
        || is_one_of(OPENERS)
        || (behind_conjunction(word).is_some() && !is_one_of(WAW_WORDS))
}

/// Whether two words have the same letters, marks aside.
pub(crate) fn is_same(known: &str, word: &str) -> bool {
    let is_bare = |c: &char| !letters::is_mark(*c);
    known.chars().filter(is_bare).eq(word.chars().filter(is_bare))
}

/// Whether a token says something: neither a space nor punctuation nor invisible.
pub(crate) const fn is_content(kind: TokenKind) -> bool {
    !matches!(kind, TokenKind::Space | TokenKind::Punctuation | TokenKind::Control)
}

/// Without the blanks at the start: the line stays the same.
pub(crate) fn trim_blanks(behind: &str) -> &str {
    behind.trim_start_matches([' ', '\u{00A0}'])
}
