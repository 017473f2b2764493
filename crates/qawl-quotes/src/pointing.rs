//! Whom a short description points to that has no name and no fuller form in the text: «البيان» to who
//! issued it, «الرجل» to the person who came before.

use crate::article::Article;
use crate::body::is_adjective;
use crate::fullname::REACH;
use crate::items::Entity;
use crate::lexicon::{Gender, Number, Tense, TitleClass, class};
use crate::morphology::{
    has_article, has_possessive, same_but_gender, without_accusative, without_article,
    without_clitic,
};
use crate::phrase::{Phrase, phrase_at};
use crate::quote::{Resolution, Speaker};
use crate::reason::{Place, Verdict};
use crate::speaker::Subject;
use crate::statement::issuer_of;
use crate::walk::Walk;
use crate::word_map::hash;

/// How many earlier subjects are asked.
const MEMORY: usize = 16;

/// How many sentences a person may stand before the description.
const SENTENCES: u32 = 4;

/// How many words an issuer may stand before the document.
const ISSUER: usize = 8;

/// What may stand behind the head of a phrase that is not defined by an article: nothing, a pronoun, the
/// alef of the accusative.
const FORMS: [&str; 5] = ["", "ه", "ها", "هم", "ا"];

/// How many words behind the head of a subject an adjective of origin is looked for in.
const ORIGIN: usize = 6;

impl Walk<'_, '_> {
    /// The one whom a description points to: the issuer of a document, or a person.
    pub(crate) fn pointed_to(&self, phrase: Phrase, subject: &Subject) -> Option<Subject> {
        if !subject.head.1 || !subject.is_open() || subject.plural {
            return None;
        }
        let speaker = self
            .issued(phrase, subject)
            .or_else(|| self.person_meant(phrase, subject).map(|person| person.speaker.clone()))?;
        let speaker = Speaker { how: Resolution::Described, ..speaker };
        let subject = Subject { speaker, can_speak: true, ..subject.clone() };
        self.article.note_subject(&subject, Place::SameHead, Verdict::Chosen);
        Some(subject)
    }

    /// «قالت الوزارة في بيان … وأضاف البيان» (the ministry said in a statement … the statement added): a statement
    /// speaks for who issued it; «تقريرها» (its report) is that of its issuer.
    fn issued(&self, phrase: Phrase, subject: &Subject) -> Option<Speaker> {
        let article = self.article;
        if phrase.end != phrase.start + 1 || !article.is(phrase.start, class::DOCUMENT) {
            return None;
        }
        let (head, _) = &subject.head;
        let near = phrase.start.saturating_sub(REACH)..phrase.start;
        let forms = FORMS.map(|ending| hash(&format!("{head}{ending}")));
        let mut places = article.places_of(near, forms).rev();
        let document = places.find(|&at| is_told_of(article, at, head))?;
        let told = phrase_at(article, document, article.sentence_end(document));
        if let Some(issuer) = told.and_then(|told| issuer_of(article, told)) {
            return Some(self.named(issuer).speaker);
        }
        let issuer = self.issuer(document)?;
        if article.lexicon.classes(head) & class::STATEMENT != 0 {
            // «نقلت الوكالة في بيان» (the agency passed on in a statement): a medium passes on what others state.
            let medium = article.is(issuer.at, class::MEDIUM);
            return (!medium).then(|| issuer.speaker.clone());
        }
        if is_of_another(article, document) {
            return None;
        }
        let issuer = &issuer.speaker;
        let document = without_article(article.get(phrase.start)?.bare);
        // «دراسة» (a study) may have been taken for a part of the name.
        if issuer.name.split(' ').any(|word| word == document) {
            return None;
        }
        let name = format!("{document} {}", issuer.name);
        Some(Speaker { name, mention: None, ..issuer.clone() })
    }

    /// The subject before the place in its sentence where a document is told of.
    fn issuer(&self, document: usize) -> Option<&Subject> {
        let article = self.article;
        let mut near = self.subjects.iter().rev().take(MEMORY);
        let issuer = near.find(|subject| subject.at < document)?;
        // «اتفق الجانبان في بيان» (the two sides agreed in a statement): they bear no name.
        let known = issuer.speaker.how != Resolution::Unnamed || issuer.speaker.name.contains(' ');
        let speaks = issuer.can_speak && !issuer.plural && !article.is(issuer.at, class::DOCUMENT);
        let near = document - issuer.at <= ISSUER && article.same_sentence(issuer.at, document);
        (speaks && known && near).then_some(issuer)
    }

    /// «الرجل» (the man), «المسؤول الإيطالي» (the Italian official): the person who spoke last, those of the
    /// other gender passed over.
    fn person_meant(&self, phrase: Phrase, subject: &Subject) -> Option<&Subject> {
        let article = self.article;
        if !describes_person(article, phrase) {
            return None;
        }
        let gender = gender_of_verb(article, phrase.start).or(subject.gender);
        let other = |earlier: &&Subject| {
            earlier.gender.is_some() && gender.is_some() && earlier.gender != gender
        };
        let shown = |earlier: &&Subject| {
            !matches!(earlier.speaker.how, Resolution::Implied | Resolution::Pronoun)
        };
        let mut near = self.subjects.iter().rev().take(MEMORY).filter(shown);
        let last = near.next()?;
        let person = if other(&last) { near.find(|earlier| !other(earlier))? } else { last };
        // «من جانبه قال المسؤول» (the official, for his part): somebody else than the last speaker.
        let turns = std::ptr::eq(person, last) && is_framed(article, phrase.start);
        let full = person.speaker.how == Resolution::Named && person.speaker.name.contains(' ');
        let named = full && person.reports && !person.plural;
        let fits = named && !turns && is_near(article, person.at, phrase.start);
        // «وزار مسؤولا … وأكد المسؤول» (and visited an official … the official affirmed).
        let another =
            || (person.at..phrase.start).any(|at| is_told_of(article, at, &subject.head.0));
        (fits && !another() && agrees_in_origin(article, phrase, person.at)).then_some(person)
    }
}

/// Whether the word at `at` has this head without being defined: «في بيان», «أصدر بيانا», «في تقريرها».
fn is_told_of(article: &Article<'_>, at: usize, head: &str) -> bool {
    let key = article.key(at);
    [key, without_clitic(key)].into_iter().any(|word| match word.strip_prefix(head) {
        Some("ا") => without_accusative(word).is_some(),
        ending => ending.is_some_and(|ending| FORMS.contains(&ending)),
    })
}

/// «في تقرير أعدته الدائرة» (in a report that the department drew up): whether a verb with a pronoun of its
/// own stands behind the document.
fn is_of_another(article: &Article<'_>, document: usize) -> bool {
    article.get(document + 1).is_some_and(|next| {
        next.is_word() && next.key.chars().count() >= 4 && has_possessive(next.bare)
    })
}

/// A definite word for one person, alone or with one adjective: «الرجل الستيني» (the man in his
/// sixties); behind an office, one of origin.
fn describes_person(article: &Article<'_>, phrase: Phrase) -> bool {
    let Some(item) = article.get(phrase.start) else { return false };
    let last = phrase.end - 1;
    let qualified = match item.title {
        Some((TitleClass::Profession, _)) => is_adjective(article, last),
        Some((TitleClass::Office | TitleClass::Rank, _)) => is_origin(article, last),
        _ => return false,
    };
    // «العلماء» (the scholars), «السكان» (the residents).
    let several = article.lexicon.classes(without_article(item.key)) & class::BODY != 0;
    let plural = item.bare.ends_with("اء") || several;
    !plural && (last == phrase.start || (last == phrase.start + 1 && qualified))
}

fn is_origin(article: &Article<'_>, at: usize) -> bool {
    article.get(at).is_some_and(|item| item.entity() == Some(Entity::Origin))
        && has_article(article.key(at))
}

/// «وقالت العمدة» (and the mayor said): what a past before the phrase tells.
fn gender_of_verb(article: &Article<'_>, phrase: usize) -> Option<Gender> {
    let verb = article.cues_at(phrase.checked_sub(1)?).first()?.form;
    (verb.tense == Tense::Past && verb.number == Number::Singular).then_some(verb.gender)
}

/// Whether «من جانبه» and its like stand before `at` in its sentence.
fn is_framed(article: &Article<'_>, at: usize) -> bool {
    (article.sentence_start(at)..at).any(|at| article.is(at, class::FRAME))
}

fn is_near(article: &Article<'_>, earlier: usize, at: usize) -> bool {
    let sentence = |at: usize| article.get(at).map_or(0, |item| item.sentence);
    at.saturating_sub(earlier) <= REACH && sentence(at) <= sentence(earlier) + SENTENCES
}

/// «المسؤول الإيطالي» is nobody whom the text calls a Frenchman.
fn agrees_in_origin(article: &Article<'_>, phrase: Phrase, person: usize) -> bool {
    let last = phrase.end - 1;
    let mut origins = (person..person + ORIGIN).filter(|&at| is_origin(article, at)).peekable();
    let same = |at: usize| same_but_gender(article.key(at), article.key(last));
    !is_origin(article, last) || origins.peek().is_none() || origins.any(same)
}
