//! Matches by a policy.

use std::fmt;
use std::iter::FusedIterator;

use crate::found::Match;
use crate::policy::Policy;
use crate::search::FindIter;

/// The matches in a text by a policy; see [`Search::find_iter`](crate::Search::find_iter).
pub struct SearchIter<'g, 'a, D> {
    names: FindIter<'g, 'a, D>,
    policy: Policy,
    /// How many matches may still come.
    left: usize,
    /// What is left to report of a stretch of matches, turned round: the next one stands at the end.
    stretch: Vec<Match<'g, 'a>>,
}

impl<'g, 'a, D> SearchIter<'g, 'a, D> {
    pub(crate) const fn new(names: FindIter<'g, 'a, D>, policy: Policy, limit: usize) -> Self {
        Self { names, policy, left: limit, stretch: Vec::new() }
    }

    /// The whole text that is searched.
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.names.text()
    }

    fn next_by_policy(&mut self) -> Option<Match<'g, 'a>> {
        if self.policy == Policy::LeftmostLongest {
            return self.names.next();
        }
        if self.stretch.is_empty() {
            self.collect_stretch();
            self.policy.reduce(&mut self.stretch);
            self.stretch.reverse();
        }
        self.stretch.pop()
    }

    /// Takes every match up to where none reaches on, so that nothing behind can overlap one of them.
    fn collect_stretch(&mut self) {
        let mut end = 0;
        while let Some(start) = self.names.seek()
            && (self.stretch.is_empty() || start < end)
        {
            let known = self.stretch.len();
            self.names.find_here(&mut self.stretch);
            let new = self.stretch.iter().skip(known);
            end = new.map(|found| found.whole().end()).fold(end, usize::max);
        }
    }
}

impl<'g, 'a, D> Iterator for SearchIter<'g, 'a, D> {
    type Item = Match<'g, 'a>;

    fn next(&mut self) -> Option<Match<'g, 'a>> {
        self.left = self.left.checked_sub(1)?;
        self.next_by_policy()
    }
}

impl<D> FusedIterator for SearchIter<'_, '_, D> {}

impl<D> Clone for SearchIter<'_, '_, D> {
    fn clone(&self) -> Self {
        let (names, stretch) = (self.names.clone(), self.stretch.clone());
        Self { names, stretch, ..*self }
    }
}

impl<D> fmt::Debug for SearchIter<'_, '_, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SearchIter")
            .field("names", &self.names)
            .field("policy", &self.policy)
            .field("left", &self.left)
            .finish_non_exhaustive()
    }
}
