//! Lists of names.

mod build;
mod contents;
mod info;
mod lists;
mod lookup;
mod reader;
mod variants;

use crate::error::Failure;

/// Compile a list of names, look into a compiled one, look names up.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Gazetteer {
    Build(build::Build),
    Info(info::Info),
    Lookup(lookup::Lookup),
}

impl Gazetteer {
    pub(crate) fn run(self) -> Result<(), Failure> {
        match self {
            Self::Build(build) => build.run(),
            Self::Info(info) => info.run(),
            Self::Lookup(lookup) => lookup.run(),
        }
    }
}
