//! Names in running text that the text writes wrongly.

use std::cmp::Reverse;
use std::collections::VecDeque;
use std::fmt;
use std::iter::FusedIterator;

use qawl_core::Span;

use crate::clitic::{Cut, cuts};
use crate::file::File;
use crate::found::Match;
use crate::fuzzy::Fuzzy;
use crate::hash;
use crate::search::{Candidate, FindIter};
use crate::similar::{Near, NearWords, measure};
use crate::window::Window;

/// The names in a text, misspelled ones too; see [`Gazetteer::find_fuzzy`](crate::Gazetteer::find_fuzzy).
pub struct FuzzyIter<'g, 'a, D> {
    /// Finds what is written right.
    exact: FindIter<'g, 'a, D>,
    /// Matches of `exact` that do not end before the current piece.
    ahead: VecDeque<Match<'g, 'a>>,
    /// Stands at the current piece.
    cursor: FindIter<'g, 'a, D>,
    near: NearWords<'g>,
    /// The misspelled names that may begin at the current piece; kept for its memory.
    candidates: Vec<Misspelled>,
    rows: Vec<Row>,
    longer: Vec<Row>,
    words: Vec<Near>,
    word: String,
}

/// A name found in a text, and how far the text is from writing it.
///
/// ```
/// use qawl_gazetteer::{Entry, Fuzzy, Gazetteer, GazetteerBuilder};
/// use qawl_normalize::Profile;
///
/// let bytes = GazetteerBuilder::new(Profile::SEARCH)
///     .add(Entry::new("محمد بن سلمان", "person")) // Muhammad bin Salman
///     .add(Entry::new("محمد", "name"))
///     .build()?;
/// let gazetteer = Gazetteer::open(bytes)?;
///
/// let text = "زار محمد بن سلمن محمد"; // "Muhammad bin Salmn visited Muhammad"
/// let found: Vec<_> = gazetteer.find_fuzzy(text, &Fuzzy::default().one_edit_from(4)).collect();
/// assert_eq!((found[0].found().as_str(), found[0].distance()), ("محمد بن سلمن", 2));
/// assert_eq!(found[0].found().mention().name, "محمد بن سلمان");
/// assert_eq!((found[1].found().as_str(), found[1].distance()), ("محمد", 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct FuzzyMatch<'g, 'a> {
    found: Match<'g, 'a>,
    distance: u32,
}

impl<'g, 'a> FuzzyMatch<'g, 'a> {
    /// Where it stands and what it may stand for.
    #[must_use]
    pub const fn found(&self) -> &Match<'g, 'a> {
        &self.found
    }

    /// The same, by value.
    #[must_use]
    pub fn into_match(self) -> Match<'g, 'a> {
        self.found
    }

    /// The distances of all its words, in halves of an edit (see [`Fuzzy`]): 0 where
    /// [`find_iter`](crate::Gazetteer::find_iter) finds it too.
    #[must_use]
    pub const fn distance(&self) -> u32 {
        self.distance
    }
}

/// A name that the text seems to misspell.
#[derive(Clone, Copy, Debug)]
struct Misspelled {
    distance: u32,
    candidate: Candidate,
}

/// The hash of a row of words of the list that the text seems to write.
#[derive(Clone, Copy, Debug)]
struct Row {
    hash: u64,
    distance: u32,
}

impl<'g, 'a, D> FuzzyIter<'g, 'a, D> {
    pub(crate) fn new(exact: FindIter<'g, 'a, D>, file: File<'g>, fuzzy: Fuzzy) -> Self {
        Self {
            cursor: exact.clone(),
            exact,
            ahead: VecDeque::new(),
            near: NearWords::new(file.words(), fuzzy),
            candidates: Vec::new(),
            rows: Vec::new(),
            longer: Vec::new(),
            words: Vec::new(),
            word: String::new(),
        }
    }

    /// The whole text that is searched.
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.cursor.text()
    }

    /// Collects the misspelled names that may begin at the current piece.
    fn collect_candidates(&mut self) {
        let Some(first) = self.cursor.window.get(0) else { return };
        let mut word = std::mem::take(&mut self.word);
        self.cursor.window.fold_into(first, &mut word);
        for cut in cuts(&word) {
            if cut.dropped.is_empty() {
                self.walk(cut, cut.rest(&word));
            } else {
                self.walk(cut, &[cut.dropped, cut.rest(&word)].concat());
            }
        }
        self.word = word;
    }

    /// Adds every misspelled name that may begin at the current piece, read with `cut` as `word`.
    fn walk(&mut self, cut: Cut, word: &str) {
        self.words.clear();
        self.near.of(word, &mut self.words);
        self.rows.clear();
        self.rows.extend(self.words.iter().map(|near| Row::of(*near)));
        let mut pieces = 1;
        while self.look_up(cut, pieces) && self.go_on(pieces) {
            pieces += 1;
        }
    }

    /// Adds the names that are one of the rows. Whether longer ones begin so.
    fn look_up(&mut self, cut: Cut, pieces: usize) -> bool {
        self.longer.clear();
        for &row in &self.rows {
            let mut is_longer = false;
            let bears = row.distance > 0 && self.near.fuzzy().bears_in_text(pieces, row.distance);
            for value in self.cursor.sieve.table.values(row.hash) {
                is_longer |= value.is_longer();
                let target = value.target().filter(|_| bears);
                self.candidates.extend(target.map(|target| Misspelled {
                    distance: row.distance,
                    candidate: Candidate { cut, pieces, target, inner: 0 },
                }));
            }
            self.longer.extend(is_longer.then_some(row));
        }
        !self.longer.is_empty()
    }

    /// Puts what is near the piece behind the first `pieces` behind all rows with which longer names
    /// begin. Whether there is such a piece.
    fn go_on(&mut self, pieces: usize) -> bool {
        let next = self.cursor.window.get(pieces).filter(|next| next.piece.may_continue());
        let Some(next) = next else { return false };
        let mut word = String::new();
        self.cursor.window.fold_into(next, &mut word);
        self.words.clear();
        self.near.of(&word, &mut self.words);
        self.rows.clear();
        for row in &self.longer {
            self.rows.extend(self.words.iter().map(|near| row.and(*near)));
        }
        true
    }

    /// The best misspelled name at the current piece that contains the match `right`, which begins there
    /// too, and cuts through no other that is written right; and how many pieces it takes.
    fn best(&mut self, right: Option<Span>) -> Option<(FuzzyMatch<'g, 'a>, usize)> {
        let mut candidates = std::mem::take(&mut self.candidates);
        // The sort is stable: among equals the order of cuts stays.
        candidates.sort_by_key(|c| (Reverse(c.candidate.pieces), c.distance));
        let best = candidates.iter().find_map(|&misspelled| {
            let pieces = misspelled.candidate.pieces;
            let end = self.cursor.window.seen(pieces - 1)?.piece.span.end();
            let is_longer = right.is_none_or(|right| right.end() < end);
            let found =
                if is_longer && self.spares(end) { self.accept(misspelled)? } else { return None };
            let contains = right.is_none_or(|right| found.found.span().contains(right));
            contains.then_some((found, pieces))
        });
        candidates.clear();
        self.candidates = candidates;
        best
    }

    /// Whether no match that is written right runs over the byte `end`.
    fn spares(&mut self, end: usize) -> bool {
        while self.ahead.back().is_none_or(|last| start(last) < end) {
            let Some(next) = self.exact.next() else { break };
            self.ahead.push_back(next);
        }
        !self.ahead.iter().any(|found| start(found) < end && found.span().end() > end)
    }

    fn accept(&mut self, misspelled: Misspelled) -> Option<FuzzyMatch<'g, 'a>> {
        let Misspelled { distance, candidate } = misspelled;
        let entry = self.cursor.file.named(candidate.target).next()?;
        let name = self.cursor.file.name(entry);
        if self.measure(candidate, name) != Some(distance) {
            return None;
        }
        let found = self.cursor.accept_written(candidate)?.found;
        Some(FuzzyMatch { found, distance })
    }

    /// How far the text is from the `name` of a candidate. This decides: hashes and words only said where
    /// to look.
    fn measure(&self, candidate: Candidate, name: &str) -> Option<u32> {
        let Candidate { cut, pieces, .. } = candidate;
        let mut written = (0..pieces).map_while(|i| piece(&self.cursor.window, cut, i));
        measure(self.near.fuzzy(), self.cursor.window.folding(), &mut written, name)
    }

    /// Drops matches that end at or before the byte `end`.
    fn pass(&mut self, end: usize) {
        while self.ahead.front().is_some_and(|found| found.span().end() <= end) {
            self.ahead.pop_front();
        }
    }

    /// The match that is written right and begins in the current piece, which ends at the byte `end`.
    fn right_here(&mut self, end: usize) -> Option<Span> {
        if self.ahead.is_empty() {
            self.ahead.extend(self.exact.next());
        }
        self.ahead.front().map(Match::span).filter(|span| span.start() < end)
    }
}

impl Row {
    fn of(near: Near) -> Self {
        Self { hash: near.hash, distance: near.distance.into() }
    }

    fn and(self, near: Near) -> Self {
        let hash = hash::joined(self.hash, near.hash);
        Self { hash, distance: self.distance + u32::from(near.distance) }
    }
}

/// Where a match begins, with its proclitics.
fn start(found: &Match<'_, '_>) -> usize {
    found.clitics().first().copied().unwrap_or(found.span()).start()
}

/// What piece `i` of the window has of a name, folded.
fn piece(window: &Window<'_, '_>, cut: Cut, i: usize) -> Option<String> {
    let text = window.fold(window.seen(i)?.piece).text;
    let word = if i == 0 { [cut.dropped, cut.rest(&text)].concat() } else { text.into_owned() };
    Some(word)
}

impl<'g, 'a, D> Iterator for FuzzyIter<'g, 'a, D> {
    type Item = FuzzyMatch<'g, 'a>;

    fn next(&mut self) -> Option<FuzzyMatch<'g, 'a>> {
        loop {
            let first = self.cursor.window.get(0)?.piece;
            self.pass(first.span.start());
            let right = self.right_here(first.span.end());
            if first.may_begin() {
                self.collect_candidates();
            }
            if let Some((found, pieces)) = self.best(right) {
                self.cursor.window.advance(pieces);
                return Some(found);
            }
            if let Some(found) = right.and_then(|_| self.ahead.pop_front()) {
                self.cursor.pass_to(found.span().end());
                return Some(FuzzyMatch { found, distance: 0 });
            }
            self.cursor.window.advance(1);
        }
    }
}

impl<D> FusedIterator for FuzzyIter<'_, '_, D> {}

impl<D> Clone for FuzzyIter<'_, '_, D> {
    /// The clone finds the same and has to look up every word anew.
    fn clone(&self) -> Self {
        Self {
            exact: self.exact.clone(),
            ahead: self.ahead.clone(),
            cursor: self.cursor.clone(),
            near: self.near.fresh(),
            candidates: Vec::new(),
            rows: Vec::new(),
            longer: Vec::new(),
            words: Vec::new(),
            word: String::new(),
        }
    }
}

impl<D> fmt::Debug for FuzzyIter<'_, '_, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FuzzyIter").field("cursor", &self.cursor).finish_non_exhaustive()
    }
}
