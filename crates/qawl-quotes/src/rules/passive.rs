//! قيل إن …: a report that names nobody.

use crate::complement::{Complement, Opening};
use crate::content::content_of;
use crate::draft::{Draft, word_itself};
use crate::morphology::may_be_joined;
use crate::quote::{Act, CueClass, Rule};
use crate::walk::Walk;

impl Walk<'_, '_> {
    /// «قيل إن» (it was said that): nobody is named.
    pub(crate) fn passive(&mut self, at: usize) {
        let article = self.article;
        let conjoined = may_be_joined(article.key(at));
        if !(conjoined || article.begins_clause(at)) || self.is_formula(at) {
            return;
        }
        let complement = Complement { opening: Opening::Clause, at: at + 1, start: at + 2 };
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
