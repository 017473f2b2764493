//! The schemes.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;

use super::row::{Row, from_arabic, from_latin};
use super::tables;

/// A one-to-one correspondence between Arabic letters and marks and Latin characters.
///
/// Which characters are covered is said in the documentation of [the module](super). What is not
/// covered passes through unchanged.
///
/// | text | [`BUCKWALTER`](Self::BUCKWALTER) | [`XML_BUCKWALTER`](Self::XML_BUCKWALTER) | [`SAFE_BUCKWALTER`](Self::SAFE_BUCKWALTER) | [`HSB`](Self::HSB) |
/// | --- | --- | --- | --- | --- |
/// | بِسْمِ "in the name of" | `bisomi` | `bisomi` | `bisomi` | `bis.mi` |
/// | شُكْرًا "thanks" | `$ukorFA` | `$ukorFA` | `cukorFA` | `šuk.rãA` |
/// | مسؤول "official" | `ms&wl` | `msWwl` | `msWwl` | `msŵwl` |
/// | إلى "to" | `<lY` | `IlY` | `IlY` | `Ǎlý` |
/// | شيء "thing" | `$y'` | `$y'` | `cyC` | `šy'` |
/// | هٰذا "this" | ``h`*A`` | ``h`*A`` | `heVA` | `háðA` |
///
/// ```
/// use qawl_normalize::transliterate::Scheme;
///
/// let this = "ه\u{0670}ذا"; // with ARABIC LETTER SUPERSCRIPT ALEF
/// let latin: Vec<_> = Scheme::ALL.iter().map(|scheme| scheme.to_latin(this)).collect();
/// assert_eq!(latin, ["h`*A", "heVA", "h`*A", "háðA"]);
/// assert_eq!(Scheme::by_name("HSB"), Some(Scheme::HSB));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Scheme(Kind);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Buckwalter,
    SafeBuckwalter,
    XmlBuckwalter,
    Hsb,
}

impl Scheme {
    /// The scheme of Tim Buckwalter: ASCII letters and punctuation, among them ``' | > & < } * $ _
    /// ~ ` {``.
    ///
    /// | text | becomes |
    /// | --- | --- |
    /// | كَتَبَ "he wrote" | `kataba` |
    /// | القُرْآن "the Quran" | `Alquro\|n` |
    /// | الذِّئْب "the wolf" | `Al*i~}ob` |
    /// | ٱلضُّحَىٰ "the forenoon" | ``{lDu~HaY` `` |
    ///
    /// Source: Buckwalter Arabic Morphological Analyzer 1.0, Linguistic Data Consortium
    /// LDC2002L49, 2002.
    ///
    /// ```
    /// use qawl_normalize::transliterate::Scheme;
    ///
    /// let scheme = Scheme::BUCKWALTER;
    /// // FATHA, three times
    /// assert_eq!(scheme.to_latin("ك\u{064E}ت\u{064E}ب\u{064E}"), "kataba");
    /// // DAMMA, SUKUN
    /// assert_eq!(scheme.to_latin("الق\u{064F}ر\u{0652}آن"), "Alquro|n");
    /// // KASRA, SHADDA, SUKUN
    /// assert_eq!(scheme.to_arabic("Al*i~}ob"), "الذ\u{0650}\u{0651}ئ\u{0652}ب");
    /// // ALEF WASLA; DAMMA, SHADDA, FATHA; ALEF MAKSURA, SUPERSCRIPT ALEF
    /// let forenoon = "\u{0671}لض\u{064F}\u{0651}ح\u{064E}\u{0649}\u{0670}";
    /// assert_eq!(scheme.to_arabic("{lDu~HaY`"), forenoon);
    /// ```
    pub const BUCKWALTER: Self = Self(Kind::Buckwalter);

    /// Buckwalter's scheme with letters for nearly all punctuation, for file names, regular
    /// expressions and shells: ASCII letters, `_` for the tatweel and `~` for the shadda.
    ///
    /// | text | becomes | in [`BUCKWALTER`](Self::BUCKWALTER) |
    /// | --- | --- | --- |
    /// | ء آ أ ؤ إ ئ | `C M O W I Q` | ``' \| > & < }`` |
    /// | ذ ش ٱ, the dagger alef | `V c L e` | ``* $ { ` `` |
    /// | ڤ | `B` | `V` |
    /// | سُئِلَ "he was asked" | `suQila` | `su}ila` |
    ///
    /// Source: the tools of CAMeL Lab and Columbia University, as in CAMeL Tools. There are other
    /// safe variants, for instance with `X` for the shadda.
    ///
    /// ```
    /// use qawl_normalize::transliterate::Scheme;
    ///
    /// let scheme = Scheme::SAFE_BUCKWALTER;
    /// assert_eq!(scheme.to_latin("ء آ أ ؤ إ ئ"), "C M O W I Q");
    /// // ALEF WASLA, SUPERSCRIPT ALEF, VEH
    /// assert_eq!(scheme.to_latin("ذ ش \u{0671} \u{0670} \u{06A4}"), "V c L e B");
    /// // DAMMA, KASRA, FATHA
    /// assert_eq!(scheme.to_arabic("suQila"), "س\u{064F}ئ\u{0650}ل\u{064E}");
    /// ```
    pub const SAFE_BUCKWALTER: Self = Self(Kind::SafeBuckwalter);

    /// Buckwalter's scheme without the characters `<`, `>` and `&` of markup.
    ///
    /// | text | becomes | in [`BUCKWALTER`](Self::BUCKWALTER) |
    /// | --- | --- | --- |
    /// | أ ؤ إ | `O W I` | `> & <` |
    /// | أَنْباء "news" | `OanobA'` | `>anobA'` |
    ///
    /// The apostrophe stays, so in an attribute the value stands between double quotes.
    ///
    /// Source: the variant for XML that Buckwalter recommends, as in CAMeL Tools.
    ///
    /// ```
    /// use qawl_normalize::transliterate::Scheme;
    ///
    /// let scheme = Scheme::XML_BUCKWALTER;
    /// assert_eq!(scheme.to_latin("أ ؤ إ"), "O W I");
    /// assert_eq!(scheme.to_arabic("OanobA'"), "أ\u{064E}ن\u{0652}باء"); // FATHA, SUKUN
    /// ```
    pub const XML_BUCKWALTER: Self = Self(Kind::XmlBuckwalter);

    /// The scheme of Habash, Soudi and Buckwalter, made to be read: a letter with an accent or a
    /// Greek one where ASCII has none that is near.
    ///
    /// | text | becomes | text | becomes |
    /// | --- | --- | --- | --- |
    /// | آ أ إ ٱ | `Ā Â Ǎ Ä` | ع غ | `ς γ` |
    /// | ؤ ئ | `ŵ ŷ` | ة ى | `ħ ý` |
    /// | ث ذ ش ظ | `θ ð š Ď` | tanwin | `ã ũ ĩ` |
    /// | پ چ ڤ گ | `p c v g` | sukun, dagger alef | `. á` |
    /// | عَظِيمَة "great" | `ςaĎiymaħ` | ثُمَّ "then" | `θum~a` |
    ///
    /// The sukun is a full stop, so that text with full stops does not come back as it was; see
    /// [`is_lossless_for`](Self::is_lossless_for).
    ///
    /// [`to_arabic`](Self::to_arabic) also reads what other tools write: `Ă` (with a breve, CAMeL
    /// Tools) for إ, and `·` (U+00B7, Encode::Arabic) for the sukun. It expects composed
    /// characters (NFC).
    ///
    /// Source: Nizar Habash, Abdelhadi Soudi and Tim Buckwalter, "On Arabic Transliteration", in
    /// *Arabic Computational Morphology*, Springer 2007.
    ///
    /// ```
    /// use qawl_normalize::transliterate::Scheme;
    ///
    /// // GREEK SMALL LETTER FINAL SIGMA; FATHA, KASRA, FATHA
    /// let great = "ع\u{064E}ظ\u{0650}يم\u{064E}ة";
    /// assert_eq!(Scheme::HSB.to_latin(great), "\u{03C2}aĎiymaħ");
    /// assert_eq!(Scheme::HSB.to_arabic("θum~a"), "ث\u{064F}م\u{0651}\u{064E}"); // DAMMA, SHADDA, FATHA
    /// // "to", LATIN CAPITAL LETTER A WITH CARON, or WITH BREVE
    /// assert_eq!(Scheme::HSB.to_latin("إلى"), "\u{01CD}lý");
    /// assert_eq!(Scheme::HSB.to_arabic("\u{01CD}lý \u{0102}lý"), "إلى إلى");
    /// assert_eq!(Scheme::HSB.to_arabic("mis.k"), "م\u{0650}س\u{0652}ك"); // "musk", KASRA, SUKUN
    /// assert_eq!(Scheme::HSB.to_arabic("mis\u{00B7}k"), "م\u{0650}س\u{0652}ك"); // MIDDLE DOT
    /// ```
    pub const HSB: Self = Self(Kind::Hsb);

    /// Every scheme.
    pub const ALL: &'static [Self] =
        &[Self::BUCKWALTER, Self::SAFE_BUCKWALTER, Self::XML_BUCKWALTER, Self::HSB];

    /// The scheme of that name. Allocates nothing.
    ///
    /// ```
    /// use qawl_normalize::transliterate::Scheme;
    ///
    /// assert_eq!(Scheme::by_name("XML_BUCKWALTER"), Some(Scheme::XML_BUCKWALTER));
    /// assert_eq!(Scheme::by_name("xml"), None);
    /// ```
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|scheme| scheme.name() == name)
    }

    /// Its name, in capitals.
    ///
    /// ```
    /// use qawl_normalize::transliterate::Scheme;
    ///
    /// assert_eq!(Scheme::SAFE_BUCKWALTER.name(), "SAFE_BUCKWALTER");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self.0 {
            Kind::Buckwalter => "BUCKWALTER",
            Kind::SafeBuckwalter => "SAFE_BUCKWALTER",
            Kind::XmlBuckwalter => "XML_BUCKWALTER",
            Kind::Hsb => "HSB",
        }
    }

    /// What the scheme writes for the Arabic letter or mark `c`, if it covers that. Constant time.
    ///
    /// ```
    /// use qawl_normalize::transliterate::Scheme;
    ///
    /// assert_eq!(Scheme::BUCKWALTER.latin('ش'), Some('$'));
    /// assert_eq!(Scheme::BUCKWALTER.latin('\u{0654}'), None); // ARABIC HAMZA ABOVE
    /// assert_eq!(Scheme::BUCKWALTER.latin('،'), None); // ARABIC COMMA
    /// ```
    #[must_use]
    pub fn latin(self, c: char) -> Option<char> {
        self.table().latin.get(c)
    }

    /// The Arabic letter or mark that the scheme reads in the Latin character `c`, if any. Constant
    /// time.
    ///
    /// ```
    /// use qawl_normalize::transliterate::Scheme;
    ///
    /// assert_eq!(Scheme::BUCKWALTER.arabic('E'), Some('ع'));
    /// assert_eq!(Scheme::HSB.arabic('E'), None);
    /// ```
    #[must_use]
    pub fn arabic(self, c: char) -> Option<char> {
        self.table().arabic.get(c)
    }

    /// The text in Latin characters, borrowed exactly if it holds none that the scheme covers. Time
    /// is linear, a look-up in a table for each character.
    ///
    /// ```
    /// use qawl_normalize::transliterate::Scheme;
    ///
    /// // "he said on Sunday:", with the digits and the colon as they were
    /// assert_eq!(Scheme::BUCKWALTER.to_latin("قال الأحد ٣/٥:"), "qAl Al>Hd ٣/٥:");
    /// ```
    #[must_use]
    pub fn to_latin(self, text: &str) -> Cow<'_, str> {
        self.table().latin.rewrite(text)
    }

    /// Writes the text in Latin characters over what `out` held; its capacity is used again.
    ///
    /// ```
    /// use qawl_normalize::transliterate::Scheme;
    ///
    /// let mut out = String::from("old");
    /// Scheme::HSB.to_latin_into("شمس", &mut out); // "sun"
    /// assert_eq!(out, "šms");
    /// ```
    pub fn to_latin_into(self, text: &str, out: &mut String) {
        self.table().latin.rewrite_into(text, out);
    }

    /// The Latin text in Arabic letters, borrowed exactly if it holds no character that the scheme
    /// reads. Time is linear, a look-up in a table for each character.
    ///
    /// ```
    /// use qawl_normalize::transliterate::Scheme;
    ///
    /// // "the new book", in Safe Buckwalter
    /// assert_eq!(Scheme::SAFE_BUCKWALTER.to_arabic("AlktAb Aljdyd"), "الكتاب الجديد");
    /// ```
    #[must_use]
    pub fn to_arabic(self, latin: &str) -> Cow<'_, str> {
        self.table().arabic.rewrite(latin)
    }

    /// Writes the Latin text in Arabic letters over what `out` held; its capacity is used again.
    ///
    /// ```
    /// use qawl_normalize::transliterate::Scheme;
    ///
    /// let mut out = String::from("old");
    /// Scheme::HSB.to_arabic_into("šms", &mut out);
    /// assert_eq!(out, "شمس"); // "sun"
    /// ```
    pub fn to_arabic_into(self, latin: &str, out: &mut String) {
        self.table().arabic.rewrite_into(latin, out);
    }

    /// Whether [`to_arabic`](Self::to_arabic) makes `text` again from what
    /// [`to_latin`](Self::to_latin) makes of it. It does exactly if `text` holds no character that
    /// the scheme reads. Linear, allocates nothing, stops at the first such character.
    ///
    /// ```
    /// use qawl_normalize::transliterate::Scheme;
    ///
    /// let text = "انتهى."; // "it ended.", with a full stop
    /// assert!(Scheme::BUCKWALTER.is_lossless_for(text));
    /// assert!(!Scheme::HSB.is_lossless_for(text)); // in which it is the sukun
    /// assert_eq!(Scheme::HSB.to_arabic("Anthý."), "انتهى\u{0652}");
    /// ```
    #[must_use]
    pub fn is_lossless_for(self, text: &str) -> bool {
        text.chars().all(|c| self.arabic(c).is_none())
    }

    const fn table(self) -> &'static Table {
        match self.0 {
            Kind::Buckwalter => &BUCKWALTER,
            Kind::SafeBuckwalter => &SAFE_BUCKWALTER,
            Kind::XmlBuckwalter => &XML_BUCKWALTER,
            Kind::Hsb => &HSB,
        }
    }
}

impl fmt::Debug for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Scheme({self})")
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A scheme both ways.
struct Table {
    latin: Row,
    arabic: Row,
}

/// From ARABIC LETTER HAMZA to ARABIC LETTER GAF.
const FIRST: char = '\u{0621}';
const ARABIC: usize = '\u{06AF}' as usize - FIRST as usize + 1;
const ASCII: usize = 0x80;
/// Up to the end of the Greek block.
const GREEK: usize = 0x400;

static BUCKWALTER: Table = Table {
    latin: Row::new(FIRST, &from_arabic::<ARABIC>(tables::BUCKWALTER, FIRST)),
    arabic: Row::new('\0', &from_latin::<ASCII>(tables::BUCKWALTER)),
};

static SAFE_BUCKWALTER: Table = Table {
    latin: Row::new(FIRST, &from_arabic::<ARABIC>(tables::SAFE_BUCKWALTER, FIRST)),
    arabic: Row::new('\0', &from_latin::<ASCII>(tables::SAFE_BUCKWALTER)),
};

static XML_BUCKWALTER: Table = Table {
    latin: Row::new(FIRST, &from_arabic::<ARABIC>(tables::XML_BUCKWALTER, FIRST)),
    arabic: Row::new('\0', &from_latin::<ASCII>(tables::XML_BUCKWALTER)),
};

static HSB: Table = Table {
    latin: Row::new(FIRST, &from_arabic::<ARABIC>(tables::HSB, FIRST)),
    arabic: Row::new('\0', &from_latin::<GREEK>(tables::HSB)),
};
