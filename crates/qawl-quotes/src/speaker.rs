//! From the phrase at a quote to the speaker.

use qawl_core::Span;

use crate::article::Article;
use crate::body::fuller_body;
use crate::fullname::{bracketed, longer_run};
use crate::items::{Entity, Item, Kind};
use crate::lexicon::{Gender, Inflection, NameClass, Number, Tense, TitleClass, class};
use crate::morphology::{
    Shape, has_article, has_possessive, is_hers, is_human_plural, is_sound_plural, stem_of_plural,
    without_accusative, without_article, without_conjunction,
};
use crate::name::{COMMON, LONGEST_NAME, describes_nameless, is_of_source, name_in, names_a_place};
use crate::phrase::{Phrase, is_joined_adverb, is_name_like, is_owned};
use crate::quote::{Resolution, Speaker};
use crate::reason::{Place, Verdict};
use crate::register::{Person, Register, is_joined, name_words, title_words};

/// How many words of a description are kept.
const DESCRIPTION: usize = 10;

/// How many words a definite description has at most that points back by its head.
const POINTING: usize = 2;

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
    /// Whether nobody was found for a description that is short enough to point back by its head:
    /// «اللجنة», not «اللجنة الدولية لمكافحة الهدر».
    pub(crate) fn is_open(&self) -> bool {
        matches!(self.speaker.how, Resolution::Unnamed | Resolution::Institution)
            && self.speaker.name.split(' ').count() <= POINTING
    }

    /// Who an earlier phrase with the same head described, if this one only points back to it.
    pub(crate) fn described_before(&self, subjects: &[Subject]) -> Option<Speaker> {
        let (head, definite) = &self.head;
        if !definite || !self.is_open() {
            return None;
        }
        let earlier = subjects.iter().rev().take(MEMORY).find(|subject| {
            // «الجانب الألماني» (the German side) is not «الجانب الفرنسي والبريطاني».
            let holds = || self.speaker.name.split(' ').all(|w| subject.speaker.name.contains(w));
            let longer = subject.speaker.name.len() > self.speaker.name.len();
            let fuller = !subject.head.1 || (longer && holds());
            same_head(&subject.head.0, head) && fuller
        })?;
        Some(Speaker { how: Resolution::Described, ..earlier.speaker.clone() })
    }
}

/// Heads that differ in case alone: «مسؤولون», «مسؤولين».
fn same_head(one: &str, other: &str) -> bool {
    is_sound_plural(one) == is_sound_plural(other) && stem_of_plural(one) == stem_of_plural(other)
}

/// The speaker that a phrase names.
pub(crate) fn speaker_of(
    article: &Article<'_>,
    register: &Register<'_>,
    phrase: Phrase,
) -> Subject {
    let phrase = within_marks(article, phrase);
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

/// «"الشمري"»: a phrase that is a quotation as a whole, without its marks.
fn within_marks(article: &Article<'_>, phrase: Phrase) -> Phrase {
    match article.marks.opening(phrase.start) {
        Some(pair) if pair.after() == phrase.end => Phrase { start: pair.open + 1, end: pair.end },
        _ => phrase,
    }
}

/// Whether the head of a phrase is a person, a body or a document.
fn has_voice(article: &Article<'_>, head: usize) -> bool {
    article.get(head).is_some_and(|item| {
        item.title.is_some()
            || item.is(class::DOCUMENT | class::BODY | class::HONOUR)
            || matches!(item.entity(), Some(Entity::Person | Entity::Body))
            || (item.name == Some(NameClass::Given) && item.classes == 0)
            || is_human_plural(item.key)
    })
}

/// Whether [`speaker_of`] finds a name for a phrase.
pub(crate) fn is_named(article: &Article<'_>, register: &Register<'_>, phrase: Phrase) -> bool {
    own_name(article, register, within_marks(article, phrase)).is_some()
}

/// The name in a phrase.
fn own_name(
    article: &Article<'_>,
    register: &Register<'_>,
    phrase: Phrase,
) -> Option<(usize, usize)> {
    let found = name_in(article, phrase).filter(|name| name.evidence > 1);
    let (start, end) = match found {
        Some(name) => (name.start, name.end),
        None => last_name(article, register, phrase)
            .or_else(|| called(article, phrase))
            .or_else(|| bracketed(article, phrase))
            .or_else(|| registered(article, register, phrase))?,
    };
    let other = begins_with_body(article, phrase, start) || is_of_source(article, phrase, start);
    (!other).then_some((start, end))
}

/// Who bears the name in a phrase, if one is there.
fn named(
    article: &Article<'_>,
    register: &Register<'_>,
    phrase: Phrase,
) -> Option<(Speaker, Option<Gender>)> {
    let (start, end) = own_name(article, register, phrase)?;
    let end = known_end(article, register, start, end);
    let words = name_words(article, start, end);
    let person = register.fullest(&words);
    let fuller = person.filter(|person| person.words.len() > words.len());
    let (start, end) = match fuller {
        Some(person) => (person.start, person.end),
        None => run_by_name(article, register, start, end).unwrap_or((start, end)),
    };
    if let Some(fuller) = fuller {
        article.note_people(register.namesakes(&words), fuller, Place::FullName, Verdict::LessFull);
    }
    article.note(Phrase { start, end }, Place::FullName, Verdict::Chosen);
    let gender = person.and_then(|person| person.gender);
    Some((full_name(article, start, end, Resolution::Named), gender))
}

/// The run of name words around another place of a name, or the person who is registered by it.
fn run_by_name(
    article: &Article<'_>,
    register: &Register<'_>,
    start: usize,
    end: usize,
) -> Option<(usize, usize)> {
    let (first, last) = longer_run(article, start, end)?;
    let person = register.fullest(&name_words(article, first, last));
    Some(person.map_or((first, last), |person| (person.start, person.end)))
}

/// «صياد، يدعى سعيد بومطيع» (a fisherman, called Said Boumtia): the name behind such a word.
fn called(article: &Article<'_>, phrase: Phrase) -> Option<(usize, usize)> {
    let comma = usize::from(article.kind(phrase.end) == Some(Kind::Comma));
    let verb = phrase.end + comma;
    let behind = Phrase { start: verb + 1, end: verb + 1 + LONGEST_NAME };
    let is_called = article.is(verb, class::CALLED) && article.same_sentence(phrase.start, verb);
    let name = name_in(article, behind).filter(|name| is_called && name.start == verb + 1)?;
    Some((name.start, name.end))
}

/// «المدرب الروماني كوستين ستان» (the Romanian coach Costin Stan): a name that no list knows, where
/// the register has it.
fn registered(
    article: &Article<'_>,
    register: &Register<'_>,
    phrase: Phrase,
) -> Option<(usize, usize)> {
    let person = register.within(phrase)?;
    // «مدير مطار الملك خالد» (the director of King Khalid Airport).
    let others =
        is_joined_adverb(article, person.start) || names_a_place(article, phrase, person.start);
    (!others).then_some((person.start, person.end))
}

/// Where a name is registered only without its last words, these are not its own: «بتروفيتش
/// الجماهير» (Petrović [urged] the crowds).
fn known_end(article: &Article<'_>, register: &Register<'_>, start: usize, end: usize) -> usize {
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
fn last_name(
    article: &Article<'_>,
    register: &Register<'_>,
    phrase: Phrase,
) -> Option<(usize, usize)> {
    let (first, end) = article.trim(phrase.start, phrase.end);
    let last = end.checked_sub(1).filter(|&last| last >= first)?;
    // «القاضي» is a family name where somebody is registered by it, and a judge elsewhere.
    let called = last > first && article.title(last - 1) == Some(TitleClass::Honorific);
    let title = article.title(last).is_some() && last != first && !called;
    // «المعارض لنادر الحداد»: the last word of a name that a preposition governs.
    let governed = last > first && is_joined_adverb(article, last - 1);
    if title || governed || describes_nameless(article, phrase, last) {
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
    register: &Register<'_>,
    phrase: Phrase,
) -> Option<(Speaker, Option<Gender>)> {
    let first = article.get(phrase.start)?;
    if first.is(class::HONOUR) {
        let gender = if is_hers(first.key) { Gender::Feminine } else { Gender::Masculine };
        return register.titled_before(phrase.start, gender).map(|p| described_by(article, p));
    }
    if first.title.is_none() && first.is(class::BODY) {
        let how = Resolution::Described;
        return fuller_body(article, phrase, how).map(|speaker| (speaker, None));
    }
    let Some((class, gender)) = first.title else {
        let unknown = first.name.is_none() && first.classes & !COMMON == 0;
        // Nothing tells that it is a body: it keeps being an unnamed speaker.
        let fuller = || fuller_body(article, phrase, Resolution::Unnamed);
        return unknown.then(fuller).flatten().map(|speaker| (speaker, None));
    };
    if class == TitleClass::Institution {
        let how = Resolution::Described;
        return fuller_body(article, phrase, how).map(|speaker| (speaker, None));
    }
    // «المصدر» is whoever was called so before, not a person with a title.
    if first.is(class::ANAPHOR) && class == TitleClass::Profession {
        return None;
    }
    let words = title_words(article, phrase);
    let (head, others) = words.split_first()?;
    let definite =
        first.has(Shape::ARTICLE) || others.iter().any(|w| article.lexicon.title(w).is_some());
    if !definite && class == TitleClass::Profession {
        return None;
    }
    let bearers = || register.bearers(head, others, gender, phrase.start);
    // «وزير الخارجية» (the foreign minister) is rather our own than «وزير الخارجية الألماني».
    let own = |person: &&Person<'_>| person.bears_at_home(head, others);
    let Some(chosen) = bearers().find(own).or_else(|| bearers().next()) else {
        // «الوزير» where nobody is named: «وزير الدولة لشؤون الإسكان».
        let office = (class == TitleClass::Office).then_some(Resolution::Described)?;
        return fuller_body(article, phrase, office).map(|speaker| (speaker, gender));
    };
    article.note_people(bearers(), chosen, Place::Bearer, Verdict::LessNear);
    Some(described_by(article, chosen))
}

fn described_by(article: &Article<'_>, person: &Person<'_>) -> (Speaker, Option<Gender>) {
    article.note(Phrase { start: person.start, end: person.end }, Place::Bearer, Verdict::Chosen);
    let how = Resolution::Described;
    (full_name(article, person.start, person.end, how), person.gender)
}

/// A person by the full name, without the conjunction before it.
fn full_name(article: &Article<'_>, start: usize, end: usize, how: Resolution) -> Speaker {
    let speaker = Speaker::standing(article, start, end, how);
    if is_joined(article, start, end) { speaker.without_first_letter() } else { speaker }
}

fn unnamed(article: &Article<'_>, phrase: Phrase) -> Speaker {
    let body = article.get(phrase.start).is_some_and(|item| item.entity() == Some(Entity::Body));
    if let Some(full) = article.fuller_name(phrase.start) {
        return Speaker::standing(article, full.start, full.end, Resolution::Institution);
    }
    let mut end = phrase.end.min(phrase.start + DESCRIPTION);
    let document = article.is(phrase.start, class::DOCUMENT);
    let closes = |at: usize| {
        article.kind(at) == Some(Kind::Comma)
            || (document
                && article.is(at, class::PREP)
                && !article.is(at, class::FROM)
                && with_place(article, at) == at)
    };
    if let Some(at) = (phrase.start + 1..end).find(|&at| closes(at)) {
        end = at;
    }
    // A body that the names know ends with its name («نادي برشلونة بطل الدوري»), or its place.
    if body {
        let mut known = article.mention_end(phrase.start);
        while article.get(known).is_some_and(|item| item.entity() == Some(Entity::Origin)) {
            known += 1;
        }
        end = end.min(with_place(article, known));
    }
    // «موقع "المرفأ" المغربي»: what has its name in marks ends with them.
    if let Some(pair) = article.marks.opening(phrase.start + 1).filter(|pair| pair.after() <= end) {
        end = pair.after();
    }
    if institution_head(article, phrase.start) {
        end = before_title(article, phrase.start, end);
    }
    end = without_preposition(article, phrase.start, end);
    let institution =
        article.title(phrase.start) == Some(TitleClass::Institution) || document || body;
    let how = if institution { Resolution::Institution } else { Resolution::Unnamed };
    let speaker = Speaker::standing(article, phrase.start, end, how);
    let joined = article.get(phrase.start).is_some_and(|item| has_conjunction(article, item));
    let speaker = if joined { speaker.without_first_letter() } else { speaker };
    if is_governed_accusative(article, phrase.start) { speaker.in_nominative() } else { speaker }
}

/// «فمصادر», «والمادة»: whether a conjunction hangs on a word that is known only without it.
fn has_conjunction(article: &Article<'_>, item: &Item<'_>) -> bool {
    let (whole, rest) = (article.whole(item), article.joined(item));
    let known = whole.classes != 0 || whole.title.is_some() || item.mention.is_some();
    let is_word = rest.classes != 0 || rest.title.is_some();
    without_conjunction(item.key, 2)
        .is_some_and(|bare| !known && (is_word || has_article(bare) && bare.chars().count() > 4))
}

/// Whether the title at `at` stands in the accusative, as «أن» and «لكن» want it: «أن مصدرا أمنيا».
fn is_governed_accusative(article: &Article<'_>, at: usize) -> bool {
    // «ناديا» (Nadia) is no club («ناد») elsewhere.
    let wanted = article.before(at).is_some_and(|before| {
        before.is(class::THAT | class::BI_THAT | class::CONNECTIVE | class::AUXILIARY)
    });
    wanted
        && article.get(at).is_some_and(|item| {
            let headed = without_accusative(item.key)
                .is_some_and(|rest| article.lexicon.known(rest).has_voice());
            headed && !item.has(Shape::TITLE) && article.whole(item).classes & class::BODY == 0
        })
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
        let accusative = how == Resolution::Unnamed && is_oblique(article, first);
        let name = text_of(article, start, end);
        let name = if accusative { nominative(&name) } else { name };
        Speaker { name, mention, how, gender: None, number }
    }

    /// «مصدرا أمنيا في العاصمة» as it is named alone: «مصدر أمني في العاصمة».
    fn in_nominative(self) -> Speaker {
        Speaker { name: nominative(&self.name), ..self }
    }

    pub(crate) fn without_first_letter(self) -> Speaker {
        let cut = self.name.chars().next().map_or(0, char::len_utf8);
        let mention = self.mention.map(|span| Span::new(span.start() + cut, span.end()));
        Speaker { name: self.name.chars().skip(1).collect(), mention, ..self }
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

/// «مصدرا» (a source): a title that the lexicon knows only without the alef of the accusative.
fn is_oblique(article: &Article<'_>, head: usize) -> bool {
    article.get(head).is_some_and(|item| {
        let rest = without_accusative(item.key);
        !is_owned(item)
            && article.whole(item).classes == 0
            && rest.is_some_and(|rest| article.lexicon.known(rest).has_voice())
    })
}

/// «مصدر مقرب من الإدارة» for «مصدرا مقربا من الإدارة»: the head and the adjectives that agree with it.
fn nominative(name: &str) -> String {
    let mut agrees = true;
    let words = name.split(' ').map(|word| {
        let rest = without_accusative(word).filter(|_| agrees);
        agrees = rest.is_some();
        rest.unwrap_or(word)
    });
    words.collect::<Vec<_>>().join(" ")
}

fn institution_head(article: &Article<'_>, at: usize) -> bool {
    article.title(at) == Some(TitleClass::Institution) || article.is_place(at)
}

/// «نادي برشلونة بطل الدوري» (the club Barcelona, champions of the league): a bare title behind a
/// whole name explains it.
fn before_title(article: &Article<'_>, start: usize, end: usize) -> usize {
    let explains = |at: usize| {
        let title = article.title(at).is_some_and(|class| class != TitleClass::Institution);
        let before = article.get(at - 1).is_some_and(|item| item.mention.is_some());
        let whole = article.has(at - 1, Shape::ARTICLE) || before;
        // «منظمة أطباء بلا حدود»: what the names know belongs to the name.
        let known = article.get(at).is_some_and(|item| item.mention.is_some());
        title && whole && !known && !article.has(at, Shape::ARTICLE)
    };
    (start + 1..end).find(|&at| explains(at)).unwrap_or(end)
}

/// The item behind «في غزة» (in Gaza) at `at`, or `at` itself.
fn with_place(article: &Article<'_>, at: usize) -> usize {
    let place = article.is(at, class::INNER)
        && article.get(at + 1).is_some_and(|next| next.entity() == Some(Entity::Place));
    if place { article.mention_end(at + 1) } else { at }
}

/// A description that was cut behind a preposition or a conjunction ends before it.
fn without_preposition(article: &Article<'_>, start: usize, mut end: usize) -> usize {
    while end > start + 1
        && article.get(end - 1).is_some_and(|item| {
            item.is(class::PREP | class::INNER | class::ADJUNCT) && item.mention.is_none()
        })
    {
        end -= 1;
    }
    end
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
        name.push_str(item.bare);
    }
    name
}

fn phrase_gender(article: &Article<'_>, phrase: Phrase) -> Option<Gender> {
    let first = article.key(phrase.start);
    if let Some((_, gender)) = article.lexicon.title(first) {
        return gender;
    }
    let item = article.get(phrase.start)?;
    let feminine = item.has(Shape::FEMININE) && item.entity() != Some(Entity::Person);
    feminine.then_some(Gender::Feminine)
}

fn is_plural(article: &Article<'_>, phrase: Phrase) -> bool {
    article.kind(phrase.start) == Some(Kind::Number)
        || is_sound_plural(without_article(article.key(phrase.start)))
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
    // «وأشارت المصادر …، موضحا»: the press does not always agree; for a participle the subject of the
    // same sentence stands where nobody agrees.
    let same = |subject: &&Subject| {
        form.tense == Tense::Participle && sentence(subject.at) == sentence(at)
    };
    let chosen = latest().find(agrees).or_else(|| latest().find(loose));
    let chosen = chosen.or_else(|| latest().next().filter(same));
    article.note_earlier(latest(), chosen, agrees);
    chosen.map(|subject| {
        let speaker = Speaker { how: Resolution::Implied, ..subject.speaker.clone() };
        Subject { at, speaker, ..subject.clone() }
    })
}
