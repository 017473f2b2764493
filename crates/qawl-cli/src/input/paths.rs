//! Which files are meant: named ones, those of folders, and those of patterns.

use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

use glob::MatchOptions;
use walkdir::{DirEntry, WalkDir};

use crate::error::Failure;
use crate::files::{is_stdin, label};
use crate::input::portion::InputFile;

/// Endings that may stand behind those of what a folder holds for us.
const COMPRESSED: &[&str] = &["gz", "zst"];

/// The files that the arguments name, in their order; in the place of those that cannot be told, why. Of a
/// folder those that have one of the endings.
pub(super) fn files(arguments: &[PathBuf], endings: &[&str]) -> Vec<Result<InputFile, Failure>> {
    arguments.iter().flat_map(|argument| files_of(argument, endings)).collect()
}

fn files_of(argument: &Path, endings: &[&str]) -> Vec<Result<InputFile, Failure>> {
    if argument.is_dir() {
        return folder(argument, endings);
    }
    match argument.to_str() {
        // A file may be called like a pattern.
        Some(pattern) if pattern.contains(['*', '?', '[']) && !argument.exists() => {
            matching(pattern, endings)
        }
        _ => vec![Ok(named(argument))],
    }
}

fn named(path: &Path) -> InputFile {
    let id = if is_stdin(path) { "stdin".to_owned() } else { name(bare(path).file_name()) };
    InputFile { path: path.to_owned(), id }
}

/// The files below a folder that have one of the endings, each folder by the names in it. Links to
/// folders are not followed: they may lead in circles.
fn folder(path: &Path, endings: &[&str]) -> Vec<Result<InputFile, Failure>> {
    let is_shown = |entry: &DirEntry| {
        entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".")
    };
    let entries = WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(is_shown);
    let files: Vec<_> = entries
        .filter_map(|entry| match entry {
            Ok(entry) => is_wanted(&entry, endings).then(|| Ok(in_folder(path, entry.path()))),
            Err(error) => Some(Err(unreadable(path, &error))),
        })
        .collect();
    if files.is_empty() {
        let endings = endings.iter().map(|ending| format!(".{ending}")).collect::<Vec<_>>();
        let message = format!("is a folder with no file {} in it", endings.join(" or "));
        return vec![Err(Failure::at(label(path), message))];
    }
    files
}

fn is_wanted(entry: &DirEntry, endings: &[&str]) -> bool {
    let path = Path::new(entry.file_name());
    let path = if has_ending(path, COMPRESSED) { Path::new(without(path)) } else { path };
    has_ending(path, endings) && entry.path().is_file()
}

/// A file of a folder is called by its way from there, so that two of one name keep apart.
fn in_folder(folder: &Path, path: &Path) -> InputFile {
    let below = bare(path.strip_prefix(folder).unwrap_or(path));
    let parts: Vec<String> = below
        .components()
        .filter_map(|part| match part {
            Component::Normal(part) => Some(name(Some(part))),
            _ => None,
        })
        .collect();
    InputFile { path: path.to_owned(), id: parts.join("/") }
}

/// The files that a pattern describes, in the order of their names.
fn matching(pattern: &str, endings: &[&str]) -> Vec<Result<InputFile, Failure>> {
    // As in a shell and in folders, hidden files are meant only where a pattern says so.
    let options = MatchOptions { require_literal_leading_dot: true, ..MatchOptions::new() };
    let paths = match glob::glob_with(pattern, options) {
        Ok(paths) => paths,
        Err(error) => return vec![Err(Failure::at(pattern, format_args!("no pattern: {error}")))],
    };
    let files: Vec<_> = paths
        .flat_map(|path| match path {
            Ok(path) if path.is_dir() => folder(&path, endings),
            Ok(path) => vec![Ok(named(&path))],
            Err(error) => vec![Err(Failure::at(label(error.path()), error.error()))],
        })
        .collect();
    if files.is_empty() {
        return vec![Err(Failure::at(pattern, "no such file, and none that it describes"))];
    }
    files
}

fn unreadable(folder: &Path, error: &walkdir::Error) -> Failure {
    let path = label(error.path().unwrap_or(folder));
    match error.io_error() {
        Some(error) => Failure::at(path, error),
        None => Failure::at(path, error),
    }
}

/// A path without its ending, and without that of a compressed file behind it.
fn bare(path: &Path) -> PathBuf {
    let path = if has_ending(path, COMPRESSED) { path.with_extension("") } else { path.to_owned() };
    path.with_extension("")
}

fn without(path: &Path) -> &OsStr {
    path.file_stem().unwrap_or_default()
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    path.extension()
        .is_some_and(|own| endings.iter().any(|ending| own.eq_ignore_ascii_case(ending)))
}

fn name(part: Option<&OsStr>) -> String {
    part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_called_by_their_files() {
        let id = |path: &str| named(Path::new(path)).id;
        assert_eq!(
            ["a/one.txt", "two.x.txt", "three.txt.gz", "-"].map(id),
            ["one", "two.x", "three", "stdin"]
        );
        let file = in_folder(Path::new("news"), Path::new("news/2024/قمة.txt")); // "summit"
        assert_eq!(file.id, "2024/قمة");
    }
}
