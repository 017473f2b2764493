//! Bytes that are written once and then read from the start, in memory as long as they are few.

use std::io::{BufWriter, Read, Seek, SeekFrom, Write};

use tempfile::SpooledTempFile;

use crate::error::BuildError;

/// Bytes read at once; a multiple of every record's length.
const BLOCK: usize = 12 << 12;

/// Bytes in memory or, past a limit, in a temporary file.
#[derive(Debug)]
pub(crate) struct Spool {
    out: BufWriter<SpooledTempFile>,
    len: usize,
}

impl Spool {
    /// Nothing yet; of which more than `limit` bytes will be in a file.
    pub(crate) fn new(limit: usize) -> Self {
        Self { out: BufWriter::new(SpooledTempFile::new(limit)), len: 0 }
    }

    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), BuildError> {
        self.len += bytes.len();
        self.out.write_all(bytes).map_err(BuildError::temporary)
    }

    pub(crate) fn number(&mut self, number: u32) -> Result<(), BuildError> {
        self.write(&number.to_le_bytes())
    }

    pub(crate) fn numbers(&mut self, numbers: &[u32]) -> Result<(), BuildError> {
        numbers.iter().try_for_each(|&number| self.number(number))
    }

    /// Gives everything to `take`, block by block. May be done again.
    pub(crate) fn read(
        &mut self,
        mut take: impl FnMut(&[u8]) -> Result<(), BuildError>,
    ) -> Result<(), BuildError> {
        self.out.seek(SeekFrom::Start(0)).map_err(BuildError::temporary)?;
        let mut block = Vec::with_capacity(BLOCK);
        loop {
            block.clear();
            let mut part = self.out.get_mut().take(BLOCK as u64);
            if part.read_to_end(&mut block).map_err(BuildError::temporary)? == 0 {
                return Ok(());
            }
            take(&block)?;
        }
    }
}
