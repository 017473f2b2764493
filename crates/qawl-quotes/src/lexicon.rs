//! What is known of words: reporting verbs, words that shape a report, titles, parts of names.
//!
//! All look-ups take a word in the folded form of [`items`](crate::items) and cost one hash.
//!
//! A [`Lexicon`] is built once and shared; a caller's words stand in one of their own, with all others.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::cue_list::CueList;
pub(crate) use crate::inflect::Tense;
use crate::quote::Act;
pub(crate) use crate::quote::{Gender, Number};
use crate::reporting::{Reporting, Stretch, stretches};
use crate::tables::{NAMES, TITLES, VERB_FORMS, WORDS};
pub(crate) use crate::tables::{class, flag, takes};
pub(crate) use crate::title_list::TitleClass;
use crate::title_list::{TitleList, decode_gender};
use crate::word_map::WordMap;

/// A reporting verb as it stands in the tables.
#[derive(Debug)]
pub(crate) struct CueVerb {
    pub(crate) lemma: &'static str,
    pub(crate) act: Act,
    pub(crate) takes: u16,
    pub(crate) flags: u16,
}

/// A reporting verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    /// Its place among the verbs of its [`Lexicon`].
    pub(crate) number: u16,
    pub(crate) act: Act,
    pub(crate) takes: u16,
    pub(crate) flags: u16,
}

impl Verb {
    pub(crate) fn takes(&self, what: u16) -> bool {
        self.takes & what != 0
    }

    pub(crate) fn is(&self, what: u16) -> bool {
        self.flags & what != 0
    }
}

/// Tense, gender and number of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Inflection {
    pub(crate) tense: Tense,
    pub(crate) gender: Gender,
    pub(crate) number: Number,
}

impl Inflection {
    pub(crate) fn decode(code: u8) -> Inflection {
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
    /// Its stretch of the forms of all reporting verbs.
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

    /// Whether it is a title, or heads those who can speak.
    pub(crate) fn has_voice(&self) -> bool {
        self.title.is_some() || self.classes & class::BODY != 0
    }

    /// Whether it may be a form of a reporting verb, with a hearer's pronoun or without.
    pub(crate) fn may_report(&self) -> bool {
        self.cues.1 != 0 || self.telling.iter().any(|telling| telling.1 != 0)
    }
}

/// Where all stands that is known of a form: a number, since it is kept longer than the lexicon is borrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry(u32);

impl Entry {
    /// That of a word that stands in no table.
    pub(crate) const NONE: Self = Self(u32::MAX);
}

/// The words that are known: those of the tables, and a caller's beside them. They become one map, so that
/// a caller's words cost no look-up of their own.
#[derive(Debug)]
pub(crate) struct Lexicon {
    words: WordMap<Known>,
    reporting: Reporting,
}

impl Lexicon {
    /// The words of the tables, which become a map on first use, in about a millisecond.
    pub(crate) fn built_in() -> &'static Arc<Self> {
        static BUILT_IN: OnceLock<Arc<Lexicon>> = OnceLock::new();
        BUILT_IN.get_or_init(|| Arc::new(Self::with(&CueList::new(), &TitleList::new())))
    }

    /// The words of the tables and those of a caller.
    pub(crate) fn with(cues: &CueList, titles: &TitleList) -> Self {
        let (reporting, forms) = Reporting::new(cues);
        let told: Vec<_> =
            stretches(&forms).flat_map(|form| reporting.telling_forms(form)).collect();
        let mut words = WordMap::<Known>::with_room(LISTED + forms.len() + told.len());
        for (form, stretch) in stretches(&forms) {
            words.note(form, |known| known.cues = stretch);
        }
        for (form, stretch, at) in told {
            words.note(&form, |known| {
                known.telling.get_mut(at).into_iter().for_each(|telling| *telling = stretch);
            });
        }
        note_tables(&mut words);
        for word in cues.passives() {
            words.note(&word, |known| known.classes |= class::PASSIVE);
        }
        titles.note(&mut words);
        Self { words, reporting }
    }

    /// All that is known of a form.
    pub(crate) fn known(&self, form: &str) -> &Known {
        self.words.get(form).unwrap_or(Known::NOTHING)
    }

    /// The entry of a form, for keeping.
    pub(crate) fn entry(&self, form: &str) -> Entry {
        self.words.number(form).map_or(Entry::NONE, Entry)
    }

    /// What an entry holds.
    pub(crate) fn get(&self, entry: Entry) -> &Known {
        self.words.at(entry.0).unwrap_or(Known::NOTHING)
    }

    /// The reporting verbs of which it is a form, with the pronoun of a hearer on it or without.
    pub(crate) fn reporting_verbs(
        &self,
        known: &Known,
    ) -> impl Iterator<Item = (Verb, Inflection)> {
        let telling = known.telling.into_iter().flat_map(|told| self.reporting.verbs_of(told));
        let telling = telling.filter(|(verb, _)| verb.is(flag::OBJECT));
        self.reporting.verbs_of(known.cues).chain(telling)
    }

    /// The reporting verbs of which `form` is a form.
    pub(crate) fn cue_verbs(&self, form: &str) -> impl Iterator<Item = (Verb, Inflection)> {
        self.reporting.verbs_of(self.known(form).cues)
    }

    /// The third person singular masculine of the past.
    pub(crate) fn lemma(&self, verb: Verb) -> &Cow<'static, str> {
        self.reporting.lemma(verb)
    }

    /// The bits of the classes of a word; zero where none is known.
    pub(crate) fn classes(&self, word: &str) -> u64 {
        self.known(word).classes
    }

    /// A title and its gender, where it has one.
    pub(crate) fn title(&self, word: &str) -> Option<(TitleClass, Option<Gender>)> {
        self.known(word).title
    }
}

/// How many words the tables list beside the forms of reporting verbs.
const LISTED: usize = VERB_FORMS.len() + WORDS.len() + TITLES.len() + NAMES.len();

/// Notes what the tables know of words but for reporting verbs.
fn note_tables(words: &mut WordMap<Known>) {
    for &(form, code) in VERB_FORMS {
        words.note(form, |known| known.plain_verb = Some(Inflection::decode(code)));
    }
    for &(word, bits) in WORDS {
        words.note(word, |known| known.classes = bits);
    }
    for &(word, class, gender) in TITLES {
        let title = (TitleClass::decode(usize::from(class)), decode_gender(usize::from(gender)));
        words.note(word, |known| known.title = Some(title));
    }
    for &(word, class) in NAMES {
        words.note(word, |known| known.name = Some(NameClass::decode(class)));
    }
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

// Half a line of the cache; the ends of the word take most of the rest.
const _: () = assert!(size_of::<Known>() <= 32);
