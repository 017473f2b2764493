//! Who comes before the reader in a clause that reports nothing: the implied subject of what follows.

use crate::article::Article;
use crate::cue::{cues_of, plain_verb_at};
use crate::extent::is_frame;
use crate::items::{Entity, Item, Kind};
use crate::lexicon::{Gender, Tense, TitleClass, class};
use crate::morphology::{Shape, is_human_plural};
use crate::name::{COMMON, OF_NAMES};
use crate::phrase::{Phrase, is_owned, is_verb, phrase_after, phrase_at, phrase_beside};
use crate::quote::Resolution;
use crate::speaker::{Subject, is_named};
use crate::walk::Walk;

/// Words behind which a verb belongs to a clause inside another.
const SUBORDINATES: u64 =
    class::RELATIVE | class::THAT | class::BI_THAT | class::WHAT | class::PREP;

impl Walk<'_, '_> {
    /// The subject of a clause that reports nothing may speak next.
    pub(crate) fn introduced(&mut self, at: usize) {
        if at < self.content_end {
            return;
        }
        let subject = if self.article.is(at, class::TOPIC) {
            self.topic(at)
        } else if plain_verb_at(self.article, at).is_some() {
            self.subject_of_plain_verb(at)
        } else if may_be_verb(self.article, at) {
            self.person_behind(at)
        } else {
            self.person_before_verb(at)
        };
        let subject = subject.filter(|subject| subject.can_speak);
        self.subjects.extend(subject.map(|subject| Subject { reports: false, ..subject }));
    }

    /// The subject with the gender that its verb tells, where its own words tell none.
    fn with_gender_of(&self, subject: Subject, verb: usize) -> Subject {
        // «تسلم»: a past of his or an imperfect of hers.
        let plain = plain_verb_at(self.article, verb).filter(|form| form.tense == Tense::Past);
        let told = plain.filter(|_| !self.article.has(verb, Shape::TEH)).map(|form| form.gender);
        let feminine = self.article.has(verb, Shape::PAST_FEMININE).then_some(Gender::Feminine);
        let gender = if subject.plural { None } else { told.or(feminine) };
        Subject { gender: subject.gender.or(gender), ..subject }
    }

    /// «أما المحامية ليلى حداد فامتنعت عن التعليق» (as for the lawyer Layla Haddad, she …).
    fn topic(&self, at: usize) -> Option<Subject> {
        let phrase = phrase_after(self.article, at, self.article.sentence_end(at))?;
        Some(self.named(phrase))
    }

    /// Behind a verb at the head of a sentence or clause stands its subject; elsewhere it wants to be
    /// a person.
    fn subject_of_plain_verb(&self, at: usize) -> Option<Subject> {
        let article = self.article;
        if !(article.begins_clause(at) || article.has(at, Shape::AND)) {
            return self.person_behind(at);
        }
        if is_frame(article, at) || has_topic(article, at) {
            return None;
        }
        let phrase = phrase_after(article, at, article.sentence_end(at))?;
        Some(self.with_gender_of(self.named(phrase), at))
    }

    /// The person who stands right behind the verb at `at`, unless its clause hangs on another.
    fn person_behind(&self, at: usize) -> Option<Subject> {
        let article = self.article;
        // Asked of many words: what is quick is asked first.
        if is_subordinate(article, at) || is_accusative_title(article, at + 1) {
            return None;
        }
        if article.get(at + 1).is_some_and(|next| is_governed_noun(article, next)) {
            return None;
        }
        let phrase = phrase_beside(article, at, article.sentence_end(at))?;
        self.person(phrase).map(|subject| self.with_gender_of(subject, at))
    }

    /// «مدير المكتب سامي حداد يعزو …»: a person at the head of a sentence, before its verb.
    fn person_before_verb(&self, at: usize) -> Option<Subject> {
        let article = self.article;
        let item = article.get(at).filter(|item| item.is_word())?;
        let fronted = follows_predicate(article, at);
        if item.classes & !(OF_NAMES | COMMON) != 0 || !(fronted || heads_clause(article, at)) {
            return None;
        }
        let phrase = phrase_at(article, at, article.sentence_end(at))?;
        let comma = fronted && article.kind(phrase.end) == Some(Kind::Comma);
        if !comma && !goes_on_with_verb(article, phrase.end) {
            return None;
        }
        self.person(phrase)
    }

    /// The person whom a phrase names, or describes by a title.
    fn person(&self, phrase: Phrase) -> Option<Subject> {
        let article = self.article;
        // «عاملا» (a worker): an object.
        if is_accusative_title(article, phrase.start) {
            return None;
        }
        // Asked of many phrases: who is neither titled nor named is none, whoever it may be.
        let titled = is_titled(article, phrase);
        if !titled
            && !article.is(phrase.start, class::ANAPHOR)
            && !is_named(article, self.register, phrase)
        {
            return None;
        }
        let subject = self.named(phrase);
        (titled || subject.speaker.how == Resolution::Named).then_some(subject)
    }
}

/// «ومن بين الضيوف الباحثة ليلى حداد، …» (and among the guests is the researcher Layla Haddad, …): a
/// titled person behind the predicate that opens the sentence.
fn follows_predicate(article: &Article<'_>, at: usize) -> bool {
    const REACH: usize = 6;
    let first = article.sentence_start(at);
    article.is(first, class::FROM)
        && (2..=REACH).contains(&(at - first))
        && article.title(at).is_some()
        && article.before(at).is_some_and(|before| before.has(Shape::ARTICLE))
}

/// Whether a sentence begins at `at`, or a clause behind «لكن», «غير أن».
fn heads_clause(article: &Article<'_>, at: usize) -> bool {
    let is_connective = |at: Option<usize>| at.is_some_and(|at| article.is(at, class::CONNECTIVE));
    let that = at.checked_sub(1).is_some_and(|before| article.is(before, class::THAT));
    at == article.sentence_start(at)
        || is_connective(at.checked_sub(1))
        || (that && is_connective(at.checked_sub(2)))
}

/// Whether a verb stands at `at`, or the relative clause of what stands before it.
fn goes_on_with_verb(article: &Article<'_>, at: usize) -> bool {
    let comma = article.kind(at) == Some(Kind::Comma);
    // «ليلى حداد تنام» (Layla Haddad sleeps): no list has all imperfects.
    let imperfect = article.get(at).is_some_and(|item| {
        let unknown = item.title.is_none() && item.name.is_none() && item.classes == 0;
        unknown && item.mention.is_none() && item.has(Shape::TEH) && !item.has(Shape::NOUN_ENDING)
    });
    imperfect
        || is_verb(article, at)
        || cues_of(article, at).next().is_some()
        || article.is(at, class::NEGATION | class::AUXILIARY)
        || article.is(at + usize::from(comma), class::RELATIVE)
}

/// Whether the phrase describes a person by a title, or people by a plural of theirs.
fn is_titled(article: &Article<'_>, phrase: Phrase) -> bool {
    let titled = article.title(phrase.start).is_some_and(|class| {
        matches!(class, TitleClass::Office | TitleClass::Rank | TitleClass::Profession)
    });
    let definite = article.has(phrase.start, Shape::ARTICLE) || phrase.end > phrase.start + 1;
    (titled && definite) || is_human_plural(article.key(phrase.start))
}

/// Whether a word that no list has as a verb can be one: at the head of a clause, or behind a word
/// that governs no other («في المقابل سجل النائب …»).
fn may_be_verb(article: &Article<'_>, at: usize) -> bool {
    let Some(item) = article.get(at).filter(|item| item.is_word()) else { return false };
    let plain = item.mention.is_none()
        && item.title.is_none()
        && item.classes & !(COMMON | class::AUXILIARY | class::LAW | class::GUARD) == 0
        && !item.has(Shape::ARTICLE)
        && !item.has(Shape::JOINED_ARTICLE)
        && !is_governed_noun(article, item)
        && !item.has(Shape::NOUN_ENDING)
        // «وأيدته المديرة» (and the director agreed with him): an object hangs on it.
        && (!is_owned(item) || item.has(Shape::AND));
    let settled = |before: &Item<'_>| {
        before.has(Shape::ARTICLE)
            || before.is(class::ADVERB | class::FRAME | class::PASSING | class::NEGATION)
            || before.entity() == Some(Entity::Place)
            || is_owned(before)
    };
    plain
        && (article.begins_clause(at) || item.name.is_none())
        && (article.begins_clause(at)
            // «ورفيقه» (and his companion): in the middle of a clause و joins a noun as well.
            || (item.has(Shape::CONJUNCTION)
                && article.joined(item).title.is_none()
                && article.joined(item).classes & class::NOUN == 0)
            || article.before(at).is_some_and(settled))
}

/// Whether a preposition is joined to a noun: «بهدف» (with the aim of), «لمقام» (to the dignity of).
fn is_governed_noun(article: &Article<'_>, item: &Item<'_>) -> bool {
    const NOUNS: u64 = COMMON | class::BODY | class::DOCUMENT | class::STATEMENT;
    article.governed(item).classes & NOUNS != 0
}

/// Whether a title stands there in the accusative («عاملا»), not behind «أن», which wants it so.
fn is_accusative_title(article: &Article<'_>, at: usize) -> bool {
    let Some(item) = article.get(at) else { return false };
    let that = article.before(at).is_some_and(|before| before.is(class::THAT | class::CONNECTIVE));
    !that && item.name.is_none() && item.title.is_some() && !item.has(Shape::TITLE)
}

fn is_subordinate(article: &Article<'_>, at: usize) -> bool {
    article.before(at).is_some_and(|before| before.is(SUBORDINATES))
}

/// Whether «أما» (as for) has named the subject of the verb, which ف joins.
fn has_topic(article: &Article<'_>, at: usize) -> bool {
    const REACH: usize = 24;
    let first = article.sentence_start(at).max(at.saturating_sub(REACH));
    let joined = article.has(at, Shape::CONJUNCTION) && !article.has(at, Shape::AND);
    joined && (first..at).any(|at| article.is(at, class::TOPIC))
}
