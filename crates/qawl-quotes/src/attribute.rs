//! From a text to its quotes.

use std::sync::Arc;

use qawl_core::Mention;

use crate::article::Article;
use crate::attribution::attributions;
use crate::cue_list::CueList;
use crate::draft::finish;
use crate::lexicon::Lexicon;
use crate::name::name_in;
use crate::options::QuoteOptions;
use crate::phrase::phrase_after;
use crate::pool::Pool;
use crate::quote::Quote;
use crate::reason::Trace;
use crate::refused::{Refused, refused};
use crate::register::Register;
use crate::report::Reports;
use crate::title_list::TitleList;
use crate::walk::{Walk, affairs_end};
use crate::words::Words;

/// The longest text that is read, in bytes: words, sentences and paragraphs are counted in 32 bits.
const LONGEST_TEXT: usize = i32::MAX as usize;

/// Finds the reported speech of a text, with the default options.
///
/// `mentions` are names found in the text, by `qawl-gazetteer` or any other program; an empty
/// slice is fine. Linear in the text; allocates the quotes and a table of the text's words, which an
/// [`Attributor`] keeps for further texts. A text of more than 2 GiB has no quotes: see
/// [Limits](crate#limits).
///
/// ```
/// use qawl_quotes::{quotes, QuoteKind, Rule};
///
/// let text = "قال الوزير سامي الحداد إن المشروع سينتهي قريبا.";
/// // "Minister Sami al-Haddad said that the project would end soon."
/// let found = quotes(text, &[]);
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].kind, QuoteKind::Indirect);
/// assert_eq!(found[0].rule, Rule::VerbSubject);
/// assert_eq!(found[0].content[0].get(text), Some("المشروع سينتهي قريبا"));
/// assert_eq!(found[0].speaker.as_ref().map(|s| s.name.as_str()), Some("سامي الحداد"));
/// ```
#[must_use]
pub fn quotes(text: &str, mentions: &[Mention<'_>]) -> Vec<Quote> {
    Attributor::new(QuoteOptions::default()).attribute(text, mentions)
}

/// Finds reported speech, by options. It keeps what it knows of the words of one text for the next, some
/// megabytes at most, so many texts are best given to one attributor, from any number of threads.
///
/// ```
/// use qawl_quotes::{Attributor, QuoteOptions};
///
/// let text = "قال المدرب: «نعم». وأضافت اللجنة أن القرار نهائي.";
/// // "The coach said: 'Yes.' The committee added that the decision is final."
/// let long = Attributor::new(QuoteOptions::default().with_min_words(2));
/// assert_eq!(long.attribute(text, &[]).len(), 1);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Attributor {
    options: QuoteOptions,
    /// A caller's words, which the lexicon of the pool holds.
    cues: CueList,
    titles: TitleList,
    /// What is known of the words of earlier texts.
    words: Pool,
}

impl Attributor {
    /// An attributor with these options.
    #[must_use]
    pub const fn new(options: QuoteOptions) -> Self {
        Self { options, cues: CueList::new(), titles: TitleList::new(), words: Pool::new(None) }
    }

    /// The same, finding by these verbs too; the last call counts. See the example of [`CueList`].
    ///
    /// Where it has words of its own, an attributor and its clones share a lexicon of some two megabytes,
    /// which is made here, in a few milliseconds. Texts take no longer to read for it.
    #[must_use]
    pub fn with_cues(self, cues: CueList) -> Self {
        if cues == self.cues { self } else { Self { cues, ..self }.with_own_words() }
    }

    /// The same, knowing these titles too; the last call counts. See the example of [`TitleList`], and
    /// [`with_cues`](Self::with_cues) for what it costs.
    #[must_use]
    pub fn with_titles(self, titles: TitleList) -> Self {
        if titles == self.titles { self } else { Self { titles, ..self }.with_own_words() }
    }

    fn with_own_words(self) -> Self {
        let has_own = !(self.cues.is_empty() && self.titles.is_empty());
        let lexicon = has_own.then(|| Arc::new(Lexicon::with(&self.cues, &self.titles)));
        Self { words: Pool::new(lexicon), ..self }
    }

    /// The quotes of `text` in the order of their cues, numbered from 1. See [`quotes`].
    #[must_use]
    pub fn attribute(&self, text: &str, mentions: &[Mention<'_>]) -> Vec<Quote> {
        if text.len() > LONGEST_TEXT {
            return Vec::new();
        }
        let mut words = self.words.take();
        let quotes = self.attribute_with(&mut words, text, mentions);
        self.words.put_back(words);
        quotes
    }

    fn attribute_with(
        &self,
        words: &mut Words,
        text: &str,
        mentions: &[Mention<'_>],
    ) -> Vec<Quote> {
        let mut article = Article::new(text, words, mentions);
        article.trace = Trace::new(self.options.reasons);
        let attributions = attributions(&article);
        let reports = Reports::new(&article, &attributions);
        if affairs_end(&article, &reports, &attributions) == 0 {
            return Vec::new();
        }
        let register = Register::new(&article, &source_names(&article, &reports));
        let walk = Walk::new(&article, &reports, &register, self.options.floating);
        let drafts = walk.run(&attributions);
        self.options.select(text, finish(&article, drafts, self.options.unclosed))
    }

    /// The quotation marks of `text` that hold no quote, and why: what scare quotes, names and
    /// citations are taken for. `quotes` are those that [`attribute`](Attributor::attribute) found in it
    /// with the same mentions; others do no harm.
    ///
    /// ```
    /// use qawl_quotes::{Attributor, Refusal};
    ///
    /// let text = "نشرت صحيفة «السنبلة» خبرا عن «عروس النهر».";
    /// // "The newspaper 'The Ear of Grain' had a piece on 'the bride of the river'."
    /// let attributor = Attributor::default();
    /// let refused = attributor.refused(text, &[], &attributor.attribute(text, &[]));
    /// let told: Vec<_> = refused.iter().map(|r| (r.span.get(text), r.reason)).collect();
    /// assert_eq!(told[0], (Some("«السنبلة»"), Refusal::Name));
    /// assert_eq!(told[1], (Some("«عروس النهر»"), Refusal::Term));
    /// ```
    #[must_use]
    pub fn refused(&self, text: &str, mentions: &[Mention<'_>], quotes: &[Quote]) -> Vec<Refused> {
        if text.len() > LONGEST_TEXT {
            return Vec::new();
        }
        let mut words = self.words.take();
        let refused = refused(&Article::new(text, &mut words, mentions), quotes);
        self.words.put_back(words);
        refused
    }

    /// Which quotes are wanted.
    ///
    /// ```
    /// use qawl_quotes::{Attributor, QuoteOptions};
    ///
    /// assert_eq!(Attributor::default().options(), &QuoteOptions::default());
    /// ```
    #[must_use]
    pub const fn options(&self) -> &QuoteOptions {
        &self.options
    }
}

/// The names of the sources, which may hold words that no list knows: they join the register before
/// any title is resolved.
fn source_names(article: &Article<'_>, reports: &Reports) -> Vec<(usize, usize)> {
    let named = reports.iter().filter(|report| !report.cue.is_participle()).filter_map(|report| {
        let phrase = phrase_after(article, report.cue.at, report.complement?.at)?;
        name_in(article, phrase).filter(|name| name.evidence > 2 && name.end - name.start > 1)
    });
    named.map(|name| (name.start, name.end)).collect()
}
