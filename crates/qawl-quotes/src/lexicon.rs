//! What is known of words: reporting verbs, words that shape a report, titles, parts of names.
//!
//! All look-ups take a word in the folded form of [`items`](crate::items) and cost one hash.

use std::sync::OnceLock;

use crate::morphology::{plural_with_object, with_object};
use crate::quote::Act;
pub(crate) use crate::quote::{Gender, Number};
use crate::tables::{CUE_FORMS, CUES, NAMES, TITLES, VERB_FORMS, WORDS};
pub(crate) use crate::tables::{class, flag, takes};
use crate::word_map::WordMap;

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

/// All that the tables know of one form; small, so that [`WordMap`] touches little memory.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known {
    /// Its stretch of [`CUE_FORMS`].
    cues: Stretch,
    /// The stretches of the forms that it is with the pronoun of a hearer on them: «أخبرتهم» (she told
    /// them), and «سألوني» (they asked me), whose «سألوا» loses its alef.
    telling: [Stretch; 2],
    /// The form of a verb that reports nothing.
    pub(crate) plain_verb: Option<Inflection>,
    /// The bits of the classes of the word.
    pub(crate) classes: u64,
    /// The title it can be, and that title's gender.
    pub(crate) title: Option<(TitleClass, Option<Gender>)>,
    /// What part of a name it can be.
    pub(crate) name: Option<NameClass>,
}

impl Known {
    /// What is known of a word that stands in no table.
    pub(crate) const NOTHING: &Self = &Self {
        cues: (0, 0),
        telling: [(0, 0); 2],
        plain_verb: None,
        classes: 0,
        title: None,
        name: None,
    };

    /// Whether it may be a form of a reporting verb, with a hearer's pronoun or without.
    pub(crate) fn may_report(&self) -> bool {
        self.cues.1 != 0 || self.telling.iter().any(|telling| telling.1 != 0)
    }

    /// The reporting verbs of which it is a form, with the pronoun of a hearer on it or without.
    pub(crate) fn reporting_verbs(
        &self,
    ) -> impl Iterator<Item = (&'static CueVerb, Inflection)> + use<> {
        let telling = self.telling.into_iter().flat_map(verbs_of);
        verbs_of(self.cues).chain(telling.filter(|(verb, _)| verb.is(flag::OBJECT)))
    }
}

/// From which place of [`CUE_FORMS`] to which.
type Stretch = (u16, u16);

fn verbs_of(stretch: Stretch) -> impl Iterator<Item = (&'static CueVerb, Inflection)> {
    let forms = CUE_FORMS.get(usize::from(stretch.0)..usize::from(stretch.1)).unwrap_or_default();
    forms.iter().filter_map(|&(_, verb, code)| {
        Some((CUES.get(usize::from(verb))?, Inflection::decode(code)))
    })
}

/// All that is known of a form. The tables become one map on first use, in a fraction of a
/// millisecond: every word of a text is looked up, some more than once.
pub(crate) fn known(form: &str) -> &'static Known {
    static WORDS: OnceLock<WordMap<Known>> = OnceLock::new();
    WORDS.get_or_init(read_tables).get(form).unwrap_or(Known::NOTHING)
}

fn read_tables() -> WordMap<Known> {
    let told: Vec<_> = cue_stretches().flat_map(telling_forms).collect();
    let listed = CUE_FORMS.len() + VERB_FORMS.len() + WORDS.len() + TITLES.len() + NAMES.len();
    let mut words = WordMap::<Known>::with_room(listed + told.len());
    for (form, stretch) in cue_stretches() {
        words.note(form, |known| known.cues = stretch);
    }
    for (form, stretch, at) in told {
        words.note(&form, |known| {
            known.telling.get_mut(at).into_iter().for_each(|telling| *telling = stretch);
        });
    }
    for &(form, code) in VERB_FORMS {
        words.note(form, |known| known.plain_verb = Some(Inflection::decode(code)));
    }
    for &(word, bits) in WORDS {
        words.note(word, |known| known.classes = bits);
    }
    for &(word, class, gender) in TITLES {
        let title = (TitleClass::decode(class), decode_gender(gender));
        words.note(word, |known| known.title = Some(title));
    }
    for &(word, class) in NAMES {
        words.note(word, |known| known.name = Some(NameClass::decode(class)));
    }
    words
}

/// Each form of a reporting verb once, with its stretch.
fn cue_stretches() -> impl Iterator<Item = (&'static str, Stretch)> {
    let forms = CUE_FORMS.chunk_by(|one, other| one.0 == other.0);
    forms.scan(0, |at, forms| {
        let start = *at;
        *at += forms.len() as u16;
        Some((forms.first()?.0, (start, *at)))
    })
}

/// A form with each pronoun of a hearer, if its verb takes one.
fn telling_forms((form, stretch): (&str, Stretch)) -> Vec<(String, Stretch, usize)> {
    let mut told = Vec::new();
    if verbs_of(stretch).any(|(verb, _)| verb.is(flag::OBJECT)) {
        told.extend(with_object(form).map(|told| (told, stretch, 0)));
        told.extend(plural_with_object(form).map(|told| (told, stretch, 1)));
    }
    told
}

/// The reporting verbs of which `form` is a form.
pub(crate) fn cue_verbs(
    form: &str,
) -> impl Iterator<Item = (&'static CueVerb, Inflection)> + use<> {
    verbs_of(known(form).cues)
}

/// The bits of the classes of a word; zero where none is known.
pub(crate) fn classes(word: &str) -> u64 {
    known(word).classes
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TitleClass {
    Honorific,
    Office,
    Rank,
    Profession,
    Institution,
}

fn decode_gender(code: u8) -> Option<Gender> {
    match code {
        0 => Some(Gender::Masculine),
        1 => Some(Gender::Feminine),
        _ => None,
    }
}

impl TitleClass {
    fn decode(code: u8) -> Self {
        match code {
            0 => Self::Honorific,
            1 => Self::Office,
            2 => Self::Rank,
            3 => Self::Profession,
            _ => Self::Institution,
        }
    }
}

/// A title and its gender, where it has one.
pub(crate) fn title(word: &str) -> Option<(TitleClass, Option<Gender>)> {
    known(word).title
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameClass {
    Given,
    Family,
    Particle,
    Kunya,
}

impl NameClass {
    fn decode(code: u8) -> Self {
        match code {
            0 => Self::Given,
            1 => Self::Family,
            2 => Self::Particle,
            _ => Self::Kunya,
        }
    }
}

/// What part of a name a word can be.
pub(crate) fn name_part(word: &str) -> Option<NameClass> {
    known(word).name
}

// Half a line of the cache; the ends of the word take most of the rest. Places in the table of forms have two bytes.
const _: () = assert!(size_of::<Known>() <= 32 && CUE_FORMS.len() <= u16::MAX as usize);
