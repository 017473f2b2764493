//! What many threads find that share everything.

use std::sync::Arc;
use std::thread;

use qawl::{Entry, Gazetteer, GazetteerBuilder, Pipeline, Profile};
use qawl_quotes::{Attributor, QuoteOptions};
use qawl_tests::crowd::Shared;
use qawl_tests::hostile::{NEWS, TEXTS};
use qawl_tests::workspace;

const THREADS: usize = 16;

/// Our samples, a page of news and what is made to be slow, some kilobytes each.
fn texts() -> Vec<String> {
    let samples = workspace::samples().into_iter().map(|(_, text)| text);
    let hostile = TEXTS.iter().map(|text| text.of_len(2 << 10));
    samples.chain([NEWS.of_len(8 << 10)]).chain(hostile).collect()
}

#[test]
fn sixteen_threads_find_what_one_finds() {
    let entries = [("سامي حداد", "person"), ("مدينة السدود", "city")]; // Sami Haddad, the City of Dams
    let entries = entries.map(|(name, kind)| Entry::new(name, kind));
    let list = GazetteerBuilder::new(Profile::SEARCH).entries(entries).build().unwrap();
    let list: Arc<[u8]> = list.into();
    let open = || Gazetteer::open(Arc::clone(&list)).unwrap();
    let build = || {
        let options = QuoteOptions::default().with_reasons();
        let pipeline = Pipeline::builder().gazetteer(open()).quote_options(options).build();
        Shared { pipeline, gazetteer: open() }
    };
    let texts = texts();
    // One by one, with nothing that an earlier text left behind.
    let alone: Vec<String> = texts.iter().map(|text| build().found(text)).collect();
    let shared = build();
    shared.compare(&texts, &alone, THREADS);
    // And a clone of what was in use.
    shared.clone().compare(&texts, &alone, 2);
}

/// What an attributor keeps of the words of earlier texts is shared, grows, and begins anew: no quote
/// depends on it.
#[test]
fn spellings_that_are_kept_change_no_quote() {
    let many = TEXTS.iter().find(|text| text.name == "words all different").unwrap();
    let report = "وقال الوزير سامي حداد إن العمل انتهى. "; // "Minister Sami Haddad said that the work has ended."
    // Enough new words that the table is given up behind it, and few enough that it grows.
    let texts: Vec<String> = [3 << 20, 200 << 10, 20 << 10, 0]
        .map(|len| report.to_owned() + &many.of_len(len) + report)
        .into();
    let alone: Vec<_> = texts.iter().map(|text| qawl_quotes::quotes(text, &[])).collect();
    assert!(alone.iter().all(|quotes| quotes.len() == 2));
    let attributor = Attributor::default();
    thread::scope(|scope| {
        for number in 0..THREADS {
            let (attributor, texts, alone) = (&attributor, &texts, &alone);
            scope.spawn(move || {
                // One thread alone reads the text that takes long.
                for round in usize::from(number > 0)..12 {
                    let at = if round == 0 { 0 } else { 1 + (number + round) % 3 };
                    assert_eq!(
                        attributor.attribute(&texts[at], &[]),
                        alone[at],
                        "{number} {round}"
                    );
                }
            });
        }
    });
}
