//! Latin letters and back, also what was never Arabic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qawl::normalize::transliterate::Scheme;
use qawl_fuzz::Drawn;
use qawl_tests::laws;

fuzz_target!(|drawn: Drawn| {
    let text = drawn.text();
    laws::lossless_is_what_comes_back(&text);
    for &scheme in Scheme::ALL {
        let (mut latin, mut arabic) = (String::new(), String::new());
        scheme.to_latin_into(&text, &mut latin);
        assert_eq!(latin, scheme.to_latin(&text));
        scheme.to_arabic_into(&text, &mut arabic);
        assert_eq!(arabic, scheme.to_arabic(&text));
    }
});
