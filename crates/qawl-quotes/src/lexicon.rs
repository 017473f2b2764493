//! What is known of words: reporting verbs, words that shape a report, titles, parts of names.
//!
//! All look-ups take a word in the folded form of [`items`](crate::items) and cost one hash.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::quote::Act;
pub(crate) use crate::quote::{Gender, Number};
use crate::tables::{CUE_FORMS, CUES, NAMES, TITLES, VERB_FORMS, WORDS};
pub(crate) use crate::tables::{class, flag, takes};

/// A reporting verb.
#[derive(Debug)]
pub(crate) struct CueVerb {
    pub(crate) lemma: &'static str,
    pub(crate) act: Act,
    pub(crate) takes: u16,
    pub(crate) flags: u16,
}

impl CueVerb {
    pub(crate) fn takes(&self, what: u16) -> bool {
        self.takes & what != 0
    }

    pub(crate) fn is(&self, what: u16) -> bool {
        self.flags & what != 0
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Imperfect,
    Participle,
}

/// Tense, gender and number of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Inflection {
    pub(crate) tense: Tense,
    pub(crate) gender: Gender,
    pub(crate) number: Number,
}

impl Inflection {
    fn decode(code: u8) -> Inflection {
        Inflection {
            tense: match code / 6 {
                0 => Tense::Past,
                1 => Tense::Imperfect,
                _ => Tense::Participle,
            },
            gender: if (code / 3).is_multiple_of(2) { Gender::Masculine } else { Gender::Feminine },
            number: match code % 3 {
                0 => Number::Singular,
                1 => Number::Dual,
                _ => Number::Plural,
            },
        }
    }
}

/// All that the tables know of one form.
#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    /// Its stretch of [`CUE_FORMS`].
    cues: (usize, usize),
    plain_verb: Option<u8>,
    classes: u64,
    title: Option<(u8, u8)>,
    name: Option<u8>,
}

/// The tables as one map, made on first use (a millisecond): every word of a text is looked up
/// several times, and a search through sorted tables took three quarters of all time.
fn entry(form: &str) -> Option<&'static Entry> {
    static ENTRIES: OnceLock<HashMap<&'static str, Entry>> = OnceLock::new();
    ENTRIES.get_or_init(entries).get(form)
}

fn entries() -> HashMap<&'static str, Entry> {
    let mut entries: HashMap<&'static str, Entry> = HashMap::new();
    for (at, &(form, _, _)) in CUE_FORMS.iter().enumerate() {
        let cues = &mut entries.entry(form).or_default().cues;
        *cues = if cues.1 == 0 { (at, at + 1) } else { (cues.0, at + 1) };
    }
    for &(form, code) in VERB_FORMS {
        entries.entry(form).or_default().plain_verb = Some(code);
    }
    for &(word, bits) in WORDS {
        entries.entry(word).or_default().classes = bits;
    }
    for &(word, class, gender) in TITLES {
        entries.entry(word).or_default().title = Some((class, gender));
    }
    for &(word, class) in NAMES {
        entries.entry(word).or_default().name = Some(class);
    }
    entries
}

/// The reporting verbs of which `form` is a form.
pub(crate) fn cue_verbs(form: &str) -> impl Iterator<Item = (&'static CueVerb, Inflection)> {
    let (start, end) = entry(form).map_or((0, 0), |entry| entry.cues);
    CUE_FORMS.get(start..end).unwrap_or_default().iter().filter_map(|&(_, verb, code)| {
        Some((CUES.get(usize::from(verb))?, Inflection::decode(code)))
    })
}

/// The form of a verb that reports nothing.
pub(crate) fn plain_verb(form: &str) -> Option<Inflection> {
    entry(form)?.plain_verb.map(Inflection::decode)
}

/// The bits of the classes of a word; zero where none is known.
pub(crate) fn classes(word: &str) -> u64 {
    entry(word).map_or(0, |entry| entry.classes)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TitleClass {
    Honorific,
    Office,
    Rank,
    Profession,
    Institution,
}

/// A title and its gender, where it has one.
pub(crate) fn title(word: &str) -> Option<(TitleClass, Option<Gender>)> {
    let (class, gender) = entry(word)?.title?;
    let class = match class {
        0 => TitleClass::Honorific,
        1 => TitleClass::Office,
        2 => TitleClass::Rank,
        3 => TitleClass::Profession,
        _ => TitleClass::Institution,
    };
    let gender = match gender {
        0 => Some(Gender::Masculine),
        1 => Some(Gender::Feminine),
        _ => None,
    };
    Some((class, gender))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameClass {
    Given,
    Family,
    Particle,
    Kunya,
}

/// What part of a name a word can be.
pub(crate) fn name_part(word: &str) -> Option<NameClass> {
    entry(word)?.name.map(|class| match class {
        0 => NameClass::Given,
        1 => NameClass::Family,
        2 => NameClass::Particle,
        _ => NameClass::Kunya,
    })
}
