//! All input, portion by portion.

use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::vec;

use indicatif::ProgressBar;

use crate::error::Failure;
use crate::files::{self, label, unreadable};
use crate::input::compressed;
use crate::input::lines::Lines;
#[cfg(feature = "parquet")]
use crate::input::parquet::Rows;
use crate::input::portion::{Content, InputFile, Mark, Portion, too_long};
use crate::input::shape::Shape;

/// Reads the files one after the other. It borrows nothing, so that a thread may be left alone with it that
/// waits for input which never comes.
pub(crate) struct Reader {
    files: vec::IntoIter<Result<InputFile, Failure>>,
    /// The file of several documents that is being read.
    open: Option<Records>,
    shape: Shape,
    max_size: usize,
    tally: Tally,
    /// Up to where an earlier run got.
    done: Mark,
    bar: ProgressBar,
}

impl Reader {
    pub(super) fn new(
        files: Vec<Result<InputFile, Failure>>,
        shape: Shape,
        max_size: usize,
    ) -> Self {
        Self {
            files: files.into_iter(),
            open: None,
            shape,
            max_size,
            tally: Tally::default(),
            done: Mark::default(),
            bar: ProgressBar::hidden(),
        }
    }

    /// Leaves out the beginning up to a mark of an earlier run, if it still is that beginning.
    pub(crate) fn behind(mut self, done: Mark) -> Self {
        self.done = done;
        self
    }

    /// Shows there how much of the files is read.
    pub(crate) fn shown_by(mut self, bar: ProgressBar) -> Self {
        self.bar = bar;
        self
    }

    /// Whether it is all in one document.
    pub(crate) fn is_one_document(&self) -> bool {
        self.shape == Shape::Text && self.files.len() == 1
    }

    /// Whether a file is there and one of those that are read.
    pub(crate) fn reads(&self, file: &Path) -> bool {
        let Some(file) = file.canonicalize().ok().filter(|file| file.is_file()) else {
            return false;
        };
        let mut files = self.files.as_slice().iter().flatten();
        files.any(|read| read.path.canonicalize().is_ok_and(|read| read == file))
    }

    /// The bytes of all files together; none where one of them is no plain file.
    pub(crate) fn total(&self) -> Option<u64> {
        let size = |file: &Result<InputFile, Failure>| {
            let metadata = file.as_ref().ok()?.path.metadata().ok()?;
            metadata.is_file().then_some(metadata.len())
        };
        self.files.as_slice().iter().map(size).sum()
    }

    /// The next portion. Fails only where the input is another one than that of the earlier run.
    pub(crate) fn next(&mut self) -> Result<Option<Portion>, Failure> {
        if self.done != Mark::default() {
            while self.tally.bytes < self.done.bytes && self.content(self.done.bytes).is_some() {}
            if self.tally.mark() != self.done {
                return Err(Failure::Changed);
            }
            self.done = Mark::default();
        }
        let content = self.content(u64::MAX);
        Ok(content.map(|content| Portion { content, mark: self.tally.mark() }))
    }

    /// What comes next; of JSON lines no more than up to `until`.
    fn content(&mut self, until: u64) -> Option<Content> {
        loop {
            if let Some(records) = &mut self.open {
                let most = until.saturating_sub(self.tally.bytes);
                if let Some(content) = records.next(most, |bytes| self.tally.add(bytes)) {
                    return Some(content);
                }
                self.open = None;
            }
            match self.next_file()? {
                Ok(Some(content)) => return Some(content),
                Ok(None) => {}
                Err(failure) => return Some(Content::Failed(failure)),
            }
        }
    }

    /// Opens the next file; all that is in it where it is a text.
    fn next_file(&mut self) -> Option<Result<Option<Content>, Failure>> {
        let file = self.files.next()?;
        // The name counts as one byte: so every document has a mark of its own, be it empty.
        let name = file.as_ref().map_or(String::new(), |file| label(&file.path));
        self.tally.begin(&name);
        Some(file.and_then(|file| self.open(Arc::new(file))))
    }

    fn open(&mut self, file: Arc<InputFile>) -> Result<Option<Content>, Failure> {
        #[cfg(feature = "parquet")]
        if let Shape::Parquet(columns) = &self.shape {
            let rows = Rows::open(file, columns.clone(), &self.bar)?;
            self.open = Some(Records::Rows(Box::new(rows)));
            return Ok(None);
        }
        let said = |error| unreadable(&file.path, &compressed::explained(error));
        let counted = self.bar.wrap_read(files::open(&file.path)?);
        let reader = compressed::unpacked(counted).map_err(said)?;
        if self.shape == Shape::JsonLines {
            self.open = Some(Records::Lines(Lines::new(file, reader, self.max_size)));
            return Ok(None);
        }
        let mut bytes = Vec::new();
        let most = self.max_size as u64 + 1;
        reader.take(most).read_to_end(&mut bytes).map_err(said)?;
        self.tally.add(&bytes);
        if bytes.len() > self.max_size {
            return Err(Failure::at(label(&file.path), too_long(self.max_size)));
        }
        Ok(Some(Content::Text { file, bytes }))
    }
}

/// An open file of several documents.
enum Records {
    Lines(Lines),
    #[cfg(feature = "parquet")]
    Rows(Box<Rows>),
}

impl Records {
    /// What comes next; of lines no more than `most` bytes. Tells `pass` of all that it goes by.
    fn next(&mut self, most: u64, pass: impl FnMut(&[u8])) -> Option<Content> {
        match self {
            Self::Lines(lines) => lines.next(most, pass),
            // Rows come in the same portions each time.
            #[cfg(feature = "parquet")]
            Self::Rows(rows) => rows.next(pass),
        }
    }
}

/// Counts what was read, and sums it up.
#[derive(Debug, Default)]
struct Tally {
    bytes: u64,
    sum: crc32fast::Hasher,
}

impl Tally {
    fn begin(&mut self, name: &str) {
        self.bytes += 1;
        self.sum.update(name.as_bytes());
    }

    fn add(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.sum.update(bytes);
    }

    fn mark(&self) -> Mark {
        Mark { bytes: self.bytes, sum: self.sum.clone().finalize() }
    }
}
