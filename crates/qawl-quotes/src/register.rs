//! The people of an article: every name with the titles it is given, found before any quote is.
//!
//! A full name further down serves a short one above, and a title («الوزير») leads to its bearer.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::article::Article;
use crate::boundary::is_accusative;
use crate::chain::{Alone, chain_end, is_coordinated};
use crate::items::{Entity, Item, Kind};
use crate::lexicon::{Gender, NameClass, TitleClass, class};
use crate::morphology::{Shape, same_but_gender, without_article, without_conjunction};
use crate::name::{
    LONGEST_NAME, OF_NAMES, goes_on as joined, is_attribute, is_family_by_place, is_known_part,
    is_name_by_place,
};
use crate::phrase::{Phrase, is_name_like, is_owned, is_title_like};
use crate::word_map::Mixer;

/// How far left of a name its titles are looked for, in items.
const TITLE_REACH: usize = 10;

/// How many rows of titles are kept for a person.
const TITLES: usize = 12;

/// How many names a look-up goes through, so that its cost does not grow with the text.
const NEAR: usize = 500;

/// Words that no row of titles goes on over.
const CLOSES_TITLES: u64 = class::RELATIVE
    | class::CONNECTIVE
    | class::THAT
    | class::BI_THAT
    | class::ADJUNCT
    | class::NEGATION
    | class::AUXILIARY
    | class::ACCORDING;

/// A person, by one spelling of the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person<'a> {
    /// The folded words of the name, the article of family names taken off.
    pub(crate) words: Vec<&'a str>,
    /// The first place of this spelling: items.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The titles seen beside it, each row of them once.
    titles: Vec<Titles<'a>>,
    pub(crate) gender: Option<Gender>,
    /// How often it stands in the article.
    pub(crate) count: usize,
}

/// A row of titles in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Titles<'a> {
    /// The folded words, the article taken off; whether a title before governs the word, as that of «نائب الرئيس»
    /// (the deputy of the president) does the second.
    words: Vec<(&'a str, bool)>,
    /// Whether an adjective of origin is among them.
    foreign: bool,
}

impl Titles<'_> {
    /// Whether a word of the row is the title `head`, of either gender, and the others stand behind it.
    fn hold(&self, head: &str, others: &[&str]) -> bool {
        self.words.iter().enumerate().any(|(at, &(word, governed))| {
            let mut behind = self.words.get(at + 1..).unwrap_or_default().iter();
            !governed
                && same_but_gender(word, head)
                && others.iter().all(|other| behind.any(|(word, _)| word == other))
        })
    }
}

impl Person<'_> {
    /// Whether the text calls him so.
    fn bears(&self, head: &str, others: &[&str]) -> bool {
        self.titles.iter().any(|row| row.hold(head, others))
    }

    /// Whether it does so without a word of where he is from.
    pub(crate) fn bears_at_home(&self, head: &str, others: &[&str]) -> bool {
        self.titles.iter().any(|row| !row.foreign && row.hold(head, others))
    }
}

/// All people of an article.
#[derive(Debug, Default)]
pub(crate) struct Register<'a> {
    people: Vec<Person<'a>>,
    /// Every place of a name: its first item and the person's number, in order.
    places: Vec<(usize, usize)>,
    by_name: HashMap<Vec<&'a str>, usize, BuildHasherDefault<Mixer>>,
    /// The people whose names hold a word.
    by_word: HashMap<&'a str, Vec<usize>, BuildHasherDefault<Mixer>>,
    /// The people by the consonants of their last word.
    by_sound: HashMap<String, usize, BuildHasherDefault<Mixer>>,
}

impl<'a> Register<'a> {
    /// Reads through the article once; `sources` are further names, that only their place tells.
    pub(crate) fn new(article: &Article<'a>, sources: &[(usize, usize)]) -> Self {
        let mut register = Register::default();
        let alone = Alone::new(article);
        let mut at = 0;
        while at < article.items.len() {
            match full_name_at(article, at).max(chain_end(article, &alone, at)) {
                Some(end) => {
                    register.add(article, at, end);
                    at = end;
                }
                None => at += 1,
            }
        }
        for &(start, end) in sources {
            register.add(article, start, end);
        }
        register.places.sort_unstable();
        register
    }

    fn add(&mut self, article: &Article<'a>, start: usize, end: usize) {
        let words = name_words(article, start, end);
        // Titles before the last name are another's. Sources come behind all names, in no order with them.
        let last = self.places.last().and_then(|&(at, number)| {
            let person = self.people.get(number)?;
            Some(at + person.end - person.start)
        });
        let first = last.filter(|&last| last <= start).unwrap_or(0);
        let (before, gender) = titles_before(article, first, start, end);
        let rows = [before, titles_behind(article, end)];
        let number = match self.by_name.get(&words) {
            Some(&known) => known,
            None => self.enter(words, start, end),
        };
        self.places.push((start, number));
        let Some(person) = self.people.get_mut(number) else { return };
        for row in rows.into_iter().filter(|row| !row.words.is_empty()) {
            if person.titles.len() < TITLES && !person.titles.contains(&row) {
                person.titles.push(row);
            }
        }
        person.gender = person.gender.or(gender);
        person.count += 1;
    }

    fn enter(&mut self, words: Vec<&'a str>, start: usize, end: usize) -> usize {
        let number = self.people.len();
        for word in &words {
            self.by_word.entry(word).or_default().push(number);
        }
        if let [_, .., last] = words.as_slice()
            && let Some(sound) = sound(last)
        {
            self.by_sound.insert(sound, number);
        }
        self.by_name.insert(words.clone(), number);
        let person = Person { words, start, end, titles: Vec::new(), gender: None, count: 0 };
        self.people.push(person);
        number
    }

    /// The fullest name that holds all words of a shorter one, in their order.
    pub(crate) fn fullest(&self, words: &[&str]) -> Option<&Person<'a>> {
        let fuller = |words: &[&str]| {
            self.namesakes(words).max_by_key(|person| (person.words.len(), person.count))
        };
        let found = fuller(words);
        if found.is_none_or(|person| person.words.len() == 1)
            && let Some(person) = self.by_sound(words)
        {
            return Some(person);
        }
        let found = found?;
        // «بخيت» leads to «حسن بخيت», and that to «حسن بخيت الأمين».
        fuller(&found.words).or(Some(found))
    }

    /// «ستولتنبرغ», «ستولتنبيرغ»: who is named by a foreign word that differs in its vowels alone.
    fn by_sound(&self, words: &[&str]) -> Option<&Person<'a>> {
        let [word] = words else { return None };
        if self.by_sound.is_empty() {
            return None;
        }
        self.people.get(*self.by_sound.get(&sound(word)?)?)
    }

    /// The people whose names hold all words of a shorter one, in their order.
    pub(crate) fn namesakes<'r>(&'r self, words: &[&str]) -> impl Iterator<Item = &'r Person<'a>> {
        let bearers = words.last().and_then(|last| self.by_word.get(*last));
        bearers
            .into_iter()
            .flatten()
            .take(NEAR)
            .filter_map(|&number| self.people.get(number))
            .filter(|person| person.words.len() >= words.len() && holds(&person.words, words))
    }

    /// Who bears the title `head`: those before `at`, the nearest first, then those behind it.
    pub(crate) fn bearers<'r>(
        &'r self,
        head: &str,
        others: &[&str],
        gender: Option<Gender>,
        at: usize,
    ) -> impl Iterator<Item = &'r Person<'a>> {
        let bears = move |person: &&Person<'a>| {
            (gender.is_none() || person.gender.is_none() || person.gender == gender)
                && person.bears(head, others)
        };
        self.before(at).map(|(_, person)| person).chain(self.behind(at)).filter(bears)
    }

    /// The last person who is named in a phrase by two words and more.
    pub(crate) fn within(&self, phrase: Phrase) -> Option<&Person<'a>> {
        self.before(phrase.end)
            .take_while(|&(place, _)| place >= phrase.start)
            .map(|(_, person)| person)
            .find(|person| person.words.len() >= 2)
    }

    /// The person named last before `at` and not before `from`.
    pub(crate) fn last_between(&self, from: usize, at: usize) -> Option<&Person<'a>> {
        self.before(at).next().filter(|(place, _)| *place >= from).map(|(_, person)| person)
    }

    /// The person named nearest before `at` with a title of any kind, of this gender.
    pub(crate) fn titled_before(&self, at: usize, gender: Gender) -> Option<&Person<'a>> {
        let fits = |person: &&Person<'a>| {
            !person.titles.is_empty() && person.gender.is_none_or(|own| own == gender)
        };
        self.before(at).map(|(_, person)| person).find(fits)
    }

    /// The names before `at`, the nearest first.
    fn before(&self, at: usize) -> impl Iterator<Item = (usize, &Person<'a>)> {
        let end = self.places.partition_point(|&(place, _)| place < at);
        let places = self.places.get(..end).unwrap_or_default().iter().rev().take(NEAR);
        places.filter_map(|&(place, number)| Some((place, self.people.get(number)?)))
    }

    /// The names behind `at`, the nearest first.
    fn behind(&self, at: usize) -> impl Iterator<Item = &Person<'a>> {
        let start = self.places.partition_point(|&(place, _)| place < at);
        let places = self.places.get(start..).unwrap_or_default().iter().take(NEAR);
        places.filter_map(|&(_, number)| self.people.get(number))
    }
}

/// The folded words of a name, the article of its family names taken off, so that «الحربي» and
/// «حربي» are one.
pub(crate) fn name_words<'a>(article: &Article<'a>, start: usize, end: usize) -> Vec<&'a str> {
    let mut words: Vec<_> = (start..end)
        .map(|at| article.key(at))
        .filter(|key| !key.is_empty())
        .map(without_article)
        .collect();
    // «وسامية الحداد» (and Samia al-Haddad): the conjunction is not the name's.
    if let Some(first) = words.first_mut().filter(|_| is_joined(article, start, end)) {
        *first = without_conjunction(first, 2).unwrap_or(first);
    }
    words
}

/// The consonants of a word that has five and more; those of fewer are shared by Arabic names.
fn sound(word: &str) -> Option<String> {
    const ENOUGH: usize = 5;
    let consonants = word.chars().filter(|letter| !matches!(letter, 'ا' | 'و' | 'ي'));
    (consonants.clone().count() >= ENOUGH).then(|| consonants.collect())
}

/// Whether a conjunction is joined to the first word of a name of several.
pub(crate) fn is_joined(article: &Article<'_>, start: usize, end: usize) -> bool {
    end - start > 1 && article.get(start).is_some_and(is_coordinated)
}

/// Whether `short` is found in `long`, its words in order, particles passed over, and the two end
/// or begin alike: «شكري» in «سامح شكري», not «محمد» in «علي محمد حسن».
fn holds(long: &[&str], short: &[&str]) -> bool {
    let mut rest = long.iter();
    let inside = short.iter().all(|word| rest.any(|other| other == word));
    inside && (short.len() >= 2 || long.last() == short.last() || long.first() == short.first())
}

/// The end of a name of two words and more that begins at `at` with a given name or a mention.
fn full_name_at(article: &Article<'_>, at: usize) -> Option<usize> {
    let item = article.get(at).filter(|item| item.is_word())?;
    let person = item.entity() == Some(Entity::Person);
    let begins = person
        || matches!(item.name, Some(NameClass::Given | NameClass::Kunya))
        || (item.is(class::NAME_WORD) && article.name(at + 1).is_some())
        || (behind_honorific(article, at) && is_name_like(article, at));
    if !begins || !is_name_like(article, at) || item.is(class::LINEAGE) {
        return None;
    }
    let mut end = at + 1;
    while end - at < LONGEST_NAME && goes_on(article, at, end) {
        end += 1;
    }
    (person || end - at >= 2).then_some(end)
}

fn behind_honorific(article: &Article<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let before =
        if article.kind(before) == Some(Kind::Stop) { before.saturating_sub(1) } else { before };
    article
        .title(before)
        .is_some_and(|class| matches!(class, TitleClass::Honorific | TitleClass::Rank))
        && article.same_sentence(before, at)
}

fn goes_on(article: &Article<'_>, start: usize, at: usize) -> bool {
    if !article.same_sentence(start, at) {
        return false;
    }
    if joined(article, at) || is_name_by_place(article, at) {
        return true;
    }
    let Some(item) = article.get(at).filter(|item| item.is_word() && item.gap) else {
        return false;
    };
    if item.is(class::LINEAGE) || article.name(at - 1) == Some(NameClass::Particle) {
        return item.classes & !OF_NAMES == 0;
    }
    // Two mentions are two people: «المالكي وعسيري».
    let other = |before: usize| article.mention_end(before) == at && before < at;
    if item.entity() == Some(Entity::Person) {
        return !other(at - 1);
    }
    // «الله», «الدين» close compound names: «دخل الله», «نور الدين».
    if item.is(class::NAME_WORD) {
        return true;
    }
    let son_of = at.checked_sub(2).is_some_and(|before| article.is(before, class::LINEAGE));
    let known = item.name.is_some() && item.entity().is_none() && item.title.is_none();
    // One unknown word with the article, behind a known one: a family name no list has.
    let family = item.has(Shape::ARTICLE)
        && item.key.chars().count() >= 5
        && item.classes == 0
        && !is_attribute(article, start, at)
        && !item.has(Shape::DEFINITE_PLURAL)
        && !item.has(Shape::NOUN)
        && item.entity().is_none_or(|entity| entity == Entity::Origin)
        && (is_family_by_place(article, at) || !is_title_like(article, at))
        && (is_known_part(article, start, at - 1)
            || son_of
            || article.is(at - 1, class::NAME_WORD))
        && !article.has(at - 1, Shape::ARTICLE);
    (known && !article.has(at - 1, Shape::ARTICLE)) || family
}

/// The titles that stand left of a name, not before `from`, and the gender they tell.
fn titles_before<'a>(
    article: &Article<'a>,
    from: usize,
    name: usize,
    end: usize,
) -> (Titles<'a>, Option<Gender>) {
    let mut gender = None;
    // «وزير الري، سامي الحداد، أن»: commas on both sides, or what is said behind.
    let set_off =
        article.kind(end) == Some(Kind::Comma) || article.is(end, class::THAT | class::BI_THAT);
    let first = name.saturating_sub(TITLE_REACH).max(article.sentence_start(name)).max(from);
    let mut start = name;
    while start > first {
        let at = start - 1;
        let Some(item) = article.get(at) else { break };
        let passes = match item.kind {
            // «رد الوزير على المعيوف» (the minister answered al-Mayouf): the preposition's own object.
            Kind::Word => {
                let own_object = at + 1 == name && item.is(class::PREP);
                !own_object
                    && !item.is(CLOSES_TITLES)
                    && !is_owned(item)
                    && article.cues_at(at).is_empty()
                    // «اتصالا من الأمير» (a call from the prince): an object of the clause.
                    && !is_accusative(article, at)
            }
            Kind::Stop => at + 1 == name,
            Kind::Comma => at + 1 == name && set_off,
            Kind::Other => item.key == "/",
            _ => false,
        };
        if !passes {
            break;
        }
        if let Some((class, of)) = item.title.filter(|_| item.is_word())
            && class != TitleClass::Institution
        {
            gender = of.or(gender);
        }
        start = at;
    }
    let row = row_of(article, start, name);
    let titled = row.words.iter().any(|(word, _)| article.lexicon.title(word).is_some());
    (if titled { row } else { Titles::default() }, gender)
}

/// The words of a range as a row of titles.
fn row_of<'a>(article: &Article<'a>, start: usize, end: usize) -> Titles<'a> {
    let mut row = Titles::default();
    for at in start..end {
        let Some(item) = article.get(at).filter(|item| item.is_word()) else { continue };
        let governs = |before: &Item<'_>| before.title.is_some() && !before.has(Shape::ARTICLE);
        let governed =
            at > start && item.has(Shape::ARTICLE) && article.before(at).is_some_and(governs);
        row.words.push((without_article(item.key), governed));
        row.foreign |= item.entity() == Some(Entity::Origin);
    }
    row
}

/// The titles that stand right of a name, a comma between or not: «كمال بوعزيز، المتحدث باسم
/// الحماية المدنية».
fn titles_behind<'a>(article: &Article<'a>, end: usize) -> Titles<'a> {
    let comma = article.kind(end) == Some(Kind::Comma);
    let start = end + usize::from(comma);
    let opens = article
        .title(start)
        .is_some_and(|class| !matches!(class, TitleClass::Institution | TitleClass::Honorific));
    if !opens || !article.same_sentence(end.saturating_sub(1), start) {
        return Titles::default();
    }
    let goes_on = |at: &usize| {
        article
            .get(*at)
            .is_some_and(|item| item.is_word() && !item.is(CLOSES_TITLES) && item.name.is_none())
    };
    let behind = (start..start + TITLE_REACH).find(|at| !goes_on(at));
    row_of(article, start, behind.unwrap_or(start + TITLE_REACH))
}

/// The title words of a phrase without a name, the head first.
pub(crate) fn title_words<'a>(article: &Article<'a>, phrase: Phrase) -> Vec<&'a str> {
    (phrase.start..phrase.end)
        .filter_map(|at| article.get(at))
        .filter(|item| item.is_word() && !item.is(class::PREP))
        .map(|item| without_article(item.key))
        .collect()
}
