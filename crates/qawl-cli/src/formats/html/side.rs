//! What stands beside the text: who said what, and the names.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};
use qawl::quotes::SpeakerEntry;
use qawl::{Document, Quote};

use crate::formats::html::article::marked_speakers;
use crate::formats::html::depth::marked_quotes;
use crate::formats::html::direction::is_left_to_right;
use crate::formats::html::shown::Shown;
use crate::formats::html::terms;

/// How many letters of a stretch the list shows at most.
const WORDS: usize = 2000;
/// How many of a quote that stands too deep to be marked, whose words are also those of quotes around it:
/// quotes that never close would fill the list with the square of the text.
const DEEP_WORDS: usize = 100;

/// The speakers in the order of their first words, each with all that is theirs; what is nobody's
/// stands last.
pub(super) fn speakers(document: &Document<'_>) -> Markup {
    let quotes = document.quotes();
    let unknown: Vec<&Quote> = quotes.iter().filter(|quote| quote.speaker.is_none()).collect();
    let marked = marked_speakers(document);
    let list = List { document, marked: marked_quotes(quotes) };
    html! {
        @for (number, entry) in (1..).zip(&document.speakers()) {
            section.who data-w=(number) {
                (head(Some(number).filter(|number| marked.contains(number)), entry))
                (list.said(&document.quotes_by(entry).collect::<Vec<_>>()))
            }
        }
        @if !unknown.is_empty() {
            section.who {
                h3 { (terms::UNKNOWN_SPEAKER) " " (count(unknown.len())) }
                (list.said(&unknown))
            }
        }
    }
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

/// The quotes, each with what is known of it.
struct List<'d> {
    document: &'d Document<'d>,
    /// Those that can be led to in the text.
    marked: BTreeSet<usize>,
}

impl List<'_> {
    fn said(&self, quotes: &[&Quote]) -> Markup {
        html! {
            ol {
                @for quote in quotes {
                    li id={ "s" (quote.id) } data-q=(quote.id) class=(quote.kind.as_str()) {
                        @if self.marked.contains(&quote.id) {
                            a.said href={ "#q" (quote.id) } { (self.words(quote, WORDS)) }
                        } @else {
                            span.said { (self.words(quote, DEEP_WORDS)) }
                        }
                        (self.details(quote))
                    }
                }
            }
        }
    }

    /// The number and the words of a quote, with U+2026 HORIZONTAL ELLIPSIS where others stand between and
    /// where they are too many: the whole of them is in the text.
    fn words(&self, quote: &Quote, most: usize) -> Markup {
        html! {
            span.number { (quote.id) } " "
            @for (index, span) in quote.content.iter().enumerate() {
                @let words = self.document.text_of(*span);
                @let end = words.char_indices().nth(most).map(|(end, _)| end);
                @if index > 0 { " \u{2026} " }
                bdi dir=(if is_left_to_right(words) { "ltr" } else { "rtl" }) {
                    (Shown(end.and_then(|end| words.get(..end)).unwrap_or(words)))
                    @if end.is_some() { "\u{2026}" }
                }
            }
        }
    }

    /// All that is known of a quote.
    fn details(&self, quote: &Quote) -> Markup {
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
                    @if let Some(outer) = quote.within {
                        dt { (terms::WITHIN) }
                        dd {
                            @if self.marked.contains(&outer) {
                                a href={ "#q" (outer) } { (outer) }
                            } @else {
                                (outer)
                            }
                        }
                    }
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
