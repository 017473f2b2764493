//! One place in a text, as Rust, Python and JavaScript count it.
//!
//! `cargo run -p qawl-core --example offsets`

use qawl_core::{OffsetMap, Span};

fn main() {
    let text = "👍 قال الوزير: «Yes»"; // "the minister said: 'Yes'"
    let map = OffsetMap::new(text);
    println!("{:<10} {:<10} {:<10} text", "bytes", "chars", "utf16");
    let mut start = 0;
    for word in text.split_inclusive(' ') {
        println!("{}", row(&map, text, Span::new(start, start + word.trim_end().len())));
        start += word.len();
    }
}

fn row(map: &OffsetMap<'_>, text: &str, span: Span) -> String {
    let units = [span.range(), map.to_chars(span), map.to_utf16(span)];
    let units = units.map(|range| format!("{range:?}"));
    format!("{:<10} {:<10} {:<10} {}", units[0], units[1], units[2], span.get(text).unwrap_or(""))
}

#[test]
fn runs() {
    main();
    let text = "👍 نعم"; // "yes"
    let row = row(&OffsetMap::new(text), text, Span::new(5, 11));
    assert_eq!(row, "5..11      2..5       3..6       نعم");
}
