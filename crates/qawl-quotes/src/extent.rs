//! Where reported words end.

use crate::article::Article;
use crate::complement::{Opening, names_something, own_preposition_at};
use crate::content::QUOTED_WORDS;
use crate::cue::{CueWord, governs_as_adverb, plain_verb_at, says, speaks};
use crate::items::{Extent, Kind};
use crate::lexicon::{Number, Tense, class, flag, takes};
use crate::morphology::{Shape, has_possessive, may_be_accusative, without_ba, without_resumptive};
use crate::phrase::is_verb;
use crate::quote::Act;
use crate::report::{Report, Reports};

/// The item behind the last one of a reported clause: the end of the sentence, of the quotation
/// around it, or the next report of the writer's.
pub(crate) fn clause_end(article: &Article<'_>, reports: &Reports, start: usize) -> usize {
    let holder = article.marks.around(start).map_or(usize::MAX, |pair| pair.end);
    let limit = article.sentence_end(start).min(holder);
    let mut at = start;
    while at < limit {
        if at > start
            && ends_clause(article, reports, at)
            && !is_predicate(article, reports, start, at)
        {
            break;
        }
        at = match article.marks.opening(at) {
            Some(pair) => pair.after().max(at + 1),
            None => at + 1,
        };
    }
    without_connectives(article, start, at.min(limit))
}

/// The item behind the last one of speech behind a colon without marks: the end of the paragraph,
/// or the sentence whose first word reports anew.
pub(crate) fn speech_end(article: &Article<'_>, reports: &Reports, start: usize) -> usize {
    let holder = article.marks.around(start).map_or(usize::MAX, |pair| pair.end);
    let limit = article.paragraph_end(start).min(holder);
    if let Some(end) = speech_change(article, reports, start, limit) {
        return end;
    }
    let mut at = article.sentence_end(start);
    while at < limit {
        if opens_report(article, reports, at) {
            break;
        }
        at = article.sentence_end(at).max(at + 1);
    }
    at.min(limit)
}

/// Within the first sentence of speech without marks: the comma before the next verb that brings a
/// colon or a quotation of its own.
fn speech_change(
    article: &Article<'_>,
    reports: &Reports,
    start: usize,
    limit: usize,
) -> Option<usize> {
    let end = article.sentence_end(start).min(limit);
    let change = (start + 1..end).find(|&at| changes_speech(article, reports, at))?;
    Some(without_connectives(article, start, change))
}

/// Whether the writer speaks again at `at`, in the middle of a sentence of colon speech: behind a
/// comma with a frame or a report of his, behind «حيث» with one that brings a colon or a quotation.
fn changes_speech(article: &Article<'_>, reports: &Reports, at: usize) -> bool {
    article.extents.get(at).is_some_and(|answers| {
        answers.to_extent(Extent::ChangesSpeech, || must_change_speech(article, reports, at))
    })
}

fn must_change_speech(article: &Article<'_>, reports: &Reports, at: usize) -> bool {
    let pause = behind_pause(article, at);
    if pause && (is_frame(article, at) || opens_topic(article, reports, at)) {
        return true;
    }
    let Some(report) = reports.at(at) else { return false };
    let cue = &report.cue;
    if breaks_in(article, report, pause) {
        return true;
    }
    let Some(complement) = report.complement else { return false };
    if cue.is_participle() {
        return pause;
    }
    let apart = complement.opening != Opening::Clause;
    let connected = article.before(at).is_some_and(|before| before.is(class::CONNECTIVE));
    (pause && cue.joined && (apart || cue.form.tense == Tense::Past)) || (connected && apart)
}

/// «…، داعيا إلى الهدوء» (calling for calm), «… مضيفا أن»: an accusative participle of the writer's.
fn breaks_in(article: &Article<'_>, report: &Report, pause: bool) -> bool {
    let cue = &report.cue;
    let adverb = cue.is_participle() && may_be_accusative(article.key(cue.at));
    let noun = article.before(cue.at).is_none_or(|before| before.has(Shape::ACCUSATIVE));
    let reports = !noun && report.complement.is_some();
    adverb && (reports || (pause && is_adverbial(article, cue)))
}

/// Whether a comma or dots stand before `at`.
fn behind_pause(article: &Article<'_>, at: usize) -> bool {
    article.before(at).is_some_and(|item| matches!(item.kind, Kind::Comma | Kind::Dots))
}

/// The same, or only connectives between («، كما دعا»); so does a sentence that begins there.
fn paused(article: &Article<'_>, at: usize) -> bool {
    const CONNECTIVES: usize = 3;
    let mut first = at;
    while first + CONNECTIVES > at
        && article.before(first).is_some_and(|b| b.is(class::CONNECTIVE | class::AUXILIARY))
    {
        first -= 1;
    }
    let closed = article.before(first).is_some_and(|b| matches!(b.kind, Kind::Mark(_)));
    closed || behind_pause(article, first) || !article.same_sentence(first.saturating_sub(1), first)
}

/// «وعن الأسعار قال», «وحول المشروع أوضح»: a topic of the writer's, with its report behind it.
fn opens_topic(article: &Article<'_>, reports: &Reports, at: usize) -> bool {
    let topic = article.is(at, class::PREP | class::ADJUNCT) && article.has(at, Shape::AND);
    // «لكن النائبة جزمت بأن»: another speaks against it.
    let opens = topic || article.is(at, class::ADVERSE);
    let end = article.sentence_end(at).min(at + NEAR);
    opens
        && (at + 1..end).take_while(|&i| article.kind(i) != Some(Kind::Comma)).any(|i| {
            // «غير أن المديرة تفاءلت بقولها: …»: a noun of saying reports too.
            let noun = article.is(i, class::SPEECH_NOUN)
                && (article.is(i + 1, class::THAT) || article.kind(i + 1) == Some(Kind::Colon));
            let verb = reports.at(i).is_some_and(|report| {
                report.complement.is_some() && report.cue.form.tense == Tense::Past
            });
            noun || verb
        })
}

/// Whether the sentence that begins at `at` is the writer's: a report, or a change of speaker.
fn opens_report(article: &Article<'_>, reports: &Reports, start: usize) -> bool {
    let mut at = start;
    while at < start + NEAR && article.is(at, class::CONNECTIVE | class::AUXILIARY) {
        at += 1;
    }
    // «أما زوجها فقال»: the verb stands behind its subject.
    if article.is(at, class::TOPIC) {
        return turns_to_another(article, reports, at);
    }
    let verb = reports
        .at(at)
        .is_some_and(|report| report.complement.is_some() || !report.cue.verb.is(flag::WEAK));
    verb || is_frame(article, at) || opens_topic(article, reports, start)
}

/// «أما زوجها فقال» (as for her husband, he said): the verb stands behind its subject.
fn turns_to_another(article: &Article<'_>, reports: &Reports, at: usize) -> bool {
    let near = at..article.sentence_end(at).min(at + NEAR);
    article.is(at, class::TOPIC)
        && near.filter_map(|at| reports.at(at)).any(|report| report.cue.joined)
}

/// How far, in items, the verb of a sentence is looked for.
const NEAR: usize = 14;

/// «من جانبه» (for his part), «بدوره» (in turn): another speaker comes.
pub(crate) fn is_frame(article: &Article<'_>, at: usize) -> bool {
    let key = article.key(at);
    (!key.is_empty() && article.is(at, class::FROM) && article.is(at + 1, class::FRAME))
        || article.is(at, class::FRAME_ALONE)
}

/// Whether the writer speaks again at `at`. Each report before it asks, as far as its sentence goes: in a text
/// of nothing but reports that is hundreds of times.
pub(crate) fn ends_clause(article: &Article<'_>, reports: &Reports, at: usize) -> bool {
    article.extents.get(at).is_some_and(|answers| {
        answers.to_extent(Extent::EndsClause, || must_end_clause(article, reports, at))
    })
}

fn must_end_clause(article: &Article<'_>, reports: &Reports, at: usize) -> bool {
    if let Some(end) = reports.source_end(at) {
        let own = reports.own_attribution(at, at + 1).is_some();
        return own || !goes_on(article, reports, end);
    }
    let pause = behind_pause(article, at);
    if pause
        && (is_frame(article, at)
            || opens_topic(article, reports, at)
            || is_remark(article, at)
            || is_silence(article, at)
            || is_contrast(article, at)
            || turns_to_another(article, reports, at)
            || leaves_quotation(article, at))
    {
        return true;
    }
    // «قيل إن …، وقيل إن …»: each is a report.
    if article.is(at, class::PASSIVE) && article.has(at, Shape::AND) {
        let that = at + 1 + usize::from(article.is(at + 1, class::PREP | class::ADVERB));
        if article.is(that, class::THAT) {
            return true;
        }
    }
    // «قبل أن يضيف أن …» (before he added that); «بعد أن قال الجيران إنهم» is a part of the clause.
    let then = article.is(at, class::ADJUNCT) && article.is(at + 1, class::THAT);
    let own = |report: &Report| {
        report.complement.is_some_and(|c| c.at == at + 3 || report.cue.verb.is(flag::ADD))
    };
    if then && reports.at(at + 2).is_some_and(own) {
        return true;
    }
    if article.is(at, class::SPEECH_NOUN) {
        let joined = article.has(at, Shape::AND) && article.is(at + 1, class::THAT);
        if joined || article.kind(at + 1) == Some(Kind::Colon) {
            return true;
        }
    }
    reports.at(at).is_some_and(|report| report_ends(article, report, pause))
}

/// Whether a report is the writer's rather than a part of the clause before it.
fn report_ends(article: &Article<'_>, report: &Report, pause: bool) -> bool {
    let cue = &report.cue;
    let begins = begins_anew(article, cue.at);
    if cue.is_participle() {
        return report.complement.is_some()
            || pause
            || (cue.joined && begins)
            || is_adverbial(article, cue);
    }
    // «جميع التقارير، تؤكد أن»: behind a comma alone an imperfect goes on with its subject.
    let behind_comma = article.before(cue.at).is_some_and(|item| item.kind == Kind::Comma);
    let own = begins && !(behind_comma && cue.form.tense == Tense::Imperfect);
    match report.complement {
        Some(_) => cue.joined || own,
        // «، وطالب بالإسراع» is the writer's too, though it reports no words.
        None => {
            paused(article, cue.at)
                && cue.form.tense == Tense::Past
                && (!cue.verb.is(flag::WEAK)
                    || cue.form.number != Number::Singular
                    || (cue.joined && asks_or_thanks(cue)))
        }
    }
}

/// «، وطالب بالإسراع», «، وأشاد بالجمهور»: behind a comma these too are the writer's, though the
/// verbs have other senses. «، ورفض العرض» may belong to the story that is told.
fn asks_or_thanks(cue: &CueWord) -> bool {
    cue.verb.takes(takes::NOMINAL) && matches!(cue.verb.act, Act::Demand | Act::Praise | Act::Wish)
}

/// «بلغوا ألفا حسب معطيات الحراس، من بينهم …»: the clause goes on behind a source it names in passing.
fn goes_on(article: &Article<'_>, reports: &Reports, comma: usize) -> bool {
    const SHORTEST: usize = 3;
    let next = comma + 1;
    article.kind(comma) == Some(Kind::Comma)
        && reports.source_end(next).is_none()
        && article.words_in(next, article.sentence_end(comma).min(next + NEAR)) >= SHORTEST
        && !ends_clause(article, reports, next)
}

/// «أن مدير المدرسة، فلان، وجه بأن …» (that the head of the school has directed that): behind a comma
/// the first verb of a clause that begins with its subject is that clause's own.
fn is_predicate(article: &Article<'_>, reports: &Reports, start: usize, at: usize) -> bool {
    let own = reports.at(at).is_some_and(|report| {
        !report.cue.joined && !report.cue.is_participle() && !is_frame(article, at)
    });
    let main = |at: usize| {
        let before = article.before(at);
        let hangs = before.is_some_and(|b| b.is(class::RELATIVE | class::CONNECTIVE | class::AND));
        !hangs && !article.has(at, Shape::AND) && is_verb(article, at)
    };
    own && article.before(at).is_some_and(|before| before.kind == Kind::Comma)
        && !(start..at).any(main)
}

/// Whether a clause begins at `at`; behind «كان» only where that begins one: «أن الرجل كان يقول».
fn begins_anew(article: &Article<'_>, at: usize) -> bool {
    let was = article.before(at).filter(|before| before.is(class::AUXILIARY));
    let inner = was.is_some_and(|was| !was.has(Shape::AND)) && !article.begins_clause(at - 1);
    article.begins_clause(at) && !inner
}

/// «، وهو ما نفته الوزارة» (which the ministry denied), «، وهي رواية ينفيها» (an account that he
/// denies), «، وهو ما لم يحدث» (which did not happen): remarks of the writer's.
fn is_remark(article: &Article<'_>, at: usize) -> bool {
    if !(article.is(at, class::PRONOUN) && article.has(at, Shape::AND)) {
        return false;
    }
    let what = article.is(at + 1, class::WHAT);
    let taken_up = |form: &&str| what || *form != article.key(at + 2);
    (what && article.is(at + 2, class::NEGATION))
        || without_resumptive(article.key(at + 2)).filter(taken_up).any(|form| says(article, form))
}

/// «، فيما تتحدث السلطة عن …» (while the authority speaks of): another speaker, in the writer's words.
fn is_contrast(article: &Article<'_>, at: usize) -> bool {
    // «، في حين تحدثت الوزارة عن …»
    let at = at + usize::from(article.is(at, class::INNER));
    article.is(at, class::ADVERSE)
        && article.lexicon.cue_verbs(article.key(at + 1)).any(|(verb, form)| {
            form.tense != Tense::Participle && (!verb.is(flag::WEAK) || speaks(article, at + 2))
        })
}

/// «… "لن تقبل أي تأجيل"، وحدد موعدا» (and set a date): behind words in marks that end a part of the
/// sentence, a verb goes on with the writer's story.
fn leaves_quotation(article: &Article<'_>, at: usize) -> bool {
    let close = at.checked_sub(2).and_then(|close| article.marks.closing(close));
    let quoted = close.is_some_and(|pair| {
        article.words_in(pair.open + 1, pair.end) >= QUOTED_WORDS && !names_something(article, pair)
    });
    let then = at + usize::from(article.is(at, class::CONNECTIVE));
    let joined = then > at || article.has(at, Shape::AND);
    let past = plain_verb_at(article, then).is_some_and(|form| form.tense == Tense::Past)
        || article.cues_at(then).iter().any(|cue| cue.form.tense == Tense::Past);
    quoted && !article.is(at, class::THAT) && joined && past
}

/// «، من دون ذكر تفاصيل», «، دون أن يوضح» (without saying more), «، ولم يعلق» (and did not comment).
fn is_silence(article: &Article<'_>, at: usize) -> bool {
    let says = |at: usize| {
        article.lexicon.cue_verbs(article.key(at)).next().is_some() || article.is(at, class::UNSAID)
    };
    // «لكنه لم يستبعد» (but he did not rule out).
    let adverse = article.is(at, class::ADVERSE) && has_possessive(article.key(at));
    if adverse && article.is(at + 1, class::NEGATION) && says(at + 2) {
        return true;
    }
    if article.is(at, class::NEGATION) && article.has(at, Shape::AND) && says(at + 1) {
        return true;
    }
    let without = at + usize::from(article.is(at, class::FROM));
    let verb = without + 1 + usize::from(article.is(without + 1, class::THAT));
    article.is(without, class::NEGATION)
        && article.is(without, class::ADJUNCT | class::GUARD)
        && says(verb)
}

/// «مؤكدا متانة الجسر» (stressing the strength of the bridge): an accusative that no other before it
/// makes an adjective is the writer's, with or without a comma.
fn is_adverbial(article: &Article<'_>, cue: &CueWord) -> bool {
    let adjective = article.before(cue.at).is_some_and(|before| {
        // «يوميا» (daily) is an adverb, no noun that the participle could describe.
        let noun = before.has(Shape::ACCUSATIVE) && !before.bare.ends_with("يا");
        // «12 مؤيدا» (12 supporters): what is counted.
        noun || before.is(class::AUXILIARY) || before.kind == Kind::Number
    });
    let verb = cue.verb;
    // A verb of other senses shows itself by its preposition: «مشيدا بالجمهور», «معربا عن».
    let joined = verb.takes(takes::BI) && without_ba(article.key(cue.at + 1)).is_some();
    let own = own_preposition_at(article, cue, cue.at + 1);
    let reports = joined || governs_as_adverb(article, cue) || !verb.is(flag::WEAK);
    // «اهتماما خاصا معلنا عن» (announcing): behind its preposition no noun is described.
    let announces = own && !verb.is(flag::WEAK);
    reports
        && (verb.takes(takes::NOMINAL) || announces)
        && !verb.is(flag::FINDING)
        && may_be_accusative(article.key(cue.at))
        && (!adjective || announces)
}

/// Conjunctions and commas before the next report belong to it.
pub(crate) fn without_connectives(article: &Article<'_>, start: usize, mut end: usize) -> usize {
    // «وقد» belongs to the next verb, «كانت» before a comma does not.
    let mut own = class::CONNECTIVE | class::AND | class::RELATIVE | class::PREP | class::AUXILIARY;
    while end > start
        && article.get(end - 1).is_some_and(|item| match item.kind {
            Kind::Word => item.is(own) && item.mention.is_none(),
            Kind::Number | Kind::Bracket => false,
            Kind::Mark(_) => article.marks.closing(end - 1).is_none(),
            // «٧٪», an address, an emoji: said with the rest.
            Kind::Other => article.is_slash(end - 1),
            _ => true,
        })
    {
        end -= 1;
        if article.kind(end) != Some(Kind::Word) {
            own &= !class::AUXILIARY;
        }
    }
    end
}
