//! What stands beside the text: who said what, and the names.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use maud::{Markup, html};
use qawl::quotes::SpeakerEntry;
use qawl::{Document, Quote};

use crate::formats::html::article::marked_speakers;
use crate::formats::html::direction::is_left_to_right;
use crate::formats::html::shown::Shown;
use crate::formats::html::terms;

/// How many letters of a stretch the list shows at most: quotes that never close, each in the other,
/// would fill it with the square of the text.
const WORDS: usize = 2000;

/// The speakers in the order of their first words, each with all that is theirs; what is nobody's
/// stands last.
pub(super) fn speakers(document: &Document<'_>) -> Markup {
    let quotes = document.quotes();
    let unknown: Vec<&Quote> = quotes.iter().filter(|quote| quote.speaker.is_none()).collect();
    let marked = marked_speakers(document);
    html! {
        @for (number, entry) in (1..).zip(&document.speakers()) {
            section.who data-w=(number) {
                (head(Some(number).filter(|number| marked.contains(number)), entry))
                @let own: Vec<&Quote> =
                    entry.quotes.iter().filter_map(|&number| numbered(quotes, number)).collect();
                (said(document, &own))
            }
        }
        @if !unknown.is_empty() {
            section.who {
                h3 { (terms::UNKNOWN_SPEAKER) " " (count(unknown.len())) }
                (said(document, &unknown))
            }
        }
    }
}

/// Quotes are numbered from 1 in their order.
fn numbered(quotes: &[Quote], number: usize) -> Option<&Quote> {
    quotes.get(number.checked_sub(1)?)
}

/// A speaker's name, which leads to its place in the text where that has the number, and titles.
fn head(number: Option<usize>, entry: &SpeakerEntry) -> Markup {
    html! {
        h3 {
            @if let Some(number) = number {
                a href={ "#w" (number) } { bdi { (Shown(&entry.name)) } }
            } @else {
                bdi { (Shown(&entry.name)) }
            }
            " " (count(entry.quotes.len()))
        }
        @if !entry.titles.is_empty() {
            p.titles {
                @for (index, title) in entry.titles.iter().enumerate() {
                    @if index > 0 { "، " }
                    bdi { (Shown(title)) }
                }
            }
        }
    }
}

/// How many there are, beside what is counted.
pub(super) fn count(number: usize) -> Markup {
    html! { span.count { (number) } }
}

fn said(document: &Document<'_>, quotes: &[&Quote]) -> Markup {
    html! {
        ol {
            @for quote in quotes {
                li id={ "s" (quote.id) } data-q=(quote.id) class=(quote.kind.as_str()) {
                    a.said href={ "#q" (quote.id) } { span.number { (quote.id) } " " (words(document.text(), quote)) }
                    (details(quote, quote.within.and_then(|outer| numbered(document.quotes(), outer))))
                }
            }
        }
    }
}

/// The words of a quote, with U+2026 HORIZONTAL ELLIPSIS where others stand between and where they
/// are too many: the whole of them is in the text.
fn words(text: &str, quote: &Quote) -> Markup {
    html! {
        @for (index, span) in quote.content.iter().enumerate() {
            @let words = span.get(text).unwrap_or_default();
            @let end = words.char_indices().nth(WORDS).map(|(end, _)| end);
            @if index > 0 { " \u{2026} " }
            bdi dir=(if is_left_to_right(words) { "ltr" } else { "rtl" }) {
                (Shown(end.and_then(|end| words.get(..end)).unwrap_or(words)))
                @if end.is_some() { "\u{2026}" }
            }
        }
    }
}

/// All that is known of a quote; `outer` is the one in whose words it stands.
fn details(quote: &Quote, outer: Option<&Quote>) -> Markup {
    let kind = terms::kind(quote.kind);
    let share = terms::percent(quote.confidence);
    html! {
        details {
            summary { (kind) "، " (terms::CONFIDENCE) " " (share) }
            dl {
                dt { (terms::KIND) }
                dd { (kind) " " (latin(quote.kind.as_str())) }
                dt { (terms::RULE) }
                dd { (terms::rule(quote.rule)) " " (latin(quote.rule.as_str())) }
                dt { (terms::CONFIDENCE) }
                dd { (share) }
                dt { (terms::MARKS) }
                dd { (terms::balance(quote.balance)) " " (latin(quote.balance.as_str())) }
                @if let Some(cue) = &quote.cue {
                    dt { (terms::CUE) }
                    dd { bdi { (Shown(&cue.lemma)) } " " (latin(cue.act.as_str())) }
                }
                @if let Some(speaker) = &quote.speaker {
                    dt { (terms::SPEAKER) }
                    dd { (terms::resolution(speaker.how)) }
                }
                @if let Some(Quote { id, .. }) = outer {
                    dt { (terms::WITHIN) }
                    dd { a href={ "#q" (id) } { (id) } }
                }
            }
        }
    }
}

/// A name of the output formats, beside the Arabic word for it.
pub(super) fn latin(name: &str) -> Markup {
    html! { span.latin lang="en" dir="ltr" { (name) } }
}

/// The names by type, the most frequent first.
pub(super) fn names(document: &Document<'_>) -> Markup {
    let mut types: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for mention in document.mentions() {
        *types.entry(&mention.kind).or_default().entry(&mention.name).or_default() += 1;
    }
    html! {
        @for (kind, names) in types {
            h3 { bdi { (Shown(terms::name_type(kind).arabic)) } " " (latin(kind)) }
            p.names { (listed(names)) }
        }
    }
}

fn listed(names: BTreeMap<&str, usize>) -> Markup {
    let mut names: Vec<(&str, usize)> = names.into_iter().collect();
    names.sort_by_key(|&(_, count)| Reverse(count));
    html! {
        @for (index, (name, number)) in names.into_iter().enumerate() {
            @if index > 0 { "، " }
            bdi { (Shown(name)) }
            @if number > 1 { " " (count(number)) }
        }
    }
}
