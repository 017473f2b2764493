//! Lists of names.

mod build;
mod info;

use crate::error::Failure;

/// Compile a list of names, look into a compiled one.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Gazetteer {
    Build(build::Build),
    Info(info::Info),
}

impl Gazetteer {
    pub(crate) fn run(self) -> Result<(), Failure> {
        match self {
            Self::Build(build) => build.run(),
            Self::Info(info) => info.run(),
        }
    }
}
