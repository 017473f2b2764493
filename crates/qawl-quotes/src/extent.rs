//! Where reported words end.

use crate::article::Article;
use crate::complement::Opening;
use crate::items::Kind;
use crate::lexicon::{Number, Tense, class, flag};
use crate::report::Reports;

/// The item behind the last one of a reported clause: the end of the sentence, of the quotation
/// around it, or the next report of the writer's.
pub(crate) fn clause_end(article: &Article<'_>, reports: &Reports, start: usize) -> usize {
    let holder = article.marks.around(start).map_or(usize::MAX, |pair| pair.end);
    let limit = article.sentence_end(start).min(holder);
    let mut at = start;
    while at < limit {
        if at > start && ends_clause(article, reports, at) {
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
    (start + 1..end).find(|&at| {
        let behind_comma = article.before(at).is_some_and(|item| item.kind == Kind::Comma);
        behind_comma
            && reports.at(at).is_some_and(|report| {
                report.cue.joined && report.complement.is_some_and(|c| c.opening != Opening::Clause)
            })
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
        let near = at..article.sentence_end(at).min(at + NEAR);
        return near.filter_map(|at| reports.at(at)).any(|report| report.cue.joined);
    }
    let verb = reports
        .at(at)
        .is_some_and(|report| report.complement.is_some() || !report.cue.verb.is(flag::WEAK));
    verb || is_frame(article, at)
}

/// How far, in items, the verb of a sentence is looked for.
const NEAR: usize = 14;

/// «من جانبه» (for his part), «بدوره» (in turn): another speaker comes.
pub(crate) fn is_frame(article: &Article<'_>, at: usize) -> bool {
    let key = article.key(at);
    let opens = article.is(at, class::PREP) && !key.is_empty();
    (opens && article.is(at + 1, class::FRAME)) || article.is(at, class::FRAME_ALONE)
}

fn ends_clause(article: &Article<'_>, reports: &Reports, at: usize) -> bool {
    if reports.sources.binary_search(&at).is_ok() {
        return true;
    }
    let behind_comma = article.before(at).is_some_and(|item| item.kind == Kind::Comma);
    if behind_comma && is_frame(article, at) {
        return true;
    }
    let speaks = article.is(at, class::SPEECH_NOUN);
    if speaks && article.kind(at + 1) == Some(Kind::Colon) {
        return true;
    }
    let Some(report) = reports.at(at) else { return false };
    let begins = article.begins_clause(at);
    let cue = &report.cue;
    if cue.form.tense == Tense::Participle {
        return report.complement.is_some() || behind_comma || (cue.joined && begins);
    }
    // «جميع التقارير، تؤكد أن»: behind a comma alone an imperfect goes on with its subject.
    let own = begins && !(behind_comma && cue.form.tense == Tense::Imperfect);
    match report.complement {
        Some(_) => cue.joined || own,
        // «، وطالب بالإسراع» is the writer's too, though it reports no words.
        None => {
            (cue.joined || begins)
                && cue.form.tense == Tense::Past
                && (!cue.verb.is(flag::WEAK) || cue.form.number != Number::Singular)
        }
    }
}

/// Conjunctions and commas before the next report belong to it.
pub(crate) fn without_connectives(article: &Article<'_>, start: usize, mut end: usize) -> usize {
    while end > start
        && article.get(end - 1).is_some_and(|item| match item.kind {
            Kind::Word => item.is(class::CONNECTIVE | class::AUXILIARY | class::AND),
            Kind::Number | Kind::Bracket => false,
            Kind::Mark(_) => article.marks.closing(end - 1).is_none(),
            // «٧٪», an address, an emoji: said with the rest.
            Kind::Other => article.is_slash(end - 1),
            _ => true,
        })
    {
        end -= 1;
    }
    end
}
