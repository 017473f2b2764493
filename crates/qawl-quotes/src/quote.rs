//! What was said, by whom, and how the text shows it.

use std::borrow::Cow;

use qawl_core::Span;

use crate::reason::Reason;
pub(crate) use crate::rule::Rule;

/// One act of reported speech.
///
/// Spans are bytes of the text that was given, on character boundaries.
///
/// ```
/// use qawl_quotes::{Balance, QuoteKind, Rule, quotes};
///
/// let text = "قال الوزير سامي الحداد: «نعم، سنعود»."; // "Minister Sami al-Haddad said: 'Yes, we return.'"
/// let quote = &quotes(text, &[])[0];
/// assert_eq!((quote.id, quote.kind, quote.rule), (1, QuoteKind::Direct, Rule::VerbSubject));
/// assert_eq!(quote.content[0].get(text), Some("نعم، سنعود"));
/// assert_eq!(quote.source.and_then(|s| s.get(text)), Some("الوزير سامي الحداد"));
/// assert_eq!((quote.within, quote.balance), (None, Balance::Closed));
/// ```
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Quote {
    /// Its number in the text, from 1, in the order of the cues.
    pub id: usize,
    /// Whether the words are the speaker's own.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub kind: QuoteKind,
    /// The reported words: no outer marks, no complementiser (أن، إن), no final punctuation. More
    /// than one span where something stands between, as in «…»، قال فلان، «…».
    pub content: Vec<Span>,
    /// The word that reports.
    pub cue: Option<Cue>,
    /// The whole noun phrase that names the speaker here, titles and apposition included; none
    /// where the subject is implied.
    pub source: Option<Span>,
    /// Who it is; none where the text does not tell.
    pub speaker: Option<Speaker>,
    /// The number of the quote in whose content this one stands.
    #[cfg_attr(feature = "serde", serde(rename = "in"))]
    pub within: Option<usize>,
    /// The rule that found it.
    pub rule: Rule,
    /// From 0 to 1: how often quotes by this rule were right, speaker included, in the articles the
    /// rules were developed on. A figure of the rule, not of this quote, and higher than on other
    /// articles.
    pub confidence: f32,
    /// Whether its quotation marks close.
    pub balance: Balance,
    /// Why it is so; only where [`QuoteOptions::reasons`](crate::QuoteOptions::reasons) asks for it.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub why: Option<Box<Reason>>,
}

impl Quote {
    /// Whether it is a quotation with no reporting word of its own, given to the speaker before it.
    /// Found only where [`QuoteOptions::floating`](crate::QuoteOptions::floating) asks for it.
    ///
    /// ```
    /// use qawl_quotes::{Attributor, QuoteOptions};
    ///
    /// let text = "أكد سامي حداد أن العمل بدأ.\n«لن نتأخر يوما واحدا».";
    /// // "Sami Haddad stressed that work has begun. 'We will not be a single day late.'"
    /// let found = Attributor::new(QuoteOptions::default().with_floating(5)).attribute(text, &[]);
    /// assert!(!found[0].is_floating() && found[1].is_floating());
    /// assert_eq!(found[1].speaker.as_ref().map(|s| s.name.as_str()), Some("سامي حداد"));
    /// ```
    #[must_use]
    pub const fn is_floating(&self) -> bool {
        matches!(self.rule, Rule::Floating)
    }
}

/// Whether the words are the speaker's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum QuoteKind {
    /// The words themselves, in quotation marks or behind a colon.
    Direct,
    /// A clause, with no quoted words in it.
    Indirect,
    /// A clause of which a part is in quotation marks.
    Mixed,
}

impl QuoteKind {
    /// The name in output: `direct`, `indirect` or `mixed`.
    ///
    /// ```
    /// assert_eq!(qawl_quotes::QuoteKind::Mixed.as_str(), "mixed");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            QuoteKind::Direct => "direct",
            QuoteKind::Indirect => "indirect",
            QuoteKind::Mixed => "mixed",
        }
    }
}

/// The word that reports.
///
/// ```
/// use qawl_quotes::{CueClass, quotes};
///
/// let text = "وقالت المديرة إن العمل بدأ."; // "and the director said that work had begun"
/// let cue = quotes(text, &[])[0].cue.clone().unwrap();
/// assert_eq!(cue.span.get(text), Some("وقالت"));
/// assert_eq!((cue.lemma.as_ref(), cue.class), ("قال", CueClass::Verb)); // "to say"
/// ```
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Cue {
    /// The whole word, conjunction included: «وقال».
    pub span: Span,
    /// The verb it is a form of, third person singular masculine of the past; for nouns,
    /// prepositions and passives the word itself, without a conjunction.
    pub lemma: Cow<'static, str>,
    /// What kind of word it is.
    pub class: CueClass,
    /// What kind of saying it is.
    pub act: Act,
}

/// What kind of saying a cue is, as `data/quotes/cues.tsv` has it.
///
/// ```
/// use qawl_quotes::{Act, quotes};
///
/// let found = quotes("نفى الوزير أن الطريق مغلق.", &[]); // "the minister denied that the road is closed"
/// assert_eq!(found[0].cue.as_ref().map(|cue| cue.act), Some(Act::Deny));
/// assert_eq!(Act::Deny.as_str(), "deny");
/// ```
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum Act {
    /// قال (said).
    Say,
    /// أضاف (added): goes on.
    Add,
    /// أوضح (explained).
    Explain,
    /// أعلن (announced).
    Announce,
    /// أشار (pointed out).
    Point,
    /// حذر (warned).
    Warn,
    /// أكد (stressed).
    Stress,
    /// أقر (conceded).
    Concede,
    /// نفى (denied).
    Deny,
    /// زعم (claimed).
    Claim,
    /// اعتبر (considered).
    Judge,
    /// تعهد (promised).
    Promise,
    /// طالب (demanded).
    Demand,
    /// سأل (asked).
    Ask,
    /// أجاب (answered).
    Answer,
    /// أبلغ (told somebody).
    Tell,
    /// اتهم (accused).
    Accuse,
    /// كتب (wrote).
    Write,
    /// تمنى (wished).
    Wish,
    /// أظهر (a study showed).
    Find,
    /// أشاد (praised).
    Praise,
}

impl Act {
    /// All of them, in order.
    pub(crate) const ALL: &[Self] = &[
        Act::Say,
        Act::Add,
        Act::Explain,
        Act::Announce,
        Act::Point,
        Act::Warn,
        Act::Stress,
        Act::Concede,
        Act::Deny,
        Act::Claim,
        Act::Judge,
        Act::Promise,
        Act::Demand,
        Act::Ask,
        Act::Answer,
        Act::Tell,
        Act::Accuse,
        Act::Write,
        Act::Wish,
        Act::Find,
        Act::Praise,
    ];

    /// The name in output: `say`, `deny`, … See the example of [`Act`].
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Act::Say => "say",
            Act::Add => "add",
            Act::Explain => "explain",
            Act::Announce => "announce",
            Act::Point => "point",
            Act::Warn => "warn",
            Act::Stress => "stress",
            Act::Concede => "concede",
            Act::Deny => "deny",
            Act::Claim => "claim",
            Act::Judge => "judge",
            Act::Promise => "promise",
            Act::Demand => "demand",
            Act::Ask => "ask",
            Act::Answer => "answer",
            Act::Tell => "tell",
            Act::Accuse => "accuse",
            Act::Write => "write",
            Act::Wish => "wish",
            Act::Find => "find",
            Act::Praise => "praise",
        }
    }
}

/// What kind of word a cue is.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum CueClass {
    /// قال، يقول (said, says).
    Verb,
    /// مضيفا، مشيرا إلى (adding, pointing to).
    Participle,
    /// قوله، نصه (his saying, its text).
    Noun,
    /// بحسب، وفقا لـ (according to).
    Preposition,
}

/// Who said it.
///
/// ```
/// use qawl_quotes::{Gender, Number, Resolution, quotes};
///
/// let text = "قالت وزيرة النقل هدى سلمان إن الخط جاهز. وأضافت أن القطار وصل.";
/// // "Transport minister Huda Salman said that the line is ready. She added that the train has arrived."
/// let found = quotes(text, &[]);
/// let how: Vec<_> = found.iter().filter_map(|q| q.speaker.as_ref()).map(|s| s.how).collect();
/// assert_eq!(how, [Resolution::Named, Resolution::Implied]);
/// assert!(found.iter().all(|q| q.speaker.as_ref().is_some_and(|s| s.name == "هدى سلمان")));
/// let added = found[1].speaker.as_ref().unwrap();
/// assert_eq!((added.gender, added.number), (Some(Gender::Feminine), Some(Number::Singular)));
/// assert_eq!(added.mention.and_then(|span| span.get(text)), Some("هدى سلمان"));
/// ```
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Speaker {
    /// The fullest proper name the text gives, without titles; the description where it gives no
    /// name.
    pub name: String,
    /// Where the text gives that name, which may be far from the quote.
    pub mention: Option<Span>,
    /// How it was found.
    pub how: Resolution,
    /// The grammatical gender, as far as a title, a name or a verb tells; a body has one, too.
    pub gender: Option<Gender>,
    /// One or many, as far as the phrase tells.
    pub number: Option<Number>,
}

/// Masculine or feminine, as words are. See the example of [`Speaker`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum Gender {
    /// «قال» (he said), «وزير» (a man who is minister).
    Masculine,
    /// «قالت» (she said), «وزيرة» (a woman who is minister).
    Feminine,
}

impl Gender {
    /// The name in output: `masculine` or `feminine`.
    ///
    /// ```
    /// assert_eq!(qawl_quotes::Gender::Feminine.as_str(), "feminine");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Gender::Masculine => "masculine",
            Gender::Feminine => "feminine",
        }
    }
}

/// One, two or many. See the example of [`Speaker`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum Number {
    /// One.
    Singular,
    /// Two: Arabic has forms of their own for two.
    Dual,
    /// Three and more.
    Plural,
}

/// How a speaker was found.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
pub enum Resolution {
    /// A proper name stands at the quote.
    Named,
    /// A title or description at the quote points to a name elsewhere: «الوزير».
    Described,
    /// The verb's subject is implied: «وأضاف».
    Implied,
    /// A pronoun points back: «قوله» (his saying), «على حد تعبيرها» (as she put it).
    Pronoun,
    /// A body or a document that speaks for itself: «وزارة الصحة», «الدراسة».
    Institution,
    /// A description that no name answers to: «مصدر مسؤول».
    Unnamed,
}

/// Whether the quotation marks of a quote close.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
pub enum Balance {
    /// It has no marks of its own.
    None,
    /// They close.
    Closed,
    /// The opening mark never closes: the words run to the end of the paragraph.
    Unclosed,
    /// A closing mark stands alone; it was passed over.
    Unopened,
}

impl Balance {
    /// The name in output: `none`, `closed`, `unclosed`, `unopened`.
    ///
    /// ```
    /// assert_eq!(qawl_quotes::Balance::Unclosed.as_str(), "unclosed");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Balance::None => "none",
            Balance::Closed => "closed",
            Balance::Unclosed => "unclosed",
            Balance::Unopened => "unopened",
        }
    }
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    use crate::{Attributor, Quote, QuoteOptions, Speakers};

    #[test]
    fn what_is_written_is_read_again() {
        // "Transport minister Huda Salman said that the line is ready. And she added: 'We open.'"
        let text = "قالت وزيرة النقل هدى سلمان إن الخط جاهز. وأضافت: «سنفتح»، بحسب قولها.";
        let options = QuoteOptions::default().with_reasons().with_floating(5);
        let quotes = Attributor::new(options).attribute(text, &[]);
        assert!(quotes.len() >= 2 && quotes.iter().all(|quote| quote.why.is_some()));
        let written = serde_json::to_string(&quotes).unwrap_or_default();
        let read: Option<Vec<Quote>> = serde_json::from_str(&written).ok();
        assert_eq!(read.as_ref(), Some(&quotes));
        let speakers = Speakers::new(text, &quotes);
        let written = serde_json::to_string(&speakers).unwrap_or_default();
        assert_eq!(serde_json::from_str(&written).ok(), Some(speakers));
        // Without reasons there is no key for them, and none is needed.
        let plain = Attributor::default().attribute(text, &[]);
        let written = serde_json::to_string(&plain).unwrap_or_default();
        assert!(!written.contains("\"why\""));
        assert_eq!(serde_json::from_str(&written).ok(), Some(plain));
    }
}
