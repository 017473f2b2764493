//! Where the rows go.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::csv;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::arrow::json::LineDelimitedWriter;
use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::common::plan_datafusion_err;
use datafusion::error::DataFusionError;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::{Compression, ZstdLevel};
use datafusion::parquet::errors::ParquetError;
use datafusion::parquet::file::properties::WriterProperties;
use tempfile::NamedTempFile;

use crate::args::{Args, Format};
use crate::failure::Failure;

/// An unfinished output.
pub(crate) struct Output {
    place: Place,
    rows: Rows,
}

/// Standard output, or a file that gets its name at the end.
enum Place {
    Standard,
    File(PathBuf, NamedTempFile),
}

type Sink = BufWriter<Box<dyn Write + Send>>;

/// Rows on their way into bytes.
enum Rows {
    Table(Sink, Vec<RecordBatch>),
    Json(LineDelimitedWriter<Sink>),
    Csv(Box<csv::Writer<Sink>>),
    Parquet(Box<ArrowWriter<Sink>>),
}

impl Output {
    pub(crate) fn open(args: &Args, schema: SchemaRef) -> Result<Self, Failure> {
        let format = args.format.unwrap_or_else(|| usual(args.output.as_deref()));
        let place = Place::open(args.output.as_deref())?;
        let sink = BufWriter::new(place.sink()?);
        let rows = match format {
            Format::Table => Rows::Table(sink, vec![RecordBatch::new_empty(schema)]),
            Format::Json => Rows::Json(LineDelimitedWriter::new(sink)),
            Format::Csv => Rows::Csv(Box::new(csv::Writer::new(sink))),
            Format::Parquet if args.output.is_none() && io::stdout().is_terminal() => {
                let no_file = "the format parquet is not to be read, expected -o FILE";
                return Err(plan_datafusion_err!("{no_file}").into());
            }
            Format::Parquet => {
                let writer = ArrowWriter::try_new(sink, schema, Some(properties()));
                Rows::Parquet(Box::new(writer.map_err(encoding)?))
            }
        };
        Ok(Self { place, rows })
    }

    pub(crate) fn write(&mut self, batch: RecordBatch) -> Result<(), Failure> {
        match &mut self.rows {
            Rows::Table(_, batches) => batches.push(batch),
            Rows::Json(json) => json.write(&batch)?,
            Rows::Csv(csv) => csv.write(&batch)?,
            Rows::Parquet(parquet) => parquet.write(&batch).map_err(encoding)?,
        }
        Ok(())
    }

    pub(crate) fn finish(self) -> Result<(), Failure> {
        let name = self.place.name();
        let wrong = &|error| Failure::File(name.clone(), error);
        let mut sink = match self.rows {
            Rows::Table(mut sink, batches) => {
                writeln!(sink, "{}", pretty_format_batches(&batches)?).map_err(wrong)?;
                sink
            }
            Rows::Json(mut json) => {
                json.finish()?;
                json.into_inner()
            }
            Rows::Csv(csv) => csv.into_inner(),
            Rows::Parquet(parquet) => parquet.into_inner().map_err(encoding)?,
        };
        sink.flush().map_err(wrong)?;
        match self.place {
            Place::Standard => Ok(()),
            Place::File(path, file) => {
                file.persist(path).map(drop).map_err(|error| wrong(error.error))
            }
        }
    }
}

impl Place {
    fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else { return Ok(Self::Standard) };
        let file = hidden(path);
        let file = file.map_err(|error| Failure::File(path.display().to_string(), error))?;
        Ok(Self::File(path.to_owned(), file))
    }

    fn sink(&self) -> Result<Box<dyn Write + Send>, Failure> {
        match self {
            Self::Standard => Ok(Box::new(io::stdout())),
            Self::File(_, file) => match file.reopen() {
                Ok(file) => Ok(Box::new(file)),
                Err(error) => Err(Failure::File(self.name(), error)),
            },
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Standard => "standard output".to_owned(),
            Self::File(path, _) => path.display().to_string(),
        }
    }
}

/// A file in the folder of `path`, with the permissions that any new file gets.
fn hidden(path: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".qawl-sql-");
    #[cfg(unix)]
    let readable: std::fs::Permissions = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(readable);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    builder.tempfile_in(folder.unwrap_or(Path::new(".")))
}

/// The format that is written where none is asked for.
fn usual(path: Option<&Path>) -> Format {
    match path.map(|path| path.extension().and_then(|ending| ending.to_str())) {
        None if io::stdout().is_terminal() => Format::Table,
        Some(Some("parquet")) => Format::Parquet,
        Some(Some("csv")) => Format::Csv,
        _ => Format::Json,
    }
}

/// Compressed as the Parquet of the command `qawl` is.
fn properties() -> WriterProperties {
    let zstd = Compression::ZSTD(ZstdLevel::default());
    WriterProperties::builder().set_compression(zstd).build()
}

fn encoding(error: ParquetError) -> Failure {
    DataFusionError::from(error).into()
}
