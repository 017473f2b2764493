//! A Parquet file, read some rows at a time, of two columns.

use std::borrow::Cow;
use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch, StringArray, downcast_integer_array};
use arrow_schema::{DataType, SchemaRef};
use indicatif::ProgressBar;
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};

use crate::error::Failure;
use crate::files::{self, label, unreadable};
use crate::input::Source;
use crate::input::line::DEFAULT_ID;
use crate::input::portion::{Content, InputFile, SIZE, too_long};

/// The most rows at once, however short their texts are.
const MOST_ROWS: usize = 1024;

/// The names of the columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) text: String,
    /// None for `id`, which a file may lack.
    pub(super) id: Option<String>,
}

/// An open file of rows.
pub(super) struct Rows {
    file: Arc<InputFile>,
    reader: ParquetRecordBatchReader,
    columns: Columns,
    /// The number of the next row.
    number: usize,
    has_ended: bool,
    share: Share,
}

impl Rows {
    pub(super) fn open(
        file: Arc<InputFile>,
        columns: Columns,
        bar: &ProgressBar,
    ) -> Result<Self, Failure> {
        let wrong = |message: String| Failure::at(label(&file.path), message);
        let content = seekable(&file.path)?;
        let length = content.metadata().map_or(0, |metadata| metadata.len());
        // By itself every string is a `StringArray`, whatever it was in the memory of who wrote it.
        let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
        let builder = ParquetRecordBatchReaderBuilder::try_new_with_options(content, options)
            .map_err(|error| wrong(format!("expected a Parquet file: {error}")))?;
        let (text, id) = columns.places(builder.schema()).map_err(wrong)?;
        let share = Share::new(bar, length, builder.metadata().file_metadata().num_rows());
        let wanted = ProjectionMask::roots(builder.parquet_schema(), [text].into_iter().chain(id));
        let rows = rows_at_once(&builder, text);
        let reader = builder.with_projection(wanted).with_batch_size(rows).build();
        let reader = reader.map_err(|error| wrong(format!("cannot be read: {error}")))?;
        Ok(Self { file, reader, columns, number: 1, has_ended: false, share })
    }

    /// The next rows; nothing at the end, and behind an error. Tells `pass` of all that is in them.
    pub(super) fn next(&mut self, mut pass: impl FnMut(&[u8])) -> Option<Content> {
        if self.has_ended {
            return None;
        }
        let failure = match self.reader.next()? {
            Ok(batch) => match Batch::new(&batch, &self.columns) {
                Some(batch) => return Some(self.hand_over(batch, pass)),
                None => "has other columns than it says".to_owned(),
            },
            Err(error) => format!("cannot be read behind row {}: {error}", self.number - 1),
        };
        self.has_ended = true;
        // The failure counts as a byte, so that it has a mark of its own.
        pass(b"\n");
        Some(Content::Failed(Failure::at(label(&self.file.path), failure)))
    }

    fn hand_over(&mut self, batch: Batch, mut pass: impl FnMut(&[u8])) -> Content {
        for row in 0..batch.texts.len() {
            // A row counts, be it empty.
            pass(b"\n");
            pass(batch.id(row).unwrap_or_default().as_bytes());
            pass(batch.text(row).unwrap_or_default().as_bytes());
        }
        let first = self.number;
        self.number += batch.texts.len();
        self.share.add(batch.texts.len());
        Content::Rows { file: Arc::clone(&self.file), first, batch }
    }
}

impl Columns {
    /// Where the text and the id are, if they can be that.
    fn places(&self, schema: &SchemaRef) -> Result<(usize, Option<usize>), String> {
        let find = |name: &str| schema.column_with_name(name);
        let text = match find(&self.text) {
            Some((place, field)) if *field.data_type() == DataType::Utf8 => place,
            Some((_, field)) => {
                let held = field.data_type();
                return Err(format!("the column {:?} is of {held}, expected strings", self.text));
            }
            None => return Err(format!("no column {:?}, expected one with the text", self.text)),
        };
        let name = self.id_name();
        let id = match (find(name), &self.id) {
            (Some((place, field)), _) if can_be_ids(field.data_type()) => Some(place),
            (Some((_, field)), _) => {
                let held = field.data_type();
                return Err(format!(
                    "the column {name:?} is of {held}, expected strings or whole numbers"
                ));
            }
            (None, Some(_)) => return Err(format!("no column {name:?}, expected one with the id")),
            (None, None) => None,
        };
        Ok((text, id))
    }

    fn id_name(&self) -> &str {
        self.id.as_deref().unwrap_or(DEFAULT_ID)
    }
}

fn can_be_ids(held: &DataType) -> bool {
    *held == DataType::Utf8 || held.is_integer()
}

/// A file that can be read from any place, as is needed since it says at its end what is in it: what comes
/// through a pipe is put into a temporary one, which has no name and goes with the run.
fn seekable(path: &Path) -> Result<File, Failure> {
    let said = |error| unreadable(path, &error);
    if path.is_file() && !files::is_stdin(path) {
        return File::open(path).map_err(said);
    }
    let mut pipe = files::open(path)?;
    let mut file = tempfile::tempfile().map_err(said)?;
    io::copy(&mut pipe, &mut file).map_err(said)?;
    Ok(file)
}

/// So many rows that their texts are about as long as a portion of lines.
fn rows_at_once(builder: &ParquetRecordBatchReaderBuilder<File>, text: usize) -> usize {
    let schema = builder.parquet_schema();
    let leaf = (0..schema.num_columns()).find(|&leaf| schema.get_column_root_idx(leaf) == text);
    let groups = builder.metadata().row_groups();
    let texts = groups.iter().filter_map(|group| group.columns().get(leaf?));
    let bytes: i64 = texts
        .map(|texts| texts.unencoded_byte_array_data_bytes().unwrap_or(texts.uncompressed_size()))
        .fold(0, i64::saturating_add);
    let rows = builder.metadata().file_metadata().num_rows();
    let average = usize::try_from(bytes / rows.max(1)).unwrap_or(SIZE);
    (SIZE / average.max(1)).clamp(1, MOST_ROWS)
}

/// Some rows.
#[derive(Debug)]
pub(crate) struct Batch {
    texts: StringArray,
    ids: Option<ArrayRef>,
    /// Whether a column of ids was named.
    needs_id: bool,
}

impl Batch {
    fn new(batch: &RecordBatch, columns: &Columns) -> Option<Self> {
        let texts = batch.column_by_name(&columns.text)?.as_string_opt::<i32>()?.clone();
        let ids = batch.column_by_name(columns.id_name()).cloned();
        Some(Self { texts, ids, needs_id: columns.id.is_some() })
    }

    pub(super) fn len(&self) -> usize {
        self.texts.value_data().len()
    }

    pub(super) fn rows(&self) -> usize {
        self.texts.len()
    }

    /// The document of a row, counted from 0; `own` makes an id where the row has none and need not have
    /// one.
    pub(super) fn source(
        &self,
        row: usize,
        max_size: usize,
        own: impl FnOnce() -> String,
    ) -> Result<Source<'_>, String> {
        let text = self.text(row).ok_or("no text, which is null, expected one")?;
        if text.len() > max_size {
            return Err(too_long(max_size));
        }
        let id = match (self.id(row), self.needs_id) {
            (Some(id), _) => id,
            (None, false) => own().into(),
            (None, true) => return Err("no id, which is null, expected one".to_owned()),
        };
        Ok(Source { id, text: text.into() })
    }

    fn text(&self, row: usize) -> Option<&str> {
        self.texts.is_valid(row).then(|| self.texts.value(row))
    }

    fn id(&self, row: usize) -> Option<Cow<'_, str>> {
        let ids = self.ids.as_deref().filter(|ids| ids.is_valid(row))?;
        if let Some(ids) = ids.as_string_opt::<i32>() {
            return Some(ids.value(row).into());
        }
        downcast_integer_array!(
            ids => Some(ids.value(row).to_string().into()),
            _ => None
        )
    }
}

/// Shows how much of the file is read: the share of its rows.
struct Share {
    bar: ProgressBar,
    bytes: u64,
    rows: u64,
    read: u64,
}

impl Share {
    fn new(bar: &ProgressBar, bytes: u64, rows: i64) -> Self {
        Self { bar: bar.clone(), bytes, rows: u64::try_from(rows).unwrap_or(0), read: 0 }
    }

    fn add(&mut self, rows: usize) {
        let before = self.reached();
        self.read += rows as u64;
        self.bar.inc(self.reached() - before);
    }

    /// The bytes up to the row that is reached, were all rows of one length.
    fn reached(&self) -> u64 {
        let reached = u128::from(self.bytes) * u128::from(self.read) / u128::from(self.rows.max(1));
        u64::try_from(reached).unwrap_or(self.bytes)
    }
}
