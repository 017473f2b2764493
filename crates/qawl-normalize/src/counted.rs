//! A sink that counts which rule changed how much.

#[cfg(feature = "simd")]
use crate::blocks::Batch;
use crate::cluster::Letters;
use crate::rules::{Before, Rules};
use crate::sink::Sink;
#[cfg(not(feature = "simd"))]
use crate::windows::Window;
use crate::{Changes, Rule};

/// Counts which rule changed how much.
#[derive(Debug)]
pub(crate) struct Counted<'r> {
    rules: &'r Rules,
    changes: Changes,
    before: Before,
}

impl<'r> Counted<'r> {
    pub(crate) fn new(rules: &'r Rules) -> Self {
        Self { rules, changes: Changes::default(), before: Before::default() }
    }

    pub(crate) const fn changes(&self) -> Changes {
        self.changes
    }

    /// Counts what happened to each character by itself, and answers what it became by that.
    fn singly(&mut self, source: &str) -> Letters {
        let mut letters = Letters::new();
        let mut before = self.before;
        for c in source.chars() {
            self.rules.told_by(c, before, &mut |rule| self.changes.count(rule));
            self.rules.map(c, &mut before, &mut letters);
        }
        letters
    }

    /// What happened to characters together: they became `result` and not `letters`.
    fn together(&mut self, letters: &[char], result: &str) {
        if letters.iter().copied().eq(result.chars()) {
            return;
        }
        self.changes.count(match letters {
            [sign] if self.rules.is_number_sign(*sign) => Rule::NumberSigns,
            _ if result.is_empty() => Rule::Marks, // a combining hamza that found no letter
            _ => Rule::Compose,
        });
    }
}

impl Sink for Counted<'_> {
    fn keep(&mut self, text: &str) {
        let last = text.chars().next_back();
        self.before = Before { result: last, letter: last };
    }

    fn replace(&mut self, source: &str, result: &str) {
        let letters = self.singly(source);
        self.together(&letters, result);
        let (last, letter) = (result.chars().next_back(), source.chars().next_back());
        self.before = Before { result: last, letter };
    }

    fn delete(&mut self, source: &str) {
        let letters = self.singly(source);
        self.together(&letters, "");
    }

    #[cfg(feature = "simd")]
    fn batch(&mut self, _source: &str, _batch: &Batch) {
        debug_assert!(false, "changes are counted a character at a time");
    }

    #[cfg(not(feature = "simd"))]
    fn window(&mut self, _rules: &Rules, _source: &str, _window: &Window<'_>) {
        debug_assert!(false, "changes are counted a character at a time");
    }
}
