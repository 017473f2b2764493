//! Latin letters and back.

use qawl_normalize::transliterate::Scheme;

/// What is lossless comes back, and nothing else does.
pub fn lossless_is_what_comes_back(text: &str) {
    for &scheme in Scheme::ALL {
        let latin = scheme.to_latin(text);
        let back = scheme.to_arabic(&latin);
        assert_eq!(scheme.is_lossless_for(text), back == text, "{scheme}: {text:?} {latin:?}");
    }
}
