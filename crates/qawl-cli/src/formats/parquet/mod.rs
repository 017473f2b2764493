//! A table in the form of Apache Parquet, a document a row, with the columns that the keys of the JSON are.
//!
//! `rows` turns the documents of a portion into columns, each thread its own; [`Table`] encodes them, one
//! portion after the other.

use std::io::{self, IsTerminal};
use std::path::Path;

use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::ArrowWriterOptions;
use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::schema::types::ColumnPath;

use crate::error::Failure;
use crate::files::label;
use crate::formats::Layers;
use crate::formats::json::SCHEMA;
use crate::output::Output;

mod rows;

pub(crate) use rows::Rows;

/// About so much, compressed, is kept in memory and then written: a row group has one column after the
/// other, while documents come with all of theirs.
const ROW_GROUP: usize = 32 << 20;

/// The key by which the file says what its columns mean.
const SCHEMA_KEY: &str = "qawl.schema";

/// An unfinished file.
pub(crate) struct Table {
    output: Output,
    name: String,
    /// Writes row groups into memory, from where they go to the output.
    writer: ArrowWriter<Vec<u8>>,
}

impl Table {
    pub(crate) fn open(path: Option<&Path>, layers: Layers) -> Result<Self, Failure> {
        if path.is_none() && io::stdout().is_terminal() {
            return Err(Failure::new("the format parquet is not to be read, expected -o FILE"));
        }
        let output = Output::open(path)?;
        let name = path.map_or_else(|| "standard output".to_owned(), label);
        let schema = Rows::new(layers).into_batch().schema();
        let options = ArrowWriterOptions::new()
            .with_properties(properties())
            // How the columns lie in our memory is nobody's affair.
            .with_skip_arrow_metadata(true);
        let writer = ArrowWriter::try_new_with_options(Vec::new(), schema, options);
        let writer = writer.map_err(|error| unencoded(&name, &error))?;
        Ok(Self { output, name, writer })
    }

    /// Adds documents; what is encoded by then is written.
    pub(crate) fn write(&mut self, rows: Rows) -> Result<(), Failure> {
        self.writer.write(&rows.into_batch()).map_err(|error| unencoded(&self.name, &error))?;
        match std::mem::take(self.writer.inner_mut()) {
            encoded if encoded.is_empty() => Ok(()),
            encoded => self.output.write(&encoded),
        }
    }

    /// Writes what tells where everything is, without which nothing can be read. After a failure there is
    /// no file.
    pub(crate) fn finish(self, result: Result<(), Failure>) -> Result<(), Failure> {
        let Self { mut output, name, writer } = self;
        let written = result.and_then(|()| {
            let rest = writer.into_inner().map_err(|error| unencoded(&name, &error))?;
            output.write(&rest)
        });
        output.finish(written)
    }
}

fn unencoded(name: &str, error: &ParquetError) -> Failure {
    Failure::at(name, format_args!("cannot be encoded: {error}"))
}

fn properties() -> WriterProperties {
    let properties = WriterProperties::builder()
        .set_created_by(concat!("qawl version ", env!("CARGO_PKG_VERSION")).to_owned())
        .set_key_value_metadata(Some(vec![KeyValue::new(SCHEMA_KEY.to_owned(), SCHEMA.to_owned())]))
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_max_row_group_bytes(Some(ROW_GROUP));
    // Offsets grow through a text: the way from one to the next is short, while hardly any comes twice, as
    // a dictionary would want.
    let offsets = rows::OFFSETS.map(|path| path.split('.').map(str::to_owned).collect());
    offsets
        .into_iter()
        .map(ColumnPath::new)
        .fold(properties, |properties, path| {
            properties
                .set_column_dictionary_enabled(path.clone(), false)
                .set_column_encoding(path, Encoding::DELTA_BINARY_PACKED)
        })
        .build()
}
