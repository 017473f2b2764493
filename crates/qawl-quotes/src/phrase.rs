//! The noun phrase that names a source.

use crate::article::Article;
use crate::boundary::{ends_phrase, is_accusative};
use crate::candidate::is_no_subject;
use crate::cue::plain_verb_at;
use crate::items::{Entity, Item, Kind, Question};
use crate::lexicon::{NameClass, TitleClass, class};
use crate::morphology::{
    Shape, behind_lam, has_article, has_lam_and_article, has_possessive, is_adjective_or_plural,
    is_sound_plural, looks_future, without_article, without_ba, without_conjunction, without_lam,
};
use crate::name::{COMMON, OF_NAMES};

/// The longest phrase, in items.
const LONGEST: usize = 24;

/// How far, in items, the bracket behind «لـ» closes.
const BRACKETED: usize = 8;

/// The longest apposition behind a comma, in items.
const APPOSITION: usize = 12;

/// «نحو 20% من المشاركين» (about 20% of the participants): words before a number, folded. A closed
/// set, and asked only before numbers.
const ABOUT: [&str; 4] = ["نحو", "حوالي", "قرابه", "زهاء"];

/// Words that head no phrase that could speak.
const NO_HEAD: u64 = class::RELATIVE
    | class::THAT
    | class::BI_THAT
    | class::PREP
    | class::SPEECH_NOUN
    | class::PRONOUN
    | class::MAIN_CLAUSE
    | class::WITHHELD
    | class::EULOGY
    | class::NEGATION;

/// A noun phrase: the items `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The phrase behind the cue at `cue`, before `limit`: the subject of a verb, the object of a
/// preposition. None where the verb's subject is implied.
pub(crate) fn phrase_after(article: &Article<'_>, cue: usize, limit: usize) -> Option<Phrase> {
    let start = skip_to_subject(article, cue + 1, limit)?;
    phrase_at(article, start, limit)
}

/// The same, if the phrase stands right behind the cue.
pub(crate) fn phrase_beside(article: &Article<'_>, cue: usize, limit: usize) -> Option<Phrase> {
    let start = skip_to_subject(article, cue + 1, limit).filter(|&start| start == cue + 1)?;
    phrase_at(article, start, limit)
}

/// The phrase that begins at `start`.
pub(crate) fn phrase_at(article: &Article<'_>, start: usize, limit: usize) -> Option<Phrase> {
    let end = phrase_end(article, start, limit.min(start + LONGEST));
    let end = without_adverbs(article, start, end);
    (article.words_in(start, end) > 0).then_some(Phrase { start, end })
}

/// Passes over adverbs, «به», and the one who is told: «لـ«الديوان»» (to Al-Diwan).
fn skip_to_subject(article: &Article<'_>, mut at: usize, limit: usize) -> Option<usize> {
    let mut aside = false;
    while at < limit {
        let item = article.get(at)?;
        if let Some(after) = hearer_end(article, at) {
            let definite = has_lam_and_article(item.key) && after == at + 1;
            at = if definite { adjectives_end(article, after) } else { after };
        } else if has_lam_and_article(item.key) && item.title.is_none() && item.mention.is_none() {
            // «للحضور» (to those present), and what adjectives they have.
            at = adjectives_end(article, at + 1);
        } else if let Some(after) = time_end(article, at) {
            at = after;
        } else if item.entity() == Some(Entity::Other) && item.has(Shape::ARTICLE) {
            // «وقال الخميس إن» (and he said on Thursday that).
            at = article.mention_end(at);
        } else if item.kind == Kind::Dash || is_joined_adverb(article, at) {
            aside = true;
            at += 1;
        } else if item.is(class::ADVERB) && item.mention.is_none()
            || item.kind == Kind::Comma
            || is_about(article, at)
        {
            at += 1;
        } else if item.is(class::ADJUNCT | class::PREP) && item.mention.is_none() {
            at = behind_adjunct(article, at, limit)?;
        } else {
            break;
        }
    }
    let begins = article.get(at).is_some_and(|item| match item.kind {
        Kind::Word => {
            let told = item.is(class::STATEMENT) && !item.is(class::DOCUMENT);
            !told
                && !item.is(NO_HEAD)
                && !is_accusative(article, at)
                && !is_no_subject(article, at, limit)
        }
        Kind::Number => true,
        Kind::Mark(_) => article.marks.opening(at).is_some_and(|pair| pair.end < limit),
        _ => false,
    });
    (begins && at < limit && (!aside || is_plain_subject(article, at))).then_some(at)
}

fn is_about(article: &Article<'_>, at: usize) -> bool {
    article.kind(at + 1) == Some(Kind::Number) && ABOUT.contains(&article.key(at))
}

/// The item behind the definite adjectives that begin at `at`: «للموقع الرسمي» (to the official site).
fn adjectives_end(article: &Article<'_>, mut at: usize) -> usize {
    while article
        .get(at)
        .is_some_and(|item| item.has(Shape::ARTICLE) && item.title.is_none() && item.name.is_none())
        && !is_person_or_body(article, at)
    {
        at += 1;
    }
    at
}

fn is_person_or_body(article: &Article<'_>, at: usize) -> bool {
    article.get(at).is_some_and(|item| matches!(item.entity(), Some(Entity::Person | Entity::Body)))
}

/// Whether the word at `at` is a subject beyond doubt: a person, a body, a document.
fn is_plain_subject(article: &Article<'_>, at: usize) -> bool {
    article.get(at).is_some_and(|item| {
        item.title.is_some()
            || is_person_or_body(article, at)
            || item.is(class::BODY | class::DOCUMENT | class::HONOUR)
            || (item.name.is_some() && !item.is(class::NAME_WORD))
    })
}

/// «بسرعة» (quickly), «لنادر» (to Nader): a word with a preposition joined to it heads no subject.
pub(crate) fn is_joined_adverb(article: &Article<'_>, at: usize) -> bool {
    let Some(item) = article.get(at).filter(|item| item.is_word()) else { return false };
    item.has(Shape::PREPOSITION)
        && item.answers.to(Question::JoinedAdverb, || is_governed(article, item))
}

fn is_governed(article: &Article<'_>, item: &Item<'_>) -> bool {
    let Some(rest) = without_ba(item.key).or_else(|| without_lam(item.key)) else { return false };
    if item.name.is_some() || item.title.is_some() || item.classes != 0 {
        return false;
    }
    let governed = article.governed(item);
    let bare = without_article(rest);
    let stem = if bare == rest { governed } else { article.lexicon.known(bare) };
    // «لأبي» (to my father).
    let kin = governed.classes & class::NAME_WORD != 0;
    let hidden = stem.classes & class::NOUN != 0
        || kin
        || governed.name.is_some_and(|class| class != NameClass::Kunya)
        || stem.title.is_some()
        // «لزبائنه» (to his customers).
        || without_lam(item.bare).is_some_and(has_possessive);
    // Where the names know the word whole it is one; they may also know only what is joined to.
    let known = item.entity() == Some(Entity::Person) && governed.name.is_none();
    hidden && !known && rest.chars().count() >= if kin { 3 } else { 4 }
}

/// The item behind «يوم الاثنين» (on Monday), «مساء أمس» (yesterday evening) at `at`.
pub(crate) fn time_end(article: &Article<'_>, at: usize) -> Option<usize> {
    let day = |at: usize| {
        article.is(at, class::ADVERB)
            || article.get(at).is_some_and(|item| item.entity() == Some(Entity::Other))
    };
    // «الأسبوع الماضي» (last week), «الثلاثاء المقبل» (next Tuesday).
    if article.is(at + 1, class::PASSING) && (article.is(at, class::PERIOD) || day(at)) {
        return Some(at + 2);
    }
    // «فجر أول من أمس الخميس» (at dawn the day before yesterday, Thursday).
    let first = at + usize::from(article.is(at, class::TIME));
    if article.key(first) == "اول" {
        let last = first + 1 + usize::from(article.key(first + 1) == "من");
        let end = last + 1;
        return (article.key(last) == "امس").then_some(end + usize::from(day(end)));
    }
    if !article.is(at, class::TIME) {
        return None;
    }
    let end = at + 1 + usize::from(article.is(at + 1, class::TIME));
    let behind = article.mention_end(end).max(end + 1);
    day(end).then_some(behind + usize::from(article.is(behind, class::PASSING)))
}

/// The item behind a medium or person who is told: «لرويترز», «لصحيفة "…"», «لـ«…»».
pub(crate) fn hearer_end(article: &Article<'_>, at: usize) -> Option<usize> {
    let item = article.get(at).filter(|item| item.is_word())?;
    let rest = without_lam(item.key)?;
    if item.is_clitic() {
        if let Some(pair) = article.marks.opening(at + 1) {
            return Some(pair.after());
        }
        // «لـ(الديوان)».
        if article.kind(at + 1) == Some(Kind::Bracket) {
            let close = (at + 2..at + BRACKETED).find(|&i| article.kind(i) == Some(Kind::Bracket));
            return close.map(|close| close + 1);
        }
        return Some(at + 2);
    }
    if tells_hearers(article, at) {
        return Some(at + 1);
    }
    let medium = article.lexicon.classes(rest) & class::MEDIUM != 0;
    let named = item.entity() == Some(Entity::Body) && item.title.is_none();
    if !(medium || named) {
        return None;
    }
    let end = article.mention_end(at).max(at + 1);
    Some(if medium { behind_name(article, end) } else { end })
}

/// «لمراسلنا» (to our correspondent), «للصحفيين» (to the journalists).
pub(crate) fn tells_hearers(article: &Article<'_>, at: usize) -> bool {
    let key = article.key(at);
    let hearer = |word| article.lexicon.classes(word) & class::HEARER != 0;
    without_lam(key).is_some() && hearer(without_article(&behind_lam(key)))
}

/// The item behind a name, in marks or known to the mentions.
fn behind_name(article: &Article<'_>, at: usize) -> usize {
    match article.marks.opening(at) {
        Some(pair) => pair.after(),
        None => article.mention_end(at),
    }
}

/// Behind «في تصريح صحفي» (in a press statement) a subject may still stand: a title or a name.
fn behind_adjunct(article: &Article<'_>, at: usize, limit: usize) -> Option<usize> {
    const REACH: usize = 8;
    let statement = (at + 1..limit.min(at + 3)).find(|&i| article.is(i, class::STATEMENT))?;
    (at + 2..limit.min(at + REACH)).find(|&i| {
        let Some(item) = article.get(i) else { return false };
        // «خلال مؤتمر صحفي» (during a press conference): an adjective, though a journalist elsewhere.
        if i == statement + 1 && is_indefinite_pair(article, i) {
            return false;
        }
        let named = item.entity() == Some(Entity::Person) && without_lam(item.key).is_none();
        named || item.title.is_some_and(|(class, _)| class != TitleClass::Institution)
    })
}

/// Whether an adverb stands at `at` between the number of a share and those it is a share of.
fn is_only(article: &Article<'_>, start: usize, at: usize) -> bool {
    article.kind(start) == Some(Kind::Number)
        && article.is(at, class::ADVERB)
        && article.is(at + 1, class::FROM)
}

/// Whether neither the word at `at` nor the one before it has the article.
fn is_indefinite_pair(article: &Article<'_>, at: usize) -> bool {
    !article.has(at, Shape::ARTICLE)
        && !article.has(at - 1, Shape::ARTICLE)
        && !article.is_person(at)
}

fn phrase_end(article: &Article<'_>, start: usize, limit: usize) -> usize {
    let mut at = start;
    while at < limit && article.same_sentence(start, at) {
        let Some(item) = article.get(at) else { break };
        match item.kind {
            // «10% فقط من الركاب» (only 10% of the passengers).
            Kind::Word if is_only(article, start, at) => {}
            Kind::Word if at > start && ends_phrase(article, start, at, limit) => break,
            // «التقرير الـ51» (the 51st report): the article of a number.
            Kind::Word
                if at > start
                    && article.kind(at + 1) == Some(Kind::Number)
                    && item.bare == "ال" =>
            {
                break;
            }
            Kind::Comma => match apposition_end(article, start, at, limit) {
                Some(end) => {
                    at = end;
                    continue;
                }
                None => break,
            },
            Kind::Mark(_) => match article.marks.opening(at).filter(|pair| pair.after() <= limit) {
                Some(pair) => {
                    at = pair.after();
                    continue;
                }
                None => break,
            },
            Kind::Word => {}
            // «د.» and initials keep their full stop.
            Kind::Stop if article.before(at).is_some_and(is_initial) => {}
            Kind::Other if item.key == "/" => {}
            Kind::Dash if article.is_hyphen(at) => {}
            // «60% من المشاركين» (60% of the participants).
            Kind::Number if at == start => {}
            Kind::Other
                if at == start + 1
                    && article.kind(start) == Some(Kind::Number)
                    // U+066A ARABIC PERCENT SIGN
                    && matches!(item.key, "%" | "\u{066A}") => {}
            _ => break,
        }
        at += 1;
    }
    at
}

fn is_initial(item: &Item<'_>) -> bool {
    item.is_word() && (item.key.chars().count() == 1 || item.key.contains('.'))
}

/// Whether a pronoun of the third person hangs on the word.
pub(crate) fn is_owned(item: &Item<'_>) -> bool {
    item.name.is_none() && item.has(Shape::POSSESSIVE)
}

/// Whether the word at `at` can only be a verb here.
pub(crate) fn is_verb(article: &Article<'_>, at: usize) -> bool {
    let Some(item) = article.get(at).filter(|item| item.is_word() && item.mention.is_none()) else {
        return false;
    };
    item.answers.to(Question::Verb, || must_be_verb(article, at, item))
}

fn must_be_verb(article: &Article<'_>, at: usize, item: &Item<'_>) -> bool {
    let unnamed = item.name.is_none();
    // «الكندية سيكون» (will be); behind a word that could be a name it may be one: «أنيكو سيلاغي».
    let future = || {
        looks_future(item.key)
            && article.before(at).is_some_and(|before| {
                before.has(Shape::ARTICLE)
                    || before.entity().is_some_and(|entity| entity != Entity::Person)
                    || !before.is_word()
            })
    };
    let imperfect = || item.has(Shape::IMPERFECT) && !is_behind_origin_or_given(article, at);
    let imperfect = unnamed && (imperfect() || future());
    let past = item.has(Shape::PAST_FEMININE)
        && item.name.is_none()
        && item.title.is_none()
        && item.classes == 0
        && article.before(at).is_some_and(|before| before.has(Shape::ARTICLE));
    // «الوزير يقص الشريط» (the minister cuts the ribbon): the shortest ones behind a definite word.
    let short = item.has(Shape::SHORT_IMPERFECT)
        && item.name.is_none()
        && item.title.is_none()
        && item.classes == 0
        && article.before(at).is_some_and(|before| before.has(Shape::ARTICLE));
    imperfect
        || past
        || short
        || !article.cues_at(at).is_empty()
        || (plain_verb_at(article, at).is_some() && item.name.is_none())
}

/// «مراد يلدز»: behind a given name, or an adjective of origin, stands a name; but not behind «الجانب
/// الروسي» (the Russian side).
fn is_behind_origin_or_given(article: &Article<'_>, at: usize) -> bool {
    let Some(before) = article.before(at) else { return false };
    let thing = || {
        at.checked_sub(2).and_then(|at| article.get(at)).is_some_and(|head| {
            head.has(Shape::ARTICLE)
                && head.name.is_none()
                && matches!(head.title, None | Some((TitleClass::Institution, _)))
        })
    };
    before.name == Some(NameClass::Given) || (before.entity() == Some(Entity::Origin) && !thing())
}

/// The end of a title or name that a comma ties to the phrase: «سامح شكري، وزير الخارجية،».
fn apposition_end(
    article: &Article<'_>,
    start: usize,
    comma: usize,
    limit: usize,
) -> Option<usize> {
    let first = article.get(comma + 1).filter(|item| item.is_word())?;
    // «رئيس اللجنة، السنغافوري لي وي» (the head of the committee, the Singaporean Li Wei).
    let origin = first.entity() == Some(Entity::Origin)
        && first.has(Shape::ARTICLE)
        && article.kind(comma + 2) == Some(Kind::Word)
        && !is_verb(article, comma + 2);
    let titled = first.title.is_some_and(|(class, _)| class != TitleClass::Institution)
        || first.entity() == Some(Entity::Person)
        || origin
        || (first.classes & !OF_NAMES == 0
            && first.name.is_some_and(|class| class != NameClass::Family));
    if !(titled || is_foreign_name(article, start, comma)) || is_verb(article, comma + 1) {
        return None;
    }
    let limit = limit.min(comma + 1 + APPOSITION);
    let mut at = comma + 1;
    while at < limit {
        match article.kind(at)? {
            Kind::Word if at > comma + 1 && ends_phrase(article, comma + 1, at, limit) => break,
            Kind::Comma => return Some(at),
            Kind::Word => at += 1,
            _ => break,
        }
    }
    Some(at)
}

/// «مفوضة الشرطة في العاصمة، برينيلدا كوستاغليا، أن» (the police commissioner of the capital, …): two
/// words that no list knows, behind an office and before a comma or what is said.
fn is_foreign_name(article: &Article<'_>, start: usize, comma: usize) -> bool {
    let office = matches!(
        article.title(start),
        Some(TitleClass::Office | TitleClass::Rank | TitleClass::Profession)
    );
    let closes = article.kind(comma + 3) == Some(Kind::Comma)
        || article.is(comma + 3, class::THAT | class::BI_THAT);
    office
        && closes
        && (comma + 1..comma + 3).all(|at| {
            is_name_like(article, at) && article.get(at).is_some_and(|item| item.classes == 0)
        })
        && !is_joined_adverb(article, comma + 1)
}

fn without_adverbs(article: &Article<'_>, start: usize, mut end: usize) -> usize {
    while end > start
        && article.get(end - 1).is_some_and(|item| {
            item.kind == Kind::Comma
                || (item.is(class::ADVERB | class::CONNECTIVE | class::AUXILIARY)
                    && item.mention.is_none())
                || item.entity() == Some(Entity::Other)
                    && end - 1 > start
                    && !is_named_for_day(article, end - 1)
        })
    {
        end -= 1;
    }
    end
}

/// «سوق الجمعة» (the Friday market): a day behind a bare noun belongs to it.
fn is_named_for_day(article: &Article<'_>, day: usize) -> bool {
    article.before(day).is_some_and(|before| {
        before.is_word()
            && !before.has(Shape::ARTICLE)
            && !before.is(class::TIME | class::PERIOD | class::ADVERB | class::PREP)
            && before.name.is_none()
            && before.mention.is_none()
            && before.title.is_none_or(|(class, _)| class == TitleClass::Institution)
    })
}

/// Whether the word at `at` can be a part of a personal name.
pub(crate) fn is_name_like(article: &Article<'_>, at: usize) -> bool {
    let word = |item: &&Item<'_>| item.is_word() && !item.is_clitic();
    let Some(item) = article.get(at).filter(word) else { return false };
    item.answers.to(Question::NameLike, || may_name(article, at, item))
}

fn may_name(article: &Article<'_>, at: usize, item: &Item<'_>) -> bool {
    match item.entity() {
        Some(Entity::Person) => return true,
        Some(Entity::Body | Entity::Place | Entity::Origin) => return false,
        _ => {}
    }
    // «للمصدرين» (of the exporters): a preposition or conjunction, and the article.
    if item.name.is_none() && item.has(Shape::JOINED_ARTICLE) && !is_foreign(article, at) {
        return false;
    }
    // «اسمه» (his name): a pronoun hangs on it.
    let listed = item.name.is_some() || is_noun_as_name(article, at);
    let of_names = if listed { OF_NAMES | COMMON } else { OF_NAMES };
    if is_owned(item) || is_title_like(article, at) || item.classes & !of_names != 0 {
        return false;
    }
    !item.has(Shape::ARTICLE) || item.name == Some(NameClass::Family)
}

/// «فالديس» (Valdis), «والترود» (Waltraud): no word is left behind the seeming article, and a verb, a
/// title or a name stands before.
fn is_foreign(article: &Article<'_>, at: usize) -> bool {
    let key = article.key(at);
    let Some(definite) = without_conjunction(key, 4).filter(|rest| has_article(rest)) else {
        return false;
    };
    let bare = without_article(definite);
    let (whole, stem) = (article.lexicon.known(definite), article.lexicon.known(bare));
    let known = whole.classes | stem.classes != 0
        || whole.title.is_some()
        || stem.title.is_some()
        || whole.name.is_some()
        || is_adjective_or_plural(key)
        || is_sound_plural(key);
    let placed = article.before(at).is_some_and(|before| {
        before.title.is_some() || before.name.is_some() || before.entity() == Some(Entity::Origin)
    }) || at.checked_sub(1).is_some_and(|cue| !article.cues_at(cue).is_empty());
    let feminine = article.get(at).is_some_and(|item| item.has(Shape::FEMININE));
    placed && !known && !feminine && !key.ends_with('ي')
}

/// «ماجد حزام، أن»: behind a given name, a noun that governs nothing is a family name.
fn is_noun_as_name(article: &Article<'_>, at: usize) -> bool {
    let given = article.before(at).is_some_and(|before| before.name == Some(NameClass::Given));
    let governs = article.get(at + 1).is_some_and(|next| {
        next.is_word() && !next.is(class::THAT | class::BI_THAT) && next.title.is_none()
    });
    given && !governs
}

/// «المحلل أمين قمورية»: a given name that is a title too, behind a definite word and before no word
/// that a title would go on with.
fn is_given_by_place(article: &Article<'_>, at: usize) -> bool {
    let given = article.name(at) == Some(NameClass::Given) && article.title(at).is_some();
    let settled = article.before(at).is_some_and(|before| before.has(Shape::ARTICLE));
    let next = article.get(at + 1);
    let goes_on = next.is_some_and(|next| {
        next.is_word()
            && next.title.is_none()
            && next.classes & !OF_NAMES == 0
            && next.mention.is_none_or(|(_, entity)| entity == Entity::Person)
            && (!next.has(Shape::ARTICLE) || next.name.is_some())
    });
    given && settled && goes_on
}

/// Whether the word at `at` belongs to a title, an office or an institution rather than a name.
pub(crate) fn is_title_like(article: &Article<'_>, at: usize) -> bool {
    let Some(item) = article.get(at).filter(|item| item.is_word()) else { return false };
    item.answers.to(Question::TitleLike, || may_title(article, at, item))
}

fn may_title(article: &Article<'_>, at: usize, item: &Item<'_>) -> bool {
    if is_given_by_place(article, at) {
        return false;
    }
    if item.has(Shape::TITLE) || item.has(Shape::HIDES_TITLE) {
        return true;
    }
    if item.has(Shape::NAME) {
        return false;
    }
    item.has(Shape::RELATION_OR_PLURAL) || item.has(Shape::FEMININE)
}
