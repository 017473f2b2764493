//! The rules that look at neighbours in the result: elongation, final yeh, Arabic punctuation,
//! collapsed spaces.
//!
//! They run over the result of all other rules, and make nothing that those would change.

use alloc::collections::VecDeque;

use qawl_core::letters::{TATWEEL, is_digit, is_letter, is_word_char};

use crate::sink::Sink;
use crate::{AlefMaksura, Changes, Elongation, NormalizeOptions, Punctuation, Rule, Whitespace};

/// ZERO WIDTH NON-JOINER
const ZWNJ: char = '\u{200C}';
/// ARABIC LETTER LAM
const LAM: char = '\u{0644}';
/// ARABIC LETTER HEH
const HEH: char = '\u{0647}';
/// ARABIC LETTER YEH
const YEH: char = '\u{064A}';
/// ARABIC LETTER ALEF MAKSURA
const ALEF_MAKSURA: char = '\u{0649}';

/// The first characters of a text that are decided together, and what they become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// How many characters of the text it takes.
    pub(crate) chars: usize,
    /// How many bytes these are.
    pub(crate) len: usize,
    pub(crate) result: char,
    /// A character of the result before that one.
    pub(crate) first: Option<char>,
    /// The rule that changed it.
    pub(crate) rule: Option<Rule>,
}

/// Whether any rule of this file is wanted.
pub(crate) const fn is_wanted(options: &NormalizeOptions) -> bool {
    !matches!(options.elongation, Elongation::Keep)
        || !matches!(options.whitespace, Whitespace::Keep | Whitespace::Ascii)
        || matches!(options.alef_maksura, AlefMaksura::FromFinalYeh)
        || matches!(options.punctuation, Punctuation::Arabic)
}

/// Tells `sink` what these rules do to `text`.
pub(crate) fn run<S: Sink>(options: &NormalizeOptions, text: &str, sink: &mut S) {
    let (mut rest, mut before) = (text, None);
    let mut kept = 0; // bytes before `rest` that stay and were not told yet
    while let Some(piece) = first_piece(options, before, rest.chars()) {
        let at = text.len() - rest.len();
        rest = rest.get(piece.len..).unwrap_or_default();
        before = Some(piece.result);
        if piece.rule.is_none() {
            kept += piece.len;
            continue;
        }
        tell_kept(text, at, kept, sink);
        kept = 0;
        let mut buffer = [0; 8];
        sink.replace(text.get(at..at + piece.len).unwrap_or_default(), piece.write(&mut buffer));
        if sink.is_done() {
            return;
        }
    }
    tell_kept(text, text.len(), kept, sink);
}

/// Counts what these rules change in `text`.
pub(crate) fn count(options: &NormalizeOptions, text: &str, changes: &mut Changes) {
    let (mut rest, mut before) = (text, None);
    while let Some(piece) = first_piece(options, before, rest.chars()) {
        rest = rest.get(piece.len..).unwrap_or_default();
        before = Some(piece.result);
        piece.rule.into_iter().for_each(|rule| changes.count(rule));
    }
}

fn tell_kept<S: Sink>(text: &str, end: usize, kept: usize, sink: &mut S) {
    if kept > 0 {
        sink.keep(text.get(end - kept..end).unwrap_or_default());
    }
}

/// The first piece of a text that comes behind `before` in the result.
pub(crate) fn first_piece(
    options: &NormalizeOptions,
    before: Option<char>,
    mut text: impl Iterator<Item = char> + Clone,
) -> Option<Piece> {
    let first = text.next()?;
    let single = Piece { chars: 1, len: first.len_utf8(), result: first, first: None, rule: None };
    Some(match first {
        _ if options.whitespace == Whitespace::Collapse && is_blank(first) => {
            collapsed(single, text)
        }
        ',' | ';' | '?' if options.punctuation == Punctuation::Arabic => {
            let result = arabic_mark(first, before, text.next());
            Piece { result, rule: (result != first).then_some(Rule::Punctuation), ..single }
        }
        _ if is_letter(first) && first != TATWEEL => letter(single, options, before, text),
        _ => single,
    })
}

/// Whether the start of a text says what becomes of its first piece, whatever follows.
pub(crate) fn is_enough(options: &NormalizeOptions, start: &VecDeque<char>) -> bool {
    let Some(&first) = start.front() else { return false };
    let mut rest = start.iter().copied().peekable();
    if options.whitespace == Whitespace::Collapse && is_blank(first) {
        while rest.next_if(|c| is_blank(*c)).is_some() {}
    } else if options.elongation != Elongation::Keep && is_letter(first) && first != TATWEEL {
        while rest.next_if_eq(&first).is_some() {}
        while rest.next_if(|c| first == ALEF_MAKSURA && *c == YEH).is_some() {}
    } else {
        rest.next();
    }
    rest.next().is_some()
}

impl Piece {
    /// What it becomes.
    fn write<'b>(&self, buffer: &'b mut [u8; 8]) -> &'b str {
        let mut len = 0;
        for c in self.first.into_iter().chain([self.result]) {
            let room = buffer.get_mut(len..).unwrap_or_default();
            len += c.encode_utf8(room).len();
        }
        buffer.get(..len).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

/// What a run that collapses is made of.
const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t')
}

/// A run of spaces and tabs as one space.
fn collapsed(first: Piece, rest: impl Iterator<Item = char>) -> Piece {
    let more = rest.take_while(|c| is_blank(*c)).count();
    let (chars, len) = (1 + more, first.len + more); // spaces and tabs are a byte each
    let is_changed = chars > 1 || first.result != ' ';
    let rule = is_changed.then_some(Rule::Whitespace);
    Piece { chars, len, result: ' ', rule, ..first }
}

/// The Arabic form of an ASCII mark that stands in Arabic text.
fn arabic_mark(mark: char, before: Option<char>, after: Option<char>) -> char {
    let is_arabic =
        before.is_some_and(|c| is_word_char(c) || (is_digit(c) && !c.is_ascii()) || c == '»');
    match mark {
        ',' if is_arabic && !after.is_some_and(is_digit) => '\u{060C}', // ARABIC COMMA
        ';' if is_arabic => '\u{061B}',                                 // ARABIC SEMICOLON
        // Inside a word it stands for a letter that some program did not know.
        '?' if is_arabic && !after.is_some_and(is_word_char) => '\u{061F}', // ARABIC QUESTION MARK
        _ => mark,
    }
}

/// A letter, with those that repeat it.
fn letter(
    first: Piece,
    options: &NormalizeOptions,
    before: Option<char>,
    mut rest: impl Iterator<Item = char> + Clone,
) -> Piece {
    let mut piece = first;
    let more = repetitions(first.result, options, rest.clone());
    if more >= 2 {
        rest.by_ref().take(more).for_each(drop);
        let is_god = first.result == LAM && rest.clone().next() == Some(HEH);
        piece.chars += more;
        piece.len += more * first.len;
        let is_twice = options.elongation == Elongation::ToTwo || is_god;
        piece.first = is_twice.then_some(first.result);
        piece.rule = Some(Rule::Elongation);
    }
    let ends = |c: Option<char>| !c.is_some_and(goes_on);
    let before = piece.first.or(before);
    if is_yeh(piece.result, options) && before.is_some_and(is_word_char) && ends(rest.next()) {
        piece.result = ALEF_MAKSURA;
        piece.rule = piece.rule.or(Some(Rule::AlefMaksura));
    }
    piece
}

/// How many letters behind `first` repeat it. A yeh that will become ى repeats ى.
fn repetitions(
    first: char,
    options: &NormalizeOptions,
    rest: impl Iterator<Item = char> + Clone,
) -> usize {
    if options.elongation == Elongation::Keep {
        return 0;
    }
    let same = rest.clone().take_while(|c| *c == first).count();
    if first != ALEF_MAKSURA {
        return same;
    }
    let mut behind = rest.skip(same);
    let yehs = behind.clone().take_while(|c| is_yeh(*c, options)).count();
    let is_one = yehs == 1 || (yehs > 2 && options.elongation == Elongation::ToOne);
    let is_final = !behind.nth(yehs).is_some_and(goes_on);
    // What the ones behind `first` leave is two of them, or is shortened to two, and one more.
    let makes_three = same == 1 || (same > 1 && options.elongation == Elongation::ToTwo);
    if is_one && is_final && makes_three { same + yehs } else { same }
}

/// Whether `c` becomes ى at the end of a word of more than itself.
fn is_yeh(c: char, options: &NormalizeOptions) -> bool {
    options.alef_maksura == AlefMaksura::FromFinalYeh && c == YEH
}

/// Whether a word goes on with `c`.
fn goes_on(c: char) -> bool {
    is_word_char(c) || c == ZWNJ
}
