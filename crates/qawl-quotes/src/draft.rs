//! Quotes before they are numbered, and their numbering.

use std::borrow::Cow;

use crate::article::Article;
use crate::content::Content;
use crate::morphology::without_conjunction;
use crate::options::Unclosed;
use crate::phrase::Phrase;
use crate::quote::{Act, Cue, CueClass, Quote, Speaker};
use crate::reason::Reason;
use crate::rule::Rule;

/// A quote before it is numbered.
#[derive(Debug)]
pub(crate) struct Draft {
    /// The items of the cue; of a floating quotation, which has none, its opening mark.
    pub(crate) cue: (usize, usize),
    pub(crate) lemma: Cow<'static, str>,
    pub(crate) act: Act,
    pub(crate) class: CueClass,
    pub(crate) content: Content,
    pub(crate) source: Option<Phrase>,
    pub(crate) speaker: Option<Speaker>,
    pub(crate) rule: Rule,
    pub(crate) why: Option<Box<Reason>>,
}

/// The word at `at` as its own lemma, its conjunction taken off where what is left is known.
pub(crate) fn word_itself(article: &Article<'_>, at: usize) -> Cow<'static, str> {
    let Some(item) = article.get(at) else { return Cow::Borrowed("") };
    let known = article.whole(item).classes != 0;
    let bare = without_conjunction(item.bare, 2).filter(|_| !known).unwrap_or(item.bare);
    Cow::Owned(bare.to_owned())
}

/// Numbers the drafts, finds which stands in which, and turns items into bytes.
pub(crate) fn finish(
    article: &Article<'_>,
    mut drafts: Vec<Draft>,
    unclosed: Unclosed,
) -> Vec<Quote> {
    drafts.sort_by_key(|draft| draft.cue.0);
    drafts.retain_mut(|draft| unclosed.keeps(article, &mut draft.content));
    drafts.iter_mut().for_each(|draft| leave_once(&mut draft.content.ranges));
    drafts.retain(|draft| !draft.content.ranges.is_empty());
    let drafts = without_overlaps(drafts);
    let holders = holders(&drafts);
    drafts
        .into_iter()
        .zip(holders)
        .enumerate()
        .map(|(number, (draft, within))| Quote {
            id: number + 1,
            kind: draft.content.kind,
            content: draft.content.ranges.iter().map(|r| article.span(r.0, r.1)).collect(),
            cue: (draft.rule != Rule::Floating).then(|| Cue {
                span: article.span(draft.cue.0, draft.cue.1),
                lemma: draft.lemma,
                class: draft.class,
                act: draft.act,
            }),
            source: draft.source.map(|phrase| article.span(phrase.start, phrase.end)),
            // A phrase that begins with marks alone («قال « ، …») names nobody.
            speaker: draft.speaker.filter(|speaker| !speaker.name.is_empty()),
            within: within.map(|at| at + 1),
            rule: draft.rule,
            confidence: confidence(draft.rule),
            balance: draft.content.balance,
            why: draft.why,
        })
        .collect()
}

/// What is said is said once, in the order of the text, and is something.
fn leave_once(ranges: &mut Vec<(usize, usize)>) {
    ranges.sort_unstable();
    let mut end = 0;
    ranges.retain(|range| {
        let is_new = end <= range.0 && range.0 < range.1;
        end = if is_new { range.1 } else { end };
        is_new
    });
}

/// How many quotes around one are asked whether it stands in them.
const NEAR: usize = 16;

impl Draft {
    /// Whether the cue of `other` stands in what this one says.
    fn holds(&self, other: &Draft) -> bool {
        self.content.ranges.iter().any(|range| range.0 <= other.cue.0 && other.cue.0 < range.1)
    }

    fn overlaps(&self, other: &Draft) -> bool {
        let meets = |one: &(usize, usize), two: &(usize, usize)| one.0 < two.1 && two.0 < one.1;
        let theirs = &other.content.ranges;
        self.content.ranges.iter().any(|one| theirs.iter().any(|two| meets(one, two)))
    }
}

/// Nobody says what another says, but in a quote within a quote: of two that would, the one whose cue
/// comes first stays.
fn without_overlaps(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let near = kept.get(kept.len().saturating_sub(NEAR)..).unwrap_or_default();
        let is_said =
            |other: &Draft| other.overlaps(&draft) && !other.holds(&draft) && !draft.holds(other);
        if !near.iter().any(is_said) {
            kept.push(draft);
        }
    }
    kept
}

/// For each quote the one in whose content its cue stands: the nearest before it, or else the nearest
/// behind it, whose cue follows («قال إن …»، قال فلان).
fn holders(drafts: &[Draft]) -> Vec<Option<usize>> {
    let holds = |outer: usize, inner: usize| match [drafts.get(outer), drafts.get(inner)] {
        [Some(outer), Some(inner)] => outer.holds(inner),
        _ => false,
    };
    let before = |at: usize| (at.saturating_sub(NEAR)..at).rev().find(|&other| holds(other, at));
    let mut holders: Vec<_> = (0..drafts.len()).map(before).collect();
    for at in 0..drafts.len() {
        if holders.get(at) == Some(&None) {
            let mut behind = at + 1..drafts.len().min(at + 1 + NEAR);
            let found = behind.find(|&other| holds(other, at) && !stands_in(&holders, other, at));
            holders.get_mut(at).into_iter().for_each(|holder| *holder = found);
        }
    }
    holders
}

/// Whether `inner` stands in `outer`, by any way that is not too long to tell.
fn stands_in(holders: &[Option<usize>], inner: usize, outer: usize) -> bool {
    let next = |at: &usize| holders.get(*at).copied().flatten();
    let mut way = std::iter::successors(Some(inner), next).take(2 * NEAR + 1);
    way.position(|at| at == outer).is_some() || way.next().is_some()
}

/// How often quotes by a rule were right, speaker included, in the articles it was developed on;
/// inverted and passive ones are too few there to tell.
fn confidence(rule: Rule) -> f32 {
    match rule {
        Rule::VerbSubject => 0.88,
        Rule::Participle => 0.86,
        Rule::SubjectVerb | Rule::Prepositional | Rule::Inverted => 0.83,
        Rule::Noun => 0.74,
        Rule::Continuation => 0.72,
        Rule::Passive => 0.6,
        Rule::Floating => 0.3,
    }
}
