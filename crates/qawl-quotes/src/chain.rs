//! Names of several words of which no list knows all: their place tells where they begin, and what
//! stands behind them where they end.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;

use crate::article::Article;
use crate::cue::plain_verb_at;
use crate::items::{Entity, Item, Kind};
use crate::lexicon::{NameClass, TitleClass, class};
use crate::morphology::{Shape, without_accusative, without_article};
use crate::name::{COMMON, LONGEST_NAME, OF_NAMES, is_attribute};
use crate::phrase::is_owned;
use crate::word_map::Mixer;

/// How far left of a name, in items, the title stands that wants it.
const TITLE_REACH: usize = 10;

/// Words that go on with no name, so that one ends well before them.
const CLOSERS: u64 = class::THAT
    | class::BI_THAT
    | class::PREP
    | class::ADJUNCT
    | class::RELATIVE
    | class::CONNECTIVE
    | class::WHAT
    | class::AUXILIARY
    | class::ADVERB
    | class::NEGATION
    | class::ACCORDING
    | class::TIME
    | class::EULOGY
    | class::MAIN_CLAUSE
    | class::PRONOUN
    | class::FRAME;

/// What a word is in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// A list knows it, or it stands where nothing but a part of a name can.
    Known,
    /// «بن», «عبد», «الله»: what holds the parts together.
    Link,
    /// A word that no list knows.
    Unknown,
    /// The same with the article: a family.
    Family,
    /// A title or common noun, that may be a name too: «قائد», «حرب».
    Common,
}

/// The words that stand alone where a subject does: a family name among them is one.
#[derive(Debug, Default)]
pub(crate) struct Alone<'t>(HashSet<&'t str, BuildHasherDefault<Mixer>>);

impl<'t> Alone<'t> {
    pub(crate) fn new(article: &'t Article<'_>) -> Self {
        let cues = article.cues().sure.iter();
        let beside = cues.flat_map(|cue| [Some(cue.at + 1), cue.at.checked_sub(1)]);
        let keys = beside.flatten().map(|at| article.key(at)).filter(|key| !key.is_empty());
        Self(keys.map(without_article).collect())
    }

    fn holds(&self, key: &str) -> bool {
        self.0.contains(without_article(key))
    }
}

/// The end of a name of two words and more that begins at `at`.
pub(crate) fn chain_end(article: &Article<'_>, alone: &Alone<'_>, at: usize) -> Option<usize> {
    let opened = opens(article, at)?;
    let mut parts = vec![opened];
    while parts.len() < LONGEST_NAME {
        let Some(part) = next_part(article, at, &parts) else { break };
        parts.push(part);
    }
    while let Some(&last) = parts.last() {
        if parts.len() < 2 || ends_well(article, alone, at, &parts, last) {
            break;
        }
        parts.pop();
    }
    let end = at + parts.len();
    // «عمر الأزمة» (the age of the crisis): a given name alone, with no title before it, may be a word.
    let coordinated = article.get(at).is_some_and(is_coordinated);
    if coordinated && !alone.holds(article.key(end - 1)) {
        return None;
    }
    let known = parts.iter().skip(1).any(|part| matches!(part, Part::Known | Part::Link));
    let placed = is_wanted(article, at) || is_behind_cue(article, at);
    if !known && !placed && !alone.holds(article.key(end - 1)) {
        return None;
    }
    let foreign = !parts.contains(&Part::Common) && closes(article, end);
    let sure = parts.contains(&Part::Known) || foreign || alone.holds(article.key(end - 1));
    (parts.len() >= 2 && sure).then_some(end)
}

/// What the word is with which a name begins at `at`, if one can.
fn opens(article: &Article<'_>, at: usize) -> Option<Part> {
    let item = article.get(at).filter(|item| item.is_word())?;
    let next = article.get(at + 1).filter(|next| next.is_word() && next.gap)?;
    let given = item.has(Shape::GIVEN_NAME);
    if given && item.is(class::TITLE_MARK) {
        // «باسم» is «in the name of» before all but another name.
        let named = next.name == Some(NameClass::Given) && !next.has(Shape::ARTICLE);
        let spoken = article.before(at).is_some_and(|before| before.title.is_some());
        return (named && !spoken).then_some(Part::Known);
    }
    if is_coordinated(item) {
        let family = next.name.is_some() || next.has(Shape::ARTICLE);
        return family.then_some(Part::Known);
    }
    let part = part_at(article, at)?;
    if given && part == Part::Known && (item.title.is_none() || is_wanted(article, at)) {
        return Some(part);
    }
    let lineage = next.is(class::LINEAGE) && article.name(at + 2).is_some();
    let plain = part == Part::Unknown || (part == Part::Known && item.title.is_none());
    if item.has(Shape::ARTICLE) {
        // «الدكتور الرشيد حسن»: the article belongs to some given names.
        let own = article.stem(item).name == Some(NameClass::Given);
        let named = next.name == Some(NameClass::Given) && is_honorific(article, at);
        return (own && named).then_some(Part::Known);
    }
    let joined = item.key.starts_with(['و', 'ب', 'ل', 'ف']) || item.has(Shape::FEMININE);
    let free = !(joined || item.has(Shape::ACCUSATIVE)) || item.name.is_some();
    // «لشؤون الشباب» (for youth affairs).
    if !free && item.key.starts_with('ل') && next.has(Shape::ARTICLE) {
        return None;
    }
    let accusative = item.has(Shape::ACCUSATIVE);
    let sure = free || next.name.is_some() || (is_honorific(article, at) && !accusative);
    (plain && sure && (lineage || is_wanted(article, at))).then_some(part)
}

fn is_behind_cue(article: &Article<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|cue| !article.cues_at(cue).is_empty())
}

/// «وسامية» (and Samia): a given name behind a conjunction, where the whole is no word.
pub(crate) fn is_coordinated(item: &Item<'_>) -> bool {
    item.is_word()
        && item.has(Shape::JOINED_NAME)
        && item.mention.is_none_or(|(_, entity)| entity == Entity::Person)
}

/// Whether a title that wants a name stands before `at`: «الدكتور», «السائق», or, with adjectives or
/// an owner between, «رئيسة اللجنة المنظمة», «الداعية الماليزي».
fn is_wanted(article: &Article<'_>, at: usize) -> bool {
    if is_honorific(article, at) {
        return true;
    }
    let Some(before) = article.before(at).filter(|before| before.is_word()) else { return false };
    let settled = before.has(Shape::ARTICLE) || before.entity() == Some(Entity::Origin);
    // Behind a family's name with the article nothing begins: «حسين العجالين سؤالا».
    let family = !is_personal(before)
        && at.checked_sub(2).is_some_and(|at| {
            article.name(at).is_some() || article.is_person(at) || article.is(at, OF_NAMES)
        });
    if !settled || family {
        return false;
    }
    let first = at.saturating_sub(TITLE_REACH).max(article.sentence_start(at));
    at > first
        && (first..at)
            .rev()
            .map_while(|at| article.get(at))
            .take_while(|item| item.kind == Kind::Comma || is_of_title(item))
            .any(|item| is_personal(item))
}

fn is_of_title(item: &Item<'_>) -> bool {
    const ENDS: u64 = class::THAT | class::RELATIVE | class::CONNECTIVE | class::ADJUNCT;
    item.is_word() && !item.is(ENDS)
}

pub(crate) fn is_personal(item: &Item<'_>) -> bool {
    item.title.is_some_and(|(class, _)| class != TitleClass::Institution)
}

/// Whether an honorific or a rank stands right before `at`, with its full stop or without.
fn is_honorific(article: &Article<'_>, at: usize) -> bool {
    let Some(mut before) = at.checked_sub(1) else { return false };
    if article.kind(before) == Some(Kind::Stop) {
        before = before.saturating_sub(1);
    }
    let named = article
        .title(before)
        .is_some_and(|class| matches!(class, TitleClass::Honorific | TitleClass::Rank));
    // «مطار الملك» (the King's airport) is a place.
    let place = before.checked_sub(1).and_then(|at| article.get(at)).is_some_and(|item| {
        !item.has(Shape::ARTICLE)
            && (item.is(class::NOUN) || matches!(item.title, Some((TitleClass::Institution, _))))
    });
    named && !place && article.same_sentence(before, at)
}

/// The part that goes on with the name at `start` behind `parts`.
fn next_part(article: &Article<'_>, start: usize, parts: &[Part]) -> Option<Part> {
    let at = start + parts.len();
    let item = article.get(at).filter(|item| item.is_word() && item.gap)?;
    if !article.same_sentence(start, at) {
        return None;
    }
    let before = article.get(at - 1)?;
    if before.is(class::LINEAGE) || before.name == Some(NameClass::Particle) {
        return (item.classes & !(OF_NAMES | COMMON) == 0).then_some(Part::Known);
    }
    // «دفع الله», «جاد الرب»: a word before God's name is of the name.
    if article.is(at + 1, class::GOD) && item.classes & !COMMON == 0 && !item.has(Shape::ARTICLE) {
        return Some(Part::Link);
    }
    let part = part_at(article, at)?;
    if part == Part::Family && is_attribute(article, start, at) {
        return None;
    }
    // «جون كيري وزير الخارجية»: behind a whole name a title begins another phrase.
    let middle = !closes(article, at + 1) || article.has(at + 1, Shape::ARTICLE);
    if part == Part::Common && middle && parts.len() > 1 {
        return None;
    }
    // Two mentions are two people.
    let begins = item.entity() == Some(Entity::Person) && before.mention.is_some();
    if begins && before.mention != item.mention {
        return None;
    }
    // Behind a family's name with the article stands at most another of the kind.
    let son_of = at.checked_sub(2).is_some_and(|at| article.is(at, class::LINEAGE));
    let closed = before.has(Shape::ARTICLE) && parts.len() > 1 && !son_of;
    (!closed || item.has(Shape::ARTICLE)).then_some(part)
}

/// What the word at `at` can be in a name, by itself.
fn part_at(article: &Article<'_>, at: usize) -> Option<Part> {
    let item = article.get(at).filter(|item| item.is_word() && !item.is_clitic())?;
    match item.entity() {
        Some(Entity::Person) => return Some(Part::Known),
        Some(Entity::Body | Entity::Place | Entity::Other) => return None,
        _ => {}
    }
    // «صديق» (friend) is a name too.
    if item.classes & !(OF_NAMES | COMMON | class::BODY) != 0 {
        return None;
    }
    if item.is(OF_NAMES) {
        return Some(Part::Link);
    }
    if item.name.is_some() {
        return Some(Part::Known);
    }
    // «المهندس بابكر ود الشيخ»: before another part of the name nothing hides behind the first.
    let whole = is_honorific(article, at)
        && article.get(at + 1).is_some_and(|next| next.name.is_some() || next.is(class::LINEAGE));
    let hidden = item.has(Shape::HIDES_WORD) && !whole;
    if is_owned(item) || item.has(Shape::JOINED_ARTICLE) || hidden {
        return None;
    }
    if item.title.is_some()
        || item.is(COMMON | class::BODY)
        || item.entity() == Some(Entity::Origin)
    {
        return title_part(item).filter(|_| !is_any_verb(article, at));
    }
    if item.has(Shape::ARTICLE) {
        return (item.key.chars().count() >= 5).then_some(Part::Family);
    }
    let joined = item.has(Shape::AND) && item.key.chars().count() >= 4;
    // «ينار» behind a given name, «يحمل» (carrying) elsewhere.
    let named = article.before(at).is_some_and(|before| before.name == Some(NameClass::Given));
    let verb = is_any_verb(article, at) || (item.has(Shape::IMPERFECT) && !named);
    // «أو» (or) joins two.
    let word = item.key != "او";
    (word && !joined && !verb && !item.has(Shape::RELATION_OR_PLURAL)).then_some(Part::Unknown)
}

fn is_any_verb(article: &Article<'_>, at: usize) -> bool {
    !article.cues_at(at).is_empty() || plain_verb_at(article, at).is_some()
}

/// A common word that may be a name; no institution is, and no title in the accusative.
fn title_part(item: &Item<'_>) -> Option<Part> {
    let institution = matches!(item.title, Some((TitleClass::Institution, _)));
    let accusative = item.title.is_some() && !item.has(Shape::TITLE);
    (!institution && !accusative).then_some(Part::Common)
}

/// Whether a name can end with its part `last`.
fn ends_well(
    article: &Article<'_>,
    alone: &Alone<'_>,
    start: usize,
    parts: &[Part],
    last: Part,
) -> bool {
    let end = start + parts.len();
    let Some(item) = article.get(end - 1) else { return false };
    let behind = parts.get(parts.len() - 2).copied();
    let behind_known = matches!(behind, Some(Part::Known | Part::Link));
    let sure = alone.holds(item.key);
    let strict = ends_before(article, end);
    let bare = !article.has(end - 2, Shape::ARTICLE);
    match last {
        // «سعود بن نايف أمير المنطقة» (… governor of the region): a title, though a name elsewhere.
        Part::Known => item.title.is_none() || strict,
        Part::Link => item.is(class::GOD) || item.key == "الدين",
        // Behind two names the third word is rather a verb or an object: «علي حسن سيعود».
        Part::Unknown if parts.contains(&Part::Known) && parts.len() > 2 => {
            sure || (strict && !is_state(article, item))
        }
        Part::Unknown if parts.contains(&Part::Known) => {
            sure || (closes(article, end) && !is_state(article, item))
        }
        Part::Unknown => sure || closes(article, end),
        Part::Common if item.entity() == Some(Entity::Origin) => sure || closes(article, end),
        Part::Common if item.title.is_none() => sure || strict,
        Part::Common => strict && bare && item.has(Shape::ARTICLE),
        // «تيسير العمل» (easing the work).
        Part::Family if item.has(Shape::DEFINITE_PLURAL) || item.has(Shape::NOUN) => sure,
        Part::Family if item.has(Shape::RELATION_OR_PLURAL) => sure || (bare && strict),
        Part::Family => {
            // «الدكتورة أماني الطحاوي وكيل الكلية»: between a title and a title.
            let titled = is_honorific(article, start)
                && article
                    .get(end)
                    .is_some_and(|next| is_personal(next) && !next.has(Shape::ARTICLE));
            // «المطران سكاف اللقاء»: what stands behind a lone family name is rather an object.
            let given = behind_known && article.name(end - 2) != Some(NameClass::Family);
            let held = behind == Some(Part::Link) || given || titled;
            let held = held && (parts.len() == 2 || behind == Some(Part::Link));
            sure || (bare && (strict || held))
        }
    }
}

/// «ضاحكا» (laughing), «سؤالا» (a question): an accusative that no name is.
fn is_state(article: &Article<'_>, item: &Item<'_>) -> bool {
    item.has(Shape::ACCUSATIVE)
        && without_accusative(item.key).is_some_and(|rest| {
            let participle = rest.starts_with('م') || rest.chars().nth(1) == Some('ا');
            let known = article.lexicon.known(rest);
            participle || known.classes != 0 || known.title.is_some() || known.may_report()
        })
}

/// Whether a clause, a verb or a mark of punctuation stands at `at`, before which a name ends.
pub(crate) fn ends_before(article: &Article<'_>, at: usize) -> bool {
    let Some(item) = article.get(at).filter(|_| article.same_sentence(at, at - 1)) else {
        return true;
    };
    !item.is_word() || item.is(class::THAT | class::RELATIVE) || is_any_verb(article, at)
}

/// Whether no name goes on with what stands at `at`.
fn closes(article: &Article<'_>, at: usize) -> bool {
    ends_before(article, at)
        || article.get(at).is_some_and(|item| {
            let common = item.name.is_none()
                && (item.classes & !OF_NAMES != 0 || item.title.is_some() || is_owned(item));
            common || item.is(CLOSERS) || item.has(Shape::AND) || item.has(Shape::JOINED_ARTICLE)
        })
}
