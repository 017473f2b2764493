//! Which characters Arabic words are made of.
//!
//! The classes follow the Unicode Character Database (general category, script, the names of the
//! Arabic blocks), cut to what segmentation of running text asks for. All functions are constant
//! time and total.

/// The tatweel, a stretch of the line that belongs to no letter (U+0640 ARABIC TATWEEL).
///
/// ```
/// use qawl_core::letters::TATWEEL;
///
/// let drawn_out = "ك\u{0640}\u{0640}تاب"; // "book", with ARABIC TATWEEL twice
/// assert_eq!(drawn_out.replace(TATWEEL, ""), "كتاب");
/// ```
pub const TATWEEL: char = '\u{0640}';

/// The hamza that combines with a letter from above (U+0654 ARABIC HAMZA ABOVE).
///
/// ```
/// use qawl_core::letters::{HAMZA_ABOVE, is_mark};
///
/// let asked = "س\u{0627}\u{0654}ل"; // "he asked", its ARABIC LETTER ALEF and hamza apart
/// assert_eq!(asked.chars().find(|&c| is_mark(c)), Some(HAMZA_ABOVE));
/// ```
pub const HAMZA_ABOVE: char = '\u{0654}';

/// The hamza that combines with a letter from below (U+0655 ARABIC HAMZA BELOW).
///
/// ```
/// use qawl_core::letters::{HAMZA_BELOW, is_mark};
///
/// let to = "\u{0627}\u{0655}لى"; // "to", its ARABIC LETTER ALEF and hamza apart
/// assert_eq!(to.chars().find(|&c| is_mark(c)), Some(HAMZA_BELOW));
/// ```
pub const HAMZA_BELOW: char = '\u{0655}';

/// The maddah that combines with a letter from above (U+0653 ARABIC MADDAH ABOVE).
///
/// ```
/// use qawl_core::letters::{MADDAH_ABOVE, is_mark};
///
/// let now = "ال\u{0627}\u{0653}ن"; // "now", its ARABIC LETTER ALEF and maddah apart
/// assert_eq!(now.chars().find(|&c| is_mark(c)), Some(MADDAH_ABOVE));
/// ```
pub const MADDAH_ABOVE: char = '\u{0653}';

/// Whether `c` is a mark written above or below an Arabic letter: harakat, shadda, sukun, the
/// dagger alef, combining hamza and maddah, and the marks of the Quran. Marks never end a word,
/// also not where `char::is_alphanumeric` is false for them.
///
/// ```
/// use qawl_core::letters::is_mark;
///
/// assert!(is_mark('\u{064E}')); // ARABIC FATHA
/// assert!(is_mark('\u{0670}')); // ARABIC LETTER SUPERSCRIPT ALEF
/// assert!(!is_mark('ب')); // a letter
/// ```
#[must_use]
pub const fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{0610}'..='\u{061A}'
        | '\u{064B}'..='\u{065F}'
        | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E4}'
        | '\u{06E7}' | '\u{06E8}'
        | '\u{06EA}'..='\u{06ED}'
        | '\u{0897}'..='\u{089F}'
        | '\u{08CA}'..='\u{08E1}'
        | '\u{08E3}'..='\u{08FF}'
        | '\u{10EFA}'..='\u{10EFF}')
}

/// Whether `c` is a letter of the Arabic script, its presentation forms and the tatweel included,
/// marks and digits not.
///
/// ```
/// use qawl_core::letters::is_letter;
///
/// assert!(is_letter('ق'));
/// assert!(is_letter('\u{FEFB}')); // ARABIC LIGATURE LAM WITH ALEF ISOLATED FORM
/// assert!(is_letter('\u{06AF}')); // ARABIC LETTER GAF, Persian
/// assert!(is_letter('\u{10EC2}')); // ARABIC LETTER DAL WITH TWO DOTS VERTICALLY BELOW
/// assert!(!is_letter('،')); // ARABIC COMMA
/// assert!(!is_letter('\u{0663}')); // ARABIC-INDIC DIGIT THREE
/// ```
#[must_use]
pub const fn is_letter(c: char) -> bool {
    matches!(c,
        '\u{0620}'..='\u{064A}'
        | '\u{066E}' | '\u{066F}'
        | '\u{0671}'..='\u{06D3}'
        | '\u{06D5}'
        | '\u{06E5}' | '\u{06E6}'
        | '\u{06EE}' | '\u{06EF}'
        | '\u{06FA}'..='\u{06FC}'
        | '\u{06FF}'
        | '\u{0750}'..='\u{077F}'
        | '\u{0870}'..='\u{0887}'
        | '\u{0889}'..='\u{088F}'
        | '\u{08A0}'..='\u{08C9}'
        | '\u{FB50}'..='\u{FBB1}'
        | '\u{FBD3}'..='\u{FD3D}'
        | '\u{FD50}'..='\u{FDC7}'
        | '\u{FDF0}'..='\u{FDFB}'
        | '\u{FE70}'..='\u{FEFC}'
        | '\u{10EC2}'..='\u{10EC7}'
        | '\u{1EE00}'..='\u{1EEBB}')
}

/// Whether `c` can stand inside an Arabic word: a [letter](is_letter) or a [mark](is_mark).
///
/// ```
/// use qawl_core::letters::is_word_char;
///
/// assert!("كِتاب".chars().all(is_word_char)); // "book", with a kasra
/// ```
#[must_use]
pub const fn is_word_char(c: char) -> bool {
    is_letter(c) || is_mark(c)
}

/// Whether `c` is a digit of the ASCII, Arabic-Indic or extended Arabic-Indic row.
///
/// ```
/// use qawl_core::letters::is_digit;
///
/// assert!(is_digit('7') && is_digit('\u{0667}') && is_digit('\u{06F7}')); // seven, three times
/// ```
#[must_use]
pub const fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}')
}

/// Whether `c` is invisible and only steers direction or joining: the bidirectional controls,
/// zero-width space, joiner and non-joiner, word joiner, soft hyphen and byte order mark.
///
/// ```
/// use qawl_core::letters::is_format_control;
///
/// assert!(is_format_control('\u{200F}')); // RIGHT-TO-LEFT MARK
/// assert!(is_format_control('\u{200C}')); // ZERO WIDTH NON-JOINER
/// assert!(!is_format_control(' '));
/// ```
#[must_use]
pub const fn is_format_control(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{061C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}')
}
