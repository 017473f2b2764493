//! A few words in every scheme, and how sure each cut is.
//!
//! `cargo run -p qawl-segment --example schemes`

use qawl_segment::{Form, Scheme, Segmenter};

/// "and they will write it", "and to the government", "and in her school", "minister", "their
/// teachers"
const WORDS: [&str; 5] = ["وسيكتبونها", "وللحكومة", "وبمدرستها", "وزير", "معلميهم"];

fn main() {
    let segmenter = Segmenter::embedded();
    for word in WORDS {
        let cut = segmenter.segment(word);
        let schemes = Scheme::ALL
            .map(|scheme| format!("{}: {}", scheme.as_str(), cut.plus(scheme, Form::Restored)));
        println!("{word}\t{}\tmargin {:.1}", schemes.join("\t"), cut.margin());
    }
}

#[test]
fn runs() {
    main();
    let cut = Segmenter::embedded().segment(WORDS[2]);
    assert_eq!(cut.plus(Scheme::D3, Form::Restored).to_string(), "و+ب+مدرسة+ها");
}
