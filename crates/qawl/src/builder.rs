//! Choosing what a pipeline runs.

use std::sync::Arc;

#[cfg(feature = "gazetteer")]
use qawl_gazetteer::Gazetteer;
#[cfg(feature = "quotes")]
use qawl_quotes::{Attributor, CueList, QuoteOptions, TitleList};
#[cfg(feature = "segment")]
use qawl_segment::Segmenter;
use qawl_tokenize::{Abbreviations, SentenceOptions, Tokenizer};

use crate::pipeline::Pipeline;

/// Chooses the layers of a [`Pipeline`]. By default all of them run, with the embedded names.
/// Each layer reads the text itself: none needs another, but attribution is better for names.
///
/// ```
/// use qawl::Pipeline;
///
/// let document = Pipeline::builder().without_mentions().build().annotate("عاد من لندن");
/// assert!(document.mentions().is_empty()); // "he returned from London"
/// assert_eq!(document.tokens().len(), 3);
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct PipelineBuilder {
    pipeline: Pipeline,
    /// They join the attributor when the pipeline is built, whichever it is then.
    #[cfg(feature = "quotes")]
    cues: CueList,
    #[cfg(feature = "quotes")]
    titles: TitleList,
}

impl PipelineBuilder {
    /// Cuts sentences by these options.
    ///
    /// ```
    /// use qawl::Pipeline;
    /// use qawl::tokenize::{Newlines, SentenceOptions};
    ///
    /// let wrapped = SentenceOptions::new().with_newlines(Newlines::Ignore);
    /// let pipeline = Pipeline::builder().sentence_options(wrapped).build();
    /// assert_eq!(pipeline.annotate("عاد\nالوفد.").sentences().len(), 1); // "the delegation / returned"
    /// ```
    pub fn sentence_options(mut self, options: SentenceOptions<'static>) -> Self {
        self.pipeline.sentences = Some(options);
        self
    }

    /// Adds abbreviations, whose full stops end no sentence; the last call counts. They change what
    /// [`Document::sentences`](crate::Document::sentences) says, not where quotes end.
    ///
    /// ```
    /// use qawl::Pipeline;
    /// use qawl::tokenize::Abbreviations;
    ///
    /// let text = "وصل رئ. الاتحاد."; // "the Prs. of the union arrived."
    /// assert_eq!(qawl::annotate(text).sentences().len(), 2);
    /// let pipeline = Pipeline::builder().abbreviations(Abbreviations::new().title("رئ")).build();
    /// assert_eq!(pipeline.annotate(text).sentences().len(), 1);
    /// ```
    pub fn abbreviations(mut self, own: Abbreviations) -> Self {
        self.pipeline.abbreviations = Some(Arc::new(own));
        self
    }

    /// Cuts no sentences.
    ///
    /// ```
    /// let pipeline = qawl::Pipeline::builder().without_sentences().build();
    /// assert!(pipeline.annotate("عاد الوفد.").sentences().is_empty()); // "the delegation returned"
    /// ```
    pub fn without_sentences(mut self) -> Self {
        self.pipeline.sentences = None;
        self
    }

    /// Cuts tokens by other rules than those for edited text. They change what
    /// [`Document::tokens`](crate::Document::tokens) says, not where names and quotes are found.
    ///
    /// ```
    /// use qawl::{Pipeline, tokenize::Tokenizer};
    ///
    /// let pipeline = Pipeline::builder().tokenizer(Tokenizer::SOCIAL).build();
    /// assert_eq!(pipeline.annotate("تم!!! :)").tokens().len(), 3); // "done!!! :)"
    /// ```
    pub fn tokenizer(mut self, tokenizer: Tokenizer) -> Self {
        self.pipeline.tokenizer = Some(tokenizer);
        self
    }

    /// Lists no tokens.
    ///
    /// ```
    /// let document = qawl::Pipeline::builder().without_tokens().build().annotate("عاد من لندن");
    /// assert!(document.tokens().is_empty()); // "he returned from London"
    /// ```
    pub fn without_tokens(mut self) -> Self {
        self.pipeline.tokenizer = None;
        self
    }

    /// Adds names of your own. They stand beside the embedded ones: at each place the longest name
    /// is reported, and of equally long ones that of the list added first, the embedded list last.
    ///
    /// ```
    /// use qawl::{Entry, Gazetteer, GazetteerBuilder, Pipeline, Profile};
    ///
    /// // "the Palm Forum", which no list knows but ours
    /// let list = GazetteerBuilder::new(Profile::SEARCH).add(Entry::new("منتدى النخيل", "event"));
    /// let pipeline = Pipeline::builder().gazetteer(Gazetteer::open(list.build()?)?).build();
    ///
    /// let document = pipeline.annotate("افتتح منتدى النخيل في بغداد"); // "it opened in Baghdad"
    /// let kinds: Vec<_> = document.mentions().iter().map(|m| &*m.kind).collect();
    /// assert_eq!(kinds, ["event", "city"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[cfg(feature = "gazetteer")]
    pub fn gazetteer<D>(mut self, gazetteer: Gazetteer<D>) -> Self
    where
        D: AsRef<[u8]> + Send + Sync + 'static,
    {
        self.pipeline.own.push(Arc::new(gazetteer));
        self
    }

    /// Leaves out the embedded names: only names of your own are found.
    ///
    /// ```
    /// use qawl::Pipeline;
    ///
    /// let pipeline = Pipeline::builder().without_embedded_names().build();
    /// assert!(pipeline.annotate("عاد من لندن").mentions().is_empty()); // "he returned from London"
    /// ```
    #[cfg(feature = "gazetteer")]
    pub fn without_embedded_names(mut self) -> Self {
        self.pipeline.embedded = false;
        self
    }

    /// Finds no names, neither the embedded ones nor those added so far. Attribution then knows
    /// only what the text itself says about its speakers. See the example of [`PipelineBuilder`].
    #[cfg(feature = "gazetteer")]
    pub fn without_mentions(mut self) -> Self {
        self.pipeline.embedded = false;
        self.pipeline.own.clear();
        self
    }

    /// Cuts no words into clitics: [`Document::segment`](crate::Document::segment) answers `None`.
    ///
    /// ```
    /// use qawl::Pipeline;
    ///
    /// let document = Pipeline::builder().without_segmentation().build().annotate("وقالت"); // "and she said"
    /// assert!(document.segment(&document.tokens()[0]).is_none());
    /// ```
    #[cfg(feature = "segment")]
    pub fn without_segmentation(mut self) -> Self {
        self.pipeline.segmenter = None;
        self
    }

    /// Cuts words with another segmenter than the embedded one, such as one with a table of your
    /// own.
    ///
    /// ```
    /// use qawl::{Pipeline, Segmenter};
    ///
    /// let pipeline = Pipeline::builder().segmenter(Segmenter::embedded()).build();
    /// let document = pipeline.annotate("والبيت"); // "and the house"
    /// assert!(document.segment(&document.tokens()[0]).is_some());
    /// ```
    #[cfg(feature = "segment")]
    pub fn segmenter(mut self, segmenter: Segmenter) -> Self {
        self.pipeline.segmenter = Some(segmenter);
        self
    }

    /// Looks only for the reported speech that `options` want.
    ///
    /// ```
    /// use qawl::{Pipeline, QuoteKind, QuoteOptions};
    ///
    /// let direct = QuoteOptions::default().only(QuoteKind::Direct);
    /// let pipeline = Pipeline::builder().quote_options(direct).build();
    /// // "the minister said that the road is open"
    /// assert!(pipeline.annotate("قال الوزير إن الطريق مفتوح.").quotes().is_empty());
    /// ```
    #[cfg(feature = "quotes")]
    pub fn quote_options(mut self, options: QuoteOptions) -> Self {
        self.pipeline.attributor = Some(Attributor::new(options));
        self
    }

    /// Finds reported speech by these verbs too; the last call counts. A verb of the list stands in the
    /// place of the built-in one with its lemma.
    ///
    /// ```
    /// use qawl::{CueList, Pipeline};
    ///
    /// // "to chirp": past, imperfect, participle, act, takes, flags
    /// let own = CueList::from_tsv("زقزق\tيزقزق\tمزقزق\twrite\tanna,colon,mark\t-\n")?;
    /// let pipeline = Pipeline::builder().cues(own).build();
    ///
    /// let text = "وزقزقت الوزيرة هدى سلمان: «الجسر جاهز»."; // "Minister Huda Salman chirped: 'The bridge is ready.'"
    /// let document = pipeline.annotate(text);
    /// assert_eq!(document.quotes()[0].cue.as_ref().map(|cue| &*cue.lemma), Some("زقزق"));
    /// assert!(qawl::annotate(text).quotes().is_empty());
    /// # Ok::<(), qawl::quotes::ListError>(())
    /// ```
    #[cfg(feature = "quotes")]
    pub fn cues(mut self, own: CueList) -> Self {
        self.cues = own;
        self
    }

    /// Knows these titles of speakers too; the last call counts. What the list says of a word stands in
    /// the place of what is known of it as a title.
    ///
    /// ```
    /// use qawl::quotes::{Gender, TitleClass};
    /// use qawl::{Pipeline, TitleList};
    ///
    /// // "ship's master", of a woman
    /// let own = TitleList::new().title("ربانة", TitleClass::Rank, Some(Gender::Feminine))?;
    /// let pipeline = Pipeline::builder().titles(own).build();
    ///
    /// let text = "قالت الربانة ليلى منصور إن الميناء جاهز. وقال سامي حداد إنها متأخرة. وأكدت الربانة أن الرصيف مفتوح.";
    /// // "The master Layla Mansour said the port is ready. Sami Haddad said she is late. The master stressed …"
    /// let document = pipeline.annotate(text);
    /// let speaker = document.quotes()[2].speaker.as_ref().map(|speaker| &*speaker.name);
    /// assert_eq!(speaker, Some("ليلى منصور"));
    /// # Ok::<(), qawl::quotes::ListError>(())
    /// ```
    #[cfg(feature = "quotes")]
    pub fn titles(mut self, own: TitleList) -> Self {
        self.titles = own;
        self
    }

    /// Looks for no reported speech.
    ///
    /// ```
    /// use qawl::Pipeline;
    ///
    /// let pipeline = Pipeline::builder().without_quotes().build();
    /// // "the minister said that the road is open"
    /// assert!(pipeline.annotate("قال الوزير إن الطريق مفتوح.").quotes().is_empty());
    /// ```
    #[cfg(feature = "quotes")]
    pub fn without_quotes(mut self) -> Self {
        self.pipeline.attributor = None;
        self
    }

    /// The pipeline. It cannot fail: lists are checked where they are opened.
    ///
    /// ```
    /// let pipeline = qawl::Pipeline::builder().build();
    /// assert_eq!(pipeline.annotate("سلام").tokens().len(), 1); // "peace"
    /// ```
    #[must_use]
    pub fn build(self) -> Pipeline {
        let pipeline = self.pipeline;
        #[cfg(feature = "quotes")]
        let pipeline = Pipeline {
            attributor: pipeline
                .attributor
                .map(|attributor| attributor.with_cues(self.cues).with_titles(self.titles)),
            ..pipeline
        };
        pipeline
    }
}
