//! Quotes before they are numbered, and their numbering.

use std::borrow::Cow;

use crate::article::Article;
use crate::content::Content;
use crate::lexicon::classes;
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
    let known = classes(&item.key) != 0;
    let bare = without_conjunction(&item.bare, 2).filter(|_| !known).unwrap_or(&item.bare);
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
    drafts.retain(|draft| draft.content.ranges.iter().all(|range| range.0 < range.1));
    let holders: Vec<Option<usize>> = (0..drafts.len()).map(|at| holder(&drafts, at)).collect();
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

/// The nearest earlier quote whose content holds the cue of this one.
fn holder(drafts: &[Draft], at: usize) -> Option<usize> {
    const NEAR: usize = 16;
    let cue = drafts.get(at)?.cue.0;
    (at.saturating_sub(NEAR)..at).rev().find(|&other| {
        drafts.get(other).is_some_and(|draft| {
            draft.content.ranges.iter().any(|range| range.0 <= cue && cue < range.1)
        })
    })
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
