//! What becomes of damaged files.

use qawl_normalize::Profile;

use super::POLICIES;
use crate::checksum::checksum;
use crate::format::{COVERED, Layout, SECTIONS};
use crate::{Entry, Fuzzy, Gazetteer, GazetteerBuilder, Rule, When};

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
    let fuzzy = Fuzzy::default().one_edit_from(3).single_words();
    for found in gazetteer.find_fuzzy(text, &fuzzy) {
        assert!(found.found().span().get(text).is_some_and(|name| !name.is_empty()), "{found:?}");
    }
    gazetteer.lookup("لندان", &fuzzy).into_iter().for_each(drop); // London, misspelled
}

/// Makes the checksum of the automaton of words fit too, which stands at the end of its section.
fn seal_words(file: &mut [u8]) {
    let words = Layout::read(file).map(|layout| layout.words).unwrap();
    let (covered, sum) = file[words].split_last_chunk_mut::<4>().unwrap();
    *sum = masked_crc32c(covered).to_le_bytes();
}

/// The checksum of `fst`: CRC-32C, rotated and shifted.
fn masked_crc32c(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| (sum >> 1) ^ (0x82F6_3B78 * (sum & 1));
    let byte = |sum: u32, &byte: &u8| (0..8).fold(sum ^ u32::from(byte), step);
    let sum = !bytes.iter().fold(u32::MAX, byte);
    sum.rotate_right(15).wrapping_add(0xA282_EAD8)
}

/// Every other value of every byte of the automaton, with both checksums mended: what leads out of it is
/// refused, and what is read is walked without harm.
#[test]
fn no_false_automaton_panics() {
    let good = small();
    let words = Layout::read(&good).unwrap().words;
    let mut same = good.clone();
    seal_words(&mut same);
    assert_eq!(same, good);
    let (mut refused, mut read) = (0, 0);
    for place in words.start..words.end - 4 {
        for value in 0..=u8::MAX {
            let mut file = good.clone();
            file[place] = value;
            // The layout is read before the sums are, so the file is sealed from within.
            seal(&mut file);
            seal_words(&mut file);
            seal(&mut file);
            match Gazetteer::open(&file) {
                Ok(gazetteer) => {
                    read += 1;
                    assert_harmless(&gazetteer, "في لندان للامم المتحده"); // "in London, for the UN"
                }
                Err(error) => {
                    refused += 1;
                    assert_eq!(error.kind(), crate::OpenErrorKind::Content, "{error}");
                }
            }
        }
    }
    assert!(refused > read && read > 0, "{refused} refused, {read} read");
}

/// The length of every section at its most, and one less and one more than it is, with the checksum mended.
#[test]
fn no_false_length_opens() {
    for good in [small(), with_posting()] {
        for section in 0..SECTIONS {
            let place = COVERED + 4 + 4 * section;
            let (before, len) = good[..place + 4].split_last_chunk::<4>().unwrap();
            assert_eq!(before.len(), place);
            let len = u32::from_le_bytes(*len);
            for false_len in
                [u32::MAX, u32::MAX - 1, 1 << 31, len + 1, len.wrapping_sub(1), len ^ 4]
            {
                let mut file = good.clone();
                file[place..place + 4].copy_from_slice(&false_len.to_le_bytes());
                seal(&mut file);
                let error = Gazetteer::open(&file).unwrap_err();
                assert_eq!(error.kind(), crate::OpenErrorKind::Length, "{section}: {false_len}");
            }
        }
    }
}

/// A byte less here and one more there: the sum of the lengths is right.
#[test]
fn no_shifted_section_panics() {
    for good in [small(), with_posting()] {
        for section in 0..SECTIONS - 1 {
            for by in [1_u32, 4, 8, 12, 16] {
                let mut file = good.clone();
                for (at, by) in [(section, by), (section + 1, by.wrapping_neg())] {
                    let place = COVERED + 4 + 4 * at;
                    let len = file[place..].first_chunk_mut::<4>().unwrap();
                    *len = u32::from_le_bytes(*len).wrapping_add(by).to_le_bytes();
                }
                seal(&mut file);
                if let Ok(gazetteer) = Gazetteer::open(&file) {
                    assert_harmless(&gazetteer, "في لندن وللأمم المتحدة"); // "in London and for the UN"
                }
            }
        }
    }
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
