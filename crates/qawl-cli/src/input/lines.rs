//! A file of lines, read some whole lines at a time.

use std::io::{self, Read};
use std::sync::Arc;

use crate::error::Failure;
use crate::files::unreadable;
use crate::input::compressed;
use crate::input::portion::{Content, FIRST_SIZE, InputFile, SIZE, too_long};

/// An open file of lines.
pub(super) struct Lines {
    file: Arc<InputFile>,
    reader: Box<dyn Read + Send>,
    /// What is read but not handed over.
    rest: Vec<u8>,
    /// The number of the line with which `rest` begins.
    number: usize,
    chunk: Box<[u8]>,
    /// How much of the chunk is filled by the next read.
    wanted: usize,
    max_size: usize,
    has_ended: bool,
}

impl Lines {
    pub(super) fn new(file: Arc<InputFile>, reader: Box<dyn Read + Send>, max_size: usize) -> Self {
        let chunk = vec![0; SIZE].into_boxed_slice();
        Self {
            file,
            reader,
            rest: Vec::new(),
            number: 1,
            chunk,
            wanted: FIRST_SIZE,
            max_size,
            has_ended: false,
        }
    }

    /// The next lines, at most `most` bytes of them; as soon as one read brings a whole one, so that what
    /// comes slowly through a pipe is answered at once. Tells `pass` of every byte it goes by.
    pub(super) fn next(&mut self, most: u64, mut pass: impl FnMut(&[u8])) -> Option<Content> {
        let mut searched = 0;
        loop {
            if let Some(last) = memchr::memrchr(b'\n', self.rest.get(searched..)?) {
                return Some(self.cut(searched + last + 1, most, pass));
            }
            searched = self.rest.len();
            if searched > self.max_size {
                return Some(self.leave_out(pass));
            }
            match self.read() {
                Ok(0) if self.rest.is_empty() => return None,
                Ok(0) => return Some(self.cut(searched, most, pass)),
                Ok(_) => {}
                Err(failure) => {
                    // The beginning of a line is none. The failure counts as a byte, so that it has a
                    // mark of its own.
                    pass(&std::mem::take(&mut self.rest));
                    pass(b"\n");
                    return Some(Content::Failed(failure));
                }
            }
        }
    }

    /// Hands over what is read up to `end`, or up to `most` bytes where that is less.
    fn cut(&mut self, end: usize, most: u64, mut pass: impl FnMut(&[u8])) -> Content {
        let end = usize::try_from(most).map_or(end, |most| end.min(most));
        let rest = self.rest.split_off(end);
        let bytes = std::mem::replace(&mut self.rest, rest);
        pass(&bytes);
        let first = self.number;
        self.number += memchr::memchr_iter(b'\n', &bytes).count();
        Content::Lines { file: Arc::clone(&self.file), first, bytes }
    }

    /// Goes by a line that is too long, without keeping it.
    fn leave_out(&mut self, mut pass: impl FnMut(&[u8])) -> Content {
        let failure = self.file.at_line(self.number, too_long(self.max_size));
        loop {
            if let Some(end) = memchr::memchr(b'\n', &self.rest) {
                let rest = self.rest.split_off(end + 1);
                pass(&self.rest);
                self.rest = rest;
                self.number += 1;
                return Content::Failed(failure);
            }
            pass(&self.rest);
            self.rest = Vec::new();
            match self.read() {
                Ok(0) => return Content::Failed(failure),
                Ok(_) => {}
                Err(failure) => return Content::Failed(failure),
            }
        }
    }

    /// Reads once; nothing at the end, and behind an error.
    fn read(&mut self) -> Result<usize, Failure> {
        while !self.has_ended {
            let chunk = self.chunk.get_mut(..self.wanted).unwrap_or_default();
            let read = match self.reader.read(chunk) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read,
            };
            self.wanted = SIZE.min(self.wanted * 2);
            self.has_ended = !matches!(read, Ok(1..));
            let read =
                read.map_err(|error| unreadable(&self.file.path, &compressed::explained(error)))?;
            self.rest.extend_from_slice(self.chunk.get(..read).unwrap_or_default());
            return Ok(read);
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader that brings its parts one at a time.
    fn portions(parts: &[&str], max_size: usize) -> Vec<Result<(usize, String), String>> {
        let whole =
            parts.iter().rev().fold(Box::new(io::empty()) as Box<dyn Read + Send>, |rest, part| {
                Box::new(io::Cursor::new(part.as_bytes().to_vec()).chain(rest))
            });
        let file = Arc::new(InputFile { path: "f".into(), id: "f".to_owned() });
        let mut lines = Lines::new(file, whole, max_size);
        let mut passed = Vec::new();
        let mut found = Vec::new();
        while let Some(content) = lines.next(u64::MAX, |bytes| passed.extend_from_slice(bytes)) {
            found.push(match content {
                Content::Lines { first, bytes, .. } => {
                    Ok((first, String::from_utf8(bytes).unwrap()))
                }
                Content::Failed(Failure::Wrong(message)) => Err(message),
                other => panic!("{other:?}"),
            });
        }
        assert_eq!(passed, parts.concat().as_bytes());
        found
    }

    #[test]
    fn whole_lines_are_handed_over_as_soon_as_they_are_there() {
        let found = portions(&["a\nb", "\nc\nd", "d"], 9);
        let found: Vec<_> = found.iter().map(|found| found.as_ref().unwrap()).collect();
        let expected = [(1, "a\n"), (2, "b\nc\n"), (4, "dd")];
        assert!(
            found.iter().zip(expected).all(|(found, (n, s))| (found.0, found.1.as_str()) == (n, s))
        );
        assert_eq!(found.len(), expected.len());
    }

    #[test]
    fn a_line_that_is_too_long_is_left_out() {
        let found = portions(&["a\nbbbb", "bb", "b\nc\n"], 3);
        assert_eq!(found[0], Ok((1, "a\n".to_owned())));
        assert!(found[1].as_ref().is_err_and(|said| said.starts_with("f: line 2: longer than 3")));
        assert_eq!(found[2], Ok((3, "c\n".to_owned())));
    }
}
