//! Arabic that was extracted in *visual order*: told apart from logical order, and put right.
//!
//! Text is stored in logical order, as it is read, and the bidirectional algorithm of Unicode
//! ([UAX #9](https://www.unicode.org/reports/tr9/), rule L2) turns each line over when it is
//! painted. Tools that collect the glyphs of a PDF from left to right keep the painted line: the
//! words «في المدرسة» ("in the school") come out as «ةسردملا يف», letter by letter from the wrong
//! end, while numbers and Latin words inside stand as they should.
//!
//! * [`detect`] says in which order a text stands, how sure that is, and on what evidence;
//!   [`lines()`] says so for each line, since a PDF may hold both.
//! * [`reorder`] turns every line; [`repair`] only those that are in visual order.
//!
//! No profile does any of this: it is a repair of the extraction, for callers who know that they
//! need it. It goes **before** all normalization. A folded presentation form no longer says where
//! in its word it stood, and one glyph of lam and alef that became two letters would be turned over
//! as two:
//!
//! ```
//! use qawl_normalize::{Profile, visual_order};
//!
//! // "peace" as painted: MEEM ISOLATED, LIGATURE LAM WITH ALEF FINAL, SEEN INITIAL, LAM, ALEF
//! let painted = "\u{FEE1}\u{FEFC}\u{FEB4}\u{FEDF}\u{FE8D}";
//! assert!(visual_order::detect(painted).is_visual());
//! let logical = visual_order::reorder(painted);
//! assert_eq!(Profile::DISPLAY.normalizer().normalize(&logical), "السلام");
//!
//! // The other way round, lam and alef change places.
//! let folded = Profile::DISPLAY.normalizer().normalize(painted);
//! assert_eq!(visual_order::reorder(&folded), "السالم");
//! ```
//!
//! The result is a new text, and offsets into it mean nothing in the old one: an
//! [`Alignment`](qawl_core::Alignment) runs forward in both texts, which a turned line does not.
//! Keep the reordered text as the source that spans refer to.
//!
//! What cannot be known from the line alone is decided as UAX #9 makes it most likely; see
//! [`reorder`]. Where an extractor took the ligature of lam and alef apart by itself, «السلام» stands
//! as «مالسلا» or as «ملاسلا», and only the first can be read back.

pub use self::detect::{Detection, Order, detect};
pub use self::evidence::{Evidence, Votes};
pub use self::lines::{Line, Lines, lines};
pub use self::options::{Brackets, Marks, ReorderOptions};
pub use self::reorder::{reorder, reorder_with};
pub use self::repair::{repair, repair_with};

mod detect;
mod evidence;
mod lines;
mod signs;

mod options;
mod reorder;
mod repair;

mod class;
mod mirror;
mod tables;
mod units;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod sentences;
