//! The table of stems: what is known of a string as a stem.

use std::fmt;

use fst::raw::Fst;
use fst::{IntoStreamer, Streamer};

use crate::error::OpenError;

/// `qsg` and the version of the packing.
pub(crate) const FST_TYPE: u64 = 0x71_73_67_02;

/// What the key of a weight begins with.
pub(crate) const WEIGHT: u8 = 0xFF;

/// A finite state transducer from stems to [`Evidence`], read in place.
#[derive(Clone)]
pub(crate) struct Stems<D> {
    fst: Fst<D>,
}

impl<D: AsRef<[u8]>> fmt::Debug for Stems<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stems").field("len", &self.fst.len()).finish()
    }
}

impl<D: AsRef<[u8]>> Stems<D> {
    pub(crate) fn open(bytes: D) -> Result<Self, OpenError> {
        let fst = Fst::new(bytes).map_err(|_| OpenError::not_a_table())?;
        if fst.fst_type() != FST_TYPE {
            return Err(OpenError::other_version());
        }
        // The walks remember places in 32 bits.
        u32::try_from(fst.size()).map_err(|_| OpenError::not_a_table())?;
        Ok(Self { fst })
    }

    /// Checks every byte against the checksum at the end.
    pub(crate) fn verify(self) -> Result<Self, OpenError> {
        self.fst.verify().map_err(|_| OpenError::damaged())?;
        Ok(self)
    }

    /// Calls `visit` with each weight that stands behind the stems.
    pub(crate) fn for_each_weight(&self, mut visit: impl FnMut(u16, i8)) -> Result<(), OpenError> {
        let mut weights = self.fst.range().ge([WEIGHT]).into_stream();
        while let Some((key, value)) = weights.next() {
            let &[_, high, low] = key else { return Err(OpenError::damaged()) };
            let weight = u8::try_from(value.value()).map_err(|_| OpenError::damaged())?;
            visit(u16::from_be_bytes([high, low]), weight.cast_signed());
        }
        Ok(())
    }

    pub(crate) fn fst(&self) -> &Fst<D> {
        &self.fst
    }
}

/// What the counts and the lexicon say of one stem, in 25 bits: two counts as thirds of their
/// binary logarithm, the number of different clitics seen around it, its classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Evidence(u32);

/// Where in these bits something stands, and the greatest value that there is room for.
#[derive(Clone, Copy)]
pub(crate) struct Field {
    shift: u32,
    most: u32,
}

pub(crate) const BARE: Field = Field { shift: 0, most: 63 };
pub(crate) const WITH_ARTICLE: Field = Field { shift: 6, most: 63 };
pub(crate) const PROCLITICS: Field = Field { shift: 12, most: 7 };
pub(crate) const PRONOUNS: Field = Field { shift: 15, most: 7 };
pub(crate) const FUTURES: Field = Field { shift: 18, most: 3 };
pub(crate) const CLASSES: Field = Field { shift: 20, most: 31 };

impl Field {
    /// A value in its place, or the greatest that there is room for.
    #[cfg(feature = "training")]
    pub(crate) fn place(self, value: u64) -> u64 {
        value.min(u64::from(self.most)) << self.shift
    }
}

impl Evidence {
    pub(crate) fn of_output(output: u32) -> Self {
        Self(output)
    }

    /// Thirds of the binary logarithm of how often it stands bare, and one; 0 for never.
    pub(crate) fn bare(self) -> i32 {
        self.level(BARE)
    }

    /// The same for how often it stands with the article.
    pub(crate) fn with_article(self) -> i32 {
        self.level(WITH_ARTICLE)
    }

    /// How many of و ب ل ف ك وب ول were seen before it, at most 7.
    pub(crate) fn proclitics(self) -> i32 {
        self.level(PROCLITICS)
    }

    /// How many pronouns were seen behind it, at most 7.
    pub(crate) fn pronouns(self) -> i32 {
        self.level(PRONOUNS)
    }

    /// How many of س وس فس were seen before it.
    pub(crate) fn futures(self) -> i32 {
        self.level(FUTURES)
    }

    /// The classes that a lexicon gives it, a bit each.
    pub(crate) fn classes(self) -> u32 {
        self.field(CLASSES)
    }

    pub(crate) fn is_perfect(self) -> bool {
        self.classes() & 1 != 0
    }

    pub(crate) fn is_imperfect(self) -> bool {
        self.classes() & 2 != 0
    }

    /// How well known it is.
    pub(crate) fn weight(self) -> i32 {
        self.bare() + self.with_article() + self.proclitics() + self.pronouns()
    }

    fn level(self, field: Field) -> i32 {
        // At most six bits.
        self.field(field) as i32
    }

    fn field(self, field: Field) -> u32 {
        self.0 >> field.shift & field.most
    }
}
