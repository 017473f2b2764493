//! From cues to quotes: each report in the order of the text, with its words and its speaker.

use qawl_core::Mention;

use crate::article::Article;
use crate::complement::{Opening, complement_of, own_preposition};
use crate::content::{Content, content_of, quotation};
use crate::cue::{CueWord, plain_verb_at};
use crate::extent::{Report, Reports, is_frame};
use crate::items::Kind;
use crate::name::name_in;
use crate::lexicon::{Gender, Inflection, Number, Tense, class, flag};
use crate::phrase::{Phrase, phrase_after};
use crate::prepositional::{Attribution, attributions, governed};
use crate::quote::{Balance, Cue, CueClass, Quote, QuoteKind, Rule, Speaker};
use crate::register::Register;
use crate::speaker::{Subject, implied, speaker_of};
use crate::subject::{object_phrase, subject_before};

/// Finds the reported speech of a text, with the default options.
///
/// `mentions` are names found in the text, by `qawl-gazetteer` or any other program; an empty
/// slice is fine. Linear in the text; allocates the quotes and a table of the text's words.
///
/// ```
/// use qawl_quotes::{quotes, QuoteKind, Rule};
///
/// let text = "قال الوزير سامي الحداد إن المشروع سينتهي قريبا.";
/// // "Minister Sami al-Haddad said that the project would end soon."
/// let found = quotes(text, &[]);
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].kind, QuoteKind::Indirect);
/// assert_eq!(found[0].rule, Rule::VerbSubject);
/// assert_eq!(found[0].content[0].get(text), Some("المشروع سينتهي قريبا"));
/// assert_eq!(found[0].speaker.as_ref().map(|s| s.name.as_str()), Some("سامي الحداد"));
/// ```
#[must_use]
pub fn quotes(text: &str, mentions: &[Mention<'_>]) -> Vec<Quote> {
    let article = Article::new(text, mentions);
    let attributions = attributions(&article);
    let reports = reports(&article, &attributions);
    let mut register = Register::new(&article);
    add_sources(&article, &reports, &mut register);
    let mut walk = Walk {
        article: &article,
        reports: &reports,
        register,
        subjects: Vec::new(),
        drafts: Vec::new(),
        content_end: 0,
    };
    walk.run(&attributions);
    finish(&article, walk.drafts)
}

/// One report a cue word: of several readings the first that finds its complement.
fn reports(article: &Article<'_, '_>, attributions: &[Attribution]) -> Reports {
    let mut reports: Vec<Report> = Vec::new();
    for cue in article.cues() {
        let complement = complement_of(article, cue);
        match reports.last_mut().filter(|last| last.cue.at == cue.at) {
            Some(last) if last.complement.is_none() && complement.is_some() => {
                *last = Report { cue: *cue, complement };
            }
            Some(_) => {}
            None => reports.push(Report { cue: *cue, complement }),
        }
    }
    let mut attributed = attributions.iter().peekable();
    reports.retain(|report| {
        while attributed.next_if(|a| a.cue_end < report.cue.at).is_some() {}
        attributed.peek().is_none_or(|a| report.cue.at <= a.at)
    });
    leave_to_nearest(&mut reports);
    leave_to_attributions(&mut reports, attributions);
    Reports::new(reports, attributions.iter().map(|a| a.at).collect())
}

/// Of several cues before one complement the nearest has it: «وتابع موضحا أن» (he went on to
/// explain that).
fn leave_to_nearest(reports: &mut [Report]) {
    let mut next: Option<usize> = None;
    for report in reports.iter_mut().rev() {
        let start = report.complement.map(|complement| complement.start);
        if start.is_some() && start == next {
            report.complement = None;
        }
        next = start.or(next);
    }
}

/// «ذكرت الوكالة نقلا عن مصدر أن»: one report, by the source.
fn leave_to_attributions(reports: &mut [Report], attributions: &[Attribution]) {
    for report in reports {
        let Some(complement) = report.complement else { continue };
        let near = attributions.partition_point(|a| a.at < report.cue.at);
        let taken = attributions.get(near).is_some_and(|attribution| {
            attribution.at < complement.at
                && attribution.phrase.is_some_and(|phrase| phrase.end == complement.at)
        });
        if taken {
            report.complement = None;
        }
    }
}

/// The names of the sources, which may hold words that no list knows, join the register before any
/// title is resolved.
fn add_sources(article: &Article<'_, '_>, reports: &Reports, register: &mut Register) {
    for report in reports.iter().filter(|report| !report.cue.is_participle()) {
        let Some(complement) = report.complement else { continue };
        let name = phrase_after(article, report.cue.at, complement.at)
            .and_then(|phrase| name_in(article, phrase));
        if let Some(name) = name.filter(|name| name.evidence > 2 && name.end - name.start > 1) {
            register.add(article, name.start, name.end);
        }
    }
}

/// A quote before it is numbered.
#[derive(Debug)]
struct Draft {
    cue: (usize, usize),
    lemma: &'static str,
    act: &'static str,
    class: CueClass,
    content: Content,
    source: Option<Phrase>,
    speaker: Option<Speaker>,
    rule: Rule,
}

/// The way through an article.
struct Walk<'w, 'a, 'm> {
    article: &'w Article<'a, 'm>,
    reports: &'w Reports,
    register: Register,
    /// Who can be the subject of a verb that names none, the latest last.
    subjects: Vec<Subject>,
    drafts: Vec<Draft>,
    /// The item behind the content of the quotes so far: what is named inside is not the writer's.
    content_end: usize,
}

impl Walk<'_, '_, '_> {
    fn run(&mut self, attributions: &[Attribution]) {
        let mut attributions = attributions.iter().peekable();
        for at in 0..self.article.items.len() {
            if let Some(attribution) = attributions.next_if(|a| a.at == at) {
                self.prepositional(attribution);
            } else if self.article.is(at, class::PASSIVE) && self.article.is(at + 1, class::THAT) {
                self.passive(at);
            } else if let Some(report) = self.reports.at(at) {
                self.report(report);
            } else if self.article.is(at, class::SPEECH_NOUN) {
                self.speech_noun(at);
            } else {
                self.other_verb(at);
            }
        }
    }

    fn report(&mut self, report: &Report) {
        let cue = &report.cue;
        if self.is_writers_formula(report) {
            return;
        }
        if self.inverted(report) {
            return;
        }
        let Some(complement) = report.complement else { return self.subject_of_verb(cue) };
        if noun_takes_over(self.article, cue.at + 1, complement.at) {
            return self.subject_of_verb(cue);
        }
        let Some(content) = content_of(self.article, self.reports, &complement) else { return };
        let limit = match complement.opening {
            Opening::Nominal => own_preposition(self.article, cue, complement.at),
            _ => complement.at,
        };
        let (source, subject, rule) = self.source(cue, limit);
        if !self.fits(cue, source) {
            return;
        }
        let content = self.nominal_content(complement.opening, source, content);
        self.draft(cue, content, source, subject, rule);
    }

    /// A noun phrase with quoted words begins behind its source.
    fn nominal_content(
        &self,
        opening: Opening,
        source: Option<Phrase>,
        content: Content,
    ) -> Content {
        let (Opening::Nominal, Some(source)) = (opening, source) else { return content };
        let mut start = source.end;
        while self.article.is(start, class::PREP | class::ADVERB) {
            start += 1;
        }
        let end = content.end();
        Content { ranges: vec![self.article.trim(start.min(end), end)], ..content }
    }

    /// Studies find, people do not; a verb of other senses wants a subject that can speak.
    fn fits(&self, cue: &CueWord, source: Option<Phrase>) -> bool {
        if !cue.verb.is(flag::FINDING) {
            return true;
        }
        source.is_some_and(|phrase| {
            let article = self.article;
            (phrase.start..phrase.end.min(phrase.start + 2))
                .any(|at| article.is(at, class::DOCUMENT))
                || article.title(phrase.start).is_some()
        })
    }

    /// The source of a verb: behind it, before it, or implied.
    fn source(&mut self, cue: &CueWord, limit: usize) -> (Option<Phrase>, Option<Subject>, Rule) {
        let article = self.article;
        if cue.is_participle() {
            let source = self.main_clause_source(cue);
            let subject = source.map(|phrase| self.named(phrase));
            return (source, subject.or_else(|| self.implied(cue.form, cue.at)), Rule::Participle);
        }
        let behind = if cue.verb.is(flag::RELAY | flag::MEDIUM) {
            object_phrase(article, cue, limit)
        } else {
            phrase_after(article, cue.at, limit)
        };
        let behind = behind.filter(|&phrase| self.can_be_subject(cue, phrase));
        let behind = behind.map(|phrase| self.before_hearer(cue, phrase));
        if let Some(phrase) = behind {
            return (Some(phrase), Some(self.named(phrase)), Rule::VerbSubject);
        }
        if let Some(phrase) = subject_before(article, cue.at) {
            return (Some(phrase), Some(self.named(phrase)), Rule::SubjectVerb);
        }
        (None, self.implied(cue.form, cue.at), Rule::Continuation)
    }

    /// «وأوضح المهندس قائلا: …» (the engineer explained, saying): the subject of the verb before.
    fn main_clause_source(&self, cue: &CueWord) -> Option<Phrase> {
        const NEAR: usize = 24;
        let article = self.article;
        let first = article.sentence_start(cue.at).max(cue.at.saturating_sub(NEAR));
        let main = (first..cue.at).rev().find_map(|at| self.reports.at(at))?;
        let adjacent = main.complement.is_none() && !main.cue.is_participle();
        let phrase = phrase_after(article, main.cue.at, cue.at).filter(|_| adjacent)?;
        let between = article.words_in(phrase.end, cue.at);
        let comma = (main.cue.at..cue.at).any(|at| article.kind(at) == Some(Kind::Comma));
        (between <= 4 && !comma).then_some(phrase)
    }

    /// The object of «اتهم الحكومة بأنها» (he accused the government) is not its subject: the
    /// genders differ.
    fn can_be_subject(&self, cue: &CueWord, phrase: Phrase) -> bool {
        if !cue.verb.is(flag::OBJECT) || cue.form.number != Number::Singular {
            return true;
        }
        let gender = speaker_of(self.article, &self.register, phrase).gender;
        gender.is_none_or(|gender| gender == cue.form.gender)
    }

    /// «دعا نبيل حمود الحكومة إلى أن»: where a hearer follows, the subject ends with its name.
    fn before_hearer(&self, cue: &CueWord, phrase: Phrase) -> Phrase {
        let article = self.article;
        if !cue.verb.is(flag::OBJECT) {
            return phrase;
        }
        let last = |end: usize| article.key(end.saturating_sub(1));
        if let Some(name) = name_in(article, phrase).filter(|name| name.evidence > 1) {
            // An unknown word with the article behind a whole name is the hearer: «… كوروي الأعضاء».
            let hearer = name.end - name.start > 2
                && last(name.end).starts_with("ال")
                && article.name(name.end - 1).is_none();
            return Phrase { end: name.end - usize::from(hearer), ..phrase };
        }
        let many = last(phrase.end).starts_with("ال") && last(phrase.end).ends_with("ين");
        Phrase { end: phrase.end - usize::from(many && phrase.end - phrase.start > 1), ..phrase }
    }

    fn named(&self, phrase: Phrase) -> Subject {
        let subject = speaker_of(self.article, &self.register, phrase);
        // «المصدر» (the source) is the one described before.
        match subject.described_before(&self.subjects) {
            Some(speaker) => Subject { speaker, can_speak: true, ..subject },
            None => subject,
        }
    }

    fn implied(&self, form: Inflection, at: usize) -> Option<Subject> {
        // Where no subject was seen, the sentence may still name somebody.
        implied(self.article, &self.subjects, form, at).or_else(|| {
            let first = self.article.sentence_start(at);
            let person = self.register.last_between(first, at)?;
            let phrase = Phrase { start: person.start, end: person.end };
            Some(speaker_of(self.article, &self.register, phrase))
        })
    }

    fn draft(
        &mut self,
        cue: &CueWord,
        content: Content,
        source: Option<Phrase>,
        subject: Option<Subject>,
        rule: Rule,
    ) {
        let class = if cue.is_participle() { CueClass::Participle } else { CueClass::Verb };
        let speaker = subject.as_ref().map(|subject| subject.speaker.clone());
        let end = content.end();
        self.drafts.push(Draft {
            cue: (cue.at, cue.at + 1),
            lemma: cue.verb.lemma,
            act: cue.verb.act,
            class,
            content,
            source,
            speaker,
            rule,
        });
        if cue.at >= self.content_end {
            self.subjects.extend(subject);
            self.content_end = end;
        }
    }

    /// «يذكر أن» (it may be recalled that), «يشار إلى أن»: the writer's own.
    fn is_writers_formula(&self, report: &Report) -> bool {
        let cue = &report.cue;
        let next = report.complement.is_some_and(|complement| {
            complement.at <= cue.at + 1 && complement.opening == Opening::Clause
        });
        next && cue.form.tense == Tense::Imperfect && self.is_formula(cue.at)
    }

    fn is_formula(&self, at: usize) -> bool {
        self.article.is(at, class::WRITER)
    }

    /// «…»، قال فلان، «…»: the words stand before the verb.
    fn inverted(&mut self, report: &Report) -> bool {
        let article = self.article;
        let cue = &report.cue;
        if cue.joined || cue.is_participle() {
            return false;
        }
        let Some(before) = cue.at.checked_sub(1) else { return false };
        let close = match article.kind(before) {
            Some(Kind::Comma | Kind::Dash | Kind::Dots) => before.checked_sub(1),
            Some(Kind::Word) if article.is(before, class::CONNECTIVE) => before.checked_sub(1),
            _ => Some(before),
        };
        let Some(pair) = close.and_then(|close| article.marks.closing(close)) else { return false };
        let spoken = article.words_in(pair.open + 1, pair.end) >= 3
            && !self.drafts.iter().rev().take(3).any(|draft| draft.content.end() > pair.open);
        let goes_on = match report.complement.map(|complement| complement.opening) {
            None => None,
            Some(Opening::Quotation(next)) => Some(next),
            Some(_) => return false,
        };
        if !spoken {
            return false;
        }
        let mut content = quotation(article, pair);
        if let Some(next) = goes_on {
            content.ranges.extend(quotation(article, next).ranges);
        }
        let limit = report.complement.map_or(article.sentence_end(cue.at), |c| c.at);
        let phrase = phrase_after(article, cue.at, limit);
        let subject = match phrase {
            Some(phrase) => Some(self.named(phrase)),
            None => self.implied(cue.form, cue.at),
        };
        self.draft(cue, content, phrase, subject, Rule::Inverted);
        true
    }

    fn prepositional(&mut self, attribution: &Attribution) {
        let article = self.article;
        if attribution.at < self.content_end
            && self.drafts.last().is_some_and(|d| d.content.kind == QuoteKind::Direct)
        {
            return;
        }
        let subject = match attribution.phrase {
            Some(phrase) => Some(self.named(phrase)),
            None => self.subjects.last().cloned(),
        };
        let Some(range) = self.attributed_words(attribution) else {
            self.subjects.extend(subject);
            return;
        };
        let (kind, balance) = words_kind(article, range);
        let content = Content { kind, ranges: vec![range], balance };
        let known = self.drafts.iter().rev().take(4).any(|draft| {
            draft.content.start() < content.end() && content.start() < draft.content.end()
        });
        if known {
            return;
        }
        let end = content.end();
        self.drafts.push(Draft {
            cue: (attribution.at, attribution.cue_end + 1),
            lemma: preposition_lemma(article.key(attribution.at)),
            act: "say",
            class: CueClass::Preposition,
            content,
            source: attribution.phrase,
            speaker: subject.as_ref().map(|subject| subject.speaker.clone()),
            rule: Rule::Prepositional,
        });
        self.subjects.extend(subject);
        self.content_end = self.content_end.max(end);
    }

    /// The quotation that ends right before, or else the clause.
    fn attributed_words(&self, attribution: &Attribution) -> Option<(usize, usize)> {
        governed(self.article, self.reports, attribution)
    }

    /// «قوله إن» (his saying that), «بقوله: …», «نصه: …».
    fn speech_noun(&mut self, at: usize) {
        let article = self.article;
        // «قوله لزواره: …» (his saying to his visitors): the hearer stands between.
        let mut next = at + 1;
        while next < at + 3 && article.key(next).starts_with('ل') {
            next += 1;
        }
        let opening = if article.is(next, class::THAT) {
            Some((Opening::Clause, next + 1))
        } else if article.kind(next) == Some(Kind::Colon) {
            match article.marks.opening(next + 1) {
                Some(pair) => Some((Opening::Quotation(pair), next + 2)),
                None => Some((Opening::Colon, next + 1)),
            }
        } else {
            article.marks.opening(next).map(|pair| (Opening::Quotation(pair), next + 1))
        };
        let Some((opening, start)) = opening else { return };
        let complement = crate::complement::Complement { opening, at: next, start };
        let Some(content) = content_of(article, self.reports, &complement) else { return };
        let gender =
            if article.key(at).ends_with("ها") { Gender::Feminine } else { Gender::Masculine };
        // «نصه» (its text) is a document's, whatever gender its author has.
        let of_person = article.key(at).contains('ق');
        let form = Inflection { tense: Tense::Participle, gender, number: Number::Singular };
        let source = relayed(article, at);
        let subject = match source {
            Some(phrase) => Some(self.named(phrase)),
            None if of_person => self.implied(form, at),
            None => self.subjects.last().cloned(),
        };
        let end = content.end();
        self.drafts.push(Draft {
            cue: (at, at + 1),
            lemma: "قول",
            act: "say",
            class: CueClass::Noun,
            content,
            source,
            speaker: subject.as_ref().map(|subject| subject.speaker.clone()),
            rule: Rule::Noun,
        });
        if at >= self.content_end {
            self.subjects.extend(subject);
            self.content_end = end;
        }
    }

    /// «قيل إن» (it was said that): nobody is named.
    fn passive(&mut self, at: usize) {
        let article = self.article;
        let conjoined = article.key(at).starts_with(['و', 'ف']);
        if !(conjoined || article.begins_clause(at)) || self.is_formula(at) {
            return;
        }
        let complement =
            crate::complement::Complement { opening: Opening::Clause, at: at + 1, start: at + 2 };
        let Some(content) = content_of(article, self.reports, &complement) else { return };
        let end = content.end();
        self.drafts.push(Draft {
            cue: (at, at + 1),
            lemma: "قيل",
            act: "say",
            class: CueClass::Verb,
            content,
            source: None,
            speaker: None,
            rule: Rule::Passive,
        });
        self.content_end = self.content_end.max(end);
    }

    /// The subject of a reporting verb that reports no words here.
    fn subject_of_verb(&mut self, cue: &CueWord) {
        if cue.is_participle() || cue.at < self.content_end {
            return;
        }
        let limit = own_preposition(self.article, cue, self.article.sentence_end(cue.at));
        let behind = phrase_after(self.article, cue.at, limit)
            .filter(|&phrase| self.can_be_subject(cue, phrase));
        let phrase = behind.or_else(|| subject_before(self.article, cue.at));
        let subject = phrase.map(|phrase| self.named(phrase));
        self.subjects.extend(subject.filter(|subject| subject.can_speak));
    }

    /// The subject of another verb at the head of a sentence or clause may speak next.
    fn other_verb(&mut self, at: usize) {
        let article = self.article;
        if at < self.content_end || plain_verb_at(article, at).is_none() {
            return;
        }
        if !(article.begins_clause(at) || article.key(at).starts_with('و')) || is_frame(article, at)
        {
            return;
        }
        let Some(phrase) = phrase_after(article, at, article.sentence_end(at)) else { return };
        let subject = self.named(phrase);
        if subject.can_speak {
            self.subjects.push(Subject { reports: false, ..subject });
        }
    }
}

/// Whether «قوله» stands between: then the noun reports, not the verb.
fn noun_takes_over(article: &Article<'_, '_>, start: usize, end: usize) -> bool {
    end > start && article.is(end - 1, class::SPEECH_NOUN)
}

/// Who is named behind «عن» in «نقلت الوكالة عن مسؤول قوله».
fn relayed(article: &Article<'_, '_>, noun: usize) -> Option<Phrase> {
    let first = article.sentence_start(noun);
    let from = (first..noun).find(|&at| article.key(at) == "عن")?;
    phrase_after(article, from, noun)
}

fn words_kind(article: &Article<'_, '_>, range: (usize, usize)) -> (QuoteKind, Balance) {
    let pairs: Vec<_> = article
        .marks
        .within(range.0.saturating_sub(1), range.1)
        .filter(|&pair| {
            article.words_in(pair.open + 1, pair.end) >= 3
                && !crate::complement::names_something(article, pair)
        })
        .collect();
    match pairs.first() {
        Some(pair) if pair.open < range.0.max(1) && pair.end >= range.1 => {
            (QuoteKind::Direct, Balance::Closed)
        }
        Some(pair) if pair.open == range.0 && pair.after() >= range.1 => {
            (QuoteKind::Direct, Balance::Closed)
        }
        Some(_) => (QuoteKind::Mixed, Balance::Closed),
        None => (QuoteKind::Indirect, Balance::None),
    }
}

fn preposition_lemma(key: &str) -> &'static str {
    match key.strip_prefix('و').filter(|rest| rest.chars().count() >= 3).unwrap_or(key) {
        "بحسب" => "بحسب",
        "حسب" | "حسبما" => "حسب",
        "وفقا" | "فقا" => "وفقا",
        "وفق" | "وفقما" => "وفق",
        "طبقا" => "طبقا",
        "نقلا" => "نقلا",
        "علي" => "على",
        _ => "من",
    }
}

/// Numbers the drafts, finds which stands in which, and turns items into bytes.
fn finish(article: &Article<'_, '_>, mut drafts: Vec<Draft>) -> Vec<Quote> {
    drafts.sort_by_key(|draft| draft.cue.0);
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
            cue: Some(Cue {
                span: article.span(draft.cue.0, draft.cue.1),
                lemma: draft.lemma,
                class: draft.class,
                act: draft.act,
            }),
            source: draft.source.map(|phrase| article.span(phrase.start, phrase.end)),
            speaker: draft.speaker,
            within: within.map(|at| at + 1),
            rule: draft.rule,
            confidence: confidence(draft.rule),
            balance: draft.content.balance,
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

fn confidence(rule: Rule) -> f32 {
    match rule {
        Rule::VerbSubject => 0.95,
        Rule::SubjectVerb | Rule::Continuation | Rule::Participle => 0.9,
        Rule::Inverted | Rule::Noun | Rule::Colon => 0.85,
        Rule::Passive => 0.8,
        Rule::Prepositional => 0.7,
    }
}
