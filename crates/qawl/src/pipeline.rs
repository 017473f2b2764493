//! The layers in order.

use std::fmt;
use std::sync::{Arc, OnceLock};

use qawl_core::Mention;
#[cfg(feature = "gazetteer")]
use qawl_gazetteer::{Gazetteer, Policy};
#[cfg(feature = "quotes")]
use qawl_quotes::Attributor;
#[cfg(feature = "segment")]
use qawl_segment::Segmenter;
use qawl_tokenize::{Abbreviations, SentenceOptions, TokenKind, Tokenizer, sentences_with};

use crate::annotations::Annotations;
use crate::builder::PipelineBuilder;
use crate::document::Document;
use crate::names;
use crate::scratch::Scratch;

/// A token of running text, with the space behind it, has no fewer bytes.
const BYTES_OF_TOKEN: usize = 8;

/// Annotates `text` with every layer and the embedded names: the default [`Pipeline`], for one
/// text or a few. The first call in a program makes that pipeline and checks the embedded list.
///
/// ```
/// let text = "عاد الوفد من لندن."; // "the delegation returned from London"
/// let document = qawl::annotate(text);
/// let names: Vec<_> = document.mentions().iter().filter_map(|m| m.span.get(text)).collect();
/// assert_eq!(names, ["لندن"]);
/// ```
#[must_use]
pub fn annotate(text: &str) -> Document<'_> {
    static DEFAULT: OnceLock<Pipeline> = OnceLock::new();
    DEFAULT.get_or_init(Pipeline::default).annotate(text)
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
    pub(crate) sentences: Option<SentenceOptions<'static>>,
    /// Those of the caller's, in place of those in the options.
    pub(crate) abbreviations: Option<Arc<Abbreviations>>,
    pub(crate) tokenizer: Option<Tokenizer>,
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
            sentences: Some(SentenceOptions::new()),
            abbreviations: None,
            tokenizer: Some(Tokenizer::NEWS),
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

    /// Runs the layers over `text`. Linear in the text; allocates the lists of the [`Document`] and,
    /// while quotes are sought, a table of the text's words.
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
        self.fill(text, Annotations::default())
    }

    /// The same, with the lists of a document that was given back to `scratch`. Without names and quotes
    /// a document then allocates nothing; with them it saves six allocations of some four hundred in an
    /// article, and no time to speak of. See the example of [`Scratch`].
    #[must_use]
    pub fn annotate_with<'t>(&self, scratch: &mut Scratch, text: &'t str) -> Document<'t> {
        self.fill(text, scratch.lists())
    }

    /// Fills the lists, which are empty, layer by layer.
    fn fill<'t>(&self, text: &'t str, mut found: Annotations) -> Document<'t> {
        self.add_sentences(text, &mut found);
        self.add_tokens(text, &mut found);
        self.add_names(text, &mut found.mentions);
        #[cfg(feature = "quotes")]
        self.add_quotes(text, &mut found);
        names::leave_reported(&mut found.mentions);
        Document {
            text,
            found,
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
            let mut mentions = Vec::new();
            self.add_names(text, &mut mentions);
            names::leave_reported(&mut mentions);
            return mentions;
        }
        let mut found: Vec<_> = self.own.iter().flat_map(|list| list.find_all(text)).collect();
        if self.embedded {
            found.extend(Gazetteer::embedded().search().policy(Policy::All).find_iter(text));
        }
        policy.reduce(&mut found);
        let mut mentions = found.iter().map(|found| found.mention().into_owned()).collect();
        names::leave_reported(&mut mentions);
        mentions
    }

    fn add_sentences(&self, text: &str, found: &mut Annotations) {
        let Some(mut options) = self.sentences else { return };
        if let Some(own) = &self.abbreviations {
            options = options.with_abbreviations(own);
        }
        let spans = sentences_with(text, options).map(|sentence| sentence.span);
        found.sentences.extend(spans.filter(|span| !span.is_empty()));
    }

    fn add_tokens(&self, text: &str, found: &mut Annotations) {
        let Some(tokenizer) = self.tokenizer else { return };
        found.tokens.reserve(text.len() / BYTES_OF_TOKEN);
        found.tokens.extend(tokenizer.tokens(text).filter(|t| t.kind != TokenKind::Space));
    }

    /// Adds the mentions of all lists, those that are not reported included.
    #[cfg(feature = "gazetteer")]
    fn add_names(&self, text: &str, mentions: &mut Vec<Mention<'static>>) {
        self.own.iter().for_each(|list| list.find(text, mentions));
        if self.embedded {
            let found = Gazetteer::embedded().find_iter(text);
            mentions.extend(found.map(|found| found.mention()));
        }
        if self.own.len() + usize::from(self.embedded) > 1 {
            names::merge(mentions);
        }
    }

    #[cfg(not(feature = "gazetteer"))]
    fn add_names(&self, _text: &str, _mentions: &mut Vec<Mention<'static>>) {}

    /// Adds the quotes and, where reasons are wanted, what holds none.
    #[cfg(feature = "quotes")]
    fn add_quotes(&self, text: &str, found: &mut Annotations) {
        let Some(attributor) = &self.attributor else { return };
        found.quotes = attributor.attribute(text, &found.mentions);
        if attributor.options().reasons {
            found.refused = attributor.refused(text, &found.mentions, &found.quotes);
        }
    }
}

impl fmt::Debug for Pipeline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut layers = f.debug_struct("Pipeline");
        layers.field("sentences", &self.sentences).field("abbreviations", &self.abbreviations);
        layers.field("tokenizer", &self.tokenizer);
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
        is_shared::<Annotations>();
        is_shared::<Scratch>();
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
