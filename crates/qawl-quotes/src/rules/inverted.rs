//! «…»، قال فلان: the words stand before the verb, and may go on behind its subject.

use crate::article::Article;
use crate::complement::{Opening, names_something};
use crate::content::{Content, quotation};
use crate::items::Kind;
use crate::lexicon::{Tense, class, flag, takes};
use crate::marks::Pair;
use crate::phrase::phrase_after;
use crate::quote::{Balance, QuoteKind, Rule};
use crate::reason::{Opener, Place, Verdict};
use crate::report::Report;
use crate::rules::verb::verb_draft;
use crate::speaker::Subject;
use crate::walk::Walk;

impl Walk<'_, '_> {
    /// Takes the quotation before a cue as its content, if there is one and it is still free.
    pub(crate) fn inverted(&mut self, report: &Report) -> bool {
        let article = self.article;
        let cue = &report.cue;
        if cue.joined || cue.is_participle() {
            return false;
        }
        let before = quotation_before(article, cue.at)
            .or_else(|| sentence_before(article, cue.at).filter(|_| report.complement.is_none()));
        let Some(pair) = before else {
            return self.dialogue(report);
        };
        // What is reported inside the marks is a part of them.
        let inner = |cue: usize| pair.open < cue && cue < pair.end;
        let nested = self.drafts.iter().rev().take_while(|draft| inner(draft.cue.0)).count();
        let mut before = self.drafts.iter().rev().skip(nested).take(3);
        let free = !before.any(|draft| draft.content.end() > pair.open);
        let goes_on = match report.complement.map(|complement| complement.opening) {
            None => None,
            Some(Opening::Quotation(next)) => Some(next),
            Some(_) => return false,
        };
        if !(free && is_spoken(article, report, pair)) {
            return false;
        }
        let mut content = quotation(article, self.reports, pair);
        if let Some(next) = goes_on {
            content.ranges.extend(quotation(article, self.reports, next).ranges);
        }
        let limit = report.complement.map_or(article.sentence_end(cue.at), |c| c.at);
        let phrase = phrase_after(article, cue.at, limit);
        article.trace.open(Opener::Quotation);
        let subject = match phrase {
            Some(phrase) => {
                article.note(phrase, Place::Behind, Verdict::Chosen);
                Some(self.named(phrase))
            }
            None => self.implied(cue.form, cue.at),
        };
        let speaker = subject.as_ref().map(Subject::as_speaker);
        self.push(verb_draft(self.article, cue, content, phrase, speaker, Rule::Inverted), subject);
        true
    }

    /// «- كنت في البيت، أجاب الشاب» (I was at home, the young man answered): a line of a dialogue with
    /// its speaker behind it.
    fn dialogue(&mut self, report: &Report) -> bool {
        let article = self.article;
        let cue = &report.cue;
        let speaks = cue.verb.takes(takes::MARK)
            && !cue.verb.is(flag::WEAK)
            && cue.form.tense == Tense::Past;
        if !speaks || report.complement.is_some() {
            return false;
        }
        let Some(range) = line_before(article, cue.at) else { return false };
        let Some(phrase) = phrase_after(article, cue.at, article.sentence_end(cue.at)) else {
            return false;
        };
        let subject = self.named(phrase);
        let speaker = Some(subject.speaker.clone());
        let content =
            Content { kind: QuoteKind::Direct, ranges: vec![range], balance: Balance::None };
        self.push(
            verb_draft(self.article, cue, content, Some(phrase), speaker, Rule::Inverted),
            Some(subject),
        );
        true
    }
}

/// Whether the quotation before a cue was said: long enough for where it stands, no name, and before
/// a verb of other senses only where a comma parts them.
fn is_spoken(article: &Article<'_>, report: &Report, pair: Pair) -> bool {
    let cue = &report.cue;
    let opens = pair.open == article.sentence_start(pair.open)
        || article.before(pair.open).is_some_and(|b| matches!(b.kind, Kind::Colon | Kind::Dash));
    let comma = article.before(cue.at).is_some_and(|b| b.kind == Kind::Comma);
    // «نعم»، قال فلان، «…»: what goes on behind its speaker may begin short.
    let resumed = report.complement.is_some() && comma;
    let least = match (opens, resumed) {
        (true, true) => 1,
        // «"بلدية الساحل" تعلن»: two words before an imperfect are a headline's name.
        (true, false) if !cue.verb.is(flag::WEAK) && cue.form.tense == Tense::Past => 2,
        _ => 3,
    };
    // «…». هكذا لخصت البطلة شعورها» (thus she summed up).
    let thus = article.before(cue.at).is_some_and(|b| b.is(class::THUS));
    let speaks = (comma || thus) && cue.verb.takes(takes::COLON | takes::MARK);
    let says = !cue.verb.is(flag::WEAK) || speaks;
    says && (report.complement.is_none() || (opens && comma))
        && article.words_in(pair.open + 1, pair.end) >= least
        && !names_something(article, pair)
}

/// «…». يقول الطاهي فلان»: the quotation that ends right before the sentence of the verb.
fn sentence_before(article: &Article<'_>, at: usize) -> Option<Pair> {
    let stop = at.checked_sub(1).filter(|&stop| article.kind(stop) == Some(Kind::Stop))?;
    article.marks.closing(stop.checked_sub(1)?)
}

/// Where the words of a dialogue begin and end: behind the dash that opens the paragraph, before the
/// comma or question mark in front of the verb.
fn line_before(article: &Article<'_>, at: usize) -> Option<(usize, usize)> {
    const LONGEST: usize = 60;
    let close = at.checked_sub(1)?;
    if !matches!(article.kind(close)?, Kind::Comma | Kind::Stop | Kind::Dots) {
        return None;
    }
    let first = (close.saturating_sub(LONGEST)..close)
        .rev()
        .take_while(|&i| article.paragraph_of(i) == article.paragraph_of(at))
        .last()?;
    let opens = article.kind(first) == Some(Kind::Dash)
        && article.paragraph_of(first.wrapping_sub(1)) != article.paragraph_of(at);
    let range = article.trim(first + 1, close);
    (opens && range.0 < range.1).then_some(range)
}

/// The quotation that closes right before the verb at `at`, a comma or «هكذا» between.
fn quotation_before(article: &Article<'_>, at: usize) -> Option<Pair> {
    let before = at.checked_sub(1)?;
    let passes = match article.kind(before)? {
        Kind::Comma | Kind::Dash | Kind::Dots => true,
        Kind::Word => article.is(before, class::CONNECTIVE),
        _ => false,
    };
    let mut close = before - usize::from(passes && before > 0);
    let pause = match article.kind(close) {
        Some(Kind::Comma) => true,
        Some(Kind::Dots | Kind::Stop) => article.is(before, class::THUS),
        _ => false,
    };
    if pause {
        close = close.saturating_sub(1);
    }
    article.marks.closing(close)
}
