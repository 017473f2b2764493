//! Named, versioned sets of options.

use core::fmt;

use crate::{
    AlefMaksura, DaggerAlef, Digits, MarkSet, NormalizeOptions, Normalizer, NumberSigns, Zwnj,
};

/// A set of options with a name and a version, so that what was folded when a list was built can be
/// folded the same way when it is read. A profile whose output changes gets a higher version.
///
/// | rule | [`QURAN_SAFE`](Self::QURAN_SAFE) | [`DISPLAY`](Self::DISPLAY) | [`NLP`](Self::NLP) | [`SEARCH`](Self::SEARCH) | [`SEARCH_LOOSE`](Self::SEARCH_LOOSE) | [`LUCENE`](Self::LUCENE) |
/// | --- | --- | --- | --- | --- | --- | --- |
/// | `compose`, `presentation_forms` | yes | yes | yes | yes | yes | |
/// | `controls` | | yes | yes | yes | yes | |
/// | `tatweel` | | yes | yes | yes | yes | yes |
/// | `marks` | | | all but hamza and maddah | the same | the same | U+064B..=U+0652 |
/// | `dagger_alef`, `zwnj` deleted; `perso_arabic` | | | yes | yes | yes | |
/// | `alef`, `teh_marbuta`, `alef_maksura` to yeh | | | | yes | yes | yes |
/// | `wasla`; `digits` and `number_signs` in ASCII | | | | yes | yes | |
/// | `hamza_seats` | | | | | yes | |
///
/// ```
/// use qawl_normalize::Profile;
///
/// assert_eq!(Profile::NLP.to_string(), "NLP@1");
/// assert_eq!(Profile::by_name("SEARCH"), Some(Profile::SEARCH));
/// // "the official's statement", with TATWEEL and FATHA
/// let text = "تصري\u{0640}ح الم\u{064E}سؤول";
/// assert_eq!(Profile::NLP.normalizer().normalize(text), "تصريح المسؤول");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Profile {
    name: &'static str,
    version: u16,
    options: NormalizeOptions,
}

impl Profile {
    /// For text that is shown: repairs how it is encoded and removes what is invisible or only
    /// stretches the line.
    ///
    /// | text | becomes | rule |
    /// | --- | --- | --- |
    /// | `ﻛﺘﺎﺏ` in presentation forms | كتاب "book" | `presentation_forms` |
    /// | `ا` with U+0654 | أ | `compose` |
    /// | سلام with U+200F | سلام "peace" | `controls` |
    /// | ســلام | سلام | `tatweel` |
    ///
    /// ```
    /// use qawl_normalize::Profile;
    ///
    /// let display = Profile::DISPLAY.normalizer();
    /// assert_eq!(display.normalize("\u{FEDB}\u{FE98}\u{FE8E}\u{FE8F}"), "كتاب"); // presentation forms
    /// assert_eq!(display.normalize("ا\u{0654}"), "أ"); // ARABIC HAMZA ABOVE
    /// assert_eq!(display.normalize("\u{200F}سلام"), "سلام"); // RIGHT-TO-LEFT MARK
    /// assert_eq!(display.normalize("س\u{0640}لام"), "سلام"); // ARABIC TATWEEL
    /// assert_eq!(display.normalize("س\u{064E}لام"), "س\u{064E}لام"); // ARABIC FATHA stays
    /// ```
    pub const DISPLAY: Self = Self::version_1("DISPLAY", DISPLAY);

    /// For analysis: [`DISPLAY`](Self::DISPLAY), and words are written without marks and in Arabic
    /// letters. Every letter that tells words apart stays.
    ///
    /// | text | becomes | rule |
    /// | --- | --- | --- |
    /// | كَتَبَ | كتب "he wrote" | `marks` |
    /// | هٰذا | هذا "this" | `marks`, the dagger alef |
    /// | کتاب with U+06A9 | كتاب "book" | `perso_arabic` |
    /// | شيء, المسؤول, إلى | the same | |
    ///
    /// ```
    /// use qawl_normalize::Profile;
    ///
    /// let nlp = Profile::NLP.normalizer();
    /// assert_eq!(nlp.normalize("ك\u{064E}ت\u{064E}ب\u{064E}"), "كتب"); // ARABIC FATHA
    /// assert_eq!(nlp.normalize("ه\u{0670}ذا"), "هذا"); // ARABIC LETTER SUPERSCRIPT ALEF
    /// assert_eq!(nlp.normalize("\u{06A9}تاب"), "كتاب"); // ARABIC LETTER KEHEH
    /// assert!(nlp.is_normalized("شيء المسؤول إلى")); // "thing", "the official", "to"
    /// ```
    pub const NLP: Self = Self::version_1("NLP", NLP);

    /// For search: [`NLP`](Self::NLP), and spellings that writers mix up are one.
    ///
    /// | text | becomes | rule |
    /// | --- | --- | --- |
    /// | أحمد | احمد, a name | `alef` |
    /// | ٱلكتاب with U+0671 | الكتاب "the book" | `wasla` |
    /// | مدرسة | مدرسه "school" | `teh_marbuta` |
    /// | على | علي "on" | `alef_maksura` |
    /// | ٣٫٥ | 3.5 | `digits` |
    ///
    /// ```
    /// use qawl_normalize::Profile;
    ///
    /// let search = Profile::SEARCH.normalizer();
    /// assert_eq!(search.normalize("أحمد"), "احمد");
    /// assert_eq!(search.normalize("\u{0671}لكتاب"), "الكتاب"); // ARABIC LETTER ALEF WASLA
    /// assert_eq!(search.normalize("مدرسة"), "مدرسه");
    /// assert_eq!(search.normalize("على"), "علي");
    /// assert_eq!(search.normalize("٣٫٥"), "3.5");
    /// assert_eq!(search.normalize("المسؤول"), "المسؤول"); // "the official"
    /// ```
    pub const SEARCH: Self = Self::version_1("SEARCH", SEARCH);

    /// For search that would rather find too much: [`SEARCH`](Self::SEARCH), and the seat of a
    /// hamza counts as a plain letter.
    ///
    /// | text | becomes | rule |
    /// | --- | --- | --- |
    /// | المسؤول | المسوول "the official" | `hamza_seats` |
    /// | رئيس | رييس "president" | `hamza_seats` |
    ///
    /// ```
    /// use qawl_normalize::Profile;
    ///
    /// let loose = Profile::SEARCH_LOOSE.normalizer();
    /// assert_eq!(loose.normalize("المسؤول"), "المسوول");
    /// assert_eq!(loose.normalize("رئيس"), "رييس");
    /// ```
    pub const SEARCH_LOOSE: Self = Self::version_1("SEARCH_LOOSE", SEARCH_LOOSE);

    /// For text of which no letter and no mark may be lost: only how it is encoded is repaired.
    ///
    /// | text | becomes | rule |
    /// | --- | --- | --- |
    /// | `ﻗﻞ` in presentation forms | قل "say" | `presentation_forms` |
    /// | shadda before fatha | fatha before shadda | `compose` |
    /// | قُلْ, هٰذا, ســلام | the same | |
    ///
    /// ```
    /// use qawl_normalize::Profile;
    ///
    /// let safe = Profile::QURAN_SAFE.normalizer();
    /// assert_eq!(safe.normalize("\u{FED7}\u{FEDE}"), "قل"); // QAF INITIAL, LAM FINAL
    /// // SHADDA and FATHA: the canonical order is FATHA first
    /// assert_eq!(safe.normalize("ب\u{0651}\u{064E}"), "ب\u{064E}\u{0651}");
    /// // "say" with DAMMA and SUKUN, "this" with the dagger alef, "peace" with TATWEEL
    /// assert!(safe.is_normalized("ق\u{064F}ل\u{0652} ه\u{0670}ذا س\u{0640}لام"));
    /// ```
    pub const QURAN_SAFE: Self = Self::version_1("QURAN_SAFE", ENCODING);

    /// The rules of Lucene's `ArabicNormalizer`, nothing else: what an index made by Solr or
    /// Elasticsearch with `arabic_normalization` holds. No composition, no presentation forms; the
    /// dagger alef, the wasla and digits stay.
    ///
    /// | text | becomes | rule |
    /// | --- | --- | --- |
    /// | أحمد, إلى, آمن | احمد, الي, امن "Ahmad", "to", "safe" | `alef`, `alef_maksura` |
    /// | مدرسة | مدرسه "school" | `teh_marbuta` |
    /// | ســلام | سلام "peace" | `tatweel` |
    /// | كَتَّبَ | كتب | `marks`: U+064B..=U+0652 |
    /// | هٰذا, ٱلكتاب, ٣ | the same | |
    ///
    /// ```
    /// use qawl_normalize::Profile;
    ///
    /// let lucene = Profile::LUCENE.normalizer();
    /// assert_eq!(lucene.normalize("أحمد إلى آمن"), "احمد الي امن"); // "Ahmad", "to", "safe"
    /// assert_eq!(lucene.normalize("مدرسة"), "مدرسه"); // "school"
    /// assert_eq!(lucene.normalize("س\u{0640}لام"), "سلام"); // ARABIC TATWEEL
    /// assert_eq!(lucene.normalize("ك\u{064E}ت\u{0651}\u{064E}ب"), "كتب"); // FATHA, SHADDA
    /// // SUPERSCRIPT ALEF, ALEF WASLA
    /// assert!(lucene.is_normalized("ه\u{0670}ذا \u{0671}لكتاب ٣"));
    /// ```
    pub const LUCENE: Self = Self::version_1("LUCENE", LUCENE);

    /// Every profile, those of our own from the one that changes most to the one that changes
    /// least.
    pub const ALL: &'static [Self] = &[
        Self::SEARCH_LOOSE,
        Self::SEARCH,
        Self::NLP,
        Self::DISPLAY,
        Self::QURAN_SAFE,
        Self::LUCENE,
    ];

    const fn version_1(name: &'static str, options: NormalizeOptions) -> Self {
        Self { name, version: 1, options }
    }

    /// The profile of that name, in its current version. Allocates nothing.
    ///
    /// ```
    /// use qawl_normalize::Profile;
    ///
    /// assert_eq!(Profile::by_name("DISPLAY"), Some(Profile::DISPLAY));
    /// assert_eq!(Profile::by_name("display"), None);
    /// ```
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|profile| profile.name == name)
    }

    /// Its name, in capitals.
    ///
    /// ```
    /// assert_eq!(qawl_normalize::Profile::QURAN_SAFE.name(), "QURAN_SAFE");
    /// ```
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Its version, which rises when its output changes.
    ///
    /// ```
    /// assert_eq!(qawl_normalize::Profile::NLP.version(), 1);
    /// ```
    #[must_use]
    pub const fn version(&self) -> u16 {
        self.version
    }

    /// Its options, to start own ones from.
    ///
    /// ```
    /// use qawl_normalize::Profile;
    ///
    /// let options = Profile::SEARCH.options().with_teh_marbuta(false);
    /// assert!(options.alef && !options.teh_marbuta);
    /// ```
    #[must_use]
    pub const fn options(&self) -> NormalizeOptions {
        self.options
    }

    /// The normalizer of its options; free in a constant.
    ///
    /// ```
    /// use qawl_normalize::{Normalizer, Profile};
    ///
    /// const NLP: Normalizer = Profile::NLP.normalizer();
    /// assert_eq!(NLP.normalize("سلام\u{064C}"), "سلام"); // "peace", with ARABIC DAMMATAN
    /// ```
    #[must_use]
    pub const fn normalizer(&self) -> Normalizer {
        Normalizer::new(self.options)
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.name, self.version)
    }
}

const ENCODING: NormalizeOptions =
    NormalizeOptions::new().with_compose(true).with_presentation_forms(true);

const DISPLAY: NormalizeOptions = ENCODING.with_controls(true).with_tatweel(true);

const NLP: NormalizeOptions = DISPLAY
    .with_marks(VOCALIZATION)
    .with_dagger_alef(DaggerAlef::Delete)
    .with_zwnj(Zwnj::Delete)
    .with_perso_arabic(true);

const SEARCH: NormalizeOptions = NLP
    .with_alef(true)
    .with_wasla(true)
    .with_teh_marbuta(true)
    .with_alef_maksura(AlefMaksura::ToYeh)
    .with_digits(Digits::Ascii)
    .with_number_signs(NumberSigns::Ascii);

const SEARCH_LOOSE: NormalizeOptions = SEARCH.with_hamza_seats(true);

const LUCENE: NormalizeOptions = NormalizeOptions::new()
    .with_alef(true)
    .with_alef_maksura(AlefMaksura::ToYeh)
    .with_teh_marbuta(true)
    .with_tatweel(true)
    .with_marks(MarkSet::HARAKAT.union(MarkSet::SHADDA));

/// All marks but the combining hamza and maddah, which are parts of letters, and the dagger alef.
const VOCALIZATION: MarkSet =
    MarkSet::HARAKAT.union(MarkSet::SHADDA).union(MarkSet::EXTENDED).union(MarkSet::QURANIC);
