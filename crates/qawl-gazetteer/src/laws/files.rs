//! What becomes of damaged files.

use qawl_normalize::Profile;

use super::POLICIES;
use crate::checksum::checksum;
use crate::format::COVERED;
use crate::{Entry, Gazetteer, GazetteerBuilder, Rule, When};

/// A list with a name of two words and a rule.
pub(super) fn small() -> Vec<u8> {
    GazetteerBuilder::new(Profile::SEARCH)
        .add(Entry::new("الأمم المتحدة", "organization").id("Q1065")) // the United Nations
        .add(Entry::new("لندن", "city").canonical("لندن الكبرى").payload("[1]")) // London, Greater London
        .remove(&Entry::new("باريس", "city").id("Q90")) // Paris
        .rule(Rule::new("city", When::Before("مدينة".into()))) // city
        .build()
        .unwrap()
}

/// One with several entries of a name, flags and more rules.
fn with_posting() -> Vec<u8> {
    GazetteerBuilder::new(Profile::SEARCH)
        .add(Entry::new("الأردن", "country").flags(crate::Flags::default().no_clitic())) // Jordan
        .add(Entry::new("الأردن", "river")) // the Jordan
        .add(Entry::new("نهر الأردن", "river").id("Q40059")) // the river Jordan
        .rule(Rule::new("country", When::Rank(1)))
        .rule(Rule::new("river", When::NotBefore("ملك".into()))) // king
        .rule(Rule::new("river", When::Number))
        .build()
        .unwrap()
}

/// Every length but the right one, shorter and longer.
#[test]
fn no_cut_of_a_file_opens() {
    for file in [small(), with_posting()] {
        for len in 0..file.len() {
            assert!(Gazetteer::open(&file[..len]).is_err(), "{len} bytes");
        }
        for more in [&[0][..], &[0xFF], &[0; 4], &[1; 64], &file] {
            assert!(Gazetteer::open([&file[..], more].concat()).is_err(), "{} more", more.len());
        }
    }
}

/// Every other value of every byte.
#[test]
fn no_changed_byte_opens() {
    for mut file in [small(), with_posting()] {
        for place in 0..file.len() {
            for change in 1..=0xFF {
                file[place] ^= change;
                assert!(Gazetteer::open(&file).is_err(), "byte {place} changed by {change:#x}");
                file[place] ^= change;
            }
        }
        assert!(Gazetteer::open(&file).is_ok());
    }
}

/// Makes the checksum fit.
fn seal(file: &mut [u8]) {
    let sum = checksum(&file[COVERED..]).to_le_bytes();
    file[COVERED - 8..COVERED].copy_from_slice(&sum);
}

/// Files whose checksum fits, as a careless writer might make them: refused or read, no panic.
#[test]
fn no_false_file_panics() {
    let text = "في مدينة لندن وللأمم المتحدة ونهر الأردن 3، لنهر، ملك الأردن";
    for file in [small(), with_posting()] {
        for place in COVERED..file.len() {
            for change in [1, 2, 4, 0x80, 0x7F, 0xFF] {
                let mut file = file.clone();
                file[place] ^= change;
                seal(&mut file);
                if let Ok(gazetteer) = Gazetteer::open(&file) {
                    assert_harmless(&gazetteer, text);
                }
            }
        }
    }
}

/// Whatever can be asked is answered, with spans of the text.
fn assert_harmless<D: AsRef<[u8]>>(gazetteer: &Gazetteer<D>, text: &str) {
    for policy in POLICIES {
        let search = gazetteer.search().policy(policy).without_names(["لندن"]); // London
        for mention in search.mentions(text).iter().chain(&gazetteer.mentions(text)) {
            assert!(mention.span.get(text).is_some_and(|name| !name.is_empty()), "{mention:?}");
        }
    }
    assert!(gazetteer.entries().count() == gazetteer.len());
    gazetteer.entries().for_each(|entry| drop(entry.to_entry()));
    gazetteer.rules().for_each(drop);
}

#[test]
fn errors_say_what_is_wrong() {
    let file = small();
    let message = |file: &[u8]| Gazetteer::open(file).unwrap_err().to_string();
    let mut other = file.clone();
    other[8] = 9;
    assert_eq!(message(&other), "the gazetteer file has format 9, this program reads format 4");
    assert_eq!(message(&file[..20]), "the gazetteer file ends in its header");
    let mut other = file.clone();
    other[COVERED] = 7;
    seal(&mut other);
    assert!(message(&other).starts_with("the gazetteer was folded by version 7 of the profile"));
}
