//! Documents, from files of text or from JSON lines.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::error::{Failure, not_json};
use crate::files;

/// Where documents come from.
#[derive(Debug, clap::Args)]
pub(crate) struct Input {
    /// Files to read; standard input where none is named, and for `-`.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Read a JSON object a line, one document each, instead of one document a file.
    #[arg(long)]
    pub(crate) jsonl: bool,

    /// The field of a JSON line that holds the text.
    #[arg(long, value_name = "NAME", default_value = "text", requires = "jsonl")]
    field: String,

    /// The field of a JSON line that holds the document's id. By default `id`, or the file's name
    /// and the number of the line where a line has none.
    #[arg(long, value_name = "NAME", requires = "jsonl")]
    id: Option<String>,
}

/// One document.
#[derive(Debug)]
pub(crate) struct Source {
    /// The file's name without its ending, or what the JSON line says.
    pub(crate) id: String,
    pub(crate) text: String,
}

impl Input {
    /// Hands over document after document. A file of text is read whole, JSON line by line.
    pub(crate) fn each(
        &self,
        mut take: impl FnMut(&Source) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let stdin = [PathBuf::from("-")];
        let files = if self.files.is_empty() { &stdin[..] } else { &self.files };
        files.iter().try_for_each(|file| {
            if self.jsonl {
                return self.each_line(file, &mut take);
            }
            take(&Source { id: stem(file), text: files::read_text(file)? })
        })
    }

    fn each_line(
        &self,
        file: &Path,
        take: &mut impl FnMut(&Source) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let mut reader = BufReader::new(files::open(file)?);
        let mut bytes = Vec::new();
        for number in 1.. {
            bytes.clear();
            let read = reader.read_until(b'\n', &mut bytes);
            if read.map_err(|error| files::unreadable(file, &error))? == 0 {
                break;
            }
            let wrong = |message| Failure::at_line(files::label(file), number, message);
            if let Some(mut source) = self.source(&bytes).map_err(wrong)? {
                if source.id.is_empty() {
                    source.id = format!("{}:{number}", stem(file));
                }
                take(&source)?;
            }
        }
        Ok(())
    }

    /// The document of a line; none where the line is empty. Its id is empty where the line has
    /// none and need not have one.
    fn source(&self, line: &[u8]) -> Result<Option<Source>, String> {
        let line = std::str::from_utf8(line).map_err(|error| {
            format!("not UTF-8 at byte {} of the line, {}", error.valid_up_to(), files::UTF8)
        })?;
        // U+FEFF ZERO WIDTH NO-BREAK SPACE: some editors begin a file with it.
        let line = line.trim_start_matches('\u{FEFF}').trim();
        if line.is_empty() {
            return Ok(None);
        }
        let mut value: Value = serde_json::from_str(line).map_err(|error| not_json(&error))?;
        let object = value.as_object_mut();
        let object = object.ok_or("expected a JSON object, found another value")?;
        let id = self.id_of(object)?;
        match object.remove(&self.field) {
            Some(Value::String(text)) => Ok(Some(Source { id, text })),
            Some(_) => Err(format!("the field {:?} is no string, expected the text", self.field)),
            None => Err(format!("no field {:?}, expected one with the text", self.field)),
        }
    }

    fn id_of(&self, object: &serde_json::Map<String, Value>) -> Result<String, String> {
        let name = self.id.as_deref().unwrap_or("id");
        match object.get(name) {
            Some(Value::String(id)) => Ok(id.clone()),
            Some(Value::Number(id)) => Ok(id.to_string()),
            Some(Value::Null) | None if self.id.is_none() => Ok(String::new()),
            Some(_) => {
                Err(format!("the field {name:?} is no string and no number, expected an id"))
            }
            None => Err(format!("no field {name:?}, expected one with the id")),
        }
    }
}

/// A file's name without its ending.
fn stem(file: &Path) -> String {
    if files::is_stdin(file) {
        return "stdin".to_owned();
    }
    file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}
