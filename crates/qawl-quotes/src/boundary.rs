//! Where the noun phrase that names a source ends.

use crate::article::Article;
use crate::body::is_charged;
use crate::chain::is_personal;
use crate::fullname::longer_run;
use crate::items::{Entity, Item, Kind, Question};
use crate::lexicon::{TitleClass, class};
use crate::morphology::{
    Shape, has_article, is_sound_plural, with_teh_marbuta, without_accusative, without_article,
    without_ba, without_lam, without_our, without_preposition,
};
use crate::name::COMMON;
use crate::object::{begins_object, is_behind_body, is_behind_country};
use crate::phrase::{hearer_end, is_name_like, is_owned, is_verb, tells_hearers, time_end};

/// Words that no noun phrase goes on over.
const CLOSERS: u64 = class::RELATIVE
    | class::THAT
    | class::BI_THAT
    | class::ADJUNCT
    | class::ACCORDING
    | class::SPEECH_NOUN
    | class::MAIN_CLAUSE
    | class::EULOGY
    | class::PRONOUN
    | class::WHAT
    | class::NEGATION;

/// Words behind a preposition that show it to hang on the verb: «في تصريح».
const OF_THE_VERB: u64 =
    class::STATEMENT | class::ADVERB | class::THAT | class::FRAME | class::TIME | class::PERIOD;

/// Whether the word at `at` is behind the phrase that began at `start`.
pub(crate) fn ends_phrase(article: &Article<'_>, start: usize, at: usize, limit: usize) -> bool {
    let Some(item) = article.get(at) else { return true };
    if is_hearer(article, start, at) {
        return true;
    }
    if is_behind_country(article, start, at) || is_behind_body(article, start, at) {
        return true;
    }
    // «صحيفة لا ناسيون»: a paper's name is whatever it is.
    let titled = article.get(at - 1).is_some_and(|before| before.is(class::MEDIUM));
    if titled || (item.mention.is_some() && !item.is(class::ADJUNCT)) {
        return false;
    }
    // «آل كثير»: a lineage goes on with its name, «رئيس تجمع المزارعين» an office with its own.
    if item.is_word()
        && !item.is(CLOSERS | class::PREP)
        && (is_of_lineage(article, at) || is_of_office(article, start, at))
    {
        return false;
    }
    // «محلل طلب عدم نشر اسمه» (an analyst who asked that his name be withheld).
    let asks = is_verb(article, at) || article.whole(item).may_report();
    if article.is(at + 1, class::WITHHELD) && item.title.is_none() && asks {
        return true;
    }
    let told = item.is(class::STATEMENT) && !item.is(class::DOCUMENT) && is_owned(item);
    if told
        || item.is(CLOSERS)
        || time_end(article, at).is_some()
        || is_manner(article, at)
        || is_praised(article, start, at)
        || begins_object(article, start, at)
    {
        return true;
    }
    if item.is(class::ADVERB) {
        return !titles_go_on(article, at);
    }
    if item.is(class::PREP) {
        return at + 1 >= limit || preposition_ends(article, start, at);
    }
    item.title.is_none() && item.name.is_none() && word_ends(article, start, at)
}

fn is_of_lineage(article: &Article<'_>, at: usize) -> bool {
    article.before(at).is_some_and(|before| before.is(class::LINEAGE))
}

/// Whether the word at `at` stands right behind an office without the article and before a word that
/// the two can govern: a noun, though verbs are spelled so too.
fn is_of_office(article: &Article<'_>, start: usize, at: usize) -> bool {
    let office =
        article.title(start) == Some(TitleClass::Office) && !article.has(start, Shape::ARTICLE);
    let noun = article.get(at + 1).is_some_and(|next| {
        next.is_word() && !next.is(CLOSERS | class::PREP) && next.entity() != Some(Entity::Person)
    });
    let verb = !article.cues_at(at).is_empty() && !article.is(at, class::NOUN);
    at == start + 1 && office && noun && !verb
}

/// Whether one who is told begins at `at`: in marks, or behind a name.
fn is_hearer(article: &Article<'_>, start: usize, at: usize) -> bool {
    let clitic = article.get(at).is_some_and(Item::is_clitic);
    let bracket = article.kind(at + 1) == Some(Kind::Bracket);
    let marked = clitic && (bracket || article.marks.opening(at + 1).is_some());
    hearer_end(article, at).is_some()
        && (marked
            || tells_hearers(article, at)
            || ends_name(article, start, at)
            || tells_medium(article, start, at))
}

/// «مدير التعليم سابقا والمحاضر فلان»: behind the adverb the titles go on.
fn titles_go_on(article: &Article<'_>, adverb: usize) -> bool {
    article.get(adverb + 1).is_some_and(|next| is_personal(next) || next.has(Shape::JOINED_ARTICLE))
}

/// Whether the preposition at `at` hangs on the verb rather than on the phrase.
fn preposition_ends(article: &Article<'_>, start: usize, at: usize) -> bool {
    let inner = article.is(at, class::INNER);
    // «"صدى الساحل" من المقرر» (Sada al-Sahil, it is planned …): marks close what they name.
    let whole_before =
        article.marks.closing(at - 1).is_some() || (at - 1 > start && is_closed(article, at - 1));
    let closed =
        (!inner && whole_before) || (article.is(at, class::ON) && !governs_on(article, at));
    let closed = closed && !is_in_charge(article, start, at);
    // «كتبت الرواحية في دفتر الزيارة»: a lone word that no list knows is a name.
    let lone = at - 1 == start
        && article.get(start).is_some_and(|first| {
            first.is_word()
                && first.title.is_none()
                && first.classes == 0
                && !is_sound_plural(first.key)
        })
        && !leads_to_person(article, at);
    // «في تفسيرها» (in her explanation): what hangs on the subject is no part of it.
    let owned = article.get(at + 1).is_some_and(|next| next.title.is_none() && is_owned(next));
    // «الوزير من القاعة» (the minister [left] the hall): a definite person comes from nowhere.
    let whole = at - 1 == start
        && article.is(at, class::FROM)
        && article.has(start, Shape::ARTICLE)
        && matches!(article.title(start), Some(TitleClass::Office | TitleClass::Rank));
    // «من المتوقع» (it is expected) opens what is said.
    let expected = article.is(at, class::FROM)
        && article.is(at + 1, class::GUARD)
        && article.has(at + 1, Shape::ARTICLE);
    closed
        || expected
        || whole
        || lone
        || owned
        || ends_name(article, start, at)
        || article.is(at + 1, OF_THE_VERB)
}

/// «المشرفة على البحث البروفيسورة هيلين» (the supervisor of the study, Professor Helen): behind the
/// preposition at `at` the phrase goes on to a title and a name.
fn leads_to_person(article: &Article<'_>, at: usize) -> bool {
    const REACH: usize = 6;
    let inside = |at: usize| {
        article.get(at).is_some_and(|item| item.is_word() && !item.is(CLOSERS))
            && !is_verb(article, at)
    };
    (at + 1..at + REACH).take_while(|&at| inside(at)).any(|at| {
        let title = article.title(at).is_some_and(|class| class != TitleClass::Institution);
        title && at > start_of_object(article, at) && is_name_like(article, at + 1)
    })
}

/// The preposition's own object, which may be a title itself («على الوزير»), stands right behind it.
fn start_of_object(article: &Article<'_>, at: usize) -> usize {
    if article.is(at - 1, class::PREP) { at } else { at - 1 }
}

/// Whether a word that is neither title nor name part begins something else.
fn word_ends(article: &Article<'_>, start: usize, at: usize) -> bool {
    let Some(item) = article.get(at) else { return true };
    // «المتحدثة باسم المطار» (the airport's spokeswoman): the title goes on.
    let office = item.is(class::TITLE_MARK) && article.title(at - 1).is_some();
    // «زيد الشمري بما تحقق»: a preposition joined to its word, behind a name.
    let joined = item.has(Shape::PREPOSITION)
        && !office
        && ends_name(article, start, at)
        && !is_unknown_family(article, start, at);
    // God is asked, he does not join the name before him, unless it is one of his servants'.
    let god = item.is(class::GOD)
        && article
            .get(at - 1)
            .is_some_and(|before| before.title.is_some() || before.has(Shape::ARTICLE));
    joined || god || is_verb(article, at) || is_accusative(article, at)
}

/// Whether «على» (on) at `on` belongs to the word before it: «المشرف على البحث» (the supervisor of the
/// study), «القائم على المشروع», not «وكيل الإمارة»; or to a spokesman: «على لسان متحدثها».
fn governs_on(article: &Article<'_>, on: usize) -> bool {
    if article.is(on + 1, class::TONGUE) {
        return true;
    }
    let word = without_article(article.key(on - 1));
    let institution = article.title(on - 1) == Some(TitleClass::Institution);
    !institution && (word.starts_with('م') || word.chars().nth(1) == Some('ا'))
}

/// «المشرف العام على البرنامج» (the general supervisor of the programme): between a supervisor and «على» at
/// `on` stands an adjective; other offices have none («المدير العام على هامش اللقاء», on the sidelines).
fn is_in_charge(article: &Article<'_>, start: usize, on: usize) -> bool {
    article.is(on, class::ON)
        && on == start + 2
        && article.title(start).is_some()
        && article.key(start).starts_with("المشرف")
        && article.has(on - 1, Shape::ARTICLE)
}

/// Whether the word at `at` closes a noun phrase that only «في» (in) would go on with: a name, or
/// an adjective with the article.
fn is_closed(article: &Article<'_>, at: usize) -> bool {
    article.get(at).is_some_and(|item| {
        matches!(item.entity(), Some(Entity::Body | Entity::Place))
            || (item.has(Shape::ARTICLE)
                && matches!(item.title, None | Some((TitleClass::Institution, _))))
    })
}

/// Whether a known name ends right before `at`.
pub(crate) fn ends_name(article: &Article<'_>, start: usize, at: usize) -> bool {
    let known = |at: usize| {
        at >= start
            && (article.get(at).is_some_and(|i| i.entity() == Some(Entity::Person))
                || ((article.name(at).is_some() || article.is(at, class::NAME_WORD))
                    && is_name_like(article, at)))
    };
    let Some(last) = at.checked_sub(1) else { return false };
    known(last) || (article.has(last, Shape::ARTICLE) && last.checked_sub(1).is_some_and(known))
}

/// «بنبرات الفخر» (in tones of pride): behind a definite word, a preposition on a word that is no
/// place and no body, and that governs another.
fn is_manner(article: &Article<'_>, at: usize) -> bool {
    let Some(item) = article.get(at) else { return false };
    let Some(rest) = without_ba(item.key) else { return false };
    let known = item.title.is_some() || item.name.is_some() || item.mention.is_some();
    let governs = article.get(at + 1).is_some_and(|next| next.has(Shape::ARTICLE));
    let settled = article.before(at).is_some_and(|before| before.has(Shape::ARTICLE));
    !known
        && governs
        && settled
        && item.classes == 0
        && rest.chars().count() >= 4
        && !has_article(rest)
        && article.lexicon.title(rest).is_none()
        && article.lexicon.classes(rest) == 0
}

/// «أشادت صحيفة الساحل بصفقة النادي» (the paper praised the club's deal): behind the name of a body, or one
/// in marks, a noun with «بـ» is the verb's.
fn is_praised(article: &Article<'_>, start: usize, at: usize) -> bool {
    let Some(item) = article.get(at) else { return false };
    let noun = without_ba(item.key).is_some()
        && article.governed(item).classes & class::NOUN != 0
        && item.title.is_none()
        && item.classes == 0;
    let body = article.title(start) == Some(TitleClass::Institution)
        || article.is(start, class::BODY | class::MEDIUM);
    // «الهيئة المكلفة بأعمال الري» (the body charged with irrigation works).
    noun && !is_charged(article, at)
        && ((body && at > start + 1) || article.marks.closing(at - 1).is_some())
        && !article.is_place(at + 1)
}

/// «أندرياس كوبلمان»: behind a lone given name, a word that begins like a preposition but hides no
/// word behind it is a family name.
fn is_unknown_family(article: &Article<'_>, start: usize, at: usize) -> bool {
    let Some(item) = article.get(at) else { return false };
    let Some(rest) = without_preposition(item.key) else { return false };
    let given = article
        .before(at)
        .is_some_and(|before| before.name.is_some() || before.entity() == Some(Entity::Person));
    let lone = at < start + 2 || (article.name(at - 2).is_none() && !article.is_person(at - 2));
    let hidden = article.lexicon.known(rest);
    let hides_a_word = hidden.title.is_some() || hidden.classes != 0 || hidden.name.is_some();
    given
        && lone
        && !hides_a_word
        && rest.chars().count() >= 2
        && item.mention.is_none()
        && item.classes == 0
        && !item.has(Shape::JOINED_ARTICLE)
        && !is_owned(item)
}

/// Whether the word is an indefinite accusative: an object or an adverb, never a subject
/// («بيانا», «ضاحكا»). Written with its tanwin, or behind a definite word.
pub(crate) fn is_accusative(article: &Article<'_>, at: usize) -> bool {
    let Some(item) = article.get(at) else { return false };
    item.answers.to(Question::Accusative, || is_object_or_adverb(article, at, item))
}

fn is_object_or_adverb(article: &Article<'_>, at: usize, item: &Item<'_>) -> bool {
    // «معلقا» (commenting) is a title only in the accusative, so none here.
    let titled = item.has(Shape::TITLE);
    let known = item.mention.is_some() || item.name.is_some() || titled;
    if known || item.is(class::ADVERB) {
        return false;
    }
    // «إدارتا الناديين» (the two clubs' boards), «مراسلتنا» (our correspondent).
    let dual = item.bare.ends_with("تا")
        && article.get(at + 1).is_some_and(|next| next.has(Shape::ARTICLE));
    let ours = is_ours(article, item.key);
    let long = item.has(Shape::ACCUSATIVE) && !dual && !ours;
    let settled = article.before(at).is_some_and(|before| {
        before.has(Shape::ARTICLE)
            || !article.cues_at(at - 1).is_empty()
            || before.mention.is_some()
    });
    // «السنغالية أمينتا ديالو»: with another unknown word behind it, it is a foreign name.
    let named = article.get(at + 1).is_some_and(|next| {
        next.is_word()
            && next.classes == 0
            && next.title.is_none()
            && !next.has(Shape::ARTICLE)
            // «سجالا قصيرا» (a short dispute): an adjective that agrees.
            && !agrees_in_accusative(article, next)
            && article.cues_at(at + 1).is_empty()
    });
    item.has(Shape::TANWIN)
        || (long && settled && !named && longer_run(article, at, at + 1).is_none())
}

/// Whether the pronoun of the first person hangs on a title: «مراسلنا», «مراسلتنا».
fn is_ours(article: &Article<'_>, key: &str) -> bool {
    without_our(key).is_some_and(|stem| {
        let feminine = with_teh_marbuta(stem);
        [stem, &feminine].into_iter().any(|stem| article.lexicon.known(stem).has_voice())
    })
}

/// Whether a known adjective or noun stands in the indefinite accusative.
fn agrees_in_accusative(article: &Article<'_>, item: &Item<'_>) -> bool {
    without_accusative(item.key).is_some_and(|rest| article.lexicon.classes(rest) & COMMON != 0)
}

/// «قالت المتحدثة لصحيفة»: a medium is told; «مراسل لوكالة» is one of its own.
fn tells_medium(article: &Article<'_>, start: usize, at: usize) -> bool {
    // «قال مارتينو لشبكة» (Martino told the network): a lone name is definite too.
    let named = article.get(start).is_some_and(|first| first.title.is_none() && first.classes == 0);
    let definite = at - 1 > start || article.has(start, Shape::ARTICLE) || named;
    let medium = |rest| article.lexicon.classes(rest) & class::MEDIUM != 0;
    definite && without_lam(article.key(at)).is_some_and(medium)
}
