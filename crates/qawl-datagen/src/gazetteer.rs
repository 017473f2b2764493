//! The outputs of `qawl-gazetteer`: the list of names that it embeds.

use std::path::{Path, PathBuf};

use qawl_gazetteer::{GazetteerBuilder, ListError, tsv};
use qawl_normalize::Profile;

use crate::people::{COMPOSITION, People};
use crate::{Error, Output};

/// The rules stand beside the lists of names and have columns of their own.
const RULES: &str = "context.tsv";

const EMBEDDED: &str = "crates/qawl-gazetteer/src/embedded.qgz";

/// Renders them from `data/`.
pub(crate) fn render(root: &Path) -> Result<Vec<Output>, Error> {
    let folder = root.join("data/gazetteer");
    // The press writes names without hamza and with ه for ة: this profile makes them one.
    let mut builder = GazetteerBuilder::new(Profile::SEARCH);
    let mut names = Vec::new();
    for path in lists(&folder)? {
        names.extend(read(&path, tsv::read)?);
    }
    let people = People::read(root)?;
    let parts = people.parts(&names);
    builder = builder.rules(people.outside(&parts)).entries(parts).entries(names);
    builder = builder.rules(read(&folder.join(RULES), tsv::read_rules)?);
    let bytes =
        builder.build().map_err(|error| Error::new(format!("{}: {error}", folder.display())))?;
    Ok(vec![Output { path: PathBuf::from(EMBEDDED), bytes }])
}

/// The lists of names in `folder`, sorted.
fn lists(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let fail = |error| Error::new(format!("{}: {error}", folder.display()));
    let files = std::fs::read_dir(folder).map_err(fail)?;
    let paths: Result<Vec<PathBuf>, _> = files.map(|file| file.map(|file| file.path())).collect();
    let mut paths = paths.map_err(fail)?;
    let holds_names = |path: &PathBuf| !path.ends_with(RULES) && !path.ends_with(COMPOSITION);
    paths.retain(|path| path.extension().is_some_and(|e| e == "tsv") && holds_names(path));
    paths.sort();
    Ok(paths)
}

/// What `parse` makes of the file at `path`.
fn read<T>(path: &Path, parse: fn(&str) -> Result<T, ListError>) -> Result<T, Error> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Error::new(format!("{}: {error}", path.display())))?;
    parse(&text).map_err(|error| Error::at(path, error.line(), error.message()))
}
