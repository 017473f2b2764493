//! What extractors do differently.

/// How the brackets of right-to-left text were written down.
///
/// UAX #9 (rule L4) paints an opening bracket of right-to-left text as its mirror image, so that
/// from left to right the line has `(` before `)` again. Most extractors store what was painted;
/// some store the character that was typed, and then `)` comes before `(`.
///
/// Mirrored are `( )`, `[ ]`, `{ }`, `< >`, `« »`, `‹ ›` and `≤ ≥`; the quotation marks `“ ”` are not
/// (Unicode, `Bidi_Mirrored`). Brackets inside Latin runs are left as they are.
///
/// ```
/// use qawl_normalize::visual_order::{Brackets, ReorderOptions, reorder_with};
///
/// let options = ReorderOptions::new().with_brackets(Brackets::Typed);
/// // "(new)", written as the characters were typed
/// assert_eq!(reorder_with(")ديدج(", &options), "(جديد)");
/// assert_eq!(reorder_with("(ديدج)", &options.with_brackets(Brackets::Painted)), "(جديد)");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Brackets {
    /// As most brackets of the whole text suggest: from left to right, a painted left bracket leans
    /// on the word behind it, a typed one on the word before. Painted, where none says more.
    #[default]
    Detect,
    /// They were painted as mirror images: each becomes the other of its pair.
    Painted,
    /// They stand as typed: none changes.
    Typed,
}

/// Where the marks of a letter stand in the extracted line.
///
/// In a line that is merely turned over marks precede their letter; an extractor may put them behind
/// it again (UAX #9, rule L3, knows both).
///
/// ```
/// use qawl_normalize::visual_order::{Marks, ReorderOptions, reorder_with};
///
/// let options = ReorderOptions::new().with_marks(Marks::AfterLetter);
/// // "lesson" with ARABIC SUKUN on the reh, which the extractor wrote behind its letter
/// assert_eq!(reorder_with("سر\u{0652}د", &options), "در\u{0652}س");
/// let options = options.with_marks(Marks::BeforeLetter);
/// assert_eq!(reorder_with("س\u{0652}رد", &options), "در\u{0652}س");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Marks {
    /// As the words of the whole text suggest that begin or end in a mark; before the letter, where
    /// none does.
    #[default]
    Detect,
    /// A mark stands before its letter.
    BeforeLetter,
    /// A mark stands behind its letter.
    AfterLetter,
}

/// How [`reorder_with`](super::reorder_with) and [`repair_with`](super::repair_with) read a line.
/// What is not said is found out from the text.
///
/// ```
/// use qawl_normalize::visual_order::{Brackets, Marks, ReorderOptions};
///
/// let options = ReorderOptions::new().with_brackets(Brackets::Typed);
/// assert_eq!((options.brackets, options.marks), (Brackets::Typed, Marks::Detect));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub struct ReorderOptions {
    /// How brackets were written down.
    pub brackets: Brackets,
    /// Where marks stand.
    pub marks: Marks,
}

impl ReorderOptions {
    /// Everything is found out from the text.
    ///
    /// ```
    /// use qawl_normalize::visual_order::{ReorderOptions, reorder, reorder_with};
    ///
    /// let painted = "(ديدج) باتك"; // "a book (new)"
    /// assert_eq!(reorder_with(painted, &ReorderOptions::new()), reorder(painted));
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self { brackets: Brackets::Detect, marks: Marks::Detect }
    }

    /// These options with that way of brackets. See the example of [`Brackets`].
    #[must_use]
    pub const fn with_brackets(mut self, brackets: Brackets) -> Self {
        self.brackets = brackets;
        self
    }

    /// These options with that place of marks. See the example of [`Marks`].
    #[must_use]
    pub const fn with_marks(mut self, marks: Marks) -> Self {
        self.marks = marks;
        self
    }
}
