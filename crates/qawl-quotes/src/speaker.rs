//! From the phrase at a quote to the speaker.

use crate::article::Article;
use crate::fullname::{REACH, longer_run};
use crate::items::{Entity, Kind};
use crate::lexicon::{Gender, Inflection, Number, TitleClass, class, title};
use crate::morphology::{
    has_article, has_possessive, is_feminine, is_sound_plural, stem_of_plural, without_article,
    without_clitic,
};
use crate::name::name_in;
use crate::phrase::{Phrase, is_name_like};
use crate::quote::{Resolution, Speaker};
use crate::reason::{Place, Verdict};
use crate::register::{Person, Register, name_words, title_words};

/// How many words of a description are kept.
const DESCRIPTION: usize = 10;

/// How many earlier subjects are asked.
const MEMORY: usize = 64;

/// Somebody who can be the implied subject of a later verb.
#[derive(Clone, Debug)]
pub(crate) struct Subject {
    /// Where the text shows him: an item.
    pub(crate) at: usize,
    pub(crate) speaker: Speaker,
    pub(crate) gender: Option<Gender>,
    pub(crate) plural: bool,
    /// Whether he is the subject of a reporting verb; other subjects serve only nearby.
    pub(crate) reports: bool,
    /// Whether it is a person, a body or a document: one that words can come from.
    pub(crate) can_speak: bool,
    /// The first word of the phrase, the article taken off; whether it had one.
    pub(crate) head: (String, bool),
}

impl Subject {
    /// Who an earlier phrase with the same head described, if this one only points back to it.
    pub(crate) fn described_before(&self, subjects: &[Subject]) -> Option<Speaker> {
        let (head, definite) = &self.head;
        let resolved = !matches!(self.speaker.how, Resolution::Unnamed | Resolution::Institution);
        if resolved || !definite {
            return None;
        }
        let earlier = subjects.iter().rev().take(MEMORY).find(|subject| {
            same_head(&subject.head.0, head) && subject.speaker.name.len() > self.speaker.name.len()
        })?;
        Some(Speaker { how: Resolution::Described, ..earlier.speaker.clone() })
    }
}

/// Heads that differ in case alone: «مسؤولون», «مسؤولين».
fn same_head(one: &str, other: &str) -> bool {
    stem_of_plural(one) == stem_of_plural(other)
}

/// The speaker that a phrase names.
pub(crate) fn speaker_of(article: &Article<'_>, register: &Register, phrase: Phrase) -> Subject {
    let (speaker, gender) = named(article, register, phrase)
        .or_else(|| described(article, register, phrase))
        .unwrap_or_else(|| (unnamed(article, phrase), None));
    let gender = gender.or_else(|| phrase_gender(article, phrase));
    let plural = is_plural(article, phrase);
    let can_speak = speaker.how != Resolution::Unnamed || has_voice(article, phrase.start);
    let first = article.key(phrase.start);
    let head = (without_article(first).to_owned(), has_article(first));
    Subject { at: phrase.start, speaker, gender, plural, reports: true, can_speak, head }
}

/// Whether the head of a phrase is a person, a body or a document.
fn has_voice(article: &Article<'_>, head: usize) -> bool {
    article.get(head).is_some_and(|item| {
        item.title.is_some()
            || item.is(class::DOCUMENT | class::BODY | class::HONOUR)
            || matches!(item.entity(), Some(Entity::Person | Entity::Body))
    })
}

fn named(
    article: &Article<'_>,
    register: &Register,
    phrase: Phrase,
) -> Option<(Speaker, Option<Gender>)> {
    let found = name_in(article, phrase).filter(|name| name.evidence > 1);
    let (start, end) = match found {
        Some(name) => (name.start, name.end),
        None => last_name(article, register, phrase)?,
    };
    if begins_with_body(article, phrase, start) {
        return None;
    }
    let end = known_end(article, register, start, end);
    let words = name_words(article, start, end);
    let person = register.fullest(&words);
    let fuller = person.filter(|person| person.words.len() > words.len());
    let (start, end) = match fuller {
        Some(person) => (person.start, person.end),
        None => longer_run(article, start, end).unwrap_or((start, end)),
    };
    if let Some(fuller) = fuller {
        article.note_people(register.namesakes(&words), fuller, Place::FullName, Verdict::LessFull);
    }
    article.note(Phrase { start, end }, Place::FullName, Verdict::Chosen);
    let gender = person.and_then(|person| person.gender);
    Some((Speaker::standing(article, start, end, Resolution::Named), gender))
}

/// Where a name is registered only without its last words, these are not its own: «بتروفيتش
/// الجماهير» (Petrović [urged] the crowds).
fn known_end(article: &Article<'_>, register: &Register, start: usize, end: usize) -> usize {
    let mut last = end;
    while last > start {
        if register.fullest(&name_words(article, start, last)).is_some() {
            return last;
        }
        last -= 1;
        if article.name(last).is_some() {
            break;
        }
    }
    end
}

/// The last word of a phrase, where somebody is registered by it: «الجاسر».
fn last_name(article: &Article<'_>, register: &Register, phrase: Phrase) -> Option<(usize, usize)> {
    let (first, end) = article.trim(phrase.start, phrase.end);
    let last = end.checked_sub(1).filter(|&last| last >= first)?;
    // «القاضي» is a family name where somebody is registered by it, and a judge elsewhere.
    if article.title(last).is_some() && last != first {
        return None;
    }
    let words = name_words(article, last, end);
    // «بوعزيز مستعملي الطريق»: the hearer stands behind a name that the article knows.
    let head = name_words(article, first, first + 1);
    if last > first && article.title(first).is_none() && register.fullest(&head).is_some() {
        return Some((first, first + 1));
    }
    let alone =
        last == first && is_name_like(article, last) && longer_run(article, last, end).is_some();
    (alone || register.fullest(&words).is_some()).then_some((last, end))
}

/// «جامعة الملك سعود» (King Saud University) is a body, whatever name it bears.
fn begins_with_body(article: &Article<'_>, phrase: Phrase, name: usize) -> bool {
    let body = |at: usize| {
        article.title(at) == Some(TitleClass::Institution)
            || article.get(at).is_some_and(|item| item.entity() == Some(Entity::Body))
    };
    if !body(phrase.start) {
        return false;
    }
    // A person may follow its name with a title between: «شرطة جدة العقيد فلان».
    !(phrase.start..name).any(|at| {
        article.title(at).is_some_and(|class| {
            matches!(class, TitleClass::Rank | TitleClass::Office | TitleClass::Profession)
        })
    })
}

/// «الوزير» (the minister), «سموه» (His Highness), and what leads to a name seen elsewhere.
fn described(
    article: &Article<'_>,
    register: &Register,
    phrase: Phrase,
) -> Option<(Speaker, Option<Gender>)> {
    let first = article.get(phrase.start)?;
    if first.is(class::HONOUR) {
        return register.titled_before(phrase.start).map(|p| described_by(article, p));
    }
    if first.title.is_none() && first.is(class::BODY) {
        return fuller_body(article, phrase).map(|speaker| (speaker, None));
    }
    let (class, gender) = first.title?;
    if class == TitleClass::Institution {
        return fuller_body(article, phrase).map(|speaker| (speaker, None));
    }
    let words = title_words(article, phrase);
    let (head, others) = words.split_first()?;
    let definite = has_article(&first.key) || others.iter().any(|w| title(w).is_some());
    if !definite && class == TitleClass::Profession {
        return None;
    }
    let bearers = || register.bearers(head, others, gender, phrase.start);
    let chosen = bearers().next()?;
    article.note_people(bearers(), chosen, Place::Bearer, Verdict::LessNear);
    Some(described_by(article, chosen))
}

fn described_by(article: &Article<'_>, person: &Person) -> (Speaker, Option<Gender>) {
    article.note(Phrase { start: person.start, end: person.end }, Place::Bearer, Verdict::Chosen);
    let how = Resolution::Described;
    (Speaker::standing(article, person.start, person.end, how), person.gender)
}

/// «الشركة» (the company) is the one named before.
fn fuller_body(article: &Article<'_>, phrase: Phrase) -> Option<Speaker> {
    let whole = article.key(phrase.start);
    let head = without_article(whole);
    if phrase.end - phrase.start != 1 || head == whole {
        return None;
    }
    let near = phrase.start.saturating_sub(REACH)..phrase.start;
    let at = near.rev().find(|&at| {
        let key = article.key(at);
        let bare = without_clitic(key);
        (key == head || bare == head || bare == whole)
            && article.get(at + 1).is_some_and(|next| {
                next.is_word() && next.mention.is_some() || has_article(&next.key)
            })
    })?;
    let mut end = at + 1;
    while end - at < 4
        && article.get(end).is_some_and(|item| {
            item.is_word()
                && item.gap
                && (item.mention.is_some() || has_article(&item.key))
                && item.classes & !(class::DOCUMENT | class::LAW) == 0
        })
    {
        end += 1;
    }
    article.note(Phrase { start: at, end }, Place::Bearer, Verdict::Chosen);
    Some(Speaker::standing(article, at, end, Resolution::Described))
}

fn unnamed(article: &Article<'_>, phrase: Phrase) -> Speaker {
    let body = article.get(phrase.start).is_some_and(|item| item.entity() == Some(Entity::Body));
    let mut end = phrase.end.min(phrase.start + DESCRIPTION);
    let document = article.is(phrase.start, class::DOCUMENT);
    let closes = |at: usize| {
        article.kind(at) == Some(Kind::Comma)
            || (document && article.is(at, class::PREP) && !article.is(at, class::FROM))
    };
    if let Some(at) = (phrase.start + 1..end).find(|&at| closes(at)) {
        end = at;
    }
    // A body that the names know ends with its name: «نادي برشلونة بطل الدوري».
    if body {
        end = end.min(article.mention_end(phrase.start));
    }
    let institution =
        article.title(phrase.start) == Some(TitleClass::Institution) || document || body;
    let how = if institution { Resolution::Institution } else { Resolution::Unnamed };
    Speaker::standing(article, phrase.start, end, how)
}

impl Speaker {
    /// One whose name stands at a range of items.
    pub(crate) fn standing(
        article: &Article<'_>,
        start: usize,
        end: usize,
        how: Resolution,
    ) -> Speaker {
        let (first, last) = article.trim(start, end);
        let mention = (first < last).then(|| article.span(first, last));
        let number = (how != Resolution::Unnamed).then_some(Number::Singular);
        Speaker { name: text_of(article, start, end), mention, how, gender: None, number }
    }
}

impl Subject {
    /// The same one, where the word at `at` points back to him: by its pronoun («قوله») or without
    /// («كما قال»).
    pub(crate) fn pointed_at(self, article: &Article<'_>, at: usize) -> Subject {
        let own = has_possessive(article.key(at));
        let how = if own { Resolution::Pronoun } else { Resolution::Implied };
        Subject { speaker: Speaker { how, ..self.speaker }, ..self }
    }

    /// The speaker, with what phrase and verb tell of gender and number.
    pub(crate) fn as_speaker(&self) -> Speaker {
        let number = if self.plural { Some(Number::Plural) } else { self.speaker.number };
        Speaker { gender: self.gender, number, ..self.speaker.clone() }
    }
}

/// The text of a range, without the marks around it.
pub(crate) fn text_of(article: &Article<'_>, start: usize, end: usize) -> String {
    let (start, end) = article.trim(start, end);
    let mut name = String::new();
    let mut gap = false;
    for at in start..end {
        let Some(item) = article.get(at) else { continue };
        gap |= item.gap;
        if matches!(item.kind, Kind::Mark(_)) {
            // What stands on the two sides of a mark are two words.
            gap = true;
            continue;
        }
        if !name.is_empty() && gap {
            name.push(' ');
        }
        gap = false;
        name.push_str(&item.bare);
    }
    name
}

fn phrase_gender(article: &Article<'_>, phrase: Phrase) -> Option<Gender> {
    let first = article.key(phrase.start);
    if let Some((_, gender)) = title(first) {
        return gender;
    }
    let item = article.get(phrase.start)?;
    let feminine = is_feminine(&item.bare) && item.entity() != Some(Entity::Person);
    feminine.then_some(Gender::Feminine)
}

fn is_plural(article: &Article<'_>, phrase: Phrase) -> bool {
    is_sound_plural(without_article(article.key(phrase.start)))
}

/// The implied subject of a verb: the last one that agrees with it.
pub(crate) fn implied(
    article: &Article<'_>,
    subjects: &[Subject],
    form: Inflection,
    at: usize,
) -> Option<Subject> {
    let sentence = |at: usize| article.get(at).map_or(0, |item| item.sentence);
    let agrees = |subject: &&Subject| {
        let near = subject.reports || sentence(at) <= sentence(subject.at) + 1;
        let gender = subject.gender.is_none_or(|gender| gender == form.gender || subject.plural);
        let number = match form.number {
            Number::Plural | Number::Dual => subject.plural,
            Number::Singular => !subject.plural || subject.gender == Some(Gender::Feminine),
        };
        near && gender && number
    };
    let loose = |subject: &&Subject| subject.gender.is_none_or(|gender| gender == form.gender);
    let latest = || subjects.iter().rev().take(MEMORY);
    let chosen = latest().find(agrees).or_else(|| latest().find(loose));
    article.note_earlier(latest(), chosen, agrees);
    chosen.map(|subject| {
        let speaker = Speaker { how: Resolution::Implied, ..subject.speaker.clone() };
        Subject { at, speaker, ..subject.clone() }
    })
}
