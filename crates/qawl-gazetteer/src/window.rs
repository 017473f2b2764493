//! The pieces around the place where a name may begin.

use std::borrow::Cow;

use crate::cutter::Cursor;
use crate::filter::Marks;
use crate::fold::{Fold, Hashed};
use crate::piece::Piece;
use crate::scan::Scan;
use crate::sieve::Sieve;

/// How many pieces behind the current one may be asked for: a word and the marks between it and a name,
/// or an office and what stands between it and who holds it.
const BEHIND: usize = 6;

/// How many pieces behind the current one are too many.
const ENOUGH: usize = 64;

/// A piece and what is known of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) piece: Piece,
    pub(crate) hashed: Hashed,
    /// What may begin with it, if it was sought.
    pub(crate) marks: Marks,
}

/// A piece, with its text in the form of the list.
#[derive(Clone, Debug)]
pub(crate) struct Folded<'a> {
    pub(crate) piece: Piece,
    pub(crate) text: Cow<'a, str>,
}

/// A stretch of pieces that moves through a text.
#[derive(Clone)]
pub(crate) struct Window<'g, 'a> {
    scan: Scan<'g, 'a>,
    /// Where `row` began when nothing was in it.
    start: Cursor,
    /// Where the piece begins that follows `row`.
    end: Cursor,
    row: Vec<Place>,
    /// The place of the current piece in `row`.
    current: usize,
}

impl<'g, 'a> Window<'g, 'a> {
    pub(crate) fn new(text: &'a str, fold: &'g Fold, sieve: Sieve<'g>) -> Self {
        let (scan, start) = (Scan::new(text, fold, sieve), Cursor::default());
        Self { scan, start, end: start, row: Vec::new(), current: 0 }
    }

    pub(crate) const fn text(&self) -> &'a str {
        self.scan.cutter.text()
    }

    pub(crate) const fn folding(&self) -> &'g Fold {
        self.scan.cutter.folding()
    }

    /// A piece in the form of the list.
    pub(crate) fn fold(&self, piece: Piece) -> Folded<'a> {
        Folded { piece, text: self.folding().fold(self.text(), piece) }
    }

    /// What may begin with the folded word of this hash.
    pub(crate) fn marks(&self, hash: u64) -> Marks {
        self.scan.marks(hash)
    }

    /// Writes a piece in the form of the list over what `out` held.
    pub(crate) fn fold_into(&self, place: Place, out: &mut String) {
        self.folding().fold_into(self.text(), place.piece, out);
    }

    /// The piece `ahead` places behind the current one, which is at 0.
    pub(crate) fn get(&mut self, ahead: usize) -> Option<Place> {
        while self.row.len() <= self.current + ahead {
            self.extend()?;
        }
        self.seen(ahead)
    }

    /// The piece `ahead` places behind the current one, if it was asked for before.
    #[inline]
    pub(crate) fn seen(&self, ahead: usize) -> Option<Place> {
        self.row.get(self.current + ahead).copied()
    }

    /// The piece `back` places in front of the current one.
    pub(crate) fn behind(&mut self, back: usize) -> Option<Piece> {
        Some(self.place_behind(back)?.piece)
    }

    /// The same, with its hash.
    pub(crate) fn place_behind(&mut self, back: usize) -> Option<Place> {
        // As many everywhere, whatever is kept.
        if back > BEHIND {
            return None;
        }
        self.recall(back);
        self.row.get(self.current.checked_sub(back)?).copied()
    }

    /// Moves on by `pieces` that were seen.
    pub(crate) fn advance(&mut self, pieces: usize) {
        self.current = (self.current + pieces).min(self.row.len());
        self.forget();
    }

    /// Moves on to the next piece, the current one included, with which a name may begin; to the end of
    /// the text where there is none, so that it is not read again for the next who asks.
    pub(crate) fn seek(&mut self) -> Option<Place> {
        let behind = self.current.checked_sub(1).and_then(|last| self.row.get(last));
        let cursor = behind.map_or(self.start, |place| Cursor::behind(place.piece));
        let Some(beginning) = self.scan.next(cursor) else {
            self.restart(Cursor { at: self.text().len(), behind_word: false });
            return None;
        };
        let cursor = self.scan.before(0);
        if cursor.at > self.end.at {
            // Far away: what lies between is not needed.
            self.restart(cursor);
        }
        self.go_to(beginning.start)?;
        self.forget();
        let first = self.row.get_mut(self.current)?;
        first.marks = beginning.marks;
        Some(*first)
    }

    /// Cuts the `back` pieces before the current one, as far as they were passed over when it was sought: of
    /// most that are sought no one asks for them.
    #[inline]
    fn recall(&mut self, back: usize) {
        if self.current < back {
            self.cut_before(back);
        }
    }

    fn cut_before(&mut self, back: usize) {
        let mut cursor = self.scan.before(back);
        let Some(first) = self.row.first().map(|place| place.piece.span.start()) else { return };
        if cursor.at >= self.start.at {
            return;
        }
        self.start = cursor;
        let known = self.row.len();
        while let Some((piece, hashed)) = self.scan.cutter.next(&mut cursor)
            && piece.span.start() < first
        {
            self.row.push(Place { piece, hashed, marks: Marks::default() });
        }
        self.current += self.row.len() - known;
        self.row.rotate_left(known);
    }

    /// Goes on to the piece that begins at byte `start`.
    fn go_to(&mut self, start: usize) -> Option<()> {
        while self.get(0)?.piece.span.start() != start {
            self.current += 1;
        }
        Some(())
    }

    /// Goes to where a piece begins, without those before it.
    fn restart(&mut self, cursor: Cursor) {
        self.row.clear();
        self.current = 0;
        (self.start, self.end) = (cursor, cursor);
    }

    /// Cuts one more piece.
    fn extend(&mut self) -> Option<()> {
        let (piece, hashed) = self.scan.cutter.next(&mut self.end)?;
        self.row.push(Place { piece, hashed, marks: Marks::default() });
        Some(())
    }

    /// Drops what lies too far behind, once that is much.
    fn forget(&mut self) {
        if self.current > ENOUGH {
            self.row.drain(..self.current - BEHIND);
            self.current = BEHIND;
        }
    }
}

impl std::fmt::Debug for Window<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rest = self.row.get(self.current..).unwrap_or_default();
        f.debug_struct("Window")
            .field("text", &self.text())
            .field("ahead", &rest)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use qawl_normalize::Profile;

    use crate::{Entry, Gazetteer, GazetteerBuilder};

    /// Else whoever asks again at every word, as layers and a fuzzy search do, takes quadratic time.
    #[test]
    fn the_end_is_found_once() {
        let entry = Entry::new("لندن", "city"); // London
        let list = GazetteerBuilder::new(Profile::SEARCH).add(entry).build().unwrap();
        let gazetteer = Gazetteer::open(list).unwrap();
        let text = ["لندن", &" مدينة".repeat(3000)].concat(); // city
        let mut window = gazetteer.find_iter(&text).window;
        assert!(window.seek().is_some());
        window.advance(1);
        assert!(window.seek().is_none());
        assert_eq!((window.start.at, window.get(0).is_none()), (text.len(), true));
        assert!(window.seek().is_none());
    }

    #[test]
    fn little_is_kept() {
        let list = GazetteerBuilder::new(Profile::SEARCH).build().unwrap();
        let gazetteer = Gazetteer::open(list).unwrap();
        let text = "مدينة ".repeat(3000); // city
        let mut window = gazetteer.find_iter(&text).window;
        while window.get(0).is_some() {
            window.advance(1);
            assert!(window.row.len() <= super::ENOUGH + 2);
        }
    }
}
