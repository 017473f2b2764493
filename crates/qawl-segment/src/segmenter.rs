//! Words in, pieces out.

use std::fmt;

use crate::cache::Cache;
use crate::error::OpenError;
use crate::letters::Letters;
use crate::rank::{self, Best};
use crate::segmentation::Segmentation;
use crate::stems::Stems;
use crate::weights::Weights;

/// Cuts Arabic words into clitics and stem.
///
/// Most words can be cut in more than one way: وزير is "minister", not "and" and زير. The segmenter
/// weighs the ways by how often the stems that they leave are met in news and with what else,
/// after a list of closed-class words. It reads one word at a time: the words around it decide
/// less than one case in a thousand.
///
/// ```
/// use qawl_segment::{Form, Scheme, Segmenter};
///
/// let segmenter = Segmenter::embedded();
/// let plus = |word| segmenter.segment(word).plus(Scheme::D3, Form::Restored).to_string();
/// assert_eq!(plus("وسيكتبونها"), "و+س+يكتبون+ها"); // "and they will write it"
/// assert_eq!(plus("للحكومة"), "ل+ال+حكومة"); // "to the government"
/// assert_eq!(plus("مدرستها"), "مدرسة+ها"); // "her school"
/// assert_eq!(plus("وزير"), "وزير"); // "minister"
/// ```
#[derive(Clone)]
pub struct Segmenter<D = &'static [u8]> {
    stems: Stems<D>,
    weights: Weights,
}

impl<D: AsRef<[u8]>> fmt::Debug for Segmenter<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Segmenter").field("stems", &self.stems).finish()
    }
}

#[cfg(feature = "embedded")]
impl Segmenter<&'static [u8]> {
    /// The segmenter with the table of the library, made of the words of Arabic news. The table
    /// is read in place; its weights are unpacked, which takes a fraction of a millisecond and 32 kB:
    /// keep the segmenter, or clone it, which is cheap.
    #[must_use]
    pub fn embedded() -> Self {
        let bytes: &'static [u8] = include_bytes!("model.fst");
        #[expect(clippy::expect_used, reason = "the tests of this crate open these very bytes")]
        let stems = Stems::open(bytes).expect("the embedded table is sound");
        #[expect(clippy::expect_used, reason = "the tests of this crate open these very bytes")]
        let weights = Weights::of(&stems).expect("the embedded weights are sound");
        Self { stems, weights }
    }
}

impl<D: AsRef<[u8]>> Segmenter<D> {
    /// A segmenter with another table: bytes as `qawl-datagen` writes them, from a file, a memory
    /// map or a constant. Reads all of them once, to compare their checksum.
    ///
    /// ```
    /// use qawl_segment::Segmenter;
    ///
    /// assert!(Segmenter::open(Vec::new()).is_err());
    /// ```
    ///
    /// # Errors
    /// Where the bytes are no table, a table of another version, or damaged. The checksum finds
    /// damage, not malice: a table that was made to look sound may panic when words are looked up.
    pub fn open(bytes: D) -> Result<Self, OpenError> {
        let stems = Stems::open(bytes)?.verify()?;
        let weights = Weights::of(&stems)?;
        Ok(Self { stems, weights })
    }

    #[cfg(feature = "training")]
    pub(crate) fn stems(&self) -> &Stems<D> {
        &self.stems
    }

    /// The same segmenter going by rules alone, which are set by hand: without the weights that
    /// annotated sentences taught. About one word in a hundred more is cut wrong, and margins
    /// are no odds.
    ///
    /// ```
    /// use qawl_segment::{Form, Scheme, Segmenter};
    ///
    /// let rules = Segmenter::embedded().without_weights();
    /// let word = rules.segment("وللحكومة"); // "and to the government"
    /// assert_eq!(word.plus(Scheme::D3, Form::Restored).to_string(), "و+ل+ال+حكومة");
    /// ```
    #[must_use]
    pub fn without_weights(self) -> Self {
        Self { weights: Weights::none(), ..self }
    }

    /// Cuts one word. A word that holds anything but Arabic letters, marks, tatweel and direction
    /// controls stays one piece. Allocates the list of pieces, and the restored forms.
    ///
    /// ```
    /// use qawl_segment::Segmenter;
    ///
    /// // "and his book", with a FATHA behind the first letter
    /// let word = Segmenter::embedded().segment("و\u{064E}كتابه");
    /// let pieces: Vec<&str> = word.pieces().iter().map(|piece| piece.surface).collect();
    /// assert_eq!(pieces, ["و\u{064E}", "كتاب", "ه"]);
    /// ```
    #[must_use]
    pub fn segment<'w>(&self, word: &'w str) -> Segmentation<'w> {
        self.segment_by(word, rank::best)
    }

    /// Cuts a word as `rank` finds best.
    pub(crate) fn segment_by<'w>(
        &self,
        word: &'w str,
        rank: impl FnOnce(&str, &Stems<D>, &Weights) -> Best,
    ) -> Segmentation<'w> {
        let Some(letters) = Letters::of(word) else { return Segmentation::foreign(word) };
        let best = rank(&letters.text, &self.stems, &self.weights);
        Segmentation::new(word, letters, &best.choice, best.second)
    }

    /// The same, faster for a word that `cache` remembers, as most words of a long text are. Use a
    /// cache with one segmenter only: it does not know which one filled it.
    #[must_use]
    pub fn segment_cached<'w>(&self, word: &'w str, cache: &mut Cache) -> Segmentation<'w> {
        self.segment_by(word, |letters, stems, weights| {
            cache.get_or(letters, || rank::best(letters, stems, weights))
        })
    }

    /// At most `k` ways of cutting a word, the likeliest first. The margin of each tells how far
    /// the next one lies behind.
    ///
    /// ```
    /// use qawl_segment::{Form, Scheme, Segmenter};
    ///
    /// let cuts = Segmenter::embedded().n_best("وبلدهم", 2); // "and their country"
    /// let plus = |at: usize| cuts[at].plus(Scheme::D3, Form::Restored).to_string();
    /// assert_eq!(plus(0), "و+بلد+هم");
    /// assert_eq!(cuts.len(), 2);
    /// assert!(cuts[0].score() >= cuts[1].score());
    /// ```
    #[must_use]
    pub fn n_best<'w>(&self, word: &'w str, k: usize) -> Vec<Segmentation<'w>> {
        let Some(letters) = Letters::of(word) else {
            return std::iter::once(Segmentation::foreign(word)).take(k).collect();
        };
        let choices = rank::all(&letters.text, &self.stems, &self.weights);
        let seconds = choices.iter().skip(1).map(|next| Some(next.score)).chain([None]);
        let ranked = choices.iter().zip(seconds).take(k);
        ranked
            .map(|(choice, second)| Segmentation::new(word, letters.clone(), choice, second))
            .collect()
    }
}
