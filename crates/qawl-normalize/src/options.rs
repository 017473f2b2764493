//! What a normalizer changes: one switch for each rule.

use crate::MarkSet;

/// What happens to U+200C ZERO WIDTH NON-JOINER. It separates letters inside a Persian word, so it
/// is not one of the controls that never matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Zwnj {
    /// It stays.
    #[default]
    Keep,
    /// It vanishes, and the letters around it join.
    Delete,
    /// It becomes U+0020 SPACE.
    Space,
}

/// What happens to ى, U+0649 ARABIC LETTER ALEF MAKSURA.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum AlefMaksura {
    /// It stays.
    #[default]
    Keep,
    /// It becomes ي, U+064A ARABIC LETTER YEH. Never alef: «إلى» ("to") must not turn into «إلا»
    /// ("except").
    ToYeh,
    /// The other way round: ي at the end of a word becomes ى, if it carries no mark, for text in the Egyptian manner,
    /// which writes both alike. «علي» (Ali) and «على» ("on") are one then.
    FromFinalYeh,
}

/// What happens to the symbols and ligatures that stand for a phrase: the honorifics behind a name
/// (U+FDFA, U+FD40..=U+FD4F and so on) and the words among U+FDF0..=U+FDFD, but for the name of God
/// and the rial, which are [presentation forms](NormalizeOptions::presentation_forms). Nothing is
/// written between them and what stands beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Honorifics {
    /// They stay.
    #[default]
    Keep,
    /// They become the words they stand for: «صلى الله عليه وسلم» ("God bless him and grant him
    /// peace") for U+FDFA.
    Expand,
    /// Blessings and stop signs vanish; what is a word of the sentence (U+FDF4, "Muhammad") is
    /// written out.
    Delete,
}

/// What happens to U+0670 ARABIC LETTER SUPERSCRIPT ALEF, the dagger alef.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum DaggerAlef {
    /// It stays.
    #[default]
    Keep,
    /// It vanishes: «هٰذا» is «هذا» ("this"), as everyone writes it.
    Delete,
    /// It becomes ا; but directly behind ى, marks that are deleted aside, it vanishes: there it only
    /// says how that is read.
    ToAlef,
}

/// What happens to the Arabic signs inside numbers: U+066B ARABIC DECIMAL SEPARATOR and U+066C
/// ARABIC THOUSANDS SEPARATOR between two digits of any row, U+066A ARABIC PERCENT SIGN behind one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum NumberSigns {
    /// They stay.
    #[default]
    Keep,
    /// They become a full stop, a comma and `%`.
    Ascii,
    /// They become a full stop, nothing and `%`.
    AsciiUngrouped,
}

/// What happens to the punctuation marks that have an Arabic and an ASCII form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Punctuation {
    /// They stay.
    #[default]
    Keep,
    /// The Arabic comma, semicolon, question mark and full stop (U+06D4) become ASCII.
    Ascii,
    /// The ASCII comma, semicolon and question mark become Arabic directly behind an Arabic letter
    /// or mark, an Arabic-Indic digit of either row or `»`; but a comma before a digit stays, and a question mark
    /// before a letter.
    Arabic,
}

/// What happens to spaces other than U+0020.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Whitespace {
    /// They stay.
    #[default]
    Keep,
    /// The other spaces (U+00A0, U+2000..=U+200A, U+202F, U+3000 and so on) become U+0020 SPACE.
    /// Newlines and tabs stay.
    Ascii,
    /// And every run of spaces and tabs becomes one U+0020 SPACE. Newlines stay.
    Collapse,
}

/// What happens to letters that are repeated for emphasis: three and more of the same Arabic letter
/// in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Elongation {
    /// They stay.
    #[default]
    Keep,
    /// Two of them stay, which loses no correct spelling.
    ToTwo,
    /// One of them stays; of ل before ه two, for «الله» ("God").
    ToOne,
}

/// What happens to the digits of the three rows: ASCII, Arabic-Indic (U+0660..=U+0669) and
/// extended Arabic-Indic (U+06F0..=U+06F9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Digits {
    /// They stay.
    #[default]
    Keep,
    /// They become ASCII. What stands between them is [`NumberSigns`]' matter.
    Ascii,
    /// They become Arabic-Indic. ASCII separators stay: a full stop may belong to a version or a
    /// date.
    ArabicIndic,
}

/// Which rules a [`Normalizer`](crate::Normalizer) applies. The default changes nothing.
///
/// The order of the rules is fixed: presentation forms and honorifics, deletions (controls, marks,
/// tatweel), composition, letters, digits, number signs, punctuation, quotes, spaces; then what
/// looks at neighbours in the result: elongation, final yeh, Arabic punctuation, collapsed spaces.
/// What a later rule makes possible for an earlier one happens too, so that normalizing twice is
/// normalizing once for every set of options. No two options can undo each other: where there are
/// two directions, they are values of one field.
///
/// Setters are `const` and chain. Fields may be set too.
///
/// ```
/// use qawl_normalize::{Digits, MarkSet, NormalizeOptions, Normalizer};
///
/// const OPTIONS: NormalizeOptions = NormalizeOptions::new()
///     .with_compose(true)
///     .with_marks(MarkSet::HARAKAT.union(MarkSet::SHADDA))
///     .with_digits(Digits::Ascii);
///
/// // "he taught 3 students", with ARABIC FATHA, SHADDA and FATHA, FATHA
/// let text = "ع\u{064E}ل\u{064E}\u{0651}م\u{064E} ٣ طلاب";
/// assert_eq!(Normalizer::new(OPTIONS).normalize(text), "علم 3 طلاب");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct NormalizeOptions {
    /// Canonical composition (NFC) of all text, and U+0626 for U+0649 or U+06CC with U+0654, which
    /// NFC leaves alone. Alone it gives exactly NFC but for these two pairs. Without it a hamza
    /// that was typed as a mark is not seen as part of its letter.
    pub compose: bool,
    /// Letters for the positional forms and ligatures of the blocks U+FB50 and U+FE70: لا for all
    /// eight lam-alef forms, the bare mark for its spacing forms, ريال for U+FDFC and الله for
    /// U+FDF2. The other ligatures that stand for words are [`honorifics`](Self::honorifics).
    pub presentation_forms: bool,
    /// What happens to symbols and ligatures that stand for a phrase.
    pub honorifics: Honorifics,
    /// Deletes what is invisible: the bidirectional controls, U+200B ZERO WIDTH SPACE, U+200D ZERO
    /// WIDTH JOINER unless it joins emoji, U+2060 WORD JOINER, U+206A..=U+206F, U+FEFF and U+00AD
    /// SOFT HYPHEN. The number signs U+0600..=U+0605 and U+06DD are visible and stay.
    pub controls: bool,
    /// What happens to U+200C ZERO WIDTH NON-JOINER.
    pub zwnj: Zwnj,
    /// The marks that are deleted.
    pub marks: MarkSet,
    /// What happens to the dagger alef.
    pub dagger_alef: DaggerAlef,
    /// Deletes U+06E5 ARABIC SMALL WAW and U+06E6 ARABIC SMALL YEH of Quranic spelling. They are
    /// letters, not marks.
    pub small_letters: bool,
    /// Deletes the signs between the words of a Quran: U+06DD ARABIC END OF AYAH, U+06DE ARABIC
    /// START OF RUB EL HIZB and U+06E9 ARABIC PLACE OF SAJDAH.
    pub quran_signs: bool,
    /// Deletes U+0640 ARABIC TATWEEL. A mark on it moves to the letter before it.
    pub tatweel: bool,
    /// ا for آ, أ and إ.
    pub alef: bool,
    /// ا for U+0672, U+0673 and U+0675, alefs with a wavy or a high hamza.
    pub rare_alef: bool,
    /// ا for ٱ, U+0671 ARABIC LETTER ALEF WASLA.
    pub wasla: bool,
    /// و for ؤ and ي for ئ. This joins words of different meaning; only for the loosest search.
    pub hamza_seats: bool,
    /// Deletes ء on its own: «شيء» ("thing") becomes «شي». Looser still.
    pub lone_hamza: bool,
    /// ه for ة.
    pub teh_marbuta: bool,
    /// What happens to ى.
    pub alef_maksura: AlefMaksura,
    /// Arabic letters for their Persian and Urdu twins: ي for U+06CC and U+06D2, ك for U+06A9, ه
    /// for U+06BE, U+06C1 and U+06D5, and so on. Letters with a sound of their own (گ) stay.
    pub perso_arabic: bool,
    /// What happens to digits.
    pub digits: Digits,
    /// What happens to the signs inside numbers.
    pub number_signs: NumberSigns,
    /// What happens to commas, semicolons and question marks.
    pub punctuation: Punctuation,
    /// `"` for every kind of double quotation mark, guillemets included, and `'` for every kind of
    /// single one.
    pub quotes: bool,
    /// What happens to spaces.
    pub whitespace: Whitespace,
    /// What happens to letters repeated for emphasis.
    pub elongation: Elongation,
}

macro_rules! setters {
    ($($setter:ident $field:ident: $type:ty;)*) => {$(
        #[doc = concat!("These options with [`", stringify!($field), "`](Self#structfield.",
            stringify!($field), ") set.")]
        #[must_use]
        pub const fn $setter(mut self, $field: $type) -> Self {
            self.$field = $field;
            self
        }
    )*};
}

impl NormalizeOptions {
    /// Options that change nothing, as a constant.
    ///
    /// ```
    /// use qawl_normalize::NormalizeOptions;
    ///
    /// assert_eq!(NormalizeOptions::new(), NormalizeOptions::default());
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self {
            compose: false,
            presentation_forms: false,
            honorifics: Honorifics::Keep,
            controls: false,
            zwnj: Zwnj::Keep,
            marks: MarkSet::NONE,
            dagger_alef: DaggerAlef::Keep,
            small_letters: false,
            quran_signs: false,
            tatweel: false,
            alef: false,
            rare_alef: false,
            wasla: false,
            hamza_seats: false,
            lone_hamza: false,
            teh_marbuta: false,
            alef_maksura: AlefMaksura::Keep,
            perso_arabic: false,
            digits: Digits::Keep,
            number_signs: NumberSigns::Keep,
            punctuation: Punctuation::Keep,
            quotes: false,
            whitespace: Whitespace::Keep,
            elongation: Elongation::Keep,
        }
    }

    setters! {
        with_compose compose: bool;
        with_presentation_forms presentation_forms: bool;
        with_honorifics honorifics: Honorifics;
        with_controls controls: bool;
        with_zwnj zwnj: Zwnj;
        with_marks marks: MarkSet;
        with_dagger_alef dagger_alef: DaggerAlef;
        with_small_letters small_letters: bool;
        with_quran_signs quran_signs: bool;
        with_tatweel tatweel: bool;
        with_alef alef: bool;
        with_rare_alef rare_alef: bool;
        with_wasla wasla: bool;
        with_hamza_seats hamza_seats: bool;
        with_lone_hamza lone_hamza: bool;
        with_teh_marbuta teh_marbuta: bool;
        with_alef_maksura alef_maksura: AlefMaksura;
        with_perso_arabic perso_arabic: bool;
        with_digits digits: Digits;
        with_number_signs number_signs: NumberSigns;
        with_punctuation punctuation: Punctuation;
        with_quotes quotes: bool;
        with_whitespace whitespace: Whitespace;
        with_elongation elongation: Elongation;
    }
}
