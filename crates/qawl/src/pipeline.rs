//! The layers in order.

use std::fmt;
#[cfg(feature = "gazetteer")]
use std::sync::Arc;

use qawl_core::Mention;
#[cfg(feature = "gazetteer")]
use qawl_gazetteer::{Gazetteer, Policy};
#[cfg(feature = "quotes")]
use qawl_quotes::{Attributor, Quote, Refused};
#[cfg(feature = "segment")]
use qawl_segment::Segmenter;
use qawl_tokenize::TokenKind;

use crate::builder::PipelineBuilder;
use crate::document::Document;
use crate::names;

/// A token of running text, with the space behind it, has no fewer bytes.
const BYTES_OF_TOKEN: usize = 8;

/// Annotates `text` with every layer and the embedded names: the default [`Pipeline`], for one
/// text or a few. The first call in a program checks the embedded list.
///
/// ```
/// let text = "عاد الوفد من لندن."; // "the delegation returned from London"
/// let document = qawl::annotate(text);
/// let names: Vec<_> = document.mentions().iter().filter_map(|m| m.span.get(text)).collect();
/// assert_eq!(names, ["لندن"]);
/// ```
#[must_use]
pub fn annotate(text: &str) -> Document<'_> {
    Pipeline::default().annotate(text)
}

/// The layers that run over a text, in order. Built once, it serves any number of texts and
/// threads; a clone shares its lists.
///
/// ```
/// use qawl::Pipeline;
///
/// let pipeline = Pipeline::default();
/// let texts = ["عاد الوفد من لندن.", "وصل الوفد إلى بغداد."]; // "… from London", "… to Baghdad"
/// let found = std::thread::scope(|scope| {
///     let runs = texts.map(|text| scope.spawn(|| pipeline.annotate(text).mentions().len()));
///     runs.map(|run| run.join().unwrap_or(0))
/// });
/// assert_eq!(found, [1, 1]);
/// ```
#[derive(Clone)]
pub struct Pipeline {
    #[cfg(feature = "gazetteer")]
    /// Whether the embedded names are sought; they are opened at the first text.
    pub(crate) embedded: bool,
    #[cfg(feature = "gazetteer")]
    pub(crate) own: Vec<Arc<dyn names::Names>>,
    #[cfg(feature = "segment")]
    pub(crate) segmenter: Option<Segmenter>,
    #[cfg(feature = "quotes")]
    pub(crate) attributor: Option<Attributor>,
}

impl Default for Pipeline {
    /// Every layer, with the embedded names.
    fn default() -> Self {
        Self {
            #[cfg(feature = "gazetteer")]
            embedded: true,
            #[cfg(feature = "gazetteer")]
            own: Vec::new(),
            #[cfg(feature = "segment")]
            segmenter: Some(Segmenter::embedded()),
            #[cfg(feature = "quotes")]
            attributor: Some(Attributor::default()),
        }
    }
}

impl Pipeline {
    /// Chooses layers and adds names of your own. See the example of [`PipelineBuilder`].
    pub fn builder() -> PipelineBuilder {
        PipelineBuilder::default()
    }

    /// Runs the layers over `text`. Linear in the text; allocates the four lists of the
    /// [`Document`] and, while quotes are sought, a table of the text's words.
    ///
    /// ```
    /// use qawl::Pipeline;
    ///
    /// let document = Pipeline::default().annotate("عاد الوفد. ثم مضى."); // "it returned, then left"
    /// assert_eq!(document.sentences().len(), 2);
    /// assert!(Pipeline::default().annotate("").tokens().is_empty());
    /// ```
    #[must_use]
    pub fn annotate<'t>(&self, text: &'t str) -> Document<'t> {
        let names = self.names(text);
        let mut tokens = Vec::with_capacity(text.len() / BYTES_OF_TOKEN);
        tokens.extend(qawl_tokenize::tokens(text).filter(|t| t.kind != TokenKind::Space));
        #[cfg(feature = "quotes")]
        let quotes = self.quotes(text, &names);
        Document {
            text,
            sentences: qawl_tokenize::sentences(text)
                .map(|sentence| sentence.span)
                .filter(|span| !span.is_empty())
                .collect(),
            tokens,
            #[cfg(feature = "quotes")]
            refused: self.refused(text, &names, &quotes),
            #[cfg(feature = "quotes")]
            quotes,
            mentions: names::reported(names),
            #[cfg(feature = "segment")]
            segmenter: self.segmenter.clone(),
        }
    }

    /// The names in `text`, those that `policy` reports where they overlap; under the default policy
    /// these are the mentions of the document. Of names of several lists that take the same words that
    /// of the list added first is reported, the embedded list last. Runs no other layer.
    ///
    /// ```
    /// use qawl::{Pipeline, Policy};
    ///
    /// let text = "في الولايات المتحدة الأمريكية"; // "in the United States of America"
    /// let found = |policy| Pipeline::default().mentions(text, policy).len();
    /// assert_eq!(found(Policy::LeftmostLongest), 1);
    /// assert!(found(Policy::All) > 1); // "the United States" too
    /// ```
    #[cfg(feature = "gazetteer")]
    #[must_use]
    pub fn mentions(&self, text: &str, policy: Policy) -> Vec<Mention<'static>> {
        if policy == Policy::LeftmostLongest {
            return names::reported(self.names(text));
        }
        let mut found: Vec<_> = self.own.iter().flat_map(|list| list.find_all(text)).collect();
        if self.embedded {
            found.extend(Gazetteer::embedded().search().policy(Policy::All).find_iter(text));
        }
        policy.reduce(&mut found);
        names::reported(found.iter().map(|found| found.mention().into_owned()).collect())
    }

    /// The mentions of all lists, those that are not reported included.
    #[cfg(feature = "gazetteer")]
    fn names(&self, text: &str) -> Vec<Mention<'static>> {
        let own = self.own.iter().map(|list| list.find(text));
        let embedded = self.embedded.then(|| Gazetteer::embedded().mentions(text));
        names::merge(own.chain(embedded).collect())
    }

    #[cfg(not(feature = "gazetteer"))]
    fn names(&self, _text: &str) -> Vec<Mention<'static>> {
        Vec::new()
    }

    #[cfg(feature = "quotes")]
    fn quotes(&self, text: &str, names: &[Mention<'_>]) -> Vec<Quote> {
        self.attributor
            .as_ref()
            .map_or_else(Vec::new, |attributor| attributor.attribute(text, names))
    }

    /// What holds no quote, where reasons are wanted.
    #[cfg(feature = "quotes")]
    fn refused(&self, text: &str, names: &[Mention<'_>], quotes: &[Quote]) -> Vec<Refused> {
        let attributor = self.attributor.as_ref().filter(|found| found.options().reasons);
        attributor.map_or_else(Vec::new, |attributor| attributor.refused(text, names, quotes))
    }
}

impl fmt::Debug for Pipeline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut layers = f.debug_struct("Pipeline");
        #[cfg(feature = "gazetteer")]
        layers.field("embedded", &self.embedded).field("own_lists", &self.own.len());
        #[cfg(feature = "segment")]
        layers.field("segmenter", &self.segmenter);
        #[cfg(feature = "quotes")]
        layers.field("attributor", &self.attributor);
        layers.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn is_shared<T: Send + Sync>() {}

    #[test]
    fn pipelines_and_documents_pass_between_threads() {
        is_shared::<Pipeline>();
        is_shared::<PipelineBuilder>();
        is_shared::<Document<'static>>();
    }

    #[test]
    fn texts_without_words_are_documents_with_nothing_in_them() {
        for text in ["", " \n\u{00A0}\t"] {
            let document = annotate(text);
            assert!(document.sentences().is_empty() && document.tokens().is_empty());
            assert!(document.mentions().is_empty());
        }
    }
}
