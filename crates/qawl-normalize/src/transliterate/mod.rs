//! Arabic in Latin characters and back, a character for a character.
//!
//! A [`Scheme`] pairs Arabic letters and marks with Latin characters, one with one. All four cover
//! the same 51 characters: U+0621..=U+063A (hamza to ghain), U+0640 (tatweel), U+0641..=U+064A (feh
//! to yeh), U+064B..=U+0652 (harakat, shadda, sukun), U+0670 (the dagger alef), U+0671 (alef wasla)
//! and the letters peh, tcheh, veh and gaf of foreign words (U+067E, U+0686, U+06A4, U+06AF). All
//! else passes through unchanged, in both directions: spaces, digits, Arabic punctuation,
//! combining hamza and maddah, the signs of the Quran, presentation forms.
//!
//! ```
//! use qawl_normalize::transliterate::Scheme;
//!
//! let text = "ش\u{064F}ك\u{0652}ر\u{064B}ا"; // "thanks", with DAMMA, SUKUN and FATHATAN
//! assert_eq!(Scheme::BUCKWALTER.to_latin(text), "$ukorFA");
//! assert_eq!(Scheme::HSB.to_latin(text), "šuk.rãA");
//! assert_eq!(Scheme::BUCKWALTER.to_arabic("$ukorFA"), text);
//! ```
//!
//! The way back is exact unless the text held Latin characters of the scheme to begin with, which
//! nothing tells from written ones: [`Scheme::is_lossless_for`] says so beforehand.
//!
//! ```
//! use qawl_normalize::transliterate::Scheme;
//!
//! let text = "شركة IBM"; // "the IBM company"
//! assert_eq!(Scheme::SAFE_BUCKWALTER.to_latin(text), "crkp IBM");
//! assert_eq!(Scheme::SAFE_BUCKWALTER.to_arabic("crkp IBM"), "شركة إڤآ");
//! assert!(!Scheme::SAFE_BUCKWALTER.is_lossless_for(text));
//! ```
//!
//! Other tools expect composed letters and no presentation forms. [`Profile::QURAN_SAFE`] makes
//! text so, and besides only puts marks into their canonical order.
//!
//! [`Profile::QURAN_SAFE`]: crate::Profile::QURAN_SAFE

pub use self::scheme::Scheme;

mod scheme;

mod row;
mod tables;

#[cfg(test)]
mod laws;
