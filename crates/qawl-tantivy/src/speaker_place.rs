//! Where a quote names its speaker.

use qawl::{Normalizer, Profile, Quote, Span, Speaker};

/// Spellings of one name: the source may write «احمد» where the name is «أحمد».
const SPELLINGS: Normalizer = Profile::SEARCH.normalizer();

/// The words at the quote that name the speaker, without titles; the whole phrase where none of them
/// does («الوزير», "the minister"), the reporting word where the subject is implied («وأضاف», "and he
/// added"), the quoted words where there is no such word.
pub(crate) fn of(text: &str, quote: &Quote, speaker: &Speaker) -> Option<Span> {
    let Some(source) = quote.source else {
        let cue = quote.cue.as_ref().map(|cue| cue.span);
        return cue.or_else(|| quote.content.first().copied());
    };
    match speaker.mention {
        Some(mention) if source.contains(mention) => Some(mention),
        _ => Some(named(text, source, &speaker.name).unwrap_or(source)),
    }
}

/// From the first to the last word of `source` that is a word of `name`.
fn named(text: &str, source: Span, name: &str) -> Option<Span> {
    let name = SPELLINGS.normalize(name);
    let is_part = |word: &Span| {
        let word = word.get(text).map(|word| SPELLINGS.normalize(word));
        word.is_some_and(|word| name.split(' ').any(|part| part == word))
    };
    let words = qawl::tokenize::words(source.get(text)?);
    let mut parts = words.map(|word| word.span.shift(source.start())).filter(is_part);
    let first = parts.next()?;
    Some(first.cover(parts.last().unwrap_or(first)))
}
