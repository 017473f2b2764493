//! How far found quotes agree with annotated ones.
//!
//! A found quote meets an annotated one where the words they cover agree with an F1 of one half and
//! more; one to one, best first. Its speaker is right where the words of one name are among those of
//! the other, at most three more, or at least half of them; nobody is right only for nobody.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

use qawl_core::{OffsetMap, Span};
use qawl_normalize::Profile;
use qawl_quotes::Quote;
use serde::Deserialize;

use crate::workspace;

/// How much of the words must agree.
const ENOUGH: f64 = 0.5;

/// An annotated quote; offsets are characters.
#[derive(Debug, Deserialize)]
pub struct Annotated {
    content: Vec<(usize, usize)>,
    speaker: Option<String>,
    /// Careful readers differ: neither owed nor counted against who finds it.
    #[serde(default)]
    optional: bool,
}

#[derive(Deserialize)]
struct Line {
    doc: String,
    text: Option<String>,
    quotes: Vec<Annotated>,
}

impl Annotated {
    /// Reads a file with a document a line: by document.
    #[must_use]
    pub fn read(path: &Path) -> BTreeMap<String, Vec<Annotated>> {
        lines(path).map(|line| (line.doc, line.quotes)).collect()
    }

    /// Reads a file in which each line has its text, too.
    #[must_use]
    pub fn read_with_text(path: &Path) -> Vec<(String, Vec<Annotated>)> {
        lines(path).map(|line| (line.text.unwrap(), line.quotes)).collect()
    }
}

fn lines(path: &Path) -> impl Iterator<Item = Line> {
    let text = workspace::read(path);
    let lines: Vec<_> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    lines.into_iter()
}

/// Quotes counted over documents.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Annotated.
    pub gold: usize,
    /// Found.
    pub found: usize,
    /// Found where one is annotated.
    pub met: usize,
    /// And the speaker is right.
    pub attributed: usize,
}

impl Tally {
    /// Counts a document.
    pub fn add(&mut self, text: &str, gold: &[Annotated], found: &[Quote]) {
        let pairs = matches(text, gold, found);
        let (free, pairs): (Vec<_>, Vec<_>) =
            pairs.into_iter().partition(|&(g, _)| gold[g].optional);
        let right = |&&(g, f): &&(usize, usize)| {
            let found = found[f].speaker.as_ref().map(|speaker| speaker.name.as_str());
            same_speaker(gold[g].speaker.as_deref(), found)
        };
        self.gold += gold.iter().filter(|quote| !quote.optional).count();
        self.found += found.len() - free.len();
        self.met += pairs.len();
        self.attributed += pairs.iter().filter(right).count();
    }

    /// Of finding them.
    #[must_use]
    pub fn found_f1(&self) -> f64 {
        f1(self.met, self.gold, self.found)
    }

    /// Of finding them with the right speaker.
    #[must_use]
    pub fn end_to_end_f1(&self) -> f64 {
        f1(self.attributed, self.gold, self.found)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { gold, found, met, attributed } = self;
        write!(f, "{gold} annotated, {found} found, {met} met, {attributed} attributed: ")?;
        write!(f, "F1 {:.3}, end to end {:.3}", self.found_f1(), self.end_to_end_f1())
    }
}

fn f1(both: usize, left: usize, right: usize) -> f64 {
    2.0 * ratio(both, left + right)
}

fn ratio(part: usize, whole: usize) -> f64 {
    let exact = |n: usize| f64::from(u32::try_from(n).unwrap());
    if whole == 0 { 0.0 } else { exact(part) / exact(whole) }
}

/// Which annotated quote meets which found one.
fn matches(text: &str, gold: &[Annotated], found: &[Quote]) -> Vec<(usize, usize)> {
    let offsets = OffsetMap::new(text);
    let to_span = |&(start, end): &(usize, usize)| offsets.from_chars(start..end);
    let gold: Vec<_> = gold.iter().map(|g| words(text, g.content.iter().map(to_span))).collect();
    let found: Vec<_> = found.iter().map(|q| words(text, q.content.iter().copied())).collect();
    let mut pairs = Vec::new();
    for (g, left) in gold.iter().enumerate() {
        for (f, right) in found.iter().enumerate() {
            let score = f1(left.intersection(right).count(), left.len(), right.len());
            pairs.push((score, g, f));
        }
    }
    pairs.retain(|(score, ..)| *score >= ENOUGH);
    pairs.sort_by(|one, other| other.0.total_cmp(&one.0));
    let (mut used_gold, mut used_found) = (BTreeSet::new(), BTreeSet::new());
    let free = |(_, g, f): (f64, usize, usize)| {
        let free = !used_gold.contains(&g) && !used_found.contains(&f);
        (free && used_gold.insert(g) && used_found.insert(f)).then_some((g, f))
    };
    pairs.into_iter().filter_map(free).collect()
}

/// Where the words stand that the spans cover.
fn words(text: &str, spans: impl Iterator<Item = Span>) -> BTreeSet<usize> {
    let inside = |span: Span| {
        let words = qawl_tokenize::words(span.get(text).unwrap());
        words.map(move |word| span.start() + word.span.start())
    };
    spans.flat_map(inside).collect()
}

fn same_speaker(gold: Option<&str>, found: Option<&str>) -> bool {
    let (Some(gold), Some(found)) = (gold, found) else { return gold.is_none() && found.is_none() };
    let (gold, found) = (name_words(gold), name_words(found));
    let fuller = gold.is_subset(&found) && found.len() <= gold.len() + 3;
    let shorter = found.is_subset(&gold) && 2 * found.len() >= gold.len();
    !found.is_empty() && (fuller || shorter)
}

/// The words of a name, loosely folded, without the article.
fn name_words(name: &str) -> BTreeSet<String> {
    let folded = Profile::SEARCH_LOOSE.normalizer().normalize(name).into_owned();
    let bare = |word: &str| match word.strip_prefix("ال") {
        Some(rest) if word.chars().count() > 4 => rest.to_owned(),
        _ => word.to_owned(),
    };
    qawl_tokenize::words(&folded).map(|word| bare(word.span.get(&folded).unwrap())).collect()
}
