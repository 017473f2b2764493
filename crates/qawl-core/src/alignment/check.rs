//! What holds for every alignment, and must be asked of one that comes from outside.

use super::Alignment;
#[cfg(feature = "serde")]
use super::change;
use super::change::{Change, Edit};
use crate::Span;

impl Alignment {
    /// Says what is wrong, if something is. Linear in the pieces that changed.
    pub(super) fn check(&self) -> Result<(), &'static str> {
        let mut before = Edit::default();
        for edit in self.edits() {
            match gap(&before, &edit) {
                None => return Err("an alignment whose edits overlap or are not sorted"),
                Some((source, result)) if source != result => return Err(UNEVEN),
                Some(_) => self.check_edit(&edit)?,
            }
            before = edit;
        }
        let ends =
            Edit { source: Span::empty(self.source_len), result: Span::empty(self.result_len) };
        match gap(&before, &ends) {
            None => Err("an alignment whose edits reach past its lengths"),
            Some((source, result)) if source != result => Err(UNEVEN),
            Some(_) => self.check_places(),
        }
    }

    fn check_edit(&self, edit: &Edit) -> Result<(), &'static str> {
        match (edit.source.is_empty(), edit.result.is_empty()) {
            (true, true) => Err("an alignment with an edit of nothing to nothing"),
            (false, true) if self.result_len > 0 => {
                Err("an alignment with a deletion that belongs to no character")
            }
            _ => Ok(()),
        }
    }

    /// Two insertions at one place would have to be one.
    fn check_places(&self) -> Result<(), &'static str> {
        let doubled =
            |(one, other): (Edit, Edit)| one.source == other.source || one.result == other.result;
        match self.edits().zip(self.edits().skip(1)).any(doubled) {
            true => Err("an alignment with two edits at one place"),
            false => Ok(()),
        }
    }
}

const UNEVEN: &str = "an alignment whose texts differ in length where nothing was edited";

/// The bytes between two edits, in the source and in the result.
fn gap(before: &Edit, behind: &Edit) -> Option<(usize, usize)> {
    Some((
        behind.source.start().checked_sub(before.source.end())?,
        behind.result.start().checked_sub(before.result.end())?,
    ))
}

#[cfg(feature = "serde")]
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(rename = "Alignment")]
struct Pieces {
    edits: alloc::vec::Vec<Edit>,
    source_len: usize,
    result_len: usize,
}

#[cfg(feature = "serde")]
impl serde::Serialize for Alignment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (source_len, result_len) = (self.source_len, self.result_len);
        Pieces { edits: self.edits().collect(), source_len, result_len }.serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Alignment {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Pieces { edits, source_len, result_len } = Pieces::deserialize(deserializer)?;
        let changes = edits.iter().copied().map(Change::Edit).collect();
        let pieces = Alignment { changes, source_len, result_len };
        pieces.check().map_err(serde::de::Error::custom)?;
        Ok(Alignment { changes: change::collect(edits), ..pieces })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Offsets = ((usize, usize), (usize, usize));

    fn check(edits: &[Offsets], source_len: usize, result_len: usize) -> Result<(), &'static str> {
        let edit = |&(source, result): &Offsets| Edit {
            source: Span::new(source.0, source.1),
            result: Span::new(result.0, result.1),
        };
        let changes = edits.iter().map(edit).map(Change::Edit).collect();
        Alignment { changes, source_len, result_len }.check()
    }

    #[test]
    fn sound_maps_pass() {
        assert_eq!(check(&[], 4, 4), Ok(()));
        assert_eq!(check(&[((0, 4), (0, 2))], 6, 4), Ok(()));
        assert_eq!(check(&[((0, 4), (0, 0))], 4, 0), Ok(()));
        assert_eq!(check(&[((0, 0), (0, 1)), ((2, 6), (3, 5))], 6, 5), Ok(()));
    }

    #[test]
    fn broken_maps_are_refused() {
        let end = usize::MAX;
        assert!(check(&[], 4, 5).unwrap_err().contains("differ in length"));
        assert!(check(&[((2, 4), (3, 4))], 4, 4).unwrap_err().contains("differ in length"));
        assert!(check(&[((2, end), (2, 4))], 4, 4).unwrap_err().contains("past"));
        assert!(check(&[((2, 6), (2, 4))], 4, 4).unwrap_err().contains("past"));
        let twisted = [((2, 4), (2, 3)), ((0, 1), (0, 2))];
        assert!(check(&twisted, 4, 4).unwrap_err().contains("sorted"));
        assert!(check(&[((2, 2), (2, 2))], 4, 4).unwrap_err().contains("nothing"));
        assert!(check(&[((2, 4), (2, 2))], 4, 2).unwrap_err().contains("no character"));
        let twice = [((2, 2), (2, 3)), ((2, 2), (3, 4))];
        assert!(check(&twice, 4, 6).unwrap_err().contains("one place"));
    }
}
