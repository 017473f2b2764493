//! What is known of words: reporting verbs, words that shape a report, titles, parts of names.
//!
//! All look-ups take a word in the folded form of [`items`](crate::items) and cost one hash.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::tables::{CUE_FORMS, CUES, NAMES, TITLES, VERB_FORMS, WORDS};

/// A reporting verb.
#[derive(Debug)]
pub(crate) struct CueVerb {
    pub(crate) lemma: &'static str,
    pub(crate) act: &'static str,
    pub(crate) takes: u16,
    pub(crate) flags: u16,
}

/// What a reporting verb may take, and other things to know of it. The bits are those of
/// `qawl-datagen`.
pub(crate) mod takes {
    pub(crate) const ANNA: u16 = 1;
    pub(crate) const BI: u16 = 1 << 1;
    pub(crate) const ILA: u16 = 1 << 2;
    pub(crate) const ALA: u16 = 1 << 3;
    pub(crate) const MIN: u16 = 1 << 4;
    pub(crate) const AAN: u16 = 1 << 5;
    pub(crate) const QUESTION: u16 = 1 << 6;
    pub(crate) const COLON: u16 = 1 << 7;
    pub(crate) const MARK: u16 = 1 << 8;
    pub(crate) const NOMINAL: u16 = 1 << 9;
}

/// See [`CueVerb::is`].
pub(crate) mod flag {
    pub(crate) const ADD: u16 = 1;
    pub(crate) const WEAK: u16 = 1 << 1;
    pub(crate) const OBJECT: u16 = 1 << 2;
    pub(crate) const SUBJUNCTIVE: u16 = 1 << 3;
    pub(crate) const FINDING: u16 = 1 << 4;
    pub(crate) const RELAY: u16 = 1 << 5;
    pub(crate) const MEDIUM: u16 = 1 << 6;
    pub(crate) const JOINED: u16 = 1 << 7;
    pub(crate) const VIEW: u16 = 1 << 8;
    pub(crate) const FINAL_YEH: u16 = 1 << 9;
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gender {
    Masculine,
    Feminine,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    Singular,
    Dual,
    Plural,
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
            gender: if code / 3 % 2 == 0 { Gender::Masculine } else { Gender::Feminine },
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

/// Classes of words. The bits are those of `qawl-datagen`.
pub(crate) mod class {
    pub(crate) const ADVERB: u64 = 1;
    pub(crate) const ADJUNCT: u64 = 1 << 1;
    pub(crate) const PREP: u64 = 1 << 2;
    pub(crate) const RELATIVE: u64 = 1 << 3;
    pub(crate) const CONNECTIVE: u64 = 1 << 4;
    pub(crate) const FRAME: u64 = 1 << 5;
    pub(crate) const MEDIUM: u64 = 1 << 6;
    pub(crate) const TITLE_MARK: u64 = 1 << 7;
    pub(crate) const STATEMENT: u64 = 1 << 8;
    pub(crate) const GUARD: u64 = 1 << 9;
    pub(crate) const WRITER: u64 = 1 << 10;
    pub(crate) const PASSIVE: u64 = 1 << 11;
    pub(crate) const SPEECH_NOUN: u64 = 1 << 12;
    pub(crate) const BODY: u64 = 1 << 13;
    pub(crate) const DOCUMENT: u64 = 1 << 14;
    pub(crate) const LAW: u64 = 1 << 15;
    pub(crate) const NAME_WORD: u64 = 1 << 16;
    pub(crate) const HONOUR: u64 = 1 << 17;
    pub(crate) const AUXILIARY: u64 = 1 << 18;
    pub(crate) const THAT: u64 = 1 << 19;
    pub(crate) const BI_THAT: u64 = 1 << 20;
    pub(crate) const QUESTION: u64 = 1 << 21;
    pub(crate) const ACCORDING: u64 = 1 << 22;
    pub(crate) const OPINION: u64 = 1 << 23;
    pub(crate) const SAYING: u64 = 1 << 24;
    pub(crate) const NEGATION: u64 = 1 << 25;
    pub(crate) const PRONOUN: u64 = 1 << 26;
    pub(crate) const MAIN_CLAUSE: u64 = 1 << 27;
    pub(crate) const ANAPHOR: u64 = 1 << 28;
    pub(crate) const FRAME_ALONE: u64 = 1 << 29;
    pub(crate) const AND: u64 = 1 << 30;
    pub(crate) const TAKES_LAM: u64 = 1 << 31;
    pub(crate) const AS_SAID: u64 = 1 << 32;
    pub(crate) const WHAT: u64 = 1 << 33;
    pub(crate) const RELAYED: u64 = 1 << 34;
    pub(crate) const TONGUE: u64 = 1 << 35;
    pub(crate) const TOPIC: u64 = 1 << 36;
    pub(crate) const LINEAGE: u64 = 1 << 37;
    pub(crate) const GOD: u64 = 1 << 38;
    pub(crate) const TO: u64 = 1 << 39;
    pub(crate) const ON: u64 = 1 << 40;
    pub(crate) const FROM: u64 = 1 << 41;
    pub(crate) const ABOUT: u64 = 1 << 42;
    pub(crate) const INNER: u64 = 1 << 43;
    pub(crate) const WHETHER: u64 = 1 << 44;
    pub(crate) const TEXT: u64 = 1 << 45;
    pub(crate) const EULOGY: u64 = 1 << 46;
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
