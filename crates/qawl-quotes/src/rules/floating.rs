//! «…» with no reporting word in reach, behind somebody's words.
//!
//! In 3 720 news articles there are 16 of them; read by hand, 12 are speech and 6 are of the speaker
//! that they are given to. So they are sought only where somebody asks for them.

use std::borrow::Cow;

use crate::content::quotation;
use crate::draft::Draft;
use crate::marks::Pair;
use crate::quote::{Act, CueClass, Resolution, Rule, Speaker};
use crate::reason::Opener;
use crate::refused::refusal;
use crate::speaker::Subject;
use crate::walk::Walk;

impl Walk<'_, '_> {
    /// Gives every quotation that no rule has taken to the last speaker, if one stands near.
    pub(crate) fn floating_quotations(&mut self, distance: usize) {
        let article = self.article;
        let taken = Taken::new(&self.drafts);
        let free: Vec<Pair> = article
            .marks
            .within(0, article.items.len())
            .filter(|&pair| !taken.meets(pair.open, pair.after()))
            .filter(|&pair| refusal(article, pair).is_none())
            .collect();
        let mut speakers: Vec<Subject> =
            self.subjects.iter().filter(|subject| subject.reports).cloned().collect();
        speakers.sort_by_key(|subject| subject.at);
        let mut end = 0;
        for pair in free.into_iter().filter(|pair| pair.closed) {
            // The parts of one speech over several paragraphs are one quote.
            if pair.open < end {
                continue;
            }
            article.trace.clear();
            let last = speakers.partition_point(|subject| subject.at < pair.open).checked_sub(1);
            let last = last.and_then(|last| speakers.get(last));
            let Some(last) = last.filter(|last| self.is_near(last, pair.open, distance)) else {
                continue;
            };
            let content = quotation(article, self.reports, pair);
            end = content.end();
            article.trace.open(Opener::Quotation);
            article.note_earlier(std::iter::once(last), Some(last), |_| true);
            let speaker = Speaker { how: Resolution::Implied, ..last.as_speaker() };
            self.drafts.push(Draft {
                cue: (pair.open, pair.open + 1),
                lemma: Cow::Borrowed(""),
                act: Act::Say,
                class: CueClass::Verb,
                content,
                source: None,
                speaker: Some(speaker),
                rule: Rule::Floating,
                why: article.trace.take(),
            });
        }
    }

    fn is_near(&self, speaker: &Subject, at: usize, distance: usize) -> bool {
        let sentence = |at: usize| self.article.get(at).map_or(0, |item| item.sentence as usize);
        sentence(at) <= sentence(speaker.at) + distance
    }
}

/// The items that quotes have.
struct Taken(Vec<(usize, usize)>);

impl Taken {
    fn new(drafts: &[Draft]) -> Self {
        let mut ranges: Vec<_> =
            drafts.iter().flat_map(|draft| draft.content.ranges.iter().copied()).collect();
        ranges.sort_unstable();
        // Where each range goes on at least as far as all before it, one look-up tells.
        let mut furthest = 0;
        for range in &mut ranges {
            furthest = range.1.max(furthest);
            range.1 = furthest;
        }
        Self(ranges)
    }

    fn meets(&self, start: usize, end: usize) -> bool {
        let before = self.0.partition_point(|range| range.0 < end);
        before.checked_sub(1).and_then(|at| self.0.get(at)).is_some_and(|range| range.1 > start)
    }
}
