//! People among the names of a text: composed of parts, or called by their family names alone.

use std::cmp::Reverse;

use qawl_core::{Span, entity};

use crate::clitic_span;
use crate::compose::{Composer, Listed};
use crate::found::{Chosen, Match};
use crate::search::{Best, Candidate, FindIter};

/// How many people are remembered by their family names: as many as an article has.
const MOST_FAMILIES: usize = 64;

/// What a search knows of people.
#[derive(Clone, Debug, Default)]
pub(crate) struct People {
    /// Where the last match ends, or the last name that was read and refused: no name is composed of
    /// anything before.
    passed: usize,
    /// The people found so far by the hashes of their last words: behind «فهد الحربي», «الحربي» is he.
    families: Vec<(u64, Chosen)>,
    /// Whether only names that the list holds are sought.
    are_left_out: bool,
}

impl People {
    /// Notes that a name of another list ends at byte `end`.
    pub(crate) fn pass(&mut self, end: usize) {
        self.passed = self.passed.max(end);
    }
}

impl<'g, 'a, D> FindIter<'g, 'a, D> {
    /// Whether people are composed: where the list says of what, and they are sought.
    pub(crate) fn composes(&self) -> bool {
        let is_sought = || self.left_out.as_ref().is_none_or(|out| !out.has_kind(entity::PERSON));
        self.file.composes() && !self.people.are_left_out && is_sought()
    }

    /// The same search, composing none.
    pub(crate) const fn without_people(mut self) -> Self {
        self.people.are_left_out = true;
        self
    }

    /// The person whom no list holds and who begins at the current piece, if that is better than the `best`
    /// that a list found.
    pub(crate) fn compose(
        &mut self,
        candidates: &[Candidate],
        best: Option<Best<'g, 'a>>,
    ) -> Option<Best<'g, 'a>> {
        let here = self.window.seen(0)?.piece.span.start();
        if here < self.people.passed {
            return best;
        }
        let listed = best.as_ref().map(Listed::of);
        let cuts = candidates.iter().filter(|c| c.pieces == 1).map(|c| c.cut);
        let composer = Composer::new(self.sieve, &self.people.families);
        let Some(person) = composer.person(&mut self.window, cuts, listed) else { return best };
        let end = self.window.seen(person.pieces - 1)?.piece.span.end();
        if person.is_refused {
            self.people.passed = end;
            return None;
        }
        let (clitics, start) = clitic_span::split(&mut self.window, person.cut)?;
        let earlier = self.window.behind(person.back).map(|piece| piece.span.start());
        let earlier = earlier.filter(|&at| person.back > 0 && at >= self.people.passed);
        let span = Span::new(earlier.unwrap_or(start), end);
        let known = person.known.and_then(|known| self.people.families.get(known));
        let chosen = known.map_or(Chosen::Composed(span), |(_, chosen)| chosen.clone());
        let (first, back) = earlier.map_or((here, 0), |at| (at, person.back));
        let found = Match::new(self.file, self.window.text(), span, clitics, chosen)
            .taking(first, person.pieces + back);
        // The words before are taken only if no name is found there.
        let order = (here, Reverse(person.pieces), person.cut.order(), 0);
        Some(Best { found, cut: person.cut, pieces: person.pieces, order })
    }

    /// Notes a match for those that follow.
    pub(crate) fn remember(&mut self, best: &Best<'g, 'a>) {
        self.people.passed = best.found.span().end();
        let last = self.window.seen(best.pieces - 1).map(|place| place.hashed.hash);
        if best.pieces > 1 && best.found.is_person() {
            let families = &mut self.people.families;
            let is_new = |last: &u64| families.iter().all(|(known, _)| known != last);
            let new = last.filter(is_new).map(|last| (last, best.found.chosen()));
            if new.is_some() && families.len() == MOST_FAMILIES {
                families.remove(0);
            }
            families.extend(new);
        }
    }
}
