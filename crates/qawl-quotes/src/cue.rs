//! Which words report.

use crate::article::Article;
use crate::items::Item;
use crate::lexicon::{CueVerb, Inflection, Known, Number, Tense, class, flag, known};
use crate::morphology::without_purpose;

/// A form of a reporting verb in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CueWord {
    pub(crate) at: usize,
    pub(crate) verb: &'static CueVerb,
    pub(crate) form: Inflection,
    /// Whether و or ف stands in front.
    pub(crate) joined: bool,
}

impl CueWord {
    pub(crate) fn is_participle(&self) -> bool {
        self.form.tense == Tense::Participle
    }
}

/// Forms of reporting verbs, in the order of the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cues {
    /// Those whose place speaks for the reading.
    pub(crate) sure: Vec<CueWord>,
    /// The others: a colon and marks behind them make them reports all the same.
    pub(crate) doubtful: Vec<CueWord>,
}

/// All forms of reporting verbs in the text.
pub(crate) fn find_cues(article: &Article<'_>) -> Cues {
    let mut found = Cues::default();
    // Most words are done with here.
    let words = article.items.iter().enumerate().filter(|(_, item)| may_report(item));
    for (at, _) in words {
        for cue in cues_of(article, at) {
            if is_passive(article, &cue) || !is_possible(article, &cue) {
                continue;
            }
            if is_placed(article, &cue) {
                found.sure.push(cue);
            } else if cue.form.tense == Tense::Past {
                found.doubtful.push(cue);
            }
        }
    }
    found
}

/// Whether a word may be read as a reporting verb.
fn may_report(item: &Item<'_>) -> bool {
    item.known.may_report() || item.joined.may_report() || without_purpose(&item.key).is_some()
}

/// The word as it is, and without a conjunction or the lam of purpose (ليقول).
fn readings(item: &Item<'_>) -> impl Iterator<Item = (&'static Known, bool)> + use<> {
    let purpose = without_purpose(&item.key).map_or(Known::NOTHING, known);
    let readings = [(item.known, false), (item.joined, true), (purpose, true)];
    readings.into_iter().filter(|(reading, _)| reading.may_report())
}

/// Every reporting verb that the letters of the word at `at` can spell.
pub(crate) fn cues_of<'x>(
    article: &'x Article<'_>,
    at: usize,
) -> impl Iterator<Item = CueWord> + 'x {
    let item = article
        .get(at)
        .filter(|item| item.is_word() && item.mention.is_none() && !item.is(class::PASSIVE));
    item.into_iter().flat_map(move |item| {
        readings(item)
            .flat_map(move |(reading, joined)| {
                let verbs = reading.reporting_verbs();
                verbs.map(move |(verb, form)| CueWord { at, verb, form, joined })
            })
            .filter(|cue| spelled_as_verb(&item.bare, cue))
    })
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
fn spelled_as_verb(bare: &str, cue: &CueWord) -> bool {
    let weak = cue.verb.lemma.ends_with('ى');
    let plain_past = cue.form.tense == Tense::Past && cue.form == past_of_he(cue.form);
    !(weak && plain_past && bare.ends_with('ي'))
}

fn past_of_he(form: Inflection) -> Inflection {
    use crate::lexicon::Gender;
    Inflection { tense: form.tense, gender: Gender::Masculine, number: Number::Singular }
}

/// Whether the place allows a verb that reports: none stands behind a preposition, and what stands
/// behind a negation was not said.
fn is_possible(article: &Article<'_>, cue: &CueWord) -> bool {
    let before = article.before(cue.at).filter(|_| article.same_sentence(cue.at - 1, cue.at));
    if before.is_some_and(|item| item.is(class::NEGATION)) {
        return false;
    }
    if before.is_some_and(|item| item.is(class::PREP)) && !cue.joined {
        return false;
    }
    // «ردا على» (in answer to) is no dual of «رد».
    let adverb = article.is(cue.at, class::ADJUNCT) && cue.form.number == Number::Dual;
    if adverb {
        return false;
    }
    cue.joined || !cue.verb.is(flag::JOINED)
}

/// Whether the place speaks for the reading: a verb of other senses reports where a clause begins.
fn is_placed(article: &Article<'_>, cue: &CueWord) -> bool {
    !cue.verb.is(flag::WEAK)
        || cue.joined
        || article.begins_clause(cue.at)
        || article.is(cue.at + 1, class::THAT | class::BI_THAT)
        || follows_name(article, cue)
}

/// A verb right behind its subject: «الوزير كشف أن» (the minister revealed that).
fn follows_name(article: &Article<'_>, cue: &CueWord) -> bool {
    article.before(cue.at).is_some_and(|item| item.mention.is_some())
        && cue.form.tense != Tense::Participle
}

/// Whether the word at `at` begins a clause of the reporter's own: a verb of news behind و, or
/// behind a comma.
pub(crate) fn plain_verb_at(article: &Article<'_>, at: usize) -> Option<Inflection> {
    article.get(at).filter(|item| item.mention.is_none())?.plain_verb
}
