//! Cues and what they govern, settled among each other.

use crate::article::Article;
use crate::attribution::Attribution;
use crate::complement::{Complement, Opening, complement_of};
use crate::cue::{CueWord, speaks};
use crate::items::Kind;
use crate::lexicon::{Tense, class, takes};
use crate::morphology::Shape;
use crate::subject::subject_before;

/// How many reports before a doubtful one may own its complement.
const NEAR: usize = 4;

/// A cue and what it governs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Report {
    pub(crate) cue: CueWord,
    pub(crate) complement: Option<Complement>,
}

/// The reports of an article by the place of their cue, for asking whether a clause ends there.
#[derive(Debug)]
pub(crate) struct Reports {
    reports: Vec<Report>,
    /// Prepositions that name a source, and the item behind that.
    sources: Vec<(usize, usize)>,
    /// Those that name nobody («حسب تعبيره»): their first item, and the one behind them.
    own: Vec<(usize, usize)>,
}

impl Reports {
    /// One report a cue word: of several readings the first that finds its complement.
    pub(crate) fn new(article: &Article<'_>, attributions: &[Attribution]) -> Self {
        let mut reports: Vec<Report> = Vec::new();
        for cue in &article.cues().sure {
            let complement = complement_of(article, cue);
            match reports.last_mut().filter(|last| last.cue.at == cue.at) {
                Some(last) if last.complement.is_none() && complement.is_some() => {
                    *last = Report { cue: *cue, complement };
                }
                Some(_) => {}
                None => reports.push(Report { cue: *cue, complement }),
            }
        }
        add_doubtful(article, &mut reports);
        leave_cues_of(attributions, &mut reports);
        leave_to_nearest(&mut reports);
        leave_to_attributions(article, &mut reports, attributions);
        let own = attributions.iter().filter(|a| a.phrase.is_none());
        Self {
            reports,
            sources: attributions.iter().map(|a| (a.at, a.end())).collect(),
            own: own.map(|a| (a.at, a.cue_end + 1)).collect(),
        }
    }

    /// The item behind the attribution that begins at `at`.
    pub(crate) fn source_end(&self, at: usize) -> Option<usize> {
        let found = self.sources.binary_search_by_key(&at, |&(at, _)| at).ok()?;
        self.sources.get(found).map(|&(_, end)| end)
    }

    /// The item behind an attribution that names nobody and begins in a range of items.
    pub(crate) fn own_attribution(&self, start: usize, end: usize) -> Option<usize> {
        let next = self.own.partition_point(|&(at, _)| at < start);
        self.own.get(next).filter(|&&(at, _)| at < end).map(|&(_, behind)| behind)
    }

    pub(crate) fn at(&self, at: usize) -> Option<&Report> {
        let found = self.reports.binary_search_by_key(&at, |report| report.cue.at).ok()?;
        self.reports.get(found)
    }

    /// The next report behind the word at `at`.
    pub(crate) fn behind(&self, at: usize) -> Option<&Report> {
        self.reports.get(self.reports.partition_point(|report| report.cue.at <= at))
    }

    pub(crate) fn last(&self) -> Option<&Report> {
        self.reports.last()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Report> {
        self.reports.iter()
    }
}

/// «وفور صدور الحكم كتب فلان: «…»»: the colon and the marks tell that it reports.
fn add_doubtful(article: &Article<'_>, reports: &mut Vec<Report>) {
    let sure = reports.len();
    for cue in &article.cues().doubtful {
        let known = reports.get(..sure).unwrap_or_default();
        let same = known.binary_search_by_key(&cue.at, |report| report.cue.at);
        // «وعدت الحكومة بأن …، ثم رأت أن» (promised): the reading whose clause is nearer stands.
        let settled = same.ok().and_then(|at| known.get(at)?.complement).map(|c| c.start);
        let near = known.partition_point(|report| report.cue.at < cue.at);
        let taken = |start: usize| {
            let mut before = known.get(..near).unwrap_or_default().iter().rev().take(NEAR);
            before.any(|report| report.complement.is_some_and(|c| c.start == start))
        };
        let complement = complement_of(article, cue)
            .filter(|complement| tells(article, cue, complement) && !taken(complement.start))
            .filter(|complement| settled.is_none_or(|start| complement.start < start));
        if complement.is_some() {
            reports.push(Report { cue: *cue, complement });
        }
    }
    let start = |report: &Report| report.complement.map_or(usize::MAX, |c| c.start);
    reports.sort_by_key(|report| (report.cue.at, start(report)));
    reports.dedup_by_key(|report| report.cue.at);
}

/// Whether what a doubtful cue governs makes it a report: a quotation behind a colon, or a clause
/// near by that stands behind the verb's own preposition («اتفق فلان على أن», «لافتا إلى أن») or has
/// one who can speak beside its verb («ذكر تقرير أن», «اللجنة ذكرت في محضرها أن»).
fn tells(article: &Article<'_>, cue: &CueWord, complement: &Complement) -> bool {
    const REACH: usize = 8;
    match complement.opening {
        Opening::Quotation(_) => article.kind(complement.at) == Some(Kind::Colon),
        Opening::Clause if complement.at - cue.at <= REACH => {
            let own =
                complement.start > complement.at + 1 || article.is(complement.at, class::BI_THAT);
            // «رأت “شركة البحر” أن» (the company thought): a name in marks.
            let marked =
                article.marks.opening(cue.at + 1).is_some_and(|pair| pair.after() == complement.at);
            // «الكاتبان اللذان كتبا في رأيهما أن» (the two who wrote).
            let relative = article.before(cue.at).is_some_and(|item| item.is(class::RELATIVE));
            own || marked
                || relative
                || speaks(article, cue.at + 1)
                || subject_before(article, cue.at, 0).is_some()
        }
        // «كان المسافر يردد على الموظفة: …»
        Opening::Colon => {
            complement.at - cue.at <= REACH
                && cue.form.tense == Tense::Imperfect
                && cue.verb.takes(takes::MARK)
        }
        _ => false,
    }
}

/// The verb of «حسبما قال فلان» belongs to the attribution.
fn leave_cues_of(attributions: &[Attribution], reports: &mut Vec<Report>) {
    let mut attributed = attributions.iter().peekable();
    reports.retain(|report| {
        while attributed.next_if(|a| a.cue_end < report.cue.at).is_some() {}
        attributed.peek().is_none_or(|a| report.cue.at <= a.at)
    });
}

/// Of several cues before one complement the nearest has it: «وتابع موضحا أن» (he went on to
/// explain that).
fn leave_to_nearest(reports: &mut [Report]) {
    let mut next: Option<usize> = None;
    for report in reports.iter_mut().rev() {
        let start = report.complement.map(|complement| complement.start);
        if start.is_some() && start == next {
            report.complement = None;
        }
        next = start.or(next);
    }
}

/// «ذكرت الوكالة نقلا عن مصدر أن»: one report, by the source.
fn leave_to_attributions(
    article: &Article<'_>,
    reports: &mut [Report],
    attributions: &[Attribution],
) {
    for report in reports {
        let Some(complement) = report.complement else { continue };
        let near = attributions.partition_point(|a| a.at < report.cue.at);
        let taken = attributions.get(near).is_some_and(|attribution| {
            attribution.at < complement.at
                && !article.has(attribution.at, Shape::AND)
                && attribution.phrase.is_some_and(|phrase| phrase.end == complement.at)
        });
        if taken {
            report.complement = None;
        }
    }
}
