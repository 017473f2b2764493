//! People that no list holds, composed of the parts that it does: «محمد بن سلمان», «أبو مازن», «السيد عون».
//!
//! What words can be is data: entries of types that a rule calls a [`Part`](crate::Part). How they follow
//! one another is decided here.

mod before;
mod chain;
mod particle;
mod unit;
mod word;

use crate::clitic::Cut;
use crate::found::Chosen;
use crate::hash;
use crate::part::Part;
use crate::search::Best;
use crate::sieve::Sieve;
use crate::window::Window;

use before::{Before, before};
use chain::Chain;
use word::Words;

/// The longest name, in words: «محمد بن نايف بن عبد العزيز آل سعود» has eight.
const LONGEST: usize = 10;

/// A person whose name begins at the current piece, or before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Person {
    pub(crate) cut: Cut,
    pub(crate) pieces: usize,
    /// Words before the current piece that belong to it.
    pub(crate) back: usize,
    /// Whether the words before say that no person is meant: «شارع محمد علي» (Muhammad Ali Street).
    pub(crate) is_refused: bool,
    /// The number of the person named before, if this is but a family name.
    pub(crate) known: Option<usize>,
}

/// What a list found at the current piece.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed {
    pub(crate) cut: Cut,
    pub(crate) pieces: usize,
    pub(crate) is_person: bool,
}

impl Listed {
    pub(crate) fn of(best: &Best<'_, '_>) -> Self {
        Self { cut: best.cut, pieces: best.pieces, is_person: best.found.is_person() }
    }
}

/// What people are composed of.
#[derive(Clone, Copy)]
pub(crate) struct Composer<'g, 'f> {
    sieve: Sieve<'g>,
    /// The people that the text named so far, by the hashes of their last words.
    families: &'f [(u64, Chosen)],
}

impl<'g, 'f> Composer<'g, 'f> {
    pub(crate) const fn new(sieve: Sieve<'g>, families: &'f [(u64, Chosen)]) -> Self {
        Self { sieve, families }
    }

    /// The person whose name begins at the current piece, read with the first of `cuts` that makes one;
    /// `None` where none begins, or where what is `listed` there is better.
    pub(crate) fn person(
        self,
        window: &mut Window<'g, '_>,
        cuts: impl Iterator<Item = Cut>,
        listed: Option<Listed>,
    ) -> Option<Person> {
        let whole = listed.filter(|listed| listed.is_person);
        if let Some(Listed { cut, pieces, .. }) = whole
            && before(&mut self.words(window, cut)) == Before::Refused
        {
            return Some(Person { cut, pieces, back: 0, is_refused: true, known: None });
        }
        let cuts = whole.map(|listed| listed.cut).into_iter().chain(cuts);
        let person = cuts.into_iter().find_map(|cut| {
            let pieces = whole.filter(|whole| whole.cut == cut).map(|whole| whole.pieces);
            self.read(&mut self.words(window, cut), pieces)
        })?;
        listed.is_none_or(|listed| listed.pieces < person.pieces).then_some(person)
    }

    /// The person whose name the first of `words` begins; there a list holds one of `whole` words.
    fn read(self, words: &mut Words<'_, 'g, '_>, whole: Option<usize>) -> Option<Person> {
        // All names but those of the list begin with a name or a particle: most words are done with here.
        if whole.is_none() && !words.may_begin() {
            return None;
        }
        let Some((chain, before)) = Chain::read(words, whole) else {
            return self.family(words);
        };
        let (cut, pieces) = (words.cut(), chain.pieces());
        let back = if chain.lacks_given() { words.given_behind() } else { 0 };
        let is_refused = before == Before::Refused || back > 0 && words.refuses(back + 1);
        Some(Person { cut, pieces, back, is_refused, known: None })
    }

    /// A lone family name, if the text named someone of that name before.
    fn family(self, words: &mut Words<'_, 'g, '_>) -> Option<Person> {
        let word = words.first()?.clone();
        if !word.roles.is_plain(Part::Family) || word.roles.has(Part::Title) {
            return None;
        }
        let hash = hash::word(&word.text);
        let known = self.families.iter().position(|&(family, _)| family == hash)?;
        // «عبد العزيز» may stand in two words.
        let is_rest = words.behind(1).is_some_and(|word| words.reads_as(&word, Part::Particle));
        let (cut, known) = (words.cut(), Some(known));
        (!is_rest).then_some(Person { cut, pieces: 1, back: 0, is_refused: false, known })
    }

    fn words<'w, 'a>(self, window: &'w mut Window<'g, 'a>, cut: Cut) -> Words<'w, 'g, 'a> {
        Words::new(self.sieve, window, cut)
    }
}

#[cfg(test)]
mod tests;
