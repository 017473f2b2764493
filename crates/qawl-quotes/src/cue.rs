//! Which words report.

use crate::article::Article;
use crate::items::Kind;
use crate::lexicon::{CueVerb, Inflection, Tense, class, cue_verbs, flag, plain_verb};
use crate::morphology::{
    plural_before_object, without_conjunction, without_object, without_purpose,
};

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
    for (at, item) in article.items.iter().enumerate() {
        if !item.is_word() || item.mention.is_some() || item.is(class::PASSIVE) {
            continue;
        }
        for (form, joined) in readings(&item.key) {
            let plain = cue_verbs(form);
            // «أخبرتهم» (she told them): the hearer hangs on the verb.
            let plural = plural_before_object(form);
            let hearer = without_object(form).into_iter().chain(plural.as_deref());
            let telling = hearer.flat_map(cue_verbs).filter(|(verb, _)| verb.is(flag::OBJECT));
            for (verb, inflection) in plain.chain(telling) {
                let cue = CueWord { at, verb, form: inflection, joined };
                if !spelled_as_verb(&item.bare, &cue) || !is_possible(article, &cue) {
                    continue;
                }
                if is_placed(article, &cue) {
                    found.sure.push(cue);
                } else if cue.form.tense == Tense::Past {
                    found.doubtful.push(cue);
                }
            }
        }
    }
    found
}

/// The word as it is, and without a conjunction or the lam of purpose (ليقول).
fn readings(key: &str) -> impl Iterator<Item = (&str, bool)> {
    let bare = without_conjunction(key, 2).map(|form| (form, true));
    let purpose = without_purpose(key).map(|form| (form, true));
    [Some((key, false)), bare, purpose].into_iter().flatten()
}

/// Whether the letters that folding levels speak for the verb: «رأى» (saw) is one, «رأي»
/// (opinion) is not.
fn spelled_as_verb(bare: &str, cue: &CueWord) -> bool {
    let weak = cue.verb.lemma.ends_with('ى');
    let plain_past = cue.form.tense == Tense::Past && cue.form == past_of_he(cue.form);
    !(weak && plain_past && bare.ends_with('ي'))
}

fn past_of_he(form: Inflection) -> Inflection {
    use crate::lexicon::{Gender, Number};
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
    let item = article.get(at).filter(|item| item.kind == Kind::Word && item.mention.is_none())?;
    let key = item.key.as_ref();
    plain_verb(key).or_else(|| plain_verb(without_conjunction(key, 3)?))
}
