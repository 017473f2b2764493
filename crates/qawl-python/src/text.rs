//! From a `str` of Python to UTF-8 and back.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyList, PyString};

use crate::transcode::{to_utf8, to_utf16};

/// Bytes of text from which on others may run in the meantime. A shorter text takes less time than to
/// hand the interpreter over and to wait for it again.
const LONG: usize = 1 << 14;

/// The text as UTF-8, with U+FFFD REPLACEMENT CHARACTER for each lone surrogate: as many characters.
/// [`utf8`] reads it.
pub(crate) fn encoded(text: &Bound<'_, PyString>) -> PyResult<Vec<u8>> {
    // That of `str`, whatever a class derived from it calls so.
    static ENCODE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let py = text.py();
    let encode = ENCODE.get_or_try_init(py, || {
        Ok::<_, PyErr>(py.get_type::<PyString>().getattr("encode")?.unbind())
    })?;
    if let Ok(utf16) = encode.bind(py).call1((text, "utf-16")) {
        // The mark of byte order stands in front.
        return Ok(to_utf8(utf16.cast::<PyBytes>()?.as_bytes().get(2..).unwrap_or_default()));
    }
    // Lone surrogates; whatever else is wrong is wrong again. In UTF-16 two of them side by side would be one
    // character, in UTF-8 each is three bytes that are none.
    let bytes = encode.bind(py).call1((text, "utf-8", "surrogatepass"))?;
    Ok(mended(bytes.cast::<PyBytes>()?.as_bytes()).into_bytes())
}

fn mended(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        // Of a surrogate, ED A0..=BF 80..=BF, no two bytes begin a character: it is three pieces.
        if chunk.invalid().first() == Some(&0xED) {
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    text
}

/// The same, checked, as a text.
pub(crate) fn utf8(bytes: &[u8]) -> &str {
    simdutf8::basic::from_utf8(bytes).unwrap_or_default()
}

/// A text of ours as a `str`.
pub(crate) fn string<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyString>> {
    // Python copies ASCII as it is.
    if text.is_ascii() {
        return Ok(PyString::new(py, text));
    }
    let utf16 = PyBytes::new(py, &to_utf16(text));
    PyString::from_encoded_object(&utf16, Some(c"utf-16"), None)
}

/// Does this with the text, while other threads of Python run where the text is long.
pub(crate) fn with_text<T: Send>(
    text: &Bound<'_, PyString>,
    work: impl FnOnce(&str) -> T + Send,
) -> PyResult<T> {
    let bytes = encoded(text)?;
    let utf8 = utf8(&bytes);
    Ok(if utf8.len() < LONG { work(utf8) } else { text.py().detach(|| work(utf8)) })
}

/// Pieces of a text as a list of `str`. They are made all together: joined by a character that the text has
/// not, and split by Python, which takes less than making one after the other.
pub(crate) fn strings<'py, 'a>(
    py: Python<'py>,
    text: &str,
    pieces: impl Iterator<Item = &'a str>,
) -> PyResult<Bound<'py, PyList>> {
    let Some(between) = absent_from(text) else {
        let pieces = pieces.map(|piece| string(py, piece));
        return PyList::new(py, pieces.collect::<PyResult<Vec<_>>>()?);
    };
    let mut joined = String::with_capacity(2 * text.len());
    for piece in pieces {
        joined.push(between);
        joined.push_str(piece);
    }
    match joined.strip_prefix(between) {
        Some(joined) => Ok(string(py, joined)?.call_method1("split", (between,))?.cast_into()?),
        None => Ok(PyList::empty(py)),
    }
}

/// A character that the text has not.
fn absent_from(text: &str) -> Option<char> {
    if !text.contains('\0') {
        return Some('\0');
    }
    // In one pass: a stranger may have written all that would be sought one after the other.
    let mut seen = vec![false; char::MAX as usize + 1];
    for c in text.chars() {
        seen.get_mut(c as usize).into_iter().for_each(|seen| *seen = true);
    }
    ('\0'..=char::MAX).find(|&c| seen.get(c as usize) == Some(&false))
}

/// Cuts pieces out of a text that are asked for by characters, each behind the one before.
#[derive(Debug)]
pub(crate) struct Cutter<'a> {
    rest: &'a str,
    at: usize,
}

impl<'a> Cutter<'a> {
    pub(crate) const fn new(text: &'a str) -> Self {
        Self { rest: text, at: 0 }
    }

    pub(crate) fn cut(&mut self, start: usize, end: usize) -> &'a str {
        self.pass(start.saturating_sub(self.at));
        self.pass(end.saturating_sub(self.at))
    }

    fn pass(&mut self, chars: usize) -> &'a str {
        let end = self.rest.char_indices().nth(chars).map_or(self.rest.len(), |(at, _)| at);
        let (piece, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        (self.rest, self.at) = (rest, self.at + chars);
        piece
    }
}
