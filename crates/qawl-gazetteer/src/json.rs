//! Whether a text is a JSON value. It is kept as it stands, so nothing needs to be parsed.

/// Deeper values are refused, so that no list can exhaust the stack.
const DEEPEST: usize = 64;

/// Whether `text` is one JSON value (RFC 8259) with white space around it. Linear.
pub(crate) fn is_json(text: &str) -> bool {
    let read = || value(skip(text.as_bytes()), DEEPEST);
    read().is_some_and(|rest| skip(rest).is_empty())
}

/// What stands behind the value at the start of `text`.
fn value(text: &[u8], depth: usize) -> Option<&[u8]> {
    let depth = depth.checked_sub(1)?;
    let (&first, rest) = text.split_first()?;
    match first {
        b'{' => items(rest, b'}', |rest| {
            let colon = skip(string(rest)?).strip_prefix(b":")?;
            value(skip(colon), depth)
        }),
        b'[' => items(rest, b']', |rest| value(rest, depth)),
        b'"' => string(text),
        b't' => text.strip_prefix(b"true"),
        b'f' => text.strip_prefix(b"false"),
        b'n' => text.strip_prefix(b"null"),
        _ => number(text),
    }
}

/// What stands behind items with commas between and the bracket that closes them.
fn items(text: &[u8], close: u8, item: impl Fn(&[u8]) -> Option<&[u8]>) -> Option<&[u8]> {
    let mut rest = skip(text);
    if let Some(rest) = rest.strip_prefix(&[close]) {
        return Some(rest);
    }
    loop {
        rest = skip(item(rest)?);
        match rest.strip_prefix(b",") {
            Some(more) => rest = skip(more),
            None => return rest.strip_prefix(&[close]),
        }
    }
}

fn string(text: &[u8]) -> Option<&[u8]> {
    let mut rest = text.strip_prefix(b"\"")?;
    loop {
        let (&byte, more) = rest.split_first()?;
        rest = match byte {
            b'"' => return Some(more),
            b'\\' => escape(more)?,
            0..=0x1F => return None,
            _ => more,
        };
    }
}

/// What stands behind an escape whose backslash was read.
fn escape(text: &[u8]) -> Option<&[u8]> {
    let (&byte, rest) = text.split_first()?;
    match byte {
        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(rest),
        b'u' => {
            let (code, rest) = rest.split_at_checked(4)?;
            code.iter().all(u8::is_ascii_hexdigit).then_some(rest)
        }
        _ => None,
    }
}

fn number(text: &[u8]) -> Option<&[u8]> {
    let rest = text.strip_prefix(b"-").unwrap_or(text);
    let mut rest = rest.strip_prefix(b"0").or_else(|| digits(rest))?;
    if let Some(fraction) = rest.strip_prefix(b".") {
        rest = digits(fraction)?;
    }
    if let Some(power) = rest.strip_prefix(b"e").or_else(|| rest.strip_prefix(b"E")) {
        let sign = power.strip_prefix(b"+").or_else(|| power.strip_prefix(b"-"));
        rest = digits(sign.unwrap_or(power))?;
    }
    Some(rest)
}

/// What stands behind one digit or more.
fn digits(text: &[u8]) -> Option<&[u8]> {
    let count = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    text.get(count..).filter(|_| count > 0)
}

fn skip(text: &[u8]) -> &[u8] {
    let white = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    text.get(text.iter().take_while(white).count()..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_serde_json() {
        let values =
            ["{}", " [ ] ", "null", "\"لندن\"", "[1, -0.5e+3, {\"a\": [true, false]}]", "0"];
        let others =
            ["", "01", "1.", "{\"a\"}", "[1,]", "nul", "\"\\x\"", "\"\\u00g0\"", "1 2", "-"];
        let strings = ["\"\n\"", "\"\\u0627\"", "\"", "{\"a\":1,}", "[", "{1:2}", "1e", ".5"];
        for text in values.iter().chain(&others).chain(&strings) {
            let parsed = serde_json::from_str::<serde_json::Value>(text);
            assert_eq!(is_json(text), parsed.is_ok(), "{text}");
        }
        assert!(!is_json(&"[".repeat(100_000)));
    }
}
