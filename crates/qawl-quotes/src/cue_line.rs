//! What a line of a list of reporting verbs says.
//!
//! `qawl-datagen` compiles this file too: `data/quotes/cues.tsv` and the lists of a caller are read alike.

use crate::inflect::{Form, imperfect, participle, past};

/// What a reporting verb may take, in the order of the bits in the table.
pub(crate) const TAKES: &[&str] =
    &["anna", "bi", "ila", "ala", "min", "aan", "question", "colon", "mark", "nominal", "fi"];

/// What else is to be known of a reporting verb.
pub(crate) const FLAGS: &[&str] = &[
    "add",
    "weak",
    "object",
    "subjunctive",
    "finding",
    "relay",
    "medium",
    "joined",
    "view",
    "final_yeh",
];

/// The kinds of saying, the variants of `Act` in lower case.
pub(crate) const ACTS: &[&str] = &[
    "say", "add", "explain", "announce", "point", "warn", "stress", "concede", "deny", "claim",
    "judge", "promise", "demand", "ask", "answer", "tell", "accuse", "write", "wish", "find",
    "praise",
];

/// How many columns a line has.
pub(crate) const COLUMNS: usize = 6;

/// What stands in a column that says nothing.
const NONE: &str = "-";

/// A reporting verb.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CueLine<'l> {
    /// Third person singular masculine.
    pub(crate) past: &'l str,
    /// The same in the imperfect, if the verb reports in it.
    pub(crate) imperfect: Option<&'l str>,
    /// The participle without its ending, if the verb reports by it.
    pub(crate) participle: Option<&'l str>,
    /// Its place in [`ACTS`].
    pub(crate) act: usize,
    /// The bits of [`TAKES`].
    pub(crate) takes: u16,
    /// The bits of [`FLAGS`].
    pub(crate) flags: u16,
}

impl<'l> CueLine<'l> {
    /// Reads the columns of a line. What is wrong with them is said in a sentence.
    pub(crate) fn read(columns: &[&'l str]) -> Result<Self, String> {
        let &[past, imperfect, participle, act, takes, flags] = columns else {
            let found = columns.len();
            return Err(format!(
                "expected {COLUMNS} columns (past, imperfect, participle, act, takes, flags), found {found}"
            ));
        };
        Ok(Self {
            past,
            imperfect: some(imperfect),
            participle: some(participle),
            act: one_of(act, ACTS)?,
            takes: bits(takes, TAKES)?,
            // The last one is told by the imperfect.
            flags: bits(flags, FLAGS.split_last().map_or(FLAGS, |(_, told)| told))?,
        })
    }

    /// Its forms, which are not folded.
    pub(crate) fn forms(&self) -> Vec<Form> {
        let mut all = past(self.past);
        all.extend(self.imperfect.into_iter().flat_map(imperfect));
        all.extend(self.participle.into_iter().flat_map(participle));
        all
    }

    /// The flags, with the one that the imperfect tells.
    pub(crate) fn all_flags(&self) -> u16 {
        let final_yeh = self.imperfect.is_some_and(|verb| verb.ends_with('ي'));
        let bit = FLAGS.iter().position(|flag| final_yeh && *flag == "final_yeh");
        self.flags | bit.map_or(0, |bit| 1 << bit)
    }
}

/// What a column says; none where it says `-`.
pub(crate) fn some(column: &str) -> Option<&str> {
    Some(column).filter(|column| *column != NONE)
}

/// Which of `names` it is.
pub(crate) fn one_of(name: &str, names: &[&str]) -> Result<usize, String> {
    let at = names.iter().position(|known| *known == name);
    at.ok_or_else(|| format!("{name:?} is none of {}", names.join(", ")))
}

/// The bits of a comma-separated list of names; `-` is none.
fn bits(list: &str, names: &[&str]) -> Result<u16, String> {
    let each = some(list).into_iter().flat_map(|list| list.split(','));
    each.map(|name| one_of(name, names)).try_fold(0, |bits, at| Ok(bits | 1 << at?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_read_or_said_to_be_wrong() {
        let line = CueLine::read(&["حكى", "يحكي", "-", "say", "anna,mark", "weak"]).unwrap(); // "told"
        assert_eq!((line.participle, line.takes, line.flags), (None, 1 | 1 << 8, 2));
        assert_eq!(line.all_flags(), 2 | 1 << 9);
        assert_eq!(line.forms().len(), 13);
        let wrong = |columns: &[&str]| CueLine::read(columns).unwrap_err();
        assert!(wrong(&["حكى", "يحكي"]).ends_with("flags), found 2"));
        assert!(
            wrong(&["حكى", "-", "-", "sey", "anna", "-"]).starts_with("\"sey\" is none of say,")
        );
        assert!(
            wrong(&["حكى", "-", "-", "say", "anna,", "-"]).starts_with("\"\" is none of anna,")
        );
        assert!(wrong(&["حكى", "-", "-", "say", "anna", "final_yeh"]).ends_with(", joined, view"));
    }
}
