//! Texts of entries beside their names and types: identifiers, canonical names, payloads. In the file
//! each stands once, and none that is a name too.

use crate::error::BuildError;
use crate::numbered;
use crate::sorter::{Row, Sorted, Sorter};
use crate::store::Item;
use crate::strings::Strings;
use crate::texts::{SortedTexts, Texts};

/// How many an entry may have.
pub(crate) const PARTS: u64 = 3;

/// Texts that are being collected, each with where it is wanted: the place of the entry times
/// [`PARTS`], and which it is.
#[derive(Debug)]
pub(crate) struct Parts {
    texts: Texts,
    memory: usize,
}

/// Texts that are being numbered.
#[derive(Debug)]
pub(crate) struct Numbering {
    texts: SortedTexts,
    /// The text that comes next.
    next: Option<(Vec<u8>, u64)>,
    numbers: Sorter<Row>,
}

impl Parts {
    pub(crate) fn new(memory: usize) -> Self {
        Self { texts: Texts::new(numbered::ORDER, memory), memory }
    }

    pub(crate) fn add(&mut self, place: u32, item: &Item<'_>) -> Result<(), BuildError> {
        for (part, text) in (0..).zip([item.id, item.canonical(), item.payload]) {
            if let Some(text) = text {
                let at = u64::from(place) * PARTS + part;
                self.texts.add(|out| numbered::put(out, text, at))?;
            }
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> Result<Numbering, BuildError> {
        let texts = self.texts.finish()?;
        let mut parts = Numbering { texts, next: None, numbers: Sorter::new(self.memory) };
        parts.step()?;
        Ok(parts)
    }
}

impl Numbering {
    fn step(&mut self) -> Result<(), BuildError> {
        let next = self.texts.next()?.map(numbered::split);
        self.next = next.map(|(text, at)| {
            let mut kept = self.next.take().unwrap_or_default().0;
            kept.clear();
            kept.extend(text);
            (kept, at)
        });
        Ok(())
    }

    /// Passes a name, which come in order, and all texts up to it.
    pub(crate) fn pass(
        &mut self,
        name: &[u8],
        number: u32,
        strings: &mut Strings<'_>,
    ) -> Result<(), BuildError> {
        self.add_before(Some(name), strings)?;
        while let Some((_, at)) = self.next.as_ref().filter(|(text, _)| text == name) {
            self.numbers.add((*at, number, 0))?;
            self.step()?;
        }
        Ok(())
    }

    /// For each place that wants one the number of its text.
    pub(crate) fn finish(mut self, strings: &mut Strings<'_>) -> Result<Sorted<Row>, BuildError> {
        self.add_before(None, strings)?;
        self.numbers.finish()
    }

    /// Adds the texts that come before `end` to the strings, each once.
    fn add_before(
        &mut self,
        end: Option<&[u8]>,
        strings: &mut Strings<'_>,
    ) -> Result<(), BuildError> {
        let mut last: Option<(Vec<u8>, u32)> = None;
        while let Some((text, at)) =
            self.next.as_ref().filter(|(text, _)| end.is_none_or(|end| text.as_slice() < end))
        {
            let number = match &last {
                Some((other, number)) if other == text => *number,
                _ => {
                    let number = strings.add(text)?;
                    let (mut kept, _) = last.take().unwrap_or_default();
                    kept.clone_from(text);
                    last = Some((kept, number));
                    number
                }
            };
            self.numbers.add((*at, number, 0))?;
            self.step()?;
        }
        Ok(())
    }
}
