//! Names in running text.

use std::fmt;
use std::iter::FusedIterator;
use std::marker::PhantomData;

use fst::raw::{Fst, Node, Output};
use qawl_normalize::Normalizer;

use crate::clitic::{Cut, cuts};
use crate::clitic_span;
use crate::context::Context;
use crate::file::File;
use crate::filter::Filter;
use crate::format::SEPARATOR;
use crate::found::Match;
use crate::piece::Pieces;
use crate::window::Window;

/// The names in a text; see [`Gazetteer::find_iter`](crate::Gazetteer::find_iter).
pub struct FindIter<'g, 'a, D> {
    file: File<'g>,
    keys: Option<Fst<&'g [u8]>>,
    beginnings: Filter<'g>,
    heads: Filter<'g>,
    window: Window<'g, 'a>,
    /// The names that begin at the current piece; kept for its memory.
    candidates: Vec<Candidate>,
    /// The gazetteer is borrowed, not only its bytes.
    gazetteer: PhantomData<&'g D>,
}

/// A name that the text spells, which may still be refused.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    cut: Cut,
    pieces: usize,
    posting: u64,
}

impl<'g, 'a, D> FindIter<'g, 'a, D> {
    pub(crate) fn new(file: File<'g>, normalizer: &'g Normalizer, text: &'a str) -> Self {
        Self {
            file,
            keys: file.keys(),
            beginnings: file.beginnings(),
            heads: file.heads(),
            window: Window::new(text, normalizer),
            candidates: Vec::new(),
            gazetteer: PhantomData,
        }
    }

    /// The whole text that is searched.
    #[must_use]
    pub const fn text(&self) -> &'a str {
        self.window.text()
    }

    /// The best match that begins at the current piece, and how many pieces it takes.
    fn best(&mut self) -> Option<(Match<'g, 'a>, usize)> {
        self.collect_candidates();
        // Most pieces first; among equals the order of cuts stays, the bare word first.
        self.candidates.sort_by_key(|candidate| std::cmp::Reverse(candidate.pieces));
        let mut candidates = std::mem::take(&mut self.candidates);
        let best = candidates.iter().find_map(|&c| Some((self.accept(c)?, c.pieces)));
        candidates.clear();
        self.candidates = candidates;
        best
    }

    fn collect_candidates(&mut self) {
        let (Some(keys), Some(first)) = (&self.keys, self.window.get(0)) else { return };
        for cut in cuts(&first.text) {
            if may_head(self.heads, &mut self.window, cut) {
                walk(keys, &mut self.window, cut, &mut self.candidates);
            }
        }
    }

    /// The match of a candidate, unless a condition of all its entries fails.
    fn accept(&mut self, candidate: Candidate) -> Option<Match<'g, 'a>> {
        let Candidate { cut, pieces, posting } = candidate;
        let first = self.window.seen(0)?;
        if pieces == 1 && !cut.leaves_enough(&first.text) {
            return None;
        }
        let last = self.window.seen(pieces - 1)?.piece.span.end();
        let (clitics, start) = clitic_span::split(&self.window, cut)?;
        let span = qawl_core::Span::new(start, last);
        let surface = span.get(self.window.text())?;
        if is_indefinite(surface) {
            return None;
        }
        let spelling = [cut.dropped, surface];
        let entries = self.choose(candidate, posting, spelling);
        (!entries.is_empty())
            .then(|| Match::new(self.file, self.window.text(), span, clitics, entries))
    }

    /// The entries whose conditions hold, best first: those a rule prefers, then those that are
    /// spelled exactly as they ask, then in the order of the file.
    fn choose(&mut self, candidate: Candidate, posting: u64, spelling: [&str; 2]) -> Vec<u32> {
        let file = self.file;
        let mut context = Context::new(file, candidate.pieces, candidate.cut);
        let mut chosen: Vec<(bool, bool, u32)> = Vec::new();
        let alone = file.posting(posting).nth(1).is_none();
        for entry in file.posting(posting) {
            let flags = file.flags(entry);
            if (flags.no_clitic && !candidate.cut.is_bare())
                || (flags.exact && !is_spelled(file.name(entry), spelling))
            {
                continue;
            }
            let kind = file.kind(entry);
            if context.refuses(&self.window, kind)
                || (flags.context && !context.around(&mut self.window).licenses(kind))
            {
                continue;
            }
            // A single entry has nothing to be preferred to.
            let preferred = !alone && context.around(&mut self.window).prefers(kind);
            chosen.push((!preferred, !flags.exact, entry));
        }
        chosen.sort_by_key(|&(later, inexact, _)| (later, inexact));
        chosen.into_iter().map(|(.., entry)| entry).collect()
    }
}

/// Whether the text ends in a written tanwin and its alef: «كوبًا» (a cup) is not Cuba, since names
/// of places and people take none there.
fn is_indefinite(surface: &str) -> bool {
    // U+064B ARABIC FATHATAN
    surface.ends_with("\u{064B}ا") || surface.ends_with("ا\u{064B}")
}

/// Whether the current piece, read with `cut`, may begin a name with the piece behind it.
fn may_head(heads: Filter<'_>, window: &mut Window<'_, '_>, cut: Cut) -> bool {
    window.get(1);
    let next = window.seen(1).filter(|next| next.piece.may_continue());
    let next = next.map(|next| next.text.as_str());
    window.seen(0).is_some_and(|first| heads.may_head(cut.dropped, cut.rest(&first.text), next))
}

/// Adds every name that begins at the current piece, read with `cut`.
fn walk(keys: &Fst<&[u8]>, window: &mut Window<'_, '_>, cut: Cut, candidates: &mut Vec<Candidate>) {
    let mut walk = Walk { keys, node: keys.root(), output: Output::zero() };
    let begins = window.get(0).is_some_and(|first| {
        walk.feed(cut.dropped.as_bytes()) && walk.feed(cut.rest(&first.text).as_bytes())
    });
    if !begins {
        return;
    }
    let mut pieces = 1;
    loop {
        if let Some(posting) = walk.value() {
            candidates.push(Candidate { cut, pieces, posting });
        }
        let goes_on = walk.feed(&[SEPARATOR])
            && window
                .get(pieces)
                .is_some_and(|next| next.piece.may_continue() && walk.feed(next.text.as_bytes()));
        if !goes_on {
            return;
        }
        pieces += 1;
    }
}

/// A place in the keys.
struct Walk<'f> {
    keys: &'f Fst<&'f [u8]>,
    node: Node<'f>,
    output: Output,
}

impl Walk<'_> {
    /// Goes on by `bytes`, if a key does.
    fn feed(&mut self, bytes: &[u8]) -> bool {
        bytes.iter().all(|&byte| {
            let Some(index) = self.node.find_input(byte) else { return false };
            let transition = self.node.transition(index);
            self.output = self.output.cat(transition.out);
            self.node = self.keys.node(transition.addr);
            true
        })
    }

    /// The value, if a key ends here.
    fn value(&self) -> Option<u64> {
        self.node.is_final().then(|| self.output.cat(self.node.final_output()).value())
    }
}

/// Whether the text, with the letters that a clitic dropped, writes `name` exactly. Spaces may
/// differ, and invisible characters between words.
fn is_spelled(name: &str, [dropped, text]: [&str; 2]) -> bool {
    let Some(rest) = name.trim_start().strip_prefix(dropped) else { return false };
    let pieces = |text| Pieces::new(text).map(move |piece| piece.span.get(text));
    pieces(rest).eq(pieces(text))
}

impl<'g, 'a, D> Iterator for FindIter<'g, 'a, D> {
    type Item = Match<'g, 'a>;

    fn next(&mut self) -> Option<Match<'g, 'a>> {
        loop {
            let beginnings = self.beginnings;
            let first = self.window.get(0)?;
            let begins = first.piece.may_begin() && beginnings.may_begin(&first.text);
            let best = if begins { self.best() } else { None };
            self.window.advance(best.as_ref().map_or(1, |&(_, pieces)| pieces));
            if let Some((found, _)) = best {
                return Some(found);
            }
        }
    }
}

impl<D> FusedIterator for FindIter<'_, '_, D> {}

impl<D> Clone for FindIter<'_, '_, D> {
    fn clone(&self) -> Self {
        Self {
            file: self.file,
            keys: self.keys.clone(),
            beginnings: self.beginnings,
            heads: self.heads,
            window: self.window.clone(),
            candidates: self.candidates.clone(),
            gazetteer: PhantomData,
        }
    }
}

impl<D> fmt::Debug for FindIter<'_, '_, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FindIter").field("window", &self.window).finish_non_exhaustive()
    }
}
