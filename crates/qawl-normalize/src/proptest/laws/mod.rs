//! What a rewriting of text should keep to, whatever the text.
//!
//! Each law takes the function that rewrites, yours or ours, and one text. It answers
//! `Result<(), TestCaseError>`, so that it stands with `?` inside `proptest!`, which shrinks the text
//! where the law is broken and reports what the law found. Outside, `unwrap` it. None panics,
//! unless the function does.
//!
//! Functions that give a `String`, a `Cow<str>` or a `&str` may be passed to all laws but
//! [`idempotent`], which feeds a function its own result and takes one that gives a `String`, and
//! [`borrows_iff_unchanged`], which is about `Cow<str>`.

pub use self::alignment::{alignment_covers, alignments_compose};
pub use self::rewriting::{agrees, borrows_iff_unchanged, idempotent, removes};

mod alignment;
mod rewriting;

use std::string::String;

/// A text and what became of it, with code points: the characters at fault often look alike, or not
/// at all.
fn codes(texts: &[&str]) -> String {
    let lines = texts.iter().map(|text| std::format!("\n{text:?} {}", text.escape_unicode()));
    lines.collect()
}
