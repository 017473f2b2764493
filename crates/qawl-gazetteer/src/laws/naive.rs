//! The naive matcher: every row of words of the text, looked up among all that names can be written as.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use qawl_core::Span;
use qawl_core::letters::{TATWEEL, is_mark};
use qawl_normalize::Profile;
use qawl_tokenize::TokenKind;

use super::surroundings::Surroundings;
use crate::piece::{Piece, Pieces};
use crate::policy::Policy;
use crate::{Entry, Match, Rule, When};

/// No generated name has more words and marks.
const MOST_WORDS: usize = 6;

/// More than a generated name has forms with a conjunction inside.
const FORMS: usize = 1 << MOST_WORDS;

/// A match: its words, where it stands, behind which proclitics, which names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    first: usize,
    words: usize,
    span: Span,
    attached: Vec<Span>,
    names: Vec<(String, String)>,
}

impl Found {
    /// What the engine found.
    pub(super) fn of(text: &str, found: &Match<'_, '_>) -> Self {
        let start = Span::new(found.span().start(), found.span().start() + 1);
        let mut pieces = Pieces::new(text).map(|piece| piece.span);
        let first = pieces.position(|span| span.contains(start)).unwrap();
        let word = Pieces::new(text).nth(first).map(|piece| piece.span).unwrap();
        // Those that stand as a word of their own are not the naive matcher's concern.
        let attached = found.clitics().iter().copied().filter(|&clitic| word.contains(clitic));
        Self {
            first,
            words: found.words(),
            span: found.span(),
            attached: attached.collect(),
            names: found.entries().map(|e| (e.name().into(), e.kind().into())).collect(),
        }
    }

    const fn end(&self) -> usize {
        self.first + self.words
    }

    const fn overlaps(&self, other: &Self) -> bool {
        self.first < other.end() && other.first < self.end()
    }

    const fn lies_in(&self, other: &Self) -> bool {
        other.first <= self.first && self.end() <= other.end()
    }
}

/// One way in which a text may write a name: proclitics and letters of its first word.
struct Written<'e> {
    order: usize,
    conjunction: &'static str,
    preposition: &'static str,
    dropped: &'static str,
    entry: &'e Entry,
}

/// What may stand in front of a word: the conjunction, the preposition, the letters that it drops; in
/// the order in which readings are tried.
pub(super) fn proclitics(word: &str) -> Vec<[&'static str; 3]> {
    let mut all = Vec::new();
    for conjunction in ["", "و", "ف"] {
        for preposition in ["", "ب", "ل", "ك"] {
            for dropped in ["", "ا", "ال"] {
                let hides = preposition == "ل"
                    && word.strip_prefix(dropped).is_some_and(|rest| rest.starts_with('ل'));
                if dropped.is_empty() || hides {
                    all.push([conjunction, preposition, dropped]);
                }
            }
        }
    }
    all.sort_by_key(|[conjunction, preposition, _]| {
        (!preposition.is_empty(), !conjunction.is_empty())
    });
    all
}

pub(super) fn fold(text: &str, piece: Piece) -> String {
    let source = slice(text, piece.span);
    let folded = || Profile::SEARCH.normalizer().normalize(source).into_owned();
    if piece.may_begin() { folded() } else { source.to_owned() }
}

pub(super) fn slice(text: &str, span: Span) -> &str {
    span.get(text).unwrap()
}

pub(super) struct Naive<'e> {
    forms: BTreeMap<Vec<String>, Vec<Written<'e>>>,
    rules: &'e [Rule],
}

impl<'e> Naive<'e> {
    pub(super) fn new(entries: &'e [Entry], rules: &'e [Rule]) -> Self {
        let mut forms: BTreeMap<Vec<String>, Vec<Written<'e>>> = BTreeMap::new();
        for entry in entries {
            for (inner, words) in inner_forms(entry) {
                add_written(&mut forms, entry, inner, &words);
            }
        }
        Self { forms, rules }
    }

    /// Every match, by first word, the longest first.
    pub(super) fn all(&self, text: &str) -> Vec<Found> {
        let pieces: Vec<Piece> = Pieces::new(text).collect();
        let words: Vec<String> = pieces.iter().map(|&piece| fold(text, piece)).collect();
        let mut all = Vec::new();
        for first in (0..pieces.len()).filter(|&first| pieces[first].may_begin()) {
            for end in (first + 1..=pieces.len().min(first + MOST_WORDS)).rev() {
                let is_row = pieces[first + 1..end].iter().all(|piece| piece.may_continue());
                let written = self.forms.get(&words[first..end]).filter(|_| is_row);
                let around = Surroundings { text, pieces: &pieces, rules: self.rules, first, end };
                all.extend(written.and_then(|written| self.read(written, &around)));
            }
        }
        all
    }

    /// The first reading, in the order of proclitics, with an entry whose conditions hold.
    fn read(&self, written: &[Written<'_>], around: &Surroundings<'_>) -> Option<Found> {
        let mut orders: Vec<usize> = written.iter().map(|written| written.order).collect();
        orders.sort_unstable();
        orders.dedup();
        orders.into_iter().find_map(|order| {
            let reading: Vec<_> = written.iter().filter(|written| written.order == order).collect();
            self.found(&reading, around)
        })
    }

    /// The match of names that are written with the same proclitics.
    fn found(&self, reading: &[&Written<'_>], around: &Surroundings<'_>) -> Option<Found> {
        let &&Written { conjunction, preposition, .. } = reading.first()?;
        let count = conjunction.chars().count() + preposition.chars().count();
        let words = &around.pieces[around.first..around.end];
        let whole = words[0].span.cover(words[words.len() - 1].span);
        let attached = clitic_spans(around.text, whole, count);
        let start = attached.last().map_or(whole.start(), |last| last.end());
        let span = Span::new(start, whole.end());
        let surface = slice(around.text, span);
        // ARABIC FATHATAN before or behind the alef.
        let is_indefinite =
            |text: &str| ["\u{064B}ا", "ا\u{064B}"].iter().any(|end| text.ends_with(end));
        if is_indefinite(surface) && !reading.iter().any(|w| is_indefinite(&w.entry.name)) {
            return None;
        }
        let licensed = around.licensed(preposition);
        let refused = around.refused(preposition);
        let holds = |w: &&&Written<'_>| {
            let Entry { name, flags, kind, .. } = w.entry;
            let is_spelled = name.strip_prefix(w.dropped).map(spell) == Some(spell(surface));
            (!flags.context || licensed.contains(&kind.as_str()))
                && (!flags.no_clitic || count == 0)
                && (!flags.whole || count == 0 && !is_joined(around.text, whole))
                && (!flags.exact || is_spelled)
                && !refused.contains(&kind.as_str())
        };
        let mut entries: Vec<&Entry> = reading.iter().filter(holds).map(|w| w.entry).collect();
        entries.sort_by_key(|&entry| {
            let is_later = !licensed.contains(&entry.kind.as_str());
            (is_later, !entry.flags.exact, self.rank(&entry.kind), entry)
        });
        entries.dedup();
        let names = entries.iter().map(|e| (e.name.clone(), e.kind.clone())).collect();
        let (first, words) = (around.first, words.len());
        (!entries.is_empty()).then_some(Found { first, words, span, attached, names })
    }

    fn rank(&self, kind: &str) -> u32 {
        let ranks = self.rules.iter().filter(|rule| rule.kind == kind);
        let rank = |rule: &Rule| if let When::Rank(rank) = rule.when { Some(rank) } else { None };
        ranks.filter_map(rank).next().unwrap_or(u32::MAX)
    }
}

/// The words of a name, with and without و in front of later ones where the entry allows it.
fn inner_forms(entry: &Entry) -> Vec<(usize, Vec<String>)> {
    let pieces: Vec<Piece> = Pieces::new(&entry.name).collect();
    let forms = if entry.flags.inner_clitics { 1 << (pieces.len() - 1) } else { 1 };
    let takes = |form: usize, i: usize| i > 0 && form >> (i - 1) & 1 != 0;
    let is_written = |&form: &usize| {
        let mut taking = pieces.iter().enumerate().filter(|&(i, _)| takes(form, i));
        taking.all(|(_, piece)| piece.kind == TokenKind::Word)
    };
    let word = |form, i: usize| {
        let waw = if takes(form, i) { "و" } else { "" };
        [waw, &fold(&entry.name, pieces[i])].concat()
    };
    let words = |form| (form, (0..pieces.len()).map(|i| word(form, i)).collect());
    (0..forms).filter(is_written).map(words).collect()
}

/// Adds all ways in which proclitics may stand before the first of `words`.
fn add_written<'e>(
    forms: &mut BTreeMap<Vec<String>, Vec<Written<'e>>>,
    entry: &'e Entry,
    inner: usize,
    words: &[String],
) {
    let proclitics = proclitics(&words[0]);
    for (order, &[conjunction, preposition, dropped]) in proclitics.iter().enumerate() {
        let is_cut = !(conjunction.is_empty() && preposition.is_empty());
        let least = if preposition == "ك" { 4 } else { 3 };
        if is_cut && words.len() == 1 && words[0].chars().count() < least {
            continue;
        }
        let mut form = words.to_vec();
        let rest = words[0].strip_prefix(dropped).unwrap();
        form[0] = [conjunction, preposition, rest].concat();
        let order = order * FORMS + inner;
        let written = Written { order, conjunction, preposition, dropped, entry };
        forms.entry(form).or_default().push(written);
    }
}

/// Whether something joins the name at `span` to what stands beside it.
fn is_joined(text: &str, span: Span) -> bool {
    let before = slice(text, Span::new(0, span.start())).chars().next_back();
    let behind = slice(text, Span::new(span.end(), text.len())).chars().next();
    [before, behind].iter().any(|c| matches!(c, Some('-' | '/' | '3')))
}

/// What `policy` reports of all matches, as its definition says.
pub(super) fn choose(policy: Policy, all: &[Found]) -> Vec<Found> {
    let mut found = match policy {
        Policy::LeftmostLongest => leftmost_longest(all.to_vec()),
        Policy::All => all.to_vec(),
        Policy::NoSubsumed => no_subsumed(all),
        Policy::LongestDominantRight => longest_dominant_right(all.to_vec()),
    };
    found.sort_by_key(|found| (found.span.start(), Reverse(found.span.end())));
    found
}

fn leftmost_longest(all: Vec<Found>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for next in all {
        if !found.iter().any(|taken| taken.overlaps(&next)) {
            found.push(next);
        }
    }
    found
}

fn no_subsumed(all: &[Found]) -> Vec<Found> {
    let is_subsumed = |found: &&Found| all.iter().any(|o| o != *found && found.lies_in(o));
    all.iter().filter(|found| !is_subsumed(found)).cloned().collect()
}

/// As Solr's `TagClusterReducer` does it: the longest that is left, the last among equals.
fn longest_dominant_right(mut all: Vec<Found>) -> Vec<Found> {
    let mut found = Vec::new();
    while let Some(longest) = all.iter().max_by_key(|found| (found.words, found.first)).cloned() {
        all.retain(|other| !other.overlaps(&longest));
        found.push(longest);
    }
    found
}

fn spell(text: &str) -> Vec<&str> {
    Pieces::new(text).filter_map(|p| p.span.get(text)).collect()
}

/// The first `count` letters at `span`, each with the marks and the tatweel behind it.
fn clitic_spans(text: &str, span: Span, count: usize) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (offset, c) in slice(text, span).char_indices() {
        let here = Span::new(offset, offset + c.len_utf8()).shift(span.start());
        let full = spans.len() == count;
        match spans.last_mut() {
            Some(last) if is_mark(c) || c == TATWEEL => *last = last.cover(here),
            _ if full => break,
            _ => spans.push(here),
        }
    }
    spans
}
