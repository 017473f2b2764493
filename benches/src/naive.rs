//! The loop anyone would write instead of [`Profile::NLP`]: the bar to clear. And beside it the
//! fastest one that we could write: how much of the way is not ours.
//!
//! It folds the same but for what needs more than one character: it does not compose, does not undo
//! presentation forms, and deletes the joiner in an emoji.

use qawl_normalize::Profile;

/// One list of what changes, as two functions.
macro_rules! folds {
    ($c:ident: common { $($common:tt)* } rare { $($rare:tt)* }) => {
        /// What becomes of one character, in one `match`.
        #[inline]
        #[must_use]
        pub const fn fold_char($c: char) -> Option<char> {
            match $c {
                $($common)*
                $($rare)*
                _ => Some($c),
            }
        }

        /// The same for whoever measures: the many letters and marks apart from the rare ones, with
        /// which the loop takes little more than half of the time.
        #[inline]
        #[must_use]
        pub const fn fold_char_tuned($c: char) -> Option<char> {
            match $c {
                ' '..='~' | '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}' => Some($c),
                $($common)*
                _ => fold_rare($c),
            }
        }

        /// Never inlined, so that the loop stays small.
        #[inline(never)]
        const fn fold_rare($c: char) -> Option<char> {
            match $c {
                $($rare)*
                _ => Some($c),
            }
        }
    };
}

folds! {
    c:
    common {
        // Harakat, SHADDA and TATWEEL.
        '\u{064B}'..='\u{0652}' | '\u{0640}' => None,
    }
    rare {
        // SUPERSCRIPT ALEF and the other marks but MADDAH ABOVE, HAMZA ABOVE and HAMZA BELOW.
        '\u{0670}'
        | '\u{0610}'..='\u{061A}'
        | '\u{0656}'..='\u{065F}'
        | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E4}'
        | '\u{06E7}'
        | '\u{06E8}'
        | '\u{06EA}'..='\u{06ED}'
        | '\u{0897}'..='\u{089F}'
        | '\u{08CA}'..='\u{08E1}'
        | '\u{08E3}'..='\u{08FF}'
        | '\u{10EFA}'..='\u{10EFF}' => None,
        // Controls and the two joiners.
        '\u{00AD}'
        | '\u{061C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'
        | '\u{2066}'..='\u{206F}'
        | '\u{FEFF}' => None,
        // Persian and Urdu letters.
        '\u{06CC}' | '\u{06D2}' => Some('\u{064A}'), // FARSI YEH, YEH BARREE
        '\u{06D3}' => Some('\u{0626}'),              // YEH BARREE WITH HAMZA ABOVE
        '\u{06A9}' => Some('\u{0643}'),              // KEHEH
        '\u{06BE}' | '\u{06C1}' | '\u{06D5}' => Some('\u{0647}'), // HEH DOACHASHMEE, HEH GOAL, AE
        '\u{06C3}' => Some('\u{0629}'),              // TEH MARBUTA GOAL
    }
}

/// Into a `String` of its own.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::new();
    fold_into(text, &mut out);
    out
}

/// Over what `out` held; its capacity is used again.
pub fn fold_into(text: &str, out: &mut String) {
    write(text, out, fold_char);
}

/// The same with the tuned fold.
pub fn fold_tuned_into(text: &str, out: &mut String) {
    write(text, out, fold_char_tuned);
}

#[inline(always)]
fn write(text: &str, out: &mut String, fold: impl Fn(char) -> Option<char>) {
    out.clear();
    out.reserve(text.len());
    for c in text.chars() {
        if let Some(c) = fold(c) {
            out.push(c);
        }
    }
}

/// The same with the tuned fold, and what stays copied in one piece.
pub fn fold_runs_into(text: &str, out: &mut String) {
    out.clear();
    out.reserve(text.len());
    let mut rest = text;
    while let Some((at, c)) = rest.char_indices().find(|&(_, c)| fold_char_tuned(c) != Some(c)) {
        let (kept, after) = rest.split_at(at);
        out.push_str(kept);
        if let Some(c) = fold_char_tuned(c) {
            out.push(c);
        }
        rest = after.get(c.len_utf8()..).unwrap_or_default();
    }
    out.push_str(rest);
}

/// Compares the loops with ours on every line of `text` that they fold the same.
///
/// # Panics
/// Where a line differs, and where most of `text` could not be compared.
pub fn assert_same_fold(text: &str) {
    let nlp = Profile::NLP.normalizer();
    let (mut compared, mut by_runs) = (0, String::new());
    for line in text.split_inclusive('\n').filter(|line| line.chars().all(is_simple)) {
        fold_runs_into(line, &mut by_runs);
        assert_eq!(fold(line), nlp.normalize(line), "the naive loop folds otherwise");
        assert_eq!(by_runs, nlp.normalize(line), "the naive loop by runs folds otherwise");
        compared += line.len();
    }
    assert!(2 * compared > text.len(), "only {compared} of {} bytes are simple", text.len());
}

/// Whether what becomes of `c` depends on no neighbour, and the loops above know it.
const fn is_simple(c: char) -> bool {
    // The marks and two letters with a hamza compose; a joiner may be part of an emoji.
    !matches!(c, '\u{0653}'..='\u{0655}' | '\u{06C0}' | '\u{06C2}' | '\u{200D}')
        && matches!(c,
            '\0'..='\u{02FF}'
            | '\u{0600}'..='\u{06FF}'
            | '\u{200B}'..='\u{206F}'
            | '\u{2600}'..='\u{27BF}' | '\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tuned_fold_is_the_same_fold() {
        for c in '\0'..=char::MAX {
            assert_eq!(fold_char_tuned(c), fold_char(c), "{c:?}");
        }
    }
}
