//! Lists of names from the command line.

use std::path::{Path, PathBuf};

use qawl::gazetteer::{OpenError, OpenErrorKind};
use qawl::{Gazetteer, PipelineBuilder};

use crate::error::Failure;
use crate::files::label;
use crate::map::Bytes;

/// Names beside the embedded ones.
#[derive(Debug, clap::Args)]
pub(crate) struct NameLists {
    /// Find the names of this list too, compiled by `qawl gazetteer build`; may be given again.
    ///
    /// It is mapped into memory, not read, where it is a file. While it is in use another file may take its
    /// place, as `qawl gazetteer build` does: this run goes on with the old one. But no program may write into
    /// it or cut it short: the run may then find wrong names, or end by a signal.
    #[arg(long, value_name = "FILE.qgz")]
    gazetteer: Vec<PathBuf>,
}

impl NameLists {
    pub(crate) fn add_to(&self, builder: PipelineBuilder) -> Result<PipelineBuilder, Failure> {
        self.gazetteer
            .iter()
            .try_fold(builder, |builder, file| Ok(builder.gazetteer(open_gazetteer(file)?)))
    }
}

/// Opens a compiled list.
pub(crate) fn open_gazetteer(file: &Path) -> Result<Gazetteer<Bytes>, Failure> {
    let wrong = |error: OpenError| {
        let expected = match error.kind() {
            OpenErrorKind::Format => "build it again with `qawl gazetteer build`",
            // What it says tells already what to do.
            OpenErrorKind::Profile => return Failure::at(label(file), error),
            _ => "expected a list compiled by `qawl gazetteer build`",
        };
        Failure::at(label(file), format_args!("{error}; {expected}"))
    };
    Gazetteer::open(Bytes::open(file)?).map_err(wrong)
}
