//! The table of stems: what is known of a string as a stem.

use std::fmt;

use fst::raw::Fst;

use crate::error::OpenError;

/// `qsg` and the version of the packing.
const FST_TYPE: u64 = 0x71_73_67_01;

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
        Ok(Self { fst })
    }

    /// Checks every byte against the checksum at the end.
    pub(crate) fn verify(self) -> Result<Self, OpenError> {
        self.fst.verify().map_err(|_| OpenError::damaged())?;
        Ok(self)
    }

    pub(crate) fn get(&self, stem: &str) -> Option<Evidence> {
        self.fst.get(stem).map(|output| Evidence(output.value()))
    }
}

/// What the counts and the lexicon say of one stem, in 25 bits: two counts as thirds of their
/// binary logarithm, the number of different clitics seen around it, its classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Evidence(u64);

impl Evidence {
    /// Nothing.
    pub(crate) const NONE: Self = Self(0);

    /// The binary logarithm of how often it stands bare, 0 for never.
    pub(crate) fn bare(self) -> f32 {
        self.level(0)
    }

    /// The same for how often it stands with the article.
    pub(crate) fn with_article(self) -> f32 {
        self.level(6)
    }

    /// How many of و ب ل ف ك وب ول were seen before it, at most 7.
    pub(crate) fn proclitics(self) -> f32 {
        self.field(12, 7)
    }

    /// How many pronouns were seen behind it, at most 7.
    pub(crate) fn pronouns(self) -> f32 {
        self.field(15, 7)
    }

    /// How many of س وس فس were seen before it.
    pub(crate) fn futures(self) -> f32 {
        self.field(18, 3)
    }

    pub(crate) fn is_perfect(self) -> bool {
        self.0 & 1 << 20 != 0
    }

    pub(crate) fn is_imperfect(self) -> bool {
        self.0 & 1 << 21 != 0
    }

    pub(crate) fn is_adjective(self) -> bool {
        self.0 & 1 << 22 != 0
    }

    pub(crate) fn is_name(self) -> bool {
        self.0 & 1 << 23 != 0
    }

    /// Whether a lexicon knows it.
    pub(crate) fn is_classed(self) -> bool {
        self.0 >> 20 & 31 != 0
    }

    /// Whether a lexicon or the article says that it is a stem.
    pub(crate) fn is_stem(self) -> bool {
        self.is_classed() || self.with_article() > 0.0
    }

    /// Whether it is a verb, besides what else it may be.
    pub(crate) fn is_verb(self) -> bool {
        self.is_perfect() || self.is_imperfect() || self.futures() > 0.0
    }

    /// Whether it is a verb, and nothing says that it is a noun too.
    pub(crate) fn is_only_verb(self) -> bool {
        let verb = self.is_perfect() || self.futures() > 0.0;
        verb && self.with_article() <= 0.0 && !self.is_adjective() && !self.is_name()
    }

    /// Whether it is a verb, and as a noun rare at most.
    pub(crate) fn is_mostly_verb(self) -> bool {
        self.is_only_verb() || self.is_perfect() && self.bare() - self.with_article() > 3.0
    }

    /// Whether it is a name, and nothing says that it is anything else.
    pub(crate) fn is_only_name(self) -> bool {
        self.is_name() && !self.is_adjective() && !self.is_verb() && self.with_article() < 1.0
    }

    /// A count of one is level 1, of 2^(n/3) level n + 1.
    fn level(self, shift: u32) -> f32 {
        self.field(shift, 63) / 3.0
    }

    fn field(self, shift: u32, mask: u64) -> f32 {
        // At most six bits: exact in a float.
        u16::try_from(self.0 >> shift & mask).map_or(0.0, f32::from)
    }
}
