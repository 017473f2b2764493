//! An article from one layer to the next: its sentences, the names in each, the quotes in each, and
//! then all speakers with what each said.
//!
//! `cargo run -p qawl --example article`

use qawl::Document;

/// "Baghdad's mayor, the engineer Sami Haddad, announced that the bridge will open on Thursday, and
/// said: 'We waited two years.' The municipality confirmed that work is finished. The bridge is 300
/// metres long."
const TEXT: &str = "أعلن أمين بغداد المهندس سامي حداد أن الجسر سيفتح يوم الخميس، وقال: «انتظرنا عامين». \
    وأكدت البلدية أن العمل انتهى. ويبلغ طول الجسر 300 متر.";

fn main() {
    let document = qawl::annotate(TEXT);
    for &sentence in document.sentences() {
        println!("{}", document.text_of(sentence));
        for mention in document.mentions_in(sentence) {
            println!("    name   {} ({})", document.text_of(mention.span), mention.kind);
        }
        for quote in document.quotes_in(sentence) {
            println!("    quote  {}", words(&document, quote.id));
        }
    }
    println!();
    for speaker in &document.speakers() {
        println!("{} {:?}", speaker.name, speaker.titles);
        for quote in document.quotes_by(speaker) {
            println!("    {}", words(&document, quote.id));
        }
    }
}

fn words(document: &Document<'_>, number: usize) -> String {
    let quote = document.quote(number);
    let words = quote.map(|quote| document.words_of(quote).collect::<Vec<_>>());
    words.unwrap_or_default().join(" … ")
}

#[test]
fn runs() {
    main();
    let document = qawl::annotate(TEXT);
    let counts = document.sentences().iter().map(|&sentence| document.quotes_in(sentence).len());
    assert_eq!(counts.collect::<Vec<_>>(), [2, 1, 0]);
    assert_eq!(document.speakers().len(), 2);
}
