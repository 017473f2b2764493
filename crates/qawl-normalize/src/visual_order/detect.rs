//! The verdict on a text.

use super::Evidence;
use super::signs;

/// In which order the characters of a text stand.
///
/// ```
/// use qawl_normalize::visual_order::{Order, detect};
///
/// assert_eq!(detect("وصلت الرسالة").order(), Order::Logical); // "the letter arrived"
/// assert_eq!(detect("ةلاسرلا تلصو").order(), Order::Visual); // the same, painted
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Order {
    /// As the text is read: the first letter of a word comes first.
    Logical,
    /// As the line is painted, from left to right: the last letter of an Arabic word comes first.
    Visual,
}

/// What [`detect`] found: a verdict, how sure it is, and the evidence.
///
/// ```
/// use qawl_normalize::visual_order::{Order, detect};
///
/// // "The delegation arrived in the capital at noon." as painted
/// let detection = detect(".رهظلا دنع ةمصاعلا ىلإ دفولا لصو");
/// assert_eq!(detection.order(), Order::Visual);
/// assert!(detection.confidence() > 0.6);
/// assert_eq!(detection.evidence().punctuation.visual, 1); // the full stop before the word
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Detection {
    order: Order,
    confidence: f32,
    evidence: Evidence,
}

impl Detection {
    fn new(evidence: Evidence) -> Self {
        let order = evidence.verdict().unwrap_or(Order::Logical);
        Self { order, confidence: evidence.confidence(order), evidence }
    }

    /// The order: [`Order::Visual`] only where the evidence for it is enough and three times that
    /// against it, else [`Order::Logical`].
    ///
    /// ```
    /// use qawl_normalize::visual_order::{Order, detect};
    ///
    /// // A name that reads as well from behind says nothing: logical, with no confidence.
    /// let detection = detect("دمحم");
    /// assert_eq!((detection.order(), detection.confidence()), (Order::Logical, 0.0));
    /// ```
    #[must_use]
    pub const fn order(&self) -> Order {
        self.order
    }

    /// Whether the order is [`Order::Visual`].
    ///
    /// ```
    /// use qawl_normalize::visual_order::detect;
    ///
    /// assert!(detect("ةديرج").is_visual()); // "newspaper", painted
    /// assert!(!detect("جريدة").is_visual());
    /// ```
    #[must_use]
    pub const fn is_visual(&self) -> bool {
        matches!(self.order, Order::Visual)
    }

    /// How sure the verdict is, from 0 to below 1: what speaks for it less what speaks against it,
    /// as a part of all and of a constant doubt. One word with a strong sign gives a third, a line
    /// of ten words mostly more than three quarters. It is no probability.
    ///
    /// ```
    /// use qawl_normalize::visual_order::detect;
    ///
    /// let word = detect("ةديرج"); // "newspaper", painted
    /// let line = detect("ةيبرعلا ةديرجلا يف لاقملا ةباتك ىلإ"); // a line
    /// assert!(0.3 < word.confidence() && word.confidence() < line.confidence());
    /// assert_eq!(detect("").confidence(), 0.0);
    /// ```
    #[must_use]
    pub const fn confidence(&self) -> f32 {
        self.confidence
    }

    /// What was counted. See the example of [`Evidence`].
    #[must_use]
    pub const fn evidence(&self) -> &Evidence {
        &self.evidence
    }
}

/// Finds in which order `text` stands, as one verdict for the whole of it.
///
/// Correct logical text is practically never called visual; in return a short line without any of
/// the signs that [`Evidence`] counts is called logical. A text of both orders is called logical,
/// with little confidence: ask [`lines()`](super::lines()).
///
/// Only Arabic orthography is asked. Text in another language of the script gives less evidence, and
/// text without Arabic letters none. Linear time; allocates nothing.
///
/// ```
/// use qawl_normalize::visual_order::{Order, detect};
///
/// // "The ministry said that 35% of students study online."
/// let logical = "قالت الوزارة إن 35% من الطلاب يدرسون عن بعد.";
/// assert_eq!(detect(logical).order(), Order::Logical);
/// let painted = ".دعب نع نوسردي بلاطلا نم 35% نإ ةرازولا تلاق";
/// assert_eq!(detect(painted).order(), Order::Visual);
/// ```
#[must_use]
pub fn detect(text: &str) -> Detection {
    let mut evidence = Evidence::default();
    for token in text.split_whitespace() {
        signs::collect(token, &mut evidence);
    }
    Detection::new(evidence)
}
