//! The list of the pages in a folder, written as they come: it holds none of them in memory.

use std::path::Path;

use maud::{Markup, html};
use qawl::Document;

use crate::error::Failure;
use crate::formats::html::frame::{CLOSING, opening};
use crate::formats::html::page::{KINDS, brand, first_words};
use crate::formats::html::shown::Shown;
use crate::formats::html::side::count;
use crate::formats::html::terms;
use crate::output::Output;

/// The file, beside the pages.
pub(super) const NAME: &str = "index.html";

/// An index that appears when all pages are there.
#[derive(Debug)]
pub(crate) struct Index {
    output: Output,
    documents: usize,
    quotes: usize,
}

impl Index {
    pub(super) fn open(folder: &Path) -> Result<Self, Failure> {
        let mut output = Output::open(Some(&folder.join(NAME)))?;
        let header = html! {
            header { (brand(None)) h1 { (terms::ALL_DOCUMENTS) } }
        };
        let header = header.into_string();
        let opening = opening(terms::ALL_DOCUMENTS);
        output.write(format!("{opening}{header}<main class=\"index\"><ol>").as_bytes())?;
        Ok(Self { output, documents: 0, quotes: 0 })
    }

    /// Adds a document, whose page stands at `address`.
    pub(super) fn add(&mut self, entry: &Entry, address: &str) -> Result<(), Failure> {
        self.documents += 1;
        self.quotes += entry.quotes;
        self.output.write(entry.item(address).into_string().as_bytes())
    }

    /// Ends the list, or leaves the folder without one where something failed.
    pub(super) fn finish(mut self, result: Result<(), Failure>) -> Result<(), Failure> {
        let result = result.and_then(|()| {
            let footer = html! {
                p.total {
                    (terms::DOCUMENTS) " " (count(self.documents)) " "
                    (terms::QUOTES) " " (count(self.quotes))
                }
            };
            let footer = footer.into_string();
            self.output.write(format!("</ol>{footer}</main>{CLOSING}").as_bytes())
        });
        self.output.finish(result)
    }
}

/// What the index says of a document.
#[derive(Debug)]
pub(super) struct Entry {
    /// The first words, which lead to the page; the id where there are none.
    title: String,
    /// Id, counts, and who speaks.
    facts: Markup,
    quotes: usize,
}

impl Entry {
    pub(super) fn new(id: &str, document: &Document<'_>) -> Self {
        let title = first_words(document).unwrap_or_else(|| id.to_owned());
        Self { title, facts: facts(id, document), quotes: document.quotes().len() }
    }

    fn item(&self, address: &str) -> Markup {
        html! {
            li {
                h2 { a href=(address) { bdi { (Shown(&self.title)) } } }
                (self.facts)
            }
        }
    }
}

fn facts(id: &str, document: &Document<'_>) -> Markup {
    html! {
        p.facts {
            bdi.id { (Shown(id)) }
            @for kind in KINDS {
                @let number = document.quotes().iter().filter(|quote| quote.kind == kind).count();
                " " span { (terms::kind(kind)) " " (count(number)) }
            }
            " " span { (terms::NAMES) " " (count(document.mentions().len())) }
        }
        p.speakers {
            @for (index, entry) in document.speakers().iter().enumerate() {
                @if index > 0 { "، " }
                bdi { (Shown(&entry.name)) } " " (count(entry.quotes.len()))
            }
        }
    }
}
