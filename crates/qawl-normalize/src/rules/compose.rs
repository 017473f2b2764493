//! Canonical composition, with the folds applied to every letter it makes.
//!
//! Composing and folding are one pass because each makes work for the other: آ folded to ا may
//! take a hamza that follows, and the أ this makes is to be folded too.

use unicode_normalization::char::{canonical_combining_class, compose, decompose_canonical};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::Rules;
use crate::cluster::Letters;

/// Whether nothing before `c` can compose with it or change places with a part of it. What matters
/// is the first part of `c`: U+212B ANGSTROM SIGN, which is always rewritten, begins with A.
pub(super) fn is_boundary(c: char) -> bool {
    match c {
        // Below the combining marks, and the everyday punctuation U+2010..=U+2027.
        ..'\u{0300}' | '\u{2010}'..='\u{2027}' => true,
        '\u{0600}'..='\u{06FF}' => !qawl_core::letters::is_mark(c),
        _ => {
            let first = first_part(c);
            canonical_combining_class(first) == 0 && is_composed(&[first])
        }
    }
}

/// Whether `c` begins a cluster and, alone in it, stays as it is.
pub(super) fn is_inert(c: char) -> bool {
    is_boundary(c) && is_composed(&[c])
}

/// The first character of the canonical decomposition.
fn first_part(c: char) -> char {
    let mut first = None;
    decompose_canonical(c, |part| {
        first.get_or_insert(part);
    });
    first.unwrap_or(c)
}

/// Whether composition surely changes nothing.
pub(crate) fn is_composed(chars: &[char]) -> bool {
    is_nfc_quick(chars.iter().copied()) == IsNormalized::Yes
}

/// Writes the composed form of `chars` behind `out`, which is empty.
pub(crate) fn write(chars: &[char], rules: &Rules, out: &mut Letters) {
    let mut composer = Composer { starter: None, last_class: 0, out };
    for c in chars.iter().copied().nfd() {
        composer.push(rules.fold(c), rules);
    }
}

struct Composer<'o> {
    /// Where the last character of class 0 stands.
    starter: Option<usize>,
    /// The class of the last character written.
    last_class: u8,
    out: &'o mut Letters,
}

impl Composer<'_> {
    fn push(&mut self, c: char, rules: &Rules) {
        let class = canonical_combining_class(c);
        if let Some((base, joined)) = self.joined(c, class) {
            *base = rules.fold(joined);
            return;
        }
        if rules.deletes_leftover(c) {
            return;
        }
        if class == 0 {
            self.starter = Some(self.out.len());
        }
        self.last_class = class;
        self.out.push(c);
    }

    /// The starter that `c` composes with, and what they become.
    fn joined(&mut self, c: char, class: u8) -> Option<(&mut char, char)> {
        let starter = self.starter?;
        let adjacent = starter + 1 == self.out.len();
        if !adjacent && self.last_class >= class {
            return None;
        }
        let base = self.out.get_mut(starter)?;
        let joined = pair(*base, c)?;
        Some((base, joined))
    }
}

/// Whether `mark` becomes one with `base`.
pub(super) fn joins(base: char, mark: char) -> bool {
    pair(base, mark).is_some()
}

/// The composed form of two characters.
fn pair(base: char, mark: char) -> Option<char> {
    match (base, mark) {
        // Unicode composes only YEH with HAMZA ABOVE. Text typed on an Egyptian or a Persian
        // keyboard has ALEF MAKSURA or FARSI YEH there, and means the same letter.
        ('\u{0649}' | '\u{06CC}', '\u{0654}') => Some('\u{0626}'),
        _ => compose(base, mark),
    }
}
