//! The source of a reporting verb: behind it, before it, or implied.

use crate::article::Article;
use crate::cue::CueWord;
use crate::fullname::REACH;
use crate::items::{Entity, Kind};
use crate::lexicon::{Gender, Number, Tense, TitleClass, class, flag};
use crate::morphology::{Shape, ends_as_his, has_article, is_object_plural};
use crate::name::name_in;
use crate::phrase::{Phrase, phrase_after, phrase_at};
use crate::quote::{Act, Resolution, Rule, Speaker};
use crate::reason::{Place, Verdict};
use crate::register::name_words;
use crate::speaker::{Subject, speaker_of};
use crate::subject::{object_phrase, subject_before};
use crate::walk::Walk;

impl Walk<'_, '_> {
    /// The source of a verb: behind it, before it, or implied.
    pub(crate) fn source(
        &self,
        cue: &CueWord,
        limit: usize,
    ) -> (Option<Phrase>, Option<Subject>, Rule) {
        let article = self.article;
        let relays = cue.verb.is(flag::RELAY | flag::MEDIUM);
        let relayed = relays.then(|| object_phrase(article, cue, limit)).flatten();
        if cue.is_participle() {
            // «ناقلا عن جاره» (passing on from his neighbour).
            let source = relayed.or_else(|| self.main_clause_source(cue.at));
            source.inspect(|&phrase| article.note(phrase, Place::MainClause, Verdict::Chosen));
            let subject = source.map(|phrase| self.named(phrase));
            return (source, subject.or_else(|| self.implied(cue.form, cue.at)), Rule::Participle);
        }
        if let Some(subject) = self.divine(cue.at) {
            return (None, Some(subject), Rule::VerbSubject);
        }
        if let Some(phrase) = relayed {
            // The verb is not his, so it does not tell his gender.
            article.note(phrase, Place::Behind, Verdict::Chosen);
            return (Some(phrase), Some(self.named(phrase)), Rule::VerbSubject);
        }
        // «نقلت الصحف أن»: with no preposition the verb has its own subject.
        let behind = phrase_after(article, cue.at, limit);
        let behind = behind.filter(|&phrase| self.can_be_subject(cue, phrase));
        let behind = behind.map(|phrase| self.before_hearer(cue, phrase));
        let before = subject_before(article, cue.at, self.quoted_before(cue.at))
            .or_else(|| self.subject_of_clause(cue));
        // «وكان رئيس الجمعية أبلغ الوزير أن» (the head of the society had told the minister that).
        let told = cue.verb.is(flag::OBJECT) && !cue.joined && before.is_some();
        if let Some(phrase) = behind.filter(|_| !told) {
            article.note(phrase, Place::Behind, Verdict::Chosen);
            return (Some(phrase), Some(self.agreeing(phrase, cue)), Rule::VerbSubject);
        }
        if let Some(phrase) = before {
            article.note(phrase, Place::Before, Verdict::Chosen);
            return (Some(phrase), Some(self.agreeing(phrase, cue)), Rule::SubjectVerb);
        }
        if let Some(subject) = self.antecedent(cue) {
            return (None, Some(subject), Rule::SubjectVerb);
        }
        (None, self.implied(cue.form, cue.at), Rule::Continuation)
    }

    /// «قال تعالى» (He said, exalted is He): God, where the text names Him before.
    pub(crate) fn divine(&self, cue: usize) -> Option<Subject> {
        let article = self.article;
        if !article.is(cue + 1, class::DIVINE) {
            return None;
        }
        let god = (cue.saturating_sub(REACH)..cue).rev().find(|&at| article.is(at, class::GOD))?;
        let speaker = Speaker::standing(article, god, god + 1, Resolution::Implied);
        let subject = self.named(Phrase { start: god, end: god + 1 });
        Some(Subject { at: cue, speaker, gender: Some(Gender::Masculine), ..subject })
    }

    /// «قال الموظف إن رئيس البلدية فلان، وعد بأن» (the employee said that the mayor had promised that):
    /// what is all of the reported clause before the comma is its subject.
    fn subject_of_clause(&self, cue: &CueWord) -> Option<Phrase> {
        let article = self.article;
        let comma = cue.at.checked_sub(1).filter(|&at| article.kind(at) == Some(Kind::Comma))?;
        let clause = self.drafts.last().filter(|draft| !cue.joined && cue.at < draft.content.end());
        let phrase = phrase_at(article, clause?.content.start(), comma)?;
        (phrase.end == comma).then_some(phrase)
    }

    /// «غادة الشهري، التي أوضحت أن»: the person before the relative pronoun; or what stands right before
    /// it and can speak, «الصحيفة التي ذكرت أن».
    fn antecedent(&self, cue: &CueWord) -> Option<Subject> {
        let article = self.article;
        let relative = cue.at.checked_sub(1).filter(|&at| article.is(at, class::RELATIVE))?;
        let voiced = voiced_before(article, relative).map(|phrase| self.named(phrase));
        if let Some(subject) =
            voiced.filter(|subject| subject.gender.is_none_or(|own| own == cue.form.gender))
        {
            article.note_subject(&subject, Place::Relative, Verdict::Chosen);
            return Some(subject);
        }
        let person = self.register.last_between(article.sentence_start(relative), relative)?;
        let phrase = Phrase { start: person.start, end: person.end };
        article.note(phrase, Place::Relative, Verdict::Chosen);
        Some(speaker_of(article, self.register, phrase))
    }

    /// The subject that a phrase names, with the gender of its verb where its own is not known:
    /// «قالت ليلى».
    pub(crate) fn agreeing(&self, phrase: Phrase, cue: &CueWord) -> Subject {
        let subject = self.namesake(phrase, cue).unwrap_or_else(|| self.named(phrase));
        // «قال والده»: folded it might be «والدة»; the verb tells.
        let owned = self.article.get(phrase.start).is_some_and(|head| ends_as_his(head.bare));
        let named = subject.speaker.how == Resolution::Named;
        // «وتسلم القائد الكأس»: a past of his or an imperfect of hers.
        let ambiguous = cue.form.tense == Tense::Imperfect && cue.form.gender == Gender::Feminine;
        let gender = match cue.form.number {
            Number::Singular if owned => Some(cue.form.gender),
            // «وكشفت عضو المجلس ليلى» (and Layla, member of the council, revealed): a title may be said of
            // both.
            Number::Singular if named && !ambiguous => Some(cue.form.gender),
            Number::Singular if !subject.plural => subject.gender.or(Some(cue.form.gender)),
            _ => subject.gender,
        };
        Subject { gender, ..subject }
    }

    /// «قال الحداد» where Layla al-Haddad has spoken too: of those who bear a family name the verb tells
    /// by its gender which is meant.
    fn namesake(&self, phrase: Phrase, cue: &CueWord) -> Option<Subject> {
        if phrase.end - phrase.start != 1 || cue.form.number != Number::Singular {
            return None;
        }
        let words = name_words(self.article, phrase.start, phrase.end);
        let gender = Some(cue.form.gender);
        let other = self.register.fullest(&words)?.gender.is_some_and(|own| own != cue.form.gender);
        let fits =
            self.register.namesakes(&words).filter(|person| other && person.gender == gender);
        let person = fits.max_by_key(|person| (person.words.len(), person.count))?;
        let subject = self.named(Phrase { start: person.start, end: person.end });
        Some(Subject { at: phrase.start, ..subject })
    }

    /// «وأوضح المهندس قائلا: …» (the engineer explained, saying): the subject of the verb before.
    pub(crate) fn main_clause_source(&self, at: usize) -> Option<Phrase> {
        const NEAR: usize = 24;
        let article = self.article;
        let first = article.sentence_start(at).max(at.saturating_sub(NEAR));
        let main = (first..at).rev().find_map(|at| self.reports.at(at))?;
        let adjacent = main.complement.is_none() && !main.cue.is_participle();
        let phrase = phrase_after(article, main.cue.at, at).filter(|_| adjacent)?;
        let between = article.words_in(phrase.end, at);
        let comma = (main.cue.at..at).any(|at| article.kind(at) == Some(Kind::Comma));
        (between <= 4 && !comma).then_some(phrase)
    }

    /// The object of «اتهم الحكومة بأنها» (he accused the government) is not its subject: the
    /// genders differ.
    pub(crate) fn can_be_subject(&self, cue: &CueWord, phrase: Phrase) -> bool {
        if !cue.verb.is(flag::OBJECT) || cue.form.number != Number::Singular {
            return true;
        }
        // «ودعت الكينيين إلى» (it called on the Kenyans): the case ending of an object.
        let object = self.article.key(phrase.start);
        let subject = || speaker_of(self.article, self.register, phrase);
        // «ووصفت المشروعات بأنها» (and she called the projects …): what cannot speak is judged.
        let voiced = |subject: &Subject| subject.can_speak || cue.verb.act != Act::Judge;
        let agrees =
            |subject: &Subject| subject.gender.is_none_or(|gender| gender == cue.form.gender);
        let fits =
            !is_object_plural(object) && Some(subject()).is_some_and(|s| agrees(&s) && voiced(&s));
        if !fits {
            self.article.note(phrase, Place::Behind, Verdict::Object);
        }
        fits
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
                && has_article(last(name.end))
                && article.name(name.end - 1).is_none();
            return Phrase { end: name.end - usize::from(hearer), ..phrase };
        }
        if let Some(hearer) = second_head(article, phrase) {
            return Phrase { end: hearer, ..phrase };
        }
        let many = is_object_plural(last(phrase.end));
        Phrase { end: phrase.end - usize::from(many && phrase.end - phrase.start > 1), ..phrase }
    }
}

/// The definite document, body or titled person alone that stands right before the relative pronoun.
fn voiced_before(article: &Article<'_>, relative: usize) -> Option<Phrase> {
    let comma = article.before(relative).is_some_and(|before| before.kind == Kind::Comma);
    let end = relative - usize::from(comma);
    let start = end.checked_sub(1)?;
    let voiced = article.title(start).is_some() || article.is(start, class::DOCUMENT | class::BODY);
    (voiced && article.has(start, Shape::ARTICLE)).then_some(Phrase { start, end })
}

/// Where a second definite head begins: «الشركة النقابة» (the company, the union) are two.
fn second_head(article: &Article<'_>, phrase: Phrase) -> Option<usize> {
    (phrase.start + 1..phrase.end).find(|&at| {
        let Some(item) = article.get(at) else { return false };
        let heads = matches!(
            item.title,
            Some((TitleClass::Institution | TitleClass::Office | TitleClass::Profession, _))
        ) || item.is(class::BODY);
        let definite = item.has(Shape::ARTICLE) && item.entity() != Some(Entity::Origin);
        let settled = article.before(at).is_some_and(|before| before.has(Shape::ARTICLE));
        heads && definite && settled
    })
}
