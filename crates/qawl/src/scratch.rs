//! Memory that one document leaves to the next.

use crate::annotations::Annotations;
use crate::document::Document;

/// Memory for the lists of documents, one for each thread: a [`Document`] that is
/// [given back](Scratch::take_back) leaves its lists to the next one.
///
/// ```
/// use qawl::{Pipeline, Scratch};
///
/// let pipeline = Pipeline::default();
/// let mut scratch = Scratch::new();
/// let mut words = 0;
/// for text in ["عاد الوفد.", "ثم مضى إلى بغداد."] { // "the delegation returned", "then left for Baghdad"
///     let document = pipeline.annotate_with(&mut scratch, text);
///     words += document.tokens().len();
///     scratch.take_back(document);
/// }
/// assert_eq!(words, 8);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    /// Empty lists.
    found: Annotations,
}

impl Scratch {
    /// No memory yet. See the example of [`Scratch`].
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Keeps the memory of a document that is no longer needed. Its text is not touched. See the
    /// example of [`Scratch`].
    pub fn take_back(&mut self, document: Document<'_>) {
        let mut found = document.into_annotations();
        found.clear();
        self.found = found;
    }

    /// The lists that were given back, empty.
    pub(crate) fn lists(&mut self) -> Annotations {
        std::mem::take(&mut self.found)
    }
}
