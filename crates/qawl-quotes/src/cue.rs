//! Which words report.

use crate::article::Article;
use crate::complement::own_preposition_at;
use crate::items::{Entity, Item, Kind};
use crate::lexicon::{
    Gender, Inflection, Known, Lexicon, NameClass, Number, Tense, Verb, class, flag, takes,
};
use crate::morphology::{
    Shape, may_be_accusative, without_conjunction, without_purpose, without_resumptive,
};
use crate::quote::Act;

/// A form of a reporting verb in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CueWord {
    pub(crate) at: usize,
    pub(crate) verb: Verb,
    pub(crate) form: Inflection,
    /// Whether و or ف stands in front.
    pub(crate) joined: bool,
}

impl CueWord {
    /// Whether it is «قال» (to say), which nothing but a speaker does.
    pub(crate) fn is_plain_saying(&self) -> bool {
        self.verb.act == Act::Say
            && self.verb.takes(takes::QUESTION)
            && !self.verb.is(flag::WEAK)
            && !self.is_participle()
    }

    pub(crate) fn is_participle(&self) -> bool {
        self.form.tense == Tense::Participle
    }
}

/// Forms of reporting verbs, in the order of the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cues {
    /// Those whose place speaks for the reading.
    pub(crate) sure: Vec<CueWord>,
    /// The others: what they govern may make them reports all the same.
    pub(crate) doubtful: Vec<CueWord>,
}

/// All forms of reporting verbs in the text.
pub(crate) fn find_cues(article: &Article<'_>) -> Cues {
    let mut found = Cues::default();
    // Most words are done with here.
    let words = article.items.iter().enumerate().filter(|&(at, _)| may_be_cue(article, at));
    for (at, item) in words {
        for cue in spelled_cues(article, item, at) {
            if is_passive(article, &cue) || !is_possible(article, &cue) {
                continue;
            }
            if is_placed(article, &cue) {
                found.sure.push(cue);
            } else if !article.is(at, class::ADJUNCT) || cue.verb.is(flag::JOINED) {
                found.doubtful.push(cue);
            }
        }
    }
    found
}

/// The word as it is, and without a conjunction or the lam of purpose (ليقول).
fn readings<'x>(
    article: &'x Article<'_>,
    item: &'x Item<'_>,
) -> impl Iterator<Item = (&'x str, &'x Known, bool)> {
    let key: &str = item.key;
    let bare = without_conjunction(key, 2).map(|form| (form, article.joined(item), true));
    let purpose = without_purpose(key).map(|form| (form, article.governed(item), true));
    [Some((key, article.whole(item), false)), bare, purpose].into_iter().flatten()
}

/// Every reporting verb that the letters of the word at `at` can spell.
pub(crate) fn cues_of<'x>(
    article: &'x Article<'_>,
    at: usize,
) -> impl Iterator<Item = CueWord> + 'x {
    let item = article.get(at).filter(|_| may_be_cue(article, at));
    item.into_iter().flat_map(move |item| spelled_cues(article, item, at))
}

/// The same of a word that [may be one](may_be_cue).
fn spelled_cues<'x>(
    article: &'x Article<'_>,
    item: &'x Item<'_>,
    at: usize,
) -> impl Iterator<Item = CueWord> + 'x {
    let taken_up = takes_up(article, at);
    readings(article, item)
        .flat_map(move |(form, reading, joined)| {
            let stripped = without_resumptive(form).last().filter(|_| taken_up);
            let stripped = stripped.filter(|_| !reading.may_report());
            let known = stripped.map_or(reading, |form| article.lexicon.known(form));
            let verbs = article.lexicon.reporting_verbs(known);
            verbs.map(move |(verb, form)| CueWord { at, verb, form, joined })
        })
        .filter(|cue| spelled_as_verb(&article.lexicon, item.bare, cue))
}

/// Whether the letters of the word at `at` can spell a reporting verb at all.
fn may_be_cue(article: &Article<'_>, at: usize) -> bool {
    article.get(at).is_some_and(|item| {
        item.is_word()
            && item.mention.is_none()
            && !item.is(class::PASSIVE)
            && (item.has(Shape::MAY_REPORT) || takes_up(article, at))
    })
}

/// «…»، قالها وهو …» (he said it), «ومما قاله: «…»»: a verb whose pronoun takes up the words before
/// it, or those behind its colon.
fn takes_up(article: &Article<'_>, at: usize) -> bool {
    let Some(before) = article.before(at) else { return false };
    let told = before.kind == Kind::Comma && at >= 2 && article.marks.closing(at - 2).is_some();
    let what =
        before.is(class::WHAT | class::CONNECTIVE) && article.kind(at + 1) == Some(Kind::Colon);
    told || what || is_what_one_calls(article, at)
}

/// «ما وصفه المدير بـ«…»» (what the manager called «…»).
fn is_what_one_calls(article: &Article<'_>, at: usize) -> bool {
    let calls = |form: &str| {
        let mut verbs = article.lexicon.cue_verbs(form);
        verbs.any(|(verb, _)| verb.act == Act::Judge && verb.takes(takes::NOMINAL))
    };
    article.before(at).is_some_and(|before| before.is(class::WHAT))
        && without_resumptive(article.key(at)).any(calls)
}

/// Whether the word is marked as a passive: a damma on its first letter («ذُكر», it was mentioned),
/// or the final alef maksura of «يُدعى» (is called) where the active has a yeh.
pub(crate) fn is_passive(article: &Article<'_>, cue: &CueWord) -> bool {
    let Some(item) = article.get(cue.at) else { return false };
    match cue.form.tense {
        Tense::Past => has_damma(item.span.get(article.text).unwrap_or_default(), cue.joined),
        Tense::Imperfect => cue.verb.is(flag::FINAL_YEH) && item.bare.ends_with('ى'),
        Tense::Participle => false,
    }
}

/// Whether U+064F ARABIC DAMMA stands on the first letter of a verb, behind its conjunction.
fn has_damma(word: &str, joined: bool) -> bool {
    let mut letters = 0;
    for c in word.chars() {
        letters += usize::from(qawl_core::letters::is_letter(c));
        if letters > 1 + usize::from(joined) {
            return false;
        }
        if c == '\u{064F}' && letters == 1 + usize::from(joined) {
            return true;
        }
    }
    false
}

/// Whether the letters that folding levels speak for the verb: «رأى» (saw) is one, «رأي»
/// (opinion) is not.
fn spelled_as_verb(lexicon: &Lexicon, bare: &str, cue: &CueWord) -> bool {
    let weak = lexicon.lemma(cue.verb).ends_with('ى');
    let plain_past = cue.form.tense == Tense::Past && cue.form == past_of_he(cue.form);
    !(weak && plain_past && bare.ends_with('ي'))
}

fn past_of_he(form: Inflection) -> Inflection {
    Inflection { tense: form.tense, gender: Gender::Masculine, number: Number::Singular }
}

/// Whether the place allows a verb that reports: none stands behind a preposition, and what stands
/// behind a negation was not said.
fn is_possible(article: &Article<'_>, cue: &CueWord) -> bool {
    let before = article.before(cue.at).filter(|_| article.same_sentence(cue.at - 1, cue.at));
    if before.is_some_and(|item| item.is(class::NEGATION)) && !is_what_one_calls(article, cue.at) {
        return false;
    }
    if before.is_some_and(|item| item.is(class::PREP)) && !cue.joined {
        return false;
    }
    // «الوزير السابق عزت صديق» (the former minister Ezzat Siddiq): a given name between a title and a name.
    let named = article.name(cue.at) == Some(NameClass::Given)
        && (article.name(cue.at + 1).is_some() || article.name(cue.at + 2).is_some())
        && before.is_some_and(|item| item.has(Shape::ARTICLE));
    if named && !cue.joined {
        return false;
    }
    // «الأمر الذي يشير إلى أن» (which indicates that): no one speaks.
    if before.is_some_and(|item| item.is(class::RELATIVE))
        && article.is(cue.at.saturating_sub(2), class::AFFAIR)
    {
        return false;
    }
    // «ردا على» (in answer to), «أمرا» (a matter): an accusative, no dual of «رد».
    let dual = cue.form.number == Number::Dual && cue.form.tense == Tense::Past;
    // «اللذان كتبا» (the two who wrote) is one.
    let accusative = cue.form.gender == Gender::Masculine
        && cue.verb.is(flag::WEAK)
        && before.is_none_or(|item| !item.is(class::RELATIVE));
    // «اقرأ أيضا: …» (read also) is an imperative, no dual of «أقر».
    if dual && article.kind(cue.at + 2) == Some(Kind::Colon) && !cue.joined {
        return false;
    }
    // «ونقلا عن» (and quoting).
    if dual && article.is(cue.at, class::ACCORDING) {
        return false;
    }
    if dual && (article.is(cue.at, class::ADJUNCT) || (accusative && !cue.joined)) {
        return false;
    }
    if tells_state(article, cue) {
        return false;
    }
    // «متابعات», «مقره» (its seat) are nouns, unless they govern at once: «مؤكدات أن».
    let owned = article.get(cue.at).is_some_and(|item| item.bare.ends_with('ه'));
    let noun = cue.is_participle()
        && cue.form.gender == Gender::Feminine
        && (cue.form.number == Number::Plural || owned)
        && !article.is(cue.at + 1, class::THAT | class::BI_THAT | class::PREP);
    // «بين» alone is «between»; «بينت», and «فيما بين أن» where a clause begins, are the verb.
    let opens =
        article.begins_clause(cue.at) || before.is_some_and(|item| item.is(class::RELATIVE));
    let that = opens && article.is(cue.at + 1, class::THAT);
    let inflected = cue.form != past_of_he(cue.form) && !article.is(cue.at + 1, class::PREP);
    // «بيّن المدير أن»: with its shadda, or before one who can speak, where a clause begins.
    let shown = has_shadda(article, cue.at) || (opens && speaks(article, cue.at + 1));
    if cue.joined && cue.verb.is(flag::JOINED) && is_other_word(article, cue) {
        return false;
    }
    !noun && (cue.joined || !cue.verb.is(flag::JOINED) || that || inflected || shown)
}

/// «كنا مؤيدين» (we were in favour): behind «كان» a participle says how somebody was.
fn tells_state(article: &Article<'_>, cue: &CueWord) -> bool {
    cue.is_participle()
        && article.before(cue.at).is_some_and(|before| before.is(class::AUXILIARY))
        && !article.is(cue.at + 1, class::THAT | class::BI_THAT)
        && !article.is(cue.at + 2, class::THAT)
}

/// «وعقب الاجتماع أدلى …» (and after the meeting), «وبين الحضور»: before a noun that cannot speak,
/// and with no clause near, the word is a preposition.
fn is_other_word(article: &Article<'_>, cue: &CueWord) -> bool {
    const REACH: usize = 6;
    let near = cue.at + 1..article.sentence_end(cue.at).min(cue.at + REACH);
    // «الاجتماع» (the meeting) is a body too, but rather the occasion.
    let occasion = article
        .get(cue.at + 1)
        .is_some_and(|next| article.stem(next).classes & class::STATEMENT != 0);
    article.is(cue.at, class::ADJUNCT | class::PREP)
        && article.has(cue.at + 1, Shape::ARTICLE)
        && (occasion || !speaks(article, cue.at + 1))
        && near.clone().all(|at| !article.is(at, class::THAT | class::BI_THAT))
}

/// Whether a form, with or without the alef that the alef maksura of «نفى» becomes before a pronoun
/// («نفاه»), is that of a reporting verb.
pub(crate) fn says(article: &Article<'_>, form: &str) -> bool {
    let reports = |form: &str| article.lexicon.cue_verbs(form).next().is_some();
    reports(form) || form.strip_suffix('ا').is_some_and(|stem| reports(&format!("{stem}ي")))
}

/// Whether the word at `at` is one who can speak: a title, a name, a body.
pub(crate) fn speaks(article: &Article<'_>, at: usize) -> bool {
    article.get(at).is_some_and(|item| {
        item.title.is_some()
            || matches!(item.entity(), Some(Entity::Person | Entity::Body))
            || item.is(class::BODY | class::DOCUMENT)
    })
}

/// Whether U+0651 ARABIC SHADDA stands on the word.
fn has_shadda(article: &Article<'_>, at: usize) -> bool {
    let word = article.get(at).and_then(|item| item.span.get(article.text));
    word.is_some_and(|word| word.contains('\u{0651}'))
}

/// Whether the place speaks for the reading: a verb of other senses reports where a clause begins.
fn is_placed(article: &Article<'_>, cue: &CueWord) -> bool {
    // «بين» without its shadda is doubtful wherever it stands: «بين الوزير والمدير».
    let bare = cue.verb.is(flag::JOINED) && !cue.joined && cue.form == past_of_he(cue.form);
    if bare && !article.is(cue.at + 1, class::THAT) {
        return has_shadda(article, cue.at);
    }
    !cue.verb.is(flag::WEAK)
        || cue.joined
        || article.begins_clause(cue.at)
        || article.is(cue.at + 1, class::THAT | class::BI_THAT)
        // «الذي روى كيف …» (who told how).
        || (article.before(cue.at).is_some_and(|item| item.is(class::RELATIVE))
            && cue.verb.takes(takes::QUESTION)
            && article.is(cue.at + 1, class::QUESTION))
        || (cue.verb.is(flag::MEDIUM) && article.is(cue.at + 1, class::ADVERB))
        || follows_name(article, cue)
        || governs_as_adverb(article, cue)
        || is_what_one_calls(article, cue.at)
}

/// «… معربا عن شكره», «… معربا معاليه عن», «… مهنئا الفائزين»: an accusative with what its verb takes.
pub(crate) fn governs_as_adverb(article: &Article<'_>, cue: &CueWord) -> bool {
    if !cue.is_participle() || !may_be_accusative(article.key(cue.at)) {
        return false;
    }
    let Some(next) = article.get(cue.at + 1) else { return false };
    let titled = next.title.is_some() || next.is(class::HONOUR);
    own_preposition_at(article, cue, cue.at + 1)
        || (titled && own_preposition_at(article, cue, cue.at + 2))
        || (cue.verb.is(flag::OBJECT) && next.has(Shape::ARTICLE))
}

/// A verb right behind its subject: «الوزير كشف أن» (the minister revealed that).
fn follows_name(article: &Article<'_>, cue: &CueWord) -> bool {
    article.before(cue.at).is_some_and(|item| item.mention.is_some())
        && cue.form.tense != Tense::Participle
        // «عبر موقعه» (over his site) is no verb.
        && !article.is(cue.at, class::ADJUNCT)
}

/// Whether the word at `at` begins a clause of the reporter's own: a verb of news behind و, or
/// behind a comma.
pub(crate) fn plain_verb_at(article: &Article<'_>, at: usize) -> Option<Inflection> {
    article.get(at).filter(|item| item.mention.is_none())?.word.plain_verb
}
