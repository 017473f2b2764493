//! قيل إن …: a report that names nobody.

use crate::article::Article;
use crate::complement::{Complement, Opening};
use crate::content::content_of;
use crate::draft::{Draft, word_itself};
use crate::lexicon::class;
use crate::morphology::Shape;
use crate::quote::{Act, CueClass, Rule};
use crate::walk::Walk;

impl Walk<'_, '_> {
    /// «قيل إن» (it was said that): nobody is named.
    pub(crate) fn passive(&mut self, at: usize) {
        let article = self.article;
        let conjoined = article.has(at, Shape::CONJUNCTION);
        let that = clause_of_passive(article, at).unwrap_or(at + 1);
        // «ما يتردد عن أن» (what is rumoured), «فقد قيل إن».
        let rumoured = article.is(that - 1, class::PREP);
        let opened = article
            .before(at)
            .is_some_and(|b| b.is(class::MAIN_CLAUSE) || (b.is(class::WHAT) && rumoured));
        if !(conjoined || opened || article.begins_clause(at)) || self.is_formula(at) {
            return;
        }
        let complement = Complement { opening: Opening::Clause, at: that, start: that + 1 };
        let Some(content) = content_of(article, self.reports, &complement) else { return };
        article.trace.open(complement.opening);
        let draft = Draft {
            cue: (at, at + 1),
            lemma: word_itself(article, at),
            act: Act::Say,
            class: CueClass::Verb,
            content,
            source: None,
            speaker: None,
            rule: Rule::Passive,
            why: None,
        };
        self.push(draft, None);
    }
}

/// Where the clause of the passive at `at` opens: right behind it, behind an adverb («تردد أيضا أن»)
/// or its preposition («أشير إلى أن»).
pub(crate) fn clause_of_passive(article: &Article<'_>, at: usize) -> Option<usize> {
    let mut next = at + 1;
    while next < at + 3 && article.is(next, class::ADVERB | class::PREP) {
        next += 1;
    }
    article.is(next, class::THAT | class::BI_THAT).then_some(next)
}
