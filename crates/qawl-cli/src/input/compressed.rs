//! What gzip and zstd have compressed, known by its first bytes.

use std::io::{self, BufReader, Cursor, ErrorKind, Read};

use flate2::read::MultiGzDecoder;

use crate::input::portion::SIZE;

const GZIP: &[u8] = &[0x1F, 0x8B];
const ZSTD: &[u8] = &[0x28, 0xB5, 0x2F, 0xFD];
/// How a frame of zstd begins that holds no data, but for the low four bits of its first byte.
const SKIPPED: &[u8] = &[0x50, 0x2A, 0x4D, 0x18];

/// The content of `reader`, unpacked where it is compressed. Both forms may hold several streams, one
/// behind the other, as two files joined do.
pub(super) fn unpacked(mut reader: impl Read + Send + 'static) -> io::Result<Box<dyn Read + Send>> {
    let mut first = Vec::with_capacity(ZSTD.len());
    reader.by_ref().take(ZSTD.len() as u64).read_to_end(&mut first)?;
    let is_gzip = first.starts_with(GZIP);
    let is_zstd = first == ZSTD || is_skipped(&first);
    let whole = Cursor::new(first).chain(reader);
    if is_gzip {
        return Ok(Box::new(MultiGzDecoder::new(BufReader::with_capacity(SIZE, whole))));
    }
    if is_zstd {
        return Ok(Box::new(zstd::Decoder::new(whole)?));
    }
    Ok(Box::new(whole))
}

fn is_skipped(first: &[u8]) -> bool {
    first.iter().zip(SKIPPED).enumerate().all(|(at, (byte, skipped))| match at {
        0 => byte & 0xF0 == *skipped,
        _ => byte == skipped,
    }) && first.len() == SKIPPED.len()
}

/// What is wrong where unpacking fails; other errors of reading keep their words.
pub(super) fn explained(error: io::Error) -> io::Error {
    let message = match error.kind() {
        ErrorKind::UnexpectedEof => {
            "ends within its compressed data, expected the whole file".to_owned()
        }
        ErrorKind::InvalidInput | ErrorKind::InvalidData => {
            format!("its compressed data is damaged: {error}")
        }
        // zstd's own errors have no kind; those of the system have a number.
        ErrorKind::Other if error.raw_os_error().is_none() => {
            format!("its compressed data is damaged: {error}")
        }
        _ => return error,
    };
    io::Error::other(message)
}
