//! Alignments of any edits, and those that come from outside; offsets in other units.
#![no_main]

use arbitrary::{Arbitrary, Unstructured};
use libfuzzer_sys::fuzz_target;
use qawl::{Alignment, AlignmentBuilder, OffsetMap, OffsetUnit, Span};
use qawl_fuzz::Drawn;
use qawl_tests::laws;

#[derive(Arbitrary, Debug)]
enum Edit {
    Keep(u8),
    Replace(u8, u8),
    Delete(u8),
    Insert(u8),
    Block { len: u8, starts: u64, kept: u64 },
}

impl Edit {
    fn write(&self, builder: &mut AlignmentBuilder) {
        match *self {
            Self::Keep(len) => builder.keep(len.into()),
            Self::Replace(source, result) => builder.replace(source.into(), result.into()),
            Self::Delete(len) => builder.delete(len.into()),
            Self::Insert(len) => builder.insert(len.into()),
            Self::Block { len, starts, kept } => builder.block(len.into(), starts, kept),
        }
    }
}

fuzz_target!(|drawn: Drawn| {
    let (mut choices, text) = (drawn.choices, drawn.text());
    offsets(&text, [choices.below(256), choices.below(256)]);
    if choices.flag() {
        return written(&text);
    }
    let Ok(edits) = Vec::<Edit>::arbitrary(&mut Unstructured::new(&drawn.bytes)) else { return };
    let mut builder = AlignmentBuilder::new();
    edits.iter().take(64).for_each(|edit| edit.write(&mut builder));
    let built = builder.finish();
    covers(&built);
    let again = serde_json::to_string(&built).expect("numbers");
    assert_eq!(serde_json::from_str::<Alignment>(&again).ok().as_ref(), Some(&built), "{again}");
});

/// An alignment from outside fits its lengths or is refused.
fn written(json: &str) {
    let Ok(read) = serde_json::from_str::<Alignment>(json) else { return };
    if read.original_len().max(read.normalized_len()) < 1 << 12 {
        covers(&read);
    }
}

fn covers(map: &Alignment) {
    let (source, result) = ("s".repeat(map.original_len()), "r".repeat(map.normalized_len()));
    laws::alignment_covers(&source, &result, map);
    assert_eq!(&Alignment::identity(source.len()).compose(map), map);
}

/// Places in the middle of characters and behind the end become places of the text.
fn offsets(text: &str, mut places: [usize; 2]) {
    places.sort_unstable();
    let ([start, end], map) = (places, OffsetMap::new(text));
    for unit in [OffsetUnit::Chars, OffsetUnit::Utf16] {
        let bytes = map.from_unit(start..end, unit);
        assert!(bytes.get(text).is_some(), "{bytes:?} of {text:?}");
        let [_, _] = [map.to_chars(Span::new(start, end)), map.to_utf16(Span::new(start, end))];
    }
    let [start, end] = places.map(|place| text.floor_char_boundary(place.min(text.len())));
    laws::offsets_count_what_std_counts(text, Span::new(start, end));
}
