//! Pages to read in a browser, each one file that needs nothing beside it.
//!
//! A page runs from right to left and shows the text with its quotes, cues, speakers and names, beside it
//! who said what. It reads without its style and works without its script: places are anchors (`#q3`
//! is quote 3 in the text, `#s3` in the list, `#w2` the second speaker), details are `<details>`.
//!
//! `article` writes the text: `cutting` makes elements that nest of stretches that cross, `direction`
//! says which of them run from left to right, `depth` which quotes stand too deep, `shown` escapes. `side`
//! writes the list beside it, `page` puts them together in the `frame`, `index` lists the pages of a
//! folder, `terms` has the words.

use std::path::Path;

use qawl::Document;

use crate::error::Failure;
use crate::formats::Layers;
use crate::formats::folder::Folder;
use crate::formats::html::index::{Entry, Index};
use crate::formats::web_annotation::iri;
use crate::output::Output;

mod article;
mod cutting;
mod depth;
mod direction;
mod frame;
mod index;
mod page;
mod shown;
mod side;
mod tag;
mod terms;

/// Where pages go.
#[derive(Debug)]
pub(crate) enum Site {
    /// One page, of one document.
    Page { output: Output, is_written: bool },
    /// A page for each document, and a list of them.
    Folder { folder: Folder, index: Index },
}

impl Site {
    /// A folder where the path is one or could be one: it has no ending, or a separator behind it.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path.filter(|path| is_folder(path)) else {
            return Ok(Self::Page { output: Output::open(path)?, is_written: false });
        };
        let folder = Folder::open(path)?;
        Ok(Self::Folder { index: Index::open(path)?, folder })
    }

    /// Whether more than one page can be written.
    pub(crate) const fn is_folder(&self) -> bool {
        matches!(self, Self::Folder { .. })
    }

    /// Writes the page of a document.
    pub(crate) fn write(&mut self, page: Page) -> Result<(), Failure> {
        match self {
            Self::Page { is_written: true, .. } => Err(Failure::new(
                "the format html writes a page for each document, expected -o with a folder",
            )),
            Self::Page { output, is_written } => {
                *is_written = true;
                output.write(page.html.as_bytes())
            }
            Self::Folder { folder, index } => {
                let name = folder.name(page_id(&page.id));
                let file = format!("{name}.html");
                folder.file(&file, &page.html)?;
                index.add(&page.entry, &iri(&file))
            }
        }
    }

    /// Ends writing. After a failure the pages in a folder stay, one page alone does not appear.
    pub(crate) fn finish(self, result: Result<(), Failure>) -> Result<(), Failure> {
        match self {
            Self::Page { output, .. } => output.finish(result),
            Self::Folder { index, .. } => index.finish(result),
        }
    }
}

/// The page of a document, and what an index says of it.
#[derive(Debug)]
pub(crate) struct Page {
    id: String,
    html: String,
    entry: Entry,
}

impl Page {
    /// In a folder a page leads to the index.
    pub(crate) fn new(id: &str, document: &Document<'_>, layers: Layers, in_folder: bool) -> Self {
        let index = in_folder.then_some(index::NAME);
        let html = page::page(id, document, layers, index);
        Self { id: id.to_owned(), html, entry: Entry::new(id, document) }
    }
}

fn is_folder(path: &Path) -> bool {
    let ends_as_folder = path.as_os_str().to_string_lossy().ends_with(std::path::is_separator);
    path.is_dir() || (!path.exists() && (ends_as_folder || path.extension().is_none()))
}

/// A document that is called as the list of pages gets another file, on systems that do not tell upper from
/// lower case too.
fn page_id(id: &str) -> &str {
    if id.eq_ignore_ascii_case("index") { "_index" } else { id }
}
