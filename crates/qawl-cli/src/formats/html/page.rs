//! The page of a document.

use maud::{Markup, PreEscaped, html};
use qawl::{Document, QuoteKind};

use crate::formats::Layers;
use crate::formats::flat::Isolated;
use crate::formats::html::article::article;
use crate::formats::html::frame::{CLOSING, opening};
use crate::formats::html::shown::Shown;
use crate::formats::html::side::{self, count, latin};
use crate::formats::html::terms::{self, Colour};
use crate::formats::text::beginning;

/// What the page can do beyond links.
const SCRIPT: &str = include_str!("page.js");
pub(super) const KINDS: [QuoteKind; 3] = [QuoteKind::Direct, QuoteKind::Indirect, QuoteKind::Mixed];

/// The whole page of a document.
pub(super) fn page(
    id: &str,
    document: &Document<'_>,
    layers: Layers,
    index: Option<&str>,
) -> String {
    let body = html! {
        (header(id, document, layers, index))
        main {
            article { (article(document, layers)) }
            aside #said aria-labelledby="who-said-what" {
                h2 #who-said-what { (terms::WHO_SAID_WHAT) }
                @if document.quotes().is_empty() { p { (terms::NO_QUOTES) } }
                (side::speakers(document))
                @if layers == Layers::All && !document.mentions().is_empty() {
                    details.all-names {
                        summary { (terms::NAMES) " " (count(document.mentions().len())) }
                        (side::names(document))
                    }
                }
            }
        }
        script { (PreEscaped(SCRIPT)) }
    };
    format!("{}{}{CLOSING}", opening(&title(id, document)), body.into_string())
}

/// The first words of a document, or its id where it has none.
fn title(id: &str, document: &Document<'_>) -> String {
    Isolated(&first_words(document).unwrap_or_else(|| id.to_owned())).to_string()
}

pub(super) fn first_words(document: &Document<'_>) -> Option<String> {
    document.sentences().first().and_then(|span| span.get(document.text())).map(beginning)
}

fn header(id: &str, document: &Document<'_>, layers: Layers, index: Option<&str>) -> Markup {
    html! {
        header {
            (brand(index))
            h1 { bdi { (Shown(id)) } }
            (legend(document, layers))
        }
    }
}

/// The first line of every page; `index` leads to the list of all pages.
pub(super) fn brand(index: Option<&str>) -> Markup {
    html! {
        p.brand {
            span.logo { (terms::LOGO) } " " span { (terms::WHO_SAID_WHAT) }
            @if let Some(index) = index { " " a href=(index) { (terms::ALL_DOCUMENTS) } }
        }
    }
}

/// What the marks mean, and how many there are of each.
fn legend(document: &Document<'_>, layers: Layers) -> Markup {
    let quotes = document.quotes();
    let cues = quotes.iter().filter(|quote| quote.cue.is_some()).count();
    let speakers = document.speakers().len();
    html! {
        section.legend aria-label=(terms::LEGEND) {
            ul {
                @for kind in KINDS {
                    @let number = quotes.iter().filter(|quote| quote.kind == kind).count();
                    (entry(kind.as_str(), terms::kind(kind), kind.as_str(), number))
                }
                (entry("speaker", terms::SPEAKER, "speaker", speakers))
                (entry("cue", terms::CUE, "cue", cues))
                @if layers == Layers::All {
                    @for (colour, number) in names_by_colour(document) {
                        @let class = format!("name {}", colour.as_str());
                        (entry(&class, colour.arabic(), colour.as_str(), number))
                    }
                }
            }
        }
    }
}

fn entry(class: &str, arabic: &str, name: &str, number: usize) -> Markup {
    html! {
        li { span class={ "sample " (class) } { (arabic) } " " (latin(name)) " " (count(number)) }
    }
}

/// How many names are marked in each of the colours there are.
fn names_by_colour(document: &Document<'_>) -> impl Iterator<Item = (Colour, usize)> {
    let number = |colour| {
        let names = document.mentions().iter();
        names.filter(|name| terms::name_type(&name.kind).colour == colour).count()
    };
    Colour::ALL.into_iter().map(move |colour| (colour, number(colour))).filter(|&(_, n)| n > 0)
}
