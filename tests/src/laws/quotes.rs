//! Quotes refer to the text and to each other.

use std::sync::LazyLock;

use qawl_core::{Mention, Span};
use qawl_quotes::{
    Attributor, Balance, CueList, Quote, QuoteOptions, Speakers, TitleList, Unclosed,
};

use crate::workspace;

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
    let mention = quote.speaker.iter().filter_map(|speaker| speaker.mention);
    let candidates = quote.why.iter().flat_map(|why| &why.candidates).map(|c| c.span);
    quote.content.iter().copied().chain(cue).chain(quote.source).chain(mention).chain(candidates)
}

/// Options choose among quotes, end them earlier, add quotations or say why; they change nothing else.
pub fn options_only_choose(text: &str, mentions: &[Mention<'_>]) {
    let with = |options| Attributor::new(options).attribute(text, mentions);
    let plain = with(QuoteOptions::default());
    let mut explained = with(QuoteOptions::default().with_reasons());
    quotes_are_sound(text, &explained);
    assert!(explained.iter().all(|quote| quote.why.is_some()));
    explained.iter_mut().for_each(|quote| quote.why = None);
    assert_eq!(explained, plain);

    for refused in Attributor::default().refused(text, mentions, &plain) {
        assert!(refused.span.get(text).is_some_and(|cut| !cut.is_empty()), "{refused:?}");
        let mut contents = plain.iter().flat_map(|quote| &quote.content);
        assert!(!contents.any(|span| span.overlaps(refused.span)), "{refused:?}");
    }

    let floating = with(QuoteOptions::default().with_floating(5));
    quotes_are_sound(text, &floating);
    let contents = |quotes: &[Quote]| -> Vec<Vec<Span>> {
        let told = quotes.iter().filter(|quote| !quote.is_floating());
        told.map(|quote| quote.content.clone()).collect()
    };
    assert_eq!(contents(&floating), contents(&plain));
    for float in floating.iter().filter(|quote| quote.is_floating()) {
        assert!(float.cue.is_none() && float.speaker.is_some(), "{float:?}");
        let others = floating.iter().filter(|quote| quote.id != float.id);
        let meets = |span: &Span| float.content.iter().any(|own| own.overlaps(*span));
        assert!(!others.flat_map(|quote| &quote.content).any(meets), "{float:?}");
    }

    for unclosed in [Unclosed::ToSentence, Unclosed::Drop] {
        let quotes = with(QuoteOptions::default().with_unclosed(unclosed));
        quotes_are_sound(text, &quotes);
        assert!(quotes.len() <= plain.len());
    }
}

/// Knows no words of its own.
static NONE: LazyLock<Attributor> =
    LazyLock::new(|| Attributor::default().with_cues(CueList::new()).with_titles(TitleList::new()));

/// Was given the built-in reporting verbs and titles again.
static AGAIN: LazyLock<Attributor> = LazyLock::new(|| {
    let list = |name: &str| workspace::read(&workspace::root().join("data/quotes").join(name));
    let cues = CueList::from_tsv(&list("cues.tsv")).unwrap();
    // Of longer titles the tables take no notice, a caller's list takes their first words.
    let titles = list("titles.tsv");
    let single = titles.lines().filter(|line| line.starts_with('#') || !line.contains(' '));
    let titles = TitleList::from_tsv(&single.collect::<Vec<_>>().join("\n")).unwrap();
    assert!(cues.len() > 250 && titles.len() > 1500);
    Attributor::default().with_cues(cues).with_titles(titles)
});

/// Empty lists of a caller's change nothing, nor do lists of what is known already.
pub fn known_words_given_again_change_nothing(text: &str, mentions: &[Mention<'_>]) {
    let plain = qawl_quotes::quotes(text, mentions);
    for own in [&*NONE, &*AGAIN] {
        assert_eq!(own.attribute(text, mentions), plain, "{text:?}");
    }
}

/// Each quote with a speaker belongs to one speaker, whose mentions are places in order.
pub fn speakers_have_their_quotes(text: &str, quotes: &[Quote]) {
    let speakers = Speakers::new(text, quotes);
    let mut numbers: Vec<usize> = speakers.iter().flat_map(|s| s.quotes.iter().copied()).collect();
    numbers.sort_unstable();
    let spoken = quotes.iter().filter(|quote| quote.speaker.is_some()).map(|quote| quote.id);
    assert!(spoken.eq(numbers));
    for speaker in &speakers {
        assert!(!speaker.quotes.is_empty() && speaker.mentions.is_sorted_by_key(|s| s.start()));
        assert!(speaker.mentions.iter().all(|span| span.get(text).is_some()), "{speaker:?}");
    }
}

/// Closed paragraphs behind a text change nothing of what was found in it: neither what was said nor where
/// it is reported. Who said it may be told better further down.
pub fn what_follows_changes_no_span(text: &str, more: &str) {
    let quotes = |text: &str| qawl_quotes::quotes(text, &[]);
    let all = quotes(&format!("{text}\n{more}"));
    let before = quotes(text);
    if before.iter().chain(&quotes(more)).any(|quote| quote.balance == Balance::Unclosed) {
        return;
    }
    let places = |quote: &Quote| (quote.content.clone(), quote.cue.as_ref().map(|cue| cue.span));
    for quote in &before {
        let is_there = all.iter().any(|other| places(other) == places(quote));
        assert!(is_there, "{text:?} before {more:?}: {quote:?}\n{all:#?}");
    }
}

/// What quotes say is disjoint, but for quotes within quotes.
pub fn quotes_overlap_only_nested(quotes: &[Quote]) {
    let outer = |quote: &Quote| quote.within.and_then(|id| quotes.get(id.checked_sub(1)?));
    let stands_in = |inner: &Quote, id| {
        std::iter::successors(outer(inner), |quote| outer(quote)).any(|quote| quote.id == id)
    };
    for (index, one) in quotes.iter().enumerate() {
        for other in quotes.iter().skip(index + 1) {
            let overlap =
                |a: &Span| other.content.iter().any(|b| a.start() < b.end() && b.start() < a.end());
            let nested = stands_in(one, other.id) || stands_in(other, one.id);
            assert!(nested || !one.content.iter().any(overlap), "{one:?}\n{other:?}");
        }
    }
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
