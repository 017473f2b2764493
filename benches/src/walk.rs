//! The bar for finding names: an `fst` of the folded names, walked from each word of the folded text.
//!
//! The text is folded and cut as a whole, which is the fastest way there is. The longest name at each
//! place counts; edges of words are kept. What is found is not the same in the last detail: a mark
//! between two words is not seen, and «لل» is not read as ل and an article.

use fst::raw::{Fst, Output};
use qawl_normalize::{Normalizer, Profile};

/// The list, as an automaton.
#[expect(missing_debug_implementations, reason = "an `Fst` has no `Debug`")]
pub struct Walk {
    names: Fst<Vec<u8>>,
    fold: Normalizer,
    /// Whether names are sought behind proclitics too.
    clitics: bool,
}

/// The words of a name, folded, with a space between two.
#[must_use]
pub fn folded_words(fold: &Normalizer, name: &str) -> String {
    let folded = fold.normalize(name);
    let words: Vec<_> = qawl_tokenize::words(&folded).filter_map(|w| w.span.get(&folded)).collect();
    words.join(" ")
}

impl Walk {
    /// Of `names`, folded, sorted and without duplicates.
    #[must_use]
    pub fn new(names: &[String], clitics: bool) -> Self {
        let map = fst::Set::from_iter(names).unwrap().into_fst();
        let names = Fst::new(map.as_bytes().to_vec()).unwrap();
        Self { names, fold: Profile::SEARCH.normalizer(), clitics }
    }

    /// How many names stand in `text`.
    #[must_use]
    pub fn count(&self, text: &str) -> usize {
        let mut folded = String::new();
        self.fold.normalize_into(text, &mut folded);
        let words: Vec<&[u8]> = qawl_tokenize::words(&folded)
            .filter_map(|w| folded.as_bytes().get(w.span.range()))
            .collect();
        let (mut at, mut found) = (0, 0);
        while at < words.len() {
            let longest = self.longest(&words[at..]);
            found += usize::from(longest > 0);
            at += longest.max(1);
        }
        found
    }

    /// How many words the longest name at the first of `words` takes.
    fn longest(&self, words: &[&[u8]]) -> usize {
        let mut longest = self.walk(words[0], &words[1..]);
        if self.clitics {
            let behind = strip(words[0], &["و", "ف"]);
            let mut read = |rest| longest = longest.max(self.walk(rest, &words[1..]));
            behind.iter().for_each(|&rest| read(rest));
            strip(words[0], PREPOSITIONS).into_iter().for_each(&mut read);
            behind.and_then(|rest| strip(rest, PREPOSITIONS)).into_iter().for_each(&mut read);
        }
        longest
    }

    fn walk(&self, first: &[u8], others: &[&[u8]]) -> usize {
        let (mut node, mut output) = (self.names.root(), Output::zero());
        let mut longest = 0;
        for (count, word) in std::iter::once(&first).chain(others).enumerate() {
            let space: &[u8] = if count > 0 { b" " } else { b"" };
            for &byte in space.iter().chain(*word) {
                let Some(index) = node.find_input(byte) else { return longest };
                let transition = node.transition(index);
                output = output.cat(transition.out);
                node = self.names.node(transition.addr);
            }
            if node.is_final() {
                longest = count + 1;
            }
        }
        longest
    }
}

const PREPOSITIONS: &[&str] = &["ب", "ل", "ك"];

/// The rest of a word behind one of `letters`, if there is any.
fn strip<'w>(word: &'w [u8], letters: &[&str]) -> Option<&'w [u8]> {
    let rest = letters.iter().find_map(|letter| word.strip_prefix(letter.as_bytes()))?;
    (!rest.is_empty()).then_some(rest)
}
