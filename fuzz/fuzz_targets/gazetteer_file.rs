//! Gazetteer files, damaged and forged: refused or harmless.
#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use qawl::Gazetteer;
use qawl_fuzz::forged::{self, Forged};
use qawl_tests::laws;

#[derive(Arbitrary, Debug)]
enum Given {
    Forged(Forged, String),
    Bytes(Vec<u8>),
}

// "in the city of London, and to the United Nations, and the river Jordan 3, to a river, the king of Jordan"
const TEXT: &str = "في مدينة لندن وللأمم المتحدة ونهر الأردن 3، لنهر، ملك الأردن";

fuzz_target!(
    init: assert!(forged::sealing_is_understood(), "the checksum is another one"),
    |given: Given| {
        let (file, text) = match &given {
            Given::Forged(forged, text) => (&forged.file, text.as_str()),
            Given::Bytes(bytes) => (bytes, ""),
        };
        if let Ok(list) = Gazetteer::open(file) {
            laws::file_is_harmless(&list, TEXT);
            laws::file_is_harmless(&list, text);
        }
    }
);
