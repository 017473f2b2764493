//! Whole documents in `tests/goldens`.

use std::fs;

use qawl_core::letters;

use crate::workspace;

/// Compares `rendered` with the golden file of that name, or writes it where `UPDATE_GOLDEN` is 1.
///
/// # Panics
/// Where they differ: with the first line that does.
pub fn check(name: &str, rendered: &str) {
    let path = workspace::root().join("tests/goldens").join(name);
    if std::env::var("UPDATE_GOLDEN").is_ok_and(|value| value == "1") {
        fs::write(&path, rendered).unwrap();
        return;
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    if golden == rendered {
        return;
    }
    let lines = golden.lines().map(Some).chain(std::iter::repeat(None));
    let differing = rendered.lines().zip(lines).find(|(got, want)| Some(*got) != *want);
    panic!(
        "{name} differs from its golden document, first at\n  got  {}\n  want {}\n\
         If that is an improvement: UPDATE_GOLDEN=1 cargo test -p qawl-tests goldens",
        differing.map_or("nothing", |(got, _)| got),
        differing.and_then(|(_, want)| want).unwrap_or("nothing"),
    );
}

/// `text` with what cannot be seen written as `\u{...}`.
#[must_use]
pub fn visible(text: &str) -> String {
    text.chars()
        .map(|c| if is_invisible(c) { c.escape_unicode().to_string() } else { c.into() })
        .collect()
}

/// Whether a reader cannot see `c`, or cannot tell it from a space: bidirectional and other format
/// controls, joiners, soft hyphen, byte order mark, no-break space, line breaks and tabs.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    c.is_control() || letters::is_format_control(c) || c == '\u{00A0}'
}
