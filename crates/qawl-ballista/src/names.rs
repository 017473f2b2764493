//! Lists of names from the command line.

use std::path::PathBuf;

use qawl_datafusion::{Config, Functions};

use crate::failure::Failure;

/// Names beside the embedded ones.
#[derive(Debug, clap::Args)]
pub(crate) struct Names {
    /// Find the names of this list too, compiled by `qawl gazetteer build`; may be given again. The
    /// client and all executors need the same lists in the same order, each at a path of its own:
    /// their SHA-256 are compared.
    #[arg(long, value_name = "FILE.qgz")]
    gazetteer: Vec<PathBuf>,
}

impl Names {
    pub(crate) fn functions(&self) -> Result<Functions, Failure> {
        let config = self.gazetteer.iter().fold(Config::new(), Config::gazetteer);
        Ok(Functions::open(&config)?)
    }
}
