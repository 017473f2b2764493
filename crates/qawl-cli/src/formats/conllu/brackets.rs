//! Spans over words, as CorefUD writes them (<https://ufal.mff.cuni.cz/corefud>): where one begins stands
//! `(label`, where it ends `label)`, and `(label)` on a word that is all of it.

use std::cmp::Reverse;
use std::fmt::Write;

use qawl::Span;

/// The spans of one kind, in words.
#[derive(Debug)]
pub(crate) struct Brackets {
    name: &'static str,
    /// In order of their first words, the longer first.
    opening: Vec<Bracket>,
    /// Their places there in order of their last words, those that open last first, so that brackets nest where
    /// spans do.
    closing: Vec<usize>,
}

/// A span from its first word to its last, and what is written at either.
#[derive(Debug)]
struct Bracket {
    first: usize,
    last: usize,
    open: String,
    close: String,
}

impl Brackets {
    /// Puts spans on the words, which stand in order; those that no word touches are left out. Each span has its
    /// label, and what else is told of it where it opens.
    pub(crate) fn new(
        name: &'static str,
        words: &[Span],
        spans: impl IntoIterator<Item = (Span, String, Option<String>)>,
    ) -> Self {
        let mut opening: Vec<_> = spans
            .into_iter()
            .filter_map(|(span, label, more)| {
                let first = words.partition_point(|word| word.end() <= span.start());
                let behind = words.partition_point(|word| word.start() < span.end());
                let last = behind.checked_sub(1).filter(|&last| first <= last)?;
                let open = more.map_or_else(|| label.clone(), |more| format!("{label}-{more}"));
                Some(Bracket { first, last, open, close: label })
            })
            .collect();
        opening.sort_by_key(|bracket| (bracket.first, Reverse(bracket.last)));
        let mut closing: Vec<_> = (0..opening.len()).rev().collect();
        closing.sort_by_key(|&at| opening.get(at).map(|bracket| bracket.last));
        Self { name, opening, closing }
    }

    /// Adds what stands at a word, if anything does, to its last column.
    pub(crate) fn write(&self, word: usize, misc: &mut String) {
        let opening = at(&self.opening, word, |bracket| bracket.first);
        let closing =
            at(&self.closing, word, |&place| self.opening.get(place).map_or(0, |b| b.last));
        let ends = closing.iter().filter_map(|&place| self.opening.get(place));
        let ends = ends.filter(|bracket| bracket.first < word);
        let mut brackets: String = ends.map(|bracket| format!("{})", bracket.close)).collect();
        for bracket in opening {
            let end = if bracket.last == word { ")" } else { "" };
            // Writing into a string does not fail.
            let _ = write!(brackets, "({}{end}", bracket.open);
        }
        if !brackets.is_empty() {
            let bar = if misc.is_empty() { "" } else { "|" };
            let _ = write!(misc, "{bar}{}={brackets}", self.name);
        }
    }
}

/// The stretch of what is in order of its word, at one.
fn at<T>(ordered: &[T], word: usize, of: impl Fn(&T) -> usize) -> &[T] {
    let start = ordered.partition_point(|one| of(one) < word);
    let rest = ordered.get(start..).unwrap_or_default();
    rest.get(..rest.partition_point(|one| of(one) == word)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(spans: &[(usize, usize)]) -> Vec<String> {
        let words = [(0, 2), (2, 4), (5, 7), (8, 9)].map(|(start, end)| Span::new(start, end));
        let spans = (1..).zip(spans);
        let spans = spans.map(|(n, &(start, end))| (Span::new(start, end), format!("{n}"), None));
        let brackets = Brackets::new("X", &words, spans);
        let write = |word| {
            let mut misc = String::new();
            brackets.write(word, &mut misc);
            misc
        };
        (0..words.len()).map(write).collect()
    }

    #[test]
    fn brackets_nest_as_spans_do() {
        assert_eq!(written(&[(0, 7), (2, 7), (8, 9)]), ["X=(1", "X=(2", "X=2)1)", "X=(3)"]);
        assert_eq!(written(&[(0, 4), (5, 9)]), ["X=(1", "X=1)", "X=(2", "X=2)"]);
    }

    /// A span that begins within a word takes the whole of it, one between words takes none.
    #[test]
    fn a_part_of_a_word_is_the_word() {
        assert_eq!(written(&[(1, 3), (7, 8)]), ["X=(1", "X=1)", "", ""]);
    }
}
