//! The proper name within a noun phrase.

use crate::article::Article;
use crate::chain::ends_before;
use crate::items::{Entity, Kind, Question};
use crate::lexicon::{NameClass, TitleClass, class};
use crate::morphology::{Shape, looks_participle};
use crate::phrase::{Phrase, is_joined_adverb, is_name_like, is_owned, is_title_like};

/// Classes of words that names are made of.
pub(crate) const OF_NAMES: u64 = class::NAME_WORD | class::LINEAGE | class::GOD;

/// Classes of common words, which may be names too where a list or the place says so.
pub(crate) const COMMON: u64 = class::NOUN | class::ADJECTIVE | class::TIME | class::PERIOD;

/// The longest name, in words.
pub(crate) const LONGEST_NAME: usize = 7;

/// From how much evidence on a run is a name beyond doubt.
const KNOWN: u32 = 3;

/// A run of words that can be a name, and how much speaks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Zero where nothing but its place speaks for it.
    pub(crate) evidence: u32,
}

/// The best run of name words in a phrase; of two good ones the later, since titles stand first.
pub(crate) fn name_in(article: &Article<'_>, phrase: Phrase) -> Option<Name> {
    if let Some(name) = marked_name(article, phrase) {
        return Some(name);
    }
    let mut best: Option<Name> = None;
    let mut at = phrase.start;
    while at < phrase.end {
        // «المعارض لنادر الحداد» (opposed to Nader al-Haddad): the name is the preposition's.
        if at > phrase.start && is_joined_adverb(article, at) {
            at = run_end(article, at, phrase.end).max(at + 1);
            continue;
        }
        let Some(name) = run_at(article, at, phrase) else {
            at += 1;
            continue;
        };
        at = name.end.max(at + 1);
        // A known name nearer to the end is the person's; one before it belongs to a body or a
        // place that bears it: «مدير مطار الملك عبدالله حامد غريبي».
        if best.is_none_or(|best| name.evidence >= best.evidence.min(KNOWN)) {
            best = Some(name);
        }
        if is_explained_behind(article, phrase, name) {
            break;
        }
    }
    best
}

/// Whether a title right behind a whole known name explains it: what names follow are others':
/// «عمر الدباغ رئيس النادي نبيل عساف» (Dabbagh [criticised] the head of the club …).
fn is_explained_behind(article: &Article<'_>, phrase: Phrase, name: Name) -> bool {
    // «نينا شتورم، رئيسة بلدية فيكتوريا» (Nina Storm, mayor of Victoria).
    let comma = usize::from(article.kind(name.end) == Some(Kind::Comma));
    let title = article.title(name.end + comma).is_some_and(|class| {
        matches!(class, TitleClass::Office | TitleClass::Profession | TitleClass::Rank)
    });
    let opens = comma == 1 && name.start == phrase.start;
    title && name.end - name.start >= 2 && (opens || name.evidence > KNOWN)
}

/// «مدير المكتب "رامي كنعان"»: words in marks that close the phrase of a person are the name.
fn marked_name(article: &Article<'_>, phrase: Phrase) -> Option<Name> {
    const LONGEST: usize = 5;
    let pair = article.marks.closing(phrase.end.checked_sub(1)?)?;
    let (start, end) = (pair.open + 1, pair.end);
    let personal = (phrase.start..pair.open)
        .any(|at| article.title(at).is_some_and(|class| class != TitleClass::Institution));
    let before = article.before(pair.open)?;
    let of_body = before.is(class::MEDIUM | class::TITLE_MARK | class::NOUN)
        || (before.is(class::BODY) && before.title.is_none())
        || matches!(before.title, Some((TitleClass::Institution, _)))
        || matches!(before.entity(), Some(Entity::Body));
    let settled = before.has(Shape::ARTICLE)
        || before.has(Shape::JOINED_ARTICLE)
        || before.mention.is_some()
        || before.title.is_some();
    let words = (start..end).all(|at| {
        article.get(at).is_some_and(|item| item.is_word() && item.classes & !OF_NAMES == 0)
    });
    let many = end >= start + 2 || article.name(start).is_some();
    let fits = pair.open > phrase.start && end <= start + LONGEST;
    (personal && settled && !of_body && words && many && fits).then_some(Name {
        start,
        end,
        evidence: KNOWN + 1,
    })
}

/// The run of name words that begins at `start`, if it is more than a lone word with the article.
fn run_at(article: &Article<'_>, start: usize, phrase: Phrase) -> Option<Name> {
    if !continues(article, phrase.start, start) {
        return None;
    }
    let end = run_end(article, start, phrase.end);
    let start = first_given(article, phrase, start, end);
    let evidence = evidence(article, phrase, start, end);
    let lone = end - start == 1;
    if describes_nameless(article, phrase, start) || names_a_place(article, phrase, start) {
        return None;
    }
    let with_article = article.has(start, Shape::ARTICLE);
    if with_article && qualifies_thing(article, phrase, start) {
        return None;
    }
    if with_article && evidence < if lone { 3 } else { 2 } {
        return None;
    }
    Some(Name { start, end, evidence })
}

/// «خلية الإعلام الحربي» (the cell for war information): behind a definite word of a phrase without any
/// title of a person, a family name is an adjective.
fn qualifies_thing(article: &Article<'_>, phrase: Phrase, start: usize) -> bool {
    let definite = article.before(start).is_some_and(|before| {
        before.has(Shape::ARTICLE) && before.mention.is_none() && before.name.is_none()
    });
    let personal =
        |at: usize| article.title(at).is_some_and(|class| class != TitleClass::Institution);
    start > phrase.start
        && definite
        && article.name(start) == Some(NameClass::Family)
        && !article.is_person(start)
        && !(phrase.start..start).any(personal)
}

/// «مصدر رسمي تركي» (an official Turkish source): what stands right behind an indefinite head is an
/// adjective, though it may be a family name elsewhere.
pub(crate) fn describes_nameless(article: &Article<'_>, phrase: Phrase, start: usize) -> bool {
    let head = article.get(phrase.start);
    let adjectives = (phrase.start + 1..start).all(|at| {
        article.get(at).is_some_and(|item| {
            item.is_word()
                && item.title.is_none()
                && !item.is(class::PREP)
                && !item.has(Shape::ARTICLE)
                && !matches!(item.entity(), Some(Entity::Place | Entity::Body))
        })
    });
    start > phrase.start
        && start <= phrase.start + 2
        && adjectives
        && head.is_some_and(|head| {
            // «مهندس خالد» is said for «المهندس خالد».
            let spoken = start == phrase.start + 1 && is_given(article, start);
            let office =
                matches!(head.title, Some((TitleClass::Profession | TitleClass::Office, _)));
            let nameless = head.is(class::BODY) || (office && !spoken);
            nameless && !head.has(Shape::ARTICLE) && head.name.is_none() && !is_owned(head)
        })
}

/// «مصادر في مكتب الوزير سامي الحداد» (sources in the office of minister Sami al-Haddad): behind a
/// preposition the name is not that of the nameless ones.
pub(crate) fn is_of_source(article: &Article<'_>, phrase: Phrase, name: usize) -> bool {
    let nameless = article.get(phrase.start).is_some_and(|head| {
        head.is(class::BODY) && !head.has(Shape::ARTICLE) && head.mention.is_none()
    });
    // «مصادر "دنيا البحر"» (sources of "The World of the Sea").
    let marked = || article.marks.opening(name - 1).is_some();
    nameless
        && name > phrase.start
        && (marked() || (phrase.start + 1..name).any(|at| article.is(at, class::PREP)))
}

/// «مدير مستشفى الملك فهد» (the director of King Fahd Hospital): the name behind a bare institution
/// or place, with its honorific or none, is the name of that.
pub(crate) fn names_a_place(article: &Article<'_>, phrase: Phrase, start: usize) -> bool {
    let mut before = start;
    while before > phrase.start && article.title(before - 1) == Some(TitleClass::Honorific) {
        before -= 1;
    }
    let body = |at: usize| {
        let bare = !article.has(at, Shape::ARTICLE) && !article.get(at).is_some_and(is_owned);
        let owner = article.title(at) == Some(TitleClass::Institution)
            || article.is(at, class::NOUN | class::TITLE_MARK);
        bare && owner && article.get(at).is_some_and(|item| item.entity() != Some(Entity::Body))
    };
    before < start && before > phrase.start && body(before - 1)
}

/// The end of a run of name words. Words that no list knows make up foreign names; beside a known
/// name one of them at most is its own.
fn run_end(article: &Article<'_>, start: usize, limit: usize) -> usize {
    let (mut known, mut unknown) = (0, 0);
    let mut end = start;
    while end < limit
        && end - start < LONGEST_NAME
        && (continues(article, start, end) || closes_unknown(article, start, end, limit))
    {
        // Behind a mention with the article, a family's, stands no part of the name: «الحوثي نجاح».
        let family = end > start
            && article.has(end - 1, Shape::ARTICLE)
            && !is_given(article, end - 1)
            && ends_person(article, end);
        if family && !is_in_mention(article, end) {
            break;
        }
        // A hyphen is no word.
        if article.is_hyphen(end) {
            end += 1;
            continue;
        }
        let listed = article.name(end).is_some()
            || article
                .get(end)
                .is_some_and(|item| item.mention.is_some() || item.is(class::NAME_WORD));
        if listed {
            known += 1;
        } else {
            unknown += 1;
        }
        if !listed && known > 0 && unknown > 1 && !article.has(end, Shape::ARTICLE) {
            break;
        }
        end += 1;
    }
    end
}

/// Whether the word is known as a given name, with its article or without: «الهادي».
fn is_given(article: &Article<'_>, at: usize) -> bool {
    article.get(at).is_some_and(|item| {
        item.name == Some(NameClass::Given) || article.stem(item).name == Some(NameClass::Given)
    })
}

fn is_in_mention(article: &Article<'_>, at: usize) -> bool {
    article.get(at).is_some_and(|item| item.mention.is_some())
}

/// Whether the mention of a person ends before `at`.
fn ends_person(article: &Article<'_>, at: usize) -> bool {
    let last = at.checked_sub(1).and_then(|last| article.get(last));
    last.is_some_and(|last| last.entity() == Some(Entity::Person))
}

/// Whether the last word of a phrase, with the article, closes a name of unknown words behind a row
/// of titles: «النائبة بمجلس الشعب منية الطرابلسي».
fn closes_unknown(article: &Article<'_>, start: usize, at: usize, limit: usize) -> bool {
    let behind_titles = article
        .before(start)
        .is_some_and(|before| before.has(Shape::ARTICLE) || before.mention.is_some());
    at == start + 1
        && at + 1 == limit
        && behind_titles
        && article.get(at).is_some_and(|item| {
            item.has(Shape::ARTICLE) && item.title.is_none() && item.classes == 0
        })
}

/// Whether the word at `at` goes on with a name that began at `start`.
fn continues(article: &Article<'_>, start: usize, at: usize) -> bool {
    let Some(item) = article.get(at) else { return false };
    let part = || goes_on(article, at);
    if is_name_like(article, at) || (at > start && item.answers.to(Question::PartOfName, part)) {
        return true;
    }
    // Behind «الدكتور» stands a name, whatever it looks like: «الدكتور باناعمة».
    let titled = at == start
        && behind_title(article, start_of(at), at)
        && article.get(at).is_some_and(|item| {
            item.is_word() && item.title.is_none() && item.classes == 0 && item.entity().is_none()
        });
    let by_place = || is_name_by_place(article, at) || is_given_by_place(article, at);
    if titled || item.answers.to(Question::NameByPlace, by_place) {
        return true;
    }
    // «سليم غربي»: without the article, an adjective of origin behind a given name is a family's.
    if at > start
        && article.get(at).is_some_and(|item| item.entity() == Some(Entity::Origin))
        && !article.has(at, Shape::ARTICLE)
        && article.name(at - 1) == Some(NameClass::Given)
    {
        return true;
    }
    // «الله», «الدين» close compound names: «دخل الله», «نور الدين».
    if at > start && article.is(at, class::NAME_WORD) && is_name_like(article, at - 1) {
        return true;
    }
    // A family name with the article closes a name: «خالد الحربي».
    let Some(item) = article.get(at).filter(|item| item.is_word()) else { return false };
    let family = item.has(Shape::ARTICLE)
        && item.entity().is_none_or(|entity| matches!(entity, Entity::Other | Entity::Origin))
        && item.classes & !(OF_NAMES | class::PASSING) == 0
        && (item.title.is_none() || is_family_by_place(article, at));
    let unseen = family && item.name.is_none();
    if unseen && (is_attribute(article, start, at) || item.has(Shape::DEFINITE_PLURAL)) {
        return false;
    }
    let behind_name = at > start
        && is_name_like(article, at - 1)
        && !article.has(at - 1, Shape::ARTICLE)
        && is_known_part(article, start, at - 1);
    let origin = item.entity() == Some(Entity::Origin) && !behind_name;
    family
        && !origin
        && (behind_name || !unseen || (at == start && behind_title(article, start_of(at), at)))
}

/// Whether the word at `at` is a definite adjective that tells something of the name before it rather
/// than belongs to it: behind a whole name, or with a preposition that it governs.
pub(crate) fn is_attribute(article: &Article<'_>, start: usize, at: usize) -> bool {
    let adjective = article.get(at).is_some_and(|i| i.has(Shape::ADJECTIVE));
    let whole = at >= start + 2;
    let governs = article.is(at + 1, class::PREP);
    // «شتولتز المتعامل في السوق» (Stolz, who deals in the market).
    let participle = whole && governs && looks_participle(article.key(at));
    // «… نديم عبود التوقيف بأنه» (Nadim Abboud [described] the arrest as): an object.
    let object = whole && opens_object(article, at + 1) && article.name(at).is_none();
    let behind = article.name(at).is_none() && is_behind_lone_family(article, start, at);
    participle || object || behind || (adjective && (whole || governs))
}

/// «النائب شمعة المحاضر» (deputy Shamaa [interrupted] the lecturer): what stands behind a lone family
/// name, and ends no phrase itself, is rather an object.
fn is_behind_lone_family(article: &Article<'_>, start: usize, at: usize) -> bool {
    at == start + 1
        && article.name(start) == Some(NameClass::Family)
        && !ends_before(article, at + 1)
}

/// «بأنه» (as one that): before such a clause stands an object; before «بأن» alone also a subject.
pub(crate) fn opens_object(article: &Article<'_>, at: usize) -> bool {
    article.is(at, class::BI_THAT) && article.key(at) != "بان"
}

/// Whether the word at `at` is a name beyond doubt: it is in the list, or stands behind one that is:
/// «ساجت» in «عامر ساجت الركابي».
pub(crate) fn is_known_part(article: &Article<'_>, start: usize, at: usize) -> bool {
    let given = |at: usize| {
        article.name(at).is_some()
            || article.get(at).is_some_and(|item| item.entity() == Some(Entity::Person))
    };
    given(at) || (at > start && given(at - 1) && !article.has(at - 1, Shape::ARTICLE))
}

/// What can only be a part of the name before it: the second half of a compound («جان-ميشال»), and
/// the word behind «بن» or «آل», whatever it looks like («آل خليفان»).
pub(crate) fn goes_on(article: &Article<'_>, at: usize) -> bool {
    let Some(item) = article.get(at) else { return false };
    // «آل الشيخ» may begin a name, «ولد عام 1900» (born in 1900) is none.
    let lineage = article.before(at).is_some_and(|before| before.is(class::LINEAGE))
        && (at.checked_sub(2).is_some_and(|before| is_name_like(article, before))
            || article.get(at).is_some_and(|item| item.has(Shape::ARTICLE)));
    let word = item.is_word() && item.classes & !(OF_NAMES | COMMON) == 0;
    let hyphened = at.checked_sub(1).is_some_and(|before| article.is_hyphen(before));
    let compound = article.is_hyphen(at)
        && article.title(at + 1).is_none()
        && !article.has(at + 1, Shape::ARTICLE);
    compound || (word && (lineage || hyphened))
}

/// A title right behind a given name, with no other word of its own phrase behind it, is a family
/// name: «ريم القاضي».
pub(crate) fn is_family_by_place(article: &Article<'_>, at: usize) -> bool {
    let profession = article.title(at).is_some_and(|class| {
        matches!(class, TitleClass::Profession | TitleClass::Office | TitleClass::Rank)
    });
    let behind = article
        .before(at)
        .is_some_and(|before| before.name == Some(NameClass::Given) || before.is(class::NAME_WORD))
        || (at >= 2 && article.name(at - 2) == Some(NameClass::Particle));
    let next = article.get(at + 1);
    let ends = next.is_none_or(|next| {
        !next.has(Shape::ARTICLE) && next.title.is_none() && next.name.is_none()
    });
    profession && behind && ends
}

/// A title without the article, behind a given name and with nothing behind it that it could
/// govern, is a name: «أنور حمه أمين».
pub(crate) fn is_name_by_place(article: &Article<'_>, at: usize) -> bool {
    let office = article.title(at).is_some_and(|class| {
        matches!(class, TitleClass::Profession | TitleClass::Office | TitleClass::Honorific)
    });
    // «دبلوماسيا» is a title only in the accusative, so none here.
    let bare = !article.has(at, Shape::ARTICLE)
        && article.get(at).is_some_and(|item| item.has(Shape::TITLE));
    let behind = at
        .checked_sub(1)
        .is_some_and(|before| is_name_like(article, before) && article.name(before).is_some());
    let governs = article.get(at + 1).is_some_and(|next| {
        next.is_word() && !next.is(class::THAT | class::BI_THAT | class::PREP | class::ADJUNCT)
    });
    office && bare && behind && !governs
}

/// «آمنة العياري»: behind the article or a title, a feminine without the article before a family
/// name is a given name that no list has.
fn is_given_by_place(article: &Article<'_>, at: usize) -> bool {
    article.get(at).is_some_and(|item| {
        item.is_word()
            && item.has(Shape::FEMININE)
            && !item.has(Shape::ARTICLE)
            && item.classes == 0
            && item.title.is_none()
            && item.mention.is_none()
    }) && article.get(at + 1).is_some_and(|next| {
        next.name == Some(NameClass::Family) || next.entity() == Some(Entity::Origin)
    }) && article.has(at + 1, Shape::ARTICLE)
        && article.before(at).is_some_and(|before| before.has(Shape::ARTICLE))
}

/// As much of the text before `at` as a title can take.
fn start_of(at: usize) -> Phrase {
    Phrase { start: at.saturating_sub(3), end: at }
}

/// Words before the first given name belong to a place or a body that no list knows: «صحة تبوك
/// محمد الطويلعي».
fn first_given(article: &Article<'_>, phrase: Phrase, start: usize, end: usize) -> usize {
    let known = |at: usize| {
        matches!(article.name(at), Some(NameClass::Given | NameClass::Kunya))
            || article.get(at).is_some_and(|i| i.entity() == Some(Entity::Person))
    };
    let particle = |at: usize| article.name(at) == Some(NameClass::Particle);
    let Some(given) = (start..end).find(|&at| known(at)) else { return start };
    // A particle before it is its own: «أبو محمد», «عبد الله».
    if given > start && particle(given - 1) {
        return given - 1;
    }
    // One unknown word before a known one may be a rarer given name; it is one where nothing that it
    // could hang on stands before it.
    let free = (given == start + 1 && opens_name(article, phrase, start))
        // «الكوري تشونغ بارك جون» (the Korean Chung Park John).
        || article.before(start).is_some_and(|before| {
            start > phrase.start && before.entity() == Some(Entity::Origin) && before.has(Shape::ARTICLE)
        });
    if free || (given == start + 1 && article.words_in(given, end) == 1) { start } else { given }
}

/// Whether a name may begin at `at`: the phrase does, or a definite word stands before it.
fn opens_name(article: &Article<'_>, phrase: Phrase, at: usize) -> bool {
    at == phrase.start
        || article.before(at).is_some_and(|before| {
            before.has(Shape::ARTICLE)
                || before.entity() == Some(Entity::Origin)
                || (is_owned(before) && at == phrase.start + 1)
        })
}

fn evidence(article: &Article<'_>, phrase: Phrase, start: usize, end: usize) -> u32 {
    let mut evidence = 0;
    for at in start..end {
        if article.get(at).is_some_and(|item| item.entity() == Some(Entity::Person)) {
            evidence += 3;
        }
        evidence += match article.name(at) {
            Some(NameClass::Given | NameClass::Kunya) => 2,
            Some(NameClass::Family) => 1,
            _ => 0,
        };
    }
    if behind_title(article, phrase, start) {
        evidence += 3;
    }
    // «مدير المصالح الفلاحية بوعلام زروقي»: unknown words that close a row of titles.
    let titled = start > phrase.start
        && end == phrase.end
        && article.title(phrase.start).is_some_and(|class| class != TitleClass::Institution);
    let explained = titled || is_explained(article, phrase, start, end);
    evidence + u32::from(end - start >= 2) * if explained { 2 } else { 1 }
}

/// Unknown words that can only be a name: they open the phrase and a title explains them («كارل
/// بوركن رئيس الشركة»), or they close it behind a definite person («السائحة الكندية كارن بوركن»).
fn is_explained(article: &Article<'_>, phrase: Phrase, start: usize, end: usize) -> bool {
    let personal = |at: usize| article.title(at).is_some_and(|c| c != TitleClass::Institution);
    let opens = start == phrase.start
        && (personal(end) || (article.kind(end) == Some(Kind::Comma) && personal(end + 1)));
    let head = phrase.start;
    let person = article.get(head).is_some_and(|item| {
        (item.has(Shape::ARTICLE) || is_owned(item))
            && !item.is(class::NOUN | class::BODY | class::DOCUMENT)
            && item.entity() != Some(Entity::Body)
            && item.title.is_none_or(|(class, _)| class != TitleClass::Institution)
    });
    // «لأمراض الجلد» (of skin diseases): a preposition is joined.
    let joined = article.has(start, Shape::PREPOSITION) && article.name(start).is_none();
    let closes = start > head
        && end == phrase.end
        && opens_name(article, phrase, start)
        && person
        && !joined;
    opens || closes
}

/// Whether a title that wants a name stands before it: «الدكتور», «العميد», «د.».
pub(crate) fn behind_title(article: &Article<'_>, phrase: Phrase, at: usize) -> bool {
    let Some(mut before) = at.checked_sub(1).filter(|&b| b >= phrase.start) else { return false };
    if matches!(article.kind(before), Some(Kind::Stop | Kind::Other)) && before > phrase.start {
        before -= 1;
    }
    article
        .title(before)
        .is_some_and(|class| matches!(class, TitleClass::Honorific | TitleClass::Rank))
        && is_title_like(article, before)
}
