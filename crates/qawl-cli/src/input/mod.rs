//! Documents, from files of text or from JSON lines.

use std::borrow::Cow;
use std::path::PathBuf;

use crate::error::Failure;
use crate::files;
use crate::input::line::Fields;
use crate::input::portion::Content;
use crate::input::shape::Shape;
use crate::job::Job;

mod compressed;
mod line;
mod lines;
#[cfg(feature = "parquet")]
mod parquet;
mod paths;
pub(crate) mod portion;
mod reader;
mod shape;

pub(crate) use reader::Reader;

/// Where documents come from.
#[derive(Debug, clap::Args)]
pub(crate) struct Input {
    /// Files, folders and patterns such as 'news/*.txt' to read; standard input where none is named,
    /// and for `-`.
    ///
    /// Of a folder, every .txt in it and below it, with --jsonl every .jsonl and .ndjson, in the order
    /// of their names; hidden ones are left out. What gzip or zstd has compressed is unpacked, whatever
    /// its name.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Read a JSON object a line, one document each, instead of one document a file.
    #[arg(long, group = "records")]
    jsonl: bool,

    /// Read a row of Apache Parquet files, one document each, instead of one document a file.
    ///
    /// Only the columns of text and id are read. Of a folder, every .parquet. What comes through a pipe
    /// goes into a temporary file first.
    #[cfg(feature = "parquet")]
    #[arg(long, group = "records")]
    parquet: bool,

    /// The field of a JSON line, or the column, that holds the text.
    #[arg(long, value_name = "NAME", default_value = "text", requires = "records")]
    field: String,

    /// The field of a JSON line, or the column, that holds the document's id. By default `id`, or the
    /// file's name and the number of the line or row where one has none.
    #[arg(long, value_name = "NAME", requires = "records")]
    id: Option<String>,

    /// The longest document, unpacked: a number of bytes, or of K, M or G of them. A longer one is bad
    /// input, so that no file can take all the memory.
    ///
    /// Annotating a document takes about thirty times its size where it is news, a gigabyte for one of the
    /// longest, and up to two hundred times where somebody made it to take memory, as of nothing but
    /// quotation marks. Several long documents are not worked on at once, whatever --threads says.
    #[arg(long, value_name = "SIZE", default_value = "32M", value_parser = size)]
    max_size: usize,

    #[command(flatten)]
    pub(crate) job: Job,
}

/// One document.
#[derive(Debug)]
pub(crate) struct Source<'a> {
    /// The file's name without its ending, or what the JSON line says.
    pub(crate) id: Cow<'a, str>,
    pub(crate) text: Cow<'a, str>,
}

impl Input {
    /// The files that were asked for, to be read portion by portion.
    pub(crate) fn reader(&self) -> Reader {
        let stdin = [PathBuf::from("-")];
        let arguments = if self.files.is_empty() { &stdin[..] } else { &self.files };
        let shape = self.shape();
        Reader::new(paths::files(arguments, shape.endings()), shape, self.max_size)
    }

    /// Whether a file holds several documents.
    pub(crate) fn has_records(&self) -> bool {
        self.shape() != Shape::Text
    }

    fn shape(&self) -> Shape {
        #[cfg(feature = "parquet")]
        if self.parquet {
            let columns = parquet::Columns { text: self.field.clone(), id: self.id.clone() };
            return Shape::Parquet(columns);
        }
        if self.jsonl { Shape::JsonLines } else { Shape::Text }
    }

    /// Hands over the documents of a portion, and in their place what cannot be one.
    pub(crate) fn documents(
        &self,
        content: &Content,
        mut take: impl FnMut(Result<&Source<'_>, Failure>) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        match content {
            Content::Failed(failure) => take(Err(failure.clone())),
            Content::Text { file, bytes } => match files::text(&file.path, bytes) {
                Ok(text) => take(Ok(&Source { id: (&file.id).into(), text: text.into() })),
                Err(failure) => take(Err(failure)),
            },
            Content::Lines { file, first, bytes } => {
                let fields = Fields { text: &self.field, id: self.id.as_deref() };
                let lines = bytes.split_inclusive(|&byte| byte == b'\n');
                for (number, line) in (*first..).zip(lines) {
                    let found = match line.len() {
                        length if length > self.max_size => Err(portion::too_long(self.max_size)),
                        _ => fields.source(line, || format!("{}:{number}", file.id)),
                    };
                    match found {
                        Ok(Some(source)) => take(Ok(&source))?,
                        Ok(None) => {}
                        Err(message) => take(Err(file.at_line(number, message)))?,
                    }
                }
                Ok(())
            }
            #[cfg(feature = "parquet")]
            Content::Rows { file, first, batch } => {
                for (number, row) in (*first..).zip(0..batch.rows()) {
                    let own = || format!("{}:{number}", file.id);
                    match batch.source(row, self.max_size, own) {
                        Ok(source) => take(Ok(&source))?,
                        Err(message) => take(Err(file.at_row(number, message)))?,
                    }
                }
                Ok(())
            }
        }
    }
}

/// `64M` and the like.
fn size(argument: &str) -> Result<usize, String> {
    let units = [(['K', 'k'], 1 << 10), (['M', 'm'], 1 << 20), (['G', 'g'], 1 << 30)];
    let with_unit =
        units.iter().find_map(|(names, unit)| Some((argument.strip_suffix(names)?, *unit)));
    let (number, unit) = with_unit.unwrap_or((argument, 1));
    let size = number.parse().ok().and_then(|number: usize| number.checked_mul(unit));
    size.filter(|&size| size > 0).ok_or_else(|| {
        "expected a number of bytes, or of K, M or G of them, such as 64M".to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        assert_eq!((size("10"), size("64M"), size("2k")), (Ok(10), Ok(64 << 20), Ok(2 << 10)));
        assert!(["", "M", "0", "-1", "1T", "99999999999G"].map(size).iter().all(Result::is_err));
    }
}
