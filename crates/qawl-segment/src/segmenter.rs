//! Words in, pieces out.

use std::fmt;

use crate::error::OpenError;
use crate::exceptions;
use crate::letters::Letters;
use crate::score::{self, Choice, Stem};
use crate::segmentation::Segmentation;
use crate::stems::Stems;

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
}

impl<D: AsRef<[u8]>> fmt::Debug for Segmenter<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Segmenter").field("stems", &self.stems).finish()
    }
}

#[cfg(feature = "embedded")]
impl Segmenter<&'static [u8]> {
    /// The segmenter with the table of the library, made of the words of Arabic news. Constant
    /// time: the table is read in place.
    #[must_use]
    pub fn embedded() -> Self {
        let bytes: &'static [u8] = include_bytes!("stems.fst");
        #[expect(clippy::expect_used, reason = "the tests of this crate open these very bytes")]
        let stems = Stems::open(bytes).expect("the embedded table is sound");
        Self { stems }
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
    /// Where the bytes are no table, a table of another version, or damaged.
    pub fn open(bytes: D) -> Result<Self, OpenError> {
        Ok(Self { stems: Stems::open(bytes)?.verify()? })
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
        let Some(letters) = Letters::of(word) else { return Segmentation::foreign(word) };
        let choice = match exceptions::find(&letters.text) {
            Some((cut, stem)) => Choice::certain(cut, Stem::Listed(stem)),
            None => score::choose(&letters.text, &self.stems),
        };
        Segmentation::new(word, letters, &choice)
    }
}
