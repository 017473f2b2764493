//! What a line of a list of titles says.
//!
//! `qawl-datagen` compiles this file too: `data/quotes/titles.tsv` and the lists of a caller are read alike.

use crate::cue_line::one_of;

/// The classes of titles, in the order of the table.
pub(crate) const TITLES: &[&str] = &["honorific", "office", "rank", "profession", "institution"];

/// The genders of titles, in the order of the table.
pub(crate) const GENDERS: &[&str] = &["m", "f", "-"];

/// A title.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TitleLine<'l> {
    /// One word or more.
    pub(crate) title: &'l str,
    /// Its place in [`TITLES`].
    pub(crate) class: usize,
    /// Its place in [`GENDERS`].
    pub(crate) gender: usize,
}

impl<'l> TitleLine<'l> {
    /// Reads the columns of a line. What is wrong with them is said in a sentence.
    pub(crate) fn read(columns: &[&'l str]) -> Result<Self, String> {
        let &[title, class, gender] = columns else {
            let found = columns.len();
            return Err(format!("expected 3 columns (title, class, gender), found {found}"));
        };
        let (class, gender) = (one_of(class, TITLES)?, one_of(gender, GENDERS)?);
        Ok(Self { title, class, gender })
    }
}
