//! The row of a search, used again by the next one of the thread: to set it to zero takes as long as to pass
//! over a short text.

use std::cell::Cell;
use std::ops::{Deref, DerefMut};

use crate::row::Row;

thread_local! {
    static SPARE: Cell<Option<Box<Row>>> = const { Cell::new(None) };
}

/// A row without words.
static EMPTY: Row = Row::EMPTY;

/// A [`Row`], made when it is first written.
#[derive(Clone, Default)]
pub(crate) struct SpareRow(Option<Box<Row>>);

impl Deref for SpareRow {
    type Target = Row;

    #[inline(always)]
    fn deref(&self) -> &Row {
        self.0.as_deref().unwrap_or(&EMPTY)
    }
}

impl DerefMut for SpareRow {
    fn deref_mut(&mut self) -> &mut Row {
        self.0.get_or_insert_with(|| SPARE.take().unwrap_or_else(|| Box::new(Row::EMPTY)))
    }
}

impl Drop for SpareRow {
    fn drop(&mut self) {
        if let Some(row) = self.0.take() {
            // A thread that ends keeps none.
            let _ = SPARE.try_with(|spare| spare.set(Some(row)));
        }
    }
}

#[cfg(test)]
mod tests {
    use qawl_normalize::Profile;

    use crate::{Entry, Gazetteer, GazetteerBuilder};

    /// Nothing of one text is seen in the next, whichever ends first.
    #[test]
    fn texts_share_nothing() {
        let entry = Entry::new("لندن", "city"); // London
        let list = GazetteerBuilder::new(Profile::SEARCH).add(entry).build().unwrap();
        let gazetteer = Gazetteer::open(list).unwrap();
        let long = "إلى لندن ".repeat(300); // to London
        let count = |text: &str| gazetteer.find_iter(text).count();
        assert_eq!(["", "لندن", &long, "إلى", "", "لندن"].map(count), [0, 1, 300, 0, 0, 1]);
        let mut outer = gazetteer.find_iter(&long);
        let mut left = 300;
        while outer.next().is_some() {
            left -= 1;
            assert_eq!((count("إلى لندن"), outer.clone().count()), (1, left));
        }
        assert_eq!(left, 0);
    }
}
