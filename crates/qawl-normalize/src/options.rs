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
}

/// What happens to the digits of the three rows: ASCII, Arabic-Indic (U+0660..=U+0669) and
/// extended Arabic-Indic (U+06F0..=U+06F9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Digits {
    /// They stay.
    #[default]
    Keep,
    /// They become ASCII. Between two digits U+066B ARABIC DECIMAL SEPARATOR becomes a full stop
    /// and U+066C ARABIC THOUSANDS SEPARATOR a comma, after a digit U+066A ARABIC PERCENT SIGN
    /// becomes `%`.
    Ascii,
    /// They become Arabic-Indic. ASCII separators stay: a full stop may belong to a version or a
    /// date.
    ArabicIndic,
}

/// Which rules a [`Normalizer`](crate::Normalizer) applies. The default changes nothing.
///
/// The order of the rules is fixed: presentation forms, deletions, composition, letters, digits,
/// punctuation, quotes, whitespace; and what a later rule makes possible for an earlier one happens
/// too, so that normalizing twice is normalizing once for every set of options.
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
    /// U+FDF2. The other honorific ligatures and symbols stay.
    pub presentation_forms: bool,
    /// Deletes what is invisible: the bidirectional controls, U+200B ZERO WIDTH SPACE, U+200D ZERO
    /// WIDTH JOINER unless it joins emoji, U+2060 WORD JOINER, U+206A..=U+206F, U+FEFF and U+00AD
    /// SOFT HYPHEN. The number signs U+0600..=U+0605 and U+06DD are visible and stay.
    pub controls: bool,
    /// What happens to U+200C ZERO WIDTH NON-JOINER.
    pub zwnj: Zwnj,
    /// The marks that are deleted.
    pub marks: MarkSet,
    /// Deletes U+0640 ARABIC TATWEEL. A mark on it moves to the letter before it.
    pub tatweel: bool,
    /// ا for آ, أ and إ.
    pub alef: bool,
    /// ا for ٱ, U+0671 ARABIC LETTER ALEF WASLA.
    pub wasla: bool,
    /// و for ؤ and ي for ئ. This joins words of different meaning; only for the loosest search.
    pub hamza_seats: bool,
    /// ه for ة.
    pub teh_marbuta: bool,
    /// What happens to ى.
    pub alef_maksura: AlefMaksura,
    /// Arabic letters for their Persian and Urdu twins: ي for U+06CC and U+06D2, ك for U+06A9, ه
    /// for U+06BE, U+06C1 and U+06D5, and so on. Letters with a sound of their own (گ) stay.
    pub perso_arabic: bool,
    /// What happens to digits.
    pub digits: Digits,
    /// ASCII for the Arabic comma, semicolon, question mark and full stop (U+06D4).
    pub punctuation: bool,
    /// `"` for every kind of double quotation mark, guillemets included, and `'` for every kind of
    /// single one.
    pub quotes: bool,
    /// U+0020 SPACE for the other spaces (U+00A0, U+2000..=U+200A, U+202F, U+3000 and so on).
    /// Newlines stay, runs are not collapsed.
    pub whitespace: bool,
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
            controls: false,
            zwnj: Zwnj::Keep,
            marks: MarkSet::NONE,
            tatweel: false,
            alef: false,
            wasla: false,
            hamza_seats: false,
            teh_marbuta: false,
            alef_maksura: AlefMaksura::Keep,
            perso_arabic: false,
            digits: Digits::Keep,
            punctuation: false,
            quotes: false,
            whitespace: false,
        }
    }

    setters! {
        with_compose compose: bool;
        with_presentation_forms presentation_forms: bool;
        with_controls controls: bool;
        with_zwnj zwnj: Zwnj;
        with_marks marks: MarkSet;
        with_tatweel tatweel: bool;
        with_alef alef: bool;
        with_wasla wasla: bool;
        with_hamza_seats hamza_seats: bool;
        with_teh_marbuta teh_marbuta: bool;
        with_alef_maksura alef_maksura: AlefMaksura;
        with_perso_arabic perso_arabic: bool;
        with_digits digits: Digits;
        with_punctuation punctuation: bool;
        with_quotes quotes: bool;
        with_whitespace whitespace: bool;
    }
}
