//! Who said what in a short article, and why that speaker.
//!
//! `cargo run -p qawl-quotes --example who_said_what`

use qawl_quotes::{Attributor, Quote, QuoteOptions};

/// "The ministry's spokeswoman Layla Mansour said that the bridge would open on Thursday. She added:
/// 'We will not be late.' The engineer Sami Haddad, for his part, confirmed that work is finished."
const TEXT: &str = "قالت المتحدثة باسم الوزارة ليلى منصور إن الجسر سيفتح يوم الخميس. وأضافت: «لن نتأخر». \
    من جانبه أكد المهندس سامي حداد أن العمل انتهى.";

fn main() {
    for quote in found() {
        let speaker = quote.speaker.as_ref().map_or("?", |speaker| &speaker.name);
        println!("{speaker} ({}, rule {})", quote.kind.as_str(), quote.rule.as_str());
        for words in quote.content.iter().filter_map(|span| span.get(TEXT)) {
            println!("    {words}");
        }
        for candidate in quote.why.iter().flat_map(|why| &why.candidates) {
            let (place, verdict) = (candidate.place.as_str(), candidate.verdict.as_str());
            println!("    - {}: {place}, {verdict}", candidate.name);
        }
    }
}

fn found() -> Vec<Quote> {
    Attributor::new(QuoteOptions::default().with_reasons()).attribute(TEXT, &[])
}

#[test]
fn runs() {
    main();
    let speakers: Vec<_> = found().into_iter().filter_map(|quote| quote.speaker).collect();
    let names: Vec<_> = speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    assert_eq!(names, ["ليلى منصور", "ليلى منصور", "سامي حداد"]);
}
