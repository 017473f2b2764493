//! Tables of stems: any bytes are refused or do no harm, and sound tables may say anything.
#![no_main]

use fst::raw::Builder;
use libfuzzer_sys::fuzz_target;
use qawl::Segmenter;
use qawl_fuzz::Drawn;

/// `qsg` and the version of the packing.
const TYPE: u64 = 0x71_73_67_02;

/// "and they will write it", "and to the government"
const WORDS: [&str; 2] = ["وسيكتبونها", "وللحكومة"];

fuzz_target!(|drawn: Drawn| {
    let mut choices = drawn.choices;
    let file = if choices.flag() { drawn.bytes.clone() } else { table(&drawn.bytes) };
    if let Ok(segmenter) = Segmenter::open(file) {
        for word in drawn.text().split_whitespace().take(8).chain(WORDS) {
            let segmentation = segmenter.segment(word);
            assert_eq!(segmentation.word(), word);
            assert!(segmenter.n_best(word, 8).contains(&segmentation));
        }
    }
});

/// A table whose keys and values are lines: three bytes of value, the rest key.
fn table(bytes: &[u8]) -> Vec<u8> {
    let entry = |line: &[u8]| {
        let (value, key) = line.split_at_checked(3)?;
        let value = value.iter().fold(0, |value, &byte| value << 8 | u64::from(byte));
        Some((key.to_vec(), value))
    };
    let mut entries: Vec<_> = bytes.split(|&byte| byte == b'\n').filter_map(entry).collect();
    entries.sort();
    entries.dedup_by(|one, other| one.0 == other.0);
    let mut builder = Builder::new_type(Vec::new(), TYPE).expect("memory");
    for (key, value) in entries {
        builder.insert(key, value).expect("sorted keys");
    }
    builder.into_inner().expect("memory")
}
