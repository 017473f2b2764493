//! Annotations from outside: they fit the text or are refused.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qawl::{OffsetUnit, Pipeline, QuoteOptions};
use qawl_fuzz::{Choices, Drawn};
use qawl_tests::laws;
use serde_json::Value;

static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| {
    let options = QuoteOptions::default().with_reasons().with_floating(5);
    Pipeline::builder().quote_options(options).build()
});

fuzz_target!(|drawn: Drawn| {
    let (mut choices, all) = (drawn.choices, drawn.text());
    match all.split_once('\0') {
        Some((text, written)) => laws::annotations_fit_or_are_refused(text, written),
        None => laws::annotations_fit_or_are_refused(&all, &forged(&all, &mut choices)),
    }
});

/// What is found in the text, with a few places changed.
fn forged(text: &str, choices: &mut Choices) -> String {
    let unit = choices.one_of(&[OffsetUnit::Bytes, OffsetUnit::Chars, OffsetUnit::Utf16]);
    let found = PIPELINE.annotate(text).offsets(unit);
    let mut written = serde_json::to_value(found).expect("JSON");
    for _ in 0..choices.below(4) {
        let (mut place, new) = (choices.below(256), choices.below(256));
        change(&mut written, &mut place, new);
    }
    written.to_string()
}

/// Changes the value with number `place`, where there are so many; counts down what it goes by.
fn change(value: &mut Value, place: &mut usize, new: usize) {
    let is_here = *place == 0;
    *place = place.wrapping_sub(1);
    match value {
        Value::Array(items) if is_here => drop(items.pop()),
        Value::Object(fields) if is_here => fields.retain(|_, field| !field.is_null()),
        _ if is_here => *value = new.into(),
        Value::Array(items) => items.iter_mut().for_each(|item| change(item, place, new)),
        Value::Object(fields) => fields.values_mut().for_each(|field| change(field, place, new)),
        _ => {}
    }
}
