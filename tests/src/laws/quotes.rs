//! Quotes refer to the text and to each other.

use qawl_core::Span;
use qawl_quotes::Quote;

/// Spans cut something out of the text, numbers run from 1, a quote stands in another one and not,
/// by any way, in itself.
pub fn quotes_are_sound(text: &str, quotes: &[Quote]) {
    for (index, quote) in quotes.iter().enumerate() {
        assert_eq!(quote.id, index + 1, "{quote:?}");
        assert!(!quote.content.is_empty(), "{quote:?}");
        for span in spans(quote) {
            assert!(span.get(text).is_some_and(|cut| !cut.is_empty()), "{span:?} {quote:?}");
        }
        assert!(quote.content.is_sorted_by(|one, next| one.end() <= next.start()), "{quote:?}");
        assert!((0.0..=1.0).contains(&quote.confidence), "{quote:?}");
        assert!(quote.speaker.as_ref().is_none_or(|speaker| !speaker.name.is_empty()), "{quote:?}");
        assert_nesting_ends(quote, quotes);
    }
}

fn spans(quote: &Quote) -> impl Iterator<Item = Span> {
    let cue = quote.cue.iter().map(|cue| cue.span);
    quote.content.iter().copied().chain(cue).chain(quote.source)
}

fn assert_nesting_ends(quote: &Quote, quotes: &[Quote]) {
    let mut outer = quote.within;
    for _ in 0..=quotes.len() {
        let Some(id) = outer else { return };
        let within = id.checked_sub(1).and_then(|index| quotes.get(index));
        outer = within.unwrap_or_else(|| panic!("no quote {id}: {quote:?}")).within;
    }
    panic!("quote {} stands in itself", quote.id);
}
