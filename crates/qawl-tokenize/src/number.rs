//! Where a number ends, and what it counts.

use qawl_core::letters::is_digit;

use crate::measure::run;

/// The bytes of the number at the start of `rest`: digits, and separators that stand between two
/// digits. The percent sign is a token of its own.
pub(crate) fn measure(rest: &str) -> usize {
    let mut end = run(rest, is_digit);
    while let Some(more) = rest.get(end..).and_then(continuation) {
        end += more;
    }
    end
}

/// The value of a whole number in any row of digits, without separators; `None` where it is too
/// large to count anything in a text.
pub(crate) fn value(number: &str) -> Option<u32> {
    number.chars().try_fold(0_u32, |sum, c| {
        // The digits of all three rows count up from a multiple of sixteen.
        let digit = is_digit(c).then_some(u32::from(c) & 0xF)?;
        sum.checked_mul(10)?.checked_add(digit)
    })
}

/// A separator and the digits behind it.
fn continuation(behind: &str) -> Option<usize> {
    let separator = behind.chars().next().filter(|&c| is_separator(c))?;
    let digits = run(behind.get(separator.len_utf8()..)?, is_digit);
    (digits > 0).then_some(separator.len_utf8() + digits)
}

/// Decimal, grouping, date and time separators, U+066B ARABIC DECIMAL SEPARATOR and U+066C ARABIC
/// THOUSANDS SEPARATOR among them.
pub(crate) const fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '/' | ':' | '\u{066B}' | '\u{066C}')
}
