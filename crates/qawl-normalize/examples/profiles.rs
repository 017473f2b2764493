//! What each profile makes of one careless line, and what it changed.
//!
//! `cargo run -p qawl-normalize --example profiles`

use qawl_normalize::Profile;

/// "Ahmad went to the school in Riyadh, on the 3rd", with ARABIC SHADDA, ARABIC KASRA and ARABIC
/// TATWEEL.
const TEXT: &str = "ذهب أحمد إلى المدر\u{0640}سة في الر\u{0651}\u{0650}ياض يوم ٣";

fn main() {
    println!("{:<13} {TEXT}", "");
    for profile in Profile::ALL {
        let normalizer = profile.normalizer();
        println!("{:<13} {}", profile.name(), normalizer.normalize(TEXT));
        println!("{:<13} {}", "", normalizer.changes(TEXT));
    }
}

#[test]
fn runs() {
    main();
    assert!(Profile::SEARCH.normalizer().normalize(TEXT).starts_with("ذهب احمد الي المدرسه"));
}
