//! Cues and what they govern, settled among each other.

use crate::article::Article;
use crate::attribution::Attribution;
use crate::complement::{Complement, Opening, complement_of};
use crate::cue::CueWord;
use crate::items::Kind;

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
    /// Prepositions that name a source.
    pub(crate) sources: Vec<usize>,
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
        leave_to_attributions(&mut reports, attributions);
        Self { reports, sources: attributions.iter().map(|a| a.at).collect() }
    }

    pub(crate) fn at(&self, at: usize) -> Option<&Report> {
        let found = self.reports.binary_search_by_key(&at, |report| report.cue.at).ok()?;
        self.reports.get(found)
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
        if known.binary_search_by_key(&cue.at, |report| report.cue.at).is_ok() {
            continue;
        }
        let near = known.partition_point(|report| report.cue.at < cue.at);
        let taken = |start: usize| {
            let mut before = known.get(..near).unwrap_or_default().iter().rev().take(NEAR);
            before.any(|report| report.complement.is_some_and(|c| c.start == start))
        };
        let complement = complement_of(article, cue).filter(|complement| {
            matches!(complement.opening, Opening::Quotation(_))
                && article.kind(complement.at) == Some(Kind::Colon)
                && !taken(complement.start)
        });
        if complement.is_some() {
            reports.push(Report { cue: *cue, complement });
        }
    }
    reports.sort_by_key(|report| report.cue.at);
    reports.dedup_by_key(|report| report.cue.at);
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
fn leave_to_attributions(reports: &mut [Report], attributions: &[Attribution]) {
    for report in reports {
        let Some(complement) = report.complement else { continue };
        let near = attributions.partition_point(|a| a.at < report.cue.at);
        let taken = attributions.get(near).is_some_and(|attribution| {
            attribution.at < complement.at
                && attribution.phrase.is_some_and(|phrase| phrase.end == complement.at)
        });
        if taken {
            report.complement = None;
        }
    }
}
