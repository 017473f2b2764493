//! قال فلان إن …, وأضاف …, مشيرا إلى أن …: a verb or participle with its complement.

use crate::article::Article;
use crate::complement::{Opening, own_preposition};
use crate::content::{Content, content_of, quotation};
use crate::cue::{CueWord, speaks};
use crate::draft::Draft;
use crate::items::{Item, Kind};
use crate::lexicon::{Tense, class, flag, takes};
use crate::morphology::{Shape, may_have_fa};
use crate::phrase::Phrase;
use crate::quote::{Act, CueClass, QuoteKind, Rule, Speaker};
use crate::report::Report;
use crate::speaker::Subject;
use crate::walk::Walk;

impl Walk<'_, '_> {
    /// The quote of a cue, or at least its subject.
    pub(crate) fn report(&mut self, report: &Report) {
        let cue = &report.cue;
        if self.is_writers_formula(report) || self.inverted(report) {
            return;
        }
        let Some(complement) = report.complement else { return self.subject_of_verb(cue) };
        if noun_takes_over(self.article, cue.at + 1, complement.at) {
            return self.subject_of_verb(cue);
        }
        let Some(content) = content_of(self.article, self.reports, &complement) else { return };
        if is_byline(self.article, cue, &content) {
            return;
        }
        self.article.trace.open(complement.opening);
        let limit = match complement.opening {
            // «وصفت اللقاء بـ«…»»: neither does the clitic before the marks.
            Opening::Nominal => own_preposition(self.article, cue, complement.at)
                .min(before_clitic(self.article, complement.at)),
            _ => complement.at,
        };
        let (source, subject, rule) = self.source(cue, limit);
        let worded = content.kind != QuoteKind::Indirect;
        // A verb of other senses that nobody says tells of a thing too.
        let nobody = subject.is_none() && rule == Rule::Continuation && cue.verb.is(flag::WEAK);
        let mere = || {
            nobody
                || self.is_mere_clause(cue, complement.opening, rule)
                || (source.is_none() && describes_thing(self.article, cue))
        };
        if !self.fits(cue, source) || (!worded && mere()) {
            return;
        }
        let content = self.nominal_content(cue, complement.opening, source, content);
        let speaker = subject.as_ref().map(Subject::as_speaker);
        self.push(verb_draft(self.article, cue, content, source, speaker, rule), subject);
    }

    /// «بند يشير إلى أن» (a clause that points out): in the middle of a clause and with nobody named,
    /// a verb describes a noun; and a thought is a report only with its thinker, or in his words.
    fn is_mere_clause(&self, cue: &CueWord, opening: Opening, rule: Rule) -> bool {
        let thought = cue.verb.is(flag::VIEW) && cue.form.tense == Tense::Imperfect;
        let begins = cue.joined
            || self.article.begins_clause(cue.at)
            || self.is_fronted(cue.at)
            || cue.is_plain_saying()
            || !follows_indefinite(self.article, cue.at);
        rule == Rule::Continuation && opening == Opening::Clause && (thought || !begins)
    }

    /// «وفي هذا السياق أكد أن»: nothing but an adverbial stands before the verb in its sentence.
    fn is_fronted(&self, at: usize) -> bool {
        const LONGEST: usize = 8;
        let article = self.article;
        let first = article.sentence_start(at);
        at - first <= LONGEST
            && article.is(first, class::PREP | class::ADJUNCT)
            && (first + 1..at).all(|at| article.cues_at(at).is_empty())
    }

    /// A noun phrase with quoted words begins behind its source.
    fn nominal_content(
        &self,
        cue: &CueWord,
        opening: Opening,
        source: Option<Phrase>,
        content: Content,
    ) -> Content {
        if opening != Opening::Nominal {
            return content;
        }
        let article = self.article;
        let first = source.map_or(0, |source| source.end).max(cue.at + 1);
        let end = content.end();
        let mark = article.marks.within(first, end).next().map_or(end, |pair| pair.open);
        // The verb's own preposition opens what was said, its hearer stands before: «دعا الكينيين إلى».
        let own = own_preposition(article, cue, mark);
        // «عزا الفوز إلى «صبر اللاعبين»» (ascribed the win to): what is explained is said too.
        let explains = cue.verb.act == Act::Explain && cue.verb.takes(takes::ILA);
        let mut start = if own < mark && !explains { (own + 1).max(first) } else { first };
        let passed = class::PREP | class::ADVERB;
        while article.get(start).is_some_and(|item| item.is(passed) || item.is_clitic()) {
            start += 1;
        }
        match article.marks.opening(start) {
            Some(pair) if article.words_in(pair.after(), end) == 0 => {
                quotation(article, self.reports, pair)
            }
            _ => Content { ranges: vec![article.trim(start.min(end), end)], ..content },
        }
    }

    /// Studies find, people do not; a verb of other senses wants a subject that can speak.
    fn fits(&self, cue: &CueWord, source: Option<Phrase>) -> bool {
        if !cue.verb.is(flag::FINDING) {
            return true;
        }
        let article = self.article;
        // «إحصائية أظهرت أن» (a census that showed), «الدراسة التي أظهرت أن»: the document stands right
        // before it.
        let relative = cue.at.checked_sub(1).filter(|&at| article.is(at, class::RELATIVE));
        if article.before(relative.unwrap_or(cue.at)).is_some_and(|b| b.is(class::DOCUMENT)) {
            return true;
        }
        source.is_some_and(|phrase| {
            (phrase.start..phrase.end.min(phrase.start + 2))
                .any(|at| article.is(at, class::DOCUMENT | class::LAW))
                || article.title(phrase.start).is_some()
        })
    }

    /// «يذكر أن» (it may be recalled that), «يشار إلى أن»: the writer's own.
    fn is_writers_formula(&self, report: &Report) -> bool {
        let cue = &report.cue;
        let next = report.complement.is_some_and(|complement| {
            complement.at <= cue.at + 1 && complement.opening == Opening::Clause
        });
        // «أما الخبير فيذكر بأن» (as for the expert, he reminds): somebody does.
        let reminds = may_have_fa(self.article.key(cue.at));
        next && cue.form.tense == Tense::Imperfect && self.is_formula(cue.at) && !reminds
    }

    /// «يذكر», «يشار»: words of the writer's own remarks.
    pub(crate) fn is_formula(&self, at: usize) -> bool {
        self.article.is(at, class::WRITER)
    }
}

/// The mark at `mark`, or the clitic that stands right before it.
fn before_clitic(article: &Article<'_>, mark: usize) -> usize {
    let clitic = article.before(mark).is_some_and(Item::is_clitic);
    mark - usize::from(clitic)
}

/// «كتب: فلان الفلاني» (written by): a paragraph with no more than a name behind its colon.
fn is_byline(article: &Article<'_>, cue: &CueWord, content: &Content) -> bool {
    const LONGEST: usize = 4;
    cue.verb.act == Act::Write
        && article.kind(cue.at + 1) == Some(Kind::Colon)
        && content.end() == article.paragraph_end(cue.at)
        && article.words_in(content.start(), content.end()) <= LONGEST
}

/// Whether an indefinite noun stands before the verb, which then describes it: «بند يشير إلى أن».
fn follows_indefinite(article: &Article<'_>, verb: usize) -> bool {
    const NO_NOUN: u64 = class::PRONOUN
        | class::RELATIVE
        | class::THAT
        | class::BI_THAT
        | class::ADVERB
        | class::MAIN_CLAUSE;
    article.before(verb).filter(|item| item.is_word()).is_some_and(|item| {
        let definite = item.has(Shape::ARTICLE)
            || item.has(Shape::JOINED_ARTICLE)
            || item.has(Shape::POSSESSIVE)
            || item.mention.is_some()
            || item.name.is_some();
        // «دراسة صغيرة بينت أن»: a document says.
        let document = article.is(verb - 1, class::DOCUMENT)
            || verb.checked_sub(2).is_some_and(|at| article.is(at, class::DOCUMENT));
        !definite && !document && !item.is(NO_NOUN)
    })
}

/// «النتائج التي تؤكد أن» (the results, which confirm that): the imperfect behind a relative pronoun tells
/// of a thing.
fn describes_thing(article: &Article<'_>, cue: &CueWord) -> bool {
    let relative = article.before(cue.at).is_some_and(|item| item.is(class::RELATIVE));
    let voice = |at: usize| speaks(article, at) || article.is(at, class::MEDIUM | class::PRONOUN);
    relative
        && cue.form.tense == Tense::Imperfect
        && cue.at >= 3
        && !(voice(cue.at - 2) || voice(cue.at - 3))
}

/// The draft of a verb or participle.
pub(crate) fn verb_draft(
    article: &Article<'_>,
    cue: &CueWord,
    content: Content,
    source: Option<Phrase>,
    speaker: Option<Speaker>,
    rule: Rule,
) -> Draft {
    Draft {
        cue: (cue.at, cue.at + 1),
        lemma: article.lexicon.lemma(cue.verb).clone(),
        act: cue.verb.act,
        class: if cue.is_participle() { CueClass::Participle } else { CueClass::Verb },
        content,
        source,
        speaker,
        rule,
        why: None,
    }
}

/// Whether «قوله» stands between: then the noun reports, not the verb.
fn noun_takes_over(article: &Article<'_>, start: usize, end: usize) -> bool {
    end > start && article.is(end - 1, class::SPEECH_NOUN)
}
