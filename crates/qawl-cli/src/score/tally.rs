//! Counting over documents.

use std::collections::BTreeSet;
use std::ops::AddAssign;

use qawl::Span;

use crate::score::annotation::{Kind, Quoted};
use crate::score::report::{Prf, Report, TypeRow, ratio};
use crate::score::words::{is_exact_speaker, is_same_speaker};

/// How much of the words two quotes must share.
const ENOUGH: f64 = 0.5;

/// Counts of one document, or of several together.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    gold: usize,
    found: usize,
    matched: usize,
    same_words: usize,
    same_speaker: usize,
    exact_speaker: usize,
    same_kind: usize,
    with_cue: usize,
    same_cue: usize,
    kinds: [KindTally; Kind::ALL.len()],
}

#[derive(Clone, Copy, Debug, Default)]
struct KindTally {
    gold: usize,
    matched: usize,
    same_speaker: usize,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.gold += other.gold;
        self.found += other.found;
        self.matched += other.matched;
        self.same_words += other.same_words;
        self.same_speaker += other.same_speaker;
        self.exact_speaker += other.exact_speaker;
        self.same_kind += other.same_kind;
        self.with_cue += other.with_cue;
        self.same_cue += other.same_cue;
        for (own, other) in self.kinds.iter_mut().zip(other.kinds) {
            own.gold += other.gold;
            own.matched += other.matched;
            own.same_speaker += other.same_speaker;
        }
    }
}

impl Tally {
    /// Counts one document. Optional quotes are not owed, and those that match them are free.
    pub(crate) fn of(gold: &[Quoted<'_>], found: &[Quoted<'_>]) -> Self {
        let mut tally = Self { found: found.len(), ..Self::default() };
        for owed in gold.iter().filter(|quote| !quote.optional) {
            tally.gold += 1;
            tally.kind(owed.kind).gold += 1;
        }
        for (gold, found) in pairs(gold, found) {
            if gold.optional {
                tally.found -= 1;
            } else {
                tally.add_match(gold, found);
            }
        }
        tally
    }

    fn add_match(&mut self, gold: &Quoted<'_>, found: &Quoted<'_>) {
        let is_same_speaker = is_same_speaker(gold.speaker, found.speaker);
        self.matched += 1;
        self.same_words += usize::from(gold.words == found.words);
        self.same_speaker += usize::from(is_same_speaker);
        self.exact_speaker += usize::from(is_exact_speaker(gold.speaker, found.speaker));
        self.same_kind += usize::from(gold.kind == found.kind);
        if let Some(cue) = gold.cue {
            self.with_cue += 1;
            let meets = |found: Span| found.start() < cue.end() && cue.start() < found.end();
            self.same_cue += usize::from(found.cue.is_some_and(meets));
        }
        let kind = self.kind(gold.kind);
        kind.matched += 1;
        kind.same_speaker += usize::from(is_same_speaker);
    }

    fn kind(&mut self, kind: Kind) -> &mut KindTally {
        let [direct, indirect, mixed] = &mut self.kinds;
        match kind {
            Kind::Direct => direct,
            Kind::Indirect => indirect,
            Kind::Mixed => mixed,
        }
    }

    /// The shares that the counts come to.
    pub(crate) fn report(&self) -> Report {
        let prf = |hits| Prf::new(hits, self.found, self.gold);
        let row = |tally: &KindTally| TypeRow {
            gold: tally.gold,
            recall: ratio(tally.matched, tally.gold),
            with_speaker: ratio(tally.same_speaker, tally.gold),
        };
        Report {
            gold: self.gold,
            found: self.found,
            detect: prf(self.matched),
            strict: prf(self.same_words),
            end_to_end: prf(self.same_speaker),
            speaker: ratio(self.same_speaker, self.matched),
            speaker_exact: ratio(self.exact_speaker, self.matched),
            r#type: ratio(self.same_kind, self.matched),
            cue: ratio(self.same_cue, self.with_cue),
            types: Kind::ALL.into_iter().zip(self.kinds.iter().map(row)).collect(),
        }
    }
}

/// Quotes that cover the same words, one to one, best first, then in the order of the files.
fn pairs<'q, 'a>(
    gold: &'q [Quoted<'a>],
    found: &'q [Quoted<'a>],
) -> Vec<(&'q Quoted<'a>, &'q Quoted<'a>)> {
    let mut scored = Vec::new();
    for (i, gold) in gold.iter().enumerate() {
        for (j, found) in found.iter().enumerate() {
            let f1 = shared(&gold.words, &found.words);
            if f1 >= ENOUGH {
                scored.push((f1, (i, gold), (j, found)));
            }
        }
    }
    // Stable: equally good ones keep their order.
    scored.sort_by(|(left, ..), (right, ..)| right.total_cmp(left));
    let (mut used_gold, mut used_found) = (BTreeSet::new(), BTreeSet::new());
    scored.retain(|(_, (i, _), (j, _))| {
        let is_free = !used_gold.contains(i) && !used_found.contains(j);
        if is_free {
            used_gold.insert(*i);
            used_found.insert(*j);
        }
        is_free
    });
    scored.into_iter().map(|(_, (_, gold), (_, found))| (gold, found)).collect()
}

/// The F1 of two sets of words; 0 where one is empty.
fn shared(gold: &BTreeSet<usize>, found: &BTreeSet<usize>) -> f64 {
    ratio(2 * gold.intersection(found).count(), gold.len() + found.len())
}
