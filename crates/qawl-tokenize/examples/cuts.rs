//! One post, cut by the rules for news, by those for posts, and by Unicode's.
//!
//! `cargo run -p qawl-tokenize --example cuts`

use qawl_tokenize::{TokenKind, Tokenizer, sentences};

/// "Dr. Salem arrived!!! See example.org :) AFP's figures: 3.5 million. #date_season"
const TEXT: &str = "وصل د. سالم!!! انظر example.org :) أرقام أ.ف.ب: ٣٫٥ ملايين. #موسم_التمور";

fn main() {
    for (name, tokenizer) in
        [("NEWS", Tokenizer::NEWS), ("SOCIAL", Tokenizer::SOCIAL), ("UAX29", Tokenizer::UAX29)]
    {
        println!("{name:<8} {}", pieces(tokenizer).join(" | "));
    }
    for sentence in sentences(TEXT).filter_map(|sentence| sentence.span.get(TEXT)) {
        println!("sentence {sentence}");
    }
}

fn pieces(tokenizer: Tokenizer) -> Vec<&'static str> {
    let tokens = tokenizer.tokens(TEXT).filter(|token| token.kind != TokenKind::Space);
    tokens.filter_map(|token| token.span.get(TEXT)).collect()
}

#[test]
fn runs() {
    main();
    assert!(pieces(Tokenizer::NEWS).contains(&"أ.ف.ب"));
    assert!(pieces(Tokenizer::SOCIAL).contains(&"!!!"));
    assert!(pieces(Tokenizer::UAX29).contains(&"موسم_التمور"));
}
