//! Names in running text.

use std::cmp::Reverse;
use std::fmt;
use std::iter::FusedIterator;
use std::marker::PhantomData;
use std::sync::Arc;

use crate::clitic::{Cut, cuts};
use crate::clitic_span;
use crate::context::Context;
use crate::file::File;
use crate::filter::Marks;
use crate::fold::Fold;
use crate::found::{Chosen, Match};
use crate::hash;
use crate::inner;
use crate::layers::Layer;
use crate::left_out::LeftOut;
use crate::people::People;
use crate::sieve::Sieve;
use crate::spelling::{is_exact, is_folded};
use crate::table::Target;
use crate::whole::is_whole;
use crate::window::{Place, Window};

/// The names in a text; see [`Gazetteer::find_iter`](crate::Gazetteer::find_iter).
pub struct FindIter<'g, 'a, D> {
    pub(crate) file: File<'g>,
    pub(crate) sieve: Sieve<'g>,
    pub(crate) window: Window<'g, 'a>,
    /// The names that may begin at the current piece; kept for its memory.
    candidates: Vec<Candidate>,
    /// The current piece, folded; kept for its memory.
    word: String,
    pub(crate) left_out: Option<Arc<LeftOut>>,
    /// What lists above this one make of it.
    layer: Option<Layer<'g>>,
    pub(crate) people: People,
    /// The gazetteer is borrowed, not only its bytes.
    gazetteer: PhantomData<&'g D>,
}

/// A name that the text seems to spell.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub(crate) cut: Cut,
    pub(crate) pieces: usize,
    pub(crate) target: Target,
    /// Which later words stand behind a clitic, as bits; see [`inner`].
    pub(crate) inner: u32,
}

/// A match that begins at the current piece.
#[derive(Debug)]
pub(crate) struct Best<'g, 'a> {
    pub(crate) found: Match<'g, 'a>,
    pub(crate) cut: Cut,
    pub(crate) pieces: usize,
    /// Of several matches the one that is less comes first: from the left, then most pieces, then
    /// fewest clitics.
    pub(crate) order: (usize, Reverse<usize>, [usize; 3], u32),
}

impl<'g, 'a, D> FindIter<'g, 'a, D> {
    pub(crate) fn new(file: File<'g>, fold: &'g Fold, text: &'a str) -> Self {
        Self {
            file,
            sieve: file.sieve(),
            window: Window::new(text, fold, file.sieve()),
            candidates: Vec::new(),
            word: String::new(),
            left_out: None,
            layer: None,
            people: People::default(),
            gazetteer: PhantomData,
        }
    }

    /// The same, passing over some entries.
    pub(crate) fn without(self, left_out: Option<Arc<LeftOut>>) -> Self {
        Self { left_out, ..self }
    }

    /// Where the next piece starts, the current one included, with which a name may begin.
    pub(crate) fn seek(&mut self) -> Option<usize> {
        self.window.seek().map(|first| first.piece.span.start())
    }

    /// Adds every match that begins at the current piece, of several that take the same pieces the
    /// preferred one first, and moves on by one piece.
    pub(crate) fn find_here(&mut self, matches: &mut Vec<Match<'g, 'a>>) {
        let Some(first) = self.window.seen(0) else { return };
        self.collect_candidates(first);
        let mut candidates = std::mem::take(&mut self.candidates);
        matches
            .extend(candidates.iter().filter_map(|&candidate| Some(self.accept(candidate)?.found)));
        candidates.clear();
        self.candidates = candidates;
        self.window.advance(1);
    }

    /// The same search in a list that has others above it.
    pub(crate) fn below(self, layer: Layer<'g>) -> Self {
        Self { layer: Some(layer), ..self }
    }

    /// The whole text that is searched.
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.window.text()
    }

    /// The next match, which then begins at the current piece: whoever takes it moves past it.
    pub(crate) fn find(&mut self) -> Option<Best<'g, 'a>> {
        loop {
            let first = self.window.seek()?;
            self.collect_candidates(first);
            if !self.candidates.is_empty()
                && let Some(best) = self.best()
            {
                return Some(best);
            }
            self.window.advance(1);
        }
    }

    /// Moves past a match.
    pub(crate) fn pass(&mut self, best: &Best<'g, 'a>) {
        if self.composes() {
            self.remember(best);
        }
        self.window.advance(best.pieces);
    }

    /// Moves on to the first piece that does not begin before `end`.
    pub(crate) fn pass_to(&mut self, end: usize) {
        while self.window.get(0).is_some_and(|place| place.piece.span.start() < end) {
            self.window.advance(1);
        }
    }

    /// The best match that begins at the current piece.
    fn best(&mut self) -> Option<Best<'g, 'a>> {
        // Most pieces first; among equals the order of cuts stays, the bare word first.
        if self.candidates.len() > 1 {
            self.candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.pieces));
        }
        let mut candidates = std::mem::take(&mut self.candidates);
        let mut best = candidates.iter().find_map(|&c| self.accept(c));
        if self.composes() {
            best = self.compose(&candidates, best);
        }
        candidates.clear();
        self.candidates = candidates;
        best
    }

    #[inline]
    fn collect_candidates(&mut self, first: Place) {
        self.walk(Cut::BARE, first.hashed.hash, first.marks);
        if first.marks.has(Marks::CUT) {
            self.collect_cut(first);
        }
    }

    fn collect_cut(&mut self, first: Place) {
        let mut word = std::mem::take(&mut self.word);
        self.window.fold_into(first, &mut word);
        for cut in cuts(&word).filter(|cut| !cut.is_bare()) {
            let hash = hash::parts([cut.dropped, cut.rest(&word)]);
            self.walk(cut, hash, self.window.marks(hash));
        }
        self.word = word;
    }

    /// Adds every name that may begin at the current piece, read with `cut`, where what is left of
    /// the piece has this `hash`.
    #[inline]
    fn walk(&mut self, cut: Cut, hash: u64, marks: Marks) {
        if marks.has(Marks::NAME) {
            self.look_up(cut, hash, 1);
        }
        if marks.has(Marks::LONGER)
            && let Some(next) = self.window.get(1).filter(|next| next.piece.may_continue())
        {
            let pair = hash::joined(hash, next.hashed.hash);
            if self.sieve.pairs.has(pair) {
                self.walk_on(cut, pair);
            }
        }
    }

    /// The same behind two pieces that may begin a name.
    fn walk_on(&mut self, cut: Cut, pair: u64) {
        let (mut hash, mut pieces) = (pair, 2);
        while self.look_up(cut, hash, pieces) {
            let next = self.window.get(pieces).filter(|next| next.piece.may_continue());
            let Some(next) = next else { return };
            hash = hash::joined(hash, next.hashed.hash);
            pieces += 1;
        }
    }

    /// Adds the names that may have this `hash`. Whether longer ones may begin so.
    fn look_up(&mut self, cut: Cut, hash: u64, pieces: usize) -> bool {
        let mut is_longer = false;
        for value in self.sieve.table.values(hash) {
            is_longer |= value.is_longer();
            let candidate = |target| Candidate { cut, pieces, target, inner: 0 };
            self.candidates.extend(value.target().map(candidate));
        }
        is_longer
    }

    /// The match of a candidate, unless the text writes another name or a condition of all its
    /// entries fails.
    fn accept(&mut self, candidate: Candidate) -> Option<Best<'g, 'a>> {
        let Candidate { cut, pieces, target, .. } = candidate;
        let mut entries = self.file.named(target);
        let first = entries.next()?;
        // Most words that names are made of have no other entry.
        if entries.len() == 0 && self.file.part(self.file.kind(first)).is_some() {
            return None;
        }
        let inner = if is_folded(&self.window, cut, pieces, self.file.name_bytes(first)) {
            0
        } else {
            inner::read(&self.window, cut, pieces, self.file.name(first))?
        };
        self.accept_written(Candidate { inner, ..candidate })
    }

    /// The match of a candidate whose name stands in the text, unless a condition fails.
    pub(crate) fn accept_written(&mut self, candidate: Candidate) -> Option<Best<'g, 'a>> {
        let Candidate { cut, pieces, target, inner } = candidate;
        if pieces == 1 && !cut.is_bare() {
            let first = self.window.seen(0)?;
            if !cut.leaves_enough(&self.window.fold(first.piece).text) {
                return None;
            }
        }
        let first = self.window.seen(0)?.piece.span.start();
        let last = self.window.seen(pieces - 1)?.piece.span.end();
        let (clitics, start) = clitic_span::split(&mut self.window, cut)?;
        let span = qawl_core::Span::new(start, last);
        let surface = span.get(self.window.text())?;
        if is_indefinite(surface) && !self.is_listed_indefinite(target) {
            return None;
        }
        let entries = self.choose(candidate, [cut.dropped, surface])?;
        let found = Match::new(self.file, self.window.text(), span, clitics, entries);
        let found = found.taking(first, pieces);
        Some(Best { found, cut, pieces, order: (first, Reverse(pieces), cut.order(), inner) })
    }

    /// The entries whose conditions hold, best first: those a rule prefers, then those that are
    /// spelled exactly as they ask, then in the order of the file.
    fn choose(&mut self, candidate: Candidate, spelling: [&str; 2]) -> Option<Chosen> {
        let rules = self.layer.map_or(self.file, Layer::rules);
        let mut context = Context::new(rules, candidate.pieces, candidate.cut);
        let entries = self.file.named(candidate.target);
        if entries.len() == 1 {
            // A single entry has nothing to be preferred to.
            let entry = entries.clone().next()?;
            return self
                .allows(entry, candidate, spelling, &mut context)
                .then_some(Chosen::One(entry));
        }
        let mut chosen: Vec<(bool, bool, (u32, u32), u32)> = Vec::new();
        for entry in entries {
            if self.allows(entry, candidate, spelling, &mut context) {
                let preferred = context.around(&mut self.window).prefers(self.kind(entry));
                let rank = self.layer.map_or((0, 0), |layer| layer.rank(self.file, entry));
                chosen.push((!preferred, !self.file.flags(entry).exact, rank, entry));
            }
        }
        chosen.sort_by_key(|&(later, inexact, rank, _)| (later, inexact, rank));
        Chosen::of(chosen.into_iter().map(|(.., entry)| entry).collect())
    }

    /// Whether the list itself writes the name so: «شكرًا» (thanks).
    fn is_listed_indefinite(&self, target: Target) -> bool {
        self.file.named(target).any(|entry| is_indefinite(self.file.name(entry)))
    }

    /// The type of an entry, as the rules number types.
    fn kind(&self, entry: u32) -> u32 {
        self.layer.map_or_else(|| self.file.kind(entry), |layer| layer.kind(self.file, entry))
    }

    /// Whether the conditions of an entry hold.
    fn allows(
        &mut self,
        entry: u32,
        candidate: Candidate,
        spelling: [&str; 2],
        context: &mut Context<'g>,
    ) -> bool {
        let (flags, kind) = (self.file.flags(entry), self.kind(entry));
        !self.layer.is_some_and(|layer| layer.hides(entry))
            && self.file.part(self.file.kind(entry)).is_none()
            && (candidate.cut.is_bare() || !flags.no_clitic && !flags.whole)
            && (candidate.inner == 0 || flags.inner_clitics)
            && (!flags.exact || is_exact(self.file.name(entry), spelling))
            && (!flags.whole || is_whole(&mut self.window, candidate.pieces))
            && self.left_out.as_ref().is_none_or(|left_out| !left_out.has(self.file, entry))
            && !context.refuses(&mut self.window, kind)
            && (!flags.context || context.around(&mut self.window).licenses(kind))
    }
}

/// Whether `surface` ends in a written tanwin and its alef: «كوبًا» (a cup) is not Cuba, since names
/// of places and people take none there.
fn is_indefinite(surface: &str) -> bool {
    // U+064B ARABIC FATHATAN
    surface.ends_with("\u{064B}ا") || surface.ends_with("ا\u{064B}")
}

impl<'g, 'a, D> Iterator for FindIter<'g, 'a, D> {
    type Item = Match<'g, 'a>;

    fn next(&mut self) -> Option<Match<'g, 'a>> {
        let best = self.find()?;
        self.pass(&best);
        Some(best.found)
    }
}

impl<D> FusedIterator for FindIter<'_, '_, D> {}

impl<D> Clone for FindIter<'_, '_, D> {
    fn clone(&self) -> Self {
        Self {
            file: self.file,
            sieve: self.sieve,
            window: self.window.clone(),
            candidates: self.candidates.clone(),
            word: self.word.clone(),
            left_out: self.left_out.clone(),
            layer: self.layer,
            people: self.people.clone(),
            gazetteer: PhantomData,
        }
    }
}

impl<D> fmt::Debug for FindIter<'_, '_, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FindIter").field("window", &self.window).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use qawl_normalize::Profile;

    use crate::{Entry, Gazetteer, GazetteerBuilder};

    /// Names at every place of a stretch that holds nothing else but marks, or blanks, or what is odd.
    #[test]
    fn names_are_found_behind_any_number_of_marks() {
        let entry = Entry::new("لندن", "x"); // London
        let list = GazetteerBuilder::new(Profile::SEARCH).add(entry).build().unwrap();
        let gazetteer = Gazetteer::open(list).unwrap();
        for mark in ["\"", "«", ". ", " ", "\n", "(\u{200F}", "😀", "a ", "م"] {
            for times in (0..3000 / mark.len()).step_by(7) {
                let before = mark.repeat(times);
                let text = [&before, " لندن ", &before, " لندن"].concat();
                let found: Vec<_> = gazetteer.find_iter(&text).map(|m| m.span().end()).collect();
                let first = before.len() + " لندن".len();
                assert_eq!(found, [first, text.len()], "{mark:?} {times} times");
            }
        }
    }

    /// With ARABIC FATHATAN: «كوبًا», «شكرًا».
    #[test]
    fn a_written_tanwin_is_in_few_names() {
        let names = ["كوبا", "شكر\u{64B}ا"].map(|name| Entry::new(name, "x"));
        let list = GazetteerBuilder::new(Profile::SEARCH).entries(names).build().unwrap();
        let gazetteer = Gazetteer::open(list).unwrap();
        let found = |text| gazetteer.find_iter(text).count();
        assert_eq!(["كوبا", "كوب\u{64B}ا", "شكرا", "شكر\u{64B}ا"].map(found), [1, 0, 1, 1]);
    }
}
