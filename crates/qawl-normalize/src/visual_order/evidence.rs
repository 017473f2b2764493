//! What speaks for either order, counted.

use core::ops::AddAssign;

use super::Order;

/// How many signs of one kind speak for logical and how many for visual order.
///
/// ```
/// use qawl_normalize::visual_order::{Votes, detect};
///
/// // "the school": the teh marbuta ends the word
/// assert_eq!(detect("المدرسة").evidence().letters, Votes { logical: 1, visual: 0 });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Votes {
    /// Signs that the text stands as it is read.
    pub logical: usize,
    /// Signs that it stands from left to right as it is painted.
    pub visual: usize,
}

impl Votes {
    /// A sign that is met in the stored order, and the same one met in the turned order.
    pub(super) const fn cast(&mut self, forward: bool, backward: bool) {
        self.logical += forward as usize;
        self.visual += backward as usize;
    }
}

impl AddAssign for Votes {
    fn add_assign(&mut self, other: Self) {
        self.logical += other.logical;
        self.visual += other.visual;
    }
}

/// The counted evidence about the order of a text, by kind.
///
/// All of it is orthography, none of it a vocabulary but for a short list of function words. A word
/// may give evidence of several kinds, and of each at most once.
///
/// ```
/// use qawl_normalize::visual_order::detect;
///
/// // "in the big school", painted
/// let evidence = *detect("ةريبكلا ةسردملا يف").evidence();
/// assert_eq!(evidence.letters.visual, 2); // two words begin with TEH MARBUTA
/// assert_eq!(evidence.articles.visual, 2); // two end in an article from behind
/// assert_eq!(evidence.function_words.visual, 1); // «في» from behind
/// assert_eq!(evidence.letters.logical + evidence.articles.logical, 0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Evidence {
    /// Letters that only end a word (teh marbuta, alef maksura) or only begin one (alef with hamza
    /// below).
    pub letters: Votes,
    /// Alef with hamza above, which mostly begins a word, and the hamza without a seat, which mostly
    /// ends one.
    pub hamzas: Votes,
    /// The article at the start of a word of five letters and more, alone or behind the
    /// conjunction waw.
    pub articles: Votes,
    /// Frequent words that make no word when read backwards.
    pub function_words: Votes,
    /// Words in presentation forms that join from one side only: an initial form comes before the
    /// medial or final one that it joins.
    pub forms: Votes,
    /// Marks: tanwin stands at the end of a word, and no word begins with a mark.
    pub marks: Votes,
    /// Commas and stops, which follow their word without a space.
    pub punctuation: Votes,
}

/// How much less than certain the verdict on little evidence is: the weight of two strong signs.
const DOUBT: usize = 10;

/// What a verdict needs at least: one strong sign.
const ENOUGH: usize = 5;

/// How often the weight for one order must exceed that for the other.
const CLEAR: usize = 3;

impl Evidence {
    /// The order that most of the evidence speaks for, if it is enough and clear.
    pub(super) fn verdict(&self) -> Option<Order> {
        let Votes { logical, visual } = self.weighed();
        let wins = |this: usize, other: usize| this >= ENOUGH && this >= CLEAR * other;
        if wins(visual, logical) {
            Some(Order::Visual)
        } else {
            wins(logical, visual).then_some(Order::Logical)
        }
    }

    /// How sure it is that the text stands in `order`.
    pub(super) fn confidence(&self, order: Order) -> f32 {
        let Votes { logical, visual } = self.weighed();
        let margin = match order {
            Order::Logical => logical.saturating_sub(visual),
            Order::Visual => visual.saturating_sub(logical),
        };
        margin as f32 / (logical + visual + DOUBT) as f32
    }

    /// The votes by what they are worth. In a million and a half words of news, tweets, encyclopedia
    /// and vocalized prose the strong signs were met the wrong way round in fewer than one word of
    /// fifty thousand, hamzas and the article in one of eight and six hundred; one tanwin and one stop
    /// of three hundred stood on the wrong side.
    fn weighed(&self) -> Votes {
        let kinds = [
            (self.letters, 5),
            (self.function_words, 5),
            (self.forms, 5),
            (self.hamzas, 3),
            (self.marks, 3),
            (self.articles, 2),
            (self.punctuation, 1),
        ];
        kinds.iter().fold(Votes::default(), |sum, (votes, weight)| Votes {
            logical: sum.logical + weight * votes.logical,
            visual: sum.visual + weight * votes.visual,
        })
    }
}

impl AddAssign for Evidence {
    fn add_assign(&mut self, other: Self) {
        self.letters += other.letters;
        self.hamzas += other.hamzas;
        self.articles += other.articles;
        self.function_words += other.function_words;
        self.forms += other.forms;
        self.marks += other.marks;
        self.punctuation += other.punctuation;
    }
}
