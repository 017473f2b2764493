//! The lists that are compiled, wherever they lie and whatever their form.

use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};

use qawl::Entry;
use qawl::gazetteer::spacy::Labels;
use qawl::gazetteer::{ListError, gate};

use crate::commands::gazetteer::reader::{Form, Reader};
use crate::error::Failure;
use crate::files::{is_stdin, label, read_text};

/// Which lists to read, and how.
#[derive(Debug, clap::Args)]
pub(super) struct Lists {
    /// Lists to compile; standard input where none is named, and for `-`.
    #[arg(value_name = "LIST")]
    files: Vec<PathBuf>,
    /// The form of the lists; by default told by the ending (.tsv, .jsonl, .def) and the first line.
    #[arg(long, value_enum, value_name = "FORM")]
    from: Option<Form>,
    /// The type that a label of spaCy becomes, such as GPE=country; may be given again.
    #[arg(long, value_name = "LABEL=TYPE", value_parser = pair)]
    label: Vec<(String, String)>,
    /// What stands between a name and its features in lists of GATE.
    #[arg(long, value_name = "CHARACTER")]
    separator: Option<char>,
}

/// A file of a list.
#[derive(Debug)]
pub(super) struct List {
    pub(super) path: PathBuf,
    reader: Reader,
    text: String,
}

impl Lists {
    /// The files of all lists, one after the other.
    pub(super) fn each(
        &self,
        mut take: impl FnMut(&List) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let stdin = [PathBuf::from("-")];
        let files = if self.files.is_empty() { &stdin[..] } else { &self.files };
        files.iter().try_for_each(|file| self.each_of(file, &mut take))
    }

    fn each_of(
        &self,
        file: &Path,
        take: &mut impl FnMut(&List) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let is_index = file.is_dir() || file.extension().is_some_and(|ending| ending == "def");
        if self.from.map_or(is_index, |form| form == Form::Gate) {
            return self.each_of_index(file, take);
        }
        let text = read_text(file)?;
        let reader = match self.from.unwrap_or_else(|| Form::of(file, &text)) {
            Form::Jsonl => Reader::Jsonl,
            Form::Spacy => Reader::Spacy(self.labels()),
            Form::Tsv | Form::Gate => Reader::Tsv,
        };
        take(&List { path: file.to_owned(), reader, text })
    }

    fn labels(&self) -> Labels {
        let with = |labels: Labels, (label, kind): &(String, String)| labels.with(label, kind);
        self.label.iter().fold(Labels::default(), with)
    }

    /// The lists that an index of GATE names, which lie beside it.
    fn each_of_index(
        &self,
        file: &Path,
        take: &mut impl FnMut(&List) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let index = if file.is_dir() { index_in(file)? } else { file.to_owned() };
        let lists = gate::read_index(&read_text(&index)?);
        for list in lists.map_err(|error| of_line(&index, &error))? {
            let path = index.with_file_name(&list.file);
            let text = read_text(&path)?;
            take(&List { path, reader: Reader::Gate(list, self.separator), text })?;
        }
        Ok(())
    }

    /// Whether the lists can be read twice, as those of a pipe cannot.
    pub(super) fn are_files(&self) -> bool {
        let is_file = |file: &PathBuf| !is_stdin(file) && (file.is_file() || file.is_dir());
        !self.files.is_empty() && self.files.iter().all(is_file)
    }
}

impl List {
    /// The list, `lines` lines at a time.
    pub(super) fn blocks(&self, lines: usize) -> impl Iterator<Item = Block<'_>> {
        let (mut rest, mut before) = (self.text.as_str(), 0);
        std::iter::from_fn(move || {
            let end =
                rest.match_indices('\n').nth(lines - 1).map_or(rest.len(), |(end, _)| end + 1);
            let (text, behind) = rest.split_at_checked(end).filter(|(text, _)| !text.is_empty())?;
            let block = Block { list: self, text, before };
            (rest, before) = (behind, before + lines);
            Some(block)
        })
    }
}

/// Some lines of a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block<'l> {
    list: &'l List,
    text: &'l str,
    /// How many lines stand before it.
    before: usize,
}

impl Block<'_> {
    pub(super) fn entries(self) -> Result<Vec<Entry>, Failure> {
        self.list.reader.read(self.text).map_err(|error| self.wrong(error.line(), error.message()))
    }

    /// The entries of each line that has some, with its number in the block.
    pub(super) fn lines(self) -> impl Iterator<Item = (usize, Vec<Entry>)> {
        let lines = (1..).zip(self.text.lines());
        lines.map(move |(line, text)| (line, self.list.reader.read(text).unwrap_or_default()))
    }

    /// Something is wrong with a line, counted from 1 in this block.
    pub(super) fn wrong(self, line: usize, message: impl Display) -> Failure {
        Failure::at_line(label(&self.list.path), self.before + line, message)
    }
}

/// The index in a folder: `lists.def`, or the only one of that ending.
fn index_in(folder: &Path) -> Result<PathBuf, Failure> {
    let files = fs::read_dir(folder).map_err(|error| Failure::at(label(folder), error))?;
    let paths = files.filter_map(|file| Some(file.ok()?.path()));
    let indexes: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == "def")).collect();
    let usual = folder.join("lists.def");
    match indexes.as_slice() {
        all if all.contains(&usual) => Ok(usual),
        [index] => Ok(index.clone()),
        _ => Err(Failure::at(label(folder), "is a folder without lists.def, expected a list")),
    }
}

/// Something is wrong with a line of a list.
pub(super) fn of_line(file: &Path, error: &ListError) -> Failure {
    Failure::at_line(label(file), error.line(), error.message())
}

fn pair(argument: &str) -> Result<(String, String), String> {
    let pair =
        argument.split_once('=').filter(|(label, kind)| !label.is_empty() && !kind.is_empty());
    let (label, kind) = pair.ok_or("expected a label, `=` and a type")?;
    Ok((label.to_owned(), kind.to_owned()))
}
