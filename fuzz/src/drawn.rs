//! An input: choices, then a text.

use std::fmt;

use arbitrary::{Arbitrary, Result, Unstructured};

use crate::Choices;

/// What the bytes of an input say. The choices stand in front in a fixed number of bytes, so that a change of
/// one leaves the text as it is, and a seed is a text behind sixteen bytes.
pub struct Drawn {
    pub choices: Choices,
    /// All bytes behind the choices, whatever they are.
    pub bytes: Vec<u8>,
}

impl Drawn {
    /// The bytes as a text, what is not UTF-8 replaced: an input that is spoilt in one place stays one text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The lines before the first empty one, and the text behind it.
    pub fn names_and_text(&self) -> (Vec<String>, String) {
        let all = self.text();
        let (names, text) = all.split_once("\n\n").unwrap_or((&all, &all));
        (names.lines().map(str::to_owned).collect(), text.to_owned())
    }
}

impl<'a> Arbitrary<'a> for Drawn {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let choices = Choices::new(u.arbitrary()?);
        let bytes = u.bytes(u.len())?.to_vec();
        Ok(Self { choices, bytes })
    }
}

impl fmt::Debug for Drawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (choices, text) = (&self.choices, self.text());
        f.debug_struct("Drawn").field("choices", choices).field("text", &text).finish()
    }
}
